"""``instellingen.toml``: the answers of a gemeente to what the sources leave open (ADR 0005)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.storage.bestanden import ruim_resten, schrijf, slot
from toegang.tenancy.inschrijving import lees_toml
from toegang.tenancy.tomlschrijver import als_toml

_KOP = "Antwoorden op open vragen; wijzig ze met 'toegang gemeente'."


class Herkomst(StrEnum):
    """Who gave the answer; an answer of the demo never counts for production."""

    MENS = "mens"
    DEMO = "demo"


class Instelling(Waarde):
    """One answer.

    Args:
        waarde: the answer.
        door: uid of who gave it, as text.
        op: instant, UTC.
        herkomst: a person, or the demo.
    """

    waarde: str = Field(min_length=1, max_length=2000)
    door: str = Field(min_length=1, max_length=100)
    op: datetime
    herkomst: Herkomst


VANAF = "@"
"""``sleutel@2027-01-01`` is the answer from that day on; the one before it keeps holding for the days before (B-78)."""
Sleutel = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]*(@\d{4}-\d{2}-\d{2})?$", max_length=111)]
_ALLE: TypeAdapter[dict[Sleutel, Instelling]] = TypeAdapter(dict[Sleutel, Instelling])
_SLEUTEL: TypeAdapter[Sleutel] = TypeAdapter(Sleutel)


def lees_instellingen(pad: Path) -> dict[str, Instelling]:
    """Read all answers, by key; none when there is no file yet.

    Raises:
        OpslagFout: when the file cannot be read or is not right; names the keys.
    """
    if not pad.exists():
        return {}
    try:
        return dict(_ALLE.validate_python(lees_toml(pad)))
    except ValidationError as fout:
        sleutels = ", ".join(sorted({str(deel["loc"][0]) for deel in fout.errors() if deel["loc"]}))
        raise OpslagFout(f"In {pad} kloppen deze sleutels niet: {sleutels}.", vervolg="Herstel het bestand.") from None


def geldend(instellingen: Mapping[str, Instelling], dag: date) -> dict[str, Instelling]:
    """Return the answers as they are on a day, by key.

    Args:
        instellingen: all answers, as :func:`lees_instellingen` gives them.
        dag: the day.

    Raises:
        OpslagFout: a key names a day that does not exist.
    """
    gevonden = {sleutel: item for sleutel, item in instellingen.items() if VANAF not in sleutel}
    return gevonden | {sleutel: item for sleutel, vanaf, item in later(instellingen) if vanaf <= dag}


def later(instellingen: Mapping[str, Instelling]) -> tuple[tuple[str, date, Instelling], ...]:
    """Return the answers that hold from a day on: key, day and answer, by day.

    Raises:
        OpslagFout: a key names a day that does not exist.
    """
    gevonden = []
    for geheel, item in instellingen.items():
        sleutel, teken, dag = geheel.partition(VANAF)
        if teken:
            try:
                gevonden.append((sleutel, date.fromisoformat(dag), item))
            except ValueError:
                raise OpslagFout(
                    f"In instellingen.toml bestaat de dag van '{geheel}' niet.", vervolg="Herstel het bestand."
                ) from None
    return tuple(sorted(gevonden, key=lambda deel: (deel[1], deel[0])))


def antwoorden_op(instellingen: Mapping[str, Instelling], dag: date) -> dict[str, str]:
    """Return the text of the answers as they are on a day, by key; see :func:`geldend`."""
    return {sleutel: item.waarde for sleutel, item in geldend(instellingen, dag).items()}


def maak_instelling(
    sleutel: str, waarde: str, *, door: str, op: datetime, herkomst: Herkomst = Herkomst.MENS
) -> Instelling:
    """Return an answer.

    Raises:
        Invoerfout: it is empty or too long.
    """
    try:
        return Instelling(waarde=waarde.strip(), door=door, op=op, herkomst=herkomst)
    except ValidationError:
        raise Invoerfout(
            f"Het antwoord op '{sleutel}' is leeg of te lang.", vervolg="Geef een antwoord van 1 tot 2000 tekens."
        ) from None


def bewaar_instellingen(pad: Path, nieuw: Mapping[str, Instelling]) -> None:
    """Add or replace answers; the file changes whole or not at all, and nobody's change gets lost.

    Args:
        pad: the file.
        nieuw: answers by key.

    Raises:
        Invoerfout: when a key is not written as a key.
        Conflict: when the demo would replace the answer of a person.
        OpslagFout: when the file cannot be read or written.
    """
    for sleutel in nieuw:
        try:
            _SLEUTEL.validate_python(sleutel)
        except ValidationError:
            raise Invoerfout(
                "Een sleutel van een instelling bestaat uit kleine letters, cijfers, punten en streepjes.",
                vervolg="Kijk met 'toegang gemeente status' welke sleutels er zijn.",
            ) from None
    with slot(pad.with_name(".slot"), "de instellingen", wachten=True):
        ruim_resten(pad)
        nu = lees_instellingen(pad)
        _weiger_demo(nu, nieuw)
        alle = {**nu, **nieuw}
        tabellen = {
            sleutel: {
                "waarde": item.waarde,
                "door": item.door,
                "op": item.op.astimezone(UTC),
                "herkomst": item.herkomst.value,
            }
            for sleutel, item in sorted(alle.items())
        }
        schrijf(pad, als_toml({}, tabellen, kop=_KOP))


def _weiger_demo(nu: Mapping[str, Instelling], nieuw: Mapping[str, Instelling]) -> None:
    for sleutel, item in nieuw.items():
        if item.herkomst is Herkomst.DEMO and sleutel in nu and nu[sleutel].herkomst is Herkomst.MENS:
            raise Conflict(
                f"'{sleutel}' is door een medewerker van de gemeente ingevuld; de demo vervangt dat niet.",
                vervolg="Gebruik voor de demo een andere map (TOEGANG_DATA).",
            )
