"""The header of a template, as a jurist reads it and a machine checks it: articles, rules per block, open questions.

{#
wmo/toekenning
Artikelen   Wmo 2015, artikel 2.3.5
Regels      besluit L-67 · motivering L-53, L-60
Vragen aan de jurist: klopt de zin over de eigen bijdrage?
#}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_KOP = re.compile(r"\A\{#\n(.*?)#\}", re.DOTALL)
_LABEL = re.compile(r"^  (Artikelen|Regels|Blokken|Vragen aan de jurist:?) +", re.MULTILINE)
_PER_BLOK = re.compile(r"([a-z]+)\s+((?:[A-Z]-\d+)(?:,\s*[A-Z]-\d+)*)")
_REGEL = re.compile(r"[A-Z]-\d+")


@dataclass(frozen=True)
class Kopblok:
    """What stands in the header of a template and of its parents.

    Args:
        artikelen: articles, as written.
        regels: rule ids by the block that carries them.
        vragen: what a jurist still has to say.
    """

    artikelen: tuple[str, ...] = ()
    regels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vragen: tuple[str, ...] = ()


def lees_kop(bron: str) -> Kopblok:
    """Read the header of one template; empty when it has none.

    Args:
        bron: text of the template.
    """
    kop = _KOP.match(bron)
    if kop is None:
        return Kopblok()
    delen = _LABEL.split(kop[1])
    velden = {label.rstrip(":"): " ".join(tekst.split()) for label, tekst in zip(delen[1::2], delen[2::2], strict=True)}
    regels = {blok: tuple(_REGEL.findall(ids)) for blok, ids in _PER_BLOK.findall(velden.get("Regels", ""))}
    vraag = velden.get("Vragen aan de jurist", "")
    return Kopblok((velden["Artikelen"],) if "Artikelen" in velden else (), regels, (vraag,) if vraag else ())


def samen(koppen: Iterable[Kopblok]) -> Kopblok:
    """Return the headers of a template and its parents as one, the template itself first."""
    artikelen: list[str] = []
    vragen: list[str] = []
    regels: dict[str, dict[str, None]] = {}
    for kop in koppen:
        artikelen += kop.artikelen
        vragen += kop.vragen
        for blok, ids in kop.regels.items():
            regels.setdefault(blok, {}).update(dict.fromkeys(ids))
    return Kopblok(tuple(artikelen), {blok: tuple(ids) for blok, ids in regels.items()}, tuple(vragen))
