"""All rows of a database, read in one view and put into an empty one, of the same or of the other kind.

Values stay encrypted as they are. The wrapped keys of the dossiers stay out: they go by a road of their own, so that
a destroyed dossier cannot come back out of an older copy (ADR 0009).
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, DateTime, LargeBinary, MetaData, Table, inspect, select

from toegang.errors import OpslagFout
from toegang.storage import fusietabellen, rond_zaak  # noqa: F401  it fills the metadata
from toegang.storage.fouten import veilig
from toegang.storage.kluis import Kluis, Plek
from toegang.storage.kolommen import Instant, metadata
from toegang.storage.opslag import Gemeenteopslag
from toegang.storage.tabellen import dossiers

TABEL, EINDE = "tabel", "einde"
_PARTIJ = 500
_BUITEN = frozenset({"alembic_version"})


def lees_rijen(verbinding: Connection) -> Iterator[Any]:
    """Return lines that hold all tables: a heading with its columns, then its rows; at last counts and digests.

    Args:
        verbinding: a connection that only reads, so that all tables are of one moment.
    """
    aantallen: dict[str, int] = {}
    afdrukken: dict[str, str] = {}
    for tabel in _tabellen(verbinding):
        afdruk = hashlib.sha256()
        yield {TABEL: tabel.name, "kolommen": [kolom.name for kolom in tabel.columns]}
        vraag = select(tabel).order_by(*tabel.primary_key.columns).execution_options(yield_per=_PARTIJ)
        aantallen[tabel.name] = 0
        for rij in verbinding.execute(vraag):
            waarden = [_naar_json(kolom, waarde) for kolom, waarde in zip(tabel.columns, rij, strict=True)]
            yield waarden
            aantallen[tabel.name] += 1
            blijft = zip(tabel.columns, waarden, strict=True)
            afdruk.update(json.dumps([waarde for kolom, waarde in blijft if not _kan_weg(kolom)]).encode())
        afdrukken[tabel.name] = afdruk.hexdigest()
    yield {EINDE: aantallen, "afdrukken": afdrukken}


def lees_sleutels(verbinding: Connection) -> dict[str, str | None]:
    """Return the wrapped key of each dossier by its id; ``None`` for one that was destroyed."""
    rijen = verbinding.execute(select(dossiers.c.id, dossiers.c.sleutel).order_by(dossiers.c.rij))
    return {rij.id: None if rij.sleutel is None else base64.b64encode(rij.sleutel).decode() for rij in rijen}


def zet_rijen(opslag: Gemeenteopslag, regels: Iterable[Any], sleutels: Mapping[str, str | None]) -> dict[str, int]:
    """Put rows into a database that has its tables and nothing in them; all or nothing.

    Args:
        opslag: the place.
        regels: what :func:`lees_rijen` gave.
        sleutels: what :func:`lees_sleutels` gave. A dossier that was destroyed there stays so: its rows stay
            unreadable and cannot be found by a hash. One that is not known there would be lost without a word,
            so that is refused.

    Returns:
        How many rows each table got.

    Raises:
        OpslagFout: the lines do not fit this database, or stop before the end.
    """
    with opslag.verbind() as verbinding:
        verbinding.begin()
        doel = {tabel.name: tabel for tabel in _tabellen(verbinding)}
        regels = iter(regels)
        gezet, einde = _zet(verbinding, doel, regels, sleutels)
        # Read on to the very end: only then is it sure that nothing was cut off or put behind it.
        if einde is None or gezet != einde[EINDE] or next(regels, None) is not None:
            raise OpslagFout("De kopie is niet volledig: het aantal rijen klopt niet met het einde.")
        *_, terug = lees_rijen(verbinding)
        anders = [naam for naam, afdruk in einde["afdrukken"].items() if terug["afdrukken"].get(naam) != afdruk]
        if anders:
            raise OpslagFout(f"Wat is teruggezet, is niet gelijk aan de kopie: {', '.join(anders)}.")
        for tabel in doel.values():
            opslag.motor.na_inladen(verbinding, tabel.name, "rij" if "rij" in tabel.c else "")
        verbinding.commit()
    return gezet


def tel_leesbaar(verbinding: Connection, kluis: Kluis) -> tuple[int, int]:
    """Decrypt every row of every table, and count those that can and those that never can again.

    Returns:
        Readable rows, and rows of destroyed dossiers.

    Raises:
        OpslagFout: a row that should be readable is not.
    """
    leesbaar = vernietigd = 0
    sleutels = {rij.id: rij.sleutel for rij in verbinding.execute(select(dossiers.c.id, dossiers.c.sleutel))}
    for tabel in metadata.sorted_tables:
        if "inhoud" not in tabel.c:
            continue
        kenmerk = next(kolom for kolom in tabel.columns if kolom.unique)
        eigenaar = tabel.c.id if tabel is dossiers else tabel.c.get("dossier_id")
        for velden in verbinding.execute(select(tabel).execution_options(yield_per=_PARTIJ)).mappings():
            plek = Plek(tabel.name, velden[kenmerk], "inhoud")
            if eigenaar is None:
                kluis.gemeentesleutel(tabel.name).ontsleutel(plek, velden["inhoud"])
            elif (ingepakt := sleutels[velden[eigenaar]]) is None:
                vernietigd += 1
                continue
            else:
                kluis.pak_uit(velden[eigenaar], ingepakt).ontsleutel(plek, velden["inhoud"])
            leesbaar += 1
    return leesbaar, vernietigd


def _zet(
    verbinding: Connection, doel: Mapping[str, Table], regels: Iterable[Any], sleutels: Mapping[str, str | None]
) -> tuple[dict[str, int], Mapping[str, Any] | None]:
    gezet: dict[str, int] = {}
    partij: list[dict[str, Any]] = []
    tabel: Table | None = None
    kolommen: list[Column[Any]] = []

    def leg_neer() -> None:
        if partij and tabel is not None:
            verbinding.execute(tabel.insert(), partij)
            gezet[tabel.name] += len(partij)
            partij.clear()

    for regel in regels:
        if isinstance(regel, dict):
            leg_neer()
            if EINDE in regel:
                return gezet, regel
            tabel, kolommen = _kop(doel, regel)
            gezet[tabel.name] = 0
            continue
        if tabel is None:
            break
        velden = {kolom.name: _uit_json(kolom, waarde) for kolom, waarde in zip(kolommen, regel, strict=True)}
        partij.append(_met_sleutel(tabel.name, velden, sleutels))
        if len(partij) == _PARTIJ:
            leg_neer()
    return gezet, None


def _kop(doel: Mapping[str, Table], regel: Mapping[str, Any]) -> tuple[Table, list[Column[Any]]]:
    tabel = doel.get(regel[TABEL])
    if tabel is None or any(naam not in tabel.c for naam in regel["kolommen"]):
        raise OpslagFout(f"De kopie past niet bij deze versie: tabel {regel[TABEL]}.")
    return tabel, [tabel.c[naam] for naam in regel["kolommen"]]


def _met_sleutel(naam: str, velden: dict[str, Any], sleutels: Mapping[str, str | None]) -> dict[str, Any]:
    if naam == dossiers.name:
        if velden["id"] not in sleutels:
            raise OpslagFout(
                f"De sleutelring kent dossier {veilig(velden['id'])} uit de kopie niet; het zou verloren gaan.",
                vervolg="De ring is ouder dan de kopie, of van een andere plek. Gebruik de nieuwste die erbij hoort.",
            )
        ingepakt = sleutels[velden["id"]]
        return {**velden, "sleutel": None if ingepakt is None else base64.b64decode(ingepakt)}
    if (dossier := velden.get("dossier_id")) is not None and sleutels.get(dossier) is None:
        return {sleutel: None if sleutel.endswith("_hash") else waarde for sleutel, waarde in velden.items()}
    return velden


def _tabellen(verbinding: Connection) -> list[Table]:
    """Return the tables that are there, parents first; with our own types, since SQLite keeps days as text."""
    kijker = inspect(verbinding)
    gevonden = MetaData()
    volgorde = [naam for naam, _ in kijker.get_sorted_table_and_fkc_names() if naam and naam not in _BUITEN]
    tabellen_ = []
    for naam in volgorde:
        echt = Table(naam, gevonden, autoload_with=verbinding, resolve_fks=False)
        eigen = metadata.tables.get(naam)
        for kolom in echt.columns:
            if eigen is not None and kolom.name in eigen.c:
                kolom.type = eigen.c[kolom.name].type
        tabellen_.append(echt)
    return tabellen_


def _kan_weg(kolom: Column[Any]) -> bool:
    """Tell whether a column is emptied when a dossier is destroyed, so that it may differ from an older copy."""
    return kolom.name.endswith("_hash") or (kolom.table.name == dossiers.name and kolom.name == "sleutel")


def _naar_json(kolom: Column[Any], waarde: Any) -> Any:
    if kolom.table.name == dossiers.name and kolom.name == "sleutel":
        return None
    if isinstance(waarde, bytes):
        return base64.b64encode(waarde).decode()
    return waarde.isoformat() if isinstance(waarde, date | datetime) else waarde


def _uit_json(kolom: Column[Any], waarde: Any) -> Any:
    if waarde is None:
        return None
    if isinstance(kolom.type, LargeBinary):
        return base64.b64decode(waarde)
    if isinstance(kolom.type, Instant | DateTime):
        return datetime.fromisoformat(waarde)
    if isinstance(kolom.type, Date):
        return date.fromisoformat(waarde)
    return bool(waarde) if isinstance(kolom.type, Boolean) else waarde
