"""Drafts of the proposals of a round: read the table of tariffs, and write a file per review."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from toegang.domain.begrippen import Leveringsvorm
from toegang.domain.datums import bedrag
from toegang.errors import Conflict, Invoerfout
from toegang.letters.batch.lijst import lees_rijen
from toegang.lifecycle.herzieningsronde import rondezaken
from toegang.lifecycle.rondeconcept import Rondeconcept, Tarief, Tariefwijziging, maak_concepten
from toegang.storage.bestanden import maak_map, schrijf
from toegang_cli.invoer import bestandsnaam, lees_bytes, lees_dag
from toegang_cli.uitvoer import toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.zaakkeuze import een_uit, vereis_product
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek

_KOLOMMEN = ["product", "vorm", "oud", "nieuw"]
_EURO = re.compile(r"(?:€\s*)?(\d{1,3}(?:\.?\d{3})*)(?:,(\d{2}))?")


@dataclass(frozen=True)
class Conceptkeuze:
    """What was typed; see :class:`Tariefwijziging`."""

    ronde: str
    tarieven: Path
    ingaat_op: str
    grondslag: str
    naar: Path


def schrijf_concepten(naam: str, keuze: Conceptkeuze, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Write a draft per review; a folder that is there is not written in."""
    wijziging = Tariefwijziging(
        lees_tarieven(keuze.tarieven), lees_dag("--ingaat-op", keuze.ingaat_op), _vereis_tekst(keuze.grondslag)
    )
    if keuze.naar.exists():
        raise Conflict(
            f"De map {keuze.naar.name} bestaat al; er wordt niets overschreven.",
            vervolg="Kies een nieuwe map, of verplaats de oude.",
        )
    with werkplek(naam, als, proef=proef) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        if not rondezaken(werk, keuze.ronde):
            raise Invoerfout(
                "Deze ronde bestaat niet.", vervolg=f"Bekijk de rondes met: toegang besluit rondes -g {naam}"
            )
        concepten = maak_concepten(werk, keuze.ronde, wijziging, plek.omgeving.vandaag())
    gemaakt = [item for item in concepten if item.opdracht is not None]
    if gemaakt and not proef:
        maak_map(keuze.naar)
        for item in gemaakt:
            schrijf(keuze.naar / f"{item.zaak}.json", als_bestand(item))
    if als_json:
        toon_json({"gemeente": naam, "ronde": keuze.ronde, "zaken": [_velden(item) for item in concepten]})
        return
    toon_tabel(
        ("Zaak", "Was", "Wordt", "Wat"),
        [
            (
                item.zaak,
                "\n".join(bedrag(oud) for oud, _ in item.bedragen),
                "\n".join(bedrag(nieuw) for _, nieuw in item.bedragen),
                item.waarom_niet or ("ten nadele: eerst horen" if _nadelig(item) else "concept"),
            )
            for item in concepten
        ],
        leeg="In deze ronde wacht geen zaak meer op een voorstel.",
    )
    if concepten:
        toon("", f"{len(concepten)} zaken = {len(gemaakt)} concepten + {len(concepten) - len(gemaakt)} zonder.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
    elif gemaakt:
        eerste = gemaakt[0].zaak
        zeg(
            "Er is nog niets voorgesteld. Lees elk concept, pas het aan, en doe het voorstel: "
            f"toegang besluit voorstel {eerste} {keuze.naar / (eerste + '.json')} -g {naam}"
        )


def lees_tarieven(pad: Path) -> tuple[Tarief, ...]:
    """Return the table of tariffs.

    Raises:
        Invoerfout: a line is not right; names the line and the column.
    """
    naam = bestandsnaam(Path(pad.name))
    rijen = lees_rijen(lees_bytes(pad), naam)
    if not rijen or [cel.strip().lower() for cel in rijen[0][1]] != _KOLOMMEN:
        raise Invoerfout(
            f"{naam} heeft niet de kolommen {';'.join(_KOLOMMEN)}.", vervolg="Zet die op de eerste regel van de tabel."
        )
    return tuple(_tarief(naam, nummer, cellen) for nummer, cellen in rijen[1:])


def _tarief(naam: str, nummer: int, cellen: list[str]) -> Tarief:
    waarde = dict(zip(_KOLOMMEN, (cel.strip() for cel in cellen), strict=False))
    if not waarde.get("product"):
        raise Invoerfout(f"{naam}, regel {nummer}: het product ontbreekt.", vervolg="Vul de kolom product.")
    try:
        product = vereis_product(waarde["product"])
        vorm = een_uit("vorm", waarde.get("vorm") or None, Leveringsvorm)
        oud = _centen(waarde["oud"]) if waarde.get("oud") else None
        nieuw = _centen(waarde.get("nieuw", ""))
    except Invoerfout as fout:
        raise Invoerfout(f"{naam}, regel {nummer}: {fout.boodschap}", vervolg=fout.vervolg) from None
    assert product is not None
    return Tarief(product, vorm, oud, nieuw)


def _centen(tekst: str) -> int:
    gevonden = _EURO.fullmatch(tekst)
    if gevonden is None:
        raise Invoerfout("Een bedrag is niet te lezen.", vervolg="Schrijf het als 1.234,50 of als 1234.")
    return int(gevonden[1].replace(".", "")) * 100 + int(gevonden[2] or 0)


def _vereis_tekst(tekst: str) -> str:
    if not tekst.strip():
        raise Invoerfout("De grondslag is leeg.", vervolg="Noem de regeling met haar artikel: --grondslag TEKST")
    return " ".join(tekst.split())


def _nadelig(item: Rondeconcept) -> bool:
    return item.opdracht is not None and item.opdracht.ten_nadele


def als_bestand(item: Rondeconcept) -> bytes:
    """Return a draft as the file that is written and proposed."""
    assert item.opdracht is not None
    velden = item.opdracht.model_dump(mode="json", exclude_defaults=True)
    return (json.dumps(velden, ensure_ascii=False, indent=2) + "\n").encode()


def _velden(item: Rondeconcept) -> dict[str, object]:
    return {
        "zaak": item.zaak,
        "concept": item.opdracht is not None,
        "bedragen_centen": item.bedragen,
        "ten_nadele": _nadelig(item),
        "waarom_niet": item.waarom_niet or None,
    }
