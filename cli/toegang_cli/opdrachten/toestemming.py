"""Commands on the consent of residents."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten.plan import Kanaal, Op, Wie
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Zaak

NAAM = "toestemming"
groep = maak_groep("Toestemming van een inwoner: geven, intrekken en bekijken.")


class Wet(StrEnum):
    """Acts whose data may be shared."""

    WMO = "wmo"
    JEUGDWET = "jeugdwet"
    PARTICIPATIEWET = "participatiewet"
    WGS = "wgs"
    GPK = "gpk"
    LLV = "llv"


@opdracht(
    groep,
    "geef",
    "toegang inwoner toestemming geef Z2026-000012 --delen jeugdwet --wie kind --door client -g zwolle",
    "toegang inwoner toestemming geef Z2026-000012 --digitaal besluit --kanaal webformulier -g zwolle",
)
def geef(
    zaak: Zaak,
    gemeente: Gemeente,
    delen: Annotated[
        Wet | None,
        typer.Option("--delen", metavar="WET", help="Gegevens van deze wet mogen ook bij een andere worden gebruikt."),
    ] = None,
    digitaal: Annotated[
        str | None,
        typer.Option("--digitaal", metavar="SOORT", help="Berichten van deze soort mogen digitaal, zoals besluit."),
    ] = None,
    wie: Wie = "client",
    door: Annotated[
        str | None, typer.Option("--door", metavar="WIE", help="Wie het zei voor een minderjarige, zoals client.")
    ] = None,
    kanaal: Kanaal = None,
    op: Op = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg een uitdrukkelijke toestemming vast: voor delen tussen wetten, of voor digitale berichten."""
    from toegang_cli.uitvoering import toestemmingen

    toestemmingen.geef(
        gemeente, zaak, delen and delen.value, digitaal, wie, door, kanaal and kanaal.value, op, als=als, proef=proef
    )


@opdracht(groep, "trek-in", "toegang inwoner toestemming trek-in Z2026-000012 TS-0123456789abcdef -g zwolle")
def trek_in(
    zaak: Zaak,
    kenmerk: Annotated[
        str, typer.Argument(metavar="KENMERK", help="Het kenmerk; zie toegang inwoner toestemming toon.")
    ],
    gemeente: Gemeente,
    op: Op = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Trek een toestemming in. Wat er eerder mee gebeurde, blijft staan; vanaf die dag geldt zij niet meer."""
    from toegang_cli.uitvoering import toestemmingen

    toestemmingen.trek_in(gemeente, zaak, kenmerk, op, als=als, proef=proef)


@opdracht(groep, "toon", "toegang inwoner toestemming toon Z2026-000012 -g zwolle")
def toon(zaak: Zaak, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon welke toestemmingen het huishouden van een zaak gaf, ook de ingetrokken."""
    from toegang_cli.uitvoering import toestemmingen

    toestemmingen.toon_toestemmingen(gemeente, zaak, als=als, als_json=als_json)
