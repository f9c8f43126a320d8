"""What a fusion leaves in the new gemeente: where every value came from, and what a run wrote (F-20)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Regime(StrEnum):
    """Which rules hold for a right that was taken over (F-23)."""

    OUD_TOT_EINDDATUM = "OUD_TOT_EINDDATUM"
    OUD_TOT_VERVAL = "OUD_TOT_VERVAL"
    NIEUW_PER_DATUM = "NIEUW_PER_DATUM"

    @property
    def in_woorden(self) -> str:
        """Say it in Dutch."""
        return {
            Regime.OUD_TOT_EINDDATUM: "oude regels tot de einddatum",
            Regime.OUD_TOT_VERVAL: "oude regels tot zij vervallen",
            Regime.NIEUW_PER_DATUM: "nieuwe regels per datum",
        }[self]


class Waardeherkomst(Waarde):
    """Where one value came from.

    Args:
        veld: field in the new gemeente.
        kolom: columns in the old system.
        bron: the text that stood there.
        doel: what it became.
        conversieregel_id: the rule that made it.
    """

    veld: str
    kolom: str
    bron: str
    doel: str
    conversieregel_id: str


class Herkomst(Waarde):
    """Where a record came from; kept with it, under the key of its dossier.

    Args:
        id: id.
        dossier_id: the dossier.
        run_id: the run that wrote it.
        doel: table and id of the record, e.g. ``zaken:Z2018-000001``.
        bronrecord: record id in the delivery, e.g. ``0951:voorzieningen:17``.
        gemeentecode: the old gemeente.
        systeem: name of the old system.
        archiefvormer: the body whose archive the source stays (L-156).
        besluit_op: day of the original decision.
        regeling: the regulation that it rests on.
        einddatum: the original end; empty parts unknown.
        regime: which rules hold; ``None`` for what is no right.
        regimereden: why.
        waarden: every value with its rule.
    """

    id: str
    dossier_id: str
    run_id: str
    doel: str
    bronrecord: str
    gemeentecode: str
    systeem: str = ""
    archiefvormer: str
    besluit_op: str = ""
    regeling: str = ""
    einddatum: str = ""
    regime: Regime | None = None
    regimereden: str = ""
    waarden: tuple[Waardeherkomst, ...] = ()


class Fusiedeel(Waarde):
    """A slice of a run: written in one transaction with what it wrote.

    Args:
        id: run and number.
        run_id: the run.
        nummer: 1, 2, ...
        op: instant, UTC.
        groepen: ids of the households that are in it.
        rijen: table and id of every row, in order of writing.
        logregels: dossier → number of log lines about it afterwards; more of them = somebody worked on.
        nummers: year → the zaaknummer counter before and after.
        afdruk: digest over what was written.
    """

    id: str
    run_id: str
    nummer: int
    op: datetime
    groepen: tuple[str, ...]
    rijen: tuple[tuple[str, str], ...]
    logregels: tuple[tuple[str, int], ...] = ()
    nummers: tuple[tuple[int, int, int], ...] = ()
    afdruk: str = ""


class Fusierun(Waarde):
    """A run that writes, or wrote, in the new gemeente.

    Args:
        id: id, out of what it works with: the same input is the same run.
        stand: ``LOOPT`` or ``KLAAR``.
        project: name of the project.
        stempel: digest of deliveries, mappings and decisions.
        begonnen_op: day.
        door: who.
    """

    id: str
    stand: str
    project: str
    stempel: str
    begonnen_op: date
    door: str
