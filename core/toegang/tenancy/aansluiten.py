"""Onboarding a gemeente: check all first, show the plan, then act in numbered, re-runnable steps.

A kill at any moment is harmless: the next run goes on where it stopped. The gemeente exists from the
step that writes ``gemeente.toml``; from then on no step ever makes a key or a database again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from toegang.domain.waarde import Waarde
from toegang.storage.bestanden import maak_map, slot
from toegang.storage.bestandssysteem import weiger_netwerk
from toegang.storage.waarden import Actor
from toegang.tenancy.controles import (
    controleer_opdracht,
    controleer_schrijfbaar,
    controleer_server,
    weiger_andere_inschrijving,
    weiger_vreemde_bestanden,
)
from toegang.tenancy.journaal import (
    Aansluitopdracht,
    Opslagsoort,
    hervat_of_begin,
    lees_journaal,
    schrijf_journaal,
    weiger_anders,
)
from toegang.tenancy.register import Paden, Register
from toegang.tenancy.stappen import STAPPEN, VOOR_INSCHRIJVING, Klok, Stap, Werk


class Aansluitstap(Waarde):
    """One step of the plan.

    Args:
        nummer: 1, 2, ...
        omschrijving: what it does, in Dutch.
        gedaan: it was done before.
    """

    nummer: int
    omschrijving: str
    gedaan: bool


class Aansluitplan(Waarde):
    """What onboarding will do, or did.

    Args:
        opdracht: what was asked for.
        stappen: the steps.
        hervat: an earlier run was not finished.
        bewaar: the key file, of which a copy must be kept elsewhere.
    """

    opdracht: Aansluitopdracht
    stappen: tuple[Aansluitstap, ...]
    hervat: bool
    bewaar: Path

    @property
    def al_klaar(self) -> bool:
        """Tell whether there is nothing to do."""
        return all(stap.gedaan for stap in self.stappen)


def maak_plan(register: Register, opdracht: Aansluitopdracht) -> Aansluitplan:
    """Check everything and say what onboarding would do; changes nothing.

    Args:
        register: the gemeenten of this machine.
        opdracht: what is asked for.

    Raises:
        Invoerfout: when the name or another fact cannot be used.
        Conflict: when it is connected otherwise, or files of somebody else are in the way.
        OpslagFout: when the data folder is not writable or on a network disk.
    """
    paden = register.paden(opdracht.naam)
    controleer_opdracht(opdracht)
    weiger_netwerk(register.map)
    controleer_schrijfbaar(register.map)
    journaal = lees_journaal(paden.journaal)
    if paden.inschrijving.exists():
        weiger_andere_inschrijving(register.haal(opdracht.naam), opdracht)
    elif journaal is None:
        weiger_vreemde_bestanden(paden)
    if journaal is not None:
        weiger_anders(paden.journaal, journaal, opdracht)
    if opdracht.opslag is Opslagsoort.POSTGRESQL and not paden.inschrijving.exists():
        controleer_server(register.postgres)
    return Aansluitplan(
        opdracht=opdracht, stappen=_stappen(paden, opdracht), hervat=journaal is not None, bewaar=paden.sleutel
    )


def aansluiten(
    register: Register,
    opdracht: Aansluitopdracht,
    actor: Actor,
    klok: Klok,
    *,
    na_stap: Callable[[Aansluitstap], None] | None = None,
) -> Aansluitplan:
    """Connect a gemeente, or finish what an earlier run began; does nothing when all is done.

    Args:
        register: the gemeenten of this machine.
        opdracht: what is asked for.
        actor: who does it; becomes beheerder, without a right to open files (DESIGN.md §5).
        klok: gives the instant, UTC.
        na_stap: hears each step that was just done, for a progress bar.

    Returns:
        The plan that was carried out; the steps that were done before say so.

    Raises:
        Invoerfout: as :func:`maak_plan`; nothing was changed then.
        Conflict: likewise.
        OpslagFout: likewise; or a step failed, and the next run goes on there.
    """
    plan = maak_plan(register, opdracht)
    if plan.al_klaar:
        return plan
    maak_map(register.map)
    with slot(register.map / ".slot", "het aansluiten van een gemeente", wachten=True):
        # Another process may have done some of it meanwhile.
        plan = maak_plan(register, opdracht)
        _voer_uit(plan, Werk(opdracht, register.paden(opdracht.naam), actor, klok, register.postgres), na_stap)
    return plan


def _gekozen(opdracht: Aansluitopdracht) -> tuple[Stap, ...]:
    return tuple(stap for stap in STAPPEN if stap.alleen_op in (None, opdracht.opslag))


def _stappen(paden: Paden, opdracht: Aansluitopdracht) -> tuple[Aansluitstap, ...]:
    ingeschreven = paden.inschrijving.exists()
    return tuple(
        Aansluitstap(
            nummer=nummer,
            omschrijving=stap.omschrijving,
            gedaan=(ingeschreven and stap in VOOR_INSCHRIJVING) or stap.is_gedaan(paden),
        )
        for nummer, stap in enumerate(_gekozen(opdracht), start=1)
    )


def _voer_uit(plan: Aansluitplan, werk: Werk, na_stap: Callable[[Aansluitstap], None] | None) -> None:
    maak_map(werk.paden.map)
    for stap, uitvoering in zip(plan.stappen, _gekozen(plan.opdracht), strict=True):
        if stap.gedaan:
            continue
        if not werk.paden.inschrijving.exists():
            journaal = hervat_of_begin(werk.paden.journaal, werk.opdracht, werk.actor.uid, werk.klok)
            schrijf_journaal(werk.paden.journaal, journaal.gewijzigd(bezig_met=stap.nummer))
        uitvoering.doe(werk)
        if na_stap is not None:
            na_stap(stap)
