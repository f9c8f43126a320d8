"""The wrapper around a plugin: no exception, wrong answer or invalid value gets past it unnamed."""

import traceback

import bouwers as b
import pytest
from haken import ANTWOORD, bord, plugin, vraag, zegt

from toegang.domain.begrippen import Regiemodus
from toegang.domain.mandaat import Mandaat
from toegang.errors import Afsluitcode, Controlefout, PluginFout
from toegang.hookspecs import BESLISHAKEN, hookimpl
from toegang.plugins.verpakking import ANTWOORDTYPE, GeenAntwoord, HookFout

KANARIE = "Kanariegeel"
BSN = "999990019"


def geheim():
    """Give text with personal data, put together at run time so that no source line shows it."""
    return f"inwoner {KANARIE} met {BSN}"


def faalt(fout):
    def haak(self):
        raise fout

    return haak


def controleer_fout(fout, hook):
    """The message names gemeente, plugin, version and hook; neither it nor the traceback tells who it was about."""
    tekst = str(fout)
    assert tekst.startswith(f"Gemeente proefdorp: plugin toegang-proefdorp 1.2.3 faalde in hook '{hook}':")
    assert "Er is niets opgeslagen." in fout.vervolg
    assert fout.code is Afsluitcode.FOUT
    alles = tekst + repr(fout) + "".join(traceback.format_exception(fout))
    assert KANARIE not in alles
    assert BSN not in alles
    return tekst


def test_elke_beslishaak_heeft_een_antwoordtype():
    assert tuple(ANTWOORDTYPE) == BESLISHAKEN
    assert all(isinstance(ANTWOORD[hook](), soort) for hook, soort in ANTWOORDTYPE.items())


@pytest.mark.parametrize("hook", BESLISHAKEN)
class TestBeslishaak:
    @pytest.mark.parametrize("soort", [ValueError, KeyError, RuntimeError, AssertionError, ImportError, SyntaxError])
    def test_uitzondering(self, hook, soort):
        stuk = bord(gemeente=plugin(**{hook: faalt(soort(geheim()))}), standaard=plugin(**{hook: ANTWOORD[hook]}))
        with pytest.raises(HookFout) as fout:
            vraag(stuk, hook)
        tekst = controleer_fout(fout.value, hook)
        assert soort.__name__ in tekst
        assert "plugins/test_verpakking.py regel" in tekst

    def test_het_spoor_wijst_de_plek_in_de_plugin_aan(self, hook):
        """Whoever mends the plugin sees the frames, without the words of the exception."""
        with pytest.raises(HookFout) as fout:
            vraag(bord(gemeente=plugin(**{hook: faalt(ValueError(geheim()))})), hook)
        assert "raise fout" in "".join(traceback.format_exception(fout.value))

    def test_ongeldige_waarde(self, hook):
        def ongeldig(self):
            return Mandaat(id=geheim(), functie="f", bron="b", geldig_van=geheim())

        with pytest.raises(HookFout) as fout:
            vraag(bord(gemeente=plugin(**{hook: ongeldig})), hook)
        assert "het antwoord is niet geldig: geldig_van: moet een datum zijn" in controleer_fout(fout.value, hook)

    @pytest.mark.parametrize("antwoord", ["ja", {"actor": "telefoonteam"}, 0, False, (), b.reden()])
    def test_verkeerd_type(self, hook, antwoord):
        with pytest.raises(HookFout) as fout:
            vraag(bord(gemeente=plugin(**{hook: zegt(antwoord)})), hook)
        tekst = controleer_fout(fout.value, hook)
        assert f"het antwoord is een {type(antwoord).__name__}, geen {ANTWOORDTYPE[hook].__name__}" in tekst

    def test_verkeerd_type_toont_de_inhoud_niet(self, hook):
        with pytest.raises(HookFout) as fout:
            vraag(bord(gemeente=plugin(**{hook: zegt(geheim())})), hook)
        controleer_fout(fout.value, hook)

    def test_eigen_fout_van_toegang_gaat_ongewijzigd_door(self, hook):
        """Core's own helpers refuse with a message that was made to be read."""
        eigen = Controlefout("Gemeente Proefdorp: geen enkel team behandelt dit.", vervolg="Vul de teams aan.")
        with pytest.raises(Controlefout) as fout:
            vraag(bord(gemeente=plugin(**{hook: faalt(eigen)})), hook)
        assert fout.value is eigen

    @pytest.mark.parametrize("uit", [KeyboardInterrupt, SystemExit])
    def test_afbreken_blijft_afbreken(self, hook, uit):
        with pytest.raises(uit):
            vraag(bord(gemeente=plugin(**{hook: faalt(uit())})), hook)


def omhulling(functie):
    return type("Omhulling", (), {"assign_regie": hookimpl(wrapper=True)(functie)})()


class TestWrapper:
    """A new-style wrapper stands around the other layers, and is guarded as they are."""

    STANDAARD = plugin(assign_regie=zegt(b.regie()))

    def vraag(self, functie, standaard=STANDAARD):
        return vraag(bord(standaard=standaard, gemeente=omhulling(functie)), "assign_regie")

    def test_die_niets_verandert_laat_de_maker_staan(self):
        def om(self):
            return (yield)

        antwoord = self.vraag(om)
        assert (antwoord.waarde, antwoord.herkomst.laag) == (b.regie(), "standaard")

    def test_die_het_antwoord_wijzigt_is_de_maker(self):
        def om(self, zaak):
            eerder = yield
            return eerder.gewijzigd(modus=Regiemodus.ONDERSTEUND, grond=zaak.id)

        antwoord = self.vraag(om)
        assert (antwoord.waarde.modus, antwoord.waarde.grond) == (Regiemodus.ONDERSTEUND, b.zaak().id)
        assert antwoord.herkomst.laag == "gemeente"

    def test_die_zelf_antwoordt_als_niemand_dat_doet(self):
        def om(self):
            return (yield) or b.regie(grond="NOODGREEP")

        antwoord = self.vraag(om, standaard=plugin())
        assert (antwoord.waarde.grond, antwoord.herkomst.laag) == ("NOODGREEP", "gemeente")

    def test_die_het_antwoord_weggooit(self):
        def om(self):
            yield

        with pytest.raises(GeenAntwoord):
            self.vraag(om)

    def test_verkeerd_type(self):
        def om(self):
            yield
            return {"modus": "ZELF"}

        with pytest.raises(HookFout) as fout:
            self.vraag(om)
        assert "het antwoord is een dict, geen Regietoewijzing" in controleer_fout(fout.value, "assign_regie")

    @pytest.mark.parametrize("voor", [True, False])
    def test_uitzondering(self, voor):
        def om(self):
            if voor:
                raise ValueError(geheim())
            yield
            raise ValueError(geheim())

        with pytest.raises(HookFout) as fout:
            self.vraag(om)
        assert "ValueError" in controleer_fout(fout.value, "assign_regie")

    def test_fout_van_een_andere_laag_houdt_haar_naam(self):
        def om(self):
            return (yield)

        with pytest.raises(HookFout, match=r"plugin toegang 1\.2\.3 faalde"):
            self.vraag(om, standaard=plugin(assign_regie=faalt(ValueError("stuk"))))

    def test_oude_stijl_wordt_geweigerd(self):
        def om(self):
            yield

        with pytest.raises(PluginFout, match=r"toegang-proefdorp 1\.2\.3 .* oude stijl"):
            bord(gemeente=type("Oud", (), {"assign_regie": hookimpl(hookwrapper=True)(om)})())

    @pytest.mark.parametrize("hook", ["template_dirs", "on_gebeurtenis"])
    def test_om_deze_haken_kan_geen_wrapper(self, hook):
        """The board calls these one by one, so a wrapper would silently never run."""

        def om(self):
            return (yield)

        with pytest.raises(PluginFout, match=f"toegang-proefdorp.*'{hook}'"):
            bord(gemeente=type("Om", (), {hook: hookimpl(wrapper=True)(om)})())

    def test_om_een_verzamelhaak(self):
        def om(self):
            eerder = yield
            return [*eerder, {"slot": ("Met vriendelijke groet.",)}]

        velden = {"beschikking_alineas": hookimpl(wrapper=True)(om)}
        op_bord = bord(gemeente=type("Om", (), velden)(), model=plugin(beschikking_alineas=zegt({"a": ("b",)})))
        alineas = op_bord.beschikking_alineas(b.zaak(), b.besluit(), b.beeld())
        assert alineas == {"a": ("b",), "slot": ("Met vriendelijke groet.",)}

    @pytest.mark.parametrize("antwoord", [None, {"slot": ("x",)}, [{"slot": "x"}]])
    def test_om_een_verzamelhaak_met_een_verkeerd_antwoord(self, antwoord):
        def om(self):
            yield
            return antwoord

        op_bord = bord(gemeente=type("Om", (), {"beschikking_alineas": hookimpl(wrapper=True)(om)})())
        with pytest.raises(HookFout) as fout:
            op_bord.beschikking_alineas(b.zaak(), b.besluit(), b.beeld())
        controleer_fout(fout.value, "beschikking_alineas")


VERZAMELVRAAG = {
    "beschikking_alineas": lambda op: op.beschikking_alineas(b.zaak(), b.besluit(), b.beeld()),
    "signalen": lambda op: op.signalen(b.zaak(), b.huishouden(), b.beeld()),
    "template_dirs": lambda op: op.template_dirs(),
}


class TestVerzamelhaak:
    @pytest.mark.parametrize(
        ("hook", "antwoord"),
        [
            ("beschikking_alineas", {"besluit": "een zin, geen rij alinea's"}),
            ("beschikking_alineas", {"besluit": (1,)}),
            ("beschikking_alineas", {1: ("zin",)}),
            ("beschikking_alineas", [("besluit", ("zin",))]),
            ("signalen", b.reden()),
            ("signalen", ("kijk hier",)),
            ("signalen", "kijk hier"),
            ("template_dirs", "/een/map"),
            ("template_dirs", (1,)),
        ],
    )
    def test_verkeerde_vorm(self, hook, antwoord):
        """A string is a sequence of strings: unchecked, a letter would get one paragraph per character."""
        with pytest.raises(HookFout) as fout:
            VERZAMELVRAAG[hook](bord(gemeente=plugin(**{hook: zegt(antwoord)})))
        controleer_fout(fout.value, hook)

    @pytest.mark.parametrize("hook", VERZAMELVRAAG)
    def test_uitzondering(self, hook):
        with pytest.raises(HookFout) as fout:
            VERZAMELVRAAG[hook](bord(gemeente=plugin(**{hook: faalt(ValueError(geheim()))})))
        controleer_fout(fout.value, hook)

    def test_waarnemer(self):
        (fout,) = bord(gemeente=plugin(on_gebeurtenis=faalt(ValueError(geheim())))).on_gebeurtenis(b.gebeurtenis())
        controleer_fout(fout, "on_gebeurtenis")
