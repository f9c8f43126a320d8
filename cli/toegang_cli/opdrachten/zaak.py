"""Commands on a zaak."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import zaak_herzien
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Proef, Reden, Zaak

NAAM = "zaak"
groep = maak_groep("Zaken bekijken en verder brengen.")


@opdracht(groep, "lijst", "toegang zaak lijst -g zwolle", "toegang zaak lijst -g zwolle --wet wmo --alles --json")
def lijst(
    gemeente: Gemeente,
    wet: Annotated[
        str | None, typer.Option("--wet", metavar="WET", help="wmo, jeugdwet, participatiewet, wgs, gpk of llv.")
    ] = None,
    alles: Annotated[bool, typer.Option("--alles", help="Ook de gesloten zaken.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Toon de open zaken van een gemeente."""
    from toegang_cli.uitvoering import zaken

    zaken.lijst(gemeente, wet=wet, alles=alles, als_json=als_json)


@opdracht(
    groep,
    "kies",
    "toegang zaak kies --wet wmo --product traplift --naar zaken.csv -g zwolle",
    "toegang zaak kies --team wijkteam-1 --naar zaken.csv -g zwolle",
)
def kies(
    gemeente: Gemeente,
    naar: Annotated[
        Path, typer.Option("--naar", metavar="BESTAND", readable=False, help="Het bestand; het bestaat nog niet.")
    ],
    wet: Annotated[str | None, typer.Option("--wet", metavar="WET", help="Alleen zaken van deze wet.")] = None,
    product: Annotated[
        str | None, typer.Option("--product", metavar="PRODUCT", help="Alleen zaken waarin dit product loopt.")
    ] = None,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM", help="Alleen zaken van dit team.")] = None,
    gebied: Annotated[
        str | None, typer.Option("--gebied", metavar="GEBIED", help="Alleen zaken in deze wijk of kern.")
    ] = None,
    loopt: Annotated[bool, typer.Option("--loopt", help="Alleen zaken met hulp die nu loopt.")] = False,
    gesloten: Annotated[bool, typer.Option("--ook-gesloten", help="Ook zaken die gesloten zijn.")] = False,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Schrijf een lijst van zaaknummers die ergens aan voldoen, om er samen iets mee te doen.

    De lijst geeft u aan 'beschikking batch bevries --kies zaken=BESTAND' of aan 'besluit herzie-ronde --zaken BESTAND';
    u mag er in Excel regels uit halen. Er staan alleen zaaknummers in.
    """
    from toegang_cli.uitvoering import zaakkeuze

    keuze = zaakkeuze.Keuze(wet, product, team, gebied, loopt, gesloten)
    zaakkeuze.kies(gemeente, keuze, naar, als=als, proef=proef, als_json=als_json)


@opdracht(groep, "toon", "toegang zaak toon Z2026-000012 -g zwolle")
def toon(zaak: Zaak, gemeente: Gemeente, als: Als = None, reden: Reden = None, als_json: AlsJson = False) -> None:
    """Toon de stand van een zaak, zonder persoonsgegevens."""
    from toegang_cli.uitvoering import zaken

    zaken.toon_zaak(gemeente, zaak, als=als, als_json=als_json, reden=reden)


@opdracht(groep, "inzien", "toegang zaak inzien Z2026-000012 -g zwolle --als M-004")
def inzien(zaak: Zaak, gemeente: Gemeente, als: Als = None, reden: Reden = None, als_json: AlsJson = False) -> None:
    """Open het dossier bij een zaak: personen, eigen woorden, plan en redenen.

    U ziet een zaak waarbij u betrokken bent, of die uw functie mag zien. Moet het toch, zeg dan met --reden waarom.
    Dat u het inzag, komt in het logboek. Wie een besluit neemt, moet het dossier hebben ingezien.
    """
    from toegang_cli.uitvoering import zaken

    zaken.zie_in(gemeente, zaak, als=als, als_json=als_json, reden=reden)


@opdracht(groep, "team", "toegang zaak team Z2026-000012 -g zwolle")
def team(zaak: Zaak, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Stel het team van een zaak samen."""
    from toegang_cli.uitvoering import stappen

    stappen.team(gemeente, zaak, als=als, proef=proef)


@opdracht(groep, "plan", "toegang zaak plan Z2026-000012 plan.toml -g zwolle")
def plan(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Leg het plan van het huishouden vast.

    Het bestand heeft op, doelen en afspraken of oplossingen, en wat uw gemeente verder vraagt. Een voorbeeld:
    toegang plan voorbeeld. Heeft het huishouden al een plan, dan wordt dit er de volgende versie van.
    """
    from toegang_cli.uitvoering import plannen

    plannen.leg_vast(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(groep, "aanvraag", "toegang zaak aanvraag Z2026-000012 --op 2026-11-22 -g zwolle")
def aanvraag(
    zaak: Zaak,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag waarop de aanvraag binnenkwam.")],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Registreer de aanvraag; vanaf die dag loopt de beslistermijn."""
    from toegang_cli.uitvoering import stappen

    stappen.aanvraag(gemeente, zaak, op, als=als, proef=proef)


@opdracht(groep, "besluit", "toegang zaak besluit Z2026-000012 besluit.toml -g zwolle --als M-007")
def besluit(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Neem een besluit, als medewerker die daartoe gemandateerd is.

    Ineens kan alleen waar de besluitroute voorstellen en beslissen bij één functie legt. Anders ligt er een voorstel
    (toegang besluit voorstel), en is dit de laatste stap. Het bestand heeft dezelfde velden als dat voorstel; wijkt het
    ervan af, dan zegt 'afwijking' waarom.
    """
    from toegang_cli.uitvoering import stappen

    stappen.besluit(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(groep, "sluit", "toegang zaak sluit Z2026-000012 -g zwolle")
def sluit(
    zaak: Zaak,
    gemeente: Gemeente,
    ingetrokken: Annotated[
        bool, typer.Option("--ingetrokken", help="De inwoner trok de vraag in; er is geen besluit.")
    ] = False,
    afspraken: Annotated[
        bool, typer.Option("--afspraken", help="De afspraken in het plan zijn genoeg; er is geen besluit nodig.")
    ] = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Sluit een zaak waarvan het besluit bekend is gemaakt, of waarin geen besluit nodig is."""
    from toegang_cli.uitvoering import stappen

    stappen.sluit_zaak(gemeente, zaak, ingetrokken=ingetrokken, afspraken=afspraken, als=als, proef=proef)


@opdracht(
    groep,
    "signaleer",
    "toegang zaak signaleer Z2026-000012 signaal.txt -g beekdaelen --als M-002",
    "toegang zaak signaleer Z2026-000012 - --aan beleidsmedewerker -g beekdaelen --als M-002",
)
def signaleer(
    zaak: Zaak,
    bestand: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", readable=False, help="Wat u zag, als tekst; - leest de standaardinvoer."),
    ],
    gemeente: Gemeente,
    aan: Annotated[
        str, typer.Option("--aan", metavar="WIE", help="consulent (wie de zaak draagt), een functie of een medewerker.")
    ] = "consulent",
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg iets voor aan wie over de inhoud gaat; aan het dossier zelf verandert niets."""
    from toegang_cli.uitvoering import signaleringen

    signaleringen.signaleer(gemeente, zaak, bestand, aan, als=als, proef=proef)


@opdracht(groep, "signalen", "toegang zaak signalen Z2026-000012 -g beekdaelen --als M-003")
def signalen(zaak: Zaak, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False, reden: Reden = None) -> None:
    """Toon wat in een zaak is gesignaleerd, en wat ermee is gedaan."""
    from toegang_cli.uitvoering import signaleringen

    signaleringen.toon_signalen(gemeente, zaak, als=als, als_json=als_json, reden=reden)


@opdracht(groep, "signaal-af", "toegang zaak signaal-af SG-3f2a gedaan.txt -g beekdaelen --als M-003")
def signaal_af(
    kenmerk: Annotated[str, typer.Argument(metavar="KENMERK", help="Het kenmerk van de signalering.")],
    bestand: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", readable=False, help="Wat u deed, als tekst; - leest de standaardinvoer."),
    ],
    gemeente: Gemeente,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Handel een signalering af die aan u of uw functie is gericht."""
    from toegang_cli.uitvoering import signaleringen

    signaleringen.handel_signaal_af(gemeente, kenmerk, bestand, als=als, proef=proef)


zaak_herzien.registreer(groep)
