"""Showing which letters were made, and recording that those of single zaken were sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from toegang.domain.brief import Briefstatus
from toegang.domain.levensloop import Stap
from toegang.errors import Afsluitcode, OpslagFout, ToegangFout
from toegang.letters.uitslag import Batchuitslag, Briefmelding
from toegang.lifecycle.bekendmaking import maak_bekend
from toegang.lifecycle.berichtverzending import verzend_berichten
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek, zaaknummer

_GENOEMD = 5


def verzonden(naam: str, op: str, zaak_id: str | None, *, als: str | None, proef: bool) -> Afsluitcode:
    """Record that letters were sent on a day; every zaak by itself.

    Args:
        naam: key of the gemeente.
        op: the day, which must be the one on the letters.
        zaak_id: only this zaak; ``None`` = all of which the letters bear that day.
        als: medewerker that a trial user plays.
        proef: keep nothing.

    Returns:
        DEELS when some zaken were refused, else the code of the first refusal.
    """
    dag = lees_dag("--op", op)
    nummer = zaaknummer(zaak_id) if zaak_id else None
    geweigerd: list[ToegangFout] = []
    gedaan = []
    with werkplek(naam, als, proef=proef) as plek:
        berichten = verzend_berichten(plek.omgeving, plek.actor, dag, nummer)
        geweigerd += berichten.geweigerd
        for zaak in _met_besluit(plek, nummer, dag) if berichten.verzonden else _te_verzenden(plek, nummer, dag):
            try:
                gedaan.append((zaak, maak_bekend(plek.omgeving, plek.actor, zaak, dag).bezwaar_tot))
            except OpslagFout:
                raise
            except ToegangFout as fout:
                geweigerd.append(fout)
    if nummer and geweigerd and not berichten.verzonden:
        raise geweigerd[0]
    if berichten.verzonden:
        toon(f"{aantal(len(berichten.verzonden), 'brief', 'brieven')} zonder besluit op een aanvraag: verzonden.")
    toon_tabel(
        ("Zaak", "Verzonden op", "Bezwaar tot en met"),
        [(zaak, dag, tot) for zaak, tot in gedaan],
        leeg=""
        if berichten.verzonden
        else f"Er zijn geen zaken met brieven van {als_tekst(dag)} die nog verzonden moeten worden.",
    )
    zeg(*(f"Geweigerd: {fout}" for fout in geweigerd), *([NIETS_OPGESLAGEN] if proef else []))
    if not geweigerd:
        return Afsluitcode.OK
    return Afsluitcode.DEELS if gedaan or berichten.verzonden else geweigerd[0].code


def _te_verzenden(plek: Werkplek, nummer: str | None, dag: date) -> list[str]:
    return [nummer] if nummer else _zaken_van(plek, dag)


def _met_besluit(plek: Werkplek, nummer: str | None, dag: date) -> list[str]:
    """Return the zaken of which a besluit goes too; one that was named need not have one."""
    return [zaak for zaak in _zaken_van(plek, dag) if nummer in (None, zaak)]


def _zaken_van(plek: Werkplek, dag: date) -> list[str]:
    """Return the zaken of which the decision is to be made known, and every letter is of that day."""
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        wachtend = [zaak.id for zaak in werk.zaken.zoek(status=Stap.BESCHIKKING)]
        gemaakt = {
            zaak: [
                brief
                for brief in werk.brieven.zoek(zaak_id=zaak)
                if brief.besluit_id is not None and brief.status is not Briefstatus.VERVALLEN
            ]
            for zaak in wachtend
        }
    return [
        zaak
        for zaak, brieven in gemaakt.items()
        if brieven and all(brief.status is Briefstatus.GEMAAKT and brief.dagtekening == dag for brief in brieven)
    ]


def toon_uitslag(naam: str, uitslag: Batchuitslag, doel: Path, dag: date, *, proef: bool, als_json: bool) -> None:
    """Show what a run made, or would make.

    Args:
        naam: key of the gemeente.
        uitslag: what it gave.
        doel: folder of the letters.
        dag: date on the letters.
        proef: nothing was kept.
        als_json: as JSON.
    """
    if als_json:
        toon_json(_als_json(naam, uitslag, doel, dag, proef=proef))
    else:
        _toon(naam, uitslag, doel, proef=proef)


def _toon(naam: str, uitslag: Batchuitslag, doel: Path, *, proef: bool) -> None:
    werkwoord = "te maken" if proef else "gemaakt"
    toon(
        f"Gemeente {naam}: {aantal(len(uitslag.gemaakt), 'brief', 'brieven')} {werkwoord}, "
        f"{len(uitslag.aangehouden)} aangehouden, {len(uitslag.mislukt)} mislukt."
    )
    if uitslag.hersteld:
        toon(f"{aantal(uitslag.hersteld, 'bestand', 'bestanden')} van een afgebroken ronde alsnog geschreven.")
    meldingen = [(item, "wacht") for item in uitslag.aangehouden] + [(item, "mislukt") for item in uitslag.mislukt]
    if meldingen:
        toon("")
        toon_tabel(
            ("Zaak", "Sjabloon", "Stand", "Waarom"),
            [(item.zaak, item.sjabloon, stand, item.uitleg) for item, stand in meldingen],
            leeg="",
        )
    if uitslag.gewaarschuwd:
        toon(f"Bij {aantal(len(uitslag.gewaarschuwd), 'brief', 'brieven')} waarschuwt een regel:")
        toon(*(f"  toegang beschikking controleer {brief}" for brief in uitslag.gewaarschuwd[:_GENOEMD]))
        meer = len(uitslag.gewaarschuwd) - _GENOEMD
        toon(*([f"  en nog {meer}; bekijk ze met --json"] if meer > 0 else []))
    if proef:
        zeg(NIETS_OPGESLAGEN)
    elif uitslag.niets_gedaan and uitslag.mislukt:
        zeg("Er is niets gemaakt. Herstel wat hierboven staat en draai deze opdracht nog eens.")
    elif uitslag.niets_gedaan:
        zeg("Er was niets te doen: alles wat gemaakt kon worden, was er al.")
    else:
        zeg(f"De brieven staan in {doel}.", f"Volgende stap: toegang beschikking verzonden --op DATUM -g {naam}")


def _als_json(naam: str, uitslag: Batchuitslag, doel: Path, dag: date, *, proef: bool) -> dict[str, object]:
    def regel(item: Briefmelding) -> dict[str, object]:
        reden = item.reden.value if item.reden else None
        return {
            "brief": item.brief,
            "zaak": item.zaak,
            "sjabloon": item.sjabloon,
            "reden": reden,
            "uitleg": item.uitleg,
        }

    return {
        "gemeente": naam,
        "proef": proef,
        "dagtekening": dag.isoformat(),
        "map": str(doel),
        "gemaakt": list(uitslag.gemaakt),
        "aangehouden": [regel(item) for item in uitslag.aangehouden],
        "mislukt": [regel(item) for item in uitslag.mislukt],
        "hersteld": uitslag.hersteld,
        "gewaarschuwd": list(uitslag.gewaarschuwd),
    }
