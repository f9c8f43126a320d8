"""Commands on indications that end, and on looking again."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten.levering import Welke
from toegang_cli.opties import Als, AlsJson, Binnen, Gemeente, Opdag, Proef

NAAM = "herindicatie"
groep = maak_groep("Indicaties die aflopen, en opnieuw kijken wat nodig is.")


@opdracht(groep, "lijst", "toegang herindicatie lijst -g zwolle --binnen 60")
def lijst(
    gemeente: Gemeente,
    binnen: Binnen = 60,
    als_json: AlsJson = False,
) -> None:
    """Toon welke indicaties aflopen, wie dat hoort, en of er al iets mee gebeurt.

    Wat al voorbij is zonder nieuw besluit, staat bovenaan.
    """
    from toegang_cli.uitvoering import herindicatie

    herindicatie.lijst(gemeente, binnen=binnen, als_json=als_json)


@opdracht(groep, "plan", "toegang herindicatie plan Z2026-000012 --op 2027-09-01 -g zwolle --als M-002")
def plan(
    levering: Welke,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="Op die dag kijkt u opnieuw.")],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Plan wanneer de gemeente opnieuw onderzoekt of de hulp nog past.

    Een heronderzoek doorloopt dezelfde stappen als het eerste onderzoek (Wmo 2015 artikel 2.3.9).
    """
    from toegang_cli.uitvoering import herindicatie

    herindicatie.plan(gemeente, levering, op, als=als, proef=proef)


@opdracht(groep, "brief", "toegang herindicatie brief Z2026-000012 -g zwolle --als M-002")
def brief(levering: Welke, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Zet de brief klaar waarin de inwoner leest dat de hulp afloopt; de batch maakt hem."""
    from toegang_cli.uitvoering import herindicatie

    herindicatie.brief(gemeente, levering, als=als, proef=proef)


@opdracht(
    groep,
    "ronde",
    "toegang herindicatie ronde --binnen 180 -g zwolle --als M-002 --proef",
    "toegang herindicatie ronde --binnen 180 --heronderzoek-vooraf 56 -g zwolle --als M-002",
)
def ronde(
    gemeente: Gemeente,
    binnen: Annotated[
        int, typer.Option("--binnen", metavar="N", min=1, help="Wat binnen zo veel dagen afloopt.")
    ] = 180,
    heronderzoek_vooraf: Annotated[
        int | None,
        typer.Option(
            "--heronderzoek-vooraf",
            metavar="N",
            min=0,
            help="Plan, waar dat nog niet is gedaan, zo veel dagen voor het einde een nieuw onderzoek.",
        ),
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Loop alle indicaties langs die aflopen, en zet voor elk de brief klaar dat de hulp afloopt.

    Bij elke indicatie staat wat ermee gebeurt; waar geen brief past, belt u de inwoner. Nog eens draaien zet niets
    dubbel klaar. De brieven maakt u daarna met --kies herindicatie=N. Wie zijn brief kreeg, is daarmee ingelicht.
    """
    from toegang_cli.uitvoering import rondes

    rondes.herindicatie(gemeente, binnen, heronderzoek_vooraf, als=als, proef=proef, als_json=als_json)


@opdracht(groep, "aangekondigd", "toegang herindicatie aangekondigd Z2026-000012 --op 2026-11-22 -g zwolle")
def aangekondigd(levering: Welke, gemeente: Gemeente, op: Opdag, als: Als = None, proef: Proef = False) -> None:
    """Leg vast dat de inwoner weet dat de hulp afloopt, per brief of op een andere manier."""
    from toegang_cli.uitvoering import herindicatie

    herindicatie.aangekondigd(gemeente, levering, op, als=als, proef=proef)
