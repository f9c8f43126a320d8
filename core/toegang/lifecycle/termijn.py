"""What people do with a deadline: suspend, resume, adjourn, give notice of default."""

from __future__ import annotations

from datetime import date, timedelta

from toegang.domain.datums import datum_voluit
from toegang.domain.dwangsom import Ingebrekestelling, Uitzondering
from toegang.domain.opschorting import Grond, Opschorting, Opschortingsgrond, Verdaging, opschortingsgrond
from toegang.domain.termijnen import einde
from toegang.domain.termijnzaak import Termijnrecord
from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import VERDAGING, leg_procesbrief_klaar
from toegang.lifecycle.termijnbrief import (
    schone_regels,
    vereis_begin,
    vereis_tekst,
    zet_hervattingsbrief_klaar,
    zet_opschortingsbrief_klaar,
)
from toegang.lifecycle.termijnen import Bezwaarfeiten
from toegang.lifecycle.termijnwerk import Termijnwerk, leg_vast
from toegang.lifecycle.vastleggen import controleer_dag
from toegang.storage import Actor

_HERSTEL = "awb.herstel"
_EEN_DAG = timedelta(days=1)
_MEEST = 52
_KIJK = "Bekijk de termijnen met: toegang termijn waarom {zaak}"


class Opschortverzoek(Waarde):
    """A suspension as it is handed in.

    Args:
        grond: why.
        op: day of the request to the applicant, or else the first day that does not count; ``None`` with
            AANVULLING = Toegang makes the request, and the day on which it is sent counts.
        uiterlijk: last day; ``None`` with AANVULLING = the hersteltermijn of the gemeente.
        medegedeeld_op: day on which the applicant was told; a request to complete is that notice itself. ``None``
            where the law asks a notice = a letter is put in line.
        ontbreekt: what is missing, one by one.
        reden: why the term stands still, as the applicant reads it.
    """

    grond: Grond
    op: date | None = None
    uiterlijk: date | None = None
    medegedeeld_op: date | None = None
    ontbreekt: tuple[str, ...] = ()
    reden: str = ""

    @property
    def in_brief(self) -> bool:
        """Whether the request is made by a letter of Toegang (Awb 4:5)."""
        return self.grond is Grond.AANVULLING and self.op is None


def schort_op(
    omgeving: Omgeving, actor: Actor, zaak_id: str, verzoek: Opschortverzoek, bezwaar: Bezwaarfeiten | None = None
) -> Termijnrecord:
    """Suspend the term of a decision (Awb 4:15, 7:10 lid 2; L-9).

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.
        verzoek: on what ground and from when.
        bezwaar: the bezwaar, when it is about the decision on that.

    Returns:
        The record as stored.

    Raises:
        Conflict: the term does not run, is over by then, or already stands still on this ground.
        Invoerfout: the ground does not exist here, or a day is missing or cannot be.
    """

    def maak(bij: Termijnwerk) -> Opschorting:
        over, vandaag = bij.over, omgeving.vandaag()
        op = vereis_begin(verzoek.op, verzoek.grond, vandaag)
        termijn = bij.lopende()
        regel = opschortingsgrond(verzoek.grond, over, op)
        niet_later = vandaag if not regel.vaste_duur else termijn.einde
        controleer_dag("De opschorting", op, termijn.begin, max(vandaag, niet_later))
        if any(item.grond is verzoek.grond and item.is_open(vandaag) for item in bij.opschortingen()):
            raise Conflict(
                f"De termijn van zaak {zaak_id} is op deze grond al opgeschort.",
                vervolg=f"Laat hem eerst weer lopen met: toegang termijn hervatten {zaak_id} --op DATUM",
            )
        van = op + _EEN_DAG if regel.dag_erna else op
        if van > termijn.einde:
            raise Conflict(
                f"De opschorting van zaak {zaak_id} is te laat: zij zou beginnen op {datum_voluit(van)}, en de termijn "
                f"eindigt op {datum_voluit(termijn.einde)}.",
                vervolg=_KIJK.format(zaak=zaak_id),
            )
        uiterlijk = _uiterlijk(bij, verzoek, regel, van)
        if verzoek.medegedeeld_op is not None:
            controleer_dag("De mededeling", verzoek.medegedeeld_op, min(op, vandaag), vandaag)
        gemeld = verzoek.medegedeeld_op or (op if regel.dag_erna and not verzoek.in_brief else None)
        nieuw = Opschorting(
            grond=verzoek.grond,
            over=over,
            van=van,
            uiterlijk=uiterlijk,
            medegedeeld_op=gemeld,
            ontbreekt=schone_regels(verzoek.ontbreekt),
            reden=verzoek.reden.strip(),
            wacht_op_brief=verzoek.in_brief,
        )
        vereis_tekst(zaak_id, nieuw)
        return nieuw

    def erna(bij: Termijnwerk, record: Termijnrecord) -> None:
        zet_opschortingsbrief_klaar(omgeving, bij, record)

    return leg_vast(omgeving, actor, zaak_id, bezwaar, "termijn.opgeschort", maak, erna)


def hervat(
    omgeving: Omgeving,
    actor: Actor,
    zaak_id: str,
    op: date,
    *,
    kenmerk: str | None = None,
    medegedeeld_op: date | None = None,
    bezwaar: Bezwaarfeiten | None = None,
) -> Termijnrecord:
    """Let a suspended term run again.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.
        op: the day from which it runs, e.g. that on which the aanvraag was completed.
        kenmerk: id of the suspension; needed when more than one is open.
        medegedeeld_op: day on which the applicant was told.
        bezwaar: the bezwaar, when it is about the decision on that.

    Raises:
        Conflict: nothing is suspended.
        Invoerfout: more than one is open and none was named, or a day cannot be.
    """
    vandaag = omgeving.vandaag()
    with omgeving.werk(actor) as werk:
        bij = Termijnwerk(omgeving, werk, werk.zaken.haal(zaak_id), bezwaar)
        record, stil = bij.open_opschorting(kenmerk)
        controleer_dag("Het hervatten", op, stil.van - _EEN_DAG if stil.regel.dag_erna else stil.van, vandaag)
        if medegedeeld_op is not None:
            controleer_dag("De mededeling", medegedeeld_op, op, vandaag)
        nieuw = stil.gewijzigd(tot=max(op, stil.van), einde_medegedeeld_op=medegedeeld_op)
        record = bij.bewaar(record.gewijzigd(gebeurtenis=nieuw), "termijn.hervat", op)
        zet_hervattingsbrief_klaar(omgeving, bij, record)
        werk.commit()
    return record


def verdaag(
    omgeving: Omgeving,
    actor: Actor,
    zaak_id: str,
    weken: int,
    op: date | None = None,
    bezwaar: Bezwaarfeiten | None = None,
    *,
    reden: str = "",
) -> Termijnrecord:
    """Adjourn a decision: by Awb 4:14 on an aanvraag, by Awb 7:10 lid 3 on a bezwaar (L-8, L-30, L-120).

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.
        weken: how much later.
        op: day on which the applicant was told; ``None`` = a letter is put in line, and the day on which it is
            sent counts.
        bezwaar: the bezwaar, when it is about the decision on that.
        reden: why it takes longer, as the applicant reads it; a letter needs it.

    Returns:
        The record; by Awb 4:14 lid 1 it is a notice only and moves no day.

    Raises:
        Conflict: the term does not run, is over, was adjourned before, or this is more than the maximum.
        Invoerfout: the day or the number of weeks cannot be.
    """
    if not 1 <= weken <= _MEEST:
        raise Invoerfout(f"Verdagen kan met 1 tot en met {_MEEST} weken.", vervolg="Kies een ander aantal weken.")

    def maak(bij: Termijnwerk) -> Verdaging:
        termijn, wijze, dag = bij.lopende(), bij.wijze(), op or omgeving.vandaag()
        controleer_dag("De mededeling", dag, termijn.begin, omgeving.vandaag())
        verdaging = Verdaging(
            wijze=wijze, over=bij.over, weken=weken, medegedeeld_op=dag, reden=reden.strip(), wacht_op_brief=op is None
        )
        vereis_tekst(zaak_id, verdaging)
        regel = verdaging.regel
        if (regel.verschuift or op is None) and dag > termijn.einde:
            raise Conflict(
                f"Verdagen van zaak {zaak_id} is te laat: de termijn eindigde op {datum_voluit(termijn.einde)}.",
                vervolg=f"Een verdaging wordt binnen de termijn meegedeeld ({regel.bron}). Beslis zo snel mogelijk, en "
                f"vertel de inwoner wanneer: toegang beschikking informeer {zaak_id} BESTAND",
            )
        if sum(item.wijze is wijze for item in bij.verdagingen()) >= regel.maal:
            raise Conflict(
                f"De termijn van zaak {zaak_id} is al verdaagd; dat kan een keer ({regel.bron}).",
                vervolg=_KIJK.format(zaak=zaak_id),
            )
        meest = bij.meeste_weken(regel.ten_hoogste, dag)
        if meest is not None and weken > meest:
            raise Conflict(
                f"De termijn van zaak {zaak_id} kan met ten hoogste {meest} weken worden verdaagd ({regel.bron}).",
                vervolg=f"Kies {meest} weken of minder.",
            )
        return verdaging

    def erna(bij: Termijnwerk, record: Termijnrecord) -> None:
        if op is None:
            leg_procesbrief_klaar(bij.werk, omgeving, bij.zaak, VERDAGING, record.id)

    return leg_vast(omgeving, actor, zaak_id, bezwaar, "termijn.verdaagd", maak, erna)


def stel_in_gebreke(
    omgeving: Omgeving,
    actor: Actor,
    zaak_id: str,
    op: date,
    uitzondering: Uitzondering | None = None,
    bezwaar: Bezwaarfeiten | None = None,
) -> Termijnrecord:
    """Record a notice of default; two weeks later the dwangsom begins to run (Awb 4:17; L-31).

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        op: day of receipt.
        uitzondering: why no dwangsom is owed; a person judges that.
        bezwaar: the bezwaar, when the decision on that is late.

    Raises:
        Conflict: the term is not over, a decision was made known before, or a notice was received before.
        Invoerfout: the day cannot be.
    """

    def maak(bij: Termijnwerk) -> Ingebrekestelling:
        termijn = bij.lopende(ook_beslist_na=op)
        controleer_dag("De ingebrekestelling", op, termijn.begin, omgeving.vandaag())
        if op <= termijn.einde:
            raise Conflict(
                f"Deze ingebrekestelling in zaak {zaak_id} is te vroeg: de termijn loopt tot en met "
                f"{datum_voluit(termijn.einde)}.",
                vervolg="Bewaar de brief in het dossier en wijs de inwoner op die dag; de dwangsom gaat niet lopen.",
            )
        eerder = bij.ingebrekestelling()
        if eerder is not None:
            raise Conflict(
                f"In zaak {zaak_id} is op {datum_voluit(eerder.ontvangen_op)} al een ingebrekestelling ontvangen.",
                vervolg="De eerste telt; een tweede verandert niets.",
            )
        return Ingebrekestelling(over=bij.over, ontvangen_op=op, uitzondering=uitzondering)

    return leg_vast(omgeving, actor, zaak_id, bezwaar, "termijn.in_gebreke_gesteld", maak)


def _uiterlijk(bij: Termijnwerk, verzoek: Opschortverzoek, regel: Opschortingsgrond, van: date) -> date | None:
    if not regel.uiterlijk:
        if verzoek.uiterlijk is not None:
            raise Invoerfout(
                f"Bij de grond {regel.grond.lower()} hoort geen uiterste dag.",
                vervolg="Laat hem weg; de opschorting loopt tot u haar beëindigt.",
            )
        return None
    herstel = bij.beleid.eigen.get(_HERSTEL)
    uiterlijk = verzoek.uiterlijk
    if uiterlijk is None and regel.dag_erna and herstel is not None:
        uiterlijk = einde(verzoek.op or bij.vandaag, herstel).einde
    if uiterlijk is None or uiterlijk < van:
        raise Invoerfout(
            f"Bij de grond {regel.grond.lower()} hoort een uiterste dag, op of na {van.isoformat()}.",
            vervolg="Noem de laatste dag van de hersteltermijn of van het afgesproken uitstel.",
        )
    return uiterlijk
