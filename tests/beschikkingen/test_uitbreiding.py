"""The letter set as an extension: brings templates, decides nothing, reads nothing deeper than the public face."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import toegang_beschikkingen
from toegang.hookspecs import BESLISHAKEN
from toegang_beschikkingen import SJABLONEN, plugin

MAP = Path(toegang_beschikkingen.__file__).parent


def test_it_brings_the_folder_with_the_templates() -> None:
    assert plugin.template_dirs() == (str(SJABLONEN),)
    assert (SJABLONEN / "matrix.toml").is_file()


def test_it_is_found_under_its_name() -> None:
    (punt,) = entry_points(group="toegang.uitbreidingen.v1", name="beschikkingen")

    assert punt.load() is plugin


def test_it_answers_no_decision_hook() -> None:
    assert not set(dir(plugin)) & set(BESLISHAKEN)


def test_it_imports_only_the_public_face() -> None:
    boom = ast.parse((MAP / "__init__.py").read_text())
    modules = {knoop.module for knoop in ast.walk(boom) if isinstance(knoop, ast.ImportFrom)}

    assert {module for module in modules if module and module.startswith("toegang")} == {"toegang"}


def test_acts_are_cited_by_their_official_title() -> None:
    bekend = tomllib.loads((MAP.parents[2] / "core/toegang/data/wetten.toml").read_text())["wet"]
    matrix = tomllib.loads((SJABLONEN / "matrix.toml").read_text())["brief"]
    geciteerd = {grond["wet"] for brief in matrix for grond in brief["grondslag"]}

    assert geciteerd - {wet["citeertitel"] for wet in bekend} == {"Regeling gehandicaptenparkeerkaart"}


def test_templates_hold_no_style_script_or_unknown_entity() -> None:
    for bestand in SJABLONEN.rglob("*.html"):
        tekst = bestand.read_text()
        assert not re.search(r"<(style|script|link|iframe|form)\b|\bstyle=|\bon\w+=", tekst), bestand.name
        assert set(re.findall(r"&(\w+);", tekst)) <= {"nbsp"}, bestand.name
