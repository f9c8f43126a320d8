"""Which roles somebody has in a gemeente, and where each comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toegang.domain.medewerker import Medewerker
from toegang.domain.organisatie import Organisatie
from toegang.domain.rollen import Rol, toegekend, van_functie
from toegang.lifecycle.beheerders import is_beheerder
from toegang.storage import Werkeenheid


@dataclass(frozen=True)
class Bevoegdheid:
    """What an account is to a gemeente on a day.

    Args:
        uid: the account.
        medewerker: who that is; ``None`` = no medewerker, or one who is not in service.
        rollen: the roles, each with where it comes from, in Dutch.
        volledig: the data of the gemeente were there, so that the functie could be weighed.
    """

    uid: int
    medewerker: Medewerker | None
    rollen: dict[Rol, str]
    volledig: bool = True


def rollen_van(mens: Medewerker, organisatie: Organisatie | None, dag: date) -> dict[Rol, str]:
    """Return the roles of a medewerker on a day; none for who is not in service.

    Args:
        mens: the medewerker.
        organisatie: the data of the gemeente; ``None`` when they are not on this machine.
        dag: the day.
    """
    if not mens.in_dienst_op(dag):
        return {}
    rollen = van_functie(organisatie, mens.functie, dag) if organisatie is not None else {}
    for rol, item in toegekend(mens.rollen, dag).items():
        tot = f" tot en met {item.tot.isoformat()}" if item.tot else ""
        rollen.setdefault(rol, f"gegeven door account {item.door}, vanaf {item.van.isoformat()}{tot}")
    return rollen


def bevoegdheid(
    werk: Werkeenheid, uid: int, medewerker: str | None, eigenaar: int, organisatie: Organisatie | None, dag: date
) -> Bevoegdheid:
    """Return what an account is to a gemeente.

    Args:
        werk: a unit of work.
        uid: the account.
        medewerker: id of who that is, or of who is played in trial mode; ``None`` = by the account.
        eigenaar: uid that owns the data folder.
        organisatie: the data of the gemeente; ``None`` when they are not on this machine.
        dag: today.
    """
    mens = next(
        (
            item
            for item in werk.medewerkers.zoek()
            if (item.id == medewerker if medewerker else item.account is not None and item.account.uid == uid)
        ),
        None,
    )
    if mens is not None and not mens.in_dienst_op(dag):
        mens = None
    rollen = rollen_van(mens, organisatie, dag) if mens is not None else {}
    if is_beheerder(werk.kenmerken, uid, eigenaar):
        rollen = {**rollen, Rol.BEHEER: "beheerder van deze gemeente"}
    return Bevoegdheid(uid, mens, rollen, volledig=organisatie is not None)
