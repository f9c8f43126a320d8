"""Which account of the operating system is which medewerker: one uid is one medewerker, and the other way round.

Without it nobody can decide in production: the actor is a uid there, and a besluit takes a medewerker (L-147).
"""

from __future__ import annotations

from datetime import date

from toegang.domain.medewerker import Account, Medewerker
from toegang.errors import Conflict, NietToegestaan
from toegang.lifecycle.beheerders import is_beheerder
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Gemeenteopslag, Werkeenheid


def medewerker_van(opslag: Gemeenteopslag, uid: int, dag: date) -> str | None:
    """Return which medewerker an account is, or ``None``; who left the service is nobody any more.

    Args:
        opslag: storage of the gemeente.
        uid: account of the operating system.
        dag: today.
    """
    with opslag.werk(Actor(uid=uid), alleen_lezen=True) as werk:
        mens = _met_account(werk, uid)
    return mens.id if mens is not None and mens.in_dienst_op(dag) else None


def koppel(omgeving: Omgeving, actor: Actor, medewerker: str, uid: int, eigenaar: int, *, productie: bool) -> Account:
    """Link an account to a medewerker.

    Args:
        omgeving: the gemeente.
        actor: who does it: a beheerder, or the service account itself.
        medewerker: id of the medewerker.
        uid: account of the operating system.
        eigenaar: uid that owns the data folder: the service account.
        productie: the gemeente is in production, where nobody links the own account.

    Raises:
        NietToegestaan: the actor may not link, links the own account, or the service account.
        NietGevonden: the medewerker does not exist.
        Conflict: the account or the medewerker is linked already, or the medewerker left.
    """
    with omgeving.werk(actor) as werk:
        _vereis_koppelrecht(werk, actor, eigenaar)
        if productie:
            _vereis_ander(actor, uid, eigenaar)
        mens = werk.medewerkers.haal(medewerker)
        _vereis_vrij(werk, mens, uid)
        if not mens.in_dienst_op(omgeving.vandaag()):
            raise Conflict(
                f"Medewerker {mens.id} is vandaag niet in dienst en krijgt geen account.",
                vervolg=f"Bekijk de dagen: toegang medewerker toon {mens.id} -g {omgeving.naam}",
            )
        account = Account(uid=uid, sinds=omgeving.vandaag(), door=actor.uid)
        werk.medewerkers.bewaar(mens.gewijzigd(account=account))
        werk.log("account.gekoppeld", detail={"medewerker": mens.id, "account": str(uid)})
        werk.commit()
    return account


def ontkoppel(omgeving: Omgeving, actor: Actor, medewerker: str, eigenaar: int) -> Account:
    """Take the account of a medewerker away; what it did stays in the log.

    Raises:
        NietToegestaan: the actor may not.
        NietGevonden: the medewerker does not exist.
        Conflict: there is no account.
    """
    with omgeving.werk(actor) as werk:
        _vereis_koppelrecht(werk, actor, eigenaar)
        mens = werk.medewerkers.haal(medewerker)
        if mens.account is None:
            raise Conflict(f"Medewerker {mens.id} heeft geen account.", vervolg="Er valt niets te ontkoppelen.")
        oud = mens.account
        werk.medewerkers.bewaar(mens.gewijzigd(account=None))
        werk.log("account.ontkoppeld", detail={"medewerker": mens.id, "account": str(oud.uid)})
        werk.commit()
    return oud


def _met_account(werk: Werkeenheid, uid: int) -> Medewerker | None:
    mensen = werk.medewerkers.zoek()
    return next((mens for mens in mensen if mens.account is not None and mens.account.uid == uid), None)


def _vereis_koppelrecht(werk: Werkeenheid, actor: Actor, eigenaar: int) -> None:
    if is_beheerder(werk.kenmerken, actor.uid, eigenaar):
        return
    raise NietToegestaan(
        f"Account {actor.uid} mag geen accounts koppelen. Dat doet een beheerder, of het serviceaccount zelf.",
        vervolg="Vraag het de beheerder.",
    )


def _vereis_ander(actor: Actor, uid: int, eigenaar: int) -> None:
    """In production the keeper of the keys gives himself no right to decide, and four eyes stay two people."""
    if uid == actor.uid:
        raise NietToegestaan(
            "U kunt uw eigen account niet aan een medewerker koppelen.",
            vervolg="Laat een andere beheerder, of het serviceaccount, dit doen.",
        )
    if uid in (0, eigenaar):
        raise NietToegestaan(
            f"Account {uid} is het serviceaccount of root; dat is niemand in het bijzonder.",
            vervolg="Koppel het eigen account van de medewerker.",
        )


def _vereis_vrij(werk: Werkeenheid, mens: Medewerker, uid: int) -> None:
    ander = _met_account(werk, uid)
    if ander is not None and ander.id == mens.id:
        raise Conflict(f"Account {uid} is al gekoppeld aan {mens.id}.", vervolg="Er verandert niets.")
    if ander is not None:
        raise Conflict(
            f"Account {uid} is al van medewerker {ander.id}; één account is één medewerker.",
            vervolg=f"Ontkoppel het daar eerst: toegang medewerker account {ander.id} --ontkoppel",
        )
    if mens.account is not None:
        raise Conflict(
            f"Medewerker {mens.id} werkt al met account {mens.account.uid}; één medewerker is één account.",
            vervolg=f"Ontkoppel dat eerst: toegang medewerker account {mens.id} --ontkoppel",
        )
