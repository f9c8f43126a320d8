"""Model ``wijkteams``: wijkteams of several organisations; the signed plan is the decision where the law lets it.

Derived from Zwolle (Z-4, Z-8, Z-13..Z-18, Z-28). For which acts the plan can carry the decision, and what asks for a
beschikking all the same, are lists of the gemeente's own rules Z-13 and Z-15; without those there is always a
beschikking. Rules are cited only where the gemeente lists them.
"""

from __future__ import annotations

from dataclasses import replace

from toegang.domain.begrippen import (
    Afhandeling,
    Besluitvorm,
    Drager,
    Problematiek,
    Registratie,
    Werkgeversoort,
)
from toegang.domain.besluit import Beschikkingsconcept, Besluit
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.organisatie import Organisatie
from toegang.domain.plan import Plan
from toegang.domain.reden import Reden
from toegang.domain.team import Casusteam
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.hookspecs import hookimpl
from toegang.plugins import bouwstenen
from toegang.plugins.modellen.basis import Organisatiemodel, keuzes
from toegang.plugins.regelgids import geldend

BELASTEND_APART = "Z-28"
"""A base rule of Toegang (:mod:`toegang.guards.beschikking`): it holds in every gemeente."""


class Keuzes(Waarde):
    """What a gemeente chooses.

    Args:
        partners: kinds of employer whose people join a meervoudige zaak.
    """

    partners: tuple[Werkgeversoort, ...] = (Werkgeversoort.WELZIJN, Werkgeversoort.CLIENTONDERSTEUNING)


class Wijkteams(Organisatiemodel):
    """Answers on the gesprek, the mixed team and the form of the decision; regie and archive follow from the data."""

    naam = "wijkteams"
    naar = "zwolle"
    uitleg = "Wijkteams van verschillende organisaties; het ondertekende plan is het besluit waar dat kan."
    Keuzes = Keuzes

    @hookimpl
    def route_intake(self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld) -> Intake | None:
        """Plan a gesprek at the wijkteam for a question that names no act and cannot be answered at once (Z-8)."""
        organisatie = gemeente.organisatie
        if melding.wetten or bouwstenen.kan_meteen(melding) or bouwstenen.vaste_weg(melding, organisatie):
            return None
        loket = bouwstenen.loket_van(melding, organisatie)
        van_wijk = (team.id for team in organisatie.teams if melding.gebied in team.gebieden)
        doel = next(van_wijk, loket.id if organisatie.team(loket.id) else organisatie.teams[0].id)
        tekst = "De vraag kan niet meteen worden beantwoord; het wijkteam plant een gesprek."
        regels = geldend(organisatie, "Z-8", *(("Z-6",) if melding.verwijzer else ()))
        feiten = {"loket": loket.id, "ontvangen_op": melding.ontvangen_op}
        return Intake(
            actor=loket.id,
            registratie=Registratie.MELDING,
            afhandeling=Afhandeling.IN_BEHANDELING if doel == loket.id else Afhandeling.DOORGELEID,
            bestemming=doel,
            problematiek=melding.problematiek,
            reden=bouwstenen.reden("GESPREK_PLANNEN", tekst, regels, feiten),
        )

    @hookimpl
    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Casusteam | None:
        """Let a colleague of another organisation join a meervoudige zaak; the municipality assesses (Z-4, Z-18)."""
        if zaak.problematiek is Problematiek.ENKELVOUDIG and not zaak.gespecialiseerd:
            return None
        basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        team = bouwstenen.team_van_zaak(zaak, gemeente.organisatie, gemeente.peildatum)
        wens = replace(
            bouwstenen.wens_beoordelaar(zaak, huishouden, team, gemeente),
            functies=(),
            beoordeelt=False,
            registers=(),
            werkgeversoorten=keuzes(gemeente, Keuzes).partners,
            niet=tuple(lid.medewerker for lid in basis.leden),
        )
        keuze = bouwstenen.kies((item for item in kandidaten if team.id in item.teams), wens, gemeente)
        if keuze.gekozen is None:
            return basis
        tekst = "De gemeente beoordeelt; een professional van een andere organisatie werkt mee in hetzelfde wijkteam."
        regels = (*basis.reden.regels, *geldend(gemeente.organisatie, "Z-4", "Z-18", "L-62"))
        waarom = Reden.van("MET_PARTNER", tekst, *regels)
        return bouwstenen.uitgebreid(basis, (keuze,), waarom, leden=(*basis.leden, keuze.als_lid()))

    @hookimpl
    def draft_beschikking(
        self, zaak: Zaak, plan: Plan | None, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Beschikkingsconcept | None:
        """Let the signed plan carry what it can, and a beschikking what it must (Z-13..Z-16, Z-28)."""
        organisatie = gemeente.organisatie
        if bouwstenen.alleen_algemeen(besluit) or zaak.wet not in _lijst(organisatie, "Z-13", "wetten"):
            return None
        if besluit.is_belastend:
            tekst = "Dit besluit is belastend en staat altijd in een aparte beschikking."
            waarom = _reden("BELASTEND_APART", tekst, organisatie)
            return bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, waarom)
        if besluit.soort.tussentijds:
            tekst = "Een tijdelijk besluit wacht niet op een plan; het krijgt een eigen brief."
            waarom = _reden("TIJDELIJK_APART", tekst, organisatie)
            return bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, waarom)
        apart = _met_trigger(besluit, organisatie)
        if plan is not None and apart:
            return _plan_plus_beschikking(zaak, plan, besluit, apart, gemeente)
        if plan is None or not _kan_dragen(plan, besluit):
            tekst = "Er is geen ondertekend plan dat als aanvraag geldt; dan draagt een beschikking het besluit."
            waarom = _reden("PLAN_DRAAGT_NIET", tekst, organisatie)
            return bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, waarom)
        return Beschikkingsconcept(
            vorm=Besluitvorm.PLAN_IS_BESCHIKKING,
            dragers=bouwstenen.verdeel(besluit.voorzieningen_met_besluit, Drager.PLAN),
            sjabloon=bouwstenen.PLAN_IS_BESCHIKKING,
            ondertekenaarfunctie=bouwstenen.ondertekenaarfunctie(zaak, besluit, gemeente),
            reden=bouwstenen.reden(
                "PLAN_IS_BESCHIKKING",
                "Het ondertekende plan is ook het besluit; een aparte beschikking is niet nodig.",
                (*geldend(organisatie, "Z-13", "Z-14", "Z-16", "Z-25"), BELASTEND_APART),
                {"getekend_op": plan.getekend_op},
            ),
        )


def _lijst(organisatie: Organisatie, regel: str, naam: str) -> tuple[str, ...]:
    """Return a list out of the own rules in ``organisatie.toml``; empty when the rule is not there."""
    eigen = organisatie.regels.get(regel)
    return eigen.lijsten.get(naam, ()) if eigen else ()


def _reden(code: str, tekst: str, organisatie: Organisatie) -> Reden:
    return Reden.van(code, tekst, *geldend(organisatie, "Z-13"), BELASTEND_APART)


def _met_trigger(besluit: Besluit, organisatie: Organisatie) -> tuple[str, ...]:
    """Return the ids of the provisions that ask for a beschikking beside the plan (Z-15)."""
    triggers = set(_lijst(organisatie, "Z-15", "kenmerken"))
    return tuple(item.id for item in besluit.voorzieningen_met_besluit if triggers & set(item.kenmerken))


def _kan_dragen(plan: Plan, besluit: Besluit) -> bool:
    """Tell whether a plan can carry the decision: signed before it, and registered as aanvraag (Z-28)."""
    return plan.geldt_als_aanvraag and plan.getekend_op is not None and plan.getekend_op <= besluit.datum


def _plan_plus_beschikking(
    zaak: Zaak, plan: Plan, besluit: Besluit, apart: tuple[str, ...], gemeente: Gemeentebeeld
) -> Beschikkingsconcept:
    """Put what Z-15 names on a beschikking, and the rest on the plan when that can carry it."""
    kan = _kan_dragen(plan, besluit)
    rest = tuple(item for item in besluit.voorzieningen_met_besluit if item.id not in apart)
    op_papier = tuple(item for item in besluit.voorzieningen_met_besluit if item.id in apart or not kan)
    waarom = bouwstenen.reden(
        "PLAN_PLUS_BESCHIKKING",
        "Naast het plan is er een aparte beschikking, omdat de wet die bij deze hulp vraagt.",
        (*geldend(gemeente.organisatie, "Z-15", "Z-16"), BELASTEND_APART),
        {"apart": ",".join(apart), "plan_draagt": "ja" if kan else "nee"},
    )
    concept = bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, waarom)
    op_plan = bouwstenen.verdeel(rest, Drager.PLAN) if kan else ()
    return concept.gewijzigd(
        vorm=Besluitvorm.PLAN_PLUS_BESCHIKKING,
        dragers=(*bouwstenen.verdeel(op_papier, Drager.BESCHIKKING), *op_plan),
    )


model = Wijkteams()
