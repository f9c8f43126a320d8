"""The roles that give rights, which functie has them by the data of the gemeente, and which somebody was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from toegang.domain.waarde import Waarde

if TYPE_CHECKING:
    from toegang.domain.organisatie import Organisatie


class Rol(StrEnum):
    """What somebody is to Toegang. A resident has no account and no role: see ``toegang inwoner dossier``.

    BEHEER belongs to an account, never to a medewerker; every other role belongs to a medewerker.
    """

    INTAKE = "INTAKE"
    CONSULENT = "CONSULENT"
    REGISSEUR = "REGISSEUR"
    ADVISEUR = "ADVISEUR"
    TEAMLEIDER = "TEAMLEIDER"
    JURIST = "JURIST"
    ONDERTEKENAAR = "ONDERTEKENAAR"
    ADMINISTRATIE = "ADMINISTRATIE"
    BELEID = "BELEID"
    DIV = "DIV"
    BEHEER = "BEHEER"
    FG = "FG"

    @property
    def uitleg(self) -> str:
        """Say it in Dutch."""
        return _UITLEG[self]

    @property
    def kort(self) -> str:
        """Heading of a narrow column."""
        return _KORT[self]


_UITLEG = {
    Rol.INTAKE: "neemt vragen aan en doet het eerste contact",
    Rol.CONSULENT: "onderzoekt en stelt voor",
    Rol.REGISSEUR: "voert de regie over een huishouden",
    Rol.ADVISEUR: "adviseert, en beoordeelt niets",
    Rol.TEAMLEIDER: "verdeelt het werk en geeft rollen",
    Rol.JURIST: "behandelt bezwaar en bevestigt regels",
    Rol.ONDERTEKENAAR: "toetst, beslist of ondertekent",
    Rol.ADMINISTRATIE: "maakt en verzendt brieven, niet de inhoud",
    Rol.BELEID: "kijkt naar cijfers, aanbieders en knelpunten",
    Rol.DIV: "bewaart en vernietigt",
    Rol.BEHEER: "houdt Toegang draaiend, zonder dossiers",
    Rol.FG: "ziet toe op de privacy, leest het logboek",
}
_KORT = {
    Rol.INTAKE: "in",
    Rol.CONSULENT: "co",
    Rol.REGISSEUR: "re",
    Rol.ADVISEUR: "av",
    Rol.TEAMLEIDER: "tl",
    Rol.JURIST: "ju",
    Rol.ONDERTEKENAAR: "on",
    Rol.ADMINISTRATIE: "ad",
    Rol.BELEID: "bl",
    Rol.DIV: "di",
    Rol.BEHEER: "it",
    Rol.FG: "fg",
}
VAN_MEDEWERKER = tuple(rol for rol in Rol if rol is not Rol.BEHEER)
"""The roles that a medewerker can have."""


class Roltoekenning(Waarde):
    """A role that somebody was given beside what the functie brings; never taken out, only ended.

    Args:
        rol: the role.
        van: first day.
        tot: last day; ``None`` = until it is taken back.
        door: uid of who gave it.
        op: day on which that was done.
        ingetrokken_door: uid of who took it back.
        ingetrokken_op: day on which that was done.
    """

    rol: Rol
    van: date
    tot: date | None = None
    door: int = Field(ge=0)
    op: date
    ingetrokken_door: int | None = Field(default=None, ge=0)
    ingetrokken_op: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Tell whether it holds on a day; its first and last day count."""
        return self.van <= dag <= (self.tot or date.max)


def van_functie(organisatie: Organisatie, functie: str, dag: date) -> dict[Rol, str]:
    """Return the roles that a functie has, each with the data that it follows from.

    What the gemeente has laid down elsewhere is not asked twice: who assesses, who is in a besluitroute, in the
    mandate register, at a loket or keeps the archive has the role that goes with it. The rest is ``functie.rollen``.

    Args:
        organisatie: the data, with the open keys filled in as far as answered.
        functie: id of the functie.
        dag: the day.

    Returns:
        Role by role, where it stands in ``organisatie.toml``, in Dutch; empty for a functie that is not there.
    """
    eigen = organisatie.functie(functie)
    if eigen is None or not eigen.geldt_op(dag):
        return {}
    gevonden: dict[Rol, str] = dict.fromkeys(eigen.rollen, "functie, rollen")
    if eigen.beoordeelt:
        _voeg_toe(gevonden, (Rol.CONSULENT, Rol.REGISSEUR), "functie, beoordeelt")
    if any(loket.functie == functie for loket in organisatie.loketten):
        _voeg_toe(gevonden, (Rol.INTAKE,), "loket")
    for rol, waar, functies in _uit_routes(organisatie, dag):
        if functie in functies:
            _voeg_toe(gevonden, (rol,), waar)
    if functie in {item.functie for item in organisatie.mandaten if item.geldt_op(dag)}:
        _voeg_toe(gevonden, (Rol.ONDERTEKENAAR,), "mandaatregister")
    if functie == organisatie.archiefactor:
        _voeg_toe(gevonden, (Rol.DIV,), "archiefactor")
    return gevonden


def toegekend(toekenningen: Iterable[Roltoekenning], dag: date) -> dict[Rol, Roltoekenning]:
    """Return the roles that were given to somebody and hold on a day."""
    return {item.rol: item for item in toekenningen if item.geldt_op(dag)}


def _uit_routes(organisatie: Organisatie, dag: date) -> Iterable[tuple[Rol, str, frozenset[str]]]:
    for route in organisatie.besluitroutes:
        if not (route.geldig_van or date.min) <= dag <= (route.geldig_tot or date.max):
            continue
        beslist = {route.toets_rol, route.besluit_rol, route.ondertekenaar_functie} - {None}
        yield Rol.CONSULENT, "besluitroute, voorstel", frozenset(route.voorstel_rol)
        yield Rol.ONDERTEKENAAR, "besluitroute, toets of besluit", frozenset(str(deel) for deel in beslist)
        yield Rol.ADMINISTRATIE, "besluitroute, verzending", frozenset({route.verzend_rol})
        yield Rol.JURIST, "besluitroute, bezwaar", frozenset({route.bezwaar_rol})


def _voeg_toe(gevonden: dict[Rol, str], rollen: Iterable[Rol], waar: str) -> None:
    for rol in rollen:
        gevonden.setdefault(rol, waar)


def in_woorden(rollen: Iterable[Rol] | Mapping[Rol, object]) -> str:
    """Return roles for a sentence, in the order of the enumeration."""
    return ", ".join(rol.value.lower() for rol in Rol if rol in set(rollen))
