"""Replacing the key of a gemeente: data keys are wrapped anew, look-up hashes recomputed, and the chain goes on.

The key stands in a file and the rest in the database, so one commit cannot hold both. First the new key is written
beside the old one, then all of the database changes in one transaction, then the new file takes the place of the old.
Whoever opens the gemeente after a kill looks which of the two the database belongs to, and finishes or takes back.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, update

from toegang.domain.waarde import Waarde
from toegang.errors import OpslagFout
from toegang.storage.bestanden import als_opslagfout, ruim_resten, schrijf_nieuw, slot
from toegang.storage.kluis import Kluis, Plek
from toegang.storage.kolommen import metadata
from toegang.storage.kop import Kopbestand
from toegang.storage.logboek import controleer_logboek
from toegang.storage.logsleutels import lees_logsleutels, verzegel
from toegang.storage.opslag import Gemeenteopslag
from toegang.storage.schema import lees_kenmerk
from toegang.storage.sessie import Sessie
from toegang.storage.sleutels import LENGTE, kopbestand, lees_sleutel, wisselbestanden
from toegang.storage.tabellen import dossiers, kenmerken
from toegang.storage.tellers import CONTROLEGETAL, LOGSLEUTELS
from toegang.storage.verzameling import Verzameling
from toegang.storage.vragen import DOSSIER
from toegang.storage.waarden import Actor
from toegang.storage.werkeenheid import Werkeenheid
from toegang.storage.wissen import wis_bestand

GEWISSELD = "gemeente.sleutel-gewisseld"
Klok = Callable[[], datetime]


class Wisselrapport(Waarde):
    """What was done.

    Args:
        dossiers: data keys that were wrapped anew.
        rijen: rows outside dossiers that were encrypted anew.
        hashes: look-up hashes that were computed anew.
        vingerafdruk: by what the new key is recognised.
    """

    dossiers: int
    rijen: int
    hashes: int
    vingerafdruk: str


def wissel_sleutel(
    pad: Path, sleutel: Path, gemeente: str, actor: Actor, klok: Klok, *, proef: bool = False
) -> Wisselrapport:
    """Replace the key of a gemeente.

    Args:
        pad: the file that leads to the database.
        sleutel: key file.
        gemeente: key of the gemeente.
        actor: who does it.
        klok: gives the instant, UTC.
        proef: do all in the database, and undo it.

    Raises:
        OpslagFout: the log is not whole (a new key would hide that), or something cannot be read or written.
        Conflict: another process is in the way.
    """
    nieuw, _ = wisselbestanden(sleutel)
    Gemeenteopslag.open(pad, sleutel, gemeente, klok).sluit()  # finishes what was left half done
    with slot(_slot(sleutel), "het wisselen van de sleutel"):
        ruwe_sleutel = secrets.token_bytes(LENGTE)
        if not proef:
            ruim_resten(nieuw)
            schrijf_nieuw(nieuw, ruwe_sleutel)
        opslag = Gemeenteopslag(pad, sleutel, gemeente, klok)
        try:
            rapport = _in_database(opslag, Kluis(ruwe_sleutel, gemeente), actor, proef=proef)
        finally:
            opslag.engine.dispose()
            if not proef:
                # also after an error: the commit may have reached the database all the same
                _rond_af(pad, sleutel, gemeente, klok)
    return rapport


def rond_sleutelwissel_af(pad: Path, sleutel: Path, gemeente: str, klok: Klok) -> None:
    """Finish, or take back, a replacement that a kill left half done.

    Raises:
        OpslagFout: neither key belongs to the database.
        Conflict: a replacement is under way.
    """
    with slot(_slot(sleutel), "het wisselen van de sleutel", wachten=True):
        _rond_af(pad, sleutel, gemeente, klok)


def _in_database(opslag: Gemeenteopslag, nieuw: Kluis, actor: Actor, *, proef: bool) -> Wisselrapport:
    with opslag.werk(actor) as werk:
        stand = controleer_logboek(werk)
        if not stand.in_orde:
            raise OpslagFout(
                f"Het logboek van gemeente {opslag.gemeente} is niet heel: {stand.fouten[0]} Een nieuwe sleutel zou "
                "dat verbergen; er is niets gewijzigd.",
                vervolg="Raak niets aan en leg vast wat u ziet: toegang privacy logboek controleer",
            )
        verbinding, oud = werk.sessie.verbinding, opslag.kluis
        hashes = _hashes(werk, nieuw)
        aantal, rijen = _pak_om(verbinding, oud, nieuw), _rijen(verbinding, oud, nieuw)
        sleutels = lees_logsleutels(werk.sessie).oude
        oude = (*sleutels, (werk.logboek.kop().volgnr, oud.logsleutel()))
        _zet_feit(verbinding, CONTROLEGETAL, nieuw.controlegetal())
        _zet_feit(verbinding, LOGSLEUTELS, verzegel(oude, nieuw))
        onder_nieuw = Sessie(verbinding, opslag.motor, nieuw, opslag.gemeente, werk.sessie.klok)
        verder = Werkeenheid(onder_nieuw, actor, opslag.kopbestand, lambda _: None)
        verder.log(GEWISSELD, detail={"vingerafdruk": nieuw.vingerafdruk()})
        verder.logboek.schrijf()
        if proef:
            verbinding.rollback()
        else:
            verbinding.commit()
    if not proef:
        opslag.motor.ruim_op(opslag.engine)
    return Wisselrapport(dossiers=aantal, rijen=rijen, hashes=hashes, vingerafdruk=nieuw.vingerafdruk())


def _pak_om(verbinding: Connection, oud: Kluis, nieuw: Kluis) -> int:
    vraag = select(dossiers.c.id, dossiers.c.sleutel).where(dossiers.c.sleutel.is_not(None))
    rijen = verbinding.execute(vraag).all()
    for rij in rijen:
        omgepakt = oud.pak_om(rij.id, rij.sleutel, nieuw)
        verbinding.execute(update(dossiers).where(dossiers.c.id == rij.id).values(sleutel=omgepakt))
    return len(rijen)


def _rijen(verbinding: Connection, oud: Kluis, nieuw: Kluis) -> int:
    """Encrypt anew what belongs to no dossier: medewerkers, batches, lists."""
    geteld = 0
    for tabel in metadata.sorted_tables:
        if "inhoud" not in tabel.c or DOSSIER in tabel.c or tabel is dossiers:
            continue
        van, naar = oud.gemeentesleutel(tabel.name), nieuw.gemeentesleutel(tabel.name)
        for rij in verbinding.execute(select(tabel.c.id, tabel.c.inhoud)).all():
            plek = Plek(tabel.name, rij.id, "inhoud")
            inhoud = naar.versleutel(plek, van.ontsleutel(plek, rij.inhoud))
            verbinding.execute(update(tabel).where(tabel.c.id == rij.id).values(inhoud=inhoud))
            geteld += 1
    return geteld


def _hashes(werk: Werkeenheid, nieuw: Kluis) -> int:
    geteld = 0
    for deel in vars(werk).values():
        if isinstance(deel, Verzameling) and deel.gehasht:
            geteld += _hashes_van(werk.sessie.verbinding, deel, nieuw)
    return geteld


def _hashes_van(verbinding: Connection, verzameling: Verzameling[Any], nieuw: Kluis) -> int:
    tabel, geteld = verzameling.tabel, 0
    for waarde in verzameling.zoek():
        teksten = {naam: getattr(waarde, naam) for naam in verzameling.gehasht}
        velden = {f"{naam}_hash": nieuw.zoekhash(tabel.name, naam, tekst) for naam, tekst in teksten.items() if tekst}
        if velden:
            verbinding.execute(update(tabel).where(tabel.c.id == waarde.id).values(velden))
        geteld += len(velden)
    return geteld


def _zet_feit(verbinding: Connection, sleutel: str, waarde: str) -> None:
    wijzig = update(kenmerken).where(kenmerken.c.sleutel == sleutel).values(waarde=waarde)
    if verbinding.execute(wijzig).rowcount == 0:
        verbinding.execute(kenmerken.insert().values(sleutel=sleutel, waarde=waarde))


def _rond_af(pad: Path, sleutel: Path, gemeente: str, klok: Klok) -> None:
    nieuw, oud = wisselbestanden(sleutel)
    if nieuw.exists():
        getal = lees_kenmerk(pad, CONTROLEGETAL) or ""
        if hmac.compare_digest(getal, Kluis(lees_sleutel(nieuw), gemeente).controlegetal()):
            _zet_op_zijn_plaats(pad, sleutel, gemeente, klok)
        elif hmac.compare_digest(getal, Kluis(lees_sleutel(sleutel), gemeente).controlegetal()):
            wis_bestand(nieuw)
        else:
            raise OpslagFout(
                f"Van het wisselen van de sleutel van gemeente {gemeente} is niet te zeggen hoe ver het was.",
                vervolg=f"Laat {sleutel} en {nieuw} staan en zet de database terug die erbij hoort.",
            )
    wis_bestand(oud)


def _zet_op_zijn_plaats(pad: Path, sleutel: Path, gemeente: str, klok: Klok) -> None:
    nieuw, oud = wisselbestanden(sleutel)
    onder_oud = Kopbestand(kopbestand(sleutel), Kluis(lees_sleutel(sleutel), gemeente))
    opslag = Gemeenteopslag(pad, nieuw, gemeente, klok)
    try:
        onder_nieuw = Kopbestand(kopbestand(sleutel), opslag.kluis)
        with opslag.werk(Actor(uid=os.getuid()), alleen_lezen=True) as werk:
            bevestigd, kop = onder_nieuw.lees() or onder_oud.lees(), werk.logboek.kop()
            if bevestigd is None or werk.logboek.kop_op(bevestigd.volgnr) != bevestigd:
                raise OpslagFout(
                    f"Het logboek van gemeente {gemeente} past niet bij wat buiten de database was bevestigd.",
                    vervolg="Raak niets aan en leg vast wat u ziet.",
                )
        onder_nieuw.schrijf(kop)
    finally:
        opslag.engine.dispose()
    with als_opslagfout("De sleutel wisselen", sleutel):
        if not oud.exists():
            os.link(sleutel, oud)
        nieuw.replace(sleutel)


def _slot(sleutel: Path) -> Path:
    return sleutel.with_suffix(".wisselslot")
