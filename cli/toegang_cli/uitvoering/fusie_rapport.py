"""The report of a fusion: in the terminal, as a page, as a PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from toegang.domain.fusie import Regime
from toegang.fusion.afbeelding.omvang import AFRONDING
from toegang.fusion.conflicten.soorten import SOORTEN, Bestemming
from toegang.fusion.definitie import Projectdefinitie
from toegang.fusion.overzicht import Overzicht, maak_overzicht
from toegang.reports.pagina import maak_pagina
from toegang.reports.rapport import Cel, Cijfer, Rapport, Tabel
from toegang_cli.uitvoer import toon_json, zeg
from toegang_cli.uitvoering.fusieplek import fusieplek
from toegang_cli.uitvoering.rapporten import schrijf, toon_rapport

_MEESTE_RIJEN = 500
_DEFINITIES = (
    (
        "Elke indicatie die binnenkwam, krijgt één bestemming: overgenomen zoals zij is, samengevoegd met een gelijke "
        "rij, afgewezen (geen indicatie, of niet te lezen), of geparkeerd tot een mens heeft besloten."
    ),
    "Ernst E moet door twee mensen zijn besloten voor er iets wordt overgenomen; W en I zijn om te weten.",
    AFRONDING,
    "Wat niet meegaat, blijft in het archief van de oude gemeente; die blijft archiefvormer (L-156).",
    "Wat inwoners zouden verliezen, verliezen zij niet: minder geven kan alleen met een nieuw besluit (F-21).",
    "Dit rapport is voor de projectgroep. Er staan kleine aantallen in; geef het niet naar buiten.",
)


def rapport(naam: str, *, html: Path | None, pdf: Path | None, als_json: bool) -> None:
    """Make the report."""
    with fusieplek(naam) as plek:
        overzicht = maak_overzicht(plek.project, plek.actor)
        gemaakt = maak_rapport(plek.project.definitie, overzicht, plek.klok.vandaag())
        if html is not None or pdf is not None:
            with plek.doel() as gemeente:
                stijl = gemeente.omgeving.organisatie.huisstijl
                if html is not None:
                    schrijf("--html", html, maak_pagina(gemaakt, stijl, meeste=_MEESTE_RIJEN).encode())
                if pdf is not None:
                    from toegang.letters.opdracht import Renderopdracht
                    from toegang.letters.weasy import WeasyRenderer

                    opdracht = Renderopdracht(
                        html=maak_pagina(gemaakt, stijl, voor_pdf=True, meeste=_MEESTE_RIJEN),
                        huisstijl=stijl,
                        logo=gemeente.plugin.huisstijlbestand(stijl.logo),
                        tijdstip=gemeente.omgeving.nu(),
                    )
                    schrijf("--pdf", pdf, WeasyRenderer().render(opdracht))
    if als_json:
        toon_json(gemaakt.als_json())
    elif html is None and pdf is None:
        toon_rapport(gemaakt)
    for reden in overzicht.tekorten:
        zeg(f"Voor het overnemen: {reden}")


def maak_rapport(definitie: Projectdefinitie, overzicht: Overzicht, op: date) -> Rapport:
    """Return a project as a report."""
    return Rapport(
        naam="fusie",
        titel=definitie.titel,
        gemeente=definitie.gemeente,
        op=op,
        van=definitie.peildatum,
        tot=definitie.herindeling,
        cijfers=_cijfers(overzicht),
        tabellen=tuple(_tabellen(definitie, overzicht)),
        definities=_DEFINITIES,
        stand=True,
    )


def _cijfers(overzicht: Overzicht) -> tuple[Cijfer, ...]:
    dagen = overzicht.dagen
    start = Cijfer("Dagen tot de start" if dagen >= 0 else "Dagen sinds de start", abs(dagen), vrij=True)
    rijen = sum(rijen for rijen, _ in overzicht.rijen.values())
    apart = sum(apart for _, apart in overzicht.rijen.values())
    cijfers = [start, Cijfer("Rijen gelezen", rijen, vrij=True), Cijfer("Rijen apart gezet", apart, vrij=True)]
    if overzicht.proef is not None:
        per = overzicht.proef.per_bron.values()
        cijfers.append(Cijfer("Indicaties", sum(deel["in"] for deel in per), vrij=True))
        cijfers += [Cijfer(f"  {item.value}", sum(deel[item.value] for deel in per), vrij=True) for item in Bestemming]
    return tuple(cijfers)


def _tabellen(definitie: Projectdefinitie, overzicht: Overzicht) -> list[Tabel]:
    namen = {bron.gemeentecode: bron.gemeente for bron in definitie.bronnen}
    gereed = tuple(
        (wat, f"{klaar} van {alles}", round(100 * klaar / alles) if alles else 100)
        for wat, (klaar, alles) in overzicht.gereed.items()
    )
    tabellen = [Tabel("Wat klaar is", ("Onderdeel", "Klaar", "%"), gereed, telling=None, balk=2)]
    proef = overzicht.proef
    if proef is not None:
        stromen = tuple(
            (f"{namen[code]} → {item.value}", deel[item.value])
            for code, deel in proef.per_bron.items()
            for item in Bestemming
        )
        tabellen.append(Tabel("Van bron naar doel", ("Stroom", "Indicaties"), stromen))
        producten: dict[str, list[int]] = {}
        for (_, product), deel in proef.per_product.items():
            rij = producten.setdefault(product, [0] * 5)
            for plaats, sleutel in enumerate(("in", *(item.value for item in Bestemming))):
                rij[plaats] += deel[sleutel]
        rijen: tuple[tuple[Cel, ...], ...] = tuple((product, *rij) for product, rij in sorted(producten.items()))
        tabellen.append(Tabel("Per product", ("Product", "In", "Over", "Samen", "Af", "Wacht"), rijen, balk=None))
        regimes = tuple(
            (f"{namen[code]}: {Regime(regime).in_woorden}", tel)
            for (code, regime), tel in sorted(proef.regimes.items())
        )
        tabellen.append(Tabel("Welke regels gelden", ("Gemeente en regels", "Rechten"), regimes))
        verlies = tuple(
            (product, deel["rechten"], deel["uren"], deel["vorm"]) for product, deel in sorted(proef.verlies.items())
        )
        tabellen.append(
            Tabel(
                "Wat niet past bij de nieuwe regels",
                ("Product", "Rechten", "Uren per week te veel", "Vorm bestaat niet"),
                verlies,
                balk=None,
            )
        )
    conflicten = tuple(
        (soort, SOORTEN[soort].ernst.value, alle, klaar) for soort, (alle, klaar) in overzicht.conflicten.items()
    )
    tabellen.append(
        Tabel("Conflicten naar soort", ("Soort", "Ernst", "Aantal", "Besloten"), conflicten, telling=2, balk=2)
    )
    vergelijking = tuple(
        (item.onderwerp, "; ".join(f"{namen.get(code, code)}: {tekst}" for code, tekst in item.oud.items()), item.nieuw)
        for item in definitie.vergelijking
    )
    tabellen.append(
        Tabel(
            "Verordeningen vergeleken", ("Onderwerp", "Oud", definitie.gemeente), vergelijking, telling=None, balk=None
        )
    )
    if overzicht.taken:
        tabellen.append(
            Tabel("Oude taken (B-73)", ("Taak", "Rijen"), tuple(sorted(overzicht.taken.items())), balk=None)
        )
    if overzicht.overig:
        tabellen.append(
            Tabel("Blijft in het oude archief", ("Blad", "Rijen"), tuple(sorted(overzicht.overig.items())), balk=None)
        )
    return tabellen
