"""Help pages in Dutch: typer's own words are English, so these two classes lay out the pages themselves.

Type annotations of its parameters are ``Any``: typer keeps its copy of click private.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

F = TypeVar("F", bound=Callable[..., Any])

_UITLEG_HELP = "Toon deze uitleg en stop."


class Opdracht(TyperCommand):
    """One command, with its help in Dutch."""

    def invoke(self, ctx: Any) -> Any:
        """Carry the command out, after saying which it is: whoever opens a gemeente asks who may (``rechten.csv``)."""
        from toegang_cli.recht import begin

        with begin(ctx.command_path.partition(" ")[2], ctx.params):
            return super().invoke(ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """Return ``--help``."""
        return _lichte_hulp(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return what follows the name in the usage line."""
        return gebruik(self.get_params(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and options."""
        _schrijf_parameters(self.get_params(ctx), formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples as they are, unwrapped."""
        _schrijf_voorbeelden(self.epilog, formatter)


class Groep(TyperGroup):
    """A group of commands, with its help in Dutch."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return ``--help``."""
        return _lichte_hulp(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return what follows the name in the usage line."""
        return ["OPDRACHT", "..."]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in this group, then its options."""
        opdrachten = [(naam, self.commands[naam]) for naam in self.list_commands(ctx)]
        rijen = [(naam, opdracht.get_short_help_str(120)) for naam, opdracht in opdrachten if not opdracht.hidden]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rijen)
        _schrijf_parameters(self.get_params(ctx), formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the closing lines as they are, unwrapped."""
        _schrijf_voorbeelden(self.epilog, formatter)


def maak_groep(uitleg: str, slot: str = "") -> typer.Typer:
    """Return an empty group of commands.

    Args:
        uitleg: its help.
        slot: closing lines of its help page.
    """
    return typer.Typer(
        cls=Groep,
        help=uitleg,
        epilog=slot or None,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        pretty_exceptions_show_locals=False,
    )


def opdracht(groep: typer.Typer, naam: str, *voorbeelden: str, verborgen: bool = False) -> Callable[[F], F]:
    """Register a command; its docstring is the help.

    Args:
        groep: the group.
        naam: its name.
        *voorbeelden: examples as a user types them.
        verborgen: leave it out of the help of the group.
    """
    kop = "Voorbeeld" if len(voorbeelden) == 1 else "Voorbeelden"
    slot = "\n".join((f"{kop}:", *(f"  {voorbeeld}" for voorbeeld in voorbeelden)))

    def registreer(functie: F) -> F:
        groep.command(naam, cls=Opdracht, epilog=slot, hidden=verborgen)(functie)
        return functie

    return registreer


def gebruik(parameters: list[Any]) -> list[str]:
    """Return what follows the name of a command in its usage line."""
    stukken = ["[OPTIES]"]
    for parameter in parameters:
        if isinstance(parameter, TyperArgument):
            naam = naam_van(parameter)
            stukken.append(naam if parameter.required else f"[{naam}]")
    return stukken


def naam_van(parameter: Any) -> str:
    """Return how a parameter is written: ``ZAAK``, or ``-g, --gemeente NAAM``."""
    if isinstance(parameter, TyperArgument):
        return str(parameter.metavar or parameter.name.upper())
    namen = ", ".join([*sorted(parameter.opts, key=len), *parameter.secondary_opts])
    return namen if parameter.is_flag else f"{namen} {parameter.metavar or parameter.name.upper()}"


def uitleg_van(parameter: Any) -> str:
    """Return the help of a parameter with its default and whether it must be given."""
    if parameter.name == "help":
        return _UITLEG_HELP
    extra = []
    if parameter.required and not parameter.envvar:
        extra.append("verplicht")
    elif parameter.show_default and parameter.default not in (None, False, ""):
        extra.append(f"anders: {parameter.default}")
    tekst = parameter.help or ""
    return f"{tekst} [{'; '.join(extra)}]" if extra else tekst


def _lichte_hulp(optie: Any) -> Any:
    # Without a default typer loads pydantic to find out that nothing was given.
    if optie is not None:
        optie.default = False
    return optie


def _schrijf_parameters(parameters: list[Any], formatter: Any) -> None:
    zichtbaar = [item for item in parameters if not item.hidden]
    for kop, is_argument in (("Argumenten", True), ("Opties", False)):
        rijen = [
            (naam_van(item), uitleg_van(item)) for item in zichtbaar if isinstance(item, TyperArgument) is is_argument
        ]
        if rijen:
            with formatter.section(kop):
                formatter.write_dl(rijen)


def _schrijf_voorbeelden(tekst: str | None, formatter: Any) -> None:
    if tekst:
        formatter.write_paragraph()
        formatter.write(f"{tekst}\n")
