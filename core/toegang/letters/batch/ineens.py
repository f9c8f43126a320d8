"""All letters that are due, in one go: every step up to the release, as somebody would take them one by one.

For trials, where nobody looks on. What was broken off is taken up first, and a run without news changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from toegang.domain.batch import Batch, Batchregel, Regelstand
from toegang.domain.batchverloop import Batchstand
from toegang.domain.brief import Brief, Briefstatus
from toegang.letters.batch.bevries import Bevriesopdracht, Selectie, bevries, maak_regels, selecteer
from toegang.letters.batch.controleer import beoordeel_deel, controleer
from toegang.letters.batch.kern import Batchplek, in_delen
from toegang.letters.batch.keur_goed import keur_goed
from toegang.letters.batch.maak import Maakopdracht, maak
from toegang.letters.batch.vrijgeven import geef_vrij, heeft_gemaakte

_AF_TE_MAKEN = (Batchstand.IN_MAAK, Batchstand.GEMAAKT)
_ONDERWEG = (Batchstand.BEVROREN, Batchstand.GECONTROLEERD, Batchstand.GOEDGEKEURD)


@dataclass
class Ineens:
    """What came of it.

    Args:
        batches: the batches that were taken further.
        gemaakt: ids of the letters that were made now.
        tegen: letters that were not made.
        hersteld: files of an earlier run that were written again.
        gewaarschuwd: ids of the letters that were made and on which a rule warns.
    """

    batches: list[Batch] = field(default_factory=list)
    gemaakt: list[str] = field(default_factory=list)
    tegen: list[Batchregel] = field(default_factory=list)
    hersteld: int = 0
    gewaarschuwd: list[str] = field(default_factory=list)


def doe_ineens(plek: Batchplek, bevriezen: Bevriesopdracht, maken: Maakopdracht) -> Ineens:
    """Freeze, check, approve without a sample, make and release.

    Args:
        plek: where.
        bevriezen: what is chosen.
        maken: how it is made.

    Raises:
        NietToegestaan: the gemeente wants a second person for the approval.
        ToegangFout: see the steps.
    """
    uit = Ineens()
    for batch in _onderbroken(plek, bevriezen):
        _verder(plek, batch, maken, uit)
    selectie = selecteer(plek, bevriezen)
    if not selectie.gekozen:
        return uit
    if all(brief.status is not Briefstatus.TE_MAKEN for brief, _ in selectie.gekozen):
        tegen = [regel for regel, _ in beoordeel_selectie(plek, bevriezen, selectie)]
        if all(regel.stand is not Regelstand.GEKOZEN for regel in tegen):
            al_genoemd = {regel.brief_id for regel in uit.tegen}
            uit.tegen += [regel for regel in tegen if regel.brief_id not in al_genoemd]
            return uit
    _verder(plek, bevries(plek, bevriezen), maken, uit)
    return uit


def beoordeel_selectie(
    plek: Batchplek, opdracht: Bevriesopdracht, selectie: Selectie
) -> list[tuple[Batchregel, Brief]]:
    """Return what would be found of the letters of a selection; nothing is stored.

    Args:
        plek: where.
        opdracht: what was asked.
        selectie: the letters.

    Raises:
        Controlefout: the letter matrix is not usable.
    """
    batch = Batch(
        id="proef",
        aangemaakt_op=plek.omgeving.nu(),
        door=str(plek.actor.uid),
        aantal=len(selectie.gekozen),
        dagtekening=opdracht.dagtekening,
    )
    sjablonen = plek.sjablonen()
    return [
        (regel, nieuw)
        for deel in in_delen(maak_regels(batch, selectie))
        for regel, _, nieuw in beoordeel_deel(plek, batch, deel, sjablonen)
    ]


def _onderbroken(plek: Batchplek, opdracht: Bevriesopdracht) -> Sequence[Batch]:
    """Return what a run that was broken off left: approved, or frozen by the same person with the same wish."""
    with plek.lees() as werk:
        open_ = werk.batches.zoek(stand=[stand.value for stand in (*_AF_TE_MAKEN, *_ONDERWEG)])
    zelfde = (str(plek.actor.uid), opdracht.in_woorden, opdracht.dagtekening)
    return [
        batch
        for batch in open_
        if (batch.stand is not Batchstand.GEMAAKT or heeft_gemaakte(plek, batch))
        and (batch.stand in _AF_TE_MAKEN or (batch.door, batch.keuze, batch.dagtekening) == zelfde)
    ]


def _verder(plek: Batchplek, batch: Batch, maken: Maakopdracht, uit: Ineens) -> None:
    """Take a batch from where it is to its release."""
    if batch.stand in (Batchstand.BEVROREN, Batchstand.GECONTROLEERD):
        rapport = controleer(plek, batch.id)
        if not rapport.telling[Regelstand.GEKOZEN]:
            return _noteer(plek, rapport.batch, uit)
        keur_goed(plek, batch.id, rapport.telling[Regelstand.GEKOZEN], zonder_steekproef=True)
    if batch.stand is not Batchstand.GEMAAKT:
        uitslag = maak(plek, batch.id, maken)
        uit.gemaakt += uitslag.nu_gemaakt
        uit.hersteld += uitslag.hersteld
        batch = uitslag.batch
    op_tijd = batch.dagtekening is not None and batch.dagtekening >= plek.omgeving.vandaag()
    if op_tijd and not maken.proef and heeft_gemaakte(plek, batch):
        vrijgave = geef_vrij(plek, batch.id)
        uit.hersteld += vrijgave.hersteld
        batch = vrijgave.batch
    return _noteer(plek, batch, uit)


def _noteer(plek: Batchplek, batch: Batch, uit: Ineens) -> None:
    with plek.lees() as werk:
        regels = werk.batchregels.zoek(batch_id=batch.id)
    uit.batches.append(batch)
    uit.tegen += [regel for regel in regels if regel.stand in (Regelstand.AANGEHOUDEN, Regelstand.MISLUKT)]
    nu = set(uit.gemaakt)
    uit.gewaarschuwd += [
        regel.brief_id for regel in regels if regel.brief_id in nu and any(item.van_regel for item in regel.bevindingen)
    ]
