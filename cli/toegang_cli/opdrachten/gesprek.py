"""Commands on the gesprek."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import gesprek_advies, gesprek_afspraak, gesprek_plannen
from toegang_cli.opdrachten.plan import Kanaal, Op, Opmerkingen, Stand, Tijd, Wie
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Proef, Reden, Zaak

NAAM = "gesprek"
groep = maak_groep("Het gesprek met de inwoner.")
gesprek_plannen.registreer(groep)
groep.add_typer(gesprek_advies.groep, name=gesprek_advies.NAAM)
gesprek_afspraak.registreer(groep)


class Hoe(StrEnum):
    """How a report is given; a test compares them with the domain."""

    POST = "post"
    DIGITAAL = "digitaal"
    OVERHANDIGD = "overhandigd"


@opdracht(
    groep,
    "eigen-plan",
    "toegang gesprek eigen-plan Z2026-000012 eigenplan.toml -g zwolle",
    "toegang gesprek eigen-plan Z2026-000012 --aangeboden 2026-11-16 -g zwolle",
    "toegang gesprek eigen-plan Z2026-000012 -g zwolle",
)
def eigen_plan(
    zaak: Zaak,
    gemeente: Gemeente,
    bestand: Annotated[
        Path | None,
        typer.Argument(metavar="BESTAND", readable=False, help="TOML of JSON met stap, op, tekst en zo nodig soort."),
    ] = None,
    aangeboden: Annotated[
        str | None,
        typer.Option("--aangeboden", metavar="DATUM", help="De dag waarop de inwoner hoorde dat dit kan."),
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
    reden: Reden = None,
) -> None:
    """Leg het eigen plan van de inwoner vast, of bekijk hoe het ermee staat.

    Het bestand heeft op en tekst: het plan in de woorden van de inwoner. Maakt de inwoner er geen, schrijf dan
    stap = "AFGEZIEN", en bij tekst waarom. Zonder bestand en zonder --aangeboden ziet u wat er al is. Bij de Wmo heeft
    de inwoner na de melding zeven dagen; wat later komt, telt ook mee.
    """
    from toegang_cli.uitvoering import eigenplan

    if bestand is None and aangeboden is None:
        eigenplan.toon_stand(gemeente, zaak, als=als, als_json=als_json, reden=reden)
    else:
        eigenplan.leg_vast(gemeente, zaak, bestand, aangeboden, als=als, proef=proef)


@opdracht(
    groep,
    "voorbeeld",
    "toegang gesprek voorbeeld -g zwolle > verslag.toml",
    "toegang gesprek voorbeeld -g beekdaelen --wet jeugdwet > verslag.toml",
)
def voorbeeld(
    gemeente: Gemeente,
    wet: Annotated[str, typer.Option("--wet", metavar="WET", help="wmo, jeugdwet, participatiewet of wgs.")] = "wmo",
    als_json: AlsJson = False,
) -> None:
    """Geef een verslag om in te vullen, met alles wat deze gemeente en deze wet vragen.

    Bewaar het in een bestand en vervang elk INVULLEN. Wat niet past, mag weg; Toegang zegt wat er dan mist.
    """
    from toegang_cli.uitvoering import gespreksvoorbeeld

    gespreksvoorbeeld.voorbeeld(gemeente, wet, als_json=als_json)


@opdracht(
    groep,
    "verslag",
    "toegang gesprek verslag Z2026-000012 verslag.toml -g zwolle",
    "toegang gesprek verslag Z2026-000012 verslag.toml -g zwolle --proef",
)
def verslag(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Leg het verslag van een gesprek vast, in een keer of in delen.

    Wat erin hoort, geeft: toegang gesprek voorbeeld. Staan er nog geen oplossingen in, dan is het deel 1: u leest wat
    er nog nodig is, en de zaak blijft op deze stap. Tot het plan is afgesproken kan er een nieuwe versie komen.
    """
    from toegang_cli.uitvoering import gesprekken

    gesprekken.verslag(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(
    groep,
    "toon",
    "toegang gesprek toon Z2026-000012 -g zwolle",
    "toegang gesprek toon Z2026-000012 -g zwolle --versie 1 --json",
)
def toon(
    zaak: Zaak,
    gemeente: Gemeente,
    versie: Annotated[
        int | None, typer.Option("--versie", metavar="N", min=1, help="Een eerdere versie; anders de laatste.")
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
    reden: Reden = None,
) -> None:
    """Toon het verslag van een gesprek. Dat u het inzag, komt in het logboek.

    Met --json staat onder verslag wat u, aangepast, weer kunt inleveren.
    """
    from toegang_cli.uitvoering import gesprekken

    gesprekken.toon_verslag(gemeente, zaak, versie, als=als, als_json=als_json, reden=reden)


@opdracht(
    groep,
    "akkoord",
    "toegang gesprek akkoord Z2026-000012 geaccordeerd --kanaal webformulier -g schagen",
    "toegang gesprek akkoord Z2026-000012 met-opmerkingen --kanaal brief --opmerkingen brief.txt",
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
    """Leg vast wat de inwoner van het verslag vindt.

    Een besluit hoeft hier niet op te wachten: dat de inwoner niet reageert, houdt een besluit nooit tegen.
    """
    from toegang_cli.uitvoering import gesprekken

    reactie = (stand.value, wie, kanaal and kanaal.value, op, tijd, opmerkingen)
    gesprekken.akkoord(gemeente, zaak, reactie, als=als, proef=proef)


@opdracht(groep, "verstrek", "toegang gesprek verstrek Z2026-000012 --op 2026-11-22 --hoe post -g zwolle")
def verstrek(
    zaak: Zaak,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag waarop de inwoner het verslag kreeg.")],
    hoe: Annotated[Hoe, typer.Option("--hoe", metavar="HOE", help="post, digitaal of overhandigd.")],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat de inwoner het verslag kreeg.

    Bij de Wmo moet dat voor het besluit. Komt er een nieuwe versie, dan krijgt de inwoner ook die.
    """
    from toegang_cli.uitvoering import gesprekken

    gesprekken.verstrek(gemeente, zaak, op, hoe.value, als=als, proef=proef)


@opdracht(
    groep,
    "zrm",
    "toegang gesprek zrm Z2026-000012 -g beekdaelen",
    "toegang gesprek zrm Z2026-000012 --domein financien --niveau 3 --op 2026-11-22 -g beekdaelen",
)
def zrm(
    zaak: Zaak,
    gemeente: Gemeente,
    domein: Annotated[
        str | None, typer.Option("--domein", metavar="DOMEIN", help="Een domein van de ZRM, bijvoorbeeld financien.")
    ] = None,
    niveau: Annotated[
        int | None, typer.Option("--niveau", metavar="1-5", help="Het niveau: 1 is het laagst, 5 het hoogst.")
    ] = None,
    op: Annotated[
        str | None, typer.Option("--op", metavar="DATUM", help="De dag van het oordeel; anders vandaag.")
    ] = None,
    inwoner: Annotated[
        str | None,
        typer.Option("--inwoner", metavar="KENMERK", help="Een ander lid van het huishouden; anders de cliënt."),
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
    reden: Reden = None,
) -> None:
    """Toon de scores van de zelfredzaamheidsmatrix door de tijd heen, of leg er een vast.

    Alleen domein en niveau; de criteria staan in de ZRM zelf.
    """
    from toegang_cli.uitvoering import zrm as uitvoering

    if domein is None and niveau is None:
        uitvoering.toon_scores(gemeente, zaak, inwoner, als=als, als_json=als_json, reden=reden)
    else:
        uitvoering.leg_vast(gemeente, zaak, domein, niveau, op, inwoner, als=als, proef=proef)
