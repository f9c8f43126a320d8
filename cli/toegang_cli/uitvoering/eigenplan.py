"""The resident's own plan as commands: record what happened, and show how it stands."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.gespreksmap import Eigenplanstand, Eigenplanstap
from toegang.errors import Invoerfout
from toegang.lifecycle.eigenplan import Eigenplanopgave, eigenplan_van, leg_eigenplan_vast
from toegang_cli.invoer import lees_dag, lees_waarde
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_velden, zeg
from toegang_cli.uitvoering.inzage import open_dossier
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer

_GEDAAN = {
    Eigenplanstap.AANGEBODEN: "De inwoner hoorde op {op} van het eigen plan.",
    Eigenplanstap.ONTVANGEN: "Het eigen plan van {op} is vastgelegd.",
    Eigenplanstap.AFGEZIEN: "De inwoner maakt geen eigen plan, sinds {op}.",
}


def leg_vast(
    naam: str, zaak_id: str, bestand: Path | None, aangeboden: str | None, *, als: str | None, proef: bool
) -> None:
    """Record what happened around the own plan.

    Raises:
        Invoerfout: both a file and a day are given, or a plan or reason without words.
    """
    nummer, opgave = zaaknummer(zaak_id), _opgave(bestand, aangeboden)
    with werkplek(naam, als, proef=proef) as plek:
        stand = leg_eigenplan_vast(plek.omgeving, plek.actor, nummer, opgave)
    toon(_GEDAAN[opgave.stap].format(op=als_tekst(opgave.op)))
    te_laat = stand.uiterlijk is not None and opgave.op > stand.uiterlijk
    if opgave.stap is Eigenplanstap.ONTVANGEN and te_laat:
        zeg(f"Let op: de inwoner had tot en met {als_tekst(stand.uiterlijk)}. Gebruik het plan toch in het gesprek.")
    elif opgave.stap is Eigenplanstap.AANGEBODEN and stand.uiterlijk is not None:
        zeg(f"De inwoner kan het inleveren tot en met {als_tekst(stand.uiterlijk)}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def toon_stand(naam: str, zaak_id: str, *, als: str | None, als_json: bool, reden: str | None = None) -> None:
    """Show how it stands with the own plan, with its words; that it was read is logged."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        open_dossier(naam, werk, zaak, reden)
        stand = eigenplan_van(werk, zaak)
        werk.commit()
    if als_json:
        velden = stand.model_dump(mode="json")
        toon_json({"gemeente": naam, "zaak": nummer, "verteld_op": stand.verteld_op, **velden})
        return
    toon_velden(_velden(stand))


def _velden(stand: Eigenplanstand) -> dict[str, object]:
    plan, afgezien = stand.plan, stand.afgezien
    return {
        "De inwoner hoorde ervan": stand.verteld_op or "dat staat nergens",
        "Inleveren tot en met": stand.uiterlijk,
        "Ontvangen": plan.op if plan else "nog niet" if afgezien is None else None,
        "Soort": plan.soort if plan else None,
        "Het plan": plan.tekst if plan else None,
        "Maakt er geen, sinds": afgezien.op if afgezien else None,
        "Omdat": afgezien.tekst if afgezien else None,
    }


def _opgave(bestand: Path | None, aangeboden: str | None) -> Eigenplanopgave:
    if bestand is not None and aangeboden is not None:
        raise Invoerfout("Geef een bestand of --aangeboden, niet allebei.", vervolg="Er is niets opgeslagen.")
    if bestand is None:
        return Eigenplanopgave(stap=Eigenplanstap.AANGEBODEN, op=lees_dag("--aangeboden", aangeboden or ""))
    opgave = lees_waarde(bestand, Eigenplanopgave)
    if opgave.stap is not Eigenplanstap.AANGEBODEN and not opgave.tekst.strip():
        wat = "waarom de inwoner er geen maakt" if opgave.stap is Eigenplanstap.AFGEZIEN else "het plan van de inwoner"
        raise Invoerfout(f"tekst: ontbreekt; schrijf daar {wat}.", vervolg="Er is niets opgeslagen.")
    return opgave
