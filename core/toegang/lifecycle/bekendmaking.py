"""Step 9, bekendmaking: the day on which the decision reached the resident (Awb 3:40, 3:41)."""

from __future__ import annotations

from datetime import date

from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.levensloop import Stap
from toegang.domain.termijnen import bezwaartermijn
from toegang.errors import Conflict
from toegang.lifecycle.beschikking import besluit_van
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.toewijzing import maak_toewijzingen
from toegang.lifecycle.vastleggen import controleer_dag, vereis_stap
from toegang.storage import Actor


def maak_bekend(omgeving: Omgeving, actor: Actor, zaak_id: str, op: date, wijze: str = "post") -> Besluitrecord:
    """Record that the letters of a decision were sent or handed over; sets the end of the bezwaar term.

    Args:
        omgeving: the gemeente.
        actor: who sends.
        zaak_id: zaaknummer.
        op: day of dispatch; must be the date that is printed on the letters.
        wijze: ``post``, ``uitgereikt`` or ``digitaal``.

    Returns:
        The besluit with ``bekendgemaakt_op`` and ``bezwaar_tot``.

    Raises:
        Conflict: a letter is not made, is held, or bears another date.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.BEKENDMAKING)
        record = besluit_van(werk, zaak)
        controleer_dag("De bekendmaking", op, record.besluit.datum, omgeving.vandaag())
        brieven = [brief for brief in werk.brieven.zoek(zaak_id=zaak.id) if brief.besluit_id == record.id]
        for brief in brieven:
            _controleer_brief(brief, op)
            werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.VERZONDEN, verzonden_op=op))
        nieuw = record.gewijzigd(bekendgemaakt_op=op, bezwaar_tot=bezwaartermijn(op).einde)
        werk.besluiten.bewaar(nieuw)
        zaak = werk.zaken.bewaar(zaak.na(Stap.BEKENDMAKING, op, bekendgemaakt_op=op))
        maak_toewijzingen(werk, omgeving, zaak, nieuw)
        werk.log(
            "besluit.bekendgemaakt",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"besluit": record.id, "op": op.isoformat(), "wijze": wijze},
        )
        werk.commit()
    return nieuw


def _controleer_brief(brief: Brief, op: date) -> None:
    if brief.status is not Briefstatus.GEMAAKT:
        waarom = f" ({brief.toelichting})" if brief.toelichting else ""
        raise Conflict(
            f"Brief {brief.id} van zaak {brief.zaak_id} is {brief.status}{waarom} en kan niet worden verzonden.",
            vervolg="Maak de brief eerst: toegang beschikking batch",
        )
    if brief.dagtekening != op:
        raise Conflict(
            f"Brief {brief.id} van zaak {brief.zaak_id} draagt de datum {brief.dagtekening}, niet {op.isoformat()}.",
            vervolg="Verzend op de dag die op de brief staat, of maak hem opnieuw; anders klopt de termijn niet.",
        )
