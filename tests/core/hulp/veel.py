"""Many dossiers out of one: what the life cycle made is copied with other ids, so a big batch is quick to set up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toegang.environment import Gemeente
from toegang.storage import Werkeenheid
from toegang.storage.verzameling import Verzameling

_PER_KEER = 50


def vermenigvuldig(gemeente: Gemeente, aantal: int, zaken: tuple[str, ...] = ()) -> None:
    """Copy the dossiers of some zaken, each in turn, until there are so many more dossiers.

    Args:
        gemeente: the gemeente, opened.
        aantal: dossiers to add.
        zaken: zaaknummers; empty = all there are.
    """
    with gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
        gekozen = [zaak for zaak in werk.zaken.zoek() if not zaken or zaak.id in zaken]
        bronnen = [_inhoud(werk, dossier) for dossier in dict.fromkeys(zaak.dossier_id for zaak in gekozen)]
    nummers = iter(range(1, aantal + 1))
    with gemeente.omgeving.opslag.doorlopend():
        while deel := [nummer for _, nummer in zip(range(_PER_KEER), nummers, strict=False)]:
            with gemeente.omgeving.opslag.werk(gemeente.actor()) as werk:
                for nummer in deel:
                    _kopieer(werk, bronnen[nummer % len(bronnen)], nummer)
                werk.commit()


def _inhoud(werk: Werkeenheid, dossier: str) -> dict[str, list[str]]:
    """Return every record of a dossier as JSON, by repository."""
    return {
        naam: [waarde.model_dump_json() for waarde in verzameling.zoek(dossier_id=dossier)]
        for naam, verzameling in _verzamelingen(werk)
        if "dossier_id" in verzameling.tabel.c
    } | {"dossiers": [werk.dossiers.haal(dossier).model_dump_json()]}


def _verzamelingen(werk: Werkeenheid) -> Iterator[tuple[str, Verzameling]]:
    yield from ((naam, deel) for naam, deel in vars(werk).items() if isinstance(deel, Verzameling))
    yield "regie._regels", werk.regie._regels


def _kopieer(werk: Werkeenheid, inhoud: dict[str, list[str]], nummer: int) -> None:
    verzamelingen = dict(_verzamelingen(werk))
    nieuw = werk.dossiers.model.model_validate_json(_anders(inhoud["dossiers"][0], nummer))
    werk.dossiers.nieuw(nieuw)
    for naam, teksten in inhoud.items():
        verzameling = verzamelingen[naam]
        if naam in ("dossiers", "sporen", "hookvragen", "batchregels"):
            continue
        verzameling.voeg_toe([verzameling.model.model_validate_json(_anders(tekst, nummer)) for tekst in teksten])


_KENMERK = re.compile(r"\b((?:D|I|ML|P|PL|G|BS|B|TS|V|VS|S|SG|L|LV|T|A|M|MD|C)-)([0-9a-f]{16})\b")


def _anders(tekst: str, nummer: int) -> str:
    """Return a record with the ids of its copy; nobody has a BSN, and names differ in length as names do."""
    tekst = _KENMERK.sub(lambda gevonden: f"{gevonden[1]}{nummer:06x}{gevonden[2][6:]}", tekst)
    tekst = re.sub(
        r"\bZ(\d{4})-(\d{6})\b", lambda gevonden: f"Z{gevonden[1]}-{nummer * 100 + int(gevonden[2]):07d}", tekst
    )
    tekst = re.sub(r'"bsn":"\d{9}"', '"bsn":null', tekst)
    tekst = re.sub(r'"kenmerk":"([^"]+)"', lambda gevonden: f'"kenmerk":"{gevonden[1]}-{nummer}"', tekst)
    return re.sub(
        r'"geslachtsnaam":"([^"]+)"', lambda gevonden: f'"geslachtsnaam":"{gevonden[1]}{_naam(nummer)}"', tekst
    )


def _naam(nummer: int) -> str:
    return "".join("abcdefghij"[int(cijfer)] for cijfer in str(nummer))
