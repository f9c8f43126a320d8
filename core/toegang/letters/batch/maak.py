"""Step 4, make: each letter exactly once as an effect; broken off at any moment, it goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from toegang.domain.batch import Batch, Batchregel, Regelstand, Telling
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.domain.bevinding import Bevinding, Bevindingsoort, Ernst
from toegang.domain.brief import Brief
from toegang.letters.batch.controleer import doorgelaten
from toegang.letters.batch.emmer import Emmer
from toegang.letters.batch.kern import Batchplek, in_delen, leg_stap_vast, open_batch, regels_in_delen, vereis_telling
from toegang.letters.batch.map import Batchmap
from toegang.letters.batch.oordeel import Beoordelaar
from toegang.letters.batch.voorbereid import Voorbereiding, grond_van
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.logo import schone_svg
from toegang.letters.maken import GemaakteBrief
from toegang.letters.opdracht import Renderer
from toegang.letters.pool import Brieffout, Werkplaats, maak_parallel
from toegang.letters.weasy import WeasyRenderer
from toegang.storage import Werkeenheid

PER_KEER = 25
"""Letters that are read at once: reading them may not keep the workers waiting."""

Voortgang = Callable[[int, int], None]


@dataclass(frozen=True)
class Maakopdracht:
    """How letters are made.

    Args:
        logo: SVG of the house style.
        werkers: number of processes; ``None`` = one per processor.
        voortgang: told how many of how many are done.
        renderer: makes the renderer in every worker.
        proef: make every letter, and keep none.
        parallel: makes letters, as :func:`toegang.letters.pool.maak_parallel` does; another engine may have its own.
    """

    logo: bytes
    werkers: int | None = None
    voortgang: Voortgang | None = None
    renderer: Callable[[], Renderer] = WeasyRenderer
    proef: bool = False
    parallel: Callable[..., Iterator[tuple[Briefgegevens, GemaakteBrief | Brieffout]]] = maak_parallel


@dataclass(frozen=True)
class Maakuitslag:
    """What a run gave.

    Args:
        batch: the batch afterwards.
        telling: its sum.
        nu_gemaakt: ids of the letters that were made in this run.
        hersteld: files that were absent or changed, and were written again.
        lijst: whether there is a list of what was not made.
    """

    batch: Batch
    telling: Telling
    nu_gemaakt: tuple[str, ...]
    hersteld: int
    lijst: bool


def maak(plek: Batchplek, batch_id: str, opdracht: Maakopdracht, handeling: Handeling = Handeling.MAAK) -> Maakuitslag:
    """Make the letters of an approved batch; one bad letter never stops the rest.

    Args:
        plek: where.
        batch_id: the batch.
        opdracht: how.
        handeling: ``MAAK``, or ``HERVAT`` to take up what was broken off.

    Raises:
        Conflict: the batch is at another step, or somebody else makes letters of this gemeente.
        OpslagFout: database or folder cannot be written, e.g. the disk is full; ``hervat`` goes on from there.
        Invoerfout: the logo or a folder with templates is not usable.
    """
    with plek.slot():
        batch = _begin(plek, batch_id, handeling)
        return _Run(plek, batch, opdracht, handeling).voer_uit()


def _begin(plek: Batchplek, batch_id: str, handeling: Handeling) -> Batch:
    with plek.omgeving.werk(plek.actor) as werk:
        batch = open_batch(werk, batch_id, handeling)
        if batch.stand is Batchstand.GOEDGEKEURD:
            batch = werk.batches.bewaar(batch.gewijzigd(stand=Batchstand.IN_MAAK))
            werk.log("batch.maken_begonnen", detail={"batch": batch.id})
            werk.commit()
    return batch


@dataclass(repr=False)
class _Onderweg:
    """A letter that is being made."""

    regel: Batchregel
    brief: Brief
    bevindingen: tuple[Bevinding, ...]


@dataclass(repr=False)
class _Run:
    """One run."""

    plek: Batchplek
    batch: Batch
    opdracht: Maakopdracht
    handeling: Handeling
    onderweg: dict[str, _Onderweg] = field(default_factory=dict)
    emmer: Emmer = field(init=False)

    def __post_init__(self) -> None:
        self.emmer = Emmer(self.plek, self.batch, Batchmap.van(self.batch), self.opdracht.proef)
        self.sjablonen = self.plek.sjablonen()
        self.voorbereiding = Voorbereiding(self.batch, grond_van(self.plek, self.sjablonen))

    def voer_uit(self) -> Maakuitslag:
        """Write again what is missing, make what is still to be made, and close."""
        logo = schone_svg(self.opdracht.logo)
        hersteld = 0 if self.opdracht.proef else herstel_bestanden(self.plek, self.batch)
        with self.plek.omgeving.opslag.doorlopend():
            self._maak(logo)
            self.emmer.leeg()
        return self._rond_af(hersteld)

    def _maak(self, logo: bytes) -> None:
        stijl, beleid = self.plek.omgeving.organisatie.huisstijl, self.plek.omgeving.organisatie.batch
        assert self.batch.tijdstip is not None
        werkplaats = Werkplaats(
            self.sjablonen.mappen,
            stijl,
            logo,
            self.batch.tijdstip,
            self.opdracht.renderer,
            beleid.letter_seconden,
        )
        with self.plek.lees() as werk:
            gedaan = self.batch.aantal - vereis_telling(werk, self.batch)[Regelstand.GEKOZEN]
        for gegevens, uitkomst in self.opdracht.parallel(self._te_maken(), werkplaats, self.opdracht.werkers):
            hier = self.onderweg.pop(gegevens.id)
            if isinstance(uitkomst, GemaakteBrief):
                regel = hier.regel.gewijzigd(bevindingen=hier.bevindingen)
                self.emmer.leg_in(regel, hier.brief, gegevens, uitkomst)
            else:
                fout = Bevinding(soort=Bevindingsoort.STOPTE, ernst=Ernst.MISLUKT, uitleg=uitkomst.uitleg)
                self.emmer.leg_terzijde(hier.regel, hier.brief, (*hier.bevindingen, fout))
            gedaan += 1
            if self.opdracht.voortgang:
                self.opdracht.voortgang(gedaan, self.batch.aantal)

    def _te_maken(self) -> Iterator[Briefgegevens]:
        """Read the letters a few at a time, and look once more at who they go to and who signs."""
        for grof in regels_in_delen(self.plek, self.batch.id, Regelstand.GEKOZEN):
            for regels in in_delen(grof, PER_KEER):
                yield from self._stel_samen(regels)

    def _stel_samen(self, regels: tuple[Batchregel, ...]) -> list[Briefgegevens]:
        gegevens = []
        with self.plek.lees() as werk:
            self.voorbereiding.volg(werk, regels)
            brieven = {brief.id: brief for brief in werk.brieven.zoek(id=[regel.brief_id for regel in regels])}
            klaar = {r.brief_id: self.voorbereiding.gegevens(r, brieven[r.brief_id]) for r in regels}
            beoordelaar = self._beoordelaar(werk, {r.dossier_id for r in regels if klaar[r.brief_id] is None})
            for regel in regels:
                brief, deze = brieven[regel.brief_id], klaar[regel.brief_id]
                if deze is not None:
                    self.onderweg[brief.id] = _Onderweg(regel, brief, regel.bevindingen)
                elif (deze := self._opnieuw(beoordelaar, regel, brief)) is None:
                    continue
                gegevens.append(deze)
        return gegevens

    def _beoordelaar(self, werk: Werkeenheid, dossiers: Collection[str]) -> Beoordelaar:
        assert self.batch.dagtekening is not None
        werk.lees_vooraf(dossiers)
        return Beoordelaar(self.plek, werk, self.sjablonen, self.batch.dagtekening)

    def _opnieuw(self, beoordelaar: Beoordelaar, regel: Batchregel, brief: Brief) -> Briefgegevens | None:
        """Compose a letter again; lay it aside when something stops it."""
        oordeel = beoordelaar.stel_samen(brief, regel.vingerafdruk)
        bevindingen = doorgelaten(oordeel.bevindingen, regel.toch)
        if any(item.houdt_tegen for item in bevindingen) or oordeel.gegevens is None:
            self.emmer.leg_terzijde(regel, brief, bevindingen)
            return None
        if oordeel.getoetst is not None:  # changed since it was checked, so checked again
            brief = oordeel.getoetst.op_brief(brief)
        else:
            bevindingen = regel.bevindingen
        self.onderweg[brief.id] = _Onderweg(regel, brief, bevindingen)
        return oordeel.gegevens

    def _rond_af(self, hersteld: int) -> Maakuitslag:
        with self.plek.omgeving.werk(self.plek.actor) as werk:
            niet = werk.batchregels.zoek(batch_id=self.batch.id, stand=[Regelstand.AANGEHOUDEN, Regelstand.MISLUKT])
            batch = werk.batches.haal(self.batch.id)
            telling = vereis_telling(werk, batch)
            feiten = {"gemaakt": telling.gemaakt, "niet": len(niet), "hersteld": hersteld}
            batch = leg_stap_vast(werk, batch, self.handeling, feiten, stand=Batchstand.GEMAAKT)
            werk.commit()
        lijst = False if self.opdracht.proef else Batchmap.van(batch).schrijf_mislukt(niet)
        return Maakuitslag(batch, telling, tuple(self.emmer.gemaakt), hersteld, lijst)


def herstel_bestanden(plek: Batchplek, batch: Batch) -> int:
    """Write the files of letters again that are absent or are not what was made, out of storage.

    Args:
        plek: where.
        batch: the batch.

    Returns:
        Number of files.

    Raises:
        OpslagFout: the folder cannot be written.
    """
    map_, hersteld = Batchmap.van(batch), 0
    with plek.lees() as werk:
        map_.ruim_resten(werk.batchregels.brieven_van(batch.id, (Regelstand.GEMAAKT, Regelstand.VERZONDEN)))
    for regels in regels_in_delen(plek, batch.id, Regelstand.GEMAAKT):
        with plek.lees() as werk:
            brieven = werk.brieven.zoek(id=[regel.brief_id for regel in regels])
            anders = [brief for brief, _ in map_.afwijkend(brieven)]
            for deel in in_delen(anders, 50):
                map_.schrijf_brieven({brief.id: pdf for brief, pdf in werk.brieven.pdfs(deel)})
        hersteld += len(anders)
    return hersteld
