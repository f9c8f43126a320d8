"""``python -m toegang_cli.regelstand``: how it stands with the rules; ``--uit`` proves them one by one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from toegang.domain.regelboek import boekregel
from toegang.errors import Afsluitcode, Controlefout, ToegangFout
from toegang_cli.regelstand import rapport
from toegang_cli.regelstand.stand import Regelstand, Status, regelstanden
from toegang_cli.regelstand.toetsen import slaagt, verzamel_tests
from toegang_cli.uitvoer import zeg


def main(argumenten: Sequence[str] | None = None) -> int:
    """Show how it stands with the rules, or prove them.

    Args:
        argumenten: what was typed; ``None`` = from the command line.

    Returns:
        0; 2 for a rule that does not exist; 6 when a rule is not proven or a test fails anyhow.
    """
    gekozen = _lezer().parse_args(argumenten)
    try:
        alleen = frozenset(boekregel(id).id for id in (gekozen.alleen or "").split(",") if id)
        tests = verzamel_tests()
        standen = tuple(item for item in regelstanden(tests) if not alleen or item.regel.id in alleen)
        if not gekozen.uit:
            rapport.toon_standen(standen, als_json=gekozen.json)
            return Afsluitcode.OK
        onbewezen = _bewijs(standen, tests, gekozen.kernen)
        rapport.toon_bewijs(standen, onbewezen, als_json=gekozen.json)
        return Afsluitcode.CONTROLE if onbewezen else Afsluitcode.OK
    except ToegangFout as fout:
        zeg(str(fout))
        return fout.code


def _bewijs(standen: Sequence[Regelstand], tests: Mapping[str, Sequence[str]], kernen: int) -> dict[str, str]:
    """Switch off every rule that something carries; return why a rule is not proven, by id."""
    gedragen = [item.regel.id for item in standen if item.dragers]
    onbewezen = {item.regel.id: "geen test gaat erover" for item in standen if item.status is Status.ZONDER_TEST}
    te_doen = [id for id in gedragen if id not in onbewezen]
    if not te_doen:
        return onbewezen
    zeg(f"Eerst de tests van {len(te_doen)} regels met alles aan.")
    if not slaagt(tuple(dict.fromkeys(test for id in te_doen for test in tests[id]))):
        raise Controlefout("Er zakt al een test met alle regels aan.", vervolg="Herstel die eerst: make test")

    def probeer(id: str) -> tuple[str, str]:
        try:
            fout = "geen test merkt dat de regel uit staat" if slaagt(tests[id], zonder=id) else ""
        except ToegangFout as storing:
            fout = str(storing)
        zeg(f"  {id}: {fout or 'een test merkt dat de regel uit staat'}")
        return id, fout

    with ThreadPoolExecutor(kernen) as groep:
        onbewezen |= {id: fout for id, fout in groep.map(probeer, te_doen) if fout}
    return onbewezen


def _lezer() -> argparse.ArgumentParser:
    lezer = argparse.ArgumentParser(
        prog="make rules ARGS=...",
        description="Hoe het staat met de regels van wet en organisatie.",
        add_help=False,
    )
    lezer.add_argument("--help", action="help", help="toon deze uitleg en stop")
    lezer.add_argument(
        "--uit", action="store_true", help="zet elke gedragen regel een voor een uit en draai haar tests"
    )
    lezer.add_argument("--alleen", metavar="S-11,B-1", help="alleen deze regels")
    lezer.add_argument("--json", action="store_true", help="geef het resultaat als JSON")
    lezer.add_argument("--kernen", type=int, default=2, help="hoeveel processen tegelijk (anders: 2)")
    return lezer


if __name__ == "__main__":
    sys.exit(main())
