"""The letters that belong to a term: what they must be able to say, and when they are due (Awb 4:5, 4:14, 4:15)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from toegang.domain.opschorting import Grond, Opschorting, Verdaging
from toegang.domain.termijnzaak import Termijnrecord
from toegang.errors import Invoerfout
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import AANVULLING, HERVATTING, OPSCHORTING, laat_vervallen, leg_procesbrief_klaar
from toegang.lifecycle.termijnwerk import Termijnwerk

LANGSTE_REGEL = 300


def schone_regels(regels: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that hold something, without list marks.

    Args:
        regels: as somebody wrote them, e.g. ``- een loonstrook``.

    Raises:
        Invoerfout: one of them is longer than a list in a letter can bear.
    """
    schoon = tuple(kaal for regel in regels if (kaal := regel.strip().lstrip("-*•").strip()))
    te_lang = [nummer for nummer, regel in enumerate(schoon, 1) if len(regel) > LANGSTE_REGEL]
    if te_lang:
        raise Invoerfout(
            f"Regel {te_lang[0]} van wat ontbreekt is langer dan {LANGSTE_REGEL} tekens.",
            vervolg="Noem per regel een ding dat de inwoner kan opsturen.",
        )
    return schoon


def vereis_begin(op: date | None, grond: Grond, vandaag: date) -> date:
    """Return the first day of a suspension; only a request by letter may leave it open.

    Raises:
        Invoerfout: it is open.
    """
    if op is None and grond is not Grond.AANVULLING:
        raise Invoerfout(
            f"Bij de grond {grond.lower()} hoort de eerste dag die niet meetelt.", vervolg="Noem haar met --op DATUM."
        )
    return op or vandaag


def vereis_tekst(zaak_id: str, gebeurtenis: Opschorting | Verdaging) -> None:
    """See to it that a letter about it can say what the resident must know.

    Raises:
        Invoerfout: a request to complete without anything missing, or a notice without its reason.
    """
    if isinstance(gebeurtenis, Verdaging):
        if gebeurtenis.wacht_op_brief and not gebeurtenis.reden:
            raise Invoerfout(
                f"De brief over de verdaging van zaak {zaak_id} zegt niet waarom het langer duurt.",
                vervolg="Geef de reden mee met --waarom BESTAND, of noem met --op de dag waarop u het al vertelde.",
            )
        return
    if gebeurtenis.wacht_op_brief and not gebeurtenis.ontbreekt:
        raise Invoerfout(
            f"Er is niet gezegd wat er ontbreekt aan de aanvraag in zaak {zaak_id}; dan is er niets om aan te vullen.",
            vervolg="Noem het met --ontbreekt BESTAND, een ding per regel. Is de aanvraag compleet, beslis dan.",
        )
    if _nog_te_melden(gebeurtenis) and not gebeurtenis.reden and not gebeurtenis.wacht_op_brief:
        raise Invoerfout(
            f"De brief dat de termijn in zaak {zaak_id} stilstaat, zegt niet waarom.",
            vervolg="Geef de reden mee met --waarom BESTAND, of noem met --medegedeeld de dag waarop u het vertelde.",
        )


def zet_opschortingsbrief_klaar(omgeving: Omgeving, bij: Termijnwerk, record: Termijnrecord) -> None:
    """Put the letter in line that a new suspension asks: the request itself, or the notice of it."""
    stil = record.gebeurtenis
    assert isinstance(stil, Opschorting)
    if stil.wacht_op_brief:
        leg_procesbrief_klaar(bij.werk, omgeving, bij.zaak, AANVULLING, record.id)
    elif _nog_te_melden(stil):
        leg_procesbrief_klaar(bij.werk, omgeving, bij.zaak, OPSCHORTING, record.id)


def zet_hervattingsbrief_klaar(omgeving: Omgeving, bij: Termijnwerk, record: Termijnrecord) -> None:
    """Drop the letters about a suspension that is over, and put the one in line that says so where the law asks it."""
    stil = record.gebeurtenis
    assert isinstance(stil, Opschorting)
    laat_vervallen(bij.werk, bij.zaak, record.id, AANVULLING)
    laat_vervallen(bij.werk, bij.zaak, record.id, OPSCHORTING)
    if stil.regel.melden_bij_einde and stil.einde_medegedeeld_op is None:
        leg_procesbrief_klaar(bij.werk, omgeving, bij.zaak, HERVATTING, record.id)


def _nog_te_melden(stil: Opschorting) -> bool:
    return stil.regel.melden_bij_begin and stil.medegedeeld_op is None
