"""How each gemeente stands: versions, last backup, batches that are not finished, the oldest overdue deadline."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from toegang.domain.batchverloop import KLAAR
from toegang.domain.termijnbeleid import termijnbeleid
from toegang.environment import BEVESTIGD, Klok, wie_handelt
from toegang.errors import Afsluitcode, ToegangFout
from toegang.lifecycle.termijnen import termijnen_van_alle
from toegang.plugins.ontdekking import zoek
from toegang.storage import Actor, Gemeenteopslag, revisie
from toegang.storage.schema import REVISIES
from toegang.tenancy import Register
from toegang.tenancy.instellingen import antwoorden_op
from toegang.tenancy.reservekopie import LAATSTE
from toegang_cli.kindproces import voer_in_kind, voor_elk
from toegang_cli.uitvoer import als_tekst, toon_json, toon_tabel, toon_velden
from toegang_cli.uitvoering.termijnen import te_halen

_GEDULD = 600.0


def status(naam: str | None, *, als_json: bool) -> Afsluitcode:
    """Show one gemeente, or all, each in a process of her own.

    Args:
        naam: the gemeente; ``None`` = all.
        als_json: as JSON.

    Returns:
        DEELS when one of them cannot be read.
    """
    if naam is not None:
        rij = _van(naam)
        toon_json(rij) if als_json else _toon_een(rij)
        return Afsluitcode.OK
    register = Register.standaard()
    rijen = list(voor_elk([regel.naam for regel in register.regels()], _in_kind))
    rijen += [_leeg(naam, "het aansluiten is niet af") for naam in register.onvoltooid()]
    if als_json:
        toon_json({"map": str(register.map), "databaseversie_nodig": REVISIES[-1], "gemeenten": rijen})
    else:
        kolommen = ("Gemeente", "Stand", "Plugin", "Versie", "Kopie", "Onaf", "Te laat", "Staat stil omdat")
        leeg = "Er is nog geen gemeente aangesloten. Begin met: toegang gemeente aansluiten NAAM"
        toon_tabel(kolommen, [_cellen(rij) for rij in rijen], leeg=leeg)
    return Afsluitcode.DEELS if any(rij["fout"] for rij in rijen) else Afsluitcode.OK


def _in_kind(naam: str) -> dict[str, Any]:
    kind = voer_in_kind("gemeente", "status", naam, "--json", geduld=_GEDULD)
    try:
        gelezen = json.loads(kind.uit)
    except ValueError:
        return _leeg(naam, kind.fout)
    return gelezen if isinstance(gelezen, dict) else _leeg(naam, kind.fout)


def _leeg(naam: str, fout: str) -> dict[str, Any]:
    return {
        "gemeente": naam,
        "titel": None,
        "stand": None,
        "plugin": None,
        "pluginversie": None,
        "opslag": None,
        "databaseversie": None,
        "bijgewerkt": None,
        "laatste_reservekopie": None,
        "open_batches": None,
        "open_zaken": None,
        "termijnen_te_laat": None,
        "oudste_te_laat": None,
        "fout": fout,
    }


def _van(naam: str) -> dict[str, Any]:
    register, klok = Register.standaard(), Klok.van_machine()
    ingeschreven, paden = register.haal(naam), register.paden(naam)
    rij = _leeg(naam, "") | {
        "titel": ingeschreven.titel,
        "stand": ingeschreven.stand.value,
        "plugin": ingeschreven.plugin,
    }
    try:
        rij["pluginversie"] = zoek(ingeschreven.plugin).versie
    except ToegangFout as storing:
        rij["fout"] = storing.boodschap
    try:
        with Gemeenteopslag.open(paden.database, paden.sleutel, naam, klok.nu, toets=False) as opslag:
            nu = revisie(opslag)
            rij |= {"opslag": opslag.motor.soort, "databaseversie": nu, "bijgewerkt": nu == REVISIES[-1]}
        if rij["bijgewerkt"]:
            rij |= _inhoud(register, naam, klok)
    except ToegangFout as storing:
        rij["fout"] = rij["fout"] or storing.boodschap
    if rij["bijgewerkt"] is False:
        rij["fout"] = rij["fout"] or "de database is van een andere versie"
    return rij


def _inhoud(register: Register, naam: str, klok: Klok) -> dict[str, Any]:
    """Count; nobody reads a file here, and no name leaves."""
    vandaag = klok.vandaag()
    antwoorden = antwoorden_op(register.lees_instellingen(naam), vandaag)
    beleid = termijnbeleid(antwoorden, frozenset(antwoorden.get(BEVESTIGD, "").split()))
    actor = Actor(uid=wie_handelt(register.paden(naam).map))
    with register.opslag(naam, klok.nu) as opslag, opslag.werk(actor, alleen_lezen=True) as werk:
        open_zaken = [zaak for zaak in werk.zaken.zoek() if zaak.open]
        standen = list(termijnen_van_alle(werk, open_zaken, vandaag, beleid))
        te_laat = [regel for regel in te_halen(standen, vandaag, 0) if (regel.over or 0) < 0]
        dagen = [regel.termijn.einde for regel in te_laat if regel.termijn.einde]
        return {
            "laatste_reservekopie": werk.kenmerken.get(LAATSTE),
            "open_batches": sum(batch.stand not in KLAAR for batch in werk.batches.zoek()),
            "open_zaken": len(open_zaken),
            "termijnen_te_laat": len(te_laat),
            "oudste_te_laat": min(dagen).isoformat() if dagen else None,
        }


def _kopie(rij: dict[str, Any]) -> str | None:
    op = rij["laatste_reservekopie"]
    return als_tekst(datetime.fromisoformat(op)) if op else None


def _cellen(rij: dict[str, Any]) -> tuple[object, ...]:
    namen = ("gemeente", "stand", "pluginversie", "databaseversie")
    kopie = (rij["laatste_reservekopie"] or "")[:10]
    return (*(rij[naam] for naam in namen), kopie, rij["open_batches"], rij["oudste_te_laat"], rij["fout"])


def _toon_een(rij: dict[str, Any]) -> None:
    toon_velden(
        {
            "Gemeente": f"{rij['titel']} ({rij['gemeente']})",
            "Stand": rij["stand"],
            "Plugin": f"{rij['plugin']} {rij['pluginversie'] or ''}".strip(),
            "Opslag": rij["opslag"],
            "Databaseversie": f"{rij['databaseversie']} (nodig: {REVISIES[-1]})",
            "Laatste reservekopie": _kopie(rij) or "nog nooit",
            "Open zaken": rij["open_zaken"],
            "Batches die niet af zijn": rij["open_batches"],
            "Termijnen te laat": rij["termijnen_te_laat"],
            "Oudste daarvan": rij["oudste_te_laat"],
            "Staat stil omdat": rij["fout"],
        }
    )
