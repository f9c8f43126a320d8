"""Commands on gemeenten."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import gemeente_beheer, gemeente_leven, gemeente_sleutel
from toegang_cli.opties import AlsJson, Gemeentenaam, Ja, Proef

NAAM = "gemeente"
groep = maak_groep("Gemeenten aansluiten, inrichten en openen.")


@opdracht(
    groep,
    "aansluiten",
    "toegang gemeente aansluiten zwolle --proef",
    "toegang gemeente aansluiten zwolle --antwoorden zwolle.toml --geen-vragen",
    "toegang gemeente aansluiten zwolle --ongedaan",
)
def aansluiten(
    naam: Gemeentenaam,
    antwoorden: Annotated[
        Path | None,
        typer.Option(
            "--antwoorden", metavar="BESTAND", readable=False, help="TOML met het RSIN en antwoorden op open sleutels."
        ),
    ] = None,
    geen_vragen: Annotated[
        bool, typer.Option("--geen-vragen", help="Vraag niets, ook niet als er iemand achter het scherm zit.")
    ] = False,
    ongedaan: Annotated[
        bool, typer.Option("--ongedaan", help="Haal weg wat een aansluiting die niet af is, heeft gemaakt.")
    ] = False,
    ja: Ja = False,
    proef: Proef = False,
) -> None:
    """Sluit een gemeente aan op deze machine.

    Eerst wordt alles gecontroleerd en het plan getoond. Ging het eerder mis, dan gaat het verder waar het bleef. Is
    TOEGANG_POSTGRES gezet, dan komt haar database op die server; anders in een eigen bestand.
    """
    from toegang_cli.uitvoering import aansluiting

    if ongedaan:
        aansluiting.maak_aansluiten_ongedaan(naam, proef=proef, ja=ja)
    else:
        aansluiting.sluit_gemeente_aan(naam, proef=proef, antwoorden=antwoorden, geen_vragen=geen_vragen)


@opdracht(groep, "lijst", "toegang gemeente lijst", "toegang gemeente lijst --json")
def lijst(als_json: AlsJson = False) -> None:
    """Toon de gemeenten op deze machine, ook die stilstaan, met de reden."""
    from toegang_cli.uitvoering import gemeenten

    gemeenten.lijst(als_json=als_json)


@opdracht(groep, "controleer", "toegang gemeente controleer zwolle")
def controleer(naam: Gemeentenaam, als_json: AlsJson = False) -> None:
    """Toon wat een gemeente nog moet invullen voor zij open kan.

    Is er nog iets, dan is de afsluitcode 6.
    """
    from toegang_cli.uitvoering import gemeenten

    gemeenten.controleer(naam, als_json=als_json)


@opdracht(groep, "open", "toegang gemeente open zwolle --proef")
def open_(naam: Gemeentenaam, proef: Proef = False) -> None:
    """Neem een gemeente in productie.

    Zolang er open sleutels zijn of het mandaatregister een voorbeeld is, weigert dit, met afsluitcode 4.
    """
    from toegang_cli.uitvoering import gemeenten

    gemeenten.open_voor_productie(naam, proef=proef)


@opdracht(
    groep,
    "instel",
    "toegang gemeente instel zwolle archief.actor archivaris",
    "toegang gemeente instel zwolle besluit.beslisser teamleider --vanaf 2027-01-01",
)
def instel(
    naam: Gemeentenaam,
    sleutel: Annotated[
        str, typer.Argument(metavar="SLEUTEL", help="De open sleutel, zoals 'gemeente controleer' hem toont.")
    ],
    waarde: Annotated[str, typer.Argument(metavar="WAARDE", help="Het antwoord van de gemeente.")],
    vanaf: Annotated[
        str | None,
        typer.Option("--vanaf", metavar="DATUM", help="Nieuw beleid vanaf deze dag; anders vervangt dit het oude."),
    ] = None,
    proef: Proef = False,
) -> None:
    """Vul in wat de bronnen openlaten; wie het deed en wanneer, wordt bewaard.

    Met --vanaf blijft het oude antwoord gelden voor elke beslissing van voor die dag.
    """
    from toegang_cli.uitvoering import gemeenten

    gemeenten.stel_in(naam, sleutel, waarde, proef=proef, vanaf=vanaf)


@opdracht(groep, "schema", "toegang gemeente schema zwolle", "toegang gemeente schema zwolle > organisatie.schema.json")
def schema(
    naam: Annotated[str, typer.Argument(metavar="NAAM", help="De geïnstalleerde plugin, bijvoorbeeld zwolle.")],
) -> None:
    """Geef het JSON Schema van organisatie.toml, met de eigen instellingen van de plugin van deze gemeente."""
    from toegang_cli.uitvoering import plugins

    plugins.schema(naam)


gemeente_beheer.registreer(groep)
gemeente_leven.registreer(groep)
groep.add_typer(gemeente_sleutel.groep, name="sleutel")
