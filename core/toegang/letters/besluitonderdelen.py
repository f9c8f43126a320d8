"""The parts of a letter that carries a decision, frozen: what was decided, what it changes, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from pydantic import Field, model_validator

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm
from toegang.domain.waarde import Waarde
from toegang.letters.teksttypen import Tekst, VolleTekst


class Voorzieningregel(Waarde):
    """A provision as it is printed (L-67); see :class:`toegang.domain.besluit.Voorziening`."""

    naam: VolleTekst
    leveringsvorm: Leveringsvorm
    omvang: Tekst = ""
    ingangsdatum: date
    einddatum: date | None = None
    aanbieder: Tekst = ""
    bedrag_centen: int | None = Field(default=None, ge=0)
    resultaat: Tekst = ""
    berekening: Tekst = ""

    @model_validator(mode="after")
    def _einde_na_begin(self) -> Voorzieningregel:
        if self.einddatum is not None and self.einddatum < self.ingangsdatum:
            raise ValueError("de einddatum ligt voor de ingangsdatum")
        return self


class Motiveringsstap(Waarde):
    """One step of the reasons with its heading (L-53, L-60)."""

    kop: VolleTekst
    tekst: VolleTekst


class Adviesregel(Waarde):
    """An advice that was weighed (Awb 3:49, 3:50)."""

    van: VolleTekst
    overgenomen: bool
    reden: VolleTekst


class Grondslag(Waarde):
    """A legal ground (L-15).

    Args:
        wet: citation title of the act or regulation.
        artikel: article, empty when the whole regulation is meant.
    """

    wet: VolleTekst
    artikel: Tekst = ""


def zonder_dubbele(gronden: Iterable[Grondslag]) -> tuple[Grondslag, ...]:
    """Return the grounds once each, by act and article; an article gives way to a part of it that is cited too."""
    alle = tuple(dict.fromkeys(gronden))

    def vervalt(grond: Grondslag) -> bool:
        return any(ander.wet == grond.wet and ander.artikel.startswith(f"{grond.artikel} lid ") for ander in alle)

    over = [grond for grond in alle if not grond.artikel or not vervalt(grond)]
    wetten = list(dict.fromkeys(grond.wet for grond in over))
    return tuple(sorted(over, key=lambda grond: (wetten.index(grond.wet), _op_volgorde(grond.artikel))))


def _op_volgorde(artikel: str) -> list[tuple[int, str]]:
    """Return what an article is ordered by: its numbers as numbers, so that 2.3.10 comes after 2.3.9."""
    return [(int(deel), "") if deel.isdigit() else (0, deel) for deel in re.findall(r"\d+|\D+", artikel)]


class Gehoord(Waarde):
    """How the resident was heard before a decision for the worse (Awb 4:7-4:12; L-6).

    Args:
        gevraagd_op: day on which the view was asked.
        ontvangen_op: day on which it came in.
        zienswijze: what the resident said.
        waarom_niet: why nobody was asked, in the words of who decided.
    """

    gevraagd_op: date | None = None
    ontvangen_op: date | None = None
    zienswijze: Tekst = ""
    waarom_niet: Tekst = ""


class Wijziging(Waarde):
    """What becomes of an earlier decision (L-65).

    Args:
        besluit_van: day of the decision that is changed, ended, withdrawn or extended.
        ingaat_op: day from which this decision holds.
        grond: why the law allows it, in plain words; empty when the resident asked for it.
        op_verzoek: the resident asked for it.
        was: what was granted, as far as this decision is about it.
        terugvordering: what was received is claimed back.
        terug_centen: how much; ``None`` when a decision of its own will say.
        gehoord: how the resident was heard; ``None`` when that was not due.
    """

    besluit_van: date
    ingaat_op: date
    grond: Tekst = ""
    op_verzoek: bool = False
    was: tuple[Voorzieningregel, ...] = ()
    terugvordering: bool = False
    terug_centen: int | None = None
    gehoord: Gehoord | None = None

    @property
    def laatste_dag(self) -> date:
        """Return the last day on which the earlier decision holds."""
        return self.ingaat_op - timedelta(days=1)


class Aanvulling(Waarde):
    """What an incomplete aanvraag lacked (Awb 4:5; L-4).

    Args:
        gevraagd_op: day on which it was asked.
        tot: last day of the term that was given.
        ontbrak: what did not come.
    """

    gevraagd_op: date
    tot: date
    ontbrak: tuple[VolleTekst, ...] = ()


class Voorschot(Waarde):
    """An advance on bijstand (Participatiewet 52; L-104).

    Args:
        norm_centen: the full bijstand per month, in euro cents.
        opnieuw: after how long the next one comes while nothing is decided, e.g. "vier weken".
    """

    norm_centen: int
    opnieuw: VolleTekst


class Besluitgegevens(Waarde):
    """The decision.

    Args:
        soort: kind; ``None`` = it is not on the aanvraag, but on a dwangsom or a bezwaar.
        datum: day on which it was taken.
        orgaan: the body that took it, with its article; empty = that of the gemeente that writes.
        aanvraag_op: day of the aanvraag; ``None`` when there was none.
        voorzieningen: what this paper decides on.
        minder_dan_gevraagd: granted less than was asked.
        ten_nadele: the resident is worse off than before.
        belastend: reasons are due without exception (L-16).
        stappen: reasons by step.
        conclusie: closing reason.
        adviezen: advice weighed.
        grondslagen: acts and articles (L-15).
        regeling: the verordening used, empty when there is none.
        wijziging: the earlier decision, for one that changes, ends or extends it.
        aanvulling: what was lacking, for an aanvraag that is not dealt with.
        voorschot: the sum behind an advance.
        weken_tot_resultaat: weeks between the first conversation and the result of schuldhulp (L-111).
        weigeringsgronden: grounds on which schuldhulp is refused, in plain words (L-113).
    """

    soort: Besluitsoort | None
    datum: date
    orgaan: Tekst = ""
    aanvraag_op: date | None = None
    voorzieningen: tuple[Voorzieningregel, ...] = ()
    minder_dan_gevraagd: bool = False
    ten_nadele: bool = False
    belastend: bool = False
    stappen: tuple[Motiveringsstap, ...] = ()
    conclusie: Tekst = ""
    adviezen: tuple[Adviesregel, ...] = ()
    grondslagen: tuple[Grondslag, ...] = ()
    regeling: Tekst = ""
    wijziging: Wijziging | None = None
    aanvulling: Aanvulling | None = None
    voorschot: Voorschot | None = None
    weken_tot_resultaat: int | None = None
    weigeringsgronden: tuple[VolleTekst, ...] = ()

    @property
    def besloten(self) -> str:
        """Return the words before the day of the decision: "wij" is the gemeente, another body is named (L-1)."""
        return f"Dat heeft {self.orgaan} besloten" if self.orgaan else "Dat hebben wij besloten"

    @property
    def heeft_pgb(self) -> bool:
        """Tell whether something is delivered as a pgb."""
        return any(item.leveringsvorm is Leveringsvorm.PGB for item in self.voorzieningen)

    @property
    def laatste_einde(self) -> date | None:
        """Return the last day of what is granted; ``None`` when something has no end, or nothing is granted."""
        einden = [item.einddatum for item in self.voorzieningen]
        bekend = [einde for einde in einden if einde is not None]
        return max(bekend) if bekend and len(bekend) == len(einden) else None

    @property
    def totaal_centen(self) -> int:
        """Return the sum of the amounts, in euro cents."""
        return sum(item.bedrag_centen or 0 for item in self.voorzieningen)
