"""What the first contact made clear: the question behind the question, and what was told and arranged (B-6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, Self

from pydantic import Field, field_validator, model_validator

from toegang.domain.opvraagbaar import opvraagbaar
from toegang.domain.waarde import Waarde

VUL_IN = "VUL IN"
"""What the texts of an example begin with."""


class Ondersteuningskeuze(StrEnum):
    """What the resident said to independent cliëntondersteuning (B-57, L-52)."""

    GEREGELD = "GEREGELD"
    NIET_GEWENST = "NIET_GEWENST"
    HEEFT_AL = "HEEFT_AL"
    BEDENKTIJD = "BEDENKTIJD"


class Mantelzorgkeuze(StrEnum):
    """Whether the mantelzorger was pointed to it too (L-52)."""

    GEWEZEN = "GEWEZEN"
    GEEN_MANTELZORGER = "GEEN_MANTELZORGER"
    NOG_NIET = "NOG_NIET"


class Clientondersteuning(Waarde):
    """Independent support that was offered, free of charge.

    Args:
        aangeboden_op: day of the offer.
        uitkomst: what the resident chose.
        mantelzorger: whether the mantelzorger was told.
        geregeld_bij: the organisation, when it was arranged.
        geregeld_op: day on which it was arranged.
    """

    aangeboden_op: date
    uitkomst: Ondersteuningskeuze
    mantelzorger: Mantelzorgkeuze = Mantelzorgkeuze.NOG_NIET
    geregeld_bij: str = ""
    geregeld_op: date | None = None


class Regime(StrEnum):
    """Other legislation that may answer the question (W-17)."""

    ZVW = "ZVW"
    WLZ = "WLZ"
    UWV = "UWV"
    ONDERWIJS = "ONDERWIJS"
    WERKGEVER = "WERKGEVER"


class Regimeuitkomst(StrEnum):
    """What a look at another regime gave."""

    NIET_AAN_DE_ORDE = "NIET_AAN_DE_ORDE"
    VOORLIGGEND = "VOORLIGGEND"
    UITZOEKEN = "UITZOEKEN"


class Regimetoets(Waarde):
    """One other regime, looked at."""

    regime: Regime
    uitkomst: Regimeuitkomst
    toelichting: str = ""


class Uitlegwijze(StrEnum):
    """How somebody was told how it goes on (B-11)."""

    BRIEF = "BRIEF"
    EMAIL = "EMAIL"
    TELEFOON = "TELEFOON"
    GESPREK = "GESPREK"


class Vervolguitleg(Waarde):
    """The reporter was told how it goes on (B-11).

    Args:
        op: day.
        wijze: how.
        wat: the next steps, as told.
        ook_melder: somebody else reported, and was told too.
    """

    op: date
    wijze: Uitlegwijze
    wat: str = Field(min_length=1)
    ook_melder: bool = False


class Contactvorm(StrEnum):
    """The three steps of the channel principle (Z-3, S-2)."""

    KLIK = "KLIK"
    BEL = "BEL"
    KOM = "KOM"


class Vervolgcontact(Waarde):
    """The next contact that was agreed.

    Args:
        vorm: online, by phone, or in person.
        eerder_reden: why a step is passed over, e.g. the resident asked for it.
    """

    vorm: Contactvorm
    eerder_reden: str = ""


class Lichtehulp(StrEnum):
    """What the light route consists of (B-17)."""

    HUISBEZOEK = "HUISBEZOEK"
    EXTRA_INFORMATIE = "EXTRA_INFORMATIE"


class Inzet(StrEnum):
    """Who gives the quick support of the light route (B-17)."""

    PROFESSIONAL = "PROFESSIONAL"
    VRIJWILLIGERSORGANISATIE = "VRIJWILLIGERSORGANISATIE"


class Lichteroute(Waarde):
    """Quick, short-term support.

    Args:
        hulp: what is done to find out: a home visit, extra information, or both.
        inzet: who gives the support.
        door: the organisation.
        van: first day.
        tot: last day; short-term support has an end.
    """

    hulp: tuple[Lichtehulp, ...] = ()
    inzet: Inzet
    door: str = Field(min_length=1)
    van: date
    tot: date | None = None


class Identiteitsdocument(StrEnum):
    """Documents of article 1 of the Wet op de identificatieplicht (L-58)."""

    PASPOORT = "PASPOORT"
    IDENTITEITSKAART = "IDENTITEITSKAART"
    VREEMDELINGENDOCUMENT = "VREEMDELINGENDOCUMENT"
    RIJBEWIJS = "RIJBEWIJS"


class Identiteit(Waarde):
    """Identity established by a document: kind and day, never a copy or a number (L-58).

    Args:
        document: kind of document.
        op: day on which it was seen.
        inwoner: id of whose it is; ``None`` = the only person the melding is about.
    """

    document: Identiteitsdocument
    op: date
    inwoner: str | None = None


class Verhelderingsopdracht(Waarde):
    """What is handed in after a first contact; a later one adds to it and replaces what it names.

    Args:
        op: day of the contact.
        door: medewerker id; ``None`` = who acts.
        vraag: the question behind the question.
        wat_lukt_zelf: what the resident and the people around already do.
        regimes: other legislation that was looked at (W-17).
        clientondersteuning: what was offered and chosen (B-57, L-52).
        vertrouwenspersoon_genoemd: told about the vertrouwenspersoon (L-85).
        vervolg: what was told about the next steps (B-11).
        vervolgcontact: the next contact (Z-3).
        algemene_voorzieningen: ids out of the catalogue of the gemeente (B-62, W-11).
        lichte_route: quick, short-term support (B-17).
        opgevraagd: ids of data that the resident is asked to hand in (B-65, Z-24, L-105).
        identiteit: how the identity was established, per person (L-58).
    """

    op: date
    door: str | None = None
    vraag: str = ""
    wat_lukt_zelf: str = ""
    regimes: tuple[Regimetoets, ...] = ()
    clientondersteuning: Clientondersteuning | None = None
    vertrouwenspersoon_genoemd: bool | None = None
    vervolg: Vervolguitleg | None = None
    vervolgcontact: Vervolgcontact | None = None
    algemene_voorzieningen: tuple[str, ...] = ()
    lichte_route: Lichteroute | None = None
    opgevraagd: tuple[str, ...] = ()
    identiteit: tuple[Identiteit, ...] = ()

    @model_validator(mode="after")
    def _voorbeeld_is_ingevuld(self) -> Self:
        # what nobody wrote may not be kept as what a resident said
        over = [naam for naam, tekst in _teksten(self) if tekst.strip().upper().startswith(VUL_IN)]
        if over:
            raise ValueError(f"dit staat er nog als voorbeeld, vul het in of haal het weg: {', '.join(over)}")
        return self

    @field_validator("opgevraagd")
    @classmethod
    def _bestaat(cls, waarde: tuple[str, ...]) -> tuple[str, ...]:
        bekend = {item.id for item in opvraagbaar()}
        if onbekend := [item for item in waarde if item not in bekend]:
            raise ValueError(f"{len(onbekend)} gegeven(s) bestaan niet; kies uit {', '.join(sorted(bekend))}")
        return waarde


class Vraagverheldering(Verhelderingsopdracht):
    """The outcome of the first contact as stored; the last one of a melding counts.

    Args:
        door: medewerker id of who did it; ``None`` when nobody is known by that account.
        (others as in :class:`Verhelderingsopdracht`)
    """

    vraag: str = Field(min_length=1)


def _teksten(deel: Waarde, voor: str = "") -> Iterator[tuple[str, str]]:
    """Give every text with its path."""
    for naam, waarde in deel:
        if isinstance(waarde, str):
            yield f"{voor}{naam}", waarde
        elif isinstance(waarde, Waarde):
            yield from _teksten(waarde, f"{voor}{naam}.")


def voeg_samen(eerder: Vraagverheldering | None, opdracht: Verhelderingsopdracht, door: str | None) -> dict[str, Any]:
    """Return the fields of the next version: what was there, with what was handed in on top.

    Args:
        eerder: the present version, if any.
        opdracht: what was handed in.
        door: who hands it in.
    """
    oud: dict[str, Any] = dict(eerder) if eerder else {}
    nieuw = {naam: getattr(opdracht, naam) for naam in opdracht.model_fields_set}
    if eerder is not None and opdracht.identiteit:
        anderen = {item.inwoner for item in opdracht.identiteit}
        bewaard = (item for item in eerder.identiteit if item.inwoner not in anderen)
        nieuw["identiteit"] = (*bewaard, *opdracht.identiteit)
    return {**oud, **nieuw, "op": opdracht.op, "door": opdracht.door or door}
