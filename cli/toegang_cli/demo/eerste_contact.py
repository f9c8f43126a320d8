"""The first contact of a demo zaak: what a worker at the door asks, tells, offers and arranges."""

from __future__ import annotations

from datetime import timedelta

from toegang.domain.begrippen import Meldersoort, Wet
from toegang.domain.verheldering import Verhelderingsopdracht
from toegang.domain.zaak import Zaak
from toegang.environment import Gemeente
from toegang.lifecycle.verheldering import melding_van, open_melding, verhelder

_VERVOLG = "Wij bellen u binnen een week voor een afspraak. U krijgt een brief waarin staat hoe het verdergaat."


def verhelder_melding(gemeente: Gemeente, zaak: Zaak, woorden: str) -> None:
    """Record the first contact about the melding of a zaak; a second zaak of it changes nothing.

    Args:
        gemeente: the gemeente, opened.
        zaak: the zaak.
        woorden: the resident's words.
    """
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        record = melding_van(werk, zaak.id)
        mensen = sorted(werk.medewerkers.zoek(), key=lambda mens: mens.id)
    if record.verheldering is not None:
        return
    dag = gemeente.omgeving.vandaag()
    loket = gemeente.omgeving.organisatie.loket(record.melding.loket)
    werkend = [mens for mens in mensen if mens.werkt_op(dag)]
    aan_de_deur = [mens for mens in werkend if loket is not None and mens.functie == loket.functie]
    wie = (aan_de_deur or werkend)[0].id
    op = record.melding.ontvangen_op + timedelta(days=1)
    clienten = sorted({vraag.voor for vraag in record.melding.hulpvragen})
    opdracht = Verhelderingsopdracht.model_validate(
        {
            "op": op,
            "vraag": f"De inwoner zegt: {woorden}",
            "wat_lukt_zelf": "Wat de inwoner zelf en met de buren kan, is besproken.",
            "regimes": [
                {"regime": "ZVW", "uitkomst": "NIET_AAN_DE_ORDE"},
                {"regime": "WLZ", "uitkomst": "NIET_AAN_DE_ORDE"},
            ],
            "clientondersteuning": {
                "aangeboden_op": op,
                "uitkomst": "NIET_GEWENST",
                "mantelzorger": "GEWEZEN",
            },
            "vertrouwenspersoon_genoemd": True if Wet.JEUGDWET in record.melding.wetten else None,
            "vervolg": {
                "op": op,
                "wijze": "TELEFOON",
                "wat": _VERVOLG,
                "ook_melder": record.melding.melder is not Meldersoort.INWONER,
            },
            "identiteit": [{"document": "IDENTITEITSKAART", "op": op, "inwoner": client} for client in clienten],
        }
    )
    open_melding(gemeente.omgeving, gemeente.actor(wie), record.id)
    verhelder(gemeente.omgeving, gemeente.actor(wie), opdracht, melding=record.id)
