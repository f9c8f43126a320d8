"""Commands by which regie changes hands, goes up, and is checked; registered in the group ``regie``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Zaak


class Deel(StrEnum):
    """What is handed over; a test compares it with the domain."""

    REGIE = "regie"
    COORDINATIE = "coordinatie"
    INDICATIEREGIE = "indicatieregie"
    CASEMANAGEMENT = "casemanagement"


class Reden(StrEnum):
    """Why regie changes hands; a test compares it with the domain."""

    AFWEZIGHEID = "afwezigheid"
    UIT_DIENST = "uit-dienst"
    CASELOAD = "caseload"
    VERHUIZING = "verhuizing"
    DESKUNDIGHEID = "deskundigheid"
    WENS_HUISHOUDEN = "wens-huishouden"
    HUISHOUDEN_KAN_ZELF = "huishouden-kan-zelf"


class Uitkomst(StrEnum):
    """What became of an escalation; a test compares it with the life cycle."""

    OPGELOST = "opgelost"
    DOORGEZET = "doorgezet"
    GEEN_ACTIE = "geen-actie"


class Zelf(StrEnum):
    """How far a household can steer itself; a test compares it with the domain."""

    KAN_ZELF = "kan-zelf"
    KAN_MET_STEUN = "kan-met-steun"
    KAN_NIET = "kan-niet"


Overdracht = Annotated[str, typer.Argument(metavar="OVERDRACHT", help="Het kenmerk; zie: toegang regie overdrachten.")]
Toelichting = Annotated[
    Path | None,
    typer.Option(
        "--toelichting", metavar="BESTAND", readable=False, help="Waarom, in uw woorden; een streepje (-) leest invoer."
    ),
]


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(
        groep,
        "draag-over",
        "toegang regie draag-over Z2026-000012 --naar M-004 --reden caseload -g zwolle --als M-002",
        "toegang regie draag-over Z2026-000012 --naar-inwoner --reden huishouden-kan-zelf -g zwolle",
        "toegang regie draag-over Z2026-000012 --deel coordinatie --naar M-010 --reden deskundigheid",
    )(draag_over)
    opdracht(groep, "aanvaard", "toegang regie aanvaard OV-0123456789abcdef -g zwolle --als M-004")(aanvaard)
    opdracht(groep, "weiger", "toegang regie weiger OV-0123456789abcdef -g zwolle --als M-004")(weiger)
    opdracht(groep, "trek-in", "toegang regie trek-in OV-0123456789abcdef -g zwolle --als M-002")(trek_in)
    opdracht(groep, "overdrachten", "toegang regie overdrachten -g zwolle")(overdrachten)
    opdracht(
        groep,
        "herzie",
        "toegang regie herzie Z2026-000012 --zelfregie kan-niet --grond KANDIDAAT_BESCHERMD_WONEN",
    )(herzie)
    opdracht(
        groep, "escaleer", "toegang regie escaleer Z2026-000012 escalatie.txt --aan teamleider -g zwolle --als M-002"
    )(escaleer)
    opdracht(groep, "escalaties", "toegang regie escalaties -g zwolle")(escalaties)
    opdracht(
        groep,
        "afhandelen",
        "toegang regie afhandelen SG-0123456789abcdef --uitkomst opgelost -g zwolle --als M-012",
    )(afhandelen)
    opdracht(groep, "controleer", "toegang regie controleer -g zwolle", "toegang regie controleer -g zwolle --json")(
        controleer
    )


def draag_over(
    zaak: Zaak,
    gemeente: Gemeente,
    reden: Annotated[Reden, typer.Option("--reden", metavar="REDEN", help=f"Kies uit: {', '.join(Reden)}.")],
    naar: Annotated[str | None, typer.Option("--naar", metavar="MEDEWERKER", help="Aan wie u het aanbiedt.")] = None,
    naar_inwoner: Annotated[
        bool, typer.Option("--naar-inwoner", help="Het huishouden gaat zelf de regie voeren.")
    ] = False,
    deel: Annotated[Deel, typer.Option("--deel", metavar="DEEL", help=f"Kies uit: {', '.join(Deel)}.")] = Deel.REGIE,
    toelichting: Toelichting = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Bied de regie over een huishouden aan, of een deel ervan. Zij gaat pas over als de ander aanvaardt.

    De coördinatie kan naar een aanbieder, de regie op de indicatie niet. Geeft u de regie aan het huishouden, leg dan
    zelf vast wat het huishouden antwoordt, met aanvaard of weiger.
    """
    from toegang_cli.uitvoering import regieoverdracht as uitvoering

    uitvoering.draag_over(
        gemeente,
        zaak,
        uitvoering.lees_aanbod(naar, deel, reden, toelichting, naar_inwoner=naar_inwoner),
        als=als,
        proef=proef,
    )


def aanvaard(overdracht: Overdracht, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Aanvaard de regie die u is aangeboden; vanaf nu hebt u haar."""
    from toegang_cli.uitvoering import regieoverdracht as uitvoering

    uitvoering.aanvaard(gemeente, overdracht, als=als, proef=proef)


def weiger(
    overdracht: Overdracht,
    gemeente: Gemeente,
    toelichting: Toelichting = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Weiger de regie die u is aangeboden; zij blijft waar zij is."""
    from toegang_cli.uitvoering import regieoverdracht as uitvoering

    uitvoering.weiger(gemeente, overdracht, toelichting, als=als, proef=proef)


def trek_in(overdracht: Overdracht, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Trek een aanbod in dat nog openstaat."""
    from toegang_cli.uitvoering import regieoverdracht as uitvoering

    uitvoering.trek_in(gemeente, overdracht, als=als, proef=proef)


def overdrachten(
    gemeente: Gemeente,
    alles: Annotated[bool, typer.Option("--alles", help="Ook wat is beantwoord of ingetrokken.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Toon welke overdrachten van regie op antwoord wachten."""
    from toegang_cli.uitvoering import regieoverdracht as uitvoering

    uitvoering.overdrachten(gemeente, alles=alles, als_json=als_json)


def herzie(
    zaak: Zaak,
    gemeente: Gemeente,
    zelfregie: Annotated[
        Zelf | None,
        typer.Option("--zelfregie", metavar="HOE", help=f"Hoe ver het huishouden zelf stuurt: {', '.join(Zelf)}."),
    ] = None,
    professionals: Annotated[
        int | None,
        typer.Option("--professionals", metavar="N", min=0, help="Hoeveel professionals er met het huishouden werken."),
    ] = None,
    grond: Annotated[
        list[str] | None, typer.Option("--grond", metavar="GROND", help="Een grond om de regie over te nemen.")
    ] = None,
    zonder: Annotated[
        list[str] | None, typer.Option("--zonder", metavar="GROND", help="Een grond die niet meer geldt.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Bepaal de regie opnieuw, als er iets veranderde in het huishouden.

    Overnemen kan alleen op een grond die de gemeente heeft vastgelegd, en als het huishouden niet zelf kan sturen.
    """
    from toegang_cli.uitvoering import herziening

    feiten = herziening.lees_feiten(zelfregie, professionals, grond or [], zonder or [])
    herziening.herzie(gemeente, zaak, feiten, als=als, proef=proef)


def escaleer(
    zaak: Zaak,
    bestand: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", readable=False, help="Wat er speelt; een streepje (-) leest invoer."),
    ],
    gemeente: Gemeente,
    aan: Annotated[str, typer.Option("--aan", metavar="WIE", help="Een medewerker of een functie.")],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Schaal op als regisseur, naar een medewerker of een functie die er iets mee kan."""
    from toegang_cli.uitvoering import escalatie as uitvoering

    uitvoering.escaleer(gemeente, zaak, bestand, aan, als=als, proef=proef)


def escalaties(
    gemeente: Gemeente,
    alles: Annotated[bool, typer.Option("--alles", help="Ook wat is afgehandeld.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Toon wat is opgeschaald, naar wie, en wat ermee gebeurde. De tekst zelf staat in het dossier."""
    from toegang_cli.uitvoering import escalatie as uitvoering

    uitvoering.escalaties(gemeente, alles=alles, als_json=als_json)


def afhandelen(
    escalatie: Annotated[str, typer.Argument(metavar="ESCALATIE", help="Het kenmerk; zie: toegang regie escalaties.")],
    gemeente: Gemeente,
    uitkomst: Annotated[
        Uitkomst, typer.Option("--uitkomst", metavar="UITKOMST", help=f"Kies uit: {', '.join(Uitkomst)}.")
    ],
    toelichting: Toelichting = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast wat er met een escalatie gebeurde, als degene naar wie zij ging."""
    from toegang_cli.uitvoering import escalatie as uitvoering

    uitvoering.afhandelen(gemeente, escalatie, uitkomst, toelichting, als=als, proef=proef)


def controleer(gemeente: Gemeente, als_json: AlsJson = False) -> None:
    """Controleer de regie over alle huishoudens, en toon bij elke fout hoe u haar herstelt.

    Afsluitcode 6: er klopt iets niet. Waarschuwingen alleen geven afsluitcode 0.
    """
    from toegang_cli.uitvoering import regiecontrole as uitvoering

    raise typer.Exit(uitvoering.controleer(gemeente, als_json=als_json))
