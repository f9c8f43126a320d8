"""May this person open this file? Asked of the rules before anything of it is read (L-140)."""

from __future__ import annotations

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.spoor import Oordeel
from toegang.domain.zaak import Zaak
from toegang.environment import BEVESTIGD, Klok, laad_plugin
from toegang.errors import PluginFout
from toegang.guards.register import weiger_bij_overtreding
from toegang.lifecycle.inzage import toets_inzage, weigert
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.plugins.ontdekking import zoek
from toegang.storage import Werkeenheid
from toegang.tenancy import Register
from toegang_cli.uitvoer import zeg
from toegang_cli.werkplek import Leesplek


def toets_rol(plek: Leesplek, werk: Werkeenheid, zaak: Zaak) -> None:
    """Check the role of who opens a file; a refusal is logged, a warning is said.

    Without its plugin the gemeente has no functies to judge by. The file can be read then as before, because that
    is what a file is for years later; that the role was not judged is said and logged.

    Raises:
        Regelovertreding: the role is not enough, where the gemeente confirmed L-140.
    """
    register = Register.standaard()
    antwoorden = {sleutel: item.waarde for sleutel, item in register.lees_instellingen(plek.naam).items()}
    try:
        organisatie = laad_plugin(zoek(register.haal(plek.naam).plugin)).organisatie(antwoorden)
    except PluginFout:
        zeg("Let op: de plugin is er niet, dus de rol van wie inziet is niet getoetst (L-140).")
        werk.log("inzage.niet_getoetst", zaak=zaak.id, dossier=zaak.dossier_id)
        return
    beeld = Gemeentebeeld(
        naam=plek.naam, organisatie=organisatie, instellingen=antwoorden, peildatum=Klok.van_machine().vandaag()
    )
    bevestigd = frozenset(antwoorden.get(BEVESTIGD, "").split())
    regels = toets_inzage(werk, plek.actor, zaak, beeld, bevestigd)
    if weigert(regels):
        werk.log(GEWEIGERD, zaak=zaak.id, dossier=zaak.dossier_id, detail={"stap": "inzage", "regels": "L-140"})
        werk.commit()
    weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
    for item in regels:
        if item.oordeel is Oordeel.WAARSCHUWING:
            zeg(f"Let op, {item.regel} ({item.grondslag}): {item.boodschap}")
