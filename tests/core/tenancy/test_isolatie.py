"""The command that tries to cross finds nothing on a clean machine, and finds each leak that is planted."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime

import psycopg
import pytest

from toegang.domain.huishouden import Dossier
from toegang.storage import Actor
from toegang.tenancy import Aansluitopdracht, Register, aansluiten
from toegang.tenancy.isolatie import Proef, Uitslag, proeven
from toegang.tenancy.journaal import Opslagsoort

Klok = Callable[[], datetime]
SLEUTEL_LEZEN = "haar sleutel lezen met code in dit proces (een plugin)"


def _sluit_aan(register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok) -> None:
    ander = opdracht.gewijzigd(naam="schagen", titel="Schagen", plugin="schagen", code="0441")
    for een in (opdracht, ander):
        aansluiten(register, een, actor, klok)
        with register.opslag(een.naam, klok) as opslag, opslag.werk(actor) as werk:
            werk.dossiers.nieuw(Dossier(id="D-1", aangemaakt_op=date(2026, 11, 20)))
            werk.commit()


@pytest.fixture
def twee(register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok) -> Register:
    """Two gemeenten with a dossier each, under the same id."""
    _sluit_aan(register, opdracht, actor, klok)
    return register


def _lekken(gevonden: Iterator[Proef]) -> set[str]:
    alle = list(gevonden)
    assert not [item for item in alle if item.uitslag is Uitslag.NIET_BEPROEFD]
    return {item.weg for item in alle if item.uitslag is Uitslag.NIET_TEGENGEHOUDEN}


def test_zonder_lek_blijft_alleen_over_wat_een_account_kan(twee: Register, klok: Klok) -> None:
    voor = {pad: pad.read_bytes() for pad in twee.map.rglob("*") if pad.is_file()}
    gevonden = list(proeven(twee, "zwolle", klok))
    assert _lekken(iter(gevonden)) == {SLEUTEL_LEZEN}
    assert len(gevonden) == 5
    (geheimen,) = [item for item in gevonden if "dossiersleutels" in item.weg]
    assert geheimen.reden == "AES-GCM: geen van 2 ging open"
    assert {pad: pad.read_bytes() for pad in twee.map.rglob("*") if pad.is_file()} == voor


def test_een_gedeelde_sleutel_wordt_gevonden(twee: Register, klok: Klok) -> None:
    een, ander = twee.paden("zwolle"), twee.paden("schagen")
    een.sleutel.write_bytes(ander.sleutel.read_bytes())
    gevonden = _lekken(proeven(twee, "zwolle", klok))
    assert "haar rijen, brieven en dossiersleutels openen met onze sleutel" in gevonden
    assert "haar database openen met onze sleutel" in gevonden


def test_een_verwisselde_database_wordt_gevonden(twee: Register, klok: Klok) -> None:
    een, ander = twee.paden("zwolle"), twee.paden("schagen")
    shutil.copyfile(een.database, ander.database)
    gevonden = _lekken(proeven(twee, "zwolle", klok))
    assert {"haar database openen als de onze", "haar rijen, brieven en dossiersleutels openen met onze sleutel"} <= (
        gevonden
    )


def test_een_leesbaar_bestand_wordt_gevonden(twee: Register, klok: Klok, monkeypatch: pytest.MonkeyPatch) -> None:
    sleutel = twee.paden("zwolle").sleutel
    weg = "haar bestanden lezen met een ander account van deze machine"
    sleutel.chmod(0o644)
    assert weg not in _lekken(proeven(twee, "schagen", klok)), "that of zwolle, and its folder is still closed"
    open_mappen = [map_ for map_ in sleutel.parents if not map_.stat().st_mode & 0o001]
    for map_ in open_mappen:
        map_.chmod(map_.stat().st_mode | 0o011)
    sleutel.chmod(0o600)
    assert weg not in _lekken(proeven(twee, "zwolle", klok))
    instellingen = twee.paden("zwolle").instellingen
    instellingen.write_text("")
    instellingen.chmod(0o644)
    instellingen.parent.chmod(0o711)
    assert weg in _lekken(proeven(twee, "zwolle", klok))
    monkeypatch.setattr("os.geteuid", lambda: 4001)
    assert weg in _lekken(proeven(twee, "zwolle", klok)), "also by the modes, for who is not root"


@pytest.mark.lang
def test_op_een_server_wordt_een_open_database_gevonden(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, postgres: str
) -> None:
    from toegang.storage.postgres_server import Server, lees_gegevens

    op_server = Register(register.map, postgres=postgres)
    try:
        _sluit_aan(op_server, opdracht.gewijzigd(opslag=Opslagsoort.POSTGRESQL), actor, klok)
        assert _lekken(proeven(op_server, "zwolle", klok)) == {SLEUTEL_LEZEN}
        gegevens = {naam: lees_gegevens(op_server.paden(naam).postgres) for naam in ("zwolle", "schagen")}
        with psycopg.connect(postgres, autocommit=True) as beheer:
            beheer.execute(f"GRANT CONNECT ON DATABASE {gegevens['schagen'].database} TO PUBLIC")
            beheer.execute("GRANT CONNECT ON DATABASE template1 TO PUBLIC")
            beheer.execute(f"ALTER ROLE {gegevens['zwolle'].rol} CREATEDB")
            assert _lekken(proeven(op_server, "zwolle", klok)) == {
                SLEUTEL_LEZEN,
                "met onze rol naar haar database op de server",
                "met onze rol naar de gedeelde database template1",
                "met onze rol rollen of databases maken, een andere rol worden, of bestanden van de server lezen",
            }
            beheer.execute("REVOKE CONNECT ON DATABASE template1 FROM PUBLIC")
    finally:
        for pad in register.map.glob("*/postgres.toml"):
            Server(postgres).verwijder(lees_gegevens(pad))
