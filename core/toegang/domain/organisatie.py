"""``organisatie.toml``: everything in which gemeenten differ by name, number, list or mapping.

Data before code (ADR 0005). What the sources leave open is written ``"open:<sleutel>"`` and
listed under ``[[open]]``; it has no default. :func:`toegang.domain.openstaand.vul_in` puts the
answers of the gemeente in its place.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator, model_validator

from toegang.domain.aanbod import Aansluiting, Algemenevoorziening, OudeTaak
from toegang.domain.batchbeleid import Batchbeleid
from toegang.domain.begrippen import Plansoort, Problematiek, Registratie, Werkgeversoort, Wet
from toegang.domain.beleid import Besluitroute, Contactgegevens, OpenVerwijzing, Regeling, Regiebeleid, Sleutel
from toegang.domain.bestuursorgaan import Bestuursorgaan, als_rijen, orgaanfouten
from toegang.domain.bezorging import Bezorgweg
from toegang.domain.delegatie import Delegatie
from toegang.domain.gebiedsindeling import gebiedsfouten
from toegang.domain.gedateerd import Gedateerd, op_die_dag
from toegang.domain.huisstijl import Huisstijl
from toegang.domain.inzagerecht import Inzagerecht
from toegang.domain.leesgegevens import grensnamen
from toegang.domain.mandaat import Mandaat
from toegang.domain.nazorg import Nazorgbeleid
from toegang.domain.organisatiedelen import Functie, Gebied, Loket, Team, Werkgever
from toegang.domain.uitvoering import Uitvoering
from toegang.domain.vernietiging import Archiefbeleid
from toegang.domain.waarde import LEEG, Tabel, VasteTabel, VrijeTabel, Waarde


class Sterkte(StrEnum):
    """How firmly the source says it (DOMAIN.md, column Strength)."""

    MUST = "MUST"
    PREF = "PREF"
    OPEN = "OPEN"
    CTX = "CTX"


class Opensoort(StrEnum):
    """What kind of answer an open key takes."""

    TEKST = "TEKST"
    FUNCTIE = "FUNCTIE"
    GETAL = "GETAL"
    JA_NEE = "JA_NEE"


class OpenSleutel(Waarde):
    """Something the sources leave open: mandatory configuration without default.

    Args:
        sleutel: key under which the answer is stored.
        regel: rule id, e.g. ``S-23``.
        vraag: the question to the gemeente, in Dutch.
        frase: the phrase in the source, or "(niet in de bron)".
        soort: kind of answer.
    """

    sleutel: Sleutel
    regel: str
    vraag: str
    frase: str
    soort: Opensoort = Opensoort.TEKST


class EigenRegel(Gedateerd):
    """A rule of this gemeente (``[regels.S-11]``): it applies because it is listed here.

    Args:
        frase: the phrase in the source.
        bron: where that is.
        sterkte: MUST refuses, PREF warns, CTX only informs.
        lijsten: parameters of the rule that are lists of ids.
        getallen: parameters that are numbers.
        gegevens: keys of ``organisatie.toml`` that carry the rule, e.g. ``team[soort=WIJKTEAM]``.
    """

    frase: str
    bron: str
    sterkte: Sterkte = Sterkte.MUST
    lijsten: Tabel[str, tuple[str, ...]] = LEEG
    getallen: Tabel[str, int] = LEEG
    gegevens: tuple[str, ...] = ()


class Organisatie(Waarde):
    """The whole of ``organisatie.toml``; every section may be read at a glance by its name.

    Args:
        organen: who decides: the body of the gemeente itself, and the ones that decide under some act in its place
            (L-1; DOMAIN.md F 7). A single name will do where there is no other.
        model: organisation model that answers what the plugin leaves to it (:mod:`toegang.plugins.modellen`).
        modelkeuze: choices in that model; it says which.
        plugin: settings of the plugin itself; its class ``Instellingen`` says which.
        uitbreidingen: extensions that are on for this gemeente.
        direct_antwoord: what is stored of a manageable question that is answered at once, when the
            resident wants no melding of it (Z-7); ``None`` = every question is a melding.
        plansoorten: other variants of the plan that are in use, beside ``plansoort`` (Z-19).
        plansoort_meervoudig: variant for a question with more than one problem; ``None`` = ``plansoort``.
        specialismen: disciplines that are the own specialism for an act (S-10, B-80).
        kernen: all kernen of the gemeente; each must lie in exactly one gebied.
        voorzieningen: catalogue of algemene voorzieningen, per gebied (B-62).
        oude_taken: tasks that consulenten of former gemeenten did (B-73).
        aansluitingen: how processes beside ours join (B-53).
        planformaten: name of the fixed format that a variant of the plan follows (B-28).
        verwijzing_met_besluit: jeugdhulp on a referral by a doctor gets a beschikking here too (L-82).
        leesbaarheid: own limits of readable text, by the names of :class:`toegang.domain.leesgegevens.Grenzen` (L-146).
        bezorging: roads along which letters go; digital is used for who asked for it (S-19, L-24).
        delegaties: powers that another bestuursorgaan holds in its own name (L-23).
        zorg_start_met_plan: where the plan is the decision, care starts from the day it was handed over (Z-25).
        batch: how letters are made by the batch.
        archief: how files are destroyed.
    """

    naam: str
    gemeentecode: str = Field(pattern=r"^[0-9]{4}$")
    organen: Annotated[tuple[Bestuursorgaan, ...], BeforeValidator(als_rijen)] = Field(alias="bestuursorgaan")
    model: Sleutel | None = None
    modelkeuze: VrijeTabel = LEEG
    plugin: VrijeTabel = LEEG
    uitbreidingen: tuple[Sleutel, ...] = ("beschikkingen",)
    kanaalprincipe: tuple[str, ...] = ()
    plansoort: Plansoort = Plansoort.ONDERSTEUNINGSPLAN
    plansoorten: tuple[Plansoort, ...] = ()
    plansoort_meervoudig: Plansoort | None = None
    direct_antwoord: Registratie | None = None
    specialismen: Tabel[Wet, tuple[Sleutel, ...]] = LEEG
    loketten: tuple[Loket, ...] = Field(alias="loket", min_length=1)
    gebieden: tuple[Gebied, ...] = Field(alias="gebied", default=())
    teams: tuple[Team, ...] = Field(alias="team", min_length=1)
    functies: tuple[Functie, ...] = Field(alias="functie", min_length=1)
    werkgevers: tuple[Werkgever, ...] = Field(alias="werkgever", min_length=1)
    besluitroutes: tuple[Besluitroute, ...] = Field(alias="besluitroute", min_length=1)
    mandaatregister_is_voorbeeld: bool = True
    mandaten: tuple[Mandaat, ...] = Field(alias="mandaat", default=())
    regelingen: tuple[Regeling, ...] = Field(alias="regeling", default=())
    regie: Regiebeleid = Regiebeleid()
    nazorg: Nazorgbeleid = Nazorgbeleid()
    caseload_plafond: int | OpenVerwijzing | None = None
    archiefactor: Sleutel | OpenVerwijzing
    regels: Tabel[str, EigenRegel] = LEEG
    open: tuple[OpenSleutel, ...] = ()
    contact: Contactgegevens
    huisstijl: Huisstijl = Huisstijl()
    leesbaarheid: Tabel[str, int] = LEEG
    kernen: tuple[str, ...] = ()
    voorzieningen: tuple[Algemenevoorziening, ...] = Field(alias="voorziening", default=())
    oude_taken: tuple[OudeTaak, ...] = Field(alias="oude_taak", default=())
    aansluitingen: tuple[Aansluiting, ...] = Field(alias="aansluiting", default=())
    planformaten: Tabel[Plansoort, str] = LEEG
    verwijzing_met_besluit: bool = False
    inzage: tuple[Inzagerecht, ...] = ()
    uitvoeringen: tuple[Uitvoering, ...] = Field(alias="uitvoering", default=())
    bezorging: tuple[Bezorgweg, ...] = (Bezorgweg.POST,)
    delegaties: tuple[Delegatie, ...] = Field(alias="delegatie", default=())
    zorg_start_met_plan: bool = False
    batch: Batchbeleid = Batchbeleid()
    archief: Archiefbeleid = Archiefbeleid()

    @field_validator("leesbaarheid")
    @classmethod
    def _bekende_grenzen(cls, waarde: Tabel[str, int]) -> Tabel[str, int]:
        bekend = grensnamen()
        if vreemd := sorted(set(waarde) - bekend):
            raise ValueError(f"'{vreemd[0]}' is geen grens van leesbaarheid; kies uit {', '.join(sorted(bekend))}")
        if min(waarde.values(), default=0) < 0:
            raise ValueError("een grens van leesbaarheid is niet kleiner dan nul")
        return waarde

    @model_validator(mode="after")
    def _indeling_klopt(self) -> Organisatie:
        if fouten := (*orgaanfouten(self.organen), *gebiedsfouten(self)):
            raise ValueError("; ".join(fouten))
        return self

    @property
    def bestuursorgaan(self) -> str:
        """Name of the body of the gemeente itself; see :meth:`orgaan` for who decides under an act."""
        return self.eigen_orgaan.naam

    @property
    def eigen_orgaan(self) -> Bestuursorgaan:
        """The body of the gemeente itself: the college."""
        return next(item for item in self.organen if not item.wetten)

    def orgaan(self, wet: Wet, op: date) -> Bestuursorgaan:
        """Return the body that decides under an act on a day, with where an objection goes (L-1, L-25).

        Args:
            wet: the act.
            op: day of the decision.

        Returns:
            The body that is named for the act, else that of the gemeente; a name or address may still be open.
        """
        eigen = self.eigen_orgaan
        ander = next((item for item in self.organen if item.gaat_over(wet, op)), None)
        if ander is not None and not ander.is_zelfde(eigen.naam):
            return ander
        adres = ander or self.contact
        return eigen.gewijzigd(postadres=adres.postadres, digitaal_bezwaar=adres.digitaal_bezwaar)

    def werkgeversoort_van(self, orgaan: Bestuursorgaan) -> Werkgeversoort:
        """Return for which kind of employer the people work that are subordinate to a body (Awb 10:4)."""
        soorten = {item.id: item.soort for item in self.werkgevers}
        return soorten.get(orgaan.werkgever or "", Werkgeversoort.GEMEENTE)

    def loket(self, sleutel: str) -> Loket | None:
        """Return the loket with that id, or ``None``."""
        return next((item for item in self.loketten if item.id == sleutel), None)

    def team(self, sleutel: str) -> Team | None:
        """Return the team with that id, or ``None``."""
        return next((item for item in self.teams if item.id == sleutel), None)

    def functie(self, sleutel: str) -> Functie | None:
        """Return the functie with that id, or ``None``."""
        return next((item for item in self.functies if item.id == sleutel), None)

    def route(self, wet: Wet, problematiek: Problematiek, op: date) -> Besluitroute | None:
        """Return the first besluitroute that covers the zaak on that day, or ``None``."""
        for route in self.besluitroutes:
            in_tijd = (route.geldig_van is None or route.geldig_van <= op) and (
                route.geldig_tot is None or op <= route.geldig_tot
            )
            past = (not route.wetten or wet in route.wetten) and (
                not route.problematiek or problematiek in route.problematiek
            )
            if in_tijd and past:
                return route
        return None

    def regeling(self, wet: Wet, op: date, gebied: str | None = None) -> Regeling | None:
        """Return the verordening in force for an act on a day: that of the area itself goes before the general one.

        Args:
            wet: the act.
            op: day of the decision.
            gebied: wijk or kern of the household.
        """
        geldend = [item for item in self.regelingen if item.wet is wet and item.geldt_op(op)]
        eigen = (item for item in geldend if gebied is not None and gebied in item.gebieden)
        return next(eigen, None) or next((item for item in geldend if not item.gebieden), None)

    def uitvoering(self, wet: Wet, gebied: str | None, op: date) -> Uitvoering | None:
        """Return the way of working beside Toegang that holds for a zaak on that day, or ``None`` (B-76)."""
        return next((item for item in op_die_dag(self.uitvoeringen, op) if item.geldt_voor(wet, gebied)), None)

    def op(self, dag: date) -> Organisatie:
        """Return the organisation as it is on a day (B-78).

        Teams, besluitroutes, mandates, regelingen and uitvoeringen stay: they are asked with a day.
        """
        regels = {id: regel for id, regel in self.regels.items() if regel.geldt_op(dag)}
        delen = {naam: op_die_dag(getattr(self, naam), dag) for naam in _PER_DAG}
        if len(regels) == len(self.regels) and all(len(deel) == len(getattr(self, n)) for n, deel in delen.items()):
            return self
        return self.model_copy(update={**delen, "regels": VasteTabel(regels)})


_PER_DAG = ("loketten", "gebieden", "functies", "werkgevers", "inzage", "aansluitingen")
