"""The register of breaches of personal data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from toegang.domain.datalek import Datalek, Datalekopgave, meldtermijn
from toegang.errors import Invoerfout
from toegang.privacy import datalek as register
from toegang_cli.invoer import lees_waarde
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek

_KENMERK = re.compile(r"DL-[0-9a-f]{16}")


def registreer(naam: str, bestand: Path, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Write a breach down, and say until when it must be reported.

    Raises:
        Invoerfout: fields are not right, or lie in the future.
    """
    opgave = lees_waarde(bestand, Datalekopgave)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        lek = register.registreer(werk, opgave, plek.actor, werk.sessie.klok())
        over = lek.gebreken(werk.sessie.klok())
        if not proef:
            werk.commit()
    _meld("vastgelegd", lek, over, proef=proef, als_json=als_json)


def vul_aan(naam: str, kenmerk: str, bestand: Path, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Replace what is known of a breach.

    Raises:
        Invoerfout: there is no such breach, nothing changed, or fields are not right.
    """
    if not _KENMERK.fullmatch(kenmerk):
        raise Invoerfout("Dit is geen kenmerk van een datalek.", vervolg="Zie: toegang privacy datalek lijst")
    opgave = lees_waarde(bestand, Datalekopgave)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        lek = register.vul_aan(werk, kenmerk, opgave, plek.actor, werk.sessie.klok())
        over = lek.gebreken(werk.sessie.klok())
        if not proef:
            werk.commit()
    _meld("bijgewerkt", lek, over, proef=proef, als_json=als_json)


def lijst(naam: str, *, als: str | None, als_json: bool) -> None:
    """Show all breaches; the asking is logged."""
    with leesplek(naam, als) as plek, plek.werk() as werk:
        nu, lekken = werk.sessie.klok(), werk.datalekken.zoek()
        werk.log("privacy.datalekken-ingezien")
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, "datalekken": [_velden(lek, lek.gebreken(nu)) for lek in lekken]})
        return
    toon_tabel(
        ("Datalek", "Ontdekt", "Risico", "Melden voor", "Gemeld", "Nog te doen"),
        [
            (
                lek.id,
                als_tekst(lek.ontdekt_op),
                lek.risico.value.lower(),
                als_tekst(lek.melden_voor) if lek.melden_voor else "hoeft niet",
                als_tekst(lek.gemeld_ap_op),
                "; ".join(lek.gebreken(nu)) or None,
            )
            for lek in lekken
        ],
        leeg="Er is geen datalek vastgelegd.",
    )


def _meld(wat: str, lek: Datalek, over: tuple[str, ...], *, proef: bool, als_json: bool) -> None:
    if als_json:
        toon_json({"opgeslagen": not proef, **_velden(lek, over)})
    else:
        toon(f"Datalek {lek.id} is {wat}." if not proef else f"Dit datalek kan worden {wat}.")
        if lek.melden_voor is not None and lek.gemeld_ap_op is None:
            termijn = meldtermijn(lek.ontdekt_op.date())
            toon(
                f"Meld het voor {als_tekst(lek.melden_voor)} aan de Autoriteit Persoonsgegevens: {termijn.uren} uur na "
                f"de ontdekking ({termijn.grondslag}{', nog te toetsen' if termijn.bewijs == 'M' else ''})."
            )
        toon(*(f"Nog te doen: {gebrek}." for gebrek in over))
    if proef:
        zeg(NIETS_OPGESLAGEN)


def _velden(lek: Datalek, over: tuple[str, ...]) -> dict[str, Any]:
    voor = lek.melden_voor
    return {**lek.model_dump(mode="json"), "melden_voor": voor.isoformat() if voor else None, "nog_te_doen": list(over)}
