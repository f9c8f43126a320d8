"""A gemeente on a real PostgreSQL: onboarding, killed at every step, and who gets in where."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import psycopg
import pytest

from toegang.domain.huishouden import Dossier
from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.storage import Actor, DossierVernietigd, Gemeenteopslag, controleer_logboek
from toegang.storage.postgres_server import Server, lees_gegevens
from toegang.tenancy import Aansluitopdracht, Register, aansluiten, maak_plan
from toegang.tenancy.journaal import Opslagsoort
from toegang.tenancy.ongedaan import maak_ongedaan

pytestmark = pytest.mark.lang
Klok = Callable[[], datetime]
STAPPEN = 8
STERF = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from toegang.storage import Actor
from toegang.tenancy import Aansluitopdracht, Register, aansluiten
a = sys.modules["toegang.tenancy.aansluiten"]
map_, moment, nummer, server = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
def sterf():
    os.kill(os.getpid(), signal.SIGKILL)
opdracht = Aansluitopdracht(naam="zwolle", titel="Zwolle", plugin="zwolle", code="0193", opslag="POSTGRESQL")
if moment == "voor":
    stap = a.STAPPEN[nummer - 1]
    dood = stap._replace(doe=lambda werk: sterf())
    a.STAPPEN = tuple(dood if item is stap else item for item in a.STAPPEN)
na = (lambda stap: sterf() if stap.nummer == nummer else None) if moment == "na" else None
klok = lambda: datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
aansluiten(Register(map_, postgres=server), opdracht, Actor(uid=1000), klok, na_stap=na)
"""


@pytest.fixture
def op_server(register: Register, postgres: str) -> Iterator[Register]:
    register = Register(register.map, postgres=postgres)
    yield register
    for pad in register.map.glob("*/postgres.toml"):
        Server(postgres).verwijder(lees_gegevens(pad))


@pytest.fixture
def pg_opdracht(opdracht: Aansluitopdracht) -> Aansluitopdracht:
    return opdracht.gewijzigd(opslag=Opslagsoort.POSTGRESQL)


def _namen(postgres: str) -> set[str]:
    with psycopg.connect(postgres) as beheer:
        rijen = beheer.execute("SELECT datname FROM pg_database UNION SELECT rolname FROM pg_roles").fetchall()
    return {rij[0] for rij in rijen if rij[0].startswith("toegang_")}


def _is_heel(register: Register, actor: Actor, klok: Klok) -> None:
    assert [item.naam for item in register.gemeenten()] == ["zwolle"]
    with register.opslag("zwolle", klok) as opslag, opslag.werk(actor) as werk:
        assert werk.kenmerken["naam"] == "Zwolle"
        assert len(werk.logboek.regels(actie="gemeente.aangesloten")) == 1
        assert controleer_logboek(werk).in_orde


@pytest.mark.parametrize("moment", ["voor", "na"])
@pytest.mark.parametrize("nummer", range(1, STAPPEN))
def test_kill_9_rond_elke_stap_hervat_of_gaat_terug(
    op_server: Register,
    pg_opdracht: Aansluitopdracht,
    actor: Actor,
    klok: Klok,
    postgres: str,
    moment: str,
    nummer: int,
) -> None:
    voor = _namen(postgres)
    argumenten = [str(op_server.map), moment, str(nummer), postgres]
    gestopt = subprocess.run([sys.executable, "-c", STERF, *argumenten], timeout=120, check=False, capture_output=True)
    assert gestopt.returncode == -signal.SIGKILL, gestopt.stderr
    if nummer % 2 and not op_server.gemeenten():
        maak_ongedaan(op_server, "zwolle")
        assert _namen(postgres) == voor
        assert [pad for pad in op_server.map.rglob("*") if pad.is_file() and pad.name != ".slot"] == []
        return
    aansluiten(op_server, pg_opdracht, actor, klok)
    _is_heel(op_server, actor, klok)
    assert len(_namen(postgres) - voor) == 1, "role and database have one number"


def test_de_gegevens_van_de_verbinding_zijn_geheim_en_zonder_naam(
    op_server: Register, pg_opdracht: Aansluitopdracht, actor: Actor, klok: Klok
) -> None:
    aansluiten(op_server, pg_opdracht, actor, klok)
    pad = op_server.paden("zwolle").postgres
    gegevens = lees_gegevens(pad)
    assert "zwolle" not in gegevens.database
    assert gegevens.wachtwoord not in repr(gegevens)
    pad.chmod(0o644)
    with pytest.raises(OpslagFout, match="Anderen kunnen bij"):
        op_server.opslag("zwolle", klok)
    pad.chmod(0o600)
    geheim = gegevens.wachtwoord
    pad.write_text(pad.read_text().replace(geheim, "x" * len(geheim)))
    with pytest.raises(OpslagFout) as gevangen:
        op_server.opslag("zwolle", klok)
    assert "x" * 20 not in str(gevangen.value)
    pad.write_text(pad.read_text().replace("x" * len(geheim), geheim))


def test_een_gemeente_komt_niet_bij_een_andere(
    op_server: Register, pg_opdracht: Aansluitopdracht, actor: Actor, klok: Klok
) -> None:
    aansluiten(op_server, pg_opdracht, actor, klok)
    ander = pg_opdracht.gewijzigd(naam="schagen", titel="Schagen", plugin="schagen", code="0441")
    aansluiten(op_server, ander, actor, klok)
    een, twee = (lees_gegevens(op_server.paden(naam).postgres) for naam in ("zwolle", "schagen"))

    def verbind(database: str) -> psycopg.Connection:
        return psycopg.connect(
            host=een.server, port=een.poort, user=een.rol, password=een.wachtwoord, dbname=database, autocommit=True
        )

    for database in (twee.database, "postgres", "template1"):
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            verbind(database)
    with verbind(een.database) as eigen:
        for verboden in (
            f"SET ROLE {twee.rol}",
            f"GRANT CONNECT ON DATABASE {een.database} TO PUBLIC",
            f"DROP DATABASE {een.database}",
            "CREATE ROLE handlanger",
            "CREATE TEMP TABLE kladblok (x int)",
            "COPY (SELECT 1) TO PROGRAM 'true'",
            "SELECT pg_read_file('/etc/passwd')",
        ):
            if verboden.startswith("GRANT"):
                eigen.execute(verboden)  # a warning only; the right must not be there afterwards
                rij = eigen.execute(
                    "SELECT count(*) FROM pg_database d, aclexplode(d.datacl) a "
                    "WHERE d.datname = current_database() AND a.grantee = 0"
                ).fetchone()
                assert rij == (0,)
                continue
            with pytest.raises(psycopg.Error):
                eigen.execute(verboden)


@pytest.mark.parametrize(
    "opdracht_sql",
    [
        "UPDATE logboek SET actie = 'niets'",
        "DELETE FROM logboek",
        "TRUNCATE logboek",
        "INSERT INTO logboek SELECT 99, op, uid, medewerker, actie, zaak, dossier, detail, vorige, mac FROM logboek",
    ],
)
def test_het_logboek_is_alleen_toe_te_voegen(
    op_server: Register, pg_opdracht: Aansluitopdracht, actor: Actor, klok: Klok, opdracht_sql: str
) -> None:
    aansluiten(op_server, pg_opdracht, actor, klok)
    gegevens = lees_gegevens(op_server.paden("zwolle").postgres)
    with (
        psycopg.connect(
            host=gegevens.server, port=gegevens.poort, user=gegevens.rol, password=gegevens.wachtwoord,
            dbname=gegevens.database, autocommit=True,
        ) as rauw,
        pytest.raises(psycopg.IntegrityError, match="alleen toevoegen"),
    ):  # fmt: skip
        rauw.execute(opdracht_sql)
    with op_server.opslag("zwolle", klok) as opslag, opslag.werk(actor) as werk:
        assert controleer_logboek(werk).in_orde


def test_een_verbinding_die_wegvalt_laat_alles_zoals_het_was(
    op_server: Register, pg_opdracht: Aansluitopdracht, actor: Actor, klok: Klok, postgres: str
) -> None:
    """As when the server is started again in the middle of a unit of work."""
    aansluiten(op_server, pg_opdracht, actor, klok)
    database = lees_gegevens(op_server.paden("zwolle").postgres).database
    with op_server.opslag("zwolle", klok) as opslag:
        voor = len(_logregels(opslag, actor))
        with opslag.werk(actor) as werk:
            werk.log("half")
            with psycopg.connect(postgres, autocommit=True) as beheer:
                beheer.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (database,))
            with pytest.raises(OpslagFout, match="niet te bereiken"):
                werk.log("nog iets")
        assert len(_logregels(opslag, actor)) == voor
        with opslag.werk(actor) as werk:
            werk.log("verder")
            werk.commit()
            assert controleer_logboek(werk).fouten == ()


def test_een_vernietigde_sleutel_is_weg_ook_uit_het_bestand_van_de_tabel(
    op_server: Register, pg_opdracht: Aansluitopdracht, actor: Actor, klok: Klok, postgres: str
) -> None:
    aansluiten(op_server, pg_opdracht, actor, klok)
    gegevens = lees_gegevens(op_server.paden("zwolle").postgres)
    with op_server.opslag("zwolle", klok) as opslag:
        with opslag.werk(actor) as werk:
            werk.dossiers.nieuw(Dossier(id="D-1", aangemaakt_op=date(2026, 11, 20)))
            werk.commit()
            rij = werk.sessie.verbinding.exec_driver_sql("SELECT sleutel FROM dossiers").scalar_one()

        def bestand() -> bytes:
            with psycopg.connect(postgres, dbname=gegevens.database, autocommit=True) as beheer:
                beheer.execute("CHECKPOINT")
                return beheer.execute("SELECT pg_read_binary_file(pg_relation_filepath('dossiers'))").fetchone()[0]

        assert bytes(rij) in bestand()
        with opslag.werk(actor) as werk:
            werk.dossiers.vernietig_sleutel("D-1")
            werk.commit()
        assert bytes(rij) not in bestand()
        with opslag.werk(actor) as werk, pytest.raises(DossierVernietigd):
            werk.dossiers.haal("D-1")


def _logregels(opslag: Gemeenteopslag, actor: Actor) -> tuple[object, ...]:
    with opslag.werk(actor, alleen_lezen=True) as werk:
        return werk.logboek.regels()


def test_een_server_die_er_niet_is(register: Register, pg_opdracht: Aansluitopdracht, tmp_path: Path) -> None:
    for adres, fout, tekst in (
        ("", Invoerfout, "TOEGANG_POSTGRES is niet gezet"),
        ("geen adres", Invoerfout, "geen adres van een PostgreSQL-server"),
        (f"postgresql://iemand:geheimpje@/postgres?host={tmp_path}", OpslagFout, "niet te bereiken"),
    ):
        with pytest.raises(fout, match=tekst) as gevangen:
            maak_plan(Register(register.map, postgres=adres), pg_opdracht)
        assert "geheimpje" not in str(gevangen.value)
    assert not register.map.exists()


def test_een_account_zonder_rechten_wordt_geweigerd_voor_er_iets_gebeurt(
    register: Register, pg_opdracht: Aansluitopdracht, postgres: str
) -> None:
    with psycopg.connect(postgres, autocommit=True) as beheer:
        beheer.execute("CREATE ROLE toegang_zonder LOGIN PASSWORD 'kort-maar-krachtig-2026'")
        beheer.execute("GRANT CONNECT ON DATABASE postgres TO toegang_zonder")
        try:
            adres = postgres.replace("postgres:@", "toegang_zonder:kort-maar-krachtig-2026@")
            assert adres != postgres or "TEST_PG_URL" in os.environ
            with pytest.raises(OpslagFout, match="geen rollen en databases maken"):
                maak_plan(Register(register.map, postgres=adres), pg_opdracht)
        finally:
            beheer.execute("REVOKE CONNECT ON DATABASE postgres FROM toegang_zonder")
            beheer.execute("DROP ROLE toegang_zonder")


def test_alleen_wat_toegang_maakte_wordt_weggehaald(op_server: Register, postgres: str) -> None:
    gegevens = Server(postgres).nieuwe_gegevens()
    with pytest.raises(Conflict, match="niet door Toegang gemaakt"):
        Server(postgres).verwijder(gegevens.gewijzigd(database="postgres", rol="postgres"))
