"""Options and arguments that many commands share, with one wording."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

GEMEENTE_VARIABELE = "TOEGANG_GEMEENTE"

Gemeente = Annotated[
    str,
    typer.Option(
        "--gemeente",
        "-g",
        metavar="NAAM",
        envvar=GEMEENTE_VARIABELE,
        help=f"De gemeente. Verplicht, behalve als {GEMEENTE_VARIABELE} haar noemt.",
    ),
]
Als = Annotated[
    str | None,
    typer.Option("--als", metavar="MEDEWERKER", help="Werk als deze medewerker; alleen in de proefmodus."),
]
AlsJson = Annotated[bool, typer.Option("--json", help="Geef het resultaat als JSON.")]
Proef = Annotated[bool, typer.Option("--proef", help="Doe alles, maar sla niets op.")]

Ja = Annotated[bool, typer.Option("--ja", help="Bevestig vooraf wat anders gevraagd zou worden.")]

Reden = Annotated[
    str | None,
    typer.Option(
        "--reden",
        metavar="WOORD",
        help="Waarom u een zaak ziet waarbij u niet betrokken bent: waarneming, spoed, verzoek-inwoner, "
        "klacht-of-bezwaar, toezicht of storing. Dit komt in het logboek.",
    ),
]

Gemeentenaam = Annotated[str, typer.Argument(metavar="NAAM", help="De gemeente, bijvoorbeeld zwolle.")]
Zaak = Annotated[str, typer.Argument(metavar="ZAAK", help="Het zaaknummer, bijvoorbeeld Z2026-000012.")]
Bestand = Annotated[
    Path,
    typer.Argument(
        metavar="BESTAND", readable=False, help="JSON of TOML; een streepje (-) leest JSON van de standaardinvoer."
    ),
]

Binnen = Annotated[int, typer.Option("--binnen", metavar="DAGEN", min=0, max=3650, help="Zo veel dagen vooruit.")]
Opdag = Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag waarop het gebeurde.")]
Tekstbestand = Annotated[
    Path | None,
    typer.Option(
        "--toelichting",
        metavar="BESTAND",
        readable=False,
        help="Lees een toelichting uit dit bestand; een streepje (-) leest de standaardinvoer.",
    ),
]
