"""A plugin inside the workspace of Toegang: every place that lists the members must know it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from toegang.errors import Invoerfout
from toegang_cli.skelet.keuzes import Keuzes

_LIJSTEN = ("pyproject.toml", "Makefile", "setup")


def werkruimte_van(map_: Path) -> Path | None:
    """Return the root of the workspace in which a folder would be a member, or ``None``.

    Args:
        map_: folder of a plugin; need not exist.
    """
    wortel = map_.absolute().parent.parent
    try:
        project = tomllib.loads((wortel / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    leden = project.get("tool", {}).get("uv", {}).get("workspace", {}).get("members", [])
    return wortel if map_.absolute().parent.name == "plugins" and "plugins/*" in leden else None


def inschrijvingen(wortel: Path, keuzes: Keuzes) -> dict[Path, str]:
    """Return the files that list the members, with the new one after the last plugin in each list.

    Args:
        wortel: root of the workspace.
        keuzes: answers of the maker.

    Raises:
        Invoerfout: a list is not as it is known here.
    """
    laatste = _laatste(wortel)
    nieuw: dict[Path, str] = {}
    for naam in _LIJSTEN:
        pad = wortel / naam
        tekst = pad.read_text(encoding="utf-8")
        gewijzigd = _voeg_toe(tekst, laatste, keuzes)
        if gewijzigd == tekst:
            raise Invoerfout(f"{naam} noemt '{laatste}' nergens; voeg de plugin zelf toe.")
        nieuw[pad] = gewijzigd
    return nieuw


def _laatste(wortel: Path) -> str:
    """Return the plugin that stands last in the list of dependencies."""
    project = tomllib.loads((wortel / "pyproject.toml").read_text(encoding="utf-8"))
    namen: list[str] = [deel.removeprefix("toegang-") for deel in project["project"]["dependencies"]]
    plugins = [naam for naam in namen if (wortel / "plugins" / naam).is_dir()]
    if not plugins:
        raise Invoerfout("In deze werkruimte staat nog geen plugin.", vervolg="Maak haar erbuiten, met --uitvoer.")
    return str(plugins[-1])


def _voeg_toe(tekst: str, laatste: str, keuzes: Keuzes) -> str:
    """Copy each mention of the last plugin for the new one: a whole line in a list, or a word in a row of words."""
    oud = rf"(?:toegang[-_]|plugins/){re.escape(laatste)}"
    regels = []
    for regel in tekst.splitlines(keepends=True):
        regels.append(regel)
        woorden = re.findall(oud, regel)
        if len(woorden) == 1 and re.fullmatch(rf'\s*"?(?:\$\w+/)?{oud}"?(?:,| = .*)\s*', regel):
            regels.append(_vervang(regel, laatste, keuzes))
        elif woorden:
            regels[-1] = re.sub(
                rf"(\s|\| )({oud})(?=[\s'\"])",
                lambda m: f"{m[0]}{_tussen(m[1])}{_vervang(m[2], laatste, keuzes)}",
                regel,
            )
    return "".join(regels)


def _tussen(voor: str) -> str:
    return " | " if voor == "| " else " "


def _vervang(tekst: str, laatste: str, keuzes: Keuzes) -> str:
    met_streepje = tekst.replace(f"toegang_{laatste}", keuzes.pakket)
    return met_streepje.replace(f"toegang-{laatste}", f"toegang-{keuzes.sleutel}").replace(
        f"plugins/{laatste}", f"plugins/{keuzes.sleutel}"
    )
