"""Violations that were planted straight into storage are found, each with a mend."""

from datetime import date, timedelta

import pytest
from levensloop import lees, met_regie, met_team, regie_van, wijzig_mens, zaak_van

from toegang.domain.begrippen import Regiemodus
from toegang.domain.levensloop import Stap
from toegang.domain.overdracht import Overdracht
from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.guards.register import zonder_regels
from toegang.lifecycle.medewerkers import meld_afwezig
from toegang.lifecycle.regiecontrole import controleer_regie_geheel

VANDAAG = date(2026, 11, 20)


def controleer(gemeente):
    with lees(gemeente) as werk:
        return controleer_regie_geheel(werk, gemeente.omgeving)


def codes(gemeente):
    return {item.code for item in controleer(gemeente)}


def plant_regie(gemeente, zaak, **velden):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        dossier = werk.zaken.haal(zaak).dossier_id
        werk.regie.beleg(dossier, werk.regie.huidig(dossier).gewijzigd(**velden), VANDAAG)
        werk.commit()


def plant_dossier(gemeente, zaak, **velden):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        dossier = werk.dossiers.haal(werk.zaken.haal(zaak).dossier_id)
        werk.dossiers.bewaar(dossier.gewijzigd(**velden))
        werk.commit()


@pytest.mark.parametrize("naam", ["schagen", "beekdaelen", "zwolle", "doetinchem"])
def test_wat_langs_de_regels_ging_is_in_orde(open_proef, naam):
    gemeente = open_proef(naam)
    met_regie(gemeente)
    met_team(gemeente, kenmerk="K-2", bsn="999990020")
    assert controleer(gemeente) == ()


@pytest.mark.parametrize(
    ("naam", "regel", "velden"),
    [
        ("doetinchem", "D-10", {"modus": Regiemodus.ZELF, "regisseur": None}),
        ("zwolle", "W-13", {"regisseur": None}),
        ("doetinchem", "D-13", {"modus": Regiemodus.OVERGENOMEN, "grond": "LASTIG"}),
        ("schagen", "S-13", {"modus": Regiemodus.ONDERSTEUND, "regisseur": "M-002", "inwoner": None}),
        ("beekdaelen", "B-25", {"casemanager": "M-003"}),
        ("beekdaelen", "B-41", {"indicatieregie": "M-010"}),
        ("beekdaelen", "B-40", {"indicatieregie": "M-007"}),
        ("zwolle", "Z-17", {"eerste_aanspreekpunt": "M-003"}),
        ("doetinchem", "D-11", {"casemanager": "M-001"}),
    ],
)
def test_geplante_fout_in_de_regie(open_proef, naam, regel, velden):
    gemeente = open_proef(naam)
    zaak = met_regie(gemeente)
    plant_regie(gemeente, zaak, **velden)
    gevonden = [item for item in controleer(gemeente) if item.code == regel]
    assert [(item.zaak, item.waarschuwing) for item in gevonden] == [(zaak, False)]
    assert gevonden[0].herstel.startswith("toegang regie ")
    with zonder_regels(regel):
        assert regel not in codes(gemeente)


@pytest.mark.regel("Z-18")
def test_z18_meer_partijen_zonder_afstemming(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    plant_dossier(gemeente, zaak, aantal_professionals=2)
    assert controleer(gemeente) == ()
    plant_regie(gemeente, zaak, coordinatie=None)
    assert "Z-18" in codes(gemeente)
    with zonder_regels("Z-18"):
        assert codes(gemeente) == set()


def test_w15_is_een_waarschuwing_en_geen_fout(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    plant_dossier(gemeente, zaak, aantal_professionals=9)
    (gevonden,) = controleer(gemeente)
    assert (gevonden.code, gevonden.waarschuwing) == ("W-15", True)


def test_d23_nieuwe_zaak_zonder_nieuwe_triage(open_proef):
    gemeente = open_proef("doetinchem")
    met_regie(gemeente)
    with zonder_regels("D-23"):
        tweede = met_regie(gemeente, kenmerk="K-2", wet="GPK", product="gpk-bestuurder")
    (gevonden,) = controleer(gemeente)
    assert (gevonden.code, gevonden.zaak) == ("D-23", tweede)
    assert gevonden.herstel.startswith(f"toegang zaak problematiek {tweede} ")


def test_zaak_voorbij_de_regie_zonder_regie_of_team(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_team(gemeente)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        werk.zaken.bewaar(werk.zaken.haal(zaak).gewijzigd(status=Stap.PLAN))
        werk.commit()
    (gevonden,) = controleer(gemeente)
    assert (gevonden.code, gevonden.herstel) == ("GEEN_REGIE", f"toegang regie beleg {zaak}")


def test_caseload_die_niet_gelijk_is_aan_het_team(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        werk.caseload.zet(zaak, ("M-003",))
        werk.commit()
    assert codes(gemeente) == {"LEDEN_WIJKEN_AF"}
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        werk.caseload.zet(zaak, ("M-002",))
        werk.zaken.bewaar(werk.zaken.haal(zaak).gewijzigd(leden=("M-002", "M-003")))
        werk.commit()
    assert codes(gemeente) == {"LEDEN_WIJKEN_AF"}


def test_wie_niet_bestaat_of_niet_in_dienst_is(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    plant_regie(gemeente, zaak, coordinatie="zorgaanbieder-x")
    assert controleer(gemeente) == ()
    plant_regie(gemeente, zaak, casemanager="M-999")
    assert codes(gemeente) == {"REGIE_ONBEKEND"}
    plant_regie(gemeente, zaak, casemanager=None)
    wijzig_mens(gemeente, "M-002", in_dienst_tot=VANDAAG - timedelta(days=1))
    (gevonden,) = controleer(gemeente)
    assert (gevonden.code, gevonden.herstel) == (
        "REGIE_UIT_DIENST",
        "toegang medewerker overdragen M-002 --verdeel",
    )


def test_afwezig_zonder_vervanger_is_een_waarschuwing(open_proef):
    gemeente = open_proef("zwolle")
    met_regie(gemeente)
    meld_afwezig(gemeente.omgeving, gemeente.actor(), "M-002", VANDAAG, VANDAAG, None)
    (gevonden,) = controleer(gemeente)
    assert (gevonden.code, gevonden.waarschuwing) == ("REGIE_AFWEZIG", True)
    wijzig_mens(gemeente, "M-002", afwezig=({"van": VANDAAG, "tot": VANDAAG, "vervanger": "M-003"},))
    assert controleer(gemeente) == ()


def test_wat_te_lang_op_antwoord_wacht(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    dossier, oud = zaak_van(gemeente, zaak).dossier_id, VANDAAG - timedelta(days=15)
    vast = {"dossier_id": dossier, "zaak_id": zaak}
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        werk.overdrachten.bewaar(Overdracht(id="OV-1", aangeboden_op=oud, van="M-002", naar="M-003", **vast))
        soort = Signaleringsoort.ESCALATIE
        werk.signaleringen.bewaar(
            Signalering(id="SG-1", soort=soort, op=oud, door="M-002", aan="teamleider", tekst="x", **vast)
        )
        werk.commit()
    assert [(item.code, item.waarschuwing) for item in controleer(gemeente)] == [
        ("OVERDRACHT_WACHT", True),
        ("W-14", True),
    ]
    plant_regie(gemeente, zaak, **dict.fromkeys(regie_van(gemeente, zaak).rollen(), "M-003"))
    assert "OVERDRACHT_ACHTERHAALD" in codes(gemeente)
