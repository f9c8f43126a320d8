"""Model ``telefoonfilter``: a telefoonteam asks first, and passes on to wijkteams of own generalists.

Derived from Schagen (S-1..S-6, S-12, S-20). Rules of a gemeente are cited only where she lists them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toegang.domain.begrippen import Afhandeling, Kanaal, Problematiek, Registratie, Wet
from toegang.domain.beleid import Sleutel
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.organisatie import Organisatie
from toegang.domain.team import Casusteam
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.hookspecs import hookimpl
from toegang.plugins import bouwstenen
from toegang.plugins.modellen.basis import Organisatiemodel, keuzes
from toegang.plugins.regelgids import geldend

DIGITAAL = (Kanaal.WEBFORMULIER, Kanaal.EMAIL)


class Keuzes(Waarde):
    """What a gemeente chooses.

    Args:
        inkomensloket: digital door for applications about work and income, when there is one.
    """

    inkomensloket: Sleutel | None = None


class Telefoonfilter(Organisatiemodel):
    """Answers on intake and team; regie, form and archive follow from the data."""

    naam = "telefoonfilter"
    naar = "schagen"
    uitleg = "Een telefoonteam vraagt eerst uit en zet door naar wijkteams van generalisten in eigen dienst."
    Keuzes = Keuzes

    @classmethod
    def verwijzingen(cls) -> Mapping[str, str]:
        """The digital door is one of the loketten."""
        return {"inkomensloket": "loket"}

    @hookimpl
    def route_intake(self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld) -> Intake | None:
        """Let the telefoonteam filter: close it, redirect it, or pass it to the wijkteam (S-3, S-20, S-4)."""
        if bouwstenen.kan_meteen(melding) or bouwstenen.woont_elders(melding):
            return None
        if bouwstenen.vaste_weg(melding, gemeente.organisatie):
            return None
        if melding.behapbaar and bouwstenen.registratie_van(melding) is Registratie.MELDING:
            return _zelf_beantwoord(melding, gemeente.organisatie)
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
            regels = (*basis.reden.regels, *geldend(gemeente.organisatie, "S-12"))
            waarom = bouwstenen.reden("EERST_INTERVISIE", tekst, regels, {})
            return basis.gewijzigd(intervisie_nodig=True, reden=waarom)
        return _met_tweede(basis, zaak, huishouden, kandidaten, gemeente)


def _telefoonteam(melding: Melding, organisatie: Organisatie) -> str:
    return bouwstenen.intakeloket(bouwstenen.loket_van(melding, organisatie), organisatie).id


def _zelf_beantwoord(melding: Melding, organisatie: Organisatie) -> Intake:
    """Close a manageable question that stays a melding because the resident did not waive it (S-3, F-4)."""
    tekst = "Het telefoonteam heeft de vraag zelf beantwoord; de melding is vastgelegd, er volgt geen zaak."
    regels = geldend(organisatie, "S-1", "S-3")
    return Intake(
        actor=_telefoonteam(melding, organisatie),
        registratie=Registratie.MELDING,
        afhandeling=Afhandeling.BEANTWOORD,
        problematiek=melding.problematiek,
        reden=bouwstenen.reden("AFGEHANDELD_BIJ_INTAKE", tekst, regels, {"loket": melding.loket}),
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
    aangehaald = geldend(gemeente.organisatie, "S-1", *regels, "S-4", "S-5", "S-7")
    return Intake(
        actor=_telefoonteam(melding, gemeente.organisatie),
        registratie=bouwstenen.registratie_van(melding),
        afhandeling=afhandeling,
        bestemming=doel.team.id,
        problematiek=melding.problematiek,
        wetten=melding.wetten,
        reden=bouwstenen.reden(code, tekst, aangehaald, feiten),
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
    digitaal = gemeente.organisatie.loket(keuzes(gemeente, Keuzes).inkomensloket or "")
    if digitaal and melding.wetten == (Wet.PARTICIPATIEWET,) and melding.kanaal in DIGITAAL:
        tekst = f"De aanvraag loopt verder via {digitaal.naam}; de eerste dag van ontvangst blijft staan."
        return Afhandeling.OMGELEID, f"VIA_{_code(digitaal.id)}", tekst, ("S-20", "L-36")
    if digitaal and loket.id == digitaal.id:
        tekst = f"De aanvraag kwam binnen via {digitaal.naam} en gaat naar het wijkteam."
        return Afhandeling.IN_BEHANDELING, f"UIT_{_code(digitaal.id)}", tekst, ("S-20",)
    if loket.geeft_door_aan is None:
        tekst = "Het telefoonteam deed de eerste uitvraag en zet de vraag door naar het wijkteam."
        return Afhandeling.IN_BEHANDELING, _triage(melding), tekst, ("S-21",)
    if bouwstenen.ladder_doorlopen(contacten):
        tekst = "Online en telefonisch contact gingen vooraf; nu is een afspraak bij het wijkteam aan de beurt."
        return Afhandeling.IN_BEHANDELING, "NA_CLICK_EN_CALL", tekst, ("S-2",)
    tekst = "De vraag kwam ergens anders binnen en is met de dag van ontvangst doorgeleid naar het telefoonteam."
    return Afhandeling.DOORGELEID, "EERST_TELEFOONTEAM", tekst, ("S-2", "S-6", "L-36")


def _code(sleutel: str) -> str:
    return sleutel.upper().replace("-", "_")


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
    regels = (*basis.reden.regels, *geldend(organisatie, "S-12"))
    waarom = bouwstenen.reden("TWEEDE_NA_INTERVISIE", "Na intervisie werkt een tweede consulent mee.", regels, {})
    return bouwstenen.uitgebreid(basis, (keuze,), waarom, leden=(*basis.leden, tweede))


model = Telefoonfilter()
