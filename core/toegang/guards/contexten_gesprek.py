"""What the rules on the gesprek and on the research are judged on."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.adviesaanvraag import Adviesaanvraag
from toegang.domain.begrippen import Besluitsoort, Kanaal
from toegang.domain.besluit import Behandelaar, Motivering, Voorziening
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.gesprek import Gesprek
from toegang.domain.gespreksafspraak import Gespreksafspraak
from toegang.domain.gespreksmap import Eigenplanstand
from toegang.domain.zaak import Zaak


@dataclass(frozen=True)
class AfspraakToets:
    """An appointment that is about to be recorded.

    Args:
        planner: who plans it.
        kanalen: channels along which there was contact about the question before.
    """

    zaak: Zaak
    afspraak: Gespreksafspraak
    planner: Behandelaar
    kanalen: frozenset[Kanaal]
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class GesprekToets:
    """A report that is about to be recorded.

    Args:
        voerders: who held the gesprek, each part.
        planner: who planned it; ``None`` = the report does not say.
        eigen_plan: how it stands with the resident's own plan.
        andere_zaken: number of other open zaken of the household.
        adviezen: requests for advice in this zaak.
    """

    zaak: Zaak
    gesprek: Gesprek
    voerders: tuple[Behandelaar, ...]
    planner: Behandelaar | None
    eigen_plan: Eigenplanstand
    andere_zaken: int
    adviezen: tuple[Adviesaanvraag, ...]
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class OnderzoekToets:
    """The research as it lies when somebody decides on it.

    Args:
        gesprek: the last version of the report; ``None`` = there is none.
        adviezen: requests for advice in this zaak.
        soort: kind of decision.
        voorzieningen: what it is about.
        motivering: its reasons.
    """

    zaak: Zaak
    gesprek: Gesprek | None
    adviezen: tuple[Adviesaanvraag, ...]
    soort: Besluitsoort
    voorzieningen: tuple[Voorziening, ...]
    motivering: Motivering | None
    beeld: Gemeentebeeld
