"""A preview of a letter, marked CONCEPT on every page, as PDF and as pictures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.levensloop import Stap
from toegang.errors import Controlefout, Invoerfout
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.logo import schone_svg
from toegang.letters.maken import GemaakteBrief, maak_brief
from toegang.letters.matrix import Matrixregel
from toegang.letters.onderdelen import Briefsoort
from toegang.letters.proefbrief import proefgegevens
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.sjabloonlint import controleer_sjablonen
from toegang.letters.verzamelen import Verzamelaar
from toegang.letters.weasy import WeasyRenderer
from toegang.lifecycle.inzage import open_zaak
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel
from toegang_cli.uitvoering.inzage import lees_reden
from toegang_cli.werkplek import Werkplek, werkplek, zaaknummer

PUNTEN_PER_DUIM = 72
BEELDPUNTEN_PER_DUIM = 100


def toon_sjablonen(naam: str, *, als_json: bool) -> None:
    """List the letters of a gemeente, and check their templates against the data they will get.

    Raises:
        Controlefout: a template is not right; all faults are shown.
    """
    with werkplek(naam) as plek:
        set_ = sjablonen_van(plek.omgeving)
        brieven = set_.matrix.brieven
        fouten = sjabloonfouten(plek.omgeving)
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "brieven": [
                    regel.model_dump(mode="json", include={"sjabloon", "soort", "wetten", "besluitsoorten", "regels"})
                    | {"blokken": set_.kop(regel.sjabloon).regels, "vragen": set_.kop(regel.sjabloon).vragen}
                    for regel in brieven
                ],
                "fouten": list(fouten),
            }
        )
    else:
        rijen = [(regel.sjabloon, regel.soort.lower(), ", ".join(regel.wetten) or "alle") for regel in brieven]
        toon_tabel(("Sjabloon", "Soort", "Wet"), rijen, "Deze gemeente heeft geen brieven.")
        toon(*(f"- {fout}" for fout in fouten))
    if fouten:
        raise Controlefout(
            f"De sjablonen van gemeente {naam} zijn niet in orde: {aantal(len(fouten), 'fout', 'fouten')}.",
            vervolg="Verbeter wat hierboven staat, en geef de opdracht opnieuw.",
        )


def sjabloonfouten(omgeving: Omgeving) -> tuple[str, ...]:
    """Return what is wrong with the templates of an opened gemeente, in Dutch."""
    return controleer_sjablonen(sjablonen_van(omgeving), omgeving.organisatie.huisstijl)


def voorbeeld(
    naam: str,
    sjabloon: str,
    *,
    zaak: str | None,
    uit: Path | None,
    png: bool,
    als: str | None = None,
    reden: str | None = None,
) -> None:
    """Make a preview of a letter.

    Args:
        naam: key of the gemeente.
        sjabloon: template id.
        zaak: take the data of this zaak; ``None`` = made-up data.
        uit: the file; ``None`` = a name in the present folder that says what it is.
        png: a picture per page too.
        als: medewerker that a trial user plays.
        reden: why somebody who is not concerned with the zaak must see it (Z-20).

    Raises:
        ToegangFout: the letter does not exist, or its data or template are not right.
    """
    doel = uit or Path(f"voorbeeld-{naam}-{sjabloon.replace('/', '-')}.pdf")
    with werkplek(naam, als) as plek:
        brief = maak(plek, _gegevens(plek, sjabloon, zaak, reden))
    schrijf(doel, brief.pdf, GEKOZEN_PLEK)
    toon(f"{doel} ({aantal(brief.paginas, 'bladzijde', 'bladzijden')}), gemerkt als CONCEPT.")
    if png:
        for plaatje in beelden(brief.pdf, doel):
            toon(f"{plaatje}")


def maak(plek: Werkplek, gegevens: Briefgegevens) -> GemaakteBrief:
    """Make a preview of a letter of an opened gemeente."""
    stijl = plek.omgeving.organisatie.huisstijl
    logo = schone_svg(plek.gemeente.plugin.huisstijlbestand(stijl.logo))
    sjablonen = sjablonen_van(plek.omgeving)
    return maak_brief(gegevens, sjablonen, stijl, logo, WeasyRenderer(), plek.omgeving.nu(), concept=True)


def sjablonen_van(omgeving: Omgeving) -> Sjabloonset:
    """Return the templates of an opened gemeente, its own layer first."""
    return Sjabloonset([Path(map_) for _, mappen in omgeving.bord.template_dirs() for map_ in mappen])


def beelden(pdf: bytes, doel: Path) -> Iterable[Path]:
    """Write a picture of every page beside a PDF, ``naam-1.png`` and on; yield their paths.

    Args:
        pdf: the file.
        doel: where the PDF is.
    """
    from io import BytesIO

    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(pdf)
    try:
        for nummer, bladzijde in enumerate(document, start=1):
            geheugen = BytesIO()
            bladzijde.render(scale=BEELDPUNTEN_PER_DUIM / PUNTEN_PER_DUIM).to_pil().save(geheugen, format="PNG")
            plaatje = doel.with_name(f"{doel.stem}-{nummer}.png")
            schrijf(plaatje, geheugen.getvalue(), GEKOZEN_PLEK)
            yield plaatje
    finally:
        document.close()


def _gegevens(plek: Werkplek, sjabloon: str, zaak: str | None, reden: str | None) -> Briefgegevens:
    matrix = sjablonen_van(plek.omgeving).matrix
    if zaak is None:
        return proefgegevens(plek.omgeving.organisatie, matrix, sjabloon)
    nummer = zaaknummer(zaak)
    regel = matrix.brief(sjabloon)
    if regel.soort is Briefsoort.BIJLAGE:
        raise Invoerfout(
            f"'{sjabloon}' is een bijlage; die wordt bij een brief afgedrukt.",
            vervolg=f"Laat --zaak weg, of kies een brief: toegang beschikking sjablonen -g {plek.gemeente.naam}",
        )
    # Whoever looks at a letter of a zaak sees its file; that is logged.
    open_zaak(plek.omgeving, plek.actor, nummer, lees_reden(reden))
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        besluiten = werk.besluiten.zoek(zaak_id=nummer) if regel.besluitsoorten else ()
        if regel.besluitsoorten and not besluiten:
            raise Invoerfout(
                f"Zaak {nummer} heeft nog geen besluit, en '{sjabloon}' drukt er een af.",
                vervolg=f"Leg eerst het besluit vast ({Stap.BESLUIT.lower()}), of laat --zaak weg.",
            )
        bekend = _in_de_rij(werk, nummer, regel)
        stuk = bekend or Brief(
            id="VOORBEELD",
            dossier_id=werk.zaken.haal(nummer).dossier_id,
            zaak_id=nummer,
            besluit_id=besluiten[-1].id if besluiten else None,
            sjabloon=sjabloon,
        )
        return Verzamelaar(werk, plek.omgeving, matrix).gegevens(stuk, plek.omgeving.vandaag())


def _in_de_rij(werk: Werkeenheid, nummer: str, regel: Matrixregel) -> Brief | None:
    """Return the letter that was put in line, for one that prints what made it due; ``None`` for any other.

    Raises:
        Invoerfout: none was put in line, so there is nothing to print.
    """
    if not any(pad.startswith("proces.") for pad in regel.vraagt):
        return None
    alle = [item for item in werk.brieven.zoek(zaak_id=nummer) if item.sjabloon == regel.sjabloon]
    laatste = next((item for item in reversed(alle) if item.status is not Briefstatus.VERVALLEN), None)
    if laatste is None:
        raise Invoerfout(
            f"In zaak {nummer} staat geen brief '{regel.sjabloon}' klaar; die komt met de stap die hem nodig maakt.",
            vervolg="Laat --zaak weg om hem met verzonnen gegevens te zien.",
        )
    return laatste
