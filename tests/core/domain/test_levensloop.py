"""The life cycle: every transition of every line, allowed or refused, and no dead end."""

from datetime import timedelta
from itertools import pairwise, product

import bouwers as b
import pytest

from toegang.domain.begrippen import Wet
from toegang.domain.levensloop import (
    HEEFT_ONDERZOEK,
    LEVENSLOOP,
    ZAAKTYPE,
    Stap,
    begint_met_aanvraag,
    mag_naar,
    niet_van_toepassing,
    volgende_stap,
)
from toegang.domain.zaak import Stapregistratie

INTAKE, TEAM, REGIE, GESPREK, PLAN, AANVRAAG = tuple(Stap)[:6]
SLOT = (Stap.BESLUIT, Stap.BESCHIKKING, Stap.BEKENDMAKING, Stap.SLUITING, Stap.ARCHIEF)

# Written out once more, from the acts and not from the module: the two must agree.
VERWACHT = {
    Wet.WMO: (INTAKE, TEAM, REGIE, GESPREK, PLAN, AANVRAAG, *SLOT),
    Wet.JEUGDWET: (INTAKE, TEAM, REGIE, GESPREK, PLAN, AANVRAAG, *SLOT),
    Wet.PARTICIPATIEWET: (INTAKE, AANVRAAG, TEAM, REGIE, GESPREK, PLAN, *SLOT),
    Wet.WGS: (INTAKE, AANVRAAG, TEAM, REGIE, GESPREK, PLAN, *SLOT),
    Wet.GPK: (INTAKE, AANVRAAG, TEAM, REGIE, *SLOT),
    Wet.LLV: (INTAKE, AANVRAAG, TEAM, REGIE, *SLOT),
}
NVT = {
    Wet.WMO: (),
    Wet.JEUGDWET: (),
    Wet.PARTICIPATIEWET: (),
    Wet.WGS: (),
    Wet.GPK: (GESPREK, PLAN),
    Wet.LLV: (GESPREK, PLAN),
}
PAREN = list(product(Stap, Stap))


def toegestaan(wet, onderzoek_te_laat):
    """Return all pairs (status, step) that are allowed in a line."""
    lijn = VERWACHT[wet]
    paren = set(pairwise(lijn))
    paren |= {(stap, Stap.SLUITING) for stap in lijn[: lijn.index(Stap.BESCHIKKING)]}
    if wet is Wet.PARTICIPATIEWET:
        paren.add((GESPREK, Stap.BESLUIT))  # a plan van aanpak is due under 27 only (Pw 44a)
    if onderzoek_te_laat and wet is Wet.WMO:
        paren |= {(stap, AANVRAAG) for stap in (INTAKE, TEAM, REGIE, GESPREK, PLAN)}
    return paren


def test_elke_wet_heeft_een_lijn_en_een_zaaktype():
    assert LEVENSLOOP == VERWACHT
    assert set(ZAAKTYPE) == set(Wet)
    assert len(set(ZAAKTYPE.values())) == len(Wet)


@pytest.mark.parametrize("te_laat", [False, True])
@pytest.mark.parametrize("wet", Wet)
def test_elke_overgang(wet, te_laat):
    """All 121 pairs of steps: what is allowed, and everything else refused."""
    mag = {(status, naar) for status, naar in PAREN if mag_naar(wet, status, naar, onderzoek_te_laat=te_laat)}
    assert mag == toegestaan(wet, te_laat)


def test_de_enige_uitzondering_is_l56():
    """A late research changes exactly this: a Wmo aanvraag may come before the research (2.3.2 lid 9)."""
    anders = {
        (wet, status, naar)
        for wet, (status, naar) in product(Wet, PAREN)
        if mag_naar(wet, status, naar) != mag_naar(wet, status, naar, onderzoek_te_laat=True)
    }
    assert anders == {(Wet.WMO, status, AANVRAAG) for status in (INTAKE, TEAM, REGIE, GESPREK)}


@pytest.mark.parametrize("wet", Wet)
class TestElkeLijn:
    def test_geen_doodlopende_weg(self, wet):
        """From every status there is a way to the archive, also when nothing is ever late."""
        for status in LEVENSLOOP[wet]:
            hier, gezien = status, [status]
            while (volgende := volgende_stap(wet, hier)) is not None:
                assert mag_naar(wet, hier, volgende)
                hier = volgende
                gezien.append(hier)
            assert gezien[-1] is Stap.ARCHIEF

    def test_nooit_terug_en_nooit_twee_keer(self, wet):
        lijn = LEVENSLOOP[wet]
        for plaats, status in enumerate(lijn):
            for eerder in lijn[: plaats + 1]:
                assert not mag_naar(wet, status, eerder, onderzoek_te_laat=True)

    def test_intrekken_kan_tot_en_met_het_besluit(self, wet):
        kan = [status for status in LEVENSLOOP[wet] if mag_naar(wet, status, Stap.SLUITING)]
        assert kan == [*LEVENSLOOP[wet][: LEVENSLOOP[wet].index(Stap.BESCHIKKING)], Stap.BEKENDMAKING]

    def test_een_besluit_zonder_beschikking_kan_worden_gesloten_maar_een_brief_niet_overgeslagen(self, wet):
        assert mag_naar(wet, Stap.BESLUIT, Stap.SLUITING)
        assert not mag_naar(wet, Stap.BESCHIKKING, Stap.SLUITING)
        assert not mag_naar(wet, Stap.BESLUIT, Stap.BEKENDMAKING)

    def test_wat_niet_in_de_lijn_staat(self, wet):
        assert niet_van_toepassing(wet) == NVT[wet]
        assert set(niet_van_toepassing(wet)) | set(LEVENSLOOP[wet]) == set(Stap)
        assert begint_met_aanvraag(wet) == (wet not in HEEFT_ONDERZOEK)

    def test_een_zaak_die_de_hele_lijn_loopt(self, wet):
        """Every step of the life cycle is recorded exactly once: done, or not applicable."""
        zaak = b.zaak(wet, stappen=(Stapregistratie(stap=INTAKE, op=b.DAG),))
        dag = b.DAG
        while (stap := volgende_stap(wet, zaak.status)) is not None:
            dag += timedelta(days=1)
            zaak = zaak.na(stap, dag)
            assert zaak.status is stap
        assert sorted(item.stap for item in zaak.stappen) == sorted(Stap)
        assert {item.stap for item in zaak.stappen if item.nvt} == set(NVT[wet])
        gedaan = [item for item in zaak.stappen if not item.nvt]
        assert tuple(item.stap for item in gedaan) == VERWACHT[wet]
        assert [item.op for item in gedaan] == sorted(item.op for item in gedaan)

    def test_intrekken_legt_de_rest_vast_als_niet_van_toepassing(self, wet):
        zaak = b.zaak(wet).na(Stap.SLUITING, b.DAG, gesloten_op=b.DAG)
        assert not zaak.open
        assert {item.stap for item in zaak.stappen if item.nvt} == set(Stap) - {INTAKE, Stap.SLUITING, Stap.ARCHIEF}
        assert [item.stap for item in zaak.stappen if not item.nvt] == [Stap.SLUITING]

    def test_zaaktype(self, wet):
        assert b.zaak(wet).zaaktype == ZAAKTYPE[wet]


def test_na_wijzigt_de_zaak_zelf_niet():
    zaak = b.zaak()
    later = zaak.na(Stap.TEAM, b.DAG, team="wijkteam")
    assert (zaak.status, zaak.stappen, zaak.team) == (Stap.INTAKE, (), None)
    assert (later.status, later.team) == (Stap.TEAM, "wijkteam")
