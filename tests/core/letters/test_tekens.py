from __future__ import annotations

import pytest

from toegang.errors import Invoerfout
from toegang.letters.tekens import Tekenfout, controleer_tekens, controleer_vaste_tekst, gebreken_in, tekens_in

HUISFONT = "Source Sans 3"


def test_the_house_font_has_what_dutch_names_need() -> None:
    assert gebreken_in("Ĳsbrânt Çelik-Żółć, Nguyễn & co. – “€ 1.234,50” • ½ m²", tekens_in(HUISFONT)) == ()


def test_line_ends_and_soft_hyphens_are_no_characters() -> None:
    assert gebreken_in("een\ntwee ver\u00adzekering", tekens_in(HUISFONT)) == ()


@pytest.mark.parametrize(
    ("teken", "gebrek"),
    [
        ("\U0001f600", "U+1F600 (GRINNING FACE) zit niet in het lettertype"),
        ("\u0639", "U+0639 (ARABIC LETTER AIN) zit niet in het lettertype"),
        ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE) mag niet in een brief"),
        ("\u2067", "U+2067 (RIGHT-TO-LEFT ISOLATE) mag niet in een brief"),
        ("\x07", "U+0007 (zonder naam) mag niet in een brief"),
        ("\u2028", "U+2028 (LINE SEPARATOR) mag niet in een brief"),
        ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE) mag niet in een brief"),
        ("\ue000", "U+E000 (zonder naam) mag niet in een brief"),
    ],
)
def test_other_characters_are_named(teken: str, gebrek: str) -> None:
    assert gebreken_in(f"a{teken}b{teken}", tekens_in(HUISFONT)) == (gebrek,)


def test_the_error_names_the_field_and_not_the_text(voorbeeld) -> None:
    gegevens = voorbeeld()
    stap = gegevens.besluit.stappen[1].gewijzigd(tekst="Kanariegeel \U0001f600")
    besluit = gegevens.besluit.gewijzigd(stappen=(gegevens.besluit.stappen[0], stap))

    with pytest.raises(Tekenfout) as fout:
        controleer_tekens(gegevens.gewijzigd(besluit=besluit), HUISFONT)

    assert "veld besluit.stappen.2.tekst: U+1F600" in str(fout.value)
    assert "Kanariegeel" not in str(fout.value)


def test_composed_letters_are_made_of_loose_accents(voorbeeld) -> None:
    gegevens = voorbeeld(onderwerp="cafe\u0301")

    assert gegevens.onderwerp == "café"
    controleer_tekens(gegevens, HUISFONT)


def test_a_character_of_the_template_itself_is_found_too() -> None:
    with pytest.raises(Tekenfout, match="sjabloon wmo/proef: U\\+2705"):
        controleer_vaste_tekst("wmo/proef", "klaar ✅", HUISFONT)


def test_a_font_that_is_not_packaged_is_refused() -> None:
    with pytest.raises(Invoerfout, match=f"niet meegeleverd.*{HUISFONT}"):
        tekens_in("Comic Neue")
