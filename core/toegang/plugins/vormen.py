"""The paper that carries a decision, in general: none, or a beschikking along the besluitroute."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Besluitsoort, Besluitvorm, Drager, Wet
from toegang.domain.besluit import Beschikkingsconcept, Besluit, Dragerverdeling, Voorziening
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.openstaand import vereis
from toegang.domain.plan import Plan
from toegang.domain.reden import Reden
from toegang.domain.zaak import Zaak
from toegang.plugins.casusteam import vereis_route
from toegang.plugins.regelgids import geldend, reden

PLAN_IS_BESCHIKKING = "plan/plan-is-beschikking"
PLAN_VAN_AANPAK = "plan/plan-van-aanpak"

_JONG_VAN, _JONG_TOT = 18, 27


def sjabloon_voor(wet: Wet, soort: Besluitsoort) -> str:
    """Return the id of the letter for an act and kind of decision, e.g. ``wmo/toekenning``."""
    naam = soort.lower().replace("_", "-")
    return naam if soort is Besluitsoort.BUITEN_BEHANDELING else f"{wet.lower()}/{naam}"


def alleen_algemeen(besluit: Besluit) -> bool:
    """Tell whether there are only algemene voorzieningen: agreements, no besluit (W-7, B-14).

    A refusal that points to an algemene voorziening is a besluit all the same (Z-28).
    """
    return bool(besluit.voorzieningen) and not besluit.voorzieningen_met_besluit and not besluit.is_belastend


def verdeel(voorzieningen: Iterable[Voorziening], drager: Drager) -> tuple[Dragerverdeling, ...]:
    """Put provisions on one paper."""
    return tuple(Dragerverdeling(voorziening=item.id, drager=drager) for item in voorzieningen)


def ondertekenaarfunctie(zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld) -> str:
    """Return the functie that signs, by the besluitroute on the day of the decision.

    Raises:
        NietToegestaan: nobody has filled it in yet.
        Controlefout: there is no route for this act.
    """
    route = vereis_route(zaak, gemeente.organisatie, besluit.datum)
    return vereis(gemeente.organisatie, route.ondertekenaar_functie)


def bijlagen_voor(zaak: Zaak, plan: Plan | None, besluit: Besluit, gemeente: Gemeentebeeld) -> tuple[str, ...]:
    """Return the annexes of a grant: those of the route, and the plan van aanpak that the law asks.

    Participatiewet, 18 to 26 years old: always (L-103). Schuldhulp: when there is a plan (L-112).
    """
    if not besluit.soort.kent_toe:
        return ()
    route = vereis_route(zaak, gemeente.organisatie, besluit.datum)
    bijlagen = list(route.bijlagen)
    jong = zaak.client_leeftijd is not None and _JONG_VAN <= zaak.client_leeftijd < _JONG_TOT
    if (zaak.wet is Wet.PARTICIPATIEWET and jong) or (zaak.wet is Wet.WGS and plan is not None):
        bijlagen.append(PLAN_VAN_AANPAK)
    return tuple(dict.fromkeys(bijlagen))


def standaardconcept(zaak: Zaak, plan: Plan | None, besluit: Besluit, gemeente: Gemeentebeeld) -> Beschikkingsconcept:
    """Return no paper for algemene voorzieningen, and else one beschikking that carries everything.

    Args:
        zaak: the zaak.
        plan: the plan of the household, if there is one.
        besluit: what a person decided.
        gemeente: organisation, settings and day.

    Raises:
        NietToegestaan: who signs has not been filled in yet.
        Controlefout: there is no route for this act.
    """
    if alleen_algemeen(besluit):
        tekst = "Er zijn alleen algemene voorzieningen afgesproken; daarvoor is geen besluit nodig."
        waarom = Reden.van("ALLEEN_ALGEMEEN", tekst, *geldend(gemeente.organisatie, "W-7", "B-14", "Z-16"))
        return Beschikkingsconcept(vorm=Besluitvorm.GEEN, reden=waarom)
    return aparte_beschikking(zaak, plan, besluit, gemeente, _reden(zaak, besluit, gemeente))


def aparte_beschikking(
    zaak: Zaak, plan: Plan | None, besluit: Besluit, gemeente: Gemeentebeeld, waarom: Reden
) -> Beschikkingsconcept:
    """Return one beschikking that carries all provisions that need a decision.

    Args:
        zaak: the zaak.
        plan: the plan of the household, if there is one.
        besluit: what a person decided.
        gemeente: organisation, settings and day.
        waarom: why this form.

    Raises:
        NietToegestaan: who signs has not been filled in yet.
        Controlefout: there is no route for this act.
    """
    return Beschikkingsconcept(
        vorm=Besluitvorm.BESCHIKKING,
        dragers=verdeel(besluit.voorzieningen_met_besluit, Drager.BESCHIKKING),
        sjabloon=sjabloon_voor(zaak.wet, besluit.soort),
        ondertekenaarfunctie=ondertekenaarfunctie(zaak, besluit, gemeente),
        bijlagen=bijlagen_voor(zaak, plan, besluit, gemeente),
        reden=waarom,
    )


def _reden(zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld) -> Reden:
    route = vereis_route(zaak, gemeente.organisatie, besluit.datum)
    regels = ["W-7", "B-47", "B-70", "D-19"]
    regels += ["B-49"] if route.vier_ogen else []
    regels += ["B-63"] if besluit.is_belastend else []
    if PLAN_VAN_AANPAK in route.bijlagen and besluit.soort.kent_toe:
        regels.append("D-18")
    if zaak.wet is Wet.PARTICIPATIEWET and PLAN_VAN_AANPAK in bijlagen_voor(zaak, None, besluit, gemeente):
        regels.append("L-103")
    tekst = "Over deze voorziening gaat een beschikking; zij volgt de besluitroute van de gemeente."
    feiten = {"wet": zaak.wet, "soort": besluit.soort, "vier_ogen": "ja" if route.vier_ogen else "nee"}
    return reden("BESCHIKKING_NODIG", tekst, geldend(gemeente.organisatie, *regels), feiten)
