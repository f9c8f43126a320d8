"""House style of a gemeente: data from which the CSS of every letter is generated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from toegang.domain.waarde import Waarde

Kleur = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Huisstijl(Waarde):
    """Colours, font, logo and positions (DESIGN.md §6); lengths in millimetres.

    Args:
        accent: colour of headings and rules.
        tekst: colour of the text.
        lettertype: font family; must be packaged.
        puntgrootte: text size in points.
        logo: file name in the folder ``huisstijl`` of the plugin.
        logo_alt: text alternative of the logo.
        logo_hoogte_mm: height of the logo.
        venster_links_mm: left edge of the address window.
        venster_boven_mm: top edge of the address window.
        venster_breedte_mm: width of the address window.
        marge_links_mm: left margin of the text.
        marge_rechts_mm: right margin of the text.
        slogan: short line beside the logo, may be empty.
        voettekst: line at the foot of every page; empty = name and postal address of the gemeente.
        handtekening_mm: room between the formula and the name of who signs, for a pen.
    """

    accent: Kleur = "#1f4e79"
    tekst: Kleur = "#1a1a1a"
    lettertype: str = "Source Sans 3"
    puntgrootte: float = Field(default=10.5, ge=9, le=14)
    logo: str = "logo.svg"
    logo_alt: str = "Logo van de gemeente"
    logo_hoogte_mm: float = Field(default=16, ge=5, le=40)
    venster_links_mm: float = Field(default=25, ge=10, le=130)
    venster_boven_mm: float = Field(default=50, ge=30, le=80)
    venster_breedte_mm: float = Field(default=80, ge=60, le=100)
    marge_links_mm: float = Field(default=25, ge=15, le=40)
    marge_rechts_mm: float = Field(default=25, ge=15, le=50)
    slogan: str = ""
    voettekst: str = Field(default="", max_length=110)
    handtekening_mm: float = Field(default=5, ge=2, le=40)
