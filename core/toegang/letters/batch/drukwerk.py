"""The files of a print run: per group of envelopes one PDF (in parts), with separators, and a manifest.

A letter begins on the front of a sheet: after an odd number of pages comes a blank one, where both sides are printed.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from toegang.domain.batch import Batch, Drukdeel
from toegang.domain.batchbeleid import Batchbeleid
from toegang.domain.brief import Brief
from toegang.domain.datums import datum_voluit
from toegang.errors import OpslagFout
from toegang.letters.batch.enveloppen import DIGITAAL, Envelop
from toegang.letters.batch.lijst import schrijf_lijst
from toegang.letters.batch.map import Batchmap
from toegang.letters.batch.vellen import A4, REGELS_PER_BLAD, tekstblad
from toegang.storage import Werkeenheid
from toegang.storage.bestanden import maak_map, schrijf

STAPEL = 50
"""Envelopes between two separators: as many as one takes in hand."""
MANIFEST = (
    "druknr",
    "envelop",
    "groep",
    "bestand",
    "brief",
    "zaak",
    "sjabloon",
    "versie",
    "paginas",
    "vellen",
    "sha256",
)


@dataclass
class Drukker:
    """Writes the print run of a batch.

    Args:
        batch: the batch.
        map: its folder.
        beleid: what the gemeente wants.
        werk: a unit of work; only read from.
        proef: write nothing.
    """

    batch: Batch
    map: Batchmap
    beleid: Batchbeleid
    werk: Werkeenheid
    proef: bool = False
    delen: list[Drukdeel] = field(default_factory=list)
    rijen: list[tuple[object, ...]] = field(default_factory=list)

    def druk(self, enveloppen: Iterable[Envelop]) -> tuple[Drukdeel, ...]:
        """Write every file.

        Args:
            enveloppen: in the order of printing.

        Returns:
            What was written.

        Raises:
            OpslagFout: the folder cannot be written, or a stored letter is not what was made.
        """
        if not self.proef:
            self.map.ruim_op(self.map.druk)
            maak_map(self.map.druk)
        for groep, rij in groupby(enveloppen, key=lambda item: item.groep):
            for nummer, deel in enumerate(_delen(rij, self.beleid.brieven_per_deel), start=1):
                self._deel(groep, nummer, deel)
        if not self.proef:
            schrijf(self.map.druk / "manifest.csv", schrijf_lijst(MANIFEST, self.rijen))
            schrijf(self.map.druk / "manifest.pdf", self._manifest())
        return tuple(self.delen)

    def _deel(self, groep: str, nummer: int, deel: Sequence[Envelop]) -> None:
        naam = "" if groep == DIGITAAL else f"{self.batch.id}-{groep}-{nummer:02d}.pdf"
        plaatsen = [plaats for envelop in deel for plaats, _ in envelop.stukken]
        inhoud = self._pdf(groep, nummer, deel) if naam else self._los(deel)
        if naam and not self.proef:
            schrijf(self.map.druk / naam, inhoud)
        self.delen.append(
            Drukdeel(
                groep=groep,
                deel=nummer,
                bestand=f"druk/{naam}" if naam else "brieven/",
                van=plaatsen[0],
                tot=plaatsen[-1],
                brieven=len(plaatsen),
                enveloppen=len(deel),
                vellen=sum(sum(envelop.vellen) for envelop in deel) if naam else 0,
                sha256=hashlib.sha256(inhoud).hexdigest() if naam else "",
            )
        )

    def _pdf(self, groep: str, nummer: int, deel: Sequence[Envelop]) -> bytes:
        import pikepdf

        with pikepdf.new() as uit:
            for begin in range(0, len(deel), STAPEL):
                stapel = deel[begin : begin + STAPEL]
                self._schutblad(uit, groep, nummer, stapel)
                for envelop, brief, pdf in self._brieven(stapel):
                    voeg_toe(uit, pdf, dubbelzijdig=self.beleid.dubbelzijdig)
                    self._noteer(envelop, brief, f"druk/{self.batch.id}-{groep}-{nummer:02d}.pdf")
            return _bytes(uit)

    def _los(self, deel: Sequence[Envelop]) -> bytes:
        for envelop, brief, _ in self._brieven(deel):
            self._noteer(envelop, brief, f"brieven/{brief.id}.pdf")
        return b""

    def _brieven(self, stapel: Sequence[Envelop]) -> Iterator[tuple[Envelop, Brief, bytes]]:
        """Give the stored letters, each compared with the hash of when it was made."""
        bij = {stuk.brief: envelop for envelop in stapel for _, stuk in envelop.stukken}
        brieven = {brief.id: brief for brief in self.werk.brieven.zoek(id=list(bij))}
        for brief, pdf in self.werk.brieven.pdfs([brieven[kenmerk] for kenmerk in bij]):
            vereis_zelfde(brief, pdf)
            yield bij[brief.id], brief, pdf

    def _noteer(self, envelop: Envelop, brief: Brief, bestand: str) -> None:
        plaats, vellen = next(
            (nummer, aantal)
            for (nummer, stuk), aantal in zip(envelop.stukken, envelop.vellen, strict=True)
            if stuk.brief == brief.id
        )
        self.rijen.append(
            (
                *(plaats, envelop.nummer, envelop.groep, bestand, brief.id, brief.zaak_id, brief.sjabloon),
                *(brief.versie, brief.paginas, vellen, brief.sha256),
            )
        )

    def _schutblad(self, uit: Any, groep: str, nummer: int, stapel: Sequence[Envelop]) -> None:
        plaatsen = [plaats for envelop in stapel for plaats, _ in envelop.stukken]
        regels = [
            f"Batch {self.batch.id}",
            f"Envelopgroep {groep.upper()}, deel {nummer}",
            f"Brief {plaatsen[0]} tot en met {plaatsen[-1]} ({len(plaatsen)} brieven)",
            f"Envelop {stapel[0].nummer} tot en met {stapel[-1].nummer} ({len(stapel)} enveloppen)",
            f"Vellen in deze stapel: {sum(sum(envelop.vellen) for envelop in stapel)}",
            f"Verzenden op {_dag(self.batch)}",
            "",
            "Dit blad hoort niet in een envelop.",
        ]
        tekstblad(uit, regels, groot=f"Scheidingsblad {groep.upper()}", letter=14)
        if self.beleid.dubbelzijdig:
            uit.add_blank_page(page_size=A4)

    def _manifest(self) -> bytes:
        import pikepdf

        brieven = sum(deel.brieven for deel in self.delen)
        regels = [f"Batch {self.batch.id}, verzenden op {_dag(self.batch)}: {brieven} brieven.", ""]
        for deel in self.delen:
            waar = deel.bestand if deel.sha256 else "los in de map brieven"
            regels += [
                f"{deel.groep.upper()}, deel {deel.deel}: {waar}",
                f"  brief {deel.van} t/m {deel.tot}: {deel.brieven} brieven, {deel.enveloppen} enveloppen",
                f"  {deel.vellen} vellen papier",
                f"  sha256 {deel.sha256[:32]}" if deel.sha256 else "  niet gedrukt",
                *([f"         {deel.sha256[32:]}"] if deel.sha256 else []),
                "",
            ]
        regels += ["Elke brief staat met zijn eigen hash in manifest.csv."]
        with pikepdf.new() as uit:
            for begin in range(0, len(regels), REGELS_PER_BLAD - 4):
                tekstblad(uit, regels[begin : begin + REGELS_PER_BLAD - 4], groot="Manifest van de drukgang")
            return _bytes(uit)


def voeg_toe(uit: Any, pdf: bytes, *, dubbelzijdig: bool) -> None:
    """Add a letter to a print file; it begins on the front of a sheet.

    Args:
        uit: a ``pikepdf.Pdf`` that grows.
        pdf: the letter.
        dubbelzijdig: both sides are printed.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as brief:
        uit.pages.extend(brief.pages)
        if dubbelzijdig and len(brief.pages) % 2:
            uit.add_blank_page(page_size=A4)


def vereis_zelfde(brief: Brief, pdf: bytes) -> None:
    """Refuse a stored letter that is not what was made.

    Raises:
        OpslagFout: its hash is another.
    """
    if hashlib.sha256(pdf).hexdigest() != brief.sha256:
        raise OpslagFout(
            f"Brief {brief.id} is niet meer wat er is gemaakt: de hash klopt niet.",
            vervolg="Verzend hem niet; controleer het logboek en meld dit aan de beheerder.",
        )


def _delen(rij: Iterable[Envelop], meeste: int) -> Iterator[list[Envelop]]:
    """Split a group in files of so many letters at most; an envelope is never split."""
    deel: list[Envelop] = []
    for envelop in rij:
        if deel and sum(len(item.stukken) for item in deel) + len(envelop.stukken) > meeste:
            yield deel
            deel = []
        deel.append(envelop)
    if deel:
        yield deel


def _bytes(uit: Any) -> bytes:
    stroom = io.BytesIO()
    uit.save(stroom, deterministic_id=True)
    return stroom.getvalue()


def _dag(batch: Batch) -> str:
    assert batch.dagtekening is not None
    return datum_voluit(batch.dagtekening)
