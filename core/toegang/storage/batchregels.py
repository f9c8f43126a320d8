"""The letters of batches: read, counted and changed many at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, select

from toegang.domain.batch import Batchregel, Regelstand, Telling
from toegang.storage.sessie import Sessie
from toegang.storage.tabellen import batchregels
from toegang.storage.verzameling import Verzameling


class Batchregels(Verzameling[Batchregel]):
    """The letters of batches; a letter is in one batch at a time that still does something with it."""

    def __init__(self, sessie: Sessie) -> None:
        super().__init__(
            sessie,
            batchregels,
            Batchregel,
            "regel",
            dubbel="de brief staat al in een batch die nog loopt",
        )

    def tel(self, batch_id: str) -> tuple[tuple[Regelstand, int], ...]:
        """Return how many letters of a batch are in each state; also those of destroyed dossiers."""
        kolommen = self.tabel.c
        vraag = select(kolommen.stand, func.count()).where(kolommen.batch_id == batch_id).group_by(kolommen.stand)
        return tuple((Regelstand(stand), aantal) for stand, aantal in self.sessie.verbinding.execute(vraag))

    def telling(self, batch_id: str, aantal: int) -> Telling:
        """Return the sum of a batch.

        Args:
            batch_id: the batch.
            aantal: number that was frozen.
        """
        return Telling(aantal=aantal, per_stand=self.tel(batch_id))

    def kenmerken(self, batch_id: str, standen: Collection[Regelstand]) -> tuple[str, ...]:
        """Return the ids of the letters in some states, in the order of the batch; nothing is decrypted."""
        kolommen = self.tabel.c
        waar = (kolommen.batch_id == batch_id) & kolommen.stand.in_([stand.value for stand in standen])
        vraag = select(kolommen.id).where(waar).order_by(kolommen.volgnr)
        return tuple(self.sessie.verbinding.execute(vraag).scalars())

    def brieven_van(self, batch_id: str, standen: Collection[Regelstand]) -> frozenset[str]:
        """Return the ids of the letters of a batch that are in some states."""
        kolommen = self.tabel.c
        waar = (kolommen.batch_id == batch_id) & kolommen.stand.in_([stand.value for stand in standen])
        return frozenset(self.sessie.verbinding.execute(select(kolommen.brief_id).where(waar)).scalars())

    def haal_alle(self, kenmerken: Sequence[str]) -> tuple[Batchregel, ...]:
        """Return rows by id, in the order that was asked for; those of destroyed dossiers are left out."""
        gevonden = {regel.id: regel for regel in self.zoek(id=tuple(kenmerken))}
        return tuple(gevonden[kenmerk] for kenmerk in kenmerken if kenmerk in gevonden)

    def lopend_in(self, brieven: Collection[str] | None = None) -> dict[str, str]:
        """Return which letters are in a batch that still does something with them: letter → batch.

        Args:
            brieven: ids of letters; ``None`` = all.
        """
        kolommen = self.tabel.c
        vraag = select(kolommen.brief_id, kolommen.batch_id).where(kolommen.lopend.is_(True))
        if brieven is not None:
            vraag = vraag.where(kolommen.brief_id.in_(list(brieven)))
        return {rij.brief_id: rij.batch_id for rij in self.sessie.verbinding.execute(vraag)}

    def van_brief(self, brief_id: str) -> Batchregel | None:
        """Return the row of a letter in the batch that still does something with it."""
        gevonden = self.zoek(brief_id=brief_id, lopend=True)
        return gevonden[0] if gevonden else None
