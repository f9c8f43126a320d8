"""Commands on the plan of a household."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Proef, Reden, Zaak

NAAM = "plan"
groep = maak_groep("Het plan van een huishouden: één plan, in versies. De eerste versie maakt u met toegang zaak plan.")


class Stand(StrEnum):
    """What a resident says of a plan."""

    AANGEBODEN = "aangeboden"
    GEACCORDEERD = "geaccordeerd"
    MET_OPMERKINGEN = "met-opmerkingen"


class Antwoord(StrEnum):
    """Whether a resident consents."""

    JA = "ja"
    NEE = "nee"
    GEEN_REACTIE = "geen-reactie"


class Voortgang(StrEnum):
    """How far an agreement is."""

    AFGESPROKEN = "afgesproken"
    LOOPT = "loopt"
    GELUKT = "gelukt"
    NIET_GELUKT = "niet-gelukt"
    VERVALLEN = "vervallen"


class Wijze(StrEnum):
    """How a copy went out."""

    POST = "post"
    UITGEREIKT = "uitgereikt"
    DIGITAAL = "digitaal"


class Tekenwijze(StrEnum):
    """How a plan was signed."""

    PAPIER = "papier"
    DIGITAAL = "digitaal"


class Weg(StrEnum):
    """The road along which an answer came."""

    WEBFORMULIER = "webformulier"
    TELEFOON = "telefoon"
    BALIE = "balie"
    BRIEF = "brief"
    EMAIL = "email"


Wie = Annotated[
    str, typer.Option("--wie", metavar="WIE", help="client, een rol zoals partner, of het kenmerk van een lid.")
]
Op = Annotated[str | None, typer.Option("--op", metavar="DATUM", help="De dag; anders vandaag.")]
Kanaal = Annotated[
    Weg | None,
    typer.Option("--kanaal", metavar="KANAAL", help="webformulier, telefoon, balie, brief of email."),
]


def tekstbestand(optie: str, uitleg: str) -> Any:
    """Return an option for words of people: they come from a file, never from the command line."""
    hulp = f"{uitleg} Een streepje (-) leest de standaardinvoer."
    return typer.Option(optie, metavar="BESTAND", readable=False, help=hulp)


Tijd = Annotated[str | None, typer.Option("--tijd", metavar="UU:MM", help="Het tijdstip; zonder --op is dat nu.")]
Opmerkingen = Annotated[Path | None, tekstbestand("--opmerkingen", "Wat de inwoner opmerkte, als tekst.")]


@opdracht(groep, "voorbeeld", "toegang plan voorbeeld -g zwolle > plan.toml")
def voorbeeld(gemeente: Gemeente) -> None:
    """Geef een voorbeeld van een plan, met wat deze gemeente daarin vraagt.

    Vul de teksten in en leg het vast met toegang zaak plan.
    """
    from toegang_cli.uitvoering import planvoorbeeld

    planvoorbeeld.toon_voorbeeld(gemeente)


@opdracht(
    groep,
    "toon",
    "toegang plan toon Z2026-000012 -g zwolle",
    "toegang plan toon Z2026-000012 --versie 1 --voor partner -g zwolle",
)
def toon(
    zaak: Zaak,
    gemeente: Gemeente,
    versie: Annotated[
        int | None, typer.Option("--versie", metavar="N", min=1, help="Deze versie; anders de laatste.")
    ] = None,
    voor: Annotated[
        str | None,
        typer.Option("--voor", metavar="WIE", help="Toon alleen wat dit lid mag zien: client, een rol of een kenmerk."),
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
    reden: Reden = None,
) -> None:
    """Toon het plan van het huishouden van een zaak. Dat u het inzag, komt in het logboek.

    Wat voor één lid bedoeld is, staat erbij als 'alleen voor'. Wat onder een andere wet is vastgelegd, ziet u alleen
    met toestemming van de inwoner (toegang inwoner toestemming).
    """
    from toegang_cli.uitvoering import planlezen

    planlezen.toon_plan(gemeente, zaak, versie=versie, voor=voor, als=als, als_json=als_json, reden=reden)


@opdracht(groep, "verloop", "toegang plan verloop Z2026-000012 -g zwolle")
def verloop(zaak: Zaak, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon de versies van een plan, en hoe het met de afspraken ging."""
    from toegang_cli.uitvoering import planverloop

    planverloop.toon_verloop(gemeente, zaak, als=als, als_json=als_json)


@opdracht(groep, "herzie", "toegang plan herzie Z2026-000012 plan.toml -g zwolle")
def herzie(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Maak een volgende versie van het plan; de oude blijft te lezen.

    Het bestand is zoals bij toegang zaak plan, en bevat het hele deel van deze zaak. Een afspraak die er niet meer in
    staat, vervalt. De inwoner reageert en tekent opnieuw.
    """
    from toegang_cli.uitvoering import plannen

    plannen.herzie(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(
    groep,
    "akkoord",
    "toegang plan akkoord Z2026-000012 geaccordeerd --kanaal webformulier -g schagen",
    "toegang plan akkoord Z2026-000012 met-opmerkingen --kanaal brief --opmerkingen brief.txt",
)
def akkoord(
    zaak: Zaak,
    stand: Annotated[Stand, typer.Argument(metavar="STAND", help="aangeboden, geaccordeerd of met-opmerkingen.")],
    gemeente: Gemeente,
    wie: Wie = "client",
    kanaal: Kanaal = None,
    op: Op = None,
    tijd: Tijd = None,
    opmerkingen: Opmerkingen = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast wat de inwoner van het plan vindt.

    Een besluit hoeft hier niet op te wachten: dat de inwoner niet reageert, houdt een besluit nooit tegen.
    """
    from toegang_cli.uitvoering import plannen

    plannen.akkoord(
        gemeente, zaak, stand.value, wie, kanaal and kanaal.value, op, tijd, opmerkingen, als=als, proef=proef
    )


@opdracht(
    groep,
    "teken",
    "toegang plan teken Z2026-000012 --wijze papier --op 2026-11-20 -g zwolle",
    "toegang plan teken Z2026-000012 --wie 3 --weigert --reden reden.txt -g beekdaelen",
)
def teken(
    zaak: Zaak,
    gemeente: Gemeente,
    wie: Annotated[
        str,
        typer.Option("--wie", metavar="WIE", help="client, een lid, een medewerker, of het nummer van een deelnemer."),
    ] = "client",
    op: Op = None,
    wijze: Annotated[Tekenwijze | None, typer.Option("--wijze", metavar="WIJZE", help="papier of digitaal.")] = None,
    weigert: Annotated[bool, typer.Option("--weigert", help="Deze deelnemer tekent niet.")] = False,
    niet_bereikt: Annotated[bool, typer.Option("--niet-bereikt", help="Deze deelnemer reageert niet.")] = False,
    reden: Annotated[Path | None, tekstbestand("--reden", "Waarom er geen handtekening is, als tekst.")] = None,
    als_aanvraag: Annotated[
        bool, typer.Option("--als-aanvraag", help="Het plan dat de inwoner tekent, is ook de aanvraag.")
    ] = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg een handtekening onder het plan vast, of dat die er niet komt.

    Wie niet tekent, maakt het plan niet ongeldig; de reden staat erbij.
    """
    from toegang_cli.uitvoering import plannen

    plannen.teken(
        gemeente,
        zaak,
        wie,
        op,
        wijze and wijze.value,
        reden,
        weigert=weigert,
        niet_bereikt=niet_bereikt,
        als_aanvraag=als_aanvraag,
        als=als,
        proef=proef,
    )


@opdracht(groep, "instemming", "toegang plan instemming Z2026-000012 ja --kanaal telefoon -g zwolle")
def instemming(
    zaak: Zaak,
    antwoord: Annotated[Antwoord, typer.Argument(metavar="ANTWOORD", help="ja, nee of geen-reactie.")],
    gemeente: Gemeente,
    wie: Wie = "client",
    kanaal: Kanaal = None,
    op: Op = None,
    toelichting: Annotated[
        Path | None, tekstbestand("--toelichting", "Waarom niet, of wat u probeerde, als tekst.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast of de inwoner instemt met de ondersteuning."""
    from toegang_cli.uitvoering import plannen

    plannen.instemming(
        gemeente, zaak, antwoord.value, wie, kanaal and kanaal.value, op, toelichting, als=als, proef=proef
    )


@opdracht(groep, "afspraak", "toegang plan afspraak Z2026-000012 2 gelukt -g zwolle --als M-001")
def afspraak(
    zaak: Zaak,
    nummer: Annotated[int, typer.Argument(metavar="NUMMER", help="Het nummer; zie toegang plan toon.")],
    stand: Annotated[
        Voortgang, typer.Argument(metavar="STAND", help="afgesproken, loopt, gelukt, niet-gelukt of vervallen.")
    ],
    gemeente: Gemeente,
    op: Op = None,
    toelichting: Annotated[Path | None, tekstbestand("--toelichting", "Hoe het ging, als tekst.")] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast hoe het met een afspraak staat; wat er eerder stond, blijft te lezen."""
    from toegang_cli.uitvoering import plannen

    plannen.afspraak(gemeente, zaak, nummer, stand.value, op, toelichting, als=als, proef=proef)


@opdracht(groep, "kopie", "toegang plan kopie Z2026-000012 --wijze post --op 2026-11-20 -g zwolle")
def kopie(
    zaak: Zaak,
    gemeente: Gemeente,
    wijze: Annotated[Wijze, typer.Option("--wijze", metavar="WIJZE", help="post, uitgereikt of digitaal.")],
    voor: Annotated[
        str, typer.Option("--voor", metavar="WIE", help="client, een rol zoals partner, of het kenmerk van een lid.")
    ] = "client",
    op: Op = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat de inwoner een kopie van het plan kreeg.

    Geef niet meer mee dan dit lid mag zien: toegang plan toon ZAAK --voor WIE.
    """
    from toegang_cli.uitvoering import plannen

    plannen.kopie(gemeente, zaak, wijze.value, voor, op, als=als, proef=proef)
