"""Letters, as stored."""

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
    VERVALLEN = "VERVALLEN"


BEVESTIGING = "melding/ontvangstbevestiging"
AAN_AANBIEDER = "aanbieder/"
"""Where the templates of letters to providers stand."""
WACHTEND = (Briefstatus.TE_MAKEN, Briefstatus.AANGEHOUDEN, Briefstatus.MISLUKT)
"""Stands of a letter that is due and was not made yet."""


class Aanhoudreden(StrEnum):
    """Closed list of reasons for which a letter waits for a person."""

    OVERLEDEN = "OVERLEDEN"
    GEZAG_ONBEKEND = "GEZAG_ONBEKEND"
    GEZAG_OP_ANDER_ADRES = "GEZAG_OP_ANDER_ADRES"
    GEEN_ONTVANGER_MEER = "GEEN_ONTVANGER_MEER"
    ADRES_ONVOLLEDIG = "ADRES_ONVOLLEDIG"
    BRIEFADRES_OF_VERTROKKEN = "BRIEFADRES_OF_VERTROKKEN"
    GEEN_MANDAAT = "GEEN_MANDAAT"
    MANDAAT_VERLOPEN = "MANDAAT_VERLOPEN"
    CURATELE_OF_BEWIND = "CURATELE_OF_BEWIND"
    ZELFDE_BRIEF = "ZELFDE_BRIEF"
    GEADRESSEERDE_GEWIJZIGD = "GEADRESSEERDE_GEWIJZIGD"

    @property
    def uitleg(self) -> str:
        """Say in Dutch why the letter waits."""
        return {
            Aanhoudreden.OVERLEDEN: "de geadresseerde is overleden",
            Aanhoudreden.GEZAG_ONBEKEND: "het is niet bekend wie het gezag heeft",
            Aanhoudreden.GEZAG_OP_ANDER_ADRES: "iemand die een eigen exemplaar moet krijgen, heeft er nog geen",
            Aanhoudreden.GEEN_ONTVANGER_MEER: "wie dit exemplaar zou krijgen, hoort het niet meer te krijgen",
            Aanhoudreden.ADRES_ONVOLLEDIG: "het adres is niet volledig",
            Aanhoudreden.BRIEFADRES_OF_VERTROKKEN: "vertrokken of zonder vast adres",
            Aanhoudreden.GEEN_MANDAAT: "er is niemand die mag ondertekenen",
            Aanhoudreden.MANDAAT_VERLOPEN: "het mandaat van wie ondertekent, geldt niet op de datum van de brief",
            Aanhoudreden.CURATELE_OF_BEWIND: "de geadresseerde staat onder curatele of bewind",
            Aanhoudreden.ZELFDE_BRIEF: "de geadresseerde kreeg dezelfde brief kortgeleden",
            Aanhoudreden.GEADRESSEERDE_GEWIJZIGD: "naam of adres is gewijzigd nadat de brief is gemaakt",
        }[self]


class Informatietekst(Waarde):
    """What an informatiebrief says, as somebody of the gemeente wrote it.

    Args:
        onderwerp: its heading.
        alineas: its paragraphs.
    """

    onderwerp: str = Field(min_length=1, max_length=120)
    alineas: tuple[str, ...] = Field(min_length=1)


class Brief(Waarde):
    """A letter for one zaak; made exactly once per besluit, template, version and copy.

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
        exemplaar: id of the inwoner whose own copy this is; empty for the letter itself (L-86).
        aanleiding: id of what made it due: a happening to a term, a report, a proposal, a delivery; empty when the
            zaak says enough.
        soort_bericht: kind of message; ``None`` = a besluit when it carries one of the zaak, else a bericht.
        tekst: what an informatiebrief says.
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
    exemplaar: str = ""
    aanleiding: str = ""
    soort_bericht: Berichtsoort | None = None
    tekst: Informatietekst | None = None

    @property
    def aan_derde(self) -> bool:
        """Whether it goes to an organisation instead of a resident (L-133)."""
        return self.sjabloon.startswith(AAN_AANBIEDER)

    @property
    def is_bevestiging(self) -> bool:
        """Whether it confirms a melding or aanvraag."""
        return self.sjabloon == BEVESTIGING

    @property
    def wacht(self) -> bool:
        """Whether it is due and was not made yet."""
        return self.status in WACHTEND

    @property
    def gewaarschuwd(self) -> bool:
        """Whether a rule warned of something in it."""
        return any(item.oordeel is Oordeel.WAARSCHUWING for item in self.regels)

    @property
    def berichtsoort(self) -> Berichtsoort:
        """The kind of message it is, for who wants some kinds digitally (L-24)."""
        return self.soort_bericht or (Berichtsoort.BESLUIT if self.besluit_id else Berichtsoort.BERICHT)
