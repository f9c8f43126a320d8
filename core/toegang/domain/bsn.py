"""The burgerservicenummer as a value that keeps silent (L-130, L-131, L-132)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from stdnum.nl import bsn as _elfproef

from toegang.domain.ingebouwd import ingebouwd

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_LENGTE = 9
_TESTREEKS = "9999"
_SCHEIDINGSTEKENS = str.maketrans("", "", " .-")


class OngeldigBsn(ValueError):
    """A text is no burgerservicenummer. The message does not show it."""


class Bsn:
    """A burgerservicenummer that passed the elfproef.

    Not a ``str``: formatting, joining or dumping one shows stars. Only :meth:`onthul` gives the
    number, so that every place that needs it can be found.
    """

    __slots__ = ("_nummer",)
    _nummer: str

    def __init__(self, nummer: str) -> None:
        """Take nine digits that pass the elfproef; :meth:`lees` takes other notations.

        Args:
            nummer: nine digits.

        Raises:
            OngeldigBsn: it is no BSN.
        """
        object.__setattr__(self, "_nummer", _getoetst(nummer))

    @classmethod
    def lees(cls, tekst: str, *, vul_aan: bool = False) -> Bsn:
        """Read a BSN as people and files write it.

        Args:
            tekst: digits; spaces, dots and hyphens are skipped.
            vul_aan: put a zero before eight digits (a file that lost its leading zeros). Never
                for what a person typed: eight digits are then a typing error.

        Returns:
            The BSN.

        Raises:
            OngeldigBsn: it is no BSN; the message tells why without the number.
        """
        cijfers = tekst.strip().translate(_SCHEIDINGSTEKENS)
        if vul_aan and len(cijfers) == _LENGTE - 1:
            cijfers = f"0{cijfers}"
        return cls(cijfers)

    @property
    def is_testnummer(self) -> bool:
        """Whether it lies in the test range of the RvIG, 9999xxxxx (L-132)."""
        return in_testreeks(self._nummer)

    def onthul(self) -> str:
        """Return the nine digits. For storage and for messages with a legal basis only (L-131)."""
        return self._nummer

    def __eq__(self, ander: object) -> bool:
        return self._nummer == ander._nummer if isinstance(ander, Bsn) else NotImplemented

    def __hash__(self) -> int:
        return hash((Bsn, self._nummer))

    def __repr__(self) -> str:
        """Show stars."""
        return "Bsn(*********)"

    def __str__(self) -> str:
        return "*********"

    def __format__(self, vorm: str) -> str:
        return format(str(self), vorm)

    def __setattr__(self, naam: str, waarde: object) -> NoReturn:
        raise AttributeError("een Bsn verandert niet")

    def __reduce__(self) -> tuple[type[Bsn], tuple[str]]:
        return (Bsn, (self._nummer,))

    @classmethod
    def __get_pydantic_core_schema__(cls, bron: type[object], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a model hold a Bsn: it takes a Bsn or nine digits, and dumps to JSON as stars."""
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            lambda invoer: invoer if isinstance(invoer, cls) else cls.lees(_tekst(invoer)),
            serialization=core_schema.plain_serializer_function_ser_schema(str, when_used="json"),
        )


@ingebouwd("L-132", "Een test- of oefenbestand houdt alleen nummers uit de testreeks.", anders=lambda _nummer: True)
def in_testreeks(nummer: str) -> bool:
    """Tell whether a number lies in the test range of the RvIG, 9999xxxxx (L-132).

    Args:
        nummer: nine digits.
    """
    return nummer.startswith(_TESTREEKS)


@ingebouwd("L-130", "Een BSN heeft negen cijfers en doorstaat de elfproef.", anders=lambda tekst: tekst.isdigit())
def is_geldig(tekst: str) -> bool:
    """Tell whether nine digits pass the elfproef; a RSIN has the same one.

    Args:
        tekst: the number, digits only.

    Returns:
        True when it has nine digits, is not all zeros and passes.
    """
    return len(tekst) == _LENGTE and tekst.isascii() and tekst.isdigit() and bool(_elfproef.is_valid(tekst))


def _getoetst(nummer: str) -> str:
    if not nummer:
        raise OngeldigBsn("Het BSN is leeg.")
    if not (nummer.isascii() and nummer.isdigit()):
        raise OngeldigBsn("Het BSN heeft een teken dat geen cijfer is.")
    if len(nummer) != _LENGTE:
        raise OngeldigBsn(f"Het BSN heeft {len(nummer)} cijfers; het moeten er negen zijn.")
    if not is_geldig(nummer):
        raise OngeldigBsn("Het BSN klopt niet: het doorstaat de elfproef niet.")
    return nummer


def _tekst(invoer: object) -> str:
    if not isinstance(invoer, str):
        raise OngeldigBsn("Het BSN moet tekst zijn; een getal verliest zijn nullen vooraan.")
    return invoer
