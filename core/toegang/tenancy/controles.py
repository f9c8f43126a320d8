"""What is checked before onboarding changes anything."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.storage.bestanden import als_opslagfout, eigenaar
from toegang.storage.sleutels import kopbestand
from toegang.tenancy.inschrijving import Inschrijving
from toegang.tenancy.journaal import Aansluitopdracht, verschillen
from toegang.tenancy.register import Paden


def controleer_opdracht(opdracht: Aansluitopdracht) -> None:
    """Refuse facts that cannot stand in ``gemeente.toml``.

    Raises:
        Invoerfout: names the facts and what they look like.
    """
    try:
        feiten = {**opdracht.voor_inschrijving(), "aangesloten_op": datetime.min.replace(tzinfo=UTC)}
        Inschrijving.model_validate(feiten)
    except ValidationError as fout:
        velden = sorted({str(deel["loc"][0]) for deel in fout.errors()})
        raise Invoerfout(
            f"Aansluiten kan niet met deze gegevens; niet goed: {', '.join(velden)}.",
            vervolg="Een titel is 1 tot 100 tekens, een code 4 cijfers (CBS), een plugin de naam uit 'plugin lijst', "
            "een RSIN 9 cijfers die aan de elfproef voldoen. Er is niets gewijzigd.",
        ) from None


def controleer_schrijfbaar(map_: Path) -> None:
    """Refuse a data folder in which this account cannot write; it need not exist yet.

    Raises:
        OpslagFout: says which folder and why.
    """
    with als_opslagfout("De map voor de gegevens gebruiken", map_):
        bestaand = next(deel for deel in (map_, *map_.parents) if deel.exists())
        mag = bestaand.is_dir() and os.access(bestaand, os.W_OK | os.X_OK, effective_ids=True)
    if not mag:
        reden = f"in {bestaand} mag dit account niet schrijven" if bestaand.is_dir() else f"{bestaand} is geen map"
        raise OpslagFout(
            f"De map voor de gegevens, {map_}, is niet te gebruiken: {reden}.",
            vervolg="Kies een andere map met TOEGANG_DATA, of laat de rechten aanpassen. Er is niets gewijzigd.",
        )


def controleer_server(adres: str) -> None:
    """Refuse a database server on which this account can make nothing.

    Args:
        adres: ``TOEGANG_POSTGRES``.

    Raises:
        Invoerfout: it is not set, or no address.
        OpslagFout: the driver is not installed, or the server cannot be used.
    """
    if not adres:
        raise Invoerfout(
            "Deze gemeente zou haar database op een PostgreSQL-server krijgen, maar TOEGANG_POSTGRES is niet gezet.",
            vervolg="Zet TOEGANG_POSTGRES op het adres van de server.",
        )
    try:
        # The driver is an extra: who has files only does not need it
        from toegang.storage.postgres_server import Server
    except ImportError:
        raise OpslagFout(
            "Het pakket voor PostgreSQL (psycopg) is er niet.", vervolg="Installeer 'toegang[postgres]'."
        ) from None
    Server(adres).controleer()


def weiger_andere_inschrijving(bestaand: Inschrijving, opdracht: Aansluitopdracht) -> None:
    """Refuse to connect a gemeente again as something else.

    Raises:
        Conflict: names what differs.
    """
    anders = verschillen(bestaand, opdracht)
    if anders:
        sinds = bestaand.aangesloten_op.date().isoformat()
        raise Conflict(
            f"Gemeente {opdracht.naam} is hier al aangesloten, sinds {sinds}, met {anders}.",
            vervolg="Gebruik dezelfde gegevens, of sluit deze gemeente aan onder een andere naam.",
        )


def weiger_vreemde_bestanden(paden: Paden) -> None:
    """Refuse to build in a place where somebody else's files are; nothing is ever overwritten.

    Raises:
        Conflict: names the file, its owner, and for a database the gemeente.
        OpslagFout: when the folder cannot be read.
    """
    if paden.database.exists():
        # Loads the database library; only needed in this rare case
        from toegang.storage.schema import herken

        raise Conflict(
            f"Er staat al een database in {paden.database} (gemeente: {herken(paden.database) or 'onbekend'}, "
            f"eigenaar: {eigenaar(paden.database)}); die wordt nooit overschreven.",
            vervolg="Verplaats dit bestand als u zeker weet dat het weg mag, of kies een andere map (TOEGANG_DATA).",
        )
    in_de_weg = [pad for pad in (paden.sleutel, kopbestand(paden.sleutel)) if pad.exists()]
    if paden.map.exists():
        with als_opslagfout("De map van de gemeente lezen", paden.map):
            # A hidden file is the rest of a journal that was killed while it was written.
            in_de_weg += [pad for pad in sorted(paden.map.iterdir()) if not pad.name.startswith(".")]
    if in_de_weg:
        raise Conflict(
            f"{in_de_weg[0]} bestaat al (eigenaar: {eigenaar(in_de_weg[0])}) en hoort niet bij een aansluiting die "
            "loopt; het wordt niet overschreven.",
            vervolg="Verplaats het eerst, als u zeker weet dat het weg mag.",
        )
