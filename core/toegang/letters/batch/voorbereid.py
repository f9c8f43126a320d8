"""What was composed when a letter was checked, and whether it still holds when the letter is made.

A letter follows from its dossier, from what the gemeente keeps for all (its people, its answers), from the policy, the
templates and the software, and from the day. The log names every write, so it tells which dossiers were written in
since; nothing of the others has to be read again. At the release nothing of this is trusted: there every letter is
composed anew (:mod:`toegang.letters.batch.vrijgeven`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from toegang.domain.batch import Batch, Batchregel, Regelstand
from toegang.domain.brief import Brief, Briefstatus
from toegang.letters.batch.kern import Batchplek
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.sjablonen import Sjabloonset
from toegang.storage import Werkeenheid
from toegang.storage.logboek import DOOR

_GEEN_INVLOED = frozenset({"batches", "contactnotities", DOOR})
"""What the gemeente keeps outside the dossiers and no letter is composed from."""


def grond_van(plek: Batchplek, sjablonen: Sjabloonset) -> str:
    """Return the hash of what all letters rest on besides what is stored.

    Args:
        plek: where.
        sjablonen: the templates of the gemeente.
    """
    omgeving = plek.omgeving
    delen = [
        omgeving.vandaag().isoformat(),
        omgeving.organisatie_hash,
        omgeving.organisatie.model_dump_json(),
        *sorted(omgeving.bevestigd),
        *(f"{laag.herkomst.plugin} {laag.herkomst.versie}" for laag in omgeving.bord.lagen),
    ]
    afdruk = hashlib.sha256("\n".join(delen).encode())
    for map_ in sjablonen.mappen:
        for pad in sorted(item for item in map_.rglob("*") if item.suffix in (".html", ".toml")):
            afdruk.update(_bestand(map_, pad))
    return afdruk.hexdigest()


def _bestand(map_: Path, pad: Path) -> bytes:
    return pad.relative_to(map_).as_posix().encode() + hashlib.sha256(pad.read_bytes()).digest()


@dataclass(repr=False)
class Voorbereiding:
    """Follows the log while letters are made.

    Args:
        batch: the batch; what it writes itself changes no letter.
        grond: what all letters rest on now.
    """

    batch: Batch
    grond: str
    _tot: int | None = None
    _van_allen: int = 0
    _dossiers: dict[str, int] = field(default_factory=dict)

    def volg(self, werk: Werkeenheid, regels: tuple[Batchregel, ...]) -> None:
        """Read in the log what was written since these letters were checked.

        Args:
            werk: the unit of work in which they are about to be read.
            regels: the letters.
        """
        if self._tot is None:
            # of the whole batch, not of the first portion: a check that was cut off has looked at some rows later
            alle = werk.batchregels.zoek(batch_id=self.batch.id, stand=Regelstand.GEKOZEN)
            self._tot = min((regel.gezien for regel in (*alle, *regels)), default=0)
        for volgnr, dossier, tabellen in werk.logboek.geschreven_na(self._tot):
            self._tot = volgnr
            if tabellen.get(DOOR) == self.batch.id:
                continue
            if dossier is not None:
                self._dossiers[dossier] = volgnr
            elif tabellen.keys() - _GEEN_INVLOED:
                self._van_allen = volgnr

    def gegevens(self, regel: Batchregel, brief: Brief) -> Briefgegevens | None:
        """Return what was composed for a letter; ``None`` when it has to be composed again."""
        if not regel.gegevens or regel.grond != self.grond or brief.status is not Briefstatus.TE_MAKEN:
            return None
        if regel.gezien < max(self._van_allen, self._dossiers.get(regel.dossier_id, 0)):
            return None
        return Briefgegevens.model_validate_json(regel.gegevens)
