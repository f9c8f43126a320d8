"""Whom a decision reached, how and when; and who else must be told of it (Awb 3:41, 3:43)."""

from __future__ import annotations

from datetime import date

from toegang.domain.besluitrecord import Bekendmaking, Besluitrecord
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.zaak import Zaak
from toegang.guards.contexten_besluit import KennisgevingToets
from toegang.guards.register import Moment
from toegang.lifecycle.besluit import route_van
from toegang.lifecycle.briefaard import aard_van_besluit
from toegang.lifecycle.exemplaren import lezers
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id, toets_antwoord
from toegang.storage import Werkeenheid


def geef_kennis(
    omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, record: Besluitrecord, wijze: str, op: date
) -> tuple[Bekendmaking, ...]:
    """Return to whom a decision is made known, and put what else is due before who sends.

    Args:
        omgeving: the gemeente.
        werk: the unit of work of the dispatch.
        zaak: the zaak.
        record: the decision.
        wijze: how the letters go.
        op: day of dispatch.

    Raises:
        Regelovertreding: it does not reach who it is about, or in no way that counts (L-11).
    """
    wie = lezers(werk, zaak, op, aard_van_besluit(zaak, record))
    bereikt = tuple(Bekendmaking(aan=persoon.id, wijze=wijze, op=op) for persoon in wie.personen or ())
    namens = tuple(item.id for item in wie.client.vertegenwoordigers if item.geldt_op(op))
    regels = _toets(omgeving, zaak, record, bereikt, (*_gezag(werk, zaak), *namens))
    _zet_berichten_klaar(werk, omgeving, zaak, regels)
    return bereikt


def _gezag(werk: Werkeenheid, zaak: Zaak) -> tuple[str, ...]:
    leden = werk.dossiers.haal(zaak.dossier_id).leden
    lid = next((lid for lid in leden if lid.inwoner == zaak.client_id), None)
    return (lid.gezag if lid else None) or ()


def _toets(
    omgeving: Omgeving,
    zaak: Zaak,
    record: Besluitrecord,
    bereikt: tuple[Bekendmaking, ...],
    namens: tuple[str, ...],
) -> tuple[Regeltoets, ...]:
    context = KennisgevingToets(
        zaak=zaak,
        bekendmakingen=bereikt,
        vertegenwoordigers=namens,
        adviseurs_afgeweken=tuple(advies.van for advies in record.besluit.adviezen if not advies.overgenomen),
        beeld=omgeving.beeld(),
    )
    return toets_antwoord(omgeving, Moment.KENNISGEVING, context, f"Zaak {zaak.id}")


def _zet_berichten_klaar(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, regels: tuple[Regeltoets, ...]) -> None:
    """Put the notices that are due now before who sends (Awb 3:43; L-12)."""
    verzender = route_van(omgeving, zaak, omgeving.vandaag()).verzend_rol
    for item in regels:
        if item.regel != "L-12" or item.oordeel is Oordeel.VOLDOET:
            continue
        werk.signaleringen.bewaar(
            Signalering(
                id=nieuw_id("SG"),
                dossier_id=zaak.dossier_id,
                zaak_id=zaak.id,
                soort=Signaleringsoort.SIGNALERING,
                op=omgeving.vandaag(),
                door=werk.actor.medewerker or "toegang",
                aan=zaak.leden[0] if verzender.startswith(VOORVOEGSEL) else verzender,
                tekst=f"{item.boodschap} ({item.grondslag}).",
            )
        )
