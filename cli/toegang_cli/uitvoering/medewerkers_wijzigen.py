"""One medewerker: shown, added, changed, away, back, and gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toegang.domain.begrippen import Wet
from toegang.domain.medewerker import Disciplineperiode, Medewerker, Registratiebewijs
from toegang.domain.rollen import Roltoekenning
from toegang.domain.veldfouten import veldfouten
from toegang.environment import Klok
from toegang.errors import Invoerfout
from toegang.lifecycle.medewerkers import (
    meld_afwezig,
    meld_terug,
    neem_in_dienst,
    neem_uit_dienst,
    regiedossiers,
    toets_medewerker,
    wijzig_rol,
)
from toegang_cli.discretie import mask
from toegang_cli.invoer import bestandsnaam, lees_dag, lees_gegevens
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_velden, zeg
from toegang_cli.uitvoering.bestaat import medewerker_moet_bestaan
from toegang_cli.uitvoering.medewerkers import met_werkgeversoort
from toegang_cli.uitvoering.regelmelding import waarschuw
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, leesplek, werkplek


def toon_medewerker(naam: str, medewerker: str, *, als_json: bool) -> None:
    """Show one medewerker with zaken and regie."""
    vandaag = Klok.van_machine().vandaag()
    with (
        leesplek(naam) as plek,
        plek.opslag.werk(plek.actor, alleen_lezen=True) as werk,
        medewerker_moet_bestaan(naam),
    ):
        mens = werk.medewerkers.haal(medewerker)
        zaken, regie = werk.caseload.zaken_van(mens.id), regiedossiers(werk, mens.id)
    if als_json:
        velden = {**mens.model_dump(mode="json"), "vandaag_aanwezig": mens.werkt_op(vandaag)}
        toon_json({"gemeente": naam, "medewerker": velden, "zaken": list(zaken), "regiedossiers": list(regie)})
        return
    toon_velden(
        {
            "Medewerker": mens.id,
            "Naam": mens.naam,
            "Functie": mens.functie,
            "Werkgever": f"{mens.werkgever} ({mens.werkgeversoort})",
            "Teams": mens.teams,
            "Disciplines": [_discipline(mens, item, vandaag) for item in mens.disciplines],
            "Wetten": mens.wetten,
            "Gebieden": mens.gebieden,
            "Registraties": [f"{item.soort} tot en met {item.geldig_tot.isoformat()}" for item in mens.registraties],
            "In dienst van": mens.in_dienst_van,
            "In dienst tot": mens.in_dienst_tot,
            "Vandaag": "aanwezig" if mens.werkt_op(vandaag) else "niet aanwezig",
            "Afwezig": [_periode(item.van, item.tot, item.vervanger) for item in mens.afwezig],
            "Account": f"{mens.account.uid}, sinds {mens.account.sinds.isoformat()}" if mens.account else None,
            "Rollen erbij": [_rol(item, vandaag) for item in mens.rollen],
            "Zaken": zaken,
            "Regie over": regie,
        }
    )


def nieuw(naam: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Add a medewerker from a file: the fields themselves, or one ``[[medewerker]]``.

    Raises:
        Invoerfout: the file is not right; all faults at once.
    """
    gegevens = lees_gegevens(bestand)
    rijen = gegevens.get("medewerker") if isinstance(gegevens, dict) else None
    rij = rijen[0] if isinstance(rijen, list) and len(rijen) == 1 else gegevens
    if isinstance(rij, dict) and not {"account", "rollen"}.isdisjoint(rij):
        raise Invoerfout(
            f"{bestandsnaam(bestand)}: een account of rol geeft u niet met een bestand.",
            vervolg="Laat 'account' en 'rollen' weg en gebruik: toegang medewerker account, of geef-rol",
        )

    def stap(plek: Werkplek) -> Medewerker:
        return neem_in_dienst(
            plek.omgeving, plek.actor, _lees(bestand, met_werkgeversoort(rij, plek.omgeving.organisatie))
        )

    _doe(naam, als, proef, stap, lambda mens: f"Medewerker {mens.id} is toegevoegd als {mens.functie}.")


def rolvelden(
    functie: str | None,
    lijsten: Mapping[str, Sequence[str] | None],
    disciplines: Sequence[str],
    wetten: Sequence[str],
    registraties: Sequence[str],
) -> dict[str, Any]:
    """Return the fields that change, read from the options.

    Raises:
        Invoerfout: an option has not the right form.
    """
    velden: dict[str, Any] = {naam: tuple(waarde) for naam, waarde in lijsten.items() if waarde}
    if functie is not None:
        velden["functie"] = functie
    if wetten:
        velden["wetten"] = tuple(_wet(tekst) for tekst in wetten)
    if disciplines:
        perioden = [_lees_discipline(tekst) for tekst in disciplines]
        velden["disciplines"] = tuple(periode.discipline for periode in perioden)
        velden["discipline_perioden"] = tuple(item for item in perioden if item.van or item.tot)
    if registraties:
        velden["registraties"] = tuple(_registratie(tekst) for tekst in registraties)
    if not velden:
        raise Invoerfout("U noemt niets dat verandert.", vervolg="Zie: toegang medewerker rol --help")
    return velden


def rol(naam: str, medewerker: str, velden: Mapping[str, Any], *, als: str | None, proef: bool) -> None:
    """Change what a medewerker does; a new registration replaces the one of the same register."""

    def stap(plek: Werkplek) -> Medewerker:
        anders = dict(velden)
        if "registraties" in anders:
            soorten = {bewijs.soort for bewijs in anders["registraties"]}
            with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
                oud = werk.medewerkers.haal(medewerker).registraties
            blijft = tuple(bewijs for bewijs in oud if bewijs.soort not in soorten)
            anders["registraties"] = (*blijft, *anders["registraties"])
        return wijzig_rol(plek.omgeving, plek.actor, medewerker=medewerker, velden=anders)

    def woorden(mens: Medewerker) -> str:
        return f"Medewerker {mens.id} is gewijzigd: {', '.join(sorted(velden)).replace('_', ' ')}."

    _doe(naam, als, proef, stap, woorden)


def afwezig(
    naam: str, medewerker: str, van: str | None, tot: str, vervanger: str | None, *, als: str | None, proef: bool
) -> None:
    """Record an absence, and say which work waits meanwhile."""
    laatste = lees_dag("--tot", tot)

    def stap(plek: Werkplek) -> Medewerker:
        eerste = lees_dag("--van", van) if van is not None else plek.omgeving.vandaag()
        return meld_afwezig(plek.omgeving, plek.actor, medewerker, eerste, laatste, vervanger)

    def woorden(mens: Medewerker) -> str:
        weg = mens.afwezig[-1]
        return f"{mens.id} is {_periode(weg.van, weg.tot, weg.vervanger)} afwezig."

    mens = _doe(naam, als, proef, stap, woorden)
    _zeg_werk(naam, mens, vervanger)


def terug(naam: str, medewerker: str, op: str | None, *, als: str | None, proef: bool) -> None:
    """Record that somebody works again."""

    def stap(plek: Werkplek) -> Medewerker:
        dag = lees_dag("--op", op) if op is not None else plek.omgeving.vandaag()
        return meld_terug(plek.omgeving, plek.actor, medewerker, dag)

    _doe(naam, als, proef, stap, lambda mens: f"{mens.id} is er weer.")


def uit_dienst(naam: str, medewerker: str, op: str, *, als: str | None, proef: bool) -> None:
    """Record the last working day."""
    dag = lees_dag("--op", op)

    def stap(plek: Werkplek) -> Medewerker:
        return neem_uit_dienst(plek.omgeving, plek.actor, medewerker, dag)

    mens = _doe(naam, als, proef, stap, lambda mens: f"De laatste werkdag van {mens.id} is {als_tekst(dag)}.")
    _zeg_werk(naam, mens, None)


def _doe(
    naam: str,
    als: str | None,
    proef: bool,
    stap: Callable[[Werkplek], Medewerker],
    woorden: Callable[[Medewerker], str],
) -> Medewerker:
    with werkplek(naam, als, proef=proef) as plek, medewerker_moet_bestaan(naam):
        mens = stap(plek)
        let_op = toets_medewerker(plek.omgeving, mens)
    toon(woorden(mens))
    waarschuw(let_op)
    if proef:
        zeg(NIETS_OPGESLAGEN)
    return mens


def _zeg_werk(naam: str, mens: Medewerker, vervanger: str | None) -> None:
    """Say what somebody who goes or is away still has."""
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        zaken, regie = len(werk.caseload.zaken_van(mens.id)), len(regiedossiers(werk, mens.id))
    if (zaken or regie) and vervanger is None:
        zeg(
            f"{mens.id} heeft nog {aantal(zaken, 'lopende zaak', 'lopende zaken')} en een rol in de regie over "
            f"{aantal(regie, 'huishouden', 'huishoudens')}. "
            f"Overdragen: toegang medewerker overdragen {mens.id} --verdeel -g {naam} --proef"
        )


def _lees(bestand: Path, rij: Any) -> Medewerker:
    try:
        return Medewerker.model_validate(rij)
    except ValidationError as fout:
        regels = "\n".join(f"  - {mask(regel)}" for regel in veldfouten(fout))
        raise Invoerfout(
            f"{bestandsnaam(bestand)} klopt niet:\n{regels}", vervolg="Herstel deze velden. Er is niets opgeslagen."
        ) from None


def _wet(tekst: str) -> Wet:
    try:
        return Wet(tekst.upper())
    except ValueError:
        raise Invoerfout("Deze wet bestaat niet.", vervolg=f"Kies uit: {', '.join(Wet)}.") from None


def _lees_discipline(tekst: str) -> Disciplineperiode:
    naam, _, rest = tekst.partition(":")
    van, _, tot = rest.partition(":")
    return Disciplineperiode(
        discipline=naam,
        van=lees_dag("--discipline", van) if van else None,
        tot=lees_dag("--discipline", tot) if tot else None,
    )


def _registratie(tekst: str) -> Registratiebewijs:
    soort, scheiding, dag = tekst.partition(":")
    if not scheiding or not soort.isalpha():
        raise Invoerfout(
            "--registratie heeft de vorm SOORT:DATUM.", vervolg="Bijvoorbeeld: --registratie SKJ:2031-12-31"
        )
    return Registratiebewijs(soort=soort.upper(), geldig_tot=lees_dag("--registratie", dag))


def _periode(van: date, tot: date, vervanger: str | None) -> str:
    wie = f", vervanger {vervanger}" if vervanger else ""
    return f"van {als_tekst(van)} tot en met {als_tekst(tot)}{wie}"


def _discipline(mens: Medewerker, discipline: str, dag: date) -> str:
    return discipline if discipline in mens.disciplines_op(dag) else f"{discipline} (geldt nu niet)"


def _rol(item: Roltoekenning, dag: date) -> str:
    tot = f" tot en met {als_tekst(item.tot)}" if item.tot else ""
    nu = "" if item.geldt_op(dag) else " (geldt nu niet)"
    return f"{item.rol.lower()} vanaf {als_tekst(item.van)}{tot}{nu}"
