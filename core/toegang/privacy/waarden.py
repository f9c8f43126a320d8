"""What a resident sees of the own file: *Mijn Regie* (S-17), in layers (B-56)."""

from __future__ import annotations

from datetime import date

from toegang.domain.inwonerinzage import Inzagelaag, Verzoeker
from toegang.domain.waarde import Waarde


class Moment(Waarde):
    """A contact, or an appointment when its day is still to come.

    Args:
        kenmerk: id of what was stored.
        op: day.
        tijd: time of day of an appointment, else empty.
        wat: what it is, in Dutch.
        afspraak: it is still to come.
    """

    kenmerk: str
    op: date
    tijd: str = ""
    wat: str
    afspraak: bool = False


class Werker(Waarde):
    """Who works on it: by functie; with a name only who is the first contact.

    Args:
        functie: printed name of the functie.
        rol: what he or she does here.
        naam: name of the first contact, else empty.
    """

    functie: str
    rol: str
    naam: str = ""


class Termijnregel(Waarde):
    """A last day, for the gemeente or for the resident.

    Args:
        wat: what must or may be done, in Dutch.
        uiterlijk: last day.
        voor_inwoner: it is the resident who may do it.
    """

    wat: str
    uiterlijk: date
    voor_inwoner: bool = False


class Bezwaarrecht(Waarde):
    """Until when objection can be made against a decision.

    Args:
        besluit_van: day of the decision.
        verzonden_op: day on which it was sent; ``None`` = not yet.
        tot: last day; ``None`` = not yet running.
        voorbij: the last day has passed.
    """

    besluit_van: date
    verzonden_op: date | None
    tot: date | None
    voorbij: bool = False


class Zaakbeeld(Waarde):
    """One question of the resident.

    Args:
        zaak: zaaknummer.
        onderwerp: what it is about.
        stand: where it is, in plain Dutch.
        werkers: who works on it.
        termijnen: the last days that still count.
        rechten: objection per decision.
    """

    zaak: str
    onderwerp: str
    stand: str
    werkers: tuple[Werker, ...] = ()
    termijnen: tuple[Termijnregel, ...] = ()
    rechten: tuple[Bezwaarrecht, ...] = ()


class Verslag(Waarde):
    """A conversation and what was said."""

    op: date
    plaats: str
    vraag: str
    oplossing: str


class Planbeeld(Waarde):
    """The plan, as far as this person may see it.

    Args:
        naam: kind of plan.
        versie: number.
        op: day.
        doelen: goals.
        afspraken: what, by whom, until when.
        inbreng: what the resident brought in.
    """

    naam: str
    versie: int
    op: date
    doelen: tuple[str, ...] = ()
    afspraken: tuple[tuple[str, str, str], ...] = ()
    inbreng: str = ""


class Besluitbeeld(Waarde):
    """A decision and its reasons."""

    zaak: str
    op: date
    soort: str
    wat: tuple[str, ...] = ()
    waarom: tuple[str, ...] = ()


class Briefregel(Waarde):
    """A letter that was sent."""

    op: date
    wat: str


class Dossierlaag(Waarde):
    """What is seen after a check of identity.

    Args:
        naam: name of the resident.
        adres: address in use.
        woorden: the resident's own words.
        verslagen: conversations.
        plan: the last version of the plan.
        besluiten: decisions with their reasons.
    """

    naam: str
    adres: str
    woorden: tuple[str, ...] = ()
    verslagen: tuple[Verslag, ...] = ()
    plan: Planbeeld | None = None
    besluiten: tuple[Besluitbeeld, ...] = ()


class Nietgetoond(Waarde):
    """Something that is kept back, and why; never how much there is of another member, nor whether there is any."""

    wat: str
    reden: str


class Inwonerbeeld(Waarde):
    """The whole view.

    Args:
        gemeente: printed name.
        inwoner: id of the resident.
        voor: who looks.
        op: day.
        lagen: what is shown.
        zaken: questions, each with its stand.
        momenten: contacts and appointments.
        brieven: letters that were sent.
        dossier: the second layer; ``None`` without a check of identity.
        niet_getoond: what is kept back.
    """

    gemeente: str
    inwoner: str
    voor: Verzoeker
    op: date
    lagen: tuple[Inzagelaag, ...]
    zaken: tuple[Zaakbeeld, ...] = ()
    momenten: tuple[Moment, ...] = ()
    brieven: tuple[Briefregel, ...] = ()
    dossier: Dossierlaag | None = None
    niet_getoond: tuple[Nietgetoond, ...] = ()
