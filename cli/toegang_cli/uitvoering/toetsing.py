"""Checking proposals: one, a list of judgements, or one by one what waits; each is recorded singly (L-147)."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toegang.domain.voorstel import Voorstel
from toegang.errors import Afsluitcode, Conflict, Invoerfout, NietToegestaan, ToegangFout
from toegang.lifecycle.besluitstand import TOETS, besluitstanden
from toegang.lifecycle.voorstel import toets_voorstel, zag_dossier_sinds
from toegang_cli.discretie import mask
from toegang_cli.invoer import STANDAARDINVOER, bestandsnaam, lees_tekst
from toegang_cli.uitvoer import aantal, toon, toon_tabel, zeg
from toegang_cli.uitvoering.besluiten import STATUS_KLAAR, toon_voorstel
from toegang_cli.uitvoering.regelmelding import waarschuw
from toegang_cli.uitvoering.stappen import doe_stap
from toegang_cli.uitvoering.zaken import zie_in
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek, zaaknummer

KOLOMMEN = ("zaak", "voorstel", "oordeel", "reden")
AKKOORD, TERUG = "akkoord", "terug"
GEDAAN, AL_GEDAAN, GEWEIGERD = "vastgelegd", "was al vastgelegd", "geweigerd"


@dataclass(frozen=True)
class Keuze:
    """What was asked on the command line; exactly one way of checking."""

    zaak: str | None
    akkoord: bool
    terug: Path | None
    lijst: Path | None
    alle: bool

    @property
    def een(self) -> bool:
        """Tell whether one proposal is judged."""
        return self.zaak is not None and not self.lijst and not self.alle and self.akkoord != (self.terug is not None)


@dataclass(frozen=True)
class Regel:
    """One line of a list, and what became of it."""

    nummer: int
    velden: dict[str, str]
    uitkomst: str
    waarom: str = ""


def toets(naam: str, keuze: Keuze, *, als: str | None, proef: bool) -> int:
    """Check a proposal, a list of them, or all that wait one by one.

    Returns:
        OK; DEELS when some lines of a list were refused, NIET_TOEGESTAAN when all were.

    Raises:
        Invoerfout: the options do not go together, or the file cannot be read.
        ToegangFout: see :func:`toegang.lifecycle.voorstel.toets_voorstel`.
    """
    los = keuze.zaak is None and not keuze.akkoord and keuze.terug is None
    if keuze.een:
        assert keuze.zaak is not None
        _een(naam, keuze.zaak, keuze.terug, als=als, proef=proef)
        return Afsluitcode.OK
    if keuze.lijst is not None and los and not keuze.alle:
        return _lijst(naam, keuze.lijst, als=als, proef=proef)
    if keuze.alle and los and keuze.lijst is None:
        return _alle(naam, als=als, proef=proef)
    raise Invoerfout(
        "Kies één manier van toetsen.",
        vervolg="ZAAK met --akkoord of --terug BESTAND, of --lijst BESTAND, of --alle (een voor een).",
    )


def _een(naam: str, zaak: str, terug: Path | None, *, als: str | None, proef: bool) -> None:
    reden = lees_tekst(terug) if terug else ""

    def stap(plek: Werkplek, nummer: str) -> Voorstel:
        return toets_voorstel(plek.omgeving, plek.actor, nummer, akkoord=terug is None, reden=reden)

    def laat_zien(gedaan: Voorstel) -> None:
        wat = "teruggegeven aan " + gedaan.steller.medewerker if terug else "akkoord"
        toon(f"Voorstel {gedaan.id} in zaak {gedaan.zaak_id}: {wat}.")

    doe_stap(naam, zaak, als, proef, stap, laat_zien)


def _lijst(naam: str, bestand: Path, *, als: str | None, proef: bool) -> int:
    """Record each line of a list by itself; a refused one stops no other."""
    rijen = list(_lees(bestand))
    gezien: set[str] = set()
    regels = []
    with werkplek(naam, als, proef=proef) as plek:
        for nummer, velden in rijen:
            regels.append(_doe_regel(plek, nummer, velden, gezien))
    mis = [regel for regel in regels if regel.uitkomst == GEWEIGERD]
    tabel = [
        (regel.nummer, _zaak(regel), regel.velden["oordeel"][:10], regel.uitkomst, regel.waarom) for regel in regels
    ]
    toon_tabel(("Regel", "Zaak", "Oordeel", "Uitkomst", "Waarom"), tabel, leeg="Er staat niets in de lijst.")
    goed = len(regels) - len(mis)
    toon(f"{aantal(goed, 'voorstel', 'voorstellen')} getoetst, {len(mis)} geweigerd.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
    elif mis:
        terug = bestandsnaam(_schrijf_geweigerd(bestand, mis))
        zeg(f"Geweigerde regels staan in {terug}; verbeter ze en lees ze opnieuw in.")
    if not mis:
        return Afsluitcode.OK
    return Afsluitcode.DEELS if goed else Afsluitcode.NIET_TOEGESTAAN


def _zaak(regel: Regel) -> str:
    """Return the zaaknummer of a line when it is one; anything else may be a BSN."""
    try:
        return zaaknummer(regel.velden["zaak"])
    except Invoerfout:
        return "-"


def _lees(bestand: Path) -> Iterator[tuple[int, dict[str, str]]]:
    tekst = lees_tekst(bestand)
    kop = tekst.splitlines()[0] if tekst.strip() else ""
    lezer = csv.DictReader(io.StringIO(tekst), delimiter=";" if ";" in kop else ",")
    namen = [naam.strip().lower() for naam in lezer.fieldnames or ()]
    if not set(KOLOMMEN[:3]) <= set(namen):
        raise Invoerfout(
            f"{bestandsnaam(bestand)}, regel 1: de kolommen kloppen niet.",
            vervolg=f"Begin met: {';'.join(KOLOMMEN)}",
        )
    lezer.fieldnames = namen
    for rij in lezer:
        velden = {naam: (rij.get(naam) or "").strip() for naam in KOLOMMEN}
        if any(velden.values()):
            yield lezer.line_num, velden


def _doe_regel(plek: Werkplek, nummer: int, velden: dict[str, str], gezien: set[str]) -> Regel:
    try:
        return Regel(nummer, velden, _verwerk(plek, velden, gezien))
    except ToegangFout as fout:
        return Regel(nummer, velden, GEWEIGERD, mask(str(fout)))


def _verwerk(plek: Werkplek, velden: dict[str, str], gezien: set[str]) -> str:
    zaak, akkoord = zaaknummer(velden["zaak"]), velden["oordeel"].lower() == AKKOORD
    if velden["oordeel"].lower() not in (AKKOORD, TERUG):
        raise Invoerfout("Het oordeel is geen 'akkoord' of 'terug'.")
    if not velden["voorstel"]:
        raise Invoerfout("Het voorstel dat u bekeek, is niet genoemd.", vervolg=f"Zie: toegang besluit toon {zaak}")
    if zaak in gezien:
        raise Conflict(f"Zaak {zaak} staat twee keer in de lijst.")
    gezien.add(zaak)
    wie = plek.actor.medewerker
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        voorstel = next((item for item in werk.voorstellen.zoek(zaak_id=zaak) if item.id == velden["voorstel"]), None)
        open_ = voorstel is not None and wie is not None and zag_dossier_sinds(werk, voorstel, wie)
    if voorstel is not None and _al_gedaan(voorstel, wie, akkoord=akkoord):
        return AL_GEDAAN
    if voorstel is not None and not open_:
        # of a single proposal L-147 warns until it is confirmed; a pile is never checked unseen
        raise NietToegestaan(f"U zag het dossier van {zaak} niet in.", vervolg=f"Eerst: toegang zaak inzien {zaak}")
    toets_voorstel(
        plek.omgeving, plek.actor, zaak, akkoord=akkoord, reden=velden["reden"], voorstel_id=velden["voorstel"]
    )
    return GEDAAN


def _al_gedaan(voorstel: Voorstel, wie: str | None, *, akkoord: bool) -> bool:
    """Tell whether this judgement was recorded before, in a run that was broken off."""
    if voorstel.status not in STATUS_KLAAR or not voorstel.toetsen:
        return False
    laatste = voorstel.toetsen[-1]
    return (laatste.door.medewerker, laatste.akkoord) == (wie, akkoord)


def _schrijf_geweigerd(bestand: Path, mis: list[Regel]) -> Path:
    map_ = Path.cwd() if bestand == STANDAARDINVOER else bestand.absolute().parent
    basis = "invoer" if bestand == STANDAARDINVOER else bestand.name
    pad, nummer = map_ / f"{basis}.geweigerd.csv", 2
    while pad.exists():
        pad, nummer = map_ / f"{basis}.geweigerd-{nummer}.csv", nummer + 1
    with pad.open("x", encoding="utf-8", newline="") as stroom:
        schrijver = csv.writer(stroom, delimiter=";")
        schrijver.writerow((*KOLOMMEN, "waarom"))
        schrijver.writerows([*(regel.velden[naam] for naam in KOLOMMEN), regel.waarom] for regel in mis)
    return pad


def _alle(naam: str, *, als: str | None, proef: bool) -> int:
    """Show each proposal that waits with its file, ask for a judgement, and record it before the next."""
    if not sys.stdin.isatty():
        raise Invoerfout(
            "Een voor een toetsen vraagt een terminal.",
            vervolg="Gebruik in een script: toegang besluit toets --lijst BESTAND",
        )
    with werkplek(naam, als) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        functie = werk.medewerkers.haal(als).functie if als else ""
        standen = [item for item in besluitstanden(werk, plek.omgeving) if item.wacht_op == TOETS]
        wachtend = [item.voorstel for item in standen if als and item.is_voor(als, functie)]
    if not wachtend:
        toon("Er wacht geen voorstel op uw toets.")
    for volgnummer, voorstel in enumerate(wachtend, start=1):
        assert voorstel is not None
        toon(f"Voorstel {volgnummer} van {len(wachtend)}")
        zie_in(naam, voorstel.zaak_id, als=als, als_json=False)
        toon("")
        toon_voorstel(voorstel)
        antwoord, reden = _vraag()
        if antwoord == "stop":
            break
        if antwoord == "overslaan":
            continue
        with werkplek(naam, als, proef=proef) as plek:
            gedaan = toets_voorstel(
                plek.omgeving,
                plek.actor,
                voorstel.zaak_id,
                akkoord=antwoord == AKKOORD,
                reden=reden,
                voorstel_id=voorstel.id,
            )
        waarschuw(gedaan.regels)
        toon(f"Vastgelegd: {voorstel.id} in zaak {voorstel.zaak_id}, {antwoord}.", "")
    if proef:
        zeg(NIETS_OPGESLAGEN)
    return Afsluitcode.OK


def _vraag() -> tuple[str, str]:
    """Ask for a judgement on one proposal; there is no default, and no answer for all."""
    while True:
        antwoord = input("akkoord, terug, overslaan of stop? ").strip().lower()
        if antwoord in (AKKOORD, "overslaan", "stop"):
            return antwoord, ""
        if antwoord == TERUG and (reden := input("Waarom? ").strip()):
            return TERUG, reden
        zeg("Typ een van deze woorden voluit; bij 'terug' hoort een reden.")
