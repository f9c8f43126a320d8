"""Rounds on the command line: past what ends, and past what a change of tariff or policy touches."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from toegang.domain.begrippen import Leveringsvorm, Wet
from toegang.errors import Invoerfout
from toegang.letters.batch.lijst import lees_lijst
from toegang.lifecycle.herindicatieronde import Ronderegel, Rondestand, houd_ronde
from toegang.lifecycle.herzieningsronde import Geraakt, Rondevraag, Rondezaak, open_ronde, rondezaken, tel
from toegang_cli.invoer import bestandsnaam, lees_bytes, lees_dag_of_niets
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.herindicatie import velden as afloopvelden
from toegang_cli.uitvoering.zaakkeuze import een_uit, vereis_product
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek


@dataclass(frozen=True)
class Herzieningskeuze:
    """What was typed of a round of reviews; see :class:`Rondevraag`."""

    naam: str
    wet: str | None
    product: str | None
    vorm: str | None
    loopt_op: str | None
    zaken: Path | None


def herindicatie(naam: str, binnen: int, vooraf: int | None, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Hold the round past indications that end."""
    with werkplek(naam, als, proef=proef) as plek:
        regels = houd_ronde(plek.omgeving, plek.actor, binnen, heronderzoek_vooraf=vooraf)
    if als_json:
        toon_json({"gemeente": naam, "binnen": binnen, "indicaties": [_afloopvelden(regel) for regel in regels]})
    else:
        toon_tabel(
            ("Zaak", "Wat", "Laatste dag", "Wat er gebeurt", "Heronderzoek"),
            [
                (
                    regel.afloop.zaak.id,
                    regel.afloop.voorziening.naam,
                    regel.afloop.einddatum.isoformat(),
                    str(regel.stand),
                    regel.heronderzoek_op,
                )
                for regel in regels
            ],
            leeg=f"Gemeente {naam} heeft de komende {aantal(binnen, 'dag', 'dagen')} geen indicaties die aflopen.",
        )
        _tel_standen(regels)
        if any(regel.stand is Rondestand.BRIEF for regel in regels):
            zeg(f"Volgende stap: toegang beschikking batch bevries --kies herindicatie={binnen} -g {naam}")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def herzie(naam: str, keuze: Herzieningskeuze, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Open a review for every zaak that a change touches."""
    with werkplek(naam, als, proef=proef) as plek:
        geraakt = open_ronde(plek.omgeving, plek.actor, _vraag(plek, keuze))
    if als_json:
        toon_json({"gemeente": naam, "ronde": keuze.naam, "zaken": [_geraaktvelden(item, proef) for item in geraakt]})
    else:
        toon_tabel(
            ("Zaak", "Voorziening", "Omvang", "Herziening in"),
            [
                (
                    item.zaak.id,
                    "\n".join(deel.naam for deel in item.voorzieningen),
                    "\n".join(deel.omvang for deel in item.voorzieningen),
                    (item.al_in and f"{item.al_in} (liep al)") or ("wordt geopend" if proef else item.nieuw),
                )
                for item in geraakt
            ],
            leeg="Er loopt op die dag niets dat hieraan voldoet.",
        )
        nieuw = sum(item.nieuw is not None for item in geraakt)
        toon("", f"{len(geraakt)} geraakt = {nieuw} nieuwe herzieningen + {len(geraakt) - nieuw} die al liepen.")
        if nieuw:
            zeg(
                "Er is nog niets besloten: in elke zaak doet iemand een voorstel, en beslist iemand. "
                f"Volg het met: toegang besluit rondes --ronde {keuze.naam} -g {naam}"
            )
    if proef:
        zeg(NIETS_OPGESLAGEN)


def toon_rondes(naam: str, ronde: str | None, *, als_json: bool) -> None:
    """Show the rounds, or the reviews of one."""
    with werkplek(naam) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        gevonden = rondezaken(werk, ronde)
    if ronde is not None and not gevonden:
        raise Invoerfout("Deze ronde bestaat niet.", vervolg=f"Bekijk de rondes met: toegang besluit rondes -g {naam}")
    if als_json:
        toon_json({"gemeente": naam, "zaken": [_rondevelden(item) for item in gevonden]})
    elif ronde is not None:
        toon_tabel(
            ("Zaak", "Herziet", "Team", "Voorstel", "Besloten"),
            [
                (
                    *(item.zaak.id, item.zaak.herziet, item.zaak.team),
                    *(item.voorstel.lower() if item.voorstel else "nog niet", "ja" if item.besloten else "nog niet"),
                )
                for item in gevonden
            ],
            leeg="",
        )
    else:
        toon_tabel(
            ("Ronde", "Zaken", "Klaar"),
            [(deel, alle, klaar) for deel, (alle, klaar) in sorted(tel(gevonden).items())],
            leeg=f"Gemeente {naam} heeft nog geen ronde. Begin met: toegang besluit herzie-ronde NAAM",
        )


def _vraag(plek: Werkplek, keuze: Herzieningskeuze) -> Rondevraag:
    zaken = None
    if keuze.zaken is not None:
        regels = lees_lijst(lees_bytes(keuze.zaken), bestandsnaam(Path(keuze.zaken.name)), "zaak")
        zaken = frozenset(regels.values())
    return Rondevraag(
        naam=keuze.naam,
        loopt_op=lees_dag_of_niets("--loopt-op", keuze.loopt_op) or plek.omgeving.vandaag(),
        wet=een_uit("--wet", keuze.wet, Wet),
        product=vereis_product(keuze.product),
        vorm=een_uit("--vorm", keuze.vorm, Leveringsvorm),
        zaken=zaken,
    )


def _tel_standen(regels: tuple[Ronderegel, ...]) -> None:
    if regels:
        per_stand = Counter(regel.stand for regel in regels)
        som = " + ".join(f"{per_stand[stand]} {stand}" for stand in Rondestand if per_stand[stand])
        toon("", f"{len(regels)} gezien = {som}.")


def _afloopvelden(regel: Ronderegel) -> dict[str, object]:
    velden = afloopvelden(regel.afloop)
    return {**velden, "stand": regel.stand.name, "brief": regel.brief, "heronderzoek_op": regel.heronderzoek_op}


def _geraaktvelden(item: Geraakt, proef: bool) -> dict[str, object]:
    return {
        "zaak": item.zaak.id,
        "besluit": item.besluit,
        "voorzieningen": [
            {"id": deel.id, "product": deel.product, "omvang": deel.omvang, "bedrag_centen": deel.bedrag_centen}
            for deel in item.voorzieningen
        ],
        "liep_al_in": item.al_in,
        "nieuw": None if proef else item.nieuw,
    }


def _rondevelden(item: Rondezaak) -> dict[str, object]:
    return {
        "ronde": item.zaak.ronde,
        "zaak": item.zaak.id,
        "herziet": item.zaak.herziet,
        "team": item.zaak.team,
        "voorstel": item.voorstel,
        "besloten": item.besloten,
        "open": item.zaak.open,
    }
