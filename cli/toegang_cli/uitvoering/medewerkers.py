"""The professionals of a gemeente: the list, and reading them in from TOML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toegang.domain.medewerker import Medewerker
from toegang.domain.organisatie import Organisatie
from toegang.domain.spoor import Oordeel
from toegang.domain.veldfouten import veldfouten
from toegang.errors import Invoerfout, NietToegestaan
from toegang.lifecycle.medewerkers import onbekend_in, toets_medewerker
from toegang.lifecycle.omgeving import Omgeving
from toegang.tenancy import Stand
from toegang_cli.invoer import bestandsnaam, lees_gegevens
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek


def lijst(naam: str, *, als_json: bool) -> None:
    """List the medewerkers of a gemeente."""
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        mensen = sorted(werk.medewerkers.zoek(), key=lambda mens: mens.id)
        last = Counter(werk.caseload.per_medewerker())
    if als_json:
        rijen = [{**mens.model_dump(mode="json"), "caseload": last[mens.id]} for mens in mensen]
        toon_json({"gemeente": naam, "medewerkers": rijen})
        return
    toon_tabel(
        ("Medewerker", "Naam", "Functie", "Teams", "Zaken"),
        [(mens.id, mens.naam, mens.functie, mens.teams, last[mens.id]) for mens in mensen],
        leeg=f"Gemeente {naam} heeft nog geen medewerkers. Lees ze in met: toegang medewerker importeer",
    )


def importeer(naam: str, bestand: Path, *, proef: bool) -> None:
    """Read medewerkers in from a TOML file with ``[[medewerker]]``; all or none.

    Raises:
        Invoerfout: a medewerker is not right; all faults at once.
    """
    rijen = _rijen(bestand)
    with werkplek(naam, proef=proef) as plek:
        mensen = _lees(bestand, rijen, plek.omgeving)
        with plek.omgeving.werk(plek.actor) as werk:
            bekend = {mens.id: mens for mens in werk.medewerkers.zoek()}
            # an account and a role are given by hand only; a file neither gives nor takes one
            mensen = [
                mens.gewijzigd(account=oud.account, rollen=oud.rollen) if (oud := bekend.get(mens.id)) else mens
                for mens in mensen
            ]
            if plek.gemeente.stand is Stand.PRODUCTIE:
                _weiger_andere_functie(mensen, bekend)
            gewijzigd = [mens for mens in mensen if bekend.get(mens.id) != mens]
            for mens in gewijzigd:
                werk.medewerkers.bewaar(mens)
            if gewijzigd:
                werk.log("medewerkers.ingelezen", detail={"aantal": str(len(gewijzigd))})
                werk.commit()
    nieuw = sum(1 for mens in gewijzigd if mens.id not in bekend)
    gelijk = len(mensen) - len(gewijzigd)
    gelezen = aantal(len(mensen), "medewerker", "medewerkers")
    toon(f"{gelezen} gelezen: {nieuw} nieuw, {len(gewijzigd) - nieuw} gewijzigd, {gelijk} ongewijzigd.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def _weiger_andere_functie(mensen: Iterable[Medewerker], bekend: Mapping[str, Medewerker]) -> None:
    """Refuse a file that changes what somebody with an account may do: that is for the teamleider, one by one."""
    anders = sorted(
        mens.id
        for mens in mensen
        if (oud := bekend.get(mens.id)) is not None and oud.account is not None and oud.functie != mens.functie
    )
    if anders:
        raise NietToegestaan(
            f"Dit bestand wijzigt de functie van wie een account heeft: {', '.join(anders)}. Er is niets opgeslagen.",
            vervolg="Dat doet een teamleider: toegang medewerker rol MEDEWERKER --functie FUNCTIE",
        )


def _rijen(bestand: Path) -> list[Any]:
    gelezen = lees_gegevens(bestand)
    rijen = gelezen.get("medewerker") if isinstance(gelezen, dict) else None
    if not isinstance(rijen, list) or not rijen:
        raise Invoerfout(
            f"In {bestandsnaam(bestand)} staat geen enkele [[medewerker]].",
            vervolg="Een voorbeeld staat bij: toegang medewerker importeer --help",
        )
    return rijen


def _lees(bestand: Path, rijen: list[Any], omgeving: Omgeving) -> list[Medewerker]:
    fouten: list[str] = []
    mensen: dict[str, Medewerker] = {}
    for nummer, rij in enumerate(rijen, start=1):
        try:
            mens = Medewerker.model_validate(met_werkgeversoort(rij, omgeving.organisatie))
        except ValidationError as fout:
            fouten += [f"medewerker {nummer}, {regel}" for regel in veldfouten(fout)]
            continue
        fouten += [f"medewerker {nummer}, {regel}" for regel in onbekend_in(mens, omgeving.organisatie)]
        fouten += [
            f"medewerker {nummer}, {item.regel} ({item.grondslag}): {item.boodschap}"
            for item in toets_medewerker(omgeving, mens)
            if item.oordeel is Oordeel.GEWEIGERD
        ]
        if mens.account is not None:
            fouten.append(f"medewerker {nummer}, account: koppelt u met 'toegang medewerker account'")
        if mens.rollen:
            fouten.append(f"medewerker {nummer}, rollen: geeft u met 'toegang medewerker geef-rol'")
        if mens.id in mensen:
            fouten.append(f"medewerker {nummer}, id: komt eerder in het bestand voor")
        mensen[mens.id] = mens
    if fouten:
        regels = "\n".join(f"  - {fout}" for fout in fouten)
        raise Invoerfout(
            f"{bestandsnaam(bestand)} klopt niet:\n{regels}", vervolg="Herstel deze velden. Er is niets opgeslagen."
        )
    return list(mensen.values())


def met_werkgeversoort(rij: Any, organisatie: Organisatie) -> Any:
    """Fill in the kind of employer, which the organisation knows already."""
    if not isinstance(rij, dict) or "werkgeversoort" in rij:
        return rij
    werkgever = next((item for item in organisatie.werkgevers if item.id == rij.get("werkgever")), None)
    return rij if werkgever is None else {**rij, "werkgeversoort": werkgever.soort}
