"""Gemeente Doetinchem: no wrong door; buurtcoaches for meervoudige questions, the midoffice decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toegang import (
    Besluit,
    Casusteam,
    Gemeentebeeld,
    Gemeenteplugin,
    Huishouden,
    Kandidaat,
    Problematiek,
    Reden,
    Regiemodus,
    Regietoewijzing,
    Wet,
    Zaak,
    bouwstenen,
    hookimpl,
)

BUURTCOACH = "buurtcoach"

_HET_GESPREK = Reden.van(
    "HET_GESPREK", "Bij een enkele vraag is regie niet meer dan Het Gesprek en een passende oplossing.", "D-10", "D-11"
)
_BEWONER_REGISSEERT = Reden.van(
    "BEWONER_BLIJFT_REGISSEUR", "De bewoner blijft de regisseur; de buurtcoach regelt dat mee.", "D-10", "D-12"
)


class Doetinchem(Gemeenteplugin):
    """Own answers on team (D-9, L-100) and regie (D-10..D-13); intake, form and archive follow from the data."""

    @hookimpl
    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Casusteam | None:
        """Let a buurtcoach carry a meervoudige zaak, beside a municipal consulent who assesses (D-9, D-19, L-100)."""
        if zaak.problematiek is Problematiek.ENKELVOUDIG:
            return None
        basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        team = bouwstenen.team_van_zaak(zaak, gemeente.organisatie, gemeente.peildatum)
        wens = replace(
            bouwstenen.wens_beoordelaar(zaak, huishouden, team, gemeente),
            functies=(BUURTCOACH,),
            beoordeelt=False,
            registers=(),
            specialismen=(),
            niet=tuple(lid.medewerker for lid in basis.leden),
        )
        keuze = bouwstenen.kies(kandidaten, wens, gemeente)
        if keuze.gekozen is None:
            tekst = "Er is nu geen buurtcoach; een consulent van de gemeente draagt de zaak."
            return bouwstenen.uitgebreid(basis, (keuze,), Reden.van("GEEN_BUURTCOACH", tekst, *basis.reden.regels))
        coach = keuze.als_lid(*_mag_beoordelen(zaak.wet, gemeente))
        waarom = _teamreden(zaak.wet, basis, gemeente)
        return bouwstenen.uitgebreid(basis, (keuze,), waarom, leden=(coach, *basis.leden))

    @hookimpl
    def assign_regie(
        self, zaak: Zaak, huishouden: Huishouden, team: Casusteam, gemeente: Gemeentebeeld
    ) -> Regietoewijzing | None:
        """Place the one regisseur of the household: consulent when enkelvoudig, else the buurtcoach (D-10..D-13)."""
        basis = bouwstenen.standaardregie(zaak, huishouden, team, gemeente)
        zittend = huishouden.regie.regisseur if huishouden.regie else None
        if zaak.problematiek is Problematiek.ENKELVOUDIG:
            eigen = zittend or basis.modus in (Regiemodus.OVERGENOMEN, Regiemodus.ZELF)
            return basis if eigen else basis.gewijzigd(reden=_HET_GESPREK)
        coaches = tuple(lid.medewerker for lid in team.leden if lid.rol == BUURTCOACH)
        if not coaches:
            return basis
        if basis.modus is Regiemodus.ZELF:
            return basis.gewijzigd(
                eerste_aanspreekpunt=coaches[0],
                indicatieregie=_van_gemeente(basis, coaches, zaak, team),
                reden=_BEWONER_REGISSEERT,
            )
        regisseur = zittend if zittend in coaches and zittend else coaches[0]
        return basis.gewijzigd(
            regisseur=regisseur,
            eerste_aanspreekpunt=regisseur,
            coordinatie=regisseur,
            indicatieregie=_van_gemeente(basis, coaches, zaak, team),
            reden=_regiereden(basis, zittend, regisseur),
        )

    @hookimpl
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Say that every door takes every question (D-1)."""
        return {"contact": ("U kunt met elke vraag terecht bij het Zorgplein, het Werkplein en het Buurtplein.",)}


def _mag_beoordelen(wet: Wet, gemeente: Gemeentebeeld) -> tuple[Wet, ...]:
    """Return what the buurtcoach may assess: what the functie allows, never the Participatiewet (L-100)."""
    functie = gemeente.organisatie.functie(BUURTCOACH)
    mag = functie is not None and wet in functie.beoordeelt and wet is not Wet.PARTICIPATIEWET
    return (wet,) if mag else ()


def _teamreden(wet: Wet, basis: Casusteam, gemeente: Gemeentebeeld) -> Reden:
    if _mag_beoordelen(wet, gemeente):
        tekst = "De buurtcoach draagt de zaak en stelt voor; een consulent van de gemeente beoordeelt mee."
        return Reden.van("BUURTCOACH_EN_CONSULENT", tekst, *basis.reden.regels, "D-4", "D-9", "D-19")
    tekst = "De buurtcoach draagt de zaak, maar alleen een consulent van de gemeente beoordeelt deze wet."
    verbod = ("L-100",) if wet is Wet.PARTICIPATIEWET else ()
    regels = dict.fromkeys((*basis.reden.regels, "D-4", "D-9", "D-19", *verbod))
    return Reden.van("BEOORDELING_BIJ_GEMEENTE", tekst, *regels)


def _van_gemeente(basis: Regietoewijzing, coaches: tuple[str, ...], zaak: Zaak, team: Casusteam) -> str | None:
    """Return who guards the indication: the municipal assessor, never the BV (D-19)."""
    if basis.indicatieregie is not None and basis.indicatieregie not in coaches:
        return basis.indicatieregie
    return next((lid.medewerker for lid in team.beoordelaars(zaak.wet) if lid.medewerker not in coaches), None)


def _regiereden(basis: Regietoewijzing, zittend: str | None, regisseur: str) -> Reden:
    regels: tuple[str, ...] = ("D-10", "D-12")
    if zittend is not None and zittend != regisseur:
        tekst = "De vraag is meervoudig; de regie gaat over naar de buurtcoach, die haar met de bewoner regelt."
        code, regels = f"{bouwstenen.OVERDRACHT}_NAAR_BUURTCOACH", (*regels, "D-23")
    elif basis.modus is Regiemodus.OVERGENOMEN:
        tekst = "De regie is overgenomen op een van de gronden die de gemeente noemt."
        code, regels = "OVERGENOMEN", (*regels, "D-13")
    else:
        tekst = "De buurtcoach regelt de regie samen met de bewoner, door te ondersteunen en te coachen."
        code = "SAMEN_MET_BEWONER"
    return Reden.van(code, tekst, *regels, grond=basis.grond)


plugin = Doetinchem.uit_pakket(__name__)
