"""Beekdaelen: three former municipalities beside each other, one way for leerlingenvervoer, policy with days."""

from dataclasses import replace
from datetime import date

import pytest
import vier

from toegang.domain.begrippen import Wet
from toegang.guards.contexten_beleid import BeleidToets
from toegang.guards.register import Moment, toets

VOORMALIG = {"nuth": "kern-1", "onderbanken": "kern-4", "schinnen": "kern-6"}


def bezwaren(beeld, *alleen):
    regels = frozenset(alleen or ("B-76", "B-77", "B-78"))
    uitslag = toets(Moment.BELEID, BeleidToets(beeld), beeld, alleen=regels)
    return [item.boodschap for item in uitslag if item.boodschap]


@pytest.mark.parametrize(("oud", "kern"), VOORMALIG.items())
def test_b76_elke_oude_gemeente_werkt_een_tijd_op_haar_eigen_manier(oud, kern):
    organisatie = vier.proef("beekdaelen").organisatie
    for wet in (Wet.WMO, Wet.JEUGDWET, Wet.GPK):
        assert organisatie.uitvoering(wet, kern, date(2020, 12, 31)).id == oud
        assert organisatie.uitvoering(wet, kern, date(2021, 1, 1)) is None


def test_b77_leerlingenvervoer_gaat_in_de_drie_oude_gemeenten_hetzelfde():
    """The same question from each of the former municipalities has the same outcome, today and in 2019."""
    for dag in (vier.DAG, date(2019, 6, 3)):
        beekdaelen = vier.proef("beekdaelen")
        beekdaelen = replace(beekdaelen, beeld=beekdaelen.beeld.gewijzigd(peildatum=dag))
        uitkomsten = []
        for kern in VOORMALIG.values():
            intake = beekdaelen.intake(Wet.LLV, product="leerlingenvervoer", gebied=kern, loket="administratie")
            team = beekdaelen.team(Wet.LLV, gebied=kern)
            oud = beekdaelen.organisatie.uitvoering(Wet.LLV, kern, dag)
            uitkomsten.append((intake.bestemming, intake.registratie, intake.wetten, team.team, oud))
        assert len(set(uitkomsten)) == 1, uitkomsten
        assert uitkomsten[0][3] == "consulenten"
        assert bezwaren(beekdaelen.beeld) == []


def test_b77_een_verschil_in_uitvoering_wordt_gezien():
    beekdaelen = vier.proef("beekdaelen")
    ook_llv = tuple(item.gewijzigd(wetten=()) for item in beekdaelen.organisatie.uitvoeringen[:1])
    anders = beekdaelen.met_regels(uitvoeringen=ook_llv).beeld.gewijzigd(peildatum=date(2019, 6, 3))
    assert bezwaren(anders) == ["LLV gaat anders in kern-1, kern-2, kern-3"]


def test_b78_alle_beleid_van_beekdaelen_heeft_dagen():
    beekdaelen = vier.proef("beekdaelen")
    assert bezwaren(beekdaelen.beeld) == []
    zonder = tuple(item.gewijzigd(geldig_van=None) for item in beekdaelen.organisatie.regelingen)
    assert "regeling voor WMO heeft geen geldig_van" in bezwaren(beekdaelen.met_regels(regelingen=zonder).beeld)[0]


@pytest.mark.parametrize(("oud", "kern"), VOORMALIG.items())
def test_f1_een_besluit_noemt_de_oude_verordening_van_de_kern_zolang_die_gold(oud, kern):
    organisatie = vier.proef("beekdaelen").organisatie
    for wet, sleutel in ((Wet.WMO, "wmo"), (Wet.JEUGDWET, "jeugd")):
        assert organisatie.regeling(wet, date(2019, 1, 1), kern).naam == f"open:verordening.{sleutel}.{oud}"
        assert organisatie.regeling(wet, date(2020, 12, 31), kern).naam == f"open:verordening.{sleutel}.{oud}"
        nieuw = organisatie.regeling(wet, date(2021, 1, 1), kern)
        assert nieuw == organisatie.regeling(wet, date(2020, 12, 31)), (
            "zonder bekende kern geldt die van heel Beekdaelen"
        )
        assert nieuw.gebieden == ()


@pytest.mark.regel("B-8", "B-9", "B-28")
def test_wat_de_bron_liever_heeft_staat_er():
    """The data follow these preferences; without the key each warns."""
    beekdaelen = vier.proef("beekdaelen")
    assert bezwaren(beekdaelen.beeld, "B-8", "B-9", "B-28") == []
    organisatie = beekdaelen.organisatie
    stil = tuple(loket.gewijzigd(telefoonkeuze="", geeft_door_aan=None) for loket in organisatie.loketten)
    kaal = beekdaelen.met_regels(loketten=stil, planformaten={}).beeld
    for regel, zegt in (("B-8", "telefoonmenu van het KCC"), ("B-9", "het KCC neemt"), ("B-28", "vast format")):
        assert zegt in bezwaren(kaal, regel)[0]


@pytest.mark.regel("B-53")
def test_b53_wat_nog_niet_aansluit_is_een_waarschuwing_en_geen_weigering():
    beeld = vier.proef("beekdaelen").beeld
    (uitslag,) = toets(Moment.BELEID, BeleidToets(beeld), beeld, alleen=frozenset({"B-53"}))
    assert (uitslag.oordeel, "lrkp, subsidies, veilig-thuis, smi" in uitslag.boodschap) == ("WAARSCHUWING", True)
