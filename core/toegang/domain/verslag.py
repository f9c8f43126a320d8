"""What a report of a gesprek says. What nobody filled in stays empty: a default never says that a duty was done."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import Field, field_validator

from toegang.domain.begrippen import Akkoord, Voorzieningsoort, Wet
from toegang.domain.levensdomeinen import HOOGSTE, LAAGSTE, NIET_AAN_DE_ORDE
from toegang.domain.levensloop import HEEFT_ONDERZOEK
from toegang.domain.producten import producten
from toegang.domain.waarde import Waarde

LETTERS = "abcdefg"
"""The parts of the research, Wmo 2015 art. 2.3.2 lid 4."""


class Bron(StrEnum):
    """Where help can come from, in the order in which it is looked for (S-16, B-13)."""

    ZELF = "ZELF"
    OMGEVING = "OMGEVING"
    VOORLIGGEND = "VOORLIGGEND"
    GEMEENTE = "GEMEENTE"


LETTER_VAN = {Bron.ZELF: "b", Bron.OMGEVING: "c", Bron.VOORLIGGEND: "e"}
"""Parts of the Wmo research that ask the same as a source of help; one answer serves both."""


class Aanwezige(StrEnum):
    """Who was there, by role and never by name."""

    INWONER = "INWONER"
    PARTNER = "PARTNER"
    OUDER = "OUDER"
    KIND = "KIND"
    VERTEGENWOORDIGER = "VERTEGENWOORDIGER"
    MANTELZORGER = "MANTELZORGER"
    FAMILIE = "FAMILIE"
    CLIENTONDERSTEUNER = "CLIENTONDERSTEUNER"
    PROFESSIONAL = "PROFESSIONAL"


class Bijdrage(Waarde):
    """What one source can do (S-15).

    Args:
        van: the source.
        wat: what it can do, or why it can do nothing.
        genoeg: this answers the whole question; then no help of the gemeente is needed (S-16).
    """

    van: Bron
    wat: str = Field(min_length=1)
    genoeg: bool = False


class Oplossing(Waarde):
    """A solution that was chosen together.

    Args:
        wat: what.
        van: who provides it.
        product: id in the product catalogue, when it is one.
        waarom: the arguments for it (W-18).
        inwoner: what the resident says of it (Z-10).
        aanbieders: the providers that were offered to choose from (W-12).
        geen_keuze_omdat: why there was nothing to choose.
    """

    wat: str = Field(min_length=1)
    van: Bron
    product: str = ""
    waarom: str = ""
    inwoner: str = ""
    aanbieders: tuple[str, ...] = ()
    geen_keuze_omdat: str = ""


class Gespreksdeel(Waarde):
    """The second part of Het Gesprek: solutions; its own day and who held it (D-15)."""

    op: date
    gevoerd_door: str
    plaats: str = ""


class Gezin(Waarde):
    """The whole situation of the household, over the acts (B-60).

    Args:
        situatie: the household as a whole.
        wmo: what is the matter under that act, or that nothing is; likewise the others.
    """

    situatie: str = ""
    wmo: str = ""
    jeugdwet: str = ""
    participatiewet: str = ""

    def antwoord(self, wet: Wet) -> str:
        """Return what was said of one act."""
        return str(getattr(self, wet.value.lower(), ""))


class Pgbuitleg(Waarde):
    """That the resident was told of the pgb (Wmo 2.3.2 lid 6, L-54).

    Args:
        mogelijkheid_verteld: told that one may choose it.
        gevolgen_uitgelegd: told what that choice brings.
        hoe: in which words or with what, so that it could be understood.
    """

    mogelijkheid_verteld: bool = False
    gevolgen_uitgelegd: bool = False
    hoe: str = ""


class Verslag(Waarde):
    """The content of a report.

    Args:
        op: day of the gesprek; with a second part, of the first.
        plaats: ``THUIS``, ``KANTOOR``, ``TELEFONISCH`` or ``ELDERS``; empty = not said.
        waarom_niet_thuis: why it was no home visit (B-39, D-14).
        gevoerd_door: medewerker id.
        gepland_door: medewerker id of who planned it (B-39).
        aanwezig: who was there.
        inbreng: what the resident brought in, in own words (Z-10).
        eigen_plan: how the resident's own plan was used (L-51).
        eigen_verantwoordelijkheid_uitgelegd: S-14; ``None`` = not said.
        vraagverheldering: the question behind the question (part 1, D-15).
        resultaat: the result to reach (part 1, D-15).
        samenhang: how the problems hang together (W-16).
        levensdomeinen: what was said per domain of life, by id (B-20).
        gezin: the whole situation (B-60).
        bijdragen: what each source can do, in the order in which it was talked about (S-15, S-16).
        onderzoek: answers to Wmo 2.3.2 lid 4 a-g, by letter (L-53).
        zrm: levels of the ZRM per domain, by id.
        medisch_complex: the medical problems are complex (W-20); ``None`` = not said.
        geen_medisch_advies_omdat: why no medical adviser is asked all the same (W-20).
        pgb: L-54.
        maatwerk_besproken_op: day on which the need for maatwerk was discussed with the resident (D-17).
        deel_2: day and person of the second part (D-15).
        oplossingen: summary of what was agreed on.
        gekozen: the solutions, one by one (W-18).
        akkoord: what the resident said of the report (S-18).
    """

    op: date
    plaats: str = ""
    waarom_niet_thuis: str = ""
    gevoerd_door: str
    gepland_door: str = ""
    aanwezig: tuple[Aanwezige, ...] = ()
    inbreng: str = ""
    eigen_plan: str = ""
    eigen_verantwoordelijkheid_uitgelegd: bool | None = None
    vraagverheldering: str
    resultaat: str = ""
    samenhang: str = ""
    levensdomeinen: tuple[tuple[str, str], ...] = ()
    gezin: Gezin | None = None
    bijdragen: tuple[Bijdrage, ...] = Field(default=(), alias="bijdrage")
    onderzoek: tuple[tuple[str, str], ...] = ()
    zrm: tuple[tuple[str, int], ...] = ()
    medisch_complex: bool | None = None
    geen_medisch_advies_omdat: str = ""
    pgb: Pgbuitleg | None = None
    maatwerk_besproken_op: date | None = None
    deel_2: Gespreksdeel | None = None
    oplossingen: str = ""
    gekozen: tuple[Oplossing, ...] = Field(default=(), alias="oplossing")
    akkoord: Akkoord = Akkoord.AANGEBODEN

    @field_validator("levensdomeinen", "onderzoek", "zrm", mode="before")
    @classmethod
    def _tabel_als_paren(cls, waarde: Any) -> Any:
        """Accept a table too: that is how a person writes it."""
        return tuple(waarde.items()) if isinstance(waarde, dict) else waarde

    @field_validator("zrm")
    @classmethod
    def _niveaus(cls, waarde: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
        if any(not LAAGSTE <= niveau <= HOOGSTE for _, niveau in waarde):
            raise ValueError(f"een niveau is {LAAGSTE}, 2, 3, 4 of {HOOGSTE}")
        return waarde

    @property
    def afgerond(self) -> bool:
        """Tell whether the solutions were talked about too; before that only the first part is there."""
        return bool(self.gekozen) or self.deel_2 is not None

    @property
    def laatste_dag(self) -> date:
        """Day of the last part."""
        return self.deel_2.op if self.deel_2 else self.op

    @property
    def spelende_domeinen(self) -> tuple[str, ...]:
        """Ids of the domains of life in which something is the matter."""
        return tuple(id for id, tekst in self.levensdomeinen if tekst.strip().lower() not in ("", NIET_AAN_DE_ORDE))

    def domein(self, id: str) -> str:
        """Return what was said of a domain of life; empty when nothing was."""
        return dict(self.levensdomeinen).get(id, "").strip()

    def wat(self, bron: Bron) -> str:
        """Return what a source can do; for the Wmo the part of the research that asks the same serves too."""
        gezegd = " ".join(item.wat for item in self.bijdragen if item.van is bron).strip()
        return gezegd or dict(self.onderzoek).get(LETTER_VAN.get(bron, ""), "").strip()

    def antwoord(self, letter: str) -> str:
        """Return the answer to a part of the Wmo research; what a source can do serves where it asks the same."""
        gegeven = dict(self.onderzoek).get(letter, "").strip()
        bron = next((item for item, deel in LETTER_VAN.items() if deel == letter), None)
        return gegeven or (self.wat(bron) if bron else "")

    def maatwerk(self, wet: Wet) -> tuple[Oplossing, ...]:
        """Return the solutions that are a maatwerk- or individuele voorziening; only the gemeente grants those."""
        return tuple(item for item in self.gekozen if item.van is Bron.GEMEENTE and _is_maatwerk(item, wet))


def _is_maatwerk(oplossing: Oplossing, wet: Wet) -> bool:
    product = next((item for item in producten() if item.id == oplossing.product), None)
    if product is None:
        return wet in HEEFT_ONDERZOEK
    return product.soort in (Voorzieningsoort.MAATWERK, Voorzieningsoort.INDIVIDUEEL)
