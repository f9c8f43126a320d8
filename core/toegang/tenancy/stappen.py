"""The steps of onboarding. Each can be done again; whether it is done is read from what is on disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toegang.errors import OpslagFout
from toegang.storage.bestanden import maak_map, ruim_resten, schrijf_nieuw, verwijder
from toegang.storage.sleutels import kopbestand, maak_sleutel
from toegang.storage.waarden import Actor
from toegang.tenancy.inschrijving import Inschrijving, schrijf_inschrijving
from toegang.tenancy.journaal import Aansluitopdracht, Opslagsoort
from toegang.tenancy.register import Paden
from toegang.tenancy.tomlschrijver import TomlWaarde, als_toml

if TYPE_CHECKING:
    from toegang.storage.postgres import Verbindingsgegevens

AANGESLOTEN_OP = "aangesloten_op"
Klok = Callable[[], datetime]


class Werk(NamedTuple):
    """What every step gets.

    Args:
        opdracht: what was asked for.
        paden: where the gemeente keeps her files.
        actor: who connects.
        klok: gives the instant, UTC.
        postgres: address of the server, with an account that may make databases; empty = not needed.
    """

    opdracht: Aansluitopdracht
    paden: Paden
    actor: Actor
    klok: Klok
    postgres: str = ""


class Stap(NamedTuple):
    """One step: its Dutch description, how to see that it is done, how to do it, and for which storage it is."""

    omschrijving: str
    is_gedaan: Callable[[Paden], bool]
    doe: Callable[[Werk], None]
    alleen_op: Opslagsoort | None = None


def _heeft_mappen(paden: Paden) -> bool:
    return paden.brieven.is_dir() and paden.sleutel.parent.is_dir()


def _maak_mappen(werk: Werk) -> None:
    for map_ in (werk.paden.map, werk.paden.brieven, werk.paden.sleutel.parent):
        maak_map(map_)


def _heeft_sleutel(paden: Paden) -> bool:
    return paden.sleutel.exists()


def _maak_sleutel(werk: Werk) -> None:
    from toegang.storage.schema import herken

    if herken(werk.paden.database) is not None:
        raise OpslagFout(
            f"De sleutel van {werk.opdracht.naam} is weg ({werk.paden.sleutel}), maar de database is er al.",
            vervolg="Zet het sleutelbestand terug; een nieuwe sleutel past niet op deze database.",
        )
    ruim_resten(werk.paden.sleutel)
    maak_sleutel(werk.paden.sleutel)


def _heeft_database(paden: Paden) -> bool:
    return paden.database.exists() and kopbestand(paden.sleutel).exists()


def _heeft_nummer(paden: Paden) -> bool:
    return paden.postgres.exists()


def _kies_nummer(werk: Werk) -> None:
    from toegang.storage.postgres_server import Server

    ruim_resten(werk.paden.postgres)
    schrijf_verbinding(werk.paden.postgres, Server(werk.postgres).nieuwe_gegevens())


def schrijf_verbinding(pad: Path, gegevens: Verbindingsgegevens) -> None:
    """Write how a gemeente reaches her database, in a file that must not exist yet.

    Raises:
        Conflict: it exists.
        OpslagFout: it cannot be written.
    """
    inhoud: dict[str, TomlWaarde] = gegevens.model_dump(exclude={"opties"})
    opties: dict[str, TomlWaarde] = dict(gegevens.opties)
    kop = "Hoe deze gemeente haar database bereikt; bijgehouden door Toegang."
    schrijf_nieuw(pad, als_toml(inhoud, {"opties": opties} if opties else {}, kop=kop))


def _heeft_plek_op_server(paden: Paden) -> bool:
    from toegang.storage.motor import motor_van

    try:
        return motor_van(paden.postgres).bestaat()
    except OpslagFout:
        # Without her role she cannot look; making it again does no harm.
        return False


def _maak_plek_op_server(werk: Werk) -> None:
    from toegang.storage.postgres_server import Server, lees_gegevens

    server, gegevens = Server(werk.postgres), lees_gegevens(werk.paden.postgres)
    server.maak_rol(gegevens)
    server.sluit_gedeelde()
    server.maak_database(gegevens)


def _maak_database(werk: Werk) -> None:
    from toegang.storage.opslag import Gemeenteopslag
    from toegang.storage.schema import herken, maak_aan

    paden, naam = werk.paden, werk.opdracht.naam
    opslag = Gemeenteopslag.open(paden.database, paden.sleutel, naam, werk.klok, toets=False)
    if herken(paden.database) == naam:
        # An earlier run was killed between the database and the first head of its log.
        opslag.schrijf_kop(eerste=True)
    else:
        maak_aan(opslag)
    opslag.sluit()


def _heeft_feiten(paden: Paden) -> bool:
    from toegang.storage.schema import lees_kenmerk

    return lees_kenmerk(paden.database, AANGESLOTEN_OP) is not None


def _leg_feiten_vast(werk: Werk) -> None:
    from toegang.storage.opslag import Gemeenteopslag

    paden, opdracht, beheerder = werk.paden, werk.opdracht, str(werk.actor.uid)
    with (
        Gemeenteopslag.open(paden.database, paden.sleutel, opdracht.naam, werk.klok) as opslag,
        opslag.werk(werk.actor) as eenheid,
    ):
        eenheid.kenmerken["naam"] = opdracht.titel
        eenheid.kenmerken["code"] = opdracht.code
        eenheid.kenmerken["beheerder"] = beheerder
        eenheid.kenmerken[AANGESLOTEN_OP] = werk.klok().isoformat()
        eenheid.log("gemeente.aangesloten", detail={"plugin": opdracht.plugin, "beheerder": beheerder})
        eenheid.commit()


def _is_ingeschreven(paden: Paden) -> bool:
    return paden.inschrijving.exists()


def _schrijf_in(werk: Werk) -> None:
    for pad in (werk.paden.inschrijving, werk.paden.journaal, kopbestand(werk.paden.sleutel)):
        ruim_resten(pad)
    inschrijving = Inschrijving.model_validate({**werk.opdracht.voor_inschrijving(), "aangesloten_op": werk.klok()})
    schrijf_inschrijving(werk.paden.inschrijving, inschrijving)


def _is_opgeruimd(paden: Paden) -> bool:
    return paden.inschrijving.exists() and not paden.journaal.exists()


def _ruim_op(werk: Werk) -> None:
    verwijder(werk.paden.journaal)


VOOR_INSCHRIJVING = (
    Stap("mappen maken, alleen voor dit account", _heeft_mappen, _maak_mappen),
    Stap("sleutel maken, buiten de database", _heeft_sleutel, _maak_sleutel),
    Stap("nummer en wachtwoord voor de database kiezen", _heeft_nummer, _kies_nummer, Opslagsoort.POSTGRESQL),
    Stap(
        "rol en database maken op de server, en anderen daar buitensluiten",
        _heeft_plek_op_server,
        _maak_plek_op_server,
        Opslagsoort.POSTGRESQL,
    ),
    Stap("database maken", _heeft_database, _maak_database),
    Stap("naam, code en beheerder vastleggen", _heeft_feiten, _leg_feiten_vast),
    Stap("gemeente inschrijven, als proef", _is_ingeschreven, _schrijf_in),
)
STAPPEN = (*VOOR_INSCHRIJVING, Stap("journaal opruimen", _is_opgeruimd, _ruim_op))
