"""What a screen reader reads is what the HTML says, in that order (L-145; LETTERS.md II.3)."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest
from structuurboom import bladeren, gevonden, verwacht, zonder_paginagrens

from toegang.letters.matrix import Brievenmatrix
from toegang.letters.onderdelen import Afspraakregel, Briefsoort
from toegang.letters.weasyhtml import als_boom
from toegang_beschikkingen import SJABLONEN

BRIEVEN = [r.sjabloon for r in Brievenmatrix.uit_map(SJABLONEN).brieven if r.soort is not Briefsoort.BIJLAGE]


def boom_van(sjablonen, gegevens):
    boom = als_boom(sjablonen.html(gegevens.sjabloon, gegevens))
    assert boom is not None
    return verwacht(boom)


@pytest.mark.regel("L-145")
@pytest.mark.parametrize("sjabloon", ["wmo/toekenning", "plan/plan-is-beschikking"])
def test_every_word_once_in_its_role_and_in_order(sjabloon, sjablonen, maak, voorbeeld) -> None:
    gegevens = voorbeeld(sjabloon)
    boom = boom_van(sjablonen, gegevens)

    assert zonder_paginagrens(gevonden(maak(gegevens).pdf), boom) == bladeren(boom)
    assert {"H1", "H2", "P", "LI", "TH", "TD", "Figure"} <= {rol for rol, _ in boom}


@pytest.mark.lang
@pytest.mark.parametrize("sjabloon", BRIEVEN)
def test_every_letter_reads_as_its_html(sjabloon, sjablonen, maak, voorbeeld) -> None:
    boom = boom_van(sjablonen, voorbeeld(sjabloon))

    assert zonder_paginagrens(gevonden(maak(voorbeeld(sjabloon)).pdf), boom) == bladeren(boom)


def test_the_walker_sees_a_word_too_few_and_another_order(sjablonen, maak, voorbeeld) -> None:
    """A control: a test of the test."""
    gegevens = voorbeeld("melding/ontvangstbevestiging")
    boom, lijst = boom_van(sjablonen, gegevens), gevonden(maak(gegevens).pdf)
    goed = bladeren(boom)

    assert zonder_paginagrens(lijst, boom) == goed
    assert zonder_paginagrens(lijst[:-1], boom) != goed
    assert zonder_paginagrens([lijst[1], lijst[0], *lijst[2:]], boom) != goed


def test_headings_are_bookmarks_and_no_level_is_lost(maak, voorbeeld) -> None:
    gegevens = voorbeeld()
    with pikepdf.open(io.BytesIO(maak(gegevens).pdf)) as pdf, pdf.open_outline() as inhoud:
        (wortel,) = inhoud.root
        koppen = [item.title for item in wortel.children]

    assert wortel.title == gegevens.onderwerp
    assert koppen == [kop for kop in koppen if kop.strip()]
    assert "Heeft u vragen?" in koppen


@pytest.mark.lang
def test_a_plan_of_sixty_pages_is_whole(sjablonen, maak, voorbeeld) -> None:
    """Lists, a table and own words over many pages: nothing lost, nothing twice, nothing out of order."""
    gegevens = voorbeeld("plan/plan-is-beschikking")
    zin = "Wij spraken af dat de buurvrouw elke week meegaat naar de inloop, ook als het regent of als er bezoek is. "
    plan = gegevens.plan.gewijzigd(
        doelen=tuple(f"Doel {nr}: {zin * 2}" for nr in range(270)),
        afspraken=tuple(
            Afspraakregel(wat=f"Afspraak {nr}: {zin}", wie="de buurvrouw", tot=date(2026, 9, 1)) for nr in range(270)
        ),
        inbreng="\n".join(f"Woord {nr}: {zin * 3}" for nr in range(240)),
    )
    gegevens = gegevens.gewijzigd(plan=plan)
    boom = boom_van(sjablonen, gegevens)

    brief = maak(gegevens)

    assert brief.paginas >= 60
    assert zonder_paginagrens(gevonden(brief.pdf), boom) == bladeren(boom)
