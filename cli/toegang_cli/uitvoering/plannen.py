"""Making and working with the plan of a household: one function of the life cycle each, and what came out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from toegang.domain.begrippen import Akkoord, Kanaal
from toegang.domain.datums import NEDERLAND
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import (
    Afspraak,
    Afspraakstand,
    Afspraakwijziging,
    Handtekening,
    Instemming,
    Instemmingstand,
    Kopie,
    Reactie,
    Tekenuitkomst,
)
from toegang.errors import Invoerfout
from toegang.lifecycle.plan import Planvoorstel, herzie_plan, stel_plan_vast
from toegang.lifecycle.planuitspraak import lever_kopie, reageer, stem_in, werk_afspraak_bij
from toegang.lifecycle.planuitspraak import teken as teken_plan
from toegang_cli.invoer import lees_dag, lees_tekst, lees_waarde
from toegang_cli.uitvoer import aantal, als_tekst, toon, zeg
from toegang_cli.uitvoering.regelmelding import waarschuw
from toegang_cli.uitvoering.vervolg import volgende_opdracht
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek, zaaknummer

Stap = Callable[[Werkplek, str], Planrecord]
TIJD = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def leg_vast(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record the plan of a household."""
    voorstel = lees_waarde(bestand, Planvoorstel)
    _doe(
        naam, zaak_id, als, proef, lambda plek, zaak: stel_plan_vast(plek.omgeving, plek.actor, zaak, voorstel), _nieuw
    )


def herzie(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Make a next version."""
    voorstel = lees_waarde(bestand, Planvoorstel)
    _doe(naam, zaak_id, als, proef, lambda plek, zaak: herzie_plan(plek.omgeving, plek.actor, zaak, voorstel), _nieuw)


def akkoord(
    naam: str,
    zaak_id: str,
    stand: str,
    wie: str,
    kanaal: str | None,
    op: str | None,
    tijd: str | None,
    opmerkingen: Path | None,
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Record what a resident says of the plan."""
    maak = lees_reactie(stand, wie, kanaal, op, tijd, opmerkingen)

    def stap(plek: Werkplek, zaak: str) -> Planrecord:
        return reageer(plek.omgeving, plek.actor, zaak, maak(plek))

    def laat_zien(record: Planrecord) -> None:
        laatste = record.reacties[-1]
        toon(f"Vastgelegd bij versie {record.plan.versie}: {laatste.stand} op {als_tekst(laatste.op)}.")
        waarschuw(record.regels)

    _doe(naam, zaak_id, als, proef, stap, laat_zien)


def lees_reactie(
    stand: str, wie: str, kanaal: str | None, op: str | None, tijd: str | None, opmerkingen: Path | None
) -> Callable[[Werkplek], Reactie]:
    """Read what a resident said; the day and the time are those of the clock, unless they were given.

    Raises:
        Invoerfout: the time is none, or the file with remarks cannot be read.
    """
    gekozen, weg, tekst = Akkoord(_code(stand)), _kanaal(kanaal), _lees(opmerkingen)
    if tijd is not None and not TIJD.fullmatch(tijd):
        raise Invoerfout("De waarde van --tijd is geen tijdstip.", vervolg="Schrijf hem als 14:30.")

    def maak(plek: Werkplek) -> Reactie:
        nu = plek.omgeving.nu().astimezone(NEDERLAND)
        dag = lees_dag("--op", op) if op else plek.omgeving.vandaag()
        moment = tijd or (None if op else nu.strftime("%H:%M"))
        return Reactie(wie=wie, stand=gekozen, op=dag, tijd=moment, kanaal=weg, opmerkingen=tekst)

    return maak


def teken(
    naam: str,
    zaak_id: str,
    wie: str,
    op: str | None,
    wijze: str | None,
    reden: Path | None,
    *,
    weigert: bool,
    niet_bereikt: bool,
    als_aanvraag: bool,
    als: str | None,
    proef: bool,
) -> None:
    """Record a signature, or that it does not come."""
    if weigert and niet_bereikt:
        raise Invoerfout("--weigert en --niet-bereikt gaan niet samen.", vervolg="Kies een van beide.")
    uitkomst = Tekenuitkomst.GETEKEND
    if weigert or niet_bereikt:
        uitkomst = Tekenuitkomst.GEWEIGERD if weigert else Tekenuitkomst.NIET_BEREIKT
    tekst = _lees(reden)

    def stap(plek: Werkplek, zaak: str) -> Planrecord:
        dag = lees_dag("--op", op) if op else plek.omgeving.vandaag()
        handtekening = Handtekening(wie=wie, uitkomst=uitkomst, op=dag, wijze=_code(wijze or ""), reden=tekst)
        return teken_plan(plek.omgeving, plek.actor, zaak, handtekening, als_aanvraag=als_aanvraag)

    def laat_zien(record: Planrecord) -> None:
        getekend = sum(item.uitkomst is Tekenuitkomst.GETEKEND for item in record.handtekeningen)
        erbij = " Het plan blijft geldig." if uitkomst is not Tekenuitkomst.GETEKEND else ""
        hoeveel = aantal(getekend, "handtekening", "handtekeningen")
        toon(f"Vastgelegd bij versie {record.plan.versie}: {uitkomst}. Er is nu {hoeveel}.{erbij}")

    _doe(naam, zaak_id, als, proef, stap, laat_zien)


def instemming(
    naam: str,
    zaak_id: str,
    antwoord: str,
    wie: str,
    kanaal: str | None,
    op: str | None,
    toelichting: Path | None,
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Record whether a resident consents to the support."""
    stand, weg, tekst = Instemmingstand(_code(antwoord)), _kanaal(kanaal), _lees(toelichting)

    def stap(plek: Werkplek, zaak: str) -> Planrecord:
        dag = lees_dag("--op", op) if op else plek.omgeving.vandaag()
        gegeven = Instemming(wie=wie, stand=stand, op=dag, kanaal=weg, toelichting=tekst)
        return stem_in(plek.omgeving, plek.actor, zaak, gegeven)

    def laat_zien(record: Planrecord) -> None:
        dag = als_tekst(record.instemmingen[-1].op)
        toon(f"Vastgelegd bij versie {record.plan.versie}: instemming {stand} op {dag}.")

    _doe(naam, zaak_id, als, proef, stap, laat_zien)


def afspraak(
    naam: str,
    zaak_id: str,
    nummer: int,
    stand: str,
    op: str | None,
    toelichting: Path | None,
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Record how far an agreement is."""
    gekozen, tekst = Afspraakstand(_code(stand)), _lees(toelichting)

    def stap(plek: Werkplek, zaak: str) -> Planrecord:
        dag = lees_dag("--op", op) if op else plek.omgeving.vandaag()
        return werk_afspraak_bij(plek.omgeving, plek.actor, zaak, nummer, gekozen, dag, tekst)

    def laat_zien(record: Planrecord) -> None:
        over = sum(not item.stand.is_klaar for item in record.afspraken)
        toon(f"Afspraak {nummer} is nu {gekozen}. Nog te doen: {aantal(over, 'afspraak', 'afspraken')}.")

    _doe(naam, zaak_id, als, proef, stap, laat_zien)


def kopie(naam: str, zaak_id: str, wijze: str, voor: str, op: str | None, *, als: str | None, proef: bool) -> None:
    """Record that a resident got a copy."""

    def stap(plek: Werkplek, zaak: str) -> Planrecord:
        dag = lees_dag("--op", op) if op else plek.omgeving.vandaag()
        return lever_kopie(plek.omgeving, plek.actor, zaak, Kopie(aan=voor, op=dag, wijze=_code(wijze)))

    def laat_zien(record: Planrecord) -> None:
        laatste = record.kopieen[-1]
        hoe = laatste.wijze.lower()
        toon(f"Vastgelegd: {laatste.aan} kreeg versie {record.plan.versie} op {als_tekst(laatste.op)} ({hoe}).")

    _doe(naam, zaak_id, als, proef, stap, laat_zien)


def _nieuw(record: Planrecord) -> None:
    plan = record.plan
    toon(f"Het plan is vastgelegd: {plan.soort}, versie {plan.versie} ({plan.id}).")
    weg = [str(item.nummer) for item in record.afspraken if _verviel_nu(item, record)]
    if weg:
        toon(f"Vervallen, want niet meer in het bestand: afspraak {', '.join(weg)}.")
    waarschuw(record.regels)


def _verviel_nu(item: Afspraak, record: Planrecord) -> bool:
    wijziging = Afspraakwijziging(stand=Afspraakstand.VERVALLEN, op=record.plan.vastgesteld_op)
    return item.zaak_id == record.zaak_id and item.verloop[-1:] == (wijziging,)


def _doe(
    naam: str, zaak_id: str, als: str | None, proef: bool, stap: Stap, laat_zien: Callable[[Planrecord], None]
) -> None:
    """Open the gemeente, do one thing with the plan, show what came out, and say what is next."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        record = stap(plek, nummer)
        laat_zien(record)
        if proef:
            zeg(NIETS_OPGESLAGEN)
            return
        with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
            zaak, besluiten = werk.zaken.haal(nummer), werk.besluiten.zoek(zaak_id=nummer)
    vervolg = volgende_opdracht(zaak, naam, vorm_bekend=bool(besluiten) and besluiten[-1].concept is not None)
    if vervolg:
        zeg(f"Volgende stap: {vervolg}")


def _code(tekst: str) -> str:
    return tekst.upper().replace("-", "_")


def _kanaal(tekst: str | None) -> Kanaal | None:
    return Kanaal(_code(tekst)) if tekst else None


def _lees(bestand: Path | None) -> str:
    return lees_tekst(bestand).strip() if bestand else ""
