"""Options that the commands of a fusion share."""

from __future__ import annotations

from typing import Annotated

import typer

PROJECT_VARIABELE = "TOEGANG_PROJECT"

Project = Annotated[
    str,
    typer.Option(
        "--project",
        "-p",
        metavar="NAAM",
        envvar=PROJECT_VARIABELE,
        help=f"Het fusieproject. Verplicht, behalve als {PROJECT_VARIABELE} het noemt.",
    ),
]
Als = Annotated[
    str | None,
    typer.Option("--als", metavar="DEELNEMER", help="Werk als deze deelnemer; alleen in een oefenproject."),
]
Bron = Annotated[str, typer.Argument(metavar="BRON", help="De bron, bijvoorbeeld nuth.")]
Redentekst = Annotated[
    str, typer.Option("--reden", metavar="TEKST", help="Waarom, in een paar woorden en zonder namen.")
]
Intrekken = Annotated[bool, typer.Option("--intrekken", help="Trek uw eigen uitspraak in.")]
