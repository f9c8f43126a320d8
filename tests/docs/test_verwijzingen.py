"""What the documentation names exists: links, files, commands with their options, and make targets."""

import re
import shlex
from functools import cache

import pytest
import typer
from bladzijden import WORTEL, ankers, bladzijden, blokken, in_codestijl, lees, links

from toegang_cli.main import maak_app

EIGEN_MAPPEN = ("core", "cli", "plugins", "templates", "tests", "docs", "benchmarks", ".ci")
_PAD = re.compile(r"\.?[\w-]+(/[\w.-]+)+/?")
_BESTAND = re.compile(r"[\w-]+(\.[\w-]+)*\.(md|py|toml|csv|html|txt|svg|png)")
ALLE = bladzijden()


@pytest.mark.parametrize("bladzijde", ALLE)
def test_elke_link_wijst_ergens_naar(bladzijde):
    dood = [
        doel
        for doel in links(bladzijde)
        if not doel.startswith(("https://", "mailto:")) and not bestaat(bladzijde, doel)
    ]
    assert dood == []


@pytest.mark.parametrize("bladzijde", ALLE)
def test_elk_genoemd_bestand_bestaat(bladzijde):
    gemaakt = {blok.waarde("bestand") for blok in blokken(bladzijde)} - {None}
    namen = bestandsnamen() | {deel for naam in gemaakt for deel in (naam, naam.rpartition("/")[2])}
    weg = []
    for woord in in_codestijl(bladzijde):
        if _PAD.fullmatch(woord) and woord.split("/")[0] in EIGEN_MAPPEN:
            weg += [] if (WORTEL / woord).exists() else [woord]
        elif _BESTAND.fullmatch(woord):
            weg += [] if woord in namen or in_bron(woord) else [woord]
    assert weg == []


@pytest.mark.parametrize("bladzijde", ALLE)
def test_elke_opdracht_bestaat(bladzijde):
    onbekend = [regel for regel in opdrachtregels(bladzijde, "toegang") if not is_opdracht(regel)]
    assert onbekend == []


@pytest.mark.parametrize("bladzijde", ALLE)
def test_elk_doel_van_make_bestaat(bladzijde):
    doelen = set(re.findall(r"^([a-z-]+):", (WORTEL / "Makefile").read_text(), flags=re.MULTILINE))
    genoemd = {regel.split()[1] for regel in opdrachtregels(bladzijde, "make") if len(regel.split()) > 1}
    assert genoemd - doelen == set()


def test_de_readme_past_op_een_paar_schermen():
    assert len(lees("README.md").splitlines()) < 150


def test_elke_bladzijde_staat_in_de_inhoud():
    genoemd = {(WORTEL / "docs" / doel.partition("#")[0]).resolve() for doel in links("docs/README.md")}
    alle = {(WORTEL / naam).resolve() for naam in ALLE if naam.startswith("docs/")} - {(WORTEL / "docs/README.md")}
    assert sorted(str(pad.relative_to(WORTEL)) for pad in alle - genoemd) == []


@pytest.mark.parametrize("regel", ["toegang bestaatniet", "toegang zaak weg Z2026-000001", "toegang zaak lijst --nee"])
def test_een_opdracht_die_er_niet_is_valt_op(regel):
    assert not is_opdracht(regel)


def bestaat(bladzijde, doel):
    pad, _, anker = doel.partition("#")
    bestand = (WORTEL / bladzijde).parent / pad if pad else WORTEL / bladzijde
    if not bestand.exists():
        return False
    return not anker or anker in ankers(str(bestand.resolve().relative_to(WORTEL)))


@cache
def bestandsnamen():
    mappen = (WORTEL / map_ for map_ in EIGEN_MAPPEN)
    return {pad.name for pad in WORTEL.iterdir()} | {pad.name for map_ in mappen for pad in map_.rglob("*")}


@cache
def bronnen():
    return "\n".join(
        pad.read_text(encoding="utf-8") for map_ in ("core", "cli") for pad in (WORTEL / map_).rglob("*.py")
    )


def in_bron(naam):
    """A file that Toegang makes while it runs has its name in the sources."""
    return f'"{naam}"' in bronnen()


def opdrachtregels(bladzijde, programma):
    """Every line that calls a program: in the shell blocks, and between backticks in the text."""
    schaal = [regel for blok in blokken(bladzijde) if blok.taal in ("sh", "") for regel in blok.tekst.splitlines()]
    stukken = [regel.partition(" #")[0] for regel in [*schaal, *in_codestijl(bladzijde)]]
    regels = [deel.strip() for stuk in stukken for deel in re.split(r"&&|\|\||[;|]|, dan ", stuk)]
    kaal = [re.sub(r"^\S*bin/(?=toegang)", "", regel) for regel in regels]
    return [regel for regel in kaal if regel == programma or regel.startswith(f"{programma} ")]


@cache
def alles():
    return typer.main.get_command(maak_app())


def is_opdracht(regel):
    """Tell whether a line names a command that exists, with options that it has."""
    woorden = shlex.split(regel.replace("…", ""))[1:]
    opdracht = alles()
    while woorden and hasattr(opdracht, "commands") and not woorden[0].startswith("-"):
        if woorden[0] not in opdracht.commands:
            return False
        opdracht = opdracht.commands[woorden.pop(0)]
    bekend = {naam for parameter in opdracht.params for naam in (*parameter.opts, *parameter.secondary_opts)} | {
        "--help"
    }
    return all(woord.partition("=")[0] in bekend for woord in woorden if re.match(r"--?[a-z]", woord))
