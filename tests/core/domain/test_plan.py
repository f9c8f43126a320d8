"""The plan as a value: the shape that is stored for years, and who gets to see which passage."""

from datetime import date

import pytest
from pydantic import ValidationError

from toegang.domain.begrippen import Akkoord, Plansoort, Wet
from toegang.domain.plan import Afspraak, Doel, Plan, Planrecord
from toegang.domain.plandelen import (
    Afspraakstand,
    Deelnemer,
    Familiegroepsplan,
    Handtekening,
    Kopie,
    Overeenstemming,
    Planrol,
    Reactie,
    Tekenuitkomst,
)
from toegang.domain.planzicht import is_voor, zicht

DAG = date(2026, 3, 2)
PLAN = Plan(id="P-1", dossier_id="D-1", soort=Plansoort.GEZINSPLAN, vastgesteld_op=DAG, getekend_op=DAG)


def record(**anders):
    vast = {"plan": PLAN, "client_id": "I-1", "wet": Wet.WMO, "zaak_id": "Z-1"}
    return Planrecord(**{**vast, **anders})


def test_een_plan_van_voor_de_versies_is_nog_te_lezen():
    """Stored by an earlier version: goals as plain text, agreements without number or stand."""
    oud = {
        "plan": PLAN.model_dump(mode="json"),
        "doelen": ["Rust.", "Weer naar buiten."],
        "afspraken": [{"wat": "Bellen", "wie": "gemeente", "tot": None}],
        "inbreng": "Ik wil rust.",
    }
    gelezen = Planrecord.model_validate(oud)
    assert [doel.tekst for doel in gelezen.doelen] == ["Rust.", "Weer naar buiten."]
    assert gelezen.afspraken[0].stand is Afspraakstand.AFGESPROKEN
    assert gelezen.voor({"I-9"}) == PLAN
    gezien = zicht(gelezen, ("I-9",), Wet.JEUGDWET, ())
    assert (gezien.doelen, gezien.inbreng) == (gelezen.doelen, "Ik wil rust.")


@pytest.mark.parametrize(("lezers", "mag"), [(("I-1",), True), (("I-2",), False), (("I-1", "I-2"), False), ((), False)])
def test_afgeschermd_is_voor_dat_lid_en_voor_niemand_erbij(lezers, mag):
    assert is_voor(Doel(tekst="x", alleen_voor="I-1"), lezers) is mag
    assert is_voor(Doel(tekst="x"), lezers)


def test_elk_deel_wordt_afgeschermd():
    dicht = {"alleen_voor": "I-1", "wet": Wet.WMO, "over": "I-1"}
    delen = {
        "doelen": [{"tekst": "x", **dicht}],
        "afspraken": [{"wat": "x", "wie": "y", **dicht}],
        "stemmen": [{"wie": "I-1", "tekst": "x", **dicht}],
        "oplossingen": [{"wat": "x", "soort": "NETWERK", **dicht}],
        "gezin": [{"wie": "I-1", "tekst": "x", **dicht}],
        "taakvelden": [{"veld": "wmo", "tekst": "x", **dicht}],
        "deelnemers": [{"wie": "Veilig Thuis", "rol": "VEILIG_THUIS", **dicht}],
        "familiegroepsplan": {"aangeboden_op": DAG, **dicht},
    }
    vol = record(**delen)
    passages = {naam for naam, veld in Planrecord.model_fields.items() if "Passage" in _soorten(veld.annotation)}
    assert passages == set(delen)
    for naam in delen:
        assert getattr(zicht(vol, ("I-1",), Wet.WMO, ()), naam)
        assert not getattr(zicht(vol, ("I-2",), Wet.WMO, ()), naam), naam
        assert not getattr(zicht(vol, None, Wet.WGS, ()), naam), naam
        assert getattr(zicht(vol, None, Wet.WGS, {("I-1", Wet.WMO)}), naam)


def _soorten(annotatie):
    delen = [annotatie, *getattr(annotatie, "__args__", ())]
    return {voorouder.__name__ for deel in delen for voorouder in getattr(deel, "__mro__", ())}


def test_wat_een_ander_zei_tekende_of_kreeg_blijft_weg():
    vol = record(
        overeenstemming=Overeenstemming(bereikt=False, toelichting="Meer uren."),
        handtekeningen=(Handtekening(wie="I-1", op=DAG), Handtekening(wie="I-2", op=DAG)),
        reacties=(Reactie(wie="I-1", stand=Akkoord.MET_OPMERKINGEN, op=DAG, opmerkingen="Nee."),),
        kopieen=(Kopie(aan="I-1", op=DAG, wijze="POST"),),
    )
    ander = zicht(vol, ("I-2",), Wet.WMO, ())
    assert (ander.overeenstemming, ander.reacties, ander.kopieen) == (None, (), ())
    assert [item.wie for item in ander.handtekeningen] == ["I-2"]
    assert zicht(vol, ("I-2",), Wet.WMO, (), "I-1").reacties == vol.reacties
    elders = zicht(vol, None, Wet.WGS, ())
    assert (elders.overeenstemming, elders.reacties[0].opmerkingen) == (None, "")


def test_dat_een_gezinslid_meedoet_hoort_bij_geen_wet_en_een_partij_wel():
    partijen = (
        Deelnemer(nummer=1, wie="I-1", wet=Wet.WMO, over="I-1"),
        Deelnemer(nummer=2, wie="school", rol=Planrol.SCHOOL, wet=Wet.WMO, over="I-1"),
    )
    assert [item.nummer for item in zicht(record(deelnemers=partijen), None, Wet.WGS, ()).deelnemers] == [1]


def test_de_handtekening_en_reactie_van_elk_apart():
    vol = record(
        plan=PLAN.gewijzigd(akkoord=Akkoord.GEACCORDEERD, geldt_als_aanvraag=True),
        handtekeningen=(
            Handtekening(wie="I-2", op=DAG, uitkomst=Tekenuitkomst.GEWEIGERD, reden="Te snel."),
            Handtekening(wie="I-2", op=date(2026, 3, 9)),
        ),
        reacties=(Reactie(wie="I-2", stand=Akkoord.MET_OPMERKINGEN, op=DAG, opmerkingen="Te snel."),),
    )
    assert vol.voor({"I-1"}) == vol.plan
    ander, derde = vol.voor({"I-2"}), vol.voor({"I-3"})
    assert (ander.getekend_op, ander.akkoord, ander.geldt_als_aanvraag) == (
        date(2026, 3, 9),
        Akkoord.MET_OPMERKINGEN,
        True,
    )
    assert (derde.getekend_op, derde.akkoord, derde.geldt_als_aanvraag) == (None, Akkoord.AANGEBODEN, False)


@pytest.mark.parametrize(
    ("stand", "tot", "laat"),
    [
        (Afspraakstand.LOOPT, date(2026, 3, 1), True),
        (Afspraakstand.LOOPT, DAG, False),
        (Afspraakstand.GELUKT, date(2026, 3, 1), False),
        (Afspraakstand.AFGESPROKEN, None, False),
    ],
)
def test_een_afspraak_is_te_laat_na_haar_dag_zolang_zij_niet_klaar_is(stand, tot, laat):
    assert Afspraak(wat="x", wie="y", tot=tot, stand=stand).te_laat(DAG) is laat


@pytest.mark.parametrize("tijd", ["24:00", "9:15", "half tien", "12:60"])
def test_een_tijdstip_is_een_tijdstip(tijd):
    with pytest.raises(ValidationError):
        Reactie(stand=Akkoord.GEACCORDEERD, op=DAG, tijd=tijd)


def test_een_plan_toont_zijn_woorden_niet_in_een_traceback():
    vol = record(doelen=["Kanariepiet"], familiegroepsplan=Familiegroepsplan(aangeboden_op=DAG, inhoud="Kanariepiet"))
    assert "Kanariepiet" not in f"{vol!r} {vol.doelen!r} {vol.familiegroepsplan!r}"
