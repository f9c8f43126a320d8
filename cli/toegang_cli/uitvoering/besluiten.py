"""The road to a decision: what waits for whom, the proposal, the hearing, and the decision on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.besluit import Besluit
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.voorstel import Hoor, Voorstel, Voorstelstatus
from toegang.domain.zaak import Zaak
from toegang.lifecycle.besluit import neem_besluit
from toegang.lifecycle.besluitherziening import open_herziening
from toegang.lifecycle.besluitstand import Besluitstand, besluitstanden
from toegang.lifecycle.voorstel import dien_voorstel_in, leg_horen_vast
from toegang.lifecycle.zorgstart import zorgstart
from toegang_cli.invoer import lees_dag, lees_waarde
from toegang_cli.uitvoer import als_tekst, toon_json, toon_tabel, toon_velden
from toegang_cli.uitvoer import toon as druk
from toegang_cli.uitvoering.inzage import open_dossier
from toegang_cli.uitvoering.stappen import doe_stap, toon_besluit
from toegang_cli.werkplek import Werkplek, werkplek, zaaknummer

VOORSTEL_INGEZIEN = "voorstel.ingezien"
"""Act in the log: somebody read a proposal; that is not the file (L-147)."""


def lijst(naam: str, *, als: str | None, als_json: bool) -> None:
    """List what waits for a proposal, a check or a decision; of one medewerker when one is played."""
    with werkplek(naam, als) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        standen = besluitstanden(werk, plek.omgeving)
        if als is not None:
            functie = werk.medewerkers.haal(als).functie
            standen = tuple(stand for stand in standen if stand.is_voor(als, functie))
    if als_json:
        toon_json({"gemeente": naam, "medewerker": als, "besluiten": [_standvelden(stand) for stand in standen]})
        return
    toon_tabel(
        ("Zaak", "Wet", "Soort", "Wacht op", "Wie", "Sinds"),
        [
            (
                stand.zaak.id,
                stand.zaak.wet,
                stand.voorstel.opdracht.soort if stand.voorstel else None,
                stand.wacht_op,
                stand.wie,
                stand.sinds.isoformat(),
            )
            for stand in standen
        ],
        leeg=f"In gemeente {naam} wacht er geen besluit{' op ' + als if als else ''}.",
    )


def toon(naam: str, zaak_id: str, *, als: str | None, als_json: bool, reden: str | None = None) -> None:
    """Show proposals, checks, hearing and decisions of a zaak; who did is logged."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als) as plek, plek.omgeving.werk(plek.actor) as werk:
        zaak = werk.zaken.haal(nummer)
        open_dossier(naam, werk, zaak, reden, actie=VOORSTEL_INGEZIEN)
        voorstellen, besluiten = werk.voorstellen.zoek(zaak_id=nummer), werk.besluiten.zoek(zaak_id=nummer)
        starten = {item.id: zorgstart(werk, plek.omgeving, item) for item in besluiten}
        werk.commit()
    if als_json:
        velden = {
            "gemeente": naam,
            "zaak": zaak.id,
            "voorstellen": [voorstelvelden(item) for item in voorstellen],
            "besluiten": [_besluitvelden(item, starten[item.id]) for item in besluiten],
        }
        toon_json(velden)
        return
    if not voorstellen and not besluiten:
        druk(f"In zaak {zaak.id} is nog niets voorgesteld of besloten.")
    for voorstel in voorstellen:
        toon_voorstel(voorstel)
        druk("")
    for record in besluiten:
        _toon_record(record, starten[record.id])


def voorstel(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Hand in a proposal."""
    opdracht = lees_waarde(bestand, Besluitopdracht)

    def stap(plek: Werkplek, zaak: str) -> Voorstel:
        return dien_voorstel_in(plek.omgeving, plek.actor, zaak, opdracht)

    def laat_zien(gedaan: Voorstel) -> None:
        druk(f"Het voorstel is ingediend: {gedaan.id}, versie {gedaan.versie}, een {_woord(gedaan.opdracht.soort)}.")
        if gedaan.opdracht.moet_horen and gedaan.hoor is None:
            druk(f"Hoor eerst de inwoner: toegang besluit hoor {gedaan.zaak_id} BESTAND -g {naam}")

    doe_stap(naam, zaak_id, als, proef, stap, laat_zien)


def hoor(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record the hearing."""
    gehoord = lees_waarde(bestand, Hoor)

    def stap(plek: Werkplek, zaak: str) -> Voorstel:
        return leg_horen_vast(plek.omgeving, plek.actor, zaak, gehoord)

    def laat_zien(gedaan: Voorstel) -> None:
        assert gedaan.hoor is not None
        druk(f"Het horen bij voorstel {gedaan.id} is vastgelegd.")
        toon_velden(_hoorvelden(gedaan.hoor))

    doe_stap(naam, zaak_id, als, proef, stap, laat_zien)


def neem(naam: str, zaak_id: str, op: str | None, *, als: str | None, proef: bool) -> None:
    """Take the decision that was proposed."""
    dag = lees_dag("--op", op) if op else None

    def stap(plek: Werkplek, zaak: str) -> Besluit:
        return neem_besluit(plek.omgeving, plek.actor, zaak, op=dag)

    doe_stap(naam, zaak_id, als, proef, stap, toon_besluit)


def herzie(naam: str, zaak_id: str, *, als: str | None, proef: bool) -> None:
    """Open a zaak to review a running decision."""

    def stap(plek: Werkplek, zaak: str) -> Zaak:
        return open_herziening(plek.omgeving, plek.actor, zaak)

    def laat_zien(nieuw: Zaak) -> None:
        druk(f"Zaak {nieuw.id} is geopend om besluit {nieuw.herziet} te herzien.")
        druk(f"Stel daar eerst een team samen: toegang zaak team {nieuw.id} -g {naam}")

    doe_stap(naam, zaak_id, als, proef, stap, laat_zien, vervolg=False)


def toon_voorstel(item: Voorstel) -> None:
    """Show a proposal whole, with its checks and hearing."""
    opdracht = item.opdracht
    toon_velden(
        {
            "Voorstel": f"{item.id}, versie {item.versie}, {item.status.lower()}",
            "Soort": opdracht.soort,
            "Van": f"{item.steller.medewerker} ({item.steller.functie}), {als_tekst(item.op)}",
            "Voorzieningen": "\n".join(_regel(dict(deel)) for deel in opdracht.voorzieningen),
            "Minder dan gevraagd": opdracht.minder_dan_gevraagd or None,
            "Ten nadele": opdracht.ten_nadele or None,
            "Herziet": _herziening(opdracht),
            "Adviezen": "\n".join(
                f"{advies.van}, {'gevolgd' if advies.overgenomen else 'niet gevolgd'}: {advies.reden}"
                for advies in opdracht.adviezen
            ),
            "Lichter": opdracht.lichter,
            "Motivering": "\n".join(f"{kop}: {tekst}" for kop, tekst in opdracht.motivering.stappen),
            "Conclusie": opdracht.motivering.conclusie,
            **(_hoorvelden(item.hoor) if item.hoor else {}),
            "Toetsen": "\n".join(
                f"{als_tekst(toets.op)} {toets.door.medewerker}: {'akkoord' if toets.akkoord else 'terug'}"
                f"{f', {toets.reden}' if toets.reden else ''}"
                for toets in item.toetsen
            ),
        }
    )


def voorstelvelden(item: Voorstel) -> dict[str, Any]:
    """Return a proposal under stable keys, for ``--json``."""
    velden = item.model_dump(mode="json", exclude={"dossier_id", "zaak_id"})
    return {"voorstel": velden.pop("id"), **velden}


def _standvelden(stand: Besluitstand) -> dict[str, Any]:
    return {
        "zaak": stand.zaak.id,
        "wet": stand.zaak.wet.value,
        "wacht_op": stand.wacht_op,
        "functies": list(stand.functies),
        "medewerkers": list(stand.medewerkers),
        "sinds": stand.sinds,
        "voorstel": stand.voorstel.id if stand.voorstel else None,
        "soort": stand.voorstel.opdracht.soort.value if stand.voorstel else None,
    }


def _besluitvelden(record: Besluitrecord, start: Mapping[str, date | None]) -> dict[str, Any]:
    return {
        "besluit": record.id,
        "soort": record.besluit.soort.value,
        "datum": record.besluit.datum,
        "beoordelaar": record.besluit.beoordelaar.medewerker,
        "toetser": record.besluit.toetser.medewerker if record.besluit.toetser else None,
        "beslisser": record.besluit.beslisser.medewerker,
        "beslismandaat": record.beslismandaat,
        "voorstel": record.voorstel_id,
        "bekendgemaakt_op": record.bekendgemaakt_op,
        "bekendmakingen": [item.model_dump(mode="json") for item in record.bekendmakingen],
        "zorg_vanaf": dict(start),
    }


def _toon_record(record: Besluitrecord, start: Mapping[str, date | None]) -> None:
    toon_besluit(record.besluit)
    dagen = "\n".join(
        f"{voorziening}: {als_tekst(dag) if dag else 'na de bekendmaking'}" for voorziening, dag in start.items()
    )
    bekend = "\n".join(f"{als_tekst(item.op)}, {item.wijze}, aan {item.aan}" for item in record.bekendmakingen)
    toon_velden({"Mandaat": record.beslismandaat, "Bekendgemaakt": bekend, "Zorg mag starten": dagen})


def _regel(gevraagd: Mapping[str, Any]) -> str:
    delen = [str(gevraagd["product"]), gevraagd["omvang"], f"vanaf {gevraagd['ingangsdatum'].isoformat()}"]
    delen += [f"tot en met {gevraagd['einddatum'].isoformat()}"] if gevraagd["einddatum"] else []
    return ", ".join(deel for deel in delen if deel)


def _herziening(opdracht: Besluitopdracht) -> str:
    herziening = opdracht.herziening
    if herziening is None:
        return ""
    grond = herziening.grond.uitleg if herziening.grond else herziening.grond_in_woorden
    dag = f" per {herziening.ingaat_op.isoformat()}" if herziening.ingaat_op else ""
    return f"{herziening.besluit}{dag}{f' ({grond})' if grond else ''}"


def _hoorvelden(gehoord: Hoor) -> dict[str, object]:
    return {
        "Zienswijze gevraagd": gehoord.gevraagd_op,
        "Antwoord tot en met": gehoord.tot,
        "Ontvangen": gehoord.ontvangen_op,
        "Zienswijze": gehoord.zienswijze,
        "Niet gehoord": f"{gehoord.uitzondering} ({gehoord.uitzondering.artikel})" if gehoord.uitzondering else None,
        "Omdat": gehoord.reden,
    }


def _woord(soort: str) -> str:
    return Besluitsoort(soort).woord


STATUS_KLAAR = frozenset({Voorstelstatus.GETOETST, Voorstelstatus.TERUGGEGEVEN})
"""A check that was recorded."""
