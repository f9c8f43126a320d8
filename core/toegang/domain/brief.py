"""Letters and batches, as stored."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from toegang.domain.bezorging import Berichtsoort, Bezorgweg
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.waarde import Waarde


class Briefstatus(StrEnum):
    """Where a letter is."""

    TE_MAKEN = "TE_MAKEN"
    GEMAAKT = "GEMAAKT"
    MISLUKT = "MISLUKT"
    AANGEHOUDEN = "AANGEHOUDEN"
    VERZONDEN = "VERZONDEN"


class Aanhoudreden(StrEnum):
    """Closed list of reasons for which a letter waits for a person."""

    OVERLEDEN = "OVERLEDEN"
    GEZAG_ONBEKEND = "GEZAG_ONBEKEND"
    GEZAG_OP_ANDER_ADRES = "GEZAG_OP_ANDER_ADRES"
    ADRES_ONVOLLEDIG = "ADRES_ONVOLLEDIG"
    BRIEFADRES_OF_VERTROKKEN = "BRIEFADRES_OF_VERTROKKEN"
    GEEN_MANDAAT = "GEEN_MANDAAT"

    @property
    def uitleg(self) -> str:
        """Say in Dutch why the letter waits."""
        return {
            Aanhoudreden.OVERLEDEN: "de geadresseerde is overleden",
            Aanhoudreden.GEZAG_ONBEKEND: "het is niet bekend wie het gezag heeft",
            Aanhoudreden.GEZAG_OP_ANDER_ADRES: "iemand met gezag woont op een ander adres",
            Aanhoudreden.ADRES_ONVOLLEDIG: "het adres is niet volledig",
            Aanhoudreden.BRIEFADRES_OF_VERTROKKEN: "vertrokken of zonder vast adres",
            Aanhoudreden.GEEN_MANDAAT: "er is niemand die mag ondertekenen",
        }[self]


class Brief(Waarde):
    """A letter for one zaak; made exactly once per besluit, template and version.

    Args:
        id: id; also the file name, so it holds no personal data.
        dossier_id: the dossier.
        zaak_id: the zaak.
        besluit_id: the decision it carries; ``None`` for letters without one.
        sjabloon: template id, e.g. ``wmo/toekenning``.
        versie: 1, 2, ...
        status: where it is.
        batch_id: the batch that made it.
        aanhoudreden: why it waits for a person.
        toelichting: why it failed or waits, in Dutch, no personal data.
        momentopname: the data it was made from.
        dagtekening: the date printed on it.
        gemaakt_op: instant, UTC.
        sha256: hash of the PDF.
        paginas: number of pages.
        software: versions it was made with.
        verzonden_op: day of dispatch.
        regels: the rules that were checked when it was frozen.
        bezorgweg: the road along which it goes (S-19, L-24); ``None`` before it was frozen.
        bezorgreden: why that road, in Dutch.
        bezwaar_id: the objection it is about; it goes to who objected.
    """

    id: str
    dossier_id: str
    zaak_id: str
    besluit_id: str | None = None
    sjabloon: str
    versie: int = 1
    status: Briefstatus = Briefstatus.TE_MAKEN
    batch_id: str | None = None
    aanhoudreden: Aanhoudreden | None = None
    toelichting: str = ""
    momentopname: dict[str, Any] = Field(default_factory=dict)
    dagtekening: date | None = None
    gemaakt_op: datetime | None = None
    sha256: str = ""
    paginas: int = 0
    software: tuple[tuple[str, str], ...] = ()
    verzonden_op: date | None = None
    regels: tuple[Regeltoets, ...] = ()
    bezorgweg: Bezorgweg | None = None
    bezorgreden: str = ""
    bezwaar_id: str | None = None

    @property
    def gewaarschuwd(self) -> bool:
        """Whether a rule warned of something in it."""
        return any(item.oordeel is Oordeel.WAARSCHUWING for item in self.regels)

    @property
    def berichtsoort(self) -> Berichtsoort:
        """The kind of message it is, for who wants some kinds digitally (L-24)."""
        return Berichtsoort.BESLUIT if self.besluit_id else Berichtsoort.BERICHT


class Batch(Waarde):
    """One run over the letters that are due.

    Args:
        id: id.
        aangemaakt_op: instant, UTC.
        door: uid of the actor.
        aantal: number of letters frozen in it.
        afgerond: whether it ran to its end.
    """

    id: str
    aangemaakt_op: datetime
    door: str
    aantal: int
    afgerond: bool = False
