"""Usage errors in Dutch. What was typed is shown only when it looks like a command or an option.

typer keeps the classes of its usage errors private, so they are told apart by name; an unknown one gets a
general sentence, never English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import typer

_WOORD = re.compile(r"-{0,2}[a-z]+(-[a-z]+)*")
_MAX_WOORD = 30
_HULP = "--help"


def in_het_nederlands(fout: typer.TyperException) -> tuple[str, str]:
    """Return what is wrong and what to do next.

    Args:
        fout: a usage error of typer.
    """
    wat = _UITLEG.get(type(fout).__name__, _algemeen)(fout)
    context = getattr(fout, "ctx", None)
    pad = context.command_path if context is not None else "toegang"
    return wat, f"Meer uitleg: {pad} {_HULP}"


def is_alleen_hulp(fout: typer.TyperException) -> bool:
    """Tell whether a group was called without a command: then its help is the answer."""
    return type(fout).__name__ == "NoArgsIsHelpError"


def _onbekende_optie(fout: Any) -> str:
    wat = f"De optie {_getoond(fout.option_name)} bestaat niet."
    mogelijk = [naam for naam in fout.possibilities or () if naam.startswith("--")]
    return f"{wat} Bedoelt u {' of '.join(mogelijk)}?" if mogelijk else wat


def _ontbreekt(fout: Any) -> str:
    parameter = fout.param
    if parameter.param_type_name == "argument":
        return f"{parameter.metavar or parameter.name.upper()} ontbreekt."
    tekst = f"De optie {max(parameter.opts, key=len)} ontbreekt."
    return f"{tekst} Zij kan ook in {parameter.envvar} staan." if parameter.envvar else tekst


def _onbruikbare_waarde(fout: Any) -> str:
    parameter = fout.param
    if parameter is None:
        return "Een van de waarden is niet bruikbaar."
    naam = parameter.metavar if parameter.param_type_name == "argument" else max(parameter.opts, key=len)
    return f"De waarde van {naam} is niet bruikbaar: {_vorm(parameter)}."


def _vorm(parameter: Any) -> str:
    beschrijving = parameter.type_descriptor
    if beschrijving.annotation is int:
        laagste = beschrijving.parameter_info.min
        return "het moet een heel getal zijn" + (f" van {laagste} of hoger" if laagste is not None else "")
    if beschrijving.choices:
        return f"kies uit {', '.join(str(keuze.value) for keuze in beschrijving.choices)}"
    if beschrijving.annotation is Path:
        return "het moet een bestand of map zijn die te lezen is"
    return "de vorm klopt niet"


def _verkeerd_gebruik(fout: Any) -> str:
    naam = _getoond(fout.option_name)
    return f"Na de optie {naam} hoort een waarde." if "requires" in fout.message else f"{naam} krijgt geen waarde."


def _algemeen(fout: Any) -> str:
    context = getattr(fout, "ctx", None)
    if fout.message.startswith("No such command"):
        return _onbekende_opdracht(context, fout.message)
    if fout.message.startswith("Got unexpected extra argument"):
        return "Er staat meer op de regel dan deze opdracht aankan."
    if fout.message.startswith("Missing command"):
        return "Er ontbreekt een opdracht."
    return "De opdracht is niet goed getypt."


def _onbekende_opdracht(context: Any, boodschap: str) -> str:
    getypt = re.search(r"'([^']*)'", boodschap)
    woord = getypt[1] if getypt else ""
    bekend = list(context.command.commands) if context is not None else []
    lijkt = get_close_matches(woord, bekend, n=1)
    wat = f"De opdracht {_getoond(woord)} bestaat niet."
    return f"{wat} Bedoelt u '{lijkt[0]}'?" if lijkt else f"{wat} Kies uit: {', '.join(bekend)}."


def _getoond(woord: str) -> str:
    """Show a word only when it cannot be personal data that was typed in the wrong place."""
    return f"'{woord}'" if len(woord) <= _MAX_WOORD and _WOORD.fullmatch(woord) else "die u typte"


_UITLEG: dict[str, Callable[[Any], str]] = {
    "NoSuchOption": _onbekende_optie,
    "MissingParameter": _ontbreekt,
    "BadParameter": _onbruikbare_waarde,
    "BadOptionUsage": _verkeerd_gebruik,
    "BadArgumentUsage": _algemeen,
}
