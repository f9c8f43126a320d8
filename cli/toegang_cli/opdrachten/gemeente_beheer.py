"""Commands on gemeenten for whoever runs the machine: status, upgrade, backup, move, isolation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import AlsJson, Gemeentenaam, Proef

Eventueel = Annotated[str | None, typer.Argument(metavar="NAAM", help="Alleen deze gemeente; anders alle.")]
Sleutelring = Annotated[
    Path | None,
    typer.Option("--sleutelring", metavar="BESTAND", readable=False, help="De sleutelring; anders die naast de kopie."),
]

Sleutelbestand = Annotated[
    Path | None,
    typer.Option(
        "--sleutel", metavar="BESTAND", readable=False, help="Het bewaarde sleutelbestand, als het hier niet staat."
    ),
]


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(groep, "rechten", "toegang gemeente rechten zwolle", "toegang gemeente rechten zwolle --medewerker M-004")(
        rechten
    )
    opdracht(groep, "beheerder", "toegang gemeente beheerder zwolle", "toegang gemeente beheerder zwolle --erbij 1005")(
        beheerder
    )
    opdracht(groep, "isolatie", "toegang gemeente isolatie", "toegang gemeente isolatie zwolle --json")(isolatie)
    opdracht(groep, "status", "toegang gemeente status", "toegang gemeente status zwolle --json")(status)
    opdracht(
        groep,
        "bijwerken",
        "toegang gemeente bijwerken --eerst zwolle --proef",
        "toegang gemeente bijwerken --eerst zwolle --ga-door",
        "toegang gemeente bijwerken zwolle",
    )(bijwerken)
    opdracht(
        groep,
        "reservekopie",
        "toegang gemeente reservekopie",
        "toegang gemeente reservekopie zwolle --naar /reserve",
        "toegang gemeente reservekopie --controleer zwolle-20261130T093000Z-1a2b.toegang",
    )(reservekopie)
    opdracht(groep, "exporteer", "toegang gemeente exporteer zwolle /tmp/zwolle.export")(exporteer)
    opdracht(
        groep,
        "importeer",
        "toegang gemeente importeer /tmp/zwolle.export --sleutel zwolle.sleutel --proef",
        "toegang gemeente importeer /tmp/zwolle.export --sleutel zwolle.sleutel",
    )(importeer)
    opdracht(
        groep,
        "herstel",
        "toegang gemeente herstel zwolle-20261130T093000Z-1a2b.toegang --proef",
        "toegang gemeente herstel zwolle-20261130T093000Z-1a2b.toegang --sleutel zwolle.sleutel",
    )(herstel)


def rechten(
    naam: Gemeentenaam,
    medewerker: Annotated[
        str | None, typer.Option("--medewerker", metavar="MEDEWERKER", help="Alleen wat deze medewerker mag.")
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon wie in een gemeente wat mag: elke opdracht met de rollen, en wie die rollen heeft.

    Een rol volgt uit de functie (loket, besluitroute, mandaatregister, archief) of is gegeven met 'medewerker
    geef-rol'. De inwoner heeft geen account; een medewerker toont het eigen dossier met 'inwoner dossier'.
    """
    from toegang_cli.uitvoering import rechten as uitvoering

    uitvoering.rechten_van(naam, medewerker, als_json=als_json)


def beheerder(
    naam: Gemeentenaam,
    erbij: Annotated[
        int | None, typer.Option("--erbij", metavar="NUMMER", min=1, help="Maak dit account beheerder (zie: id -u).")
    ] = None,
    eraf: Annotated[
        int | None, typer.Option("--eraf", metavar="NUMMER", min=0, help="Dit account is geen beheerder meer.")
    ] = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Toon welke accounts een gemeente draaiend houden, of wijzig dat.

    Een beheerder installeert, werkt bij en maakt reservekopieën. Dossiers opent een beheerder niet.
    """
    from toegang_cli.uitvoering import rollen as uitvoering

    uitvoering.beheerder(naam, erbij, eraf, proef=proef, als_json=als_json)


def isolatie(naam: Eventueel = None, als_json: AlsJson = False) -> None:
    """Bewijs dat gemeenten gescheiden zijn, door te proberen van de ene bij de andere te komen.

    Elke proef zegt wat haar tegenhield. Wat niet wordt tegengehouden, staat er ook, met wat het zou tegenhouden; als er
    een gemeente in productie is, is de afsluitcode dan 6. Er verandert niets.
    """
    from toegang_cli.uitvoering import isolatie as uitvoering

    raise typer.Exit(uitvoering.isolatie(naam, als_json=als_json))


def status(naam: Eventueel = None, als_json: AlsJson = False) -> None:
    """Toon hoe elke gemeente ervoor staat.

    De versies, de laatste reservekopie, batches die niet af zijn en de oudste termijn die te laat is. Staat er een
    stil, dan is de afsluitcode 3.
    """
    from toegang_cli.uitvoering import status as uitvoering

    raise typer.Exit(uitvoering.status(naam, als_json=als_json))


def bijwerken(
    naam: Eventueel = None,
    eerst: Annotated[
        str | None,
        typer.Option("--eerst", metavar="NAAM", help="Deze eerst; mislukt zij, dan blijft elke andere zoals zij is."),
    ] = None,
    stop: Annotated[bool, typer.Option("--stop", help="Stop bij de eerste die mislukt; de gewone gang.")] = False,
    ga_door: Annotated[bool, typer.Option("--ga-door", help="Ga door met de andere als er een mislukt.")] = False,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Breng de databases naar de versie van deze Toegang; elke heel of helemaal niet.

    Eerst wordt er een reservekopie gemaakt en nagelopen. Wie mislukt, blijft op haar oude versie; zet voor haar de
    vorige Toegang terug. Ging een deel niet, dan is de afsluitcode 3.
    """
    from toegang_cli.uitvoering import bijwerking

    bijwerking.controleer_keuze(naam, eerst, stop=stop, ga_door=ga_door)
    if naam is not None:
        bijwerking.werk_bij(naam, proef=proef, als_json=als_json)
    else:
        raise typer.Exit(bijwerking.werk_alle_bij(eerst=eerst, ga_door=ga_door, proef=proef, als_json=als_json))


def reservekopie(
    naam: Eventueel = None,
    naar: Annotated[
        Path | None,
        typer.Option(
            "--naar", metavar="MAP", readable=False, help="Zet de kopie hier; anders in TOEGANG_RESERVEKOPIE."
        ),
    ] = None,
    controleer: Annotated[
        Path | None,
        typer.Option("--controleer", metavar="BESTAND", readable=False, help="Maak niets, maar loop deze kopie na."),
    ] = None,
    sleutelring: Sleutelring = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Maak een reservekopie van een gemeente, ook terwijl er gewerkt wordt.

    Elke kopie wordt meteen teruggezet op een proefplek en helemaal nagelopen: elke rij, elke logregel, elk dossier. De
    sleutel van de gemeente zit er niet in. Zonder de sleutelring ernaast is geen dossier te lezen.
    """
    from toegang_cli.uitvoering import reservekopie as uitvoering

    if controleer is not None:
        uitvoering.controleer(naam, controleer, sleutelring, als_json=als_json)
    elif naam is not None:
        uitvoering.maak(naam, naar, proef=proef, als_json=als_json)
    else:
        raise typer.Exit(uitvoering.maak_alle(naar, proef=proef, als_json=als_json))


def exporteer(
    naam: Annotated[str, typer.Argument(metavar="NAAM", help="De gemeente.")],
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", readable=False, help="Het bestand dat wordt gemaakt.")],
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Zet een hele gemeente in één verzegeld bestand, om elders in te lezen.

    Alle gegevens, brieven, instellingen en het logboek, met de sleutels van de dossiers. De sleutel van de gemeente
    zit er niet in.
    """
    from toegang_cli.uitvoering import reservekopie as uitvoering

    uitvoering.exporteer(naam, bestand, proef=proef, als_json=als_json)


def importeer(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", readable=False, help="De export.")],
    sleutel: Sleutelbestand = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Lees een export in, op een machine waar deze gemeente nog niet is; het resultaat wordt vergeleken.

    De gemeente verschijnt in één keer of niet.
    """
    from toegang_cli.uitvoering import reservekopie as uitvoering

    uitvoering.zet_terug(bestand, None, sleutel, proef=proef, als_json=als_json)


def herstel(
    kopie: Annotated[Path, typer.Argument(metavar="BESTAND", readable=False, help="De reservekopie.")],
    sleutelring: Sleutelring = None,
    sleutel: Sleutelbestand = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Zet een reservekopie terug, op een plek waar deze gemeente nog niet is.

    Nooit over een gemeente heen. Alles wordt eerst nagelopen; de gemeente verschijnt in één keer of niet.
    """
    from toegang_cli.uitvoering import reservekopie as uitvoering

    uitvoering.zet_terug(kopie, sleutelring, sleutel, proef=proef, als_json=als_json)
