"""Which letters go along which road, for who sends them."""

from __future__ import annotations

from datetime import date

from toegang.domain.brief import Brief, Briefstatus
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel
from toegang_cli.werkplek import werkplek


def lijst(naam: str, op: str | None, *, als: str | None, als_json: bool) -> None:
    """List the letters that were made and not sent yet, with their road and why.

    Args:
        naam: key of the gemeente.
        op: only letters that bear this date.
        als: medewerker that a trial user plays.
        als_json: the outcome as JSON.
    """
    dag = lees_dag("--op", op) if op else None
    with werkplek(naam, als) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        brieven = [brief for brief in werk.brieven.zoek(status=Briefstatus.GEMAAKT) if dag in (None, brief.dagtekening)]
    brieven.sort(key=lambda brief: (_weg(brief), brief.zaak_id))
    if als_json:
        toon_json({"gemeente": naam, "brieven": [_velden(brief) for brief in brieven]})
        return
    toon_tabel(
        ("Brief", "Zaak", "Weg", "Waarom"),
        [(brief.id, brief.zaak_id, _weg(brief), brief.bezorgreden) for brief in brieven],
        leeg=_leeg(dag),
    )
    digitaal = sum(_weg(brief) == "DIGITAAL" for brief in brieven)
    if brieven:
        toon(
            "", f"{aantal(len(brieven), 'brief', 'brieven')}: {digitaal} digitaal, {len(brieven) - digitaal} per post."
        )
    if digitaal:
        toon("Toegang verstuurt niet zelf: zet een digitale brief klaar in het portaal van de gemeente.")


def _weg(brief: Brief) -> str:
    return brief.bezorgweg.value if brief.bezorgweg else "POST"


def _leeg(dag: date | None) -> str:
    return (
        f"Er zijn geen brieven van {als_tekst(dag)} om te verzenden."
        if dag
        else "Er zijn geen brieven om te verzenden."
    )


def _velden(brief: Brief) -> dict[str, object]:
    return {
        "brief": brief.id,
        "zaak": brief.zaak_id,
        "sjabloon": brief.sjabloon,
        "dagtekening": brief.dagtekening,
        "weg": _weg(brief),
        "waarom": brief.bezorgreden,
    }
