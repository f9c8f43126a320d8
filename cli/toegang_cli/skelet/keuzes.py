"""What the maker of a new plugin chooses: six things at most."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from toegang.domain.gemeenten import Gemeente, gemeente_met_naam, gemeenten
from toegang.errors import Invoerfout
from toegang.plugins.modellen import MODELLEN, laad_model

OPEN = "open"
MAX_WIJKEN = 60
_SLEUTEL = re.compile(r"[a-z][a-z0-9-]*")
_CONTACT = re.compile(r"[^@\s\"\\]+@[^@\s\"\\]+\.[^@\s\"\\]+")


@dataclass(frozen=True)
class Keuzes:
    """The answers; kept beside the plugin, so that the scaffold can be renewed.

    Args:
        sleutel: key of the gemeente and name of the entry point, e.g. ``hoorn``.
        gemeente: official name on the day of making.
        code: its code then.
        model: organisation model.
        wijken: names of areas.
        beslisser: functie that decides, or ``open``.
        contact: e-mail address for questions.
        dag: day on which it was made.
        binnen: it stands in the workspace of Toegang itself.
    """

    sleutel: str
    gemeente: str
    code: str
    model: str
    wijken: tuple[str, ...]
    beslisser: str
    contact: str
    dag: str
    binnen: bool = False

    @property
    def pakket(self) -> str:
        """Name of the Python package."""
        return f"toegang_{self.sleutel.replace('-', '_')}"

    def als_json(self) -> dict[str, Any]:
        """Return the answers under stable keys."""
        return asdict(self)

    @classmethod
    def uit_json(cls, velden: dict[str, Any]) -> Keuzes:
        """Read them back.

        Raises:
            TypeError: keys are missing or unknown.
        """
        return cls(**{**velden, "wijken": tuple(velden["wijken"])})


def sleutel_van(naam: str) -> str:
    """Return the key that belongs to a name: ``'s-Gravenhage`` becomes ``s-gravenhage``."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def lees_sleutel(tekst: str) -> str:
    """Return a key that is usable as name of an entry point and package.

    Raises:
        Invoerfout: it is not.
    """
    if not _SLEUTEL.fullmatch(tekst):
        raise Invoerfout(
            f"'{tekst}' kan geen sleutel van een gemeente zijn.",
            vervolg="Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld: bergen-op-zoom",
        )
    return tekst


def vind_gemeente(sleutel: str, naam: str | None, op: date) -> Gemeente:
    """Return the gemeente that is meant, as it is on a day: a code may have been another one's before.

    Args:
        sleutel: key that was typed.
        naam: official name, when it was given.
        op: the day.

    Raises:
        Invoerfout: there is none on that day; says what comes near, or when it existed.
    """
    if naam is None:
        passend = [item for item in gemeenten() if sleutel_van(item.naam) == sleutel]
        for item in passend:
            if item.bestaat_op(op):
                return item
        naam = passend[0].naam if passend else sleutel.replace("-", " ").title()
    return gemeente_met_naam(naam, op)


def lees_model(naar: str) -> str:
    """Return the model that is meant: by its own name, or by the gemeente from which it was derived.

    Raises:
        Invoerfout: there is none; names them.
    """
    herkomst = modellen_naar()
    if naar in MODELLEN:
        return naar
    if naar in herkomst:
        return herkomst[naar]
    keuze = ", ".join(f"{gemeente} ({model})" for gemeente, model in sorted(herkomst.items()))
    raise Invoerfout("De waarde van --naar is geen gemeente met een organisatiemodel.", vervolg=f"Kies uit: {keuze}.")


def modellen_naar() -> dict[str, str]:
    """Return the models by the gemeente from which they were derived."""
    return {laad_model(naam).naar: naam for naam in MODELLEN}


def lees_wijken(tekst: str) -> tuple[str, ...]:
    """Return the names of areas: a number gives so many numbered ones.

    Raises:
        Invoerfout: too many, none, or two with the same key.
    """
    delen = tuple(deel.strip() for deel in tekst.split(",") if deel.strip())
    if len(delen) == 1 and delen[0].isdigit():
        aantal = int(delen[0])
        delen = tuple(f"wijk {nummer}" for nummer in range(1, min(aantal, MAX_WIJKEN + 1) + 1))
    if not 1 <= len(delen) <= MAX_WIJKEN:
        raise Invoerfout(
            f"De waarde van --wijken vraagt 1 tot {MAX_WIJKEN} wijken.", vervolg="Bijvoorbeeld: 4, of: Noord,Zuid"
        )
    sleutels = [sleutel_van(deel) for deel in delen]
    if len(set(sleutels)) < len(sleutels) or not all(sleutels) or any('"' in deel or "\\" in deel for deel in delen):
        raise Invoerfout("De waarde van --wijken noemt twee keer dezelfde wijk, of een onbruikbare naam.")
    return delen


def lees_contact(tekst: str) -> str:
    """Return an e-mail address.

    Raises:
        Invoerfout: it is none.
    """
    if not _CONTACT.fullmatch(tekst):
        raise Invoerfout("De waarde van --contact is geen e-mailadres.", vervolg="Bijvoorbeeld: toegang@hoorn.example")
    return tekst


def lees_beslisser(tekst: str) -> str:
    """Return the functie that decides, or ``open``.

    Raises:
        Invoerfout: it cannot be a key.
    """
    if not _SLEUTEL.fullmatch(tekst):
        raise Invoerfout("De waarde van --beslisser is geen functie.", vervolg="Bijvoorbeeld: teamleider; of: open")
    return tekst
