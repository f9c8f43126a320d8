"""A real gemeente with a zaak that is ready for its plan, in a household of more than one."""

from datetime import date, timedelta

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Besluitsoort, Registratie
from toegang.domain.levensloop import begint_met_aanvraag
from toegang.domain.plandelen import Afspraak, Doel, Overeenstemming
from toegang.lifecycle.aanvraag import registreer_aanvraag
from toegang.lifecycle.intake import neem_in
from toegang.lifecycle.plan import Planvoorstel
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.team import stel_team_samen
from toegang_cli.demo import stappen as demo
from toegang_cli.demo.besluiten import besluit_langs_route
from toegang_cli.demo.eerste_contact import verhelder_melding
from toegang_cli.demo.gesprek import geef_verslag, voer_gesprek
from toegang_cli.demo.scenario import Scenario, Vraag

PERSOON = {
    "geslachtsnaam": "Testpersoon",
    "straat": "Molenweg",
    "huisnummer": "3",
    "postcode": "1234AB",
    "woonplaats": "Voorbeeldstad",
}
LEDEN = (
    {"verwijzing": "a", "persoon": {**PERSOON, "bsn": "999990019", "geboortedatum": "19700102"}},
    {"verwijzing": "b", "rol": "PARTNER", "persoon": {**PERSOON, "bsn": "999990020", "geboortedatum": "19710102"}},
    {
        "verwijzing": "k",
        "rol": "KIND",
        "gezag": ["a", "b"],
        "persoon": {**PERSOON, "bsn": "999990081", "geboortedatum": "20150102"},
    },
)
WMO = {"wet": "WMO", "voor": "a", "product": "vervoerspas", "woorden": "Ik kom nergens meer."}
JEUGD = {"wet": "JEUGDWET", "voor": "k", "product": "jeugd-ambulant", "woorden": "Hij gaat niet naar school."}
WOORDEN, WAAROM = "Ik wil meedoen.", "Reizen lukt alleen met hulp."
EENS = Overeenstemming(bereikt=True)


class Huishouden:
    """A household in one gemeente, with its zaken just before the plan.

    Args:
        gemeente: the gemeente, opened.
        vragen: what is asked, one zaak each.
        leden: members.
        anders: other fields of the submission.
    """

    def __init__(self, gemeente, *vragen, leden=LEDEN, **anders):
        self.gemeente, self.omgeving = gemeente, gemeente.omgeving
        gebieden = self.omgeving.organisatie.gebieden
        self.begin = self.omgeving.vandaag() - timedelta(days=40)
        velden = {
            "kenmerk": "H-1",
            "kanaal": "TELEFOON",
            "ontvangen_op": self.begin.isoformat(),
            "leden": list(leden),
            "hulpvragen": list(vragen or (WMO,)),
            "gebied": gebieden[0].id if gebieden else None,
            **anders,
        }
        resultaat = neem_in(self.omgeving, self.actor(), Aanmelding.model_validate(velden))
        if resultaat.intake.registratie is Registratie.CONTACTGEGEVENS:
            door = Aanmelding.model_validate({**velden, "kenmerk": "H-2", "loket": resultaat.intake.bestemming})
            resultaat = neem_in(self.omgeving, self.actor(), door)
        self.zaken = {self.zaak(nummer).wet.value: nummer for nummer in resultaat.zaken}
        for nummer in resultaat.zaken:
            self._tot_het_plan(nummer)
        dossier = self.lees(lambda werk: werk.dossiers.haal(resultaat.dossier_id))
        self.leden = {lid.rol.lower(): lid.inwoner for lid in dossier.leden}
        rollen = {inwoner: rol for rol, inwoner in self.leden.items()}
        self.van = {rollen[self.zaak(nummer).client_id]: nummer for nummer in resultaat.zaken}

    def actor(self, als=None):
        return self.gemeente.actor(als)

    def lees(self, vraag):
        with self.omgeving.werk(self.actor()) as werk:
            return vraag(werk)

    def zaak(self, nummer):
        return self.lees(lambda werk: werk.zaken.haal(nummer))

    def dag(self, na_begin=15) -> date:
        return self.begin + timedelta(days=na_begin)

    def voorstel(self, **anders):
        vast = {
            "op": self.dag(),
            "doelen": (Doel(tekst="Thuis blijven wonen.", domein="wonen"),),
            "afspraken": (Afspraak(wat="Boodschappen doen", wie="de buurman"),),
            "overeenstemming": EENS,
        }
        return Planvoorstel.model_validate({**vast, **anders})

    def besluit(self, wet="WMO", product="vervoerspas", soort="TOEKENNING", met_aanvraag=True, nummer=None):
        """Take the decision of a zaak that has its plan, along the besluitroute of the gemeente."""
        nummer = nummer or self.zaken[wet]
        if met_aanvraag:
            registreer_aanvraag(self.omgeving, self.actor(), nummer, self.dag(20))
        zaak = self.zaak(nummer)
        vraag = Vraag(zaak.wet, product, WOORDEN, besluit=Besluitsoort(soort), waarom=WAAROM)
        besluit_langs_route(self.gemeente, zaak, vraag, demo._iemand)
        (genomen,) = self.lees(lambda werk: werk.besluiten.zoek(zaak_id=nummer))
        return genomen.besluit

    def _tot_het_plan(self, nummer):
        if begint_met_aanvraag(self.zaak(nummer).wet):
            registreer_aanvraag(self.omgeving, self.actor(), nummer, self.begin)
        verhelder_melding(self.gemeente, self.zaak(nummer), WOORDEN)
        stel_team_samen(self.omgeving, self.actor(), nummer)
        beleg_regie(self.omgeving, self.actor(), nummer)
        zaak = self.zaak(nummer)
        voerder, vraag = zaak.leden[0], Vraag(zaak.wet, None, WOORDEN, waarom=WAAROM)
        voer_gesprek(self.gemeente, zaak, Scenario("proef", "Proef", (vraag,)), vraag, voerder)
        geef_verslag(self.gemeente, self.zaak(nummer), voerder)
