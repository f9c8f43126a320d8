"""The hook board of a gemeente: building it, and one call through it, beside bare pluggy and a plain call."""

from __future__ import annotations

from datetime import date

import pluggy
from meting import Regel, als_tijd, keer, om_beurten, rekentijd

from toegang.domain.begrippen import Kanaal, Wet
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.melding import Hulpvraag, Melding
from toegang.hookspecs import PROJECT, Haken
from toegang.plugins.laden import laad_plugin, maak_bord
from toegang.plugins.modellen import laad_model
from toegang.plugins.ontdekking import zoek
from toegang.plugins.opbouw import lagen_van
from toegang.plugins.verpakking import Herkomst

GEMEENTE = "schagen"
DAG = date(2026, 3, 2)


def meet(rondes: int, keren: int) -> list[Regel]:
    """Measure building and calling.

    Args:
        rondes: number of turns.
        keren: calls per turn.
    """
    inschrijving = zoek(GEMEENTE)
    plugin = laad_plugin(inschrijving)
    organisatie = plugin.organisatie({})
    herkomst = Herkomst(inschrijving.distributie, inschrijving.versie, "gemeente")
    lagen = lagen_van(plugin, herkomst, organisatie.model, organisatie.uitbreidingen)

    def kaal() -> pluggy.PluginManager:
        beheer = pluggy.PluginManager(PROJECT)
        beheer.add_hookspecs(Haken)
        for nummer, laag in enumerate(lagen):
            beheer.register(laag.plugin, name=str(nummer))
        beheer.check_pending()
        return beheer

    def bouw() -> object:
        return maak_bord(GEMEENTE, plugin, inschrijving, organisatie)

    bouwen = om_beurten(lambda: rekentijd(bouw, 5), lambda: rekentijd(kaal, 5), rondes)
    bord, beheer = bouw(), kaal()
    vraag = {"melding": _melding(organisatie), "contacten": (), "gemeente": _beeld(organisatie)}
    antwoord = bord.route_intake(**vraag)
    assert antwoord.herkomst.laag == "model", "this question has to be answered by the model of the gemeente"

    model = laad_model(organisatie.model)

    def direct() -> object:
        return model.route_intake(**vraag)

    aanroep = om_beurten(
        lambda: rekentijd(lambda: bord.route_intake(**vraag), keren), lambda: rekentijd(direct, keren), rondes
    )
    pluggy_kaal = om_beurten(
        lambda: rekentijd(lambda: bord.route_intake(**vraag), keren),
        lambda: rekentijd(lambda: beheer.hook.route_intake(**vraag), keren),
        rondes,
    )
    return [
        Regel(
            f"hookbord van {GEMEENTE} bouwen",
            als_tijd(bouwen[0]),
            f"{als_tijd(bouwen[1])} (kale pluggy)",
            keer(bouwen[2]),
        ),
        Regel(
            "route_intake via het bord",
            als_tijd(aanroep[0]),
            f"{als_tijd(aanroep[1])} (gewone aanroep)",
            keer(aanroep[2]),
        ),
        Regel("hetzelfde", als_tijd(pluggy_kaal[0]), f"{als_tijd(pluggy_kaal[1])} (kale pluggy)", keer(pluggy_kaal[2])),
    ]


def _melding(organisatie: object) -> Melding:
    return Melding(
        id="M-1",
        kanaal=Kanaal.TELEFOON,
        loket=organisatie.loketten[0].id,
        ontvangen_op=DAG,
        hulpvragen=(Hulpvraag(nummer=1, wet=Wet.WMO, voor="I-1"),),
        gebied=organisatie.gebieden[0].id,
    )


def _beeld(organisatie: object) -> Gemeentebeeld:
    return Gemeentebeeld(naam=GEMEENTE, organisatie=organisatie, peildatum=DAG)
