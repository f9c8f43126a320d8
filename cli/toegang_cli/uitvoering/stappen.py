"""The steps of the life cycle as commands: one function of the life cycle each, and what came out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from toegang.domain.besluit import Besluit
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.reden import Reden
from toegang.domain.regie import Regietoewijzing
from toegang.domain.team import Casusteam
from toegang.domain.voorstel import Voorstel
from toegang.domain.zaak import Zaak
from toegang.lifecycle.aanvraag import registreer_aanvraag
from toegang.lifecycle.beschikking import stel_beschikking_op
from toegang.lifecycle.besluit import Besluitopdracht, neem_besluit
from toegang.lifecycle.besluitinhoud import voorstel_in
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.sluiting import bepaal_archief, sluit
from toegang.lifecycle.team import stel_team_samen
from toegang.storage import Archiefrecord
from toegang_cli.invoer import lees_dag, lees_waarde
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.inzage import keur_inzage
from toegang_cli.uitvoering.regelmelding import waarschuw
from toegang_cli.uitvoering.vervolg import volgende_opdracht
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Proefomgeving, Werkplek, leesplek, werkplek, zaaknummer

T = TypeVar("T")


def team(naam: str, zaak_id: str, *, als: str | None, proef: bool) -> None:
    """Compose the team of a zaak."""

    def stap(plek: Werkplek, zaak: str) -> Casusteam:
        return stel_team_samen(plek.omgeving, plek.actor, zaak)

    doe_stap(naam, zaak_id, als, proef, stap, _toon_team, hook="compose_team")


def beleg(naam: str, zaak_id: str, *, als: str | None, proef: bool) -> None:
    """Place the regie over the household of a zaak."""

    def stap(plek: Werkplek, zaak: str) -> Regietoewijzing:
        return beleg_regie(plek.omgeving, plek.actor, zaak)

    doe_stap(naam, zaak_id, als, proef, stap, lambda regie: toon_velden(regievelden(regie)), hook="assign_regie")


def toon_regie(naam: str, zaak_id: str, *, als: str | None, als_json: bool, reden: str | None = None) -> None:
    """Show who holds regie over the household of a zaak, and who did before."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        detail = keur_inzage(naam, werk, zaak, reden=reden)
        verloop = werk.regie.verloop(zaak.dossier_id)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    if als_json:
        perioden = [regel.model_dump(mode="json", exclude={"dossier_id"}) for regel in verloop]
        toon_json({"gemeente": naam, "zaak": nummer, "dossier": zaak.dossier_id, "regie": perioden})
        return
    if not verloop:
        toon(f"De regie over het huishouden van zaak {nummer} is nog niet belegd.")
    for regel in verloop:
        velden = {"Sinds": regel.sinds, "Tot": regel.tot, **regievelden(regel.toewijzing)}
        toon_velden(velden)
        toon("")


def aanvraag(naam: str, zaak_id: str, op: str, *, als: str | None, proef: bool) -> None:
    """Register the aanvraag."""
    dag = lees_dag("--op", op)

    def stap(plek: Werkplek, zaak: str) -> Zaak:
        return registreer_aanvraag(plek.omgeving, plek.actor, zaak, dag)

    def laat_zien(zaak: Zaak) -> None:
        toon(f"De aanvraag in zaak {zaak.id} is geregistreerd op {als_tekst(dag)}.")

    doe_stap(naam, zaak_id, als, proef, stap, laat_zien)


def besluit(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Take a decision."""
    opdracht = lees_waarde(bestand, Besluitopdracht)

    def stap(plek: Werkplek, zaak: str) -> Besluit:
        return neem_besluit(plek.omgeving, plek.actor, zaak, opdracht)

    doe_stap(naam, zaak_id, als, proef, stap, toon_besluit)


def stel_op(
    naam: str, zaak_id: str, *, functie: str | None = None, op: str | None = None, als: str | None, proef: bool
) -> None:
    """Set the form of a decision and put its letters in line; or choose again who signs."""
    dag = lees_dag("--op", op) if op is not None else None

    def stap(plek: Werkplek, zaak: str) -> Besluitrecord:
        return stel_beschikking_op(plek.omgeving, plek.actor, zaak, functie=functie, op=dag)

    doe_stap(naam, zaak_id, als, proef, stap, _toon_concept, hook="draft_beschikking")


def sluit_zaak(naam: str, zaak_id: str, *, ingetrokken: bool, afspraken: bool, als: str | None, proef: bool) -> None:
    """Close a zaak."""

    def stap(plek: Werkplek, zaak: str) -> Zaak:
        return sluit(plek.omgeving, plek.actor, zaak, ingetrokken=ingetrokken, afspraken=afspraken)

    def laat_zien(gesloten: Zaak) -> None:
        toon(f"Zaak {gesloten.id} is gesloten met uitkomst {gesloten.uitkomst}.")

    doe_stap(naam, zaak_id, als, proef, stap, laat_zien)


def archiveer(naam: str, zaak_id: str, *, als: str | None, proef: bool) -> None:
    """Decide on the archive of a closed zaak."""

    def stap(plek: Werkplek, zaak: str) -> Archiefrecord:
        return bepaal_archief(plek.omgeving, plek.actor, zaak)

    doe_stap(naam, zaak_id, als, proef, stap, _toon_archief, hook="decide_archivering")


def doe_stap(
    naam: str,
    zaak_id: str,
    als: str | None,
    proef: bool,
    stap: Callable[[Werkplek, str], T],
    laat_zien: Callable[[T], None],
    *,
    hook: str | None = None,
    vervolg: bool = True,
) -> None:
    """Open the gemeente, take one step, show what came out and what the rules warn of, and say what comes next.

    Args:
        naam: key of the gemeente.
        zaak_id: zaaknummer as typed.
        als: medewerker that a trial user plays.
        proef: keep nothing.
        stap: what to do, with the place of work and the zaaknummer.
        laat_zien: shows what came out.
        hook: the hook of which the rules are told.
        vervolg: say what comes next in this zaak.
    """
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        uitkomst = stap(plek, nummer)
        laat_zien(uitkomst)
        if isinstance(plek.omgeving, Proefomgeving):
            waarschuw(plek.omgeving.gezien)
            zeg(NIETS_OPGESLAGEN)
            return
        with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
            zaak = werk.zaken.haal(nummer)
            besluiten = werk.besluiten.zoek(zaak_id=nummer)
            voorstel = voorstel_in(werk, nummer)
            sporen = [spoor for spoor in werk.sporen.zoek(zaak_id=nummer) if spoor.hook == hook]
    if isinstance(uitkomst, Voorstel):
        waarschuw(uitkomst.regels)
    elif isinstance(uitkomst, Besluit):
        waarschuw(besluiten[-1].regels)
    elif sporen:
        waarschuw(sporen[-1].regels)
    vorm_bekend = bool(besluiten) and besluiten[-1].concept is not None
    volgende = volgende_opdracht(zaak, naam, vorm_bekend=vorm_bekend, voorstel=voorstel)
    if volgende and vervolg:
        zeg(f"Volgende stap: {volgende}")


def _toon_team(samengesteld: Casusteam) -> None:
    toon_velden({"Team": samengesteld.team, "Waarom": _waarom(samengesteld.reden)})
    mensen = [(lid, "lid") for lid in samengesteld.leden] + [(lid, "adviseur") for lid in samengesteld.adviseurs]
    toon("")
    toon_tabel(
        ("Medewerker", "Als", "Rol", "Beoordeelt", "Waarom"),
        [(lid.medewerker, soort, lid.rol, lid.beoordeelt, lid.reden.tekst) for lid, soort in mensen],
        leeg="",
    )
    if samengesteld.gepasseerd:
        toon("", "Niet gekozen:")
        rijen = [(item.medewerker, item.reden.tekst) for item in samengesteld.gepasseerd]
        toon_tabel(("Medewerker", "Waarom"), rijen, leeg="")


def toon_besluit(genomen: Besluit) -> None:
    """Show a decision that was just taken."""
    toon_velden(
        {
            "Besluit": genomen.id,
            "Soort": genomen.soort,
            "Genomen op": genomen.datum,
            "Beoordelaar": genomen.beoordelaar.medewerker,
            "Toetser": genomen.toetser.medewerker if genomen.toetser else None,
            "Beslisser": genomen.beslisser.medewerker,
            "Voorzieningen": [item.naam for item in genomen.voorzieningen],
        }
    )


def _toon_concept(record: Besluitrecord) -> None:
    concept = record.concept
    assert concept is not None
    toon_velden(
        {
            "Vorm": concept.vorm,
            "Sjabloon": concept.sjabloon,
            "Ondertekent": _wie_tekent(record),
            "Dragers": [f"{item.voorziening} op {item.drager.lower()}" for item in concept.dragers],
            "Bijlagen": concept.bijlagen,
            "Waarom": _waarom(concept.reden),
            "Waarom zo ondertekend": _waarom(record.tekenreden) if record.tekenreden else None,
        }
    )


def _wie_tekent(record: Besluitrecord) -> str | None:
    if record.ondertekenaar is None or record.concept is None:
        return None
    return f"{record.ondertekenaar} ({record.tekenfunctie}), mandaat {record.mandaat}"


def _toon_archief(record: Archiefrecord) -> None:
    toon_velden(
        {
            "Resultaat": f"{record.besluit.resultaat} van de selectielijst",
            "Actiedatum": record.actiedatum or "nog niet bekend",
            "Archief bij": record.besluit.archiefactor,
            "Afwijking": record.besluit.afwijking,
            "Waarom": _waarom(record.besluit.reden),
        }
    )


def regievelden(regie: Regietoewijzing) -> dict[str, object]:
    """Return regie as it is shown."""
    return {
        "Wijze": regie.modus,
        "Regisseur": regie.regisseur or f"het huishouden zelf{f' ({regie.inwoner})' if regie.inwoner else ''}",
        "Indicatieregie": regie.indicatieregie,
        "Coördinatie": regie.coordinatie,
        "Casemanager": regie.casemanager,
        "Aanspreekpunt": regie.eerste_aanspreekpunt,
        "Grond": regie.grond,
        "Waarom": _waarom(regie.reden),
    }


def _waarom(reden: Reden) -> str:
    regels = f" ({', '.join(reden.regels)})" if reden.regels else ""
    return f"{reden.tekst}{regels}"
