"""Take a decision in the demo along the besluitroute: proposal, check and besluit, each by its own person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.besluit import Motivering
from toegang.domain.besluitopdracht import Besluitopdracht, Gevraagd
from toegang.domain.openstaand import vereis
from toegang.domain.voorstel import Voorstelstatus
from toegang.domain.zaak import Zaak
from toegang.environment import Gemeente
from toegang.errors import NietToegestaan
from toegang.lifecycle.besluit import neem_besluit, route_van
from toegang.lifecycle.besluitinhoud import voorstel_in
from toegang.lifecycle.inzage import open_zaak
from toegang.lifecycle.team import team_van
from toegang.lifecycle.voorstel import dien_voorstel_in, toets_voorstel
from toegang_cli.demo.scenario import Vraag

Iemand = Callable[..., str]

_LICHTER = "Hulp uit het eigen netwerk en een algemene voorziening zijn besproken; die lossen deze vraag niet op."
_JEUGD = (
    ("deskundige", "Een jeugdconsulent sprak met u en met uw kind. Zij is daarvoor opgeleid."),
    ("achtergrond", "U vertelde wat uw gezin belangrijk vindt. Ook geloof en cultuur kwamen aan bod."),
    ("keuze", "U kon kiezen uit drie aanbieders. U koos de aanbieder bij u in de buurt."),
)
"""What the reasons of a decision under the Jeugdwet go into, besides what the family can do itself (L-80)."""


def besluit_langs_route(
    gemeente: Gemeente, zaak: Zaak, vraag: Vraag, iemand: Iemand, *, eerst_zelf: bool = False
) -> None:
    """Propose, check and decide; goes on where a former run stopped.

    Args:
        gemeente: the gemeente, opened.
        zaak: the zaak.
        vraag: what was asked and what is decided.
        iemand: finds who works today in a functie: ``iemand(gemeente, functie, liever_niet=...)``.
        eerst_zelf: the assessor tries to decide first; without a mandate that is refused, and logged.
    """
    omgeving, vandaag = gemeente.omgeving, gemeente.omgeving.vandaag()
    route = route_van(omgeving, zaak, vandaag)
    with omgeving.werk(gemeente.actor()) as werk:
        steller = team_van(werk, zaak.id).beoordelaars(zaak.wet)[0].medewerker
        voorstel = voorstel_in(werk, zaak.id)
    if voorstel is None:
        opdracht = opdracht_voor(zaak, vraag, vandaag)
        voorstel = dien_voorstel_in(omgeving, gemeente.actor(steller), zaak.id, opdracht)
    if route.toets_rol is not None and voorstel.status is Voorstelstatus.INGEDIEND:
        toetser = iemand(gemeente, vereis(omgeving.organisatie, route.toets_rol), liever_niet=steller)
        open_zaak(omgeving, gemeente.actor(toetser), zaak.id)
        toets_voorstel(omgeving, gemeente.actor(toetser), zaak.id, akkoord=True)
    beslisser = iemand(gemeente, vereis(omgeving.organisatie, route.besluit_rol), liever_niet=steller)
    if eerst_zelf and beslisser != steller and _probeer(gemeente, zaak, steller):
        return
    open_zaak(omgeving, gemeente.actor(beslisser), zaak.id)
    neem_besluit(omgeving, gemeente.actor(beslisser), zaak.id)


def opdracht_voor(zaak: Zaak, vraag: Vraag, vandaag: date) -> Besluitopdracht:
    """Return what a consulent would propose.

    Args:
        zaak: the zaak.
        vraag: what was asked and what is decided.
        vandaag: the day.
    """
    afgewezen = vraag.besluit is Besluitsoort.AFWIJZING
    begin = vandaag + timedelta(days=7)
    gevraagd = Gevraagd(
        product=vraag.product or "",
        omvang="" if afgewezen else vraag.omvang,
        ingangsdatum=begin,
        einddatum=date(begin.year + 2, begin.month, 1) - timedelta(days=1),
        bedrag_centen=None if afgewezen else vraag.centen,
        resultaat="" if afgewezen else "U kunt thuis blijven wonen en meedoen.",
    )
    conclusie = "Daarom krijgt u dit niet." if afgewezen else "Daarom krijgt u dit van de gemeente."
    return Besluitopdracht(
        soort=vraag.besluit,
        op=vandaag,
        voorzieningen=(gevraagd,),
        minder_dan_gevraagd=vraag.minder,
        motivering=Motivering(stappen=_stappen(zaak, vraag, afgewezen=afgewezen), conclusie=conclusie),
        lichter="" if afgewezen else _LICHTER,
    )


def _stappen(zaak: Zaak, vraag: Vraag, *, afgewezen: bool) -> tuple[tuple[str, str], ...]:
    """Return the reasons: for a Wmo grant (L-60) and for the Jeugdwet (L-80) a paragraph per step of the act."""
    kop = ("Uw vraag", f"U vroeg: {vraag.woorden}")
    if zaak.wet is Wet.JEUGDWET:
        return (kop, ("eigen_mogelijkheden", vraag.waarom), *_JEUGD)
    if zaak.wet is not Wet.WMO or afgewezen:
        return (kop, ("Wat u zelf en met uw omgeving kunt", vraag.waarom))
    return (
        kop,
        ("b", vraag.waarom),
        ("c", "Wij hebben met u besproken wat familie, buren en vrienden kunnen doen. Meer dan dat lukt hun niet."),
        ("e", "Wij hebben gekeken naar hulp in de buurt die voor iedereen is. Die is voor u niet genoeg."),
    )


def _probeer(gemeente: Gemeente, zaak: Zaak, steller: str) -> bool:
    """Let the assessor decide on the own proposal; tell whether that was allowed."""
    open_zaak(gemeente.omgeving, gemeente.actor(steller), zaak.id)
    try:
        neem_besluit(gemeente.omgeving, gemeente.actor(steller), zaak.id)
    except NietToegestaan:
        return False  # the refusal is in the log, and the summary counts it
    return True
