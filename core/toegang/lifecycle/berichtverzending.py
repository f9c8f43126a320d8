"""Letters that are no besluit on the aanvraag, sent: what the day of dispatch sets going (Awb 3:41, 4:5, 4:14, 4:15).

A letter that waits in a tray sets nothing going. So the day on which it is sent is the day that counts: from the day
after it a term stands still, by it a decision is adjourned, from it the resident can answer or object.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.bezorging import Bezorgweg
from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.datums import datum_voluit
from toegang.domain.dwangsom import Dwangsombesluit
from toegang.domain.gesprek import Verstrekking
from toegang.domain.opschorting import Opschorting, Verdaging
from toegang.domain.spoor import Oordeel
from toegang.domain.termijnen import bezwaartermijn
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, OpslagFout, ToegangFout
from toegang.guards.contexten_document import BekendmakingToets
from toegang.guards.register import Moment
from toegang.lifecycle.bekendmaking import betrokkenen
from toegang.lifecycle.bezwaarherstel import herstel_is_gevraagd
from toegang.lifecycle.briefaard import aard_van_brief
from toegang.lifecycle.indiener import andere_indiener, inwoners_die_lezen
from toegang.lifecycle.nazorgbrief import BEZWAAR, EINDE
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import (
    AANVULLING,
    BESLUIT_OP_BEZWAAR,
    DOORZENDING,
    DWANGSOM,
    HERSTEL_BEZWAAR,
    HERVATTING,
    OPSCHORTING,
    UITNODIGING,
    VERDAGING,
    VERSLAG,
    VOORNEMEN,
)
from toegang.lifecycle.vastleggen import toets_antwoord
from toegang.lifecycle.verzending import vereis_vrijgegeven, verzend_brief
from toegang.storage import Actor, Werkeenheid

_EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Verzending:
    """What became of the letters of a day.

    Args:
        verzonden: letters that are recorded as sent.
        geweigerd: why others are not.
    """

    verzonden: tuple[Brief, ...]
    geweigerd: tuple[ToegangFout, ...]


def verzend_berichten(omgeving: Omgeving, actor: Actor, op: date, zaak_id: str | None = None) -> Verzending:
    """Record that the letters which bear a day were sent on it; those of a besluit on an aanvraag left aside.

    Args:
        omgeving: the gemeente.
        actor: who sends.
        op: day of dispatch; the one on the letters.
        zaak_id: only this zaak; ``None`` = all.

    Returns:
        What was sent; one that is refused keeps no other back.
    """
    with omgeving.werk(actor) as lezer:
        gemaakt = lezer.brieven.zoek(status=Briefstatus.GEMAAKT)
    deze = [
        brief.id
        for brief in gemaakt
        if brief.besluit_id is None and brief.dagtekening == op and zaak_id in (None, brief.zaak_id)
    ]
    verzonden, geweigerd = [], []
    for kenmerk in deze:
        try:
            verzonden.append(_verzend(omgeving, actor, kenmerk, op))
        except OpslagFout:
            raise
        except ToegangFout as fout:
            geweigerd.append(fout)
    return Verzending(tuple(verzonden), tuple(geweigerd))


def _verzend(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date) -> Brief:
    with omgeving.werk(actor) as werk:
        verzonden = verzend_bericht_in(omgeving, werk, werk.brieven.haal(kenmerk), op)
        werk.commit()
    return verzonden


def verzend_bericht_in(omgeving: Omgeving, werk: Werkeenheid, brief: Brief, op: date, *, rond_af: bool = True) -> Brief:
    """Do the same for one letter, within a unit of work that the caller commits; see :func:`verzend_berichten`.

    Args:
        omgeving: the gemeente.
        werk: the unit of work.
        brief: a letter that carries no besluit on an aanvraag.
        op: day of dispatch.
        rond_af: close the batch of the letter when it was the last.

    Raises:
        Conflict: its batch was not released, or what it is about does not hold any more.
        Regelovertreding: it may not go to this person, or not along this road (L-24, L-134).
    """
    zaak = werk.zaken.haal(brief.zaak_id)
    vereis_vrijgegeven(werk, brief)
    gewaarschuwd = _toets(omgeving, werk, zaak, brief, op)
    verzonden = verzend_brief(werk, brief, op, rond_af=rond_af)
    gevolg = _GEVOLGEN.get(brief.sjabloon)
    # a copy of a letter sets nothing going by itself: the letter it is a copy of does
    if gevolg is not None and not brief.exemplaar:
        gevolg(werk, zaak, verzonden, op)
    werk.log(
        "brief.verzonden",
        zaak=zaak.id,
        dossier=zaak.dossier_id,
        detail={"brief": brief.id, "op": op.isoformat(), "waarschuwingen": gewaarschuwd},
    )
    return verzonden


def _toets(omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, brief: Brief, op: date) -> str:
    """Check on the day itself that it may still go, along this road (L-24, L-134)."""
    if brief.aan_derde:
        return ""
    medewerker, bezwaar = werk.actor.medewerker, andere_indiener(werk, brief)
    personen = (
        betrokkenen(werk, zaak, op, aard_van_brief(werk, zaak, brief))
        if bezwaar is None
        else inwoners_die_lezen(werk, bezwaar)
    )
    context = BekendmakingToets(
        zaak=zaak,
        op=op,
        personen=personen,
        verzender=werk.medewerkers.haal(medewerker).functie if medewerker else None,
        route=omgeving.organisatie.route(zaak.wet, zaak.problematiek, op),
        beeld=omgeving.beeld(op),
        digitaal=(brief.berichtsoort,) if brief.bezorgweg is Bezorgweg.DIGITAAL else (),
        toestemmingen=werk.toestemmingen.zoek(dossier_id=zaak.dossier_id),
    )
    regels = toets_antwoord(omgeving, Moment.BEKENDMAKING, context, f"Brief {brief.id} van zaak {zaak.id}")
    return ",".join(item.regel for item in regels if item.oordeel is Oordeel.WAARSCHUWING)


Gevolg = Callable[[Werkeenheid, Zaak, Brief, date], None]


def _termijn(werk: Werkeenheid, zaak: Zaak, brief: Brief, op: date) -> None:
    """Let a suspension begin, or a notice count, on the day on which the letter went."""
    record = werk.termijnzaken.haal(brief.aanleiding)
    item = record.gebeurtenis
    if item.ingetrokken_op is not None:
        raise _vervallen(brief)
    if isinstance(item, Opschorting):
        item = _opschorting(item, brief, op)
    elif isinstance(item, Verdaging):
        item = item.gewijzigd(medegedeeld_op=op, wacht_op_brief=False)
    elif isinstance(item, Dwangsombesluit):
        item = item.gewijzigd(bekendgemaakt_op=op, bezwaar_tot=bezwaartermijn(op).einde)
    werk.termijnzaken.bewaar(record.gewijzigd(gebeurtenis=item))
    detail = {"gebeurtenis": record.id, "soort": item.soort, "op": op.isoformat()}
    werk.log("termijn.meegedeeld", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)


def _opschorting(item: Opschorting, brief: Brief, op: date) -> Opschorting:
    if brief.sjabloon == HERVATTING:
        return item.gewijzigd(einde_medegedeeld_op=op)
    if not item.wacht_op_brief:
        return item.gewijzigd(medegedeeld_op=op)
    if item.tot is not None:
        raise _vervallen(brief)
    if item.uiterlijk is not None and item.uiterlijk <= op:
        raise Conflict(
            f"Brief {brief.id} geeft de inwoner tot en met {datum_voluit(item.uiterlijk)} om aan te vullen, en gaat "
            f"pas op {datum_voluit(op)}.",
            vervolg="Trek het verzoek in en vraag opnieuw, met een latere dag: toegang termijn intrekken",
        )
    return item.gewijzigd(van=op + _EEN_DAG, medegedeeld_op=op, wacht_op_brief=False)


def _uitnodiging(werk: Werkeenheid, _zaak: Zaak, brief: Brief, _op: date) -> None:
    """Keep a letter at home that was made before the appointment was called off."""
    if not werk.gespreksafspraken.haal(brief.aanleiding).staat:
        raise _vervallen(brief)


def _verslag(werk: Werkeenheid, zaak: Zaak, brief: Brief, op: date) -> None:
    gesprek = werk.gesprekken.haal(brief.aanleiding)
    if gesprek.verstrekt_op is None:
        digitaal = brief.bezorgweg is Bezorgweg.DIGITAAL
        hoe = Verstrekking.DIGITAAL if digitaal else Verstrekking.POST
        werk.gesprekken.bewaar(gesprek.gewijzigd(verstrekt_op=op, verstrekt_hoe=hoe))
        detail = {"gesprek": gesprek.id, "op": op.isoformat(), "hoe": hoe.value}
        werk.log("gesprek.verstrekt", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)


def _voornemen(werk: Werkeenheid, zaak: Zaak, brief: Brief, op: date) -> None:
    voorstel = werk.voorstellen.haal(brief.aanleiding)
    hoor = voorstel.hoor
    if hoor is None or hoor.tot is None or not voorstel.status.ligt_er:
        raise _vervallen(brief)
    werk.voorstellen.bewaar(voorstel.gewijzigd(hoor=hoor.gewijzigd(gevraagd_op=op)))
    werk.log("voorstel.gehoord", zaak=zaak.id, dossier=zaak.dossier_id, detail={"voorstel": voorstel.id})


def _bezwaar_bevestigd(werk: Werkeenheid, zaak: Zaak, brief: Brief, op: date) -> None:
    for bezwaar in werk.bezwaren.zoek(zaak_id=zaak.id):
        # a letter of before there could be more than one names none
        if brief.aanleiding in ("", bezwaar.id) and bezwaar.loopt and bezwaar.bevestigd_op is None:
            werk.bezwaren.bewaar(bezwaar.gewijzigd(bevestigd_op=op))
            werk.log("bezwaar.bevestigd", zaak=zaak.id, dossier=zaak.dossier_id, detail={"bezwaar": bezwaar.id})


def _bezwaar_doorgezonden(werk: Werkeenheid, zaak: Zaak, brief: Brief, op: date) -> None:
    """Count the letter as confirmation of receipt too: who objected now knows that it came in, and when (Awb 6:14)."""
    bezwaar = werk.bezwaren.haal(brief.aanleiding)
    if bezwaar.bevestigd_op is None:
        werk.bezwaren.bewaar(bezwaar.gewijzigd(bevestigd_op=op))
    werk.log("bezwaar.doorzending_verteld", zaak=zaak.id, dossier=zaak.dossier_id, detail={"bezwaar": bezwaar.id})


def _besluit_op_bezwaar(werk: Werkeenheid, zaak: Zaak, brief: Brief, op: date) -> None:
    bezwaar = werk.bezwaren.haal(brief.aanleiding)
    # six weeks from the day after, as for a bezwaar (Awb 6:7, 6:8)
    werk.bezwaren.bewaar(bezwaar.gewijzigd(bekendgemaakt_op=op, beroep_tot=bezwaartermijn(op).einde))
    detail = {"bezwaar": bezwaar.id, "op": op.isoformat()}
    werk.log("bezwaar.bekendgemaakt", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)


def _einde_verteld(werk: Werkeenheid, zaak: Zaak, _brief: Brief, op: date) -> None:
    for levering in werk.leveringen.zoek(zaak_id=zaak.id):
        if levering.loopt and levering.einddatum is not None and levering.aangekondigd_op is None:
            werk.leveringen.bewaar(levering.gewijzigd(aangekondigd_op=op))


def _vervallen(brief: Brief) -> Conflict:
    return Conflict(
        f"Brief {brief.id} van zaak {brief.zaak_id} is ingehaald: waarover hij gaat, geldt niet meer.",
        vervolg="Verstuur hem niet.",
    )


_GEVOLGEN: Mapping[str, Gevolg] = {
    AANVULLING: _termijn,
    OPSCHORTING: _termijn,
    HERVATTING: _termijn,
    VERDAGING: _termijn,
    DWANGSOM: _termijn,
    UITNODIGING: _uitnodiging,
    VERSLAG: _verslag,
    VOORNEMEN: _voornemen,
    BEZWAAR: _bezwaar_bevestigd,
    HERSTEL_BEZWAAR: herstel_is_gevraagd,
    DOORZENDING: _bezwaar_doorgezonden,
    BESLUIT_OP_BEZWAAR: _besluit_op_bezwaar,
    EINDE: _einde_verteld,
}
"""What a letter sets going on the day on which it is sent, by template."""
