"""The tables of ``make rules``, in 80 columns, or JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

from toegang.domain.regelboek import Boeksterkte
from toegang_cli.regelstand.stand import UITLEG, Regelstand, Status, tel
from toegang_cli.uitvoer import BREEDTE, aantal, toon, toon_json, toon_tabel

_KORT = {
    "MUST gedragen": "gedr.",
    "gedragen": "alle",
    "zonder test": "-test",
    "alleen genoemd": "noemt",
    "getoond": "toont",
    "nog niet": "niet",
}
"""Headings that fit; ``alle`` counts what is carried, whatever its strength."""


def toon_standen(standen: Sequence[Regelstand], *, als_json: bool) -> None:
    """Show every rule with its status, and the totals."""
    if als_json:
        toon_json({"regels": [_velden(item) for item in standen], "totalen": totalen(standen)})
        return
    toon_tabel(
        ("Regel", "Sterkte", "Soort", "Waar", "Tests", "Status"),
        [
            (item.regel.id, item.sterkte, item.soort, _kort(item.waar), item.tests, item.status.value)
            for item in standen
        ],
        leeg="Er zijn geen regels.",
    )
    toon("")
    _toon_totalen(standen)
    for status, uitleg in UITLEG.items():
        _toon_tekst(f"{status.value}: {uitleg.replace('`', '')}.")


def toon_bewijs(standen: Sequence[Regelstand], onbewezen: Mapping[str, str], *, als_json: bool) -> None:
    """Show which rules are not proven, and how many are."""
    gedragen = [item for item in standen if item.dragers]
    bewezen = [item for item in gedragen if item.regel.id not in onbewezen]
    must = [item for item in standen if item.regel.sterkte is Boeksterkte.MUST]
    must_bewezen = [item for item in must if item in bewezen]
    if als_json:
        toon_json(
            {
                "bewezen": [item.regel.id for item in bewezen],
                "onbewezen": dict(onbewezen),
                "must": {"regels": len(must), "bewezen": len(must_bewezen)},
            }
        )
        return
    toon_tabel(("Regel", "Waarom niet bewezen"), list(onbewezen.items()), leeg="Elke gedragen regel is bewezen.")
    toon(
        "",
        f"{aantal(len(gedragen), 'regel wordt', 'regels worden')} gedragen; {len(bewezen)} daarvan bewezen.",
        f"MUST: {len(must_bewezen)} van {len(must)} gedragen en bewezen.",
    )


def totalen(standen: Sequence[Regelstand]) -> dict[str, dict[str, int]]:
    """Return the counts per source of rules, and over all."""
    bronnen = dict.fromkeys(item.regel.herkomst for item in standen)
    per_bron = {bron: tel(item for item in standen if item.regel.herkomst == bron) for bron in bronnen}
    return {**per_bron, "totaal": tel(standen)}


def _toon_totalen(standen: Sequence[Regelstand]) -> None:
    rijen = totalen(standen)
    kop = [_KORT.get(naam, naam) for naam in rijen["totaal"]]
    toon_tabel(("Bron", *kop), [(bron, *telling.values()) for bron, telling in rijen.items()], leeg="")
    niet = [
        item.regel.id
        for item in standen
        if item.regel.sterkte is Boeksterkte.MUST and item.status is not Status.GEDRAGEN
    ]
    if niet:
        _toon_tekst(f"MUST, nog niet gedragen en getest: {', '.join(niet)}")


def _toon_tekst(tekst: str) -> None:
    toon("", *wrap(tekst, BREEDTE, break_on_hyphens=False))


def _kort(waar: tuple[str, ...]) -> str | None:
    return f"{waar[0]}{f' (+{len(waar) - 1})' if len(waar) > 1 else ''}" if waar else None


def _velden(item: Regelstand) -> dict[str, object]:
    return {
        "id": item.regel.id,
        "herkomst": item.regel.herkomst,
        "sterkte": item.regel.sterkte,
        "ernst": item.regel.ernst,
        "soort": item.soort.value,
        "tekst": item.regel.tekst,
        "dragers": [{"soort": d.soort.value, "waar": d.waar, "moment": d.moment} for d in item.dragers],
        "genoemd": item.genoemd,
        "tests": item.tests,
        "status": item.status.value,
    }
