"""What a source prefers ("liefst", "bij voorkeur"): these rules warn where a user looks, and never block."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Kanaal, Plansoort
from toegang.domain.organisatie import Organisatie
from toegang.domain.organisatiedelen import Loket, Loketsoort
from toegang.guards.contexten_beleid import BeleidToets
from toegang.guards.contexten_mensen import MedewerkerToets
from toegang.guards.contexten_nazorg import RapportToets, ToewijzingToets
from toegang.guards.register import Moment, Regelsoort, regel

# --- the organisation itself: toegang gemeente controleer ---------------------------------------------


@regel(
    "B-8",
    Regelsoort.ORGANISATIE,
    Moment.BELEID,
    "Het telefoonmenu van het KCC heeft liefst een eigen keuze voor het sociaal domein.",
    waarschuwt=True,
)
def eigen_keuze_in_telefoonmenu(t: BeleidToets) -> Iterable[str]:
    """B-8: who calls the KCC finds the social domain in the menu."""
    for loket in _met_telefoon(t.beeld.organisatie):
        if loket.soort is Loketsoort.KCC and not loket.telefoonkeuze.strip():
            yield f"het telefoonmenu van {loket.naam} heeft geen keuze voor het sociaal domein (telefoonkeuze)"


@regel(
    "B-9",
    Regelsoort.ORGANISATIE,
    Moment.BELEID,
    "De telefoon wordt liefst door de administratie opgenomen.",
    waarschuwt=True,
)
def telefoon_bij_administratie(t: BeleidToets) -> Iterable[str]:
    """B-9: a door that takes calls is administratie, or passes them on to it."""
    organisatie = t.beeld.organisatie
    met_telefoon = _met_telefoon(organisatie)
    for loket in met_telefoon:
        if _eindigt_bij(loket, organisatie).soort is not Loketsoort.ADMINISTRATIE:
            yield f"{loket.naam} neemt de telefoon op en geeft niet door aan de administratie"
    if not any(loket.soort is Loketsoort.ADMINISTRATIE for loket in met_telefoon):
        yield "geen loket van de administratie is telefonisch te bereiken"


@regel(
    "B-28",
    Regelsoort.ORGANISATIE,
    Moment.BELEID,
    "Het plan 1Gezin1Plan volgt liefst een vast format.",
    waarschuwt=True,
)
def vast_format_van_gezinsplan(t: BeleidToets) -> Iterable[str]:
    """B-28: where a plan of the whole family is in use, the gemeente says which format it follows."""
    organisatie = t.beeld.organisatie
    in_gebruik = {organisatie.plansoort, organisatie.plansoort_meervoudig, *organisatie.plansoorten}
    if Plansoort.GEZINSPLAN in in_gebruik and not organisatie.planformaten.get(Plansoort.GEZINSPLAN, "").strip():
        yield "voor het gezinsplan is geen vast format genoemd (planformaten)"


@regel(
    "B-53",
    Regelsoort.ORGANISATIE,
    Moment.BELEID,
    "Andere processen sluiten liefst aan op het sociaal domein.",
    waarschuwt=True,
)
def andere_processen_sluiten_aan(t: BeleidToets) -> Iterable[str]:
    """B-53: of every process that the source names it is agreed how it joins."""
    geregeld = {item.proces for item in t.beeld.organisatie.aansluitingen}
    gewenst = t.beeld.organisatie.regels["B-53"].lijsten.get("processen", ())
    if mist := [proces for proces in gewenst if proces not in geregeld]:
        yield f"nog niet afgesproken is hoe deze processen aansluiten: {', '.join(mist)} ([[aansluiting]])"


# --- people: toegang medewerker nieuw, rol and controleer ---------------------------------------------


@regel(
    "B-66",
    Regelsoort.ORGANISATIE,
    Moment.MEDEWERKER,
    "De administratie verdeelt het werk liefst per vakgebied.",
    waarschuwt=True,
)
def administratie_per_vakgebied(t: MedewerkerToets) -> Iterable[str]:
    """B-66: who works at administratie has fields of his or her own, and not all of them."""
    mens, lijsten = t.medewerker, t.beeld.organisatie.regels["B-66"].lijsten
    if mens.functie not in lijsten.get("functies", ()):
        return
    vakgebieden = lijsten.get("vakgebieden", ())
    eigen = [veld for veld in vakgebieden if veld in mens.disciplines]
    if not eigen:
        yield f"{mens.id} doet administratie zonder eigen vakgebied; kies uit {', '.join(vakgebieden)}"
    elif len(eigen) == len(vakgebieden) > 1:
        yield f"{mens.id} doet de administratie van alle vakgebieden: {', '.join(eigen)}"


# --- the provider: toegang levering wijs-toe ----------------------------------------------------------


@regel(
    "B-42",
    Regelsoort.ORGANISATIE,
    Moment.TOEWIJZING,
    "Een aanbieder heeft per gezin liefst één contactpersoon.",
    waarschuwt=True,
)
def een_contact_per_gezin(t: ToewijzingToets) -> Iterable[str]:
    """B-42: one person at the provider arranges all for this family; known by a reference, not by name."""
    if not t.levering.contact:
        yield f"aanbieder '{t.aanbieder.id}' heeft voor dit gezin geen contactpersoon genoemd (--contact)"
        return
    anderen = sorted({item.contact for item in t.bij_gezin if item.contact} - {t.levering.contact})
    if anderen:
        yield f"aanbieder '{t.aanbieder.id}' heeft bij dit gezin al een contactpersoon: {', '.join(anderen)}"


# --- figures: toegang rapport intervisie --------------------------------------------------------------


@regel(
    "B-81",
    Regelsoort.ORGANISATIE,
    Moment.RAPPORT,
    "Intervisie, onderling en extern, wordt liefst bijgehouden.",
    waarschuwt=True,
)
def intervisie_bijgehouden(t: RapportToets) -> Iterable[str]:
    """B-81: in the period both kinds were held and recorded."""
    if t.intervisie is None:
        return
    if t.intervisie.onderling == 0:
        yield "in deze periode is geen onderlinge intervisie vastgelegd"
    if t.intervisie.extern == 0:
        yield "in deze periode is geen intervisie met iemand van buiten vastgelegd"


def _met_telefoon(organisatie: Organisatie) -> list[Loket]:
    return [loket for loket in organisatie.loketten if Kanaal.TELEFOON in loket.kanalen]


def _eindigt_bij(loket: Loket, organisatie: Organisatie) -> Loket:
    """Return the door that in the end does the intake of what comes in at this one; a circle ends it."""
    gezien = {loket.id}
    while loket.geeft_door_aan is not None and loket.geeft_door_aan not in gezien:
        volgende = organisatie.loket(loket.geeft_door_aan)
        if volgende is None:
            break
        gezien.add(volgende.id)
        loket = volgende
    return loket
