"""Small, pure work on the text of letters: normalising, paragraphs, lists in a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_REGELEINDE = re.compile(r"\r\n?|\u0085")
_TELWOORDEN = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes"),
    *("zeven", "acht", "negen", "tien", "elf", "twaalf"),
)
_ONZIJDIG = ("college", "bestuur", "dagelijks bestuur", "algemeen bestuur", "besluit", "reglement")
_ALINEAGRENS = re.compile(r"\s*\n\s*")


def genormaliseerd(tekst: str) -> str:
    """Return text in composed form (NFC) with one kind of line end and no tabs.

    Characters that may not be in a letter stay where they are: :mod:`toegang.letters.tekens` names them.

    Args:
        tekst: text as it was stored.

    Returns:
        The text to print.
    """
    return unicodedata.normalize("NFC", _REGELEINDE.sub("\n", tekst)).replace("\t", " ").strip()


def alineas(tekst: str) -> tuple[str, ...]:
    """Split a text into paragraphs: every line break begins a new one.

    Args:
        tekst: text with line breaks.

    Returns:
        The paragraphs that hold something.
    """
    return tuple(deel for deel in _ALINEAGRENS.split(tekst.strip()) if deel)


def telwoord(getal: int) -> str:
    """Write a small number as a word.

    Args:
        getal: the number.

    Returns:
        For example ``zes``; digits above twelve.
    """
    return _TELWOORDEN[getal] if 0 <= getal < len(_TELWOORDEN) else str(getal)


def opsomming(delen: Sequence[str]) -> str:
    """Join parts as a Dutch sentence does.

    Args:
        delen: the parts.

    Returns:
        For example ``a, b en c``; empty when there are none.
    """
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def hoofdletter(tekst: str) -> str:
    """Return the text with a capital at its beginning; the rest as it was.

    Args:
        tekst: a phrase, e.g. "het college".

    Returns:
        For example "Het college"; Dutch ij becomes IJ.
    """
    if tekst[:2] in ("ij", "Ij"):
        return f"IJ{tekst[2:]}"
    return tekst[:1].upper() + tekst[1:]


def lidwoord(naam: str) -> str:
    """Return the article of a body, an act or a regulation.

    Args:
        naam: e.g. "Besluit administratieve bepalingen inzake het wegverkeer", "Jeugdwet".

    Returns:
        "de" or "het".
    """
    return "het" if naam.lower().startswith(_ONZIJDIG) else "de"


def met_lidwoord(bestuursorgaan: str) -> str:
    """Return the name of a body with its article.

    Args:
        bestuursorgaan: e.g. "college van burgemeester en wethouders van Schagen", with or without article.

    Returns:
        For example "het college van burgemeester en wethouders van Schagen".
    """
    eerste, _, rest = bestuursorgaan.partition(" ")
    if eerste.lower() in ("het", "de") and rest:
        return f"{eerste.lower()} {rest}"
    return f"{lidwoord(bestuursorgaan)} {bestuursorgaan[:1].lower()}{bestuursorgaan[1:]}"


def zonder_schema(adres: str) -> str:
    """Return a web address as it is printed.

    Args:
        adres: with or without ``https://``.

    Returns:
        The address without scheme and closing slash.
    """
    return adres.removeprefix("https://").removeprefix("http://").rstrip("/")
