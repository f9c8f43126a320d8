"""How good a fusion is against a set with its truth, and how long and how large it is for many persons.

    .venv/bin/python benchmarks/fusie.py oefenset MAP      a training set with `truth/`, by the mappings of Beekdaelen
    .venv/bin/python benchmarks/fusie.py omvang 10000      read, link, trial run and taking over of so many persons

Every step of the second runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import csv
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

WORTEL = Path(__file__).parents[1]
sys.path.append(str(WORTEL / "tests/core/hulp"))
FUSIE = WORTEL / "plugins/beekdaelen/toegang_beekdaelen/fusie"
VELDEN = ("product", "uren_per_week", "start", "einde", "vorm", "status", "herkomst")
STAPPEN = ("lezen", "koppelen", "conflicten", "proef", "overnemen")


def oefenset(bron: Path) -> None:
    """Run a training set and compare the result with its truth."""
    from toegang.fusion.conflicten.zoeken import zoek_conflicten
    from toegang.fusion.inventaris import inventariseer
    from toegang.fusion.koppel.uitvoeren import koppel
    from toegang.fusion.projectmap import begin_project, open_project
    from toegang.fusion.resultaat import schrijf_resultaat
    from toegang.storage import Actor

    actor = Actor(uid=1, medewerker="nuth-1")

    def nu() -> datetime:
        return datetime(2019, 1, 2, 9, tzinfo=UTC)

    def vandaag() -> date:
        return date(2019, 1, 2)

    with tempfile.TemporaryDirectory() as map_:
        data = Path(map_)
        begin_project(data, "proef", FUSIE / "project.toml", bron, actor, nu, vandaag, oefenen=True)
        with open_project(data, "proef", nu, vandaag) as project:
            inventariseer(project, actor)
            koppel(project, actor)
            zoek_conflicten(project, actor)
            schrijf_resultaat(project, actor, data / "uit")
        vergelijk(bron / "truth", data / "uit")


def _lees(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8") as stroom:
        return list(csv.DictReader(stroom))


def _paren(persoon: dict[str, str]) -> set[tuple[str, str]]:
    groepen = defaultdict(list)
    for record, wie in persoon.items():
        groepen[wie].append(record)
    return {paar for leden in groepen.values() for paar in itertools.combinations(sorted(leden), 2)}


def vergelijk(waar: Path, uit: Path) -> None:
    """Print how the result stands beside the truth."""
    echt = _paren({rij["record_id"]: rij["persoon_id"] for rij in _lees(waar / "truth_persons.csv")})
    ons = _lees(uit / "resultaat_personen.csv")
    voorstel = _paren({rij["record_id"]: rij["persoon_id"] for rij in ons})
    zeker = _paren(
        {rij["record_id"]: rij["persoon_id"] if rij["zekerheid"] == "ZEKER" else rij["record_id"] for rij in ons}
    )
    raak = len(echt & voorstel)
    print(
        f"personen: precisie {raak / len(voorstel):.4f}, vondst {raak / len(echt):.4f}, "
        f"zeker {len(zeker)} paren, daarvan fout {len(zeker - echt)}"
    )
    verwacht, gevonden = defaultdict(set), defaultdict(set)
    for bron, doel in ((waar / "truth_conflicts.csv", verwacht), (uit / "resultaat_conflicten.csv", gevonden)):
        for rij in _lees(bron):
            doel[rij["soort"]].add(frozenset(rij["record_ids"].split("|")))
    for soort in sorted(verwacht):
        raak = len(verwacht[soort] & gevonden[soort])
        extra = len(gevonden[soort] - verwacht[soort])
        print(f"{soort:18} vondst {raak / len(verwacht[soort]):.3f} van {len(verwacht[soort])}, extra {extra}")
    indicaties = {rij["record_id"]: rij for rij in _lees(uit / "resultaat_indicaties.csv")}
    kort = {next(iter(groep)) for groep in verwacht["RIJ_TE_KORT"]}
    tel: Counter[str] = Counter()
    for rij in _lees(waar / "truth_indications.csv"):
        eigen = indicaties.get(rij["record_id"], {})
        goed = all(_gelijk(veld, rij[veld], eigen.get(veld, "")) for veld in VELDEN)
        tel["alle"] += 1
        tel["exact"] += goed
        tel["heel"] += rij["record_id"] not in kort
        tel["exact heel"] += goed and rij["record_id"] not in kort
        tel["bestemming"] += rij["bestemming"] == eigen.get("bestemming")
    print(
        f"indicaties: exact {tel['exact'] / tel['alle']:.4f} (zonder te korte rijen "
        f"{tel['exact heel'] / tel['heel']:.4f}), bestemming {tel['bestemming'] / tel['alle']:.4f}"
    )
    bronnen = json.loads((waar / "truth_counts.json").read_text())["bronnen"]
    telling = json.loads((uit / "resultaat_tellingen.json").read_text())
    print("tellingen gelijk:", all(telling[code] == deel["indicaties"] for code, deel in bronnen.items()))


def _gelijk(veld: str, een: str, ander: str) -> bool:
    return een == ander or (veld == "uren_per_week" and bool(een and ander) and Decimal(een) == Decimal(ander))


def omvang(aantal: int) -> None:
    """Measure every step on so many made-up persons."""
    with tempfile.TemporaryDirectory() as map_:
        for stap in ("maken", *STAPPEN):
            klaar = subprocess.run(
                [sys.executable, __file__, "stap", map_, stap, str(aantal)], check=True, capture_output=True, text=True
            )
            print(f"{aantal:>7} personen, {stap:10} {klaar.stdout.strip()}")


def stap(map_: Path, wat: str, aantal: int) -> None:
    """Do one step and print its time and memory."""
    import fusiedata
    from fusiewerk import OUD, Werk, keur_alles_goed

    from toegang.environment import sluit_aan
    from toegang.fusion.conflicten.zoeken import zoek_conflicten
    from toegang.fusion.inventaris import inventariseer
    from toegang.fusion.koppel.uitvoeren import koppel
    from toegang.fusion.overname.uitvoeren import pas_toe
    from toegang.fusion.proef import draai_proef
    from toegang.storage import Actor

    feiten = {"project": map_ / "project.toml", "bronnen": map_ / "bronnen"}
    werk = Werk(map_, feiten)
    if wat == "maken":
        fusiedata.maak_gemeenten(map_, aantal)
        werk.register.map.mkdir(mode=0o700)
        werk.begin()
        return
    if wat == "overnemen":
        sluit_aan("zwolle", Actor(uid=0), register=werk.register, klok=werk.klok)
        keur_alles_goed(werk)
    begin, rekentijd = time.perf_counter(), time.process_time()
    with werk.open() as project:
        if wat == "overnemen":
            with werk.gemeente() as gemeente:
                pas_toe(project, gemeente.omgeving, OUD)
        else:
            {"lezen": inventariseer, "koppelen": koppel, "conflicten": zoek_conflicten, "proef": draai_proef}[wat](
                project, OUD
            )
    geheugen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{time.perf_counter() - begin:7.1f} s, rekentijd {time.process_time() - rekentijd:7.1f} s, "
        f"grootste geheugen {geheugen} MB"
    )


if __name__ == "__main__":
    soort, *rest = sys.argv[1:]
    if soort == "oefenset":
        oefenset(Path(rest[0]))
    elif soort == "omvang":
        omvang(int(rest[0]))
    else:
        stap(Path(rest[0]), rest[1], int(rest[2]))
