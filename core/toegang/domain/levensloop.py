"""The life cycle of a zaak: one table per product line, readable at a glance.

A zaak walks through the steps of its line in this order. A step that is not in the line does not
apply to it and is recorded as NVT (DESIGN.md §3). GPK, leerlingenvervoer, schuldhulp and
Participatiewet begin with an aanvraag or verzoek and have no 2.3.2-onderzoek.
"""

from __future__ import annotations

from enum import StrEnum

from toegang.domain.begrippen import Wet


class Stap(StrEnum):
    """A step of the life cycle; the status of a zaak is its last finished step."""

    INTAKE = "INTAKE"
    TEAM = "TEAM"
    REGIE = "REGIE"
    GESPREK = "GESPREK"
    PLAN = "PLAN"
    AANVRAAG = "AANVRAAG"
    BESLUIT = "BESLUIT"
    BESCHIKKING = "BESCHIKKING"
    BEKENDMAKING = "BEKENDMAKING"
    SLUITING = "SLUITING"
    ARCHIEF = "ARCHIEF"


_SLOT = (Stap.BESLUIT, Stap.BESCHIKKING, Stap.BEKENDMAKING, Stap.SLUITING, Stap.ARCHIEF)

LEVENSLOOP: dict[Wet, tuple[Stap, ...]] = {
    # Wmo 2.3.2, 2.3.5: melding, onderzoek, then the aanvraag
    Wet.WMO: (Stap.INTAKE, Stap.TEAM, Stap.REGIE, Stap.GESPREK, Stap.PLAN, Stap.AANVRAAG, *_SLOT),
    # Jeugdwet 2.3: the same road, without the 6 + 2 weeks
    Wet.JEUGDWET: (Stap.INTAKE, Stap.TEAM, Stap.REGIE, Stap.GESPREK, Stap.PLAN, Stap.AANVRAAG, *_SLOT),
    # Pw 41, 44, 44a: the aanvraag comes first; a plan van aanpak belongs to the decision under 27
    Wet.PARTICIPATIEWET: (Stap.INTAKE, Stap.AANVRAAG, Stap.TEAM, Stap.REGIE, Stap.GESPREK, Stap.PLAN, *_SLOT),
    # Wgs 4, 4a: a first conversation and a plan belong to the decision
    Wet.WGS: (Stap.INTAKE, Stap.AANVRAAG, Stap.TEAM, Stap.REGIE, Stap.GESPREK, Stap.PLAN, *_SLOT),
    # BABW 49: an aanvraag and a decision
    Wet.GPK: (Stap.INTAKE, Stap.AANVRAAG, Stap.TEAM, Stap.REGIE, *_SLOT),
    # WPO 4: an aanvraag and a decision, per school year
    Wet.LLV: (Stap.INTAKE, Stap.AANVRAAG, Stap.TEAM, Stap.REGIE, *_SLOT),
}

OPTIONEEL = frozenset({(Wet.PARTICIPATIEWET, Stap.PLAN)})
"""Steps that may be passed over; then they are recorded as NVT."""

ZAAKTYPE: dict[Wet, str] = {
    Wet.WMO: "wmo-aanvraag",
    Wet.JEUGDWET: "jeugd-aanvraag",
    Wet.PARTICIPATIEWET: "pw-aanvraag",
    Wet.WGS: "wgs-verzoek",
    Wet.GPK: "gpk-aanvraag",
    Wet.LLV: "llv-aanvraag",
}

HEEFT_ONDERZOEK = frozenset({Wet.WMO, Wet.JEUGDWET})
"""Lines in which the research precedes the aanvraag."""


def begint_met_aanvraag(wet: Wet) -> bool:
    """Tell whether the line begins with an aanvraag or verzoek instead of a melding."""
    return LEVENSLOOP[wet][1] is Stap.AANVRAAG


def volgende_stap(wet: Wet, status: Stap) -> Stap | None:
    """Return the step that follows, or ``None`` at the end of the road.

    Args:
        wet: product line of the zaak.
        status: its last finished step.
    """
    stappen = LEVENSLOOP[wet]
    plaats = stappen.index(status) + 1
    return stappen[plaats] if plaats < len(stappen) else None


def niet_van_toepassing(wet: Wet) -> tuple[Stap, ...]:
    """Return the steps that this line does not have; they are recorded as NVT."""
    return tuple(stap for stap in Stap if stap not in LEVENSLOOP[wet])


def mag_naar(wet: Wet, status: Stap, naar: Stap, *, onderzoek_te_laat: bool = False) -> bool:
    """Tell whether a zaak may go from its status to a step.

    Args:
        wet: product line.
        status: last finished step.
        naar: the step asked for.
        onderzoek_te_laat: the research was not done within its term; then, and only then, the
            aanvraag may come before it (Wmo 2.3.2 lid 9, L-56).

    Returns:
        True for the next step, past an optional one too; for SLUITING from every step before a BESLUIT
        (withdrawn), and from BESLUIT on when no paper is due; for AANVRAAG under the exception.
    """
    stappen = LEVENSLOOP[wet]
    if naar not in stappen or status not in stappen:
        return False
    hier, daar = stappen.index(status), stappen.index(naar)
    if daar > hier and all((wet, stap) in OPTIONEEL for stap in stappen[hier + 1 : daar]):
        return True
    if naar is Stap.SLUITING:
        return hier < stappen.index(Stap.BESCHIKKING)
    if naar is Stap.AANVRAAG and wet is Wet.WMO:
        return onderzoek_te_laat and hier < daar
    return False
