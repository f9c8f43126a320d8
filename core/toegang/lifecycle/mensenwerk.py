"""What people decide about people: the same road into storage as the answer of a hook, so ``waarom`` knows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import metadata
from typing import TypeVar

from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.regie import Regietoewijzing
from toegang.domain.spoor import Regeltoets
from toegang.domain.team import Casusteam
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, NietToegestaan
from toegang.guards.contexten import RegieToets, TeamToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.mensen import huishouden_van
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import aan_het_werk
from toegang.lifecycle.vastleggen import leg_vast
from toegang.plugins.bord import Antwoord
from toegang.plugins.verpakking import Herkomst
from toegang.storage import Actor, Werkeenheid

A = TypeVar("A", bound=Waarde)

LAAG_MENS = "mens"
"""Layer in the trace of an answer that a person gave, not a plugin."""


def door_mens(waarde: A) -> Antwoord[A]:
    """Return what a person decided as an answer, so that it is stored and explained as one."""
    return Antwoord(waarde, Herkomst("toegang", metadata.version("toegang"), LAAG_MENS))


def vereis_medewerker(actor: Actor, wat: str) -> str:
    """Return which medewerker acts.

    Args:
        actor: who acts.
        wat: what only a medewerker does, e.g. ``Regie overdragen``.

    Raises:
        NietToegestaan: the account is of no medewerker.
    """
    if actor.medewerker is None:
        raise NietToegestaan(
            f"{wat} doet een medewerker; dit account is er niet aan een gekoppeld.",
            vervolg="Koppel het met 'toegang medewerker account', of werk in de proefmodus met --als.",
        )
    return actor.medewerker


def namens(werk: Werkeenheid, medewerker: str, dag: date) -> frozenset[str]:
    """Return for whom somebody may act on a day: the own id, and everybody whom he or she replaces."""
    vervangt = {
        mens.id
        for mens in werk.medewerkers.zoek()
        if (weg := mens.afwezig_op(dag)) is not None and weg.vervanger == medewerker
    }
    return frozenset(vervangt | {medewerker})


def vereis_open(zaak: Zaak) -> None:
    """Check that a zaak is not closed.

    Raises:
        Conflict: it is.
    """
    if not zaak.open:
        raise Conflict(
            f"Zaak {zaak.id} is gesloten; daaraan verandert niets meer.", vervolg="Kies een lopende zaak van dit gezin."
        )


def toets_team(
    omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, team: Casusteam, mensen: Mapping[str, Kandidaat]
) -> tuple[Regeltoets, ...]:
    """Return what the rules say of a team; refusals are in it and nothing is raised."""
    context = TeamToets(zaak, huishouden_van(werk, zaak), dict(mensen), team, omgeving.beeld())
    return toets(Moment.TEAM, context, omgeving.beeld(), omgeving.bevestigd)


def toets_regie(
    omgeving: Omgeving,
    werk: Werkeenheid,
    zaak: Zaak,
    team: Casusteam,
    regie: Regietoewijzing,
    mensen: Mapping[str, Kandidaat],
    huishouden: Huishouden | None = None,
) -> tuple[Regeltoets, ...]:
    """Return what the rules say of regie over the household of a zaak, as stored or as given; nothing is raised."""
    gezin = huishouden or huishouden_van(werk, zaak)
    context = RegieToets(zaak, gezin, dict(mensen), team, regie, omgeving.beeld())
    return toets(Moment.REGIE, context, omgeving.beeld(), omgeving.bevestigd)


def bewaar_team(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, antwoord: Antwoord[Casusteam], regels: tuple[Regeltoets, ...]
) -> Zaak:
    """Store another team on a running zaak, with its trace and caseload; its step stays what it was."""
    invoer = {"zaak": zaak, "huishouden": huishouden_van(werk, zaak)}
    leg_vast(
        werk, omgeving, "compose_team", antwoord, invoer, regels,
        dossier=zaak.dossier_id, zaak=zaak.id, melding=zaak.melding_id,
    )  # fmt: skip
    leden = tuple(lid.medewerker for lid in antwoord.waarde.leden)
    werk.caseload.zet(zaak.id, aan_het_werk(antwoord.waarde))
    return werk.zaken.bewaar(zaak.gewijzigd(team=antwoord.waarde.team, leden=leden))


def bewaar_regie(
    werk: Werkeenheid,
    omgeving: Omgeving,
    zaak: Zaak,
    antwoord: Antwoord[Regietoewijzing],
    regels: tuple[Regeltoets, ...],
) -> None:
    """Store another regie over the household of a zaak, with its trace."""
    invoer = {"zaak": zaak, "huishouden": huishouden_van(werk, zaak)}
    leg_vast(
        werk, omgeving, "assign_regie", antwoord, invoer, regels,
        dossier=zaak.dossier_id, zaak=zaak.id, melding=zaak.melding_id,
    )  # fmt: skip
    werk.regie.beleg(zaak.dossier_id, antwoord.waarde, omgeving.vandaag())
