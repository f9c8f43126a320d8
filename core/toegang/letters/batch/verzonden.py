"""Step 6, sent: per envelope group the day and the counted number; from that day the bezwaar terms run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from toegang.domain.batch import Batch, Regelstand, Telling, Verzending
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.datums import datum_voluit
from toegang.errors import Conflict, Controlefout, Invoerfout, OpslagFout, ToegangFout
from toegang.letters.batch.kern import Batchplek, leg_stap_vast, open_batch, vereis_telling
from toegang.letters.batch.map import Batchmap, hash_van
from toegang.lifecycle.bekendmaking import maak_bekend_in
from toegang.lifecycle.berichtverzending import verzend_bericht_in
from toegang.lifecycle.verzending import verzend_brief
from toegang.storage import Werkeenheid

PER_COMMIT = 50
"""Zaken per commit."""
Voortgang = Callable[[int, int], None]


@dataclass(frozen=True)
class Verzenduitslag:
    """What was recorded.

    Args:
        batch: the batch afterwards.
        telling: its sum.
        groep: the envelope group.
        brieven: letters that are recorded as sent.
        bezwaar_tot: zaken with the last day of the bezwaar term, of decisions that were made known.
        geweigerd: zaken that were refused, with why; their letters are not recorded as sent.
    """

    batch: Batch
    telling: Telling
    groep: str
    brieven: int
    bezwaar_tot: tuple[tuple[str, date], ...]
    geweigerd: tuple[tuple[str, ToegangFout], ...]


def verzonden(
    plek: Batchplek,
    batch_id: str,
    op: date,
    aantal: int,
    groep: str | None = None,
    voortgang: Voortgang | None = None,
) -> Verzenduitslag:
    """Record that an envelope group was sent; what was broken off is finished by doing it again.

    Args:
        plek: where.
        batch_id: the batch.
        op: day of dispatch; must be the day on the letters.
        aantal: number of letters that was counted.
        groep: the envelope group; ``None`` = the only one.
        voortgang: told how many zaken of how many are done.

    Raises:
        Conflict: the day is another than is printed, the group was sent before, or the batch is not released.
        Invoerfout: the number or group is not right, or the day is still to come.
        Controlefout: a print file was changed after it was written.
    """
    with plek.slot():
        with plek.lees() as werk:
            batch = open_batch(werk, batch_id, Handeling.VERZONDEN)
            terug = werk.batchregels.zoek(batch_id=batch.id, stand=Regelstand.INGETROKKEN)
        gekozen = _groep(batch, groep)
        _vereis_dag(plek, batch, op)
        _vereis_aantal(batch, gekozen, aantal, sorted(regel.druknr for regel in terug if regel.groep == gekozen))
        _vereis_onveranderd(batch, gekozen)
        return _Verzenden(plek, batch, gekozen, op).voer_uit(aantal, voortgang)


@dataclass(repr=False)
class _Verzenden:
    plek: Batchplek
    batch: Batch
    groep: str
    op: date

    def voer_uit(self, aantal: int, voortgang: Voortgang | None) -> Verzenduitslag:
        per_zaak = self._per_zaak()
        bezwaar_tot: list[tuple[str, date]] = []
        geweigerd: list[tuple[str, ToegangFout]] = []
        zaken = list(per_zaak)
        with self.plek.omgeving.opslag.doorlopend():
            for begin in range(0, len(zaken), PER_COMMIT):
                with self.plek.omgeving.werk(self.plek.actor) as werk:
                    deel = werk.zaken.zoek(id=zaken[begin : begin + PER_COMMIT])
                    werk.lees_vooraf({zaak.dossier_id for zaak in deel})
                    for zaak in zaken[begin : begin + PER_COMMIT]:
                        try:
                            with werk.deel():
                                tot = self._zaak(werk, zaak, per_zaak[zaak])
                        except OpslagFout:
                            raise
                        except ToegangFout as fout:
                            geweigerd.append((zaak, fout))
                        else:
                            bezwaar_tot += [(zaak, tot)] if tot else []
                    vereis_telling(werk, self.batch)
                    werk.commit()
                if voortgang:
                    voortgang(min(begin + PER_COMMIT, len(zaken)), len(zaken))
        batch, telling = self._rond_af(aantal, geweigerd)
        gelukt = sum(len(regels) for zaak, regels in per_zaak.items() if zaak not in dict(geweigerd))
        return Verzenduitslag(batch, telling, self.groep, gelukt, tuple(bezwaar_tot), tuple(geweigerd))

    def _per_zaak(self) -> dict[str, list[str]]:
        """Return the letters of the group that are not recorded yet, by zaak."""
        per_zaak: dict[str, list[str]] = {}
        with self.plek.lees() as werk:
            for regel in werk.batchregels.zoek(batch_id=self.batch.id, stand=Regelstand.GEMAAKT):
                if regel.groep == self.groep:
                    per_zaak.setdefault(regel.zaak_id, []).append(regel.brief_id)
        return per_zaak

    def _zaak(self, werk: Werkeenheid, zaak_id: str, kenmerken: Sequence[str]) -> date | None:
        """Record the letters of a zaak; a decision is made known with the last of its letters."""
        alle = werk.brieven.zoek(zaak_id=zaak_id)
        hier = [brief for brief in alle if brief.id in kenmerken]
        for brief in hier:
            if brief.status is not Briefstatus.GEMAAKT:
                raise Conflict(
                    f"Brief {brief.id} is {brief.status.value.lower()}.",
                    vervolg=f"Kijk bij de zaak: toegang zaak toon {zaak_id}",
                )
        besluiten = {brief.besluit_id for brief in hier if brief.besluit_id}
        compleet = {besluit for besluit in besluiten if not _wacht_nog(alle, hier, besluit)}
        tot = None
        for besluit in sorted(compleet):
            record = maak_bekend_in(self.plek.omgeving, werk, zaak_id, self.op, rond_af=False, besluit_id=besluit)
            tot = record.bezwaar_tot
        for brief in hier:
            if brief.besluit_id is None:
                verzend_bericht_in(self.plek.omgeving, werk, brief, self.op, rond_af=False)
            elif brief.besluit_id not in compleet:
                verzend_brief(werk, brief, self.op, rond_af=False)
                detail = {"brief": brief.id, "op": self.op.isoformat()}
                werk.log("brief.verzonden", zaak=zaak_id, dossier=brief.dossier_id, detail=detail)
        return tot

    def _rond_af(self, aantal: int, geweigerd: Sequence[object]) -> tuple[Batch, Telling]:
        with self.plek.omgeving.werk(self.plek.actor) as werk:
            batch = werk.batches.haal(self.batch.id)
            verzending = Verzending(
                groep=self.groep,
                op=self.op,
                aantal=aantal,
                uid=self.plek.actor.uid,
                medewerker=self.plek.actor.medewerker,
                vastgelegd_op=werk.sessie.klok(),
            )
            klaar = () if geweigerd else (verzending,)
            nieuw = (*batch.verzendingen, *klaar)
            alles = {item.groep for item in nieuw} >= set(batch.groepen)
            feiten = {"groep": self.groep, "op": self.op.isoformat(), "aantal": aantal, "geweigerd": len(geweigerd)}
            stand = Batchstand.VERZONDEN if alles else batch.stand
            batch = leg_stap_vast(werk, batch, Handeling.VERZONDEN, feiten, stand=stand, verzendingen=nieuw)
            telling = vereis_telling(werk, batch)
            werk.commit()
        return batch, telling


def _wacht_nog(alle: Sequence[Brief], hier: Sequence[Brief], besluit: str) -> bool:
    """Tell whether a decision has a letter that goes in another group, and did not go yet."""
    kenmerken = {brief.id for brief in hier}
    return any(
        brief.besluit_id == besluit and brief.id not in kenmerken and brief.status is not Briefstatus.VERZONDEN
        for brief in alle
    )


def _groep(batch: Batch, groep: str | None) -> str:
    open_ = [naam for naam in batch.groepen if naam not in batch.verzonden_groepen]
    if groep is None and len(open_) == 1:
        return open_[0]
    if groep is None or groep not in batch.groepen:
        raise Invoerfout(
            f"Batch {batch.id} heeft {len(open_)} envelopgroepen die nog weg moeten; zeg welke u verzond.",
            vervolg=f"Kies met --groep uit: {', '.join(open_)}.",
        )
    if groep in batch.verzonden_groepen:
        eerder = next(item for item in batch.verzendingen if item.groep == groep)
        raise Conflict(
            f"Groep {groep} van batch {batch.id} is al verzonden op {datum_voluit(eerder.op)}.",
            vervolg="Er is niets gewijzigd.",
        )
    return groep


def _vereis_dag(plek: Batchplek, batch: Batch, op: date) -> None:
    vandaag, geprint = plek.omgeving.vandaag(), batch.dagtekening
    assert geprint is not None
    if op == geprint and op <= vandaag:
        return
    if op > vandaag:
        anders = (
            f" Op de brieven staat {datum_voluit(geprint)}; gaan zij op een andere dag, maak ze dan eerst opnieuw met "
            f"toegang beschikking batch opnieuw {batch.id} --dagtekening DATUM"
            if op != geprint
            else ""
        )
        raise Invoerfout(
            f"{datum_voluit(op).capitalize()} moet nog komen; leg vast wat verzonden is. Er is niets vastgelegd.",
            vervolg=f"Doe dit op of na de dag waarop zij weggaan.{anders}",
        )
    anders = (
        f" Anders: maak ze opnieuw met toegang beschikking batch opnieuw {batch.id} --dagtekening {vandaag.isoformat()}"
        if vandaag != geprint
        else ""
    )
    raise Conflict(
        f"Op de brieven staat {datum_voluit(geprint)}, niet {datum_voluit(op)}: de laatste dag voor bezwaar zou niet "
        "kloppen. Er is niets vastgelegd.",
        vervolg=f"Gingen zij op de dag die erop staat, geef dan die dag.{anders}",
    )


def _vereis_aantal(batch: Batch, groep: str, aantal: int, terug: Sequence[int]) -> None:
    """Refuse a number that is not what was printed without what was taken out since."""
    gedrukt = batch.brieven_in(groep)
    if aantal == gedrukt - len(terug):
        return
    delen = ", ".join(f"deel {deel.deel}: {deel.brieven}" for deel in batch.druk if deel.groep == groep)
    eruit = f" U trok er {len(terug)} terug: nummer {', '.join(map(str, terug[:20]))}." if terug else ""
    raise Invoerfout(
        f"U telde {aantal} brieven, maar in groep {groep} zijn er {gedrukt - len(terug)} te verzenden ({delen})."
        f"{eruit} Er is niets vastgelegd.",
        vervolg="Tel opnieuw. Mist er een, druk die dan af: toegang beschikking batch herdruk "
        f"{batch.id} --van NR --tot NR",
    )


def _vereis_onveranderd(batch: Batch, groep: str) -> None:
    """Refuse when a print file is not what was released: then it is not known what was sent."""
    map_ = Batchmap.van(batch)
    for deel in batch.druk:
        gevonden = hash_van(map_.pad / deel.bestand) if deel.groep == groep and deel.sha256 else None
        if gevonden not in (None, deel.sha256):
            raise Controlefout(
                f"Drukbestand {deel.bestand} van batch {batch.id} is gewijzigd nadat het is vrijgegeven.",
                vervolg="Zoek uit wat er is verzonden. Zet het terug met: toegang beschikking batch vrijgeven "
                f"{batch.id}",
            )
