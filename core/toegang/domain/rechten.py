"""Who may do what: one row per command (``rechten.csv``), for every gemeente, as far as she has the role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from toegang.domain.gegevens import lees_csv
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.rollen import Rol

BESTAND = "rechten.csv"
_IEDEREEN = "*"


class Plaats(StrEnum):
    """Where a command works.

    LOS opens no gemeente: whoever may run Toegang may do it. MACHINE works on the gemeenten of this machine, also on
    one that cannot be opened, and is for beheer. GEMEENTE opens one gemeente.
    """

    LOS = "LOS"
    MACHINE = "MACHINE"
    GEMEENTE = "GEMEENTE"


class Dossierwerk(StrEnum):
    """What a command does with files.

    NEE: facts of the process, figures, the organisation; no person. LEEST: shows persons or words. PROCES: takes a
    step around a zaak. INHOUD: writes what the decision rests on (advice, report, plan, motivation, the decision).
    """

    NEE = "NEE"
    LEEST = "LEEST"
    PROCES = "PROCES"
    INHOUD = "INHOUD"


@dataclass(frozen=True, slots=True)
class Recht:
    """One row.

    Args:
        opdracht: words after ``toegang``.
        plaats: where it works.
        dossier: what it does with files.
        reden: outside the own zaken it asks a reason (``--reden``), which is logged.
        rollen: who may.
    """

    opdracht: str
    plaats: Plaats
    dossier: Dossierwerk
    reden: bool
    rollen: frozenset[Rol]


@cache
def rechten() -> Mapping[str, Recht]:
    """Return all rows by command, in the order of the file.

    Raises:
        ToegangFout: the file is not right.
    """
    return {recht.opdracht: recht for recht in lees_csv(BESTAND, _recht)}


def wie_mag(recht: Recht) -> frozenset[Rol]:
    """Return the roles that may do something; the separations hold whatever the table says.

    Args:
        recht: the row.
    """
    return _zonder_schrijvende_administratie(recht, _zonder_lezend_beheer(recht, recht.rollen))


def mag(recht: Recht, rollen: Iterable[Rol]) -> bool:
    """Tell whether one of these roles may do something."""
    return not wie_mag(recht).isdisjoint(rollen)


@ingebouwd("B-45", "De administratie verzendt, en schrijft geen advies, motivering of besluit.", anders=lambda _r, w: w)
def _zonder_schrijvende_administratie(recht: Recht, wie: frozenset[Rol]) -> frozenset[Rol]:
    """Keep administratie out of the content: it sends, and points out what it sees."""
    return wie - {Rol.ADMINISTRATIE} if recht.dossier is Dossierwerk.INHOUD else wie


@ingebouwd("L-140", "Wie Toegang draaiend houdt, opent geen dossier.", anders=lambda _r, w: w)
def _zonder_lezend_beheer(recht: Recht, wie: frozenset[Rol]) -> frozenset[Rol]:
    """Keep beheer out of every file (BIO: the rights of a role are no more than its work needs)."""
    return wie if recht.dossier is Dossierwerk.NEE else wie - {Rol.BEHEER}


def _recht(rij: Mapping[str, str]) -> Recht:
    rollen = frozenset(Rol) if rij["rollen"] == _IEDEREEN else frozenset(Rol(deel) for deel in rij["rollen"].split())
    plaats = Plaats(rij["plaats"])
    if not rollen and plaats is not Plaats.LOS:
        raise ValueError("er staat geen rol")
    if plaats is Plaats.MACHINE and rollen != {Rol.BEHEER}:
        raise ValueError("wat op de machine werkt, is alleen voor BEHEER")
    return Recht(
        opdracht=rij["opdracht"],
        plaats=plaats,
        dossier=Dossierwerk(rij["dossier"]),
        reden={"ja": True, "nee": False}[rij["reden"]],
        rollen=rollen,
    )
