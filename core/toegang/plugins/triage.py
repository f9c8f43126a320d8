"""Intake in general: which door does it, what is registered, and which team goes on with it.

Steered by the data of the gemeente: doors that pass on (``geeft_door_aan``), doors that store
contact details only (``registreert``), what is stored of a question answered at once
(``direct_antwoord``), and which team takes which question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from toegang.domain.begrippen import Afhandeling, Kanaal, Problematiek, Registratie, Wet
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.levensloop import begint_met_aanvraag
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.organisatie import Organisatie
from toegang.domain.organisatiedelen import Loket, Team
from toegang.domain.producten import LANDELIJK
from toegang.domain.reden import Reden
from toegang.errors import Controlefout
from toegang.plugins.regelgids import geldend, reden
from toegang.plugins.vasteweg import vaste_intake

SCHRIFTELIJK = frozenset({Kanaal.WEBFORMULIER, Kanaal.BRIEF, Kanaal.EMAIL, Kanaal.MIJN_INKOMEN})
"""Only a written question can be an aanvraag (Awb 4:1)."""


@dataclass(frozen=True)
class Bestemming:
    """The team that goes on with a question.

    Args:
        team: the team.
        problematiek: outcome of triage; MEERVOUDIG too when no single team takes all acts (D-2).
        gebied_bekend: the team was found by area; False = the area is unknown here.
    """

    team: Team
    problematiek: Problematiek
    gebied_bekend: bool


def loket_van(melding: Melding, organisatie: Organisatie) -> Loket:
    """Return the door where the question came in; no door refuses, so an unknown one is the first (L-36)."""
    return organisatie.loket(melding.loket) or organisatie.loketten[0]


def intakeloket(loket: Loket, organisatie: Organisatie) -> Loket:
    """Return the door that does the intake of what comes in at ``loket`` (S-6, B-1)."""
    return (organisatie.loket(loket.geeft_door_aan) if loket.geeft_door_aan else None) or loket


def registratie_van(melding: Melding) -> Registratie:
    """Return what a question is when it is stored in full.

    Written and about a line that begins with an aanvraag: AANVRAAG, also beside other questions (core
    opens each zaak by its own line). Otherwise MELDING, so an oral question too (Awb 4:1).
    """
    aanvraag = any(begint_met_aanvraag(wet) for wet in melding.wetten)
    return Registratie.AANVRAAG if aanvraag and melding.kanaal in SCHRIFTELIJK else Registratie.MELDING


def kan_meteen(melding: Melding) -> bool:
    """Tell whether a question may be answered without a melding: manageable, and agreed (Z-7, F-4).

    A written aanvraag never: it asks for a decision (Awb 1:3 lid 3, 4:13).
    """
    aanvraag = registratie_van(melding) is Registratie.AANVRAAG
    return melding.behapbaar and melding.wil_geen_melding and not aanvraag


def ladder_doorlopen(contacten: Iterable[Contact]) -> bool:
    """Tell whether click and call came before (S-2, Z-3)."""
    kanalen = {contact.kanaal for contact in contacten}
    digitaal = kanalen & {Kanaal.WEBFORMULIER, Kanaal.EMAIL, Kanaal.MIJN_INKOMEN}
    return bool(digitaal) and Kanaal.TELEFOON in kanalen


def kies_bestemming(
    organisatie: Organisatie, wetten: tuple[Wet, ...], problematiek: Problematiek, gebied: str | None, op: date
) -> Bestemming | None:
    """Return the team that takes these acts, or ``None`` when no team takes any of them.

    Args:
        organisatie: the gemeente.
        wetten: acts asked under; the first one decides when no team takes them all.
        problematiek: as the questions look.
        gebied: wijk or kern; a team of that area goes first.
        op: day.
    """
    meervoudig, eerste = Problematiek.MEERVOUDIG, wetten[:1]
    pogingen = ((wetten, problematiek), (wetten, meervoudig), (eerste, problematiek), (eerste, meervoudig))
    for gezocht, uitkomst in pogingen:
        team, bekend = _team(organisatie, gezocht, uitkomst, gebied, op)
        if team is not None:
            return Bestemming(team, uitkomst, bekend)
    return None


def _team(
    organisatie: Organisatie, wetten: tuple[Wet, ...], problematiek: Problematiek, gebied: str | None, op: date
) -> tuple[Team | None, bool]:
    """Return the team of the area, or else the first team that takes the acts, and whether the area told."""
    elders: Team | None = None
    for team in organisatie.teams:
        if all(team.neemt(wet, problematiek, gebied, op) for wet in wetten):
            return team, True
        overal = team.gebieden[0] if team.gebieden else None
        if elders is None and all(team.neemt(wet, problematiek, overal, op) for wet in wetten):
            elders = team
    return elders, False


def vereis_bestemming(melding: Melding, gemeente: Gemeentebeeld) -> Bestemming:
    """Return the team that goes on with a question.

    Raises:
        Controlefout: no team of this gemeente takes the act; its data have a gap.
    """
    organisatie = gemeente.organisatie
    gevonden = kies_bestemming(organisatie, melding.wetten, melding.problematiek, melding.gebied, gemeente.peildatum)
    if gevonden is None:
        raise Controlefout(
            f"Gemeente {organisatie.naam}: geen enkel team behandelt vragen over {', '.join(melding.wetten)}.",
            vervolg="Vul de teams aan in organisatie.toml (sleutel 'wetten').",
        )
    return gevonden


def woont_elders(melding: Melding) -> bool:
    """Tell whether the question belongs to the gemeente where the person lives (L-74, L-121)."""
    producten = {vraag.product for vraag in melding.hulpvragen}
    return not melding.woont_in_gemeente and bool(melding.wetten) and not producten <= LANDELIJK


# --- the answers that follow from data alone -----------------------------------------------------------


def standaardintake(melding: Melding, gemeente: Gemeentebeeld) -> Intake:
    """Return the intake that follows from the data of the gemeente.

    Args:
        melding: the question.
        gemeente: organisation, settings and day.

    Raises:
        Controlefout: no team takes the act asked under.
    """
    organisatie = gemeente.organisatie
    loket = loket_van(melding, organisatie)
    actor = intakeloket(loket, organisatie)
    if loket.registreert is Registratie.CONTACTGEGEVENS:
        return _doorgeefluik(melding, loket, actor, organisatie)
    if kan_meteen(melding) and organisatie.direct_antwoord is not None:
        return meteen_beantwoord(melding, actor, organisatie.direct_antwoord, organisatie)
    if woont_elders(melding):
        return _naar_woongemeente(melding, actor)
    if (vast := vaste_intake(melding, actor, organisatie)) is not None:
        return vast
    if not melding.wetten:
        return voorliggend_veld(melding, actor, organisatie)
    return _in_behandeling(melding, loket, actor, gemeente)


def _doorgeefluik(melding: Melding, loket: Loket, actor: Loket, organisatie: Organisatie) -> Intake:
    tekst = f"{loket.naam} noteert alleen contactgegevens en geeft de vraag door aan {actor.naam}."
    regels = geldend(organisatie, "B-1", "L-36")
    return Intake(
        actor=actor.id,
        registratie=Registratie.CONTACTGEGEVENS,
        afhandeling=Afhandeling.DOORGELEID,
        bestemming=actor.id,
        reden=Reden.van("ALLEEN_CONTACTGEGEVENS", tekst, *regels, loket=loket.id, kanaal=melding.kanaal),
    )


def meteen_beantwoord(melding: Melding, actor: Loket, bewaar: Registratie, organisatie: Organisatie) -> Intake:
    """Return the intake of a manageable question that is answered at once; no zaak follows.

    Args:
        melding: the question.
        actor: the door that answers.
        bewaar: what is stored of it.
        organisatie: the gemeente.
    """
    regels = geldend(organisatie, "Z-7", "S-3", "B-3", "B-16")
    tekst = "De vraag was behapbaar en is meteen beantwoord; de inwoner wilde geen melding."
    return Intake(
        actor=actor.id,
        registratie=bewaar,
        afhandeling=Afhandeling.BEANTWOORD,
        problematiek=melding.problematiek,
        reden=Reden.van("METEEN_BEANTWOORD", tekst, *regels, kanaal=melding.kanaal),
    )


def voorliggend_veld(melding: Melding, actor: Loket, organisatie: Organisatie) -> Intake:
    """Return the intake of a question that an algemene voorziening can answer; no besluit (B-7, B-14, W-11)."""
    regels = geldend(organisatie, "S-3", "B-7", "B-14", "B-16", "W-7", "W-11")
    tekst = f"Er is niets formeels gevraagd; {actor.naam} verwijst naar algemene voorzieningen."
    return Intake(
        actor=actor.id,
        registratie=Registratie.CONTACTGEGEVENS,
        afhandeling=Afhandeling.VOORLIGGEND_VELD,
        problematiek=melding.problematiek,
        reden=Reden.van("VOORLIGGEND_VELD", tekst, *regels, kanaal=melding.kanaal),
    )


def _naar_woongemeente(melding: Melding, actor: Loket) -> Intake:
    tekst = f"De inwoner woont elders; {actor.naam} zendt de vraag met de eerste dag van ontvangst door."
    return Intake(
        actor=actor.id,
        registratie=registratie_van(melding),
        afhandeling=Afhandeling.DOORGELEID,
        bestemming=actor.id,
        problematiek=melding.problematiek,
        reden=Reden.van("GEEN_INGEZETENE", tekst, "L-36", "L-74", "L-121", ontvangen_op=melding.ontvangen_op),
    )


def _in_behandeling(melding: Melding, loket: Loket, actor: Loket, gemeente: Gemeentebeeld) -> Intake:
    organisatie = gemeente.organisatie
    doel = vereis_bestemming(melding, gemeente)
    elders = loket.id != actor.id or (organisatie.loket(doel.team.id) is not None and doel.team.id != loket.id)
    afhandeling = Afhandeling.DOORGELEID if elders else Afhandeling.IN_BEHANDELING
    return Intake(
        actor=actor.id,
        registratie=registratie_van(melding),
        afhandeling=afhandeling,
        bestemming=doel.team.id,
        problematiek=doel.problematiek,
        wetten=melding.wetten,
        reden=_waarom_daar(melding, loket, doel, organisatie, elders=elders),
    )


def _waarom_daar(melding: Melding, loket: Loket, doel: Bestemming, organisatie: Organisatie, *, elders: bool) -> Reden:
    enkel = doel.problematiek is Problematiek.ENKELVOUDIG
    regels = ["D-1", "D-2", "D-3" if enkel else "D-4", "D-5", "Z-8", "W-1"]
    regels += ["D-7", "L-36"] if elders else []
    regels += ["Z-6"] if melding.verwijzer else []
    feiten: dict[str, object] = {"loket": loket.id, "bestemming": doel.team.id, "kanaal": melding.kanaal}
    if elders:
        feiten["ontvangen_op"] = melding.ontvangen_op
    if melding.verwijzer:
        feiten["verwijzer"] = melding.verwijzer.soort
    if not doel.gebied_bekend:
        feiten["gebied"] = "onbekend"
    if enkel:
        code, uitleg = "ENKELVOUDIG", "Er is één hulpvraag"
    elif melding.problematiek is Problematiek.ENKELVOUDIG:
        code, uitleg = "MEERVOUDIG_OVER_WETTEN", "De vraag raakt meer wetten dan één team behandelt"
    else:
        code, uitleg = "MEERVOUDIG", "Er is meer dan één op zichzelf staand probleem"
    tekst = f"{uitleg}; {doel.team.naam} gaat ermee verder."
    return reden(code, tekst, geldend(organisatie, *regels), feiten)
