"""requirements.txt is the lock: pinned, with hashes, ours left out, and no word about where packages come from."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.txt").read_text()
ENTRY = re.compile(
    r"^([A-Za-z0-9._-]+)==(\S+)(?: ; [^\\\n]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
LOCKED = {canonicalize_name(name): version for name, version, _ in ENTRY.findall(LOCK)}


def pyprojects() -> list[Path]:
    return [ROOT / "pyproject.toml", *ROOT.glob("*/pyproject.toml"), *ROOT.glob("*/*/pyproject.toml")]


def requirements() -> Iterator[Requirement]:
    for file in pyprojects():
        pyproject = tomllib.loads(file.read_text())
        groups = pyproject.get("dependency-groups", {}).values()
        for line in [*pyproject["project"]["dependencies"], *(line for group in groups for line in group)]:
            yield Requirement(line)


def test_every_line_is_a_pin_with_hashes_or_a_comment() -> None:
    rest = ENTRY.sub("", LOCK)
    assert [line for line in rest.splitlines() if line and not line.lstrip().startswith("#")] == []
    assert len(LOCKED) > 40


def test_names_no_address_of_a_registry() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert "--find-links" not in LOCK


def test_our_own_members_are_not_in_it() -> None:
    assert [name for name in LOCKED if name.startswith("toegang")] == []


def test_satisfies_what_the_members_and_the_tools_ask_for() -> None:
    wrong = [
        str(requirement)
        for requirement in requirements()
        if not requirement.name.startswith("toegang")
        and not requirement.specifier.contains(LOCKED.get(canonicalize_name(requirement.name), "0"))
    ]
    assert wrong == [], "pyproject.toml changed after the lock: run `make lock`"
