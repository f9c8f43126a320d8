from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.errors import Controlefout
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.onderdelen import Briefsoort
from toegang_beschikkingen import SJABLONEN

MATRIX = Brievenmatrix.uit_map(SJABLONEN)


def test_a_pgb_brings_its_own_article() -> None:
    regel = MATRIX.brief("wmo/toekenning", Wet.WMO, Besluitsoort.TOEKENNING)

    assert [grond.artikel for grond in regel.gronden(Wet.WMO, frozenset({Leveringsvorm.ZIN}))] == ["2.3.5"]
    assert [grond.artikel for grond in regel.gronden(Wet.WMO, frozenset({Leveringsvorm.PGB}))] == ["2.3.5", "2.3.6"]


def test_a_plan_cites_the_act_it_is_about() -> None:
    regel = MATRIX.brief("plan/plan-is-beschikking")

    assert [grond.wet for grond in regel.gronden(Wet.JEUGDWET, frozenset())] == ["Jeugdwet"]


@pytest.mark.parametrize(
    ("sjabloon", "wet", "soort", "uitleg"),
    [
        ("gpk/verlenging", None, None, "'gpk/verlenging' bestaat niet"),
        ("wmo/toekenning", Wet.GPK, None, "bestaat niet voor GPK"),
        ("wmo/toekenning", Wet.WMO, Besluitsoort.AFWIJZING, "kan geen afwijzing dragen"),
        ("plan/plan-is-beschikking", Wet.WMO, Besluitsoort.INTREKKING, "kan geen intrekking dragen"),
    ],
)
def test_a_cell_without_article_does_not_exist(sjabloon, wet, soort, uitleg) -> None:
    with pytest.raises(Controlefout, match=uitleg):
        MATRIX.brief(sjabloon, wet, soort)


def test_the_digital_channel_is_printed_from_2026_on() -> None:
    assert not MATRIX.clausule(Briefsoort.BESCHIKKING, date(2025, 12, 31)).digitaal
    assert MATRIX.clausule(Briefsoort.BESCHIKKING, date(2026, 1, 1)).digitaal


def test_before_the_first_clause_there_is_none() -> None:
    with pytest.raises(Controlefout, match="geen rechtsmiddelenclausule"):
        MATRIX.clausule(Briefsoort.PLAN, date(2014, 12, 31))


@pytest.mark.parametrize(
    ("wijziging", "uitleg"),
    [
        (("[[brief]]", "[[brief"), "matrix.toml"),
        (('bewijs = "V" },\n]', 'bewijs = "Q" },\n]'), "bewijs: kies uit"),
        (
            ('sjabloon = "wmo/toekenning"', 'sjabloon = "wmo/toekenning"\nvreemd = 1'),
            "vreemd: deze sleutel bestaat niet",
        ),
        (('soort = "BERICHT"', 'soort = "FAX"'), "soort: kies uit"),
    ],
)
def test_a_fault_in_the_files_names_file_and_key(tmp_path: Path, wijziging, uitleg) -> None:
    (tmp_path / "rechtsmiddelen.toml").write_text((SJABLONEN / "rechtsmiddelen.toml").read_text())
    (tmp_path / "matrix.toml").write_text((SJABLONEN / "matrix.toml").read_text().replace(*wijziging, 1))

    with pytest.raises(Controlefout, match=uitleg):
        Brievenmatrix.uit_map(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Controlefout, match=r"matrix\.toml: het bestand ontbreekt"):
        Brievenmatrix.uit_map(tmp_path)
