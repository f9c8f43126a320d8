"""The summary of the demo, in Dutch, at most 80 columns wide."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from toegang.domain.brief import Aanhoudreden
from toegang_cli.brp import Geweigerd, Persoonrecord, aanhouding
from toegang_cli.demo.verslag import Gemeenteverslag
from toegang_cli.uitvoer import aantal

_BREEDTE = 80


def toon_alles(verslagen: list[Gemeenteverslag], map_: Path) -> None:
    """Print the summary table, where to look, and what keeps each gemeente from going live.

    Args:
        verslagen: one report per gemeente.
        map_: data folder of the demo.
    """
    uit = Console(width=_BREEDTE, highlight=False)
    goed = [verslag for verslag in verslagen if not verslag.fout]
    if goed:
        uit.print(_tabel(goed))
    for verslag in verslagen:
        if verslag.fout:
            Console(stderr=True, width=_BREEDTE, highlight=False).print(f"{verslag.naam} is gestopt: {verslag.fout}")
    if goed and not any(verslag.gewijzigd for verslag in goed):
        uit.print("\nEr was niets meer te doen: deze tweede ronde heeft niets veranderd.")
    _toon_kijk(uit, goed, map_)
    _toon_open(uit, goed)


def toon_personen(
    gelezen: tuple[list[Persoonrecord], list[Geweigerd]], verslagen: list[Gemeenteverslag], bestand: Path, vandaag: date
) -> None:
    """Print how the records of a file ended: in = done + held + refused.

    Args:
        gelezen: usable and refused records.
        verslagen: reports of the gemeenten.
        bestand: the file.
        vandaag: the day.
    """
    uit = Console(width=_BREEDTE, highlight=False)
    goed, geweigerd = gelezen
    vast = Counter(reden for record in goed if (reden := aanhouding(record.persoon, vandaag)) is not None)
    brief: Counter[str] = Counter()
    for verslag in verslagen:
        brief.update(verslag.cijfers.get("personen aangehouden", Counter()))
    gedaan = sum(verslag.cijfers.get("personen", Counter())["gedaan"] for verslag in verslagen)
    tabel = Table(
        title=f"Personen uit {bestand.name}", title_justify="left", show_header=False, box=None, width=_BREEDTE
    )
    tabel.add_column(ratio=1)
    tabel.add_column(justify="right")
    tabel.add_row("In het bestand", str(len(goed) + len(geweigerd)))
    tabel.add_row("Gedaan", str(gedaan))
    for reden, hoeveel in vast.most_common():
        tabel.add_row(f"Aangehouden: {reden}", str(hoeveel))
    for woord, hoeveel in brief.most_common():
        tabel.add_row(f"Aangehouden, brief wacht: {_uitleg(woord)}", str(hoeveel))
    for soort, hoeveel in Counter(item.reden for item in geweigerd).most_common():
        welke = ", ".join(str(item.nummer) for item in geweigerd if item.reden is soort)
        tabel.add_row(f"Geweigerd: {soort} (record {welke})", str(hoeveel))
    uit.print()
    uit.print(tabel)
    onvolledig = sum(record.onvolledige_datum for record in goed)
    if onvolledig:
        uit.print(f"Bij {aantal(onvolledig, 'persoon', 'personen')} is de geboortedatum deels onbekend.")
    levend = [record.persoon for record in goed if not record.persoon.overleden and record.persoon.adres_volledig]
    if levend:
        deel = f"{100 * gedaan / len(levend):.1f}".replace(".", ",")
        uit.print(f"Van wie leeft en een volledig adres heeft ({len(levend)}), is {deel}% gedaan.")
    uit.print("De adressen zijn die uit het bestand; gemeente en wijk zijn voor de demo toegewezen.")


def _tabel(verslagen: list[Gemeenteverslag]) -> Table:
    tabel = Table(width=_BREEDTE, box=box.SIMPLE_HEAD, pad_edge=False)
    tabel.add_column("", ratio=2)
    for verslag in verslagen:
        tabel.add_column(verslag.titel, justify="right", ratio=1)
    for groep in verslagen[0].cijfers:
        if groep.startswith("personen"):
            continue
        labels = sorted({label for verslag in verslagen for label in verslag.cijfers.get(groep, {})})
        if not labels:
            continue
        tabel.add_section()
        tabel.add_row(f"[bold]{groep.capitalize()}[/bold]", *[""] * len(verslagen))
        for label in labels:
            aantallen = [verslag.cijfers.get(groep, Counter())[label] for verslag in verslagen]
            tabel.add_row("  " + label.replace("_", " "), *[str(getal) if getal else "-" for getal in aantallen])
    return tabel


def _toon_kijk(uit: Console, verslagen: list[Gemeenteverslag], map_: Path) -> None:
    if not verslagen:
        return
    naam = verslagen[-1].naam
    uit.print("\n[bold]Waar te kijken[/bold]")
    for verslag in verslagen:
        uit.print(f"  brieven {verslag.titel}: {_kort(verslag.brieven)}", soft_wrap=True)
    uit.print(f"  export TOEGANG_DATA={_kort(map_)}", soft_wrap=True)
    uit.print(f"  toegang zaak lijst -g {naam}")
    uit.print(f"  toegang waarom ZAAK -g {naam}      waarom kwam het er zo uit?")


def _toon_open(uit: Console, verslagen: list[Gemeenteverslag]) -> None:
    """Print what came of trying to go live: refused, with the keys that the sources leave open."""
    if not verslagen:
        return
    uit.print("\n[bold]Echt openen[/bold] (toegang gemeente open) mag nog niet:")
    for verslag in verslagen:
        uit.print()
        uit.print(verslag.weigering or f"Gemeente {verslag.titel} kan open.")
        sleutels = ", ".join(f"{sleutel} ({regel})" for sleutel, regel, _ in verslag.open_sleutels)
        uit.print(Padding(f"Nog in te vullen: {sleutels}.", (0, 0, 0, 2)))
    uit.print("\nDe vraag en de bron bij elke sleutel: toegang gemeente controleer NAAM")


def _uitleg(woord: str) -> str:
    return Aanhoudreden(woord.upper()).uitleg if woord.upper() in Aanhoudreden.__members__ else woord


def _kort(pad: Path) -> str:
    try:
        return str(pad.relative_to(Path.cwd()))
    except ValueError:
        return str(pad)
