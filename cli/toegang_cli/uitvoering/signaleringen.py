"""Pointing something out to who is responsible for the content, reading it, and dealing with it (B-45)."""

from __future__ import annotations

import re
from pathlib import Path

from toegang.errors import Invoerfout
from toegang.lifecycle.signalering import handel_af
from toegang.lifecycle.signalering import signaleer as doe_signalering
from toegang_cli.invoer import lees_tekst
from toegang_cli.uitvoer import toon, toon_json, toon_velden, zeg
from toegang_cli.uitvoering.inzage import open_dossier
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer

SIGNALEN_INGEZIEN = "signalering.ingezien"
"""Act in the log: somebody read what was pointed out in a zaak."""
_KENMERK = re.compile(r"SG-[0-9a-f]{4,32}")


def signaleer(naam: str, zaak_id: str, bestand: Path, aan: str, *, als: str | None, proef: bool) -> None:
    """Put something before who is responsible for the content."""
    nummer, tekst = zaaknummer(zaak_id), lees_tekst(bestand)
    with werkplek(naam, als, proef=proef) as plek:
        signaal = doe_signalering(plek.omgeving, plek.actor, nummer, tekst, aan)
    toon(f"Gesignaleerd aan {signaal.aan} in zaak {nummer} ({signaal.id}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def toon_signalen(naam: str, zaak_id: str, *, als: str | None, als_json: bool, reden: str | None = None) -> None:
    """Show what was pointed out in a zaak; who read it is logged."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        open_dossier(naam, werk, zaak, reden, actie=SIGNALEN_INGEZIEN)
        signalen = werk.signaleringen.zoek(zaak_id=nummer)
        werk.commit()
    if als_json:
        velden = [item.model_dump(mode="json", exclude={"dossier_id", "zaak_id"}) for item in signalen]
        toon_json({"gemeente": naam, "zaak": nummer, "signaleringen": velden})
        return
    if not signalen:
        toon(f"In zaak {nummer} is niets gesignaleerd.")
    for item in signalen:
        toon_velden(
            {
                "Kenmerk": item.id,
                "Soort": item.soort.lower(),
                "Van": item.door,
                "Aan": item.aan,
                "Op": item.op,
                "Wat": item.tekst,
                "Afgehandeld": item.afgehandeld_op,
                "Uitkomst": item.uitkomst,
            }
        )
        toon("")


def handel_signaal_af(naam: str, kenmerk: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record how a signal was dealt with."""
    if not _KENMERK.fullmatch(kenmerk):
        raise Invoerfout(
            "Dit is geen kenmerk van een signalering.",
            vervolg="Een kenmerk begint met SG-. Bekijk ze met: toegang zaak signalen ZAAK",
        )
    tekst = lees_tekst(bestand)
    with werkplek(naam, als, proef=proef) as plek:
        signaal = handel_af(plek.omgeving, plek.actor, kenmerk, tekst)
    toon(f"Signalering {signaal.id} in zaak {signaal.zaak_id} is afgehandeld.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
