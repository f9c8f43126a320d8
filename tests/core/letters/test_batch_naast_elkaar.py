"""Batches beside each other, a template with an error in one branch, and trials that leave nothing behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from batchproef import VANDAAG, Proef
from proefrenderers import Lichte

from toegang.domain.batch import Regelstand
from toegang.domain.batchverloop import Batchstand
from toegang.environment import Klok, open_gemeente
from toegang.letters.batch import steekproef
from toegang.letters.batch.herdruk import herdruk
from toegang.letters.batch.kern import Batchplek
from toegang.letters.batch.terug import Terugreden, opnieuw, trek_terug
from toegang.letters.batch.verzonden import verzonden
from toegang.letters.batch.vrijgeven import geef_vrij
from toegang.letters.sjablonen import Sjabloonset
from toegang.lifecycle.intake import neem_in
from toegang.reports.batch import maak_batchrapport
from toegang.reports.pagina import maak_pagina
from toegang.storage.logboek import controleer_logboek
from toegang.tenancy import Register
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door
from toegang_cli.werkplek import als_proef

pytestmark = pytest.mark.lang
TWEE = ("zwolle", "schagen")


@pytest.fixture(scope="module")
def klaargezet(tmp_path_factory) -> Path:
    map_ = tmp_path_factory.mktemp("twee")
    for naam in TWEE:
        with richt_in(naam, Register(map_), Klok(VANDAAG)) as gemeente:
            for inzending in uit_scenarios(naam, gemeente.omgeving.organisatie, VANDAAG, 2):
                for zaak in neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken:
                    loop_door(gemeente, zaak, inzending.scenario)
    return map_


@pytest.fixture
def twee(klaargezet: Path, tmp_path: Path) -> Iterator[tuple[Proef, Proef]]:
    shutil.copytree(klaargezet, tmp_path / "data")
    register = Register(tmp_path / "data")
    with (
        open_gemeente(TWEE[0], register=register, klok=Klok(VANDAAG)) as een,
        open_gemeente(TWEE[1], register=register, klok=Klok(VANDAAG)) as ander,
    ):
        yield Proef(een), Proef(ander)


def test_two_gemeenten_take_their_steps_in_turn_and_never_see_each_other(twee: tuple[Proef, Proef]) -> None:
    batches = [proef.bevries() for proef in twee]
    for stap in ("controleer", "keur_goed"):
        for proef, batch in zip(twee, batches, strict=True):
            getattr(proef, stap)(batch)
    # while the one makes its letters, and holds its lock, the other makes all of its own
    een, ander = twee
    gedaan = []

    def onderwijl(nummer: int, _: int) -> None:
        if nummer == 1:
            gedaan.append(ander.maak(batches[1]))

    een.maak(batches[0], voortgang=onderwijl)
    assert len(gedaan) == 1
    for proef, batch in zip(twee, batches, strict=True):
        proef.vereis_heel(batch)
        assert proef.vrij(batch).telling.gemaakt == batch.aantal
        assert {regel.brief_id for regel in proef.regels(batch).values()} == set(proef.brieven())
    assert not set(een.brieven()) & set(ander.brieven())


def test_two_gemeenten_as_two_processes_at_once(klaargezet: Path, tmp_path: Path) -> None:
    """The command itself, twice, with the real renderer: both are busy making letters at the same moment."""
    data = tmp_path / "data"
    shutil.copytree(klaargezet, data)
    omgeving = {**os.environ, "TOEGANG_DATA": str(data), "TOEGANG_VANDAAG": VANDAAG.isoformat()}
    opdracht = [sys.executable, "-m", "toegang_cli", "beschikking", "batch", "--ja", "--processen", "1", "--json", "-g"]
    kinderen = [
        subprocess.Popen([*opdracht, naam], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=omgeving)
        for naam in TWEE
    ]
    klaar = [kind.communicate(timeout=400) for kind in kinderen]
    assert [kind.returncode for kind in kinderen] == [0, 0], [fout for _, fout in klaar]
    gemaakt: list[set[str]] = []
    wanneer: list[tuple[datetime, datetime]] = []
    for naam in TWEE:
        with open_gemeente(naam, register=Register(data), klok=Klok(VANDAAG)) as gemeente:
            proef = Proef(gemeente)
            with proef.plek.lees() as werk:
                (batch,) = werk.batches.zoek()
                assert controleer_logboek(werk).fouten == ()
            assert batch.stand is Batchstand.VRIJGEGEVEN
            proef.vereis_heel(batch)
            gemaakt.append(set(proef.bestanden(batch)))
            wanneer.append((batch.stappen[0].op, batch.stappen[-1].op))
    assert all(gemaakt)
    assert not gemaakt[0] & gemaakt[1]
    assert max(begin for begin, _ in wanneer) < min(einde for _, einde in wanneer), "they were not busy at once"


def test_a_template_with_an_error_in_one_branch_costs_only_the_letters_that_take_it(twee, tmp_path) -> None:
    proef = twee[0]
    fout = proef.een_besluit()
    eigen = tmp_path / "sjablonen" / "wmo" / "_vervolg.html"
    eigen.parent.mkdir(parents=True)
    gewoon = next(map_ / "wmo" / "_vervolg.html" for map_ in proef.plek.sjablonen().mappen if (map_ / "wmo").is_dir())
    tak = f"{{% if brief.zaaknummer == '{fout.zaak_id}' %}}{{{{ brief.bestaat.niet }}}}{{% endif %}}"
    eigen.write_text(tak + gewoon.read_text())

    class MetFout(Batchplek):
        def sjablonen(self) -> Sjabloonset:
            return Sjabloonset([tmp_path / "sjablonen", *super().sjablonen().mappen])

    class Andere(Proef):
        @property
        def plek(self) -> Batchplek:
            return MetFout(super().plek.omgeving, super().plek.actor)

    kapot = Andere(proef.gemeente)
    geraakt = {id_ for id_, brief in proef.brieven().items() if brief.zaak_id == fout.zaak_id and brief.besluit_id}
    assert geraakt
    batch = kapot.bevries()
    kapot.controleer(batch)
    regels = kapot.regels(batch)
    assert {id_ for id_, regel in regels.items() if regel.stand is Regelstand.MISLUKT} == geraakt
    assert all("_vervolg" in regels[id_].waarom or fout.sjabloon in regels[id_].waarom for id_ in geraakt)
    kapot.keur_goed(batch)
    assert kapot.maak(batch).telling.gemaakt == batch.aantal - len(geraakt)
    kapot.vereis_heel(batch)


def test_a_trial_of_every_step_writes_nothing(twee: tuple[Proef, Proef]) -> None:
    """The surroundings of ``--proef``: after each step the head of the log, the batch and the files are as before."""
    proef = twee[0]

    def op_proef() -> Proef:
        return replace(proef, gemeente=replace(proef.gemeente, omgeving=als_proef(proef.gemeente.omgeving)))

    def afdruk() -> tuple[object, ...]:
        with proef.plek.lees() as werk:
            kop, batches = werk.logboek.kop(), werk.batches.zoek()
        return kop, batches, sorted((pad, pad.stat().st_mtime_ns) for pad in proef.gemeente.brievenmap.rglob("*"))

    def vereis_niets(stap: Callable[[Proef], object]) -> None:
        voor = afdruk()
        stap(op_proef())
        assert afdruk() == voor

    vereis_niets(lambda hier: hier.bevries())
    batch = proef.bevries()
    vereis_niets(lambda hier: hier.controleer(batch))
    proef.controleer(batch)
    vereis_niets(lambda hier: steekproef.bekijk(hier.plek, batch.id, hier.logo, Lichte()))
    vereis_niets(lambda hier: hier.keur_goed(batch))
    proef.keur_goed(batch)
    vereis_niets(lambda hier: hier.maak(batch, proef=True))
    proef.maak(batch)
    vereis_niets(lambda hier: geef_vrij(hier.plek, batch.id, proef=True))
    druk = proef.vrij(batch).batch
    aantal = druk.brieven_in("c5")
    vereis_niets(lambda hier: verzonden(hier.plek, batch.id, VANDAAG, aantal))
    vereis_niets(lambda hier: herdruk(hier.plek, batch.id, 1, 2, proef=True))
    vereis_niets(lambda hier: opnieuw(hier.plek, batch.id, VANDAAG, proef=True))
    vereis_niets(lambda hier: trek_terug(hier.plek, batch.id, Terugreden.DUBBEL, proef=True))
    assert verzonden(proef.plek, batch.id, VANDAAG, aantal).batch.stand is Batchstand.VERZONDEN


def test_the_figures_of_the_report_are_those_of_the_batch(twee: tuple[Proef, Proef]) -> None:
    proef = twee[0]
    zaak = proef.een_besluit().zaak_id
    proef.wijzig_client(zaak, overlijdensdatum="20261101")
    vrijgave = proef.tot_vrij()
    with proef.plek.lees() as werk:
        rapport = maak_batchrapport(werk, proef.plek.omgeving, vrijgave.batch.id)
    cijfers = {cijfer.naam: cijfer.waarde for cijfer in rapport.cijfers}
    tegen = sum(brief.zaak_id == zaak for brief in proef.brieven().values())
    aantal = vrijgave.batch.aantal
    assert (cijfers["Gekozen"], cijfers["Gemaakt"], cijfers["Aangehouden"]) == (aantal, aantal - tegen, tegen)
    assert cijfers["Vellen papier"] == sum(deel.vellen for deel in vrijgave.druk)
    stappen = next(tabel for tabel in rapport.tabellen if tabel.titel == "Wie deed wat")
    pagina = maak_pagina(rapport, proef.plek.omgeving.organisatie.huisstijl, voor_pdf=True)
    assert all(f">{rij[0]}<" in pagina for rij in stappen.rijen)
    assert "die staan in de JSON" not in pagina
