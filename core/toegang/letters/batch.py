"""All letters that are due in a gemeente, each made exactly once (first form of the batch of DESIGN.md §6).

freeze → make → finish. The set is frozen in one commit, with the printed date; every letter is stored
with its status in one commit, and its file is written after that. Killed at any moment, the next run
takes up the batch that was not finished: the instant in the files is that of the batch, so a letter
that was under way comes out with the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from toegang.domain.brief import Aanhoudreden, Batch, Brief, Briefstatus
from toegang.errors import ToegangFout
from toegang.letters.geadresseerden import Aangehouden
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.logo import schone_svg
from toegang.letters.maken import GemaakteBrief, controleer_brief
from toegang.letters.opdracht import Renderer
from toegang.letters.pool import Uitkomst, Werkplaats, maak_parallel
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.toetsing import toets_brief
from toegang.letters.uitslag import Batchuitslag, Briefmelding
from toegang.letters.verzamelen import Verzamelaar
from toegang.letters.weasy import WeasyRenderer
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Actor
from toegang.storage.bestanden import maak_map, schrijf, slot

VERSCHULDIGD = (Briefstatus.TE_MAKEN, Briefstatus.MISLUKT, Briefstatus.AANGEHOUDEN)
"""What a run looks at: what failed or waited before may be right by now."""

PER_KEER = 50
"""Letters read out of storage in one go."""

Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Batchopdracht:
    """What a run needs besides the gemeente.

    Args:
        logo: SVG of the house style.
        uitvoermap: folder for the PDF files.
        dagtekening: date to print; the letters must go out on that day (Awb 3:41, 6:8).
        werkers: number of processes; ``None`` = one per processor.
        voortgang: told how many of how many are done.
        renderer: makes the renderer in every worker.
        alleen: ids of the templates to make; ``None`` = all that are due.
    """

    logo: bytes
    uitvoermap: Path
    dagtekening: date
    werkers: int | None = None
    voortgang: Voortgang | None = None
    renderer: Callable[[], Renderer] = WeasyRenderer
    alleen: frozenset[str] | None = None


def maak_verschuldigde_brieven(omgeving: Omgeving, actor: Actor, opdracht: Batchopdracht) -> Batchuitslag:
    """Make every letter that is due; a bad one stops nothing.

    Args:
        omgeving: the gemeente.
        actor: who makes them.
        opdracht: logo, folder and date.

    Returns:
        What was made, what waits for a person and what failed, with reasons.

    Raises:
        Conflict: another process is making letters of this gemeente.
        Invoerfout: the logo or a folder with templates is not usable.
        Controlefout: the letter matrix is not usable.
        OpslagFout: the folder cannot be written.
    """
    maak_map(opdracht.uitvoermap)
    with slot(omgeving.opslag.pad.with_suffix(".brieven.slot"), "het maken van brieven"):
        return _Loop(omgeving, actor, opdracht).voer_uit()


@dataclass(slots=True)
class _Stand:
    """What is known so far."""

    gemaakt: list[str] = field(default_factory=list)
    aangehouden: list[Briefmelding] = field(default_factory=list)
    mislukt: list[Briefmelding] = field(default_factory=list)
    hersteld: int = 0
    gewaarschuwd: list[str] = field(default_factory=list)

    def meld(self, brief: Brief, fout: ToegangFout) -> None:
        """Remember a letter that was not made."""
        reden = fout.reden if isinstance(fout, Aangehouden) else None
        (self.aangehouden if reden else self.mislukt).append(Briefmelding.van(brief, str(fout), reden))


class _Loop:
    """One run."""

    def __init__(self, omgeving: Omgeving, actor: Actor, opdracht: Batchopdracht) -> None:
        self._omgeving = omgeving
        self._actor = actor
        self._opdracht = opdracht
        self._logo = schone_svg(opdracht.logo)
        mappen = [Path(map_) for _, mappen in omgeving.bord.template_dirs() for map_ in mappen]
        self._sjablonen = Sjabloonset(mappen)
        self._stand = _Stand()

    def voer_uit(self) -> Batchuitslag:
        """Finish what was begun, then freeze and make what is due now."""
        with self._omgeving.opslag.werk(self._actor, alleen_lezen=True) as werk:
            onaf = werk.batches.zoek(afgerond=False)
        for batch in onaf:
            self._maak(batch)
        nieuw = self._bevries()
        if nieuw is not None:
            self._maak(nieuw)
        stand = self._stand
        return Batchuitslag(
            tuple(stand.gemaakt),
            _op_volgorde(stand.aangehouden),
            _op_volgorde(stand.mislukt),
            stand.hersteld,
            tuple(stand.gewaarschuwd),
        )

    # Freeze.

    def _bevries(self) -> Batch | None:
        """Sort the letters that are due, and freeze those that can be made."""
        al_gemeld = {melding.brief for melding in (*self._stand.aangehouden, *self._stand.mislukt)}
        gereed: list[Brief] = []
        gewijzigd: list[Brief] = []
        with self._omgeving.opslag.werk(self._actor, alleen_lezen=True) as werk:
            verzamelaar = Verzamelaar(werk, self._omgeving, self._sjablonen.matrix)
            for brief in werk.brieven.zoek(status=VERSCHULDIGD):
                buiten = self._opdracht.alleen is not None and brief.sjabloon not in self._opdracht.alleen
                if brief.id in al_gemeld or buiten:
                    continue
                try:
                    gereed.append(self._gecontroleerd(verzamelaar, brief))
                except ToegangFout as fout:
                    self._stand.meld(brief, fout)
                    gewijzigd += [niet for niet in (_niet_gemaakt(brief, fout),) if niet != brief]
        return self._leg_vast(gereed, gewijzigd)

    def _gecontroleerd(self, verzamelaar: Verzamelaar, brief: Brief) -> Brief:
        """Return a letter with the rules that were checked on it and its road, before anything of it is made."""
        getoetst = toets_brief(self._omgeving, verzamelaar.bron(brief, self._opdracht.dagtekening), self._sjablonen)
        getoetst.vereis()
        if brief.status is Briefstatus.MISLUKT:
            # Only what has changed since is tried again: a run without news changes nothing.
            controleer_brief(getoetst.gegevens, self._sjablonen, self._omgeving.organisatie.huisstijl)
        return getoetst.op_brief(brief)

    def _leg_vast(self, gereed: list[Brief], gewijzigd: list[Brief]) -> Batch | None:
        if not gereed and not gewijzigd:
            return None
        batch = Batch(
            id=nieuw_id("BA"), aangemaakt_op=self._omgeving.nu(), door=str(self._actor.uid), aantal=len(gereed)
        )
        with self._omgeving.opslag.werk(self._actor) as werk:
            for brief in gewijzigd:
                werk.brieven.bewaar(brief)
            if gereed:
                werk.batches.bewaar(batch)
                werk.log("brieven.bevroren", detail={"batch": batch.id, "aantal": str(len(gereed))})
            for brief in gereed:
                werk.brieven.bewaar(
                    brief.gewijzigd(
                        status=Briefstatus.TE_MAKEN,
                        batch_id=batch.id,
                        dagtekening=self._opdracht.dagtekening,
                        aanhoudreden=None,
                        toelichting="",
                    )
                )
            werk.commit()
        return batch if gereed else None

    # Make.

    def _maak(self, batch: Batch) -> None:
        self._schrijf_ontbrekende(batch)
        werkplaats = Werkplaats(
            self._sjablonen.mappen,
            self._omgeving.organisatie.huisstijl,
            self._logo,
            batch.aangemaakt_op,
            self._opdracht.renderer,
        )
        uitkomsten = maak_parallel(self._te_maken(batch), werkplaats, self._opdracht.werkers)
        for gedaan, (gegevens, uitkomst) in enumerate(uitkomsten, start=1):
            self._bewaar(gegevens, uitkomst)
            if self._opdracht.voortgang:
                self._opdracht.voortgang(gedaan, batch.aantal)
        with self._omgeving.opslag.werk(self._actor) as werk:
            werk.batches.bewaar(batch.gewijzigd(afgerond=True))
            werk.log("brieven.afgerond", detail={"batch": batch.id})
            werk.commit()

    def _te_maken(self, batch: Batch) -> Iterator[Briefgegevens]:
        """Read the frozen letters a few at a time; nothing is read long before it is needed."""
        with self._omgeving.opslag.werk(self._actor, alleen_lezen=True) as werk:
            alle = werk.brieven.zoek(batch_id=batch.id, status=Briefstatus.TE_MAKEN)
        brieven = iter(alle)
        while deel := tuple(islice(brieven, PER_KEER)):
            yield from self._verzamel(deel)

    def _verzamel(self, brieven: tuple[Brief, ...]) -> list[Briefgegevens]:
        gegevens, niet = [], []
        with self._omgeving.opslag.werk(self._actor, alleen_lezen=True) as werk:
            verzamelaar = Verzamelaar(werk, self._omgeving, self._sjablonen.matrix)
            for brief in brieven:
                try:
                    gegevens.append(verzamelaar.gegevens(brief, brief.dagtekening or self._opdracht.dagtekening))
                except ToegangFout as fout:
                    niet.append((brief, fout))
        for brief, waarom in niet:
            self._bewaar_fout(brief, waarom)
        return gegevens

    def _bewaar(self, gegevens: Briefgegevens, uitkomst: Uitkomst) -> None:
        if not isinstance(uitkomst, GemaakteBrief):
            with self._omgeving.opslag.werk(self._actor, alleen_lezen=True) as werk:
                brief = werk.brieven.haal(gegevens.id)
            self._bewaar_fout(brief, ToegangFout(uitkomst.uitleg))
            return
        with self._omgeving.opslag.werk(self._actor) as werk:
            brief = werk.brieven.haal(gegevens.id)
            werk.brieven.bewaar_pdf(brief.id, uitkomst.pdf)
            werk.brieven.bewaar(
                brief.gewijzigd(
                    status=Briefstatus.GEMAAKT,
                    momentopname=gegevens.model_dump(mode="json"),
                    gemaakt_op=self._omgeving.nu(),
                    sha256=uitkomst.sha256,
                    paginas=uitkomst.paginas,
                    software=uitkomst.software,
                )
            )
            werk.log(
                "brief.gemaakt",
                zaak=brief.zaak_id,
                dossier=brief.dossier_id,
                detail={"brief": brief.id, "sjabloon": brief.sjabloon},
            )
            werk.commit()
        schrijf(self._bestand(brief.id), uitkomst.pdf)
        self._stand.gemaakt.append(brief.id)
        if brief.gewaarschuwd:
            self._stand.gewaarschuwd.append(brief.id)

    def _bewaar_fout(self, brief: Brief, fout: ToegangFout) -> None:
        self._stand.meld(brief, fout)
        with self._omgeving.opslag.werk(self._actor) as werk:
            werk.brieven.bewaar(_niet_gemaakt(brief, fout))
            werk.log("brief.niet_gemaakt", zaak=brief.zaak_id, dossier=brief.dossier_id, detail={"brief": brief.id})
            werk.commit()

    def _schrijf_ontbrekende(self, batch: Batch) -> None:
        """Write the files of letters that were stored just before a run was killed."""
        with self._omgeving.opslag.werk(self._actor, alleen_lezen=True) as werk:
            for brief in werk.brieven.zoek(batch_id=batch.id, status=Briefstatus.GEMAAKT):
                if not self._bestand(brief.id).exists():
                    schrijf(self._bestand(brief.id), werk.brieven.pdf(brief.id))
                    self._stand.hersteld += 1

    def _bestand(self, brief_id: str) -> Path:
        return self._opdracht.uitvoermap / f"{brief_id}.pdf"


def _op_volgorde(meldingen: list[Briefmelding]) -> tuple[Briefmelding, ...]:
    """Sort by zaak: letters are made side by side, and a list must read the same at every run."""
    return tuple(sorted(meldingen, key=lambda melding: (melding.zaak, melding.sjabloon, melding.brief)))


def _niet_gemaakt(brief: Brief, fout: ToegangFout) -> Brief:
    reden: Aanhoudreden | None = fout.reden if isinstance(fout, Aangehouden) else None
    return brief.gewijzigd(
        status=Briefstatus.AANGEHOUDEN if reden else Briefstatus.MISLUKT, aanhoudreden=reden, toelichting=str(fout)
    )
