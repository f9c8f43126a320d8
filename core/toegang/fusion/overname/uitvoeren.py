"""Step 6, run: slice by slice, each slice one transaction with its line in the journal; again is nothing new."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.fusie import Fusiedeel, Fusierun
from toegang.domain.melding import Melding
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.fusion.overname.huishouden import Bestaand, Huishoudlezer
from toegang.fusion.overname.hulp import ZAAKTEKEN
from toegang.fusion.overname.kern import Blauwdruk
from toegang.fusion.overname.voorwaarden import vereis_overname
from toegang.fusion.project import Project, in_gemeente, wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid
from toegang.storage.fusierijen import Fusierijen

PER_DEEL = 50
LOOPT, KLAAR = "LOOPT", "KLAAR"


@dataclass
class Overname:
    """What a run did.

    Args:
        run: its id.
        delen: number of slices.
        nieuw: how many of them were written now.
        rijen: collection → number of records, all slices together.
        afdruk: digest over everything that the run stands for.
    """

    run: str
    delen: int = 0
    nieuw: int = 0
    rijen: dict[str, int] = field(default_factory=dict)
    afdruk: str = ""


def pas_toe(
    project: Project,
    omgeving: Omgeving,
    actor: Actor,
    *,
    proef: bool = False,
    na_deel: Callable[[int, int], None] | None = None,
) -> Overname:
    """Take a project over into the new gemeente.

    What was written already is not written again, so a run that was broken off goes on, and one that was finished
    finds that there is nothing to do.

    Args:
        project: the project.
        omgeving: the new gemeente.
        actor: who does it.
        proef: do everything, write nothing.
        na_deel: hears after each slice: its number, and how many there are.

    Returns:
        What it did.

    Raises:
        Conflict: something changed since the trial run, or what was written is not what would be written now.
        NietToegestaan: something is not approved, signed or decided.
    """
    with project.werk(actor, alleen_lezen=True) as bron:
        stempel = vereis_overname(project, bron)
        run = "F-" + hashlib.sha256(f"{project.naam}|{stempel}".encode()).hexdigest()[:12]
        lezer = Huishoudlezer(project, bron, run, gebieden_van(omgeving))
        groepen = lezer.groepen()
        uit = Overname(run, delen=-(-len(groepen) // PER_DEEL))
        afdruk = hashlib.sha256()
        _begin(omgeving, actor, project, run, stempel, proef=proef)
        for nummer in range(1, uit.delen + 1):
            deel = _doe_deel(omgeving, actor, lezer, run, nummer, _partij(groepen, nummer), uit, proef=proef)
            afdruk.update(deel.afdruk.encode())
            for naam, _ in deel.rijen:
                uit.rijen[naam] = uit.rijen.get(naam, 0) + 1
            if na_deel is not None:
                na_deel(nummer, uit.delen)
        uit.afdruk = afdruk.hexdigest()
    _rond_af(omgeving, actor, run, uit, proef=proef)
    return uit


def gebieden_van(omgeving: Omgeving) -> dict[str, str]:
    """Return name → id of the areas that the new gemeente knows."""
    gevonden: dict[str, str] = {}
    for gebied in omgeving.organisatie.gebieden:
        gevonden |= {naam.casefold(): gebied.id for naam in (gebied.naam, *gebied.kernen)}
    return gevonden


def _partij(groepen: Sequence[str], nummer: int) -> tuple[str, ...]:
    return tuple(groepen[(nummer - 1) * PER_DEEL : nummer * PER_DEEL])


def _begin(omgeving: Omgeving, actor: Actor, project: Project, run: str, stempel: str, *, proef: bool) -> None:
    with omgeving.werk(in_gemeente(actor)) as werk:
        if werk.fusieruns.zoek(id=run):
            return
        anders = [item for item in werk.fusieruns.zoek(stand=LOOPT) if item.id != run]
        if anders:
            raise Conflict(
                f"Run {anders[0].id} is niet afgemaakt, en sindsdien is er iets gewijzigd.",
                vervolg=f"Draai haar eerst terug: toegang fusie terugdraaien {anders[0].id}",
            )
        werk.fusieruns.bewaar(
            Fusierun(
                id=run,
                stand=LOOPT,
                project=project.naam,
                stempel=stempel,
                begonnen_op=omgeving.vandaag(),
                door=wie(actor),
            )
        )
        werk.log("fusie.begonnen", detail={"run": run, "project": project.naam, "door": wie(actor)})
        if not proef:
            werk.commit()


def _rond_af(omgeving: Omgeving, actor: Actor, run: str, uit: Overname, *, proef: bool) -> None:
    if proef:
        return
    with omgeving.werk(in_gemeente(actor)) as werk:
        huidig = werk.fusieruns.haal(run)
        if huidig.stand == KLAAR:
            return
        werk.fusieruns.bewaar(huidig.gewijzigd(stand=KLAAR))
        werk.log("fusie.klaar", detail={"run": run, "delen": str(uit.delen), "afdruk": uit.afdruk[:16]})
        werk.commit()


def _doe_deel(
    omgeving: Omgeving,
    actor: Actor,
    lezer: Huishoudlezer,
    run: str,
    nummer: int,
    groepen: tuple[str, ...],
    uit: Overname,
    *,
    proef: bool,
) -> Fusiedeel:
    with omgeving.werk(in_gemeente(actor)) as werk:
        eerder = werk.fusiedelen.zoek(id=deel_id(run, nummer)) if not proef else ()
        if eerder:
            return eerder[0]
        rijen = Fusierijen(werk)
        voor = rijen.tellerstand()
        geschreven: list[tuple[str, str]] = []
        som = hashlib.sha256()
        for groep in groepen:
            blauwdruk = lezer.blauwdruk(groep, _bestaanden(werk, lezer, groep), _gedaan(werk, lezer, groep))
            som.update(blauwdruk.afdruk().encode())
            geschreven += schrijf(werk, blauwdruk)
        dossiers = sorted(dossier for dossier in werk.sessie.geschreven if dossier is not None)
        na = rijen.tellerstand()
        logregels = rijen.schrijfregels(dossiers)
        deel = Fusiedeel(
            id=deel_id(run, nummer),
            run_id=run,
            nummer=nummer,
            op=omgeving.nu(),
            groepen=groepen,
            rijen=tuple(geschreven),
            logregels=tuple((dossier, logregels[dossier] + 1) for dossier in dossiers),
            nummers=tuple(
                (jaar, voor.get(jaar, 0), stand) for jaar, stand in sorted(na.items()) if voor.get(jaar, 0) != stand
            ),
            afdruk=som.hexdigest(),
        )
        werk.fusiedelen.bewaar(deel)
        uit.nieuw += 1
        if not proef:
            werk.commit()
        return deel


def deel_id(run: str, nummer: int) -> str:
    """Return the id of a slice."""
    return f"{run}/{nummer:05d}"


def _bestaanden(werk: Werkeenheid, lezer: Huishoudlezer, groep: str) -> dict[str, Bestaand]:
    """Return who of a household is in the new gemeente already, by BSN or because an earlier run brought him."""
    gevonden: dict[str, Bestaand] = {}
    for bsn, persoon in lezer.bsns(groep).items():
        inwoner = werk.inwoners.met_bsn(bsn)
        if inwoner is not None:
            gevonden[persoon] = Bestaand(inwoner.id, inwoner.dossier_id)
    for persoon, kenmerk in lezer.inwoner_ids(groep).items():
        eerder = werk.inwoners.zoek(id=kenmerk)
        if eerder and persoon not in gevonden:
            gevonden[persoon] = Bestaand(eerder[0].id, eerder[0].dossier_id)
    return gevonden


def _gedaan(werk: Werkeenheid, lezer: Huishoudlezer, groep: str) -> frozenset[str]:
    records = lezer.hulprecords(groep)
    return frozenset(item.bronrecord for item in werk.herkomsten.zoek(bronrecord=records)) if records else frozenset()


def schrijf(werk: Werkeenheid, blauwdruk: Blauwdruk) -> list[tuple[str, str]]:
    """Store a blueprint in a unit of work; zaaknummers are handed out here, in order.

    Returns:
        Collection and id of every row.
    """
    rijen: list[tuple[str, str]] = []
    nummer = ZAAKTEKEN
    van_besluit: dict[str, str] = {}
    for naam, waarde in blauwdruk.waarden:
        if naam == "zaken" and isinstance(waarde, Zaak):
            nummer = werk.zaken.nieuw_nummer(waarde.ontvangen_op.year)
        klaar = _met_nummer(naam, waarde, van_besluit.get(getattr(waarde, "besluit_id", None) or "", nummer))
        if isinstance(klaar, Besluitrecord):
            van_besluit[klaar.id] = nummer
        if naam == "dossiers":
            werk.dossiers.nieuw(klaar)  # type: ignore[arg-type]
        elif naam == "zaken":
            werk.zaken.bewaar(klaar)  # type: ignore[arg-type]
        else:
            getattr(werk, naam).voeg_toe([klaar])
        rijen.append((naam, str(klaar.id)))  # type: ignore[attr-defined]
    ids = [item.id for item in blauwdruk.herkomsten]
    er_al = {item.id for item in werk.herkomsten.zoek(id=ids)} if ids else set()
    nieuw = [item for item in blauwdruk.herkomsten if item.id not in er_al]
    werk.herkomsten.voeg_toe(nieuw)
    return rijen + [("herkomsten", item.id) for item in nieuw]


def _met_nummer(naam: str, waarde: Waarde, nummer: str) -> Waarde:
    velden: dict[str, Any] = {}
    if naam == "zaken":
        velden = {"id": nummer}
    elif isinstance(waarde, Besluitrecord):
        velden = {"besluit": waarde.besluit.gewijzigd(zaak_id=nummer)}
    elif naam in ("leveringen", "bezwaren"):
        velden = {"zaak_id": nummer}
    return waarde.gewijzigd(**velden) if velden else waarde


def is_overgenomen(melding: Melding) -> bool:
    """Tell whether a melding came with a fusion."""
    return melding.loket.startswith("gemeente-")
