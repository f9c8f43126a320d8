"""A real gemeente with a zaak that is ready for its plan, in a household of more than one."""

from datetime import date, timedelta

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Registratie
from toegang.domain.besluit import Motivering
from toegang.domain.levensloop import begint_met_aanvraag
from toegang.domain.plandelen import Afspraak, Doel, Overeenstemming
from toegang.lifecycle.aanvraag import registreer_aanvraag
from toegang.lifecycle.besluit import Besluitopdracht, Gevraagd, neem_besluit, route_van
from toegang.lifecycle.intake import neem_in
from toegang.lifecycle.inzage import open_zaak
from toegang.lifecycle.plan import Planvoorstel
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.team import stel_team_samen, team_van
from toegang_cli.demo import stappen as demo
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
        """Take the decision of a zaak that has its plan."""
        nummer = nummer or self.zaken[wet]
        if met_aanvraag:
            registreer_aanvraag(self.omgeving, self.actor(), nummer, self.dag(20))
        zaak, vandaag = self.zaak(nummer), self.omgeving.vandaag()
        team = self.lees(lambda werk: team_van(werk, nummer))
        beoordelaar = team.beoordelaars(zaak.wet)[0].medewerker
        route = route_van(self.omgeving, zaak, vandaag)
        beslisser = demo._iemand(self.gemeente, route.besluit_rol, liever_niet=beoordelaar)
        toetser = demo._iemand(self.gemeente, route.toets_rol) if route.toets_rol else None
        opdracht = Besluitopdracht(
            soort=soort,
            op=vandaag,
            voorzieningen=(Gevraagd(product=product, ingangsdatum=vandaag, einddatum=vandaag + timedelta(days=300)),),
            beoordelaar=beoordelaar,
            toetser=toetser,
            motivering=Motivering(stappen=(("a", "Dit is nodig."),), conclusie="Daarom."),
        )
        open_zaak(self.omgeving, self.actor(beslisser), nummer)
        return neem_besluit(self.omgeving, self.actor(beslisser), nummer, opdracht)

    def _tot_het_plan(self, nummer):
        if begint_met_aanvraag(self.zaak(nummer).wet):
            registreer_aanvraag(self.omgeving, self.actor(), nummer, self.begin)
        stel_team_samen(self.omgeving, self.actor(), nummer)
        beleg_regie(self.omgeving, self.actor(), nummer)
        zaak = self.zaak(nummer)
        vraag = Vraag(zaak.wet, None, "Ik wil meedoen.")
        demo._gesprek(self.gemeente, zaak, Scenario("proef", "Proef", (vraag,)))
