"""Validation errors in Dutch: key path and what is wrong, never the value that was given."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

_UITLEG = {
    "missing": "ontbreekt",
    "extra_forbidden": "deze sleutel bestaat niet",
    "string_pattern_mismatch": "heeft niet de juiste vorm",
    "string_type": "moet tekst zijn",
    "int_type": "moet een geheel getal zijn",
    "int_parsing": "moet een geheel getal zijn",
    "bool_type": "moet true of false zijn",
    "bool_parsing": "moet true of false zijn",
    "date_type": "moet een datum zijn (jjjj-mm-dd)",
    "date_parsing": "moet een datum zijn (jjjj-mm-dd)",
    "date_from_datetime_parsing": "moet een datum zijn (jjjj-mm-dd)",
    "tuple_type": "moet een lijst zijn",
    "dict_type": "moet een tabel zijn",
    "model_type": "moet een tabel zijn",
    "too_short": "mag niet leeg zijn",
    "string_too_short": "mag niet leeg zijn",
    "greater_than_equal": "is te klein",
    "less_than_equal": "is te groot",
    "json_invalid": "is geen geldige JSON",
}
_KEUZES = frozenset({"int", "str", "constrained-str"})
"""What pydantic adds to the path when a field may be one of two kinds; no key of ours."""


@dataclass(frozen=True)
class Veldfout:
    """One fault.

    Args:
        pad: names of keys, and 0-based places in lists.
        wat: what is wrong, in Dutch; never the value that was given.
    """

    pad: tuple[str | int, ...]
    wat: str

    @property
    def sleutel(self) -> str:
        """The key path as a reader writes it, lists counted from 1."""
        return ".".join(str(deel + 1) if isinstance(deel, int) else deel for deel in self.pad) or "(geheel)"

    def __str__(self) -> str:
        return f"{self.sleutel}: {self.wat}"


def veldfouten(fout: ValidationError) -> tuple[str, ...]:
    """Return one Dutch line per fault: ``sleutel.pad: wat er mis is``.

    Args:
        fout: the error of pydantic.

    Returns:
        All faults at once, in the order of the input; values are never shown.
    """
    return tuple(str(item) for item in losse_veldfouten(fout))


def losse_veldfouten(fout: ValidationError) -> tuple[Veldfout, ...]:
    """Return every fault once, in the order of the input; see :func:`veldfouten`."""
    fouten = fout.errors(include_input=False)
    binnen = {item["loc"][:diepte] for item in fouten for diepte in range(len(item["loc"]))}
    # a list of which a part is wrong is also reported as too short
    echt = (item for item in fouten if not (item["type"] == "too_short" and item["loc"] in binnen))
    return tuple(dict.fromkeys(_fout(item["loc"], item["type"], item.get("ctx") or {}) for item in echt))


def _fout(plaats: tuple[int | str, ...], soort: str, context: dict[str, object]) -> Veldfout:
    pad = tuple(deel for deel in plaats if deel not in _KEUZES)
    if soort in ("enum", "literal_error"):
        return Veldfout(pad, f"kies uit {str(context.get('expected', '')).replace(' or ', ' of ')}")
    if soort == "value_error":
        return Veldfout(pad, str(context.get("error", "is niet geldig")))
    return Veldfout(pad, _UITLEG.get(soort, "is niet geldig"))
