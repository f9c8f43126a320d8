"""Where the data of this machine lives: ``TOEGANG_DATA``, else ``toegang`` in the XDG data folder."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

NAAM = "toegang"


def _standaard() -> Path:
    # XDG Base Directory Specification: a relative XDG_DATA_HOME is to be ignored.
    xdg = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (xdg if xdg.is_absolute() else Path.home() / ".local" / "share") / NAAM


class Plaats(BaseSettings):
    """The settings of this machine, out of the environment.

    Args:
        data: folder of all gemeenten; an empty variable counts as absent.
        postgres: address of a PostgreSQL server, with an account that may make databases. When it is set, the next
            gemeente that is connected gets her database there instead of in a file.
        reservekopie: folder for backups, best on another disk; ``None`` = inside the data folder.
        afsluiten_dagen: how many days lie between asking to take a gemeente off this machine and wiping her.
    """

    model_config = SettingsConfigDict(
        env_prefix="TOEGANG_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    data: Path = Field(default_factory=_standaard)
    postgres: str = Field(default="", repr=False)
    reservekopie: Path | None = None
    afsluiten_dagen: int = Field(default=30, ge=0, le=3650)

    @field_validator("data", "reservekopie")
    @classmethod
    def _volledig(cls, pad: Path | None) -> Path | None:
        return None if pad is None else pad.expanduser().absolute()
