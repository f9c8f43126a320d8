"""A gemeente with letters that are due, and the steps of a batch on them with a light renderer in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from proefrenderers import Lichte

from toegang.domain.batch import Batch, Regelstand
from toegang.domain.brief import Brief, Briefstatus
from toegang.environment import Gemeente
from toegang.letters.batch.bevries import Bevriesopdracht, bevries
from toegang.letters.batch.controleer import Controlerapport, controleer
from toegang.letters.batch.kern import Batchplek
from toegang.letters.batch.keur_goed import keur_goed
from toegang.letters.batch.keuze import Gevraagd
from toegang.letters.batch.maak import Maakopdracht, Maakuitslag, maak
from toegang.letters.batch.map import Batchmap
from toegang.letters.batch.vrijgeven import Vrijgave, geef_vrij
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.pool import Brieffout, Werkplaats
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.werker import _maak
from toegang.storage import Actor

VANDAAG = date(2026, 11, 20)
ALLES = (Gevraagd("verschuldigd"),)


def in_dit_proces(brieven: Iterable[Briefgegevens], plaats: Werkplaats, _werkers: int | None) -> Iterator[tuple]:
    """Make letters one by one as a worker does; a letter that would kill it fails."""
    sjablonen, renderer = Sjabloonset(plaats.mappen), plaats.renderer()
    for gegevens in brieven:
        fout = Brieffout("stopte") if "STERF" in gegevens.model_dump_json() else None
        yield gegevens, fout or _maak(gegevens, plaats, sjablonen, renderer)


@dataclass
class Proef:
    """The steps on one gemeente.

    Args:
        gemeente: opened.
        uid: who acts.
        vandaag: today.
    """

    gemeente: Gemeente
    uid: int = 1
    vandaag: date = VANDAAG

    @property
    def plek(self) -> Batchplek:
        omgeving = replace(self.gemeente.omgeving, vandaag=lambda: self.vandaag)
        return Batchplek(omgeving, Actor(uid=self.uid))

    @property
    def logo(self) -> bytes:
        return self.gemeente.plugin.huisstijlbestand("logo.svg")

    def bevries(self, *kies: Gevraagd, dag: date | None = None) -> Batch:
        map_ = str(self.gemeente.brievenmap)
        return bevries(self.plek, Bevriesopdracht(dag or self.vandaag, kies or ALLES, map_))

    def controleer(self, batch: Batch) -> Controlerapport:
        return controleer(self.plek, batch.id)

    def keur_goed(self, batch: Batch) -> Batch:
        with self.plek.lees() as werk:
            te_maken = werk.batchregels.telling(batch.id, batch.aantal)[Regelstand.GEKOZEN]
        return keur_goed(self.plek, batch.id, te_maken, zonder_steekproef=True)

    def maak(self, batch: Batch, **anders: object) -> Maakuitslag:
        vast = {"logo": self.logo, "renderer": Lichte, "parallel": in_dit_proces}
        handeling = anders.pop("handeling", None)
        rest = (handeling,) if handeling else ()
        return maak(self.plek, batch.id, Maakopdracht(**{**vast, **anders}), *rest)

    def tot_gemaakt(self, *kies: Gevraagd, dag: date | None = None) -> Maakuitslag:
        batch = self.bevries(*kies, dag=dag)
        self.controleer(batch)
        self.keur_goed(batch)
        return self.maak(batch)

    def vrij(self, batch: Batch) -> Vrijgave:
        return geef_vrij(self.plek, batch.id)

    def tot_vrij(self) -> Vrijgave:
        return self.vrij(self.tot_gemaakt().batch)

    def brieven(self) -> dict[str, Brief]:
        with self.plek.lees() as werk:
            # the report of the gesprek was handed over, so its letter was dropped
            return {brief.id: brief for brief in werk.brieven.zoek() if brief.status is not Briefstatus.VERVALLEN}

    def regels(self, batch: Batch) -> dict:
        with self.plek.lees() as werk:
            return {regel.brief_id: regel for regel in werk.batchregels.zoek(batch_id=batch.id)}

    def batch(self, kenmerk: str) -> Batch:
        with self.plek.lees() as werk:
            return werk.batches.haal(kenmerk)

    def bestanden(self, batch: Batch) -> dict[str, str]:
        map_ = Batchmap.van(batch).brieven
        return {pad.stem: sha256(pad.read_bytes()).hexdigest() for pad in map_.glob("*")}

    def vereis_heel(self, batch: Batch) -> None:
        """Every letter of the batch is in one place, made once, stored as it was made, and its file is that."""
        batch = self.batch(batch.id)
        regels, brieven = self.regels(batch), self.brieven()
        assert len(regels) == batch.aantal
        gemaakt = {kenmerk for kenmerk, regel in regels.items() if regel.stand is Regelstand.GEMAAKT}
        assert all(regel.stand is not Regelstand.GEKOZEN for regel in regels.values())
        assert self.bestanden(batch) == {kenmerk: brieven[kenmerk].sha256 for kenmerk in gemaakt}
        with self.plek.lees() as werk:
            for kenmerk in gemaakt:
                assert sha256(werk.brieven.pdf(kenmerk)).hexdigest() == brieven[kenmerk].sha256
                assert len(werk.logboek.regels(zaak=brieven[kenmerk].zaak_id, actie="brief.gemaakt")) >= 1

    def wijzig_client(self, zaak_id: str, **anders: object) -> dict[str, object]:
        """Change the client of a zaak; returns how it was."""
        with self.gemeente.omgeving.werk(Actor(uid=self.uid)) as werk:
            client = werk.inwoners.haal(werk.zaken.haal(zaak_id).client_id)
            werk.inwoners.bewaar(client.gewijzigd(**anders))
            werk.commit()
        return {naam: getattr(client, naam) for naam in anders}

    def een_besluit(self) -> Brief:
        return next(brief for brief in self.brieven().values() if brief.besluit_id)
