"""Who acts for a resident: recorded, ended, shown."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.vertegenwoordiger import Vertegenwoordiger, Vertegenwoordigingsopgave
from toegang.lifecycle.inzage import log_lezen
from toegang.lifecycle.vertegenwoordigers import beeindig_vertegenwoordiging, leg_vertegenwoordiger_vast
from toegang_cli.invoer import lees_dag, lees_waarde
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.inzage import keur_inzage
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer

GEZIEN = "vertegenwoordigers.gezien"


def leg_vast(naam: str, zaak_id: str, bestand: Path, wie: str, *, als: str | None, proef: bool) -> None:
    """Record who acts for a resident."""
    opgave, nummer = lees_waarde(bestand, Vertegenwoordigingsopgave), zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        nieuw = leg_vertegenwoordiger_vast(plek.omgeving, plek.actor, nummer, wie, opgave)
    toon(f"Vastgelegd: een {nieuw.soort.in_woorden}, {_periode(nieuw)} ({nieuw.id}).")
    zeg(
        NIETS_OPGESLAGEN
        if proef
        else f"Bekijk wie de brieven nu krijgt: toegang beschikking exemplaren {nummer} -g {naam}"
    )


def beeindig(naam: str, zaak_id: str, kenmerk: str, tot: str, *, als: str | None, proef: bool) -> None:
    """Record the last day."""
    dag, nummer = lees_dag("--tot", tot), zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        oud = beeindig_vertegenwoordiging(plek.omgeving, plek.actor, nummer, kenmerk, dag)
    toon(f"Vastgelegd: deze {oud.soort.in_woorden} treedt op {_periode(oud)} ({oud.id}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def toon_vertegenwoordigers(naam: str, zaak_id: str, *, als: str | None, reden: str | None, als_json: bool) -> None:
    """Show who acts for the members of a household, by id; that it was read is logged."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        log_lezen(werk, zaak, keur_inzage(naam, werk, zaak, reden=reden), GEZIEN)
        paren = [
            (persoon.id, item)
            for persoon in werk.inwoners.zoek(dossier_id=zaak.dossier_id)
            for item in persoon.vertegenwoordigers
        ]
        werk.commit()
    if als_json:
        velden = {"id", "soort", "vanaf", "tot", "wetten", "berichten", "document", "document_van"}
        delen = [{"inwoner": wie, **item.model_dump(mode="json", include=velden)} for wie, item in paren]
        toon_json({"gemeente": naam, "zaak": nummer, "vertegenwoordigers": delen})
        return
    toon_tabel(
        ("Kenmerk", "Voor", "Soort", "Vanaf", "Tot en met"),
        [(item.id, wie, item.soort.in_woorden, item.vanaf, item.tot) for wie, item in paren],
        leeg=f"In het huishouden van zaak {nummer} treedt niemand voor een ander op.",
    )


def _periode(item: Vertegenwoordiger) -> str:
    return f"vanaf {als_tekst(item.vanaf)}" + (f" tot en met {als_tekst(item.tot)}" if item.tot else "")
