"""How readable a Dutch text is: Flesch-Douma, and per sentence what makes it hard (L-146, Z-22, B-64).

Measuring is not judging: what is too hard for a letter is a rule with a limit of the gemeente
(:mod:`toegang.guards.leesbaarheid`). Nothing here keeps or logs a word of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from toegang.domain.leesgegevens import Grenzen, Jargon, Zwaarte, grenzen, jargonpatroon, woorden
from toegang.domain.lettergrepen import lettergrepen

_BASIS, _PER_WOORD, _PER_LETTERGREEP = 206.84, 0.93, 77.0
_WOORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EINDE = re.compile(r"(?<=[.!?])[\"')’”]?\s+(?=[\"'(‘“]?[A-ZÀ-Þ0-9])")
_LAATSTE_WOORD = re.compile(r"([\w./]+)\.[\"')’”]?$")
_HULPWERKWOORD = re.compile(r"\b(?:word|wordt|worden|werd|werden|geworden)\b", re.IGNORECASE)
_DEELWOORD = re.compile(
    r"\b(?:ge|be|ver|ont|her|er|aange|afge|opge|uitge|toege|vastge|mee|inge)\w{2,}(?:d|t|en)\b", re.IGNORECASE
)
_UITLEG = re.compile(r"\s*\(")


@dataclass(frozen=True, slots=True, repr=False)
class Vondst:
    """A hard or stiff word in a sentence.

    Args:
        tekst: as it stands there.
        jargon: the entry of the list.
    """

    tekst: str
    jargon: Jargon


@dataclass(frozen=True, slots=True, repr=False)
class Zin:
    """One sentence, measured.

    Args:
        tekst: the sentence.
        woorden: number of words.
        lettergrepen: number of syllables.
        lang: its long words.
        jargon: hard and stiff words that are not explained on the spot.
        lijdend: it looks like a passive sentence.
        grenzen: the limits it was measured against.
    """

    tekst: str
    woorden: int
    lettergrepen: int
    lang: tuple[str, ...]
    jargon: tuple[Vondst, ...]
    lijdend: bool
    grenzen: Grenzen

    @property
    def moeilijk(self) -> tuple[Vondst, ...]:
        """The hard words; stiff ones are left out."""
        return tuple(item for item in self.jargon if item.jargon.zwaarte is Zwaarte.MOEILIJK)

    @property
    def op_b1(self) -> bool:
        """Whether it is within B1: short, with few long words and no hard one."""
        kort = self.woorden <= self.grenzen.zin_woorden
        return kort and len(self.lang) <= self.grenzen.lange_woorden and not self.moeilijk

    def adviezen(self) -> tuple[str, ...]:
        """Say in Dutch what would make it easier; empty when nothing."""
        raad = [f"zeg in plaats van '{item.tekst}': {item.jargon.gewoon}" for item in self.jargon]
        if self.woorden >= self.grenzen.lange_zin:
            raad.append(f"{self.woorden} woorden: maak er twee zinnen van")
        elif self.woorden > self.grenzen.zin_woorden:
            raad.append(f"{self.woorden} woorden: kan het korter?")
        if len(self.lang) > self.grenzen.lange_woorden:
            raad.append(f"veel lange woorden: {', '.join(self.lang)}")
        if self.lijdend:
            raad.append("zeg wie het doet, in plaats van 'wordt' of 'worden'")
        return tuple(raad)


@dataclass(frozen=True, slots=True, repr=False)
class Leesrapport:
    """A text, measured.

    Args:
        zinnen: its sentences.
    """

    zinnen: tuple[Zin, ...]

    @property
    def woorden(self) -> int:
        """Number of words."""
        return sum(zin.woorden for zin in self.zinnen)

    @property
    def score(self) -> float | None:
        """Flesch-Douma: 206.84 - 0.93 x words per sentence - 77 x syllables per word; ``None`` without words."""
        if not self.woorden:
            return None
        per_zin = self.woorden / len(self.zinnen)
        per_woord = sum(zin.lettergrepen for zin in self.zinnen) / self.woorden
        return round(_BASIS - _PER_WOORD * per_zin - _PER_LETTERGREEP * per_woord, 1)

    @property
    def woorden_per_zin(self) -> float:
        """Average length of a sentence; 0 without sentences."""
        return round(self.woorden / len(self.zinnen), 1) if self.zinnen else 0.0

    @property
    def aandeel_b1(self) -> int:
        """Per cent of the sentences that are within B1, rounded down; 100 without sentences."""
        return 100 * sum(zin.op_b1 for zin in self.zinnen) // len(self.zinnen) if self.zinnen else 100

    @property
    def moeilijk(self) -> tuple[Vondst, ...]:
        """The hard words of all sentences."""
        return tuple(item for zin in self.zinnen for item in zin.moeilijk)


def meet(teksten: Iterable[str], maat: Grenzen | None = None, *, alleen_zinnen: bool = False) -> Leesrapport:
    """Measure how readable texts are.

    Args:
        teksten: the texts; every line break ends a sentence.
        maat: the limits; ``None`` = those of the packaged file.
        alleen_zinnen: leave out lines that do not end as a sentence does: headings, cells, addresses.

    Returns:
        The report; without sentences when there is nothing to read.
    """
    maat = maat or grenzen()
    regels = (regel.strip() for tekst in teksten for regel in tekst.splitlines())
    gekozen = (regel for regel in regels if regel and (not alleen_zinnen or regel[-1] in ".!?;:"))
    gemeten = (_meet_zin(zin, maat) for regel in gekozen for zin in splits(regel))
    return Leesrapport(tuple(zin for zin in gemeten if zin.woorden))


def splits(tekst: str) -> tuple[str, ...]:
    """Split a line into sentences; a point after an abbreviation or an initial ends none.

    Args:
        tekst: text without line breaks.
    """
    zinnen: list[str] = []
    for stuk in _EINDE.split(tekst.strip()):
        if zinnen and _eindigt_op_afkorting(zinnen[-1]):
            zinnen[-1] = f"{zinnen[-1]} {stuk}"
        else:
            zinnen.append(stuk)
    return tuple(zin for zin in zinnen if zin)


def _eindigt_op_afkorting(zin: str) -> bool:
    treffer = _LAATSTE_WOORD.search(zin)
    if treffer is None:
        return False
    laatste = treffer[1]
    return laatste.lower() in woorden("afkortingen") or (len(laatste) == 1 and laatste.isalpha() and laatste.isupper())


@lru_cache(maxsize=4096)
def _meet_zin(zin: str, maat: Grenzen) -> Zin:
    # letters of a batch have most of their sentences in common
    gevonden = _WOORD.findall(zin)
    tellingen = [lettergrepen(woord) for woord in gevonden]
    lang = tuple(woord for woord, aantal in zip(gevonden, tellingen, strict=True) if aantal >= maat.lang_woord)
    return Zin(zin, len(gevonden), sum(tellingen), lang, _jargon_in(zin), _is_lijdend(zin), maat)


def _jargon_in(zin: str) -> tuple[Vondst, ...]:
    patroon, groepen = jargonpatroon()
    return tuple(
        Vondst(treffer[0], groepen[treffer.lastgroup])
        for treffer in patroon.finditer(zin)
        if treffer.lastgroup and not _UITLEG.match(zin, treffer.end())
    )


def _is_lijdend(zin: str) -> bool:
    """Tell whether a sentence has a form of worden with a past participle; a simple pattern, so only advice."""
    if not _HULPWERKWOORD.search(zin):
        return False
    return any(woord.lower() not in woorden("geen_deelwoord") for woord in _DEELWOORD.findall(zin))
