"""Gemeente Schagen: a sociaal telefoonteam as filter, and four wijkteams of municipal generalists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toegang import (
    Afhandeling,
    Besluit,
    Casusteam,
    Contact,
    Gemeentebeeld,
    Gemeenteplugin,
    Huishouden,
    Intake,
    Kanaal,
    Kandidaat,
    Melding,
    Problematiek,
    Reden,
    Registratie,
    Wet,
    Zaak,
    bouwstenen,
    hookimpl,
)

MIJN_INKOMEN = "mijn-inkomen"
DIGITAAL = (Kanaal.WEBFORMULIER, Kanaal.EMAIL)


class Schagen(Gemeenteplugin):
    """Own answers on intake (S-1..S-6, S-20) and team (S-12); regie, form and archive follow from the data."""

    @hookimpl
    def route_intake(self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld) -> Intake | None:
        """Let the telefoonteam filter: close it, redirect it, or pass it to the wijkteam (S-3, S-20, S-4)."""
        if bouwstenen.kan_meteen(melding) or bouwstenen.woont_elders(melding):
            return None
        if bouwstenen.vaste_weg(melding, gemeente.organisatie):
            return None
        if melding.behapbaar and bouwstenen.registratie_van(melding) is Registratie.MELDING:
            return _zelf_beantwoord(melding, gemeente)
        if not melding.wetten:
            return None
        return _naar_wijkteam(melding, contacten, gemeente)

    @hookimpl
    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Casusteam | None:
        """Add a second consulent to a complex zaak, but only after intervisie (S-12)."""
        if zaak.problematiek is Problematiek.ENKELVOUDIG:
            return None
        basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        if zaak.intervisie_op is None:
            tekst = "Eén consulent begint; of er een tweede nodig is, bespreekt het wijkteam eerst in intervisie."
            waarom = Reden.van("EERST_INTERVISIE", tekst, *basis.reden.regels, "S-12")
            return basis.gewijzigd(intervisie_nodig=True, reden=waarom)
        return _met_tweede(basis, zaak, huishouden, kandidaten, gemeente)

    @hookimpl
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Point at the portal where residents see their contacts and appointments (S-17)."""
        return {"contact": ("In Mijn Regie op onze website kunt u uw contactmomenten en afspraken bekijken.",)}


def _telefoonteam(melding: Melding, gemeente: Gemeentebeeld) -> str:
    organisatie = gemeente.organisatie
    return bouwstenen.intakeloket(bouwstenen.loket_van(melding, organisatie), organisatie).id


def _zelf_beantwoord(melding: Melding, gemeente: Gemeentebeeld) -> Intake:
    """Close a manageable question that stays a melding because the resident did not waive it (S-3, F-4)."""
    tekst = "Het telefoonteam heeft de vraag zelf beantwoord; de melding is vastgelegd, er volgt geen zaak."
    return Intake(
        actor=_telefoonteam(melding, gemeente),
        registratie=Registratie.MELDING,
        afhandeling=Afhandeling.BEANTWOORD,
        problematiek=melding.problematiek,
        reden=Reden.van("AFGEHANDELD_BIJ_INTAKE", tekst, "S-1", "S-3", loket=melding.loket),
    )


def _naar_wijkteam(melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld) -> Intake:
    """Forward to the one wijkteam of the area, with the first day of receipt (S-4, S-6, S-7, L-36)."""
    doel = bouwstenen.vereis_bestemming(melding, gemeente)
    afhandeling, code, tekst, regels = _weg(melding, contacten, gemeente)
    feiten = {
        "loket": melding.loket,
        "ontvangen_op": melding.ontvangen_op,
        "triage": _triage(melding),
        "gebied": melding.gebied if doel.gebied_bekend else "onbekend",
    }
    return Intake(
        actor=_telefoonteam(melding, gemeente),
        registratie=bouwstenen.registratie_van(melding),
        afhandeling=afhandeling,
        bestemming=doel.team.id,
        problematiek=melding.problematiek,
        wetten=melding.wetten,
        reden=bouwstenen.reden(code, tekst, ("S-1", *regels, "S-4", "S-5", "S-7"), feiten),
    )


def _triage(melding: Melding) -> str:
    """S-5: a simple follow-up on something that was granted before, or more complex problems."""
    eenvoudig = melding.problematiek is Problematiek.ENKELVOUDIG and all(
        vraag.vervolgaanvraag for vraag in melding.hulpvragen
    )
    return "EENVOUDIGE_VERVOLGAANVRAAG" if eenvoudig else "COMPLEXER"


def _weg(
    melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld
) -> tuple[Afhandeling, str, str, tuple[str, ...]]:
    """Return how the question reached the telefoonteam: redirected, passed on, or there at once."""
    loket = bouwstenen.loket_van(melding, gemeente.organisatie)
    if melding.wetten == (Wet.PARTICIPATIEWET,) and melding.kanaal in DIGITAAL:
        tekst = "De aanvraag loopt verder via Mijn Inkomen; de eerste dag van ontvangst blijft staan."
        return Afhandeling.OMGELEID, "VIA_MIJN_INKOMEN", tekst, ("S-20", "L-36")
    if loket.id == MIJN_INKOMEN:
        tekst = "De aanvraag kwam binnen via Mijn Inkomen en gaat naar het wijkteam."
        return Afhandeling.IN_BEHANDELING, "UIT_MIJN_INKOMEN", tekst, ("S-20",)
    if loket.geeft_door_aan is None:
        code = _triage(melding)
        tekst = "Het telefoonteam deed de eerste uitvraag en zet de vraag door naar het wijkteam."
        return Afhandeling.IN_BEHANDELING, code, tekst, ("S-21",)
    if bouwstenen.ladder_doorlopen(contacten):
        tekst = "Online en telefonisch contact gingen vooraf; nu is een afspraak bij het wijkteam aan de beurt."
        return Afhandeling.IN_BEHANDELING, "NA_CLICK_EN_CALL", tekst, ("S-2",)
    tekst = "De vraag kwam ergens anders binnen en is met de dag van ontvangst doorgeleid naar het telefoonteam."
    return Afhandeling.DOORGELEID, "EERST_TELEFOONTEAM", tekst, ("S-2", "S-6", "L-36")


def _met_tweede(
    basis: Casusteam,
    zaak: Zaak,
    huishouden: Huishouden,
    kandidaten: tuple[Kandidaat, ...],
    gemeente: Gemeentebeeld,
) -> Casusteam:
    """Add one consulent with another specialism, for the other open question of the household if there is one."""
    organisatie = gemeente.organisatie
    team = bouwstenen.team_van_zaak(zaak, organisatie, gemeente.peildatum)
    andere = next((item.wet for item in huishouden.zaken if item.open and item.wet is not zaak.wet), None)
    eigen = tuple(item.discipline for item in team.disciplines if item.discipline != basis.drager.discipline)
    wens = replace(
        bouwstenen.wens_beoordelaar(zaak, huishouden, team, gemeente),
        wet=andere or zaak.wet,
        specialismen=organisatie.specialismen.get(andere, ()) if andere else eigen,
        registers=(),
        bekend=(),
        niet=tuple(lid.medewerker for lid in basis.leden),
    )
    keuze = bouwstenen.kies(kandidaten, wens, gemeente)
    if keuze.gekozen is None:
        return basis
    tweede = keuze.als_lid(*((andere,) if andere else ()))
    tekst = "Na intervisie werkt een tweede consulent mee."
    waarom = Reden.van("TWEEDE_NA_INTERVISIE", tekst, *basis.reden.regels, "S-12")
    return bouwstenen.uitgebreid(basis, (keuze,), waarom, leden=(*basis.leden, tweede))


plugin = Schagen.uit_pakket(__name__)
