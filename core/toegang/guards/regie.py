"""Rules on regie: one professional regisseur per huishouden, and never taken over without ground."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Regiemodus
from toegang.guards.contexten import RegieToets
from toegang.guards.register import Moment, Regelsoort, regel

OVERDRACHT = "OVERDRACHT"
"""Code of the reason with which regie goes to somebody else."""


@regel(
    "W-13",
    Regelsoort.ORGANISATIE,
    Moment.REGIE,
    "Eén huishouden heeft hooguit één professionele regisseur, over alle zaken heen.",
    basis=True,
)
def een_regisseur(t: RegieToets) -> Iterable[str]:
    """W-13, D-10: one regisseur; a change during another open zaak needs a recorded reason."""
    if t.regie.modus is Regiemodus.ZELF and t.regie.regisseur is not None:
        yield "de inwoner voert zelf de regie, dus er kan geen professionele regisseur zijn"
    if t.regie.modus is not Regiemodus.ZELF and t.regie.regisseur is None:
        yield f"bij {t.regie.modus} hoort een regisseur"
    huidig = t.huishouden.regie
    lopend = any(zaak.open for zaak in t.huishouden.zaken)
    if huidig is None or huidig.regisseur is None or not lopend:
        return
    if t.regie.regisseur != huidig.regisseur and not t.regie.reden.code.startswith(OVERDRACHT):
        yield f"dit huishouden heeft al een regisseur ({huidig.regisseur}); een andere vraagt een overdracht met reden"


@regel("D-10", Regelsoort.ORGANISATIE, Moment.REGIE, "Eén huishouden, één plan, één regisseur.")
def precies_een_regisseur(t: RegieToets) -> Iterable[str]:
    """D-10: exactly one regisseur per household."""
    if t.regie.regisseur is None:
        yield "er is geen regisseur aangewezen"


@regel(
    "D-13",
    Regelsoort.ORGANISATIE,
    Moment.REGIE,
    "Regie overnemen kan alleen op een grond die de gemeente heeft vastgelegd.",
    basis=True,
)
def overname_op_grond(t: RegieToets) -> Iterable[str]:
    """D-13: takeover only in listed cases."""
    gronden = t.beeld.organisatie.regie.gronden_overname
    if t.regie.modus is Regiemodus.OVERGENOMEN and t.regie.grond not in gronden:
        yield f"'{t.regie.grond}' is geen grond om de regie over te nemen ({', '.join(gronden) or 'er zijn er geen'})"


@regel(
    "B-25",
    Regelsoort.ORGANISATIE,
    Moment.REGIE,
    "Een casemanager is er precies dan als er meer dan één professional is en de cliënt niet zelf kan sturen.",
)
def casemanager_als_nodig(t: RegieToets) -> Iterable[str]:
    """B-25: casemanager iff more than one professional and the client cannot lead (well)."""
    nodig = t.huishouden.aantal_professionals > 1 and not t.huishouden.kan_zelf_regie_voeren
    if nodig and t.regie.casemanager is None:
        yield "er is meer dan één professional en de cliënt kan niet zelf sturen, maar er is geen casemanager"
    if not nodig and t.regie.casemanager is not None:
        yield "er is een casemanager aangewezen terwijl dat niet nodig is"


@regel("B-41", Regelsoort.ORGANISATIE, Moment.REGIE, "De regie op de indicatie gaat nooit naar een aanbieder.")
def indicatieregie_blijft(t: RegieToets) -> Iterable[str]:
    """B-41: coordination may move to a provider; regie on the indication may not."""
    if t.regie.indicatieregie is None:
        yield "er is niemand die de regie op de indicatie heeft"
        return
    houder = t.kandidaten.get(t.regie.indicatieregie)
    if houder is None or not houder.werkgeversoort.is_bestuursorgaan:
        yield f"{t.regie.indicatieregie} werkt niet bij de gemeente en mag de regie op de indicatie niet hebben"


@regel("S-13", Regelsoort.ORGANISATIE, Moment.REGIE, "De inwoner voert zelf de regie, tenzij er een reden is.")
def inwoner_voert_regie(t: RegieToets) -> Iterable[str]:
    """S-13: default regisseur is the resident; a deviation rests on facts of the household."""
    if t.regie.modus is not Regiemodus.ZELF and t.huishouden.kan_zelf_regie_voeren:
        yield "de inwoner kan zelf de regie voeren, maar die is bij een ander gelegd"


@regel(
    "Z-17",
    Regelsoort.ORGANISATIE,
    Moment.REGIE,
    "Degene die begeleidt, is ook het eerste aanspreekpunt.",
)
def begeleider_is_aanspreekpunt(t: RegieToets) -> Iterable[str]:
    """Z-17: the worker who supports is always the first contact."""
    if t.regie.regisseur is not None and t.regie.regisseur != t.regie.eerste_aanspreekpunt:
        yield f"het aanspreekpunt is {t.regie.eerste_aanspreekpunt}, maar {t.regie.regisseur} begeleidt"
