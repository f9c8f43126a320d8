"""What the moments around a besluit are judged on: proposal, check, register, start of care, dispatch, bezwaar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toegang.domain.begrippen import Werkgeversoort
from toegang.domain.besluit import Behandelaar, Besluit, Voorziening
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.besluitrecord import Bekendmaking, Besluitrecord
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.opschorting import Opschorting
from toegang.domain.team import Casusteam
from toegang.domain.voorstel import Voorstel
from toegang.domain.zaak import Zaak


@dataclass(frozen=True)
class VoorstelToets:
    """What is proposed; judged when it is handed in, and again when it is decided.

    Args:
        indiener: who hands it in, or decides on it.
        voorzieningen: the provisions, completed from the catalogue.
        team: who works on the zaak.
        eerder: earlier decisions about this client under this act.
        gevraagd: the last request to complete the aanvraag (Awb 4:5).
    """

    zaak: Zaak
    opdracht: Besluitopdracht
    voorzieningen: tuple[Voorziening, ...]
    indiener: Behandelaar
    beeld: Gemeentebeeld
    team: Casusteam
    eerder: tuple[Besluitrecord, ...] = ()
    gevraagd: Opschorting | None = None

    @property
    def te_beslissen(self) -> tuple[Voorziening, ...]:
        """Those that need a decision (W-7)."""
        return self.als_besluit.voorzieningen_met_besluit

    @property
    def als_besluit(self) -> Besluit:
        """What is proposed in the shape of a besluit, for its properties; who decides is not known yet."""
        return Besluit(
            id="",
            zaak_id=self.zaak.id,
            datum=self.opdracht.op,
            voorzieningen=self.voorzieningen,
            beoordelaar=self.indiener,
            beslisser=self.indiener,
            soort=self.opdracht.soort,
            minder_dan_gevraagd=self.opdracht.minder_dan_gevraagd,
            ten_nadele=self.opdracht.is_ten_nadele,
        )

    def besluit(self, id: str) -> Besluitrecord | None:
        """Return an earlier decision by its id, or ``None``."""
        return next((record for record in self.eerder if record.id == id), None)


@dataclass(frozen=True)
class ToetsingToets:
    """A check of a proposal that a person is about to record."""

    zaak: Zaak
    voorstel: Voorstel
    toetser: Behandelaar
    had_dossier_open: bool
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class MandaatregisterToets:
    """The register as a whole.

    Args:
        op: the day on which it is judged.
        werkgevers: kinds of employer of who holds a functie, by functie.
    """

    op: date
    beeld: Gemeentebeeld
    werkgevers: Mapping[str, frozenset[Werkgeversoort]]


@dataclass(frozen=True)
class ZorgstartToets:
    """Care that is about to start.

    Args:
        vanaf: first day on which it may, or ``None`` when that is not known yet.
    """

    record: Besluitrecord
    op: date
    vanaf: date | None
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class KennisgevingToets:
    """A decision that is about to be made known.

    Args:
        bekendmakingen: to whom, how and when.
        vertegenwoordigers: inwoner ids of who represents the client.
        adviseurs_afgeweken: advisers whose advice was not followed.
    """

    zaak: Zaak
    bekendmakingen: tuple[Bekendmaking, ...]
    vertegenwoordigers: tuple[str, ...]
    adviseurs_afgeweken: tuple[str, ...]
    beeld: Gemeentebeeld
