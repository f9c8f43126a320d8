"""Where each decision stands, and who is to do what next along the besluitroute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from toegang.domain.levensloop import Stap, mag_naar
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.voorstel import Voorstel, Voorstelstatus
from toegang.domain.zaak import Zaak
from toegang.lifecycle.besluitinhoud import voorstel_in
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid

VOORSTEL, TOETS, BESLUIT, VERBETERING = "voorstel", "toets", "besluit", "verbetering"


@dataclass(frozen=True)
class Besluitstand:
    """What a decision waits for.

    Args:
        zaak: the zaak.
        wacht_op: ``voorstel``, ``toets``, ``besluit`` or ``verbetering``.
        functies: functies that can do it; empty when the gemeente has not said who.
        medewerkers: who must do it, when it is not for a whole functie.
        sinds: since when.
        voorstel: the proposal, once there is one.
    """

    zaak: Zaak
    wacht_op: str
    functies: tuple[str, ...]
    medewerkers: tuple[str, ...]
    sinds: date
    voorstel: Voorstel | None = None

    @property
    def wie(self) -> tuple[str, ...]:
        """Return the people, or else the functies."""
        return self.medewerkers or self.functies

    def is_voor(self, medewerker: str, functie: str) -> bool:
        """Tell whether somebody may do it; nobody checks the own proposal."""
        eigen = self.voorstel is not None and self.voorstel.steller.medewerker == medewerker
        if self.wacht_op == TOETS and eigen:
            return False
        return medewerker in self.medewerkers or (not self.medewerkers and functie in self.functies)


def besluitstanden(werk: Werkeenheid, omgeving: Omgeving) -> tuple[Besluitstand, ...]:
    """Return everything that waits for a proposal, a check or a decision, in order of the zaken.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
    """
    standen = (besluitstand(werk, omgeving, zaak) for zaak in werk.zaken.zoek() if zaak.open)
    return tuple(stand for stand in standen if stand is not None)


def besluitstand(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak) -> Besluitstand | None:
    """Return what the decision in a zaak waits for; ``None`` when it is not at that step.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
    """
    voorstel = voorstel_in(werk, zaak.id)
    route = omgeving.organisatie.route(zaak.wet, zaak.problematiek, omgeving.vandaag())
    if voorstel is None and not _kan_voorstellen(zaak):
        return None
    if route is None:
        return Besluitstand(zaak, VOORSTEL, (), (), _sinds(zaak), voorstel)
    if voorstel is None:
        leden = zaak.leden[:1]
        return Besluitstand(zaak, VOORSTEL, route.voorstel_rol, leden, _sinds(zaak))
    if voorstel.status is Voorstelstatus.TERUGGEGEVEN:
        return Besluitstand(zaak, VERBETERING, (), (voorstel.steller.medewerker,), voorstel.toetsen[-1].op, voorstel)
    if voorstel.status is Voorstelstatus.INGEDIEND and route.toets_rol is not None:
        return Besluitstand(zaak, TOETS, _bekend((route.toets_rol,)), (), voorstel.op, voorstel)
    sinds = voorstel.toetsen[-1].op if voorstel.status is Voorstelstatus.GETOETST else voorstel.op
    return Besluitstand(zaak, BESLUIT, _bekend((route.besluit_rol,)), (), sinds, voorstel)


def _kan_voorstellen(zaak: Zaak) -> bool:
    if zaak.herziet is not None:
        return zaak.status not in (Stap.INTAKE, Stap.BESLUIT, Stap.BESCHIKKING, Stap.BEKENDMAKING)
    return mag_naar(zaak.wet, zaak.status, Stap.BESLUIT)


def _sinds(zaak: Zaak) -> date:
    return max((item.op for item in zaak.stappen if not item.nvt), default=zaak.ontvangen_op)


def _bekend(functies: Iterable[str]) -> tuple[str, ...]:
    """Return the functies that the gemeente has named."""
    return tuple(functie for functie in functies if not functie.startswith(VOORVOEGSEL))
