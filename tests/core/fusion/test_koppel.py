"""Who is the same person: the ladder, the contradictions, and merges that can be undone in any order."""

import itertools

import pytest
from fusiedata import bsnreeks
from hypothesis import given, settings
from hypothesis import strategies as st

from toegang.domain.datums import OnvolledigeDatum
from toegang.fusion.koppel.groepen import deel_in
from toegang.fusion.koppel.huishoudens import bouw_huishoudens
from toegang.fusion.koppel.kans import als_rij, paren_op_kans
from toegang.fusion.koppel.kenmerken import Kenmerken, gelijkenis, maak_gelijk, zelfde_geboortedatum
from toegang.fusion.koppel.ladder import bepaal_bsnstand, op_bsn, paren_met_bsn, paren_zonder_bsn
from toegang.fusion.koppel.model import standaardmodel
from toegang.fusion.koppel.paren import Zekerheid, maak_paar
from toegang.fusion.koppel.uitvoeren import maak_botst, vind_paren

EEN, TWEE, DRIE = bsnreeks(3)


def mens(
    record,
    bsn=EEN,
    namen="jansen",
    letters="ab",
    voornaam="",
    geslacht="M",
    geboren="19500304",
    adres="",
    telefoon="",
    client="",
    rij="",
):
    return Kenmerken(
        record=record,
        gemeente=record[:4],
        clientnummer=client or record,
        bsn=bsn,
        namen=tuple(namen.split()),
        letters=letters,
        voornaam=voornaam,
        geslacht=geslacht,
        geboren=OnvolledigeDatum.lees(geboren),
        adres=adres,
        telefoon=telefoon,
        rij=rij,
    )


def paren(*mensen):
    gevonden, _ = vind_paren({item.record: item for item in mensen}, frozenset(), kans=False)
    return {paar.records: paar for paar in gevonden}


A = mens("0951:p:1")


@pytest.mark.parametrize(
    ("ander", "zekerheid"),
    [
        (mens("0881:p:1"), Zekerheid.ZEKER),
        (mens("0881:p:1", letters="a"), Zekerheid.ZEKER),
        (mens("0881:p:1", geboren="19500000"), Zekerheid.ZEKER),
        (mens("0881:p:1", namen="janssen"), Zekerheid.ZEKER),
        (mens("0881:p:1", namen="vries jansen"), Zekerheid.ZEKER),
        # one contradiction: a typing error, or another person; a human looks
        (mens("0881:p:1", geboren="19500403"), Zekerheid.MOGELIJK),
        (mens("0881:p:1", letters="cd"), Zekerheid.MOGELIJK),
        # one source has two clients under one number
        (mens("0951:p:9"), Zekerheid.WAARSCHIJNLIJK),
        # the very same row
        (mens("0881:p:1", namen="bakker", letters="c"), None),
        (mens("0881:p:1", geboren="19800101", letters="c"), None),
    ],
)
def test_stap_2_en_3_zelfde_bsn(ander, zekerheid):
    gevonden = paren(A, ander).get(tuple(sorted((A.record, ander.record))))
    assert (gevonden.zekerheid if gevonden else None) == zekerheid


def test_een_rij_die_er_twee_keer_staat_is_zeker():
    een, twee = mens("0951:p:1", rij="x", client="1"), mens("0951:p:2", rij="x", client="1")
    assert [paar.zekerheid for paar in paren(een, twee).values()] == [Zekerheid.ZEKER]


def test_een_betwist_bsn_maakt_niets_meer_zeker():
    gevonden = paren(A, mens("0881:p:1"), mens("0962:p:1", namen="bos", letters="z", geboren="19800101"))
    assert {paar.zekerheid for paar in gevonden.values()} == {Zekerheid.WAARSCHIJNLIJK}
    assert bepaal_bsnstand(op_bsn([A, mens("0881:p:1", geboren="1980")])).betwist == {EEN}


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        # father and son at one address; twins; namesakes with a number each
        (mens("0951:p:1", None, adres="1234AB 1"), mens("0881:p:1", None, geboren="19800304", adres="1234AB 1")),
        (mens("0951:p:1", None, letters="a", adres="1234AB 1"), mens("0881:p:1", None, letters="b", adres="1234AB 1")),
        (mens("0951:p:1", None, letters="a", voornaam="twan"), mens("0881:p:1", None, letters="a", voornaam="arie")),
        (mens("0951:p:1", EEN), mens("0881:p:1", TWEE)),
    ],
    ids=["vader-zoon", "tweeling", "andere-voornaam", "twee-nummers"],
)
def test_wie_nooit_dezelfde_is(een, ander):
    assert paren(een, ander) == {}


@pytest.mark.lang
@pytest.mark.parametrize("ander", [{"geboren": "19800304"}, {"letters": "b"}, {"letters": "ab", "voornaam": "arie"}])
def test_ook_op_kans_niet(ander):
    een = mens("0951:p:1", None, adres="1234AB 1", voornaam="twan")
    assert list(paren_op_kans([een, mens("0881:p:1", None, adres="1234AB 1", **ander)], standaardmodel(), 1)) == []


def test_zonder_bsn_gaat_niemand_vanzelf_samen():
    zelfde = mens("0951:p:1", None, adres="1234AB 1"), mens("0881:p:1", TWEE, adres="1234AB 1")
    (paar,) = paren(*zelfde).values()
    assert (paar.stap, paar.zekerheid) == (4, Zekerheid.WAARSCHIJNLIJK)
    partner = mens("0951:p:1", None, "vries jansen", geslacht="V"), mens("0881:p:1", None, "jansen", geslacht="V")
    (paar,) = paren(*partner).values()
    assert (paar.stap, paar.zekerheid) == (5, Zekerheid.MOGELIJK)


@pytest.mark.lang
def test_op_kans_met_de_redenen_en_hun_gewicht():
    een = mens("0951:p:1", None, "grote", "fm", geboren="19870228", telefoon="612345678")
    ander = mens("0881:p:1", EEN, "groote", "fm", geboren="19870227", telefoon="612345678")
    los = [mens(f"0962:p:{n}", None, "bos", "zyxwv"[n], geboren=f"19{40 + 9 * n}0{n + 1}11") for n in range(5)]
    (paar,) = paren_op_kans([een, ander, *los], standaardmodel(), 1)
    assert paar.records == ("0881:p:1", "0951:p:1")
    assert paar.zekerheid is Zekerheid.WAARSCHIJNLIJK
    assert any(reden.startswith("telefoonnummer: gelijk (+") for reden in paar.redenen)
    assert any("één cijfer anders" in reden for reden in paar.redenen)


def test_wat_niet_bekend_is_zegt_niets():
    rij = als_rij(mens("0951:p:1", None, "", "", geboren="19620000"))
    assert (rij["geboren"], rij["geboren_om"], rij["naam1"], rij["letters"]) == ("1962", None, None, None)
    assert zelfde_geboortedatum(OnvolledigeDatum.lees("1962"), OnvolledigeDatum.lees("1962-05"))
    assert not zelfde_geboortedatum(OnvolledigeDatum.lees("1962-04"), OnvolledigeDatum.lees("1962-05"))


def test_accenten_en_tekens_doen_er_niet_toe():
    assert maak_gelijk("BILGIÇ") == maak_gelijk("Bilgic") == "bilgic"
    assert maak_gelijk("O'Neill-Øst") == "oneillost"
    assert gelijkenis("martha", "marhta") == pytest.approx(0.9611, abs=1e-4)
    assert gelijkenis("dwayne", "duane") == pytest.approx(0.84, abs=1e-2)


RECORDS = [f"{code}:p:{nummer}" for code in ("0951", "0881", "0962") for nummer in (1, 2, 3)]
PAREN = [
    maak_paar(a, b, 9, Zekerheid.WAARSCHIJNLIJK, 5.0 + n, ("proef",))
    for n, (a, b) in enumerate(itertools.combinations(RECORDS, 2))
]
OORDELEN = st.lists(st.tuples(st.sampled_from(PAREN), st.booleans()), max_size=8)


def indeling(besluiten):
    # proposals that nobody decided on must change nothing for good
    return deel_in(RECORDS, PAREN, lambda _a, _b: False, besluiten)


@settings(max_examples=40)
@given(OORDELEN, st.sampled_from(PAREN), st.booleans())
def test_een_oordeel_intrekken_laat_niets_achter(oordelen, paar, een):
    besluiten = {item.id: uit for item, uit in oordelen if item.id != paar.id}
    voor = indeling(besluiten)
    met = indeling({**besluiten, paar.id: een})
    if een:
        assert met.vast[paar.links] == met.vast[paar.rechts]
    assert indeling(besluiten) == voor


@settings(max_examples=40)
@given(OORDELEN)
def test_niemand_gaat_vast_samen_zonder_zekerheid_of_oordeel(oordelen):
    besluiten = {item.id: uit for item, uit in oordelen}
    vast = indeling(besluiten).vast
    verbonden = {item.id for item in PAREN if besluiten.get(item.id) is True}
    ouder = {record: record for record in RECORDS}

    def wortel(record):
        while ouder[record] != record:
            record = ouder[record]
        return record

    for item in PAREN:
        if item.id in verbonden:
            ouder[wortel(item.links)] = wortel(item.rechts)
    for a, b in itertools.combinations(RECORDS, 2):
        assert (vast[a] == vast[b]) == (wortel(a) == wortel(b))


def test_een_brug_voegt_geen_twee_mensen_met_een_eigen_nummer_samen():
    vader = mens("0951:p:1", EEN, letters="w", geboren="19390210")
    zoon = mens("0951:p:2", TWEE, letters="w", geboren="19651211")
    brug = mens("0881:p:1", None, letters="w", geboren="19390000")
    alle = {item.record: item for item in (vader, zoon, brug)}
    stand = bepaal_bsnstand(op_bsn(alle.values()))
    lijst = [
        maak_paar(brug.record, item.record, 9, Zekerheid.WAARSCHIJNLIJK, 9.0, ("proef",)) for item in (vader, zoon)
    ]
    uit = deel_in(alle, lijst, maak_botst(alle, stand), {})
    assert uit.persoon[vader.record] != uit.persoon[zoon.record]
    assert list(paren_met_bsn({}, stand)) == []
    assert list(paren_zonder_bsn([vader, zoon], stand)) == []


def test_huishoudens_delen_geen_dossier_met_vreemden():
    personen = {"a": "P1", "b": "P2", "c": "P3", "d": "P4"}
    sleutels = [
        ("a", "", "1234AB 1", ("jansen",)),
        ("b", "", "1234AB 1", ("jansen", "vries")),
        ("c", "", "1234AB 1", ("bakker",)),
        ("d", "0881:7", "", ("bos",)),
    ]
    huis = bouw_huishoudens(personen, sleutels)
    assert huis["P1"] == huis["P2"]
    assert len({huis["P1"], huis["P3"], huis["P4"]}) == 3
    sleutels.append(("c", "0881:7", "", ("bakker",)))
    assert bouw_huishoudens(personen, sleutels)["P3"] == bouw_huishoudens(personen, sleutels)["P4"]
