"""The walk past all steps of a batch, for who sits behind the screen; and the same without questions, for trials."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toegang.domain.batch import Batch, Batchregel, Regelstand
from toegang.domain.batchverloop import Batchstand, Handeling, in_woorden
from toegang.errors import Afsluitcode, Invoerfout
from toegang.letters.batch import bevries, controleer, keur_goed, maak, verzonden, vrijgeven
from toegang.letters.batch.ineens import Ineens, beoordeel_selectie, doe_ineens
from toegang.letters.batch.map import Batchmap
from toegang.letters.uitslag import Batchuitslag, Briefmelding
from toegang.tenancy import Stand
from toegang_cli.opties import GEMEENTE_VARIABELE
from toegang_cli.uitvoer import aantal, als_tekst, toon, zeg
from toegang_cli.uitvoering import batchpost, batchtonen, brieven
from toegang_cli.uitvoering.batch import geef_steekproef
from toegang_cli.uitvoering.batchplek import logo_van, opdracht_van, open_batches, plek_van, voortgang, vraag
from toegang_cli.werkplek import Werkplek, werkplek


@dataclass(frozen=True)
class Wens:
    """What was typed.

    Args:
        kies: selections.
        dagtekening: date on the letters.
        map: folder of the files.
        processen: number of processes; 0 = one per processor.
        als: medewerker that a trial user plays.
    """

    kies: list[str]
    dagtekening: str | None
    map: Path | None
    processen: int
    als: str | None


def loop(naam: str | None, wens: Wens, *, ja: bool, proef: bool, als_json: bool) -> Afsluitcode:
    """Walk past all steps.

    Args:
        naam: key of the gemeente.
        wens: what was typed.
        ja: ask nothing; a trial goes on to the release, production stops before the approval.
        proef: check every letter and keep nothing.
        als_json: the outcome as JSON.

    Raises:
        Invoerfout: no gemeente was named, or nobody can be asked anything.
    """
    if not naam:
        raise Invoerfout("Optie -g ontbreekt.", vervolg=f"Noem de gemeente met -g, of in {GEMEENTE_VARIABELE}.")
    if not proef and not ja and not sys.stdin.isatty():
        raise Invoerfout(
            "Zonder stap loopt deze opdracht langs alle stappen en stelt zij vragen; dat kan hier niet.",
            vervolg="Geef --ja, of doe de stappen een voor een; zie toegang beschikking batch --help.",
        )
    with werkplek(naam, wens.als, proef=proef) as plek:
        if proef:
            return _proef(plek, wens, als_json=als_json)
        if ja and plek.gemeente.stand is Stand.PRODUCTIE:
            return _tot_goedkeuring(plek, wens)
        if ja:
            return _ineens(plek, wens, als_json=als_json)
        return _Gids(plek, wens).loop()


def _proef(plek: Werkplek, wens: Wens, *, als_json: bool) -> Afsluitcode:
    hier, opdracht = plek_van(plek), opdracht_van(plek, wens.kies, wens.dagtekening, wens.map)
    gevonden = beoordeel_selectie(hier, opdracht, bevries.selecteer(hier, opdracht))
    goed = [(regel, brief) for regel, brief in gevonden if regel.stand is Regelstand.GEKOZEN]
    uitslag = Batchuitslag(
        tuple(brief.id for _, brief in goed),
        *_tegen([regel for regel, _ in gevonden]),
        gewaarschuwd=tuple(brief.id for _, brief in goed if brief.gewaarschuwd),
    )
    brieven.toon_uitslag(
        plek.gemeente.naam, uitslag, Path(opdracht.map), opdracht.dagtekening, proef=True, als_json=als_json
    )
    return Afsluitcode.DEELS if uitslag.mislukt else Afsluitcode.OK


def _ineens(plek: Werkplek, wens: Wens, *, als_json: bool) -> Afsluitcode:
    opdracht = opdracht_van(plek, wens.kies, wens.dagtekening, wens.map)
    with voortgang("Brieven") as meld:
        maken = maak.Maakopdracht(logo_van(plek), wens.processen or None, meld)
        klaar = doe_ineens(plek_van(plek), opdracht, maken)
    uitslag = _uitslag(klaar)
    doel = Batchmap.van(klaar.batches[-1]).brieven if klaar.batches else Path(opdracht.map)
    brieven.toon_uitslag(plek.gemeente.naam, uitslag, doel, opdracht.dagtekening, proef=False, als_json=als_json)
    for batch in klaar.batches:
        zeg(
            f"Batch {batch.id}, zonder steekproef goedgekeurd (--ja). Bekijk haar met: toegang beschikking batch status"
        )
    return Afsluitcode.DEELS if uitslag.mislukt else Afsluitcode.OK


def _tot_goedkeuring(plek: Werkplek, wens: Wens) -> Afsluitcode:
    hier, naam = plek_van(plek), plek.gemeente.naam
    batch = bevries.bevries(hier, opdracht_van(plek, wens.kies, wens.dagtekening, wens.map))
    batchtonen.toon_bevroren(batch)
    rapport = controleer.controleer(hier, batch.id)
    batchtonen.toon_controle(rapport)
    zeg(
        "In productie keurt een mens goed, na de steekproef; --ja gaat niet verder.",
        *batchtonen.na_controle(rapport, naam),
    )
    return Afsluitcode.DEELS if rapport.telling[Regelstand.MISLUKT] else Afsluitcode.OK


def _uitslag(klaar: Ineens) -> Batchuitslag:
    aangehouden, mislukt = _tegen(klaar.tegen)
    return Batchuitslag(tuple(klaar.gemaakt), aangehouden, mislukt, klaar.hersteld, tuple(klaar.gewaarschuwd))


def _tegen(regels: Sequence[Batchregel]) -> tuple[tuple[Briefmelding, ...], tuple[Briefmelding, ...]]:
    """Return what waits and what failed, in a fixed order: letters are made side by side."""

    def melding(regel: Batchregel) -> Briefmelding:
        reden = next((item.reden for item in regel.bevindingen if item.houdt_tegen and item.reden), None)
        return Briefmelding(regel.brief_id, regel.zaak_id, regel.sjabloon, regel.waarom, reden)

    op_volgorde = sorted(regels, key=lambda regel: (regel.zaak_id, regel.sjabloon, regel.brief_id))
    return (
        tuple(melding(regel) for regel in op_volgorde if regel.stand is Regelstand.AANGEHOUDEN),
        tuple(melding(regel) for regel in op_volgorde if regel.stand is Regelstand.MISLUKT),
    )


class _Gids:
    """The walk with questions. Every stop says what to look at; 'nee' stops, and nothing is lost."""

    def __init__(self, plek: Werkplek, wens: Wens) -> None:
        self._plek, self._wens, self._hier = plek, wens, plek_van(plek)
        self._naam = plek.gemeente.naam

    def loop(self) -> Afsluitcode:
        """Go from where the batch is to where somebody stops."""
        batch = self._begin()
        stappen = {
            Batchstand.BEVROREN: self._controleer,
            Batchstand.GECONTROLEERD: self._keur_goed,
            Batchstand.GOEDGEKEURD: self._maak,
            Batchstand.IN_MAAK: self._maak,
            Batchstand.GEMAAKT: self._vrijgeven,
            Batchstand.VRIJGEGEVEN: self._verzenden,
        }
        while batch is not None and batch.stand in stappen:
            batch = stappen[batch.stand](batch)
        if batch is None:
            zeg("Gestopt; er gaat niets verloren. Ga verder met: toegang beschikking batch -g " + self._naam)
        return Afsluitcode.OK

    def _begin(self) -> Batch | None:
        open_ = open_batches(self._plek)
        if open_ and self._ja(f"Batch {open_[-1].id} is {in_woorden(open_[-1].stand)}. Daarmee verdergaan?"):
            return open_[-1]
        opdracht = opdracht_van(self._plek, self._wens.kies, self._wens.dagtekening, self._wens.map)
        selectie = bevries.selecteer(self._hier, opdracht)
        zeg("", "Stap 1 van 6: welke brieven?", "Let op het aantal en op de datum: op die dag gaan zij de deur uit.")
        toon(
            f"{aantal(len(selectie.gekozen), 'brief', 'brieven')} gekozen met: {opdracht.in_woorden}. "
            f"Datum op de brief: {als_tekst(opdracht.dagtekening)}."
        )
        if selectie.gekozen and not self._ja("Deze brieven in een batch zetten?"):
            return None
        batch = bevries.bevries(self._hier, opdracht)
        batchtonen.toon_bevroren(batch)
        return batch

    def _controleer(self, batch: Batch) -> Batch | None:
        zeg("", "Stap 2 van 6: de controle.", "Let op wat niet gemaakt kan worden, en wat op u wacht.")
        with voortgang("Controleren") as meld:
            rapport = controleer.controleer(self._hier, batch.id, meld)
        batchtonen.toon_controle(rapport)
        return rapport.batch

    def _keur_goed(self, batch: Batch) -> Batch | None:
        if not self._ja("Verder naar de steekproef?"):
            return None
        zeg("", "Stap 3 van 6: de steekproef.", "Let op naam, adres, datum, bedrag of uren, bezwaar en ondertekening.")
        map_, gemaakt = geef_steekproef(self._plek, batch.id)
        batchtonen.toon_steekproef(gemaakt, map_)
        if not self._ja("Hebt u deze brieven geopend en gelezen, en zijn zij goed?"):
            return None
        getal = self._getal("Hoeveel brieven worden er gemaakt?")
        return None if getal is None else keur_goed.keur_goed(self._hier, batch.id, getal)

    def _maak(self, batch: Batch) -> Batch | None:
        zeg("", "Stap 4 van 6: maken.", "U mag dit onderbreken met Ctrl-C; later gaat u verder.")
        if not self._ja("Nu maken?"):
            return None
        verder = Handeling.HERVAT if batch.stand is Batchstand.IN_MAAK else Handeling.MAAK
        with voortgang("Brieven") as meld:
            opdracht = maak.Maakopdracht(logo_van(self._plek), self._wens.processen or None, meld)
            uitslag = maak.maak(self._hier, batch.id, opdracht, verder)
        batchtonen.toon_gemaakt(uitslag)
        return uitslag.batch

    def _vrijgeven(self, batch: Batch) -> Batch | None:
        zeg("", "Stap 5 van 6: vrijgeven.", "Elke geadresseerde wordt nog eens nagekeken. Let op wie er toch afvalt.")
        if not self._ja("Nu vrijgeven?"):
            return None
        vrijgave = vrijgeven.geef_vrij(self._hier, batch.id)
        batchpost.toon_vrijgave(vrijgave)
        zeg(*batchpost.na_vrijgave(vrijgave, self._naam))
        return vrijgave.batch

    def _verzenden(self, batch: Batch) -> Batch | None:
        """Record the groups that are gone; what still lies there is for another day."""
        zeg("", "Stap 6 van 6: verzonden.", "Tel de brieven zelf. Vanaf deze dag loopt de termijn voor bezwaar.")
        for groep in (naam for naam in batch.groepen if naam not in batch.verzonden_groepen):
            if not self._ja(f"Is groep {groep} verzonden op {als_tekst(batch.dagtekening)}?"):
                return None
            getal = self._getal(f"Hoeveel brieven telde u in groep {groep}?")
            if getal is None or batch.dagtekening is None:
                return None
            uitslag = verzonden.verzonden(self._hier, batch.id, batch.dagtekening, getal, groep)
            batchpost.toon_verzonden(uitslag, batch.dagtekening)
            if uitslag.geweigerd:
                return None
            batch = uitslag.batch
        return batch

    def _getal(self, tekst: str) -> int | None:
        """Ask a number, once more when it is none; ``None`` when it still is not."""
        for _ in range(2):
            antwoord = vraag(tekst)
            if antwoord.isdigit() and len(antwoord) < 8:
                return int(antwoord)
            zeg("Dit is geen aantal. Typ alleen het getal, bijvoorbeeld 412.")
        return None

    def _ja(self, tekst: str) -> bool:
        return vraag(f"{tekst} (ja/nee)").lower() in ("ja", "j")
