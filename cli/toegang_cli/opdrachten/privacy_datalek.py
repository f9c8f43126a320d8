"""Commands on breaches of personal data: a group within privacy."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Proef

NAAM = "datalek"
groep = maak_groep("Het register van datalekken (AVG art. 33 lid 5).")
Kenmerk = Annotated[str, typer.Argument(metavar="DATALEK", help="Het kenmerk; zie toegang privacy datalek lijst.")]


@opdracht(groep, "registreer", "toegang privacy datalek registreer lek.toml -g zwolle")
def registreer(
    bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False, als_json: AlsJson = False
) -> None:
    """Leg een datalek vast, ook een dat niet gemeld hoeft te worden.

    Het bestand heeft ontdekt_op (tijdstip met tijdzone), inbreuk, feiten, gevolgen, maatregelen, gegevens, risico
    (ONWAARSCHIJNLIJK, RISICO of HOOG) en afweging; betrokkenen is een aantal. Noem geen namen of bsn's. Toegang zegt
    tot wanneer u het aan de Autoriteit Persoonsgegevens meldt; melden doet u zelf, bij haar loket.
    """
    from toegang_cli.uitvoering import datalekken

    datalekken.registreer(gemeente, bestand, als=als, proef=proef, als_json=als_json)


@opdracht(groep, "vul-aan", "toegang privacy datalek vul-aan DL-0123456789abcdef lek.toml -g zwolle")
def vul_aan(
    datalek: Kenmerk,
    bestand: Bestand,
    gemeente: Gemeente,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Werk een datalek bij, bijvoorbeeld met de dag van de melding; wie wat wijzigde, blijft te zien."""
    from toegang_cli.uitvoering import datalekken

    datalekken.vul_aan(gemeente, datalek, bestand, als=als, proef=proef, als_json=als_json)


@opdracht(groep, "lijst", "toegang privacy datalek lijst -g zwolle", "toegang privacy datalek lijst -g zwolle --json")
def lijst(gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon alle datalekken, tot wanneer elk gemeld moet zijn, en wat er nog moet gebeuren."""
    from toegang_cli.uitvoering import datalekken

    datalekken.lijst(gemeente, als=als, als_json=als_json)
