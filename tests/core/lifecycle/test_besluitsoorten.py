"""Every kind of decision on the real thing: what an act does not know is refused, and what it knows gets its letter."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from levensloop import met_team, zaak_van
from na_besluit import bekend, lees

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm
from toegang.domain.besluit import Motivering
from toegang.domain.besluitopdracht import Besluitopdracht, Gevraagd, Herziening, Herzieningsgrond
from toegang.domain.brief import Briefstatus
from toegang.domain.levensloop import Stap
from toegang.domain.opschorting import Grond, Onderwerp
from toegang.domain.voorstel import Hoor
from toegang.domain.zaaktermijn import Stand
from toegang.errors import Conflict, Invoerfout
from toegang.guards.register import Regelovertreding
from toegang.letters.maken import controleer_brief
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.verzamelen import Verzamelaar
from toegang.lifecycle.bekendmaking import maak_bekend
from toegang.lifecycle.beschikking import stel_beschikking_op
from toegang.lifecycle.besluit import neem_besluit, route_van
from toegang.lifecycle.besluitherziening import open_herziening
from toegang.lifecycle.bezwaar import trek_in
from toegang.lifecycle.bezwaarinboeken import Bezwaarschrift, koppel, registreer
from toegang.lifecycle.inzage import open_zaak
from toegang.lifecycle.sluiting import sluit
from toegang.lifecycle.team import stel_team_samen
from toegang.lifecycle.termijn import Opschortverzoek, schort_op
from toegang.lifecycle.termijnen import termijnen_van
from toegang.lifecycle.voorstel import dien_voorstel_in, leg_horen_vast

DAG = timedelta(days=1)
REDEN = Motivering(conclusie="Dat is nu nodig, en dit is waarom.")


def steller(gemeente, zaak):
    return gemeente.actor(zaak_van(gemeente, zaak).leden[0])


def stel_voor(gemeente, zaak, soort, *voorzieningen, **anders):
    vast = {"soort": soort, "op": gemeente.omgeving.vandaag(), "motivering": REDEN, "voorzieningen": voorzieningen}
    opdracht = Besluitopdracht(**{**vast, **anders})
    return dien_voorstel_in(gemeente.omgeving, steller(gemeente, zaak), zaak, opdracht)


def besluit(gemeente, zaak, beslisser):
    """Decide on what lies there, and give the words of the letter that it gets."""
    open_zaak(gemeente.omgeving, gemeente.actor(beslisser), zaak)
    neem_besluit(gemeente.omgeving, gemeente.actor(beslisser), zaak)
    stel_beschikking_op(gemeente.omgeving, gemeente.actor(), zaak)
    brieven = [brief for brief in lees(gemeente, "brieven", zaak_id=zaak) if brief.besluit_id]
    return brieven[-1]


def gedrukt(gemeente, brief):
    omgeving = gemeente.omgeving
    sjablonen = Sjabloonset([Path(map_) for _, mappen in omgeving.bord.template_dirs() for map_ in mappen])
    with omgeving.werk(gemeente.actor()) as werk:
        gegevens = Verzamelaar(werk, omgeving, sjablonen.matrix).gegevens(brief, omgeving.vandaag())
    return controleer_brief(gegevens, sjablonen, omgeving.organisatie.huisstijl)[1]


def verzend(gemeente, brief):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        klaar = {"status": Briefstatus.GEMAAKT, "dagtekening": gemeente.omgeving.vandaag()}
        werk.brieven.bewaar(brief.gewijzigd(**klaar))
        werk.commit()
    return maak_bekend(gemeente.omgeving, gemeente.actor(), brief.zaak_id, gemeente.omgeving.vandaag(), "post")


def beslisser_in(gemeente, zaak):
    """Return somebody who may decide in this zaak, and did not assess it."""
    rol = route_van(gemeente.omgeving, zaak_van(gemeente, zaak), gemeente.omgeving.vandaag()).besluit_rol
    leden = zaak_van(gemeente, zaak).leden
    return next(mens.id for mens in lees(gemeente, "medewerkers", functie=rol) if mens.id not in leden)


def hulp(gemeente, product="vervoerspas", **anders):
    vandaag = gemeente.omgeving.vandaag()
    return Gevraagd(product=product, ingangsdatum=vandaag, einddatum=vandaag + 60 * DAG, resultaat="iets", **anders)


def test_een_soort_zonder_artikel_kan_niet_en_een_met_artikel_wel(open_proef) -> None:
    gemeente = open_proef("beekdaelen")
    zaak = met_team(gemeente, wet="GPK", product="gpk-bestuurder")

    with pytest.raises(Invoerfout, match="voor GPK bestaat geen verlenging") as fout:
        stel_voor(gemeente, zaak, Besluitsoort.VERLENGING, hulp(gemeente, "gpk-bestuurder"))
    assert "TOEKENNING, AFWIJZING, INTREKKING, BUITEN_BEHANDELING" in fout.value.vervolg
    with pytest.raises(Invoerfout, match="geen tijdelijke toekenning"):
        stel_voor(gemeente, zaak, Besluitsoort.TIJDELIJK, hulp(gemeente, "gpk-bestuurder"))
    pgb = hulp(gemeente, "gpk-bestuurder", leveringsvorm=Leveringsvorm.PGB)
    with pytest.raises(Invoerfout, match=r"GPK kent geen persoonsgebonden budget \(gpk-bestuurder\)"):
        stel_voor(gemeente, zaak, Besluitsoort.TOEKENNING, pgb)

    # what the act does know: not dealt with, after a request to complete
    with pytest.raises(Regelovertreding, match="L-4"):
        stel_voor(gemeente, zaak, Besluitsoort.BUITEN_BEHANDELING, ontbrak=("een pasfoto",))
    vandaag = gemeente.omgeving.vandaag()
    verzoek = Opschortverzoek(grond=Grond.AANVULLING, op=vandaag - 20 * DAG, uiterlijk=vandaag - 6 * DAG)
    schort_op(gemeente.omgeving, gemeente.actor(), zaak, verzoek)

    voorstel = stel_voor(gemeente, zaak, Besluitsoort.BUITEN_BEHANDELING, ontbrak=("een pasfoto",))

    assert voorstel.opdracht.ontbrak == ("een pasfoto",)


@pytest.mark.lang
def test_een_intrekking_krijgt_haar_brief_en_stopt_de_levering(open_proef) -> None:
    gemeente = open_proef("zwolle")
    omgeving, vandaag = gemeente.omgeving, gemeente.omgeving.vandaag()
    eerste, record = bekend(gemeente, "vervoerspas")
    zaak = open_herziening(omgeving, steller(gemeente, eerste), eerste).id
    stel_team_samen(omgeving, gemeente.actor(), zaak)
    ingaat = vandaag + 20 * DAG
    grond = Herziening(besluit=record.id, grond=Herzieningsgrond.NIET_LANGER_NODIG, ingaat_op=ingaat)
    with pytest.raises(Invoerfout, match="al toe"):
        stel_voor(gemeente, zaak, Besluitsoort.VERLENGING, hulp(gemeente), herziening=grond)
    stel_voor(gemeente, zaak, Besluitsoort.BEEINDIGING, herziening=grond, ten_nadele=True)
    horen = Hoor(gevraagd_op=vandaag, tot=vandaag + 14 * DAG, ontvangen_op=vandaag, zienswijze="Ik fiets weer.")
    leg_horen_vast(omgeving, steller(gemeente, zaak), zaak, horen)

    brief = besluit(gemeente, zaak, beslisser_in(gemeente, zaak))
    inhoud = gedrukt(gemeente, brief)

    assert brief.sjabloon == "wmo/beeindiging"
    assert "Vanaf 10 december 2026 krijgt u niet meer: vervoerspas voor de regiotaxi." in inhoud.blok("besluit")
    assert "De laatste dag is 9 december 2026" in inhoud.blok("besluit")
    assert "Ik fiets weer." in inhoud.blok("motivering")
    assert "2.3.10 lid 1 onder b" in inhoud.blok("grondslag")
    verzend(gemeente, brief)
    (levering,) = lees(gemeente, "leveringen", besluit_id=record.id)
    assert levering.einddatum == ingaat - DAG


def test_een_vroeg_bezwaar_hoort_bij_het_besluit_waar_het_over_gaat(open_proef) -> None:
    """Awb 6:10: temporary help is not the besluit that an objection about the aanvraag waits for."""
    gemeente = open_proef("zwolle")
    omgeving, jurist, vandaag = gemeente.omgeving, gemeente.actor("M-013"), gemeente.omgeving.vandaag()
    zaak = met_team(gemeente, spoed=True)

    def boek_in(**anders):
        return registreer(omgeving, jurist, zaak, Bezwaarschrift(ontvangen_op=vandaag, **anders))[0]

    aanvraag, hulp_nu = boek_in(), boek_in(tegen=Besluitsoort.TIJDELIJK)
    with pytest.raises(ValueError, match="tussendoor"):
        Bezwaarschrift(ontvangen_op=vandaag, tegen=Besluitsoort.TOEKENNING)
    stel_voor(gemeente, zaak, Besluitsoort.TIJDELIJK, hulp(gemeente))
    tijdelijk = besluit(gemeente, zaak, beslisser_in(gemeente, zaak)).besluit_id
    (brief,) = [item for item in lees(gemeente, "brieven", zaak_id=zaak) if item.besluit_id]
    bezwaar_tot = verzend(gemeente, brief).bezwaar_tot

    tegen = {item.id: item.besluit_id for item in lees(gemeente, "bezwaren", zaak_id=zaak)}
    assert tegen == {aanvraag.id: None, hulp_nu.id: tijdelijk}
    with omgeving.werk(jurist) as werk:
        keten = termijnen_van(werk, werk.zaken.haal(zaak), vandaag)
    assert next(item for item in keten if item.sleutel == "wmo.beslissing").klaar_op is None
    einden = {item.bezwaar: item.einde for item in keten if item.schakel and item.schakel.over is Onderwerp.BEZWAAR}
    assert einden == {aanvraag.id: None, hulp_nu.id: bezwaar_tot + timedelta(weeks=6)}
    with pytest.raises(Conflict, match="al een bezwaar van dezelfde indiener"):
        koppel(omgeving, jurist, aanvraag.id, tijdelijk)
    trek_in(omgeving, jurist, hulp_nu.id, vandaag)
    assert koppel(omgeving, jurist, aanvraag.id, tijdelijk).tegen is Besluitsoort.TIJDELIJK
    assert koppel(omgeving, jurist, aanvraag.id, None).besluit_id is None
    with pytest.raises(Conflict, match="is daar al tegen"):
        koppel(omgeving, jurist, aanvraag.id, None)


def test_tijdelijke_hulp_wacht_niet_op_het_onderzoek_en_de_zaak_gaat_door(open_proef) -> None:
    gemeente = open_proef("zwolle")
    zaak = met_team(gemeente, spoed=True)
    open_eind = Gevraagd(product="vervoerspas", ingangsdatum=gemeente.omgeving.vandaag())
    with pytest.raises(Regelovertreding, match="heeft geen einddatum"):
        stel_voor(gemeente, zaak, Besluitsoort.TIJDELIJK, open_eind)
    with pytest.raises(Conflict, match="kan nu niet naar BESLUIT"):
        stel_voor(gemeente, zaak, Besluitsoort.TOEKENNING, hulp(gemeente))
    stel_voor(gemeente, zaak, Besluitsoort.TIJDELIJK, hulp(gemeente))

    brief = besluit(gemeente, zaak, beslisser_in(gemeente, zaak))

    assert brief.sjabloon == "wmo/tijdelijk"
    assert "U krijgt tijdelijk: vervoerspas voor de regiotaxi." in gedrukt(gemeente, brief).blok("besluit")
    assert verzend(gemeente, brief).bekendgemaakt_op == gemeente.omgeving.vandaag()
    assert zaak_van(gemeente, zaak).status is Stap.TEAM
    # the decision itself meets the term of hurried help, and says so (L-57)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        keten = termijnen_van(werk, zaak_van(gemeente, zaak), gemeente.omgeving.vandaag())
    spoed = next(item for item in keten if item.sleutel == "wmo.spoed")
    assert (spoed.stand, spoed.klaar_op) == (Stand.GEHAALD, gemeente.omgeving.vandaag())
    assert f"Gehaald door besluit {brief.besluit_id} van " in " ".join(spoed.toelichting)
    assert len(lees(gemeente, "leveringen", zaak_id=zaak)) == 1
    with pytest.raises(Conflict, match="alleen een tijdelijke toekenning"):
        sluit(gemeente.omgeving, steller(gemeente, zaak), zaak, afspraken=False)
