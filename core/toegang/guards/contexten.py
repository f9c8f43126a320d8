"""What each moment is judged on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toegang.domain.archief import Archiefbesluit, Archiefkeuze
from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Beschikkingsconcept, Besluit, Motivering
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.mandaat import Mandaat
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.plan import Plan
from toegang.domain.regie import Regietoewijzing
from toegang.domain.team import Casusteam
from toegang.domain.voorstel import Hoor
from toegang.domain.zaak import Zaak


@dataclass(frozen=True)
class IntakeToets:
    """A melding and what became of it.

    Args:
        contacten: earlier contacts about the same question.
    """

    melding: Melding
    intake: Intake
    beeld: Gemeentebeeld
    contacten: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class TeamToets:
    """A proposed casusteam."""

    zaak: Zaak
    huishouden: Huishouden
    kandidaten: dict[str, Kandidaat]
    team: Casusteam
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class RegieToets:
    """A proposed regie."""

    zaak: Zaak
    huishouden: Huishouden
    kandidaten: dict[str, Kandidaat]
    team: Casusteam
    regie: Regietoewijzing
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class AanvraagToets:
    """An aanvraag that is about to be registered."""

    zaak: Zaak
    op: date
    onderzoek_te_laat: bool


@dataclass(frozen=True)
class BesluitToets:
    """A besluit that a person is about to take.

    Args:
        mandaat: register entry that covers the beslisser, or ``None``.
        waarom_niet: why the nearest entries do not cover.
        had_dossier_open: the beslisser opened the file before deciding.
        motivering: the reasons, as handed in.
        opdracht: all that was handed in.
        hoor: the hearing before an adverse decision.
    """

    zaak: Zaak
    besluit: Besluit
    team: Casusteam
    route: Besluitroute
    mandaat: Mandaat | None
    waarom_niet: str
    had_dossier_open: bool
    beeld: Gemeentebeeld
    motivering: Motivering | None = None
    opdracht: Besluitopdracht | None = None
    hoor: Hoor | None = None


@dataclass(frozen=True)
class BeschikkingToets:
    """A proposed form of the decision.

    Args:
        ondertekenaar: the person found in the register, or ``None``.
        waarom_niet: why nobody was found.
    """

    zaak: Zaak
    besluit: Besluit
    plan: Plan | None
    concept: Beschikkingsconcept
    route: Besluitroute
    ondertekenaar: str | None
    waarom_niet: str
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class ArchiefToets:
    """A proposed archive result."""

    zaak: Zaak
    toegestaan: tuple[Archiefkeuze, ...]
    archief: Archiefbesluit
    beeld: Gemeentebeeld
