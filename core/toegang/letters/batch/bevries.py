"""Step 1, freeze: the letters of the batch, each with why it is in it, and the date that they will bear."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from toegang.domain.batch import Batch, Batchregel
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.domain.brief import Brief
from toegang.errors import Invoerfout
from toegang.letters.batch.kern import Batchplek, in_delen, leg_stap_vast
from toegang.letters.batch.keuze import Gevraagd, Keuzebron, kies_brieven
from toegang.lifecycle.exemplaren import vul_alle_exemplaren_aan
from toegang.lifecycle.vastleggen import nieuw_id

VERSTE = 31
"""Most days ahead that letters can be dated: by then too much will have changed."""


class NietsGekozen(Invoerfout):
    """The selection holds no letter that can be put in a batch."""


@dataclass(frozen=True)
class Bevriesopdracht:
    """What is to be frozen.

    Args:
        dagtekening: date to print; the letters must go out on that day (Awb 3:41, 6:8).
        kies: the selections; several narrow each other.
        map: folder for the files of batches.
    """

    dagtekening: date
    kies: tuple[Gevraagd, ...] = field(default=(Gevraagd("verschuldigd"),))
    map: str = ""

    @property
    def in_woorden(self) -> str:
        """Say in Dutch how is chosen."""
        return " en ".join(item.in_woorden for item in self.kies)


@dataclass(frozen=True)
class Selectie:
    """What would be frozen.

    Args:
        gekozen: the letters, each with why.
        elders: letters that were chosen too, but are in another batch: letter → batch.
    """

    gekozen: tuple[tuple[Brief, str], ...]
    elders: dict[str, str]


def selecteer(plek: Batchplek, opdracht: Bevriesopdracht) -> Selectie:
    """Return what a batch would hold; nothing is stored.

    Args:
        plek: where.
        opdracht: what is asked.

    Raises:
        Invoerfout: a selection or the date is not right.
    """
    vereis_dag(opdracht.dagtekening, plek.omgeving.vandaag())
    with plek.lees() as werk:
        gekozen = kies_brieven(Keuzebron(werk, plek.omgeving), opdracht.kies)
        elders = werk.batchregels.lopend_in()
    vrij = tuple((brief, waarom) for brief, waarom in gekozen if brief.id not in elders)
    return Selectie(vrij, {brief.id: elders[brief.id] for brief, _ in gekozen if brief.id in elders})


def bevries(plek: Batchplek, opdracht: Bevriesopdracht) -> Batch:
    """Freeze a batch.

    Args:
        plek: where.
        opdracht: what is asked.

    Returns:
        The batch.

    Raises:
        NietsGekozen: no letter was chosen; says with which selection.
        Invoerfout: see :func:`selecteer`.
        Conflict: somebody else froze one of the letters at the same moment.
    """
    # By now somebody may have moved, or it may have become known who has gezag (L-86).
    vul_alle_exemplaren_aan(plek.omgeving, plek.actor, opdracht.dagtekening)
    selectie = selecteer(plek, opdracht)
    if not selectie.gekozen:
        raise _niets(opdracht, selectie)
    nu = plek.omgeving.nu()
    batch = Batch(
        id=nieuw_id("BA"),
        aangemaakt_op=nu,
        door=str(plek.actor.uid),
        aantal=len(selectie.gekozen),
        stand=Batchstand.BEVROREN,
        dagtekening=opdracht.dagtekening,
        tijdstip=nu,
        keuze=opdracht.in_woorden,
        map=opdracht.map,
    )
    regels = maak_regels(batch, selectie)
    with plek.omgeving.werk(plek.actor) as werk:
        for deel in in_delen(regels):
            werk.batchregels.voeg_toe(deel)
        feiten = {"aantal": batch.aantal, "dagtekening": opdracht.dagtekening.isoformat()}
        batch = leg_stap_vast(werk, batch, Handeling.BEVRIES, feiten)
        werk.commit()
    return batch


def maak_regels(batch: Batch, selectie: Selectie) -> list[Batchregel]:
    """Return the rows of a batch, in the order of the selection."""
    return [
        Batchregel(
            id=f"{batch.id}.{nummer:05d}",
            batch_id=batch.id,
            dossier_id=brief.dossier_id,
            brief_id=brief.id,
            zaak_id=brief.zaak_id,
            sjabloon=brief.sjabloon,
            volgnr=nummer,
            gekozen_om=waarom,
        )
        for nummer, (brief, waarom) in enumerate(selectie.gekozen, start=1)
    ]


def _niets(opdracht: Bevriesopdracht, selectie: Selectie) -> NietsGekozen:
    if selectie.elders:
        batches = sorted(set(selectie.elders.values()))
        return NietsGekozen(
            f"0 brieven gekozen met: {opdracht.in_woorden}. {len(selectie.elders)} staan er al in een batch die nog "
            f"loopt ({', '.join(batches[:3])}).",
            vervolg=f"Bekijk die: toegang beschikking batch status {batches[0]}",
        )
    return NietsGekozen(
        f"0 brieven gekozen met: {opdracht.in_woorden}. Er staat niets klaar dat daaraan voldoet.",
        vervolg="Kies ruimer, of bekijk wat er te doen is: toegang werkvoorraad",
    )


def vereis_dag(dag: date, vandaag: date) -> None:
    """See to it that letters can bear a date.

    Raises:
        Invoerfout: it lies before today, or too far ahead.
    """
    if dag < vandaag:
        raise Invoerfout(
            "De dagtekening ligt voor vandaag.", vervolg="Een brief gaat de deur uit op de dag die erop staat."
        )
    if dag > vandaag + timedelta(days=VERSTE):
        raise Invoerfout(
            f"De dagtekening ligt meer dan {VERSTE} dagen vooruit.",
            vervolg="Kies de dag waarop de post echt gaat; anders klopt de laatste dag voor bezwaar niet.",
        )
