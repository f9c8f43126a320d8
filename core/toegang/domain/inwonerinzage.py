"""A resident asks to see the own file: who asks, on what ground, and how deep it goes (B-56, L-70)."""

from __future__ import annotations

from enum import StrEnum

from toegang.domain.waarde import Waarde


class Verzoeker(StrEnum):
    """Who asks."""

    INWONER = "INWONER"
    VERTEGENWOORDIGER = "VERTEGENWOORDIGER"


class Vertegenwoordiging(StrEnum):
    """On what ground somebody acts for a resident.

    GEZAG is checked against the household; of the others the worker sees the paper.
    """

    GEZAG = "GEZAG"
    VOOGDIJ = "VOOGDIJ"
    CURATELE = "CURATELE"
    MENTORSCHAP = "MENTORSCHAP"
    MACHTIGING = "MACHTIGING"


ALLEEN_MINDERJARIG = frozenset({Vertegenwoordiging.GEZAG, Vertegenwoordiging.VOOGDIJ})
"""Grounds that end when the resident may decide alone."""


class Identiteitsbewijs(StrEnum):
    """By what the identity of who asks was established; no number of it is kept."""

    PASPOORT = "PASPOORT"
    IDENTITEITSKAART = "IDENTITEITSKAART"
    RIJBEWIJS = "RIJBEWIJS"
    VREEMDELINGENDOCUMENT = "VREEMDELINGENDOCUMENT"
    DIGID = "DIGID"


class Inzagelaag(StrEnum):
    """How deep it goes: an overview, the file after a check of identity, or a copy of everything."""

    OVERZICHT = "OVERZICHT"
    DOSSIER = "DOSSIER"
    AFSCHRIFT = "AFSCHRIFT"


class Inzageverzoek(Waarde):
    """A request to see a file.

    Args:
        inwoner: id of the resident whose file it is.
        voor: who asks.
        wie: id of the household member who represents; only with ground GEZAG.
        grond: on what ground somebody represents.
        bewijs: by what the identity of who asks was established; ``None`` = not established.
    """

    inwoner: str
    voor: Verzoeker = Verzoeker.INWONER
    wie: str | None = None
    grond: Vertegenwoordiging | None = None
    bewijs: Identiteitsbewijs | None = None

    @property
    def kijker(self) -> str | None:
        """Id of the household member who gets to see it; ``None`` for somebody from outside."""
        return self.inwoner if self.voor is Verzoeker.INWONER else self.wie
