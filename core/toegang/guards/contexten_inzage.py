"""What is judged when a medewerker, or a resident, wants to see something."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.inwonerinzage import Inzagelaag, Vertegenwoordiging, Verzoeker
from toegang.domain.inzagerecht import Betrokkenheid, Diepte, Inzagerecht, Inzagereden
from toegang.domain.zaak import Zaak


@dataclass(frozen=True)
class InzageToets:
    """A medewerker who wants to see a zaak.

    Args:
        medewerker: id; ``None`` when the user is no medewerker.
        functie: functie of that medewerker.
        betrokken: how he or she is concerned with the zaak.
        diepte: facts, or the file.
        reden: why it must be seen nevertheless, out of a closed list.
        rechten: the table of the gemeente, on the day.
        beeld: the gemeente; ``None`` when its data are not on this machine.
    """

    zaak: Zaak
    medewerker: str | None
    functie: str | None
    betrokken: frozenset[Betrokkenheid]
    diepte: Diepte
    reden: Inzagereden | None
    rechten: tuple[Inzagerecht, ...]
    beeld: Gemeentebeeld | None


@dataclass(frozen=True)
class InwonerToets:
    """What a resident, or who stands for a resident, is about to get to see.

    Args:
        onder_12: ``None`` when the birth date does not tell.
        onder_16: likewise.
        voor: the resident, or who represents the resident.
        grond: on what ground somebody represents.
        heeft_gezag: that person has gezag according to the data; ``None`` when not known.
        identiteit_vastgesteld: somebody looked at an identity document.
        lagen: layers that are shown.
        momenten: contact moments and appointments that are stored of this resident.
        getoond: those of them that are shown.
        van_anderen: records about another member that are shown.
        ontbreekt: kinds of record that are neither in the copy nor named as withheld.
        medewerkers: ids of medewerkers that stand in the lines on who looked.
    """

    onder_12: bool | None
    onder_16: bool | None
    voor: Verzoeker
    grond: Vertegenwoordiging | None
    heeft_gezag: bool | None
    identiteit_vastgesteld: bool
    lagen: frozenset[Inzagelaag]
    beeld: Gemeentebeeld
    momenten: frozenset[str] = frozenset()
    getoond: frozenset[str] = frozenset()
    van_anderen: tuple[str, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    medewerkers: tuple[str, ...] = ()
