"""A mapping file: which column becomes which field, by which rule; versioned, per source, in TOML."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from toegang.domain.waarde import LEEG, Tabel, Waarde

Regelkenmerk = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
Gemeentecode = Annotated[str, Field(pattern=r"^\d{4}$")]


class Bladsoort(StrEnum):
    """What a table holds."""

    PERSONEN = "personen"
    INDICATIES = "indicaties"
    BEZWAREN = "bezwaren"
    BESLUITEN = "besluiten"
    OVERIG = "overig"


VELDEN: dict[Bladsoort, frozenset[str]] = {
    Bladsoort.PERSONEN: frozenset(
        [
            "clientnummer",
            "bsn",
            "naam",
            "geslachtsnaam",
            "voorvoegsel",
            "voorletters",
            "voornaam",
            "partner_naam",
            "partner_voorvoegsel",
            "naamgebruik",
            "geslacht",
            "geboortedatum",
            "adres",
            "straat",
            "huisnummer",
            "huisletter",
            "toevoeging",
            "postcode",
            "plaats",
            "telefoon",
            "geheim",
            "overleden",
            "huishouden",
            "kern",
            "opmerking",
            "mutatiedatum",
        ]
    ),
    Bladsoort.INDICATIES: frozenset(
        [
            "nummer",
            "clientnummer",
            "product",
            "omvang",
            "vorm",
            "status",
            "aanvraag_op",
            "start",
            "einde",
            "besluit",
            "besluit_op",
            "grondslag",
            "aanbieder",
            "agb",
            "contactpersoon",
            "toelichting",
            "basis",
        ]
    ),
    Bladsoort.BEZWAREN: frozenset(
        ["nummer", "clientnummer", "indicatie", "ontvangen_op", "onderwerp", "stand", "beslis_voor"]
    ),
    Bladsoort.BESLUITEN: frozenset(["nummer", "clientnummer", "soort", "besluit_op", "grondslag", "ondertekenaar"]),
    Bladsoort.OVERIG: frozenset(("nummer", "clientnummer", "op")),
}
"""The fields of the new gemeente that a rule can fill, per kind of table."""
VERPLICHT: dict[Bladsoort, tuple[str, ...]] = {
    Bladsoort.PERSONEN: ("clientnummer", "geboortedatum"),
    Bladsoort.INDICATIES: ("nummer", "clientnummer", "product", "status", "start"),
    Bladsoort.BEZWAREN: ("nummer", "clientnummer", "ontvangen_op", "stand"),
    Bladsoort.BESLUITEN: ("nummer", "besluit_op"),
    Bladsoort.OVERIG: (),
}
LEZERS = frozenset(["tekst", "bsn", "naam-komma", "voorletters", "adres", "postcode", "datum", "code", "omvang"])
"""Ways to read a value."""


class Regel(Waarde):
    """One conversion rule.

    Args:
        id: its id; stands with every value that it made (F-20).
        doel: field of the new gemeente.
        van: columns, in order; several are read together.
        lees: way of reading.
        vorm: forms of a date that are expected, e.g. ``dd-mm-jjjj``; others are a fault.
        open: texts that mean "no end".
        lijst: code list, for ``lees = "code"``.
        eenheid: what a bare number means: ``uren-week``, ``minuten-week``, ``minuten-4-weken``, ``dagdelen-week``.
        vast: a fixed value instead of a column.
        toelichting: why, for who reviews it.
    """

    id: Regelkenmerk
    doel: str
    van: tuple[str, ...] = ()
    lees: str = "tekst"
    vorm: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    lijst: str = ""
    eenheid: str = ""
    vast: str = ""
    toelichting: str = ""

    @model_validator(mode="after")
    def _klopt(self) -> Regel:
        if self.lees not in LEZERS:
            raise ValueError(f"lees = '{self.lees}' bestaat niet; kies uit {', '.join(sorted(LEZERS))}")
        if bool(self.van) == bool(self.vast):
            raise ValueError("noem kolommen in 'van', of een waarde in 'vast', en niet allebei")
        if (self.lees == "code") != bool(self.lijst):
            raise ValueError("lees = 'code' hoort bij een 'lijst'")
        if self.lees == "datum" and not self.vorm:
            raise ValueError("bij lees = 'datum' hoort een 'vorm'")
        return self


class Codelijst(Waarde):
    """What the codes of an old system mean.

    Args:
        naam: name that a rule calls it by.
        id: id of the rule.
        codes: source → target; codes of several columns stand together with ``|`` between.
        vrij: it is free text: capitals and spaces do not matter.
        leeg: what an empty cell means; empty = a fault.
    """

    naam: str
    id: Regelkenmerk
    codes: Tabel[str, str] = LEEG
    vrij: bool = False
    leeg: str = ""

    @cached_property
    def zoektabel(self) -> dict[str, str]:
        """The codes by the key under which they are looked up."""
        return {self.sleutel(code): doel for code, doel in self.codes.items()}

    def sleutel(self, tekst: str) -> str:
        """Return the key of a code."""
        schoon = " ".join(tekst.split())
        return schoon.casefold() if self.vrij else schoon


class Bladafbeelding(Waarde):
    """How one table is read.

    Args:
        naam: file or sheet, as in a record id.
        soort: what it holds.
        regels: the rules.
        codering: encoding, when it must not be found out.
        scheiding: delimiter, same.
    """

    naam: str
    soort: Bladsoort
    regels: tuple[Regel, ...] = Field(alias="regel", default=())
    codering: str = ""
    scheiding: str = ""

    @model_validator(mode="after")
    def _klopt(self) -> Bladafbeelding:
        vreemd = sorted({regel.doel for regel in self.regels} - VELDEN[self.soort])
        if vreemd:
            raise ValueError(f"blad {self.naam}: veld {', '.join(vreemd)} bestaat niet bij {self.soort.value}")
        doelen = [regel.doel for regel in self.regels]
        mist = [veld for veld in VERPLICHT[self.soort] if veld not in doelen]
        if mist:
            raise ValueError(f"blad {self.naam}: er is geen regel voor {', '.join(mist)}")
        dubbel = sorted({doel for doel in doelen if doelen.count(doel) > 1})
        if dubbel:
            raise ValueError(f"blad {self.naam}: meer dan een regel voor {', '.join(dubbel)}")
        return self

    @property
    def kolommen(self) -> frozenset[str]:
        """The columns that rules read."""
        return frozenset(kolom for regel in self.regels for kolom in regel.van)


class Bronafbeelding(Waarde):
    """A mapping file.

    Args:
        versie: number of the version; a change of content is a new version.
        gemeentecode: of the old gemeente.
        gemeente: its name.
        systeem: name of the old system.
        archiefvormer: the body whose archive this stays (L-156).
        bladen: the tables.
        lijsten: the code lists.
        dagdeel_uren: hours of a dagdeel.
    """

    versie: int = Field(ge=1)
    gemeentecode: Gemeentecode
    gemeente: str
    systeem: str = ""
    archiefvormer: str = Field(min_length=1)
    bladen: tuple[Bladafbeelding, ...] = Field(alias="blad", min_length=1)
    lijsten: tuple[Codelijst, ...] = Field(alias="lijst", default=())
    dagdeel_uren: int = Field(default=4, ge=1, le=12)

    @model_validator(mode="after")
    def _klopt(self) -> Bronafbeelding:
        bekend = {lijst.naam for lijst in self.lijsten}
        mist = sorted({r.lijst for blad in self.bladen for r in blad.regels if r.lijst} - bekend)
        if mist:
            raise ValueError(f"lijst {', '.join(mist)} wordt gebruikt en staat er niet in")
        ids = [regel.id for blad in self.bladen for regel in blad.regels] + [lijst.id for lijst in self.lijsten]
        dubbel = sorted({item for item in ids if ids.count(item) > 1})
        if dubbel:
            raise ValueError(f"regel {', '.join(dubbel)} staat er meer dan eens in")
        return self

    def blad(self, naam: str) -> Bladafbeelding | None:
        """Return how a table is read; ``None`` when the mapping does not know it."""
        return next((blad for blad in self.bladen if blad.naam == naam), None)

    @cached_property
    def lijst_op_naam(self) -> dict[str, Codelijst]:
        """The code lists by name."""
        return {lijst.naam: lijst for lijst in self.lijsten}

    @property
    def vast(self) -> dict[str, tuple[str, str]]:
        """Table → encoding and delimiter that are fixed."""
        return {blad.naam: (blad.codering, blad.scheiding) for blad in self.bladen if blad.codering or blad.scheiding}

    @cached_property
    def onderdelen(self) -> dict[str, str]:
        """Rule id → digest of what it says; an approval holds for that digest only."""
        delen = {
            regel.id: {"blad": blad.naam, "soort": blad.soort.value, **regel.model_dump(mode="json")}
            for blad in self.bladen
            for regel in blad.regels
        }
        delen |= {lijst.id: lijst.model_dump(mode="json") for lijst in self.lijsten}
        vast = {"dagdeel_uren": self.dagdeel_uren, "archiefvormer": self.archiefvormer}
        return {
            kenmerk: hashlib.sha256(json.dumps([deel, vast], sort_keys=True).encode()).hexdigest()
            for kenmerk, deel in delen.items()
        }

    @property
    def afdruk(self) -> str:
        """Digest of the whole."""
        return hashlib.sha256(json.dumps(sorted(self.onderdelen.items())).encode()).hexdigest()
