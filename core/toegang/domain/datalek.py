"""A breach of personal data: what AVG 33 lid 5 says must be kept of each, also of one that is not reported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, field_validator, model_validator

from toegang.domain.bsnzoeker import telt_bsn
from toegang.domain.gegevens import datum_of_niets, geldig_merk, lees_csv
from toegang.domain.waarde import Waarde
from toegang.errors import ToegangFout

MELDING = "melding-ap"
Tekst = Annotated[str, Field(min_length=3, max_length=4000)]


class Inbreuk(StrEnum):
    """What went wrong with the data (AVG 4, under 12)."""

    VERTROUWELIJKHEID = "VERTROUWELIJKHEID"
    INTEGRITEIT = "INTEGRITEIT"
    BESCHIKBAARHEID = "BESCHIKBAARHEID"


class Risico(StrEnum):
    """What it means for people: it decides on reporting (AVG 33 lid 1, 34 lid 1)."""

    ONWAARSCHIJNLIJK = "ONWAARSCHIJNLIJK"
    RISICO = "RISICO"
    HOOG = "HOOG"


class Datalekopgave(Waarde):
    """What is handed in; no names and no BSNs, only how many people and what kind.

    Args:
        ontdekt_op: instant at which the gemeente knew of it; from there the 72 hours run.
        begonnen_op: instant at which it began, when known.
        inbreuk: what went wrong.
        feiten: what happened.
        gevolgen: what it may do to people.
        maatregelen: what was done against it.
        gegevens: kinds of data, e.g. ``adres``, ``gezondheid``.
        betrokkenen: about how many people; ``None`` = not known yet.
        risico: what it means for them.
        afweging: why that risk.
        gemeld_ap_op: instant of the report to the Autoriteit Persoonsgegevens.
        kenmerk_ap: number that she gave.
        waarom_later: why it was reported after the term (AVG 33 lid 1).
        gemeld_betrokkenen_op: day on which the people were told.
        waarom_betrokkenen_niet: why they were not told, at a high risk (AVG 34 lid 3).
        afgesloten_op: last day.
    """

    ontdekt_op: AwareDatetime
    begonnen_op: AwareDatetime | None = None
    inbreuk: tuple[Inbreuk, ...] = Field(min_length=1)
    feiten: Tekst
    gevolgen: Tekst
    maatregelen: Tekst
    gegevens: tuple[Annotated[str, Field(min_length=2, max_length=60)], ...] = Field(min_length=1)
    betrokkenen: int | None = Field(default=None, ge=0)
    risico: Risico
    afweging: Tekst
    gemeld_ap_op: AwareDatetime | None = None
    kenmerk_ap: str = Field(default="", max_length=60)
    waarom_later: str = Field(default="", max_length=4000)
    gemeld_betrokkenen_op: date | None = None
    waarom_betrokkenen_niet: str = Field(default="", max_length=4000)
    afgesloten_op: date | None = None

    @field_validator(
        "feiten", "gevolgen", "maatregelen", "afweging", "kenmerk_ap", "waarom_later", "waarom_betrokkenen_niet"
    )
    @classmethod
    def _geen_bsn(cls, tekst: str) -> str:
        if telt_bsn(tekst):
            raise ValueError("hier staat iets in dat op een burgerservicenummer lijkt; laat het weg")
        return tekst

    @model_validator(mode="after")
    def _volgorde(self) -> Self:
        if self.begonnen_op and self.begonnen_op > self.ontdekt_op:
            raise ValueError("een lek kan niet ontdekt zijn voordat het begon")
        if self.gemeld_ap_op and self.gemeld_ap_op < self.ontdekt_op:
            raise ValueError("een lek kan niet gemeld zijn voordat het ontdekt was")
        return self


class Wijziging(Waarde):
    """Who wrote it, or changed it afterwards, and which fields."""

    op: datetime
    door: str
    velden: tuple[str, ...]


class Datalek(Datalekopgave):
    """A breach, as stored.

    Args:
        id: e.g. ``DL-0123456789abcdef``.
        verloop: who wrote what, the oldest first.
        (others as in :class:`Datalekopgave`)
    """

    id: str
    verloop: tuple[Wijziging, ...]

    @property
    def melden_voor(self) -> datetime | None:
        """Until when it must be reported to the AP; ``None`` when no report is due (AVG 33 lid 1)."""
        if self.risico is Risico.ONWAARSCHIJNLIJK:
            return None
        return self.ontdekt_op + timedelta(hours=meldtermijn(self.ontdekt_op.date()).uren)

    def gebreken(self, nu: datetime) -> tuple[str, ...]:
        """Return what is still due, one Dutch sentence each.

        Args:
            nu: the instant.
        """
        voor, over = self.melden_voor, []
        if voor is not None and self.gemeld_ap_op is None:
            over.append("de termijn voor de melding aan de AP is voorbij" if nu > voor else "meld dit aan de AP")
        if voor is not None and (self.gemeld_ap_op or nu) > voor and not self.waarom_later:
            over.append("schrijf op waarom de melding later kwam (waarom_later)")
        verteld = self.gemeld_betrokkenen_op or self.waarom_betrokkenen_niet
        if self.risico is Risico.HOOG and not verteld:
            over.append("laat het de betrokkenen weten, of schrijf op waarom dat niet hoeft (AVG art. 34)")
        return tuple(over)


class Meldtermijn(Waarde):
    """Within how many hours a breach is reported; dated, with its source."""

    sleutel: str
    uren: int = Field(gt=0)
    geldig_van: date
    geldig_tot: date | None
    grondslag: str
    bewijs: str


def meldtermijn(dag: date) -> Meldtermijn:
    """Return the term that held on a day.

    Raises:
        ToegangFout: there was none, or the packaged file is unusable.
    """
    for item in _termijnen():
        if item.sleutel == MELDING and item.geldig_van <= dag and (item.geldig_tot is None or dag <= item.geldig_tot):
            return item
    raise ToegangFout(
        "Voor deze dag is geen termijn voor het melden van een datalek bekend.", vervolg="Controleer ontdekt_op."
    )


@cache
def _termijnen() -> tuple[Meldtermijn, ...]:
    def maak(rij: Mapping[str, str]) -> Meldtermijn:
        return Meldtermijn(
            sleutel=rij["sleutel"],
            uren=int(rij["uren"]),
            geldig_van=date.fromisoformat(rij["geldig_van"]),
            geldig_tot=datum_of_niets(rij["geldig_tot"]),
            grondslag=rij["grondslag"],
            bewijs=geldig_merk(rij["bewijs"]),
        )

    return lees_csv("datalektermijn.csv", maak)
