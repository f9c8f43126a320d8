"""ZRM scores as commands: a table over time, and one more level."""

from __future__ import annotations

from datetime import date

from toegang.domain.gespreksmap import Zrmscore
from toegang.domain.levensdomeinen import zrm_domein, zrm_domeinen
from toegang.errors import Invoerfout
from toegang.lifecycle.zrm import leg_score_vast, scores_van
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.inzage import open_dossier
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer

_KOLOMMEN = 4
"""So many days fit in a table of 80 columns."""


def leg_vast(
    naam: str,
    zaak_id: str,
    domein: str | None,
    niveau: int | None,
    op: str | None,
    inwoner: str | None,
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Record one level.

    Raises:
        Invoerfout: only one of domain and level is given.
    """
    nummer = zaaknummer(zaak_id)
    if domein is None or niveau is None:
        raise Invoerfout("Geef --domein en --niveau allebei.", vervolg=f"Domeinen: {', '.join(zrm_domeinen())}.")
    dag = lees_dag("--op", op) if op else None
    with werkplek(naam, als, proef=proef) as plek:
        wanneer = dag or plek.omgeving.vandaag()
        score = leg_score_vast(plek.omgeving, plek.actor, nummer, domein, niveau, wanneer, inwoner)
    toon(f"Vastgelegd op {als_tekst(score.op)}: {zrm_domein(score.domein)}, niveau {score.niveau}.")
    zeg(NIETS_OPGESLAGEN if proef else f"Het verloop: toegang gesprek zrm {nummer} -g {naam}")


def toon_scores(
    naam: str, zaak_id: str, inwoner: str | None, *, als: str | None, als_json: bool, reden: str | None = None
) -> None:
    """Show the levels per domain over time; that they were read is logged."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        open_dossier(naam, werk, zaak, reden)
        scores = scores_van(werk, nummer, inwoner)
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, "scores": [item.model_dump(mode="json") for item in scores]})
        return
    dagen = sorted({item.op for item in scores})
    laatste = dagen[-_KOLOMMEN:]
    rijen = [_rij(domein, scores, laatste) for domein in zrm_domeinen() if any(i.domein == domein for i in scores)]
    kolommen = ("Domein", *(dag.isoformat() for dag in laatste), "Verschil")
    toon_tabel(kolommen, rijen, leeg=f"In het huishouden van zaak {nummer} zijn nog geen ZRM-scores van deze persoon.")
    if len(dagen) > len(laatste):
        zeg(f"Er zijn ook scores van {len(dagen) - len(laatste)} eerdere dagen; die ziet u met --json.")


def _rij(domein: str, scores: tuple[Zrmscore, ...], dagen: list[date]) -> tuple[object, ...]:
    """Return a row: the levels on these days, and the last minus the first of all."""
    eigen = {item.op: item.niveau for item in scores if item.domein == domein}
    niveaus = [eigen[dag] for dag in sorted(eigen)]
    verschil = f"{niveaus[-1] - niveaus[0]:+d}" if len(niveaus) > 1 else None
    return (zrm_domein(domein), *(eigen.get(dag) for dag in dagen), verschil)
