"""The composition root: opens one gemeente with its plugin, data, storage and clock.

The only place that asks the machine for the time and for who is acting.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from toegang.domain.datums import NEDERLAND
from toegang.domain.openstaand import ontbrekend
from toegang.domain.organisatie import OpenSleutel
from toegang.domain.spoor import Oordeel
from toegang.errors import Invoerfout, NietToegestaan
from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.letters.matrix import brieven_van
from toegang.lifecycle.accounts import medewerker_van
from toegang.lifecycle.beleid import toets_beleid
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.poort import Poort
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.laden import laad_plugin, maak_bord
from toegang.plugins.ontdekking import zoek
from toegang.storage import Actor
from toegang.tenancy import Aansluitopdracht, Aansluitplan, Aansluitstap, Inschrijving, Register, Stand, aansluiten
from toegang.tenancy.afsluitjournaal import weiger_afsluitend
from toegang.tenancy.beleidsdagen import beleid_per_dag
from toegang.tenancy.instellingen import Herkomst, geldend
from toegang.tenancy.journaal import Opslagsoort
from toegang.tenancy.register import weiger_kloon
from toegang.tenancy.wissel import rond_wissel_af

VASTE_DAG = "TOEGANG_VANDAAG"
BEVESTIGD = "regels.bevestigd"


class Klok:
    """The one clock: instants in UTC, days in Europe/Amsterdam.

    ``TOEGANG_VANDAAG=2026-12-31`` sets the day, for trials and tests; it cannot be used in production.

    Args:
        vaste_dag: the day, or ``None`` for the real one.
    """

    def __init__(self, vaste_dag: date | None = None) -> None:
        self.vaste_dag = vaste_dag

    @classmethod
    def van_machine(cls) -> Klok:
        """Return the real clock, or the day that ``TOEGANG_VANDAAG`` names.

        Raises:
            Invoerfout: the variable holds no date.
        """
        tekst = os.environ.get(VASTE_DAG)
        if not tekst:
            return cls()
        try:
            return cls(date.fromisoformat(tekst))
        except ValueError:
            raise Invoerfout(f"{VASTE_DAG} is geen datum.", vervolg="Gebruik jjjj-mm-dd.") from None

    def nu(self) -> datetime:
        """Return the instant in UTC; on a fixed day with the time of now."""
        echt = datetime.now(UTC)
        if self.vaste_dag is None:
            return echt
        plaatselijk = echt.astimezone(NEDERLAND)
        return datetime.combine(self.vaste_dag, plaatselijk.time(), NEDERLAND).astimezone(UTC)

    def vandaag(self) -> date:
        """Return the day in Europe/Amsterdam: the law counts days there."""
        return self.nu().astimezone(NEDERLAND).date()


@dataclass(frozen=True)
class Gemeente:
    """One gemeente, opened; use it in a ``with`` block.

    Args:
        naam: key.
        omgeving: what the life cycle works in.
        plugin: its plugin.
        map: its data folder.
        brievenmap: folder for letters that are handed out.
        stand: trial or production.
        demo_antwoorden: open keys that only the demo filled in.
    """

    naam: str
    omgeving: Omgeving
    plugin: Gemeenteplugin
    map: Path
    brievenmap: Path
    stand: Stand
    demo_antwoorden: tuple[str, ...]

    def ontbrekende_sleutels(self) -> tuple[OpenSleutel, ...]:
        """Return the open keys that no person has answered; the demo does not count."""
        echt = {naam: waarde for naam, waarde in self.omgeving.antwoorden.items() if naam not in self.demo_antwoorden}
        return ontbrekend(self.omgeving.organisatie, echt)

    def vereis_gereed(self) -> None:
        """Check that this gemeente may go live.

        Raises:
            NietToegestaan: she is a clone, an open key has no answer of a person, the mandate register is an example,
                or a rule on policy objects (B-76, B-77, B-78).
        """
        register = Register(self.map.parent)
        weiger_kloon(register, register.haal(self.naam).gewijzigd(stand=Stand.PRODUCTIE))
        missend = self.ontbrekende_sleutels()
        voorbeeld = self.omgeving.organisatie.mandaatregister_is_voorbeeld
        # a preference of the source warns; it keeps nobody from going live
        beleid = {item.regel for item in toets_beleid(self.omgeving) if item.oordeel is Oordeel.GEWEIGERD}
        if not missend and not voorbeeld and not beleid:
            return
        redenen = [f"{len(missend)} open sleutels zijn nog niet door een mens ingevuld"] if missend else []
        redenen += ["het mandaatregister is een voorbeeld"] if voorbeeld else []
        redenen += [f"het beleid klopt niet ({', '.join(sorted(beleid))})"] if beleid else []
        raise NietToegestaan(
            f"Gemeente {self.omgeving.organisatie.naam} kan niet open: {' en '.join(redenen)}.",
            vervolg=f"Bekijk wat er mist: toegang gemeente controleer {self.naam}",
        )

    def actor(self, als: str | None = None) -> Actor:
        """Return who is acting in this gemeente.

        Args:
            als: id of the medewerker that a trial user plays.

        Raises:
            NietToegestaan: somebody is played in production.
        """
        if als is not None and self.stand is Stand.PRODUCTIE:
            raise NietToegestaan(
                f"Gemeente {self.naam} is in productie: u kunt niet als '{als}' werken.",
                vervolg="Werk onder uw eigen account.",
            )
        return Actor(uid=wie_handelt(self.map), medewerker=als or self._medewerker)

    @cached_property
    def _medewerker(self) -> str | None:
        return medewerker_van(self.omgeving.opslag, wie_handelt(self.map), self.omgeving.vandaag())

    def sluit(self) -> None:
        """Close the storage."""
        self.omgeving.opslag.sluit()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()


def open_gemeente(naam: str, *, register: Register | None = None, klok: Klok | None = None) -> Gemeente:
    """Open a gemeente that is connected on this machine.

    Args:
        naam: key, e.g. ``zwolle``.
        register: the gemeenten of this machine; ``None`` = the standard data folder.
        klok: the clock; ``None`` = that of the machine.

    Raises:
        NietGevonden: it is not connected here.
        PluginFout: its plugin cannot be used; the other gemeenten work on.
        OpslagFout: its database or key cannot be used.
        NietToegestaan: a fixed day is set in production, or who acts may not do this there.
    """
    register, klok = register or Register.standaard(), klok or Klok.van_machine()
    register.haal(naam)
    weiger_afsluitend(register, naam)
    ingeschreven = inschrijving_van(register, naam, klok)
    weiger_kloon(register, ingeschreven)
    if ingeschreven.stand is Stand.PRODUCTIE and klok.vaste_dag is not None:
        raise NietToegestaan(
            f"Gemeente {naam} is in productie; {VASTE_DAG} mag dan niet gezet zijn.", vervolg=f"unset {VASTE_DAG}"
        )
    inschrijving = zoek(ingeschreven.plugin, GROEP_GEMEENTEN)
    plugin = laad_plugin(inschrijving)
    instellingen = register.lees_instellingen(naam)
    beleid_op = beleid_per_dag(plugin, instellingen)
    organisatie, antwoorden = beleid_op(klok.vandaag())
    bord = maak_bord(naam, plugin, inschrijving, organisatie)
    omgeving = Omgeving(
        naam=naam,
        bord=bord,
        organisatie=organisatie,
        antwoorden=antwoorden,
        opslag=register.opslag(naam, klok.nu),
        nu=klok.nu,
        vandaag=klok.vandaag,
        bevestigd=frozenset(antwoorden.get(BEVESTIGD, "").split()),
        plugin_hash=plugin.hash,
        beleid_op=beleid_op,
        brieven=lambda: brieven_van(bord.template_dirs()),
    )
    paden, dag = register.paden(naam), klok.vandaag()
    uid, eigenaar = wie_handelt(paden.map), paden.map.stat().st_uid
    poort = Poort(naam, omgeving.opslag, ingeschreven.stand, uid, eigenaar, omgeving.beeld(), organisatie, dag)
    try:
        poort.laat_door()
    except BaseException:
        omgeving.opslag.sluit()
        raise
    vandaag = geldend(instellingen, dag)
    demo = tuple(sleutel for sleutel, item in vandaag.items() if item.herkomst is Herkomst.DEMO)
    return Gemeente(naam, omgeving, plugin, paden.map, paden.brieven, ingeschreven.stand, demo)


def inschrijving_van(register: Register, naam: str, klok: Klok) -> Inschrijving:
    """Return how a gemeente is listed; first finishes a change of its stand or answers that a kill left half done.

    Raises:
        NietGevonden: it is not connected here.
        OpslagFout: its files cannot be read or mended.
    """
    register.haal(naam)
    rond_wissel_af(register.paden(naam).instellingen, lambda: register.opslag(naam, klok.nu))
    return register.haal(naam)


def sluit_aan(
    naam: str,
    actor: Actor,
    *,
    register: Register | None = None,
    klok: Klok | None = None,
    na_stap: Callable[[Aansluitstap], None] | None = None,
) -> Aansluitplan:
    """Connect a gemeente on this machine, on the data of its plugin; finishes a run that was broken off.

    Args:
        naam: name of the entry point of its plugin.
        actor: who does it.
        register: as in :func:`open_gemeente`.
        klok: as in :func:`open_gemeente`.
        na_stap: hears each step that was just done.

    Raises:
        PluginFout: the plugin is not installed or its data are not valid.
        Conflict: other files are in the way.
        OpslagFout: the data folder cannot be used.
    """
    register, klok = register or Register.standaard(), klok or Klok.van_machine()
    opdracht = aansluitopdracht(naam, register)
    return aansluiten(register, opdracht, actor, klok.nu, na_stap=na_stap)


def aansluitopdracht(naam: str, register: Register, *, rsin: str | None = None) -> Aansluitopdracht:
    """Return what onboarding is asked for, read from the plugin.

    Args:
        naam: name of the entry point of the plugin, and of the gemeente.
        register: the gemeenten of this machine; says where the next database goes. Who is connected stays where she is.
        rsin: number of the gemeente as a legal person.

    Raises:
        PluginFout: the plugin is not installed or its data are not valid.
    """
    plugin = laad_plugin(zoek(naam, GROEP_GEMEENTEN))
    organisatie = plugin.organisatie({})
    paden = register.paden(naam)
    op_server = paden.postgres.exists() if paden.inschrijving.exists() else bool(register.postgres)
    return Aansluitopdracht(
        naam=naam,
        titel=organisatie.naam,
        plugin=naam,
        code=organisatie.gemeentecode,
        opslag=Opslagsoort.POSTGRESQL if op_server else Opslagsoort.SQLITE,
        rsin=rsin,
    )


def wie_handelt(eigenaar: Path) -> int:
    """Return the uid of who is acting: the real one, or ``SUDO_UID`` behind the service account.

    ``SUDO_UID`` counts only when this process runs as the account that owns the data: nobody else gets
    to that account but through sudo, which sets it. A user name from the environment never counts.

    Args:
        eigenaar: data folder; its owner is the service account.
    """
    uid, sudo = os.getuid(), os.environ.get("SUDO_UID", "")
    achter_sudo = eigenaar.exists() and eigenaar.stat().st_uid == os.geteuid() and sudo.isdigit()
    return int(sudo) if achter_sudo else uid
