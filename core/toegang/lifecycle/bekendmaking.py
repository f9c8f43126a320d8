"""Step 9, bekendmaking: the day on which the decision reached the resident (Awb 3:40, 3:41)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezorging import Bezorgweg
from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.huishouden import Inwoner
from toegang.domain.levensloop import Stap
from toegang.domain.spoor import Oordeel
from toegang.domain.termijnen import bezwaartermijn
from toegang.domain.vertegenwoordiging import Briefaard
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.guards.contexten_document import BekendmakingToets
from toegang.guards.register import Moment
from toegang.lifecycle.beschikking import besluit_van
from toegang.lifecycle.bezwaarinboeken import koppel_wachtende
from toegang.lifecycle.briefaard import aard_van_besluit, aard_van_brief
from toegang.lifecycle.exemplaren import lezers
from toegang.lifecycle.kennisgeving import geef_kennis
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.toewijzing import maak_toewijzingen
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, toets_antwoord, vereis_stap
from toegang.lifecycle.verzending import vereis_vrijgegeven, verzend_brief
from toegang.storage import Actor, Werkeenheid


@meldt_weigering
def maak_bekend(omgeving: Omgeving, actor: Actor, zaak_id: str, op: date, wijze: str | None = None) -> Besluitrecord:
    """Record that the letters of a decision were sent or handed over; sets the end of the bezwaar term.

    Args:
        omgeving: the gemeente.
        actor: who sends.
        zaak_id: zaaknummer.
        op: day of dispatch; must be the date that is printed on the letters.
        wijze: ``post``, ``uitgereikt`` or ``digitaal``; ``None`` = the road on the letters.

    Returns:
        The besluit with ``bekendgemaakt_op`` and ``bezwaar_tot``.

    Raises:
        Conflict: a letter is not made, is held, or bears another date.
        Regelovertreding: a rule refuses, e.g. the addressee has died since (L-134), or the letter does not reach
            who it is about (L-11).
    """
    with omgeving.werk(actor) as werk:
        nieuw = maak_bekend_in(omgeving, werk, zaak_id, op, wijze)
        werk.commit()
    return nieuw


def maak_bekend_in(
    omgeving: Omgeving,
    werk: Werkeenheid,
    zaak_id: str,
    op: date,
    wijze: str | None = None,
    *,
    rond_af: bool = True,
    besluit_id: str | None = None,
) -> Besluitrecord:
    """Do the same within a unit of work that the caller commits; see :func:`maak_bekend`.

    Letters of the decision that were sent on the same day already, in another envelope, count as well.

    Args:
        omgeving: the gemeente.
        werk: the unit of work.
        zaak_id: zaaknummer.
        op: day of dispatch.
        wijze: as in :func:`maak_bekend`.
        rond_af: close the batch of a letter when it was the last.
        besluit_id: the decision whose letters go; ``None`` = the one whose turn it is.
    """
    zaak = werk.zaken.haal(zaak_id)
    record = _bekend_te_maken(werk, zaak, besluit_id)
    controleer_dag("De bekendmaking", op, record.besluit.datum, omgeving.vandaag())
    brieven = [brief for brief in werk.brieven.zoek(zaak_id=zaak.id) if _van_besluit(brief, record)]
    context = _context(omgeving, werk, zaak, op, brieven)
    regels = toets_antwoord(omgeving, Moment.BEKENDMAKING, context, f"Zaak {zaak.id}")
    gewaarschuwd = ",".join(item.regel for item in regels if item.oordeel is Oordeel.WAARSCHUWING)
    for brief in brieven:
        _controleer_brief(brief, op)
        if brief.status is not Briefstatus.VERZONDEN:
            vereis_vrijgegeven(werk, brief)
            verzend_brief(werk, brief, op, rond_af=rond_af)
    hoe = wijze or _wijze(brieven)
    bereikt = geef_kennis(omgeving, werk, zaak, record, hoe, op)
    nieuw = record.gewijzigd(bekendgemaakt_op=op, bezwaar_tot=bezwaartermijn(op).einde, bekendmakingen=bereikt)
    werk.besluiten.bewaar(nieuw)
    if not record.besluit.soort.tussentijds:
        zaak = werk.zaken.bewaar(zaak.na(Stap.BEKENDMAKING, op, bekendgemaakt_op=op))
    maak_toewijzingen(werk, omgeving, zaak, nieuw)
    koppel_wachtende(werk, nieuw)
    detail = {"besluit": record.id, "op": op.isoformat(), "wijze": hoe, "waarschuwingen": gewaarschuwd}
    werk.log("besluit.bekendgemaakt", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
    return nieuw


def _van_besluit(brief: Brief, record: Besluitrecord) -> bool:
    return brief.besluit_id == record.id and brief.status is not Briefstatus.VERVALLEN


def _bekend_te_maken(werk: Werkeenheid, zaak: Zaak, besluit_id: str | None) -> Besluitrecord:
    """Return the besluit that is to be made known: a temporary one while the zaak goes on, or else the last.

    Raises:
        Conflict: the zaak is not at this step.
    """
    for record in werk.besluiten.zoek(zaak_id=zaak.id):
        aan_de_beurt = besluit_id in (None, record.id)
        if aan_de_beurt and record.besluit.soort.tussentijds and record.concept and record.bekendgemaakt_op is None:
            return record
    vereis_stap(zaak, Stap.BEKENDMAKING)
    return besluit_van(werk, zaak)


def _wijze(brieven: Sequence[Brief]) -> str:
    return "digitaal" if brieven and all(brief.bezorgweg is Bezorgweg.DIGITAAL for brief in brieven) else "post"


def _context(
    omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, op: date, brieven: Sequence[Brief]
) -> BekendmakingToets:
    medewerker = werk.actor.medewerker
    return BekendmakingToets(
        zaak=zaak,
        op=op,
        personen=betrokkenen(werk, zaak, op, _aard(werk, zaak, brieven)),
        verzender=werk.medewerkers.haal(medewerker).functie if medewerker else None,
        route=omgeving.organisatie.route(zaak.wet, zaak.problematiek, op),
        beeld=omgeving.beeld(op),
        digitaal=tuple(brief.berichtsoort for brief in brieven if brief.bezorgweg is Bezorgweg.DIGITAAL),
        toestemmingen=werk.toestemmingen.zoek(dossier_id=zaak.dossier_id),
    )


def _aard(werk: Werkeenheid, zaak: Zaak, brieven: Sequence[Brief]) -> Briefaard:
    return aard_van_brief(werk, zaak, brieven[0]) if brieven else aard_van_besluit(zaak)


def betrokkenen(werk: Werkeenheid, zaak: Zaak, op: date, aard: Briefaard) -> tuple[Inwoner, ...]:
    """Return the client and everybody of the household to whom a letter about the zaak goes.

    A client for whom somebody acts, and who gets no letter, is left out while alive: whether he or she has left, or
    has a briefadres, says nothing about a letter to a curator.

    Args:
        werk: a unit of work.
        zaak: the zaak.
        op: day of dispatch.
        aard: what the letter is about.
    """
    wie = lezers(werk, zaak, op, aard)
    bewoners = tuple(persoon for persoon in wie.personen or () if isinstance(persoon, Inwoner))
    anderen = tuple(persoon for persoon in bewoners if persoon.id != wie.client.id)
    alleen_namens = bool(wie.personen) and not bewoners and not wie.client.overleden
    return () if alleen_namens else (wie.client, *anderen)


def _controleer_brief(brief: Brief, op: date) -> None:
    if brief.status is Briefstatus.VERZONDEN and brief.verzonden_op == op:
        return
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
