"""A gemeente chooses how easy its letters must read; below that a letter carries a warning (L-146)."""

from __future__ import annotations

from dataclasses import replace

import bouwers as b
import pytest
from pydantic import ValidationError

from toegang.domain.leesgegevens import grenzen
from toegang.domain.spoor import Oordeel
from toegang.guards.contexten_document import Eigentekst
from toegang.guards.leesbaarheid import grenzen_van, toets_tekst

TEKST = (Eigentekst("motivering, conclusie", "U krijgt hulp bij het huishouden. Dat is drie uur in de week."),)


def waarschuwingen(**leesbaarheid: int) -> list[str]:
    regels = toets_tekst(TEKST, b.beeld(leesbaarheid=leesbaarheid), frozenset())
    return [item.regel for item in regels if item.oordeel is Oordeel.WAARSCHUWING]


@pytest.mark.regel("L-146")
def test_the_own_threshold_decides_whether_a_letter_is_warned_of() -> None:
    assert waarschuwingen() == []
    assert waarschuwingen(flesch_douma=120) == ["L-146"]


def test_what_a_gemeente_does_not_choose_stays_as_it_was() -> None:
    assert grenzen_van(b.beeld(leesbaarheid={"lange_zin": 12})) == replace(grenzen(), lange_zin=12)
    assert grenzen_van(b.beeld()) == grenzen()


def test_the_limit_of_an_own_rule_goes_first() -> None:
    eigen = b.eigen_regel(getallen={"zin_woorden": 9})

    assert grenzen_van(b.beeld(("Z-22", eigen), leesbaarheid={"zin_woorden": 12})).zin_woorden == 9


@pytest.mark.parametrize(
    ("waarde", "waarom"), [({"flesh_douma": 60}, "kies uit .*flesch_douma"), ({"lange_zin": -1}, "kleiner dan nul")]
)
def test_a_limit_that_does_not_exist_is_refused(waarde: dict[str, int], waarom: str) -> None:
    with pytest.raises(ValidationError, match=waarom):
        b.organisatie(leesbaarheid=waarde)
