"""A change of an answer or of the stand, and its log line: both are kept or none, also when the process is killed.

The answer stands in a file and the line in the database, so one commit cannot hold both. First what is meant is written
beside the file, then the line is committed with the hash of that, then the file is changed. Whoever comes next after
a kill looks in the log: with the line the change is finished, without it what was meant is thrown away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from toegang.errors import OpslagFout
from toegang.storage import Actor, Gemeenteopslag
from toegang.storage.bestanden import als_opslagfout, ruim_resten, schrijf, slot, verwijder
from toegang.tenancy.inschrijving import INSCHRIJVING, Stand, lees_inschrijving, lees_toml, zet_stand
from toegang.tenancy.instellingen import Instelling, bewaar_instellingen, lees_instellingen, maak_instelling
from toegang.tenancy.tomlschrijver import TomlWaarde, als_toml

VOORGENOMEN = "wissel.toml"
"""File with a change that is under way; it is there for milliseconds, or after a kill."""
_KOP = "Een wijziging die nog niet af is; de volgende opdracht maakt haar af of neemt haar terug."


@dataclass(frozen=True)
class Wissel:
    """A change of one answer.

    Args:
        sleutel: key of the answer.
        waarde: gives the new answer from the present one (``None`` = there is none); raises when it cannot be.
        actie: act in the log.
        detail: what the log line says besides; no personal data.
    """

    sleutel: str
    waarde: Callable[[str | None], str]
    actie: str
    detail: Mapping[str, str] = field(default_factory=dict)


def voer_wissel_uit(pad: Path, opslag: Gemeenteopslag, actor: Actor, wissel: Wissel, op: datetime) -> Instelling:
    """Change an answer and log it, both or none.

    Args:
        pad: the file with the answers of the gemeente.
        opslag: its storage.
        actor: who changes it.
        wissel: the change.
        op: instant, UTC.

    Returns:
        The answer as stored.

    Raises:
        Invoerfout: the answer is empty or too long, or the key is not written as a key.
        OpslagFout: file or database cannot be written; nothing was changed.
    """
    with _alleen(pad):
        _rond_af(pad, opslag)
        oud = lees_instellingen(pad).get(wissel.sleutel)
        waarde = wissel.waarde(oud.waarde if oud else None)
        nieuw = maak_instelling(wissel.sleutel, waarde, door=str(actor.uid), op=op)
        _log_en_rond_af(pad, opslag, actor, _als_toml(wissel, nieuw), wissel.detail)
    return nieuw


def wissel_stand(pad: Path, opslag: Gemeenteopslag, actor: Actor, stand: Stand, actie: str) -> bool:
    """Set a gemeente to trial or production and log it, both or none; whether it may is for the caller to check.

    Args:
        pad: the file with the answers of the gemeente; ``gemeente.toml`` lies beside it.
        opslag: its storage.
        actor: who does it.
        stand: the new one.
        actie: act in the log.

    Returns:
        Whether something changed; nothing is logged when it stood so already.

    Raises:
        OpslagFout: file or database cannot be written; nothing was changed.
    """
    with _alleen(pad):
        _rond_af(pad, opslag)
        if lees_inschrijving(pad.with_name(INSCHRIJVING)).stand is stand:
            return False
        inhoud = als_toml({"actie": actie, "stand": stand.value, "door": str(actor.uid)}, kop=_KOP)
        _log_en_rond_af(pad, opslag, actor, inhoud, {})
    return True


def rond_wissel_af(pad: Path, opslag: Callable[[], Gemeenteopslag]) -> None:
    """Finish, or take back, a change that a kill left half done; nothing happens when there is none.

    Args:
        pad: the file with the answers of the gemeente.
        opslag: opens its storage; only asked when there is one.

    Raises:
        OpslagFout: file or database cannot be used.
    """
    if not pad.with_name(VOORGENOMEN).exists():
        return
    with _alleen(pad):
        geopend = opslag()
        try:
            _rond_af(pad, geopend)
        finally:
            geopend.sluit()


def _alleen(pad: Path) -> AbstractContextManager[None]:
    return slot(pad.with_name(".wissel"), "een instelling", wachten=True)


def _log_en_rond_af(pad: Path, opslag: Gemeenteopslag, actor: Actor, inhoud: bytes, detail: Mapping[str, str]) -> None:
    """Write down what is meant, log that, and do it."""
    voorgenomen = pad.with_name(VOORGENOMEN)
    schrijf(voorgenomen, inhoud)
    try:
        with opslag.werk(actor) as werk:
            werk.log(str(lees_toml(voorgenomen)["actie"]), detail={**detail, "wissel": _hash(voorgenomen)})
            werk.commit()
    finally:
        # a commit that failed may have reached the database all the same: the log says what holds
        _rond_af(pad, opslag)


def _rond_af(pad: Path, opslag: Gemeenteopslag) -> None:
    voorgenomen = pad.with_name(VOORGENOMEN)
    ruim_resten(voorgenomen)
    if not voorgenomen.exists():
        return
    ruw = lees_toml(voorgenomen)
    try:
        actie, pas_toe, door = str(ruw["actie"]), *_voorgenomen(pad, ruw)
    except (KeyError, ValueError):  # pydantic's error is one too
        raise OpslagFout(f"{voorgenomen} is niet te lezen.", vervolg="Meld dit aan de beheerder.") from None
    with opslag.werk(Actor(uid=door), alleen_lezen=True) as werk:
        gelogd = any(regel.detail.get("wissel") == _hash(voorgenomen) for regel in werk.logboek.regels(actie=actie))
    if gelogd:
        pas_toe()
    verwijder(voorgenomen)


def _voorgenomen(pad: Path, ruw: Mapping[str, Any]) -> tuple[Callable[[], object], int]:
    """Return how to do what was meant, and the uid of who meant it."""
    if "stand" in ruw:
        stand = Stand(ruw["stand"])
        return lambda: zet_stand(pad.with_name(INSCHRIJVING), stand), int(ruw["door"])
    sleutel, nieuw = str(ruw["sleutel"]), Instelling.model_validate(ruw["instelling"])
    return lambda: bewaar_instellingen(pad, {sleutel: nieuw}), int(nieuw.door)


def _als_toml(wissel: Wissel, nieuw: Instelling) -> bytes:
    velden: dict[str, TomlWaarde] = {"waarde": nieuw.waarde, "door": nieuw.door, "op": nieuw.op.astimezone(UTC)}
    velden["herkomst"] = nieuw.herkomst.value
    return als_toml({"actie": wissel.actie, "sleutel": wissel.sleutel}, {"instelling": velden}, kop=_KOP)


def _hash(pad: Path) -> str:
    with als_opslagfout("Het bestand lezen", pad):
        return hashlib.sha256(pad.read_bytes()).hexdigest()
