"""What a project is about: which gemeenten, which deliveries, which products and rules; a TOML file."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import Field, model_validator

from toegang.domain.begrippen import Wet
from toegang.domain.datums import plus_jaren
from toegang.domain.waarde import LEEG, Tabel, Waarde
from toegang.errors import Invoerfout
from toegang.fusion.afbeelding.bestand import lees_model
from toegang.fusion.afbeelding.model import Gemeentecode

LAPSE_JAREN = 2


class Bron(Waarde):
    """A delivery of one old gemeente.

    Args:
        naam: key, e.g. ``nuth``.
        gemeentecode: of the old gemeente.
        gemeente: its name.
        plek: file, folder or ZIP, within the folder with deliveries.
        afbeelding: file name of its mapping.
    """

    naam: str = Field(pattern=r"^[a-z][a-z0-9-]{0,30}$")
    gemeentecode: Gemeentecode
    gemeente: str
    plek: str
    afbeelding: str


class Deelnemer(Waarde):
    """Somebody of the project team.

    Args:
        id: id, e.g. ``nuth-1``; no name.
        uid: operating-system user; ``None`` = only in a project to practise.
        gemeentecode: the gemeente he signs for; empty = none.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,30}$")
    uid: int | None = Field(default=None, ge=0)
    gemeentecode: str = Field(default="", pattern=r"^(\d{4})?$")


class OudeTaak(Waarde):
    """A task of before that is no indication (B-73).

    Args:
        id: id, as in the mapping behind ``taak:``.
        naam: what it is.
        naar: who does it from now on.
    """

    id: str
    naam: str
    naar: str


class Regelvergelijking(Waarde):
    """One rule, in every old regulation and in the new one (E.5, 6).

    Args:
        onderwerp: what it is about.
        oud: gemeentecode → what it said.
        nieuw: what the new one says.
        bron: where that was read, with the place; "(nog te toetsen)" while nobody did.
    """

    onderwerp: str
    oud: Tabel[str, str]
    nieuw: str
    bron: str


class Verordening(Waarde):
    """A regulation of an old gemeente (Wet arhi art. 28).

    Args:
        gemeentecode: whose.
        naam: as the sources write it.
        vervallen_op: day on which it was declared lapsed before its time; ``None`` = it lapses by law.
        geldend_verklaard: reference of the publication when it was declared valid for the whole area (art. 29).
    """

    gemeentecode: Gemeentecode
    naam: str
    vervallen_op: date | None = None
    geldend_verklaard: str = ""


class Projectdefinitie(Waarde):
    """A project.

    Args:
        titel: heading.
        doel: key of the new gemeente on this machine.
        gemeente: its name.
        gemeentecode: its code.
        herindeling: the day T0 on which it begins.
        peildatum: day of the deliveries.
        bronnen: the deliveries, the one whose data win first.
        producten: file with the product list.
        wetten: act as the product list writes it → the act as we call it.
        deelnemers: the project team.
        taken: old tasks.
        verordeningen: old regulations.
        vergelijking: rule by rule.
        nieuwe_verordening: name of the new regulation; empty = not yet.
        nieuw_per: day from which the new regulation holds for old rights; ``None`` = not yet.
    """

    titel: str
    doel: str
    gemeente: str
    gemeentecode: Gemeentecode
    herindeling: date
    peildatum: date
    bronnen: tuple[Bron, ...] = Field(alias="bron", min_length=1)
    producten: str = "producten.csv"
    wetten: Tabel[str, Wet] = LEEG
    deelnemers: tuple[Deelnemer, ...] = Field(alias="deelnemer", default=())
    taken: tuple[OudeTaak, ...] = Field(alias="taak", default=())
    verordeningen: tuple[Verordening, ...] = Field(alias="verordening", default=())
    vergelijking: tuple[Regelvergelijking, ...] = ()
    nieuwe_verordening: str = ""
    nieuw_per: date | None = None

    @model_validator(mode="after")
    def _klopt(self) -> Projectdefinitie:
        for soort, namen in (
            ("bron", [bron.naam for bron in self.bronnen]),
            ("gemeentecode", [bron.gemeentecode for bron in self.bronnen]),
            ("deelnemer", [item.id for item in self.deelnemers]),
            ("uid", [str(item.uid) for item in self.deelnemers if item.uid is not None]),
        ):
            dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
            if dubbel:
                raise ValueError(f"{soort} {', '.join(dubbel)} staat er meer dan eens in")
        return self

    @property
    def vervaldag(self) -> date:
        """First day on which the old regulations hold no more (F-1, F-12): counted in years, never shifted (L-44)."""
        return plus_jaren(self.herindeling, LAPSE_JAREN)

    def bron_met_code(self, code: str) -> Bron:
        """Return the source of an old gemeente."""
        return next(bron for bron in self.bronnen if bron.gemeentecode == code)


class Product(Waarde):
    """A product of the new gemeente.

    Args:
        id: id.
        naam: description.
        wet: the act, as the list writes it.
        in_uren: counted in hours.
        hoogste: most hours a week that are granted; ``None`` = no limit.
        vormen: forms in which it exists.
    """

    id: str
    naam: str
    wet: str
    in_uren: bool
    hoogste: Decimal | None = None
    vormen: frozenset[str] = frozenset()


def lees_definitie(pad: Path) -> Projectdefinitie:
    """Read the file of a project.

    Raises:
        Invoerfout: it cannot be read.
        Controlefout: it is not right; names every field.
    """
    return lees_model(pad, Projectdefinitie, "Herstel het projectbestand.")


def lees_producten(pad: Path) -> dict[str, Product]:
    """Read a product list: CSV with ``product, omschrijving, wet, eenheid, max_uren_per_week, vormen``.

    Raises:
        Invoerfout: it cannot be read, or a row is not right; names the row.
    """
    producten: dict[str, Product] = {}
    nummer = 0
    try:
        with pad.open(encoding="utf-8-sig", newline="") as stroom:
            for rij in csv.DictReader(stroom, strict=True):
                nummer += 1
                hoogste = rij["max_uren_per_week"].strip().replace(",", ".")
                producten[rij["product"]] = Product(
                    id=rij["product"],
                    naam=rij["omschrijving"],
                    wet=rij["wet"],
                    in_uren=rij["eenheid"].strip() == "uren",
                    hoogste=Decimal(hoogste) if hoogste else None,
                    vormen=frozenset(filter(None, rij["vormen"].split("|"))),
                )
    except OSError:
        raise Invoerfout(f"{pad.name} is niet te lezen.", vervolg="Controleer de naam en de rechten.") from None
    except (KeyError, AttributeError, ValueError, ArithmeticError, csv.Error):
        raise Invoerfout(
            f"{pad.name}, rij {nummer}: deze rij klopt niet.",
            vervolg="De kolommen zijn: product, omschrijving, wet, eenheid, max_uren_per_week, vormen.",
        ) from None
    if not producten:
        raise Invoerfout(f"{pad.name} heeft geen producten.")
    return producten
