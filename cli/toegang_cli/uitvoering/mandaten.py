"""The mandate register: what it says, what is wrong with it, and who may decide in a zaak."""

from __future__ import annotations

from datetime import date
from typing import Any

from toegang.domain.begrippen import Mandaatsoort, Wet
from toegang.domain.mandaat import Mandaat
from toegang.domain.mandaatregister import Registergebrek
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.organisatie import Organisatie
from toegang.errors import Invoerfout
from toegang.lifecycle.mandaatcontrole import Bevoegdheid, bevoegden, controleer_register
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import werkplek, zaaknummer

_HANDELING = {
    Mandaatsoort.BESLUIT: "beslissen en ondertekenen",
    Mandaatsoort.ONDERTEKENING: "ondertekenen",
    Mandaatsoort.BEZWAAR: "beslissen op bezwaar",
}


def lijst(naam: str, op: str | None, *, als_json: bool) -> None:
    """List the register, on a day or whole, with what is wrong in it."""
    dag = lees_dag("--op", op) if op else None
    with werkplek(naam) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        organisatie, vandaag = plek.omgeving.organisatie, plek.omgeving.vandaag()
        gebreken = controleer_register(werk, plek.omgeving)
    gekozen = [item for item in organisatie.mandaten if dag is None or item.geldt_op(dag)]
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "op": dag,
                "voorbeeld": organisatie.mandaatregister_is_voorbeeld,
                "mandaten": [item.model_dump(mode="json") for item in gekozen],
                "bestuursorganen": {wet: organisatie.orgaan(wet, dag or vandaag).naam for wet in Wet},
                "delegaties": [item.model_dump(mode="json") for item in organisatie.delegaties],
                "gebreken": [_gebrek(item) for item in gebreken],
            }
        )
        return
    if organisatie.mandaatregister_is_voorbeeld:
        zeg("Let op: dit is een voorbeeldregister; de gemeente heeft het niet vastgesteld.")
    for item in gekozen:
        gever = _gever(item, organisatie, dag or vandaag)
        toon_velden(_mandaatvelden(item, gever, geldt=item.geldt_op(dag or vandaag)))
        toon("")
    if not gekozen:
        toon(f"Er is geen enkel mandaat{f' op {dag.isoformat()}' if dag else ''}.")
    for delegatie in organisatie.delegaties:
        toon(f"Delegatie {delegatie.id}: over {', '.join(delegatie.wetten) or 'alles'} beslist {delegatie.naar}.")
    for gebrek in gebreken:
        toon(f"- {'' if gebrek.hard else 'Let op: '}{gebrek.zin}")


def toets(naam: str, zaak_id: str, medewerker: str | None, op: str | None, *, als: str | None, als_json: bool) -> None:
    """Say who may decide and sign in a zaak, and of everybody else why not."""
    nummer, dag = zaaknummer(zaak_id), lees_dag("--op", op) if op else None
    with werkplek(naam, als) as plek, plek.omgeving.werk(plek.actor) as werk:
        zaak = werk.zaken.haal(nummer)
        if medewerker is not None and not werk.medewerkers.zoek(id=medewerker):
            raise Invoerfout(
                "De medewerker achter --medewerker bestaat niet in deze gemeente.",
                vervolg=f"Bekijk wie er zijn: toegang medewerker lijst -g {naam}",
            )
        gevonden = bevoegden(werk, plek.omgeving, zaak, medewerker, dag)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, "medewerkers": [_velden(item) for item in gevonden]})
        return
    mogen = [item for item in gevonden if item.beslist or item.ondertekent or item.op_bezwaar]
    toon_tabel(
        ("Medewerker", "Functie", "Beslist op", "Ondertekent op", "Bezwaar op"),
        [(item.medewerker, item.functie, item.beslist, item.ondertekent, item.op_bezwaar) for item in mogen],
        leeg=f"Niemand mag in zaak {nummer} beslissen of ondertekenen.",
    )
    anderen = [item for item in gevonden if not (item.beslist and item.ondertekent)]
    if anderen:
        toon("", "Waarom niet:")
        toon_tabel(("Medewerker", "Beslissen", "Ondertekenen"), [_waarom(item) for item in anderen], leeg="")
    toon("", "Wie mag op een bezwaar beslissen?")
    for item in gevonden:
        if item.op_bezwaar or medewerker is not None or any(reden.startswith("L-22") for reden in item.niet_op_bezwaar):
            toon(f"- {item.medewerker}: {'; '.join(item.niet_op_bezwaar) or f'ja, op {item.op_bezwaar}'}")
    if not any(item.op_bezwaar for item in gevonden):
        toon("- Niemand in mandaat: dan beslist het bestuursorgaan zelf.")


def _waarom(item: Bevoegdheid) -> tuple[str, str, str]:
    beslissen, ondertekenen = "; ".join(item.niet_beslissen), "; ".join(item.niet_ondertekenen)
    return item.medewerker, beslissen or "mag", "hetzelfde" if ondertekenen == beslissen else ondertekenen or "mag"


def _velden(item: Bevoegdheid) -> dict[str, Any]:
    return {
        "medewerker": item.medewerker,
        "functie": item.functie,
        "beslist": item.beslist,
        "ondertekent": item.ondertekent,
        "niet_beslissen": list(item.niet_beslissen),
        "niet_ondertekenen": list(item.niet_ondertekenen),
        "op_bezwaar": item.op_bezwaar,
        "niet_op_bezwaar": list(item.niet_op_bezwaar),
    }


def _gebrek(item: Registergebrek) -> dict[str, Any]:
    return {"mandaten": list(item.mandaten), "boodschap": item.boodschap, "weigert": item.hard}


def _gever(item: Mandaat, organisatie: Organisatie, dag: date) -> str:
    """Return who gave an entry: as it says itself, else the body that decides under each of its acts."""
    if item.gever or item.ondermandaat_van:
        return item.gever or item.ondermandaat_van or ""
    per_orgaan: dict[str, list[str]] = {}
    for wet in sorted(item.wetten or Wet):
        orgaan = organisatie.orgaan(wet, dag)
        naam = "een bestuursorgaan dat de gemeente nog moet noemen" if orgaan.is_open else orgaan.naam
        per_orgaan.setdefault(naam, []).append(wet)
    if len(per_orgaan) == 1:
        return next(iter(per_orgaan))
    return "; ".join(f"{naam} ({', '.join(wetten)})" for naam, wetten in per_orgaan.items())


def _mandaatvelden(item: Mandaat, gever: str, *, geldt: bool) -> dict[str, object]:
    open_ = item.functie.startswith(VOORVOEGSEL)
    bedrag = f"tot {item.max_bedrag_centen / 100:.2f} euro" if item.max_bedrag_centen is not None else ""
    duur = f"tot {item.max_duur_maanden} maanden" if item.max_duur_maanden is not None else ""
    einde = item.geldig_tot.isoformat() if item.geldig_tot else ""
    vervangers = [naam for naam in (item.vervangende_functie, *item.vervangers) if naam]
    return {
        "Mandaat": f"{item.id}{'' if geldt else ' (geldt niet op deze dag)'}",
        "Functie": "nog niet ingevuld" if open_ else item.functie,
        "Mag": _HANDELING[item.soort],
        "Gegeven door": gever,
        "Wetten": sorted(item.wetten) or "alle",
        "Besluiten": sorted(item.besluitsoorten) or "alle",
        "Producten": sorted(item.producten) or "alle",
        "Grenzen": ", ".join(filter(None, (bedrag, duur))) or "geen",
        "Looptijd": f"{item.geldig_van.isoformat()} tot en met {einde}"
        if einde
        else f"vanaf {item.geldig_van.isoformat()}",
        "Artikel": item.artikel,
        "Bron": item.bron,
        "Doorgeven": "mag" if item.ondermandaat else None,
        "Rust op": item.ondermandaat_van,
        "Vervangen door": f"{', '.join(vervangers)}, alleen bij afwezigheid" if vervangers else None,
        "Instemming": " en ".join(filter(None, (item.instemming, item.instemming_werkgever))),
    }
