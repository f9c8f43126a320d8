"""``matrix.toml``: which letter exists for which act, on which article; no article, no letter.

``rechtsmiddelen.toml``: the words of the remedies clause, dated. Both lie in the folder of the shared
templates, so that the letter set and its law travel together.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.domain.veldfouten import veldfouten
from toegang.domain.waarde import Waarde
from toegang.errors import Controlefout, NietToegestaan
from toegang.letters.besluitonderdelen import Grondslag
from toegang.letters.onderdelen import Briefsoort

MATRIX = "matrix.toml"
RECHTSMIDDELEN = "rechtsmiddelen.toml"


class Grondslagregel(Waarde):
    """A legal ground of a letter.

    Args:
        wet: citation title.
        artikel: article; empty when the whole regulation is meant.
        voor: only cited for these acts; empty = for all.
        bij: only printed when a provision is delivered this way.
        bewijs: evidence mark of DOMAIN.md; M = not read yet by us.
    """

    wet: str
    artikel: str = ""
    voor: tuple[Wet, ...] = ()
    bij: Leveringsvorm | None = None
    bewijs: Literal["V", "V2", "M"]


class Matrixregel(Waarde):
    """One letter that exists.

    Args:
        sjabloon: template id.
        soort: what kind of paper.
        wetten: acts for which it exists; empty = all.
        besluitsoorten: kinds of decision it can carry; empty for a paper without one.
        titel: fixed heading, for annexes.
        grondslagen: acts and articles it rests on.
        regels: rule ids that it carries.
        plan: it prints the plan of the household.
        vraagt: what else must be known, as paths from ``brief``, e.g. ``nazorg.bezwaar``.
        ander_besluit: it carries a besluit that is none on the aanvraag: on a dwangsom, or on a bezwaar.
    """

    sjabloon: str
    soort: Briefsoort
    wetten: tuple[Wet, ...] = ()
    besluitsoorten: tuple[Besluitsoort, ...] = ()
    titel: str = ""
    grondslagen: tuple[Grondslagregel, ...] = Field(alias="grondslag", min_length=1)
    regels: tuple[str, ...]
    plan: bool = False
    vraagt: tuple[str, ...] = ()
    ander_besluit: bool = False

    @property
    def draagt_besluit(self) -> bool:
        """Whether it carries a besluit, so that the law on besluiten runs on it."""
        return bool(self.besluitsoorten) or self.ander_besluit

    def gronden(self, wet: Wet, vormen: frozenset[Leveringsvorm]) -> tuple[Grondslag, ...]:
        """Return what is cited for an act when these forms of delivery are in the decision."""
        passend = (
            regel
            for regel in self.grondslagen
            if (not regel.voor or wet in regel.voor) and (regel.bij is None or regel.bij in vormen)
        )
        return tuple(Grondslag(wet=regel.wet, artikel=regel.artikel) for regel in passend)


class Clausule(Waarde):
    """The remedies clause from a day on (Awb 3:45, 6:7, 6:8; afd. 2.3).

    Args:
        soort: the paper in which it stands.
        geldig_van: first day on which it may be printed.
        door_wie: who may object.
        termijn: key of the term in ``data/termijnen.toml``.
        ingang: where the term starts.
        digitaal: the digital channel is printed too (from 2026-01-01).
        bron: articles.
        weg: objecting with the body itself, or appealing with the court.
    """

    soort: Briefsoort
    geldig_van: date
    door_wie: str
    termijn: str
    ingang: str
    digitaal: bool
    bron: str
    weg: Literal["bezwaar", "beroep"] = "bezwaar"


class Brievenmatrix(Waarde):
    """All letters that exist, and the words of the remedies clause."""

    brieven: tuple[Matrixregel, ...] = Field(alias="brief", min_length=1)
    clausules: tuple[Clausule, ...] = Field(alias="clausule", min_length=1)

    @classmethod
    def uit_map(cls, map_: Path) -> Brievenmatrix:
        """Read both files of a folder.

        Args:
            map_: folder of the shared templates.

        Returns:
            The matrix.

        Raises:
            Controlefout: a file is absent, not TOML or has a fault; names file and key.
        """
        try:
            ruw = {**_lees(map_ / MATRIX), **_lees(map_ / RECHTSMIDDELEN)}
            return cls.model_validate(ruw)
        except ValidationError as fout:
            raise _onbruikbaar(f"{MATRIX} of {RECHTSMIDDELEN}", "; ".join(veldfouten(fout))) from None

    def _raad(self, sjabloon: str) -> str:
        """Return the letters that look like one that does not exist, and where all of them are."""
        bekend = {regel.sjabloon.casefold(): regel.sjabloon for regel in self.brieven}
        gezocht = sjabloon.casefold().replace("_", "-").removesuffix(".html")
        namen = [bekend[naam] for naam in get_close_matches(gezocht, bekend, n=3)]
        # half a name is a letter too: 'toekenning', or the act alone
        namen += [naam for naam in bekend.values() if gezocht in naam.split("/") and naam not in namen]
        lijkt = f"Lijkt erop: {', '.join(namen)}. " if namen else ""
        return f"{lijkt}De opdracht 'toegang beschikking sjablonen' toont alle brieven."

    def brief(self, sjabloon: str, wet: Wet | None = None, soort: Besluitsoort | None = None) -> Matrixregel:
        """Return the letter with that template, for that act and kind of decision.

        Args:
            sjabloon: template id.
            wet: act of the zaak.
            soort: kind of decision; ``None`` when there is none.

        Returns:
            The row.

        Raises:
            Controlefout: there is no such letter, or not for that act or decision.
        """
        regel = next((regel for regel in self.brieven if regel.sjabloon == sjabloon), None)
        if regel is None:
            raise Controlefout(f"De brief '{sjabloon}' bestaat niet.", vervolg=self._raad(sjabloon))
        if wet is not None and regel.wetten and wet not in regel.wetten:
            raise Controlefout(
                f"De brief '{sjabloon}' bestaat niet voor {wet}: er is geen artikel waarop hij kan rusten.",
                vervolg=f"Kies een brief die in {MATRIX} bij {wet} staat.",
            )
        if soort is not None and regel.besluitsoorten and soort not in regel.besluitsoorten:
            raise Controlefout(
                f"De brief '{sjabloon}' kan geen {soort.lower()} dragen.",
                vervolg=f"Kies een brief die in {MATRIX} bij {soort} staat.",
            )
        return regel

    def soorten(self, wet: Wet) -> tuple[Besluitsoort, ...]:
        """Return the kinds of decision that exist under an act: those that some letter carries.

        Args:
            wet: the act.
        """
        regels = [regel for regel in self.brieven if not regel.wetten or wet in regel.wetten]
        gedragen = {soort for regel in regels for soort in regel.besluitsoorten}
        return tuple(soort for soort in Besluitsoort if soort in gedragen)

    def kent_pgb(self, wet: Wet) -> bool:
        """Tell whether a letter of this act rests on an article about a pgb; without one there is no pgb."""
        regels = (regel for regel in self.brieven if wet in regel.wetten)
        return any(grond.bij is Leveringsvorm.PGB for regel in regels for grond in regel.grondslagen)

    def clausule(self, soort: Briefsoort, op: date, weg: Literal["bezwaar", "beroep"] = "bezwaar") -> Clausule:
        """Return the words of the remedies clause on a day.

        Args:
            soort: the paper.
            op: date of the letter.
            weg: objecting or appealing.

        Returns:
            The clause with the latest first day.

        Raises:
            Controlefout: no clause covers that paper on that day.
        """
        passend = [item for item in self.clausules if item.soort is soort and item.weg == weg and item.geldig_van <= op]
        if not passend:
            raise Controlefout(
                f"Er is op {op.isoformat()} geen rechtsmiddelenclausule voor een {soort.lower()}.",
                vervolg=f"Vul {RECHTSMIDDELEN} aan.",
            )
        return max(passend, key=lambda item: item.geldig_van)


def brieven_van(sjabloonmappen: Iterable[tuple[object, Iterable[str]]]) -> Brievenmatrix:
    """Return which letters a gemeente has: the matrix lies with the shared templates, the last folder.

    Args:
        sjabloonmappen: answers of ``template_dirs``, the most specific first.

    Raises:
        NietToegestaan: there are no templates.
        Controlefout: see :meth:`Brievenmatrix.uit_map`.
    """
    mappen = [map_ for _, delen in sjabloonmappen for map_ in delen]
    if not mappen:
        raise NietToegestaan(
            "Deze gemeente heeft geen brieven, dus een besluit kan niet worden bekendgemaakt.",
            vervolg="Zet 'beschikkingen' bij 'uitbreidingen' in organisatie.toml.",
        )
    return _gelezen(Path(mappen[-1]))


@lru_cache(maxsize=8)
def _gelezen(map_: Path) -> Brievenmatrix:
    return Brievenmatrix.uit_map(map_)


def _lees(pad: Path) -> dict[str, object]:
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _onbruikbaar(pad.name, "het bestand ontbreekt") from None
    except (OSError, ValueError) as fout:
        raise _onbruikbaar(pad.name, str(fout)) from fout


def _onbruikbaar(bestand: str, waarom: str) -> Controlefout:
    return Controlefout(f"De brievenset is onbruikbaar: {bestand}: {waarom}.", vervolg="Verbeter het bestand.")
