"""Make a contact sheet of every letter of every gemeente: ``make brieven``.

One HTML page with the first page of each letter as a picture, a row per template and a column per gemeente; a
click opens the whole letter. All in one folder, nothing is loaded from elsewhere.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path

import pypdfium2

from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.letters.logo import schone_svg
from toegang.letters.maken import GemaakteBrief, maak_brief
from toegang.letters.matrix import Matrixregel
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
img { width: 15rem; height: auto; border: 1px solid #b9c0c7; background: #fff; }
"""


class Contactgemeente:
    """A gemeente with what its letters are made with."""

    def __init__(self, naam: str) -> None:
        inschrijving = zoek(naam, GROEP_GEMEENTEN)
        plugin = laad_plugin(inschrijving)
        self.naam = naam
        self.organisatie = plugin.organisatie({})
        bord = maak_bord(naam, plugin, inschrijving, self.organisatie.uitbreidingen)
        self.sjablonen = Sjabloonset([Path(map_) for _, mappen in bord.template_dirs() for map_ in mappen])
        self.logo = schone_svg(plugin.huisstijlbestand(self.organisatie.huisstijl.logo))

    def brief(self, sjabloon: str, renderer: WeasyRenderer) -> GemaakteBrief:
        """Make one letter with made-up data."""
        gegevens = proefgegevens(self.organisatie, self.sjablonen.matrix, sjabloon)
        stijl = self.organisatie.huisstijl
        return maak_brief(gegevens, self.sjablonen, stijl, self.logo, renderer, TIJDSTIP, concept=True)


def main(doel: Path) -> None:
    """Make all letters, their pictures and the page.

    Args:
        doel: folder.
    """
    doel.mkdir(parents=True, exist_ok=True)
    renderer = WeasyRenderer()
    gemeenten = [Contactgemeente(naam) for naam in GEMEENTEN]
    regels = gemeenten[0].sjablonen.matrix.brieven
    rijen = "".join(_rij(regel, gemeenten, renderer, doel) for regel in regels)
    koppen = "".join(f'<th scope="col">{escape(item.organisatie.naam)}</th>' for item in gemeenten)
    (doel / "index.html").write_text(
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Alle brieven van Toegang</title>'
        f"<style>{_STIJL}</style></head><body><main><h1>Alle brieven, van elke gemeente</h1>"
        "<p>Met verzonnen gegevens. Een klik opent de hele brief.</p>"
        f'<table><thead><tr><th scope="col">Sjabloon</th>{koppen}</tr></thead><tbody>{rijen}</tbody></table>'
        "</main></body></html>",
        encoding="utf-8",
    )
    sys.stdout.write(f"{len(regels) * len(gemeenten)} brieven: {doel / 'index.html'}\n")


def _rij(regel: Matrixregel, gemeenten: list[Contactgemeente], renderer: WeasyRenderer, doel: Path) -> str:
    cellen = "".join(_cel(regel.sjabloon, gemeente, renderer, doel) for gemeente in gemeenten)
    return f'<tr><th scope="row">{escape(regel.sjabloon)}</th>{cellen}</tr>'


def _cel(sjabloon: str, gemeente: Contactgemeente, renderer: WeasyRenderer, doel: Path) -> str:
    brief = gemeente.brief(sjabloon, renderer)
    naam = f"{gemeente.naam}-{sjabloon.replace('/', '-')}"
    (doel / f"{naam}.pdf").write_bytes(brief.pdf)
    document = pypdfium2.PdfDocument(brief.pdf)
    geheugen = BytesIO()
    document[0].render(scale=SCHAAL).to_pil().quantize(64).save(geheugen, format="PNG", optimize=True)
    document.close()
    (doel / f"{naam}.png").write_bytes(geheugen.getvalue())
    tekst = f"{sjabloon} van {gemeente.organisatie.naam}, eerste van {brief.paginas}"
    return f'<td><a href="{naam}.pdf"><img src="{naam}.png" alt="{escape(tekst)}" loading="lazy"></a></td>'


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/brieven"))
