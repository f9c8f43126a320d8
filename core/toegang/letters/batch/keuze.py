"""Which letters a batch takes: an open list of selections, each registered with its name and what it asks.

A new kind (a round of herindicaties, a letter to some zaken) is one function with :func:`keuze` above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from toegang.domain.begrippen import Wet
from toegang.domain.brief import Brief, Briefstatus
from toegang.errors import Invoerfout
from toegang.letters.batch.lijst import lees_lijst
from toegang.lifecycle.herindicatie import aflopend
from toegang.lifecycle.informatieronde import ronde_van
from toegang.lifecycle.nazorgbrief import EINDE
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.zaakselectie import vereis_zaken
from toegang.storage import Werkeenheid

VERSCHULDIGD = (Briefstatus.TE_MAKEN, Briefstatus.MISLUKT, Briefstatus.AANGEHOUDEN)
"""What can be chosen: what failed or waited before may be right by now."""


@dataclass(frozen=True, repr=False)
class Gevraagd:
    """One selection as somebody asked for it.

    Args:
        naam: name of the kind.
        waarde: what was typed behind it; the name of a file for a kind that reads one.
        inhoud: bytes of that file.
    """

    naam: str
    waarde: str = ""
    inhoud: bytes = b""

    @property
    def in_woorden(self) -> str:
        """Say in Dutch what was asked."""
        return f"{self.naam}={self.waarde}" if self.waarde else self.naam


@dataclass(frozen=True)
class Keuzebron:
    """What a selection chooses from: the letters that are due.

    Args:
        werk: a unit of work; only read from.
        omgeving: the gemeente.
    """

    werk: Werkeenheid
    omgeving: Omgeving

    @cached_property
    def verschuldigd(self) -> tuple[Brief, ...]:
        """All letters that are due, in order of arrival."""
        return self.werk.brieven.zoek(status=VERSCHULDIGD)


Kies = Callable[[Keuzebron, Gevraagd], Mapping[str, str]]
"""Gives the ids of the chosen letters, each with why, in Dutch."""


@dataclass(frozen=True)
class Keuze:
    """A kind of selection.

    Args:
        naam: word behind ``--kies``.
        uitleg: what it chooses, in Dutch.
        vraagt: what stands behind the name, in Dutch; empty = nothing.
        bestand: that is a file.
        kies: chooses.
    """

    naam: str
    uitleg: str
    vraagt: str
    bestand: bool
    kies: Kies


KEUZES: dict[str, Keuze] = {}
"""Every kind there is, by name."""


def keuze(naam: str, uitleg: str, *, vraagt: str = "", bestand: bool = False) -> Callable[[Kies], Kies]:
    """Register a kind of selection; see :class:`Keuze`.

    Raises:
        ValueError: the name is taken.
    """

    def registreer(kies: Kies) -> Kies:
        if naam in KEUZES:
            raise ValueError(f"de keuze {naam} bestaat al")
        KEUZES[naam] = Keuze(naam, uitleg, vraagt, bestand, kies)
        return kies

    return registreer


def vind_keuze(naam: str) -> Keuze:
    """Return a kind by its name.

    Raises:
        Invoerfout: it does not exist; names those that do.
    """
    if naam not in KEUZES:
        raise Invoerfout("Deze keuze bestaat niet.", vervolg=f"Kies uit: {', '.join(sorted(KEUZES))}.")
    return KEUZES[naam]


def kies_brieven(bron: Keuzebron, gevraagd: Sequence[Gevraagd]) -> list[tuple[Brief, str]]:
    """Return the letters that every selection chooses, each with why.

    Args:
        bron: what is chosen from.
        gevraagd: the selections; several narrow each other.

    Raises:
        Invoerfout: a selection does not exist, or what was asked of it is not right.
    """
    gekozen = [vind_keuze(item.naam).kies(bron, item) for item in gevraagd]
    return [
        (brief, "; ".join(dict.fromkeys(deel[brief.id] for deel in gekozen)))
        for brief in bron.verschuldigd
        if all(brief.id in deel for deel in gekozen)
    ]


@keuze("verschuldigd", "Alle brieven die klaarstaan.")
def _verschuldigd(bron: Keuzebron, _: Gevraagd) -> Mapping[str, str]:
    waarom = {
        Briefstatus.TE_MAKEN: "staat klaar",
        Briefstatus.MISLUKT: "mislukte eerder",
        Briefstatus.AANGEHOUDEN: "was aangehouden",
    }
    return {brief.id: waarom[brief.status] for brief in bron.verschuldigd}


@keuze("sjabloon", "Alleen brieven van deze sjablonen.", vraagt="sjablonen, met een komma ertussen")
def _sjabloon(bron: Keuzebron, gevraagd: Gevraagd) -> Mapping[str, str]:
    namen = _namen(gevraagd)
    return {brief.id: f"sjabloon {brief.sjabloon}" for brief in bron.verschuldigd if brief.sjabloon in namen}


@keuze("wet", "Alleen brieven in zaken van deze wetten.", vraagt="wetten, met een komma ertussen")
def _wet(bron: Keuzebron, gevraagd: Gevraagd) -> Mapping[str, str]:
    namen = {naam.upper() for naam in _namen(gevraagd)}
    if namen - {wet.value for wet in Wet}:
        raise Invoerfout(
            "Een van deze wetten kennen wij niet.",
            vervolg=f"Kies uit: {', '.join(wet.value.lower() for wet in Wet)}.",
        )
    zaken = {zaak.id for zaak in bron.werk.zaken.zoek(wet=sorted(namen))}
    return {brief.id: f"wet {', '.join(sorted(namen))}" for brief in bron.verschuldigd if brief.zaak_id in zaken}


@keuze("zaken", "Alleen brieven van de zaken in dit bestand.", vraagt="een bestand met zaaknummers", bestand=True)
def _zaken(bron: Keuzebron, gevraagd: Gevraagd) -> Mapping[str, str]:
    regels = lees_lijst(gevraagd.inhoud, gevraagd.waarde, "zaak")
    vereis_zaken(bron.werk, bron.omgeving.naam, gevraagd.waarde, regels)
    nummers = set(regels.values())
    return {brief.id: "staat in het bestand" for brief in bron.verschuldigd if brief.zaak_id in nummers}


@keuze("herindicatie", "Alleen brieven dat hulp binnen zo veel dagen afloopt.", vraagt="een aantal dagen")
def _herindicatie(bron: Keuzebron, gevraagd: Gevraagd) -> Mapping[str, str]:
    if not re.fullmatch(r"\d{1,4}", gevraagd.waarde.strip()):
        raise Invoerfout("Achter 'herindicatie=' staat geen aantal dagen.", vervolg="Schrijf: --kies herindicatie=180")
    einde: dict[str, str] = {}
    for item in aflopend(bron.werk, bron.omgeving, int(gevraagd.waarde)):
        einde.setdefault(item.zaak.id, f"hulp loopt af op {item.einddatum.isoformat()}")
    return {
        brief.id: einde[brief.zaak_id]
        for brief in bron.verschuldigd
        if brief.sjabloon == EINDE and brief.zaak_id in einde
    }


@keuze("ronde", "Alleen brieven in zaken van een ronde herzieningen.", vraagt="de naam van de ronde")
def _ronde(bron: Keuzebron, gevraagd: Gevraagd) -> Mapping[str, str]:
    namen = _namen(gevraagd)
    alle = bron.werk.zaken.zoek()
    if not namen <= {zaak.ronde for zaak in alle}:
        raise Invoerfout("Deze ronde bestaat niet.", vervolg="Bekijk de rondes met: toegang besluit rondes")
    zaken = {zaak.id: zaak.ronde for zaak in alle if zaak.ronde in namen}
    return {brief.id: f"ronde {zaken[brief.zaak_id]}" for brief in bron.verschuldigd if brief.zaak_id in zaken}


@keuze("informatie", "Alleen informatiebrieven van een ronde.", vraagt="de naam van de ronde")
def _informatie(bron: Keuzebron, gevraagd: Gevraagd) -> Mapping[str, str]:
    namen = _namen(gevraagd)
    gevonden = {brief.id: ronde_van(brief.aanleiding) for brief in bron.verschuldigd}
    return {brief: f"informatiebrief {naam}" for brief, naam in gevonden.items() if naam in namen}


@keuze(
    "mislukt", "De brieven uit een mislukt.csv, nadat het is hersteld.", vraagt="het bestand mislukt.csv", bestand=True
)
def _mislukt(bron: Keuzebron, gevraagd: Gevraagd) -> Mapping[str, str]:
    zaken = lees_lijst(gevraagd.inhoud, gevraagd.waarde, "zaak")
    vereis_zaken(bron.werk, bron.omgeving.naam, gevraagd.waarde, zaken)
    brieven = lees_lijst(gevraagd.inhoud, gevraagd.waarde, "brief")
    bekend = {brief.id for brief in bron.verschuldigd}
    fout = [str(nummer) for nummer, brief in brieven.items() if not _BRIEF.fullmatch(brief)]
    if fout:
        raise Invoerfout(
            f"{gevraagd.waarde}, regel {', '.join(fout[:5])}: in kolom 'brief' staat geen kenmerk van een brief.",
            vervolg="Neem die kolom over zoals Toegang haar schreef; verander of verwijder hele regels.",
        )
    return {brief: "stond in mislukt.csv" for brief in brieven.values() if brief in bekend}


_BRIEF = re.compile(r"B-[0-9a-f]{16}")


def _namen(gevraagd: Gevraagd) -> set[str]:
    namen = {deel.strip() for deel in gevraagd.waarde.split(",") if deel.strip()}
    if not namen:
        raise Invoerfout(f"Achter '{gevraagd.naam}=' staat niets.", vervolg=f"Noem {vind_keuze(gevraagd.naam).vraagt}.")
    return namen
