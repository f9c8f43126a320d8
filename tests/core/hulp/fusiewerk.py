"""What the tests of a fusion share: a project with its files, and the road to where it may be taken over."""

import shutil
from datetime import date
from pathlib import Path

from toegang.environment import Klok, open_gemeente
from toegang.fusion.afbeelding.goedkeuring import geef_akkoord
from toegang.fusion.conflicten.soorten import SOORTEN, Geval
from toegang.fusion.conflicten.zoeken import zoek_conflicten
from toegang.fusion.oordeel import oordeel_conflicten, teken_zekere
from toegang.fusion.proef import draai_proef
from toegang.fusion.projectmap import begin_project, open_project
from toegang.storage import Actor
from toegang.tenancy import Register

OUD, WEST = Actor(uid=1, medewerker="oud"), Actor(uid=2, medewerker="west")
NA = Klok(date(2027, 1, 4))


class Werk:
    """A project with its files, opened when it is asked for."""

    def __init__(self, map_: Path, feiten: dict, klok: Klok = NA) -> None:
        self.map, self.feiten, self.klok = map_, feiten, klok
        self.register = Register(map_ / "data")

    def kopie(self, map_: Path) -> "Werk":
        """The same project in a folder of its own."""
        shutil.copytree(self.map, map_)
        nieuw = Werk(map_, {**self.feiten, "project": map_ / "project.toml", "bronnen": map_ / "bronnen"}, self.klok)
        with nieuw.open() as project, project.werk(OUD) as bank:
            project.bewaar_feit(bank, "begin", {"bronnen": str(map_ / "bronnen"), "oefenen": True})
            bank.commit()
        return nieuw

    def open(self, klok: Klok | None = None):
        klok = klok or self.klok
        return open_project(self.register.map, "samen", klok.nu, klok.vandaag)

    def gemeente(self):
        return open_gemeente("zwolle", register=self.register, klok=self.klok)

    def begin(self, **velden):
        return begin_project(
            self.register.map,
            "samen",
            self.feiten["project"],
            self.feiten["bronnen"],
            OUD,
            self.klok.nu,
            self.klok.vandaag,
            oefenen=True,
            **velden,
        )


def keur_alles_goed(werk: Werk) -> None:
    with werk.open() as project:
        for bron in project.definitie.bronnen:
            geef_akkoord(project, OUD, bron.naam, [])
        zoek_conflicten(project, OUD)
        teken_zekere(project, WEST)
        with project.werk(OUD, alleen_lezen=True) as bank:
            soorten = {geval.soort for geval in bank.van("conflicten", Geval).zoek()}
        for soort in sorted(soorten):
            if SOORTEN[soort].ernst == "E":
                for actor in (OUD, WEST):
                    oordeel_conflicten(project, actor, soort=soort)
        draai_proef(project, OUD)
