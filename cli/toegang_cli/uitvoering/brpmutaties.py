"""A file with mutations of the BRP: JSON in the field names of the RvIG, or a table with the same names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from toegang.domain.bsn import Bsn, OngeldigBsn
from toegang.domain.mutatie import VELDEN, Mutatie, Mutatiefout, in_bestand
from toegang.errors import Invoerfout
from toegang.letters.batch.lijst import lees_rijen, schrijf_lijst
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf_nieuw
from toegang_cli.invoer import bestandsnaam, lees_bytes, lees_gegevens
from toegang_cli.uitvoering import aanmeldbestand
from toegang_cli.uitvoering.aanmeldbestand import GEWEIGERD, Ruw

BSN = "burgerservicenummer"
CSV = ".csv"
NAMEN = {in_bestand(veld): veld for veld in VELDEN}
"""Name in the file → our field."""
NIET_NODIG = frozenset({"lijst", "inwoner", "partner_bsn", "kinderen_bsn", "ouder1_bsn", "ouder2_bsn"})
"""What files of the BRP hold besides, and what we do not take over: no more is kept than the work needs."""
_ANDERS = frozenset({BSN, "gezag", "brp_peildatum", GEWEIGERD})


@dataclass(frozen=True, repr=False)
class Mutatiebestand:
    """A file as read.

    Args:
        pad: the file.
        records: what it holds; a table counts lines, JSON counts records.
        kolommen: heading of a table; empty for JSON.
    """

    pad: Path
    records: tuple[Ruw, ...]
    kolommen: tuple[str, ...] = ()

    @property
    def eenheid(self) -> str:
        """What a number counts, in Dutch."""
        return "regel" if self.kolommen else "record"

    def schrijf_terug(self, geweigerd: Sequence[tuple[Ruw, Mutatiefout]]) -> Path:
        """Write what was refused to a new file of the same kind, readable for this account only.

        Args:
            geweigerd: records, each with why.
        """
        if not self.kolommen:
            redenen: list[tuple[Ruw, tuple[tuple[str, str], ...]]] = [
                (ruw, ((fout.veld, fout.reden),)) for ruw, fout in geweigerd
            ]
            return aanmeldbestand.schrijf_geweigerd(self.pad, redenen)
        pad = aanmeldbestand.vrije_naam(self.pad, CSV)
        kop = tuple(naam for naam in self.kolommen if naam != GEWEIGERD)
        rijen = [[*_cellen(ruw, kop), str(fout)] for ruw, fout in geweigerd]
        schrijf_nieuw(pad, schrijf_lijst((*kop, GEWEIGERD), rijen), GEKOZEN_PLEK)
        return pad


def lees_bestand(pad: Path) -> Mutatiebestand:
    """Read a file with mutations.

    Raises:
        Invoerfout: it cannot be read, is empty, or its heading is not right.
    """
    if pad.suffix.lower() == CSV:
        return _lees_tabel(pad)
    gelezen = lees_gegevens(pad)
    if isinstance(gelezen, Mapping):
        gelezen = gelezen.get("personen", [gelezen])
    if not isinstance(gelezen, list) or not gelezen:
        raise Invoerfout(
            f"{bestandsnaam(pad)} bevat geen personen.", vervolg="Verwacht wordt: [ { ... }, { ... } ], of een CSV."
        )
    return Mutatiebestand(pad, tuple(Ruw(nummer, item) for nummer, item in enumerate(gelezen, start=1)))


def lees_mutatie(ruw: Ruw, peildatum: date) -> Mutatie:
    """Return what a record says.

    Args:
        ruw: the record.
        peildatum: day of the whole file, for a record that names none.

    Raises:
        Mutatiefout: it is not right; names the field, never the value.
    """
    if ruw.fout:
        raise Mutatiefout("(geheel)", ruw.fout)
    if not isinstance(ruw.inhoud, Mapping):
        raise Mutatiefout("(geheel)", "verwacht wordt een tabel { ... } met velden")
    velden = {str(naam): item for naam, item in ruw.inhoud.items() if naam not in NIET_NODIG | {GEWEIGERD}}
    if vreemd := next((naam for naam in velden if naam not in NAMEN and naam not in _ANDERS), None):
        bekend = re.fullmatch(r"[a-z_0-9]{1,30}", vreemd) and not re.search(r"\d{5}", vreemd)
        raise Mutatiefout(
            vreemd if bekend else "(geheel)", "dit veld kennen wij niet; verbeter de naam of haal het weg"
        )
    gezag, onbekend = _gezag(velden.pop("gezag", None))
    teksten = {naam: tekst for naam, item in velden.items() if (tekst := _tekst(naam, item))}
    dag = teksten.pop("brp_peildatum", "")
    bsn = _bsn("burgerservicenummer", teksten.pop(BSN, ""))
    gegeven = {NAMEN[naam]: tekst for naam, tekst in teksten.items()}
    return Mutatie(bsn, gegeven, gezag, onbekend, _dag(dag) if dag else peildatum)


def _lees_tabel(pad: Path) -> Mutatiebestand:
    naam = bestandsnaam(pad)
    rijen = lees_rijen(lees_bytes(pad), naam)
    if not rijen:
        raise Invoerfout(f"{naam} is leeg.", vervolg="De eerste regel noemt de kolommen; daaronder staat een persoon.")
    kop = tuple(cel.strip().lower() for cel in rijen[0][1])
    if BSN not in kop:
        raise Invoerfout(
            f"{naam}, regel 1: de kop mist de kolom {BSN}.",
            vervolg="Alleen met dat nummer is te zien over wie een regel gaat.",
        )
    # What the heading says is shown by place only: without a right heading it may be a person.
    vreemd = [nr for nr, kolom in enumerate(kop, start=1) if kolom not in {*NAMEN, *NIET_NODIG, *_ANDERS}]
    if vreemd or len(set(kop)) != len(kop):
        waar = f"kolom {vreemd[0]} kennen wij niet" if vreemd else "een kolom staat er twee keer"
        raise Invoerfout(
            f"{naam}, regel 1: {waar}. Er is niets bijgewerkt.", vervolg=f"Kies uit: {', '.join([*NAMEN, *_namen()])}."
        )
    records = tuple(_ruw(nummer, cellen, kop) for nummer, cellen in rijen[1:])
    if not records:
        raise Invoerfout(f"{naam} bevat geen personen.", vervolg="Onder de kop staat niets.")
    return Mutatiebestand(pad, records, kop)


def _ruw(nummer: int, cellen: list[str], kop: tuple[str, ...]) -> Ruw:
    if len(cellen) != len(kop):
        return Ruw(nummer, cellen, fout=f"er zijn {len(cellen)} cellen, en de kop heeft er {len(kop)}")
    return Ruw(nummer, {naam: cel.strip() for naam, cel in zip(kop, cellen, strict=True)})


def _cellen(ruw: Ruw, kop: tuple[str, ...]) -> list[str]:
    """Return the cells of a refused row under its heading; of one that does not fit, as many as fit."""
    if isinstance(ruw.inhoud, Mapping):
        return [str(ruw.inhoud.get(naam, "")) for naam in kop]
    return [*map(str, ruw.inhoud), *[""] * len(kop)][: len(kop)]


def _namen() -> tuple[str, ...]:
    return tuple(sorted(_ANDERS - {GEWEIGERD}))


def _tekst(naam: str, item: Any) -> str:
    if item is None:
        return ""
    if isinstance(item, bool):
        return "ja" if item else "nee"
    if not isinstance(item, str | int):
        raise Mutatiefout(naam, "verwacht wordt tekst")
    tekst = str(item).strip()
    if len(tekst) > 200 or not tekst.isprintable():
        raise Mutatiefout(naam, "is te lang, of heeft een teken dat niet te drukken is")
    return tekst


def _bsn(veld: str, tekst: str) -> str:
    try:
        return Bsn.lees(tekst, vul_aan=True).onthul()
    except OngeldigBsn as fout:
        uitleg = str(fout).removeprefix("Het BSN ").rstrip(".")
        raise Mutatiefout(veld, uitleg) from None


def _gezag(item: Any) -> tuple[tuple[str, ...] | None, bool]:
    """Return who has gezag, and whether the file says that this is not known."""
    delen = item if isinstance(item, list) else re.split(r"[\s,+]+", _tekst("gezag", item))
    nummers = [_tekst("gezag", deel) for deel in delen]
    nummers = [nummer for nummer in nummers if nummer]
    if not nummers:
        return None, False
    if nummers == ["onbekend"]:
        return None, True
    return (() if nummers == ["niemand"] else tuple(_bsn("gezag", nummer) for nummer in nummers)), False


def _dag(tekst: str) -> date:
    kaal = tekst.replace("-", "")
    try:
        return date(int(kaal[:4]), int(kaal[4:6]), int(kaal[6:])) if len(kaal) == 8 else date.fromisoformat(tekst)
    except ValueError:
        raise Mutatiefout("brp_peildatum", "deze datum bestaat niet (verwacht: jjjjmmdd of jjjj-mm-dd)") from None
