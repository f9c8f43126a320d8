"""Figures about the people: caseload, regie, areas, workers per household."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from toegang.domain.begrippen import Regiemodus
from toegang.domain.ingebouwd import ingebouwd
from toegang.reports.rapport import Bron, Cijfer, Inhoud, Tabel, middelste, verdeling

_TEAM = "team"


def caseload(bron: Bron) -> Inhoud:
    """Count open zaken per medewerker and per team."""
    werk, op = bron.werk, bron.op
    last = werk.caseload.per_medewerker()
    # who is trained in no act never carries a zaak
    mensen = [mens for mens in werk.medewerkers.zoek() if last.get(mens.id) or (mens.wetten and mens.werkt_op(op))]
    per_mens = sorted(((mens.id, last.get(mens.id, 0), mens.functie) for mens in mensen), key=lambda r: (-r[1], r[0]))
    zaken: Counter[str] = Counter(zaak.team or "nog geen team" for zaak in werk.zaken.zoek() if zaak.open)
    leden: Counter[str] = Counter(team for mens in mensen if mens.werkt_op(op) for team in mens.teams)
    plafond = bron.omgeving.organisatie.caseload_plafond
    getal = plafond if isinstance(plafond, int) else None
    werkenden = [aantal for _, aantal, _ in per_mens if aantal]
    per_team = tuple(
        (team, aantal, leden.get(team, 0), round(aantal / leden[team], 1) if leden.get(team) else None)
        for team, aantal in sorted(zaken.items(), key=lambda item: (-item[1], item[0]))
    )
    return Inhoud(
        (
            Cijfer("Open zaken", sum(zaken.values())),
            Cijfer("Medewerkers met zaken", len(werkenden), vrij=True),
            Cijfer("Zaken per medewerker, midden", middelste(werkenden), "zaken", over=len(werkenden)),
            Cijfer("Plafond van de gemeente", getal, vrij=True),
            Cijfer(
                "Boven het plafond",
                sum(aantal > getal for aantal in werkenden) if getal is not None else None,
                vrij=True,
            ),
        ),
        (
            Tabel("Per team", ("Team", "Open zaken", "Medewerkers", "Per medewerker"), per_team),
            Tabel(
                "Per medewerker",
                ("Medewerker", "Open zaken", "Functie"),
                tuple(per_mens),
                noemt_medewerkers=True,
                buiten=_spreiding([aantal for _, aantal, _ in per_mens]),
            ),
        ),
    )


def _spreiding(aantallen: Sequence[int]) -> Tabel:
    """Return how many people have how many zaken; of nobody how many."""
    tientallen = range(1, max([0, *aantallen]) + 1, 10)
    groepen = [("geen", 0, 0), *((f"{van} tot en met {van + 9}", van, van + 9) for van in tientallen)]
    rijen = tuple((naam, sum(van <= aantal <= tot for aantal in aantallen)) for naam, van, tot in groepen)
    return Tabel("Hoeveel zaken heeft een medewerker?", ("Open zaken", "Medewerkers"), rijen, telling=None)


def regie(bron: Bron) -> Inhoud:
    """Count who steers, and how often and why that was taken over."""
    werk = bron.werk
    modi: Counter[str] = Counter()
    gronden: Counter[str] = Counter()
    for dossier in werk.dossiers.zoek():
        verloop = werk.regie.verloop(dossier.id)
        modi.update(regel.toewijzing.modus.lower() for regel in verloop if regel.tot is None)
        gronden.update(
            regel.toewijzing.grond.lower().replace("_", " ")
            for regel in verloop
            if regel.toewijzing.modus is Regiemodus.OVERGENOMEN and bron.in_periode(regel.sinds)
        )
    totaal = sum(modi.values())
    return Inhoud(
        (
            Cijfer("Huishoudens met regie", totaal),
            Cijfer("Huishouden stuurt zelf", modi[Regiemodus.ZELF.lower()], over=totaal),
            Cijfer("Regie overgenomen in de periode", sum(gronden.values())),
        ),
        (
            verdeling("Wie stuurt er nu?", "Wijze", modi, "Huishoudens"),
            verdeling("Waarom werd de regie overgenomen?", "Grond", gronden, "Keer"),
        ),
    )


def gebieden(bron: Bron) -> Inhoud:
    """Tell how long people have had their area (B-33)."""
    organisatie, rijen = bron.omgeving.organisatie, _toewijzingen(bron)
    bezet = {rij[0] for rij in rijen}
    onbezet = [gebied.id for gebied in organisatie.gebieden if gebied.id not in bezet]
    maanden = [rij[2] for rij in rijen]
    geordend = sorted(rijen, key=lambda rij: (-rij[2], rij[0], rij[1]))
    return Inhoud(
        (
            Cijfer("Gebieden", len(organisatie.gebieden), vrij=True),
            Cijfer("Gebieden zonder iemand", len(onbezet), vrij=True),
            # of one or a few people this would be when they came; the longest is always of one
            Cijfer("Toewijzing, midden", middelste(maanden), "maanden", over=len({rij[1] for rij in rijen})),
            Cijfer("Langste toewijzing", max(maanden, default=None), "maanden", vrij=True, binnen=True),
        ),
        (
            Tabel(
                "Hoe lang heeft wie welk gebied?",
                ("Gebied", "Wie", "Maanden", "Zekerheid"),
                tuple(geordend),
                telling=None,
                balk=2,
                noemt_medewerkers=True,
                buiten=_per_gebied(rijen),
            ),
        ),
    )


@ingebouwd("B-33", "Het rapport zegt van ieder hoe lang die een gebied al heeft.", anders=lambda _bron: [])
def _toewijzingen(bron: Bron) -> list[tuple[str, str, int, str]]:
    """Return who has which area, for how many months, and how sure that is."""
    op = bron.op
    rijen: list[tuple[str, str, int, str]] = []
    for mens in bron.werk.medewerkers.zoek():
        if mens.werkt_op(op):
            rijen += [(gebied, mens.id, _maanden(mens.in_dienst_van, op), "ten hoogste") for gebied in mens.gebieden]
    for team in bron.omgeving.organisatie.teams:
        if team.geldig_van is not None and team.geldig_van <= op <= (team.geldig_tot or date.max):
            rijen += [(gebied, team.id, _maanden(team.geldig_van, op), _TEAM) for gebied in team.gebieden]
    return rijen


def _per_gebied(rijen: Sequence[tuple[str, str, int, str]]) -> Tabel:
    """Return how many people and which teams have an area; not who, and not since when."""
    mensen = Counter(gebied for gebied, _, _, zekerheid in rijen if zekerheid != _TEAM)
    teams: dict[str, list[str]] = defaultdict(list)
    for gebied, wie, _, zekerheid in rijen:
        if zekerheid == _TEAM:
            teams[gebied].append(wie)
    gebieden = sorted({rij[0] for rij in rijen})
    return Tabel(
        "Hoeveel mensen heeft elk gebied?",
        ("Gebied", "Medewerkers", "Team"),
        tuple((gebied, mensen[gebied], ", ".join(sorted(teams[gebied])) or None) for gebied in gebieden),
        telling=None,
    )


def huishoudens(bron: Bron) -> Inhoud:
    """Count the workers per household."""
    werk = bron.werk
    leden: dict[str, set[str]] = defaultdict(set)
    for zaak in werk.zaken.zoek():
        if zaak.open:
            leden[zaak.dossier_id].update(zaak.leden)
    eigen = Counter(len(mensen) for mensen in leden.values())
    dossiers = {dossier.id: dossier for dossier in werk.dossiers.zoek() if dossier.id in leden}
    gemeld = Counter(dossier.aantal_professionals for dossier in dossiers.values())
    grens = bron.omgeving.organisatie.regie.max_professionals
    boven = sum(n for aantal, n in gemeld.items() if isinstance(grens, int) and aantal > grens)
    aantallen = [len(mensen) for mensen in leden.values()]
    gemiddeld = round(sum(aantallen) / len(aantallen), 2) if aantallen else None
    return Inhoud(
        (
            Cijfer("Huishoudens met een open zaak", len(leden)),
            Cijfer("Medewerkers per huishouden", gemiddeld, over=len(leden)),
            Cijfer("Boven de grens van de gemeente", boven if isinstance(grens, int) else None, over=len(leden)),
        ),
        (
            Tabel("Medewerkers van de toegang", ("Medewerkers", "Huishoudens"), _oplopend(eigen)),
            Tabel("Professionals, zoals bij de melding gezegd", ("Professionals", "Huishoudens"), _oplopend(gemeld)),
        ),
    )


def _oplopend(tellingen: Counter[int]) -> tuple[tuple[str, int], ...]:
    return tuple((str(aantal), keer) for aantal, keer in sorted(tellingen.items()))


def _maanden(van: date, op: date) -> int:
    return (op.year - van.year) * 12 + op.month - van.month - (op.day < van.day)
