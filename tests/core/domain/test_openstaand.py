"""What the sources leave open has no default: it is filled in by a person, or asked for."""

import copy

import bouwers as b
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.domain.openstaand import (
    ontbrekend,
    sleutels_voor_brieven,
    sleutels_voor_productie,
    sleutels_voor_termijnen,
    vereis,
    vul_in,
)
from toegang.domain.organisatie import OpenSleutel
from toegang.domain.termijnparameters import eigen_termijnen
from toegang.errors import Afsluitcode, NietToegestaan

ARCHIEF = {
    "sleutel": "archief",
    "regel": "S-23",
    "vraag": "Wie beheert het archief?",
    "frase": "(niet in de bron)",
}
PLAFOND = {"sleutel": "plafond", "regel": "B-37", "vraag": "Hoeveel zaken per consulent?", "frase": "een plafond"}


def open_organisatie(**anders):
    return b.organisatie(open=[ARCHIEF, PLAFOND], archiefactor="open:archief", **anders)


class TestVulIn:
    def test_overal_waar_de_sleutel_staat(self):
        ruw = {"a": "open:x", "b": [{"c": "open:x", "d": ("open:y", 1)}], "e": {"f": {"g": "open:x"}}, "h": "open"}
        assert vul_in(ruw, {"x": "1", "y": "2"}) == {
            "a": "1",
            "b": [{"c": "1", "d": ["2", 1]}],
            "e": {"f": {"g": "1"}},
            "h": "open",
        }

    @pytest.mark.parametrize("antwoorden", [{}, {"x": ""}, {"x": "  \t"}, {"ander": "1"}])
    def test_geen_antwoord_laat_de_sleutel_open(self, antwoorden):
        """An empty answer is none: else a letter would be printed without a telephone number."""
        assert vul_in({"a": "open:x"}, antwoorden) == {"a": "open:x"}

    def test_het_origineel_blijft_heel(self):
        ruw = {"a": ["open:x"], "b": {"c": "open:x"}}
        voor = copy.deepcopy(ruw)
        vul_in(ruw, {"x": "1"})
        assert ruw == voor

    @given(
        st.dictionaries(st.text(max_size=5), st.text(max_size=8).filter(lambda tekst: not tekst.startswith("open:")))
    )
    def test_zonder_open_sleutels_verandert_er_niets(self, ruw):
        assert vul_in(ruw, {"x": "1", "": "2"}) == ruw


class TestOntbrekend:
    def test_alles_open(self):
        assert [item.sleutel for item in ontbrekend(open_organisatie(), {})] == ["archief", "plafond"]

    def test_een_leeg_antwoord_telt_niet(self):
        antwoorden = {"archief": " ", "plafond": "40"}
        assert ontbrekend(open_organisatie(), antwoorden) == (OpenSleutel(**ARCHIEF),)

    def test_alles_beantwoord(self):
        assert ontbrekend(open_organisatie(), {"archief": "archivaris", "plafond": "40"}) == ()

    @pytest.mark.parametrize("antwoord", ["", " ", "archivaris"])
    def test_ontbrekend_en_vereis_zeggen_hetzelfde(self, antwoord):
        """What is listed as missing is refused, and nothing else is."""
        ruw = {**b.ORGANISATIE, "open": [ARCHIEF], "archiefactor": "open:archief"}
        organisatie = b.Organisatie.model_validate(vul_in(ruw, {"archief": antwoord}))
        if ontbrekend(organisatie, {"archief": antwoord}):
            with pytest.raises(NietToegestaan):
                vereis(organisatie, organisatie.archiefactor)
        else:
            assert vereis(organisatie, organisatie.archiefactor) == antwoord


class TestVereis:
    @pytest.mark.parametrize("waarde", ["archivaris", "", "openbaar", "open"])
    def test_een_gewone_waarde(self, waarde):
        assert vereis(open_organisatie(), waarde) == waarde

    def test_een_open_sleutel_noemt_vraag_regel_en_frase(self):
        with pytest.raises(NietToegestaan) as fout:
            vereis(open_organisatie(), "open:archief")
        tekst = str(fout.value)
        assert "Gemeente Proefdorp: 'archief' is nog niet ingevuld." in tekst
        assert "Wie beheert het archief? De bron laat dit open (S-23: (niet in de bron))." in tekst
        assert "een standaardwaarde bestaat niet" in tekst
        assert fout.value.code is Afsluitcode.NIET_TOEGESTAAN

    def test_een_sleutel_die_nergens_staat(self):
        with pytest.raises(NietToegestaan, match="'nergens' is nog niet ingevuld"):
            vereis(open_organisatie(), "open:nergens")


class TestVoorProductie:
    """L-148: DPIA and verwerkersovereenkomst, whatever the plugin asks."""

    def test_l148_elke_gemeente_noemt_ze(self):
        gevraagd = sleutels_voor_productie(open_organisatie())
        assert [(item.sleutel, item.regel) for item in gevraagd] == [
            ("dpia.kenmerk", "L-148"),
            ("verwerkersovereenkomst.kenmerk", "L-148"),
        ]

    def test_l148_een_plugin_die_het_zelf_vraagt_krijgt_hem_geen_twee_keer(self):
        eigen = OpenSleutel(sleutel="dpia.kenmerk", regel="L-148", vraag="Welke DPIA?", frase="(eigen)")
        organisatie = b.organisatie(open=[eigen.model_dump()])
        assert [item.sleutel for item in sleutels_voor_productie(organisatie)] == ["verwerkersovereenkomst.kenmerk"]


class TestVoorTermijnen:
    """Every term that a gemeente sets itself can be set, and none has to be."""

    def test_elke_eigen_termijn_heeft_een_vraag(self):
        vragen = sleutels_voor_termijnen(open_organisatie())
        assert {item.sleutel for item in vragen} == {
            sleutel for rij in eigen_termijnen() for sleutel in (rij.instelling, f"{rij.instelling}.atw")
        }
        assert "Ten hoogste 8." in next(item.vraag for item in vragen if item.sleutel == "termijn.wgs_weken")

    def test_wat_een_plugin_al_vraagt_blijft_haar_vraag(self):
        eigen = OpenSleutel(sleutel="termijn.llv_weken", regel="L-125", vraag="Hoe lang?", frase="(eigen)")
        organisatie = b.organisatie(open=[eigen.model_dump()])
        assert "termijn.llv_weken" not in {item.sleutel for item in sleutels_voor_termijnen(organisatie)}


class TestVoorBrieven:
    """The court and the term to answer are the gemeente's own: asked of each, and without a default."""

    SLEUTELS = ("beroep.rechtbank", "beroep.postadres", "termijn.zienswijze_weken")

    def test_elke_gemeente_wordt_ernaar_gevraagd(self):
        assert tuple(item.sleutel for item in sleutels_voor_brieven(open_organisatie())) == self.SLEUTELS

    def test_een_plugin_die_het_zelf_vraagt_krijgt_hem_geen_twee_keer(self):
        eigen = OpenSleutel(sleutel="beroep.rechtbank", regel="L-13", vraag="Welke rechtbank?", frase="(eigen)")
        organisatie = b.organisatie(open=[eigen.model_dump()])
        assert tuple(item.sleutel for item in sleutels_voor_brieven(organisatie)) == self.SLEUTELS[1:]
