"""Intervisie and overleg about a zaak; after intervisie a second consulent may join (S-12)."""

from __future__ import annotations

from datetime import date

from toegang.domain.overleg import Overleg
from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.errors import Invoerfout
from toegang.guards.contexten_mensen import OverlegToets
from toegang.guards.register import Moment
from toegang.lifecycle.mensen import kandidaten
from toegang.lifecycle.mensenwerk import vereis_medewerker, vereis_open
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, nieuw_id, toets_antwoord
from toegang.storage import Actor, Werkeenheid


@meldt_weigering
def leg_intervisie_vast(
    omgeving: Omgeving, actor: Actor, zaak_id: str, op: date, overleg: Overleg, tekst: str
) -> Signalering:
    """Record an intervisie; when it says so, a second consulent may join (S-12).

    Args:
        omgeving: the gemeente.
        actor: who records it; a medewerker.
        zaak_id: zaaknummer.
        op: day of the intervisie.
        overleg: who took part, and whether a second consulent is needed.
        tekst: how the team takes it on.

    Raises:
        NietToegestaan: no medewerker acts.
        Invoerfout: the day is not possible, or somebody does not exist.
        Conflict: the zaak is closed.
    """
    return _leg_vast(omgeving, actor, zaak_id, op, Signaleringsoort.INTERVISIE, overleg, tekst)


@meldt_weigering
def leg_overleg_vast(
    omgeving: Omgeving, actor: Actor, zaak_id: str, op: date, overleg: Overleg, tekst: str
) -> Signalering:
    """Record an overleg of professionals about a zaak; the arguments are those of :func:`leg_intervisie_vast`.

    Raises:
        Regelovertreding: many speak about a client who is not there (B-22).
        NietToegestaan, Invoerfout, Conflict: as for an intervisie.
    """
    return _leg_vast(omgeving, actor, zaak_id, op, Signaleringsoort.OVERLEG, overleg, tekst)


def _leg_vast(
    omgeving: Omgeving,
    actor: Actor,
    zaak_id: str,
    op: date,
    soort: Signaleringsoort,
    overleg: Overleg,
    tekst: str,
) -> Signalering:
    door = vereis_medewerker(actor, "Een overleg vastleggen")
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_open(zaak)
        woord = "De intervisie" if soort is Signaleringsoort.INTERVISIE else "Het overleg"
        controleer_dag(woord, op, zaak.ontvangen_op, omgeving.vandaag())
        mensen = kandidaten(werk, omgeving)
        _vereis_deelnemers(overleg, frozenset(mensen))
        if soort is Signaleringsoort.OVERLEG:
            context = OverlegToets(zaak, overleg, mensen, omgeving.beeld())
            toets_antwoord(omgeving, Moment.OVERLEG, context, f"Zaak {zaak.id}")
        record = Signalering(
            id=nieuw_id("SG"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            soort=soort,
            op=op,
            door=door,
            aan=zaak.team or zaak.bestemming or door,
            tekst=tekst,
            afgehandeld_op=op,
            afgehandeld_door=door,
            uitkomst=_uitkomst(overleg),
            overleg=overleg,
        )
        _bewaar(werk, record)
        if soort is Signaleringsoort.INTERVISIE and overleg.tweede_nodig:
            werk.zaken.bewaar(zaak.gewijzigd(intervisie_op=op))
        werk.commit()
    return record


def _uitkomst(overleg: Overleg) -> str:
    if overleg.tweede_nodig is None:
        return "VOLGENS_PROTOCOL" if overleg.protocol else "BESPROKEN"
    return "TWEEDE_CONSULENT" if overleg.tweede_nodig else "EEN_CONSULENT"


def _bewaar(werk: Werkeenheid, record: Signalering) -> None:
    werk.signaleringen.bewaar(record)
    deelnemers = record.overleg.deelnemers if record.overleg else ()
    werk.log(
        f"{record.soort.lower()}.vastgelegd",
        zaak=record.zaak_id,
        dossier=record.dossier_id,
        detail={"kenmerk": record.id, "deelnemers": ",".join(deelnemers), "uitkomst": record.uitkomst},
    )


def _vereis_deelnemers(overleg: Overleg, bekend: frozenset[str]) -> None:
    if len(set(overleg.deelnemers)) != len(overleg.deelnemers):
        raise Invoerfout("Iemand staat twee keer bij de deelnemers.", vervolg="Noem iedereen één keer.")
    if not set(overleg.deelnemers) <= bekend:
        raise Invoerfout(
            "Een van de deelnemers is geen medewerker van deze gemeente.",
            vervolg="Bekijk de lijst: toegang medewerker lijst",
        )
