"""Nothing readable on disk, nothing that fits elsewhere, nothing left after destruction."""

import secrets
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from toegang.domain.huishouden import Inwoner
from toegang.domain.medewerker import Medewerker
from toegang.domain.zaak import Zaak
from toegang.errors import OpslagFout, ToegangFout
from toegang.storage import Actor, DossierVernietigd, Gemeenteopslag, NietGevonden, controleer_logboek
from toegang.storage.kluis import Kluis, Plek

BSN = "999990019"
NAAM = "Kanariepietersen"


def _alle_bytes(map_: Path) -> bytes:
    return b"".join(pad.name.encode() + pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file())


def _vul(werk: object, maak: SimpleNamespace, huishouden: Callable[..., Zaak]) -> None:
    huishouden(werk, bsn=BSN, geslachtsnaam=NAAM, voornamen=NAAM)
    werk.meldingen.bewaar(maak.melding().gewijzigd(kenmerk=f"{NAAM} {BSN}", woorden=(NAAM,)))
    werk.besluiten.bewaar(maak.besluit())
    werk.brieven.bewaar(maak.brief(besluit_id="B-1", momentopname={"naam": NAAM, "bsn": BSN}, toelichting=NAAM))
    werk.brieven.bewaar_pdf("BR-1", f"%PDF {NAAM} {BSN}".encode())
    werk.regie.beleg("D-1", maak.regie().gewijzigd(grond=NAAM), maak.dossier().aangemaakt_op)
    werk.medewerkers.bewaar(
        Medewerker(
            id="M-001",
            naam=NAAM,
            functie="consulent",
            werkgever="gemeente",
            werkgeversoort="GEMEENTE",
            in_dienst_van=maak.dossier().aangemaakt_op,
        )
    )
    werk.log("test", dossier="D-1")


def test_de_kanarie_staat_nergens_op_schijf(
    opslag: Gemeenteopslag, actor: Actor, paden: SimpleNamespace, maak: SimpleNamespace, huishouden: Callable[..., Zaak]
) -> None:
    with opslag.werk(actor) as werk:
        _vul(werk, maak, huishouden)
        werk.commit()
        with opslag.werk(actor, alleen_lezen=True) as lezer:
            # With two open connections the write-ahead log is still there.
            assert paden.database.with_name("toegang.sqlite3-wal").stat().st_size > 0
            assert lezer.inwoners.met_bsn(BSN).geslachtsnaam == NAAM
            tijdens = _alle_bytes(paden.map)
    opslag.sluit()
    for kanarie in (BSN, NAAM, "Testpersoon", NAAM.encode("utf-16-le").decode("latin-1")):
        for bytes_ in (tijdens, _alle_bytes(paden.map)):
            assert kanarie.encode("latin-1") not in bytes_
            assert kanarie.lower().encode("latin-1") not in bytes_.lower()


def test_fouten_noemen_geen_persoon(
    opslag: Gemeenteopslag, actor: Actor, maak: SimpleNamespace, huishouden: Callable[..., Zaak]
) -> None:
    def dubbel_bsn(werk: object) -> None:
        werk.inwoners.bewaar(maak.inwoner(2, dossier_id="D-1", bsn=BSN, geslachtsnaam=NAAM))

    def dubbele_inzending(werk: object) -> None:
        werk.meldingen.bewaar(maak.melding().gewijzigd(id="ML-2", kenmerk=f"{NAAM} {BSN}"))

    def bsn_als_kenmerk(werk: object) -> None:
        werk.inwoners.haal(BSN)

    def naam_als_kenmerk(werk: object) -> None:
        werk.inwoners.haal(f"mevrouw {NAAM}")

    def bsn_in_logboek(werk: object) -> None:
        werk.log("zaak.inzien", detail={"wie": f"bsn {BSN}"})

    for mislukt in (dubbel_bsn, dubbele_inzending, bsn_als_kenmerk, naam_als_kenmerk, bsn_in_logboek):
        with opslag.werk(actor) as werk:
            _vul(werk, maak, huishouden)
            with pytest.raises(ToegangFout) as gevangen:
                mislukt(werk)
        teksten = (
            str(gevangen.value),
            repr(gevangen.value),
            str(gevangen.value.__cause__),
            str(gevangen.value.__context__),
        )
        assert not any(kanarie in tekst for kanarie in (BSN, NAAM) for tekst in teksten), mislukt.__name__
        assert gevangen.value.vervolg


def test_geen_sleutel_in_een_repr(opslag: Gemeenteopslag, paden: SimpleNamespace) -> None:
    sleutel = paden.sleutel.read_bytes()
    datasleutel, _ = opslag.kluis.nieuwe_dossiersleutel("D-1")
    for ding in (opslag, opslag.kluis, datasleutel, opslag.kopbestand):
        assert repr(sleutel)[2:-1] not in repr(ding)
        assert sleutel.hex() not in repr(ding)


def _wissel(paden: SimpleNamespace, *opdrachten: str) -> None:
    with sqlite3.connect(paden.database) as rauw:
        for opdracht in opdrachten:
            assert rauw.execute(opdracht).rowcount > 0
    rauw.close()


@pytest.fixture
def twee(
    open_opslag: Callable[[], Gemeenteopslag], actor: Actor, huishouden: Callable[..., Zaak], maak: SimpleNamespace
) -> Gemeenteopslag:
    """Two residents in one dossier and one in another, each with a zaak."""
    opslag = open_opslag()
    with opslag.werk(actor) as werk:
        huishouden(werk, 1)
        huishouden(werk, 2)
        werk.inwoners.bewaar(maak.inwoner(3, dossier_id="D-1"))
        werk.commit()
    opslag.sluit()
    return opslag


@pytest.mark.parametrize(
    "opdracht",
    [
        # within one dossier the key is the same, so only the place can refuse it
        "UPDATE inwoners SET inhoud = (SELECT inhoud FROM inwoners WHERE id = 'I-3') WHERE id = 'I-1'",
        "UPDATE inwoners SET inhoud = (SELECT inhoud FROM meldingen WHERE id = 'ML-1') WHERE id = 'I-1'",
        "UPDATE inwoners SET inhoud = (SELECT inhoud FROM inwoners WHERE id = 'I-2') WHERE id = 'I-1'",
        "UPDATE inwoners SET dossier_id = 'D-2' WHERE id = 'I-1'",
        "UPDATE inwoners SET inhoud = zeroblob(40) WHERE id = 'I-1'",
        "UPDATE inwoners SET inhoud = x'' WHERE id = 'I-1'",
        "UPDATE dossiers SET sleutel = (SELECT sleutel FROM dossiers WHERE id = 'D-2') WHERE id = 'D-1'",
        "UPDATE inwoners SET bsn_hash = 'iets anders' WHERE id = 'I-1'",
    ],
)
def test_verplaatste_of_gewijzigde_inhoud_wordt_geweigerd(
    twee: Gemeenteopslag, actor: Actor, paden: SimpleNamespace, opdracht: str
) -> None:
    _wissel(paden, opdracht)
    with twee.werk(actor) as werk, pytest.raises(OpslagFout, match="buiten Toegang om"):
        werk.inwoners.haal("I-1")


def test_een_gewijzigde_open_kolom_wordt_gezien(twee: Gemeenteopslag, actor: Actor, paden: SimpleNamespace) -> None:
    _wissel(paden, "UPDATE zaken SET status = 'SLUITING', gesloten_op = '2026-01-01' WHERE id = 'Z2026-000001'")
    with twee.werk(actor) as werk:
        with pytest.raises(OpslagFout, match="status, gesloten_op klopt niet"):
            werk.zaken.haal("Z2026-000001")
        assert werk.zaken.haal("Z2026-000002").id == "Z2026-000002"


def test_een_andere_gemeente_met_dezelfde_sleutel_leest_niets() -> None:
    wortel = secrets.token_bytes(32)
    plek = Plek("inwoners", "I-1", "inhoud")
    geheim = Kluis(wortel, "zwolle").gemeentesleutel("medewerkers").versleutel(plek, b"tekst")
    assert Kluis(wortel, "zwolle").gemeentesleutel("medewerkers").ontsleutel(plek, geheim) == b"tekst"
    with pytest.raises(OpslagFout, match="niet te ontsleutelen"):
        Kluis(wortel, "schagen").gemeentesleutel("medewerkers").ontsleutel(plek, geheim)
    with pytest.raises(OpslagFout, match="niet te ontsleutelen"):
        Kluis(wortel, "zwolle").gemeentesleutel("batches").ontsleutel(plek, geheim)
    hashes = {
        Kluis(wortel, gemeente).zoekhash(tabel, "kenmerk", "x")
        for gemeente in ("zwolle", "schagen")
        for tabel in ("meldingen", "contactnotities")
    }
    assert len(hashes) == 4


def test_een_verkeerde_sleutel_wordt_bij_het_openen_gezien(paden: SimpleNamespace, klok: Callable[[], object]) -> None:
    paden.sleutel.write_bytes(secrets.token_bytes(32))
    with pytest.raises(OpslagFout, match="sleutel van gemeente zwolle past niet") as gevangen:
        Gemeenteopslag.open(paden.database, paden.sleutel, "zwolle", klok)
    assert "sleutelbestand terug" in gevangen.value.vervolg


@pytest.mark.parametrize(
    ("bederf", "melding"),
    [
        (lambda pad: pad.unlink(), "is er niet"),
        (lambda pad: pad.write_bytes(b"kort"), "4 bytes lang"),
        (lambda pad: pad.chmod(0o640), "rechten 0640"),
    ],
)
def test_een_onbruikbaar_sleutelbestand(
    paden: SimpleNamespace, klok: Callable[[], object], bederf: Callable[[Path], object], melding: str
) -> None:
    bederf(paden.sleutel)
    with pytest.raises(OpslagFout, match=melding):
        Gemeenteopslag.open(paden.database, paden.sleutel, "zwolle", klok)


def test_de_database_van_een_ander(paden: SimpleNamespace, klok: Callable[[], object]) -> None:
    with pytest.raises(OpslagFout, match="is van gemeente zwolle, niet van schagen"):
        Gemeenteopslag.open(paden.database, paden.sleutel, "schagen", klok)


def test_een_vernietigd_dossier_is_echt_weg(
    open_opslag: Callable[[], Gemeenteopslag],
    actor: Actor,
    paden: SimpleNamespace,
    maak: SimpleNamespace,
    huishouden: Callable[..., Zaak],
) -> None:
    opslag = open_opslag()
    with opslag.werk(actor) as werk:
        _vul(werk, maak, huishouden)
        huishouden(werk, 2)
        werk.commit()
    opslag.sluit()
    with sqlite3.connect(paden.database) as rauw:
        ingepakt = rauw.execute("SELECT sleutel FROM dossiers WHERE id = 'D-1'").fetchone()[0]
        hash_ = rauw.execute("SELECT bsn_hash FROM inwoners WHERE id = 'I-1'").fetchone()[0]
    rauw.close()
    assert ingepakt in _alle_bytes(paden.map)

    with opslag.werk(actor) as werk:
        werk.dossiers.vernietig_sleutel("D-1")
        werk.log("dossier.vernietigd", dossier="D-1")
        werk.commit()
        na = _alle_bytes(paden.map)
    assert ingepakt not in na
    assert hash_.encode() not in na

    with opslag.werk(actor) as werk:
        for lees in (
            lambda: werk.dossiers.haal("D-1"),
            lambda: werk.inwoners.haal("I-1"),
            lambda: werk.inwoners.zoek(dossier_id="D-1"),
            lambda: werk.zaken.haal("Z2026-000001"),
            lambda: werk.brieven.pdf("BR-1"),
            lambda: werk.regie.huidig("D-1"),
            lambda: werk.inwoners.bewaar(maak.inwoner(9, dossier_id="D-1")),
            lambda: werk.dossiers.vernietig_sleutel("D-1"),
        ):
            with pytest.raises(DossierVernietigd, match="Dossier D-1 is vernietigd"):
                lees()
        # What is left goes on working, and the chain still verifies.
        assert [zaak.id for zaak in werk.zaken.zoek()] == ["Z2026-000002"]
        assert [dossier.id for dossier in werk.dossiers.zoek()] == ["D-2"]
        assert werk.inwoners.met_bsn(BSN) is None
        assert controleer_logboek(werk).in_orde
        assert werk.inwoners.bewaar(maak.inwoner(4, dossier_id="D-2", bsn=BSN)).id == "I-4"


def test_een_onbekend_dossier_kan_niets_bewaren(opslag: Gemeenteopslag, actor: Actor, maak: SimpleNamespace) -> None:
    with opslag.werk(actor) as werk:
        with pytest.raises(NietGevonden, match="Dossier D-1 bestaat niet"):
            werk.inwoners.bewaar(maak.inwoner())
        with pytest.raises(NietGevonden, match="Dossier D-1 bestaat niet"):
            werk.dossiers.bewaar(maak.dossier())
        with pytest.raises(NietGevonden, match="Dossier D-1 bestaat niet"):
            werk.dossiers.vernietig_sleutel("D-1")


def test_de_database_op_een_andere_plek_zetten_mag(
    opslag: Gemeenteopslag,
    actor: Actor,
    paden: SimpleNamespace,
    klok: Callable[[], object],
    huishouden: Callable[..., Zaak],
) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk, bsn=BSN)
        werk.commit()
    opslag.sluit()
    kopie = shutil.copytree(paden.map, paden.map.with_name("verhuisd"))
    elders = Gemeenteopslag.open(
        kopie / "zwolle" / "toegang.sqlite3", kopie / "sleutels" / "zwolle.sleutel", "zwolle", klok
    )
    with elders.werk(actor) as werk:
        gevonden = werk.inwoners.met_bsn(BSN)
        assert isinstance(gevonden, Inwoner)
        assert gevonden.bsn == BSN
