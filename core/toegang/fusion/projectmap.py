"""Where projects are, and how one begins and is opened."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from toegang.errors import Conflict, Controlefout, Invoerfout
from toegang.fusion.afbeelding.bestand import lees_afbeelding
from toegang.fusion.definitie import Product, Projectdefinitie, lees_definitie, lees_producten
from toegang.fusion.project import AFBEELDINGEN, PROJECTBESTAND, Project, wie
from toegang.storage import Actor
from toegang.storage.bestanden import maak_map
from toegang.storage.werkplaats import Werkplaats

NAAM = re.compile(r"[a-z][a-z0-9-]{0,39}")


def projectpaden(datamap: Path, naam: str) -> tuple[Path, Path, Path]:
    """Return folder, database and key file of a project; nothing is made.

    Raises:
        Invoerfout: this cannot be a name.
    """
    if not NAAM.fullmatch(naam):
        raise Invoerfout(
            "Dit kan geen naam van een project zijn.",
            vervolg="Gebruik kleine letters, cijfers en streepjes en begin met een letter.",
        )
    map_ = datamap / "fusie" / naam
    return map_, map_ / "werkplaats.sqlite3", datamap / "sleutels" / f"fusie-{naam}.sleutel"


def projecten(datamap: Path) -> tuple[str, ...]:
    """Return the names of the projects on this machine."""
    return tuple(pad.parent.name for pad in sorted((datamap / "fusie").glob(f"*/{PROJECTBESTAND}")))


def begin_project(
    datamap: Path,
    naam: str,
    bestand: Path,
    bronnen: Path,
    actor: Actor,
    nu: Callable[[], datetime],
    vandaag: Callable[[], date],
    *,
    oefenen: bool,
    proef: bool = False,
) -> Projectdefinitie:
    """Make a project: its folder, its own storage, and a copy of definition and mappings to work on.

    Args:
        datamap: the data folder of this machine.
        naam: key.
        bestand: the file of the project; the files that it names stand beside it.
        bronnen: folder with the deliveries.
        actor: who begins.
        nu: the clock.
        vandaag: the day.
        oefenen: with test data only; then one may play each deelnemer.
        proef: check everything, make nothing.

    Raises:
        Conflict: the project exists.
        Invoerfout: a file is not there.
        Controlefout: a file is not right.
    """
    definitie = lees_definitie(bestand)
    _vereis_wetten(definitie, lees_producten(bestand.parent / definitie.producten).values())
    for bron in definitie.bronnen:
        pad = bestand.parent / bron.afbeelding
        if pad.exists():
            lees_afbeelding(pad)
    if not bronnen.is_dir():
        raise Invoerfout("De map achter --bronnen is er niet.", vervolg="Noem de map waarin de leveringen staan.")
    map_, database, sleutel = projectpaden(datamap, naam)
    if (map_ / PROJECTBESTAND).exists():
        raise Conflict(f"Project {naam} bestaat al.", vervolg="Kies een andere naam, of werk daarin verder.")
    if proef:
        return definitie
    maak_map(map_ / AFBEELDINGEN)
    werkplaats = Werkplaats.maak(database, sleutel, naam, nu)
    for bron in definitie.bronnen:
        pad = bestand.parent / bron.afbeelding
        if pad.exists():
            shutil.copyfile(pad, map_ / AFBEELDINGEN / pad.name)
    shutil.copyfile(bestand.parent / definitie.producten, map_ / definitie.producten)
    shutil.copyfile(bestand, map_ / PROJECTBESTAND)
    with Project(naam, map_, werkplaats, nu, vandaag) as project, project.werk(actor) as werk:
        project.bewaar_feit(werk, "begin", {"bronnen": str(bronnen.resolve()), "oefenen": oefenen})
        werk.log("fusie.begin", project=naam, door=wie(actor))
        werk.commit()
    return definitie


@contextmanager
def open_project(
    datamap: Path, naam: str, nu: Callable[[], datetime], vandaag: Callable[[], date]
) -> Iterator[Project]:
    """Open a project.

    Raises:
        Invoerfout: it does not exist; names those that do.
        OpslagFout: its storage cannot be used.
    """
    map_, database, sleutel = projectpaden(datamap, naam)
    if not (map_ / PROJECTBESTAND).exists():
        bestaand: Sequence[str] = projecten(datamap)
        lijst = f"Er zijn: {', '.join(bestaand)}." if bestaand else "Begin er een met: toegang fusie begin"
        raise Invoerfout("Dit project bestaat hier niet.", vervolg=lijst)
    with Project(naam, map_, Werkplaats.open(database, sleutel, naam, nu), nu, vandaag) as project:
        yield project


def _vereis_wetten(definitie: Projectdefinitie, producten: Iterable[Product]) -> None:
    """See to it that every act in the list of products is one that we know; a guess would change term and organ."""
    vreemd = sorted({product.wet for product in producten} - set(definitie.wetten))
    if vreemd:
        raise Controlefout(
            f"{definitie.producten}: de wet '{vreemd[0]}' staat niet onder [wetten] in het projectbestand.",
            vervolg='Schrijf daar welke wet het is, bijvoorbeeld: "Jw" = "JEUGDWET". Er is niets gemaakt.',
        )
