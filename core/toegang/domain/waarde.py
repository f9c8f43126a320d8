"""The base of every value that crosses a border: frozen, strict, and silent about persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, NoReturn, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict

K = TypeVar("K")
V = TypeVar("V")


class Onveranderlijk(AttributeError, TypeError):
    """Somebody tried to change a value; the words are ours and hold no content."""


class VasteTabel(dict[K, V]):
    """A table that does not change: a plugin that gets it cannot switch off a rule by taking it out."""

    def _weiger(self, *args: object, **kwargs: object) -> NoReturn:
        raise Onveranderlijk("deze tabel verandert niet")

    __setitem__ = __delitem__ = __ior__ = _weiger
    clear = pop = popitem = setdefault = update = _weiger

    def __reduce__(self) -> tuple[type[VasteTabel[K, V]], tuple[dict[K, V]]]:
        """Copy and pickle as a whole, not item by item."""
        return type(self), (dict(self),)


Tabel = Annotated[Mapping[K, V], AfterValidator(VasteTabel)]
"""A table as field of a value."""
LEEG: VasteTabel[Any, Any] = VasteTabel()


def _bevroren(deel: Any) -> Any:
    """Return plain data that cannot be changed: lists become tuples, tables become :class:`VasteTabel`."""
    if isinstance(deel, Mapping):
        return VasteTabel({naam: _bevroren(waarde) for naam, waarde in deel.items()})
    return tuple(_bevroren(item) for item in deel) if isinstance(deel, list | tuple) else deel


VrijeTabel = Annotated[Mapping[str, Any], AfterValidator(_bevroren)]
"""A table of which somebody else knows the shape, as field of a value."""


class Waarde(BaseModel):
    """A frozen value. Equal when its fields are equal; refuses unknown fields.

    Validation errors never show the input (it may hold personal data), and ``repr`` shows only
    the identifying field, so that a value may appear in a traceback (DESIGN.md §5).
    """

    # Built at the first use: a command uses a few of some two hundred kinds of value.
    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True, defer_build=True
    )

    def __repr__(self) -> str:
        """Show the class and, when there is one, the id; never the content."""
        return f"{type(self).__name__}({''.join(str(kenmerk) for _, kenmerk in self.__repr_args__())})"

    __str__ = __repr__

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Give rich and other pretty printers the id too, and nothing else."""
        kenmerk = getattr(self, "id", None) or getattr(self, "code", None)
        return [(None, kenmerk)] if kenmerk else []

    def __setattr__(self, naam: str, waarde: object) -> NoReturn:
        """Refuse; pydantic would refuse with the new value in its message."""
        raise Onveranderlijk(f"een {type(self).__name__} verandert niet; gebruik gewijzigd()")

    def gewijzigd(self, **velden: Any) -> Self:
        """Return a copy with other field values, validated again.

        Args:
            **velden: field names with their new values.

        Returns:
            A new value of the same class.
        """
        return type(self).model_validate({**dict(self), **velden})
