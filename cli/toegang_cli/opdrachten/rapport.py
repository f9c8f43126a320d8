"""Commands on reports: one per report, so that its help tells what its figures mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Opdag, Proef

NAAM = "rapport"
groep = maak_groep("Cijfers over het werk, nooit over een mens; als tabel, JSON, webpagina of PDF.")

# Name and first line of the help. A test compares them with the reports that exist.
RAPPORTEN = {
    "digitaal": "Toon welk deel van de vragen digitaal is gesteld, per kanaal.",
    "overdrachten": "Toon hoe vaak huishoudens iemand anders als regisseur of aanspreekpunt kregen.",
    "caseload": "Toon hoeveel open zaken medewerkers en teams hebben.",
    "wachtlijst": "Toon wie er wacht: op een besluit, of op hulp die is toegekend.",
    "regie": "Toon wie stuurt, en hoe vaak en waarom de regie is overgenomen.",
    "gebieden": "Toon hoe lang medewerkers en teams hun gebied al hebben.",
    "huishoudens": "Toon hoeveel medewerkers bij een huishouden betrokken zijn.",
    "intervisie": "Toon hoeveel intervisie er was, onderling en met mensen van buiten.",
    "aanbieders": "Toon de cijfers per aanbieder: start, levering, uitkomst, facturen en kwaliteit.",
    "monitoring": "Toon hoe het gaat na het besluit.",
    "bezwaren": "Toon hoeveel bezwaren er kwamen en hoe zij afliepen.",
    "doorlooptijden": "Toon hoe lang het duurde van ontvangst tot bekendmaking, per wet.",
    "schuldhulp": "Toon het aantal weken tussen het eerste gesprek en het resultaat van schuldhulp.",
    "clientervaring": "Toon of het jaarlijkse onderzoek onder cliënten op tijd is gepubliceerd.",
}
_UITLEG = """
--html en --pdf maken één pagina die naar buiten mag: aantallen onder de vijf staan er niet in. Op het scherm en in
--json staan alle aantallen. Wat elk cijfer betekent, staat onder het rapport. Vindt een regel iets wat niet mag, dan is
de afsluitcode 6.
"""


def _maak(naam: str, uitleg: str) -> Callable[..., None]:
    def rapport(
        gemeente: Gemeente,
        van: Annotated[
            str | None, typer.Option("--van", metavar="DATUM", help="Eerste dag; anders 1 januari van dit jaar.")
        ] = None,
        tot: Annotated[str | None, typer.Option("--tot", metavar="DATUM", help="Laatste dag; anders vandaag.")] = None,
        html: Annotated[
            Path | None,
            typer.Option("--html", metavar="BESTAND", readable=False, help="Schrijf een webpagina in dit bestand."),
        ] = None,
        pdf: Annotated[
            Path | None, typer.Option("--pdf", metavar="BESTAND", readable=False, help="Schrijf een PDF.")
        ] = None,
        als_json: AlsJson = False,
    ) -> None:
        from toegang_cli.uitvoering import rapporten

        raise typer.Exit(rapporten.rapport(gemeente, naam, van, tot, html=html, pdf=pdf, als_json=als_json))

    rapport.__doc__ = f"{uitleg}\n{_UITLEG}"
    return rapport


for _naam, _uitleg in RAPPORTEN.items():
    opdracht(
        groep,
        _naam,
        f"toegang rapport {_naam} -g zwolle",
        f"toegang rapport {_naam} -g zwolle --van 2026-01-01 --pdf {_naam}.pdf",
    )(_maak(_naam, _uitleg))


@opdracht(groep, "lijst", "toegang rapport lijst")
def lijst(als_json: AlsJson = False) -> None:
    """Toon welke rapporten er zijn, en wat de cijfers erin betekenen."""
    from toegang_cli.uitvoering import rapporten

    rapporten.lijst(als_json=als_json)


@opdracht(groep, "gepubliceerd", "toegang rapport gepubliceerd --jaar 2025 --op 2026-06-12 -g zwolle")
def gepubliceerd(
    gemeente: Gemeente,
    jaar: Annotated[int, typer.Option("--jaar", metavar="JAAR", help="Het jaar waarover het onderzoek gaat.")],
    op: Opdag,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat het onderzoek naar de ervaring van cliënten is gepubliceerd (Wmo 2015 artikel 2.5.1)."""
    from toegang_cli.uitvoering import rapporten

    rapporten.gepubliceerd(gemeente, jaar, op, als=als, proef=proef)
