"""The accounts that keep a gemeente running: who connected it, and whom these added; without a right to open files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from toegang.errors import Conflict, NietToegestaan
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid

BEHEERDER = "beheerder"
"""Fact of the database: the uid that connected the gemeente."""
BEHEERDERS = "beheerders"
"""Fact of the database: the accounts that were added or taken out since, as JSON."""


class Beheeraccount(NamedTuple):
    """An account with the role BEHEER.

    Args:
        uid: the account.
        sinds: day on which it was added; ``None`` for who connected the gemeente.
        door: uid of who added it.
    """

    uid: int
    sinds: date | None
    door: int | None


def lees_beheerders(eerste: str | None, latere: str | None) -> tuple[Beheeraccount, ...]:
    """Return the accounts, read from the two facts of the database.

    Args:
        eerste: value of :data:`BEHEERDER`.
        latere: value of :data:`BEHEERDERS`.
    """
    stand = json.loads(latere) if latere else {}
    begin = [] if eerste is None or stand.get(eerste) == {} else [Beheeraccount(int(eerste), None, None)]
    bij = [
        Beheeraccount(int(uid), date.fromisoformat(item["sinds"]), int(item["door"]))
        for uid, item in sorted(stand.items(), key=lambda deel: int(deel[0]))
        if item and uid != eerste
    ]
    return (*begin, *bij)


def is_beheerder(kenmerken: Mapping[str, str], uid: int, eigenaar: int) -> bool:
    """Tell whether an account has the role BEHEER: one of the list, the service account itself, or root.

    Args:
        kenmerken: facts of the database.
        uid: the account.
        eigenaar: uid that owns the data folder: the service account.
    """
    lijst = lees_beheerders(kenmerken.get(BEHEERDER), kenmerken.get(BEHEERDERS))
    return uid in {0, eigenaar, *(item.uid for item in lijst)}


def voeg_beheerder_toe(omgeving: Omgeving, actor: Actor, uid: int, eigenaar: int) -> Beheeraccount:
    """Give an account the role BEHEER.

    Args:
        omgeving: the gemeente.
        actor: who does it; has that role.
        uid: the account.
        eigenaar: uid that owns the data folder.

    Raises:
        NietToegestaan: the actor is no beheerder.
        Conflict: the account is one already.
    """
    with omgeving.werk(actor) as werk:
        _vereis(werk, actor, eigenaar)
        if is_beheerder(werk.kenmerken, uid, eigenaar):
            raise Conflict(f"Account {uid} is al beheerder.", vervolg="Er verandert niets.")
        nieuw = Beheeraccount(uid, omgeving.vandaag(), actor.uid)
        _leg_vast(werk, uid, {"sinds": omgeving.vandaag().isoformat(), "door": actor.uid})
        werk.log("beheerder.toegevoegd", detail={"account": str(uid)})
        werk.commit()
    return nieuw


def haal_beheerder_weg(omgeving: Omgeving, actor: Actor, uid: int, eigenaar: int) -> None:
    """Take the role BEHEER from an account; what it did stays in the log.

    Raises:
        NietToegestaan: the actor is no beheerder.
        Conflict: the account is none, or it is the last one beside the service account.
    """
    with omgeving.werk(actor) as werk:
        _vereis(werk, actor, eigenaar)
        lijst = lees_beheerders(werk.kenmerken.get(BEHEERDER), werk.kenmerken.get(BEHEERDERS))
        if uid not in {item.uid for item in lijst}:
            raise Conflict(f"Account {uid} staat niet in de lijst van beheerders.", vervolg="Er verandert niets.")
        if len(lijst) == 1:
            raise Conflict(
                f"Account {uid} is de laatste beheerder.", vervolg="Voeg eerst een ander toe, met --erbij NUMMER."
            )
        _leg_vast(werk, uid, {})
        werk.log("beheerder.weggehaald", detail={"account": str(uid)})
        werk.commit()


def _leg_vast(werk: Werkeenheid, uid: int, stand: dict[str, str | int]) -> None:
    nu = json.loads(werk.kenmerken.get(BEHEERDERS, "{}"))
    werk.kenmerken[BEHEERDERS] = json.dumps({**nu, str(uid): stand}, sort_keys=True)


def _vereis(werk: Werkeenheid, actor: Actor, eigenaar: int) -> None:
    if not is_beheerder(werk.kenmerken, actor.uid, eigenaar):
        raise NietToegestaan(f"Account {actor.uid} is geen beheerder.", vervolg="Vraag het een beheerder.")
