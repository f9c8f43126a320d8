"""Values keep silent: no name, BSN or address in what may end up in a log, a message or a traceback."""

import copy
import importlib
import operator
import pickle
import pkgutil
import pprint
import traceback
from io import StringIO

import bouwers as b
import pytest
from pydantic import ValidationError
from rich.console import Console
from rich.pretty import Pretty

import toegang.domain
from toegang.domain.huishouden import Contactnotitie, Inwoner
from toegang.domain.reden import Reden
from toegang.domain.veldfouten import veldfouten
from toegang.domain.waarde import Waarde

NAAM = "Kanariegeel"
BSN = "999990019"
FOUT_BSN = "999990021"

for _module in pkgutil.walk_packages(toegang.domain.__path__, "toegang.domain."):
    importlib.import_module(_module.name)


def _onderklassen(soort):
    for onder in soort.__subclasses__():
        yield onder
        yield from _onderklassen(onder)


WAARDEN = sorted(
    {soort for soort in _onderklassen(Waarde) if soort.__module__.startswith("toegang.domain.")},
    key=lambda s: s.__name__,
)


def zwijgt(tekst):
    return NAAM not in tekst and BSN not in tekst and FOUT_BSN not in tekst


def getoond(waarde):
    """Return everything that shows a value: repr, str, format, and the pretty printers."""
    uit = StringIO()
    Console(file=uit, width=200).print(Pretty(waarde, expand_all=True), [waarde], {"w": waarde})
    delen = (repr(waarde), str(waarde), f"{waarde}", f"{waarde!r:>5}", pprint.pformat([waarde]), repr([waarde]))
    return "\n".join((*delen, uit.getvalue()))


def test_er_zijn_waarden_gevonden():
    assert len(WAARDEN) > 50
    assert {Inwoner, Contactnotitie, Reden} <= set(WAARDEN)


@pytest.mark.parametrize("soort", WAARDEN)
class TestElkeWaarde:
    def test_instellingen(self, soort):
        vereist = {"frozen": True, "extra": "forbid", "hide_input_in_errors": True}
        assert {naam: soort.model_config.get(naam) for naam in vereist} == vereist

    def test_toont_alleen_haar_kenmerk(self, soort):
        velden = dict.fromkeys(soort.model_fields, f"{NAAM} {BSN}")
        kenmerk = next((naam for naam in ("id", "code") if naam in velden), None)
        if kenmerk:
            velden[kenmerk] = "K-7"
        tekst = getoond(soort.model_construct(**velden))
        assert zwijgt(tekst)
        assert soort.__name__ in tekst
        assert ("K-7" in tekst) == bool(kenmerk)

    @pytest.mark.parametrize("inhoud", [NAAM, BSN, FOUT_BSN, {NAAM: BSN}, [NAAM], 999990019])
    def test_fout_toont_de_invoer_niet(self, soort, inhoud):
        """Whatever is wrong with a field, neither pydantic nor our own line repeats what was given."""
        with pytest.raises(ValidationError) as fout:
            soort.model_validate(dict.fromkeys((*soort.model_fields, "bestaat_niet"), inhoud))
        tekst = "".join((str(fout.value), repr(fout.value), *traceback.format_exception(fout.value)))
        # a key of a table is named, on purpose: it is the path to the fault
        assert zwijgt(tekst if not isinstance(inhoud, dict) else tekst.replace(NAAM, ""))
        regels = [regel for regel in veldfouten(fout.value) if not isinstance(inhoud, dict) or NAAM not in regel]
        assert "bestaat_niet: deze sleutel bestaat niet" in regels
        assert all(zwijgt(regel) for regel in regels)

    def test_is_niet_te_wijzigen(self, soort):
        waarde = soort.model_construct()
        for naam in (*soort.model_fields, "bestaat_niet"):
            with pytest.raises(AttributeError, match=f"een {soort.__name__} verandert niet") as fout:
                setattr(waarde, naam, f"{NAAM} {BSN}")
            assert zwijgt("".join(traceback.format_exception(fout.value)))


VELDEN = {
    "id": "I-1",
    "dossier_id": "D-1",
    "bsn": BSN,
    "voornamen": NAAM,
    "geslachtsnaam": NAAM,
    "geboortedatum": "19800000",
    "straat": NAAM,
    "huisnummer": "1",
    "postcode": "9999ZZ",
    "woonplaats": NAAM,
}


class TestInwoner:
    """A resident as stored, the value with the most to hide."""

    def test_goed_gevuld_en_stil(self):
        inwoner = Inwoner(**VELDEN)
        assert inwoner.bsn == BSN
        assert repr(inwoner) == str(inwoner) == "Inwoner(I-1)"
        assert zwijgt(getoond(inwoner))
        assert "9999ZZ" not in getoond(inwoner)

    @pytest.mark.parametrize(
        ("veld", "invoer"),
        [
            ("bsn", FOUT_BSN),
            ("bsn", f"{BSN}0"),
            ("bsn", NAAM),
            ("bsn", 999990019),
            ("geboortedatum", f"{NAAM}"),
            ("geboortedatum", BSN),
            ("geslacht", NAAM),
            ("overlijdensdatum", NAAM),
            ("geheimhouding", NAAM),
            ("geslachtsnaam", ""),
            ("straat", [NAAM]),
        ],
    )
    def test_elke_fout_zwijgt(self, veld, invoer):
        with pytest.raises(ValidationError) as fout:
            Inwoner(**{**VELDEN, veld: invoer})
        assert zwijgt("".join(traceback.format_exception(fout.value)))
        (regel,) = veldfouten(fout.value)
        assert regel.startswith(f"{veld}: ")
        assert zwijgt(regel)

    def test_json(self):
        with pytest.raises(ValidationError) as fout:
            Inwoner.model_validate_json(f'{{"bsn": "{FOUT_BSN}", "geslachtsnaam": {NAAM}')
        assert zwijgt("".join(traceback.format_exception(fout.value)))
        assert veldfouten(fout.value) == ("(geheel): is geen geldige JSON",)

    def test_een_wijziging_die_niet_kan_zwijgt(self):
        with pytest.raises(ValidationError) as fout:
            Inwoner(**VELDEN).gewijzigd(bsn=FOUT_BSN)
        assert zwijgt("".join(traceback.format_exception(fout.value)))


class TestGewijzigd:
    def test_geeft_een_nieuwe_van_dezelfde_soort(self):
        voor = b.inwoner()
        na = voor.gewijzigd(geslachtsnaam="Anders")
        assert type(na) is Inwoner
        assert (voor.geslachtsnaam, na.geslachtsnaam) == (NAAM, "Anders")
        assert na.gewijzigd(geslachtsnaam=NAAM) == voor

    def test_toetst_opnieuw(self):
        with pytest.raises(ValidationError):
            b.voorziening().gewijzigd(einddatum=b.DAG.replace(year=2020))

    def test_onbekend_veld(self):
        with pytest.raises(ValidationError):
            b.zaak().gewijzigd(bestaat_niet=1)

    def test_velden_met_een_andere_naam_in_het_bestand(self):
        organisatie = b.organisatie()
        assert organisatie.gewijzigd(naam="Anderdorp").teams == organisatie.teams

    @pytest.mark.parametrize(
        "tabel",
        [
            lambda: b.beeld("S-11").organisatie.regels,
            lambda: b.eigen_regel(lijsten={"a": ("b",)}).lijsten,
            lambda: b.eigen_regel().getallen,
            lambda: b.organisatie(specialismen={"WMO": ["wmo"]}).specialismen,
            lambda: b.beeld().gewijzigd(instellingen={"a": "b"}).instellingen,
            lambda: b.beeld().instellingen,
        ],
    )
    def test_een_tabel_verandert_niet(self, tabel):
        """A plugin gets the rules of its gemeente; it must not be able to take one out."""
        voor = dict(tabel())
        for wijzig in (
            lambda t: t.clear(),
            lambda t: t.pop("S-11", None),
            lambda t: t.popitem(),
            lambda t: t.update(x=1),
            lambda t: t.setdefault("x", 1),
            lambda t: operator.setitem(t, "x", 1),
            lambda t: operator.delitem(t, next(iter(t), "x")),
            lambda t: operator.ior(t, {"x": 1}),
        ):
            zelfde = tabel()
            with pytest.raises(TypeError, match="verandert niet"):
                wijzig(zelfde)
            assert zelfde == voor

    @pytest.mark.parametrize("maak", [b.inwoner, b.zaak, b.besluit, b.organisatie, lambda: b.beeld("S-11")])
    def test_kopieren_en_bewaren(self, maak):
        waarde = maak()
        assert copy.copy(waarde) == copy.deepcopy(waarde) == pickle.loads(pickle.dumps(waarde)) == waarde  # noqa: S301  own data
