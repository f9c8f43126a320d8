"""What one household becomes in the new gemeente: values only; who stores them and under which number comes later."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from toegang.domain.fusie import Herkomst, Waardeherkomst
from toegang.domain.huishouden import Dossier, Inwoner, Lid
from toegang.domain.waarde import Waarde
from toegang.fusion.afbeelding.canoniek import Herleiding, Persoonsrecord
from toegang.fusion.koppel.kenmerken import kenmerken_van
from toegang.fusion.project import Project

GEHEIM = 7


@dataclass(frozen=True)
class Mens:
    """One person out of one or more records, the first source first.

    Args:
        id: id of the person in the project.
        records: the records.
    """

    id: str
    records: tuple[Persoonsrecord, ...]

    @cached_property
    def eerste(self) -> Persoonsrecord:
        """The record that wins."""
        return self.records[0]

    def eerste_met(self, veld: str) -> Persoonsrecord:
        """Return the first record in which a field is filled; the first of all when none is."""
        return next((record for record in self.records if getattr(record, veld)), self.eerste)


@dataclass
class Blauwdruk:
    """All values of one household, in order of storing.

    Args:
        groep: id of the household.
        waarden: name of the collection → values.
        herkomsten: where they came from.
    """

    groep: str
    waarden: list[tuple[str, Waarde]] = field(default_factory=list)
    herkomsten: list[Herkomst] = field(default_factory=list)

    def afdruk(self) -> str:
        """Return the digest over everything: equal input gives equal bytes."""
        regels = [[naam, json.loads(waarde.model_dump_json())] for naam, waarde in self.waarden]
        regels += [["herkomsten", json.loads(item.model_dump_json(exclude={"run_id"}))] for item in self.herkomsten]
        return hashlib.sha256(json.dumps(regels, sort_keys=True).encode()).hexdigest()


def vast_id(soort: str, *delen: str) -> str:
    """Return an id that is the same at each run and says nothing of a person.

    Args:
        soort: letters that tell what it is, e.g. ``D`` for a dossier.
        *delen: what it is about.
    """
    return f"{soort}-{hashlib.sha256('|'.join(delen).encode()).hexdigest()[:16]}"


def maak_inwoner(project: Project, mens: Mens, dossier_id: str, bsn: str | None) -> Inwoner:
    """Return a person of the new gemeente; what is secret in one registration stays secret (L-133).

    Args:
        project: the project.
        mens: the person.
        dossier_id: the dossier.
        bsn: his number, when it is his for sure.
    """
    naam, adres = mens.eerste_met("geslachtsnaam"), mens.eerste_met("straat")
    partner = mens.eerste_met("partner_naam")
    # one record knows the own surname and that of the partner apart: that is the one to go by
    if partner.partner_naam and partner.geslachtsnaam:
        naam = partner
    geboren = next((item for item in mens.records if item.geboortedatum.datum is not None), mens.eerste)
    overleden = next((item.overleden for item in mens.records if item.overleden is not None), None)
    voornamen = mens.eerste_met("voornaam").voornaam or mens.eerste_met("voorletters").voorletters
    return Inwoner(
        id=vast_id("I", project.naam, mens.id),
        dossier_id=dossier_id,
        bsn=bsn,
        voornamen=voornamen,
        voorvoegsel=naam.voorvoegsel,
        geslachtsnaam=_leesbaar(naam.geslachtsnaam) or "onbekend",
        geslacht=next((item.geslacht for item in mens.records if item.geslacht in ("M", "V")), "O"),
        naamgebruik=partner.naamgebruik if partner.partner_naam else "E",
        partner_voorvoegsel=partner.partner_voorvoegsel,
        partner_geslachtsnaam=_leesbaar(partner.partner_naam),
        geboortedatum=geboren.geboortedatum.lo3(),
        straat=adres.straat,
        huisnummer=adres.huisnummer,
        huisletter=adres.huisletter,
        toevoeging=adres.toevoeging,
        postcode=adres.postcode,
        woonplaats=_leesbaar(adres.plaats),
        gemeentecode=project.definitie.gemeentecode,
        geheimhouding=GEHEIM if any(item.geheim for item in mens.records) else 0,
        overlijdensdatum=overleden.lo3() if overleden is not None else "",
    )


def afgeleid_van_mens(mens: Mens, inwoner: Inwoner) -> tuple[Waardeherkomst, ...]:
    """Return what of a person is not what stood in a column, each with the fixed rule that made it (F-20).

    Args:
        mens: the person.
        inwoner: what he became.
    """
    naam = inwoner.geslachtsnaam
    gevallen = (
        ("geslachtsnaam", {item.geslachtsnaam for item in mens.records}, naam, "VAST-HOOFDLETTERS"),
        (
            "partner_geslachtsnaam",
            {item.partner_naam for item in mens.records},
            inwoner.partner_geslachtsnaam,
            "VAST-HOOFDLETTERS",
        ),
        ("woonplaats", {item.plaats for item in mens.records}, inwoner.woonplaats, "VAST-HOOFDLETTERS"),
        ("voornamen", {""}, inwoner.voornamen, "VAST-VOORNAMEN"),
    )
    uit = [
        Waardeherkomst(veld=veld, kolom="", bron=" | ".join(sorted(bronnen)), doel=doel, conversieregel_id=regel)
        for veld, bronnen, doel, regel in gevallen
        if doel and doel not in bronnen
    ]
    if inwoner.bsn is None and any(item.bsn or item.bsn_ongeldig for item in mens.records):
        # a number that is no number, or that stands with somebody else too
        uit.append(Waardeherkomst(veld="bsn", kolom="", bron="", doel="", conversieregel_id="VAST-BSN-NIET-ZEKER"))
    if inwoner.geheimhouding and any(item.geheim is False for item in mens.records):
        uit.append(
            Waardeherkomst(veld="geheimhouding", kolom="", bron="nee | ja", doel="7", conversieregel_id="VAST-GEHEIM")
        )
    return tuple(uit)


def _leesbaar(tekst: str) -> str:
    """Return a name that stood in capitals only as a reader wants to see it; others stay as they are."""
    if not tekst.isupper() or len(tekst) < 2:
        return tekst
    return "-".join(deel.title() for deel in tekst.split("-"))


def maak_dossier(dossier_id: str, leden: Sequence[Inwoner], op: date, gebied: str | None) -> Dossier:
    """Return the dossier of a household.

    Args:
        dossier_id: its id.
        leden: its members.
        op: first day: that of the new gemeente.
        gebied: kern or wijk, when the new gemeente knows it.
    """
    rollen = [
        Lid(
            inwoner=lid.id,
            rol="KIND" if lid.minderjarig(op) and len(leden) > 1 else "CLIENT",
            minderjarig=lid.minderjarig(op),
        )
        for lid in leden
    ]
    return Dossier(id=dossier_id, aangemaakt_op=op, leden=tuple(rollen), gebied=gebied)


def herkomst_van(
    project: Project,
    run: str,
    dossier_id: str,
    doel: str,
    record: str,
    gemeente: str,
    herleiding: Sequence[Herleiding],
    extra: Mapping[str, Any] | None = None,
) -> Herkomst:
    """Return where a record came from (F-20): every value with the rule that made it.

    Args:
        project: the project.
        run: the run.
        dossier_id: the dossier.
        doel: collection and id.
        record: record id in the delivery.
        gemeente: code of the old gemeente.
        herleiding: the values.
        extra: decision, regulation, end, regime.
    """
    bron = project.definitie.bron_met_code(gemeente)
    afbeelding = project.afbeelding(bron.naam)
    return Herkomst(
        id=vast_id("HK", project.naam, doel, record),
        dossier_id=dossier_id,
        run_id=run,
        doel=doel,
        bronrecord=record,
        gemeentecode=gemeente,
        systeem=afbeelding.systeem,
        archiefvormer=afbeelding.archiefvormer,
        waarden=tuple(
            Waardeherkomst(
                veld=item.veld, kolom=item.kolom, bron=item.bron, doel=item.doel, conversieregel_id=item.regel
            )
            for item in herleiding
        ),
        **(extra or {}),
    )


def gebied_van(mensen: Sequence[Mens], gebieden: Mapping[str, str]) -> str | None:
    """Return the id of the kern where a household lives, when the new gemeente knows it by name."""
    for mens in mensen:
        for record in mens.records:
            gevonden = gebieden.get(record.kern.casefold()) or gebieden.get(record.plaats.casefold())
            if gevonden:
                return gevonden
    return None


def bsn_kaart(paren: Iterator[tuple[str, Persoonsrecord]]) -> dict[str, set[str]]:
    """Return the persons under each number; a number with more than one is nobody's for sure."""
    kaart: dict[str, set[str]] = {}
    for persoon, record in paren:
        if record.bsn is not None:
            kaart.setdefault(record.bsn, set()).add(persoon)
    return kaart


def eigen_bsn(mens: Mens, kaart: Mapping[str, set[str]]) -> str | None:
    """Return the number of a person when it is his for sure: one number, under which nobody else stands."""
    nummers = {record.bsn for record in mens.records if record.bsn is not None}
    eigen = {nummer for nummer in nummers if len(kaart.get(nummer, set())) == 1}
    return eigen.pop() if len(eigen) == 1 and len(nummers) == 1 else None


def adres_van(record: Persoonsrecord) -> str:
    """Return the address of a record, made alike."""
    return kenmerken_van(record).adres
