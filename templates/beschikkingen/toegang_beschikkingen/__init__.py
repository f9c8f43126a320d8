"""The shared letters: an extension that brings templates and decides nothing."""

from __future__ import annotations

from pathlib import Path

from toegang import hookimpl

SJABLONEN = Path(__file__).resolve().parent / "sjablonen"


class Brievenset:
    """Brings the folder with the shared templates, their matrix and the remedies clause."""

    @hookimpl
    def template_dirs(self) -> tuple[str, ...]:
        """Return the folder with the shared templates."""
        return (str(SJABLONEN),)


plugin = Brievenset()
