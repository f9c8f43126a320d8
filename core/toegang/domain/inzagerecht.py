"""Who may see a zaak: the table ``[[inzage]]`` of a gemeente (Z-20)."""

from __future__ import annotations

from enum import StrEnum

from toegang.domain.begrippen import Wet
from toegang.domain.beleid import OpenVerwijzing, Sleutel
from toegang.domain.gedateerd import Gedateerd
from toegang.domain.levensloop import Stap


class Betrokkenheid(StrEnum):
    """How a medewerker is concerned with a zaak, by what is stored of it.

    BESTEMMING is the standing team that the intake chose, until the zaak has a team of its own; BESLUIT is who does
    a step of its besluitroute, or did one.
    """

    BESTEMMING = "BESTEMMING"
    TEAM = "TEAM"
    ADVISEUR = "ADVISEUR"
    REGIE = "REGIE"
    BESLUIT = "BESLUIT"


class Diepte(StrEnum):
    """How much is seen: facts of the process without names, or the file with persons and words."""

    FEITEN = "FEITEN"
    DOSSIER = "DOSSIER"


class Inzagereden(StrEnum):
    """Closed list of reasons to see a zaak that is not one's own; the log keeps this word and no free text."""

    WAARNEMING = "WAARNEMING"
    SPOED = "SPOED"
    VERZOEK_INWONER = "VERZOEK_INWONER"
    KLACHT_OF_BEZWAAR = "KLACHT_OF_BEZWAAR"
    TOEZICHT = "TOEZICHT"
    STORING = "STORING"

    @property
    def uitleg(self) -> str:
        """Say it in Dutch."""
        return {
            Inzagereden.WAARNEMING: "waarneming voor een collega",
            Inzagereden.SPOED: "het kan niet wachten",
            Inzagereden.VERZOEK_INWONER: "de inwoner vraagt erom",
            Inzagereden.KLACHT_OF_BEZWAAR: "klacht of bezwaar",
            Inzagereden.TOEZICHT: "toezicht of kwaliteitscontrole",
            Inzagereden.STORING: "herstel van een storing",
        }[self]


class Inzagerecht(Gedateerd):
    """One row of the table: who sees which zaken, and how deep.

    Args:
        betrokken: this row is for whoever is concerned in one of these ways.
        functies: this row is for these functies, concerned or not.
        wetten: acts; empty = all.
        fasen: last finished steps; empty = all phases.
        diepte: facts only, or the whole file.
    """

    betrokken: tuple[Betrokkenheid, ...] = ()
    functies: tuple[Sleutel | OpenVerwijzing, ...] = ()
    wetten: tuple[Wet, ...] = ()
    fasen: tuple[Stap, ...] = ()
    diepte: Diepte = Diepte.DOSSIER

    def geeft(self, diepte: Diepte) -> bool:
        """Tell whether this row goes deep enough."""
        return self.diepte is Diepte.DOSSIER or diepte is Diepte.FEITEN

    def geldt_voor(self, wet: Wet, fase: Stap) -> bool:
        """Tell whether this row is about such a zaak."""
        return (not self.wetten or wet in self.wetten) and (not self.fasen or fase in self.fasen)


STANDAARD = (
    Inzagerecht(
        betrokken=(Betrokkenheid.BESTEMMING, Betrokkenheid.TEAM, Betrokkenheid.REGIE, Betrokkenheid.BESLUIT),
    ),
    Inzagerecht(betrokken=(Betrokkenheid.ADVISEUR,), diepte=Diepte.FEITEN),
)
"""The table of a gemeente that lists none: who is concerned sees the file, an adviser the facts."""


def rechten_van(tabel: tuple[Inzagerecht, ...]) -> tuple[Inzagerecht, ...]:
    """Return the rows that hold: those of the gemeente, or else the standard ones."""
    return tabel or STANDAARD
