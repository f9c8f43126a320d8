"""Adellijke titels and predicaten (landelijke tabel 38 of the BRP) and the forms that go with them.

Source of the forms: Haal Centraal BRP bevragen (RvIG, EUPL-1.2), features ``adressering``.
"""

from __future__ import annotations

_PREDICATEN = {"JH", "JV"}
_VORSTELIJK = {"P", "PS"}
_GRAFELIJK = {"G", "GI"}

# Code: the form for a man, the form for a woman. A woman has no form of "ridder".
_TITELS = {
    "B": ("baron", "barones"),
    "BS": ("baron", "barones"),
    "G": ("graaf", "gravin"),
    "GI": ("graaf", "gravin"),
    "H": ("hertog", "hertogin"),
    "HI": ("hertog", "hertogin"),
    "JH": ("jonkheer", "jonkvrouw"),
    "JV": ("jonkheer", "jonkvrouw"),
    "M": ("markies", "markiezin"),
    "MI": ("markies", "markiezin"),
    "P": ("prins", "prinses"),
    "PS": ("prins", "prinses"),
    "R": ("ridder", ""),
}

# The titles of a man that give his wife a title by courtesy.
_HOFFELIJK = {"B", "G", "H", "M", "P"}


def bekende_code(code: str) -> str:
    """Return a code of table 38.

    Args:
        code: the code; empty when there is no title.

    Returns:
        The same code.

    Raises:
        ValueError: it is not in the table.
    """
    if not is_bekende_code(code):
        raise ValueError("de code voor de adellijke titel of het predicaat staat niet in tabel 38")
    return code


def is_bekende_code(code: str) -> bool:
    """Tell whether a code is in table 38; no code at all is fine too."""
    return not code or code in _TITELS


def is_predicaat(code: str) -> bool:
    """Tell whether a code is a predicaat (jonkheer, jonkvrouw) and not a titel."""
    return code in _PREDICATEN


def titel_bij_geslacht(code: str, geslacht: str) -> str:
    """Return the title in the form of the person's own geslacht.

    Args:
        code: code of table 38; empty when none.
        geslacht: ``M``, ``V`` or ``O``.

    Returns:
        For example ``gravin``; empty when there is no form.
    """
    man, vrouw = _TITELS.get(code, ("", ""))
    return {"M": man, "V": vrouw}.get(geslacht, "")


def hoffelijkheidstitel(code_partner: str) -> str:
    """Return the title that a woman bears by courtesy with the name of her (former) partner.

    Args:
        code_partner: the partner's code.

    Returns:
        For example ``barones``; empty when the partner's title gives none.
    """
    return _TITELS[code_partner][1] if code_partner in _HOFFELIJK else ""


def aanspreekvorm(code: str, geslacht: str) -> str:
    """Return the form of address that goes with a title.

    Args:
        code: code of table 38; empty when none.
        geslacht: ``M``, ``V`` or ``O``.

    Returns:
        For example ``Hooggeboren vrouwe``; empty when there is none.
    """
    if code in _VORSTELIJK:
        return "Hoogheid"
    woord = {"M": "heer", "V": "vrouwe"}.get(geslacht)
    if not code or woord is None:
        return ""
    return f"{'Hooggeboren' if code in _GRAFELIJK else 'Hoogwelgeboren'} {woord}"
