"""Model ``administratieloket``: the administratie is the door, consulenten work per discipline, experts advise.

Derived from Beekdaelen (B-3..B-24, B-29..B-31). Rules of a gemeente are cited only where she lists them.
"""

from __future__ import annotations

from collections.abc import Mapping

from toegang.domain.begrippen import Afhandeling, Meldersoort, Problematiek, Registratie, Wet
from toegang.domain.beleid import Sleutel
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.organisatie import Organisatie
from toegang.domain.reden import Reden
from toegang.domain.team import Casusteam
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.hookspecs import hookimpl
from toegang.plugins import bouwstenen
from toegang.plugins.modellen.basis import Organisatiemodel, keuzes
from toegang.plugins.regelgids import geldend

ORGANISATIES = (Meldersoort.PROFESSIONAL, Meldersoort.AANBIEDER, Meldersoort.INSTELLING, Meldersoort.BEDRIJF)


class Keuzes(Waarde):
    """What a gemeente chooses.

    Args:
        beleidsteam: team that answers organisations; ``None`` = there is none.
        expertiseteam: team that advises and assesses nothing; ``None`` = there is none.
    """

    beleidsteam: Sleutel | None = None
    expertiseteam: Sleutel | None = None


class Administratieloket(Organisatiemodel):
    """Answers on intake and team; regie, form and archive follow from the data."""

    naam = "administratieloket"
    naar = "beekdaelen"
    uitleg = "De administratie neemt aan en verdeelt, consulenten werken per discipline, een Expertiseteam denkt mee."
    Keuzes = Keuzes

    @classmethod
    def verwijzingen(cls) -> Mapping[str, str]:
        """Both choices are teams."""
        return {"beleidsteam": "team", "expertiseteam": "team"}

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
            return _voorliggend(melding, gemeente.organisatie)
        return _naar_consulent(melding, gemeente)

    @hookimpl
    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Casusteam | None:
        """Bring in the expertise that a zaak needs, without moving the zaak (B-23, B-29)."""
        if zaak.problematiek is Problematiek.ENKELVOUDIG and not zaak.gespecialiseerd:
            return None
        basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        gekozen = _adviseurs(basis, zaak, huishouden, kandidaten, gemeente)
        if not gekozen:
            return basis
        tekst = "De consulent beoordeelt; het Expertiseteam denkt mee en beoordeelt niets."
        regels = (*basis.reden.regels, *geldend(gemeente.organisatie, "B-22", "B-23", "B-31"))
        waarom = Reden.van("MET_EXPERTISETEAM", tekst, *regels)
        return bouwstenen.uitgebreid(basis, gekozen, waarom, adviseurs=tuple(keuze.als_lid() for keuze in gekozen))


# --- intake ------------------------------------------------------------------------------------------


def _actor(melding: Melding, organisatie: Organisatie) -> str:
    return bouwstenen.intakeloket(bouwstenen.loket_van(melding, organisatie), organisatie).id


def _zonder_aanvraag(melding: Melding, gemeente: Gemeentebeeld) -> Intake | None:
    """A question without a formal request: an organisation's is for policy, a resident's for the kern (B-3)."""
    if any(vraag.product for vraag in melding.hulpvragen):
        return None
    organisatie, beleid = gemeente.organisatie, keuzes(gemeente, Keuzes).beleidsteam
    gebied = next((item for item in organisatie.gebieden if item.id == melding.gebied), None)
    if melding.melder in ORGANISATIES and beleid is not None:
        doel, code, regels = beleid, "NAAR_BELEID", ("B-3", "B-10", "B-16")
        tekst = "De vraag van een organisatie gaat naar de beleidsmedewerkers."
    elif melding.melder not in ORGANISATIES and gebied is not None and gebied.dorpscoordinator is not None:
        doel, code, regels = gebied.dorpscoordinator, "NAAR_DORPSCOORDINATOR", ("B-3", "B-15", "B-16")
        tekst = "De vraag gaat naar de dorpscoördinator van de kern."
    else:
        return None
    feiten = {"melder": melding.melder, "gebied": melding.gebied or "onbekend"}
    return Intake(
        actor=_actor(melding, organisatie),
        registratie=Registratie.CONTACTGEGEVENS,
        afhandeling=Afhandeling.DOORGELEID,
        bestemming=doel,
        problematiek=melding.problematiek,
        reden=bouwstenen.reden(code, tekst, geldend(organisatie, *regels), feiten),
    )


def _licht(melding: Melding) -> bool:
    """B-7: not complex, support wanted, and the resident agrees that no melding is made of it."""
    enkel = melding.problematiek is Problematiek.ENKELVOUDIG
    mondeling = bouwstenen.registratie_van(melding) is Registratie.MELDING
    zwaar = melding.verliest_regie or _gespecialiseerd(melding)
    return melding.wil_geen_melding and mondeling and enkel and not zwaar


def _gespecialiseerd(melding: Melding) -> bool:
    return any(vraag.gespecialiseerd for vraag in melding.hulpvragen)


def _voorliggend(melding: Melding, organisatie: Organisatie) -> Intake:
    tekst = "De vraag is niet complex; de administratie verwijst telefonisch naar algemene voorzieningen."
    regels = geldend(organisatie, "B-7", "B-13", "B-14", "B-16", "B-61")
    return Intake(
        actor=_actor(melding, organisatie),
        registratie=Registratie.CONTACTGEGEVENS,
        afhandeling=Afhandeling.VOORLIGGEND_VELD,
        reden=Reden.van("TELEFONISCH_VERWEZEN", tekst, *regels),
    )


def _naar_consulent(melding: Melding, gemeente: Gemeentebeeld) -> Intake:
    """Send it to a consulent, the only one who may assess (B-24); participatie goes where it is carried out (B-75)."""
    sociaal = tuple(wet for wet in melding.wetten if wet is not Wet.PARTICIPATIEWET)
    gezocht = sociaal or melding.wetten
    vragen = tuple(vraag for vraag in melding.hulpvragen if vraag.wet in gezocht)
    doel = bouwstenen.vereis_bestemming(melding.gewijzigd(hulpvragen=vragen), gemeente)
    code, tekst, regels = _waarom_consulent(melding)
    if not sociaal:
        regels = (*regels, "B-75")
    actor = _actor(melding, gemeente.organisatie)
    elders = bouwstenen.loket_van(melding, gemeente.organisatie).id != actor
    feiten = {"loket": melding.loket, "gebied": melding.gebied or "onbekend"}
    return Intake(
        actor=actor,
        registratie=bouwstenen.registratie_van(melding),
        afhandeling=Afhandeling.DOORGELEID if elders else Afhandeling.IN_BEHANDELING,
        bestemming=doel.team.id,
        problematiek=melding.problematiek,
        wetten=melding.wetten,
        reden=bouwstenen.reden(code, tekst, geldend(gemeente.organisatie, "B-3", *regels), feiten),
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
    naam = keuzes(gemeente, Keuzes).expertiseteam
    team = gemeente.organisatie.team(naam) if naam else None
    if team is None:
        return ()
    van_team = tuple(item for item in kandidaten if team.id in item.teams)
    andere = tuple(item.wet for item in huishouden.zaken if item.open and item.wet is not zaak.wet)
    niet = tuple(lid.medewerker for lid in basis.leden)
    gekozen: list[bouwstenen.Keuze] = []
    for wet in dict.fromkeys(andere or (zaak.wet,)):
        keuze = bouwstenen.kies(van_team, bouwstenen.Wens(wet=wet, team=team, niet=niet), gemeente)
        if keuze.gekozen is not None:
            gekozen.append(keuze)
            niet = (*niet, keuze.gekozen.id)
    return tuple(gekozen)


model = Administratieloket()
