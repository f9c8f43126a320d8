"""L-130, L-131, L-132: the elfproef, and a number that never shows."""

import copy
import json
import pickle
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError

from toegang.domain.bsn import Bsn, OngeldigBsn, is_geldig


def elfproef(cijfers: str) -> bool:
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(gewicht * int(cijfer) for gewicht, cijfer in zip(gewichten, cijfers, strict=True)) % 11 == 0


TESTREEKS = [f"9999{staart:05d}" for staart in range(100_000)]
GOED = [nummer for nummer in TESTREEKS[:2000] if elfproef(nummer)]
FOUT = [nummer for nummer in TESTREEKS[:2000] if not elfproef(nummer)]
NUMMER = GOED[7]
# Eight digits, of which the leading zero got lost; made up, not from the range of people.
ACHT = "0" * 6 + "12"


@settings(deadline=None)
@given(st.sampled_from(GOED))
def test_testreeks(nummer: str) -> None:
    bsn = Bsn.lees(nummer)
    assert bsn.onthul() == nummer
    assert bsn.is_testnummer


@settings(deadline=None)
@given(st.sampled_from(FOUT))
def test_elfproef_faalt(nummer: str) -> None:
    with pytest.raises(OngeldigBsn) as fout:
        Bsn.lees(nummer)
    assert nummer not in "".join(traceback.format_exception(fout.value))
    assert not is_geldig(nummer)


@settings(deadline=None)
@given(st.sampled_from(GOED), st.integers(4, 8), st.integers(1, 9))
def test_een_verkeerd_cijfer_valt_op(nummer: str, plaats: int, erbij: int) -> None:
    verkeerd = f"{nummer[:plaats]}{(int(nummer[plaats]) + erbij) % 10}{nummer[plaats + 1 :]}"
    assert not is_geldig(verkeerd)


@pytest.mark.parametrize("schrijfwijze", ["{0}", " {0}\n", "{0[0]}{0[1]}{0[2]}{0[3]}.{0[4]}{0[5]}.{0[6]}{0[7]}{0[8]}"])
def test_schrijfwijzen(schrijfwijze: str) -> None:
    assert Bsn.lees(schrijfwijze.format(NUMMER)) == Bsn(NUMMER)


@pytest.mark.parametrize(
    ("tekst", "waarom"),
    [
        ("", "leeg"),
        ("   ", "leeg"),
        (NUMMER[:8], "8 cijfers"),
        (NUMMER + "0", "10 cijfers"),
        ("0" * 9, "elfproef"),
        (NUMMER[:8] + "x", "geen cijfer"),
        (NUMMER[:8] + "٣", "geen cijfer"),
        (NUMMER[:8] + "²", "geen cijfer"),
    ],
)
def test_weigering_zegt_waarom_zonder_het_nummer(tekst: str, waarom: str) -> None:
    with pytest.raises(OngeldigBsn, match=waarom) as fout:
        Bsn.lees(tekst)
    if tekst.strip():
        assert tekst not in str(fout.value)


def test_acht_cijfers_alleen_op_verzoek() -> None:
    with pytest.raises(OngeldigBsn, match="8 cijfers"):
        Bsn.lees(ACHT)
    assert Bsn.lees(ACHT, vul_aan=True).onthul() == "0" + ACHT
    assert not Bsn.lees(ACHT, vul_aan=True).is_testnummer
    with pytest.raises(OngeldigBsn, match="7 cijfers"):
        Bsn.lees(ACHT[:7], vul_aan=True)


@dataclass(frozen=True)
class Houder:
    bsn: Bsn


class Model(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)
    bsn: Bsn


@pytest.mark.parametrize(
    "toon",
    [
        str,
        repr,
        "{}".format,
        "{:>20}".format,
        "{0!r} {0!s}".format,
        lambda bsn: "%s %r" % (bsn, bsn),  # noqa: UP031
        lambda bsn: str([bsn]) + str({bsn: bsn}),
        lambda bsn: repr(Houder(bsn)) + str(asdict(Houder(bsn))),
        lambda bsn: repr(Model(bsn=bsn)) + str(Model(bsn=bsn).model_dump()),
        lambda bsn: Model(bsn=bsn).model_dump_json(),
        lambda bsn: json.dumps(bsn, default=str),
        ascii,
    ],
)
def test_het_nummer_is_nergens_te_zien(toon: Callable[[Bsn], str]) -> None:
    getoond = toon(Bsn(NUMMER))
    assert NUMMER not in getoond
    assert "*****" in getoond


def test_json_weigert_een_bsn() -> None:
    with pytest.raises(TypeError):
        json.dumps({"bsn": Bsn(NUMMER)})


def test_verandert_niet_en_heeft_geen_velden() -> None:
    bsn = Bsn(NUMMER)
    with pytest.raises(AttributeError):
        bsn._nummer = GOED[0]
    with pytest.raises(TypeError):
        vars(bsn)


def test_gelijkheid_en_kopie() -> None:
    bsn = Bsn(NUMMER)
    assert bsn == Bsn.lees(NUMMER) == copy.deepcopy(bsn) == pickle.loads(pickle.dumps(bsn))  # noqa: S301
    assert len({bsn, Bsn(NUMMER), Bsn(GOED[0])}) == 2
    assert bsn != NUMMER


def test_model_neemt_tekst_en_meldt_zonder_nummer() -> None:
    assert Model.model_validate({"bsn": NUMMER}).bsn == Bsn(NUMMER)
    for verkeerd in (FOUT[0], int(NUMMER)):
        with pytest.raises(ValidationError) as fout:
            Model.model_validate({"bsn": verkeerd})
        assert str(verkeerd) not in str(fout.value)


def test_personas_hebben_testnummers(gedeeld: Callable[[str], Any]) -> None:
    personas = gedeeld("brp-testpersonas/personas.json")
    assert len(personas) == 582
    assert all(Bsn.lees(persoon["burgerservicenummer"]).is_testnummer for persoon in personas)
