"""Regie over a huishouden: answer of ``assign_regie``."""

from __future__ import annotations

from toegang.domain.begrippen import Regiemodus
from toegang.domain.reden import Reden
from toegang.domain.waarde import Waarde


class Regietoewijzing(Waarde):
    """Answer of ``assign_regie``; belongs to the dossier, so to the whole household.

    Args:
        modus: ZELF means that the household steers; then there is no professional regisseur.
        inwoner: id of the member of the household who is the regisseur; only with ZELF (D-10).
        regisseur: medewerker id of the one professional regisseur (D-10, W-13); ``None`` with ZELF.
        indicatieregie: medewerker id who guards the indication; never a provider (B-41).
        coordinatie: medewerker id, or provider id, who coordinates the daily help.
        casemanager: medewerker id; iff >1 professional and the client cannot lead (B-25).
        eerste_aanspreekpunt: medewerker id that is printed on every letter (Z-17).
        grond: the ground of this mode, e.g. ``KANDIDAAT_BESCHERMD_WONEN`` (D-13).
        reden: why.
    """

    modus: Regiemodus
    regisseur: str | None = None
    indicatieregie: str | None = None
    coordinatie: str | None = None
    casemanager: str | None = None
    eerste_aanspreekpunt: str
    grond: str
    inwoner: str | None = None
    reden: Reden

    def rollen(self) -> dict[str, str]:
        """Return who has which role in it, empty roles left out; ids of medewerkers or of a provider."""
        namen = ("regisseur", "indicatieregie", "coordinatie", "casemanager", "eerste_aanspreekpunt")
        return {naam: wie for naam in namen if (wie := getattr(self, naam)) is not None}
