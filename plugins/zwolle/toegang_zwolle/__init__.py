"""Gemeente Zwolle: five sociale wijkteams; the plan is the besluit unless the law asks a beschikking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toegang import (
    Afhandeling,
    Beschikkingsconcept,
    Besluit,
    Besluitvorm,
    Casusteam,
    Contact,
    Drager,
    Gemeentebeeld,
    Gemeenteplugin,
    Huishouden,
    Intake,
    Kandidaat,
    Melding,
    Plan,
    Problematiek,
    Reden,
    Registratie,
    Werkgeversoort,
    Zaak,
    bouwstenen,
    hookimpl,
)

PARTNERS = (Werkgeversoort.WELZIJN, Werkgeversoort.CLIENTONDERSTEUNING)


class Zwolle(Gemeenteplugin):
    """Own answers on the form of the decision (Z-13..Z-16, Z-28), the mixed team (Z-4) and the gesprek (Z-8)."""

    @hookimpl
    def route_intake(self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld) -> Intake | None:
        """Plan a gesprek at the wijkteam for a question that names no act and cannot be answered at once (Z-8)."""
        if melding.wetten or bouwstenen.kan_meteen(melding) or bouwstenen.vaste_weg(melding, gemeente.organisatie):
            return None
        organisatie = gemeente.organisatie
        loket = bouwstenen.loket_van(melding, organisatie)
        van_wijk = (team.id for team in organisatie.teams if melding.gebied in team.gebieden)
        doel = next(van_wijk, loket.id if organisatie.team(loket.id) else organisatie.teams[0].id)
        tekst = "De vraag kan niet meteen worden beantwoord; het wijkteam plant een gesprek."
        regels = ("Z-8", "Z-6") if melding.verwijzer else ("Z-8",)
        return Intake(
            actor=loket.id,
            registratie=Registratie.MELDING,
            afhandeling=Afhandeling.IN_BEHANDELING if doel == loket.id else Afhandeling.DOORGELEID,
            bestemming=doel,
            problematiek=melding.problematiek,
            reden=Reden.van("GESPREK_PLANNEN", tekst, *regels, loket=loket.id, ontvangen_op=melding.ontvangen_op),
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
            werkgeversoorten=PARTNERS,
            niet=tuple(lid.medewerker for lid in basis.leden),
        )
        keuze = bouwstenen.kies((item for item in kandidaten if team.id in item.teams), wens, gemeente)
        if keuze.gekozen is None:
            return basis
        tekst = "De gemeente beoordeelt; een professional van een andere organisatie werkt mee in hetzelfde wijkteam."
        waarom = Reden.van("MET_PARTNER", tekst, *basis.reden.regels, "Z-4", "Z-18", "L-62")
        return bouwstenen.uitgebreid(basis, (keuze,), waarom, leden=(*basis.leden, keuze.als_lid()))

    @hookimpl
    def draft_beschikking(
        self, zaak: Zaak, plan: Plan | None, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Beschikkingsconcept | None:
        """Let the signed plan carry what it can, and a beschikking what it must (Z-13..Z-16, Z-28)."""
        if bouwstenen.alleen_algemeen(besluit) or zaak.wet not in _lijst(gemeente, "Z-13", "wetten"):
            return None
        if besluit.is_belastend:
            waarom = _reden("BELASTEND_APART", "Dit besluit is belastend en staat altijd in een aparte beschikking.")
            return bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, waarom)
        if besluit.soort.tussentijds:
            waarom = _reden(
                "TIJDELIJK_APART", "Een tijdelijk besluit wacht niet op een plan; het krijgt een eigen brief."
            )
            return bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, waarom)
        apart = _met_trigger(besluit, gemeente)
        if plan is not None and apart:
            return _plan_plus_beschikking(zaak, plan, besluit, apart, gemeente)
        if plan is None or not _kan_dragen(plan, besluit):
            tekst = "Er is geen ondertekend plan dat als aanvraag geldt; dan draagt een beschikking het besluit."
            return bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, _reden("PLAN_DRAAGT_NIET", tekst))
        return Beschikkingsconcept(
            vorm=Besluitvorm.PLAN_IS_BESCHIKKING,
            dragers=bouwstenen.verdeel(besluit.voorzieningen_met_besluit, Drager.PLAN),
            sjabloon=bouwstenen.PLAN_IS_BESCHIKKING,
            ondertekenaarfunctie=bouwstenen.ondertekenaarfunctie(zaak, besluit, gemeente),
            reden=Reden.van(
                "PLAN_IS_BESCHIKKING",
                "Het ondertekende plan is ook het besluit; een aparte beschikking is niet nodig.",
                *("Z-13", "Z-14", "Z-16", "Z-25", "Z-28"),
                getekend_op=plan.getekend_op,
            ),
        )

    @hookimpl
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Say that there is one worker who knows the story (Z-17, Z-24)."""
        if zaak.wet not in _lijst(gemeente, "Z-13", "wetten"):
            return None
        tekst = (
            "U heeft één vaste medewerker als aanspreekpunt. Zo hoeft u uw verhaal niet steeds opnieuw te vertellen."
        )
        return {"contact": (tekst,)}


def _lijst(gemeente: Gemeentebeeld, regel: str, naam: str) -> tuple[str, ...]:
    """Return a list out of the own rules in ``organisatie.toml``; empty when the rule is not there."""
    eigen = gemeente.organisatie.regels.get(regel)
    return eigen.lijsten.get(naam, ()) if eigen else ()


def _reden(code: str, tekst: str) -> Reden:
    return Reden.van(code, tekst, "Z-13", "Z-28")


def _met_trigger(besluit: Besluit, gemeente: Gemeentebeeld) -> tuple[str, ...]:
    """Return the ids of the provisions that ask for a beschikking beside the plan (Z-15)."""
    triggers = set(_lijst(gemeente, "Z-15", "kenmerken"))
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
    tekst = "Naast het plan is er een aparte beschikking, omdat de wet die bij deze hulp vraagt."
    waarom = Reden.van(
        "PLAN_PLUS_BESCHIKKING",
        tekst,
        "Z-15",
        "Z-16",
        "Z-28",
        apart=",".join(apart),
        plan_draagt="ja" if kan else "nee",
    )
    concept = bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, waarom)
    op_plan = bouwstenen.verdeel(rest, Drager.PLAN) if kan else ()
    return concept.gewijzigd(
        vorm=Besluitvorm.PLAN_PLUS_BESCHIKKING,
        dragers=(*bouwstenen.verdeel(op_papier, Drager.BESCHIKKING), *op_plan),
    )


plugin = Zwolle.uit_pakket(__name__)
