"""Counting syllables in Dutch words, for readability (L-146).

Hyphenation finds the borders that spelling hides (``si-tu-a-tie``), but it does not leave a single letter alone
(``idee`` stays whole) and now and then cuts off a consonant (``schul-d-re-ge-ling``). So within each part that
hyphenation gives, the vowel sounds are counted: a part without one is no syllable, a part with two is two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from toegang.domain.gegevens import lees_toml

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

_KLANK = re.compile(
    r"[aeo]{2}u?w?i?|aai|ooi|oei|eeuw?|ieuw?|uw(?=[^aeiouy]|$)|ie|oe|eu|ui|ei|ij|ou|au|uu|[äëïöü]{1,2}e?|[aeiouyàáâèéêìíîòóôùúû]"
)
_DELEN = re.compile(r"[^\W\d_]+")
_SPELT = re.compile(r"[A-Z]{2,5}")


@cache
def lettergrepen(woord: str) -> int:
    """Return the number of syllables of a word as it is spoken.

    Args:
        woord: one word; a compound with hyphens is the sum of its parts, an abbreviation in capitals is spelt out,
            and a number counts as one.
    """
    uitzonderingen = _uitzonderingen()
    if woord.lower() in uitzonderingen:
        return uitzonderingen[woord.lower()]
    return max(1, sum(_van_deel(deel, uitzonderingen) for deel in _DELEN.findall(woord)))


def _van_deel(deel: str, uitzonderingen: Mapping[str, int]) -> int:
    klein = deel.lower()
    if klein in uitzonderingen:
        return uitzonderingen[klein]
    if _SPELT.fullmatch(deel):
        return len(deel)
    geteld = sum(len(_KLANK.findall(stuk)) for stuk in _woordenboek().inserted(klein, "-").split("-"))
    # without a vowel it is an abbreviation, which is spelt out
    return geteld or len(deel)


@cache
def _woordenboek() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL", left=1, right=1)


@cache
def _uitzonderingen() -> Mapping[str, int]:
    (tabel,) = lees_toml("leesbaarheid.toml", "lettergrepen", dict)
    return {woord: int(aantal) for woord, aantal in tabel.items()}
