"""The hook board: four layers in order, who answered, and what happens when nobody does."""

import bouwers as b
import pytest
from haken import ANTWOORD, LAGEN, PLUGIN, VRAAG, bord, laag, plugin, vraag, zegt

from toegang.domain.begrippen import Registratie
from toegang.domain.signaal import Signaal
from toegang.errors import Invoerfout, PluginFout
from toegang.hookspecs import BESLISHAKEN, hookimpl
from toegang.plugins.bord import Hakenbord
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.verpakking import GeenAntwoord

VERZAMELHAKEN = ("beschikking_alineas", "signalen", "template_dirs", "on_gebeurtenis")
BESLISSERS = ("standaard", "model", "gemeente")


@pytest.mark.parametrize("hook", BESLISHAKEN)
class TestVierLagen:
    """The last registered goes first: gemeente, then model, then standaard."""

    @pytest.mark.parametrize("aantal", [1, 2, 3])
    def test_de_laatste_laag_wint_en_wordt_genoemd(self, hook, aantal):
        plugins = {naam: plugin(**{hook: zegt(ANTWOORD[hook]())}) for naam in BESLISSERS[:aantal]}
        antwoord = vraag(bord(**plugins), hook)
        wie = BESLISSERS[aantal - 1]
        assert antwoord.waarde == ANTWOORD[hook]()
        assert (antwoord.herkomst.laag, antwoord.herkomst.plugin, antwoord.herkomst.versie) == (
            wie,
            PLUGIN[wie],
            "1.2.3",
        )

    def test_none_valt_door_naar_de_volgende_laag(self, hook):
        plugins = {"gemeente": plugin(**{hook: zegt(None)}), "standaard": plugin(**{hook: zegt(ANTWOORD[hook]())})}
        antwoord = vraag(bord(**plugins), hook)
        assert antwoord.herkomst.laag == "standaard"

    def test_niemand_antwoordt(self, hook):
        stil = bord(gemeente=plugin(**{hook: zegt(None)}))
        with pytest.raises(GeenAntwoord, match=f"Gemeente proefdorp: .* '{hook}'") as fout:
            vraag(stil, hook)
        assert "organisatie.toml" in fout.value.vervolg

    def test_wie_eerder_antwoordde_telt_niet_mee(self, hook):
        """The name of an earlier answer never sticks to a later question."""
        vraag(bord(gemeente=plugin(**{hook: zegt(ANTWOORD[hook]())})), hook)
        with pytest.raises(GeenAntwoord):
            vraag(bord(), hook)

    def test_een_voorkeur_voor_de_volgorde_telt_niet(self, hook):
        """The order of the layers is fixed: tryfirst in a lower layer does not pass the gemeente."""

        def haast(self):
            return ANTWOORD[hook]()

        dringt = type("Dringt", (), {hook: hookimpl(tryfirst=True)(haast)})()
        laatst = type("Laatst", (), {hook: hookimpl(trylast=True)(haast)})()
        assert vraag(bord(standaard=dringt, gemeente=laatst), hook).herkomst.laag == "gemeente"

    @pytest.mark.parametrize("vorm", ["gewoon", "specname", "wrapper"])
    def test_uitbreiding_beslist_nooit(self, hook, vorm):
        """Under another name, or as a wrapper, it is the same: refused, with both owners named."""

        def om(self):
            return (yield)

        velden = {
            "gewoon": {hook: hookimpl(zegt(None))},
            "specname": {"helpt_mee": hookimpl(specname=hook)(zegt(None))},
            "wrapper": {hook: hookimpl(wrapper=True)(om)},
        }[vorm]
        eigen = plugin(**{hook: zegt(ANTWOORD[hook]())})
        with pytest.raises(PluginFout) as fout:
            bord(uitbreiding=type("Uitbreiding", (), velden)(), gemeente=eigen)
        tekst = str(fout.value)
        assert hook in tekst
        assert PLUGIN["uitbreiding"] in tekst
        assert PLUGIN["gemeente"] in tekst


class TestArgumenten:
    def test_een_deel_van_de_argumenten_is_genoeg(self):
        gezien = []

        class Zuinig:
            @hookimpl
            def route_intake(self, gemeente, melding):
                gezien.append((gemeente.naam, melding.id))
                return b.intake()

            @hookimpl
            def compose_team(self):
                return b.casusteam()

        op_bord = bord(gemeente=Zuinig())
        vraag(op_bord, "route_intake")
        assert gezien == [("proefdorp", "M-1")]
        assert vraag(op_bord, "compose_team").waarde == b.casusteam()

    def test_elke_haak_krijgt_wat_de_specificatie_belooft(self):
        """Each board method hands its arguments to the hook of the same name, under the names of the spec."""
        gezien = {}

        class Alles:
            @hookimpl
            def route_intake(self, melding, contacten, gemeente):
                gezien["route_intake"] = (melding, contacten, gemeente)
                return b.intake()

            @hookimpl
            def compose_team(self, zaak, huishouden, kandidaten, gemeente):
                gezien["compose_team"] = (zaak, huishouden, kandidaten, gemeente)
                return b.casusteam()

            @hookimpl
            def assign_regie(self, zaak, huishouden, team, gemeente):
                gezien["assign_regie"] = (zaak, huishouden, team, gemeente)
                return b.regie()

            @hookimpl
            def draft_beschikking(self, zaak, plan, besluit, gemeente):
                gezien["draft_beschikking"] = (zaak, plan, besluit, gemeente)
                return b.concept()

            @hookimpl
            def decide_archivering(self, zaak, besluiten, toegestaan, gemeente):
                gezien["decide_archivering"] = (zaak, besluiten, toegestaan, gemeente)
                return b.archiefbesluit()

        op_bord = bord(gemeente=Alles())
        for hook in BESLISHAKEN:
            vraag(op_bord, hook)
        assert gezien == {hook: VRAAG[hook]() for hook in BESLISHAKEN}

    def test_onder_een_andere_naam(self):
        class Anders:
            @hookimpl(specname="route_intake")
            def neem_in(self, melding):
                return b.intake(actor=melding.loket)

        antwoord = vraag(bord(gemeente=Anders()), "route_intake")
        assert (antwoord.waarde.actor, antwoord.herkomst.laag) == ("telefoonteam", "gemeente")

    def test_losse_functies_in_een_module(self):
        """A plugin may be a module: pluggy does not care, nor does the board."""
        import types

        module = types.ModuleType("toegang_los")
        module.route_intake = hookimpl(lambda melding: b.intake(actor=melding.loket))
        antwoord = vraag(bord(gemeente=module), "route_intake")
        assert (antwoord.waarde.actor, antwoord.herkomst.laag) == ("telefoonteam", "gemeente")


class TestGeweigerdBijHetBouwen:
    def test_tikfout_in_de_naam(self):
        with pytest.raises(PluginFout, match=r"proefdorp.*hook die niet bestaat") as fout:
            bord(gemeente=plugin(route_intak=zegt(None)))
        assert "route_intak" in str(fout.value)
        assert "toegang-proefdorp 1.2.3" in str(fout.value)
        assert "tikfout" in fout.value.vervolg

    def test_onbekend_argument(self):
        def haak(self, melding, bsn):
            return None

        with pytest.raises(PluginFout, match=r"toegang-proefdorp 1\.2\.3 past niet op de hooks") as fout:
            bord(gemeente=plugin(route_intake=haak))
        assert "bsn" in str(fout.value)
        assert "hookspecs.py" in fout.value.vervolg

    @pytest.mark.parametrize("hook", [*BESLISHAKEN, *VERZAMELHAKEN])
    @pytest.mark.parametrize("basis", [object, Gemeenteplugin])
    def test_merkteken_vergeten(self, hook, basis):
        """Without the marker pluggy never calls it, and says nothing."""
        velden = {"__init__": zegt(None), hook: zegt(None)}
        with pytest.raises(PluginFout, match=f"toegang-proefdorp 1.2.3 heeft een methode '{hook}' zonder @hookimpl"):
            bord(gemeente=type("Vergeten", (basis,), velden)())

    def test_merkteken_vergeten_in_een_onderklasse(self):
        class Ouder:
            @hookimpl
            def route_intake(self):
                return b.intake()

        class Kind(Ouder):
            def route_intake(self):
                return None

        with pytest.raises(PluginFout, match="zonder @hookimpl"):
            bord(gemeente=Kind())

    def test_specificatie_erven_is_geen_antwoord(self, tmp_path):
        op_bord = bord(gemeente=Gemeenteplugin(tmp_path, {}, "0"))
        with pytest.raises(GeenAntwoord):
            vraag(op_bord, "route_intake")

    def test_dezelfde_uitbreiding_twee_keer(self):
        dubbel = laag("uitbreiding", plugin(signalen=zegt(())))
        with pytest.raises(PluginFout, match=r"extra-brieven.*twee keer"):
            Hakenbord("proefdorp", (laag("standaard", plugin()), dubbel, dubbel, laag("gemeente", plugin())))

    def test_een_eigenschap_wordt_niet_gelezen(self):
        """Looking for hooks runs no code of the plugin."""

        class Lui:
            @property
            def duur(self):
                raise AssertionError("gelezen")

            @hookimpl
            def route_intake(self):
                return b.intake()

        assert vraag(bord(gemeente=Lui()), "route_intake").herkomst.laag == "gemeente"


class TestVerzamelhaken:
    def test_alineas_van_alle_lagen(self):
        plugins = {naam: plugin(beschikking_alineas=zegt({"besluit": (naam,), naam: ("x",)})) for naam in LAGEN}
        alineas = bord(**plugins).beschikking_alineas(b.zaak(), b.besluit(), b.beeld())
        assert alineas["besluit"] == tuple(reversed(LAGEN))
        assert set(alineas) == {"besluit", *LAGEN}

    def test_signalen_van_alle_lagen(self):
        def een(naam):
            return plugin(signalen=zegt((Signaal(code=naam, tekst="Kijk hier even naar."),)))

        op_bord = bord(standaard=een("S"), uitbreiding=een("U"), gemeente=plugin(signalen=zegt(None)))
        assert [item.code for item in op_bord.signalen(b.zaak(), b.huishouden(), b.beeld())] == ["U", "S"]

    def test_mappen_per_laag_gemeente_eerst(self):
        plugins = {naam: plugin(template_dirs=zegt((f"/{naam}",))) for naam in ("standaard", "uitbreiding", "gemeente")}
        plugins["model"] = plugin(template_dirs=zegt(None))
        assert bord(**plugins).template_dirs() == (
            ("gemeente", ("/gemeente",)),
            ("uitbreiding", ("/uitbreiding",)),
            ("model", ()),
            ("standaard", ("/standaard",)),
        )


class TestWaarnemers:
    @pytest.mark.parametrize("fout", [ValueError("stuk"), Invoerfout("Dit bestand is leeg.")], ids=type)
    @pytest.mark.parametrize("wie", LAGEN)
    def test_een_die_faalt_houdt_de_anderen_niet_tegen(self, wie, fout):
        gehoord = []

        def luister(naam):
            def on_gebeurtenis(self, gebeurtenis):
                gehoord.append((naam, gebeurtenis.soort))
                if naam == wie:
                    raise fout

            return plugin(on_gebeurtenis=on_gebeurtenis)

        fouten = bord(**{naam: luister(naam) for naam in LAGEN}).on_gebeurtenis(b.gebeurtenis())
        assert sorted(gehoord) == sorted((naam, "zaak.gesloten") for naam in LAGEN)
        assert len(fouten) == 1

    def test_een_waarnemer_zonder_argument(self):
        gehoord = []

        def on_gebeurtenis(self):
            gehoord.append("ja")

        stil = bord(gemeente=plugin(on_gebeurtenis=on_gebeurtenis))
        assert stil.on_gebeurtenis(b.gebeurtenis()) == ()
        assert gehoord == ["ja"]

    def test_wat_een_waarnemer_teruggeeft_telt_niet(self):
        assert bord(gemeente=plugin(on_gebeurtenis=zegt("gehoord"))).on_gebeurtenis(b.gebeurtenis()) == ()

    def test_niemand_luistert(self):
        assert bord().on_gebeurtenis(b.gebeurtenis()) == ()


def test_registratie_van_het_ene_bord_geldt_niet_voor_het_andere():
    """Two gemeenten in one process: each has a board of its own."""
    een = bord(gemeente=plugin(route_intake=zegt(b.intake(registratie=Registratie.MELDING))))
    ander = bord(gemeente=plugin(route_intake=zegt(b.intake(registratie=Registratie.CONTACTGEGEVENS))))
    assert vraag(een, "route_intake").waarde.registratie is Registratie.MELDING
    assert vraag(ander, "route_intake").waarde.registratie is Registratie.CONTACTGEGEVENS
