"""Looking at batches: who did what when, why a letter was not made, and the figures."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.batch import Regelstand
from toegang.domain.batchverloop import in_woorden, volgende
from toegang.letters.batch.keuze import KEUZES
from toegang.letters.batch.map import Batchmap
from toegang.reports.batch import maak_batchrapport
from toegang.reports.pagina import maak_pagina
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering import batchtonen
from toegang_cli.uitvoering.batchplek import vind_batch
from toegang_cli.uitvoering.rapporten import als_pdf, schrijf, toon_rapport
from toegang_cli.werkplek import Werkplek, werkplek, zaaknummer

_NIET = (Regelstand.AANGEHOUDEN, Regelstand.MISLUKT)


def keuzes(*, als_json: bool) -> None:
    """List the kinds of selection."""
    if als_json:
        velden = [{"keuze": item.naam, "uitleg": item.uitleg, "vraagt": item.vraagt} for item in KEUZES.values()]
        toon_json({"keuzes": velden})
        return
    toon_tabel(
        ("--kies", "Welke brieven"),
        [
            (f"{item.naam}=..." if item.vraagt else item.naam, _uitleg(item.uitleg, item.vraagt))
            for item in KEUZES.values()
        ],
        leeg="",
    )
    toon("", "Kiest u meer dan één keer, dan moet een brief aan alle keuzes voldoen.")


def status(naam: str, batch: str | None, *, als: str | None, als_json: bool) -> None:
    """Show all batches, or one with its steps."""
    with werkplek(naam, als) as plek:
        if batch is None:
            _alle(plek, als_json=als_json)
        else:
            _een(plek, vind_batch(plek, batch), als_json=als_json)


def waarom(naam: str, batch: str | None, zaak: str | None, *, als: str | None, als_json: bool) -> None:
    """Show why letters were not made."""
    nummer = zaaknummer(zaak) if zaak else None
    with werkplek(naam, als) as plek:
        kenmerk = vind_batch(plek, batch)
        with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
            werk.batches.haal(kenmerk)
            regels = werk.batchregels.zoek(batch_id=kenmerk)
    gekozen = [regel for regel in regels if (regel.zaak_id == nummer if nummer else regel.stand in _NIET)]
    if als_json:
        toon_json({"batch": kenmerk, "brieven": [batchtonen.regel_velden(regel) for regel in gekozen]})
        return
    for regel in gekozen:
        toon(f"{regel.zaak_id}  {regel.sjabloon}  {regel.stand.value.lower()}  (gekozen: {regel.gekozen_om})")
        toon(*(f"  {item.soort.titel}: {item.uitleg}" for item in regel.bevindingen if nummer or item.houdt_tegen))
    if not gekozen and nummer:
        toon(f"Zaak {nummer} heeft geen brief in batch {kenmerk}.")
    elif not gekozen:
        toon(f"In batch {kenmerk} wacht geen enkele brief en is er geen mislukt.")


def rapport(
    naam: str, batch: str | None, *, html: Path | None, pdf: Path | None, als: str | None, als_json: bool
) -> None:
    """Show the figures of a batch, or write them as a page."""
    with werkplek(naam, als) as plek:
        kenmerk = vind_batch(plek, batch)
        with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
            gemaakt = maak_batchrapport(werk, plek.omgeving, kenmerk)
        stijl = plek.omgeving.organisatie.huisstijl
        if html is not None:
            schrijf("--html", html, maak_pagina(gemaakt, stijl).encode())
        if pdf is not None:
            schrijf("--pdf", pdf, als_pdf(plek, gemaakt))
    if als_json:
        toon_json(gemaakt.als_json())
    elif html is None and pdf is None:
        toon_rapport(gemaakt)
    else:
        zeg("Dit rapport is voor binnen de gemeente: het telt brieven, ook als het er weinig zijn.")


def _alle(plek: Werkplek, *, als_json: bool) -> None:
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        batches = werk.batches.zoek()
        tellingen = {item.id: werk.batchregels.telling(item.id, item.aantal) for item in batches}
    if als_json:
        velden = [
            {**batchtonen.batch_velden(item), "telling": batchtonen.telling_velden(tellingen[item.id])}
            for item in batches
        ]
        toon_json({"gemeente": plek.gemeente.naam, "batches": velden})
        return
    toon_tabel(
        ("Batch", "Stand", "Brieven", "Gemaakt", "Datum", "Te doen"),
        [
            (
                *(item.id, in_woorden(item.stand), item.aantal, tellingen[item.id].gemaakt),
                *(str(item.dagtekening or "-"), stap.value if (stap := volgende(item.stand)) else None),
            )
            for item in reversed(batches)
        ],
        leeg="Er is nog geen batch. Begin met: toegang beschikking batch bevries",
    )


def _een(plek: Werkplek, kenmerk: str, *, als_json: bool) -> None:
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        batch = werk.batches.haal(kenmerk)
        telling = werk.batchregels.telling(batch.id, batch.aantal)
    if als_json:
        toon_json({**batchtonen.batch_velden(batch), "telling": batchtonen.telling_velden(telling)})
        return
    stap = volgende(batch.stand)
    toon_velden(
        {
            "Batch": batch.id,
            "Stand": in_woorden(batch.stand),
            "Telling": telling.in_woorden() if batch.keuze else als_tekst(batch.aantal),
            "Gekozen met": batch.keuze,
            "Datum op de brief": batch.dagtekening,
            "Bestanden": str(Batchmap.van(batch).pad) if batch.map else None,
            "Volgende stap": f"toegang beschikking batch {stap} {batch.id} -g {plek.gemeente.naam}" if stap else None,
        }
    )
    if batch.stappen:
        toon("", "Wie deed wat")
        batchtonen.toon_stappen(batch.stappen)
    if batch.druk:
        toon("", "Drukgang")
        batchtonen.toon_druk(batch.druk)
    if batch.verzendingen:
        toon("", "Verzonden")
        toon_tabel(
            ("Groep", "Op", "Geteld", "Wie"),
            [(item.groep, item.op, item.aantal, item.medewerker or f"uid {item.uid}") for item in batch.verzendingen],
            leeg="",
        )


def _uitleg(uitleg: str, vraagt: str) -> str:
    return f"{uitleg} Achter het is-teken: {vraagt}." if vraagt else uitleg
