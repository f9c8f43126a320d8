"""Rules on policy itself: it has its days, and what is harmonised comes out alike everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from toegang.domain.begrippen import Problematiek, Wet
from toegang.domain.gedateerd import Gedateerd
from toegang.domain.organisatie import Organisatie
from toegang.domain.organisatiedelen import Teamsoort
from toegang.guards.contexten import BesluitToets
from toegang.guards.contexten_beleid import BeleidToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "B-76",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "Zolang een gebied nog in het oude systeem werkt, wordt daar beslist.",
)
def beslis_in_het_oude_systeem(t: BesluitToets) -> Iterable[str]:
    """B-76: two systems beside each other never both decide on one zaak."""
    oud = t.beeld.organisatie.uitvoering(t.zaak.wet, t.zaak.gebied, t.besluit.datum)
    if oud is not None:
        tot = f" tot en met {oud.geldig_tot.isoformat()}" if oud.geldig_tot else ""
        yield f"{t.zaak.gebied} werkt{tot} op de manier van {oud.naam}; beslis in {oud.systeem}"


@regel(
    "B-76",
    Regelsoort.ORGANISATIE,
    Moment.BELEID,
    "Een oude manier van werken naast de nieuwe heeft een laatste dag en een eigen gebied.",
)
def naast_elkaar_is_tijdelijk(t: BeleidToets) -> Iterable[str]:
    """B-76: every way of working beside Toegang ends, lies in known areas, and overlaps with no other."""
    organisatie = t.beeld.organisatie
    bekend = {gebied.id for gebied in organisatie.gebieden}
    for item in organisatie.uitvoeringen:
        if item.geldig_tot is None:
            yield f"uitvoering '{item.id}' heeft geen laatste dag"
        for gebied in item.gebieden:
            if gebied not in bekend:
                yield f"uitvoering '{item.id}' noemt een gebied dat er niet is: {gebied}"
    for een, ander in combinations(organisatie.uitvoeringen, 2):
        wetten = set(een.wetten or Wet) & set(ander.wetten or Wet)
        samen = sorted(set(een.gebieden) & set(ander.gebieden))
        if wetten and samen and _overlapt(een, ander):
            yield f"in {', '.join(samen)} gelden '{een.id}' en '{ander.id}' tegelijk"


@regel(
    "B-77",
    Regelsoort.ORGANISATIE,
    Moment.BELEID,
    "Wat geharmoniseerd is, gaat in elk gebied van de gemeente op dezelfde manier.",
)
def overal_hetzelfde(t: BeleidToets) -> Iterable[str]:
    """B-77: for these acts every area has the same way of working and the same teams; routes know no areas."""
    organisatie, op = t.beeld.organisatie, t.beeld.peildatum
    for wet in organisatie.regels["B-77"].lijsten.get("wetten", ()):
        wegen = {gebied.id: _weg(organisatie, Wet(wet), gebied.id, op) for gebied in organisatie.gebieden}
        if len(set(wegen.values())) > 1:
            gewoon = max(wegen.values(), key=list(wegen.values()).count)
            anders = [gebied for gebied, weg in wegen.items() if weg != gewoon]
            yield f"{wet} gaat anders in {', '.join(anders)}"


def _weg(organisatie: Organisatie, wet: Wet, gebied: str, op: date) -> tuple[object, ...]:
    """Return how a zaak under an act goes in an area, for both kinds of problem."""
    oud = organisatie.uitvoering(wet, gebied, op)
    teams = tuple(
        tuple(team.id for team in organisatie.teams if team.neemt(wet, soort, gebied, op)) for soort in Problematiek
    )
    return (oud.id if oud else None, teams)


@regel(
    "B-30",
    Regelsoort.ORGANISATIE,
    Moment.BELEID,
    "Het Expertiseteam heeft bij voorkeur de disciplines die de bron noemt.",
)
def expertiseteam_bij_voorkeur(t: BeleidToets) -> Iterable[str]:
    """B-30: who sits in it preferably; the source says so as a preference, so this warns and never blocks."""
    gewenst = t.beeld.organisatie.regels["B-30"].lijsten.get("disciplines", ())
    for team in t.beeld.organisatie.teams:
        if team.soort is not Teamsoort.EXPERTISETEAM:
            continue
        er_zijn = {deel.discipline for deel in team.disciplines if (deel.vanaf or date.min) <= t.beeld.peildatum}
        mist = [naam for naam in gewenst if naam not in er_zijn]
        if mist:
            yield f"in {team.naam} ontbreekt: {', '.join(mist)}"


@regel(
    "B-78",
    Regelsoort.ORGANISATIE,
    Moment.BELEID,
    "Beleid heeft een eerste dag, en spreekt zichzelf op geen dag tegen.",
)
def beleid_heeft_dagen(t: BeleidToets) -> Iterable[str]:
    """B-78: teams, routes, mandates and regelingen say from when they hold; one key holds once a day."""
    for wat, deel in _beleidsstukken(t.beeld.organisatie):
        if deel[0] is None:
            yield f"{wat} heeft geen geldig_van"
        elif deel[1] is not None and deel[1] < deel[0]:
            yield f"{wat} eindigt voor het begint"
    for wat in _dubbel(t.beeld.organisatie):
        yield f"{wat} geldt twee keer op dezelfde dag"


def _beleidsstukken(organisatie: Organisatie) -> Iterator[tuple[str, tuple[date | None, date | None]]]:
    for team in organisatie.teams:
        yield f"team '{team.id}'", (team.geldig_van, team.geldig_tot)
    for nummer, route in enumerate(organisatie.besluitroutes, start=1):
        yield f"besluitroute {nummer}", (route.geldig_van, route.geldig_tot)
    for mandaat in organisatie.mandaten:
        yield f"mandaat '{mandaat.id}'", (mandaat.geldig_van, mandaat.geldig_tot)
    for regeling in organisatie.regelingen:
        yield f"regeling voor {regeling.wet}", (regeling.geldig_van, regeling.geldig_tot)
    for item in organisatie.uitvoeringen:
        yield f"uitvoering '{item.id}'", (item.geldig_van, item.geldig_tot)


def _dubbel(organisatie: Organisatie) -> Iterator[str]:
    """Give the regelingen of one act, and the parts with one key, that hold on the same day."""
    for soort, delen in (
        ("loket", organisatie.loketten),
        ("gebied", organisatie.gebieden),
        ("functie", organisatie.functies),
        ("werkgever", organisatie.werkgevers),
    ):
        namen = [deel.id for deel in delen]
        for naam in sorted({naam for naam in namen if namen.count(naam) > 1}):
            yield f"{soort} '{naam}'"
    for een, ander in combinations(organisatie.regelingen, 2):
        begin = max(een.geldig_van or date.min, ander.geldig_van or date.min)
        eind = min(een.geldig_tot or date.max, ander.geldig_tot or date.max)
        zelfde = (not een.gebieden and not ander.gebieden) or set(een.gebieden) & set(ander.gebieden)
        if een.wet is ander.wet and begin <= eind and zelfde:
            yield f"een regeling voor {een.wet}"


def _overlapt(een: Gedateerd, ander: Gedateerd) -> bool:
    begin = max(een.geldig_van or date.min, ander.geldig_van or date.min)
    return begin <= min(een.geldig_tot or date.max, ander.geldig_tot or date.max)
