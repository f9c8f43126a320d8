"""The register itself: three kinds of rule, evidence, switching off, and the words of a refusal."""

import threading

import bouwers as b
import pytest

import toegang.guards  # noqa: F401  registers the rules
from toegang.domain.spoor import Oordeel
from toegang.errors import Afsluitcode, NietToegestaan
from toegang.guards.register import (
    ALTIJD_HARD,
    REGELS,
    Moment,
    Regelovertreding,
    Regelsoort,
    regel,
    toets,
    weiger_bij_overtreding,
    zonder_regels,
)

DOCUMENT = Moment.DOCUMENT


@pytest.fixture
def tijdelijk():
    """Register rules for one test, without those of core; each objects in the words that it is given."""
    voor = dict(REGELS)
    REGELS.clear()

    def registreer(id, soort, *woorden, moment=DOCUMENT, **anders):
        grondslag = {"grondslag": "Wet van de proef art. 1"} if soort is Regelsoort.WET else {}
        regel(id, soort, moment, f"Titel van {id}.", **{**grondslag, **anders})(lambda _: woorden)

    yield registreer
    REGELS.clear()
    REGELS.update(voor)


def uitkomst(*regels, bevestigd=()):
    return toets(DOCUMENT, object(), b.beeld(*regels), frozenset(bevestigd))


@pytest.mark.parametrize(
    ("bewijs", "bevestigd", "oordeel"),
    [
        ("V", (), Oordeel.GEWEIGERD),
        ("D", (), Oordeel.GEWEIGERD),
        ("M", (), Oordeel.WAARSCHUWING),
        ("V2", (), Oordeel.WAARSCHUWING),
        ("M", ("X-1",), Oordeel.GEWEIGERD),
        ("V2", ("X-1",), Oordeel.GEWEIGERD),
        ("V2", ("X-2",), Oordeel.WAARSCHUWING),
    ],
)
def test_een_regel_van_de_wet_waarschuwt_tot_een_jurist_haar_bevestigt(tijdelijk, bewijs, bevestigd, oordeel):
    tijdelijk("X-1", Regelsoort.WET, "dit mag niet", bewijs=bewijs)
    (gevonden,) = uitkomst(bevestigd=bevestigd)
    assert gevonden.oordeel is oordeel
    noot = " (nog te toetsen)" if oordeel is Oordeel.WAARSCHUWING else ""
    assert gevonden.boodschap == f"dit mag niet{noot}"


@pytest.mark.parametrize("bewijs", ["M", "V2", "V", "D"])
@pytest.mark.parametrize("id", ["L-131", "L-133", "L-134"])
def test_drie_regels_weigeren_altijd(tijdelijk, id, bewijs):
    """BSN, geheimhouding and the deceased: no doubt about the source makes these a warning."""
    tijdelijk(id, Regelsoort.WET, "dit mag niet", bewijs=bewijs)
    (gevonden,) = uitkomst()
    assert (gevonden.oordeel, gevonden.boodschap) == (Oordeel.GEWEIGERD, "dit mag niet")
    assert id in ALTIJD_HARD


@pytest.mark.parametrize("bevestigd", [(), ("X-1",)])
def test_een_waarschuwing_weigert_nooit(tijdelijk, bevestigd):
    tijdelijk("X-1", Regelsoort.WAARSCHUWING, "kijk hier eens naar")
    (gevonden,) = uitkomst("X-1", bevestigd=bevestigd)
    assert (gevonden.oordeel, gevonden.boodschap) == (Oordeel.WAARSCHUWING, "kijk hier eens naar")
    weiger_bij_overtreding((gevonden,), "Zaak Z")


def test_een_eigen_regel_geldt_alleen_waar_zij_staat(tijdelijk):
    tijdelijk("X-1", Regelsoort.ORGANISATIE, "dit willen wij niet")
    assert uitkomst() == ()
    (gevonden,) = uitkomst("X-1")
    assert gevonden.oordeel is Oordeel.GEWEIGERD
    assert gevonden.grondslag == "eigen regel van gemeente Proefdorp, bron nota toegang, par. 3"


def test_een_basisregel_geldt_overal_en_kan_zachter(tijdelijk):
    tijdelijk("X-1", Regelsoort.ORGANISATIE, "liever niet", basis=True)
    (zonder,) = uitkomst()
    assert zonder.oordeel is Oordeel.GEWEIGERD
    assert zonder.grondslag == "basisregel van Toegang, geldt tenzij gemeente Proefdorp anders kiest"
    (zachter,) = uitkomst(("X-1", b.eigen_regel("PREF")))
    assert zachter.oordeel is Oordeel.WAARSCHUWING


def test_een_regel_die_alleen_achtergrond_is_oordeelt_niet(tijdelijk):
    tijdelijk("X-1", Regelsoort.ORGANISATIE, "is achtergrond", basis=True)
    assert uitkomst(("X-1", b.eigen_regel("CTX"))) == ()


def test_een_regel_die_is_voldaan_zegt_niets(tijdelijk):
    tijdelijk("X-1", Regelsoort.WET, bewijs="M")
    (gevonden,) = uitkomst()
    assert (gevonden.oordeel, gevonden.boodschap, gevonden.titel) == (Oordeel.VOLDOET, "", "Titel van X-1.")


def test_alle_bezwaren_en_alle_regels_in_een_weigering(tijdelijk):
    tijdelijk("X-2", Regelsoort.ORGANISATIE, "derde")
    tijdelijk("X-1", Regelsoort.WET, "eerste", "tweede")
    tijdelijk("X-3", Regelsoort.WAARSCHUWING, "alleen een waarschuwing")
    with pytest.raises(Regelovertreding) as fout:
        weiger_bij_overtreding(uitkomst("X-2"), "Zaak Z2026-000001")
    assert str(fout.value).splitlines() == [
        "Zaak Z2026-000001: geweigerd door 2 regel(s). Er is niets opgeslagen.",
        "  - X-1 (Wet van de proef art. 1): eerste; tweede",
        "  - X-2 (eigen regel van gemeente Proefdorp, bron nota toegang, par. 3): derde",
    ]
    assert isinstance(fout.value, NietToegestaan)
    assert fout.value.code is Afsluitcode.NIET_TOEGESTAAN


def test_een_id_is_per_moment_van_een_regel(tijdelijk):
    tijdelijk("X-1", Regelsoort.WET, "a")
    tijdelijk("X-1", Regelsoort.WET, "b", moment=Moment.BEKENDMAKING)
    with pytest.raises(ValueError, match="regel X-1 bestaat al bij DOCUMENT"):
        tijdelijk("X-1", Regelsoort.WET, "c")
    assert [item.boodschap for item in uitkomst()] == ["a"]


def test_een_regel_van_de_wet_zonder_artikel_bestaat_niet(tijdelijk):
    with pytest.raises(ValueError, match="regel X-1 is wet en noemt geen artikel"):
        tijdelijk("X-1", Regelsoort.WET, "a", grondslag="")
    assert ("X-1", DOCUMENT) not in REGELS


class TestZonderRegels:
    @pytest.fixture(autouse=True)
    def _regels(self, tijdelijk):
        tijdelijk("X-1", Regelsoort.WET, "a")
        tijdelijk("X-2", Regelsoort.WET, "b")

    def test_genest(self):
        with zonder_regels("X-1"):
            assert [item.regel for item in uitkomst()] == ["X-2"]
            with zonder_regels("X-2"):
                assert uitkomst() == ()
            assert [item.regel for item in uitkomst()] == ["X-2"]
        assert [item.regel for item in uitkomst()] == ["X-1", "X-2"]

    def test_ook_na_een_fout_weer_aan(self):
        with pytest.raises(RuntimeError), zonder_regels("X-1", "X-2"):
            raise RuntimeError
        assert len(uitkomst()) == 2

    def test_alleen_in_de_eigen_draad(self):
        """What one test or request switches off stays on for every other."""
        gezien = []
        with zonder_regels("X-1", "X-2"):
            draad = threading.Thread(target=lambda: gezien.extend(uitkomst()))
            draad.start()
            draad.join()
        assert [item.regel for item in gezien] == ["X-1", "X-2"]


class TestRegister:
    """What holds for every registered rule."""

    @pytest.mark.parametrize("sleutel", REGELS, ids="-".join)
    def test_een_regel_is_goed_beschreven(self, sleutel):
        item = REGELS[sleutel]
        assert (item.id, item.moment) == sleutel
        assert item.titel[0].isupper()
        assert item.titel.endswith(".")
        assert item.bewijs in ("V", "V2", "M", "D")
        assert item.toets.__doc__ is not None
        assert item.id in item.toets.__doc__
        if item.soort is Regelsoort.WET:
            assert item.id.startswith("L-")
            assert item.grondslag
            assert not item.basis
        else:
            assert not item.id.startswith("L-")
            assert item.grondslag == ""
