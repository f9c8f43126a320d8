"""Gemeente Beekdaelen: administratie as loket with four destinations, consulenten per discipline, Expertiseteam."""

from __future__ import annotations

from collections.abc import Mapping

from toegang import (
    Afhandeling,
    Besluit,
    Besluitsoort,
    Casusteam,
    Contact,
    Gemeentebeeld,
    Gemeenteplugin,
    Huishouden,
    Intake,
    Kandidaat,
    Meldersoort,
    Melding,
    Problematiek,
    Reden,
    Registratie,
    Wet,
    Zaak,
    bouwstenen,
    hookimpl,
)

BELEID, EXPERTISETEAM = "beleid", "expertiseteam"
ORGANISATIES = (Meldersoort.PROFESSIONAL, Meldersoort.AANBIEDER, Meldersoort.INSTELLING, Meldersoort.BEDRIJF)


class Beekdaelen(Gemeenteplugin):
    """Own answers on intake (B-3..B-19) and team (B-29..B-31); regie, form and archive follow from the data."""

    @hookimpl
    def route_intake(self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld) -> Intake | None:
        """Let the administratie choose: itself, consulent, beleidsmedewerker or dorpscoördinator (B-3)."""
        loket = bouwstenen.loket_van(melding, gemeente.organisatie)
        if loket.registreert is Registratie.CONTACTGEGEVENS or bouwstenen.woont_elders(melding):
            return None
        if bouwstenen.kan_meteen(melding) or bouwstenen.vaste_weg(melding, gemeente.organisatie):
            return None
        if not melding.wetten:
            return _zonder_aanvraag(melding, gemeente)
        if _licht(melding):
            return _voorliggend(melding, gemeente)
        return _naar_consulent(melding, gemeente)

    @hookimpl
    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Casusteam | None:
        """Bring in the expertise that a zaak needs, without moving the zaak (B-23, B-29)."""
        if zaak.problematiek is Problematiek.ENKELVOUDIG and not zaak.gespecialiseerd:
            return None
        basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        keuzes = _adviseurs(basis, zaak, huishouden, kandidaten, gemeente)
        if not keuzes:
            return basis
        tekst = "De consulent beoordeelt; het Expertiseteam denkt mee en beoordeelt niets."
        waarom = Reden.van("MET_EXPERTISETEAM", tekst, *basis.reden.regels, "B-22", "B-23", "B-31")
        return bouwstenen.uitgebreid(basis, keuzes, waarom, adviseurs=tuple(keuze.als_lid() for keuze in keuzes))

    @hookimpl
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Say that the administratie looks whether granted help is really given (B-44)."""
        if besluit.soort is not Besluitsoort.TOEKENNING or zaak.wet not in (Wet.WMO, Wet.JEUGDWET):
            return None
        return {
            "contact": ("Onze administratie kijkt of u de hulp ook echt krijgt. Gaat er iets niet goed? Bel ons dan.",)
        }


# --- intake ------------------------------------------------------------------------------------------


def _actor(melding: Melding, gemeente: Gemeentebeeld) -> str:
    organisatie = gemeente.organisatie
    return bouwstenen.intakeloket(bouwstenen.loket_van(melding, organisatie), organisatie).id


def _zonder_aanvraag(melding: Melding, gemeente: Gemeentebeeld) -> Intake | None:
    """A question without a formal request: an organisation's is for policy, a resident's for the kern (B-3)."""
    if any(vraag.product for vraag in melding.hulpvragen):
        return None
    gebied = next((item for item in gemeente.organisatie.gebieden if item.id == melding.gebied), None)
    if melding.melder in ORGANISATIES:
        doel, code, regels = BELEID, "NAAR_BELEID", ("B-3", "B-10", "B-16")
        tekst = "De vraag van een organisatie gaat naar de beleidsmedewerkers."
    elif gebied is not None and gebied.dorpscoordinator is not None:
        doel, code, regels = gebied.dorpscoordinator, "NAAR_DORPSCOORDINATOR", ("B-3", "B-15", "B-16")
        tekst = "De vraag gaat naar de dorpscoördinator van de kern."
    else:
        return None
    return Intake(
        actor=_actor(melding, gemeente),
        registratie=Registratie.CONTACTGEGEVENS,
        afhandeling=Afhandeling.DOORGELEID,
        bestemming=doel,
        problematiek=melding.problematiek,
        reden=Reden.van(code, tekst, *regels, melder=melding.melder, gebied=melding.gebied or "onbekend"),
    )


def _licht(melding: Melding) -> bool:
    """B-7: not complex, support wanted, and the resident agrees that no melding is made of it."""
    enkel = melding.problematiek is Problematiek.ENKELVOUDIG
    mondeling = bouwstenen.registratie_van(melding) is Registratie.MELDING
    zwaar = melding.verliest_regie or _gespecialiseerd(melding)
    return melding.wil_geen_melding and mondeling and enkel and not zwaar


def _gespecialiseerd(melding: Melding) -> bool:
    return any(vraag.gespecialiseerd for vraag in melding.hulpvragen)


def _voorliggend(melding: Melding, gemeente: Gemeentebeeld) -> Intake:
    tekst = "De vraag is niet complex; de administratie verwijst telefonisch naar algemene voorzieningen."
    return Intake(
        actor=_actor(melding, gemeente),
        registratie=Registratie.CONTACTGEGEVENS,
        afhandeling=Afhandeling.VOORLIGGEND_VELD,
        reden=Reden.van("TELEFONISCH_VERWEZEN", tekst, "B-7", "B-13", "B-14", "B-16", "B-61"),
    )


def _naar_consulent(melding: Melding, gemeente: Gemeentebeeld) -> Intake:
    """Send it to a consulent: the only one who may assess (B-24); for participatie that is Kompas (B-75)."""
    sociaal = tuple(wet for wet in melding.wetten if wet is not Wet.PARTICIPATIEWET)
    gezocht = sociaal or melding.wetten
    vragen = tuple(vraag for vraag in melding.hulpvragen if vraag.wet in gezocht)
    doel = bouwstenen.vereis_bestemming(melding.gewijzigd(hulpvragen=vragen), gemeente)
    code, tekst, regels = _waarom_consulent(melding)
    if not sociaal:
        regels = (*regels, "B-75")
    actor = _actor(melding, gemeente)
    elders = bouwstenen.loket_van(melding, gemeente.organisatie).id != actor
    return Intake(
        actor=actor,
        registratie=bouwstenen.registratie_van(melding),
        afhandeling=Afhandeling.DOORGELEID if elders else Afhandeling.IN_BEHANDELING,
        bestemming=doel.team.id,
        problematiek=melding.problematiek,
        wetten=melding.wetten,
        reden=Reden.van(code, tekst, "B-3", *regels, loket=melding.loket, gebied=melding.gebied or "onbekend"),
    )


def _waarom_consulent(melding: Melding) -> tuple[str, str, tuple[str, ...]]:
    if melding.problematiek is Problematiek.MEERVOUDIG and melding.verliest_regie:
        tekst = "Er zijn meervoudige problemen en het huishouden dreigt de regie te verliezen: een consulent."
        return "MEERVOUDIG_EN_REGIE_IN_GEVAAR", tekst, ("B-18", "B-20")
    if _gespecialiseerd(melding):
        return "GESPECIALISEERD", "Er is gespecialiseerde ondersteuning gevraagd: een consulent.", ("B-19",)
    tekst = "De vraag is geregistreerd; een consulent beoordeelt haar langs de lichte route."
    return "LICHTE_ROUTE", tekst, ("B-16", "B-17", "B-24")


# --- team --------------------------------------------------------------------------------------------


def _adviseurs(
    basis: Casusteam,
    zaak: Zaak,
    huishouden: Huishouden,
    kandidaten: tuple[Kandidaat, ...],
    gemeente: Gemeentebeeld,
) -> tuple[bouwstenen.Keuze, ...]:
    """Choose one adviser per act that plays in the household: no plenary table (B-22), no more than needed."""
    team = gemeente.organisatie.team(EXPERTISETEAM)
    if team is None:
        return ()
    van_team = tuple(item for item in kandidaten if EXPERTISETEAM in item.teams)
    andere = tuple(item.wet for item in huishouden.zaken if item.open and item.wet is not zaak.wet)
    niet = tuple(lid.medewerker for lid in basis.leden)
    keuzes: list[bouwstenen.Keuze] = []
    for wet in dict.fromkeys(andere or (zaak.wet,)):
        keuze = bouwstenen.kies(van_team, bouwstenen.Wens(wet=wet, team=team, niet=niet), gemeente)
        if keuze.gekozen is not None:
            keuzes.append(keuze)
            niet = (*niet, keuze.gekozen.id)
    return tuple(keuzes)


plugin = Beekdaelen.uit_pakket(__name__)
