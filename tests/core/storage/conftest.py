"""A real database per test, copied from one that was made once."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from toegang.domain.begrippen import Kanaal, Regiemodus, Werkgeversoort, Wet
from toegang.domain.besluit import Behandelaar, Besluit, Besluitsoort, Motivering
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief
from toegang.domain.huishouden import Dossier, Inwoner, Meldingsrecord
from toegang.domain.melding import Hulpvraag, Melding
from toegang.domain.reden import Reden
from toegang.domain.regie import Regietoewijzing
from toegang.domain.zaak import Zaak
from toegang.storage import Actor, Gemeenteopslag, Werkeenheid, maak_aan
from toegang.storage.sleutels import maak_sleutel
from toegang.tenancy.stappen import schrijf_verbinding

DAG = date(2026, 11, 22)
ACTOR = Actor(uid=1000, medewerker="M-001")


class Klok:
    """A clock that moves one second at each look."""

    def __init__(self) -> None:
        self.nu = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.nu += timedelta(seconds=1)
        return self.nu


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def actor() -> Actor:
    return ACTOR


@pytest.fixture(scope="session")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty gemeente once."""
    map_ = tmp_path_factory.mktemp("voorraad")
    maak_sleutel(map_ / "sleutels" / "zwolle.sleutel")
    sleutel = map_ / "sleutels" / "zwolle.sleutel"
    opslag = Gemeenteopslag.open(map_ / "zwolle" / "toegang.sqlite3", sleutel, "zwolle", Klok(), toets=False)
    maak_aan(opslag)
    opslag.sluit()
    return map_


@pytest.fixture(scope="session")
def op_server(voorraad: Path, postgres: str) -> Iterator[Callable[[Path], Callable[[], None]]]:
    """Copy the empty gemeente into a database of its own on a real PostgreSQL; returns how to remove it again."""
    import psycopg

    from toegang.storage.postgres_server import Server

    server = Server(postgres)
    eerste = server.nieuwe_gegevens()
    server.maak_rol(eerste)
    server.maak_database(eerste)
    pad = voorraad.parent / "postgres.toml"
    schrijf_verbinding(pad, eerste)
    kopie = voorraad.parent / "op-server.sleutel"
    shutil.copyfile(voorraad / "sleutels" / "zwolle.sleutel", kopie)
    kopie.chmod(0o600)
    with Gemeenteopslag.open(pad, kopie, "zwolle", Klok(), toets=False) as opslag:
        maak_aan(opslag)

    def kopieer(doel: Path) -> Callable[[], None]:
        naam = server.nieuwe_gegevens().database
        # An empty one out of a template; it belongs to the same role, which owns the tables in it.
        with psycopg.connect(postgres, autocommit=True) as beheer:
            beheer.execute(f"CREATE DATABASE {naam} TEMPLATE {eerste.database} STRATEGY FILE_COPY")
            beheer.execute(f"GRANT CONNECT ON DATABASE {naam} TO {eerste.rol}")
        schrijf_verbinding(doel, eerste.gewijzigd(database=naam))

        def ruim_op() -> None:
            with psycopg.connect(postgres, autocommit=True) as beheer:
                beheer.execute(f"DROP DATABASE {naam} WITH (FORCE)")

        return ruim_op

    yield kopieer
    server.verwijder(eerste)


@pytest.fixture
def motor() -> str:
    """The kind of database; a module that works on both marks itself with BEIDE."""
    return "sqlite"


@pytest.fixture
def paden(voorraad: Path, tmp_path: Path, motor: str, request: pytest.FixtureRequest) -> Iterator[SimpleNamespace]:
    """Where the database, the key and the head of the log of this test are."""
    map_ = tmp_path / "data"
    shutil.copytree(voorraad, map_)
    sleutel, database = map_ / "sleutels" / "zwolle.sleutel", map_ / "zwolle" / "toegang.sqlite3"
    ruim_op = None
    if motor == "postgres":
        database = map_ / "zwolle" / "postgres.toml"
        ruim_op = request.getfixturevalue("op_server")(database)
    yield SimpleNamespace(map=map_, database=database, sleutel=sleutel, kop=sleutel.with_suffix(".kop"))
    if ruim_op:
        ruim_op()


@pytest.fixture
def open_opslag(paden: SimpleNamespace, klok: Klok) -> Iterator[Callable[[], Gemeenteopslag]]:
    """Open the storage of this test, as often as wanted."""
    geopend: list[Gemeenteopslag] = []

    def open_() -> Gemeenteopslag:
        geopend.append(Gemeenteopslag.open(paden.database, paden.sleutel, "zwolle", klok))
        return geopend[-1]

    yield open_
    for opslag in geopend:
        opslag.engine.dispose()


@pytest.fixture
def opslag(open_opslag: Callable[[], Gemeenteopslag]) -> Gemeenteopslag:
    return open_opslag()


def _reden() -> Reden:
    return Reden.van("TEST", "Omdat dit een test is.", "W-15")


def _melding(nummer: int) -> Melding:
    vraag = Hulpvraag(nummer=1, wet=Wet.WMO, voor=f"I-{nummer}")
    return Melding(
        id=f"ML-{nummer}", kanaal=Kanaal.BALIE, loket="loket", ontvangen_op=DAG, hulpvragen=(vraag,), gebied="oost"
    )


def _behandelaar() -> Behandelaar:
    return Behandelaar(medewerker="M-001", functie="consulent", werkgeversoort=Werkgeversoort.GEMEENTE)


@pytest.fixture
def maak() -> SimpleNamespace:
    """Values for one household, by number."""
    return SimpleNamespace(
        dossier=lambda nummer=1: Dossier(id=f"D-{nummer}", aangemaakt_op=DAG),
        inwoner=lambda nummer=1, **velden: Inwoner(
            **{
                "id": f"I-{nummer}",
                "dossier_id": f"D-{nummer}",
                "geslachtsnaam": "Testpersoon",
                "geboortedatum": "19800000",
                **velden,
            }
        ),
        melding=lambda nummer=1: Meldingsrecord(
            id=f"ML-{nummer}", dossier_id=f"D-{nummer}", kenmerk=f"inzending {nummer}", melding=_melding(nummer)
        ),
        zaak=lambda nummer=1, **velden: Zaak(
            **{
                "id": f"Z2026-{nummer:06d}",
                "dossier_id": f"D-{nummer}",
                "melding_id": f"ML-{nummer}",
                "client_id": f"I-{nummer}",
                "wet": Wet.WMO,
                "ontvangen_op": DAG,
                **velden,
            }
        ),
        besluit=lambda nummer=1: Besluitrecord(
            dossier_id=f"D-{nummer}",
            besluit=Besluit(
                id=f"B-{nummer}",
                zaak_id=f"Z2026-{nummer:06d}",
                soort=Besluitsoort.TOEKENNING,
                datum=DAG,
                beoordelaar=_behandelaar(),
                beslisser=_behandelaar(),
            ),
            motivering=Motivering(conclusie="Het kan."),
        ),
        brief=lambda nummer=1, **velden: Brief(
            **{
                "id": f"BR-{nummer}",
                "dossier_id": f"D-{nummer}",
                "zaak_id": f"Z2026-{nummer:06d}",
                "sjabloon": "wmo/toekenning",
                **velden,
            }
        ),
        regie=lambda regisseur="M-001": Regietoewijzing(
            modus=Regiemodus.ONDERSTEUND if regisseur else Regiemodus.ZELF,
            regisseur=regisseur,
            eerste_aanspreekpunt="M-001",
            grond="STANDAARD",
            reden=_reden(),
        ),
    )


@pytest.fixture
def huishouden(maak: SimpleNamespace) -> Callable[..., Zaak]:
    """Store a whole household, and return its zaak as stored."""

    def bewaar(werk: Werkeenheid, nummer: int = 1, **velden: object) -> Zaak:
        werk.dossiers.nieuw(maak.dossier(nummer))
        werk.inwoners.bewaar(maak.inwoner(nummer, **velden))
        werk.meldingen.bewaar(maak.melding(nummer))
        return werk.zaken.bewaar(maak.zaak(nummer))

    return bewaar
