"""Step 5, release: every addressee is looked at once more, and the print run is written for the day on the letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toegang.domain.batch import Batch, Batchregel, Drukdeel, Regelstand, Telling
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.domain.bevinding import Bevinding, Bevindingsoort, Ernst, wacht
from toegang.domain.brief import Aanhoudreden, Brief
from toegang.errors import Conflict, Controlefout
from toegang.letters.batch.controleer import doorgelaten
from toegang.letters.batch.drukwerk import Drukker
from toegang.letters.batch.enveloppen import Envelop, Poststuk, verdeel
from toegang.letters.batch.kern import (
    Batchplek,
    in_delen,
    leg_stap_vast,
    open_batch,
    regels_in_delen,
    vereis_dag_niet_voorbij,
    vereis_telling,
)
from toegang.letters.batch.maak import herstel_bestanden
from toegang.letters.batch.map import Batchmap
from toegang.letters.batch.oordeel import Beoordelaar, Oordeel, tegengehouden
from toegang.letters.sjablonen import Sjabloonset
from toegang.storage.bestanden import verwijder

Voortgang = Callable[[int, int], None]
_HARD = ("geadresseerde", "ondertekening", "besluit", "bezwaar", "client")
"""What may not differ from what is printed: then the letter is no longer true."""


@dataclass(frozen=True)
class Vrijgave:
    """What was released.

    Args:
        batch: the batch afterwards.
        telling: its sum.
        druk: the files of the print run.
        aangehouden: letters that are held after all, with why.
        genoemd: what whoever releases must know of the others.
        hersteld: files that were absent, and were written again.
    """

    batch: Batch
    telling: Telling
    druk: tuple[Drukdeel, ...]
    aangehouden: tuple[Batchregel, ...]
    genoemd: tuple[tuple[str, Bevinding], ...]
    hersteld: int


def geef_vrij(plek: Batchplek, batch_id: str, voortgang: Voortgang | None = None, *, proef: bool = False) -> Vrijgave:
    """Release a batch that was made; may be done again until something was sent.

    Args:
        plek: where.
        batch_id: the batch.
        voortgang: told how many of how many are looked at.
        proef: write and keep nothing.

    Raises:
        Conflict: no letter was made, the day on the letters has passed, something was sent, or the batch is at another
            step.
        Controlefout: a file was changed after the letter was made.
        OpslagFout: the folder cannot be written.
    """
    with plek.slot():
        with plek.lees() as werk:
            batch = open_batch(werk, batch_id, Handeling.VRIJGEVEN)
        _vereis_gemaakt(plek, batch)
        _vereis_op_tijd(plek, batch)
        _vereis_onveranderd(plek, batch)
        hersteld = 0 if proef else herstel_bestanden(plek, batch)
        return _Vrijgeven(plek, batch, proef).voer_uit(hersteld, voortgang)


@dataclass(repr=False)
class _Vrijgeven:
    plek: Batchplek
    batch: Batch
    proef: bool

    def voer_uit(self, hersteld: int, voortgang: Voortgang | None) -> Vrijgave:
        sjablonen = self.plek.sjablonen()
        stukken: list[Poststuk] = []
        tegen: list[Batchregel] = []
        genoemd: list[tuple[str, Bevinding]] = []
        gedaan = 0
        for regels in regels_in_delen(self.plek, self.batch.id, Regelstand.GEMAAKT):
            for regel, brief, gevonden in self._beoordeel(regels, sjablonen):
                if regel.stand is Regelstand.GEMAAKT:
                    stukken.append(Poststuk.van(regel.volgnr, brief))
                    genoemd += [(regel.zaak_id, item) for item in gevonden]
                else:
                    tegen.append(regel)
            gedaan += len(regels)
            if voortgang:
                voortgang(gedaan, self.batch.aantal)
        enveloppen = list(verdeel(stukken, self.plek.omgeving.organisatie.batch))
        with self.plek.lees() as werk:
            map_ = Batchmap.van(self.batch)
            drukker = Drukker(self.batch, map_, self.plek.omgeving.organisatie.batch, werk, self.proef)
            druk = drukker.druk(enveloppen)
        batch, telling = self._leg_vast(enveloppen, druk)
        return Vrijgave(batch, telling, druk, tuple(tegen), tuple(genoemd), hersteld)

    def _beoordeel(
        self, regels: Sequence[Batchregel], sjablonen: Sjabloonset
    ) -> list[tuple[Batchregel, Brief, tuple[Bevinding, ...]]]:
        """Look at some letters; who is held is stored at once, and its file goes."""
        assert self.batch.dagtekening is not None
        uitkomst, houd = [], []
        with self.plek.lees() as werk:
            werk.lees_vooraf({regel.dossier_id for regel in regels})
            beoordelaar = Beoordelaar(self.plek, werk, sjablonen, self.batch.dagtekening)
            for regel in regels:
                brief = werk.brieven.haal(regel.brief_id)
                oordeel = beoordelaar.geef_vrij(brief)
                gevonden = doorgelaten((*oordeel.bevindingen, *_gewijzigd(brief, oordeel)), regel.toch)
                tegen = tuple(item for item in gevonden if item.houdt_tegen)
                nieuw = tuple(dict.fromkeys((*regel.bevindingen, *gevonden)))
                stand = Regelstand.AANGEHOUDEN if tegen else Regelstand.GEMAAKT
                anders = regel.gewijzigd(stand=stand, bevindingen=nieuw)
                uitkomst.append((anders, brief, gevonden))
                if tegen:
                    wachtend = tegengehouden(brief, tuple(item.gewijzigd(ernst=Ernst.WACHT) for item in tegen))
                    houd.append((anders, wachtend))
        if houd:
            self._houd_aan(houd)
        return uitkomst

    def _houd_aan(self, houd: Sequence[tuple[Batchregel, Brief]]) -> None:
        with self.plek.omgeving.werk(self.plek.actor) as werk:
            werk.batchregels.bewaar_alle([regel for regel, _ in houd])
            werk.brieven.bewaar_alle([brief for _, brief in houd])
            for regel, brief in houd:
                detail = {"batch": self.batch.id, "brief": brief.id, "reden": str(brief.aanhoudreden or "")}
                werk.log("brief.aangehouden", zaak=regel.zaak_id, dossier=regel.dossier_id, detail=detail)
            werk.commit()
        if not self.proef:
            for regel, _ in houd:
                verwijder(Batchmap.van(self.batch).brief(regel.brief_id))

    def _leg_vast(self, enveloppen: Sequence[Envelop], druk: tuple[Drukdeel, ...]) -> tuple[Batch, Telling]:
        plaatsen = {
            stuk.brief: (envelop.groep, plaats, envelop.nummer, vellen)
            for envelop in enveloppen
            for (plaats, stuk), vellen in zip(envelop.stukken, envelop.vellen, strict=True)
        }
        with self.plek.omgeving.werk(self.plek.actor) as werk:
            kenmerken = werk.batchregels.kenmerken(self.batch.id, (Regelstand.GEMAAKT,))
            for deel in in_delen(kenmerken):
                nieuw = []
                for regel in werk.batchregels.haal_alle(deel):
                    groep, plaats, envelop, vellen = plaatsen.get(regel.brief_id, ("", 0, 0, 0))
                    nieuw.append(regel.gewijzigd(groep=groep, druknr=plaats, envelop=envelop, vellen=vellen))
                werk.batchregels.bewaar_alle(nieuw)
            batch = werk.batches.haal(self.batch.id)
            feiten = {"brieven": len(plaatsen), "enveloppen": len(enveloppen), "gepland": str(batch.dagtekening)}
            batch = leg_stap_vast(werk, batch, Handeling.VRIJGEVEN, feiten, stand=Batchstand.VRIJGEGEVEN, druk=druk)
            telling = vereis_telling(werk, batch)
            werk.commit()
        return batch, telling


def _gewijzigd(brief: Brief, oordeel: Oordeel) -> tuple[Bevinding, ...]:
    """Return whether what is printed is still so."""
    if oordeel.gegevens is None:
        return ()
    nu, toen = oordeel.gegevens.model_dump(mode="json"), brief.momentopname
    anders = sorted(naam for naam in nu if nu[naam] != toen.get(naam))
    hard = [naam for naam in anders if naam in _HARD]
    if hard:
        return (
            wacht(
                Aanhoudreden.GEADRESSEERDE_GEWIJZIGD,
                f"Sinds de brief is gemaakt, is gewijzigd: {', '.join(hard)}. Zet hem in een nieuwe batch; "
                "dan wordt hij opnieuw gemaakt.",
            ),
        )
    if anders:
        uitleg = f"Sinds de brief is gemaakt, is gewijzigd: {', '.join(anders)}. De brief zegt nog wat er toen gold."
        return (Bevinding(soort=Bevindingsoort.GEWIJZIGD, ernst=Ernst.LET_OP, uitleg=uitleg),)
    return ()


def heeft_gemaakte(plek: Batchplek, batch: Batch) -> bool:
    """Tell whether a batch holds a letter that was made."""
    with plek.lees() as werk:
        return werk.batchregels.telling(batch.id, batch.aantal).gemaakt > 0


def _vereis_gemaakt(plek: Batchplek, batch: Batch) -> None:
    if not heeft_gemaakte(plek, batch):
        raise Conflict(
            f"In batch {batch.id} is geen enkele brief gemaakt; er is niets om vrij te geven.",
            vervolg=f"Kijk waarom: toegang beschikking batch status {batch.id}. Begin na herstel een nieuwe batch met "
            "mislukt.csv, en trek deze terug.",
        )


def _vereis_op_tijd(plek: Batchplek, batch: Batch) -> None:
    vereis_dag_niet_voorbij(plek, batch)
    if batch.verzendingen:
        raise Conflict(
            f"Van batch {batch.id} is al iets verzonden; zij kan niet nog eens worden vrijgegeven.",
            vervolg=f"Druk opnieuw af wat u mist: toegang beschikking batch herdruk {batch.id} --van 1 --tot 10",
        )


def _vereis_onveranderd(plek: Batchplek, batch: Batch) -> None:
    """Refuse when a file is there that is not what was made."""
    map_, anders = Batchmap.van(batch), []
    for regels in regels_in_delen(plek, batch.id, Regelstand.GEMAAKT):
        with plek.lees() as werk:
            brieven = werk.brieven.zoek(id=[regel.brief_id for regel in regels])
        anders += [brief.id for brief, aanwezig in map_.afwijkend(brieven) if aanwezig]
    if anders:
        meer = f" en nog {len(anders) - 5}" if len(anders) > 5 else ""
        raise Controlefout(
            f"{len(anders)} bestanden in {map_.brieven} zijn gewijzigd nadat zij zijn gemaakt: "
            f"{', '.join(anders[:5])}{meer}. Er is niets vrijgegeven.",
            vervolg="Zoek uit wie dat deed, en zet de opgeslagen brieven terug: "
            f"toegang beschikking batch hervat {batch.id}",
        )
