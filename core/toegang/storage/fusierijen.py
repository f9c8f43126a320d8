"""Taking back what a run of a fusion wrote: the rows themselves, so that nothing of it stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import delete, func, select, update

from toegang.domain.fusie import Fusiedeel
from toegang.errors import OpslagFout
from toegang.storage import rond_zaak  # noqa: F401  it fills the metadata
from toegang.storage.fouten import veilig
from toegang.storage.fusietabellen import fusiedelen, fusieruns
from toegang.storage.kolommen import metadata
from toegang.storage.logboek import GESCHREVEN
from toegang.storage.tabellen import brieven, logboek, zaaknummers
from toegang.storage.werkeenheid import Werkeenheid

_PARTIJ = 500


class Fusierijen:
    """What a fusion does with rows that no other part of the platform may do.

    Args:
        werk: a unit of work.
    """

    def __init__(self, werk: Werkeenheid) -> None:
        self._verbinding = werk.sessie.verbinding

    def schrijfregels(self, dossiers: Sequence[str]) -> dict[str, int]:
        """Return how often something was written in each dossier, by the log."""
        gevonden: dict[str, int] = dict.fromkeys(dossiers, 0)
        for begin in range(0, len(dossiers), _PARTIJ):
            deel = list(dossiers[begin : begin + _PARTIJ])
            vraag = (
                select(logboek.c.dossier, func.count())
                .where(logboek.c.dossier.in_(deel), logboek.c.actie == GESCHREVEN)
                .group_by(logboek.c.dossier)
            )
            gevonden |= {str(naam): int(aantal) for naam, aantal in self._verbinding.execute(vraag)}
        return gevonden

    def brieven_van(self, dossiers: Sequence[str]) -> dict[str, int]:
        """Return how many letters of these dossiers are in each status."""
        tel: dict[str, int] = defaultdict(int)
        for begin in range(0, len(dossiers), _PARTIJ):
            deel = list(dossiers[begin : begin + _PARTIJ])
            vraag = select(brieven.c.status, func.count()).where(brieven.c.dossier_id.in_(deel))
            for status, aantal in self._verbinding.execute(vraag.group_by(brieven.c.status)):
                tel[str(status)] += int(aantal)
        return dict(tel)

    def tellerstand(self) -> dict[int, int]:
        """Return the last zaaknummer of each year."""
        return {rij.jaar: rij.laatste for rij in self._verbinding.execute(select(zaaknummers))}

    def haal_weg(self, deel: Fusiedeel) -> None:
        """Remove every row of a slice, the last first, and set the counters of numbers back.

        Raises:
            OpslagFout: a row is not there any more, or a number was handed out since.
        """
        per_tabel: dict[str, list[str]] = defaultdict(list)
        for naam, kenmerk in deel.rijen:
            per_tabel[naam].append(kenmerk)
        for tabel in reversed(metadata.sorted_tables):
            ids = per_tabel.get(tabel.name, [])
            kolom = tabel.c.get("id")
            if not ids or kolom is None:
                continue
            weg = 0
            for begin in range(0, len(ids), _PARTIJ):
                weg += self._verbinding.execute(delete(tabel).where(kolom.in_(ids[begin : begin + _PARTIJ]))).rowcount
            if weg != len(ids):
                raise OpslagFout(
                    f"Van deel {veilig(deel.id)} zijn er in {tabel.name} {len(ids) - weg} rijen niet meer.",
                    vervolg="Er is niets gewijzigd; meld dit aan de beheerder.",
                )
        self._zet_tellers_terug(deel.nummers)

    def vergeet(self, run: str, delen: Sequence[str]) -> None:
        """Remove the journal of a run that was taken back; the log tells that it was there."""
        if delen:
            self._verbinding.execute(delete(fusiedelen).where(fusiedelen.c.id.in_(delen)))
        self._verbinding.execute(delete(fusieruns).where(fusieruns.c.id == run))

    def _zet_tellers_terug(self, nummers: Iterable[tuple[int, int, int]]) -> None:
        stand = self.tellerstand()
        for jaar, voor, na in nummers:
            if stand.get(jaar, 0) != na:
                raise OpslagFout(
                    f"Na deze run zijn er zaaknummers van {jaar} uitgegeven; terugdraaien kan niet meer.",
                    vervolg="Herstel met een nieuwe run. Er is niets gewijzigd.",
                )
            doel = zaaknummers.c.jaar == jaar
            actie = update(zaaknummers).where(doel).values(laatste=voor) if voor else delete(zaaknummers).where(doel)
            self._verbinding.execute(actie)
