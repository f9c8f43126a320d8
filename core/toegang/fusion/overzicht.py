"""How a project stands, in figures: flows, conflicts, readiness per domain, days to go; nothing about a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from toegang.fusion.afbeelding.goedkeuring import regelstanden
from toegang.fusion.conflicten.soorten import SOORTEN, Geval
from toegang.fusion.conflicten.zoeken import besloten
from toegang.fusion.koppel.paren import Paar, Zekerheid
from toegang.fusion.koppel.uitvoeren import paarbesluiten
from toegang.fusion.overname.voorwaarden import tekorten, zonder_vier_ogen
from toegang.fusion.proef import Proefuitslag, tel_proef
from toegang.fusion.project import Project
from toegang.fusion.waarden import Bladbeeld
from toegang.storage import Actor
from toegang.storage.werkplaats import Werkbank


@dataclass
class Overzicht:
    """A project in figures.

    Args:
        dagen: days until T0; negative = so many days ago.
        rijen: gemeente → rows read, rows kept aside.
        proef: where the indications go; ``None`` before linking.
        conflicten: kind → number, decided.
        gereed: domain → what is done, of how much.
        tekorten: what still stands in the way of taking over.
        overig: gemeente → rows that stay in the archive of the old gemeente (L-156).
        taken: what became of old tasks (B-73), with counts.
    """

    dagen: int
    rijen: dict[str, tuple[int, int]] = field(default_factory=dict)
    proef: Proefuitslag | None = None
    conflicten: dict[str, tuple[int, int]] = field(default_factory=dict)
    gereed: dict[str, tuple[int, int]] = field(default_factory=dict)
    tekorten: list[str] = field(default_factory=list)
    overig: dict[str, int] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)


def maak_overzicht(project: Project, actor: Actor) -> Overzicht:
    """Return how a project stands."""
    with project.werk(actor, alleen_lezen=True) as werk:
        uit = Overzicht((project.definitie.herindeling - project.vandaag()).days)
        _tel_bladen(project, werk, uit)
        gelezen = len(uit.rijen)
        uit.gereed["Leveringen gelezen"] = (gelezen, len(project.definitie.bronnen))
        for bron in project.definitie.bronnen:
            if bron.naam in project.afbeeldingen:
                standen = regelstanden(project, werk, bron.naam)
                goed = sum(stand.status == "AKKOORD" for stand in standen)
                uit.gereed[f"Afbeelding {bron.gemeente}"] = (goed, len(standen))
        if not sum(werk.tel("plaatsen").values()):
            return uit
        _tel_oordelen(project, werk, uit)
        uit.proef = tel_proef(project, werk)
        uit.tekorten = tekorten(project, werk)
    return uit


def _tel_bladen(project: Project, werk: Werkbank, uit: Overzicht) -> None:
    namen = {bron.naam: bron.gemeente for bron in project.definitie.bronnen}
    for beeld in werk.stroom("bladen", Bladbeeld):
        gemeente = namen[beeld.bron]
        rijen, apart = uit.rijen.get(gemeente, (0, 0))
        uit.rijen[gemeente] = (rijen + beeld.rijen, apart + beeld.apart)
        afbeelding = project.afbeeldingen.get(beeld.bron)
        blad = afbeelding.blad(beeld.naam) if afbeelding else None
        if blad is None or blad.soort.value == "overig":
            uit.overig[f"{gemeente}: {beeld.naam}"] = beeld.rijen


def _tel_oordelen(project: Project, werk: Werkbank, uit: Overzicht) -> None:
    keuzes = besloten(project, werk)
    alle: Counter[str] = Counter()
    klaar: Counter[str] = Counter()
    for geval in werk.stroom("conflicten", Geval):
        alle[geval.soort] += 1
        klaar[geval.soort] += geval.id in keuzes
        if geval.soort == "TAAK_VERVALT":
            uit.taken[geval.toelichting] = uit.taken.get(geval.toelichting, 0) + 1
    uit.conflicten = {soort: (alle[soort], klaar[soort]) for soort in sorted(alle)}
    ernstig = [soort for soort in alle if SOORTEN[soort].ernst == "E"]
    uit.gereed["Conflicten met ernst E"] = (sum(klaar[s] for s in ernstig), sum(alle[s] for s in ernstig))
    oordelen = paarbesluiten(project.uitspraken(werk))
    voorstellen = [paar for paar in werk.van("paren", Paar).zoek() if paar.zekerheid is not Zekerheid.ZEKER]
    uit.gereed["Voorstellen voor dezelfde mens"] = (sum(p.id in oordelen for p in voorstellen), len(voorstellen))
    uit.gereed["Zekere koppelingen getekend"] = (0 if zonder_vier_ogen(project, werk) else 1, 1)
