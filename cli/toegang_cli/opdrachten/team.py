"""Commands on the team of a zaak."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Zaak

NAAM = "team"
groep = maak_groep("Het team van een zaak: voorstel, wijziging en overleg.")

Toelichting = Annotated[
    Path | None,
    typer.Option(
        "--toelichting", metavar="BESTAND", readable=False, help="Waarom, in uw woorden; een streepje (-) leest invoer."
    ),
]
Dag = Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag.")]
Deelnemers = Annotated[
    list[str], typer.Option("--deelnemer", "-d", metavar="MEDEWERKER", help="Wie erbij was; ten minste twee.")
]
Tekst = Annotated[
    Path,
    typer.Argument(metavar="BESTAND", readable=False, help="Wat er besproken is; een streepje (-) leest invoer."),
]


@opdracht(groep, "voorstel", "toegang team voorstel Z2026-000012 -g zwolle")
def voorstel(zaak: Zaak, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon wie nu aan een zaak zou werken, waarom, en wie waarom niet. Er wordt niets opgeslagen.

    Afsluitcode 6: een regel zou dit team weigeren.
    """
    from toegang_cli.uitvoering import teams

    raise typer.Exit(teams.voorstel(gemeente, zaak, als=als, als_json=als_json))


@opdracht(groep, "toon", "toegang team toon Z2026-000012 -g zwolle")
def toon(zaak: Zaak, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon het team van een zaak, en welk overleg en welke intervisie er was."""
    from toegang_cli.uitvoering import teams

    teams.toon_team(gemeente, zaak, als=als, als_json=als_json)


@opdracht(
    groep,
    "wijzig",
    "toegang team wijzig Z2026-000012 --erbij M-004 --eraf M-002 -g zwolle",
    "toegang team wijzig Z2026-000012 --erbij M-010 --adviseur -g zwolle",
    "toegang team wijzig Z2026-000012 --voorstel -g zwolle",
)
def wijzig(
    zaak: Zaak,
    gemeente: Gemeente,
    erbij: Annotated[
        list[str] | None, typer.Option("--erbij", metavar="MEDEWERKER", help="Wie erbij komt; vaker mag.")
    ] = None,
    eraf: Annotated[
        list[str] | None, typer.Option("--eraf", metavar="MEDEWERKER", help="Wie eraf gaat; vaker mag.")
    ] = None,
    adviseur: Annotated[bool, typer.Option("--adviseur", help="Wie erbij komt, adviseert alleen.")] = False,
    beoordeelt: Annotated[bool, typer.Option("--beoordeelt", help="Wie erbij komt, beoordeelt ook.")] = False,
    voorop: Annotated[
        str | None, typer.Option("--voorop", metavar="MEDEWERKER", help="Wie de zaak voortaan draagt.")
    ] = None,
    voorstel: Annotated[bool, typer.Option("--voorstel", help="Neem het voorstel van dit moment over.")] = False,
    toelichting: Toelichting = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Wijzig het team van een lopende zaak, langs dezelfde regels als het eerste team.

    Kiest u iemand die meer zaken heeft dan een even geschikte collega, geef dan een toelichting.
    """
    from toegang_cli.uitvoering import teams

    keuze = teams.lees_wijziging(
        erbij or [], eraf or [], toelichting, adviseur=adviseur, beoordeelt=beoordeelt, voorop=voorop, voorstel=voorstel
    )
    teams.wijzig(gemeente, zaak, keuze, als=als, proef=proef)


@opdracht(
    groep,
    "overleg",
    "toegang team overleg Z2026-000012 o.txt --op 1-12-2026 -d M-2 -d M-8 --inwoner-erbij",
    "toegang team overleg Z2026-000012 - --op 1-12-2026 -d M-2 -d M-8 -d M-9 --protocol MC-7",
)
def overleg(
    zaak: Zaak,
    bestand: Tekst,
    gemeente: Gemeente,
    op: Dag,
    deelnemer: Deelnemers,
    inwoner_erbij: Annotated[bool, typer.Option("--inwoner-erbij", help="De inwoner praatte mee.")] = False,
    protocol: Annotated[
        str, typer.Option("--protocol", metavar="KENMERK", help="Het veiligheidsprotocol, als het daarom ging.")
    ] = "",
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg een overleg van professionals over een zaak vast.

    Waar de gemeente geen overlegtafels over cliënten wil, kan dat alleen met de inwoner erbij, of voor de veiligheid.
    """
    from toegang_cli.uitvoering import overleg as uitvoering

    uitvoering.overleg(
        gemeente, zaak, bestand, op, deelnemer, protocol, inwoner_erbij=inwoner_erbij, als=als, proef=proef
    )


@opdracht(groep, "verdeling", "toegang team verdeling -g zwolle")
def verdeling(gemeente: Gemeente, als_json: AlsJson = False) -> None:
    """Toon hoe de zaken over de medewerkers en de teams verdeeld zijn, en wie aan het plafond zit."""
    from toegang_cli.uitvoering import teams

    teams.verdeling(gemeente, als_json=als_json)
