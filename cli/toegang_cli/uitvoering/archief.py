"""The archive: what is due on a day, a zaak as a bag, and the check of one."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from toegang.archive.lijst import Archiefregel, Lot, archieflijst
from toegang.archive.overdracht import exporteer as schrijf_overdracht
from toegang.archive.zak import controleer_zak
from toegang.environment import Klok
from toegang.errors import Afsluitcode, Invoerfout
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import toon, toon_json, toon_tabel, toon_velden
from toegang_cli.werkplek import leesplek, werkplek, zaaknummer


def lijst(naam: str, *, op: str | None, alles: bool, als_json: bool) -> None:
    """Show what would be destroyed or transferred on a day."""
    dag = lees_dag("--op", op) if op else Klok.van_machine().vandaag()
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        regels = archieflijst(werk, dag)
    getoond = [regel for regel in regels if alles or regel.lot is not Lot.LOOPT]
    if als_json:
        toon_json({"gemeente": naam, "op": dag.isoformat(), "zaken": [_als_json(regel) for regel in getoond]})
        return
    toon_tabel(
        ("Zaak", "Wet", "Resultaat", "Datum", "Wat"),
        [(r.zaak.id, r.zaak.wet, r.resultaat or None, r.datum, _wat(r)) for r in getoond],
        leeg=f"Op {dag.isoformat()} hoeft er in gemeente {naam} niets vernietigd of overgedragen te worden.",
    )
    _toon_som(regels)


def exporteer(naam: str, zaak: str, naar: Path, *, als: str | None, als_json: bool, proef: bool) -> None:
    """Write a zaak as a bag; a trial writes it, reads it back, and takes it away again."""
    nummer = zaaknummer(zaak)
    if not naar.is_dir():
        raise Invoerfout(f"De map {naar.name} is er niet.", vervolg="Maak haar eerst: mkdir " + naar.name)
    with werkplek(naam, als, proef=proef) as plek:
        klaar = schrijf_overdracht(plek.omgeving, plek.actor, nummer, naar, proef=proef)
    if als_json:
        toon_json(
            {"zaak": nummer, "stukken": klaar.stukken, "bestanden": klaar.bestanden, "sha256": klaar.sha256}
            | {"map": klaar.map.name, "proef": proef}
        )
        return
    if proef:
        toon(f"Zaak {nummer} kan worden overgedragen: {_aantal(len(klaar.stukken))}. Proef: er is niets bewaard.")
        return
    toon_velden(
        {
            "Zaak": nummer,
            "Map": klaar.map,
            "Stukken": list(klaar.stukken),
            "Bestanden": klaar.bestanden,
            "Manifest (sha256)": klaar.sha256,
        }
    )
    toon("", f"Volgende stap: toegang archief controleer {klaar.map}, op de plek waar zij bewaard wordt.")


def controleer(map_: Path, *, als_json: bool) -> Afsluitcode:
    """Read a bag back."""
    fouten = controleer_zak(map_)
    if als_json:
        toon_json({"goed": not fouten, "fouten": fouten})
    elif fouten:
        toon(f"De overdracht {map_.name} is niet zoals zij geschreven werd:", *(f"- {fout}" for fout in fouten))
        toon("", "Gebruik haar niet; maak een nieuwe met 'toegang archief exporteer'.")
    else:
        toon(f"De overdracht {map_.name} is volledig en ongewijzigd.")
    return Afsluitcode.CONTROLE if fouten else Afsluitcode.OK


def _wat(regel: Archiefregel) -> str:
    return " ".join((regel.lot.uitleg, *regel.waarom))


def _als_json(regel: Archiefregel) -> dict[str, object]:
    datum: date | None = regel.datum
    return {
        "zaak": regel.zaak.id,
        "dossier": regel.zaak.dossier_id,
        "wet": regel.zaak.wet,
        "wat": regel.lot,
        "resultaat": regel.resultaat or None,
        "datum": datum.isoformat() if datum else None,
        "waarom": regel.waarom,
    }


def _toon_som(regels: tuple[Archiefregel, ...]) -> None:
    if not regels:
        return
    per_lot = Counter(regel.lot for regel in regels)
    delen = [f"{per_lot[lot]} {lot.van_meer}" for lot in Lot if per_lot[lot]]
    zaken = "1 gesloten zaak" if len(regels) == 1 else f"{len(regels)} gesloten zaken"
    toon("", f"{zaken}: {', '.join(delen)}.")


def _aantal(stukken: int) -> str:
    return f"{stukken} stuk" if stukken == 1 else f"{stukken} stukken"
