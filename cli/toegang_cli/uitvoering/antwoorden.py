"""Answers to what the sources leave open: the file that holds them, the questions at a terminal, and the check."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from toegang.domain.openstaand import controleer_termijn, sleutels_voor_termijnen
from toegang.domain.organisatie import OpenSleutel, Opensoort, Organisatie
from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout
from toegang_cli.invoer import bestandsnaam, lees_waarde
from toegang_cli.uitvoer import zeg

_JA_NEE = ("ja", "nee")


class Antwoorden(Waarde):
    """What ``--antwoorden`` reads.

    Args:
        rsin: number of the gemeente as a legal person.
        antwoorden: answers by open key.
    """

    rsin: str | None = None
    antwoorden: dict[str, str] = Field(default_factory=dict)


def lees_antwoorden(pad: Path | None, organisatie: Organisatie) -> Antwoorden:
    """Read answers, and check all of them against the questions of the gemeente.

    Args:
        pad: TOML or JSON; ``None`` = no answers.
        organisatie: the gemeente.

    Raises:
        Invoerfout: the file cannot be read, or an answer does not fit; all faults at once.
    """
    if pad is None:
        return Antwoorden()
    gelezen = lees_waarde(pad, Antwoorden)
    fouten = []
    for sleutel, waarde in gelezen.antwoorden.items():
        try:
            controleer_antwoord(organisatie, open_sleutel(organisatie, sleutel), waarde)
        except Invoerfout as fout:
            fouten.append(f"  - {sleutel}: {fout}")
    if fouten:
        raise Invoerfout(
            "\n".join([f"{bestandsnaam(pad)} klopt niet:", *fouten]), vervolg="Herstel dit. Er is niets gewijzigd."
        )
    return gelezen


def vraag_antwoorden(organisatie: Organisatie, bekend: Mapping[str, str]) -> dict[str, str]:
    """Ask at the terminal for what nobody has answered yet; Enter leaves a question for later.

    Args:
        organisatie: the gemeente.
        bekend: answers that are there.
    """
    gegeven: dict[str, str] = {}
    for vraag in organisatie.open:
        if bekend.get(vraag.sleutel, "").strip():
            continue
        zeg("", f"{vraag.vraag} ({vraag.sleutel}; {vraag.regel})", f"  De bron zegt: {vraag.frase}")
        while waarde := lees_regel("  Antwoord (Enter: later): "):
            try:
                controleer_antwoord(organisatie, vraag, waarde)
            except Invoerfout as fout:
                zeg(f"  {fout}")
            else:
                gegeven[vraag.sleutel] = waarde
                break
    return gegeven


def lees_regel(vraag: str) -> str:
    """Ask one thing on stderr and return what was typed; empty at the end of the input."""
    print(vraag, end="", file=sys.stderr, flush=True)  # noqa: T201  a question, not a result
    return sys.stdin.readline().strip()


def kan_vragen() -> bool:
    """Tell whether somebody sits at the terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def bevestig(woord: str, uitleg: str, *, ja: bool) -> None:
    """Have a destructive act confirmed by typing a word; nothing is ever guessed.

    Args:
        woord: what has to be typed, mostly the name of the gemeente.
        uitleg: what is about to go, in Dutch.
        ja: ``--ja`` was given.

    Raises:
        Invoerfout: it was not confirmed, or nobody can be asked.
    """
    if ja:
        return
    if not kan_vragen():
        raise Invoerfout(f"{uitleg} Dit vraagt een bevestiging.", vervolg="Geef --ja als dit de bedoeling is.")
    zeg(uitleg)
    if lees_regel(f"Typ '{woord}' om door te gaan: ") != woord:
        raise Invoerfout("Niet bevestigd. Er is niets gewijzigd.")


def open_sleutel(organisatie: Organisatie, sleutel: str) -> OpenSleutel:
    """Return the question under a key: what she must answer, or a term that she may set.

    Raises:
        Invoerfout: the gemeente has no such key; names those that she has.
    """
    alle = (*organisatie.open, *sleutels_voor_termijnen(organisatie))
    for item in alle:
        if item.sleutel == sleutel:
            return item
    raise Invoerfout(
        f"Gemeente {organisatie.naam} heeft geen open sleutel met die naam.",
        vervolg=f"Kies uit: {', '.join(item.sleutel for item in alle)}.",
    )


def controleer_antwoord(organisatie: Organisatie, vraag: OpenSleutel, waarde: str) -> None:
    """Refuse an answer of another kind than the question asks.

    Raises:
        Invoerfout: says what fits.
    """
    waarde = waarde.strip()
    if not waarde:
        raise Invoerfout(f"'{vraag.sleutel}' kan niet leeg zijn.", vervolg=vraag.vraag)
    if vraag.soort is Opensoort.FUNCTIE and organisatie.functie(waarde) is None:
        functies = ", ".join(item.id for item in organisatie.functies)
        raise Invoerfout(f"'{vraag.sleutel}' vraagt een functie die bestaat.", vervolg=f"Kies uit: {functies}.")
    if vraag.soort is Opensoort.GETAL and not (waarde.isascii() and waarde.isdigit()):
        raise Invoerfout(f"'{vraag.sleutel}' vraagt een heel getal.", vervolg=vraag.vraag)
    if vraag.soort is Opensoort.JA_NEE and waarde not in _JA_NEE:
        raise Invoerfout(f"'{vraag.sleutel}' vraagt ja of nee.", vervolg=vraag.vraag)
    controleer_termijn(vraag.sleutel, waarde)
