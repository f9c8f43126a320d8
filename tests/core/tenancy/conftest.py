"""A data folder per test, with nothing in it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from toegang.storage import Actor, controleer_logboek
from toegang.tenancy import Aansluitopdracht, Register, aansluiten

OPDRACHT = Aansluitopdracht(naam="zwolle", titel="Zwolle", plugin="zwolle", code="0193")


@pytest.fixture
def klok() -> Callable[[], datetime]:
    return lambda: datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def actor() -> Actor:
    return Actor(uid=1000)


@pytest.fixture
def opdracht() -> Aansluitopdracht:
    return OPDRACHT


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path / "data")


@pytest.fixture
def zwolle(register: Register, actor: Actor, klok: Callable[[], datetime]) -> Register:
    """A register in which one gemeente is connected."""
    aansluiten(register, OPDRACHT, actor, klok)
    return register


@pytest.fixture
def controleer_af(register: Register, actor: Actor, klok: Callable[[], datetime]) -> Callable[[], None]:
    """Check that the gemeente is whole: it opens, its log is right, and its facts are there once."""

    def controleer() -> None:
        assert [item.naam for item in register.gemeenten()] == ["zwolle"]
        assert register.onvoltooid() == ()
        paden = register.paden("zwolle")
        assert not paden.journaal.exists()
        assert paden.brieven.is_dir()
        with register.opslag("zwolle", klok) as opslag, opslag.werk(actor) as werk:
            assert (werk.kenmerken["naam"], werk.kenmerken["code"], werk.kenmerken["beheerder"]) == (
                "Zwolle",
                "0193",
                "1000",
            )
            assert len(werk.logboek.regels(actie="gemeente.aangesloten")) == 1
            rapport = controleer_logboek(werk)
            assert rapport.fouten == ()
            assert rapport.kop is not None
        rest = [pad.name for pad in register.map.rglob(".*") if pad.name != ".slot"]
        assert rest == []

    return controleer
