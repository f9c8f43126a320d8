"""``aansluiten.toml``: what is being connected, and since when; there only while it is not finished."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, OpslagFout
from toegang.storage.bestanden import schrijf
from toegang.tenancy.inschrijving import Inschrijving, lees_toml
from toegang.tenancy.tomlschrijver import TomlWaarde, als_toml

_KOP = "Aansluiten is begonnen en nog niet klaar; voer 'toegang gemeente aansluiten' nog eens uit."


class Opslagsoort(StrEnum):
    """Where the database of a gemeente is."""

    SQLITE = "SQLITE"
    POSTGRESQL = "POSTGRESQL"


class Aansluitopdracht(Waarde):
    """What a person asks for; checked when the plan is made, so that a fault is told in Dutch.

    Args:
        naam: key of the gemeente, e.g. ``zwolle``.
        titel: printed name, e.g. ``Zwolle``.
        plugin: name of the entry point of its plugin.
        code: CBS code, e.g. ``0193``.
        opslag: kind of database.
        rsin: number of the gemeente as a legal person; ``None`` = not given yet.
    """

    naam: str
    titel: str
    plugin: str
    code: str
    opslag: Opslagsoort = Opslagsoort.SQLITE
    rsin: str | None = None

    def voor_inschrijving(self) -> dict[str, str]:
        """Return the facts that ``gemeente.toml`` keeps."""
        return self.model_dump(exclude={"opslag"}, exclude_none=True)


class Journaal(Waarde):
    """An onboarding under way.

    Args:
        opdracht: what was asked for; a resumption must ask the same.
        begonnen_op: instant, UTC.
        uid: who began.
        bezig_met: number of the step that was begun last; what is on disk decides, this is for the reader.
    """

    opdracht: Aansluitopdracht
    begonnen_op: datetime
    uid: int
    bezig_met: int = 0


def lees_journaal(pad: Path) -> Journaal | None:
    """Read the journal, or return ``None`` when nothing is under way.

    Raises:
        OpslagFout: when it cannot be read or is not right.
    """
    if not pad.exists():
        return None
    try:
        return Journaal.model_validate(lees_toml(pad))
    except ValidationError:
        raise OpslagFout(
            f"{pad} is niet het journaal van een aansluiting.", vervolg="Herstel het bestand of zet een kopie terug."
        ) from None


def schrijf_journaal(pad: Path, journaal: Journaal) -> None:
    """Write the journal, whole or not at all.

    Raises:
        OpslagFout: when that is not possible.
    """
    waarden: dict[str, TomlWaarde] = {
        "begonnen_op": journaal.begonnen_op.astimezone(UTC),
        "uid": journaal.uid,
        "bezig_met": journaal.bezig_met,
    }
    opdracht: dict[str, TomlWaarde] = dict(journaal.opdracht.model_dump(mode="json", exclude_none=True))
    schrijf(pad, als_toml(waarden, {"opdracht": opdracht}, kop=_KOP))


def hervat_of_begin(pad: Path, opdracht: Aansluitopdracht, uid: int, klok: Callable[[], datetime]) -> Journaal:
    """Return the journal under way, or begin one.

    Raises:
        Conflict: when something else was begun for this gemeente.
        OpslagFout: when it cannot be read or written.
    """
    bestaand = lees_journaal(pad)
    if bestaand is None:
        bestaand = Journaal(opdracht=opdracht, begonnen_op=klok(), uid=uid)
        schrijf_journaal(pad, bestaand)
    weiger_anders(pad, bestaand, opdracht)
    return bestaand


def weiger_anders(pad: Path, journaal: Journaal, opdracht: Aansluitopdracht) -> None:
    """Refuse to go on with something else than was begun.

    Raises:
        Conflict: names what differs.
    """
    anders = verschillen(journaal.opdracht, opdracht, "opslag")
    if anders:
        raise Conflict(
            f"Het aansluiten van {opdracht.naam} is eerder begonnen met {anders} ({pad}).",
            vervolg=f"Maak het af met dezelfde gegevens, of haal het weg: toegang gemeente aansluiten {opdracht.naam} "
            "--ongedaan",
        )


def verschillen(bestaand: Aansluitopdracht | Inschrijving, opdracht: Aansluitopdracht, *ook: str) -> str:
    """Return in which facts what exists differs from what is asked, with its own values; empty = equal.

    Args:
        bestaand: what exists.
        opdracht: what is asked.
        *ook: facts to compare beside title, plugin and code.
    """
    namen = ("titel", "plugin", "code", *ook)
    anders = [naam for naam in namen if getattr(bestaand, naam) != getattr(opdracht, naam)]
    return ", ".join(f"{naam} '{getattr(bestaand, naam)}'" for naam in anders)
