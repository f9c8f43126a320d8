"""Huishouden, dossier and inwoner. Only :class:`Huishouden` crosses the border to a hook."""

from __future__ import annotations

from datetime import date

from pydantic import Field, field_validator

from toegang.domain.begrippen import Kanaal, Zelfregie
from toegang.domain.bsn import Bsn
from toegang.domain.datums import OnvolledigeDatum
from toegang.domain.gespreksmap import Gespreksmap
from toegang.domain.melding import Contact, Melding
from toegang.domain.regie import Regietoewijzing
from toegang.domain.verheldering import Vraagverheldering
from toegang.domain.vertegenwoordiger import Vertegenwoordiger
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import ZaakKort


class Lid(Waarde):
    """A member of a household: by id, with what a hook needs to know.

    Args:
        inwoner: id.
        rol: ``CLIENT``, ``PARTNER``, ``KIND``, ``OUDER`` or ``ANDERS``.
        minderjarig: ``None`` when the birth date does not tell.
        gezag: ids of the members with gezag over this minor; ``None`` = not known (L-86).
    """

    inwoner: str
    rol: str = "CLIENT"
    minderjarig: bool | None = False
    gezag: tuple[str, ...] | None = None


class Huishouden(Waarde):
    """A household as ``compose_team`` and ``assign_regie`` see it.

    Args:
        id: id of the dossier.
        leden: members.
        zaken: the other zaken of the household.
        regie: the present regie, if any.
        aantal_professionals: professionals who work with the household now (B-25, W-15).
        zelfregie: how far the household can steer itself.
        verliest_regie: it threatens to lose its regie (B-18).
        bijzonderheden: ids of circumstances, e.g. ``KANDIDAAT_BESCHERMD_WONEN`` (D-13).
        gebied: wijk or kern.
    """

    id: str
    leden: tuple[Lid, ...] = Field(min_length=1)
    zaken: tuple[ZaakKort, ...] = ()
    regie: Regietoewijzing | None = None
    aantal_professionals: int = 0
    zelfregie: Zelfregie = Zelfregie.KAN_ZELF
    verliest_regie: bool = False
    bijzonderheden: tuple[str, ...] = ()
    gebied: str | None = None

    @property
    def kan_zelf_regie_voeren(self) -> bool:
        """Tell whether the household can lead (well) by itself (B-25: "niet of niet goed")."""
        return self.zelfregie is Zelfregie.KAN_ZELF


class Dossier(Waarde):
    """The file of a household, as stored. Plan and regie belong to it.

    Args:
        id: id of the dossier.
        aangemaakt_op: first day.
        gespreksmap: own plans of the resident and ZRM scores; never shown to a hook.
        geen_eigen_brief: young people who get no own copy of letters, with the reason (L-86); never shown to a hook.
        (others as in :class:`Huishouden`)
    """

    id: str
    aangemaakt_op: date
    leden: tuple[Lid, ...] = ()
    aantal_professionals: int = 0
    zelfregie: Zelfregie = Zelfregie.KAN_ZELF
    verliest_regie: bool = False
    bijzonderheden: tuple[str, ...] = ()
    gebied: str | None = None
    gespreksmap: Gespreksmap = Gespreksmap()
    geen_eigen_brief: tuple[tuple[str, str], ...] = ()

    @property
    def dossier_id(self) -> str:
        """The dossier that this record belongs to: itself."""
        return self.id

    def als_huishouden(self, zaken: tuple[ZaakKort, ...], regie: Regietoewijzing | None) -> Huishouden:
        """Return what a hook may see of this household."""
        velden = dict(self)
        for eigen in ("aangemaakt_op", "gespreksmap", "geen_eigen_brief"):
            velden.pop(eigen)
        return Huishouden(**velden, zaken=zaken, regie=regie)


class Persoonsgegevens(Waarde):
    """A person in the fields of the BRP (RvIG).

    Args:
        bsn: nine digits that pass the elfproef; ``None`` when not known (then L-69 asks the other five).
        geboortedatum: LO3 date, eight digits, zeros for unknown parts.
        geslacht: M, V or O.
        naamgebruik: E, P, V or N.
        geheimhouding: LO3 70.10; 0 = none.
        overlijdensdatum: LO3 date or empty.
        opschorting: reason of suspension of the persoonslijst (E, M, R, O ...), or empty.
        functieadres: LO3 10.10: W for a home, B for a briefadres; empty when not known.
        predicaat: code of table 38 for a titel or predicaat; empty when none.
        partner_predicaat: that of the partner who gives the name (the present one, else the last former one).
        partner_geslacht: M, V, O or empty.
        partner_ontbonden: LO3 date of the end of that relation; empty while it lasts.
        aanduiding: LO3 11.50: ``by`` or ``to`` before the number; mostly empty.
        locatiebeschrijving: LO3 12.10: a place without an address, such as a houseboat.
        land: LO3 13.10: code of the country of a foreign address (table 34); empty within the Netherlands.
        buitenland_1: LO3 13.30 to 13.50: the lines of a foreign address.
        verblijft_er_niet: the gemeente has found that the person does not live there (LO3 83.10 = 089999).
        curatele: LO3 33.10: the person stands under curatele.
        bewind: property under administration, or a mentor, as far as the gemeente knows; the BRP does not say it.
    """

    bsn: str | None = None
    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = Field(min_length=1)
    predicaat: str = ""
    geslacht: str = Field(default="O", pattern="^[MVO]$")
    naamgebruik: str = Field(default="E", pattern="^[EPVN]$")
    partner_voorvoegsel: str = ""
    partner_geslachtsnaam: str = ""
    partner_predicaat: str = ""
    partner_geslacht: str = Field(default="", pattern="^[MVO]?$")
    partner_ontbonden: str = ""
    geboortedatum: str
    straat: str = ""
    huisnummer: str = ""
    huisletter: str = ""
    toevoeging: str = ""
    aanduiding: str = Field(default="", pattern="^(by|to)?$")
    locatiebeschrijving: str = ""
    postcode: str = ""
    woonplaats: str = ""
    gemeentecode: str = ""
    land: str = Field(default="", pattern="^([0-9]{4})?$")
    buitenland_1: str = ""
    buitenland_2: str = ""
    buitenland_3: str = ""
    verblijft_er_niet: bool = False
    geheimhouding: int = Field(default=0, ge=0, le=7)
    overlijdensdatum: str = ""
    opschorting: str = ""
    functieadres: str = Field(default="", pattern="^[WB]?$")
    curatele: bool = False
    bewind: bool = False

    @field_validator("bsn")
    @classmethod
    def _elfproef(cls, waarde: str | None) -> str | None:
        return None if waarde is None else Bsn.lees(waarde).onthul()

    @field_validator("geboortedatum")
    @classmethod
    def _geboortedatum(cls, waarde: str) -> str:
        return OnvolledigeDatum.lees(waarde).lo3()

    @field_validator("overlijdensdatum", "partner_ontbonden")
    @classmethod
    def _datum_of_leeg(cls, waarde: str) -> str:
        return OnvolledigeDatum.lees(waarde).lo3() if waarde else ""

    @property
    def overleden(self) -> bool:
        """Tell whether the person has died (L-134)."""
        return bool(self.overlijdensdatum) or self.opschorting == "O"

    @property
    def adres_volledig(self) -> bool:
        """Tell whether a letter can be addressed; without woonplaats the gemeente name serves (BRP)."""
        if self.land or self.buitenland_1:
            return bool(self.land and self.buitenland_1 and self.buitenland_2)
        plaats = self.woonplaats or self.gemeentecode
        if self.locatiebeschrijving:
            return bool(plaats)
        return bool(self.straat and self.huisnummer and self.postcode and plaats)

    def minderjarig(self, op: date) -> bool | None:
        """Tell whether the person is under 18 on a day; ``None`` when the birth date does not tell."""
        volwassen = OnvolledigeDatum.lees(self.geboortedatum).leeftijd_minstens(18, op)
        return None if volwassen is None else not volwassen

    def leeftijd(self, op: date) -> int | None:
        """Return the age in whole years on a day; ``None`` when the birth date is incomplete."""
        geboren = OnvolledigeDatum.lees(self.geboortedatum).datum
        if geboren is None:
            return None
        return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


class Persoonswijziging(Waarde):
    """What was known of a person before a mutation of the BRP; a letter of that time can still be explained.

    Args:
        op: day on which the new data held.
        vastgelegd_op: day on which they were taken over.
        door: medewerker id, or the uid when there was none.
        oud: field → the old value as text; empty when it was not known.
    """

    op: date
    vastgelegd_op: date
    door: str
    oud: tuple[tuple[str, str], ...]


class Inwoner(Persoonsgegevens):
    """A resident, as stored (encrypted).

    Args:
        id: id of the inwoner within the gemeente.
        dossier_id: the dossier of the household.
        brp_peildatum: day on which the BRP was last read for this person.
        vertegenwoordigers: who act for this person, or did, in the order in which that was recorded.
        eerder: what mutations of the BRP replaced, the oldest first.
        (others as in :class:`Persoonsgegevens`)
    """

    id: str
    dossier_id: str
    brp_peildatum: date | None = None
    vertegenwoordigers: tuple[Vertegenwoordiger, ...] = ()
    eerder: tuple[Persoonswijziging, ...] = ()


class Meldingsrecord(Waarde):
    """A stored melding: what the hook saw, and the words of the resident.

    Args:
        id: id of the melding.
        dossier_id: the dossier.
        kenmerk: key of the submission; the same one never makes a second zaak.
        melding: the value that the hook was asked with.
        woorden: the resident's own words, one text per hulpvraag.
        overig: what the form held besides, by name.
        lopende_zaken: open zaken that the household had already when this came in.
        afwijkend: fields in which the submission differs from what was known of a person.
        doorgegeven_door: id of the contact note of the door that passed it on.
        contacten: earlier contacts about the same question (S-2, Z-3).
        verhelderingen: outcomes of the first contact; the last one counts (B-6).
    """

    id: str
    dossier_id: str
    kenmerk: str
    melding: Melding
    woorden: tuple[str, ...] = ()
    overig: tuple[tuple[str, str], ...] = ()
    lopende_zaken: tuple[str, ...] = ()
    afwijkend: tuple[str, ...] = ()
    doorgegeven_door: str | None = None
    contacten: tuple[Contact, ...] = ()
    verhelderingen: tuple[Vraagverheldering, ...] = ()

    @property
    def verheldering(self) -> Vraagverheldering | None:
        """The present outcome of the first contact, if there is one."""
        return self.verhelderingen[-1] if self.verhelderingen else None


class Contactnotitie(Waarde):
    """Contact details and nothing else (registratie CONTACTGEGEVENS; B-1).

    Args:
        id: id of the note.
        dossier_id: a dossier of its own, so that it has its own key.
        kenmerk: key of the submission.
        ontvangen_op: first day of receipt (L-36).
        kanaal: the road.
        doorgegeven_aan: loket that was told.
        naam: name to call.
        bereikbaar: phone number or e-mail address.
        onderwerp: a fixed word, e.g. "sociaal domein"; never content.
    """

    id: str
    dossier_id: str
    kenmerk: str
    ontvangen_op: date
    kanaal: Kanaal
    doorgegeven_aan: str | None
    naam: str
    bereikbaar: str = ""
    onderwerp: str = "sociaal domein"
