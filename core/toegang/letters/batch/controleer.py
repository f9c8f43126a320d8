"""Step 2, check: everything that is missing or stops a letter, for the whole batch, before a page is rendered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from toegang.domain.batch import Batch, Batchregel, Regelstand, Telling
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.domain.bevinding import DOOR_TE_LATEN, Bevinding, Bevindingsoort, Ernst
from toegang.domain.brief import Brief, Briefstatus
from toegang.errors import Invoerfout
from toegang.letters.batch.kern import Batchplek, leg_stap_vast, open_batch, regels_in_delen, vereis_telling
from toegang.letters.batch.oordeel import Beoordelaar, Oordeel, tegengehouden, vingerafdruk
from toegang.letters.batch.steekproef import kies_steekproef
from toegang.letters.batch.voorbereid import grond_van
from toegang.letters.sjablonen import Sjabloonset
from toegang.storage import Werkeenheid

Voortgang = Callable[[int, int], None]
BEKEKEN = (Regelstand.GEKOZEN, Regelstand.AANGEHOUDEN, Regelstand.MISLUKT)


@dataclass
class Controlerapport:
    """Everything that was found of a batch.

    Args:
        batch: the batch.
        telling: its sum afterwards.
        per_soort: number of letters per kind of finding and what it does.
        voorbeelden: the first letters of each kind: zaak and explanation.
    """

    batch: Batch
    telling: Telling
    per_soort: Counter[tuple[Ernst, Bevindingsoort]] = field(default_factory=Counter)
    voorbeelden: dict[tuple[Ernst, Bevindingsoort], list[tuple[str, str]]] = field(default_factory=dict)

    def tel(self, regel: Batchregel, meeste: int = 3) -> None:
        """Count what was found of a letter."""
        for sleutel in dict.fromkeys((item.ernst, item.soort) for item in regel.bevindingen):
            self.per_soort[sleutel] += 1
            genoemd = self.voorbeelden.setdefault(sleutel, [])
            if len(genoemd) < meeste:
                eerste = next(item for item in regel.bevindingen if (item.ernst, item.soort) == sleutel)
                genoemd.append((regel.zaak_id, eerste.uitleg))


def controleer(plek: Batchplek, batch_id: str, voortgang: Voortgang | None = None) -> Controlerapport:
    """Check every letter of a batch; may be done as often as one likes until it is approved.

    Args:
        plek: where.
        batch_id: the batch.
        voortgang: told how many of how many are done.

    Raises:
        Conflict: the batch is at another step, or somebody works on it.
        Controlefout: the letter matrix is not usable.
    """
    sjablonen = plek.sjablonen()
    with plek.slot():
        with plek.lees() as werk:
            batch = open_batch(werk, batch_id, Handeling.CONTROLEER)
        rapport = Controlerapport(batch, Telling(aantal=batch.aantal))
        gedaan, grond = 0, grond_van(plek, sjablonen)
        for regels in regels_in_delen(plek, batch_id, *BEKEKEN):
            nieuw = beoordeel_deel(plek, batch, regels, sjablonen, grond)
            for regel in _leg_vast(plek, batch, nieuw):
                rapport.tel(regel)
            gedaan += len(regels)
            if voortgang:
                voortgang(gedaan, batch.aantal)
        return _rond_af(plek, batch, rapport)


def beoordeel_deel(
    plek: Batchplek, batch: Batch, regels: Sequence[Batchregel], sjablonen: Sjabloonset, grond: str = ""
) -> list[tuple[Batchregel, Brief, Brief]]:
    """Judge some letters; nothing is stored.

    Args:
        plek: where.
        batch: the batch.
        regels: the letters.
        sjablonen: the templates of the gemeente.
        grond: hash of what all letters rest on; empty = what is composed is not kept.

    Returns:
        Each row as it becomes, with its letter as it was and as it becomes.
    """
    assert batch.dagtekening is not None
    with plek.lees() as werk:
        gezien = werk.logboek.kop().volgnr
        werk.lees_vooraf({regel.dossier_id for regel in regels})
        elders = werk.batchregels.lopend_in([regel.brief_id for regel in regels])
        beoordelaar = Beoordelaar(plek, werk, sjablonen, batch.dagtekening)
        uitkomst = []
        for regel in regels:
            brief = werk.brieven.haal(regel.brief_id)
            ander = elders.get(regel.brief_id, batch.id)
            if ander != batch.id or brief.status in (Briefstatus.GEMAAKT, Briefstatus.VERZONDEN):
                uitkomst.append((_elders(regel, ander if ander != batch.id else brief.batch_id or ""), brief, brief))
                continue
            oordeel = beoordelaar.controleer(brief)
            uitkomst.append(_uitkomst(regel.gewijzigd(gezien=gezien, grond=grond), brief, oordeel))
    return uitkomst


def laat_door(plek: Batchplek, batch_id: str, zaak_id: str, soort: Bevindingsoort) -> int:
    """Record that a person looked at a finding and lets the letter go; the next check takes it into account.

    Args:
        plek: where.
        batch_id: the batch.
        zaak_id: the zaak of which the letters are let through.
        soort: the finding.

    Returns:
        Number of letters.

    Raises:
        Invoerfout: this finding cannot be let through, or this zaak has none in the batch.
    """
    if soort not in DOOR_TE_LATEN:
        namen = ", ".join(sorted(item.value.lower() for item in DOOR_TE_LATEN))
        raise Invoerfout(
            f"Een brief met de bevinding '{soort.titel}' gaat niet door; herstel eerst wat er aan de hand is.",
            vervolg=f"Doorlaten kan bij: {namen}.",
        )
    with plek.omgeving.werk(plek.actor) as werk:
        batch = open_batch(werk, batch_id, Handeling.LAAT_DOOR)
        regels = [
            regel
            for regel in werk.batchregels.zoek(batch_id=batch.id, stand=Regelstand.AANGEHOUDEN)
            if regel.zaak_id == zaak_id and any(item.soort is soort for item in regel.bevindingen)
        ]
        if not regels:
            raise Invoerfout(
                f"Zaak {zaak_id} heeft in batch {batch.id} geen brief die hierom wacht.",
                vervolg=f"Bekijk wat er wacht: toegang beschikking batch waarom {batch.id}",
            )
        werk.batchregels.bewaar_alle([regel.gewijzigd(toch=(*regel.toch, soort)) for regel in regels])
        leg_stap_vast(werk, batch, Handeling.LAAT_DOOR, {"zaak": zaak_id, "soort": soort.value})
        werk.commit()
    return len(regels)


def _uitkomst(regel: Batchregel, brief: Brief, oordeel: Oordeel) -> tuple[Batchregel, Brief, Brief]:
    bevindingen = doorgelaten(oordeel.bevindingen, regel.toch)
    tegen = tuple(item for item in bevindingen if item.houdt_tegen)
    if not tegen:
        stand, nieuw = Regelstand.GEKOZEN, _klaar(brief, oordeel)
    else:
        mislukt = any(item.ernst is Ernst.MISLUKT for item in tegen)
        stand, nieuw = (
            Regelstand.MISLUKT if mislukt else Regelstand.AANGEHOUDEN,
            tegengehouden(brief, tegen),
        )
    tekst = oordeel.gegevens.model_dump_json() if oordeel.gegevens and not tegen else ""
    velden = {
        "stand": stand,
        "bevindingen": bevindingen,
        "vingerafdruk": vingerafdruk(tekst),
        "gegevens": tekst if regel.grond and oordeel.eigen_dossier else "",
    }
    return regel.gewijzigd(**velden), brief, nieuw


def doorgelaten(bevindingen: Sequence[Bevinding], toch: Sequence[Bevindingsoort]) -> tuple[Bevinding, ...]:
    """Return the findings, with those that a person let through no longer stopping the letter."""
    return tuple(
        item.gewijzigd(ernst=Ernst.LET_OP, uitleg=f"Nagekeken en doorgelaten: {item.uitleg}")
        if item.soort in toch
        else item
        for item in bevindingen
    )


def _klaar(brief: Brief, oordeel: Oordeel) -> Brief:
    schoon = brief.gewijzigd(status=Briefstatus.TE_MAKEN, aanhoudreden=None, toelichting="")
    return oordeel.getoetst.op_brief(schoon) if oordeel.getoetst else schoon


def _elders(regel: Batchregel, ander: str) -> Batchregel:
    uitleg = f"De brief is intussen in batch {ander} gezet." if ander else "De brief is intussen al gemaakt."
    item = Bevinding(soort=Bevindingsoort.ANDERE_BATCH, ernst=Ernst.WACHT, uitleg=uitleg)
    return regel.gewijzigd(stand=Regelstand.AANGEHOUDEN, bevindingen=(item,))


def _leg_vast(plek: Batchplek, batch: Batch, uitkomst: Sequence[tuple[Batchregel, Brief, Brief]]) -> list[Batchregel]:
    with plek.omgeving.werk(plek.actor) as werk:
        werk.batchregels.bewaar_alle([regel for regel, _, _ in uitkomst])
        werk.brieven.bewaar_alle([nieuw for _, oud, nieuw in uitkomst if nieuw != oud])
        werk.commit(door=batch.id)
    return [regel for regel, _, _ in uitkomst]


def _rond_af(plek: Batchplek, batch: Batch, rapport: Controlerapport) -> Controlerapport:
    with plek.omgeving.werk(plek.actor) as werk:
        rapport.telling = vereis_telling(werk, batch)
        feiten = {stand.value.lower(): aantal for stand, aantal in rapport.telling.per_stand}
        rapport.batch = leg_stap_vast(
            werk,
            batch,
            Handeling.CONTROLEER,
            feiten,
            stand=Batchstand.GECONTROLEERD,
            steekproef=_steekproef(plek, werk, batch),
            bekeken=(),
        )
        werk.commit()
    return rapport


def _steekproef(plek: Batchplek, werk: Werkeenheid, batch: Batch) -> tuple[str, ...]:
    return kies_steekproef(werk, batch, plek.omgeving.organisatie.batch.steekproef)
