"""What goes with a copy: why the gemeente keeps this, who gets it, how long, and who looked (AVG 15 lid 1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from toegang.domain.organisatie import Organisatie
from toegang.domain.zaak import Zaak
from toegang.privacy.woorden import ONDERWERP
from toegang.storage import Logregel, NietGevonden, Werkeenheid

_BEHEER = "beheer van het systeem"
_DADEN = {
    "zaak.ingezien": "het dossier is bekeken",
    "zaak.getoond": "de stand van de zaak is bekeken",
    "inwoner.ingezien": "het dossier is aan u of uw vertegenwoordiger getoond",
    "inwoner.afschrift": "er is een afschrift voor u gemaakt",
    "inwoner.gezocht": "u bent opgezocht in het systeem",
    "melding.ingezien": "de melding is bekeken",
    "plan.ingezien": "het plan is bekeken",
    "voorstel.ingezien": "het voorstel is bekeken",
    "signalering.ingezien": "een signalering is bekeken",
    "exemplaren.gezien": "er is gekeken wie een brief krijgt",
    "vertegenwoordigers.gezien": "er is gekeken wie voor u optreedt",
    "brief.gelezen": "een brief is bekeken",
    "brief.herdrukt": "een brief is opnieuw afgedrukt",
    "logboek.geraadpleegd": "er is nagekeken wie uw gegevens zag",
    "opslag.geschreven": "er is iets opgeslagen",
    "regel.geweigerd": "een stap is geweigerd",
    "brief.gemaakt": "er is een brief gemaakt",
    "besluit.genomen": "er is een besluit genomen",
    "besluit.bekendgemaakt": "een besluit is verzonden",
    "plan.vastgesteld": "het plan is vastgelegd",
    "gesprek.vastgelegd": "een gesprek is vastgelegd",
    "aanvraag.geregistreerd": "de aanvraag is geregistreerd",
    "zaak.gesloten": "de zaak is gesloten",
    "hook.route_intake": "de vraag is verdeeld",
    "hook.compose_team": "het team is samengesteld",
    "hook.assign_regie": "de regie is belegd",
    "hook.draft_beschikking": "de vorm van het besluit is bepaald",
    "hook.decide_archivering": "het bewaren is bepaald",
}
_RECHTEN = (
    "U mag vragen om verbetering of vernietiging van gegevens, om minder gebruik ervan, en u mag bezwaar maken tegen "
    "het gebruik. U mag een klacht indienen bij de Autoriteit Persoonsgegevens."
)


def wie_keek(
    werk: Werkeenheid, dossier_id: str, nummers: frozenset[str], functies: Mapping[str, str]
) -> list[dict[str, str]]:
    """Return every log line on this resident: when, what and by which functie; never by whom (L-141).

    Args:
        werk: a unit of work.
        dossier_id: the dossier.
        nummers: the zaaknummers of the resident; lines on zaken of other members are left out.
        functies: printed functie of every medewerker, by id.
    """
    return [
        {
            "op": regel.op.isoformat(timespec="seconds"),
            "wat": daad(regel.actie),
            "functie": functies.get(regel.medewerker or "", _BEHEER),
            "zaak": regel.zaak or "",
        }
        for regel in regels_over(werk, dossier_id, nummers)
    ]


def regels_over(werk: Werkeenheid, dossier_id: str, nummers: frozenset[str]) -> tuple[Logregel, ...]:
    """Return every log line on a resident, the oldest first.

    Args:
        werk: a unit of work.
        dossier_id: the dossier.
        nummers: the zaaknummers of the resident; lines on zaken of other members are left out.
    """
    regels = {regel.volgnr: regel for regel in werk.logboek.regels(dossier=dossier_id)}
    for nummer in nummers:
        regels |= {regel.volgnr: regel for regel in werk.logboek.regels(zaak=nummer)}
    return tuple(regel for _, regel in sorted(regels.items()) if regel.zaak is None or regel.zaak in nummers)


def daad(actie: str) -> str:
    """Say in Dutch what a log line is about; one without words of its own is shown as it is."""
    return _DADEN.get(actie, actie)


def informatie(werk: Werkeenheid, zaken: tuple[Zaak, ...], organisatie: Organisatie, op: date) -> dict[str, Any]:
    """Return what the law asks to tell with a copy.

    Args:
        werk: a unit of work.
        zaken: the zaken of the resident.
        organisatie: the gemeente.
        op: the day of the copy.
    """
    aanbieders = {
        item.aanbieder
        for zaak in zaken
        for record in werk.besluiten.zoek(zaak_id=zaak.id)
        for item in record.besluit.voorzieningen
        if item.aanbieder
    }
    return {
        "doelen": sorted({ONDERWERP[zaak.wet] for zaak in zaken}),
        "verantwoordelijke": _verantwoordelijke(zaken, organisatie, op),
        "ontvangers": sorted(aanbieders),
        "bewaren": [{"zaak": zaak.id, "tot": _bewaren(werk, zaak)} for zaak in zaken],
        "bron": "uzelf of wie namens u de melding deed, en de basisregistratie personen",
        "besluiten_door_een_computer": "nee; elk besluit is door een mens genomen",
        "rechten": _RECHTEN,
    }


def _verantwoordelijke(zaken: tuple[Zaak, ...], organisatie: Organisatie, op: date) -> str:
    """Return who is responsible: the body that decides under the act of each zaak (AVG 4 onder 7).

    Without a zaak, and where the body of an act is not known yet, that is the college.
    """
    organen = [organisatie.orgaan(zaak.wet, op) for zaak in zaken] or [organisatie.eigen_orgaan]
    return " en ".join(
        dict.fromkeys(organisatie.bestuursorgaan if orgaan.is_open else orgaan.naam for orgaan in organen)
    )


def _bewaren(werk: Werkeenheid, zaak: Zaak) -> str:
    try:
        dag = werk.archief.haal(zaak.id).actiedatum
    except NietGevonden:
        return "nog niet bekend: de zaak is niet afgesloten"
    return dag.isoformat() if dag else "nog niet bekend: de hulp loopt nog"
