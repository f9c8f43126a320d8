"""Says which command is carried out, and checks what works on the machine itself; every command passes here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from toegang.domain.handeling import Handeling, bezig_met
from toegang_cli.uitvoer import zeg

_VERVOLG = "deelopdracht"
"""Parameter with a word that makes another command of it: ``privacy logboek controleer``."""


@contextmanager
def begin(opdracht: str, velden: Mapping[str, Any]) -> Iterator[None]:
    """Carry a command out inside the block.

    Args:
        opdracht: words after ``toegang``.
        velden: its parameters, by name.

    Raises:
        NietToegestaan: it works on the machine, and who acts is no beheerder.
        ToegangFout: nobody said who may do it.
    """
    handeling = Handeling(
        opdracht=" ".join((opdracht, *filter(None, (velden.get(_VERVOLG),)))),
        zaak=velden.get("zaak"),
        reden=velden.get("reden"),
        als=velden.get("als"),
        zeg=zeg,
    )
    from toegang.domain.rechten import Plaats, rechten

    recht = rechten().get(handeling.opdracht)
    if recht is None or recht.plaats is Plaats.MACHINE:
        _controleer_machine(handeling, velden.get("naam") or velden.get("gemeente"))
    with bezig_met(handeling):
        yield


def _controleer_machine(handeling: Handeling, naam: str | None) -> None:
    from toegang.environment import wie_handelt
    from toegang.lifecycle.poort import recht_van, vereis_beheer
    from toegang.tenancy import Register

    recht_van(handeling)
    register = Register.standaard()
    map_ = register.map
    if map_.exists():
        vereis_beheer(register, handeling, naam, wie_handelt(map_), map_.stat().st_uid)
