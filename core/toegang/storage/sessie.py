"""What the repositories of one unit of work share: connection, keys, and what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from toegang.errors import Conflict
from toegang.storage.fouten import DossierVernietigd, NietGevonden, veilig
from toegang.storage.kluis import Datasleutel, Kluis
from toegang.storage.motor import Motor
from toegang.storage.tabellen import dossiers
from toegang.storage.vooraf import Vooraf


class Sessie:
    """Shared by all repositories of one unit of work; knows one gemeente only.

    Args:
        verbinding: open connection, inside a transaction.
        motor: the kind of database it is on.
        kluis: the keys.
        gemeente: key of the gemeente.
        klok: gives the instant, UTC.
    """

    def __init__(
        self, verbinding: Connection, motor: Motor, kluis: Kluis, gemeente: str, klok: Callable[[], datetime]
    ) -> None:
        self.verbinding = verbinding
        self.motor = motor
        self.kluis = kluis
        self.gemeente = gemeente
        self.klok = klok
        self.geschreven: dict[str | None, dict[str, list[str]]] = {}
        self.vernietigd = False
        self.vooraf: Vooraf | None = None
        self._sleutels: dict[str, Datasleutel] = {}

    def dossiersleutel(self, dossier_id: str) -> Datasleutel:
        """Return the data key of a dossier.

        Raises:
            NietGevonden: when there is no such dossier.
            DossierVernietigd: when its key was destroyed.
        """
        if dossier_id not in self._sleutels:
            vraag = select(dossiers.c.sleutel).where(dossiers.c.id == dossier_id)
            rij = self.verbinding.execute(vraag).one_or_none()
            if rij is None:
                raise NietGevonden(
                    f"Dossier {veilig(dossier_id)} bestaat niet in gemeente {self.gemeente}.",
                    vervolg="Controleer het kenmerk van het dossier.",
                )
            return self.uitgepakt(dossier_id, rij.sleutel)
        return self._sleutels[dossier_id]

    def haal_sleutels(self, dossier_ids: Iterable[str | None]) -> None:
        """Fetch the keys of many dossiers at once; one that is not there shows itself when it is used."""
        missend = {naam for naam in dossier_ids if naam is not None} - self._sleutels.keys()
        if len(missend) < 2:
            return
        vraag = select(dossiers.c.id, dossiers.c.sleutel).where(dossiers.c.id.in_(missend))
        for rij in self.verbinding.execute(vraag):
            if rij.sleutel is not None:
                self.uitgepakt(rij.id, rij.sleutel)

    def uitgepakt(self, dossier_id: str, ingepakt: bytes | None) -> Datasleutel:
        """Return the data key out of its wrapped form, and remember it for this unit of work.

        Raises:
            DossierVernietigd: when there is none any more.
        """
        if ingepakt is None:
            raise DossierVernietigd(dossier_id)
        if dossier_id not in self._sleutels:
            self._sleutels[dossier_id] = self.kluis.pak_uit(dossier_id, ingepakt)
        return self._sleutels[dossier_id]

    def onthoud_sleutel(self, dossier_id: str, sleutel: Datasleutel) -> None:
        """Remember the key of a dossier that was just made."""
        self._sleutels[dossier_id] = sleutel

    def vergeet_sleutel(self, dossier_id: str) -> None:
        """Forget a destroyed key, and have its old bytes removed from the disk after the commit."""
        self._sleutels.pop(dossier_id, None)
        self.vernietigd = True

    def noteer(self, tabel: str, rij: str, dossier_id: str | None) -> None:
        """Note a written row; the commit puts it in the log (DESIGN.md §5: every write)."""
        rijen = self.geschreven.setdefault(dossier_id, {}).setdefault(tabel, [])
        if rij not in rijen:
            rijen.append(rij)

    @contextmanager
    def uniek(self, soort: str, kenmerk: str, uitleg: str = "") -> Iterator[None]:
        """Turn a refused unique key into a conflict; the values stay out of the message.

        Args:
            soort: what is being stored, in Dutch.
            kenmerk: its id.
            uitleg: what else may be there already.

        Raises:
            Conflict: when something with the same id or key is there.
        """
        try:
            with self.motor.deelstap(self.verbinding):
                yield
        except IntegrityError:
            raise Conflict(
                f"{soort.capitalize()} {veilig(kenmerk)} kan niet worden opgeslagen in gemeente {self.gemeente}: "
                f"{uitleg or 'er is er al een met hetzelfde kenmerk'}.",
                vervolg="Er is niets gewijzigd. Haal op wat er al is en werk dat bij.",
            ) from None
