"""The zaken, with a version against changes that pass each other unseen."""

from __future__ import annotations

from sqlalchemy import insert, update

from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.storage import tabellen
from toegang.storage.fouten import veilig
from toegang.storage.sessie import Sessie
from toegang.storage.verzameling import Verzameling
from toegang.storage.vragen import toevoeging, wijziging


class Zaken(Verzameling[Zaak]):
    """The zaken, with a version against changes that pass each other unseen."""

    def __init__(self, sessie: Sessie) -> None:
        super().__init__(sessie, tabellen.zaken, Zaak, "zaak")

    def nieuw_nummer(self, jaar: int) -> str:
        """Hand out the next zaaknummer of a year, e.g. ``Z2026-000001``; unused when rolled back."""
        teller = tabellen.zaaknummers
        ophogen = update(teller).where(teller.c.jaar == jaar).values(laatste=teller.c.laatste + 1)
        nummer = self.sessie.verbinding.execute(ophogen.returning(teller.c.laatste)).scalar_one_or_none()
        if nummer is None:
            nummer = 1
            with self.sessie.uniek("het zaaknummer van", str(jaar)):
                self.sessie.verbinding.execute(insert(teller).values(jaar=jaar, laatste=nummer))
        return f"Z{jaar}-{nummer:06d}"

    def bewaar(self, waarde: Zaak) -> Zaak:
        """Store a zaak and raise its version; go on with the returned value.

        Args:
            waarde: a new zaak (version 0) or one that was read before.

        Raises:
            Conflict: when it was changed since it was read, or the number is taken.
        """
        nieuw = waarde.gewijzigd(versie=waarde.versie + 1)
        kolommen = self._kolommen(nieuw)
        if waarde.versie == 0:
            with self.sessie.uniek(self.soort, waarde.id):
                self.sessie.verbinding.execute(toevoeging(self.tabel), kolommen)
        else:
            wijzig = wijziging(self.tabel, self.sleutelkolom, tuple(kolommen), versie=True)
            waarden = {**self._te_wijzigen(kolommen), "_versie": waarde.versie}
            if self.sessie.verbinding.execute(wijzig, waarden).rowcount == 0:
                self.haal(waarde.id)
                raise Conflict(
                    f"Zaak {veilig(waarde.id)} is intussen door iemand anders gewijzigd.",
                    vervolg="Er is niets opgeslagen. Open de zaak opnieuw en doe de wijziging daarop.",
                )
        self._noteer(nieuw)
        return nieuw
