"""One informatiebrief to many, from the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from toegang.domain.brief import Informatietekst
from toegang.errors import Invoerfout
from toegang.letters.batch.lijst import lees_lijst
from toegang.lifecycle.informatieronde import Informatieregel, Informatiestand, informeer_ronde
from toegang_cli.invoer import STANDAARDINVOER, bestandsnaam, lees_bytes, lees_waarde
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.batchplek import voortgang
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek


def een_zaak(wat: Sequence[str]) -> tuple[str, Path]:
    """Return the zaak and the file of a letter in one zaak.

    Raises:
        Invoerfout: it is not those two.
    """
    if len(wat) != 2:
        raise Invoerfout(
            "Noem een zaak en het bestand met de brief, of geef met --zaken een lijst.",
            vervolg="Bijvoorbeeld: toegang beschikking informeer Z2026-000012 brief.toml",
        )
    return wat[0], Path(wat[1])


def informeer(
    naam: str,
    wat: Sequence[str],
    lijst: Path | None,
    ronde: str | None,
    *,
    als: str | None,
    proef: bool,
    als_json: bool,
) -> None:
    """Put an informatiebrief in line for everybody in a list."""
    if lijst is None or ronde is None:
        raise Invoerfout(
            "Bij een brief aan velen horen --zaken en --ronde samen.",
            vervolg="Geef de lijst met zaken, en een naam waaraan u deze brief herkent: --ronde nieuw-nummer",
        )
    if len(wat) != 1:
        raise Invoerfout("Met --zaken noemt u alleen het bestand met de brief.", vervolg="Laat het zaaknummer weg.")
    bestand = Path(wat[0])
    if bestand == lijst == STANDAARDINVOER:
        raise Invoerfout(
            "De brief en de lijst kunnen niet allebei van de standaardinvoer komen.",
            vervolg="Zet er een in een bestand.",
        )
    tekst = lees_waarde(bestand, Informatietekst)
    genoemd = bestandsnaam(Path(lijst.name))
    zaken = lees_lijst(lees_bytes(lijst), genoemd, "zaak")
    with werkplek(naam, als, proef=proef) as plek, voortgang("Klaarzetten") as meld:
        regels = informeer_ronde(plek.omgeving, plek.actor, ronde, tekst, zaken, genoemd, meld)
    if als_json:
        toon_json(
            {"gemeente": naam, "ronde": ronde, "proef": proef, "zaken": [_velden(regel, proef) for regel in regels]}
        )
    else:
        _toon(regels)
    zeg(NIETS_OPGESLAGEN if proef else f"Maak ze met: toegang beschikking batch --kies informatie={ronde} -g {naam}")


_IN_DE_SOM = {
    Informatiestand.KLAAR: "met een nieuwe brief",
    Informatiestand.AL_KLAAR: "met deze brief al",
    Informatiestand.ZELFDE_INWONER: "van een inwoner die hem in een andere zaak krijgt",
    Informatiestand.OVERLEDEN: "van een inwoner die is overleden",
}


def _toon(regels: Sequence[Informatieregel]) -> None:
    niet = [regel for regel in regels if regel.stand is not Informatiestand.KLAAR]
    if niet:
        toon_tabel(("Zaak", "Waarom geen nieuwe brief"), [(item.zaak, str(item.stand)) for item in niet], leeg="")
        toon("")
    per_stand = Counter(regel.stand for regel in regels)
    delen = [f"{per_stand[stand]} {tekst}" for stand, tekst in _IN_DE_SOM.items() if per_stand[stand]]
    toon(f"{aantal(len(regels), 'zaak', 'zaken')} = {' + '.join(delen)}.")


def _velden(regel: Informatieregel, proef: bool) -> dict[str, object]:
    nieuw = proef and regel.stand is Informatiestand.KLAAR
    return {"zaak": regel.zaak, "stand": regel.stand.name, "brief": None if nieuw else regel.brief}
