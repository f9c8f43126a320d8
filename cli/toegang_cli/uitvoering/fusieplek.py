"""Opening a fusion project for one command: who acts, and the header that says that it is to practise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from toegang.environment import Gemeente, Klok, open_gemeente, wie_handelt
from toegang.fusion.actor import deelnemer
from toegang.fusion.project import Project
from toegang.fusion.projectmap import open_project
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang_cli.uitvoer import zeg


@dataclass(frozen=True)
class Fusieplek:
    """An opened project.

    Args:
        project: the project.
        actor: who acts.
        register: the gemeenten of this machine.
        klok: the clock.
    """

    project: Project
    actor: Actor
    register: Register
    klok: Klok

    @contextmanager
    def doel(self) -> Iterator[Gemeente]:
        """Open the new gemeente."""
        with open_gemeente(self.project.definitie.doel, register=self.register, klok=self.klok) as gemeente:
            yield gemeente


@contextmanager
def fusieplek(naam: str, als: str | None = None) -> Iterator[Fusieplek]:
    """Open a project.

    Args:
        naam: its name.
        als: deelnemer that is played.

    Raises:
        Invoerfout: it does not exist.
        NietToegestaan: this account is not in the team.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    with open_project(register.map, naam, klok.nu, klok.vandaag) as project:
        actor = deelnemer(project, wie_handelt(register.map), als)
        with project.werk(actor, alleen_lezen=True) as werk:
            oefenen = project.feit(werk, "begin").get("oefenen")
        if oefenen:
            rol = f" U werkt als {als}." if als else ""
            dag = f" Het is zogenaamd {klok.vaste_dag.isoformat()}." if klok.vaste_dag else ""
            zeg(f"Oefenproject {naam}: alleen met testgegevens.{rol}{dag}")
        yield Fusieplek(project, actor, register, klok)
