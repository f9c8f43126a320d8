"""Who gets a copy of letters, and letters that only tell something, as commands."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.brief import Informatietekst
from toegang.domain.ontvangers import exemplaren
from toegang.domain.vertegenwoordiging import Briefaard
from toegang.domain.zaak import Zaak
from toegang.environment import Klok
from toegang.errors import Invoerfout
from toegang.lifecycle.briefaard import aard_van_besluit
from toegang.lifecycle.exemplaren import geen_eigen_brief, lezers
from toegang.lifecycle.informeren import informeer as zet_klaar
from toegang.lifecycle.inzage import log_lezen
from toegang.storage import Werkeenheid
from toegang_cli.invoer import een_van, lees_toelichting, lees_waarde
from toegang_cli.uitvoer import toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.inzage import keur_inzage
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer


def informeer(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Put an informatiebrief in line."""
    tekst, nummer = lees_waarde(bestand, Informatietekst), zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        brief = zet_klaar(plek.omgeving, plek.actor, nummer, tekst)
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, "brief": None if proef else brief.id, "proef": proef})
    else:
        toon(f"De informatiebrief in zaak {nummer} staat klaar ({brief.id}).")
    zeg(NIETS_OPGESLAGEN if proef else f"Maak hem met: toegang beschikking batch -g {naam}")


def toon_exemplaren(naam: str, zaak_id: str, *, als: str | None, reden: str | None, als_json: bool) -> None:
    """Show who gets a copy of the letters in a zaak, by id; that it was read is logged."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        log_lezen(werk, zaak, keur_inzage(naam, werk, zaak, reden=reden), "exemplaren.gezien")
        wie = lezers(werk, zaak, Klok.van_machine().vandaag(), _aard(werk, zaak))
        dossier = werk.dossiers.haal(zaak.dossier_id)
        werk.commit()
    groepen = exemplaren(wie.personen, wie.client) if wie.personen else ()
    uitgezonderd = [inwoner for inwoner, _ in dossier.geen_eigen_brief]
    if als_json:
        kopieen = [[persoon.id for persoon in groep] for groep in groepen]
        toon_json(
            {"zaak": nummer, "gezag_bekend": wie.personen is not None, "exemplaren": kopieen, "niet": uitgezonderd}
        )
        return
    if wie.personen is None:
        toon(f"Het is niet bekend wie het gezag heeft; brieven in zaak {nummer} wachten.")
    toon_tabel(
        ("Exemplaar", "Voor"),
        [
            ("de brief zelf" if nr == 1 else f"eigen exemplaar {nr - 1}", " en ".join(item.id for item in groep))
            for nr, groep in enumerate(groepen, 1)
        ],
        leeg="",
    )
    zeg(*(f"{inwoner} krijgt geen eigen brief; de reden staat in het dossier." for inwoner in uitgezonderd))


def _aard(werk: Werkeenheid, zaak: Zaak) -> Briefaard:
    """Return what the letter with the decision is about; the last one there is, or one that is still to come."""
    besluiten = werk.besluiten.zoek(zaak_id=zaak.id)
    return aard_van_besluit(zaak, besluiten[-1] if besluiten else None)


def wijzig(
    naam: str,
    zaak_id: str,
    niet_aan: str | None,
    wel_aan: str | None,
    waarom: Path | None,
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Record that a young person gets no own copy, or gets one again."""
    niet = een_van("--niet-aan", niet_aan is not None, "--wel-aan", wel_aan is not None)
    reden, nummer = lees_toelichting(waarom), zaaknummer(zaak_id)
    if niet and not reden:
        raise Invoerfout(
            "Krijgt een jongere geen eigen brief, dan hoort daar een reden bij (L-86).",
            vervolg="Schrijf haar in een tekstbestand en noem dat met --waarom. Er is niets opgeslagen.",
        )
    wie = niet_aan or wel_aan or ""
    with werkplek(naam, als, proef=proef) as plek:
        geen_eigen_brief(plek.omgeving, plek.actor, nummer, wie, reden if niet else "")
    wat = "krijgt geen eigen brieven meer" if niet else "krijgt weer eigen brieven"
    toon(f"Vastgelegd: dit lid van het huishouden van zaak {nummer} {wat}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
