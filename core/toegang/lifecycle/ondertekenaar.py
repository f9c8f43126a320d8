"""Who signs: the functie that the form names, or another that the register allows on the day of signing (L-19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from toegang.domain.besluit import Besluit
from toegang.domain.mandaat import Mandaat
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.reden import Reden
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout
from toegang.lifecycle.bevoegdheid import (
    ONDERTEKENEN,
    Tekenregister,
    mandaatvraag,
    vind_ondertekenaar,
    waarom_geen_ondertekenaar,
)
from toegang.lifecycle.omgeving import Omgeving


@dataclass(frozen=True)
class Tekenvraag:
    """What must be signed, and when.

    Args:
        zaak: the zaak.
        besluit: the decision.
        functie: functie that the form of the decision names.
        vier_ogen: who assessed does not sign (B-49).
        toen: register and people of the day of the decision.
        tekenen: those of the day of signing.
    """

    zaak: Zaak
    besluit: Besluit
    functie: str
    vier_ogen: bool
    toen: Tekenregister
    tekenen: Tekenregister


@dataclass(frozen=True)
class Tekenkeuze:
    """Who signs.

    Args:
        wie: medewerker id; ``None`` = nobody may.
        mandaat: id of the entry of the register.
        waarom_niet: why nobody of the functie may, in Dutch; empty when somebody does.
        reden: why another functie signs than the form named; ``None`` when it is that one.
        anderen: functies that the register does allow, when a person must choose.
    """

    wie: str | None
    mandaat: str | None = None
    waarom_niet: str = ""
    reden: Reden | None = None
    anderen: tuple[str, ...] = ()


def kies_ondertekenaar(omgeving: Omgeving, vraag: Tekenvraag, gekozen: str | None = None) -> Tekenkeuze:
    """Return who signs: the functie proposes, the register of the day of signing allows.

    The form follows the policy of the day of the decision (B-78). Where the mandate moved since, nobody of that functie
    may sign; then the functie of the besluitroute of the day of signing does, or else the only one that the register
    allows. Where it allows several, or the functie had no mandate from the start, a person chooses.

    Args:
        omgeving: the gemeente.
        vraag: what must be signed.
        gekozen: functie that a person chose; ``None`` = none.

    Raises:
        Invoerfout: the chosen functie does not exist.
    """
    tekenen = vraag.tekenen
    if gekozen is not None:
        if omgeving.beleid(tekenen.dag)[0].functie(gekozen) is None:
            raise Invoerfout(
                f"Functie '{gekozen}' bestaat niet op {tekenen.dag.isoformat()}.",
                vervolg=f"Kies er een uit het mandaatregister: toegang mandaat lijst -g {omgeving.naam}",
            )
        return _gekozen(omgeving, vraag, gekozen)
    eigen = _zoek(omgeving, vraag, vraag.functie)
    if eigen is not None:
        return Tekenkeuze(*eigen)
    waarom = waarom_niet(vraag, vraag.functie)
    passend = dict(_anderen(omgeving, vraag, vraag.functie))
    keuze = _keuze(omgeving, vraag, tuple(passend))
    if keuze is not None:
        return Tekenkeuze(*passend[keuze], reden=_reden("MANDAAT_BIJ_ANDERE_FUNCTIE", vraag, keuze, waarom))
    # with four eyes the assessor is named only when nobody else can, so that B-49 says why it is refused
    beoordelaar = None if passend else _zoek(omgeving, vraag, vraag.functie, ook_beoordelaar=True)
    return Tekenkeuze(*beoordelaar) if beoordelaar else Tekenkeuze(None, None, waarom, anderen=tuple(passend))


def _gekozen(omgeving: Omgeving, vraag: Tekenvraag, functie: str) -> Tekenkeuze:
    gevonden = _zoek(omgeving, vraag, functie) or _zoek(omgeving, vraag, functie, ook_beoordelaar=True)
    if gevonden is None:
        anderen = tuple(naam for naam, _ in _anderen(omgeving, vraag, functie))
        return Tekenkeuze(None, None, waarom_niet(vraag, functie), anderen=anderen)
    if functie == vraag.functie:
        return Tekenkeuze(*gevonden)
    return Tekenkeuze(*gevonden, reden=_reden("ONDERTEKENAAR_GEKOZEN", vraag, functie, ""))


def _keuze(omgeving: Omgeving, vraag: Tekenvraag, passend: Sequence[str]) -> str | None:
    """Return the functie that needs no choice: that of the route of the day of signing, or the only one.

    Only where the mandate moved: a functie that could not sign when it was decided either, is a fault in the route.
    """
    if _zoek(omgeving, replace(vraag, tekenen=vraag.toen), vraag.functie) is None:
        return None
    organisatie = omgeving.beleid(vraag.tekenen.dag)[0]
    route = organisatie.route(vraag.zaak.wet, vraag.zaak.problematiek, vraag.tekenen.dag)
    if route is not None and route.ondertekenaar_functie in passend:
        return route.ondertekenaar_functie
    return passend[0] if len(passend) == 1 else None


def _anderen(omgeving: Omgeving, vraag: Tekenvraag, behalve: str) -> list[tuple[str, tuple[str, str]]]:
    """Return the functies besides one of which somebody may sign that day, each with who and by which entry."""
    functies = dict.fromkeys(item.functie for item in vraag.tekenen.register if item.soort in ONDERTEKENEN)
    namen = [naam for naam in functies if naam != behalve and not naam.startswith(VOORVOEGSEL)]
    gevonden = [(naam, _zoek(omgeving, vraag, naam)) for naam in namen]
    return [(naam, wie) for naam, wie in gevonden if wie is not None]


def _zoek(
    omgeving: Omgeving, vraag: Tekenvraag, functie: str, *, ook_beoordelaar: bool = False
) -> tuple[str, str] | None:
    """Return who of a functie signs and by which entry; with four eyes never who assessed, unless asked."""
    tekenen, besluit = vraag.tekenen, vraag.besluit
    beoordelaar = besluit.beoordelaar.medewerker
    weg = vraag.vier_ogen and not ook_beoordelaar
    mensen = [mens for mens in tekenen.mensen if not (weg and mens.id == beoordelaar)]
    organisatie = omgeving.beleid(tekenen.dag)[0]
    ondergeschikt = organisatie.werkgeversoort_van(organisatie.orgaan(vraag.zaak.wet, besluit.datum))
    gevraagd = mandaatvraag(vraag.zaak, besluit, functie, onbezet=tekenen.onbezet).gewijzigd(op=tekenen.dag)
    gevonden: tuple[str, Mandaat] | None = vind_ondertekenaar(
        mensen, tekenen.register, gevraagd, beoordelaar, ondergeschikt
    )
    return (gevonden[0], gevonden[1].id) if gevonden else None


def waarom_niet(vraag: Tekenvraag, functie: str) -> str:
    """Return in Dutch why nobody of a functie may sign that day."""
    tekenen = vraag.tekenen
    gevraagd = mandaatvraag(vraag.zaak, vraag.besluit, functie, onbezet=tekenen.onbezet).gewijzigd(op=tekenen.dag)
    return waarom_geen_ondertekenaar(tekenen.register, gevraagd, tekenen.onbezet)


def _reden(code: str, vraag: Tekenvraag, functie: str, waarom: str) -> Reden:
    dag = vraag.tekenen.dag.isoformat()
    if waarom:
        tekst = f"Functie '{vraag.functie}' mag op {dag} niet ondertekenen ({waarom}); functie '{functie}' wel."
    else:
        tekst = f"Een medewerker koos functie '{functie}' in plaats van '{vraag.functie}'; het register staat dat toe."
    return Reden.van(code, tekst, "L-19", van=vraag.functie, naar=functie, op=dag)
