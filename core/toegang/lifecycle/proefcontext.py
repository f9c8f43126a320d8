"""What the checks of a step must know of a past question: the same contexts as when it was asked first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from toegang.domain.besluit import Beschikkingsconcept
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.medewerker import Kandidaat, Medewerker
from toegang.domain.openstaand import vereis
from toegang.domain.organisatie import Organisatie
from toegang.errors import NietToegestaan
from toegang.guards.contexten import ArchiefToets, BeschikkingToets, IntakeToets, RegieToets, TeamToets
from toegang.lifecycle.antwoordcontrole import controleer_concept, controleer_intake, controleer_regie, controleer_team
from toegang.lifecycle.bevoegdheid import mandaatvraag, vind_ondertekenaar, waarom_geen_ondertekenaar
from toegang.plugins.bord import Antwoord


@dataclass(frozen=True)
class Proefbeeld:
    """The gemeente as the candidate describes it, on the day of the question.

    Args:
        naam: key of the gemeente.
        medewerkers: its people as they are today.
        gemeente: the view of that day.
    """

    naam: str
    medewerkers: tuple[Medewerker, ...]
    beeld: Gemeentebeeld | None = None

    @property
    def gemeente(self) -> Gemeentebeeld:
        """The view of the day of the question."""
        assert self.beeld is not None
        return self.beeld

    @property
    def organisatie(self) -> Organisatie:
        """The data of the candidate, on that day."""
        return self.gemeente.organisatie

    def op(self, dag: date, organisatie: Organisatie, antwoorden: Mapping[str, str]) -> Proefbeeld:
        """Return the gemeente on a day.

        Args:
            dag: the day.
            organisatie: data of the candidate.
            antwoorden: answers to its open keys.
        """
        beeld = Gemeentebeeld(naam=self.naam, organisatie=organisatie.op(dag), instellingen=antwoorden, peildatum=dag)
        return replace(self, beeld=beeld)

    def mensen(self, kandidaten: tuple[Kandidaat, ...]) -> dict[str, Kandidaat]:
        """Return the professionals by id: as they were then, or else as they are today."""
        toen = kandidaten or tuple(mens.als_kandidaat(self.gemeente.peildatum, 0) for mens in self.medewerkers)
        return {mens.id: mens for mens in toen}


def keur(
    hook: str, vraag: Mapping[str, Any], antwoord: Antwoord[Any], kandidaten: tuple[Kandidaat, ...], beeld: Proefbeeld
) -> None:
    """Check that core could act on an answer.

    Args:
        hook: name of the hook.
        vraag: what was asked.
        antwoord: the answer and who gave it.
        kandidaten: the professionals as they were.
        beeld: the gemeente.

    Raises:
        HookFout: it could not; e.g. the answer names a team that is not there.
    """
    omgeving: Any = beeld  # the checks need its name and its data
    if hook == "route_intake":
        controleer_intake(antwoord, vraag["melding"], omgeving)
    elif hook == "compose_team":
        controleer_team(antwoord, {mens.id: mens for mens in vraag["kandidaten"]}, omgeving)
    elif hook == "assign_regie":
        controleer_regie(antwoord, beeld.mensen(kandidaten), omgeving)
    elif hook == "draft_beschikking":
        controleer_concept(antwoord, vraag["besluit"], omgeving)


def maak_context(
    hook: str, vraag: Mapping[str, Any], waarde: Any, kandidaten: tuple[Kandidaat, ...], beeld: Proefbeeld
) -> object:
    """Return what the rules of the step are judged on; the arguments are those of :func:`keur`.

    Raises:
        NietToegestaan: a functie that must sign is still an open key, or there is no besluitroute.
    """
    return _MAKERS[hook](vraag, waarde, kandidaten, beeld)


def _intake(vraag: Mapping[str, Any], waarde: Any, _mensen: tuple[Kandidaat, ...], beeld: Proefbeeld) -> object:
    return IntakeToets(vraag["melding"], waarde, beeld.gemeente, vraag["contacten"])


def _team(vraag: Mapping[str, Any], waarde: Any, _mensen: tuple[Kandidaat, ...], beeld: Proefbeeld) -> object:
    mensen = {mens.id: mens for mens in vraag["kandidaten"]}
    return TeamToets(vraag["zaak"], vraag["huishouden"], mensen, waarde, beeld.gemeente)


def _regie(vraag: Mapping[str, Any], waarde: Any, mensen: tuple[Kandidaat, ...], beeld: Proefbeeld) -> object:
    return RegieToets(vraag["zaak"], vraag["huishouden"], beeld.mensen(mensen), vraag["team"], waarde, beeld.gemeente)


def _beschikking(vraag: Mapping[str, Any], waarde: Any, _mensen: tuple[Kandidaat, ...], beeld: Proefbeeld) -> object:
    zaak, besluit = vraag["zaak"], vraag["besluit"]
    route = beeld.organisatie.route(zaak.wet, zaak.problematiek, besluit.datum)
    if route is None:
        raise NietToegestaan(f"Er is op {besluit.datum.isoformat()} geen besluitroute voor {zaak.wet}.")
    wie, waarom_niet = _ondertekenaar(vraag, waarde, beeld)
    return BeschikkingToets(zaak, besluit, vraag["plan"], waarde, route, wie, waarom_niet, beeld.gemeente)


def _archief(vraag: Mapping[str, Any], waarde: Any, _mensen: tuple[Kandidaat, ...], beeld: Proefbeeld) -> object:
    vereis(beeld.organisatie, waarde.archiefactor)
    return ArchiefToets(vraag["zaak"], vraag["toegestaan"], waarde, beeld.gemeente)


_MAKERS: dict[str, Callable[[Mapping[str, Any], Any, tuple[Kandidaat, ...], Proefbeeld], object]] = {
    "route_intake": _intake,
    "compose_team": _team,
    "assign_regie": _regie,
    "draft_beschikking": _beschikking,
    "decide_archivering": _archief,
}


def _ondertekenaar(vraag: Mapping[str, Any], concept: Beschikkingsconcept, beeld: Proefbeeld) -> tuple[str | None, str]:
    """Return who would sign, and why nobody: the functie proposes, the mandate register allows."""
    if concept.ondertekenaarfunctie is None:
        return None, ""
    functie, besluit = vereis(beeld.organisatie, concept.ondertekenaarfunctie), vraag["besluit"]
    register = beeld.organisatie.mandaten
    mensen = [mens for mens in beeld.medewerkers if mens.werkt_op(besluit.datum)]
    onbezet = frozenset(item.id for item in beeld.organisatie.functies) - {mens.functie for mens in mensen}
    gevraagd = mandaatvraag(vraag["zaak"], besluit, functie, onbezet=onbezet)
    ondergeschikt = beeld.organisatie.werkgeversoort_van(beeld.organisatie.orgaan(vraag["zaak"].wet, besluit.datum))
    gevonden = vind_ondertekenaar(mensen, register, gevraagd, besluit.beoordelaar.medewerker, ondergeschikt)
    if gevonden is not None:
        return gevonden[0], ""
    return None, waarom_geen_ondertekenaar(register, gevraagd, onbezet)
