"""An onboarding that was broken off can be taken back: nothing of it stays, and nothing else goes."""

from collections.abc import Callable
from datetime import datetime

import pytest

from toegang.errors import Conflict, Invoerfout
from toegang.storage import Actor
from toegang.tenancy import Aansluitopdracht, Aansluitstap, Register, aansluiten
from toegang.tenancy.ongedaan import maak_ongedaan, plan_ongedaan

Klok = Callable[[], datetime]


class _Afgebroken(Exception):
    """Somebody pressed Ctrl-C."""


def _tot(register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, nummer: int) -> None:
    def stop(stap: Aansluitstap) -> None:
        if stap.nummer == nummer:
            raise _Afgebroken

    with pytest.raises(_Afgebroken):
        aansluiten(register, opdracht, actor, klok, na_stap=stop)


def _over(register: Register) -> list[str]:
    return sorted(pad.name for pad in register.map.rglob("*") if pad.is_file() and pad.name != ".slot")


@pytest.mark.parametrize("nummer", [1, 2, 3, 4])
def test_na_elke_stap_blijft_er_niets(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, nummer: int
) -> None:
    _tot(register, opdracht, actor, klok, nummer)
    voor = _over(register)
    plan = plan_ongedaan(register, "zwolle")
    assert plan.begonnen_door == actor.uid
    assert _over(register) == voor, "a plan changes nothing"
    maak_ongedaan(register, "zwolle")
    assert _over(register) == []
    assert not register.paden("zwolle").map.exists()
    with pytest.raises(Invoerfout, match="Er loopt geen aansluiting van zwolle"):
        maak_ongedaan(register, "zwolle")
    aansluiten(register, opdracht, actor, klok)
    assert [item.naam for item in register.gemeenten()] == ["zwolle"]


def test_wie_is_aangesloten_gaat_zo_niet_weg(zwolle: Register) -> None:
    with pytest.raises(Conflict, match="is aangesloten"):
        maak_ongedaan(zwolle, "zwolle")
    assert zwolle.paden("zwolle").sleutel.exists()


def test_een_bestand_van_een_ander_blijft(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok
) -> None:
    _tot(register, opdracht, actor, klok, 3)
    vreemd = register.paden("zwolle").brieven / "van-een-ander.pdf"
    vreemd.write_bytes(b"x")
    voor = _over(register)
    with pytest.raises(Conflict, match="hoort niet bij de aansluiting"):
        maak_ongedaan(register, "zwolle")
    assert _over(register) == voor
