"""What comes in from outside: one submission with persons, household, questions and words.

Every import (JSON, form submission, demo) is turned into this before anything happens to it.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field, field_validator, model_validator

from toegang.domain.begrippen import Kanaal, Meldersoort, Wet, Zelfregie
from toegang.domain.huishouden import Persoonsgegevens
from toegang.domain.melding import Contact, Verwijzer
from toegang.domain.waarde import Waarde


class Aanmeldlid(Waarde):
    """A member of the household in a submission.

    Args:
        verwijzing: word by which the questions refer to this person, e.g. ``a``.
        rol: ``CLIENT``, ``PARTNER``, ``KIND``, ``OUDER`` or ``ANDERS``.
        gezag: references of the members with gezag over this minor; ``None`` = not known.
        persoon: the person.
    """

    verwijzing: str
    rol: str = "CLIENT"
    gezag: tuple[str, ...] | None = None
    persoon: Persoonsgegevens


class Aanmeldvraag(Waarde):
    """A question in a submission; see :class:`toegang.domain.melding.Hulpvraag`.

    Args:
        woorden: the resident's own words.
    """

    wet: Wet | None
    voor: str
    product: str | None = None
    gespecialiseerd: bool = False
    vervolgaanvraag: bool = False
    samenhang: int = 0
    taak: str | None = None
    woorden: str = ""


class Aanmelding(Waarde):
    """One submission.

    Args:
        kenmerk: key of the submission at its source; the same key never makes a second zaak.
        loket: id of the door; ``None`` = the first door of the gemeente that serves the channel.
        leden: household; at least one person.
        contacten: earlier contacts about the same question (S-2).
        bereikbaar: phone number or e-mail address, for a call back.
        ondertekend: signed, on paper or by logging in (L-2).
        eerder_kenmerk: key of the contact at the door that passed it on; that day of receipt counts (L-36).
        overig: what a form held and this gemeente has no field for, by name; kept with the melding.
        (others as in :class:`toegang.domain.melding.Melding` and
        :class:`toegang.domain.huishouden.Dossier`)
    """

    kenmerk: str = Field(min_length=1)
    kanaal: Kanaal
    loket: str | None = None
    ontvangen_op: date
    melder: Meldersoort = Meldersoort.INWONER
    leden: tuple[Aanmeldlid, ...] = Field(min_length=1)
    hulpvragen: tuple[Aanmeldvraag, ...] = Field(min_length=1)
    gebied: str | None = None
    spoed: bool = False
    verliest_regie: bool = False
    behapbaar: bool = False
    wil_geen_melding: bool = False
    verwijzer: Verwijzer | None = None
    woont_in_gemeente: bool = True
    contacten: tuple[Contact, ...] = ()
    bereikbaar: str = ""
    aantal_professionals: int = Field(default=0, ge=0)
    zelfregie: Zelfregie = Zelfregie.KAN_ZELF
    bijzonderheden: tuple[str, ...] = ()
    ondertekend: bool = False
    eerder_kenmerk: str | None = None
    overig: tuple[tuple[str, str], ...] = ()

    @field_validator("kenmerk", mode="before")
    @classmethod
    def _zonder_randen(cls, waarde: object) -> object:
        # the same key with a stray space is the same submission, whatever format it came in
        return waarde.strip() if isinstance(waarde, str) else waarde

    @model_validator(mode="after")
    def _verwijzingen_kloppen(self) -> Aanmelding:
        bekend = [lid.verwijzing for lid in self.leden]
        if len(set(bekend)) != len(bekend):
            raise ValueError("twee leden van het huishouden hebben dezelfde verwijzing")
        onbekend = {vraag.voor for vraag in self.hulpvragen} - set(bekend)
        onbekend |= {ouder for lid in self.leden for ouder in lid.gezag or ()} - set(bekend)
        if onbekend:
            raise ValueError("een vraag of gezag verwijst naar iemand die niet in het huishouden staat")
        return self
