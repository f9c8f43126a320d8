"""The product catalogue: what a resident can get, in the words that a letter prints."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import Field

from toegang.domain.begrippen import Kenmerk, Leveringsvorm, Voorzieningsoort, Wet
from toegang.domain.besluit import Voorziening
from toegang.domain.gegevens import lees_toml
from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout

LANDELIJK = frozenset({"beschermd-wonen"})
"""Products for residents of the Netherlands, wherever they live (L-74)."""


class Product(Waarde):
    """Something that a gemeente can grant, or that is there for everyone.

    Args:
        id: key, e.g. ``rolstoel``.
        naam: the words that are printed.
        wet: the act.
        soort: legal kind; only ALGEMEEN needs no decision (W-7).
        kenmerken: traits that make a separate beschikking due in Zwolle (Z-15).
        leveringsvorm: how it is delivered unless the resident chooses otherwise.
        eenmalig: it is given once and not for a time, such as an aid or an adaptation of the house (B-38).
        artikel: the article that it rests on.
        bewijs: evidence mark of that article (DOMAIN.md).
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    naam: str = Field(min_length=1)
    wet: Wet
    soort: Voorzieningsoort
    kenmerken: frozenset[Kenmerk] = frozenset()
    leveringsvorm: Leveringsvorm = Leveringsvorm.ZIN
    eenmalig: bool = False
    artikel: str = Field(min_length=1)
    bewijs: Literal["V", "V2", "M"]

    def als_voorziening(self, id: str, ingangsdatum: date, **velden: Any) -> Voorziening:
        """Return this product as a provision in a besluit.

        Args:
            id: id within the besluit, e.g. ``V1``.
            ingangsdatum: first day.
            **velden: other fields of :class:`Voorziening`, e.g. ``omvang``.
        """
        eigen = {
            "product": self.id,
            "naam": self.naam,
            "wet": self.wet,
            "soort": self.soort,
            "kenmerken": self.kenmerken,
            "leveringsvorm": self.leveringsvorm,
            "eenmalig": self.eenmalig,
        }
        return Voorziening.model_validate({**eigen, "id": id, "ingangsdatum": ingangsdatum, **velden})


@cache
def producten() -> tuple[Product, ...]:
    """Return the whole catalogue, in the order of the file.

    Raises:
        ToegangFout: the file is absent or a row is faulty.
    """
    return lees_toml("producten.toml", "product", Product.model_validate)


def producten_van(wet: Wet) -> tuple[Product, ...]:
    """Return the products under an act."""
    return tuple(item for item in producten() if item.wet is wet)


def product(id: str) -> Product:
    """Return the product with that id.

    Raises:
        Invoerfout: it does not exist; names the products that do.
    """
    gevonden = next((item for item in producten() if item.id == id), None)
    if gevonden is None:
        bekend = ", ".join(item.id for item in producten())
        raise Invoerfout(f"Product '{id}' staat niet in de catalogus.", vervolg=f"Kies uit: {bekend}.")
    return gevonden
