"""What was made and not stored yet: a group of letters that goes into storage with one commit.

A group holds what comes in within a second. Killed before its commit, its letters are made again with the same
bytes, because the instant in the files is that of the batch; killed after it, only copies of files are missing.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from toegang.domain.batch import Batch, Batchregel, Regelstand
from toegang.domain.bevinding import Bevinding, Ernst
from toegang.domain.brief import Brief, Briefstatus
from toegang.letters.batch.kern import Batchplek, vereis_telling
from toegang.letters.batch.map import Batchmap
from toegang.letters.batch.oordeel import tegengehouden
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.maken import GemaakteBrief

SECONDEN = 0.8
MEESTE = 100


@dataclass(repr=False)
class Emmer:
    """A group of letters on its way into storage.

    Args:
        plek: where.
        batch: the batch.
        map: its folder.
        proef: store and write nothing.
    """

    plek: Batchplek
    batch: Batch
    map: Batchmap
    proef: bool
    gemaakt: list[str] = field(default_factory=list)
    niet_gemaakt: int = 0
    _klaar: list[tuple[Batchregel, Brief, GemaakteBrief]] = field(default_factory=list)
    _niet: list[tuple[Batchregel, Brief]] = field(default_factory=list)
    _sinds: float = 0.0

    def leg_in(self, regel: Batchregel, brief: Brief, gegevens: Briefgegevens, pdf: GemaakteBrief) -> None:
        """Add a letter that was made."""
        nieuw = brief.gewijzigd(
            status=Briefstatus.GEMAAKT,
            batch_id=self.batch.id,
            dagtekening=self.batch.dagtekening,
            aanhoudreden=None,
            toelichting="",
            momentopname=gegevens.model_dump(mode="json"),
            gemaakt_op=self.plek.omgeving.nu(),
            sha256=pdf.sha256,
            paginas=pdf.paginas,
            software=pdf.software,
        )
        self._begin()
        self._klaar.append((regel.gewijzigd(stand=Regelstand.GEMAAKT, gegevens=""), nieuw, pdf))
        self._leeg_op_tijd()

    def leg_terzijde(self, regel: Batchregel, brief: Brief, bevindingen: tuple[Bevinding, ...]) -> None:
        """Add a letter that was not made."""
        tegen = tuple(item for item in bevindingen if item.houdt_tegen)
        mislukt = any(item.ernst is Ernst.MISLUKT for item in tegen)
        stand = Regelstand.MISLUKT if mislukt else Regelstand.AANGEHOUDEN
        self._begin()
        anders = regel.gewijzigd(stand=stand, bevindingen=bevindingen, gegevens="")
        self._niet.append((anders, tegengehouden(brief, tegen)))
        self._leeg_op_tijd()

    def leeg(self) -> None:
        """Store the group with one commit, and write its files after that.

        Raises:
            OpslagFout: the disk is full, or the folder cannot be written; the batch can be taken up again.
        """
        if not self._klaar and not self._niet:
            return
        with self.plek.omgeving.werk(self.plek.actor) as werk:
            paren = [*((regel, brief) for regel, brief, _ in self._klaar), *self._niet]
            werk.batchregels.bewaar_alle([regel for regel, _ in paren])
            werk.brieven.bewaar_alle([brief for _, brief in paren])
            werk.brieven.bewaar_pdfs({brief.id: (brief.dossier_id, pdf.pdf) for _, brief, pdf in self._klaar})
            for _, brief, _ in self._klaar:
                detail = {"batch": self.batch.id, "brief": brief.id, "sjabloon": brief.sjabloon, "sha256": brief.sha256}
                werk.log("brief.gemaakt", zaak=brief.zaak_id, dossier=brief.dossier_id, detail=detail)
            for _, brief in self._niet:
                detail = {"batch": self.batch.id, "brief": brief.id}
                werk.log("brief.niet_gemaakt", zaak=brief.zaak_id, dossier=brief.dossier_id, detail=detail)
            vereis_telling(werk, self.batch)
            werk.commit(door=self.batch.id)
        if not self.proef:
            self.map.schrijf_brieven({brief.id: pdf.pdf for _, brief, pdf in self._klaar})
        self.gemaakt += [brief.id for _, brief, _ in self._klaar]
        self.niet_gemaakt += len(self._niet)
        self._klaar.clear()
        self._niet.clear()

    def _begin(self) -> None:
        if not self._klaar and not self._niet:
            self._sinds = time.monotonic()

    def _leeg_op_tijd(self) -> None:
        vol = len(self._klaar) + len(self._niet) >= MEESTE
        if vol or time.monotonic() - self._sinds >= SECONDEN:
            self.leeg()
