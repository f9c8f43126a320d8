"""Making, recognising and upgrading the database of a gemeente (Alembic, one revision table per gemeente)."""

from __future__ import annotations

import hmac
from pathlib import Path

from sqlalchemy import Connection, inspect, select, text

from toegang.errors import Conflict, OpslagFout
from toegang.storage.motor import Motor, motor_van
from toegang.storage.opslag import Gemeenteopslag
from toegang.storage.tabellen import kenmerken
from toegang.storage.tellers import CONTROLEGETAL, GEMEENTE, KLOON

REVISIES = ("0001", "0002", "0003", "0004", "0005", "0009", "0010", "0011", "0012", "0013")
"""All revisions, oldest first; a test compares them with the packaged migrations."""
MIGRATIES = Path(__file__).parent / "migraties"


def maak_aan(opslag: Gemeenteopslag, *, kloon_van: str = "") -> None:
    """Make the database, whole or not at all; a file without any table in it is taken into use.

    Args:
        opslag: opened with ``toets=False``.
        kloon_van: the gemeente of which it will be a clone; empty = it is none.

    Raises:
        Conflict: when there is a database already; it is left untouched and its owner is named.
        OpslagFout: when it cannot be made.
    """
    _weiger_bestaande(opslag.motor)
    opslag.motor.maak_plaats()
    with opslag.verbind() as verbinding:
        verbinding.begin()
        _migreer(opslag.motor, verbinding)
        feiten = {GEMEENTE: opslag.gemeente, CONTROLEGETAL: opslag.kluis.controlegetal()}
        feiten |= {KLOON: kloon_van} if kloon_van else {}
        rijen = [{"sleutel": sleutel, "waarde": waarde} for sleutel, waarde in feiten.items()]
        verbinding.execute(kenmerken.insert(), rijen)
        verbinding.commit()
    opslag.schrijf_kop(eerste=True)


def maak_tabellen(opslag: Gemeenteopslag, revisie: str) -> None:
    """Make the tables of a revision with nothing in them, for a copy that is put back.

    Args:
        opslag: opened with ``toets=False``, on a place of its own.
        revisie: the revision that the copy was made of.

    Raises:
        Conflict: when there is a database already.
        OpslagFout: when this version does not know the revision.
    """
    if revisie not in REVISIES:
        raise _andere_revisie(opslag, revisie)
    _weiger_bestaande(opslag.motor)
    opslag.motor.maak_plaats()
    with opslag.verbind() as verbinding:
        verbinding.begin()
        _migreer(opslag.motor, verbinding, revisie)
        verbinding.commit()


def revisie(opslag: Gemeenteopslag) -> str | None:
    """Return the revision of the database, or ``None`` when it has none."""
    with _kijk(opslag.motor, opslag.gemeente) as verbinding:
        return _revisie(verbinding)


def bijwerken(opslag: Gemeenteopslag) -> tuple[str, ...]:
    """Bring the database to the newest revision, in one transaction.

    Args:
        opslag: opened with ``toets=False``.

    Returns:
        The revisions that were applied; empty when nothing was to be done.

    Raises:
        OpslagFout: when the database is not ours, is newer, or a migration leaves loose ends; nothing
            is changed then.
    """
    nu = revisie(opslag)
    if nu not in REVISIES:
        raise _andere_revisie(opslag, nu)
    te_doen = REVISIES[REVISIES.index(nu) + 1 :]
    if not te_doen:
        return ()
    with opslag.verbind() as verbinding:
        opslag.motor.zonder_sleutelcontrole(verbinding)
        verbinding.begin()
        _controleer_sleutel(opslag, verbinding)
        _migreer(opslag.motor, verbinding)
        los = opslag.motor.losse_verwijzingen(verbinding)
        if los:
            raise OpslagFout(
                f"Bijwerken van gemeente {opslag.gemeente} is gestopt: {los} zouden nergens meer bij horen.",
                vervolg="Er is niets gewijzigd; meld dit aan de leverancier.",
            )
        verbinding.commit()
    return te_doen


def controleer(opslag: Gemeenteopslag) -> None:
    """Refuse a database of another revision or gemeente, or one made with another key.

    Raises:
        OpslagFout: says which, and the next step.
    """
    with _kijk(opslag.motor, opslag.gemeente) as verbinding:
        nu = _revisie(verbinding)
        if nu != REVISIES[-1]:
            raise _andere_revisie(opslag, nu)
        _controleer_sleutel(opslag, verbinding)


def herken(pad: Path) -> str | None:
    """Return of which gemeente a database is, without its key; ``None`` when that cannot be said."""
    return lees_kenmerk(pad, GEMEENTE)


def lees_kenmerk(pad: Path, sleutel: str) -> str | None:
    """Return a text fact out of a database, without its key; ``None`` when it is not there."""
    if not pad.exists():
        return None
    try:
        motor = motor_van(pad)
        if not motor.bestaat():
            return None
        with _kijk(motor, "onbekend") as verbinding:
            if not inspect(verbinding).has_table(kenmerken.name):
                return None
            vraag = select(kenmerken.c.waarde).where(kenmerken.c.sleutel == sleutel)
            return verbinding.execute(vraag).scalar_one_or_none()
    except (OpslagFout, Conflict):
        return None


def _kijk(motor: Motor, gemeente: str) -> Connection:
    return motor.maak_engine(gemeente, kijken=True).connect()


def _weiger_bestaande(motor: Motor) -> None:
    if not motor.bestaat():
        return
    with _kijk(motor, "onbekend") as verbinding:
        if not inspect(verbinding).get_table_names():
            return
    raise Conflict(
        f"Er staat al een database in {motor.plaats} (gemeente: {herken(motor.pad) or 'onbekend'}, "
        f"eigenaar: {motor.eigenaar()}); die wordt nooit overschreven.",
        vervolg="Kies een andere map, of verplaats dit bestand als u zeker weet dat het weg mag.",
    )


def _revisie(verbinding: Connection) -> str | None:
    if not inspect(verbinding).has_table("alembic_version"):
        return None
    waarde = verbinding.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if waarde is None else str(waarde)


def _controleer_sleutel(opslag: Gemeenteopslag, verbinding: Connection) -> None:
    feiten = {rij.sleutel: rij.waarde for rij in verbinding.execute(select(kenmerken))}
    if feiten.get(GEMEENTE) != opslag.gemeente:
        raise OpslagFout(
            f"De database in {opslag.motor.plaats} is van gemeente {feiten.get(GEMEENTE, 'onbekend')}, "
            f"niet van {opslag.gemeente}.",
            vervolg="Zet het bestand terug in de map van die gemeente. Er is niets gewijzigd.",
        )
    if not hmac.compare_digest(feiten.get(CONTROLEGETAL, ""), opslag.kluis.controlegetal()):
        raise OpslagFout(
            f"De sleutel van gemeente {opslag.gemeente} past niet bij de database in {opslag.motor.plaats}.",
            vervolg="Zet het juiste sleutelbestand terug uit de bewaarde kopie. Er is niets gewijzigd.",
        )


def _andere_revisie(opslag: Gemeenteopslag, nu: str | None) -> OpslagFout:
    if nu is None:
        return OpslagFout(
            f"{opslag.motor.plaats} is geen database van Toegang, of het aanmaken is nooit afgemaakt.",
            vervolg="Sluit de gemeente (opnieuw) aan met 'toegang gemeente aansluiten'.",
        )
    if nu in REVISIES:
        return OpslagFout(
            f"De database van gemeente {opslag.gemeente} is van een oudere versie ({nu}; nodig is {REVISIES[-1]}).",
            vervolg="Werk de gemeente bij met 'toegang gemeente bijwerken'.",
        )
    return OpslagFout(
        f"De database van gemeente {opslag.gemeente} is van een nieuwere of onbekende versie ({nu}); "
        f"deze Toegang kent {REVISIES[-1]}.",
        vervolg="Installeer de nieuwste Toegang. Er is niets gewijzigd.",
    )


def _migreer(motor: Motor, verbinding: Connection, doel: str = "head") -> None:
    # alembic takes a third of a second to import, and only making and upgrading need it
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIES).replace("%", "%%"))
    config.attributes["connection"] = verbinding
    config.attributes["motor"] = motor
    command.upgrade(config, doel)
