"""Pango from the project's own folder, and the packaged fonts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from toegang.letters import nativelibs

LATIN_LATIN1_EXTENDED_A = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
# The one letter of the BRP character set outside those, Vietnamese, and the marks of a letter.
OTHERS = [0x01F5, 0x1EC5, *map(ord, "€–—‘’“”„•…")]

RENDER = """
import io, pikepdf
from toegang.letters import nativelibs
nativelibs.load_native_libraries()
nativelibs.fontconfig_environment()
import weasyprint
text = "<p>gewoon <b>vet</b> <i>schuin</i> <b><i>beide</i></b> <code>ander</code>"
with pikepdf.open(io.BytesIO(weasyprint.HTML(string=text).write_pdf())) as pdf:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontName" in item:
            print(item.FontName)
"""


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What these functions set must not reach another test."""
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("TOEGANG_LIBS", raising=False)


@pytest.mark.parametrize("face", ["Regular", "Italic", "Bold", "BoldItalic"])
def test_the_font_has_every_letter_of_a_dutch_name_register(face: str) -> None:
    with TTFont(nativelibs.FONTS / f"SourceSans3-{face}.ttf") as font:
        characters = font.getBestCmap()
        assert font["name"].getDebugName(1) == "Source Sans 3"
    assert [chr(c) for c in (*LATIN_LATIN1_EXTENDED_A, *OTHERS) if c not in characters] == []


def test_the_font_brings_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (nativelibs.FONTS / "OFL.txt").read_text()


def test_fontconfig_sees_the_packaged_fonts_only() -> None:
    conf = nativelibs.fontconfig_environment()
    assert os.environ["FONTCONFIG_FILE"] == str(conf)
    assert conf.read_text().count("<dir>") == 1
    assert f"<dir>{nativelibs.FONTS}</dir>" in conf.read_text()
    assert "<include" not in conf.read_text()


def test_fontconfig_file_is_written_once(tmp_path: Path) -> None:
    conf = nativelibs.fontconfig_environment()
    before = conf.stat()
    assert nativelibs.fontconfig_environment() == conf
    assert conf.stat().st_mtime_ns == before.st_mtime_ns
    assert conf.is_relative_to(tmp_path / "cache")
    assert conf.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("cache", ["geen/volledig/pad", "/dev/null/map"])
def test_without_a_cache_folder_a_temporary_one_serves(cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    assert nativelibs.fontconfig_environment().is_file()
    assert not Path(cache).exists()


def test_a_letter_is_set_in_the_packaged_font_also_without_a_home(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": "/dev/null", "XDG_CACHE_HOME": "", "TMPDIR": str(tmp_path)}
    outcome = subprocess.run(
        [sys.executable, "-c", RENDER], env=environment, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    fonts = outcome.stdout.split()
    assert len(fonts) == 4
    assert all("Source-Sans-3" in font for font in fonts)


def test_libraries_beside_the_environment_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prefix = tmp_path / "project" / ".venv"
    prefix.mkdir(parents=True)
    (tmp_path / "project" / ".libs").mkdir()
    monkeypatch.setattr(sys, "prefix", str(prefix))
    monkeypatch.setattr(nativelibs, "REQUIRED", ("libbestaatniet.so.0",))
    assert nativelibs.load_native_libraries() == str(tmp_path / "project" / ".libs")


def test_the_variable_goes_before_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOEGANG_LIBS", str(tmp_path))
    monkeypatch.setattr(nativelibs, "REQUIRED", ("libbestaatniet.so.0",))
    assert nativelibs.load_native_libraries() == str(tmp_path)


def test_a_file_that_cannot_be_loaded_is_passed_over_and_stays_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "libbestaatniet.so.0").write_text("geen bibliotheek")
    monkeypatch.setenv("TOEGANG_LIBS", str(tmp_path))
    monkeypatch.setattr(nativelibs, "REQUIRED", ("libbestaatniet.so.0",))
    nativelibs.load_native_libraries()
    assert "libbestaatniet.so.0" in nativelibs.missing_libraries()


def test_the_system_is_left_alone_when_it_has_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOEGANG_LIBS", str(tmp_path))
    monkeypatch.setattr(nativelibs, "REQUIRED", ())
    monkeypatch.setattr(nativelibs, "RECOMMENDED", ())
    assert nativelibs.load_native_libraries() is None
