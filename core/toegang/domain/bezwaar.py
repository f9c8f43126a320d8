"""An objection against a besluit, as recorded (Awb chapters 6 and 7)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.waarde import Waarde

_NA_POST = timedelta(weeks=1)
"""By post it is in time when posted before the end and received within a week of it (Awb 6:9 lid 2)."""


class Onderdeel(StrEnum):
    """What a bezwaarschrift must hold (Awb 6:5 lid 1; L-25)."""

    NAAM_EN_ADRES = "NAAM_EN_ADRES"
    DAGTEKENING = "DAGTEKENING"
    OMSCHRIJVING = "OMSCHRIJVING"
    GRONDEN = "GRONDEN"
    ONDERTEKENING = "ONDERTEKENING"

    @property
    def in_woorden(self) -> str:
        """Say it in Dutch."""
        return {
            Onderdeel.NAAM_EN_ADRES: "naam en adres",
            Onderdeel.DAGTEKENING: "de datum",
            Onderdeel.OMSCHRIJVING: "tegen welk besluit het is",
            Onderdeel.GRONDEN: "waarom de inwoner het er niet mee eens is",
            Onderdeel.ONDERTEKENING: "een handtekening",
        }[self]

    @property
    def voor_inwoner(self) -> str:
        """Say it to the resident."""
        return {
            Onderdeel.NAAM_EN_ADRES: "uw naam en adres",
            Onderdeel.DAGTEKENING: "de datum van uw brief",
            Onderdeel.OMSCHRIJVING: "tegen welk besluit u bezwaar maakt",
            Onderdeel.GRONDEN: "waarom u het er niet mee eens bent",
            Onderdeel.ONDERTEKENING: "uw handtekening",
        }[self]


class Horen(StrEnum):
    """Grounds on which nobody need be heard (Awb 7:3)."""

    KENNELIJK_NIET_ONTVANKELIJK = "KENNELIJK_NIET_ONTVANKELIJK"
    KENNELIJK_ONGEGROND = "KENNELIJK_ONGEGROND"
    WIL_NIET = "WIL_NIET"
    GEEN_ANTWOORD = "GEEN_ANTWOORD"
    GEHEEL_TEGEMOET = "GEHEEL_TEGEMOET"


class Bezwaaruitkomst(StrEnum):
    """How an objection ended."""

    GEGROND = "GEGROND"
    DEELS_GEGROND = "DEELS_GEGROND"
    ONGEGROND = "ONGEGROND"
    NIET_ONTVANKELIJK = "NIET_ONTVANKELIJK"
    INGETROKKEN = "INGETROKKEN"
    DOORGEZONDEN = "DOORGEZONDEN"

    @property
    def is_besluit(self) -> bool:
        """Tell whether the gemeente decided."""
        return self not in (Bezwaaruitkomst.INGETROKKEN, Bezwaaruitkomst.DOORGEZONDEN)

    @property
    def is_inhoudelijk(self) -> bool:
        """Tell whether it was looked into."""
        return self in (Bezwaaruitkomst.GEGROND, Bezwaaruitkomst.DEELS_GEGROND, Bezwaaruitkomst.ONGEGROND)


class NietOntvankelijk(StrEnum):
    """Why an objection is not looked into."""

    VORMGEBREK = "VORMGEBREK"
    TE_LAAT = "TE_LAAT"
    GEEN_BELANGHEBBENDE = "GEEN_BELANGHEBBENDE"
    GEEN_BESLUIT = "GEEN_BESLUIT"


class Belanghebbende(Waarde):
    """Somebody who objects and of whom there is no record as inwoner, e.g. a provider or a parent elsewhere (Awb 1:2).

    Args:
        naam: name.
        adresregels: where letters go.
        belang: why it concerns him, in short.
    """

    naam: Annotated[str, Field(min_length=1, max_length=200)]
    adresregels: Annotated[tuple[Annotated[str, Field(min_length=1, max_length=80)], ...], Field(min_length=1)]
    belang: str = ""


class Hoorzitting(Waarde):
    """That somebody was heard (Awb 7:2 to 7:5; L-33).

    Args:
        op: day.
        door: medewerker ids of who heard.
        stukken_vanaf: first day on which the papers could be looked into (Awb 7:4 lid 2).
    """

    op: date
    door: tuple[str, ...]
    stukken_vanaf: date | None = None


class Inbreng(Waarde):
    """What the consulent says of the substance of the decision (B-50).

    Args:
        op: day.
        door: medewerker id.
        tekst: the words (free text).
    """

    op: date
    door: str
    tekst: str


class Bezwaar(Waarde):
    """An objection.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        besluit_id: the besluit it is against; ``None`` while that is not there (Awb 6:10).
        tegen: kind of the besluit, when that is one in between, such as an advance; ``None`` = that on the aanvraag.
        inwoner: id of the inwoner who objects.
        belanghebbende: who objects, when there is no record of an inwoner.
        ontvangen_op: day of receipt.
        afgedaan_op: day on which it ended; ``None`` while it runs.
        gepost_op: day of the postmark; ``None`` when it did not come by post, or nobody can read it.
        ingeboekt_door: medewerker id of who recorded it.
        ontbreekt: what is missing of what it must hold.
        gronden: why, in the words of the resident.
        reden_te_laat: why it came after the term, in those words; empty when in time or not said.
        verschoonbaar: coming late is excused (Awb 6:11); ``None`` while nobody judged, or when it is in time.
        commissie: an advisory committee was set up (Awb 7:13).
        bevestigd_op: day on which receipt was confirmed in writing (L-29).
        herstel_gevraagd_op: day on which repair was asked (L-25).
        herstel_tot: last day of that term.
        hersteld_op: day on which it was repaired.
        hoorzitting: that somebody was heard.
        horen_afgezien: why nobody was heard.
        inbreng: what the consulent says of the substance; ``None`` while that was not given.
        uitkomst: how it ended.
        niet_ontvankelijk: why it was not looked into.
        beslist_door: medewerker id of who decided by mandate, or recorded what the bestuursorgaan decided.
        mandaat: entry of the register by which was decided, or by which the decision of the bestuursorgaan itself is
            signed (Awb 10:11); ``None`` = nobody may sign it yet.
        door_orgaan: the bestuursorgaan decided itself.
        motivering: reasons of the decision (free text).
        samen_met: ids of the objections that were decided on together with it.
        doorgezonden_aan: body to which it was forwarded (Awb 6:15).
        gevolg: what the decision on it brings, as the resident reads it.
        bekendgemaakt_op: day on which the decision on it was sent.
        beroep_tot: last day to appeal.
    """

    id: str
    dossier_id: str
    zaak_id: str
    besluit_id: str | None
    tegen: Besluitsoort | None = None
    inwoner: str | None = None
    belanghebbende: Belanghebbende | None = None
    ontvangen_op: date
    afgedaan_op: date | None = None
    gepost_op: date | None = None
    ingeboekt_door: str = ""
    ontbreekt: tuple[Onderdeel, ...] = ()
    gronden: str = ""
    reden_te_laat: str = ""
    verschoonbaar: bool | None = None
    commissie: bool = False
    bevestigd_op: date | None = None
    herstel_gevraagd_op: date | None = None
    herstel_tot: date | None = None
    hersteld_op: date | None = None
    hoorzitting: Hoorzitting | None = None
    horen_afgezien: Horen | None = None
    inbreng: Inbreng | None = None
    uitkomst: Bezwaaruitkomst | None = None
    niet_ontvankelijk: NietOntvankelijk | None = None
    beslist_door: str | None = None
    mandaat: str | None = None
    door_orgaan: bool = False
    motivering: str = ""
    samen_met: tuple[str, ...] = ()
    doorgezonden_aan: str = ""
    gevolg: str = ""
    bekendgemaakt_op: date | None = None
    beroep_tot: date | None = None

    @property
    def loopt(self) -> bool:
        """Tell whether it did not end."""
        return self.afgedaan_op is None

    def van_dezelfde(self, ander: Bezwaar) -> bool:
        """Tell whether the same person objects."""
        namen = [item.belanghebbende.naam.casefold() if item.belanghebbende else None for item in (self, ander)]
        return self.inwoner == ander.inwoner and namen[0] == namen[1]

    def te_vroeg(self, bekendgemaakt_op: date | None) -> bool:
        """Tell whether it came before its term began, on the day after the besluit was made known (Awb 6:8, 6:10)."""
        return bekendgemaakt_op is None or self.ontvangen_op <= bekendgemaakt_op

    def te_laat(self, bezwaar_tot: date | None) -> bool:
        """Tell whether it came after the last day of the term (Awb 6:9; L-27)."""
        if bezwaar_tot is None or self.ontvangen_op <= bezwaar_tot:
            return False
        op_tijd_gepost = self.gepost_op is not None and self.gepost_op <= bezwaar_tot
        return not (op_tijd_gepost and self.ontvangen_op <= bezwaar_tot + _NA_POST)
