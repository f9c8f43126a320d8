"""Listing, settings, and where the data lives."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.storage import Actor, NietGevonden
from toegang.tenancy import Aansluitopdracht, Herkomst, Instelling, Register, Stand, aansluiten
from toegang.tenancy.plaats import Plaats

OP = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_een_leeg_register(register: Register) -> None:
    assert register.gemeenten() == register.regels() == register.onvoltooid() == ()
    with pytest.raises(NietGevonden, match=r"'zwolle' is hier niet aangesloten. Er is nog geen gemeente aangesloten."):
        register.haal("zwolle")


def test_de_lijst(zwolle: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Callable[[], datetime]) -> None:
    aansluiten(zwolle, opdracht.gewijzigd(naam="schagen", titel="Schagen", plugin="schagen", code="0441"), actor, klok)
    assert [(item.naam, item.titel, item.plugin, item.code) for item in zwolle.gemeenten()] == [
        ("schagen", "Schagen", "schagen", "0441"),
        ("zwolle", "Zwolle", "zwolle", "0193"),
    ]
    with pytest.raises(NietGevonden, match=r"Bedoelt u 'zwolle'\? Aangesloten: schagen, zwolle\."):
        zwolle.haal("zwole")


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        (b"naam = \n", "fout in regel 1"),
        (b"naam = ", "het houdt te vroeg op"),
        (b"naam = '\xff'", "geen UTF-8"),
        (b"naam = 'zwolle'", "deze velden niet: aangesloten_op, code, plugin, titel"),
        (None, "is van gemeente zwolle, maar staat in de map kapot"),
    ],
)
def test_een_kapot_bestand_houdt_de_lijst_niet_tegen(zwolle: Register, inhoud: bytes | None, fout: str) -> None:
    goed = zwolle.paden("zwolle").inschrijving
    kapot = zwolle.map / "kapot" / "gemeente.toml"
    kapot.parent.mkdir()
    kapot.write_bytes(goed.read_bytes() if inhoud is None else inhoud)
    assert [item.naam for item in zwolle.gemeenten()] == ["zwolle"]
    regel = zwolle.regels()[0]
    assert (regel.naam, regel.inschrijving) == ("kapot", None)
    assert fout in regel.fout
    with pytest.raises(OpslagFout):
        zwolle.haal("kapot")


def test_de_stand(zwolle: Register) -> None:
    voor = zwolle.haal("zwolle")
    assert zwolle.zet_stand("zwolle", Stand.PRODUCTIE) == voor.gewijzigd(stand=Stand.PRODUCTIE)
    assert zwolle.haal("zwolle").stand is Stand.PRODUCTIE
    with pytest.raises(NietGevonden):
        zwolle.zet_stand("schagen", Stand.PRODUCTIE)


def test_instellingen(zwolle: Register) -> None:
    assert zwolle.lees_instellingen("zwolle") == {}
    zwolle.bewaar_instelling("zwolle", "s-23.termijn", "  6 weken ", door="1000", op=OP)
    zwolle.bewaar_instelling("zwolle", "b-1", "ja", door="1001", op=OP, herkomst=Herkomst.DEMO)
    zwolle.bewaar_instelling("zwolle", "b-1", "nee", door="1000", op=OP)
    assert zwolle.lees_instellingen("zwolle") == {
        "s-23.termijn": Instelling(waarde="6 weken", door="1000", op=OP, herkomst=Herkomst.MENS),
        "b-1": Instelling(waarde="nee", door="1000", op=OP, herkomst=Herkomst.MENS),
    }
    with pytest.raises(Conflict, match="'b-1' is door een medewerker van de gemeente ingevuld"):
        zwolle.bewaar_instelling("zwolle", "b-1", "ja", door="1000", op=OP, herkomst=Herkomst.DEMO)
    for naam, sleutel, waarde in (("zwolle", "B 1", "x"), ("zwolle", "b-1", " "), ("zwolle", "b-1", "\ud800")):
        with pytest.raises(Invoerfout):
            zwolle.bewaar_instelling(naam, sleutel, waarde, door="1000", op=OP)
    with pytest.raises(NietGevonden):
        zwolle.bewaar_instelling("schagen", "b-1", "x", door="1000", op=OP)
    assert zwolle.lees_instellingen("zwolle")["b-1"].waarde == "nee"


def test_elk_antwoord_komt_heel_terug(zwolle: Register) -> None:
    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.text(min_size=1, max_size=40).filter(str.strip), st.from_regex(r"\A[a-z0-9][a-z0-9_.-]{0,9}\Z"))
    def rondreis(waarde: str, sleutel: str) -> None:
        zwolle.bewaar_instelling("zwolle", sleutel, waarde, door="1000", op=OP)
        assert zwolle.lees_instellingen("zwolle")[sleutel].waarde == waarde.strip()

    rondreis()


def test_een_kapot_instellingenbestand_wordt_niet_overschreven(zwolle: Register) -> None:
    pad = zwolle.paden("zwolle").instellingen
    pad.write_text('[b-1]\nwaarde = "x"\n')
    with pytest.raises(OpslagFout, match="deze sleutels niet: b-1"):
        zwolle.bewaar_instelling("zwolle", "b-2", "x", door="1000", op=OP)
    assert pad.read_text() == '[b-1]\nwaarde = "x"\n'


def test_gelijktijdige_antwoorden_verliezen_niets(zwolle: Register) -> None:
    code = (
        "import sys\nfrom datetime import UTC, datetime\nfrom pathlib import Path\n"
        "from toegang.tenancy import Register\n"
        "for n in range(20):\n"
        "    Register(Path(sys.argv[1])).bewaar_instelling('zwolle', f'{sys.argv[2]}-{n}', 'x', door='1',"
        " op=datetime(2026, 11, 22, tzinfo=UTC))\n"
    )
    gestart = [
        subprocess.Popen([sys.executable, "-c", code, str(zwolle.map), naam], stderr=subprocess.PIPE) for naam in "abc"
    ]
    for proces in gestart:
        _, fouten = proces.communicate(timeout=60)
        assert proces.returncode == 0, fouten
    assert len(zwolle.lees_instellingen("zwolle")) == 60


@pytest.fixture
def omgeving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for naam in ("TOEGANG_DATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return monkeypatch


@pytest.mark.parametrize(
    ("toegang", "xdg", "verwacht"),
    [
        (None, None, "{home}/.local/share/toegang"),
        (None, "{home}/xdg", "{home}/xdg/toegang"),
        (None, "relatief", "{home}/.local/share/toegang"),
        ("", "{home}/xdg", "{home}/xdg/toegang"),
        ("{home}/eigen", "{home}/xdg", "{home}/eigen"),
        ("~/eigen", None, "{home}/eigen"),
        ("hier", None, "{home}/hier"),
    ],
)
def test_de_map_voor_de_gegevens(
    omgeving: pytest.MonkeyPatch, tmp_path: Path, toegang: str | None, xdg: str | None, verwacht: str
) -> None:
    for naam, waarde in (("TOEGANG_DATA", toegang), ("XDG_DATA_HOME", xdg)):
        if waarde is not None:
            omgeving.setenv(naam, waarde.format(home=tmp_path))
    assert str(Plaats().data) == verwacht.format(home=tmp_path)
    assert Register.standaard().map == Plaats().data


def test_een_lijst_leest_alleen_bestanden(zwolle: Register) -> None:
    """No plugin and no database is loaded to list gemeenten, so a broken one cannot stop it."""
    zwolle.paden("zwolle").database.write_bytes(b"kapot")
    zwolle.paden("zwolle").sleutel.unlink()
    code = (
        "import sys\nfrom toegang.tenancy import Register\n"
        "print([g.naam for g in Register.standaard().gemeenten()],"
        " [m for m in sys.modules if m.startswith(('sqlalchemy', 'toegang_', 'toegang.plugins'))])"
    )
    uit = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TOEGANG_DATA": str(zwolle.map)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert uit.stdout.strip() == "['zwolle'] []"
