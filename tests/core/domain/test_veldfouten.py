"""One Dutch line per fault: where it is and what is wrong, never what was given."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

import pytest
from pydantic import Field, ValidationError, field_validator

from toegang.domain.veldfouten import veldfouten
from toegang.domain.waarde import Waarde

KANARIE = "Kanariegeel"


class Kleur(StrEnum):
    ROOD = "ROOD"
    GROEN = "GROEN"
    BLAUW = "BLAUW"


class Deel(Waarde):
    naam: str = Field(min_length=1)
    aantal: int = Field(default=1, ge=1, le=9)


class Geheel(Waarde):
    tekst: str = "x"
    code: str = Field(default="ab", pattern="^[a-z]+$")
    dag: date = date(2026, 1, 1)
    ja: bool = True
    keuze: Kleur = Kleur.ROOD
    woord: Literal["aan", "uit"] = "aan"
    delen: tuple[Deel, ...] = Field(default=(Deel(naam="a"),), min_length=1)
    tabel: Mapping[str, Deel] = {}
    of: int | str | None = None
    getal: float = 1.0

    @field_validator("tekst")
    @classmethod
    def _geen_spatie(cls, waarde):
        if " " in waarde:
            raise ValueError("mag geen spatie hebben")
        return waarde


def fouten(**velden):
    with pytest.raises(ValidationError) as fout:
        Geheel.model_validate(velden)
    return veldfouten(fout.value)


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"tekst": 5}, "tekst: moet tekst zijn"),
        ({"tekst": "a b"}, "tekst: mag geen spatie hebben"),
        ({"code": KANARIE}, "code: heeft niet de juiste vorm"),
        ({"dag": KANARIE}, "dag: moet een datum zijn (jjjj-mm-dd)"),
        ({"dag": "2026-02-30"}, "dag: moet een datum zijn (jjjj-mm-dd)"),
        ({"dag": []}, "dag: moet een datum zijn (jjjj-mm-dd)"),
        ({"ja": KANARIE}, "ja: moet true of false zijn"),
        ({"ja": []}, "ja: moet true of false zijn"),
        ({"keuze": KANARIE}, "keuze: kies uit 'ROOD', 'GROEN' of 'BLAUW'"),
        ({"woord": KANARIE}, "woord: kies uit 'aan' of 'uit'"),
        ({"delen": []}, "delen: mag niet leeg zijn"),
        ({"delen": KANARIE}, "delen: moet een lijst zijn"),
        ({"delen": [{"naam": "a"}, {}]}, "delen.2.naam: ontbreekt"),
        ({"delen": [{"naam": ""}]}, "delen.1.naam: mag niet leeg zijn"),
        ({"delen": [{"naam": "a", "aantal": 0}]}, "delen.1.aantal: is te klein"),
        ({"delen": [{"naam": "a", "aantal": 10}]}, "delen.1.aantal: is te groot"),
        ({"delen": [{"naam": "a", "aantal": KANARIE}]}, "delen.1.aantal: moet een geheel getal zijn"),
        ({"delen": [{"naam": "a", "aantal": []}]}, "delen.1.aantal: moet een geheel getal zijn"),
        ({"delen": [KANARIE]}, "delen.1: moet een tabel zijn"),
        ({"tabel": KANARIE}, "tabel: moet een tabel zijn"),
        ({"tabel": {"a": {}}}, "tabel.a.naam: ontbreekt"),
        ({"bestaat_niet": KANARIE}, "bestaat_niet: deze sleutel bestaat niet"),
        ({"getal": KANARIE}, "getal: is niet geldig"),
    ],
)
def test_een_fout(velden, regel):
    assert fouten(**velden) == (regel,)
    assert KANARIE not in regel


def test_alle_fouten_tegelijk_in_de_volgorde_van_de_velden():
    assert fouten(delen=[{}, {"naam": "a", "aantal": 0}], ja="misschien", onzin=1) == (
        "ja: moet true of false zijn",
        "delen.1.naam: ontbreekt",
        "delen.2.aantal: is te klein",
        "onzin: deze sleutel bestaat niet",
    )


def test_een_veld_van_twee_soorten_noemt_de_sleutel_en_niet_de_soort():
    assert fouten(of=[]) == ("of: moet een geheel getal zijn", "of: moet tekst zijn")


def test_het_geheel_is_geen_tabel():
    with pytest.raises(ValidationError) as fout:
        Geheel.model_validate(KANARIE)
    assert veldfouten(fout.value) == ("(geheel): moet een tabel zijn",)
