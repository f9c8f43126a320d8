"""Taking a gemeente off this machine: export, wait, wipe, and a signed proof of erasure.

Asking makes the export and a journal with the day; until that day she is closed for work and the request can be
withdrawn. Wiping is a row of steps of which each can be done again: whoever runs it after a kill goes on where it
stopped. The key goes last. What signs the proof is a key for this one occasion, for which the key of the gemeente
vouched before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.storage.bestanden import als_opslagfout, maak_map, slot
from toegang.storage.handtekening import nieuwe_tekensleutel, openbaar
from toegang.storage.kluis import Kluis
from toegang.storage.sleutels import lees_sleutel
from toegang.storage.waarden import Actor
from toegang.storage.wissen import wis_bestand
from toegang.storage.zegelbestand import lees_kop
from toegang.tenancy.afsluitjournaal import (
    Afsluiting,
    Afsluitstand,
    lees_afsluiting,
    map_van,
    schrijf_afsluiting,
)
from toegang.tenancy.controles import controleer_server
from toegang.tenancy.register import Register
from toegang.tenancy.reservekopie import exporteer
from toegang.tenancy.wisstappen import STAPPEN
from toegang.tenancy.wisverklaring import machtig, schrijf_verklaring

Klok = Callable[[], datetime]
_FEITEN = {"kenmerken"}
"""What a backup writes: when it was made."""


def vraag_aan(
    register: Register, naam: str, export: Path, actor: Actor, klok: Klok, vandaag: date, dagen: int
) -> Afsluiting:
    """Make the export and begin the waiting; from here on she is closed for work.

    Args:
        register: the gemeenten of this machine.
        naam: the gemeente.
        export: file for the export; must not exist, and not lie in what is going to be wiped.
        actor: who asks.
        klok: gives the instant, UTC.
        vandaag: today in the Netherlands.
        dagen: days to wait.

    Raises:
        Conflict: it was asked before, or the export exists or would be wiped too.
        OpslagFout: the export cannot be made or is not right; then nothing was changed.
    """
    controleer_aanvraag(register, naam, export)
    echt = register.haal(naam)
    rapport = exporteer(register, naam, export, actor, klok)
    afsluiting = Afsluiting(
        gemeente=naam,
        titel=echt.titel,
        code=echt.code,
        gevraagd_op=klok(),
        gevraagd_door=actor.uid,
        wissen_vanaf=vandaag + timedelta(days=dagen),
        export=export.name,
        export_sha256=sha256_van(export),
        export_kenmerk=lees_kop(export).kenmerk,
        logregels=rapport.logregels,
        rijen=sum(rapport.rijen.values()),
    )
    schrijf_afsluiting(register, afsluiting)
    return afsluiting


def controleer_aanvraag(register: Register, naam: str, export: Path) -> None:
    """Check what can be known before an export is made; changes nothing.

    Raises:
        Conflict: as :func:`vraag_aan`.
        Invoerfout: the database is on a server and nobody said how to reach it.
    """
    register.haal(naam)
    if lees_afsluiting(register, naam) is not None:
        raise Conflict(f"Gemeente {naam} wordt al afgesloten.", vervolg=f"toegang gemeente afsluiten {naam}")
    if export.exists():
        raise Conflict(f"{export} bestaat al en wordt niet overschreven.", vervolg="Kies een andere naam.")
    paden = register.paden(naam)
    _vereis_plek(register, naam, export)
    if paden.postgres.exists():
        controleer_server(register.postgres)


def _vereis_plek(register: Register, naam: str, export: Path) -> None:
    """See to it that the export does not lie where things are wiped, by whatever name its place is called."""
    plek = export.resolve()
    if any(plek.is_relative_to(map_.resolve()) for map_ in (register.map, register.reservekopie / naam)):
        raise Conflict(
            f"{export} ligt in een map die zelf gewist wordt.", vervolg="Zet de export ergens anders, met --export."
        )


def trek_in(register: Register, naam: str, actor: Actor, klok: Klok) -> Afsluiting:
    """Withdraw the request; she is open again. The export stays where it is.

    Raises:
        Conflict: wiping began; there is no way back.
        Invoerfout: nothing was asked.
    """
    loopt = _lopend(register, naam)
    if loopt.stand is Afsluitstand.WIST:
        raise Conflict(
            f"Gemeente {naam} wordt al gewist; dat is niet terug te draaien.",
            vervolg=f"Maak het af: toegang gemeente afsluiten {naam}. Terughalen kan alleen uit de export.",
        )
    with register.opslag(naam, klok) as opslag, opslag.werk(actor) as werk:
        werk.log("gemeente.afsluiten-ingetrokken", detail={"export": loopt.export_kenmerk})
        werk.commit()
    _wis_journaal(register, naam)
    return loopt


def controleer_wissen(register: Register, naam: str, export: Path, vandaag: date) -> Afsluiting:
    """Check that wiping may begin, or go on; changes nothing.

    Args:
        register: the gemeenten of this machine.
        naam: the gemeente.
        export: where the export is now.
        vandaag: today in the Netherlands.

    Raises:
        Conflict: the day has not come.
        OpslagFout: the export is not there or is not the one that was made; without it all would be lost.
    """
    loopt = _lopend(register, naam)
    paden = register.paden(naam)
    if paden.postgres.exists():
        controleer_server(register.postgres)
    if loopt.stand is Afsluitstand.WIST:
        return loopt
    if vandaag < loopt.wissen_vanaf:
        raise Conflict(
            f"Gemeente {naam} kan pas op {loopt.wissen_vanaf.isoformat()} gewist worden.",
            vervolg=f"Toch niet afsluiten? Typ: toegang gemeente afsluiten {naam} --trek-in",
        )
    _vereis_plek(register, naam, export)
    if not export.is_file() or sha256_van(export) != loopt.export_sha256:
        raise OpslagFout(
            f"{export} is niet de export die bij het afsluiten is gemaakt; zonder die export zou alles weg zijn.",
            vervolg="Noem met --export waar hij nu staat. Er is niets gewist.",
        )
    return loopt


def wis(
    register: Register,
    naam: str,
    export: Path,
    actor: Actor,
    klok: Klok,
    vandaag: date,
    na_stap: Callable[[str], None] = lambda _: None,
) -> Path:
    """Wipe a gemeente and write the proof; goes on where an earlier run stopped.

    Args:
        register: the gemeenten of this machine.
        naam: the gemeente.
        export: where the export is now.
        actor: who does it.
        klok: gives the instant, UTC.
        vandaag: today in the Netherlands.
        na_stap: hears what was just done.

    Returns:
        The proof.

    Raises:
        ToegangFout: as :func:`controleer_wissen`, or something cannot be wiped; the next run goes on there.
    """
    maak_map(register.map)
    with slot(register.map / ".slot", "het aansluiten of afsluiten van een gemeente", wachten=True):
        loopt = controleer_wissen(register, naam, export, vandaag)
        if loopt.stand is Afsluitstand.WACHT:
            _weiger_later_werk(register, loopt, actor, klok)
            loopt = _begin(register, loopt, actor, klok)
        for stap in STAPPEN:
            stap.doe(register, naam)
            na_stap(stap.omschrijving)
        over = [stap.omschrijving for stap in STAPPEN if stap.tel(register, naam)]
        if over:
            raise OpslagFout(
                f"Niet alles van {naam} is gewist: {', '.join(over)}.", vervolg="Voer de opdracht weer uit."
            )
        verklaring = schrijf_verklaring(map_van(register, naam), loopt, klok())
        _wis_journaal(register, naam)
    return verklaring


def sha256_van(pad: Path) -> str:
    """Return the hash of a file."""
    with als_opslagfout("Het bestand lezen", pad), pad.open("rb") as stroom:
        return hashlib.file_digest(stroom, "sha256").hexdigest()


def _weiger_later_werk(register: Register, loopt: Afsluiting, actor: Actor, klok: Klok) -> None:
    """Refuse when something was written that the export does not have, by who was at work while it was made."""
    with register.opslag(loopt.gemeente, klok) as opslag, opslag.werk(actor, alleen_lezen=True) as werk:
        na = werk.logboek.geschreven_na(loopt.logregels)
        later = [wat for _, dossier, wat in na if dossier or set(wat) != _FEITEN]
    if later:
        raise Conflict(
            f"In gemeente {loopt.gemeente} is na de export nog gewerkt; dat zou verloren gaan. Er is niets gewist.",
            vervolg=f"Trek het in en begin opnieuw: toegang gemeente afsluiten {loopt.gemeente} --trek-in",
        )


def _begin(register: Register, loopt: Afsluiting, actor: Actor, klok: Klok) -> Afsluiting:
    """Count what there is, and have the gemeente vouch for the key that will sign; from here there is no way back."""
    naam, tekensleutel = loopt.gemeente, nieuwe_tekensleutel()
    kluis = Kluis(lees_sleutel(register.paden(naam).sleutel), naam)
    handtekening, eigen = kluis.onderteken(machtig(loopt, openbaar(tekensleutel)))
    begonnen = loopt.gewijzigd(
        stand=Afsluitstand.WIST,
        tekensleutel=tekensleutel,
        machtiging=handtekening,
        sleutel_gemeente=eigen,
        begonnen_op=klok(),
        begonnen_door=actor.uid,
        gewist=tuple((stap.omschrijving, stap.tel(register, naam)) for stap in STAPPEN),
    )
    schrijf_afsluiting(register, begonnen)
    return begonnen


def _lopend(register: Register, naam: str) -> Afsluiting:
    loopt = lees_afsluiting(register, naam)
    if loopt is None:
        raise Invoerfout(
            f"Gemeente {naam} wordt niet afgesloten.",
            vervolg=f"Begin met: toegang gemeente afsluiten {naam} --export BESTAND",
        )
    return loopt


def _wis_journaal(register: Register, naam: str) -> None:
    wis_bestand(map_van(register, naam) / "afsluiten.json")
