"""Model ``pleinen``: no wrong door; a coach carries what is meervoudig, a consulent of the gemeente assesses.

Derived from Doetinchem (D-9..D-13, D-19, L-100). Rules of a gemeente are cited only where she lists them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toegang.domain.begrippen import Problematiek, Regiemodus, Wet
from toegang.domain.beleid import Sleutel
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.organisatie import Organisatie
from toegang.domain.reden import Reden
from toegang.domain.regie import Regietoewijzing
from toegang.domain.team import Casusteam
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.hookspecs import hookimpl
from toegang.plugins import bouwstenen
from toegang.plugins.modellen.basis import Organisatiemodel, keuzes
from toegang.plugins.regelgids import geldend


class Keuzes(Waarde):
    """What a gemeente chooses.

    Args:
        coach: functie that carries a meervoudige zaak and steers in the household.
    """

    coach: Sleutel = "buurtcoach"


class Pleinen(Organisatiemodel):
    """Answers on team and regie; intake, form and archive follow from the data."""

    naam = "pleinen"
    naar = "doetinchem"
    uitleg = "Geen verkeerde deur; een coach draagt de meervoudige vragen, een consulent van de gemeente beoordeelt."
    Keuzes = Keuzes

    @classmethod
    def verwijzingen(cls) -> Mapping[str, str]:
        """The coach is a functie."""
        return {"coach": "functie"}

    @hookimpl
    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Casusteam | None:
        """Let a coach carry a meervoudige zaak, beside a municipal consulent who assesses (D-9, D-19, L-100)."""
        if zaak.problematiek is Problematiek.ENKELVOUDIG:
            return None
        coach = keuzes(gemeente, Keuzes).coach
        basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        team = bouwstenen.team_van_zaak(zaak, gemeente.organisatie, gemeente.peildatum)
        wens = replace(
            bouwstenen.wens_beoordelaar(zaak, huishouden, team, gemeente),
            functies=(coach,),
            beoordeelt=False,
            registers=(),
            specialismen=(),
            niet=tuple(lid.medewerker for lid in basis.leden),
        )
        keuze = bouwstenen.kies(kandidaten, wens, gemeente)
        if keuze.gekozen is None:
            tekst = f"Er is nu geen {_naam(coach, gemeente.organisatie)}; een consulent van de gemeente draagt de zaak."
            waarom = Reden.van(f"GEEN_{_code(coach)}", tekst, *basis.reden.regels)
            return bouwstenen.uitgebreid(basis, (keuze,), waarom)
        waarom = _teamreden(zaak.wet, coach, basis, gemeente.organisatie)
        lid = keuze.als_lid(*_mag_beoordelen(zaak.wet, coach, gemeente.organisatie))
        return bouwstenen.uitgebreid(basis, (keuze,), waarom, leden=(lid, *basis.leden))

    @hookimpl
    def assign_regie(
        self, zaak: Zaak, huishouden: Huishouden, team: Casusteam, gemeente: Gemeentebeeld
    ) -> Regietoewijzing | None:
        """Place the one regisseur of the household: consulent when enkelvoudig, else the coach (D-10..D-13)."""
        basis = bouwstenen.standaardregie(zaak, huishouden, team, gemeente)
        zittend = huishouden.regie.regisseur if huishouden.regie else None
        if zaak.problematiek is Problematiek.ENKELVOUDIG:
            blijft = zittend or basis.modus in (Regiemodus.OVERGENOMEN, Regiemodus.ZELF)
            return basis if blijft else basis.gewijzigd(reden=_het_gesprek(gemeente.organisatie))
        coach = keuzes(gemeente, Keuzes).coach
        coaches = tuple(lid.medewerker for lid in team.leden if lid.rol == coach)
        if not coaches:
            return basis
        if basis.modus is Regiemodus.ZELF:
            return basis.gewijzigd(
                eerste_aanspreekpunt=coaches[0],
                indicatieregie=_van_gemeente(basis, coaches, zaak, team),
                reden=_bewoner_regisseert(coach, gemeente.organisatie),
            )
        regisseur = zittend if zittend in coaches and zittend else coaches[0]
        return basis.gewijzigd(
            regisseur=regisseur,
            eerste_aanspreekpunt=regisseur,
            coordinatie=regisseur,
            indicatieregie=_van_gemeente(basis, coaches, zaak, team),
            reden=_regiereden(basis, zittend, regisseur, coach, gemeente.organisatie),
        )


def _naam(coach: str, organisatie: Organisatie) -> str:
    functie = organisatie.functie(coach)
    return functie.naam if functie else coach


def _code(coach: str) -> str:
    return coach.upper().replace("-", "_").replace(".", "_")


def _het_gesprek(organisatie: Organisatie) -> Reden:
    tekst = "Bij een enkele vraag is regie niet meer dan Het Gesprek en een passende oplossing."
    return Reden.van("HET_GESPREK", tekst, *geldend(organisatie, "D-10", "D-11"))


def _bewoner_regisseert(coach: str, organisatie: Organisatie) -> Reden:
    tekst = f"De bewoner blijft de regisseur; de {_naam(coach, organisatie)} regelt dat mee."
    return Reden.van("BEWONER_BLIJFT_REGISSEUR", tekst, *geldend(organisatie, "D-10", "D-12"))


def _mag_beoordelen(wet: Wet, coach: str, organisatie: Organisatie) -> tuple[Wet, ...]:
    """Return what the coach may assess: what the functie allows, never the Participatiewet (L-100)."""
    functie = organisatie.functie(coach)
    mag = functie is not None and wet in functie.beoordeelt and wet is not Wet.PARTICIPATIEWET
    return (wet,) if mag else ()


def _teamreden(wet: Wet, coach: str, basis: Casusteam, organisatie: Organisatie) -> Reden:
    naam, eigen = _naam(coach, organisatie), geldend(organisatie, "D-4", "D-9", "D-19")
    if _mag_beoordelen(wet, coach, organisatie):
        tekst = f"De {naam} draagt de zaak en stelt voor; een consulent van de gemeente beoordeelt mee."
        return Reden.van(f"{_code(coach)}_EN_CONSULENT", tekst, *basis.reden.regels, *eigen)
    tekst = f"De {naam} draagt de zaak, maar alleen een consulent van de gemeente beoordeelt deze wet."
    verbod = ("L-100",) if wet is Wet.PARTICIPATIEWET else ()
    return Reden.van("BEOORDELING_BIJ_GEMEENTE", tekst, *dict.fromkeys((*basis.reden.regels, *eigen, *verbod)))


def _van_gemeente(basis: Regietoewijzing, coaches: tuple[str, ...], zaak: Zaak, team: Casusteam) -> str | None:
    """Return who guards the indication: the municipal assessor, never a coach (D-19)."""
    if basis.indicatieregie is not None and basis.indicatieregie not in coaches:
        return basis.indicatieregie
    return next((lid.medewerker for lid in team.beoordelaars(zaak.wet) if lid.medewerker not in coaches), None)


def _regiereden(
    basis: Regietoewijzing, zittend: str | None, regisseur: str, coach: str, organisatie: Organisatie
) -> Reden:
    naam = _naam(coach, organisatie)
    regels: tuple[str, ...] = ("D-10", "D-12")
    if zittend is not None and zittend != regisseur:
        tekst = f"De vraag is meervoudig; de regie gaat over naar de {naam}, die haar met de bewoner regelt."
        code, regels = f"{bouwstenen.OVERDRACHT}_NAAR_{_code(coach)}", (*regels, "D-23")
    elif basis.modus is Regiemodus.OVERGENOMEN:
        tekst = "De regie is overgenomen op een van de gronden die de gemeente noemt."
        code, regels = "OVERGENOMEN", (*regels, "D-13")
    else:
        tekst = f"De {naam} regelt de regie samen met de bewoner, door te ondersteunen en te coachen."
        code = "SAMEN_MET_BEWONER"
    return Reden.van(code, tekst, *geldend(organisatie, *regels), grond=basis.grond)


model = Pleinen()
