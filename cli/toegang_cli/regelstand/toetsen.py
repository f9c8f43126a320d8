"""Which tests are about which rule, as pytest itself collects them, and what they say with a rule switched off."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from toegang.errors import Controlefout

WORTEL = Path(__file__).resolve().parents[3]
_STIL = ("-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:randomly")
_SNEL = ("tests/core/guards", "tests/core/domain", "tests/core/letters", "tests/core/plugins", "tests/plugins")
_GESLAAGD, _GEZAKT = 0, 1


def verzamel_tests() -> Mapping[str, Sequence[str]]:
    """Return test ids by rule; see ``regels_van`` in ``tests/conftest.py`` for what makes a test one.

    Raises:
        Controlefout: pytest could not collect the tests.
    """
    with tempfile.TemporaryDirectory() as map_:
        lijst = Path(map_) / "tests.json"
        uitkomst = _pytest("--collect-only", "--regels-naar", str(lijst), "tests")
        if uitkomst.returncode != _GESLAAGD or not lijst.exists():
            raise Controlefout(f"De tests zijn niet te verzamelen:\n{_slot(uitkomst)}")
        gevonden: dict[str, list[str]] = json.loads(lijst.read_text(encoding="utf-8"))
    return {regel: sorted(ids, key=_volgorde) for regel, ids in gevonden.items()}


def slaagt(tests: Sequence[str], zonder: str | None = None) -> bool:
    """Run tests, in a process of their own, until one fails.

    Args:
        tests: test ids.
        zonder: rule that is switched off.

    Returns:
        True when all pass.

    Raises:
        Controlefout: pytest could not run them; that says nothing about the rule.
    """
    uit = () if zonder is None else ("--zonder-regel", zonder)
    with tempfile.TemporaryDirectory() as map_:
        lijst = Path(map_) / "tests.txt"
        lijst.write_text("\n".join(tests), encoding="utf-8")
        uitkomst = _pytest("-x", *uit, f"@{lijst}")
    if uitkomst.returncode not in (_GESLAAGD, _GEZAKT):
        raise Controlefout(f"De tests van {zonder or 'de regels'} zijn niet te draaien:\n{_slot(uitkomst)}")
    return uitkomst.returncode == _GESLAAGD


def zonder_verschil(tests: Mapping[str, Sequence[str]], regels: Iterable[str]) -> tuple[str, ...]:
    """Return the rules, out of those given, for which no test fails when the rule is off."""
    return tuple(regel for regel in regels if slaagt(tests[regel], zonder=regel))


def _pytest(*woorden: str) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-m", "pytest", *_STIL, *woorden]
    return subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)


def _slot(uitkomst: subprocess.CompletedProcess[str]) -> str:
    return "\n".join((uitkomst.stdout + uitkomst.stderr).splitlines()[-15:])


def _volgorde(test: str) -> tuple[int, str]:
    """Put quick tests first: one that fails is enough."""
    plaats = next((nummer for nummer, map_ in enumerate(_SNEL) if test.startswith(map_)), len(_SNEL))
    return plaats, test
