"""Advice during the research as commands; the medical part is shown to its readers only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from toegang.domain.adviesaanvraag import Adviesaanvraag, Adviessoort, neemt_over
from toegang.domain.regelboek import boekregel
from toegang.lifecycle.advies import (
    Adviesantwoord,
    Adviesvraag,
    advies_van,
    lees_medisch,
    ontvang_advies,
    trek_advies_in,
    vraag_advies,
)
from toegang.storage import Werkeenheid
from toegang_cli.invoer import lees_dag, lees_waarde
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_velden, zeg
from toegang_cli.uitvoering.inzage import open_dossier
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer

_OVER_AANBIEDERS = "W-24"


def vraag(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Ask for advice."""
    ingediend, nummer = lees_waarde(bestand, Adviesvraag), zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        advies = vraag_advies(plek.omgeving, plek.actor, nummer, ingediend)
    toon(f"Het {_soort(advies)}advies is gevraagd op {als_tekst(advies.gevraagd_op)} ({advies.id}).")
    zeg(
        NIETS_OPGESLAGEN
        if proef
        else f"Komt het binnen: toegang gesprek advies ontvang {nummer} {advies.id} BESTAND -g {naam}"
    )


def ontvang(naam: str, zaak_id: str, advies_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record an advice."""
    antwoord, nummer = lees_waarde(bestand, Adviesantwoord), zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        advies = ontvang_advies(plek.omgeving, plek.actor, nummer, advies_id, antwoord)
    toon(f"Het {_soort(advies)}advies {advies.id} is ontvangen op {als_tekst(advies.ontvangen_op)}.")
    if advies.soort is Adviessoort.AANBIEDER:
        zeg(f"Bij het wegen ({_OVER_AANBIEDERS}): {boekregel(_OVER_AANBIEDERS).tekst}")
    if neemt_over(advies.conclusie, advies.medisch):
        zeg("Let op: de conclusie herhaalt een stuk van het medische deel. Ieder in de zaak kan de conclusie lezen.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def trek_in(naam: str, zaak_id: str, advies_id: str, op: str, *, als: str | None, proef: bool) -> None:
    """Withdraw a request."""
    dag, nummer = lees_dag("--op", op), zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        advies = trek_advies_in(plek.omgeving, plek.actor, nummer, advies_id, dag)
    toon(f"De vraag om {_soort(advies)}advies {advies.id} is ingetrokken op {als_tekst(dag)}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def toon_adviezen(
    naam: str, zaak_id: str, medisch: str | None, *, als: str | None, als_json: bool, reden: str | None = None
) -> None:
    """Show the advice in a zaak; the medical part of one of them when asked for and allowed."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        gelezen = _lees_medisch(werk, nummer, medisch) if medisch is not None else None
        if gelezen is None:
            open_dossier(naam, werk, zaak, reden)
        gevonden = (gelezen,) if gelezen else werk.adviezen.zoek(zaak_id=nummer)
        werk.commit()
    open_deel = gelezen.id if gelezen else ""
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, "adviezen": [_velden(item, open_deel) for item in gevonden]})
        return
    if not gevonden:
        toon(f"In zaak {nummer} is geen advies gevraagd.")
    for plek_, item in enumerate(gevonden):
        toon(*([""] if plek_ else []))
        toon_velden({naam_.replace("_", " "): _datum(item, naam_, w) for naam_, w in _velden(item, open_deel).items()})


def _lees_medisch(werk: Werkeenheid, zaak_id: str, advies_id: str) -> Adviesaanvraag:
    """Return one advice with its medical part: only for who asked for it and the readers it names (L-138)."""
    advies_van(werk, zaak_id, advies_id)
    return lees_medisch(werk, zaak_id, advies_id)


def _velden(advies: Adviesaanvraag, open_deel: str) -> dict[str, Any]:
    velden = advies.model_dump(mode="json", exclude={"dossier_id", "zaak_id", "medisch"})
    velden = {"advies": velden.pop("id"), **velden, "heeft_medisch_deel": bool(advies.medisch)}
    return velden | ({"medisch": advies.medisch} if advies.id == open_deel else {})


def _datum(advies: Adviesaanvraag, veld: str, waarde: Any) -> Any:
    """Return a day as a reader wants to see it, and anything else as it is."""
    return getattr(advies, veld) if veld.endswith("_op") else waarde


def _soort(advies: Adviesaanvraag) -> str:
    return "medisch " if advies.soort is Adviessoort.MEDISCH else ""
