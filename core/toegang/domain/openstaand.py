"""Open keys: fill in the answers of the gemeente, and say which are still missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toegang.domain.organisatie import OpenSleutel, Organisatie
from toegang.errors import NietToegestaan

VOORVOEGSEL = "open:"


def vul_in(ruw: Mapping[str, Any], antwoorden: Mapping[str, str]) -> dict[str, Any]:
    """Replace ``"open:<sleutel>"`` by its answer, everywhere; leave it when there is none or an empty one.

    Args:
        ruw: content of ``organisatie.toml`` as read.
        antwoorden: answers by key.

    Returns:
        A new structure, ready for :class:`Organisatie`.
    """

    def vervang(deel: Any) -> Any:
        if isinstance(deel, str) and deel.startswith(VOORVOEGSEL):
            antwoord = antwoorden.get(deel.removeprefix(VOORVOEGSEL), "")
            return antwoord if antwoord.strip() else deel
        if isinstance(deel, Mapping):
            return {sleutel: vervang(waarde) for sleutel, waarde in deel.items()}
        if isinstance(deel, list | tuple):
            return [vervang(waarde) for waarde in deel]
        return deel

    ingevuld = vervang(dict(ruw))
    assert isinstance(ingevuld, dict)
    return ingevuld


def ontbrekend(organisatie: Organisatie, antwoorden: Mapping[str, str]) -> tuple[OpenSleutel, ...]:
    """Return the open keys that nobody has answered yet."""
    return tuple(item for item in organisatie.open if not antwoorden.get(item.sleutel, "").strip())


def vereis(organisatie: Organisatie, waarde: str) -> str:
    """Return a value that may still be open.

    Args:
        organisatie: the organisation it comes from.
        waarde: the value, or ``open:<sleutel>``.

    Raises:
        NietToegestaan: when nobody has filled it in; names the key, rule and source phrase.
    """
    if not waarde.startswith(VOORVOEGSEL):
        return waarde
    sleutel = waarde.removeprefix(VOORVOEGSEL)
    vraag = next((item for item in organisatie.open if item.sleutel == sleutel), None)
    uitleg = f"{vraag.vraag} De bron laat dit open ({vraag.regel}: {vraag.frase})." if vraag else ""
    raise NietToegestaan(
        f"Gemeente {organisatie.naam}: '{sleutel}' is nog niet ingevuld. {uitleg}".strip(),
        vervolg=f"Vul '{sleutel}' in bij de instellingen van de gemeente; een standaardwaarde bestaat niet.",
    )
