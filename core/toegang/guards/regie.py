"""Rules on regie: one professional regisseur per huishouden, and never taken over without ground."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Problematiek, Regiemodus, Werkgeversoort
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
    yield from _inwoner_kan_regie_voeren(t)
    huidig = t.huishouden.regie
    lopend = any(zaak.open for zaak in t.huishouden.zaken)
    if huidig is not None and huidig.inwoner is not None and t.regie.inwoner is None:
        yield from _van_de_inwoner_af(t)
    if huidig is None or huidig.regisseur is None or not lopend:
        return
    if t.regie.regisseur != huidig.regisseur and not t.regie.reden.code.startswith(OVERDRACHT):
        yield f"dit huishouden heeft al een regisseur ({huidig.regisseur}); een andere vraagt een overdracht met reden"


def _van_de_inwoner_af(t: RegieToets) -> Iterable[str]:
    """A resident who leads, and can, hands over; nobody takes it because another zaak came."""
    if t.huishouden.kan_zelf_regie_voeren and not t.regie.reden.code.startswith(OVERDRACHT):
        yield "een inwoner voert hier de regie en kan dat ook; een ander vraagt een overdracht met reden"


def _inwoner_kan_regie_voeren(t: RegieToets) -> Iterable[str]:
    """A resident who is regisseur is a grown-up of this household, and then nobody else is."""
    if t.regie.inwoner is None:
        return
    if t.regie.modus is not Regiemodus.ZELF:
        yield f"{t.regie.inwoner} voert zelf de regie, en toch staat er {t.regie.modus}"
    lid = next((item for item in t.huishouden.leden if item.inwoner == t.regie.inwoner), None)
    if lid is None:
        yield f"{t.regie.inwoner} hoort niet bij dit huishouden"
    elif lid.minderjarig is not False:
        yield f"{t.regie.inwoner} is niet (aantoonbaar) meerderjarig en kan geen regisseur zijn"


@regel("D-10", Regelsoort.ORGANISATIE, Moment.REGIE, "Eén huishouden, één plan, één regisseur.")
def precies_een_regisseur(t: RegieToets) -> Iterable[str]:
    """D-10: exactly one regisseur per household: one professional, or a member of the household by name."""
    if t.regie.regisseur is None and t.regie.inwoner is None:
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


@regel("B-40", Regelsoort.ORGANISATIE, Moment.REGIE, "De regie op de indicatie ligt bij de consulent die beoordeelt.")
def consulent_is_regievoerder(t: RegieToets) -> Iterable[str]:
    """B-40: the consulent of the zaak guards the indication, unless that was placed before."""
    eerder = t.huishouden.regie.indicatieregie if t.huishouden.regie else None
    beoordelaars = {lid.medewerker for lid in t.team.beoordelaars(t.zaak.wet)}
    if t.regie.indicatieregie is not None and t.regie.indicatieregie not in beoordelaars | {eerder}:
        yield f"{t.regie.indicatieregie} beoordeelt deze zaak niet en heeft toch de regie op de indicatie"


@regel("D-11", Regelsoort.ORGANISATIE, Moment.REGIE, "Bij een enkele vraag is regie niet meer dan Het Gesprek.")
def regie_is_het_gesprek(t: RegieToets) -> Iterable[str]:
    """D-11: an enkelvoudige zaak needs no casemanager beside whoever holds Het Gesprek."""
    if t.zaak.problematiek is Problematiek.ENKELVOUDIG and t.regie.casemanager is not None:
        yield f"voor een enkele vraag is {t.regie.casemanager} aangewezen als casemanager"


@regel("D-12", Regelsoort.ORGANISATIE, Moment.REGIE, "Bij een meervoudige vraag regelt de buurtcoach de regie.")
def buurtcoach_regelt_regie(t: RegieToets) -> Iterable[str]:
    """D-12: when a buurtcoach is in the team of a meervoudige zaak, the regisseur is one.

    The coach arranges regie together with the resident, so the outcome may also be that the resident is the one
    regisseur (D-10); the coach then stays the first contact.
    """
    leden = [lid.medewerker for lid in t.team.leden]
    coaches = [id for id in leden if t.kandidaten[id].werkgeversoort is Werkgeversoort.OVERHEIDS_BV]
    wie = t.regie.regisseur if t.regie.inwoner is None else t.regie.eerste_aanspreekpunt
    if t.zaak.problematiek is Problematiek.MEERVOUDIG and coaches and wie not in coaches:
        rol = "de regisseur" if t.regie.inwoner is None else "het aanspreekpunt van de bewoner"
        yield f"{rol} is {wie}, en niet de buurtcoach ({', '.join(coaches)})"


@regel("W-15", Regelsoort.WAARSCHUWING, Moment.REGIE, "Er werken niet meer professionals dan de gemeente wil.")
def niet_te_veel_professionals(t: RegieToets) -> Iterable[str]:
    """W-15: warn above the number that the gemeente chose; as long as it chose none there is nothing to check."""
    grens = t.beeld.organisatie.regie.max_professionals
    if isinstance(grens, int) and t.huishouden.aantal_professionals > grens:
        yield f"er werken {t.huishouden.aantal_professionals} professionals met dit huishouden; de grens is {grens}"
