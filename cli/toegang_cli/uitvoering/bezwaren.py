"""What happens to an objection, on the command line."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Bezwaar, Hoorzitting
from toegang.domain.dwangsom import Uitzondering
from toegang.domain.spoor import Regeltoets
from toegang.domain.termijnzaak import Termijnrecord
from toegang.errors import Conflict
from toegang.lifecycle import bezwaar as stappen
from toegang.lifecycle.bezwaarbesluit import Bezwaarbesluit, beslis_samen
from toegang.lifecycle.bezwaarhoren import leg_horen_vast, let_op_bij_horen
from toegang.lifecycle.bezwaarinboeken import Bezwaarschrift, koppel
from toegang.lifecycle.bezwaarinboeken import registreer as registreer_bezwaar
from toegang.lifecycle.bezwaarinbreng import lever_inbreng
from toegang.lifecycle.termijn import stel_in_gebreke
from toegang.lifecycle.termijn import verdaag as verdaag_termijn
from toegang.lifecycle.termijnen import Bezwaarfeiten, bezwaarfeiten
from toegang_cli.invoer import (
    lees_dag,
    lees_dag_of_niets,
    lees_tekst,
    lees_toelichting,
    lees_waarde,
    maak_waarde,
)
from toegang_cli.uitvoer import als_tekst, toon, toon_velden, zeg
from toegang_cli.uitvoering.bezwaarvelden import velden
from toegang_cli.uitvoering.nazorg import doe
from toegang_cli.uitvoering.regelmelding import waarschuw, zeg_regels
from toegang_cli.werkplek import Werkplek, zaaknummer


def registreer(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record an objection and say what comes next."""
    stuk, nummer = lees_waarde(bestand, Bezwaarschrift), zaaknummer(zaak_id)

    def laat_zien(uitkomst: tuple[Bezwaar, Besluitrecord | None]) -> None:
        bezwaar, record = uitkomst
        tot, bekend = (record.bezwaar_tot, record.bekendgemaakt_op) if record else (None, None)
        _toon(bezwaar)
        if tot is None:
            toon("Het besluit is nog niet bekendgemaakt. Dit bezwaar blijft bewaard tot de termijn begint (Awb 6:10).")
        else:
            toon("Het besluit blijft gelden zolang er niet op het bezwaar is beslist (Awb artikel 6:16).")
            if bezwaar.te_vroeg(bekend):
                zeg("Het kwam voor de termijn begon; dat maakt niet uit (Awb artikel 6:10).")
        if record is not None and bezwaar.tegen is not None:
            zeg(
                f"Dit bezwaar is ingeboekt tegen een {bezwaar.tegen.woord}. Gaat het over het besluit op de aanvraag "
                f"dat nog komt? Dan: toegang bezwaar koppel {bezwaar.id} --wacht -g {naam}"
            )
        zeg(f"Bevestig de ontvangst schriftelijk: toegang bezwaar bevestig {bezwaar.id} --op DATUM -g {naam}")
        if bezwaar.te_laat(tot):
            zeg(
                f"De termijn eindigde op {als_tekst(tot)}. Beoordeel of de inwoner dat te verwijten is: "
                f"toegang bezwaar vertraging {bezwaar.id} --verschoonbaar -g {naam}"
            )
        if bezwaar.ontbreekt:
            wat = ", ".join(deel.in_woorden for deel in bezwaar.ontbreekt)
            zeg(f"Er ontbreekt: {wat}. Vraag erom: toegang bezwaar vraag-herstel {bezwaar.id} --op DATUM --tot DATUM")

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: registreer_bezwaar(plek.omgeving, plek.actor, nummer, stuk),
        laat_zien=laat_zien,
    )


def bevestig(naam: str, kenmerk: str, op: str, *, als: str | None, proef: bool) -> None:
    """Record the confirmation of receipt."""
    dag = lees_dag("--op", op)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.bevestig(plek.omgeving, plek.actor, kenmerk, dag),
        laat_zien=_toon,
    )


def vraag_herstel(naam: str, kenmerk: str, op: str | None, tot: str, *, als: str | None, proef: bool) -> None:
    """Ask for repair in a letter, or record that it was asked."""
    dag, laatste = lees_dag_of_niets("--op", op), lees_dag("--tot", tot)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.vraag_herstel(plek.omgeving, plek.actor, kenmerk, dag, laatste),
        laat_zien=_toon,
    )


def hersteld(naam: str, kenmerk: str, op: str, *, als: str | None, proef: bool) -> None:
    """Record the repair."""
    dag = lees_dag("--op", op)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.herstel(plek.omgeving, plek.actor, kenmerk, dag),
        laat_zien=_toon,
    )


def vertraging(naam: str, kenmerk: str, *, verschoonbaar: bool, als: str | None, proef: bool) -> None:
    """Record whether coming late is excused."""
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.beoordeel_vertraging(plek.omgeving, plek.actor, kenmerk, verschoonbaar=verschoonbaar),
        laat_zien=_toon,
    )


def hoor(
    naam: str, kenmerk: str, op: str, door: tuple[str, ...], stukken_vanaf: str | None, *, als: str | None, proef: bool
) -> None:
    """Record a hearing."""
    zitting = maak_waarde(
        Hoorzitting,
        op=lees_dag("--op", op),
        door=door,
        stukken_vanaf=lees_dag_of_niets("--stukken-vanaf", stukken_vanaf),
    )

    def stap(plek: Werkplek) -> tuple[Bezwaar, tuple[Regeltoets, ...]]:
        gehoord = leg_horen_vast(plek.omgeving, plek.actor, kenmerk, zitting)
        with plek.omgeving.werk(plek.actor) as werk:
            return gehoord, let_op_bij_horen(plek.omgeving, werk, gehoord)

    def laat_zien(uitkomst: tuple[Bezwaar, tuple[Regeltoets, ...]]) -> None:
        gehoord, let_op = uitkomst
        _toon(gehoord)
        zeg_regels(let_op)
        if let_op:
            zeg("Zo kan er niet op het bezwaar worden beslist. Hoor opnieuw, en leg dat vast met een latere dag.")

    doe(naam, als, proef=proef, stap=stap, laat_zien=laat_zien)


def inbreng(naam: str, kenmerk: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record what the consulent says of the substance."""
    tekst = lees_tekst(bestand)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: lever_inbreng(plek.omgeving, plek.actor, kenmerk, tekst),
        laat_zien=_toon,
    )


def verdaag(
    naam: str, kenmerk: str, weken: int, op: str | None, waarom: Path | None, *, als: str | None, proef: bool
) -> None:
    """Adjourn the decision."""
    dag, reden = lees_dag_of_niets("--op", op), lees_toelichting(waarom)

    def stap(plek: Werkplek) -> Termijnrecord:
        zaak, feiten = _lopend(plek, kenmerk)
        return verdaag_termijn(plek.omgeving, plek.actor, zaak, weken, dag, feiten, reden=reden)

    def laat_zien(record: Termijnrecord) -> None:
        toon(f"Het besluit op bezwaar in zaak {record.zaak_id} is {weken} weken uitgesteld ({record.id}).")
        if dag is None:
            zeg(f"Dat geldt vanaf de dag waarop de brief is verzonden: toegang beschikking batch -g {naam}")
        zeg(f"De nieuwe laatste dag: toegang bezwaar termijn {kenmerk} -g {naam}")

    doe(naam, als, proef=proef, stap=stap, laat_zien=laat_zien)


def ingebrekestelling(
    naam: str, kenmerk: str, op: str, uitzondering: str | None, *, als: str | None, proef: bool
) -> None:
    """Record a notice of default."""
    dag = lees_dag("--op", op)
    reden = Uitzondering(uitzondering.upper()) if uitzondering else None

    def stap(plek: Werkplek) -> Termijnrecord:
        zaak, feiten = _lopend(plek, kenmerk)
        return stel_in_gebreke(plek.omgeving, plek.actor, zaak, dag, reden, feiten)

    def laat_zien(record: Termijnrecord) -> None:
        toon(f"De ingebrekestelling in zaak {record.zaak_id} is vastgelegd ({record.id}).")
        zeg(f"Wanneer de dwangsom loopt en de inwoner naar de rechter kan: toegang bezwaar termijn {kenmerk} -g {naam}")

    doe(naam, als, proef=proef, stap=stap, laat_zien=laat_zien)


def trek_in(naam: str, kenmerk: str, op: str, *, als: str | None, proef: bool) -> None:
    """Record the withdrawal."""
    dag = lees_dag("--op", op)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.trek_in(plek.omgeving, plek.actor, kenmerk, dag),
        laat_zien=_toon,
    )


def zend_door(naam: str, kenmerk: str, aan: str, op: str, *, als: str | None, proef: bool) -> None:
    """Record that it was forwarded."""
    dag = lees_dag("--op", op)

    def laat_zien(bezwaar: Bezwaar) -> None:
        _toon(bezwaar)
        zeg(f"Zet op het bezwaar de dag waarop het binnenkwam: {als_tekst(bezwaar.ontvangen_op)} (Awb artikel 6:15).")
        zeg(f"De brief aan wie bezwaar maakte, staat klaar: toegang beschikking batch -g {naam}")

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.zend_door(plek.omgeving, plek.actor, kenmerk, dag, aan),
        laat_zien=laat_zien,
    )


def koppelen(naam: str, kenmerk: str, besluit: str | None, *, als: str | None, proef: bool) -> None:
    """Tie an objection to another besluit, or let it wait for the one on the aanvraag."""
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: koppel(plek.omgeving, plek.actor, kenmerk, besluit),
        laat_zien=_toon,
    )


def besluit(naam: str, kenmerk: str, bestand: Path, ook: tuple[str, ...], *, als: str | None, proef: bool) -> None:
    """Record the decision on an objection, or on several against one besluit."""
    opdracht = lees_waarde(bestand, Bezwaarbesluit)

    def laat_zien(uitkomst: tuple[tuple[Bezwaar, ...], tuple[Regeltoets, ...]]) -> None:
        gedaan, let_op = uitkomst
        for nummer, bezwaar in enumerate(gedaan):
            if nummer:
                toon("")
            _toon(bezwaar)
        waarschuw(let_op)
        if bezwaar.uitkomst is not None and bezwaar.uitkomst.endswith("GEGROND") and bezwaar.uitkomst != "ONGEGROND":
            zeg("Verandert het recht van de inwoner, neem dan het nieuwe besluit in een zaak van hetzelfde dossier.")

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: beslis_samen(plek.omgeving, plek.actor, (kenmerk, *ook), opdracht),
        laat_zien=laat_zien,
    )


def _lopend(plek: Werkplek, kenmerk: str) -> tuple[str, Bezwaarfeiten]:
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        bezwaar = stappen.vind(werk, kenmerk)
    if not bezwaar.loopt:
        raise Conflict(
            f"Bezwaar {bezwaar.id} is al afgedaan.", vervolg=f"Bekijk het: toegang bezwaar toon {bezwaar.id}"
        )
    return bezwaar.zaak_id, bezwaarfeiten(bezwaar)


def _toon(bezwaar: Bezwaar) -> None:
    toon_velden(velden(bezwaar))
