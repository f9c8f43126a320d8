"""Showing how readable a text is: figures, and per sentence what would make it easier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from toegang.domain.brief import Brief
from toegang.domain.leesbaarheid import Leesrapport, meet
from toegang.domain.leesgegevens import Grenzen
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.guards.contexten_document import Eigentekst
from toegang_cli.uitvoer import BREEDTE, aantal, toon, toon_tabel, zeg

Nietgelukt = tuple[Brief, str]
"""A letter that cannot be composed now, and why."""

_WOORD = {Oordeel.WAARSCHUWING: "waarschuwt", Oordeel.GEWEIGERD: "weigert"}


@dataclass(frozen=True, repr=False)
class Leesbeeld:
    """One text that was measured.

    Args:
        wat: id of the letter, or name of the file.
        brief: the letter; ``None`` for a file.
        eigen: what the gemeente wrote.
        rest: report on the template; without sentences for a file.
        regels: rules that were checked on it.
    """

    wat: str
    brief: Brief | None
    eigen: tuple[Eigentekst, ...]
    rest: Leesrapport
    regels: tuple[Regeltoets, ...] = ()

    def rapport(self, maat: Grenzen) -> Leesrapport:
        """Return the report on what the gemeente wrote."""
        return meet((deel.tekst for deel in self.eigen), maat)


def toon_een(beeld: Leesbeeld, maat: Grenzen) -> None:
    """Show one text: its figures, what can be better sentence by sentence, and the rules."""
    brief = beeld.brief
    toon(f"Brief {brief.id}, zaak {brief.zaak_id}, sjabloon {brief.sjabloon}" if brief else f"Tekst: {beeld.wat}", "")
    rijen = [("eigen tekst", beeld.rapport(maat))]
    if beeld.rest.zinnen:
        rijen.append(("sjabloon", beeld.rest))
    toon_tabel(
        ("Wat", "Score", "Zinnen", "Woorden per zin", "Op B1"),
        [
            (wat, _score(item), len(item.zinnen), _komma(item.woorden_per_zin), f"{item.aandeel_b1}%")
            for wat, item in rijen
        ],
        leeg="",
    )
    toon("", f"De score is Flesch-Douma; hoger leest makkelijker. Streef naar {maat.flesch_douma} of meer.")
    raad = list(_raad(beeld.eigen, maat))
    toon("", "Wat beter kan:" if raad else "In de eigen tekst is niets om te verbeteren.")
    for plek, zin, adviezen in raad:
        _punt(f"{plek}: “{zin}”")
        for advies in adviezen:
            _punt(advies, inspring="    ", teken="")
    bezwaren = [item for item in beeld.regels if item.oordeel is not Oordeel.VOLDOET]
    if bezwaren:
        toon("", "Regels:")
        for item in bezwaren:
            _punt(f"{item.regel} {_WOORD[item.oordeel]}: {item.boodschap}")


def toon_lijst(beelden: list[Leesbeeld], fouten: list[Nietgelukt], maat: Grenzen) -> None:
    """Show a line per letter, without a word of it."""
    rijen = []
    for beeld in beelden:
        rapport, brief = beeld.rapport(maat), beeld.brief
        raad = sum(1 for _ in _raad(beeld.eigen, maat))
        rijen.append(
            (beeld.wat, brief and brief.zaak_id, _score(rapport), f"{rapport.aandeel_b1}%", raad, _regels(beeld))
        )
    toon_tabel(
        ("Brief", "Zaak", "Score", "Op B1", "Raad", "Regels"), rijen, leeg="Er zijn geen brieven om te controleren."
    )
    if fouten:
        toon("", "Niet te controleren:")
        for brief, waarom in fouten:
            _punt(f"{brief.id} (zaak {brief.zaak_id}): {waarom}")
    if rijen:
        zeg(
            f"{aantal(len(rijen), 'brief', 'brieven')}; 'Raad' telt de zinnen die beter kunnen.",
            "Bekijk er een met: toegang beschikking controleer BRIEF",
        )


def _regels(beeld: Leesbeeld) -> str | None:
    gevonden = [item for item in beeld.regels if item.oordeel is not Oordeel.VOLDOET]
    return ", ".join(f"{item.regel} {_WOORD[item.oordeel]}" for item in gevonden) or None


def _score(rapport: Leesrapport) -> str | None:
    return None if rapport.score is None else _komma(rapport.score)


def _komma(getal: float) -> str:
    return f"{getal:.1f}".replace(".", ",")


def _punt(tekst: str, inspring: str = "  ", teken: str = "- ") -> None:
    """Show one point of a list, wrapped within the width."""
    begin = f"{teken:<{len(inspring)}}"
    toon(*wrap(tekst, BREEDTE, initial_indent=begin, subsequent_indent=inspring, break_on_hyphens=False))


def _raad(delen: Iterable[Eigentekst], maat: Grenzen) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """Give place, sentence and advice for every sentence that can be better."""
    for deel in delen:
        for nummer, zin in enumerate(meet([deel.tekst], maat).zinnen, start=1):
            adviezen = zin.adviezen()
            if adviezen:
                yield ", ".join(filter(None, (deel.plek, f"zin {nummer}"))), zin.tekst, adviezen


def als_json_velden(
    naam: str, beelden: list[Leesbeeld], fouten: list[Nietgelukt], maat: Grenzen, *, met_zinnen: bool
) -> dict[str, object]:
    """Return the outcome for ``--json``; with sentences only when one text was asked for."""
    return {
        "gemeente": naam,
        "streefscore": maat.flesch_douma,
        "teksten": [_velden(beeld, maat, met_zinnen=met_zinnen) for beeld in beelden],
        "niet_te_controleren": [
            {"brief": brief.id, "zaak": brief.zaak_id, "waarom": uitleg} for brief, uitleg in fouten
        ],
    }


def _velden(beeld: Leesbeeld, maat: Grenzen, *, met_zinnen: bool) -> dict[str, object]:
    def cijfers(rapport: Leesrapport) -> dict[str, object]:
        return {
            "score": rapport.score,
            "zinnen": len(rapport.zinnen),
            "woorden": rapport.woorden,
            "woorden_per_zin": rapport.woorden_per_zin,
            "procent_b1": rapport.aandeel_b1,
            "moeilijke_woorden": sorted({item.jargon.woord for item in rapport.moeilijk}),
        }

    velden: dict[str, object] = {
        "wat": beeld.wat,
        "zaak": beeld.brief and beeld.brief.zaak_id,
        "sjabloon": beeld.brief and beeld.brief.sjabloon,
        "eigen_tekst": cijfers(beeld.rapport(maat)),
        "sjabloontekst": cijfers(beeld.rest) if beeld.rest.zinnen else None,
        "regels": [item.model_dump(mode="json") for item in beeld.regels if item.oordeel is not Oordeel.VOLDOET],
    }
    if met_zinnen:
        velden["raad"] = [
            {"plek": plek, "zin": zin, "adviezen": adviezen} for plek, zin, adviezen in _raad(beeld.eigen, maat)
        ]
    return velden
