"""Reports on the command line, and as a page."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from toegang.domain.spoor import Oordeel
from toegang.errors import Afsluitcode, Invoerfout
from toegang.lifecycle.rapportage import leg_publicatie_vast
from toegang.reports.afscherming import voor_buiten
from toegang.reports.pagina import getal, maak_pagina
from toegang.reports.rapport import Bron, Rapport
from toegang.reports.soorten import RAPPORTEN, maak_rapport
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.nazorg import doe
from toegang_cli.werkplek import Werkplek, werkplek


def rapport(
    naam: str, soort: str, van: str | None, tot: str | None, *, html: Path | None, pdf: Path | None, als_json: bool
) -> Afsluitcode:
    """Make a report and show it, or write it as a page.

    Returns:
        CONTROLE when a rule finds something that may not be.
    """
    with werkplek(naam) as plek:
        gemaakt = _maak(plek, soort, van, tot)
        buiten = voor_buiten(gemaakt)
        stijl = plek.omgeving.organisatie.huisstijl
        if html is not None:
            schrijf("--html", html, maak_pagina(buiten, stijl).encode())
        if pdf is not None:
            schrijf("--pdf", pdf, als_pdf(plek, buiten))
        if html is not None or pdf is not None:
            zeg("Aantallen onder de vijf staan er niet in.")
    if als_json:
        toon_json(gemaakt.als_json())
    elif html is None and pdf is None:
        toon_rapport(gemaakt)
    fout = False
    for regel in gemaakt.regels:
        if regel.boodschap:
            fout = fout or regel.oordeel is Oordeel.GEWEIGERD
            zeg(f"Let op, {regel.regel} ({regel.grondslag}): {regel.boodschap}.")
    return Afsluitcode.CONTROLE if fout else Afsluitcode.OK


def lijst(*, als_json: bool) -> None:
    """List the reports."""
    if als_json:
        rijen = [{"rapport": s.naam, "titel": s.titel, "definities": list(s.definities)} for s in RAPPORTEN.values()]
        toon_json({"rapporten": rijen})
        return
    for soort in RAPPORTEN.values():
        toon(f"{soort.naam}: {soort.titel}")
        for tekst in soort.definities:
            toon_velden({"  -": tekst})
        toon("")


def gepubliceerd(naam: str, jaar: int, op: str, *, als: str | None, proef: bool) -> None:
    """Record that the experience of clients was published."""
    dag = lees_dag("--op", op)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: leg_publicatie_vast(plek.omgeving, plek.actor, jaar, dag),
        laat_zien=lambda _: toon(f"Het onderzoek over {jaar} is gepubliceerd op {als_tekst(dag)}."),
    )


def _maak(plek: Werkplek, soort: str, van: str | None, tot: str | None) -> Rapport:
    vandaag = plek.omgeving.vandaag()
    begin = lees_dag("--van", van) if van else date(vandaag.year, 1, 1)
    einde = lees_dag("--tot", tot) if tot else vandaag
    if einde < begin:
        raise Invoerfout("De periode eindigt voor zij begint.", vervolg="Controleer --van en --tot.")
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        return maak_rapport(soort, Bron(werk, plek.omgeving, begin, einde))


def als_pdf(plek: Werkplek, gemaakt: Rapport) -> bytes:
    """Return a report as PDF, in the house style."""
    from toegang.letters.opdracht import Renderopdracht
    from toegang.letters.weasy import WeasyRenderer

    stijl = plek.omgeving.organisatie.huisstijl
    opdracht = Renderopdracht(
        html=maak_pagina(gemaakt, stijl, voor_pdf=True),
        huisstijl=stijl,
        logo=plek.gemeente.plugin.huisstijlbestand(stijl.logo),
        tijdstip=plek.omgeving.nu(),
    )
    return WeasyRenderer().render(opdracht)


def schrijf(optie: str, doel: Path, inhoud: bytes) -> None:
    """Write a file whole or not at all; it holds no personal data, and is still for this account only."""
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}")
    try:
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(doel)
    except OSError:
        tijdelijk.unlink(missing_ok=True)
        raise Invoerfout(
            f"Het bestand van {optie} is niet te schrijven.",
            vervolg="Kies een map die er is en waarin u mag schrijven.",
        ) from None
    zeg(f"De pagina van {optie} is geschreven.")


def toon_rapport(gemaakt: Rapport) -> None:
    """Show a report in the terminal."""
    toon(f"{gemaakt.titel}, gemeente {gemaakt.gemeente}")
    toon(gemaakt.wanneer, "")
    toon_velden({item.naam: getal(item.waarde, item.eenheid) for item in gemaakt.cijfers})
    for tabel in gemaakt.tabellen:
        toon("", tabel.titel)
        rijen = [tuple(getal(cel) for cel in rij) for rij in tabel.rijen]
        toon_tabel(tabel.kolommen, rijen, leeg="Er is niets te tellen.")
    toon("", "Wat de cijfers betekenen")
    for tekst in gemaakt.definities:
        toon_velden({"  -": tekst})
