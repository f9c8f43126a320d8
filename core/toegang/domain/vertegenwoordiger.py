"""Who acts for a resident besides those with gezag: curator, bewindvoerder, mentor, gemachtigde.

Only what a letter needs: who, where, from when to when, and on what paper that rests. Never a copy of that paper
(L-139). Who gets which letter is in :mod:`toegang.domain.vertegenwoordiging`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from toegang.domain.aanschrijving import Persoonsnaam
from toegang.domain.adresregels import Adres
from toegang.domain.begrippen import Wet
from toegang.domain.bezorging import Berichtsoort
from toegang.domain.waarde import Waarde


class Vertegenwoordigersoort(StrEnum):
    """By what right somebody acts for an adult."""

    CURATOR = "CURATOR"
    BEWINDVOERDER = "BEWINDVOERDER"
    MENTOR = "MENTOR"
    GEMACHTIGDE = "GEMACHTIGDE"

    @property
    def in_woorden(self) -> str:
        """Say it as it stands in a letter."""
        return self.value.lower()


class Brondocument(StrEnum):
    """The paper that was seen; no copy of it is kept."""

    UITSPRAAK = "UITSPRAAK"
    REGISTER = "REGISTER"
    VOLMACHT = "VOLMACHT"
    NOTARIELE_AKTE = "NOTARIELE_AKTE"
    ADVOCAAT = "ADVOCAAT"


_VAN_DE_RECHTER = frozenset({Brondocument.UITSPRAAK, Brondocument.REGISTER})


class Vertegenwoordigingsopgave(Waarde):
    """What is recorded of a representative; an organisation, a person, or a person of an organisation.

    Args:
        soort: by what right.
        organisatie: name of the office; empty for a private person.
        voornamen: first names or initials of the person.
        voorvoegsel: e.g. ``van den``.
        geslachtsnaam: surname of the person; empty when only the office is known.
        postbus: number of the post office box, instead of straat and huisnummer.
        land: code of the country of a foreign address (table 34), with ``buitenland_1`` and on.
        vanaf: first day.
        tot: last day; ``None`` while it lasts.
        wetten: acts for which somebody was authorised; empty = all. Only for a gemachtigde.
        berichten: kinds of message for which somebody was authorised; empty = all. Only for a gemachtigde.
        besluit_ook_aan_inwoner: the gemeente also makes a besluit known to the resident; only for a gemachtigde.
        document: the paper that was seen.
        document_van: its date.
    """

    soort: Vertegenwoordigersoort
    organisatie: str = Field(default="", max_length=120)
    voornamen: str = Field(default="", max_length=200)
    voorvoegsel: str = Field(default="", max_length=20)
    geslachtsnaam: str = Field(default="", max_length=200)
    straat: str = Field(default="", max_length=80)
    huisnummer: str = Field(default="", pattern=r"^([0-9]{1,5})?$")
    huisletter: str = Field(default="", pattern=r"^[A-Za-z]?$")
    toevoeging: str = Field(default="", max_length=10)
    postbus: str = Field(default="", pattern=r"^([0-9]{1,6})?$")
    postcode: str = Field(default="", pattern=r"^([1-9][0-9]{3} ?[A-Z]{2})?$")
    woonplaats: str = Field(default="", max_length=80)
    land: str = Field(default="", pattern=r"^([0-9]{4})?$")
    buitenland_1: str = Field(default="", max_length=80)
    buitenland_2: str = Field(default="", max_length=80)
    buitenland_3: str = Field(default="", max_length=80)
    vanaf: date
    tot: date | None = None
    wetten: tuple[Wet, ...] = ()
    berichten: tuple[Berichtsoort, ...] = ()
    besluit_ook_aan_inwoner: bool = True
    document: Brondocument
    document_van: date

    @model_validator(mode="after")
    def _wie_en_waar(self) -> Vertegenwoordigingsopgave:
        if not (self.organisatie.strip() or self.geslachtsnaam.strip()):
            raise ValueError("er is geen organisatie en geen geslachtsnaam; een van beide is nodig")
        if self.land or self.buitenland_1:
            volledig = bool(self.land and self.buitenland_1 and self.buitenland_2)
        else:
            volledig = bool((self.postbus or (self.straat and self.huisnummer)) and self.postcode and self.woonplaats)
        if not volledig:
            raise ValueError("het adres is niet volledig: straat en huisnummer of postbus, met postcode en woonplaats")
        if self.postbus and self.straat:
            raise ValueError("er staan een postbus en een straat; kies waar de post heen gaat")
        return self

    @model_validator(mode="after")
    def _periode_en_grond(self) -> Vertegenwoordigingsopgave:
        if self.tot is not None and self.tot < self.vanaf:
            raise ValueError("de periode eindigt voor zij begint")
        gemachtigd = self.soort is Vertegenwoordigersoort.GEMACHTIGDE
        if gemachtigd == (self.document in _VAN_DE_RECHTER):
            nodig = "volmacht, notariele_akte of advocaat" if gemachtigd else "uitspraak of register"
            raise ValueError(f"bij een {self.soort.in_woorden} hoort als document: {nodig}")
        if not gemachtigd and (self.wetten or self.berichten or not self.besluit_ook_aan_inwoner):
            raise ValueError(f"waarvoor een {self.soort.in_woorden} optreedt, zegt de wet; laat dat veld weg")
        return self


class Vertegenwoordiger(Vertegenwoordigingsopgave):
    """A representative, as stored with the resident.

    Args:
        id: id; also whose copy of a letter it is.
        vastgelegd_op: day on which it was recorded.
        vastgelegd_door: medewerker id.
        (others as in :class:`Vertegenwoordigingsopgave`)
    """

    id: str
    vastgelegd_op: date
    vastgelegd_door: str

    def geldt_op(self, dag: date) -> bool:
        """Tell whether somebody acts for the resident on a day."""
        return self.vanaf <= dag and (self.tot is None or dag <= self.tot)

    @property
    def persoonsnaam(self) -> Persoonsnaam | None:
        """The name of the person; ``None`` when only the office is known."""
        if not self.geslachtsnaam.strip():
            return None
        return Persoonsnaam(voornamen=self.voornamen, voorvoegsel=self.voorvoegsel, geslachtsnaam=self.geslachtsnaam)

    def adres(self, land: str) -> Adres:
        """Return the place where a letter goes.

        Args:
            land: name of the country of a foreign address.
        """
        return Adres(
            straatnaam=self.straat,
            huisnummer=self.huisnummer,
            huisletter=self.huisletter,
            huisnummertoevoeging=self.toevoeging,
            locatiebeschrijving=f"Postbus {self.postbus}" if self.postbus else "",
            postcode=self.postcode,
            woonplaats=self.woonplaats,
            landcode=self.land,
            land=land,
            buitenland=(self.buitenland_1, self.buitenland_2, self.buitenland_3),
        )
