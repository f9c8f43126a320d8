"""Errors of storage that callers tell apart, and a way to name a row without naming a person."""

from __future__ import annotations

import re

from toegang.domain.bsn import is_geldig
from toegang.errors import Invoerfout, OpslagFout

_LIJKT_OP_NUMMER = re.compile(r"(?<![0-9A-Za-z])\d[\d .]{6,}\d(?![0-9A-Za-z])")
_NEGEN_CIJFERS = re.compile(r"(?<![0-9A-Za-z])\d{9}(?![0-9A-Za-z])")


class NietGevonden(Invoerfout):
    """What was asked for is not in the database of this gemeente."""


class DossierVernietigd(OpslagFout):
    """The key of the dossier was destroyed; its content can never be read again (DESIGN.md §5)."""

    def __init__(self, dossier_id: str) -> None:
        super().__init__(
            f"Dossier {veilig(dossier_id)} is vernietigd; de inhoud is niet meer te lezen.",
            vervolg="Het logboek laat zien wanneer en door wie; terughalen kan niet.",
        )


def veilig(kenmerk: str) -> str:
    """Return an id as it may stand in a message: never something that could be a BSN or a name.

    Args:
        kenmerk: an id, possibly typed by a user.
    """
    if len(kenmerk) > 100 or _LIJKT_OP_NUMMER.search(kenmerk) or any(teken.isspace() for teken in kenmerk):
        return "(het opgegeven kenmerk)"
    return kenmerk


def lijkt_op_bsn(tekst: str) -> bool:
    """Tell whether a text holds nine loose digits that pass the elfproef (L-131: no BSN in a log)."""
    return any(is_geldig(cijfers) for cijfers in _NEGEN_CIJFERS.findall(tekst))
