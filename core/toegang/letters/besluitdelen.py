"""The parts of a letter that carries a decision: dictum, reasons, grounds, remedies."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitsoort, Drager, Wet
from toegang.domain.besluit import Advies, Besluit, Voorziening
from toegang.domain.besluitgronden import afwijzingsgrond, motiveringskoppen
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.openstaand import vereis
from toegang.domain.termijnen import bezwaartermijn
from toegang.domain.termijnparameters import termijnparameter
from toegang.letters.besluitonderdelen import Adviesregel, Besluitgegevens, Grondslag, Motiveringsstap, zonder_dubbele
from toegang.letters.bronnen import Briefbron
from toegang.letters.matrix import Brievenmatrix, Matrixregel
from toegang.letters.onderdelen import Briefsoort, Rechtsmiddel
from toegang.letters.tekst import hoofdletter, met_lidwoord, telwoord, zonder_schema
from toegang.letters.wijzigingsdelen import (
    aanvulling_van,
    besliste_voorzieningen,
    voorschot_van,
    voorzieningregel,
    weigeringsredenen,
    wijziging_van,
    wijzigingsgrondslag,
)

ONDERZOEKSKOPPEN = {
    "a": "Wat u nodig heeft en belangrijk vindt",
    "b": "Wat u zelf kunt, en wie er bij u in huis helpt",
    "c": "Wat mantelzorgers en uw omgeving kunnen doen",
    "d": "Wat uw mantelzorger nodig heeft",
    "e": "Hulp die voor iedereen beschikbaar is",
    "f": "Hulp van anderen, zoals zorgverzekeraar, school of werk",
    "g": "De eigen bijdrage",
}
"""Headings of the research by the letters of Wmo 2015, 2.3.2 lid 4 (L-53)."""


ONDERWERP_VAN = {
    Besluitsoort.WIJZIGING: "Verandering",
    Besluitsoort.INTREKKING: "Intrekking",
    Besluitsoort.BEEINDIGING: "Einde",
    Besluitsoort.BUITEN_BEHANDELING: "Uw aanvraag",
    Besluitsoort.VERLENGING: "Verlenging",
    Besluitsoort.TIJDELIJK: "Tijdelijk besluit",
    Besluitsoort.VOORSCHOT: "Voorschot",
}


def besluitonderwerp(soort: Besluitsoort, waarover: str) -> str:
    """Return the heading of a letter: what kind of decision it is, and what about.

    Args:
        soort: kind of decision.
        waarover: the provision, or the product line.
    """
    return f"{ONDERWERP_VAN.get(soort, 'Besluit op uw aanvraag')}: {waarover}"


def besluitgegevens(bron: Briefbron, record: Besluitrecord, regel: Matrixregel) -> Besluitgegevens:
    """Compose the decision as it is printed.

    Args:
        bron: the domain values.
        record: the decision.
        regel: the letter.

    Returns:
        What this paper decides on, with its reasons and grounds.

    Raises:
        NietToegestaan: the verordening to cite is an open key.
    """
    besluit, opdracht, wet = record.besluit, record.opdracht, bron.zaak.wet
    voorzieningen = besliste_voorzieningen(bron, beslist_op(record, regel))
    regeling = bron.organisatie.regeling(wet, besluit.datum, bron.zaak.gebied)
    orgaan = bron.organisatie.orgaan(wet, besluit.datum)
    vormen = frozenset(item.leveringsvorm for item in voorzieningen)
    return Besluitgegevens(
        soort=besluit.soort,
        datum=besluit.datum,
        orgaan=met_lidwoord(vereis(bron.organisatie, orgaan.naam)) if orgaan.wetten else "",
        aanvraag_op=bron.zaak.aanvraag_op,
        voorzieningen=tuple(voorzieningregel(item) for item in voorzieningen),
        minder_dan_gevraagd=besluit.minder_dan_gevraagd,
        ten_nadele=besluit.ten_nadele,
        belastend=besluit.vraagt_redenen,
        stappen=tuple(Motiveringsstap(kop=_kop(kop), tekst=tekst) for kop, tekst in record.motivering.stappen),
        conclusie=record.motivering.conclusie,
        adviezen=tuple(_advies(advies, bron) for advies in besluit.adviezen),
        grondslagen=zonder_dubbele(
            (
                *regel.gronden(wet, vormen),
                *wijzigingsgrondslag(wet, opdracht, voorzieningen),
                *_weigeringsgrond(besluit, wet),
                *_delegaties(bron, record),
            )
        ),
        regeling=vereis(bron.organisatie, regeling.naam) if regeling else "",
        wijziging=wijziging_van(bron, record, voorzieningen),
        aanvulling=aanvulling_van(besluit, opdracht, bron.gevraagd),
        voorschot=voorschot_van(wet, besluit, opdracht),
        weken_tot_resultaat=opdracht.weken_tot_resultaat if opdracht else None,
        weigeringsgronden=weigeringsredenen(opdracht),
    )


def _weigeringsgrond(besluit: Besluit, wet: Wet) -> tuple[Grondslag, ...]:
    """Return the article of the ground on which was refused, because another act goes before (L-75, L-83)."""
    if not besluit.afwijzingsgrond:
        return ()
    grond = afwijzingsgrond(wet, besluit.afwijzingsgrond)
    return (Grondslag(wet=grond.citeertitel, artikel=grond.artikel),)


def beslist_op(record: Besluitrecord, regel: Matrixregel) -> tuple[Voorziening, ...]:
    """Return what this paper decides on: its share of the dragers, never an algemene voorziening (W-7)."""
    beslist = record.besluit.voorzieningen_met_besluit
    dragers = record.concept.dragers if record.concept else ()
    if not dragers:
        return beslist
    papier = Drager.PLAN if regel.soort is Briefsoort.PLAN else Drager.BESCHIKKING
    op_dit_papier = {deel.voorziening for deel in dragers if deel.drager is papier}
    return tuple(item for item in beslist if item.id in op_dit_papier)


def _delegaties(bron: Briefbron, record: Besluitrecord) -> tuple[Grondslag, ...]:
    """Return the delegation besluit that the decision must cite, with where to find it (Awb 10:19; L-23)."""
    dag = record.besluit.datum
    return tuple(Grondslag(wet=item.citaat) for item in bron.organisatie.delegaties if item.geldt(bron.zaak.wet, dag))


def _advies(advies: Advies, bron: Briefbron) -> Adviesregel:
    medewerker = bron.medewerkers.get(advies.van)
    functie = bron.organisatie.functie(medewerker.functie) if medewerker else None
    van = f"een {functie.naam}" if functie else "een deskundige"
    return Adviesregel(van=van, overgenomen=advies.overgenomen, reden=advies.reden)


def rechtsmiddel(bron: Briefbron, record: Besluitrecord, regel: Matrixregel, matrix: Brievenmatrix) -> Rechtsmiddel:
    """Compose the remedies (L-13, L-26).

    Args:
        bron: the domain values.
        record: the decision.
        regel: the letter.
        matrix: holds the words of the clause.

    Returns:
        The three elements, and the last day where it is known.

    Raises:
        NietToegestaan: an address is an open key.
    """
    clausule = matrix.clausule(regel.soort, bron.dagtekening)
    termijn = termijnparameter(clausule.termijn, bron.dagtekening)
    orgaan = bron.organisatie.orgaan(bron.zaak.wet, record.besluit.datum)
    woord = termijn.eenheid.met_aantal(termijn.waarde).partition(" ")[2]
    return Rechtsmiddel(
        door_wie=clausule.door_wie,
        termijn=f"binnen {telwoord(termijn.waarde)} {woord}",
        ingang=clausule.ingang,
        orgaan=met_lidwoord(vereis(bron.organisatie, orgaan.naam)),
        postadres=vereis(bron.organisatie, orgaan.postadres or ""),
        digitaal=zonder_schema(vereis(bron.organisatie, orgaan.digitaal_bezwaar or "")) if clausule.digitaal else "",
        laatste_dag=record.bezwaar_tot or _laatste_dag(bron, regel),
    )


def _laatste_dag(bron: Briefbron, regel: Matrixregel) -> date | None:
    """Return the last day of bezwaar: a letter goes out on the day it bears, a plan is handed over some day."""
    return bezwaartermijn(bron.dagtekening).einde if regel.soort is Briefsoort.BESCHIKKING else None


def _kop(sleutel: str) -> str:
    koppen = {**ONDERZOEKSKOPPEN, **motiveringskoppen()}
    return koppen.get(sleutel.lower(), hoofdletter(sleutel.replace("_", " ")))
