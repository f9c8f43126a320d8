"""Commands on who acts for a resident."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten.plan import Wie
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Proef, Reden, Zaak

NAAM = "vertegenwoordiger"
groep = maak_groep("Wie voor een inwoner optreedt: curator, bewindvoerder, mentor of gemachtigde.")


@opdracht(
    groep,
    "leg-vast",
    "toegang inwoner vertegenwoordiger leg-vast Z2026-000012 curator.toml -g zwolle --als M-002",
    "toegang inwoner vertegenwoordiger leg-vast Z2026-000012 bewind.toml --wie partner -g zwolle",
)
def leg_vast(
    zaak: Zaak, bestand: Bestand, gemeente: Gemeente, wie: Wie = "client", als: Als = None, proef: Proef = False
) -> None:
    """Leg vast wie voor een inwoner optreedt, op grond van een document dat u zag.

    Het document zelf wordt niet bewaard, alleen de soort en de datum. Vanaf dan gaan brieven naar wie de wet aanwijst:
    naar een curator alles, naar een bewindvoerder wat over geld gaat, naar een mentor wat over zorg gaat, en naar een
    gemachtigde waarvoor die is gemachtigd. Brieven die klaarstaan, worden opnieuw verdeeld.
    """
    from toegang_cli.uitvoering import vertegenwoordigers

    vertegenwoordigers.leg_vast(gemeente, zaak, bestand, wie, als=als, proef=proef)


@opdracht(
    groep,
    "beeindig",
    "toegang inwoner vertegenwoordiger beeindig Z2026-000012 V-0123456789ab --tot 2026-12-31 -g zwolle",
)
def beeindig(
    zaak: Zaak,
    kenmerk: Annotated[
        str, typer.Argument(metavar="KENMERK", help="Het kenmerk; zie toegang inwoner vertegenwoordiger toon.")
    ],
    gemeente: Gemeente,
    tot: Annotated[str, typer.Option("--tot", metavar="DATUM", help="De laatste dag, bijvoorbeeld 31-12-2026.")],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg de laatste dag vast waarop iemand voor een inwoner optreedt."""
    from toegang_cli.uitvoering import vertegenwoordigers

    vertegenwoordigers.beeindig(gemeente, zaak, kenmerk, tot, als=als, proef=proef)


@opdracht(groep, "toon", "toegang inwoner vertegenwoordiger toon Z2026-000012 -g zwolle --als M-002")
def toon(zaak: Zaak, gemeente: Gemeente, als: Als = None, reden: Reden = None, als_json: AlsJson = False) -> None:
    """Toon wie voor de leden van een huishouden optreedt, ook wie dat niet meer doet; zonder namen."""
    from toegang_cli.uitvoering import vertegenwoordigers

    vertegenwoordigers.toon_vertegenwoordigers(gemeente, zaak, als=als, reden=reden, als_json=als_json)
