"""A data folder per test, with nothing in it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from toegang.storage import Actor
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
