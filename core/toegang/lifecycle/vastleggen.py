"""The one road by which an answer of a hook becomes a fact: checked, traced and logged."""

from __future__ import annotations

import functools
import json
import uuid
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

from toegang.domain.begrippen import Registratie
from toegang.domain.levensloop import Stap, mag_naar
from toegang.domain.melding import Intake
from toegang.domain.spoor import Oordeel, Regeltoets, Spoor
from toegang.domain.verwerking import verwerkingsactiviteit
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.register import Moment, Regelovertreding, toets, weiger_bij_overtreding
from toegang.hookspecs import HAAK_API
from toegang.lifecycle.hookbewaring import bewaar_vraag
from toegang.lifecycle.omgeving import Omgeving
from toegang.plugins.bord import Antwoord
from toegang.plugins.hookvragen import plat
from toegang.storage import Actor, Werkeenheid

A = TypeVar("A", bound=Waarde)
P = ParamSpec("P")
T = TypeVar("T")

GEWEIGERD = "regel.geweigerd"
"""Act of the log line that a refused step leaves."""


def nieuw_id(soort: str) -> str:
    """Return a fresh id that says nothing about a person.

    Args:
        soort: one or two letters that tell what it is, e.g. ``D`` for a dossier.
    """
    return f"{soort}-{uuid.uuid4().hex[:16]}"


def toets_antwoord(
    omgeving: Omgeving, moment: Moment, context: object, waar: str, vervolg: str = ""
) -> tuple[Regeltoets, ...]:
    """Check the rules of a step.

    Args:
        omgeving: the gemeente.
        moment: the step.
        context: its values.
        waar: zaak or melding, for the message.
        vervolg: what the reader can do next, in Dutch, when a rule refuses.

    Returns:
        The results, none of them a refusal.

    Raises:
        Regelovertreding: a rule refuses; nothing was stored.
    """
    # an act is judged by the rules of its own day (B-78), which the context knows
    beeld = getattr(context, "beeld", None) or omgeving.beeld()
    regels = toets(moment, context, beeld, omgeving.bevestigd)
    weiger_bij_overtreding(regels, waar, vervolg)
    return regels


def leg_vast(
    werk: Werkeenheid,
    omgeving: Omgeving,
    hook: str,
    antwoord: Antwoord[A],
    invoer: Mapping[str, object],
    regels: tuple[Regeltoets, ...],
    *,
    dossier: str,
    zaak: str | None = None,
    melding: str | None = None,
    op: date | None = None,
) -> Spoor:
    """Store the trace of an answered hook with what it was asked, and write it in the log.

    What was asked is kept encrypted under the dossier, so that ``proefdraai`` can ask it again; not where only
    contact details may be kept (B-1).

    Args:
        werk: the unit of work of this step.
        omgeving: the gemeente.
        hook: name of the hook.
        antwoord: the answer and who gave it.
        invoer: what the hook was asked with, without the gemeente.
        regels: the rules that were checked.
        dossier: id of the dossier.
        zaak: zaaknummer.
        melding: id of the melding.
        op: day on which was judged; ``None`` = today.

    Returns:
        The trace as stored.
    """
    waarde: Any = antwoord.waarde
    spoor = Spoor(
        id=nieuw_id("S"),
        dossier_id=dossier,
        zaak_id=zaak,
        melding_id=melding,
        hook=hook,
        plugin=antwoord.herkomst.plugin,
        plugin_versie=antwoord.herkomst.versie,
        laag=antwoord.herkomst.laag,
        haak_api=HAAK_API,
        organisatie_hash=omgeving.organisatie_hash,
        invoer_hmac=werk.kluis.invoer_hmac(_canoniek(invoer)),
        antwoord=waarde.model_dump(mode="json"),
        reden=waarde.reden,
        regels=regels,
        op=omgeving.nu(),
        verwerking=verwerkingsactiviteit(hook),
    )
    werk.sporen.bewaar(spoor)
    if not (isinstance(waarde, Intake) and waarde.registratie is Registratie.CONTACTGEGEVENS):
        bewaar_vraag(werk, spoor, invoer, op or omgeving.vandaag())
    gewaarschuwd = [item.regel for item in regels if item.oordeel is Oordeel.WAARSCHUWING]
    werk.log(
        f"hook.{hook}",
        zaak=zaak,
        dossier=dossier,
        detail={
            "spoor": spoor.id,
            "plugin": f"{spoor.plugin} {spoor.plugin_versie}",
            "reden": spoor.reden.code,
            "waarschuwingen": ",".join(gewaarschuwd),
            "verwerking": spoor.verwerking,
        },
    )
    return spoor


def meldt_weigering(
    stap: Callable[Concatenate[Omgeving, Actor, P], T],
) -> Callable[Concatenate[Omgeving, Actor, P], T]:
    """Make a step write in the log that a rule refused it; the step itself stores nothing then.

    Args:
        stap: a step of the life cycle; its first own argument is the zaaknummer, if it has one.
    """

    @functools.wraps(stap)
    def met_melding(omgeving: Omgeving, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return stap(omgeving, actor, *args, **kwargs)
        except Regelovertreding as fout:
            zaak = args[0] if args and isinstance(args[0], str) else None
            with omgeving.werk(actor) as werk:
                regels = ",".join(toets.regel for toets in fout.toetsen)
                werk.log(GEWEIGERD, zaak=zaak, detail={"stap": stap.__name__, "regels": regels})
                werk.commit()
            raise

    return met_melding


def vereis_stap(zaak: Zaak, naar: Stap, *, onderzoek_te_laat: bool = False) -> None:
    """Check that a zaak may take a step.

    Raises:
        Conflict: it may not; names its status and what comes next.
    """
    if mag_naar(zaak.wet, zaak.status, naar, onderzoek_te_laat=onderzoek_te_laat):
        return
    raise Conflict(
        f"Zaak {zaak.id} staat op {zaak.status} en kan nu niet naar {naar}.",
        vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
    )


def _canoniek(invoer: Mapping[str, object]) -> bytes:
    return json.dumps(plat(invoer), sort_keys=True).encode()


def controleer_dag(wat: str, dag: date, niet_voor: date, vandaag: date) -> None:
    """Check that a day of process lies between two days.

    Raises:
        Invoerfout: it does not.
    """
    if not niet_voor <= dag <= vandaag:
        raise Invoerfout(
            f"{wat} kan niet op {dag.isoformat()} zijn geweest.",
            vervolg=f"Kies een dag van {niet_voor.isoformat()} tot en met {vandaag.isoformat()}.",
        )
