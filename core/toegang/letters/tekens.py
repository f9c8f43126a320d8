"""Every character of a letter must be in the house font; found before rendering, by field.

A renderer that lacks a glyph takes another font in silence: the file grows, PDF/A breaks and the
reader sees a box. Control characters and bidi overrides can make a text read as something else.
Errors name the field and the code point, never the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from toegang.errors import Controlefout, Invoerfout
from toegang.letters.gegevens import Briefgegevens

FONTMAP = Path(__file__).resolve().parent / "fonts"

GETOOND = 5
_WITRUIMTE = frozenset("\n ")
_ZACHT_KOPPELTEKEN = "\u00ad"
_NAAM_FAMILIE = 1
_NAAM_TYPOGRAFISCHE_FAMILIE = 16


class Tekenfout(Controlefout):
    """A letter holds characters that cannot be printed.

    Args:
        gebreken: one Dutch phrase per field and character.
    """

    def __init__(self, gebreken: tuple[str, ...]) -> None:
        meer = f" en nog {len(gebreken) - GETOOND}" if len(gebreken) > GETOOND else ""
        super().__init__(
            f"Niet alle tekens kunnen worden gedrukt: {'; '.join(gebreken[:GETOOND])}{meer}.",
            vervolg="Verbeter het veld, of kies een lettertype dat het teken heeft.",
        )
        self.gebreken = gebreken


def controleer_tekens(gegevens: Briefgegevens, lettertype: str) -> None:
    """Check every field of a letter.

    Args:
        gegevens: the letter.
        lettertype: font family of the house style.

    Raises:
        Tekenfout: one or more characters cannot be printed; names field and character.
        Invoerfout: the font family is not packaged.
    """
    dekking, velden = tekens_in(lettertype), tuple(_velden(gegevens.model_dump(mode="json"), ""))
    if not gebreken_in("".join(tekst for _, tekst in velden), dekking):
        return
    gebreken = tuple(f"veld {veld}: {gebrek}" for veld, tekst in velden for gebrek in gebreken_in(tekst, dekking))
    if gebreken:
        raise Tekenfout(gebreken)


def controleer_vaste_tekst(sjabloon: str, tekst: str, lettertype: str) -> None:
    """Check the words of the finished document; what is found here stands in the template itself.

    Args:
        sjabloon: template id.
        tekst: all words of the document.
        lettertype: font family of the house style.

    Raises:
        Tekenfout: a character cannot be printed.
        Invoerfout: the font family is not packaged.
    """
    gebreken = tuple(f"sjabloon {sjabloon}: {gebrek}" for gebrek in gebreken_in(tekst, tekens_in(lettertype)))
    if gebreken:
        raise Tekenfout(gebreken)


def gebreken_in(tekst: str, dekking: frozenset[int]) -> tuple[str, ...]:
    """Return what is wrong with the characters of a text, each once.

    Args:
        tekst: the text.
        dekking: code points that the font has.

    Returns:
        Dutch phrases with code point and name, in order of appearance.
    """
    gevonden = []
    for teken in dict.fromkeys(tekst):
        if teken in _WITRUIMTE or teken == _ZACHT_KOPPELTEKEN:
            continue
        if unicodedata.category(teken) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            gevonden.append(f"{_naam(teken)} mag niet in een brief")
        elif ord(teken) not in dekking:
            gevonden.append(f"{_naam(teken)} zit niet in het lettertype")
    return tuple(gevonden)


@cache
def tekens_in(lettertype: str) -> frozenset[int]:
    """Return the code points that every style of a packaged font family has.

    Args:
        lettertype: font family.

    Returns:
        Code points.

    Raises:
        Invoerfout: the family is not packaged; names those that are.
    """
    per_familie = _families()
    if lettertype not in per_familie:
        raise Invoerfout(
            f"Het lettertype '{lettertype}' is niet meegeleverd.",
            vervolg=f"Kies in de huisstijl uit: {', '.join(sorted(per_familie))}.",
        )
    return per_familie[lettertype]


@cache
def _families() -> Mapping[str, frozenset[int]]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    families: dict[str, frozenset[int]] = {}
    for pad in sorted(FONTMAP.glob("*.[ot]tf")):
        with TTFont(pad, lazy=True) as font:
            namen = font["name"]
            familie = str(namen.getDebugName(_NAAM_TYPOGRAFISCHE_FAMILIE) or namen.getDebugName(_NAAM_FAMILIE))
            tekens = frozenset(font.getBestCmap())
        families[familie] = families.get(familie, tekens) & tekens
    return families


def _velden(waarde: Any, pad: str) -> Iterator[tuple[str, str]]:
    """Yield every text with the path of its field; keys of mappings are ours, list places count from 1."""
    delen: Iterable[tuple[object, Any]]
    if isinstance(waarde, str):
        yield pad, waarde
        return
    if isinstance(waarde, Mapping):
        delen = waarde.items()
    elif isinstance(waarde, list | tuple):
        delen = enumerate(waarde, start=1)
    else:
        return
    for sleutel, deel in delen:
        yield from _velden(deel, f"{pad}.{sleutel}" if pad else str(sleutel))


def _naam(teken: str) -> str:
    return f"U+{ord(teken):04X} ({unicodedata.name(teken, 'zonder naam')})"
