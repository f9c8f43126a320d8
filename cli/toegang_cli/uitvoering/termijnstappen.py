"""What people do with a deadline, as commands: one function of the life cycle each, and the day that came out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from toegang.domain.datums import bedrag
from toegang.domain.dwangsom import Dwangsombesluit, Ingebrekestelling, Uitzondering
from toegang.domain.opschorting import Grond, Onderwerp, Opschorting, Verdaging
from toegang.domain.termijnketen import termijnketen
from toegang.domain.termijnzaak import Gebeurtenis, Termijnrecord
from toegang.lifecycle.bezwaar import vind
from toegang.lifecycle.dwangsombesluit import stel_dwangsom_vast
from toegang.lifecycle.procesbrief import brieven_van
from toegang.lifecycle.termijn import Opschortverzoek, hervat, schort_op, stel_in_gebreke, verdaag
from toegang.lifecycle.termijnafmelding import meld_af, trek_in
from toegang.lifecycle.termijnen import Bezwaarfeiten, beleid_van, bezwaarfeiten, feiten_van
from toegang_cli.invoer import lees_dag, lees_toelichting
from toegang_cli.uitvoer import als_tekst, toon, zeg
from toegang_cli.uitvoering.termijnen import WOORDEN
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek, zaaknummer


def opschorten(
    naam: str,
    zaak_id: str,
    grond: str,
    dagen: tuple[str | None, str | None, str | None],
    teksten: tuple[Path | None, Path | None],
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Suspend the term of the decision on an aanvraag; the days are --op, --uiterlijk and --medegedeeld."""
    (op, uiterlijk, medegedeeld), (ontbreekt, waarom) = dagen, teksten
    verzoek = Opschortverzoek(
        grond=Grond(grond.upper()),
        op=_dag("--op", op),
        uiterlijk=_dag("--uiterlijk", uiterlijk),
        medegedeeld_op=_dag("--medegedeeld", medegedeeld),
        ontbreekt=tuple(lees_toelichting(ontbreekt).splitlines()),
        reden=lees_toelichting(waarom),
    )
    _doe(naam, zaak_id, als, proef, lambda plek, zaak: schort_op(plek.omgeving, plek.actor, zaak, verzoek))


def hervatten(
    naam: str, zaak_id: str, op: str, kenmerk: str | None, medegedeeld: str | None, *, als: str | None, proef: bool
) -> None:
    """Let a suspended term run again."""
    dag, gemeld = lees_dag("--op", op), _dag("--medegedeeld", medegedeeld)

    def stap(plek: Werkplek, zaak: str) -> Termijnrecord:
        return hervat(plek.omgeving, plek.actor, zaak, dag, kenmerk=kenmerk, medegedeeld_op=gemeld)

    _doe(naam, zaak_id, als, proef, stap)


def verdagen(
    naam: str, zaak_id: str, weken: int, op: str | None, waarom: Path | None, *, als: str | None, proef: bool
) -> None:
    """Adjourn the decision on an aanvraag."""
    dag, reden = _dag("--op", op), lees_toelichting(waarom)

    def stap(plek: Werkplek, zaak: str) -> Termijnrecord:
        return verdaag(plek.omgeving, plek.actor, zaak, weken, dag, reden=reden)

    _doe(naam, zaak_id, als, proef, stap)


def dwangsom(naam: str, zaak_id: str, *, bezwaar: bool, als: str | None, proef: bool) -> None:
    """Fix a dwangsom by beschikking."""
    with werkplek(naam, als, proef=proef) as plek:
        nummer, feiten = _waarover(plek, zaak_id, bezwaar=bezwaar)
        record = stel_dwangsom_vast(plek.omgeving, plek.actor, nummer, feiten)
    besluit = record.gebeurtenis
    assert isinstance(besluit, Dwangsombesluit)
    toon(f"{_wat(besluit)} in zaak {nummer} ({record.id}).")
    toon(
        *(
            f"  {als_tekst(deel.van)} tot en met {als_tekst(deel.tot)}: {deel.dagen} x {bedrag(deel.per_dag_centen)} = "
            f"{bedrag(deel.centen)}"
            for deel in besluit.perioden
        )
    )
    zeg(NIETS_OPGESLAGEN if proef else f"De brief staat klaar: toegang beschikking batch -g {naam}")


def ingebrekestelling(
    naam: str, zaak_id: str, op: str, uitzondering: str | None, *, als: str | None, proef: bool
) -> None:
    """Record a notice of default."""
    dag, reden = lees_dag("--op", op), Uitzondering(uitzondering.upper()) if uitzondering else None
    _doe(naam, zaak_id, als, proef, lambda plek, zaak: stel_in_gebreke(plek.omgeving, plek.actor, zaak, dag, reden))


def _waarover(plek: Werkplek, zaak_id: str, *, bezwaar: bool) -> tuple[str, Bezwaarfeiten | None]:
    """Return the zaak, and what the chain must know of its objection when it is about that."""
    if not bezwaar:
        return zaaknummer(zaak_id), None
    # of several objections in one zaak the kenmerk of the objection says which
    kenmerk = zaak_id if zaak_id.startswith("BZ-") else zaaknummer(zaak_id)
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        gevonden = vind(werk, kenmerk)
    return gevonden.zaak_id, bezwaarfeiten(gevonden)


def afmelden(
    naam: str,
    zaak_id: str,
    sleutel: str,
    op: str,
    *,
    niet_nodig: bool,
    bezwaar: bool = False,
    als: str | None,
    proef: bool,
) -> None:
    """Report that something was done."""
    dag = lees_dag("--op", op)
    if not bezwaar:
        _doe(
            naam,
            zaak_id,
            als,
            proef,
            lambda plek, zaak: meld_af(plek.omgeving, plek.actor, zaak, sleutel, dag, niet_nodig=niet_nodig),
        )
        return
    with werkplek(naam, als, proef=proef) as plek:
        nummer, feiten = _waarover(plek, zaak_id, bezwaar=True)
        record = meld_af(plek.omgeving, plek.actor, nummer, sleutel, dag, niet_nodig=niet_nodig, bezwaar=feiten)
    toon(f"{_wat(record.gebeurtenis)} bij het bezwaar in zaak {nummer} ({record.id}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def intrekken(naam: str, zaak_id: str, kenmerk: str, *, als: str | None, proef: bool) -> None:
    """Take a record back."""
    _doe(naam, zaak_id, als, proef, lambda plek, zaak: trek_in(plek.omgeving, plek.actor, zaak, kenmerk))


def _doe(naam: str, zaak_id: str, als: str | None, proef: bool, stap: Callable[[Werkplek, str], Termijnrecord]) -> None:
    """Open the gemeente, do one thing, and say what it does to the term; on a trial run as it would be."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        record = stap(plek, nummer)
        vandaag = plek.omgeving.vandaag()
        with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
            zaak = werk.zaken.haal(nummer)
            # on a trial run storage does not know the new record, so it goes in here
            alle = werk.termijnzaken.zoek(zaak_id=nummer)
            andere = [item.gebeurtenis for item in alle if item.id != record.id and item.telt_voor("")]
            gebeurd = [*andere, record.gebeurtenis]
            keten = termijnketen(feiten_van(werk, zaak), gebeurd, vandaag, beleid_van(plek.omgeving))
    toon(f"{_wat(record.gebeurtenis)} in zaak {nummer} ({record.id}).")
    for termijn in keten:
        hoort = termijn.schakel is not None and termijn.schakel.over is Onderwerp.AANVRAAG
        if termijn.einde is not None and (hoort or termijn.schakel is None):
            woord = WOORDEN[termijn.stand]
            toon(f"{termijn.omschrijving.capitalize()}: {woord}; laatste dag {als_tekst(termijn.einde)}.")
            for tekst in termijn.toelichting:
                zeg(f"Let op: {tekst}")
    if proef:
        zeg(NIETS_OPGESLAGEN)
    else:
        zeg(*_brieven(plek, nummer, record.id, naam), f"De hele som: toegang termijn waarom {nummer} -g {naam}")


def _brieven(plek: Werkplek, nummer: str, aanleiding: str, naam: str) -> list[str]:
    """Say which letters this put in line."""
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        klaar = [brief for brief in brieven_van(werk, nummer, aanleiding) if brief.wacht]
    if not klaar:
        return []
    staat = "Er staat 1 brief" if len(klaar) == 1 else f"Er staan {len(klaar)} brieven"
    return [f"{staat} klaar; de dag van verzending telt. Maak ze met: toegang beschikking batch -g {naam}"]


def _wat(gebeurtenis: Gebeurtenis) -> str:
    if gebeurtenis.ingetrokken_op is not None:
        return f"De {gebeurtenis.soort.lower()} is ingetrokken"
    if isinstance(gebeurtenis, Opschorting):
        return _wat_opschorting(gebeurtenis)
    if isinstance(gebeurtenis, Dwangsombesluit):
        return _wat_dwangsom(gebeurtenis)
    if isinstance(gebeurtenis, Verdaging):
        vast = f"De verdaging van {als_tekst(gebeurtenis.medegedeeld_op)} is vastgelegd"
        return "De brief over het uitstel staat klaar" if gebeurtenis.wacht_op_brief else vast
    if isinstance(gebeurtenis, Ingebrekestelling):
        return f"De ingebrekestelling van {als_tekst(gebeurtenis.ontvangen_op)} is vastgelegd"
    return f"De afmelding van {gebeurtenis.sleutel} op {als_tekst(gebeurtenis.op)} is vastgelegd"


def _wat_opschorting(stil: Opschorting) -> str:
    if stil.wacht_op_brief:
        return "Het verzoek om aanvulling staat klaar"
    if stil.tot is not None:
        return f"De termijn loopt weer vanaf {als_tekst(stil.tot)}"
    return f"De termijn staat stil vanaf {als_tekst(stil.van)}"


def _wat_dwangsom(besluit: Dwangsombesluit) -> str:
    if besluit.uitzondering is not None:
        return "Er is besloten dat er geen dwangsom is"
    return f"De dwangsom is vastgesteld op {bedrag(besluit.centen)}"


def _dag(optie: str, tekst: str | None) -> date | None:
    return lees_dag(optie, tekst) if tekst is not None else None
