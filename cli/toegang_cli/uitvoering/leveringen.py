"""Deliveries on the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from toegang.domain.levering import Contactkenmerk, Levering, Leveringstatus, Leverreden, Stopreden, Uitvoering
from toegang.environment import Klok
from toegang.errors import Invoerfout
from toegang.lifecycle import levering as stappen
from toegang.lifecycle.facturatie import Factuurverzoek, factureer
from toegang.lifecycle.levering import Controleverzoek, Gedaan
from toegang_cli.invoer import lees_dag, lees_dag_of_niets, lees_toelichting, maak_waarde
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, toon_velden
from toegang_cli.uitvoering.nazorg import bericht_van, doe
from toegang_cli.uitvoering.regelmelding import waarschuw
from toegang_cli.werkplek import leesplek, zaaknummer

_CONTACT: TypeAdapter[str] = TypeAdapter(Contactkenmerk)
_BEDRAG = re.compile(r"(\d{1,7})(?:[.,](\d{1,2}))?")


def lijst(naam: str, *, te_controleren: bool, alles: bool, zaak_id: str | None, als_json: bool) -> None:
    """List deliveries; those that somebody must check now come first."""
    nummer = zaaknummer(zaak_id) if zaak_id else None
    vandaag = Klok.van_machine().vandaag()
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        gevonden = werk.leveringen.zoek(zaak_id=nummer) if nummer else werk.leveringen.zoek()
    gekozen = [item for item in gevonden if (alles or item.loopt) and (not te_controleren or _nu(item, vandaag))]
    gekozen.sort(key=lambda item: (item.controle_op or date.max, item.zaak_id, item.voorziening))
    if als_json:
        toon_json({"gemeente": naam, "op": vandaag, "leveringen": [velden(item) for item in gekozen]})
        return
    leeg = "er is niets te controleren" if te_controleren else "er zijn geen leveringen"
    toon_tabel(
        ("Levering", "Wat", "Door", "Stand", "Controle"),
        [_rij(item, vandaag) for item in gekozen],
        leeg=f"Gemeente {naam}: {leeg}.",
    )
    te_doen = sum(_nu(item, vandaag) for item in gekozen)
    if gekozen:
        toon("", f"{aantal(len(gekozen), 'levering', 'leveringen')}, waarvan {te_doen} nu te controleren.")


def velden(item: Levering) -> dict[str, Any]:
    """Return a delivery under stable keys, for ``--json``; no free text."""
    kaal = item.model_dump(mode="json", exclude={"controles": {"__all__": {"toelichting"}}})
    return {"levering": kaal.pop("id"), **kaal}


def wijs_toe(
    naam: str,
    welke: str,
    aanbieder: str,
    op: str,
    bericht: tuple[str | None, str | None],
    *,
    contact: str | None,
    als: str | None,
    proef: bool,
) -> None:
    """Assign a delivery to a provider."""
    dag = lees_dag("--op", op)
    bij_gezin = _contactkenmerk(contact)
    over = bericht_van(*bericht, dag)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.wijs_toe(plek.omgeving, plek.actor, welke, aanbieder, dag, over, bij_gezin),
        laat_zien=_laat_zien,
    )


def start(
    naam: str, welke: str, op: str, bericht: tuple[str | None, str | None], *, als: str | None, proef: bool
) -> None:
    """Record that a delivery began."""
    dag = lees_dag("--op", op)
    over = bericht_van(*bericht, dag)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.start(plek.omgeving, plek.actor, welke, dag, over),
        laat_zien=_laat_zien,
    )


def controleer(
    naam: str,
    welke: str,
    op: str,
    *,
    geleverd: bool,
    reden: str | None,
    toelichting: Path | None,
    opnieuw: str | None,
    als: str | None,
    proef: bool,
) -> None:
    """Record a check."""
    verzoek = Controleverzoek(
        op=lees_dag("--op", op),
        geleverd=geleverd,
        reden=Leverreden(reden.upper()) if reden else None,
        toelichting=lees_toelichting(toelichting),
        opnieuw_op=lees_dag_of_niets("--opnieuw", opnieuw),
    )
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.controleer(plek.omgeving, plek.actor, welke, verzoek),
        laat_zien=_laat_zien,
    )


def factuur(
    naam: str, welke: str, ruw: Mapping[str, str | None], *, akkoord: bool, als: str | None, proef: bool
) -> None:
    """Record an invoice."""
    verzoek = maak_waarde(
        Factuurverzoek,
        nummer=ruw["nummer"],
        van=lees_dag("--van", ruw["van"] or ""),
        tot=lees_dag("--tot", ruw["tot"] or ""),
        centen=_centen(ruw["bedrag"] or ""),
        ontvangen_op=lees_dag("--ontvangen", ruw["ontvangen"]) if ruw["ontvangen"] else Klok.van_machine().vandaag(),
        akkoord=akkoord,
        bericht=(ruw["bericht"] or "").upper(),
    )
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: factureer(plek.omgeving, plek.actor, welke, verzoek),
        laat_zien=_laat_zien,
    )


def stop(
    naam: str, welke: str, op: str, reden: str, bericht: tuple[str | None, str | None], *, als: str | None, proef: bool
) -> None:
    """Record the last day of a delivery."""
    dag = lees_dag("--op", op)
    over = bericht_van(*bericht, dag)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.stop(plek.omgeving, plek.actor, welke, dag, Stopreden(reden.upper()), over),
        laat_zien=_laat_zien,
    )


def _contactkenmerk(ruw: str | None) -> str:
    """Read the reference of a contact; what was typed is not shown, because it may be a name."""
    try:
        return _CONTACT.validate_python((ruw or "").strip())
    except ValidationError:
        raise Invoerfout(
            "--contact is geen kenmerk: hooguit 40 letters, cijfers, punten of streepjes, met minstens één cijfer.",
            vervolg="Noem geen naam; gebruik bijvoorbeeld het personeelsnummer bij de aanbieder.",
        ) from None


def door(item: Levering) -> str:
    """Say who delivers."""
    if item.uitvoering is not Uitvoering.AANBIEDER:
        return "pgb" if item.uitvoering is Uitvoering.PGB else "de gemeente"
    return item.aanbieder or "nog niemand"


def _laat_zien(uitkomst: Gedaan) -> None:
    item, let_op = uitkomst
    toon_velden(
        {
            "Levering": item.id,
            "Zaak": item.zaak_id,
            "Wat": item.naam,
            "Door": door(item),
            "Contact daar": item.contact or None,
            "Stand": item.status.in_woorden,
            "Toegewezen": item.toegewezen_op,
            "Gestart": item.gestart_op,
            "Gestopt": item.gestopt_op,
            "Reden": _reden(item),
            "Volgende controle": item.controle_op,
            "Facturen": aantal(len(item.facturen), "factuur", "facturen") if item.facturen else None,
        }
    )
    waarschuw(let_op)


def _reden(item: Levering) -> str | None:
    niet = item.status is Leveringstatus.NIET_GELEVERD and item.controles
    reden = item.controles[-1].reden if niet else item.stopreden
    return reden.lower().replace("_", " ") if reden else None


def _nu(item: Levering, vandaag: date) -> bool:
    return item.loopt and item.controle_op is not None and item.controle_op <= vandaag


def _rij(item: Levering, vandaag: date) -> tuple[object, ...]:
    wanneer = "nu" if _nu(item, vandaag) else item.controle_op.isoformat() if item.controle_op else None
    stand = item.status.in_woorden
    if item.status is Leveringstatus.GESTART and item.gestart_op:
        stand = f"gestart {item.gestart_op.isoformat()}"
    return (f"{item.zaak_id}/{item.voorziening}", item.naam, door(item), stand, als_tekst(wanneer))


def _centen(tekst: str) -> int:
    treffer = _BEDRAG.fullmatch(tekst.replace("€", "").strip())
    if treffer is None:
        raise Invoerfout("De waarde van --bedrag is geen bedrag.", vervolg="Schrijf hem als 312,50.")
    return int(treffer[1]) * 100 + int((treffer[2] or "0").ljust(2, "0"))
