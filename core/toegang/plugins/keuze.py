"""Choosing people: who may fulfil a role, who comes first, and why the others were passed over.

Pure functions over candidates without names. First the obstacles (a person who may not or cannot),
then the preferences in a fixed order; the last one is the id, so that equal questions get equal answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from toegang.domain.begrippen import Werkgeversoort, Wet
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.medewerker import Kandidaat
from toegang.domain.organisatie import Organisatie
from toegang.domain.organisatiedelen import Team
from toegang.domain.reden import Reden
from toegang.domain.team import Gepasseerd, Teamlid
from toegang.guards.register import staat_uit
from toegang.plugins.regelgids import geldend, reden


@dataclass(frozen=True)
class Wens:
    """What a role in a casusteam asks of a person.

    Args:
        wet: the act of the zaak, or the act for which help is sought.
        team: the standing team that carries the zaak.
        functies: functies that may fulfil the role; empty = any.
        beoordeelt: the person assesses under ``wet``.
        gebied: wijk or kern of the household.
        specialismen: disciplines that fit best (S-10, B-34).
        registers: professional registers, one of which is required (L-89, B-35).
        werkgeversoorten: kinds of employer that are looked for; empty = any.
        bekend: medewerkers whom the household knows already, the first contact first (Z-17, D-6).
        niet: medewerkers who have a role in this zaak already.
    """

    wet: Wet
    team: Team
    functies: tuple[str, ...] = ()
    beoordeelt: bool = False
    gebied: str | None = None
    specialismen: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    werkgeversoorten: tuple[Werkgeversoort, ...] = ()
    bekend: tuple[str, ...] = ()
    niet: tuple[str, ...] = ()


@dataclass(frozen=True)
class Keuze:
    """Who was chosen for a role, and who was passed over.

    Args:
        gekozen: the person; ``None`` when nobody may or can.
        reden: why this person, or why nobody.
        gepasseerd: the others who came into view, each with the reason.
    """

    gekozen: Kandidaat | None
    reden: Reden
    gepasseerd: tuple[Gepasseerd, ...]

    def als_lid(self, *beoordeelt: Wet) -> Teamlid:
        """Return the chosen person as a member of the casusteam.

        Args:
            *beoordeelt: acts that this person may assess in this zaak; none = assesses nothing.

        Raises:
            LookupError: nobody was chosen.
        """
        if self.gekozen is None:
            raise LookupError(self.reden.tekst)
        return Teamlid(
            medewerker=self.gekozen.id,
            rol=self.gekozen.functie,
            discipline=self.gekozen.specialisme,
            beoordeelt=beoordeelt,
            reden=self.reden,
        )


def kies(kandidaten: Iterable[Kandidaat], wens: Wens, gemeente: Gemeentebeeld) -> Keuze:
    """Choose the person who fits a role best.

    Nobody may be left without help because everyone is busy: when only the caseload cap (B-37) is in
    the way of all, the one with the lowest caseload is chosen and the reason says so.

    Args:
        kandidaten: all professionals of the gemeente.
        wens: what the role asks.
        gemeente: organisation, settings and day.

    Returns:
        The choice; the same for every order of the candidates.
    """
    organisatie = gemeente.organisatie
    in_beeld = [kandidaat for kandidaat in kandidaten if _in_beeld(kandidaat, wens)]
    beletsels = {kandidaat.id: _beletsel(kandidaat, wens, organisatie) for kandidaat in in_beeld}
    vol = [item for item in in_beeld if _code(beletsels[item.id]) == _VOL]
    vrij = [item for item in in_beeld if beletsels[item.id] is None]
    volgorde = sorted(vrij or vol, key=lambda kandidaat: _rang(kandidaat, wens))
    if not volgorde:
        tekst = "Er is niemand die deze rol nu mag en kan vervullen."
        niemand = Reden.van("NIEMAND", tekst, wet=wens.wet, team=wens.team.id)
        return Keuze(None, niemand, _gepasseerd(in_beeld, beletsels))
    beste = volgorde[0]
    anderen = [kandidaat for kandidaat in in_beeld if kandidaat.id != beste.id]
    redenen = {ander.id: beletsels[ander.id] or _achter(beste, ander, wens, organisatie) for ander in anderen}
    return Keuze(beste, _waarom(beste, volgorde, wens, organisatie, vrij=bool(vrij)), _gepasseerd(anderen, redenen))


def _in_beeld(kandidaat: Kandidaat, wens: Wens) -> bool:
    past = not wens.functies or kandidaat.functie in wens.functies or wens.team.id in kandidaat.teams
    gezocht = not wens.werkgeversoorten or kandidaat.werkgeversoort in wens.werkgeversoorten
    return wens.wet in kandidaat.wetten and past and gezocht and kandidaat.id not in wens.niet


# --- obstacles ---------------------------------------------------------------------------------------

_VOL = "CASELOAD_VOL"


def _code(reden: Reden | None) -> str:
    return reden.code if reden else ""


def _beletsel(kandidaat: Kandidaat, wens: Wens, organisatie: Organisatie) -> Reden | None:
    """Return the first thing that is in the way of this person, or ``None``."""
    return (
        _werkgever(kandidaat, wens, organisatie)
        or _bevoegd(kandidaat, wens, organisatie)
        or _beschikbaar(kandidaat, organisatie)
    )


def _werkgever(kandidaat: Kandidaat, wens: Wens, organisatie: Organisatie) -> Reden | None:
    bekend = {werkgever.id for werkgever in organisatie.werkgevers}
    toegestaan = set(wens.team.werkgevers) or bekend
    if kandidaat.werkgever in toegestaan & bekend:
        return None
    regels = geldend(organisatie, "S-11", "B-24", "D-8", *_aanbiederregel(kandidaat))
    tekst = f"Medewerkers van deze werkgever mogen niet in {wens.team.naam}."
    return Reden.van("WERKGEVER_NIET_TOEGESTAAN", tekst, *regels, werkgever=kandidaat.werkgever)


def _aanbiederregel(kandidaat: Kandidaat) -> tuple[str, ...]:
    return ("W-8",) if kandidaat.werkgeversoort is Werkgeversoort.AANBIEDER else ()


def _bevoegd(kandidaat: Kandidaat, wens: Wens, organisatie: Organisatie) -> Reden | None:
    functie = organisatie.functie(kandidaat.functie)
    if wens.beoordeelt and not kandidaat.werkgeversoort.is_bestuursorgaan:
        wet = ("L-100",) if wens.wet is Wet.PARTICIPATIEWET else ()
        regels = geldend(organisatie, *wet, "B-24", "B-31", "D-19", *_aanbiederregel(kandidaat))
        tekst = "Beoordelen mag alleen iemand die bij een bestuursorgaan werkt."
        return Reden.van("GEEN_BESTUURSORGAAN", tekst, *regels, werkgeversoort=kandidaat.werkgeversoort)
    if wens.beoordeelt and (functie is None or wens.wet not in functie.beoordeelt):
        regels = geldend(organisatie, "B-45", "B-29")
        return Reden.van("FUNCTIE_BEOORDEELT_NIET", "Deze functie beoordeelt deze wet niet.", *regels)
    if wens.functies and kandidaat.functie not in wens.functies:
        return Reden.van("ANDERE_FUNCTIE", "Deze functie heeft een andere taak in deze route.")
    if wens.registers and not set(wens.registers) & set(kandidaat.registers):
        regels = geldend(organisatie, "L-89", "B-35")
        tekst = f"Er is geen geldige registratie ({' of '.join(wens.registers)})."
        return Reden.van("GEEN_REGISTRATIE", tekst, *regels)
    return None


def _beschikbaar(kandidaat: Kandidaat, organisatie: Organisatie) -> Reden | None:
    if not kandidaat.aanwezig:
        return Reden.van("AFWEZIG", "Deze medewerker is er vandaag niet.")
    plafond = organisatie.caseload_plafond
    if isinstance(plafond, int) and kandidaat.caseload >= plafond:
        tekst = "Deze medewerker zit aan het plafond van de caseload."
        regels = geldend(organisatie, "B-37")
        return Reden.van(_VOL, tekst, *regels, caseload=kandidaat.caseload, plafond=plafond)
    return None


# --- preferences -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Voorkeur:
    """One preference: a lower key goes first; code and words are for who was passed over.

    Args:
        code: of the reason.
        tekst: of the reason, in Dutch.
        regels: ids of the rules that it carries out.
        sleutel: rank of a candidate for a role.
    """

    code: str
    tekst: str
    regels: tuple[str, ...]
    sleutel: Callable[[Kandidaat, Wens], int]


def _buiten_gebied(kandidaat: Kandidaat, wens: Wens) -> int:
    return int(wens.gebied is not None and bool(kandidaat.gebieden) and wens.gebied not in kandidaat.gebieden)


def _ander_specialisme(kandidaat: Kandidaat, wens: Wens) -> int:
    """0 = own specialism, 1 = knows it, 2 = neither."""
    if not wens.specialismen or kandidaat.specialisme in wens.specialismen:
        return 0
    return 1 if set(wens.specialismen) & set(kandidaat.disciplines) else 2


VOORKEUREN: tuple[Voorkeur, ...] = (
    Voorkeur(
        "ANDER_TEAM",
        "Iemand uit het eigen team gaat voor.",
        ("S-7", "Z-1", "D-3", "D-4"),
        lambda kandidaat, wens: int(wens.team.id not in kandidaat.teams),
    ),
    Voorkeur(
        "BEKENDE_GAAT_VOOR",
        "Iemand die het huishouden al kent, gaat voor.",
        ("Z-17", "D-6", "W-15"),
        lambda kandidaat, wens: [*wens.bekend, kandidaat.id].index(kandidaat.id),
    ),
    Voorkeur("ANDER_SPECIALISME", "Een ander specialisme past beter.", ("S-10", "B-34", "B-80"), _ander_specialisme),
    Voorkeur("ANDER_GEBIED", "Iemand met dit aandachtsgebied gaat voor.", ("B-32",), _buiten_gebied),
    Voorkeur(
        "HOGERE_CASELOAD",
        "Een ander heeft minder lopende zaken.",
        ("B-36",),
        lambda kandidaat, _: kandidaat.caseload,
    ),
)
"""In the order in which they count."""


def _geldend() -> tuple[Voorkeur, ...]:
    return tuple(item for item in VOORKEUREN if not staat_uit(*item.regels))


def _rang(kandidaat: Kandidaat, wens: Wens) -> tuple[tuple[int, ...], str]:
    return tuple(voorkeur.sleutel(kandidaat, wens) for voorkeur in _geldend()), kandidaat.id


def _achter(beste: Kandidaat, ander: Kandidaat, wens: Wens, organisatie: Organisatie) -> Reden:
    """Return why another who might have done it comes after the chosen one."""
    for voorkeur in _geldend():
        if voorkeur.sleutel(beste, wens) < voorkeur.sleutel(ander, wens):
            regels = geldend(organisatie, *voorkeur.regels)
            return Reden.van(voorkeur.code, voorkeur.tekst, *regels, caseload=ander.caseload)
    return Reden.van("VOLGORDE", "Gelijk geschikt; de volgorde van medewerkernummer gaf de doorslag.")


def _waarom(beste: Kandidaat, volgorde: list[Kandidaat], wens: Wens, organisatie: Organisatie, *, vrij: bool) -> Reden:
    """Return why the chosen person was chosen: what decided against the second best."""
    feiten = {"caseload": beste.caseload, "wet": wens.wet, "gebied": wens.gebied or "onbekend"}
    if not vrij:
        tekst = "Iedereen zit aan het plafond; dit is degene met de laagste caseload."
        return reden("PLAFOND_OVERAL_BEREIKT", tekst, geldend(organisatie, "B-37"), feiten)
    if len(volgorde) == 1:
        return reden("ENIGE", "Dit is de enige die deze rol nu mag en kan vervullen.", (), feiten)
    verschil = _achter(beste, volgorde[1], wens, organisatie)
    code, tekst = _POSITIEF[verschil.code]
    return reden(code, tekst, verschil.regels, feiten)


_POSITIEF = {
    "ANDER_TEAM": ("UIT_TEAM", "Werkt in het team dat de zaak draagt."),
    "BEKENDE_GAAT_VOOR": ("BEKEND_BIJ_HUISHOUDEN", "Is al de vaste persoon van dit huishouden."),
    "ANDER_SPECIALISME": ("SPECIALISME", "Heeft het specialisme dat bij de vraag past."),
    "ANDER_GEBIED": ("AANDACHTSGEBIED", "Heeft dit gebied als aandachtsgebied."),
    "HOGERE_CASELOAD": ("LAAGSTE_CASELOAD", "Heeft van de geschikte medewerkers de laagste caseload."),
    "VOLGORDE": ("VOLGORDE", "Even geschikt als een ander; de volgorde van medewerkernummer gaf de doorslag."),
}


def _gepasseerd(personen: Iterable[Kandidaat], redenen: Mapping[str, Reden | None]) -> tuple[Gepasseerd, ...]:
    namen = sorted(kandidaat.id for kandidaat in personen)
    paren = ((naam, redenen[naam]) for naam in namen)
    return tuple(Gepasseerd(medewerker=naam, reden=waarom) for naam, waarom in paren if waarom is not None)
