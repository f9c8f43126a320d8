"""CSS out of the house style: no letter has a style sheet of its own (DESIGN.md §6).

Lengths are millimetres on A4. The address stands where the window of the envelope is; the reference
block fills what is left beside it. Everything after that is one column.
"""

from __future__ import annotations

from string import Template

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.tekens import controleer_vaste_tekst

PAPIER_BREEDTE = 210.0
MARGE_BOVEN = 24.0
MARGE_ONDER = 23.0
LOGO_BOVEN = 14.0
VENSTER_HOOGTE = 37.0
TUSSENRUIMTE = 10.0
RAND = 20.0
CONCEPT_CSS = """
@page { @left-middle { content: "CONCEPT"; font-size: 20pt; font-weight: bold; letter-spacing: 2mm; color: #b3261e;
  white-space: nowrap; transform: rotate(-90deg); text-align: center; } }
"""
"""Laid over the style of the house: a mark in the margin of every page; it is no content, so it is not read aloud."""
_GEWOON = " .,·|-"
MINIMAAL_CONTRAST = 4.5
"""WCAG 2.1, success criterion 1.4.3: text of normal size."""


def maak_css(huisstijl: Huisstijl) -> str:
    """Return the style sheet of every letter in a house style.

    Args:
        huisstijl: colours, font and positions.

    Returns:
        CSS.

    Raises:
        Tekenfout: a character of the foot is not in the font.
        Invoerfout: the font family is not packaged.
    """
    controleer_vaste_tekst("huisstijl, voettekst", huisstijl.voettekst, huisstijl.lettertype)
    kop = huisstijl.accent if contrast_met_wit(huisstijl.accent) >= MINIMAAL_CONTRAST else huisstijl.tekst
    waarden = {
        **{naam: f"{mm:.2f}mm" for naam, mm in _maten(huisstijl).items()},
        **_kolommen(huisstijl),
        "lettertype": huisstijl.lettertype.replace('"', ""),
        "punten": f"{huisstijl.puntgrootte:.2f}pt",
        "tekst": huisstijl.tekst,
        "accent": huisstijl.accent,
        "kop": kop,
        "zacht": meng_met_wit(huisstijl.accent, 0.07),
        "lijn": meng_met_wit(huisstijl.accent, 0.35),
        "voettekst": _als_tekst(huisstijl.voettekst) if huisstijl.voettekst else "string(afzender)",
    }
    return _CSS.substitute(waarden)


def contrast_met_wit(kleur: str) -> float:
    """Return the contrast ratio of a colour on white paper (WCAG 2.1).

    Args:
        kleur: ``#rrggbb``.

    Returns:
        A number from 1 (white) to 21 (black).
    """
    rood, groen, blauw = (_lineair(deel) for deel in _delen(kleur))
    return 1.05 / (0.2126 * rood + 0.7152 * groen + 0.0722 * blauw + 0.05)


def meng_met_wit(kleur: str, deel: float) -> str:
    """Return a lighter colour; no transparency, which PDF/UA does not like on text.

    Args:
        kleur: ``#rrggbb``.
        deel: share of the colour, 0 to 1.

    Returns:
        ``#rrggbb``.
    """
    return "#" + "".join(f"{round(255 - (255 - waarde) * deel):02x}" for waarde in _delen(kleur))


def _als_tekst(tekst: str) -> str:
    """Return a text as a string of CSS: nothing in it can end the string or begin anything else."""
    veilig = (teken if teken.isalnum() or teken in _GEWOON else f"\\{ord(teken):06x}" for teken in tekst)
    return f'"{"".join(veilig)}"'


def _delen(kleur: str) -> tuple[int, int, int]:
    return int(kleur[1:3], 16), int(kleur[3:5], 16), int(kleur[5:7], 16)


def _lineair(waarde: int) -> float:
    deel = waarde / 255
    return deel / 12.92 if deel <= 0.04045 else float(((deel + 0.055) / 1.055) ** 2.4)


def _maten(stijl: Huisstijl) -> dict[str, float]:
    """Return the lengths, in millimetres; the head of the letter begins at the margins of the page."""
    boven = stijl.venster_boven_mm - MARGE_BOVEN
    return {
        "marge_links": stijl.marge_links_mm,
        "marge_rechts": stijl.marge_rechts_mm,
        "marge_boven": MARGE_BOVEN,
        "marge_onder": MARGE_ONDER,
        "logo_boven": LOGO_BOVEN - MARGE_BOVEN,
        "logo_hoogte": stijl.logo_hoogte_mm,
        "handtekening": stijl.handtekening_mm,
        "slogan_boven": LOGO_BOVEN - MARGE_BOVEN + stijl.logo_hoogte_mm + 2,
        "venster_boven": boven,
        "venster_breedte": stijl.venster_breedte_mm,
        "hoofd_hoogte": boven + VENSTER_HOOGTE,
    }


def _kolommen(stijl: Huisstijl) -> dict[str, str]:
    """Put the reference block on the side of the window where most room is left."""
    venster_rechts = PAPIER_BREEDTE - stijl.venster_links_mm - stijl.venster_breedte_mm
    links = stijl.venster_links_mm - stijl.marge_links_mm
    # The block may stand in a wide right margin, as long as it stays away from the edge of the paper.
    uitloop = max(0.0, stijl.marge_rechts_mm - RAND)
    rechts = venster_rechts - stijl.marge_rechts_mm + uitloop
    if rechts >= links:
        kant, breedte, inspring = "left", rechts, links
    else:
        kant, breedte, inspring, uitloop = "right", links, venster_rechts - stijl.marge_rechts_mm, 0.0
    return {
        "venster_kant": kant,
        "kenmerken_kant": "right" if kant == "left" else "left",
        "venster_inspring": f"{inspring:.2f}mm",
        "kenmerken_breedte": f"{breedte - TUSSENRUIMTE:.2f}mm",
        "kenmerken_uitloop": f"{-uitloop:.2f}mm",
    }


_CSS = Template("""
@page {
  size: A4;
  margin: $marge_boven $marge_rechts $marge_onder $marge_links;
  font: 8.5pt "$lettertype"; color: $tekst;
  @top-left { content: string(onderwerp); width: 70%; }
  @top-right { content: string(zaaknummer); width: 30%; text-align: right; }
  @bottom-left { content: $voettekst; width: 70%; vertical-align: top; padding-top: 5mm; }
  @bottom-right { content: "pagina " counter(page) " van " counter(pages);
    width: 30%; text-align: right; vertical-align: top; padding-top: 5mm; }
}
@page :first { @top-left { content: none } @top-right { content: none } }

html { font: $punten/1.38 "$lettertype"; color: $tekst; hyphens: auto; hyphenate-limit-chars: 9 4 4;
  hyphenate-limit-zone: 15mm; }
body, h1, h2, h3, h4, p, ul, ol, dl, dd, table, section { margin: 0; padding: 0; }
p, li, dd, td, th, caption { overflow-wrap: anywhere; }
p { margin-bottom: 2mm; orphans: 3; widows: 3; }
a { color: $kop; text-decoration: underline; hyphens: manual; }
.heel { white-space: nowrap; }
.naam { hyphens: manual; }
strong { font-weight: bold; }

.briefhoofd { position: relative; display: flow-root; min-height: $hoofd_hoogte; margin-bottom: 6mm;
  hyphens: manual; }
.logo { position: absolute; left: 0; top: $logo_boven; height: $logo_hoogte; image-rendering: crisp-edges; }
.slogan { position: absolute; left: 0; top: $slogan_boven; font-size: 9pt; color: $kop; }
.adresvenster { float: $venster_kant; width: $venster_breedte; margin-top: $venster_boven;
  margin-$venster_kant: $venster_inspring; }
.adresvenster p { margin: 0; line-height: 1.3; white-space: pre-wrap; }
.adresvenster .retour { font-size: 7.5pt; line-height: 1.2; margin-bottom: 3mm; string-set: afzender content(text); }
.kenmerken { float: $kenmerken_kant; width: $kenmerken_breedte; margin-top: $venster_boven;
  margin-$kenmerken_kant: $kenmerken_uitloop; font-size: 9pt; line-height: 1.3; }
.kenmerken dt { width: 27mm; height: 1.3em; color: $kop; }
.kenmerken dd { margin: -1.3em 0 1.1mm 28mm; }
.zaaknummer { string-set: zaaknummer content(text); }

h1, h2, h3, h4 { color: $kop; hyphens: manual; line-height: 1.2; break-after: avoid; }
h1 { font-size: 1.5em; margin-bottom: 5mm; string-set: onderwerp content(text); }
h2 { font-size: 1.14em; margin: 3.8mm 0 1mm; }
h3, h4 { color: $tekst; font-size: 1em; margin: 2.2mm 0 0.3mm; }
h4 { font-weight: normal; font-style: italic; }

ul, ol { margin: 0 0 2mm 5.5mm; }
li:first-child { break-after: avoid; }
li:last-child { break-before: avoid; }
li { margin-bottom: 0.5mm; padding-left: 1mm; orphans: 2; widows: 2; }
ul { list-style: "•  "; }
ul ul { list-style: "–  "; }
li::marker { font-variant-numeric: normal; }
ul li::marker { color: $kop; }

.dictum { background: $zacht; border-left: 1.2mm solid $accent; padding: 3.5mm 5mm 1.5mm; margin: 4mm 0; }
.kernzin { font-size: 1.12em; font-weight: bold; }
.citaat { border-left: 0.6mm solid $lijn; margin: 2.4mm 0; padding-left: 4mm; font-style: italic; }

table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 2.5mm 0 3mm; }
caption { text-align: left; font-weight: bold; padding-bottom: 1.2mm; break-after: avoid; }
th, td { text-align: left; vertical-align: top; padding: 0.9mm 3mm 0.9mm 0; border-bottom: 0.2mm solid $lijn; }
thead th { border-bottom: 0.5mm solid $accent; color: $kop; }
tbody th { font-weight: normal; color: $kop; }
tr { break-inside: avoid; }
tbody tr:first-child { break-after: avoid; }
tbody tr:last-child { break-before: avoid; }
.voorziening col:first-child { width: 32%; }
.voorziening { border-top: 0.5mm solid $accent; break-inside: avoid; }
.vergelijking { border-top: 0.5mm solid $accent; break-inside: avoid; }
.vergelijking col { width: 39%; }
.vergelijking col:first-child { width: 22%; }
.afspraken col { width: 24%; }
.afspraken col:first-child { width: 52%; }

.antwoord col:first-child { width: 36%; }
.antwoord th, .antwoord td { padding-bottom: 3mm; }
.strook { border-top: 0.3mm dashed $lijn; margin-top: 6mm; padding-top: 1mm; }
.som col { width: 18%; }
.som col:first-child { width: 46%; }

.samen { break-inside: avoid; break-before: avoid; }
.handtekening { margin-top: 4mm; break-inside: avoid; break-before: avoid; }
.handtekening p { margin-bottom: 0; }
.handtekening .ruimte { margin-bottom: 3.5mm; }
.handtekening .ruimte + .ruimte { margin-bottom: $handtekening; }
.slot { margin-top: 4mm; border-top: 0.2mm solid $lijn; break-inside: avoid; break-before: avoid; font-size: 0.88em; }
.slot h2 { font-size: 1em; margin-top: 1.5mm; }
.bijlage { break-before: page; }
.bijlage h2 { font-size: 1.5em; margin: 0 0 5mm; }
""")
