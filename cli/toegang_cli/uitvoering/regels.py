"""The register of rules as a list."""

from __future__ import annotations

from toegang import guards
from toegang.guards.register import ALTIJD_HARD, NOG_TE_TOETSEN, REGELS, Moment, Regel, Regelsoort
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel

assert guards.__all__  # importing the package is what registers the rules


def lijst(*, moment: str | None, als_json: bool) -> None:
    """List all rules, or those of one step."""
    gekozen = [item for item in alle_regels() if moment is None or item.moment == moment.upper()]
    if als_json:
        toon_json({"regels": [_velden(item) for item in gekozen]})
        return
    toon_tabel(
        ("Regel", "Soort", "Stap", "Titel", "Grondslag", "Bewijs"),
        [(item.id, item.soort, item.moment, item.titel, item.grondslag, item.bewijs) for item in gekozen],
        leeg="Voor deze stap zijn er geen regels.",
    )
    wachten = sum(1 for item in gekozen if waarschuwt_nog(item))
    if wachten:
        toon("", f"{aantal(wachten, 'regel', 'regels')} van de wet wacht op een jurist en waarschuwt tot dan alleen.")


def alle_regels() -> list[Regel]:
    """Return all rules in order of step and id."""
    momenten = list(Moment)
    return sorted(REGELS.values(), key=lambda item: (momenten.index(item.moment), item.id))


def waarschuwt_nog(item: Regel) -> bool:
    """Tell whether a rule of law warns until a jurist confirmed it."""
    return item.soort is Regelsoort.WET and item.bewijs in NOG_TE_TOETSEN and item.id not in ALTIJD_HARD


def _velden(item: Regel) -> dict[str, object]:
    return {
        "id": item.id,
        "soort": item.soort.value,
        "moment": item.moment.value,
        "titel": item.titel,
        "grondslag": item.grondslag,
        "bewijs": item.bewijs,
        "waarschuwt_tot_bevestigd": waarschuwt_nog(item),
    }
