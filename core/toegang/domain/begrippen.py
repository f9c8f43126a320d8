"""The closed lists of the domain (DOMAIN.md part D). Members are Dutch, as the field speaks."""

from __future__ import annotations

from enum import StrEnum


class Wet(StrEnum):
    """The act (or product line) that a zaak falls under."""

    WMO = "WMO"
    JEUGDWET = "JEUGDWET"
    PARTICIPATIEWET = "PARTICIPATIEWET"
    WGS = "WGS"
    GPK = "GPK"
    LLV = "LLV"

    @property
    def in_woorden(self) -> str:
        """Say it as people call it."""
        return _WETTEN[self]


_WETTEN = {
    Wet.WMO: "Wmo",
    Wet.JEUGDWET: "Jeugdwet",
    Wet.PARTICIPATIEWET: "Participatiewet",
    Wet.WGS: "schuldhulp (Wgs)",
    Wet.GPK: "gehandicaptenparkeerkaart",
    Wet.LLV: "leerlingenvervoer",
}


class Kanaal(StrEnum):
    """The road along which a melding reached the gemeente."""

    WEBFORMULIER = "WEBFORMULIER"
    TELEFOON = "TELEFOON"
    BALIE = "BALIE"
    BRIEF = "BRIEF"
    EMAIL = "EMAIL"
    MIJN_INKOMEN = "MIJN_INKOMEN"


class Meldersoort(StrEnum):
    """Who reports (B-10)."""

    INWONER = "INWONER"
    NAASTE = "NAASTE"
    PROFESSIONAL = "PROFESSIONAL"
    AANBIEDER = "AANBIEDER"
    VRIJWILLIGER = "VRIJWILLIGER"
    INSTELLING = "INSTELLING"
    BEDRIJF = "BEDRIJF"


class Verwijzersoort(StrEnum):
    """Access gates that refer to the municipality (Z-6, L-82)."""

    HUISARTS = "HUISARTS"
    SCHOOL = "SCHOOL"
    ZORGVERLENER = "ZORGVERLENER"
    MEDISCH_SPECIALIST = "MEDISCH_SPECIALIST"
    JEUGDARTS = "JEUGDARTS"
    GECERTIFICEERDE_INSTELLING = "GECERTIFICEERDE_INSTELLING"
    RECHTER = "RECHTER"


class Registratie(StrEnum):
    """What of a question is stored."""

    GEEN = "GEEN"
    CONTACTGEGEVENS = "CONTACTGEGEVENS"
    MELDING = "MELDING"
    AANVRAAG = "AANVRAAG"


class Afhandeling(StrEnum):
    """What becomes of a question at intake."""

    BEANTWOORD = "BEANTWOORD"
    VOORLIGGEND_VELD = "VOORLIGGEND_VELD"
    DOORGELEID = "DOORGELEID"
    OMGELEID = "OMGELEID"
    IN_BEHANDELING = "IN_BEHANDELING"
    RECHTSTREEKS = "RECHTSTREEKS"


class Problematiek(StrEnum):
    """One question, or more than one independent problem (D-2)."""

    ENKELVOUDIG = "ENKELVOUDIG"
    MEERVOUDIG = "MEERVOUDIG"


class Werkgeversoort(StrEnum):
    """The kind of organisation that employs a professional."""

    GEMEENTE = "GEMEENTE"
    GEMEENSCHAPPELIJKE_REGELING = "GEMEENSCHAPPELIJKE_REGELING"
    OVERHEIDS_BV = "OVERHEIDS_BV"
    WELZIJN = "WELZIJN"
    CLIENTONDERSTEUNING = "CLIENTONDERSTEUNING"
    AANBIEDER = "AANBIEDER"
    OVERIG = "OVERIG"

    @property
    def is_bestuursorgaan(self) -> bool:
        """Tell whether bodies of this kind can hold public-law powers (Awb 1:1; L-100)."""
        return self in (Werkgeversoort.GEMEENTE, Werkgeversoort.GEMEENSCHAPPELIJKE_REGELING)

    @property
    def in_woorden(self) -> str:
        """Say it in Dutch, to come after "een"."""
        return _WERKGEVERS[self]


_WERKGEVERS = {
    Werkgeversoort.GEMEENTE: "gemeente",
    Werkgeversoort.GEMEENSCHAPPELIJKE_REGELING: "gemeenschappelijke regeling",
    Werkgeversoort.OVERHEIDS_BV: "overheids-BV",
    Werkgeversoort.WELZIJN: "welzijnsorganisatie",
    Werkgeversoort.CLIENTONDERSTEUNING: "organisatie voor cliëntondersteuning",
    Werkgeversoort.AANBIEDER: "aanbieder",
    Werkgeversoort.OVERIG: "andere organisatie",
}


class Zelfregie(StrEnum):
    """How far the household can steer its own help."""

    KAN_ZELF = "KAN_ZELF"
    KAN_MET_STEUN = "KAN_MET_STEUN"
    KAN_NIET = "KAN_NIET"


class Regiemodus(StrEnum):
    """Who steers, and how far (D-12, D-13)."""

    ZELF = "ZELF"
    ONDERSTEUND = "ONDERSTEUND"
    GECOACHT = "GECOACHT"
    OVERGENOMEN = "OVERGENOMEN"


class Besluitvorm(StrEnum):
    """The paper that carries the decision."""

    GEEN = "GEEN"
    PLAN_IS_BESCHIKKING = "PLAN_IS_BESCHIKKING"
    PLAN_PLUS_BESCHIKKING = "PLAN_PLUS_BESCHIKKING"
    BESCHIKKING = "BESCHIKKING"


class Drager(StrEnum):
    """One paper that can carry a decision."""

    PLAN = "PLAN"
    BESCHIKKING = "BESCHIKKING"


class Besluitsoort(StrEnum):
    """Kinds of decision on an aanvraag or on a running provision (L-1)."""

    TOEKENNING = "TOEKENNING"
    AFWIJZING = "AFWIJZING"
    WIJZIGING = "WIJZIGING"
    INTREKKING = "INTREKKING"
    BEEINDIGING = "BEEINDIGING"
    BUITEN_BEHANDELING = "BUITEN_BEHANDELING"
    VERLENGING = "VERLENGING"
    TIJDELIJK = "TIJDELIJK"
    VOORSCHOT = "VOORSCHOT"

    @property
    def woord(self) -> str:
        """The kind in a sentence, e.g. "buiten behandeling"."""
        woorden = {Besluitsoort.BEEINDIGING: "beëindiging", Besluitsoort.TIJDELIJK: "tijdelijke toekenning"}
        return woorden.get(self, self.value.lower().replace("_", " "))

    @property
    def kent_toe(self) -> bool:
        """A grant on the outcome of the research: all of its reasons are due (L-60, L-80)."""
        return self in (Besluitsoort.TOEKENNING, Besluitsoort.VERLENGING)

    @property
    def levert(self) -> bool:
        """Something is delivered after it."""
        return self.kent_toe or self in (Besluitsoort.WIJZIGING, Besluitsoort.TIJDELIJK, Besluitsoort.VOORSCHOT)

    @property
    def geeft_recht(self) -> bool:
        """It leaves a right that a later decision can change; what is temporary ends by itself."""
        return self.kent_toe or self is Besluitsoort.WIJZIGING

    @property
    def wijzigt_lopend(self) -> bool:
        """It changes something that was granted before."""
        return self in (Besluitsoort.WIJZIGING, Besluitsoort.INTREKKING, Besluitsoort.BEEINDIGING)

    @property
    def volgt_op_eerder(self) -> bool:
        """It names the earlier decision that it changes or goes on from."""
        return self.wijzigt_lopend or self is Besluitsoort.VERLENGING

    @property
    def tussentijds(self) -> bool:
        """It is taken while the zaak goes on: the decision on the aanvraag still has to come (L-57, L-104)."""
        return self in (Besluitsoort.TIJDELIJK, Besluitsoort.VOORSCHOT)


class Voorzieningsoort(StrEnum):
    """The legal kind of a provision; only ALGEMEEN needs no decision (W-7, B-14)."""

    ALGEMEEN = "ALGEMEEN"
    MAATWERK = "MAATWERK"
    INDIVIDUEEL = "INDIVIDUEEL"
    UITKERING = "UITKERING"
    SCHULDHULP = "SCHULDHULP"
    PARKEERKAART = "PARKEERKAART"
    VERVOER = "VERVOER"


class Kenmerk(StrEnum):
    """Traits of a provision that make a separate beschikking due in Zwolle (Z-15)."""

    PROFESSIONELE_ONDERSTEUNING = "PROFESSIONELE_ONDERSTEUNING"
    WONINGAANPASSING_OF_HULPMIDDEL = "WONINGAANPASSING_OF_HULPMIDDEL"
    BEGELEIDING = "BEGELEIDING"
    HUISHOUDELIJKE_HULP = "HUISHOUDELIJKE_HULP"


class Leveringsvorm(StrEnum):
    """How a provision is delivered."""

    ZIN = "ZIN"
    PGB = "PGB"
    FINANCIEEL = "FINANCIEEL"


class Plansoort(StrEnum):
    """Variants of the plan of a household."""

    ONDERSTEUNINGSPLAN = "ONDERSTEUNINGSPLAN"
    GEZINSPLAN = "GEZINSPLAN"
    PLAN_VAN_AANPAK = "PLAN_VAN_AANPAK"


class Akkoord(StrEnum):
    """What the resident said of the report or the plan (S-18)."""

    AANGEBODEN = "AANGEBODEN"
    GEACCORDEERD = "GEACCORDEERD"
    MET_OPMERKINGEN = "MET_OPMERKINGEN"


class Mandaatsoort(StrEnum):
    """Deciding on behalf of (Awb 10:10), only signing for (Awb 10:11), or deciding on an objection (Awb 10:3 lid 3)."""

    BESLUIT = "BESLUIT"
    ONDERTEKENING = "ONDERTEKENING"
    BEZWAAR = "BEZWAAR"

    def valt_binnen(self, ander: Mandaatsoort) -> bool:
        """Tell whether this power is part of another: who may decide may sign; an objection stands by itself."""
        return self is ander or (self is Mandaatsoort.ONDERTEKENING and ander is Mandaatsoort.BESLUIT)


class Uitkomst(StrEnum):
    """The result of a closed zaak, in the terms of the selectielijst (DOMAIN.md B.7)."""

    VERSTREKT = "VERSTREKT"
    GEWEIGERD = "GEWEIGERD"
    BEEINDIGD = "BEEINDIGD"
    AFGEBROKEN = "AFGEBROKEN"
    BUITEN_BEHANDELING = "BUITEN_BEHANDELING"
