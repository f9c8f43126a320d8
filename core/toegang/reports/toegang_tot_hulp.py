"""Figures about the way in: channels, hand-overs, waiting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import pairwise

from toegang.domain.begrippen import Kanaal
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.levering import Leveringstatus
from toegang.reports.rapport import Bron, Cijfer, Inhoud, Tabel, aandeel, middelste, verdeling

DIGITAAL = frozenset({Kanaal.WEBFORMULIER, Kanaal.EMAIL, Kanaal.MIJN_INKOMEN})


def digitaal(bron: Bron) -> Inhoud:
    """Count questions by channel."""
    werk = bron.werk
    kanalen: Counter[str] = Counter()
    for record in werk.meldingen.zoek():
        if bron.in_periode(record.melding.ontvangen_op):
            kanalen[record.melding.kanaal] += 1
    for notitie in werk.contactnotities.zoek():
        # one that was passed on comes back as a melding, and counts there
        if notitie.doorgegeven_aan is None and bron.in_periode(notitie.ontvangen_op):
            kanalen[notitie.kanaal] += 1
    direct = 0
    for telling in werk.tellers.alles():
        if bron.in_periode(telling.dag):
            kanalen[telling.kanaal] += telling.aantal
            direct += telling.aantal
    totaal = sum(kanalen.values())
    langs = _langs_digitaal(kanalen)
    per_kanaal = {Kanaal(kanaal).value.lower().replace("_", " "): aantal for kanaal, aantal in kanalen.items()}
    return Inhoud(
        (
            Cijfer("Vragen", totaal),
            Cijfer("Digitaal gesteld", langs, over=totaal),
            Cijfer("Aandeel digitaal", aandeel(langs, totaal), "%", over=totaal),
            Cijfer("Direct beantwoord, zonder registratie", direct),
        ),
        (verdeling("Vragen per kanaal", "Kanaal", per_kanaal),),
    )


@ingebouwd("S-22", "Het rapport telt welk deel van de vragen digitaal is gesteld.", anders=lambda _kanalen: 0)
def _langs_digitaal(kanalen: Mapping[str, int]) -> int:
    """Return how many questions came along a digital channel."""
    return sum(aantal for kanaal, aantal in kanalen.items() if kanaal in DIGITAAL)


def overdrachten(bron: Bron) -> Inhoud:
    """Count how often a household got somebody else."""
    werk = bron.werk
    per_dossier: Counter[str] = Counter()
    for dossier in werk.dossiers.zoek():
        verloop = werk.regie.verloop(dossier.id)
        if not verloop:
            continue
        per_dossier[dossier.id] = 0
        for vorige, nu in pairwise(verloop):
            ander = (vorige.toewijzing.regisseur, vorige.toewijzing.eerste_aanspreekpunt) != (
                nu.toewijzing.regisseur,
                nu.toewijzing.eerste_aanspreekpunt,
            )
            if ander and bron.in_periode(nu.sinds):
                per_dossier[dossier.id] += 1
    verdeeld = Counter(per_dossier.values())
    totaal = sum(per_dossier.values())
    gedeeld = round(totaal / len(per_dossier), 2) if per_dossier else None
    doorgegeven = sum(
        notitie.doorgegeven_aan is not None and bron.in_periode(notitie.ontvangen_op)
        for notitie in werk.contactnotities.zoek()
    )
    rijen = tuple((str(keer), aantal) for keer, aantal in sorted(verdeeld.items()))
    return Inhoud(
        (
            Cijfer("Huishoudens met regie", len(per_dossier)),
            Cijfer("Overdrachten", totaal),
            Cijfer("Overdrachten per huishouden", gedeeld, over=len(per_dossier)),
            Cijfer("Vragen die een loket doorgaf", doorgegeven),
        ),
        (Tabel("Hoe vaak kreeg een huishouden iemand anders?", ("Keer", "Huishoudens"), rijen),),
    )


def wachtlijst(bron: Bron) -> Inhoud:
    """Count who waits, for what, and how long."""
    werk, op = bron.werk, bron.op
    per_stap: dict[str, list[int]] = defaultdict(list)
    for zaak in werk.zaken.zoek():
        if zaak.open and zaak.bekendgemaakt_op is None:
            laatste = max((item.op for item in zaak.stappen), default=zaak.ontvangen_op)
            per_stap[zaak.status.lower()].append((op - laatste).days)
    wachten: dict[str, list[int]] = defaultdict(list)
    for levering in werk.leveringen.zoek():
        if levering.status in (Leveringstatus.TOE_TE_WIJZEN, Leveringstatus.TOEGEWEZEN, Leveringstatus.NIET_GELEVERD):
            vanaf = levering.toegewezen_op or werk.besluiten.haal(levering.besluit_id).bekendgemaakt_op or op
            wachten[levering.status.in_woorden].append((op - vanaf).days)
    zonder_team = len(per_stap.get("intake", ()))
    alle = [dag for dagen in wachten.values() for dag in dagen]
    kop = ("Aantal", "Dagen, midden", "Dagen, langst")
    return Inhoud(
        (
            Cijfer("Zaken die nog geen team hebben", zonder_team),
            Cijfer("Leveringen die nog niet zijn begonnen", len(alle)),
            Cijfer("Wachten op hulp, midden", middelste(alle), "dagen", over=len(alle)),
        ),
        (
            Tabel("Zaken in behandeling, naar de laatste stap", ("Laatste stap", *kop), _wachtrijen(per_stap)),
            Tabel("Toegekende hulp die nog niet begon", ("Stand", *kop), _wachtrijen(wachten)),
        ),
    )


def _wachtrijen(per: dict[str, list[int]]) -> tuple[tuple[str | int | float | None, ...], ...]:
    return tuple(
        (naam, len(dagen), middelste(dagen), max(dagen))
        for naam, dagen in sorted(per.items(), key=lambda item: (-len(item[1]), item[0]))
    )
