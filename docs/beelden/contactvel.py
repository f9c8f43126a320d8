"""Make a contact sheet of every letter of every gemeente: ``make brieven``.

One HTML page with every page of each letter as a picture, a row per template and a column per gemeente; a click opens
the letter. The last rows are hard ones: a long name, an address abroad, thirty lines of reasons. All in one folder,
nothing is loaded from elsewhere.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path

import pypdfium2

from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.logo import schone_svg
from toegang.letters.maken import GemaakteBrief, maak_brief
from toegang.letters.proefbrief import proefgegevens
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.weasy import WeasyRenderer
from toegang.plugins.laden import laad_plugin, maak_bord
from toegang.plugins.ontdekking import zoek

GEMEENTEN = ("schagen", "beekdaelen", "zwolle", "doetinchem")
TIJDSTIP = datetime(2026, 3, 24, 9, 30, tzinfo=UTC)
SCHAAL = 0.9

_STIJL = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1f24; background: #f4f5f6; }
table { border-collapse: collapse; } th { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; }
td { padding: .5rem; vertical-align: top; } td a { display: block; color: #0b4f79; }
td a { display: flex; gap: .4rem; } img { width: 13rem; height: auto; border: 1px solid #b9c0c7; background: #fff; }
"""
ZWAAR = ("wmo/afwijzing", "jeugdwet/toekenning")
_REDEN = (
    "In het gesprek vertelde u dat het schoonmaken u niet meer lukt en dat uw dochter nu elke zaterdag komt. "
    "Wij hebben gekeken wat u zelf kunt, wat uw omgeving doet en wat er al in de wijk is. "
)


class Contactgemeente:
    """A gemeente with what its letters are made with."""

    def __init__(self, naam: str) -> None:
        inschrijving = zoek(naam, GROEP_GEMEENTEN)
        plugin = laad_plugin(inschrijving)
        self.naam = naam
        self.organisatie = plugin.organisatie({})
        bord = maak_bord(naam, plugin, inschrijving, self.organisatie)
        self.sjablonen = Sjabloonset([Path(map_) for _, mappen in bord.template_dirs() for map_ in mappen])
        self.logo = schone_svg(plugin.huisstijlbestand(self.organisatie.huisstijl.logo))

    def brief(self, sjabloon: str, renderer: WeasyRenderer, *, zwaar: bool = False) -> GemaakteBrief:
        """Make one letter with made-up data, or with data that is hard to lay out."""
        gegevens = proefgegevens(self.organisatie, self.sjablonen.matrix, sjabloon)
        gegevens = _zwaar(gegevens) if zwaar else gegevens
        stijl = self.organisatie.huisstijl
        return maak_brief(gegevens, self.sjablonen, stijl, self.logo, renderer, TIJDSTIP, concept=True)


def _zwaar(gegevens: Briefgegevens) -> Briefgegevens:
    """Give a letter a long name, an address abroad and thirty lines of reasons."""
    naam = "Van den Voorbeeldenberg tot Proefhuizen-op ten Langenachternaamsedijk"
    regels = (
        "De hoogwelgeboren vrouwe",
        f"E.T.A.M. barones {naam}",
        "Avenue de la Preuve 123, boîte 45",
        "1000 BRUXELLES",
    )
    geadresseerde = gegevens.geadresseerde.gewijzigd(
        adresregels=(*regels, "BELGIË"), aanhef=f"Geachte heer of mevrouw {naam}"
    )
    besluit = gegevens.besluit
    assert besluit is not None
    stappen = [stap.gewijzigd(tekst="\n".join([_REDEN * 2, _REDEN * 3])) for stap in besluit.stappen]
    return gegevens.gewijzigd(geadresseerde=geadresseerde, besluit=besluit.gewijzigd(stappen=tuple(stappen)))


def main(doel: Path) -> None:
    """Make all letters, their pictures and the page.

    Args:
        doel: folder.
    """
    doel.mkdir(parents=True, exist_ok=True)
    renderer = WeasyRenderer()
    gemeenten = [Contactgemeente(naam) for naam in GEMEENTEN]
    regels = gemeenten[0].sjablonen.matrix.brieven
    rijen = "".join(_rij(regel.sjabloon, gemeenten, renderer, doel) for regel in regels)
    rijen += "".join(_rij(sjabloon, gemeenten, renderer, doel, zwaar=True) for sjabloon in ZWAAR)
    koppen = "".join(f'<th scope="col">{escape(item.organisatie.naam)}</th>' for item in gemeenten)
    (doel / "index.html").write_text(
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Alle brieven van Toegang</title>'
        f"<style>{_STIJL}</style></head><body><main><h1>Alle brieven, van elke gemeente</h1>"
        "<p>Met verzonnen gegevens. Een klik opent de hele brief.</p>"
        f'<table><thead><tr><th scope="col">Sjabloon</th>{koppen}</tr></thead><tbody>{rijen}</tbody></table>'
        "</main></body></html>",
        encoding="utf-8",
    )
    aantal = (len(regels) + len(ZWAAR)) * len(gemeenten)
    sys.stdout.write(f"{aantal} brieven: {doel / 'index.html'}\n")


def _rij(
    sjabloon: str, gemeenten: list[Contactgemeente], renderer: WeasyRenderer, doel: Path, *, zwaar: bool = False
) -> str:
    cellen = "".join(_cel(sjabloon, gemeente, renderer, doel, zwaar=zwaar) for gemeente in gemeenten)
    return f'<tr><th scope="row">{escape(sjabloon)}{" (zwaar)" if zwaar else ""}</th>{cellen}</tr>'


def _cel(sjabloon: str, gemeente: Contactgemeente, renderer: WeasyRenderer, doel: Path, *, zwaar: bool) -> str:
    brief = gemeente.brief(sjabloon, renderer, zwaar=zwaar)
    naam = f"{gemeente.naam}-{sjabloon.replace('/', '-')}{'-zwaar' if zwaar else ''}"
    (doel / f"{naam}.pdf").write_bytes(brief.pdf)
    document = pypdfium2.PdfDocument(brief.pdf)
    beelden = ""
    for nummer, bladzijde in enumerate(document, start=1):
        geheugen = BytesIO()
        bladzijde.render(scale=SCHAAL).to_pil().quantize(64).save(geheugen, format="PNG", optimize=True)
        (doel / f"{naam}-{nummer}.png").write_bytes(geheugen.getvalue())
        tekst = f"{sjabloon} van {gemeente.organisatie.naam}, bladzijde {nummer} van {brief.paginas}"
        beelden += f'<img src="{naam}-{nummer}.png" alt="{escape(tekst)}" loading="lazy">'
    document.close()
    return f'<td><a href="{naam}.pdf">{beelden}</a></td>'


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/brieven"))
