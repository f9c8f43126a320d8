"""Rules on seeing: which medewerker may see a zaak, and what a resident gets to see of the own file."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.inwonerinzage import ALLEEN_MINDERJARIG, Inzagelaag, Vertegenwoordiging, Verzoeker
from toegang.guards.contexten_inzage import InwonerToets, InzageToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "Z-20",
    Regelsoort.ORGANISATIE,
    Moment.INZAGE,
    "Een zaak ziet alleen wie daarvoor bevoegd is, in elke fase.",
    basis=True,
)
def alleen_wie_bevoegd_is(t: InzageToets) -> Iterable[str]:
    """Z-20: the table ``[[inzage]]`` decides; a medewerker may go past it with a reason, which is logged."""
    if t.medewerker is None:
        yield "deze gebruiker is geen medewerker van de gemeente en opent geen dossiers"
        return
    if t.reden is not None or mag_zien(t):
        return
    yield (
        f"medewerker {t.medewerker} is niet bij deze zaak betrokken en mag haar volgens de tabel inzage niet zien "
        f"({t.diepte.lower()}); moet het toch, zeg dan waarom met --reden"
    )


def mag_zien(t: InzageToets) -> bool:
    """Tell whether a row of the table lets this medewerker see this zaak so deep."""
    return any(
        recht.geeft(t.diepte)
        and recht.geldt_voor(t.zaak.wet, t.zaak.status)
        and (not t.betrokken.isdisjoint(recht.betrokken) or t.functie in recht.functies)
        for recht in t.rechten
    )


@regel(
    "L-70",
    Regelsoort.WET,
    Moment.INWONER,
    "Onder twaalf jaar krijgt alleen de wettelijke vertegenwoordiger inzage, tot zestien ook die.",
    grondslag="Wmo 2015 art. 5.3.2",
)
def leeftijd_bij_inzage(t: InwonerToets) -> Iterable[str]:
    """L-70: refused under twelve; the legal representative under sixteen."""
    if t.voor is Verzoeker.INWONER:
        if t.onder_12 is not False:
            yield _leeftijd(t.onder_12, "jonger dan twaalf jaar; alleen de wettelijke vertegenwoordiger krijgt inzage")
    elif t.grond is None:
        yield "het is niet gezegd op welke grond iemand de inwoner vertegenwoordigt"
    else:
        if t.grond in ALLEEN_MINDERJARIG and t.onder_16 is not True:
            vanaf = "zestien jaar of ouder en vraagt zelf om inzage; gezag of voogdij is dan geen grond"
            yield _leeftijd(t.onder_16, vanaf)
        if t.grond is Vertegenwoordiging.GEZAG and t.heeft_gezag is not True:
            weet = "niet bekend wie het gezag heeft" if t.heeft_gezag is None else "geen gezag van deze persoon bekend"
            yield f"in het huishouden is {weet} over deze inwoner"


def _leeftijd(oordeel: bool | None, wat: str) -> str:
    return "de leeftijd van de inwoner is niet te bepalen" if oordeel is None else f"de inwoner is {wat}"


@regel(
    "B-56",
    Regelsoort.ORGANISATIE,
    Moment.INWONER,
    "De inwoner ziet het eigen dossier, met passende rechten en in lagen.",
    basis=True,
)
def in_lagen(t: InwonerToets) -> Iterable[str]:
    """B-56: beyond the overview only after a check of identity, and never what is about another."""
    if t.lagen - {Inzagelaag.OVERZICHT} and not t.identiteit_vastgesteld:
        yield "het dossier en een afschrift komen pas na controle van de identiteit"
    for wat in t.van_anderen:
        yield f"{wat} gaat over een ander lid van het huishouden"


@regel(
    "S-17",
    Regelsoort.ORGANISATIE,
    Moment.INWONER,
    "De inwoner ziet de eigen contactmomenten en afspraken.",
    basis=True,
)
def momenten_zichtbaar(t: InwonerToets) -> Iterable[str]:
    """S-17: every contact moment and appointment of the resident is in the view."""
    gemist = sorted(t.momenten - t.getoond)
    if gemist:
        yield f"niet alle contactmomenten en afspraken zijn te zien ({', '.join(gemist)})"


@regel(
    "L-137",
    Regelsoort.WET,
    Moment.INWONER,
    "Een afschrift geeft alles van de zaken van de inwoner, met wie het zag.",
    grondslag="AVG art. 13, 14 en 15",
    bewijs="M",
)
def afschrift_is_volledig(t: InwonerToets) -> Iterable[str]:
    """L-137: whatever is stored is in the copy, or named as withheld with its reason."""
    if Inzagelaag.AFSCHRIFT in t.lagen and t.ontbreekt:
        yield f"in het afschrift ontbreekt: {', '.join(t.ontbreekt)}"


@regel(
    "L-141",
    Regelsoort.WET,
    Moment.INWONER,
    "Een regel over wie keek noemt de functie, niet de medewerker.",
    grondslag="Standaard Logboek dataverwerkingen (Logius), bij AVG art. 30",
)
def logregel_zonder_medewerker(t: InwonerToets) -> Iterable[str]:
    """L-141: who the user was is for the audit log of the gemeente only."""
    if t.medewerkers:
        yield f"een logregel noemt de medewerker ({', '.join(t.medewerkers)})"
