"""What every command on a batch needs: the place to work, which batch is meant, progress, and files that are read."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from toegang.domain.batch import Batch
from toegang.domain.batchverloop import KLAAR, VERLOOP, Handeling, in_woorden, overgang
from toegang.errors import Invoerfout
from toegang.letters.batch.bevries import Bevriesopdracht
from toegang.letters.batch.kern import Batchplek
from toegang.letters.batch.keuze import Gevraagd, vind_keuze
from toegang_cli.invoer import bestandsnaam, lees_bytes, lees_dag
from toegang_cli.uitvoer import scherm, zeg
from toegang_cli.werkplek import Werkplek

_BATCH = re.compile(r"BA-[0-9a-f]{16}")
Voortgang = Callable[[int, int], None]


def plek_van(plek: Werkplek) -> Batchplek:
    """Return where the steps of a batch work."""
    return Batchplek(plek.omgeving, plek.actor)


def logo_van(plek: Werkplek) -> bytes:
    """Return the logo of the house style."""
    return plek.gemeente.plugin.huisstijlbestand(plek.omgeving.organisatie.huisstijl.logo)


def vind_batch(plek: Werkplek, kenmerk: str | None, handeling: Handeling | None = None) -> str:
    """Return the id of the batch that is meant.

    Args:
        plek: the gemeente.
        kenmerk: as typed; ``None`` = the only one that can take this step.
        handeling: the step; ``None`` = looking, so any batch will do and the last one is meant.

    Raises:
        Invoerfout: this is no id of a batch, or it must be said which is meant.
        Conflict: the only batch that is open is at another step.
    """
    if kenmerk is not None:
        if not _BATCH.fullmatch(kenmerk):
            raise Invoerfout(
                "Dit is geen kenmerk van een batch.",
                vervolg=f"Bekijk ze met: toegang beschikking batch status -g {plek.gemeente.naam}",
            )
        return kenmerk
    with plek_van(plek).lees() as werk:
        alle = werk.batches.zoek()
    if handeling is None:
        return _enige(plek, alle[-1:], "")
    van = next(stap.van for stap in VERLOOP if stap.handeling is handeling)
    open_ = [batch for batch in alle if batch.stand not in KLAAR]
    if len(open_) == 1:
        overgang(handeling, open_[0].stand, open_[0].id)  # says in which state it is, and what comes first
    return _enige(plek, [batch for batch in alle if batch.stand in van], f"waarop '{handeling}' nu kan")


def _enige(plek: Werkplek, kan: list[Batch] | tuple[Batch, ...], wat: str) -> str:
    if len(kan) == 1:
        return kan[0].id
    naam = plek.gemeente.naam
    if not kan:
        raise Invoerfout(
            f"Er is in gemeente {naam} geen batch {wat}".rstrip() + ".",
            vervolg=f"Bekijk wat er is: toegang beschikking batch status -g {naam}",
        )
    genoemd = ", ".join(f"{batch.id} ({in_woorden(batch.stand)})" for batch in kan[-4:])
    raise Invoerfout(f"Er zijn {len(kan)} batches {wat}; zeg welke.", vervolg=f"Bijvoorbeeld: {genoemd}.")


def open_batches(plek: Werkplek) -> list[Batch]:
    """Return the batches of which something is still to be done."""
    with plek_van(plek).lees() as werk:
        return [batch for batch in werk.batches.zoek() if batch.stand not in KLAAR]


def opdracht_van(plek: Werkplek, kies: list[str], dagtekening: str | None, map_: Path | None) -> Bevriesopdracht:
    """Return what is to be frozen, as typed.

    Raises:
        Invoerfout: a selection or the date is not right, or a file cannot be read.
    """
    dag: date = lees_dag("--dagtekening", dagtekening) if dagtekening else plek.omgeving.vandaag()
    doel = map_.absolute() if map_ else plek.gemeente.brievenmap
    return Bevriesopdracht(dag, tuple(lees_keuze(tekst) for tekst in kies or ["verschuldigd"]), str(doel))


def lees_keuze(tekst: str) -> Gevraagd:
    """Return a selection as typed: ``naam`` or ``naam=waarde``; a file is read.

    Raises:
        Invoerfout: it does not exist, asks something else, or the file cannot be read.
    """
    naam, teken, waarde = tekst.partition("=")
    soort = vind_keuze(naam.strip().lower())
    if bool(teken) != bool(soort.vraagt):
        hoort = f"{soort.naam}=..., met {soort.vraagt}" if soort.vraagt else soort.naam
        raise Invoerfout(f"De keuze '{soort.naam}' schrijft u anders.", vervolg=f"Schrijf: --kies {hoort}")
    if not soort.bestand:
        return Gevraagd(soort.naam, waarde)
    pad = Path(waarde)
    return Gevraagd(soort.naam, bestandsnaam(Path(pad.name)), lees_bytes(pad))


@contextmanager
def voortgang(wat: str) -> Iterator[Voortgang]:
    """Show progress on stderr: a bar with rate and time left, or a line per tenth where nobody watches.

    Args:
        wat: what is counted, e.g. "Brieven".
    """
    fouten = scherm(fouten=True)
    if not fouten.is_terminal:
        yield _regels(wat)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    kolommen = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[tempo]}"),
        TimeRemainingColumn(),
    )
    with Progress(*kolommen, console=fouten, transient=True) as balk:
        taak = balk.add_task(wat, total=None, tempo="")

        def meld(gedaan: int, totaal: int) -> None:
            tempo = next((item.speed for item in balk.tasks if item.id == taak), None)
            balk.update(taak, completed=gedaan, total=totaal, tempo=f"{tempo:.1f}/s" if tempo else "")

        yield meld


def _regels(wat: str) -> Voortgang:
    gemeld = 0

    def meld(gedaan: int, totaal: int) -> None:
        nonlocal gemeld
        tiende = 10 * gedaan // max(totaal, 1)
        if totaal >= 100 and tiende > gemeld:
            gemeld = tiende
            zeg(f"{wat}: {gedaan} van {totaal}")

    return meld


def vraag(tekst: str) -> str:
    """Ask something on stderr and return the answer; only where somebody sits behind it.

    Raises:
        Invoerfout: nobody does.
    """
    if not sys.stdin.isatty():
        raise Invoerfout("Hier kan niets worden gevraagd.", vervolg="Geef het antwoord als optie; zie --help.")
    print(tekst, end=" ", file=sys.stderr, flush=True)  # noqa: T201  a question is no result
    return sys.stdin.readline().strip()
