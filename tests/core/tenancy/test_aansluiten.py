"""Onboarding: checked before, resumed after, and never over something that is there."""

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.storage import Actor, bestandssysteem, maak_aan
from toegang.storage.sleutels import maak_sleutel
from toegang.tenancy import Aansluitopdracht, Register, Stand, aansluiten, maak_plan

Klok = Callable[[], datetime]
Controle = Callable[[], None]


def _bestanden(map_: Path) -> dict[str, bytes]:
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def test_aansluiten(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, controleer_af: Controle
) -> None:
    plan = maak_plan(register, opdracht)
    assert not register.map.exists(), "a plan changes nothing"
    assert [stap.gedaan for stap in plan.stappen] == [False] * 6
    assert not plan.hervat
    gehoord: list[int] = []
    gedaan = aansluiten(register, opdracht, actor, klok, na_stap=lambda stap: gehoord.append(stap.nummer))
    assert gedaan == plan
    assert gehoord == [1, 2, 3, 4, 5, 6]
    assert gedaan.bewaar == register.map / "sleutels" / "zwolle.sleutel"
    controleer_af()
    inschrijving = register.haal("zwolle")
    assert (inschrijving.stand, inschrijving.aangesloten_op) == (Stand.PROEF, klok())
    for pad in register.map.rglob("*"):
        assert stat.S_IMODE(pad.stat().st_mode) == (0o700 if pad.is_dir() else 0o600), pad


def test_een_tweede_keer_verandert_niets(
    zwolle: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok
) -> None:
    voor = _bestanden(zwolle.map)
    plan = aansluiten(zwolle, opdracht, actor, klok, na_stap=lambda _: pytest.fail("er was niets te doen"))
    assert plan.al_klaar
    assert _bestanden(zwolle.map) == voor


@pytest.mark.parametrize("veld", ["titel", "plugin", "code"])
def test_dezelfde_naam_met_andere_gegevens(
    zwolle: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, veld: str
) -> None:
    voor = _bestanden(zwolle.map)
    with pytest.raises(Conflict, match=f"al aangesloten, sinds 2026-11-22, met {veld} '"):
        aansluiten(zwolle, opdracht.gewijzigd(**{veld: "9999"} if veld == "code" else {veld: "anders"}), actor, klok)
    assert _bestanden(zwolle.map) == voor


@pytest.mark.parametrize("deel", ["sleutel", "database", "brieven"])
def test_een_aangesloten_gemeente_krijgt_nooit_iets_nieuws(
    zwolle: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, deel: str
) -> None:
    """A lost key or database is for a restore; a new one beside the old would hide the loss."""
    pad = getattr(zwolle.paden("zwolle"), deel)
    pad.rmdir() if deel == "brieven" else pad.unlink()
    assert aansluiten(zwolle, opdracht, actor, klok).al_klaar
    assert not pad.exists()
    if deel != "brieven":
        with pytest.raises(OpslagFout, match="is er niet"):
            zwolle.opslag("zwolle", klok)


@pytest.mark.parametrize(
    "naam", ["Zwolle", "zwolle ", "../zwolle", "", "1zwolle", "sleutels", "z" * 51, "zwolle\n", "é"]
)
def test_een_naam_die_niet_kan(register: Register, opdracht: Aansluitopdracht, naam: str) -> None:
    with pytest.raises(Invoerfout, match="kan geen naam van een gemeente zijn"):
        maak_plan(register, opdracht.gewijzigd(naam=naam))


@pytest.mark.parametrize(("veld", "waarde"), [("titel", ""), ("plugin", "Een Plugin"), ("code", "193")])
def test_gegevens_die_niet_kunnen(register: Register, opdracht: Aansluitopdracht, veld: str, waarde: str) -> None:
    with pytest.raises(Invoerfout, match=f"niet goed: {veld}") as gevangen:
        maak_plan(register, opdracht.gewijzigd(**{veld: waarde}))
    assert "CBS" in gevangen.value.vervolg
    assert not register.map.exists()


def test_een_bestaande_database_houdt_haar_eigenaar(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, tmp_path: Path
) -> None:
    from toegang.storage import Gemeenteopslag

    maak_sleutel(tmp_path / "x.sleutel")
    database = register.paden("zwolle").database
    opslag = Gemeenteopslag.open(database, tmp_path / "x.sleutel", "schagen", klok, toets=False)
    maak_aan(opslag)
    voor = _bestanden(register.map)
    with pytest.raises(Conflict, match=r"gemeente: schagen, eigenaar: [^)]+\); die wordt nooit overschreven"):
        aansluiten(register, opdracht, actor, klok)
    assert _bestanden(register.map) == voor


@pytest.mark.parametrize("pad", ["zwolle/iets.txt", "sleutels/zwolle.sleutel", "sleutels/zwolle.kop"])
def test_een_bestand_van_een_ander_in_de_weg(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, pad: str
) -> None:
    (register.map / pad).parent.mkdir(parents=True)
    (register.map / pad).write_bytes(b"van een ander")
    with pytest.raises(Conflict, match=r"bestaat al \(eigenaar"):
        aansluiten(register, opdracht, actor, klok)
    assert _bestanden(register.map) == {pad: b"van een ander"}


def test_een_lege_map_mag(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, controleer_af: Controle
) -> None:
    register.paden("zwolle").map.mkdir(parents=True, mode=0o700)
    aansluiten(register, opdracht, actor, klok)
    controleer_af()


@pytest.fixture
def dichte_map() -> Iterator[Path]:
    """A folder in which the account of this test may not write."""
    with tempfile.TemporaryDirectory() as map_:
        Path(map_).chmod(0o555)
        if os.geteuid() == 0:
            os.seteuid(65534)
        try:
            yield Path(map_)
        finally:
            os.seteuid(os.getuid())
            Path(map_).chmod(0o700)


def test_een_map_waarin_niet_geschreven_mag_worden(
    dichte_map: Path, opdracht: Aansluitopdracht, actor: Actor, klok: Klok
) -> None:
    for handeling in (
        lambda: maak_plan(Register(dichte_map), opdracht),
        lambda: aansluiten(Register(dichte_map / "nog" / "niet"), opdracht, actor, klok),
    ):
        with pytest.raises(OpslagFout, match="mag dit account niet schrijven") as gevangen:
            handeling()
        assert str(dichte_map) in str(gevangen.value)
        assert "TOEGANG_DATA" in gevangen.value.vervolg
    assert list(dichte_map.iterdir()) == []


def test_een_bestand_als_map_voor_de_gegevens(tmp_path: Path, opdracht: Aansluitopdracht) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(OpslagFout, match="is geen map"):
        maak_plan(Register(tmp_path / "data"), opdracht)


def test_een_netwerkschijf(register: Register, opdracht: Aansluitopdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bestandssysteem, "soort", lambda *_: "cifs")
    with pytest.raises(OpslagFout, match="netwerkschijf"):
        maak_plan(register, opdracht)
    assert not register.map.exists()


def test_gemeenten_staan_los_van_elkaar(zwolle: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok) -> None:
    """One key never opens the database of another, whatever file is put where."""
    aansluiten(zwolle, opdracht.gewijzigd(naam="schagen", titel="Schagen", plugin="schagen", code="0441"), actor, klok)
    een, ander = zwolle.paden("zwolle"), zwolle.paden("schagen")
    assert een.sleutel.read_bytes() != ander.sleutel.read_bytes()
    bewaard = een.sleutel.read_bytes()
    een.sleutel.write_bytes(ander.sleutel.read_bytes())
    with pytest.raises(OpslagFout, match="past niet"):
        zwolle.opslag("zwolle", klok)
    een.sleutel.write_bytes(bewaard)
    een.database.write_bytes(ander.database.read_bytes())
    with pytest.raises(OpslagFout, match="is van gemeente schagen"):
        zwolle.opslag("zwolle", klok)
