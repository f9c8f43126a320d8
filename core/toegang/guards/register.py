"""The register of rules: each is one object with an id, so it can be listed, counted and switched off.

Three kinds. ``WET`` is always on and names its article. ``ORGANISATIE`` is a rule of the gemeente's own: it
is on when the gemeente lists it under ``[regels.<id>]``, and it never names an article. ``WAARSCHUWING``
never refuses. A rule of law that no jurist has ticked yet (evidence M or V2) warns until it is
confirmed, except those in ``ALTIJD_HARD``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeVar

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.ingebouwd import staat_uit, zonder_regels
from toegang.domain.organisatie import Sterkte
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.errors import NietToegestaan

__all__ = [
    "ALTIJD_HARD",
    "NOG_TE_TOETSEN",
    "REGELS",
    "Moment",
    "Regel",
    "Regelovertreding",
    "Regelsoort",
    "regel",
    "staat_uit",
    "toets",
    "weiger_bij_overtreding",
    "zonder_regels",
]

ALTIJD_HARD = frozenset({"L-131", "L-133", "L-134"})
NOG_TE_TOETSEN = frozenset({"M", "V2"})


class Regelsoort(StrEnum):
    """Kinds of rule."""

    WET = "wet"
    ORGANISATIE = "organisatie"
    WAARSCHUWING = "waarschuwing"


class Moment(StrEnum):
    """When a rule is checked: after the hook of that step, before anything is stored."""

    INTAKE = "INTAKE"
    TEAM = "TEAM"
    REGIE = "REGIE"
    AANVRAAG = "AANVRAAG"
    BESLUIT = "BESLUIT"
    BESCHIKKING = "BESCHIKKING"
    DOCUMENT = "DOCUMENT"
    BEKENDMAKING = "BEKENDMAKING"
    ARCHIEF = "ARCHIEF"
    AANMELDING = "AANMELDING"
    VERHELDERING = "VERHELDERING"
    UIT_INTAKE = "UIT_INTAKE"
    VOOR_ONDERZOEK = "VOOR_ONDERZOEK"
    IDENTITEIT = "IDENTITEIT"
    INZAGE = "INZAGE"
    INWONER = "INWONER"
    BELEID = "BELEID"
    AFSPRAAK = "AFSPRAAK"
    GESPREK = "GESPREK"
    ONDERZOEK = "ONDERZOEK"
    PLAN = "PLAN"
    PLANREACTIE = "PLANREACTIE"
    PLANBESLUIT = "PLANBESLUIT"
    MEDEWERKER = "MEDEWERKER"
    OVERLEG = "OVERLEG"
    ESCALATIE = "ESCALATIE"
    TOEWIJZING = "TOEWIJZING"
    LEVERING = "LEVERING"
    FACTURATIE = "FACTURATIE"
    KWALITEIT = "KWALITEIT"
    MONITORING = "MONITORING"
    HERINDICATIE = "HERINDICATIE"
    BEZWAARBESLUIT = "BEZWAARBESLUIT"
    RAPPORT = "RAPPORT"
    VOORSTEL = "VOORSTEL"
    TOETSING = "TOETSING"
    MANDAATREGISTER = "MANDAATREGISTER"
    ZORGSTART = "ZORGSTART"
    KENNISGEVING = "KENNISGEVING"


Toets = Callable[[Any], Iterable[str]]
F = TypeVar("F", bound=Toets)


@dataclass(frozen=True)
class Regel:
    """One rule.

    Args:
        id: id in DOMAIN.md, e.g. ``S-11`` or ``L-26``.
        soort: kind.
        moment: when it is checked.
        titel: what it says, in one Dutch sentence.
        grondslag: article (WET) or nothing (ORGANISATIE: the source is in the gemeente's data).
        bewijs: evidence mark of DOMAIN.md: V, V2, M or D.
        basis: an ORGANISATIE rule that is on for every gemeente unless its data say otherwise.
        waarschuwt: it never refuses at this moment, confirmed or not: DOMAIN.md says W or I of it, or refusing here
            would break another rule.
        toets: gives one Dutch message per violation; nothing when the rule is met.
    """

    id: str
    soort: Regelsoort
    moment: Moment
    titel: str
    grondslag: str
    bewijs: str
    basis: bool
    toets: Toets
    waarschuwt: bool = False

    def geldt_voor(self, beeld: Gemeentebeeld) -> bool:
        """Tell whether the rule is on for this gemeente; a row that is only background (CTX) judges nothing."""
        if self.soort is not Regelsoort.ORGANISATIE:
            return True
        eigen = beeld.organisatie.regels.get(self.id)
        return self.basis if eigen is None else eigen.sterkte is not Sterkte.CTX


REGELS: dict[tuple[str, Moment], Regel] = {}


class Regelovertreding(NietToegestaan):
    """One or more rules refuse; nothing was stored.

    Args:
        toetsen: the rules that refuse.
        waar: zaak or melding, for the message.
        vervolg: what the reader can do next, in Dutch; empty when the rules say enough.
    """

    def __init__(self, toetsen: tuple[Regeltoets, ...], waar: str, vervolg: str = "") -> None:
        regels = "\n".join(f"  - {toets.regel} ({toets.grondslag}): {toets.boodschap}" for toets in toetsen)
        boodschap = f"{waar}: geweigerd door {len(toetsen)} regel(s). Er is niets opgeslagen.\n{regels}"
        super().__init__(boodschap, vervolg=vervolg)
        self.toetsen = toetsen


def regel(
    id: str,
    soort: Regelsoort,
    moment: Moment,
    titel: str,
    *,
    grondslag: str = "",
    bewijs: str = "V",
    basis: bool = False,
    waarschuwt: bool = False,
) -> Callable[[F], F]:
    """Register a check; see :class:`Regel` for the arguments.

    Raises:
        ValueError: the id is taken at that moment, or a rule of law has no article.
    """

    def registreer(toets: F) -> F:
        if (id, moment) in REGELS:
            raise ValueError(f"regel {id} bestaat al bij {moment}")
        if soort is Regelsoort.WET and not grondslag:
            raise ValueError(f"regel {id} is wet en noemt geen artikel")
        REGELS[id, moment] = Regel(id, soort, moment, titel, grondslag, bewijs, basis, toets, waarschuwt)
        return toets

    return registreer


def toets(
    moment: Moment,
    context: Any,
    beeld: Gemeentebeeld,
    bevestigd: frozenset[str] = frozenset(),
    alleen: frozenset[str] | None = None,
) -> tuple[Regeltoets, ...]:
    """Check all rules of a moment.

    Args:
        moment: the step.
        context: the values of that step (:mod:`toegang.guards.contexten`).
        beeld: the gemeente.
        bevestigd: ids of rules of law that a jurist of this gemeente confirmed.
        alleen: ids of the rules to check; ``None`` = all of the moment.

    Returns:
        One result per rule that is on, in order of id; refusals included.
    """
    hier = sorted(((id, item) for (id, bij), item in REGELS.items() if bij is moment), key=itemgetter(0))
    aan = [
        item for id, item in hier if not staat_uit(id) and item.geldt_voor(beeld) and (alleen is None or id in alleen)
    ]
    return tuple(_oordeel(item, context, beeld, bevestigd) for item in aan)


def weiger_bij_overtreding(toetsen: Iterable[Regeltoets], waar: str, vervolg: str = "") -> None:
    """Raise when a rule refuses.

    Args:
        toetsen: results of :func:`toets`.
        waar: zaak or melding, for the message.
        vervolg: what the reader can do next, in Dutch.

    Raises:
        Regelovertreding: at least one rule refuses; all of them are in the message.
    """
    geweigerd = tuple(item for item in toetsen if item.oordeel is Oordeel.GEWEIGERD)
    if geweigerd:
        raise Regelovertreding(geweigerd, waar, vervolg)


def _oordeel(item: Regel, context: Any, beeld: Gemeentebeeld, bevestigd: frozenset[str]) -> Regeltoets:
    boodschap = "; ".join(item.toets(context))
    hard, noot = _is_hard(item, beeld, bevestigd)
    oordeel = Oordeel.VOLDOET if not boodschap else Oordeel.GEWEIGERD if hard else Oordeel.WAARSCHUWING
    return Regeltoets(
        regel=item.id,
        soort=item.soort,
        titel=item.titel,
        grondslag=_grondslag(item, beeld),
        oordeel=oordeel,
        boodschap=f"{boodschap}{noot}" if boodschap else "",
    )


def _is_hard(item: Regel, beeld: Gemeentebeeld, bevestigd: frozenset[str]) -> tuple[bool, str]:
    if item.soort is Regelsoort.WAARSCHUWING:
        return False, ""
    if item.waarschuwt:
        twijfel = item.bewijs in NOG_TE_TOETSEN and item.id not in bevestigd
        return False, " (nog te toetsen)" if twijfel else ""
    if item.soort is Regelsoort.ORGANISATIE:
        eigen = beeld.organisatie.regels.get(item.id)
        return eigen is None or eigen.sterkte is Sterkte.MUST, ""
    if item.bewijs in NOG_TE_TOETSEN and item.id not in bevestigd | ALTIJD_HARD:
        return False, " (nog te toetsen)"
    return True, ""


def _grondslag(item: Regel, beeld: Gemeentebeeld) -> str:
    if item.soort is not Regelsoort.ORGANISATIE:
        return item.grondslag
    eigen = beeld.organisatie.regels.get(item.id)
    if eigen is None:
        return f"basisregel van Toegang, geldt tenzij gemeente {beeld.organisatie.naam} anders kiest"
    return f"eigen regel van gemeente {beeld.organisatie.naam}, bron {eigen.bron}"
