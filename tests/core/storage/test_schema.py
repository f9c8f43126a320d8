"""The tables as they are: made by migrations, equal to the metadata, STRICT, and never half."""

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from toegang.domain.termijnzaak import Termijnrecord
from toegang.errors import Conflict, OpslagFout
from toegang.storage import Gemeenteopslag, bijwerken, herken, maak_aan, revisie, rond_zaak, schema, tabellen  # noqa: F401
from toegang.storage.kolommen import metadata
from toegang.storage.sleutels import maak_sleutel

Klok = Callable[[], object]
VOLGENDE = "9998"
"""A revision that does not exist yet."""


def _sql(verbinding: sqlite3.Connection, soort: str) -> dict[str, str]:
    vraag = "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'alembic%'"
    return dict(verbinding.execute(vraag, (soort,)).fetchall())


def _kaal(sql: str) -> list[str]:
    """The parts of a CREATE TABLE, whatever their order."""
    binnen, _, slot = " ".join(sql.split()).partition("(")[2].rpartition(")")
    delen, diepte, deel = [], 0, ""
    for teken in binnen:
        diepte += (teken == "(") - (teken == ")")
        if teken == "," and not diepte:
            delen, deel = [*delen, deel.strip()], ""
        else:
            deel += teken
    return [*sorted([*delen, deel.strip()]), slot.strip()]


def test_migraties_en_metadata_zijn_gelijk(opslag: Gemeenteopslag, paden: SimpleNamespace, tmp_path: Path) -> None:
    with opslag.verbind(alleen_lezen=True) as verbinding:
        opties = {"compare_type": True, "compare_server_default": True, "target_metadata": metadata}
        assert compare_metadata(MigrationContext.configure(verbinding, opts=opties), metadata) == []
    # Alembic does not look at STRICT, partial indexes or deferred keys; the SQL itself does.
    metadata.create_all(create_engine(f"sqlite:///{tmp_path / 'los.sqlite3'}"))
    met_migratie, met_metadata = sqlite3.connect(paden.database), sqlite3.connect(tmp_path / "los.sqlite3")
    een, ander = _sql(met_migratie, "table"), _sql(met_metadata, "table")
    assert {naam: _kaal(sql) for naam, sql in een.items()} == {naam: _kaal(sql) for naam, sql in ander.items()}
    assert _sql(met_migratie, "index") == _sql(met_metadata, "index")
    met_migratie.close()
    met_metadata.close()


def test_de_revisies_zijn_die_van_de_migraties() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIES))
    keten = [stap.revision for stap in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(keten)) == schema.REVISIES


def test_elke_tabel_is_streng(paden: SimpleNamespace) -> None:
    with sqlite3.connect(paden.database) as rauw:
        losse = rauw.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
            " AND name NOT LIKE 'sqlite%' AND name <> 'alembic_version'"
        ).fetchall()
        assert losse == []
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER"):
            rauw.execute("INSERT INTO zaaknummers VALUES (2026, 'veel')")
    rauw.close()


def test_geen_open_kolom_kan_een_persoon_noemen() -> None:
    """Every plain column is known here: a new one needs a look at what it may hold."""
    bekend = {
        "aangeboden_op", "aangemaakt_op", "aantal", "actie", "actiedatum", "afgedaan_op", "afgehandeld_op",
        "batch_id", "bekendgemaakt_op", "besluit_id", "bezwaar_tot", "brief_id", "bronrecord", "bsn_hash", "client_id",
        "controle_op", "dag", "detail", "doel", "domein", "door", "dossier", "dossier_id", "exemplaar", "functie",
        "gesloten_op", "gevraagd_op", "hook", "id", "inhoud", "inwoner_id", "jaar", "kanaal", "kenmerk_hash",
        "laatste", "lopend", "mac", "medewerker", "melding_id", "nummer", "ontvangen_op", "op", "regisseur", "rij",
            "run_id",
        "sinds", "sjabloon", "sleutel", "soort", "stand", "status", "tot", "uid", "versie", "verzonden_op",
        "volgnr", "vorige", "waarde", "wet", "zaak", "zaak_id",
    }  # fmt: skip
    assert {kolom.name for tabel in metadata.tables.values() for kolom in tabel.columns} == bekend


def test_de_tabellen_kunnen_ook_in_postgresql() -> None:
    dialect = postgresql.dialect()
    sql = {naam: str(CreateTable(tabel).compile(dialect=dialect)) for naam, tabel in metadata.tables.items()}
    assert "STRICT" not in "".join(sql.values())
    assert "rij SERIAL" in sql["zaken"]
    assert "inhoud BYTEA" in sql["zaken"]
    assert "op TIMESTAMP WITH TIME ZONE" in sql["logboek"]
    assert "DEFERRABLE INITIALLY DEFERRED" in sql["zaken"]
    indexen = [str(CreateIndex(index).compile(dialect=dialect)) for index in metadata.tables["regie"].indexes]
    assert "CREATE UNIQUE INDEX uq_regie_lopend ON regie (dossier_id) WHERE tot IS NULL" in indexen


def test_de_instellingen_van_een_verbinding(opslag: Gemeenteopslag) -> None:
    verwacht = {
        "journal_mode": "wal", "synchronous": 2, "busy_timeout": 10_000, "foreign_keys": 1, "trusted_schema": 0,
        "secure_delete": 1,
    }  # fmt: skip
    with opslag.verbind() as verbinding:
        waarden = {naam: verbinding.exec_driver_sql(f"PRAGMA {naam}").scalar_one() for naam in verwacht}
        assert verbinding.connection.dbapi_connection.isolation_level is None
    assert waarden == verwacht
    assert opslag.engine.hide_parameters
    assert type(opslag.engine.pool).__name__ == "NullPool"


@pytest.fixture
def leeg(tmp_path: Path, klok: Klok) -> Gemeenteopslag:
    maak_sleutel(tmp_path / "s" / "zwolle.sleutel")
    pad = tmp_path / "zwolle" / "toegang.sqlite3"
    return Gemeenteopslag.open(pad, tmp_path / "s" / "zwolle.sleutel", "zwolle", klok, toets=False)


def test_aanmaken(leeg: Gemeenteopslag, klok: Klok, tmp_path: Path) -> None:
    with pytest.raises(OpslagFout, match="is er niet"):
        Gemeenteopslag.open(leeg.pad, tmp_path / "s" / "zwolle.sleutel", "zwolle", klok)
    assert not leeg.pad.exists()
    maak_aan(leeg)
    assert revisie(leeg) == schema.REVISIES[-1]
    assert bijwerken(leeg) == ()
    assert herken(leeg.pad) == "zwolle"
    modes = {pad.name: stat.S_IMODE(pad.stat().st_mode) for pad in leeg.pad.parent.iterdir()}
    assert modes == {"toegang.sqlite3": 0o600}
    assert stat.S_IMODE(leeg.pad.parent.stat().st_mode) == 0o700


def test_een_bestaande_database_wordt_nooit_overschreven(leeg: Gemeenteopslag) -> None:
    maak_aan(leeg)
    voor = leeg.pad.read_bytes()
    with pytest.raises(Conflict, match=r"gemeente: zwolle, eigenaar: [^)]+\); die wordt nooit overschreven"):
        maak_aan(leeg)
    assert leeg.pad.read_bytes() == voor


def test_de_database_van_een_ander_programma(leeg: Gemeenteopslag) -> None:
    leeg.pad.parent.mkdir()
    with sqlite3.connect(leeg.pad) as rauw:
        rauw.execute("CREATE TABLE klanten (naam TEXT)")
    rauw.close()
    leeg.pad.chmod(0o600)
    voor = leeg.pad.read_bytes()
    with pytest.raises(Conflict, match="gemeente: onbekend"):
        maak_aan(leeg)
    for handeling in (bijwerken, schema.controleer):
        with pytest.raises(OpslagFout, match="geen database van Toegang"):
            handeling(leeg)
    assert herken(leeg.pad) is None
    assert leeg.pad.read_bytes() == voor
    assert [pad.name for pad in leeg.pad.parent.iterdir()] == ["toegang.sqlite3"]


@pytest.mark.parametrize(
    "inhoud", [b"geen database, maar een brief van enige lengte" * 50, b"SQLite format 3\0" + b"x" * 4096]
)
def test_een_bestand_dat_geen_database_is(leeg: Gemeenteopslag, inhoud: bytes) -> None:
    leeg.pad.parent.mkdir()
    leeg.pad.write_bytes(inhoud)
    leeg.pad.chmod(0o600)
    for handeling in (maak_aan, revisie, bijwerken, schema.controleer):
        with pytest.raises(
            OpslagFout, match=r"niet te gebruiken: (dit is geen database van Toegang|hij is beschadigd)"
        ):
            handeling(leeg)
    assert herken(leeg.pad) is None
    assert leeg.pad.read_bytes() == inhoud


def test_een_mislukte_migratie_laat_niets_achter(leeg: Gemeenteopslag, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as kapot:
        kapot.setattr(type(leeg.kluis), "controlegetal", lambda _kluis: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            maak_aan(leeg)
    assert revisie(leeg) is None
    with sqlite3.connect(leeg.pad) as rauw:
        assert rauw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    rauw.close()
    maak_aan(leeg)
    assert revisie(leeg) == schema.REVISIES[-1]


def _zet_revisie(paden: SimpleNamespace, waarde: str) -> None:
    with sqlite3.connect(paden.database) as rauw:
        rauw.execute("UPDATE alembic_version SET version_num = ?", (waarde,))
    rauw.close()


def test_een_nieuwere_database_wordt_geweigerd(opslag: Gemeenteopslag, paden: SimpleNamespace, klok: Klok) -> None:
    _zet_revisie(paden, "9999")
    with pytest.raises(OpslagFout, match=r"nieuwere of onbekende versie \(9999\)") as gevangen:
        Gemeenteopslag.open(paden.database, paden.sleutel, "zwolle", klok)
    assert gevangen.value.vervolg.startswith("Installeer de nieuwste Toegang.")
    with pytest.raises(OpslagFout, match="9999"):
        bijwerken(opslag)


def test_een_oudere_database_wijst_naar_bijwerken(
    paden: SimpleNamespace, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    nu = schema.REVISIES[-1]
    monkeypatch.setattr(schema, "REVISIES", (*schema.REVISIES, VOLGENDE))
    with pytest.raises(OpslagFout, match=rf"oudere versie \({nu}; nodig is {VOLGENDE}\)") as gevangen:
        Gemeenteopslag.open(paden.database, paden.sleutel, "zwolle", klok)
    assert "toegang gemeente bijwerken" in gevangen.value.vervolg


def _volgende_migratie(map_: Path, opdrachten: str) -> tuple[str, ...]:
    oud = Path(schema.MIGRATIES)
    (map_ / "versions").mkdir(parents=True)
    for pad in (oud / "env.py", *(oud / "versions").glob("0*.py")):
        (map_ / pad.relative_to(oud)).write_text(pad.read_text())
    kop = (
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '{VOLGENDE}'\ndown_revision = '{schema.REVISIES[-1]}'\n"
    )
    (map_ / "versions" / f"{VOLGENDE}.py").write_text(f"{kop}\ndef upgrade():\n{opdrachten}")
    return (*schema.REVISIES, VOLGENDE)


HERBOUW = """
    with op.batch_alter_table("zaken") as tabel:
        tabel.add_column(sa.Column("later", sa.Text()))
    with op.batch_alter_table("zaken") as tabel:
        tabel.alter_column("status", existing_type=sa.Text(), nullable=True)
"""


def test_een_volgende_migratie_behoudt_alles(
    opslag: Gemeenteopslag, actor: object, huishouden: Callable[..., object], maak: SimpleNamespace, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Batch mode rebuilds a table to which others point; with the keys on, that would fail or lose rows."""
    with opslag.werk(actor) as werk:
        zaak = huishouden(werk)
        werk.besluiten.bewaar(maak.besluit())
        werk.commit()
    revisies = _volgende_migratie(tmp_path / "m", HERBOUW)
    monkeypatch.setattr(schema, "MIGRATIES", tmp_path / "m")
    monkeypatch.setattr(schema, "REVISIES", revisies)
    assert bijwerken(opslag) == (VOLGENDE,)
    assert revisie(opslag) == VOLGENDE
    with opslag.werk(actor) as werk:
        assert werk.sessie.verbinding.execute(text("SELECT id, later FROM zaken")).all() == [(zaak.id, None)]
        assert werk.besluiten.zoek(zaak_id=zaak.id) == (maak.besluit(),)


@pytest.mark.parametrize(
    ("opdrachten", "fout"),
    [
        (
            "    op.drop_column('zaken', 'gesloten_op')\n    op.execute('DELETE FROM meldingen')",
            "1 rijen zouden nergens",
        ),
        ("    op.drop_column('zaken', 'gesloten_op')\n    op.execute('onzin')", "niet te gebruiken"),
    ],
)
def test_een_migratie_die_misgaat_verandert_niets(
    opslag: Gemeenteopslag, actor: object, huishouden: Callable[..., object], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, opdrachten: str, fout: str,
) -> None:  # fmt: skip
    with opslag.werk(actor) as werk:
        zaak = huishouden(werk)
        werk.commit()
    nu, revisies = schema.REVISIES[-1], _volgende_migratie(tmp_path / "m", opdrachten)
    with monkeypatch.context() as nieuw:
        nieuw.setattr(schema, "MIGRATIES", tmp_path / "m")
        nieuw.setattr(schema, "REVISIES", revisies)
        with pytest.raises(OpslagFout, match=fout):
            bijwerken(opslag)
    assert revisie(opslag) == nu
    with opslag.werk(actor) as werk:
        assert werk.zaken.zoek() == (zaak,)


def test_het_pakket_laadt_de_database_niet() -> None:
    """`toegang --help` must not wait for it (DESIGN.md §4)."""
    code = (
        "import sys, toegang.storage, toegang.tenancy\n"
        "print([m for m in ('sqlalchemy', 'alembic', 'pydantic_settings') if m in sys.modules])"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "[]"


def test_een_database_van_de_eerste_versie_werkt_bij_en_houdt_alles(
    tmp_path: Path, klok: Klok, actor: object, huishouden: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A demo folder of before termijnzaken: refused until it is upgraded, and then whole."""
    maak_sleutel(tmp_path / "s" / "zwolle.sleutel")
    pad, sleutel = tmp_path / "zwolle" / "toegang.sqlite3", tmp_path / "s" / "zwolle.sleutel"
    oud = Gemeenteopslag.open(pad, sleutel, "zwolle", klok, toets=False)
    with monkeypatch.context() as eerste:
        (tmp_path / "m" / "versions").mkdir(parents=True)
        for naam in ("env.py", "versions/0001_begin.py"):
            (tmp_path / "m" / naam).write_text((Path(schema.MIGRATIES) / naam).read_text())
        eerste.setattr(schema, "MIGRATIES", tmp_path / "m")
        eerste.setattr(schema, "REVISIES", ("0001",))
        maak_aan(oud)
    with oud.werk(actor) as werk:
        zaak = huishouden(werk)
        werk.commit()
    with pytest.raises(OpslagFout, match=r"oudere versie \(0001"):
        Gemeenteopslag.open(pad, sleutel, "zwolle", klok)
    assert bijwerken(oud) == schema.REVISIES[1:]
    nieuw = Gemeenteopslag.open(pad, sleutel, "zwolle", klok)
    with nieuw.werk(actor) as werk:
        assert werk.zaken.zoek() == (zaak,)
        record = Termijnrecord.model_validate(
            {
                "id": "T-1",
                "dossier_id": zaak.dossier_id,
                "zaak_id": zaak.id,
                "gebeurtenis": {"soort": "OPSCHORTING", "grond": "OVERMACHT", "van": "2026-11-23"},
            }
        )
        werk.termijnzaken.bewaar(record)
        assert werk.termijnzaken.zoek(zaak_id=zaak.id) == (record,)
        werk.commit()
    oud.engine.dispose()
    nieuw.engine.dispose()
    assert b"OVERMACHT" not in pad.read_bytes()
