"""Commands that change the staff of a gemeente; registered in the group ``medewerker``."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, AlsJson, Bestand, Binnen, Gemeente, Proef

Medewerker = Annotated[str, typer.Argument(metavar="MEDEWERKER", help="Het medewerkernummer, bijvoorbeeld M-004.")]


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(groep, "toon", "toegang medewerker toon M-004 -g zwolle")(toon)
    opdracht(groep, "nieuw", "toegang medewerker nieuw medewerker.toml -g zwolle --proef")(nieuw)
    opdracht(
        groep,
        "rol",
        "toegang medewerker rol M-004 --functie teamleider -g zwolle",
        "toegang medewerker rol M-004 --registratie SKJ:2031-12-31 -g zwolle",
        "toegang medewerker rol M-004 --team wijkteam-1 --team wijkteam-2 -g zwolle",
    )(rol)
    opdracht(
        groep,
        "afwezig",
        "toegang medewerker afwezig M-004 --van 2026-12-01 --tot 2026-12-14 --vervanger M-002 -g zwolle",
    )(afwezig)
    opdracht(groep, "terug", "toegang medewerker terug M-004 -g zwolle")(terug)
    opdracht(groep, "uit-dienst", "toegang medewerker uit-dienst M-004 --op 2026-12-31 -g zwolle")(uit_dienst)
    opdracht(
        groep,
        "overdragen",
        "toegang medewerker overdragen M-004 --naar M-002 -g zwolle --proef",
        "toegang medewerker overdragen M-004 --verdeel -g zwolle",
    )(overdragen)
    opdracht(
        groep,
        "account",
        "toegang medewerker account M-004 --uid 1004 -g zwolle",
        "toegang medewerker account M-004 --ontkoppel -g zwolle",
    )(account)
    opdracht(
        groep,
        "geef-rol",
        "toegang medewerker geef-rol M-004 teamleider -g zwolle",
        "toegang medewerker geef-rol M-004 jurist --vanaf 2027-01-01 --tot 2027-06-30 -g zwolle --proef",
    )(geef_rol)
    opdracht(groep, "neem-rol", "toegang medewerker neem-rol M-004 teamleider --op 2027-03-31 -g zwolle")(neem_rol)
    opdracht(groep, "controleer", "toegang medewerker controleer --binnen 90 -g zwolle")(controleer)


def toon(medewerker: Medewerker, gemeente: Gemeente, als_json: AlsJson = False) -> None:
    """Toon een medewerker: functie, dagen, registraties, zaken en regie."""
    from toegang_cli.uitvoering import medewerkers_wijzigen as uitvoering

    uitvoering.toon_medewerker(gemeente, medewerker, als_json=als_json)


def nieuw(bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Voeg een medewerker toe, uit een bestand.

    Het bestand heeft id, naam, functie, werkgever en in_dienst_van; en zo nodig teams, disciplines, wetten, gebieden,
    registraties, discipline_perioden en in_dienst_tot. Een regel die de medewerker weigert, wordt genoemd.
    """
    from toegang_cli.uitvoering import medewerkers_wijzigen as uitvoering

    uitvoering.nieuw(gemeente, bestand, als=als, proef=proef)


def rol(
    medewerker: Medewerker,
    gemeente: Gemeente,
    functie: Annotated[str | None, typer.Option("--functie", metavar="FUNCTIE", help="De nieuwe functie.")] = None,
    team: Annotated[
        list[str] | None, typer.Option("--team", metavar="TEAM", help="De vaste teams; vaker mag. Vervangt de lijst.")
    ] = None,
    discipline: Annotated[
        list[str] | None,
        typer.Option(
            "--discipline",
            metavar="NAAM[:VAN[:TOT]]",
            help="De disciplines, het eigen specialisme eerst; vaker mag. Vervangt de lijst.",
        ),
    ] = None,
    wet: Annotated[
        list[str] | None, typer.Option("--wet", metavar="WET", help="De wetten; vaker mag. Vervangt de lijst.")
    ] = None,
    gebied: Annotated[
        list[str] | None,
        typer.Option("--gebied", metavar="GEBIED", help="De aandachtsgebieden; vaker mag. Vervangt de lijst."),
    ] = None,
    registratie: Annotated[
        list[str] | None,
        typer.Option(
            "--registratie", metavar="SOORT:DATUM", help="Een registratie met haar laatste dag; vervangt die soort."
        ),
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Wijzig functie, teams, disciplines, wetten, gebieden of registraties. Wat u niet noemt, blijft."""
    from toegang_cli.uitvoering import medewerkers_wijzigen as uitvoering

    lijsten = {"teams": team, "gebieden": gebied}
    velden = uitvoering.rolvelden(functie, lijsten, discipline or [], wet or [], registratie or [])
    uitvoering.rol(gemeente, medewerker, velden, als=als, proef=proef)


def afwezig(
    medewerker: Medewerker,
    gemeente: Gemeente,
    tot: Annotated[str, typer.Option("--tot", metavar="DATUM", help="De laatste dag.")],
    van: Annotated[str | None, typer.Option("--van", metavar="DATUM", help="De eerste dag; anders vandaag.")] = None,
    vervanger: Annotated[
        str | None,
        typer.Option("--vervanger", metavar="MEDEWERKER", help="Wie de zaken en de regie zolang waarneemt."),
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Meld dat een medewerker er niet is, en wie vervangt.

    Wie afwezig is, krijgt geen nieuwe zaken. De vervanger mag zolang de dossiers openen en de regie waarnemen.
    """
    from toegang_cli.uitvoering import medewerkers_wijzigen as uitvoering

    uitvoering.afwezig(gemeente, medewerker, van, tot, vervanger, als=als, proef=proef)


def terug(
    medewerker: Medewerker,
    gemeente: Gemeente,
    op: Annotated[str | None, typer.Option("--op", metavar="DATUM", help="De eerste werkdag; anders vandaag.")] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Meld dat een medewerker er weer is."""
    from toegang_cli.uitvoering import medewerkers_wijzigen as uitvoering

    uitvoering.terug(gemeente, medewerker, op, als=als, proef=proef)


def uit_dienst(
    medewerker: Medewerker,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De laatste werkdag.")],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg de laatste werkdag vast. Wie nog zaken of regie heeft, draagt die eerst over.

    Op die dag vervalt ook de koppeling met een account.
    """
    from toegang_cli.uitvoering import medewerkers_wijzigen as uitvoering

    uitvoering.uit_dienst(gemeente, medewerker, op, als=als, proef=proef)


def overdragen(
    medewerker: Medewerker,
    gemeente: Gemeente,
    naar: Annotated[str | None, typer.Option("--naar", metavar="MEDEWERKER", help="Alles naar deze collega.")] = None,
    verdeel: Annotated[
        bool, typer.Option("--verdeel", help="Elke zaak naar wie er het best bij past, gelijk verdeeld.")
    ] = False,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Draag alle zaken, de regie en openstaande overdrachten van een medewerker in één keer over.

    Voor elke zaak gelden de teamregels opnieuw. Wat een regel weigert, blijft waar het is; het verslag zegt waarom.
    Afsluitcode 3: een deel bleef. Afsluitcode 4: alles bleef.
    """
    from toegang_cli.uitvoering import overdragen as uitvoering

    code = uitvoering.overdragen(gemeente, medewerker, naar, verdeel=verdeel, als=als, proef=proef, als_json=als_json)
    raise typer.Exit(code)


def account(
    medewerker: Medewerker,
    gemeente: Gemeente,
    uid: Annotated[int | None, typer.Option("--uid", metavar="NUMMER", min=0, help="Het account (zie: id -u).")] = None,
    ontkoppel: Annotated[bool, typer.Option("--ontkoppel", help="Haal het account weg.")] = False,
    proef: Proef = False,
) -> None:
    """Koppel een account van deze machine aan een medewerker, of haal het weg.

    Eén account is één medewerker. Alleen een beheerder en het serviceaccount koppelen; in productie nooit hun eigen
    account. Elke koppeling komt in het logboek.
    """
    from toegang_cli.uitvoering import accounts as uitvoering

    uitvoering.account(gemeente, medewerker, uid, ontkoppel=ontkoppel, proef=proef)


Rol = Annotated[
    str,
    typer.Argument(
        metavar="ROL",
        help="intake, consulent, regisseur, adviseur, teamleider, jurist, ondertekenaar, administratie, beleid, div of "
        "fg.",
    ),
]


def geef_rol(
    medewerker: Medewerker,
    rol: Rol,
    gemeente: Gemeente,
    vanaf: Annotated[str | None, typer.Option("--vanaf", metavar="DATUM", help="De eerste dag; anders nu.")] = None,
    tot: Annotated[
        str | None, typer.Option("--tot", metavar="DATUM", help="De laatste dag; anders tot u haar terugneemt.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Geef een medewerker een rol, naast de rollen die uit de functie volgen.

    Een teamleider geeft elke rol. Een beheerder wijst de eerste teamleider aan, en de FG. Niemand geeft zichzelf een
    rol. Wie het deed en wanneer, komt in het logboek.
    """
    from toegang_cli.uitvoering import rollen as uitvoering

    uitvoering.geef(gemeente, medewerker, rol, vanaf, tot, als=als, proef=proef)


def neem_rol(
    medewerker: Medewerker,
    rol: Rol,
    gemeente: Gemeente,
    op: Annotated[str | None, typer.Option("--op", metavar="DATUM", help="De laatste dag; anders per direct.")] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Neem een rol terug die is gegeven. Een rol die uit de functie volgt, gaat met de functie.

    Wat er met de rol is gedaan, blijft staan.
    """
    from toegang_cli.uitvoering import rollen as uitvoering

    uitvoering.neem(gemeente, medewerker, rol, op, als=als, proef=proef)


def controleer(
    gemeente: Gemeente,
    binnen: Binnen = 90,
    als_json: AlsJson = False,
) -> None:
    """Toon welke registraties aflopen, welke zaken dan niet meer kloppen, en wie niet bij de organisatie past.

    Afsluitcode 6: er is iets gevonden.
    """
    from toegang_cli.uitvoering import medewerkercontrole as uitvoering

    raise typer.Exit(uitvoering.controleer(gemeente, binnen, als_json=als_json))
