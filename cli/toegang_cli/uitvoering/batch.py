"""The steps of a batch up to the making, from the command line."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.batch import Regelstand
from toegang.domain.batchverloop import Handeling
from toegang.domain.bevinding import DOOR_TE_LATEN, Bevindingsoort
from toegang.errors import Afsluitcode, Invoerfout
from toegang.letters.batch import bevries as stap_bevries
from toegang.letters.batch import controleer as stap_controleer
from toegang.letters.batch import keur_goed as stap_keur_goed
from toegang.letters.batch import maak as stap_maak
from toegang.letters.batch import steekproef
from toegang.letters.batch.kern import vereis_telling
from toegang.letters.batch.map import Batchmap
from toegang.storage.bestanden import GEKOZEN_PLEK, maak_map, schrijf
from toegang_cli.uitvoer import aantal, toon, toon_json, zeg
from toegang_cli.uitvoering import batchtonen
from toegang_cli.uitvoering.batchplek import logo_van, opdracht_van, plek_van, vind_batch, voortgang, vraag
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek, zaaknummer


def bevries(
    naam: str,
    kies: list[str],
    dagtekening: str | None,
    map_: Path | None,
    *,
    als: str | None,
    proef: bool,
    als_json: bool,
) -> None:
    """Freeze a batch."""
    with werkplek(naam, als, proef=proef) as plek:
        opdracht = opdracht_van(plek, kies, dagtekening, map_)
        batch = stap_bevries.bevries(plek_van(plek), opdracht)
    if als_json:
        toon_json(batchtonen.batch_velden(batch) | {"proef": proef})
    else:
        batchtonen.toon_bevroren(batch)
    _slot(proef, f"Volgende stap: toegang beschikking batch controleer {batch.id} -g {naam}")


def controleer(naam: str, batch: str | None, *, als: str | None, proef: bool, als_json: bool) -> Afsluitcode:
    """Check a batch; DEELS when a letter cannot be made."""
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.CONTROLEER)
        with voortgang("Controleren") as meld:
            rapport = stap_controleer.controleer(plek_van(plek), kenmerk, meld)
    if als_json:
        toon_json(batchtonen.controle_velden(rapport) | {"proef": proef})
    else:
        batchtonen.toon_controle(rapport)
    _slot(proef, *batchtonen.na_controle(rapport, naam))
    return Afsluitcode.DEELS if rapport.telling[Regelstand.MISLUKT] else Afsluitcode.OK


def laat_door(naam: str, batch: str | None, zaak: str, bevinding: str, *, als: str | None, proef: bool) -> None:
    """Let a letter through that waited for a look."""
    nummer = zaaknummer(zaak)
    try:
        soort = Bevindingsoort(bevinding.upper().replace("-", "_"))
    except ValueError:
        namen = ", ".join(sorted(item.value.lower() for item in DOOR_TE_LATEN))
        raise Invoerfout("Deze bevinding bestaat niet.", vervolg=f"Kies uit: {namen}.") from None
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.LAAT_DOOR)
        gedaan = stap_controleer.laat_door(plek_van(plek), kenmerk, nummer, soort)
    toon(f"{aantal(gedaan, 'brief', 'brieven')} van zaak {nummer} doorgelaten: {soort.titel}.")
    _slot(proef, f"Volgende stap: toegang beschikking batch controleer {kenmerk} -g {naam}")


def bekijk(naam: str, batch: str | None, brief: str | None, uit: Path | None, *, als: str | None, proef: bool) -> None:
    """Hand out the sample."""
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.BEKIJK)
        map_, gemaakt = geef_steekproef(plek, kenmerk, brief, uit)
    batchtonen.toon_steekproef(gemaakt, map_)
    _slot(
        proef,
        "Let op: naam en adres, de datum, het bedrag of de uren, de laatste dag voor bezwaar, en wie ondertekent.",
        f"Volgende stap: toegang beschikking batch keur-goed {kenmerk} -g {naam}",
    )


def geef_steekproef(
    plek: Werkplek, batch: str, brief: str | None = None, uit: Path | None = None
) -> tuple[Path, list[steekproef.Steekproefbrief]]:
    """Make the sample and write it for the eyes of whoever asks.

    Returns:
        The folder, and the letters.
    """
    from toegang.letters.weasy import WeasyRenderer

    gemaakt = steekproef.bekijk(plek_van(plek), batch, logo_van(plek), WeasyRenderer(), brief)
    with plek_van(plek).lees() as werk:
        map_ = uit.absolute() if uit else Batchmap.van(werk.batches.haal(batch)).steekproef
    raad = GEKOZEN_PLEK if uit else ""
    maak_map(map_, raad)
    for item in gemaakt:
        schrijf(map_ / f"{item.brief}-concept.pdf", item.pdf, raad)
    return map_, gemaakt


def keur_goed(naam: str, batch: str | None, getal: int | None, *, als: str | None, proef: bool) -> None:
    """Approve a batch."""
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.KEUR_GOED)
        if getal is None:
            getal = _vraag_aantal(plek, kenmerk)
        goed = stap_keur_goed.keur_goed(plek_van(plek), kenmerk, getal)
    toon(f"Batch {goed.id} is goedgekeurd: {aantal(getal, 'brief', 'brieven')}.")
    _slot(proef, f"Volgende stap: toegang beschikking batch maak {kenmerk} -g {naam}")


def maak(
    naam: str, batch: str | None, processen: int, *, hervat: bool, als: str | None, proef: bool, als_json: bool
) -> Afsluitcode:
    """Make the letters of a batch, or go on with it; DEELS when one could not be made."""
    handeling = Handeling.HERVAT if hervat else Handeling.MAAK
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, handeling)
        with voortgang("Brieven") as meld:
            opdracht = stap_maak.Maakopdracht(logo_van(plek), processen or None, meld, proef=proef)
            uitslag = stap_maak.maak(plek_van(plek), kenmerk, opdracht, handeling)
    map_ = Batchmap.van(uitslag.batch)
    if als_json:
        toon_json(batchtonen.maak_velden(uitslag) | {"proef": proef})
    else:
        batchtonen.toon_gemaakt(uitslag)
    lijst = [f"Wat niet is gemaakt, staat in {map_.mislukt}."] if uitslag.lijst else []
    _slot(proef, *lijst, f"Volgende stap: toegang beschikking batch vrijgeven {kenmerk} -g {naam}")
    return Afsluitcode.DEELS if uitslag.telling[Regelstand.MISLUKT] else Afsluitcode.OK


def _vraag_aantal(plek: Werkplek, kenmerk: str) -> int:
    """Ask the number, after telling what it is about; the number itself is not told."""
    with plek_van(plek).lees() as werk:
        batch = werk.batches.haal(kenmerk)
        telling = vereis_telling(werk, batch)
    tegen = telling[Regelstand.AANGEHOUDEN] + telling[Regelstand.MISLUKT]
    zeg(f"Batch {kenmerk}: {batch.aantal} brieven gekozen, {tegen} daarvan worden niet gemaakt.")
    antwoord = vraag("Hoeveel brieven worden er gemaakt?")
    if not antwoord.isdigit() or len(antwoord) > 7:
        raise Invoerfout("Dit is geen aantal.", vervolg="Typ alleen het getal, bijvoorbeeld 412.")
    return int(antwoord)


def _slot(proef: bool, *regels: str) -> None:
    zeg(*([NIETS_OPGESLAGEN] if proef else regels))
