"""A batch of letters as stored: the batch, its letters with what was found of each, and its print run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import model_validator

from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.domain.bevinding import Bevinding, Bevindingsoort
from toegang.domain.waarde import Waarde


class Regelstand(StrEnum):
    """Where one letter of a batch is."""

    GEKOZEN = "GEKOZEN"
    AANGEHOUDEN = "AANGEHOUDEN"
    MISLUKT = "MISLUKT"
    GEMAAKT = "GEMAAKT"
    VERZONDEN = "VERZONDEN"
    INGETROKKEN = "INGETROKKEN"


LOPEND = frozenset({Regelstand.GEKOZEN, Regelstand.GEMAAKT})
"""States in which a letter belongs to its batch, and no other batch may take it."""


class Gedaan(Waarde):
    """A step that somebody took.

    Args:
        handeling: the step.
        op: instant, UTC.
        uid: who.
        medewerker: id of that medewerker, when known.
        detail: counts and fixed words, by name; no personal data.
    """

    handeling: Handeling
    op: datetime
    uid: int
    medewerker: str | None = None
    detail: tuple[tuple[str, str], ...] = ()


class Bekeken(Waarde):
    """A letter of the sample that was handed to somebody.

    Args:
        brief: id of the letter.
        uid: to whom.
        op: instant, UTC.
    """

    brief: str
    uid: int
    op: datetime


class Drukdeel(Waarde):
    """One file of the print run.

    Args:
        groep: key of the envelope group.
        deel: 1, 2, ... within the group.
        bestand: file name within the folder of the batch.
        van: first place in the print run.
        tot: last place.
        brieven: number of letters.
        enveloppen: number of envelopes.
        vellen: sheets of paper, without the separators.
        sha256: hash of the file.
    """

    groep: str
    deel: int
    bestand: str
    van: int
    tot: int
    brieven: int
    enveloppen: int
    vellen: int
    sha256: str


class Verzending(Waarde):
    """That an envelope group was sent: the proof of dispatch.

    Args:
        groep: key of the group.
        op: day of dispatch.
        aantal: number of letters that was counted by who sent.
        uid: who said so.
        medewerker: id of that medewerker, when known.
        vastgelegd_op: instant, UTC.
    """

    groep: str
    op: date
    aantal: int
    uid: int
    medewerker: str | None = None
    vastgelegd_op: datetime


class Batch(Waarde):
    """A batch.

    Args:
        id: id.
        aangemaakt_op: instant of freezing, UTC.
        door: uid of who froze it.
        aantal: number of letters frozen in it; never changes.
        stand: where it is.
        dagtekening: date printed on its letters; they go out on that day (Awb 3:41, 6:8).
        tijdstip: instant that stands in its files, so that making one again gives the same bytes.
        keuze: how its letters were chosen, in Dutch.
        map: folder of its files.
        stappen: what was done, by whom.
        steekproef: ids of the letters that must be looked at.
        bekeken: who got which of those.
        druk: files of the print run.
        verzendingen: groups that were sent.
    """

    id: str
    aangemaakt_op: datetime
    door: str
    aantal: int
    stand: Batchstand = Batchstand.EERDER
    dagtekening: date | None = None
    tijdstip: datetime | None = None
    keuze: str = ""
    map: str = ""
    stappen: tuple[Gedaan, ...] = ()
    steekproef: tuple[str, ...] = ()
    bekeken: tuple[Bekeken, ...] = ()
    druk: tuple[Drukdeel, ...] = ()
    verzendingen: tuple[Verzending, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _van_eerder(cls, ruw: Any) -> Any:
        """Read what a version without these steps stored."""
        return {naam: waarde for naam, waarde in ruw.items() if naam != "afgerond"} if isinstance(ruw, Mapping) else ruw

    @property
    def groepen(self) -> tuple[str, ...]:
        """The envelope groups of the print run, in order."""
        return tuple(dict.fromkeys(deel.groep for deel in self.druk))

    @property
    def verzonden_groepen(self) -> frozenset[str]:
        """The groups that were sent."""
        return frozenset(item.groep for item in self.verzendingen)

    def brieven_in(self, groep: str) -> int:
        """Return how many letters a group has."""
        return sum(deel.brieven for deel in self.druk if deel.groep == groep)

    def laatste(self, handeling: Handeling) -> Gedaan | None:
        """Return the last time that a step was taken, or ``None``."""
        return next((stap for stap in reversed(self.stappen) if stap.handeling is handeling), None)


class Batchregel(Waarde):
    """One letter of a batch.

    Args:
        id: batch and place.
        batch_id: the batch.
        dossier_id: the dossier.
        brief_id: the letter.
        zaak_id: its zaak.
        sjabloon: its template.
        volgnr: place in the batch: 1, 2, ...
        stand: where it is.
        gekozen_om: why it is in the batch, in Dutch.
        bevindingen: what was found of it.
        toch: findings that a person looked at and let through.
        vingerafdruk: hash of what is printed, as it was checked.
        gegevens: what is printed, as it was checked (JSON); empty once it was made, and when it has to be composed
            again because it rests on more than its own dossier.
        gezien: last link of the log when it was checked.
        grond: hash of what all letters rested on then.
        groep: its envelope group, once released.
        druknr: place in the print run, once released.
        envelop: envelope within the print run, once released.
        vellen: sheets of paper, once released.
    """

    id: str
    batch_id: str
    dossier_id: str
    brief_id: str
    zaak_id: str
    sjabloon: str
    volgnr: int
    stand: Regelstand = Regelstand.GEKOZEN
    gekozen_om: str = ""
    bevindingen: tuple[Bevinding, ...] = ()
    toch: tuple[Bevindingsoort, ...] = ()
    vingerafdruk: str = ""
    gegevens: str = ""
    gezien: int = 0
    grond: str = ""
    groep: str = ""
    druknr: int = 0
    envelop: int = 0
    vellen: int = 0

    @property
    def lopend(self) -> bool:
        """Whether it belongs to its batch, so that no other may take it."""
        return self.stand in LOPEND

    @property
    def waarom(self) -> str:
        """Why it was not made, in Dutch; empty when it was."""
        return " ".join(item.uitleg for item in self.bevindingen if item.houdt_tegen)


class Telling(Waarde):
    """How many letters of a batch are where; together they are all that were frozen.

    Args:
        aantal: number that was frozen.
        per_stand: number per state.
    """

    aantal: int
    per_stand: tuple[tuple[Regelstand, int], ...] = ()

    def __getitem__(self, stand: Regelstand) -> int:
        """Return the number in a state."""
        return dict(self.per_stand).get(stand, 0)

    @property
    def gemaakt(self) -> int:
        """Made, sent or not."""
        return self[Regelstand.GEMAAKT] + self[Regelstand.VERZONDEN]

    @property
    def klopt(self) -> bool:
        """Whether no letter was lost and none came twice: in = made + held + failed (+ to do + withdrawn)."""
        return sum(aantal for _, aantal in self.per_stand) == self.aantal

    def in_woorden(self) -> str:
        """Say it in one Dutch line: the sum that must be right at every moment."""
        delen = (
            (self[Regelstand.GEKOZEN], "te maken"),
            (self.gemaakt, "gemaakt"),
            (self[Regelstand.AANGEHOUDEN], "aangehouden"),
            (self[Regelstand.MISLUKT], "mislukt"),
            (self[Regelstand.INGETROKKEN], "ingetrokken"),
        )
        vast = ("gemaakt", "aangehouden", "mislukt")
        som = " + ".join(f"{getal} {wat}" for getal, wat in delen if getal or wat in vast)
        return f"{self.aantal} gekozen = {som}"
