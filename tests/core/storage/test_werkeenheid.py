"""All or nothing, each thing once, and nobody's change lost."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from toegang.domain.archief import Archiefbesluit
from toegang.domain.begrippen import Kanaal, Wet
from toegang.domain.brief import Briefstatus
from toegang.domain.levensloop import Stap
from toegang.domain.reden import Reden
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.storage import Actor, Gemeenteopslag, NietGevonden
from toegang.storage.werkeenheid import GESCHREVEN

pytestmark = pytest.mark.parametrize("motor", ["sqlite", pytest.param("postgres", marks=pytest.mark.lang)])
"""The same on both kinds of database."""

Z1, Z2 = "Z2026-000001", "Z2026-000002"
Huishouden = Callable[..., Zaak]


def test_zonder_commit_blijft_er_niets(opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk)
        werk.tellers.tel(date(2026, 1, 1), Kanaal.BALIE, "WMO")
        werk.log("test")
    with suppress(RuntimeError), opslag.werk(actor) as werk:
        huishouden(werk)
        raise RuntimeError
    with opslag.werk(actor) as werk:
        assert werk.dossiers.zoek() == werk.zaken.zoek() == werk.tellers.alles() == werk.logboek.regels() == ()


def test_na_een_commit_gaat_het_werk_door(opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk, 1)
        werk.commit()
        huishouden(werk, 2)
    with opslag.werk(actor) as werk:
        assert [zaak.id for zaak in werk.zaken.zoek()] == [Z1]


def test_elke_wijziging_staat_in_het_logboek(opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk, 1)
        werk.kenmerken["naam"] = "Zwolle"
        werk.log("zaak.geopend", zaak=Z1, dossier="D-1", detail={"stap": "INTAKE"})
        werk.commit()
        werk.commit()
    with opslag.werk(actor) as werk:
        regels = werk.logboek.regels()
        assert [(regel.actie, regel.dossier, regel.detail) for regel in regels] == [
            ("zaak.geopend", "D-1", {"stap": "INTAKE"}),
            (GESCHREVEN, "D-1", {"dossiers": "D-1", "inwoners": "I-1", "meldingen": "ML-1", "zaken": Z1}),
            (GESCHREVEN, None, {"kenmerken": "naam"}),
        ]
        assert {(regel.uid, regel.medewerker) for regel in regels} == {(1000, "M-001")}
        assert [regel.volgnr for regel in regels] == [1, 2, 3]
        assert werk.logboek.regels(zaak=Z1) == regels[:1]
        assert werk.logboek.regels(dossier="D-1", actie=GESCHREVEN) == regels[1:2]


def test_tellen_laat_geen_ander_spoor_na(opslag: Gemeenteopslag, actor: Actor) -> None:
    """Z-7: of a question that is answered at once nothing is kept but a number."""
    with opslag.werk(actor) as werk:
        for _ in range(3):
            werk.tellers.tel(date(2026, 1, 1), Kanaal.BALIE, "WMO")
        werk.tellers.tel(date(2026, 1, 1), Kanaal.TELEFOON, "WMO")
        werk.commit()
    with opslag.werk(actor) as werk:
        assert [(telling.kanaal, telling.aantal) for telling in werk.tellers.alles()] == [
            (Kanaal.BALIE, 3),
            (Kanaal.TELEFOON, 1),
        ]
        assert werk.logboek.regels() == ()


def test_een_verouderde_zaak_wordt_geweigerd(opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden) -> None:
    with opslag.werk(actor) as werk:
        gelezen = huishouden(werk)
        assert gelezen.versie == 1
        werk.commit()
    with opslag.werk(actor) as werk:
        assert werk.zaken.bewaar(gelezen.gewijzigd(status=Stap.TEAM)).versie == 2
        werk.commit()
    with opslag.werk(actor) as werk:
        with pytest.raises(Conflict, match=f"Zaak {Z1} is intussen door iemand anders gewijzigd"):
            werk.zaken.bewaar(gelezen.gewijzigd(status=Stap.REGIE))
        with pytest.raises(Conflict):
            werk.zaken.bewaar(gelezen.gewijzigd(versie=0))
        with pytest.raises(NietGevonden):
            werk.zaken.bewaar(gelezen.gewijzigd(id="Z2026-999999", versie=3))
        assert werk.zaken.haal(Z1).status is Stap.TEAM


def test_een_record_verhuist_niet_ongemerkt(
    opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden, maak: SimpleNamespace
) -> None:
    with opslag.werk(actor) as werk:
        zaak = huishouden(werk, 1)
        huishouden(werk, 2)
        with pytest.raises(Conflict):
            werk.inwoners.bewaar(maak.inwoner(1, dossier_id="D-2"))
        with pytest.raises(Conflict):
            werk.zaken.bewaar(zaak.gewijzigd(dossier_id="D-2"))


def test_zaaknummers_lopen_door_per_jaar(opslag: Gemeenteopslag, actor: Actor) -> None:
    with opslag.werk(actor) as werk:
        assert [werk.zaken.nieuw_nummer(2026) for _ in range(3)] == [Z1, Z2, "Z2026-000003"]
        assert werk.zaken.nieuw_nummer(2027) == "Z2027-000001"
        werk.commit()
    with opslag.werk(actor) as werk:
        assert werk.zaken.nieuw_nummer(2026) == "Z2026-000004"
    with opslag.werk(actor) as werk:
        assert werk.zaken.nieuw_nummer(2026) == "Z2026-000004"


def test_elke_brief_is_er_een_keer(
    opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden, maak: SimpleNamespace
) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk)
        werk.besluiten.bewaar(maak.besluit())
        eerste = werk.brieven.bewaar(maak.brief(1, besluit_id="B-1"))
        werk.brieven.bewaar(eerste.gewijzigd(status=Briefstatus.GEMAAKT))
        zelfde_zaak = {"zaak_id": Z1, "dossier_id": "D-1"}
        with pytest.raises(Conflict, match="zelfde zaak, besluit, sjabloon en versie"):
            werk.brieven.bewaar(maak.brief(2, besluit_id="B-1", **zelfde_zaak))
        werk.brieven.bewaar(maak.brief(2, besluit_id="B-1", versie=2, **zelfde_zaak))
        werk.brieven.bewaar(maak.brief(3, sjabloon="melding/bevestiging", **zelfde_zaak))
        with pytest.raises(Conflict):
            werk.brieven.bewaar(maak.brief(4, sjabloon="melding/bevestiging", **zelfde_zaak))
        assert [brief.id for brief in werk.brieven.zoek(zaak_id=Z1)] == ["BR-1", "BR-2", "BR-3"]
        assert werk.brieven.zoek(status=Briefstatus.GEMAAKT)[0].id == "BR-1"
        with pytest.raises(NietGevonden, match="nog geen PDF"):
            werk.brieven.pdf("BR-1")
        with pytest.raises(NietGevonden, match="Brief BR-9 bestaat niet"):
            werk.brieven.bewaar_pdf("BR-9", b"")


def test_dezelfde_inzending_komt_er_een_keer_in(
    opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden, maak: SimpleNamespace
) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk, 1)
        huishouden(werk, 2)
        assert werk.meldingen.zoek(kenmerk="inzending 1") == (maak.melding(1),)
        assert werk.meldingen.zoek(kenmerk="inzending 3") == ()
        with pytest.raises(Conflict, match="dezelfde inzending"):
            werk.meldingen.bewaar(maak.melding(1).gewijzigd(id="ML-3"))


def test_een_bsn_hoort_bij_een_inwoner(
    opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden, maak: SimpleNamespace
) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk, 1, bsn="999990019")
        huishouden(werk, 2)
        werk.inwoners.bewaar(maak.inwoner(3, dossier_id="D-2"))
        assert werk.inwoners.met_bsn("999990019").id == "I-1"
        assert werk.inwoners.met_bsn("999990020") is None
        assert [inwoner.id for inwoner in werk.inwoners.zoek(bsn=None)] == ["I-2", "I-3"]
        with pytest.raises(Conflict, match="zelfde burgerservicenummer"):
            werk.inwoners.bewaar(maak.inwoner(2, bsn="999990019"))


def test_er_loopt_een_regie_tegelijk(
    opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden, maak: SimpleNamespace
) -> None:
    """D-10, W-13: at most one professional regisseur; the database itself refuses a second."""
    begin = date(2026, 1, 1)
    with opslag.werk(actor) as werk:
        huishouden(werk)
        assert werk.regie.huidig("D-1") is None
        werk.regie.beleg("D-1", maak.regie("M-001"), begin)
        werk.regie.beleg("D-1", maak.regie(None), begin + timedelta(days=1))
        werk.regie.beleg("D-1", maak.regie("M-002"), begin + timedelta(days=2))
        assert werk.regie.huidig("D-1").regisseur == "M-002"
        assert [(regel.sinds.day, regel.tot and regel.tot.day) for regel in werk.regie.verloop("D-1")] == [
            (1, 2),
            (2, 3),
            (3, None),
        ]
        assert [regel.dossier_id for regel in werk.regie.zoek(regisseur="M-002")] == ["D-1"]
        assert werk.regie.zoek(regisseur="M-001") == ()
        with pytest.raises(Conflict, match="loopt pas sinds 2026-01-03"):
            werk.regie.beleg("D-1", maak.regie(), begin)
        lopend = werk.regie.verloop("D-1")[-1]
        with pytest.raises(Conflict, match="loopt al een regie"):
            werk.regie.verzameling.bewaar(lopend.gewijzigd(id="D-1/9"))


def test_archief_hoort_bij_een_zaak(opslag: Gemeenteopslag, actor: Actor) -> None:
    besluit = Archiefbesluit(resultaat="8.1.1", archiefactor="archivaris", reden=Reden.van("TEST", "Test."))
    with opslag.werk(actor) as werk:
        with pytest.raises(NietGevonden, match=f"Zaak {Z1} bestaat niet"):
            werk.archief.bewaar(Z1, besluit, None, {})
        with pytest.raises(NietGevonden, match=f"Archiefbesluit van zaak {Z1} bestaat niet"):
            werk.archief.haal(Z1)


def test_een_verwijzing_naar_niets_wordt_bij_de_commit_geweigerd(
    opslag: Gemeenteopslag, actor: Actor, maak: SimpleNamespace, huishouden: Huishouden
) -> None:
    with opslag.werk(actor) as werk:
        werk.dossiers.nieuw(maak.dossier())
        werk.zaken.bewaar(maak.zaak())
        with pytest.raises(OpslagFout, match="verwijst naar een zaak, melding, inwoner"):
            werk.commit()
    with opslag.werk(actor) as werk:
        assert werk.dossiers.zoek() == ()
        # In one unit of work the order does not matter.
        werk.dossiers.nieuw(maak.dossier())
        werk.zaken.bewaar(maak.zaak())
        werk.meldingen.bewaar(maak.melding())
        werk.inwoners.bewaar(maak.inwoner())
        werk.commit()


def test_zoeken(opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden) -> None:
    with opslag.werk(actor) as werk:
        zaken = [huishouden(werk, nummer) for nummer in (3, 1, 2)]
        werk.zaken.bewaar(zaken[2].gewijzigd(status=Stap.TEAM, gesloten_op=date(2026, 12, 1)))
        assert [zaak.id[-1] for zaak in werk.zaken.zoek()] == ["3", "1", "2"]
        assert [zaak.id[-1] for zaak in werk.zaken.zoek(gesloten_op=None)] == ["3", "1"]
        assert [zaak.id[-1] for zaak in werk.zaken.zoek(status={Stap.TEAM, Stap.PLAN})] == ["2"]
        assert werk.zaken.zoek(status=()) == werk.zaken.zoek(wet=Wet.GPK) == ()
        with pytest.raises(TypeError, match="niet te doorzoeken op uitkomst"):
            werk.zaken.zoek(uitkomst=None)


def test_niet_gevonden_zegt_wat_en_waar(opslag: Gemeenteopslag, actor: Actor) -> None:
    with opslag.werk(actor) as werk, pytest.raises(Invoerfout) as gevangen:
        werk.zaken.haal("Z2026-000099")
    assert str(gevangen.value) == (
        "Zaak Z2026-000099 bestaat niet in gemeente zwolle. Controleer het kenmerk en de gemeente."
    )


def test_kenmerken(opslag: Gemeenteopslag, actor: Actor) -> None:
    with opslag.werk(actor) as werk:
        werk.kenmerken["code"] = "0000"
        werk.kenmerken["code"] = "0193"
        assert werk.kenmerken["code"] == "0193"
        assert sorted(werk.kenmerken) == ["code", "controlegetal", "gemeente"]
        assert werk.kenmerken["gemeente"] == "zwolle"
        assert werk.kenmerken.get("onbekend") is None
        del werk.kenmerken["code"]
        assert len(werk.kenmerken) == 2
        with pytest.raises(KeyError):
            del werk.kenmerken["code"]
        with pytest.raises(ValueError, match="ligt vast"):
            werk.kenmerken["gemeente"] = "schagen"


def test_alleen_lezen_schrijft_niet_en_wacht_niet(
    opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden, maak: SimpleNamespace
) -> None:
    with opslag.werk(actor) as schrijver:
        huishouden(schrijver)
        with opslag.werk(actor, alleen_lezen=True) as lezer:
            assert lezer.zaken.zoek() == ()
            with pytest.raises(OpslagFout, match="alleen-lezen"):
                lezer.kenmerken["a"] = "b"


def test_doorlopend_werk_leegt_het_schrijflog_pas_aan_het_einde(
    opslag: Gemeenteopslag, actor: Actor, paden: SimpleNamespace, huishouden: Huishouden, motor: str
) -> None:
    schrijflog = paden.database.with_name("toegang.sqlite3-wal")
    with opslag.doorlopend():
        for nummer in (1, 2):
            with opslag.werk(actor) as werk:
                huishouden(werk, nummer)
                werk.commit()
            assert motor == "postgres" or schrijflog.stat().st_size > 0
    assert not schrijflog.exists()
    with opslag.werk(actor) as werk:
        assert len(werk.zaken.zoek()) == 2


def test_de_invoer_van_een_besluit_is_met_sleutel_gehasht(opslag: Gemeenteopslag, actor: Actor) -> None:
    with opslag.werk(actor) as werk:
        een, ander = werk.kluis.invoer_hmac(b"invoer"), werk.kluis.invoer_hmac(b"andere invoer")
        assert een != ander
        assert een == werk.kluis.invoer_hmac(b"invoer")
        assert len(een) == 64


def test_wat_vooruit_is_gelezen_volgt_het_eigen_schrijven(
    opslag: Gemeenteopslag, actor: Actor, huishouden: Huishouden
) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk, 1)
        huishouden(werk, 2)
        werk.commit()
        werk.lees_vooraf({"D-1"})
        (zaak,) = werk.zaken.zoek(dossier_id="D-1")
        client = werk.inwoners.haal("I-1")
        werk.zaken.bewaar(zaak.gewijzigd(gebied="noord"))
        assert werk.zaken.haal(Z1).gebied == "noord"
        assert [item.gebied for item in werk.zaken.zoek(dossier_id="D-1")] == ["noord"]
        # what is taken back is as it was; only that
        with suppress(RuntimeError), werk.deel():
            werk.zaken.bewaar(werk.zaken.haal(Z1).gewijzigd(gebied="zuid"))
            werk.inwoners.bewaar(client.gewijzigd(straat="Elders"))
            assert werk.inwoners.zoek(dossier_id="D-1")[0].straat == "Elders"
            raise RuntimeError
        assert werk.zaken.haal(Z1).gebied == "noord"
        assert werk.inwoners.zoek(dossier_id="D-1") == (client,)
        assert not werk.sessie.vooraf.elders
        werk.zaken.haal(Z2)
        assert werk.sessie.vooraf.elders
        werk.commit(door="BA-1")
        assert werk.sessie.vooraf is None
        assert [dossier for _, dossier, wat in werk.logboek.geschreven_na(0) if wat.get("door") == "BA-1"] == ["D-1"]
    with opslag.werk(actor) as werk:
        assert next(zaak.gebied for zaak in werk.zaken.zoek()) == "noord"
