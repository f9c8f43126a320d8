"""The report of a gesprek as commands: record a version, show it, and say that the resident got it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from toegang.domain.gesprek import Gesprek, Verstrekking
from toegang.domain.levensdomeinen import levensdomeinen, zrm_domeinen
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.verslag import Verslag
from toegang.errors import Invoerfout
from toegang.lifecycle.gesprek import Gespreksverslag, leg_gesprek_vast, ontbreekt_nog, verslagen, verstrek_verslag
from toegang.lifecycle.gesprekreactie import reageer_op_verslag
from toegang_cli.invoer import lees_dag, lees_waarde
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_velden, zeg
from toegang_cli.uitvoering.inzage import open_dossier
from toegang_cli.uitvoering.plannen import lees_reactie
from toegang_cli.uitvoering.vervolg import volgende_opdracht
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, leesplek, werkplek, zaaknummer

_ONDERDELEN = {
    "a": "behoeften en wensen",
    "b": "eigen kracht en gebruikelijke hulp",
    "c": "mantelzorg en netwerk",
    "d": "steun voor de mantelzorger",
    "e": "algemene voorzieningen",
    "f": "samenwerking met zorg, onderwijs en werk",
    "g": "eigen bijdrage",
}


def verslag(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record a version of the report of a zaak, and say what it lacks or what comes next."""
    ingediend, nummer = lees_waarde(bestand, Gespreksverslag), zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        gesprek = leg_gesprek_vast(plek.omgeving, plek.actor, nummer, ingediend)
        wat = "Het gesprek" if gesprek.afgerond else "Deel 1 van het gesprek"
        toon(f"{wat} van {als_tekst(gesprek.op)} is vastgelegd (versie {gesprek.versie}, {gesprek.id}).")
        waarschuw(gesprek.regels)
        if not gesprek.afgerond:
            _zeg_wat_ontbreekt(ontbreekt_nog(gesprek))
        if proef:
            zeg(NIETS_OPGESLAGEN)
            return
        if gesprek.afgerond:
            zeg(f"Geef de inwoner het verslag: toegang gesprek verstrek {nummer} --op DATUM --hoe post -g {naam}")
        _zeg_volgende(plek, nummer, naam)


def toon_verslag(
    naam: str, zaak_id: str, versie: int | None, *, als: str | None, als_json: bool, reden: str | None = None
) -> None:
    """Show a version of the report; that it was read is logged.

    Raises:
        Invoerfout: there is no report, or not that version.
    """
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        open_dossier(naam, werk, zaak, reden)
        alle = verslagen(werk, nummer)
        gekozen = [item for item in alle if versie in (None, item.versie)]
        if not gekozen:
            raise Invoerfout(
                f"Zaak {nummer} heeft geen {'verslag' if not alle else f'versie {versie} van het verslag'}.",
                vervolg=f"Er zijn {len(alle)} versies." if alle else "Maak er een: toegang gesprek voorbeeld",
            )
        gesprek = gekozen[-1]
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, **_json(gesprek), "versies": [item.versie for item in alle]})
        return
    _toon(gesprek, len(alle))


def akkoord(
    naam: str,
    zaak_id: str,
    reactie: tuple[str, str, str | None, str | None, str | None, Path | None],
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Record what a resident says of the report."""
    nummer, maak = zaaknummer(zaak_id), lees_reactie(*reactie)
    with werkplek(naam, als, proef=proef) as plek:
        gesprek = reageer_op_verslag(plek.omgeving, plek.actor, nummer, maak(plek))
    laatste = gesprek.reacties[-1]
    toon(f"Vastgelegd bij versie {gesprek.versie} van het verslag: {laatste.stand} op {als_tekst(laatste.op)}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def verstrek(naam: str, zaak_id: str, op: str, hoe: str, *, als: str | None, proef: bool) -> None:
    """Record that the resident got the report."""
    dag, nummer = lees_dag("--op", op), zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        gesprek = verstrek_verslag(plek.omgeving, plek.actor, nummer, dag, Verstrekking(hoe.upper()))
        toon(f"De inwoner kreeg versie {gesprek.versie} van het verslag op {als_tekst(dag)} ({hoe}).")
        if proef:
            zeg(NIETS_OPGESLAGEN)
        else:
            _zeg_volgende(plek, nummer, naam)


def waarschuw(regels: Iterable[Regeltoets]) -> None:
    """Say what rules warn of."""
    for item in regels:
        if item.oordeel is Oordeel.WAARSCHUWING:
            zeg(f"Let op, {item.regel} ({item.grondslag}): {item.boodschap}")


def _zeg_wat_ontbreekt(regels: tuple[Regeltoets, ...]) -> None:
    zeg("Het gesprek is nog niet afgerond. Lever later het hele verslag in, met de oplossingen.")
    if regels:
        zeg("Dan is dit ook nodig:", *(f"  - {item.regel} ({item.grondslag}): {item.boodschap}" for item in regels))


def _zeg_volgende(plek: Werkplek, nummer: str, naam: str) -> None:
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        vervolg = volgende_opdracht(werk.zaken.haal(nummer), naam)
    if vervolg:
        zeg(f"Volgende stap: {vervolg}")


def _json(gesprek: Gesprek) -> dict[str, Any]:
    """Return the report in the form in which it can be handed in again, and what is known of it besides."""
    ingeleverd = gesprek.inhoud.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for veld in ("onderzoek", "levensdomeinen", "zrm"):
        if veld in ingeleverd:
            ingeleverd[veld] = dict(ingeleverd[veld])
    rest = gesprek.model_dump(mode="json", exclude={*Verslag.model_fields, "dossier_id", "zaak_id", "id"})
    return {"gesprek": gesprek.id, "afgerond": gesprek.afgerond, **rest, "verslag": ingeleverd}


def _toon(gesprek: Gesprek, aantal: int) -> None:
    toon(f"Verslag van het gesprek in zaak {gesprek.zaak_id}, versie {gesprek.versie} van {aantal}", "")
    tweede = gesprek.deel_2
    toon_velden(
        {
            "Gesprek": gesprek.op,
            "Plaats": gesprek.plaats,
            "Waarom niet thuis": gesprek.waarom_niet_thuis,
            "Gevoerd door": gesprek.gevoerd_door,
            "Gepland door": gesprek.gepland_door,
            "Aanwezig": [str(item) for item in gesprek.aanwezig],
            "Deel 2": f"{als_tekst(tweede.op)}, door {tweede.gevoerd_door}" if tweede else None,
            "Verantwoordelijkheid": _uitgelegd(gesprek.eigen_verantwoordelijkheid_uitgelegd),
            "Inbreng": gesprek.inbreng,
            "Eigen plan": gesprek.eigen_plan,
            "Vraag": gesprek.vraagverheldering,
            "Resultaat": gesprek.resultaat,
            "Samenhang": gesprek.samenhang,
        }
    )
    namen = levensdomeinen()
    _hoofdstuk("Levensdomeinen", {namen.get(id, id): tekst for id, tekst in gesprek.levensdomeinen})
    _hoofdstuk("Het hele gezin", gesprek.gezin.model_dump() if gesprek.gezin else {})
    _hoofdstuk("Wie kan wat doen", {item.van.lower(): item.wat for item in gesprek.bijdragen})
    onderzoek = {f"{letter}. {uitleg}": gesprek.antwoord(letter) for letter, uitleg in _ONDERDELEN.items()}
    _hoofdstuk("Onderzoek", onderzoek if gesprek.onderzoek else {})
    _hoofdstuk("ZRM", {zrm_domeinen().get(id, id): niveau for id, niveau in gesprek.zrm})
    _hoofdstuk("Persoonsgebonden budget", gesprek.pgb.model_dump() if gesprek.pgb else {})
    _hoofdstuk("Oplossingen", {"samengevat": gesprek.oplossingen})
    for plek, item in enumerate(gesprek.gekozen, start=1):
        _hoofdstuk(f"Oplossing {plek}", item.model_dump(mode="json"))
    for reactie in gesprek.reacties:
        kanaal = f", {reactie.kanaal.lower()}" if reactie.kanaal else ""
        wat = reactie.stand.lower().replace("_", " ")
        toon("", f"Reactie van {als_tekst(reactie.op)}{kanaal}: {wat}. {reactie.opmerkingen}".rstrip())
    gegeven = f"{als_tekst(gesprek.verstrekt_op)} ({gesprek.verstrekt_hoe})" if gesprek.verstrekt_op else "nog niet"
    toon("")
    toon_velden({"Inwoner zegt ervan": gesprek.akkoord, "Aan de inwoner gegeven": gegeven})


def _uitgelegd(waarde: bool | None) -> str | None:
    return None if waarde is None else f"{'' if waarde else 'niet '}uitgelegd"


def _hoofdstuk(kop: str, velden: dict[str, Any]) -> None:
    gevuld = {f"  {naam.replace('_', ' ')}": waarde for naam, waarde in velden.items() if waarde not in (None, "", [])}
    if gevuld:
        toon("", kop)
        toon_velden(gevuld)
