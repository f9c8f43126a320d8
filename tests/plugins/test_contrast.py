"""One melding in all four gemeenten: it must come out different, for the right reason (DOMAIN.md A.6)."""

import bouwers as b
import pytest
import vier

from toegang.domain.begrippen import (
    Afhandeling,
    Besluitvorm,
    Drager,
    Kanaal,
    Kenmerk,
    Problematiek,
    Regiemodus,
    Registratie,
    Werkgeversoort,
    Wet,
    Zelfregie,
)

MEERVOUDIG = {"problematiek": Problematiek.MEERVOUDIG}


def per_gemeente(vraag):
    return {naam: vraag(vier.proef(naam)) for naam in vier.NAMEN}


def test_behapbare_vraag_waarvan_de_inwoner_geen_melding_wil():
    def vraag(proef):
        deur = proef.organisatie.loketten[0].id
        intake = proef.intake(Wet.WMO, behapbaar=True, wil_geen_melding=True, loket=deur)
        return intake.actor, intake.registratie, intake.afhandeling

    assert per_gemeente(vraag) == {
        "schagen": ("telefoonteam", Registratie.CONTACTGEGEVENS, Afhandeling.BEANTWOORD),
        "beekdaelen": ("administratie", Registratie.CONTACTGEGEVENS, Afhandeling.DOORGELEID),
        "zwolle": ("contactcentrum", Registratie.GEEN, Afhandeling.BEANTWOORD),
        "doetinchem": ("zorgplein", Registratie.MELDING, Afhandeling.IN_BEHANDELING),
    }


def test_zelfde_melding_een_ander_loket_een_andere_bestemming_een_andere_reden():
    def vraag(proef):
        intake = proef.intake(
            Wet.WMO,
            Wet.PARTICIPATIEWET,
            kanaal=Kanaal.EMAIL,
            loket=next(item.id for item in proef.organisatie.loketten if Kanaal.EMAIL in item.kanalen),
            verliest_regie=True,
        )
        return intake.actor, intake.bestemming, intake.reden.code

    assert per_gemeente(vraag) == {
        "schagen": ("telefoonteam", "wijkteam-1", "COMPLEXER"),
        "beekdaelen": ("administratie", "consulenten", "MEERVOUDIG_EN_REGIE_IN_GEVAAR"),
        "zwolle": ("contactcentrum", "wijkteam-1", "MEERVOUDIG"),
        "doetinchem": ("zorgplein", "buurtplein", "MEERVOUDIG"),
    }


def test_meervoudige_zaak_krijgt_een_ander_team():
    def vraag(proef):
        team = proef.team(Wet.WMO, gebied="wijk-1", **MEERVOUDIG)
        leden = [proef.mens(lid.medewerker).werkgeversoort for lid in team.leden]
        adviseurs = [proef.mens(lid.medewerker).werkgeversoort for lid in team.adviseurs]
        return leden, adviseurs, team.intervisie_nodig

    gemeente, bv, welzijn = Werkgeversoort.GEMEENTE, Werkgeversoort.OVERHEIDS_BV, Werkgeversoort.WELZIJN
    assert per_gemeente(vraag) == {
        "schagen": ([gemeente], [], True),
        "beekdaelen": ([gemeente], [welzijn], False),
        "zwolle": ([gemeente, welzijn], [], False),
        "doetinchem": ([bv, gemeente], [], False),
    }


def test_huishouden_dat_zelf_kan_sturen():
    regie = per_gemeente(lambda proef: proef.regie(Wet.WMO))
    assert {naam: (item.modus, item.regisseur is None) for naam, item in regie.items()} == {
        "schagen": (Regiemodus.ZELF, True),
        "beekdaelen": (Regiemodus.ZELF, True),
        "zwolle": (Regiemodus.ONDERSTEUND, False),
        "doetinchem": (Regiemodus.ONDERSTEUND, False),
    }
    assert regie["zwolle"].reden.regels != regie["doetinchem"].reden.regels


def test_huishouden_dat_het_niet_kan_met_drie_professionals():
    gezin = b.huishouden(
        zelfregie=Zelfregie.KAN_NIET, aantal_professionals=3, bijzonderheden=("KANDIDAAT_BESCHERMD_WONEN",)
    )
    regie = per_gemeente(lambda proef: proef.regie(Wet.WMO, huishouden=gezin, **MEERVOUDIG))
    assert {naam: (item.modus, item.casemanager is not None) for naam, item in regie.items()} == {
        "schagen": (Regiemodus.GECOACHT, False),
        "beekdaelen": (Regiemodus.GECOACHT, True),
        "zwolle": (Regiemodus.GECOACHT, False),
        "doetinchem": (Regiemodus.OVERGENOMEN, False),
    }


@pytest.mark.parametrize("kenmerken", [frozenset(), frozenset({Kenmerk.BEGELEIDING})])
def test_zelfde_besluit_met_een_getekend_plan(kenmerken):
    besluit = vier.besluit(b.voorziening(kenmerken=kenmerken))

    def vraag(proef):
        concept = proef.concept(besluit, vier.getekend_plan())
        papier = {verdeling.drager for verdeling in concept.dragers}
        return concept.vorm, papier, concept.sjabloon, concept.bijlagen, concept.ondertekenaarfunctie

    op_brief = {Drager.BESCHIKKING}
    gewoon = (Besluitvorm.BESCHIKKING, op_brief, "wmo/toekenning", (), "teamleider")
    plan = (Besluitvorm.PLAN_IS_BESCHIKKING, {Drager.PLAN}, "plan/plan-is-beschikking", (), "teamleider")
    plus = (Besluitvorm.PLAN_PLUS_BESCHIKKING, op_brief, "wmo/toekenning", (), "teamleider")
    bijlage = ("plan/plan-van-aanpak",)
    assert per_gemeente(vraag) == {
        "schagen": gewoon,
        "beekdaelen": gewoon,
        "zwolle": plus if kenmerken else plan,
        "doetinchem": (Besluitvorm.BESCHIKKING, op_brief, "wmo/toekenning", bijlage, "midoffice"),
    }


def test_wie_doet_wat_op_de_weg_naar_het_besluit():
    def vraag(proef):
        route = proef.plugin.organisatie({}).route(Wet.WMO, Problematiek.MEERVOUDIG, vier.DAG)
        return route.toets_rol, route.besluit_rol, route.verzend_rol, route.bezwaar_rol, route.vier_ogen

    wie, weg = "open:besluit.beslisser", "open:besluit.verzender"
    assert per_gemeente(vraag) == {
        "schagen": (None, wie, weg, "open:bezwaar.eigenaar", False),
        "beekdaelen": (None, wie, "medewerker-administratie", "medewerker-ajz", True),
        "zwolle": (None, wie, "medewerker-backoffice", "open:bezwaar.eigenaar", False),
        "doetinchem": ("midoffice", "midoffice", weg, "open:bezwaar.eigenaar", False),
    }


def test_w7_alleen_algemene_voorzieningen_geeft_nergens_een_besluit():
    algemeen = vier.besluit(b.voorziening(soort="ALGEMEEN", product="open-eettafel", naam="open eettafel"))
    vormen = per_gemeente(lambda proef: proef.concept(algemeen, vier.getekend_plan()))
    assert {item.vorm for item in vormen.values()} == {Besluitvorm.GEEN}
    assert all("W-7" in item.reden.regels and not item.dragers for item in vormen.values())


def test_huisstijlen_verschillen_van_elkaar():
    stijlen = [vier.proef(naam).organisatie.huisstijl for naam in vier.NAMEN]
    assert len({stijl.accent for stijl in stijlen}) == len(stijlen)
    assert {stijl.venster_links_mm > 100 for stijl in stijlen} == {True, False}
    logos = {vier.proef(naam).plugin.huisstijlbestand("logo.svg") for naam in vier.NAMEN}
    assert len(logos) == len(stijlen)
