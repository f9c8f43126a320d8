"""Which gemeenten this machine serves, and where each keeps its things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toegang.errors import NietToegestaan, ToegangFout
from toegang.storage.bestanden import als_opslagfout
from toegang.storage.fouten import NietGevonden
from toegang.tenancy.inschrijving import (
    INSCHRIJVING,
    Inschrijving,
    Inschrijvingsregel,
    Stand,
    controleer_naam,
    lees_inschrijving,
    zet_stand,
)
from toegang.tenancy.instellingen import (
    Herkomst,
    Instelling,
    bewaar_instellingen,
    lees_instellingen,
    maak_instelling,
)

if TYPE_CHECKING:
    from toegang.storage.opslag import Gemeenteopslag


class Paden(NamedTuple):
    """The files of one gemeente.

    Args:
        map: its folder.
        inschrijving: ``gemeente.toml``.
        journaal: steps of an onboarding that is not finished.
        instellingen: answers to open keys.
        sqlite: the database, when it is a file.
        postgres: how to reach the database, when it is on a server.
        brieven: folder for letters that are handed out.
        sleutel: key file, outside the folder.
    """

    map: Path
    inschrijving: Path
    journaal: Path
    instellingen: Path
    sqlite: Path
    postgres: Path
    brieven: Path
    sleutel: Path

    @property
    def database(self) -> Path:
        """The file that leads to the database; which of the two it is was decided at onboarding."""
        return self.postgres if self.postgres.exists() else self.sqlite


def weiger_kloon(register: Register, ingeschreven: Inschrijving) -> None:
    """Refuse a clone that is in production, also when somebody changed the file that says so.

    Args:
        register: the gemeenten of this machine.
        ingeschreven: the gemeente as listed, or as somebody wants to list her.

    Raises:
        NietToegestaan: she is one.
    """
    if ingeschreven.stand is not Stand.PRODUCTIE:
        return
    from toegang.storage.schema import lees_kenmerk
    from toegang.storage.tellers import KLOON

    van = ingeschreven.kloon_van or lees_kenmerk(register.paden(ingeschreven.naam).database, KLOON)
    if van:
        raise NietToegestaan(
            f"Gemeente {ingeschreven.naam} is een oefenkopie van {van} en kan nooit in productie.",
            vervolg="Sluit de gemeente zelf aan: toegang gemeente aansluiten",
        )


class Register:
    """The gemeenten of this machine; listing them reads small files and nothing else.

    Args:
        map_: the data folder; need not exist yet.
        postgres: address of the server for the next gemeente, with an account that may make databases; empty = a
            file. Gemeenten that are connected keep what they have.
        reservekopie: folder for backups; ``None`` = inside the data folder.
    """

    def __init__(self, map_: Path, *, postgres: str = "", reservekopie: Path | None = None) -> None:
        self.map = map_
        self.postgres = postgres
        self.reservekopie = reservekopie or map_ / "reservekopie"

    @classmethod
    def standaard(cls) -> Register:
        """Return the register in the data folder of this machine (``TOEGANG_DATA``, else XDG)."""
        # pydantic-settings takes time to import, and only this needs it
        from toegang.tenancy.plaats import Plaats

        plaats = Plaats()
        return cls(plaats.data, postgres=plaats.postgres, reservekopie=plaats.reservekopie)

    def paden(self, naam: str) -> Paden:
        """Return where a gemeente keeps its files; nothing is made.

        Raises:
            Invoerfout: when this cannot be a name.
        """
        map_ = self.map / controleer_naam(naam)
        return Paden(
            map=map_,
            inschrijving=map_ / INSCHRIJVING,
            journaal=map_ / "aansluiten.toml",
            instellingen=map_ / "instellingen.toml",
            sqlite=map_ / "toegang.sqlite3",
            postgres=map_ / "postgres.toml",
            brieven=map_ / "brieven",
            sleutel=self.map / "sleutels" / f"{naam}.sleutel",
        )

    def regels(self) -> tuple[Inschrijvingsregel, ...]:
        """List all gemeenten by name; one with a broken file is listed with the reason.

        Raises:
            OpslagFout: when the data folder cannot be read.
        """
        regels = []
        with als_opslagfout("De lijst van gemeenten lezen", self.map):
            paden = sorted(self.map.glob(f"*/{INSCHRIJVING}")) if self.map.exists() else []
        for pad in paden:
            try:
                regels.append(Inschrijvingsregel(naam=pad.parent.name, inschrijving=lees_inschrijving(pad)))
            except ToegangFout as fout:
                regels.append(Inschrijvingsregel(naam=pad.parent.name, fout=str(fout)))
        return tuple(regels)

    def gemeenten(self) -> tuple[Inschrijving, ...]:
        """Return the gemeenten whose file is right, by name; :meth:`regels` names the others too."""
        return tuple(regel.inschrijving for regel in self.regels() if regel.inschrijving is not None)

    def onvoltooid(self) -> tuple[str, ...]:
        """Return the names of gemeenten of which the onboarding was never finished."""
        if not self.map.exists():
            return ()
        halve = (pad.parent for pad in sorted(self.map.glob("*/aansluiten.toml")))
        return tuple(map_.name for map_ in halve if not (map_ / INSCHRIJVING).exists())

    def haal(self, naam: str) -> Inschrijving:
        """Return one gemeente.

        Raises:
            Invoerfout: when this cannot be a name.
            NietGevonden: when it is not connected here; names those that are.
            OpslagFout: when its file cannot be read.
        """
        pad = self.paden(naam).inschrijving
        if pad.exists():
            return lees_inschrijving(pad)
        namen = [regel.naam for regel in self.regels()]
        lijkt = get_close_matches(naam, namen, n=1)
        raad = f"Bedoelt u '{lijkt[0]}'? " if lijkt else ""
        lijst = f"Aangesloten: {', '.join(namen)}." if namen else "Er is nog geen gemeente aangesloten."
        raise NietGevonden(f"Gemeente '{naam}' is hier niet aangesloten.", vervolg=f"{raad}{lijst}")

    def opslag(self, naam: str, klok: Callable[[], datetime]) -> Gemeenteopslag:
        """Open the storage of a gemeente; close it after use.

        Args:
            naam: the gemeente.
            klok: gives the instant, UTC.

        Raises:
            NietGevonden: when it is not connected here.
            OpslagFout: when its database or key cannot be used.
        """
        from toegang.storage.opslag import Gemeenteopslag

        self.haal(naam)
        paden = self.paden(naam)
        return Gemeenteopslag.open(paden.database, paden.sleutel, naam, klok)

    def zet_stand(self, naam: str, stand: Stand) -> Inschrijving:
        """Set a gemeente to trial or production; whether it may is for the caller to check, and nothing is logged.

        Raises:
            NietGevonden: when it is not connected here.
            NietToegestaan: it is a clone, and those never go live.
            OpslagFout: when its file cannot be written.
        """
        weiger_kloon(self, self.haal(naam).gewijzigd(stand=stand))
        return zet_stand(self.paden(naam).inschrijving, stand)

    def lees_instellingen(self, naam: str) -> dict[str, Instelling]:
        """Return the answers of a gemeente to open keys, by key.

        Raises:
            NietGevonden: when it is not connected here.
            OpslagFout: when the file cannot be read.
        """
        self.haal(naam)
        return lees_instellingen(self.paden(naam).instellingen)

    def bewaar_instelling(
        self, naam: str, sleutel: str, waarde: str, *, door: str, op: datetime, herkomst: Herkomst = Herkomst.MENS
    ) -> Instelling:
        """Store one answer; see :meth:`bewaar_instellingen`.

        Raises:
            Invoerfout: likewise, and when the answer is empty or too long.
        """
        instelling = maak_instelling(sleutel, waarde, door=door, op=op, herkomst=herkomst)
        self.bewaar_instellingen(naam, {sleutel: instelling})
        return instelling

    def bewaar_instellingen(self, naam: str, nieuw: Mapping[str, Instelling]) -> None:
        """Store answers of a gemeente to open keys, all or none.

        Args:
            naam: the gemeente.
            nieuw: answers by key; an existing key is replaced.

        Raises:
            NietGevonden: when it is not connected here.
            Invoerfout: when a key is not written as a key.
            Conflict: when the demo would replace the answer of a person.
            OpslagFout: when the file cannot be written.
        """
        self.haal(naam)
        bewaar_instellingen(self.paden(naam).instellingen, nieuw)
