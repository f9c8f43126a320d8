"""What a hook was asked, as JSON values and back: so that another plugin can be asked the same years later.

The view of the gemeente is left out: a trial is run on the organisation data of the candidate, on the day on
which was judged then.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from toegang.domain.veldfouten import veldfouten
from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout
from toegang.hookspecs import BESLISHAKEN, Haken

_GEMEENTE, _UIT = "gemeente", "return"


def plat(vraag: Mapping[str, object]) -> dict[str, Any]:
    """Return the arguments of a hook as JSON values.

    Args:
        vraag: the arguments by name, without the view of the gemeente.
    """
    return {naam: _plat(deel) for naam, deel in vraag.items()}


def herbouw(hook: str, vraag: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a hook as the frozen values that its specification names.

    Args:
        hook: one of :data:`toegang.hookspecs.BESLISHAKEN`.
        vraag: the arguments as :func:`plat` gave them.

    Raises:
        Invoerfout: they do not fit this version of the hook; names fields, never values.
    """
    soorten = argumenten(hook)
    if set(vraag) != set(soorten):
        verschil = ", ".join(sorted(set(vraag) ^ set(soorten)))
        raise Invoerfout(f"De bewaarde vraag past niet bij deze versie van de hook '{hook}' ({verschil}).")
    klaar = {}
    for naam, soort in soorten.items():
        try:
            klaar[naam] = soort.validate_python(vraag[naam])
        except ValidationError as fout:
            raise Invoerfout(
                f"De bewaarde vraag past niet bij deze versie van de hook '{hook}' "
                f"({naam}: {'; '.join(veldfouten(fout))})."
            ) from None
    return klaar


@cache
def argumenten(hook: str) -> Mapping[str, TypeAdapter[Any]]:
    """Return what a decision hook is asked with: the kind of each argument by name, without the gemeente."""
    assert hook in BESLISHAKEN
    soorten = get_type_hints(getattr(Haken, hook))
    return {naam: TypeAdapter(soort) for naam, soort in soorten.items() if naam not in (_GEMEENTE, _UIT)}


def _plat(deel: Any) -> Any:
    if isinstance(deel, tuple):
        return [_plat(item) for item in deel]
    return deel.model_dump(mode="json") if isinstance(deel, Waarde) else deel
