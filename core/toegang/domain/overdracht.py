"""A hand-over of regie: offered, and only then real when it is accepted."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Overdrachtstatus(StrEnum):
    """Where a hand-over is."""

    AANGEBODEN = "AANGEBODEN"
    AANVAARD = "AANVAARD"
    GEWEIGERD = "GEWEIGERD"
    INGETROKKEN = "INGETROKKEN"


class Overdrachtdeel(StrEnum):
    """What is handed over; coordination and regie on the indication are two things (B-41)."""

    REGIE = "REGIE"
    COORDINATIE = "COORDINATIE"
    INDICATIEREGIE = "INDICATIEREGIE"
    CASEMANAGEMENT = "CASEMANAGEMENT"


class Overdrachtreden(StrEnum):
    """Why; fixed words, so that a report can count them and none holds personal data."""

    AFWEZIGHEID = "AFWEZIGHEID"
    UIT_DIENST = "UIT_DIENST"
    CASELOAD = "CASELOAD"
    VERHUIZING = "VERHUIZING"
    DESKUNDIGHEID = "DESKUNDIGHEID"
    WENS_HUISHOUDEN = "WENS_HUISHOUDEN"
    HUISHOUDEN_KAN_ZELF = "HUISHOUDEN_KAN_ZELF"


class Overdracht(Waarde):
    """A hand-over, as stored.

    Args:
        id: id.
        dossier_id: the dossier whose regie it is.
        status: where it is.
        aangeboden_op: day on which it was offered.
        van: medewerker id; or the id of a resident who held regie.
        naar: medewerker id; or the id of a resident who takes the regie (``naar_inwoner``).
        zaak_id: the zaak from which it was offered.
        deel: what is handed over.
        reden: why.
        naar_inwoner: a member of the household becomes regisseur.
        toelichting: words of who offers.
        aangeboden_door: medewerker id of who offered, when that is another than ``van``.
        afgedaan_op: day of acceptance, refusal or withdrawal.
        afgedaan_door: medewerker id of who did that.
        antwoord: words with the refusal or the withdrawal.
    """

    id: str
    dossier_id: str
    status: Overdrachtstatus = Overdrachtstatus.AANGEBODEN
    aangeboden_op: date
    van: str
    naar: str
    zaak_id: str = ""
    deel: Overdrachtdeel = Overdrachtdeel.REGIE
    reden: Overdrachtreden | None = None
    naar_inwoner: bool = False
    toelichting: str = ""
    aangeboden_door: str = ""
    afgedaan_op: date | None = None
    afgedaan_door: str = ""
    antwoord: str = ""

    @property
    def open(self) -> bool:
        """Tell whether nobody answered it yet."""
        return self.status is Overdrachtstatus.AANGEBODEN
