"""Commands on a round of reviews after a change of tariff or policy; registered in the group ``besluit``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef

_Naam = Annotated[str, typer.Argument(metavar="RONDE", help="De naam van de ronde, bijvoorbeeld tarief-2027.")]


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(
        groep,
        "herzie-ronde",
        "toegang besluit herzie-ronde tarief-2027 --wet wmo --vorm pgb -g zwolle --als M-002 --proef",
        "toegang besluit herzie-ronde beleid-trap --product traplift --loopt-op 2027-01-01 -g zwolle",
    )(herzie_ronde)
    opdracht(
        groep,
        "ronde-concept",
        'toegang besluit ronde-concept tarief-2027 t.csv --ingaat-op 2027-01-01 --grondslag "Besluit Wmo"',
    )(ronde_concept)
    opdracht(
        groep, "rondes", "toegang besluit rondes -g zwolle", "toegang besluit rondes --ronde tarief-2027 -g zwolle"
    )(rondes)


def herzie_ronde(
    ronde: _Naam,
    gemeente: Gemeente,
    wet: Annotated[str | None, typer.Option("--wet", metavar="WET", help="Alleen voorzieningen uit deze wet.")] = None,
    product: Annotated[str | None, typer.Option("--product", metavar="PRODUCT", help="Alleen dit product.")] = None,
    vorm: Annotated[
        str | None, typer.Option("--vorm", metavar="VORM", help="Alleen zo geleverd: zin, pgb of financieel.")
    ] = None,
    loopt_op: Annotated[
        str | None,
        typer.Option("--loopt-op", metavar="DATUM", help="Alleen wat op die dag loopt: de dag van de wijziging."),
    ] = None,
    zaken: Annotated[
        Path | None,
        typer.Option("--zaken", metavar="BESTAND", readable=False, help="Alleen de zaken in dit bestand."),
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Open na een nieuw tarief of nieuw beleid voor elke zaak die het raakt een herziening.

    Er wordt niets besloten. Elke zaak krijgt een eigen voorstel en een eigen besluit van een mens, en de inwoner wordt
    gehoord waar dat moet. Wat al wordt herzien, blijft zoals het is; nog eens draaien opent alleen wat er nog niet was.
    Zijn de besluiten genomen, dan maakt u de brieven met --kies ronde=RONDE.
    """
    from toegang_cli.uitvoering import rondes as uitvoering

    keuze = uitvoering.Herzieningskeuze(ronde, wet, product, vorm, loopt_op, zaken)
    uitvoering.herzie(gemeente, keuze, als=als, proef=proef, als_json=als_json)


def rondes(
    gemeente: Gemeente,
    ronde: Annotated[str | None, typer.Option("--ronde", metavar="RONDE", help="Elke zaak van deze ronde.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon hoe ver de rondes herzieningen zijn: in hoeveel zaken is voorgesteld en besloten, en in welke nog niet."""
    from toegang_cli.uitvoering import rondes as uitvoering

    uitvoering.toon_rondes(gemeente, ronde, als_json=als_json)


def ronde_concept(
    ronde: _Naam,
    gemeente: Gemeente,
    tarieven: Annotated[
        Path,
        typer.Argument(
            metavar="BESTAND",
            readable=False,
            help="CSV met product;vorm;oud;nieuw in euro's; vorm en oud mogen leeg zijn.",
        ),
    ],
    ingaat_op: Annotated[str, typer.Option("--ingaat-op", metavar="DATUM", help="De eerste dag van het tarief.")],
    grondslag: Annotated[
        str,
        typer.Option("--grondslag", metavar="TEKST", help="De regeling met het tarief; zij komt in de brief."),
    ],
    naar: Annotated[
        Path | None, typer.Option("--naar", metavar="MAP", help="Een nieuwe map; anders 'concepten-' en de naam.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Schrijf voor elke herziening van een ronde een concept van het voorstel, met het nieuwe bedrag.

    Er wordt niets voorgesteld en niets besloten: u leest elk concept, past aan wat voor deze inwoner anders is, en doet
    het voorstel onder uw eigen naam. De grond die de wet vraagt, blijft open waar cijfers haar niet geven.
    """
    from toegang_cli.uitvoering import rondeconcepten

    keuze = rondeconcepten.Conceptkeuze(ronde, tarieven, ingaat_op, grondslag, naar or Path(f"concepten-{ronde}"))
    rondeconcepten.schrijf_concepten(gemeente, keuze, als=als, proef=proef, als_json=als_json)
