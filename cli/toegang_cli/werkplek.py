"""Opening a gemeente for one command: who acts, on which storage, and the header that says it is a trial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields

from toegang.domain.spoor import Regeltoets
from toegang.environment import VASTE_DAG, Gemeente, Klok, inschrijving_van, open_gemeente, wie_handelt
from toegang.errors import Invoerfout, NietToegestaan
from toegang.lifecycle.accounts import medewerker_van
from toegang.lifecycle.leestoegang import open_opslag
from toegang.lifecycle.omgeving import Omgeving
from toegang.plugins.bord import Hakenbord
from toegang.plugins.verpakking import HookFout
from toegang.storage import Actor, Gemeenteopslag, NietGevonden, Werkeenheid
from toegang.tenancy import Register, Stand
from toegang_cli.uitvoer import zeg

_ZAAKNUMMER = re.compile(r"Z\d{4}-\d{6,9}")
NIETS_OPGESLAGEN = "Proef: er is niets opgeslagen."


@dataclass(frozen=True)
class Werkplek:
    """An opened gemeente with its plugin.

    Args:
        gemeente: the gemeente.
        omgeving: what the life cycle works in; keeps nothing on a trial run.
        actor: who acts.
        proef: a trial run.
    """

    gemeente: Gemeente
    omgeving: Omgeving
    actor: Actor
    proef: bool


@dataclass(frozen=True)
class Leesplek:
    """The storage of a gemeente without its plugin: files can be read years after the plugin is gone."""

    naam: str
    opslag: Gemeenteopslag
    actor: Actor

    def werk(self) -> Werkeenheid:
        """Open a unit of work."""
        return self.opslag.werk(self.actor)


@contextmanager
def werkplek(naam: str, als: str | None = None, *, proef: bool = False) -> Iterator[Werkplek]:
    """Open a gemeente with its plugin.

    Args:
        naam: key of the gemeente.
        als: medewerker that a trial user plays.
        proef: run every step, and keep nothing.

    Raises:
        ToegangFout: see :func:`toegang.environment.open_gemeente`.
        NietToegestaan: somebody is played in production.
        Invoerfout: the medewerker does not exist.
    """
    with open_gemeente(naam) as gemeente:
        actor = gemeente.actor(als)
        _vereis_medewerker(gemeente.omgeving.opslag, actor)
        zeg_kop(naam, gemeente.stand, als)
        omgeving = als_proef(gemeente.omgeving) if proef else gemeente.omgeving
        yield Werkplek(gemeente, omgeving, actor, proef)


@contextmanager
def leesplek(naam: str, als: str | None = None) -> Iterator[Leesplek]:
    """Open the storage of a gemeente, without its plugin.

    Args:
        naam: key of the gemeente.
        als: medewerker that a trial user plays.

    Raises:
        ToegangFout: the gemeente is not connected here, or its database or key cannot be used.
        NietToegestaan: somebody is played, or the day is invented, in production.
        Invoerfout: the medewerker does not exist.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    ingeschreven = inschrijving_van(register, naam, klok)
    if ingeschreven.stand is Stand.PRODUCTIE:
        _weiger_oefenen(naam, als, klok)
    uid = wie_handelt(register.paden(naam).map)
    with open_opslag(register, naam, klok.nu, klok.vandaag(), uid) as opslag:
        actor = Actor(uid=uid, medewerker=als or medewerker_van(opslag, uid, klok.vandaag()))
        _vereis_medewerker(opslag, actor)
        zeg_kop(naam, ingeschreven.stand, als)
        yield Leesplek(naam, opslag, actor)


def zeg_kop(naam: str, stand: Stand, als: str | None = None) -> None:
    """Say that this is a trial: one user, who may play everybody, on a day that may be invented.

    Args:
        naam: key of the gemeente.
        stand: trial or production; in production nothing is said.
        als: medewerker that is played.
    """
    if stand is Stand.PRODUCTIE:
        return
    rol = f" U werkt als medewerker {als}." if als else ""
    dag = Klok.van_machine().vaste_dag
    vast = f" Het is zogenaamd {dag.isoformat()} ({VASTE_DAG})." if dag else ""
    zeg(f"Proefmodus, één gebruiker, gemeente {naam}: alleen om te oefenen.{rol}{vast}")


def zaaknummer(tekst: str) -> str:
    """Return a zaaknummer as typed, or refuse what is none; it is not shown, it may be a BSN.

    Raises:
        Invoerfout: it does not look like one.
    """
    if not _ZAAKNUMMER.fullmatch(tekst):
        raise Invoerfout(
            "Dit is geen zaaknummer.",
            vervolg="Een zaaknummer ziet eruit als Z2026-000012. Bekijk ze met: toegang zaak lijst",
        )
    return tekst


class Proefeenheid(Werkeenheid):
    """A unit of work that keeps nothing: its block always ends with a rollback.

    Args:
        echt: the unit that it stands in for.
        gezien: gets the rules that were checked, since they are nowhere to be read afterwards.
    """

    def __init__(self, echt: Werkeenheid, gezien: list[Regeltoets]) -> None:
        super().__init__(echt.sessie, echt.actor, echt.kopbestand, lambda _sessie: None)
        self._gezien = gezien

    def commit(self, *, door: str = "") -> None:
        """Keep nothing but the rules that were checked."""
        for tabellen in self.sessie.geschreven.values():
            for kenmerk in tabellen.get("sporen", ()):
                self._gezien.extend(self.sporen.haal(kenmerk).regels)
            for kenmerk in tabellen.get("besluiten", ()):
                self._gezien.extend(self.besluiten.haal(kenmerk).regels)
            for kenmerk in tabellen.get("gesprekken", ()):
                self._gezien.extend(self.gesprekken.haal(kenmerk).regels)
            if "besluiten" not in tabellen:
                for kenmerk in tabellen.get("voorstellen", ()):
                    self._gezien.extend(self.voorstellen.haal(kenmerk).regels)


class Proefbord(Hakenbord):
    """A hook board that answers as ever, and tells observers nothing: nothing happened."""

    def on_gebeurtenis(self, gebeurtenis: object) -> tuple[HookFout, ...]:
        """Tell nobody."""
        return ()


@dataclass(frozen=True)
class Proefomgeving(Omgeving):
    """The surroundings of a trial run: every step runs as ever, on units of work that keep nothing.

    Args:
        gezien: rules that were checked.
    """

    gezien: list[Regeltoets] = field(default_factory=list)

    def werk(self, actor: Actor) -> Werkeenheid:
        """Open a unit of work that keeps nothing."""
        return Proefeenheid(super().werk(actor), self.gezien)


def als_proef(omgeving: Omgeving) -> Proefomgeving:
    """Return the same surroundings for a trial run."""
    velden = {veld.name: getattr(omgeving, veld.name) for veld in fields(omgeving)}
    return Proefomgeving(**{**velden, "bord": Proefbord(omgeving.bord.gemeente, omgeving.bord.lagen)})


def _weiger_oefenen(naam: str, als: str | None, klok: Klok) -> None:
    """Refuse in production what is for trials only; the log would tell an untruth."""
    if als is not None:
        raise NietToegestaan(
            f"Gemeente {naam} is in productie: u kunt niet als een ander werken.",
            vervolg="Laat --als weg en werk onder uw eigen account.",
        )
    if klok.vaste_dag is not None:
        raise NietToegestaan(
            f"Gemeente {naam} is in productie; {VASTE_DAG} mag dan niet gezet zijn.", vervolg=f"unset {VASTE_DAG}"
        )


def _vereis_medewerker(opslag: Gemeenteopslag, actor: Actor) -> None:
    if actor.medewerker is None:
        return
    try:
        with opslag.werk(actor, alleen_lezen=True) as werk:
            werk.medewerkers.haal(actor.medewerker)
    except NietGevonden:
        raise Invoerfout(
            "De medewerker achter --als bestaat niet in deze gemeente.",
            vervolg=f"Bekijk wie er zijn: toegang medewerker lijst -g {opslag.gemeente}",
        ) from None
