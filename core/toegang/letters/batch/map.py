"""The folder of a batch: its letters, its print run and its lists. Everything in it can be written again.

The letters themselves are stored encrypted; what lies here is a copy, of which the hash is compared. File names
hold ids only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toegang.domain.batch import Batch, Batchregel
from toegang.domain.brief import Brief
from toegang.letters.batch.lijst import KOLOMMEN, schrijf_lijst
from toegang.storage.bestanden import als_opslagfout, maak_map, schrijf, schrijf_veel, verwijder

MISLUKT = "mislukt.csv"


@dataclass(frozen=True)
class Batchmap:
    """The folder of one batch.

    Args:
        pad: where it is.
    """

    pad: Path

    @classmethod
    def van(cls, batch: Batch) -> Batchmap:
        """Return the folder of a batch."""
        return cls(Path(batch.map) / batch.id)

    @property
    def brieven(self) -> Path:
        """Folder with one PDF per letter."""
        return self.pad / "brieven"

    @property
    def druk(self) -> Path:
        """Folder with the print run."""
        return self.pad / "druk"

    @property
    def steekproef(self) -> Path:
        """Folder with the letters of the sample, marked CONCEPT."""
        return self.pad / "steekproef"

    @property
    def mislukt(self) -> Path:
        """List of what was not made, to be fed in again."""
        return self.pad / MISLUKT

    def brief(self, brief_id: str) -> Path:
        """Return the file of a letter."""
        return self.brieven / f"{brief_id}.pdf"

    def schrijf_brieven(self, pdfs: Mapping[str, bytes]) -> None:
        """Write files of letters.

        Raises:
            OpslagFout: that is not possible.
        """
        if pdfs:
            maak_map(self.brieven)
            schrijf_veel(self.brieven, {f"{brief}.pdf": pdf for brief, pdf in pdfs.items()})

    def afwijkend(self, brieven: Iterable[Brief]) -> Iterator[tuple[Brief, bool]]:
        """Give the letters of which the file is absent or not what was made, with whether a file is there."""
        for brief in brieven:
            gevonden = hash_van(self.brief(brief.id))
            if gevonden != brief.sha256:
                yield brief, gevonden is not None

    def schrijf_mislukt(self, regels: Iterable[Batchregel]) -> bool:
        """Write the list of what was not made, or remove an old one when all was made.

        Returns:
            Whether there is a list.
        """
        rijen = [
            (
                regel.batch_id,
                regel.volgnr,
                regel.zaak_id,
                regel.brief_id,
                regel.sjabloon,
                regel.stand.value.lower(),
                ", ".join(dict.fromkeys(item.soort.value for item in regel.bevindingen if item.houdt_tegen)),
                regel.waarom,
            )
            for regel in regels
        ]
        if not rijen:
            if self.mislukt.exists():
                verwijder(self.mislukt)
            return False
        maak_map(self.pad)
        schrijf(self.mislukt, schrijf_lijst(KOLOMMEN, rijen))
        return True

    def ruim_op(self, *mappen: Path) -> None:
        """Remove the files in some folders of this batch.

        Raises:
            OpslagFout: that is not possible.
        """
        for map_ in mappen:
            with als_opslagfout("De bestanden weghalen", map_):
                for bestand in map_.glob("*"):
                    bestand.unlink()
                if map_.is_dir():
                    map_.rmdir()

    def ruim_resten(self, geldig: Collection[str]) -> None:
        """Remove what a killed writer left half, and files of letters that are not, or no longer, made.

        Args:
            geldig: ids of the letters that are made.
        """
        with als_opslagfout("De oude bestanden weghalen", self.pad):
            oud = (pad for pad in self.brieven.glob("*.pdf") if pad.stem not in geldig)
            for rest in (*self.brieven.glob(".*.nieuw"), *self.druk.glob(".*.nieuw"), *oud):
                rest.unlink(missing_ok=True)


def hash_van(pad: Path) -> str | None:
    """Return the sha256 of a file; ``None`` when it is not there.

    Raises:
        OpslagFout: it cannot be read.
    """
    with als_opslagfout("Het bestand lezen", pad):
        if not pad.is_file():
            return None
        with pad.open("rb") as stroom:
            return hashlib.file_digest(stroom, "sha256").hexdigest()
