"""The log: append-only, each link an HMAC over itself and the one before (DESIGN.md §5)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import RowMapping, func, insert, select

from toegang.errors import OpslagFout
from toegang.storage.fouten import lijkt_op_bsn
from toegang.storage.kop import Kop
from toegang.storage.logsleutels import Logsleutels, lees_logsleutels
from toegang.storage.sessie import Sessie
from toegang.storage.tabellen import logboek
from toegang.storage.waarden import Actor, Lograpport, Logregel

if TYPE_CHECKING:
    from toegang.storage.werkeenheid import Werkeenheid

MAX_FOUTEN = 20
GESCHREVEN = "opslag.geschreven"
"""Act of the link that a commit adds for each dossier it wrote in."""
DOOR = "door"
"""Key in such a link of the batch that wrote."""
_VOEG_TOE = insert(logboek)


@dataclass(frozen=True)
class Logpunt:
    """A point in a unit of work.

    Args:
        kop: the last link, when known.
        nieuw: links that were not written yet.
    """

    kop: Kop | None
    nieuw: tuple[dict[str, Any], ...]


class Logboek:
    """The log of one gemeente, inside one unit of work."""

    def __init__(self, sessie: Sessie, actor: Actor) -> None:
        self._sessie = sessie
        self._actor = actor
        # Within one unit of work nobody else can add a link: the last one is read once, and new ones go in together.
        self._kop: Kop | None = None
        self._nieuw: list[dict[str, Any]] = []

    def voeg_toe(self, actie: str, zaak: str | None, dossier: str | None, detail: Mapping[str, str]) -> None:
        """Add a link.

        Args:
            actie: what was done, e.g. ``zaak.inzien``.
            zaak: zaaknummer.
            dossier: dossier id.
            detail: ids and fixed words; never personal data.

        Raises:
            OpslagFout: when something in it looks like a BSN; nothing of it is shown.
        """
        if any(lijkt_op_bsn(tekst) for tekst in (actie, zaak or "", dossier or "", *detail, *detail.values())):
            raise OpslagFout(
                "Een logregel is geweigerd: er staat iets in dat op een burgerservicenummer lijkt.",
                vervolg="In het logboek horen alleen kenmerken; meld dit aan de beheerder.",
            )
        laatste = self._kop or self._laatste()
        velden: dict[str, Any] = {
            "volgnr": laatste.volgnr + 1,
            "op": self._sessie.klok().astimezone(UTC),
            "uid": self._actor.uid,
            "medewerker": self._actor.medewerker,
            "actie": actie,
            "zaak": zaak,
            "dossier": dossier,
            "detail": json.dumps(dict(sorted(detail.items())), ensure_ascii=False),
            "vorige": laatste.mac,
        }
        velden["mac"] = _mac(Logsleutels(self._sessie.kluis), self._sessie.gemeente, velden)
        self._nieuw.append(velden)
        self._kop = Kop(laatste.volgnr + 1, velden["mac"])

    def schrijf(self) -> None:
        """Write the links that were added since the last time, with one statement.

        Raises:
            Conflict: another process added a link meanwhile.
        """
        if not self._nieuw:
            return
        with self._sessie.uniek("logregel", str(self._nieuw[0]["volgnr"]), "een ander proces was eerder"):
            self._sessie.verbinding.execute(_VOEG_TOE, self._nieuw)
        self._nieuw = []

    def vergeet_kop(self) -> None:
        """Read the last link again at the next one: another may have added some."""
        self._kop = None

    def punt(self) -> Logpunt:
        """Return where the log is now, to go back to."""
        return Logpunt(self._kop, tuple(self._nieuw))

    def ga_terug(self, punt: Logpunt) -> None:
        """Forget the links since a point; those of them that were written, the caller has undone."""
        self._kop, self._nieuw = punt.kop, list(punt.nieuw)

    def regels(
        self,
        *,
        zaak: str | None = None,
        dossier: str | None = None,
        actie: str | None = None,
        medewerker: str | None = None,
        uid: int | None = None,
    ) -> tuple[Logregel, ...]:
        """Return the links that meet every condition, the oldest first; all without one."""
        self.schrijf()
        vraag = select(logboek).order_by(logboek.c.volgnr)
        gevraagd = {"zaak": zaak, "dossier": dossier, "actie": actie, "medewerker": medewerker, "uid": uid}
        for kolom, waarde in gevraagd.items():
            if waarde is not None:
                vraag = vraag.where(logboek.c[kolom] == waarde)
        return tuple(_regel(rij) for rij in self._sessie.verbinding.execute(vraag).mappings())

    def geschreven_na(self, volgnr: int) -> Iterator[tuple[int, str | None, Mapping[str, str]]]:
        """Give what was written after a link: its number, the dossier or ``None``, and the ids by table.

        A write that is not in the log is not there, so this tells what may have changed without reading it.
        """
        self.schrijf()
        kolommen = logboek.c
        vraag = select(kolommen.volgnr, kolommen.dossier, kolommen.detail)
        vraag = vraag.where(kolommen.volgnr > volgnr, kolommen.actie == GESCHREVEN).order_by(kolommen.volgnr)
        for rij in self._sessie.verbinding.execute(vraag):
            yield rij.volgnr, rij.dossier, json.loads(rij.detail)

    def kop(self) -> Kop:
        """Return the last link as it is to be confirmed outside the database."""
        return self._laatste()

    def kop_op(self, volgnr: int) -> Kop | None:
        """Return the link with that number, or ``None``; number 0 is the beginning."""
        self.schrijf()
        if volgnr == 0:
            return _begin(self._sessie)
        vraag = select(logboek.c.mac).where(logboek.c.volgnr == volgnr)
        mac = self._sessie.verbinding.execute(vraag).scalar_one_or_none()
        return None if mac is None else Kop(volgnr, mac)

    def _laatste(self) -> Kop:
        self.schrijf()
        vraag = select(logboek.c.volgnr, logboek.c.mac).order_by(logboek.c.volgnr.desc()).limit(1)
        rij = self._sessie.verbinding.execute(vraag).one_or_none()
        return _begin(self._sessie) if rij is None else Kop(rij.volgnr, rij.mac)


def controleer_logboek(werk: Werkeenheid) -> Lograpport:
    """Check the whole chain: changed, removed, moved and cut-off links, and the guards of the table.

    Args:
        werk: a unit of work; nothing is changed.

    Returns:
        What was read and what is wrong; at most twenty faults are listed.
    """
    sessie = werk.sessie
    werk.logboek.schrijf()
    fouten, volgnr = _controleer_schakels(sessie)
    kop, over_kop = _controleer_kop(werk, volgnr)
    bedoeld = set(sessie.motor.triggers_alleen_toevoegen("logboek", "volgnr"))
    afwezig = bedoeld - sessie.motor.aanwezige_triggers(sessie.verbinding, "logboek")
    over_slot = [f"De beveiliging '{naam}' van het logboek is weggehaald." for naam in sorted(afwezig)]
    aantal = sessie.verbinding.execute(select(func.count()).select_from(logboek)).scalar_one()
    alle = [*fouten, *over_kop, *over_slot]
    if len(alle) > MAX_FOUTEN:
        alle = [*alle[:MAX_FOUTEN], f"En nog {len(alle) - MAX_FOUTEN} andere."]
    return Lograpport(aantal=aantal, kop=kop, fouten=tuple(alle))


def _controleer_schakels(sessie: Sessie) -> tuple[list[str], int]:
    fouten: list[str] = []
    vorige, sleutels = _begin(sessie), lees_logsleutels(sessie)
    for rij in sessie.verbinding.execute(select(logboek).order_by(logboek.c.volgnr)).mappings():
        nummer = rij["volgnr"]
        gemist = nummer - vorige.volgnr - 1
        if gemist:
            fouten.append(f"Voor logregel {nummer} ontbreken regels (aantal: {gemist}).")
        elif rij["vorige"] != vorige.mac:
            fouten.append(f"Logregel {nummer} sluit niet aan op regel {vorige.volgnr}.")
        if rij["mac"] != _mac(sleutels, sessie.gemeente, rij):
            fouten.append(f"Logregel {nummer} is gewijzigd of verplaatst.")
        vorige = Kop(nummer, rij["mac"])
    return fouten, vorige.volgnr


def _controleer_kop(werk: Werkeenheid, laatste: int) -> tuple[int | None, list[str]]:
    pad = werk.kopbestand
    kop = pad.lees()
    if kop is None:
        return None, [f"Het kopbestand {pad.pad} ontbreekt of is vervalst; een afgekapt einde is zo niet te zien."]
    if kop.volgnr > laatste:
        return kop.volgnr, [
            f"Het einde van het logboek is afgekapt: de laatste regel is {laatste}, bevestigd was {kop.volgnr}."
        ]
    if werk.logboek.kop_op(kop.volgnr) != kop:
        return kop.volgnr, [f"Logregel {kop.volgnr} is niet de regel die buiten de database is bevestigd."]
    return kop.volgnr, []


def _mac(sleutels: Logsleutels, gemeente: str, velden: Mapping[str, Any] | RowMapping) -> str:
    op: datetime = velden["op"]
    inhoud = [
        gemeente,
        velden["volgnr"],
        op.astimezone(UTC).isoformat(timespec="microseconds"),
        *(velden[naam] for naam in ("uid", "medewerker", "actie", "zaak", "dossier", "detail", "vorige")),
    ]
    regel = json.dumps(inhoud, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return sleutels.mac(velden["volgnr"], regel)


def _begin(sessie: Sessie) -> Kop:
    return Kop(0, lees_logsleutels(sessie).mac(0, json.dumps([sessie.gemeente, "begin"]).encode("ascii")))


def _regel(rij: RowMapping) -> Logregel:
    return Logregel.model_validate({**rij, "detail": json.loads(rij["detail"])})
