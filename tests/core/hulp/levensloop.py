"""A zaak on a real database, as far as regie, for the tests on people."""

from datetime import timedelta

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Registratie
from toegang.lifecycle.aanvraag import registreer_aanvraag
from toegang.lifecycle.intake import neem_in
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.team import stel_team_samen
from toegang_cli.demo.eerste_contact import verhelder_melding

WOORDEN = "Ik kom nergens meer."
PERSOON = {
    "voornamen": "Tess",
    "geslachtsnaam": "Testpersoon",
    "straat": "Molenweg",
    "huisnummer": "3",
    "postcode": "1234AB",
    "woonplaats": "Voorbeeldstad",
}


def nieuwe_zaak(
    gemeente, kenmerk="K-1", wet="WMO", product="vervoerspas", bsn="999990019", geboren="19500102", **anders
):
    """Take in one question of a resident; returns the zaaknummer."""
    gebieden = gemeente.omgeving.organisatie.gebieden
    velden = {
        "kenmerk": kenmerk,
        "kanaal": "TELEFOON",
        "ontvangen_op": (gemeente.omgeving.vandaag() - timedelta(days=40)).isoformat(),
        "leden": [{"verwijzing": "a", "persoon": {**PERSOON, "bsn": bsn, "geboortedatum": geboren}}],
        "hulpvragen": [{"wet": wet, "voor": "a", "product": product, "woorden": WOORDEN}],
        "gebied": gebieden[0].id if gebieden else None,
        **anders,
    }
    resultaat = neem_in(gemeente.omgeving, gemeente.actor(), Aanmelding.model_validate(velden))
    if resultaat.intake is not None and resultaat.intake.registratie is Registratie.CONTACTGEGEVENS:
        door = {**velden, "kenmerk": f"{kenmerk}-door", "loket": resultaat.intake.bestemming}
        resultaat = neem_in(gemeente.omgeving, gemeente.actor(), Aanmelding.model_validate(door))
    (zaak,) = resultaat.zaken
    return zaak


def eerste_contact(gemeente, zaak_id):
    """Record the first contact about the melding of a zaak: what it is about, what was told and offered."""
    verhelder_melding(gemeente, zaak_van(gemeente, zaak_id), WOORDEN)


def verhelderde_zaak(gemeente, **anders):
    """Take in a question and record the first contact about it: the zaak may have its team (B-6, B-11)."""
    zaak = nieuwe_zaak(gemeente, **anders)
    eerste_contact(gemeente, zaak)
    return zaak


def met_team(gemeente, **anders):
    """Take in a question, record the first contact about it and compose its team."""
    zaak = verhelderde_zaak(gemeente, **anders)
    if anders.get("wet") == "GPK":
        registreer_aanvraag(gemeente.omgeving, gemeente.actor(), zaak, gemeente.omgeving.vandaag() - timedelta(days=30))
    stel_team_samen(gemeente.omgeving, gemeente.actor(), zaak)
    return zaak


def met_regie(gemeente, **anders):
    """Take in a question, compose its team and place regie."""
    zaak = met_team(gemeente, **anders)
    beleg_regie(gemeente.omgeving, gemeente.actor(), zaak)
    return zaak


def lees(gemeente):
    """Open a unit of work that only reads."""
    return gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True)


def zaak_van(gemeente, zaak_id):
    with lees(gemeente) as werk:
        return werk.zaken.haal(zaak_id)


def regie_van(gemeente, zaak_id):
    with lees(gemeente) as werk:
        return werk.regie.huidig(werk.zaken.haal(zaak_id).dossier_id)


def logregels(gemeente, actie):
    with lees(gemeente) as werk:
        return werk.logboek.regels(actie=actie)


def wijzig_mens(gemeente, id, **velden):
    """Change a medewerker as if it had been so all along."""
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        werk.medewerkers.bewaar(werk.medewerkers.haal(id).gewijzigd(**velden))
        werk.commit()
