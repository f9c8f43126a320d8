"""The last layer of every board: answers all five hooks from the data of ``organisatie.toml`` alone.

So an ordinary gemeente needs data and no code; a plugin answers only where its algorithm differs, and
gives ``None`` where this layer is right.
"""

from __future__ import annotations

from toegang.domain.archief import Archiefbesluit, Archiefkeuze
from toegang.domain.besluit import Beschikkingsconcept, Besluit
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.openstaand import vereis
from toegang.domain.plan import Plan
from toegang.domain.regie import Regietoewijzing
from toegang.domain.signaal import Signaal
from toegang.domain.team import Casusteam
from toegang.domain.zaak import Zaak
from toegang.errors import Controlefout
from toegang.hookspecs import Haken, hookimpl
from toegang.plugins.casusteam import standaardteam
from toegang.plugins.regelgids import geldend, reden
from toegang.plugins.regiekeuze import standaardregie
from toegang.plugins.triage import standaardintake
from toegang.plugins.vormen import standaardconcept


class Standaard(Haken):
    """The standard answers; registered first, so asked last."""

    @hookimpl(trylast=True)
    def route_intake(self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld) -> Intake:
        """Answer from doors, teams and ``direct_antwoord``; see :func:`~toegang.plugins.triage.standaardintake`."""
        return standaardintake(melding, gemeente)

    @hookimpl(trylast=True)
    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Casusteam:
        """Answer with one assessor; see :func:`~toegang.plugins.casusteam.standaardteam`."""
        return standaardteam(zaak, huishouden, kandidaten, gemeente)

    @hookimpl(trylast=True)
    def assign_regie(
        self, zaak: Zaak, huishouden: Huishouden, team: Casusteam, gemeente: Gemeentebeeld
    ) -> Regietoewijzing:
        """Answer from the regie policy; see :func:`~toegang.plugins.regiekeuze.standaardregie`."""
        return standaardregie(zaak, huishouden, team, gemeente)

    @hookimpl(trylast=True)
    def draft_beschikking(
        self, zaak: Zaak, plan: Plan | None, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Beschikkingsconcept:
        """Answer along the besluitroute; see :func:`~toegang.plugins.vormen.standaardconcept`."""
        return standaardconcept(zaak, plan, besluit, gemeente)

    @hookimpl(trylast=True)
    def decide_archivering(
        self,
        zaak: Zaak,
        besluiten: tuple[Besluit, ...],
        toegestaan: tuple[Archiefkeuze, ...],
        gemeente: Gemeentebeeld,
    ) -> Archiefbesluit:
        """Choose the first result that core offers, and the archive actor of the gemeente.

        Raises:
            Controlefout: the selectielijst has no result for this outcome.
            NietToegestaan: the gemeente has not said yet who looks after the archive.
        """
        if not toegestaan:
            raise Controlefout(
                f"Zaak {zaak.id}: de selectielijst heeft geen resultaat voor {zaak.wet} met deze uitkomst.",
                vervolg="Leg de zaak voor aan de archivaris.",
            )
        actor = vereis(gemeente.organisatie, gemeente.organisatie.archiefactor)
        keuze = toegestaan[0]
        regels = geldend(gemeente.organisatie, "L-150", *(("L-152",) if len(toegestaan) > 1 else ()))
        tekst = f"Resultaat {keuze.nummer} ({keuze.naam}) past bij de uitkomst van de zaak."
        feiten = {"uitkomst": zaak.uitkomst or "onbekend", "mogelijk": len(toegestaan), "besluiten": len(besluiten)}
        return Archiefbesluit(
            resultaat=keuze.nummer,
            archiefactor=actor,
            reden=reden("RESULTAAT_VAN_SELECTIELIJST", tekst, regels, feiten),
        )

    @hookimpl
    def signalen(self, zaak: Zaak, huishouden: Huishouden, gemeente: Gemeentebeeld) -> tuple[Signaal, ...]:
        """Point at a second open zaak (W-13, D-23) and at too many professionals (W-15)."""
        gevonden = []
        lopend = ", ".join(ander.id for ander in huishouden.zaken if ander.open and ander.id != zaak.id)
        if lopend:
            tekst = f"Dit huishouden heeft al lopende zaken ({lopend}); bekijk ze samen: één plan, één regisseur."
            gevonden.append(Signaal(code="LOPENDE_ZAAK", tekst=tekst))
        aantal, grens = huishouden.aantal_professionals, gemeente.organisatie.regie.max_professionals
        if isinstance(grens, int) and aantal > grens:
            tekst = f"Er werken {aantal} professionals met dit huishouden; de grens is {grens}."
            gevonden.append(Signaal(code="VEEL_PROFESSIONALS", tekst=tekst))
        return tuple(gevonden)


standaard = Standaard()
