"""A fusion of two made-up gemeenten into a third, made once; each test that changes something takes a copy."""

from datetime import date
from pathlib import Path

import pytest
from fusiedata import maak_gemeenten

from toegang.environment import Klok, open_gemeente, sluit_aan
from toegang.fusion.afbeelding.goedkeuring import geef_akkoord
from toegang.fusion.conflicten.soorten import SOORTEN, Geval
from toegang.fusion.conflicten.zoeken import zoek_conflicten
from toegang.fusion.inventaris import inventariseer
from toegang.fusion.koppel.uitvoeren import koppel
from toegang.fusion.oordeel import oordeel_conflicten, teken_zekere
from toegang.fusion.projectmap import begin_project, open_project
from toegang.fusion.proef import draai_proef
from toegang.storage import Actor
from toegang.tenancy import Register

OUD, WEST = Actor(uid=1, medewerker="oud"), Actor(uid=2, medewerker="west")
NA = Klok(date(2027, 1, 4))


class Werk:
    """A project with its files, opened when it is asked for."""

    def __init__(self, map_: Path, feiten: dict, klok: Klok = NA) -> None:
        self.map, self.feiten, self.klok = map_, feiten, klok
        self.register = Register(map_ / "data")

    def open(self, klok: Klok | None = None):
        klok = klok or self.klok
        return open_project(self.register.map, "samen", klok.nu, klok.vandaag)

    def gemeente(self):
        return open_gemeente("zwolle", register=self.register, klok=self.klok)

    def begin(self, **velden):
        return begin_project(
            self.register.map, "samen", self.feiten["project"], self.feiten["bronnen"], OUD, self.klok.nu,
            self.klok.vandaag, oefenen=True, **velden,
        )


@pytest.fixture
def werk(tmp_path: Path) -> Werk:
    """A project that has begun; nothing was read."""
    nieuw = Werk(tmp_path, maak_gemeenten(tmp_path))
    nieuw.register.map.mkdir(mode=0o700)
    nieuw.begin()
    return nieuw


@pytest.fixture
def gekoppeld(werk: Werk) -> Werk:
    """A project that was read and linked by rule."""
    with werk.open() as project:
        inventariseer(project, OUD)
        koppel(project, OUD, kans=False)
        zoek_conflicten(project, OUD)
    return werk


@pytest.fixture
def klaar(gekoppeld: Werk) -> Werk:
    """A project that may be taken over, and a gemeente to take it."""
    sluit_aan("zwolle", Actor(uid=0), register=gekoppeld.register, klok=gekoppeld.klok)
    keur_alles_goed(gekoppeld)
    return gekoppeld


def keur_alles_goed(werk: Werk) -> None:
    with werk.open() as project:
        for bron in project.definitie.bronnen:
            geef_akkoord(project, OUD, bron.naam, [])
        teken_zekere(project, WEST)
        with project.werk(OUD, alleen_lezen=True) as bank:
            soorten = {geval.soort for geval in bank.van("conflicten", Geval).zoek()}
        for soort in sorted(soorten):
            if SOORTEN[soort].ernst == "E":
                for actor in (OUD, WEST):
                    oordeel_conflicten(project, actor, soort=soort)
        draai_proef(project, OUD)
