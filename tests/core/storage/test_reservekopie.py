"""A backup holds everything of one moment, gives nothing away, and can be put back; a destroyed dossier cannot."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, OpslagFout
from toegang.storage import Actor, DossierVernietigd, Gemeenteopslag, controleer_logboek, uittreksel
from toegang.storage.uittreksel import lees_rijen
from toegang.storage.zegelbestand import lees_kop
from toegang.tenancy import Inschrijving, Register
from toegang.tenancy.herstel import WERKPLAATS, herstel
from toegang.tenancy.inschrijving import schrijf_inschrijving
from toegang.tenancy.reservekopie import controleer_kopie, exporteer, maak_reservekopie, ring_bij

Klok = Callable[[], datetime]
Huishouden = Callable[..., Zaak]


@pytest.fixture
def register(paden: SimpleNamespace, klok: Klok) -> Register:
    """The gemeente of this test as a machine lists her."""
    inschrijving = Inschrijving(naam="zwolle", titel="Zwolle", plugin="zwolle", code="0193", aangesloten_op=klok())
    schrijf_inschrijving(paden.map / "zwolle" / "gemeente.toml", inschrijving)
    return Register(paden.map, reservekopie=paden.map.parent / "reserve")


@pytest.fixture
def gevuld(opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden, maak: SimpleNamespace) -> Gemeenteopslag:
    with opslag.werk(actor) as werk:
        for nummer in (1, 2):
            huishouden(werk, nummer)
            werk.besluiten.bewaar(maak.besluit(nummer))
            werk.brieven.bewaar(maak.brief(nummer))
            werk.brieven.bewaar_pdf(f"BR-{nummer}", b"%PDF-1.7 " + bytes([nummer]) * 2000)
        werk.commit()
    opslag.sluit()
    return opslag


def _inhoud(opslag: Gemeenteopslag) -> list[str]:
    """Every row, as text; the log and the facts of backups apart."""
    with opslag.verbind(alleen_lezen=True) as verbinding:
        regels, tabel = [], ""
        for regel in lees_rijen(verbinding):
            tabel = regel.get("tabel", "einde") if isinstance(regel, dict) else tabel
            if tabel not in {"logboek", "kenmerken", "einde"}:
                regels.append(json.dumps(regel))
    return regels


def _kopieer(register: Register, actor: Actor, klok: Klok) -> Path:
    return maak_reservekopie(register, "zwolle", register.reservekopie / "zwolle", actor, klok).kopie


def test_terugzetten_geeft_alles_terug(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, tmp_path: Path, maak: SimpleNamespace
) -> None:
    kopie = _kopieer(register, actor, klok)
    rapport = controleer_kopie(kopie, ring_bij(kopie, "zwolle"), register.paden("zwolle").sleutel, klok)
    # for each of two households: dossier, inwoner, melding, zaak, besluit, brief and its PDF
    assert (rapport.leesbaar, rapport.vernietigd) == (14, 0)
    elders = Register(tmp_path / "elders")
    sleutel = register.paden("zwolle").sleutel
    klaar = herstel(elders, kopie, ring_bij(kopie, "zwolle"), sleutel, actor, klok)
    assert (klaar.gemist, klaar.begonnen) == (None, False)
    assert elders.haal("zwolle") == register.haal("zwolle")
    with elders.opslag("zwolle", klok) as nieuw:
        assert _inhoud(nieuw) == _inhoud(gevuld)
        with nieuw.werk(actor) as werk:
            assert werk.besluiten.haal("B-2") == maak.besluit(2)
            assert werk.brieven.pdf("BR-1") == b"%PDF-1.7 " + b"\1" * 2000
            assert controleer_logboek(werk).in_orde
            assert [regel.actie for regel in werk.logboek.regels()][-1] == "gemeente.hersteld"
            assert werk.zaken.nieuw_nummer(2026) == "Z2026-000001"
    assert not (elders.map / WERKPLAATS / "zwolle").exists()
    assert sorted(pad.name for pad in (register.reservekopie / "zwolle").iterdir()) == sorted(
        [".slot", kopie.name, "zwolle.sleutelring"]
    )


@pytest.mark.lang
def test_een_vernietigd_dossier_blijft_vernietigd_in_elke_oudere_kopie(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, tmp_path: Path
) -> None:
    oud = _kopieer(register, actor, klok)
    with gevuld.werk(actor) as werk:
        werk.dossiers.vernietig_sleutel("D-1")
        werk.commit()
    gevuld.sluit()
    nieuw = _kopieer(register, actor, klok)
    assert oud != nieuw
    ring, sleutel = ring_bij(oud, "zwolle"), register.paden("zwolle").sleutel
    assert controleer_kopie(oud, ring, sleutel, klok).vernietigd == 7
    elders = Register(tmp_path / "elders")
    herstel(elders, oud, ring, sleutel, actor, klok)
    with elders.opslag("zwolle", klok) as terug, terug.werk(actor) as werk:
        with pytest.raises(DossierVernietigd):
            werk.dossiers.haal("D-1")
        assert [zaak.dossier_id for zaak in werk.zaken.zoek()] == ["D-2"]
        hashes = werk.sessie.verbinding.exec_driver_sql("SELECT kenmerk_hash FROM meldingen ORDER BY rij").all()
        assert hashes[0] == (None,)
        assert hashes[1][0]


@pytest.mark.lang
def test_in_een_kopie_staat_niets_leesbaars(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok
) -> None:
    kopie = _kopieer(register, actor, klok)
    sleutel = register.paden("zwolle").sleutel.read_bytes()
    for pad in (kopie, ring_bij(kopie, "zwolle")):
        rauw = pad.read_bytes()
        for woord in (b"Testpersoon", b"D-1", b"Z2026", b"zaken", b"M-001", sleutel):
            assert woord not in rauw, woord
        assert oct(pad.stat().st_mode & 0o777) == "0o600"


@pytest.mark.lang
def test_een_kopie_die_niet_goed_is_wordt_gezien(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, tmp_path: Path
) -> None:
    kopie = _kopieer(register, actor, klok)
    ring, sleutel, heel = ring_bij(kopie, "zwolle"), register.paden("zwolle").sleutel, kopie.read_bytes()
    kop = heel.index(b"\n") + 1
    stuk = tmp_path / "stuk.toegang"
    gevallen = {
        "afgekapt": heel[:-1],
        "alleen de kop": heel[:kop],
        "half": heel[: len(heel) // 2],
        "leeg": b"",
        "iets erachter": heel + b"x",
        "een byte anders": heel[:-20] + bytes([heel[-20] ^ 1]) + heel[-19:],
        "kop veranderd": heel.replace(b'"0003"', b'"0002"', 1) if b'"0003"' in heel[:kop] else b"x" + heel,
        "geen kopie": b"PK\3\4 iets anders\n" + heel,
    }
    for naam, inhoud in gevallen.items():
        stuk.write_bytes(inhoud)
        with pytest.raises(OpslagFout) as gevangen:
            controleer_kopie(stuk, ring, sleutel, klok)
        assert str(stuk) in str(gevangen.value), naam
    andere = tmp_path / "andere.sleutel"
    andere.write_bytes(bytes(32))
    andere.chmod(0o600)
    with pytest.raises(OpslagFout, match="andere sleutel"):
        controleer_kopie(kopie, ring, andere, klok)
    with pytest.raises(OpslagFout, match="is er niet; zonder die ring"):
        controleer_kopie(kopie, tmp_path / "weg", sleutel, klok)
    with pytest.raises(OpslagFout, match="is een reservekopie"):
        controleer_kopie(kopie, kopie, sleutel, klok)
    assert [pad.name for pad in kopie.parent.iterdir() if pad.name.startswith(".proef")] == []


@pytest.mark.lang
def test_een_te_oude_sleutelring_wordt_geweigerd(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, huishouden: Huishouden, tmp_path: Path
) -> None:
    eerste = _kopieer(register, actor, klok)
    oude_ring = tmp_path / "oud"
    oude_ring.write_bytes(ring_bij(eerste, "zwolle").read_bytes())
    with gevuld.werk(actor) as werk:
        huishouden(werk, 3)
        werk.commit()
    tweede = _kopieer(register, actor, klok)
    with pytest.raises(OpslagFout, match="kent dossier D-3 uit de kopie niet"):
        controleer_kopie(tweede, oude_ring, register.paden("zwolle").sleutel, klok)


@pytest.mark.lang
def test_nooit_over_een_bestaande_gemeente(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, tmp_path: Path
) -> None:
    kopie = _kopieer(register, actor, klok)
    paden = register.paden("zwolle")
    voor = {pad: pad.read_bytes() for pad in paden.map.rglob("*") if pad.is_file()}
    with pytest.raises(Conflict, match="is er al"):
        herstel(register, kopie, ring_bij(kopie, "zwolle"), paden.sleutel, actor, klok)
    assert {pad: pad.read_bytes() for pad in paden.map.rglob("*") if pad.is_file()} == voor
    elders = Register(tmp_path / "elders")
    (elders.map / "zwolle").mkdir(parents=True)
    (elders.map / "zwolle" / "van-een-ander.txt").write_text("x")
    with pytest.raises(Conflict, match="is er al"):
        herstel(elders, kopie, ring_bij(kopie, "zwolle"), paden.sleutel, actor, klok)


@pytest.mark.lang
def test_op_dezelfde_plek_na_een_ramp_zegt_wat_er_mist(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, huishouden: Huishouden
) -> None:
    kopie = _kopieer(register, actor, klok)
    with gevuld.werk(actor) as werk:
        huishouden(werk, 3)
        werk.commit()
    gevuld.sluit()
    paden = register.paden("zwolle")
    bevestigd = json.loads(paden.sleutel.with_suffix(".kop").read_text())["volgnr"]
    paden.map.rename(register.map.parent / "weg")
    klaar = herstel(register, kopie, ring_bij(kopie, "zwolle"), paden.sleutel, actor, klok)
    assert klaar.gemist == bevestigd - klaar.kopie.logregels > 0
    assert json.loads((paden.map / "kop-voor-herstel.json").read_text())["volgnr"] == bevestigd
    with register.opslag("zwolle", klok) as opslag, opslag.werk(actor) as werk:
        assert controleer_logboek(werk).in_orde
        assert [zaak.id for zaak in werk.zaken.zoek()] == ["Z2026-000001", "Z2026-000002"]


BEGIN = """
import os, signal, sys, threading, time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from toegang.domain.huishouden import Dossier
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang.tenancy.herstel import herstel
from toegang.tenancy.reservekopie import maak_reservekopie, ring_bij
register = Register(Path(sys.argv[1]))
def klok():
    return datetime(2026, 11, 22, 12, tzinfo=UTC)
def sterf_bij(nummer):
    echt, teller = os.fsync, [0]
    def fsync(bestand):
        teller[0] += 1
        if teller[0] == nummer:
            os.kill(os.getpid(), signal.SIGKILL)
        echt(bestand)
    os.fsync = fsync
"""
SCHRIJVER = """
with register.opslag("zwolle", klok) as opslag:
    print("begonnen", flush=True)
    nummer = 0
    while not Path(sys.argv[2]).exists():
        nummer += 1
        with opslag.werk(Actor(uid=7)) as werk:
            werk.dossiers.nieuw(Dossier(id=f"S-{nummer}", aangemaakt_op=date(2026, 1, 1)))
            werk.kenmerken["stand"] = str(nummer)
            werk.log("schrijver", detail={"nummer": str(nummer)})
            werk.commit()
"""
KOPIE = """
sterf_bij(int(sys.argv[3]))
maak_reservekopie(register, "zwolle", Path(sys.argv[2]), Actor(uid=1), klok)
"""
HERSTEL = """
sterf_bij(int(sys.argv[4]))
kopie = Path(sys.argv[2])
herstel(register, kopie, ring_bij(kopie, "zwolle"), Path(sys.argv[3]), Actor(uid=1), klok)
"""


def _start(code: str, *argumenten: object) -> "subprocess.Popen[str]":
    opdracht = [sys.executable, "-c", BEGIN + textwrap.dedent(code), *map(str, argumenten)]
    return subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.lang
def test_een_kopie_terwijl_er_gewerkt_wordt_is_van_een_ogenblik(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, tmp_path: Path
) -> None:
    stop = tmp_path / "stop"
    schrijver = _start(SCHRIJVER, register.map, stop)
    assert schrijver.stdout is not None
    assert schrijver.stdout.readline() == "begonnen\n", schrijver.stderr and schrijver.stderr.read()

    def klok() -> datetime:
        return datetime(2026, 11, 22, 12, tzinfo=UTC)

    kopie = _kopieer(register, actor, klok)
    stop.touch()
    _, fouten = schrijver.communicate(timeout=60)
    assert schrijver.returncode == 0, fouten
    elders = Register(tmp_path / "elders")
    herstel(elders, kopie, ring_bij(kopie, "zwolle"), register.paden("zwolle").sleutel, actor, klok)
    with elders.opslag("zwolle", klok) as opslag, opslag.werk(actor) as werk:
        stand = int(werk.kenmerken.get("stand", "0"))
        assert len([item for item in werk.dossiers.zoek() if item.id.startswith("S-")]) == stand
        assert len(werk.logboek.regels(actie="schrijver")) == stand
    with register.opslag("zwolle", klok) as opslag, opslag.werk(actor) as werk:
        assert int(werk.kenmerken["stand"]) >= stand
        assert controleer_logboek(werk).in_orde


@pytest.mark.lang
@pytest.mark.parametrize("nummer", range(1, 14))
def test_kill_9_bij_het_kopieren(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, nummer: int
) -> None:
    doel = register.reservekopie / "zwolle"
    proces = _start(KOPIE, register.map, doel, nummer)
    proces.communicate(timeout=120)
    assert proces.returncode in (0, -signal.SIGKILL)
    for kopie in doel.glob("*.toegang"):
        assert controleer_kopie(kopie, ring_bij(kopie, "zwolle"), register.paden("zwolle").sleutel, klok).leesbaar == 14
    later = Later(klok)
    assert _kopieer(register, actor, later).exists()
    assert [pad.name for pad in doel.iterdir() if pad.name.startswith(".") and pad.name != ".slot"] == []
    with register.opslag("zwolle", klok) as opslag, opslag.werk(actor) as werk:
        assert controleer_logboek(werk).in_orde


@pytest.mark.lang
@pytest.mark.parametrize("nummer", range(1, 20))
def test_kill_9_bij_het_herstellen(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, nummer: int, tmp_path: Path
) -> None:
    kopie = _kopieer(register, actor, klok)
    elders, sleutel = Register(tmp_path / "elders"), register.paden("zwolle").sleutel
    proces = _start(HERSTEL, elders.map, kopie, sleutel, nummer)
    proces.communicate(timeout=120)
    assert proces.returncode in (0, -signal.SIGKILL)
    if not elders.gemeenten():
        herstel(elders, kopie, ring_bij(kopie, "zwolle"), sleutel, actor, Later(klok))
    with elders.opslag("zwolle", klok) as opslag:
        assert _inhoud(opslag) == _inhoud(gevuld)
        with opslag.werk(actor) as werk:
            assert controleer_logboek(werk).in_orde


class Later:
    """A clock a day ahead: the process that was killed had one of its own."""

    def __init__(self, klok: Klok) -> None:
        self._klok = klok

    def __call__(self) -> datetime:
        return self._klok() + timedelta(days=1)


@pytest.mark.lang
def test_van_een_bestand_naar_een_server_en_terug(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, tmp_path: Path, postgres: str,
    huishouden: Huishouden,
) -> None:  # fmt: skip
    from toegang.storage.postgres_server import Server, lees_gegevens

    kopie, sleutel = _kopieer(register, actor, klok), register.paden("zwolle").sleutel
    op_server = Register(tmp_path / "server", postgres=postgres, reservekopie=tmp_path / "server-reserve")
    herstel(op_server, kopie, ring_bij(kopie, "zwolle"), sleutel, actor, klok)
    try:
        with op_server.opslag("zwolle", klok) as opslag:
            assert opslag.motor.soort == "PostgreSQL"
            assert _inhoud(opslag) == _inhoud(gevuld)
            with opslag.werk(actor) as werk:
                assert controleer_logboek(werk).in_orde
                huishouden(werk, 3)
                werk.commit()
            met_drie = _inhoud(opslag)
        terug = _kopieer(op_server, actor, klok)
        thuis = Register(tmp_path / "thuis")
        herstel(thuis, terug, ring_bij(terug, "zwolle"), sleutel, actor, klok)
        with thuis.opslag("zwolle", klok) as opslag:
            assert opslag.motor.soort == "SQLite"
            assert _inhoud(opslag) == met_drie
    finally:
        Server(postgres).verwijder(lees_gegevens(op_server.paden("zwolle").postgres))


@pytest.mark.lang
def test_een_export_is_een_gemeente_in_een_bestand(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, tmp_path: Path
) -> None:
    sleutel, bestand = register.paden("zwolle").sleutel, tmp_path / "zwolle.export"
    assert exporteer(register, "zwolle", bestand, actor, klok).leesbaar == 14
    with pytest.raises(Conflict, match="bestaat al"):
        exporteer(register, "zwolle", bestand, actor, klok)
    with pytest.raises(OpslagFout, match="is een export"):
        controleer_kopie(bestand, bestand, sleutel, klok)
    elders = Register(tmp_path / "elders")
    herstel(elders, bestand, None, sleutel, actor, klok)
    with elders.opslag("zwolle", klok) as opslag:
        assert _inhoud(opslag) == _inhoud(gevuld)
        nog_eens = tmp_path / "nog-eens.export"
    exporteer(elders, "zwolle", nog_eens, actor, klok)
    heel = nog_eens.read_bytes()
    for stuk in (heel[:-1], heel[: len(heel) // 2], heel + b"x"):
        nog_eens.write_bytes(stuk)
        with pytest.raises(OpslagFout):
            controleer_kopie(nog_eens, None, sleutel, klok)


@pytest.mark.lang
def test_een_rij_die_anders_terugkomt_wordt_gezien(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = uittreksel._uit_json

    def slordig(kolom: object, waarde: object) -> object:
        return "GESLOTEN" if getattr(kolom, "name", "") == "status" else echt(kolom, waarde)

    monkeypatch.setattr(uittreksel, "_uit_json", slordig)
    with pytest.raises(OpslagFout, match="niet gelijk aan de kopie: "):
        _kopieer(register, actor, klok)
    assert list((register.reservekopie / "zwolle").glob("*.toegang")) == []


@pytest.mark.lang
def test_de_kop_van_een_kopie_zegt_van_wie_en_wanneer(
    register: Register, gevuld: Gemeenteopslag, actor: Actor, klok: Klok
) -> None:
    kop = lees_kop(_kopieer(register, actor, klok))
    assert (kop.gemeente, kop.soort) == ("zwolle", "reservekopie")
    assert kop.gemaakt_op < klok()
    assert os.environ.get("TOEGANG_RESERVEKOPIE") is None
