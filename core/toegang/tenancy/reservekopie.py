"""A backup of one gemeente, made while others work in it, and checked by restoring it (ADR 0009).

It is two files. The copy holds all rows, the settings and the inscription as they were at one moment, sealed with
the key of the gemeente; not that key, and not the keys of the dossiers. Those stand in the key ring beside it, which
each backup replaces: a dossier that was destroyed is not in the newest ring, so no older copy can be opened for it.
"""

from __future__ import annotations

import base64
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, OpslagFout
from toegang.storage.bestanden import MAP, als_opslagfout, maak_map, ruim_resten, slot
from toegang.storage.kluis import Kluis
from toegang.storage.logboek import controleer_logboek
from toegang.storage.opslag import Gemeenteopslag
from toegang.storage.schema import bijwerken, maak_tabellen, revisie
from toegang.storage.sleutels import lees_sleutel
from toegang.storage.uittreksel import lees_rijen, lees_sleutels, tel_leesbaar, zet_rijen
from toegang.storage.waarden import Actor
from toegang.storage.zegelbestand import Zegelkop, Zegelschrijver, lees_kop, lees_regels
from toegang.tenancy.register import Register

KOPIE, RING, EXPORT = "reservekopie", "sleutelring", "export"
UITGANG = ".toegang"
BESTAND, MANIFEST, SLEUTEL = "bestand", "manifest", "sleutel"
LAATSTE = "reservekopie.op"
"""Fact in the database: when the last backup was made."""
_KLEIN = ("gemeente.toml", "instellingen.toml")
Klok = Callable[[], datetime]


class Kopierapport(Waarde):
    """What a backup turned out to hold, after it was restored in a scratch place.

    Args:
        kopie: the file.
        ring: the key ring; ``None`` = an export, which has its keys inside.
        gemeente: whose it is.
        gemaakt_op: the moment it is of, UTC.
        revisie: revision of the database.
        rijen: rows per table.
        logregels: links of the log, all checked.
        leesbaar: rows that were decrypted.
        vernietigd: rows of destroyed dossiers, which stay unreadable.
    """

    kopie: Path
    ring: Path | None
    gemeente: str
    gemaakt_op: datetime
    revisie: str
    rijen: dict[str, int]
    logregels: int
    leesbaar: int
    vernietigd: int


def ring_bij(kopie: Path, gemeente: str) -> Path:
    """Return where the key ring is that belongs to a copy: beside it."""
    return kopie.with_name(f"{gemeente}.{RING}")


def maak_reservekopie(register: Register, naam: str, doel: Path, actor: Actor, klok: Klok) -> Kopierapport:
    """Make a backup and check it by restoring it in a scratch place.

    Args:
        register: the gemeenten of this machine.
        naam: the gemeente; her database may be of an older revision.
        doel: folder for the backups of this gemeente; made when absent.
        actor: who makes it.
        klok: gives the instant, UTC.

    Raises:
        OpslagFout: it cannot be written, or does not hold what it should; then no file is left that looks like one.
    """
    register.haal(naam)
    paden = register.paden(naam)
    maak_map(doel)
    with (
        slot(doel / ".slot", "een reservekopie van deze gemeente"),
        Gemeenteopslag.open(paden.database, paden.sleutel, naam, klok, toets=False) as opslag,
    ):
        for rest in (*doel.glob(f".*{UITGANG}.*.nieuw"), *doel.glob(".proef-*")):
            shutil.rmtree(rest) if rest.is_dir() else rest.unlink()
        kopie = _schrijf(opslag, paden.map, doel, klok)
        try:
            rapport = controleer_kopie(kopie, ring_bij(kopie, naam), paden.sleutel, klok)
        except BaseException:
            kopie.unlink(missing_ok=True)
            raise
        _teken_aan(opslag, actor, kopie, klok)
    return rapport


def exporteer(register: Register, naam: str, doel: Path, actor: Actor, klok: Klok) -> Kopierapport:
    """Put a whole gemeente in one sealed file, to be imported elsewhere; checked by importing it in a scratch place.

    The keys of her dossiers are in it, so the file is as secret as the database: with the key file of the gemeente all
    can be read, for as long as the file exists.

    Args:
        register: the gemeenten of this machine.
        naam: the gemeente.
        doel: the file; must not exist.
        actor: who does it.
        klok: gives the instant, UTC.

    Raises:
        Conflict: the file exists.
        OpslagFout: it cannot be written, or does not hold what it should; then it is not left.
    """
    register.haal(naam)
    paden = register.paden(naam)
    if doel.exists():
        raise Conflict(f"{doel} bestaat al en wordt niet overschreven.", vervolg="Kies een andere naam.")
    with Gemeenteopslag.open(paden.database, paden.sleutel, naam, klok) as opslag:
        with opslag.werk(actor) as werk:
            werk.log("gemeente.geexporteerd")
            werk.commit()
        _schrijf_kopie(opslag, paden.map, doel, Zegelkop.nieuw(EXPORT, naam, klok(), str(revisie(opslag))))
    try:
        return controleer_kopie(doel, None, paden.sleutel, klok)
    except BaseException:
        doel.unlink(missing_ok=True)
        raise


def controleer_kopie(kopie: Path, ring: Path | None, sleutel: Path, klok: Klok) -> Kopierapport:
    """Restore a backup in a scratch place: every row, every link of the log, every ciphertext.

    Args:
        kopie: the file.
        ring: the key ring; ``None`` for an export.
        sleutel: key file of the gemeente.
        klok: gives the instant, UTC.

    Raises:
        OpslagFout: something in it is not right; says what.
    """
    kop = lees_kop(kopie)
    with _proefplek(kopie.parent, sleutel, kop.gemeente) as (pad, eigen_sleutel):
        opslag = Gemeenteopslag.open(pad, eigen_sleutel, kop.gemeente, klok, toets=False)
        with opslag:
            rijen, _ = herstel_in(opslag, kopie, ring)
            with opslag.werk(Actor(uid=os.getuid()), alleen_lezen=True) as werk:
                log = controleer_logboek(werk)
                leesbaar, vernietigd = tel_leesbaar(werk.sessie.verbinding, opslag.kluis)
    if not log.in_orde:
        raise OpslagFout(f"De reservekopie {kopie} is niet goed: {log.fouten[0]}")
    return Kopierapport(
        kopie=kopie,
        ring=ring,
        gemeente=kop.gemeente,
        gemaakt_op=kop.gemaakt_op,
        revisie=kop.revisie,
        rijen=rijen,
        logregels=log.aantal,
        leesbaar=leesbaar,
        vernietigd=vernietigd,
    )


def herstel_in(opslag: Gemeenteopslag, kopie: Path, ring: Path | None) -> tuple[dict[str, int], dict[str, bytes]]:
    """Put a backup into an empty place and bring it to the revision of this version.

    Args:
        opslag: opened with ``toets=False`` on a place without a database.
        kopie: the file.
        ring: the key ring, not older than the copy; ``None`` for an export.

    Returns:
        Rows per table, and the small files by name.

    Raises:
        OpslagFout: copy or ring is not right.
    """
    kop = lees_kop(kopie)
    sleutels: dict[str, str | None] = {} if ring is None else _lees_ring(ring, opslag.kluis, kop)
    bestanden: dict[str, bytes] = {}

    def rijen() -> Iterator[Any]:
        for regel in lees_regels(kopie, opslag.kluis, EXPORT if ring is None else KOPIE, kop.gemeente):
            if isinstance(regel, Mapping) and BESTAND in regel:
                bestanden[regel[BESTAND]] = base64.b64decode(regel["inhoud"])
            elif isinstance(regel, Mapping) and SLEUTEL in regel:
                # They come before the rows.
                sleutels[regel[SLEUTEL]] = regel["ingepakt"]
            else:
                yield regel

    maak_tabellen(opslag, kop.revisie)
    aantallen = zet_rijen(opslag, rijen(), sleutels)
    bijwerken(opslag)
    with opslag.werk(Actor(uid=os.getuid()), alleen_lezen=True) as werk:
        opslag.kopbestand.schrijf(werk.logboek.kop())
    return aantallen, bestanden


def _schrijf(opslag: Gemeenteopslag, map_: Path, doel: Path, klok: Klok) -> Path:
    nu = revisie(opslag)
    if nu is None:
        raise OpslagFout(f"De database van gemeente {opslag.gemeente} is niet van Toegang; er is geen kopie gemaakt.")
    kop = Zegelkop.nieuw(KOPIE, opslag.gemeente, klok(), nu)
    stempel = kop.gemaakt_op.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    kopie = doel / f"{opslag.gemeente}-{stempel}-{kop.kenmerk[:4]}{UITGANG}"
    _schrijf_kopie(opslag, map_, kopie, kop)
    return kopie


def _schrijf_kopie(opslag: Gemeenteopslag, map_: Path, kopie: Path, kop: Zegelkop) -> None:
    with opslag.verbind(alleen_lezen=True) as verbinding:
        verbinding.begin()
        # One view for rows and keys.
        sleutels = lees_sleutels(verbinding)
        if kop.soort == KOPIE:
            # The ring first, so that a copy without its ring never exists.
            _schrijf_ring(opslag, ring_bij(kopie, opslag.gemeente), kop, sleutels)
        with Zegelschrijver(kopie, opslag.kluis, kop) as schrijver:
            if kop.soort == EXPORT:
                for dossier, ingepakt in sleutels.items():
                    schrijver.schrijf({SLEUTEL: dossier, "ingepakt": ingepakt})
            for naam in _KLEIN:
                if (pad := map_ / naam).exists():
                    with als_opslagfout("Het bestand lezen", pad):
                        schrijver.schrijf({BESTAND: naam, "inhoud": base64.b64encode(pad.read_bytes()).decode()})
            for regel in lees_rijen(verbinding):
                schrijver.schrijf(regel)


def _schrijf_ring(opslag: Gemeenteopslag, pad: Path, kop: Zegelkop, sleutels: Mapping[str, str | None]) -> None:
    ruim_resten(pad)
    eigen = kop.gewijzigd(soort=RING)
    with Zegelschrijver(pad, opslag.kluis, eigen, vervang=True) as schrijver:
        schrijver.schrijf({MANIFEST: {"aantal": len(sleutels)}})
        for regel in sleutels.items():
            schrijver.schrijf(list(regel))


def _lees_ring(ring: Path, kluis: Kluis, kopie: Zegelkop) -> dict[str, str | None]:
    if not ring.exists():
        raise OpslagFout(
            f"De sleutelring {ring} is er niet; zonder die ring is geen dossier te lezen.",
            vervolg="Noem hem met --sleutelring. De nieuwste past bij elke oudere kopie.",
        )
    manifest, *rest = lees_regels(ring, kluis, RING, kopie.gemeente)
    if manifest[MANIFEST]["aantal"] != len(rest):
        raise OpslagFout(f"De sleutelring {ring} is niet volledig.")
    return dict(rest)


def _teken_aan(opslag: Gemeenteopslag, actor: Actor, kopie: Path, klok: Klok) -> None:
    """Put in the log that there is a backup; an older database gets it as well, these tables never change."""
    with opslag.werk(actor) as werk:
        werk.kenmerken[LAATSTE] = klok().astimezone(UTC).isoformat()
        werk.log("gemeente.reservekopie", detail={"kenmerk": lees_kop(kopie).kenmerk})
        werk.commit()


@contextmanager
def _proefplek(naast: Path, sleutel: Path, gemeente: str) -> Iterator[tuple[Path, Path]]:
    """Make a place for a scratch database, with the key in reach but not copied."""
    lees_sleutel(sleutel)
    with als_opslagfout("Een plek maken om de kopie te proberen", naast):
        map_ = Path(tempfile.mkdtemp(prefix=".proef-", dir=naast))
        map_.chmod(MAP)
        eigen = map_ / f"{gemeente}.sleutel"
        eigen.symlink_to(sleutel.absolute())
    try:
        yield map_ / "toegang.sqlite3", eigen
    finally:
        shutil.rmtree(map_, ignore_errors=True)
