"""The melding as the intake hook sees it, and the answer to it."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.begrippen import (
    Afhandeling,
    Kanaal,
    Meldersoort,
    Problematiek,
    Registratie,
    Verwijzersoort,
    Wet,
)
from toegang.domain.reden import Reden
from toegang.domain.waarde import Waarde


class Hulpvraag(Waarde):
    """One question in a melding. The resident's own words stay in the file, not here.

    Args:
        nummer: 1-based place in the melding.
        wet: the act it seems to fall under; ``None`` when nothing formal is asked.
        voor: id of the inwoner it is about.
        product: id of the product asked for, when one is named.
        gespecialiseerd: (very) specialised support is asked (B-19).
        vervolgaanvraag: a simple follow-up on something that was granted before (S-5).
        samenhang: questions with the same number are one problem; independent problems differ (D-2).
        taak: id of an old task that it is about (B-73).
    """

    nummer: int = Field(ge=1)
    wet: Wet | None
    voor: str
    product: str | None = None
    gespecialiseerd: bool = False
    vervolgaanvraag: bool = False
    samenhang: int = 0
    taak: str | None = None


class Verwijzer(Waarde):
    """An access gate that referred the resident (Z-6).

    Args:
        soort: what kind of gate.
        kenmerk: reference of the referral letter, no personal data.
        rechtstreeks: it refers to jeugdhulp itself; the gemeente assesses nothing then (L-82).
    """

    soort: Verwijzersoort
    kenmerk: str = ""
    rechtstreeks: bool = False


class Contact(Waarde):
    """An earlier contact about the same question (S-2: click and call come before face)."""

    kanaal: Kanaal
    op: date


class Melding(Waarde):
    """A question that reaches the gemeente.

    Args:
        id: id of the melding.
        kanaal: the road along which it came.
        loket: id of the loket where it came in (``organisatie.toml``).
        ontvangen_op: first day of receipt at any door; terms run from here (L-36).
        melder: who reports.
        hulpvragen: the questions; at least one.
        gebied: id of the wijk or kern of the household; ``None`` when unknown.
        spoed: support cannot wait (L-57).
        verliest_regie: the household threatens to lose its regie (B-18).
        behapbaar: can be answered on the spot (Z-7).
        wil_geen_melding: the resident agrees that no melding is made of it (F-4 of DOMAIN.md part F).
        verwijzer: the gate that referred, if any.
        woont_in_gemeente: resident of this gemeente (L-74, L-121).
    """

    id: str
    kanaal: Kanaal
    loket: str
    ontvangen_op: date
    melder: Meldersoort = Meldersoort.INWONER
    hulpvragen: tuple[Hulpvraag, ...] = Field(min_length=1)
    gebied: str | None = None
    spoed: bool = False
    verliest_regie: bool = False
    behapbaar: bool = False
    wil_geen_melding: bool = False
    verwijzer: Verwijzer | None = None
    woont_in_gemeente: bool = True

    @property
    def wetten(self) -> tuple[Wet, ...]:
        """The acts asked under, each once, in order of first mention."""
        return tuple(dict.fromkeys(vraag.wet for vraag in self.hulpvragen if vraag.wet))

    @property
    def problematiek(self) -> Problematiek:
        """More than one independent problem is meervoudig (D-2)."""
        problemen = {(vraag.samenhang or -vraag.nummer) for vraag in self.hulpvragen}
        return Problematiek.MEERVOUDIG if len(problemen) > 1 else Problematiek.ENKELVOUDIG


class Intake(Waarde):
    """Answer of ``route_intake``.

    Args:
        actor: id of the loket that handles the intake.
        registratie: what is stored; core enforces it (GEEN leaves nothing anywhere).
        afhandeling: what becomes of the question.
        bestemming: id of the team or loket that goes on with it; ``None`` when it ends here.
        problematiek: the outcome of triage.
        wetten: the acts for which core opens a zaak (registratie MELDING or AANVRAAG).
        reden: why.
    """

    actor: str
    registratie: Registratie
    afhandeling: Afhandeling
    bestemming: str | None = None
    problematiek: Problematiek = Problematiek.ENKELVOUDIG
    wetten: tuple[Wet, ...] = ()
    reden: Reden

    @property
    def opent_zaken(self) -> bool:
        """Tell whether zaken follow from this answer."""
        return bool(self.wetten) and self.registratie in (Registratie.MELDING, Registratie.AANVRAAG)
