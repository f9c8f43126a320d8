"""The gates behind the intake: what must have been done before a team, the research, and a decision."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.verheldering import Mantelzorgkeuze
from toegang.domain.zaak import Zaak
from toegang.guards.contexten_intake import IdentiteitToets, OnderzoekToets, UitIntakeToets
from toegang.guards.register import Moment, Regelovertreding
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import toets_antwoord
from toegang.lifecycle.verheldering import bevestigingen, identiteit_van
from toegang.storage import Werkeenheid


def vereis_klaar_met_intake(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak) -> None:
    """Check that a zaak may leave the intake.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.

    Raises:
        Regelovertreding: the question is not clear yet (B-6), or the reporter does not know what follows (B-11).
    """
    record = werk.meldingen.haal(zaak.melding_id)
    gemaakt = bool(bevestigingen(werk, zaak.melding_id))
    context = UitIntakeToets(zaak, record.melding, record.verheldering, gemaakt, omgeving.beeld())
    _toets(omgeving, Moment.UIT_INTAKE, context, zaak)


def vereis_onderzoek_mag(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, op: date) -> None:
    """Check that the research of a zaak may begin.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
        op: day on which it begins.

    Raises:
        Regelovertreding: nobody pointed client and mantelzorger to cliëntondersteuning before (L-52).
    """
    context = OnderzoekToets(zaak, op, _gewezen_op(werk, zaak), omgeving.beeld())
    _toets(omgeving, Moment.VOOR_ONDERZOEK, context, zaak)


def vereis_identiteit(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, soort: Besluitsoort, op: date) -> None:
    """Check that it is established who the client is.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
        soort: kind of the decision that is about to be taken.
        op: its day.

    Raises:
        Regelovertreding: it is not (L-58).
    """
    context = IdentiteitToets(zaak, soort, op, identiteit_van(werk, zaak), omgeving.beeld())
    _toets(omgeving, Moment.IDENTITEIT, context, zaak)


def _toets(omgeving: Omgeving, moment: Moment, context: object, zaak: Zaak) -> None:
    """Check the rules of a gate; a refusal says what to do."""
    try:
        toets_antwoord(omgeving, moment, context, f"Zaak {zaak.id}")
    except Regelovertreding as fout:
        fout.vervolg = f"Leg het vast bij het eerste contact: toegang melding verhelder {zaak.id} BESTAND"
        raise


def _gewezen_op(werk: Werkeenheid, zaak: Zaak) -> date | None:
    """Return the first day on which client and mantelzorger were pointed to it; the letter says so to both."""
    dagen = [brief.verzonden_op or brief.dagtekening for brief in bevestigingen(werk, zaak.melding_id)]
    for verheldering in werk.meldingen.haal(zaak.melding_id).verhelderingen:
        aanbod = verheldering.clientondersteuning
        if aanbod is not None and aanbod.mantelzorger is not Mantelzorgkeuze.NOG_NIET:
            dagen.append(aanbod.aangeboden_op)
    return min((dag for dag in dagen if dag is not None), default=None)
