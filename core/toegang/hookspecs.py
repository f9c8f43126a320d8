"""The five hooks of the life cycle, in order. A reader sees the product here.

A plugin answers, core checks, core acts: a hook gets frozen values and returns a frozen value with
its reason. It never gets a session, a file handle or PDF bytes. Hooks are called by keyword; an
implementation may take only the arguments it needs. ``None`` means: no opinion, the next layer
answers (gemeente, then model, then standaard).
"""

from __future__ import annotations

from collections.abc import Mapping

import pluggy

from toegang.domain.archief import Archiefbesluit, Archiefkeuze
from toegang.domain.besluit import Beschikkingsconcept, Besluit
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.plan import Plan
from toegang.domain.regie import Regietoewijzing
from toegang.domain.signaal import Gebeurtenis, Signaal
from toegang.domain.team import Casusteam
from toegang.domain.zaak import Zaak

PROJECT = "toegang"
GROEP_GEMEENTEN = "toegang.gemeenten.v1"
GROEP_UITBREIDINGEN = "toegang.uitbreidingen.v1"
HAAK_API = "v1"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

BESLISHAKEN = ("route_intake", "compose_team", "assign_regie", "draft_beschikking", "decide_archivering")
"""The five decision hooks; an extension may not answer them."""


HERNOEMD: Mapping[str, Mapping[str, str]] = {}
"""Arguments that were renamed within this major: hook → old name → new name. The old name works, with a warning, for
one minor release; then it goes from this table and is refused (ADR 0004)."""


class Haken:
    """The hook specification; plugins subclass it and get type checks on every override."""

    @hookspec(firstresult=True)
    def route_intake(self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld) -> Intake | None:
        """Decide what is stored of a question, and where it goes.

        Must be able to say: Zwolle's unregistered help (Z-7), a KCC that stores contact details only
        (B-1), Schagen's telefoonteam as filter with the date of receipt kept (S-3, S-6, L-36).

        Args:
            melding: the question; persons by id.
            contacten: earlier contacts about it (S-2).
            gemeente: organisation, settings and the day on which is judged.
        """

    @hookspec(firstresult=True)
    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Casusteam | None:
        """Decide who works on a zaak, who may assess it, and who was passed over.

        Must be able to say: externals in the Expertiseteam as adviseurs (B-31), a second consulent only
        after intervisie (S-12), Buurtplein never assesses the Participatiewet (L-100).

        Args:
            zaak: the zaak.
            huishouden: the household with its other zaken and present regie.
            kandidaten: all professionals of the gemeente, without names, with their caseload.
            gemeente: organisation, settings and the day.
        """

    @hookspec(firstresult=True)
    def assign_regie(
        self, zaak: Zaak, huishouden: Huishouden, team: Casusteam, gemeente: Gemeentebeeld
    ) -> Regietoewijzing | None:
        """Decide who holds regie over the household.

        Must be able to say: a casemanager iff more than one professional and the client unable (B-25);
        indicatieregie stays while coordinatie moves (B-41); takeover only on a listed ground (D-13).

        Args:
            zaak: the zaak that raises the question.
            huishouden: the household.
            team: the casusteam of the zaak.
            gemeente: organisation, settings and the day.
        """

    @hookspec(firstresult=True)
    def draft_beschikking(
        self, zaak: Zaak, plan: Plan | None, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Beschikkingsconcept | None:
        """Decide the form of the decision, its papers and the functie that signs.

        Must be able to say: Zwolle's plan with triggers (Z-13..Z-16), Doetinchem's midoffice (D-19), the
        plan van aanpak as annex (L-103).

        Args:
            zaak: the zaak.
            plan: the plan of the household, if there is one.
            besluit: what a person decided.
            gemeente: organisation, settings and the day.
        """

    @hookspec(firstresult=True)
    def decide_archivering(
        self,
        zaak: Zaak,
        besluiten: tuple[Besluit, ...],
        toegestaan: tuple[Archiefkeuze, ...],
        gemeente: Gemeentebeeld,
    ) -> Archiefbesluit | None:
        """Choose the result of the selectielijst and the archive actor; core computes the date.

        Args:
            zaak: the closed zaak.
            besluiten: its decisions.
            toegestaan: the results that fit, computed by core.
            gemeente: organisation, settings and the day.
        """

    # Collected hooks: every layer and extension may add something.

    @hookspec
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Add plain paragraphs to named blocks of a letter: block name → paragraphs."""

    @hookspec
    def signalen(self, zaak: Zaak, huishouden: Huishouden, gemeente: Gemeentebeeld) -> tuple[Signaal, ...] | None:
        """Point out something that a person should look at; never blocks."""

    @hookspec
    def template_dirs(self) -> tuple[str, ...] | None:
        """Return the folders with letter templates of this layer."""

    @hookspec
    def on_gebeurtenis(self, gebeurtenis: Gebeurtenis) -> None:
        """Hear what happened, after the commit. An exception here is logged and stops nothing."""
