"""From the table of scenarios, or from official test persons, to submissions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from toegang.domain.aanmelding import Aanmelding, Aanmeldlid, Aanmeldvraag
from toegang.domain.begrippen import Kanaal
from toegang.domain.huishouden import Persoonsgegevens
from toegang.domain.melding import Contact
from toegang.domain.organisatie import Organisatie
from toegang.lifecycle.aanmeldcontrole import HUISHOUDEN_ONBEKEND
from toegang_cli.brp import Persoonrecord
from toegang_cli.demo.personen import Personen
from toegang_cli.demo.scenario import Scenario
from toegang_cli.demo.scenarios import SCENARIOS

GEMEENTEN = ("schagen", "beekdaelen", "zwolle", "doetinchem")
ONTVANGEN_VOOR = timedelta(days=40)


@dataclass(frozen=True)
class Inzending:
    """A submission with the scenario it plays."""

    aanmelding: Aanmelding
    scenario: Scenario


def uit_scenarios(naam: str, organisatie: Organisatie, vandaag: date, aantal: int) -> list[Inzending]:
    """Return generated submissions for one gemeente; the same on every run.

    Args:
        naam: key of the gemeente.
        organisatie: its data, for code, name and areas.
        vandaag: the day.
        aantal: how many households; the table is walked through again when it is more.
    """
    blok = GEMEENTEN.index(naam) if naam in GEMEENTEN else len(GEMEENTEN)
    bron = Personen(naam, organisatie.gemeentecode, organisatie.naam, vandaag, blok)
    inzendingen = []
    for nummer in range(aantal):
        scenario = SCENARIOS[nummer % len(SCENARIOS)]
        bron.verhuis()
        client = bron.persoon(scenario.leeftijd)
        kind = bron.persoon(scenario.kind) if scenario.kind is not None else None
        kenmerk = f"demo-{scenario.naam}-{nummer // len(SCENARIOS) + 1}"
        inzendingen.append(_inzending(scenario, kenmerk, client, kind, organisatie, vandaag, nummer))
    return inzendingen


def uit_personen(
    records: list[Persoonrecord], bestand: Path, organisatie: Organisatie, vandaag: date
) -> list[Inzending]:
    """Return submissions for official test persons, each a household of one.

    The file says who the parents of a minor are, not who has gezag; so a letter about a minor will wait.

    Args:
        records: the persons.
        bestand: the file, for keys that differ per file.
        organisatie: data of the gemeente, for its areas.
        vandaag: the day.
    """
    merk = hashlib.sha256(bestand.read_bytes()).hexdigest()[:12]
    volwassen = [item for item in SCENARIOS if item.kind is None and not item.behapbaar]
    kinderen = [item for item in SCENARIOS if item.kind is not None]
    inzendingen = []
    for record in records:
        minderjarig = bool(record.persoon.minderjarig(vandaag))
        keuze = kinderen if minderjarig else volwassen
        scenario = keuze[record.nummer % len(keuze)]
        kenmerk = f"personen-{merk}-{record.nummer}"
        wie = "kind" if minderjarig else "client"
        lid = Aanmeldlid(verwijzing=wie, rol="KIND" if minderjarig else "CLIENT", persoon=record.persoon)
        aanmelding = _aanmelding(scenario, kenmerk, (lid,), organisatie, vandaag, record.nummer)
        omstandig = (*aanmelding.bijzonderheden, HUISHOUDEN_ONBEKEND)
        inzendingen.append(Inzending(aanmelding.gewijzigd(bijzonderheden=omstandig), scenario))
    return inzendingen


def _inzending(
    scenario: Scenario,
    kenmerk: str,
    client: Persoonsgegevens,
    kind: Persoonsgegevens | None,
    organisatie: Organisatie,
    vandaag: date,
    nummer: int,
) -> Inzending:
    leden = [Aanmeldlid(verwijzing="client", rol="OUDER" if kind else "CLIENT", persoon=client)]
    if kind is not None:
        gezag = ("client",) if scenario.gezag_bekend else None
        leden.append(Aanmeldlid(verwijzing="kind", rol="KIND", gezag=gezag, persoon=kind))
    return Inzending(_aanmelding(scenario, kenmerk, tuple(leden), organisatie, vandaag, nummer), scenario)


def _aanmelding(
    scenario: Scenario,
    kenmerk: str,
    leden: tuple[Aanmeldlid, ...],
    organisatie: Organisatie,
    vandaag: date,
    nummer: int,
) -> Aanmelding:
    ontvangen = vandaag - ONTVANGEN_VOOR
    gebieden = organisatie.gebieden
    return Aanmelding(
        kenmerk=kenmerk,
        kanaal=scenario.kanaal,
        ontvangen_op=ontvangen,
        leden=leden,
        hulpvragen=tuple(
            Aanmeldvraag(
                wet=vraag.wet,
                voor="kind" if vraag.voor == "kind" else "client",
                product=vraag.product,
                gespecialiseerd=vraag.gespecialiseerd,
                vervolgaanvraag=vraag.vervolg,
                woorden=vraag.woorden,
            )
            for vraag in scenario.vragen
        ),
        gebied=gebieden[nummer % len(gebieden)].id if gebieden else None,
        verliest_regie=scenario.verliest_regie,
        behapbaar=scenario.behapbaar,
        wil_geen_melding=scenario.behapbaar,
        contacten=(
            Contact(kanaal=Kanaal.WEBFORMULIER, op=ontvangen - timedelta(days=2)),
            Contact(kanaal=Kanaal.TELEFOON, op=ontvangen - timedelta(days=1)),
        ),
        aantal_professionals=scenario.professionals,
        zelfregie=scenario.zelfregie,
        bijzonderheden=scenario.bijzonderheden,
    )
