"""Files of the service account: private, whole or absent, on a disk of this machine."""

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from toegang.errors import Conflict, OpslagFout
from toegang.storage import Actor, Gemeenteopslag, bestanden, bestandssysteem
from toegang.storage.sleutels import lees_sleutel, maak_sleutel

AANKOPPELINGEN = r"""21 1 253:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 21 0:50 / /mnt/g\040schijf rw shared:9 - cifs //server/g rw
41 21 0:51 / /mnt/nfs rw shared:9 - nfs4 server:/x rw
42 21 0:52 / /mnt/thuis rw - fuse.sshfs gast@server: rw
43 21 0:53 / /mnt/lokaal rw - fuse.gocryptfs x rw
44 41 0:54 / /mnt/nfs/los rw - tmpfs tmpfs rw
45 21 0:55 / /mnt/twee rw - ext4 /dev/x rw
46 21 0:56 / /mnt/twee rw - 9p host rw
een regel die nergens op lijkt
"""


@pytest.fixture
def aankoppelingen(tmp_path: Path) -> Path:
    (tmp_path / "mountinfo").write_text(AANKOPPELINGEN)
    return tmp_path / "mountinfo"


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        ("/", "ext4"),
        ("/var/lib/toegang", "ext4"),
        ("/mnt/nfs-niet", "ext4"),
        ("/mnt/g schijf/toegang", "cifs"),
        ("/mnt/nfs", "nfs4"),
        ("/mnt/nfs/los/x", "tmpfs"),
        ("/mnt/thuis/x", "fuse.sshfs"),
        ("/mnt/lokaal/x", "fuse.gocryptfs"),
        ("/mnt/twee", "9p"),
    ],
)
def test_soort_bestandssysteem(aankoppelingen: Path, pad: str, soort: str) -> None:
    assert bestandssysteem.soort(Path(pad), aankoppelingen) == soort
    if soort in {"cifs", "nfs4", "fuse.sshfs", "9p"}:
        with pytest.raises(OpslagFout, match=f"netwerkschijf .{soort}"):
            bestandssysteem.weiger_netwerk(Path(pad), aankoppelingen)
    else:
        bestandssysteem.weiger_netwerk(Path(pad), aankoppelingen)


def test_zonder_lijst_van_aankoppelingen(tmp_path: Path) -> None:
    assert bestandssysteem.soort(tmp_path, tmp_path / "is er niet") == ""
    bestandssysteem.weiger_netwerk(tmp_path, tmp_path / "is er niet")


def test_openen_op_een_netwerkschijf_wordt_geweigerd(
    paden: SimpleNamespace, klok: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bestandssysteem, "soort", lambda *_: "nfs4")
    with pytest.raises(OpslagFout, match="netwerkschijf"):
        Gemeenteopslag.open(paden.database, paden.sleutel, "zwolle", klok)


@pytest.fixture
def ruime_umask() -> Iterator[None]:
    oud = os.umask(0)
    yield
    os.umask(oud)


def test_alles_is_alleen_voor_dit_account(tmp_path: Path, ruime_umask: None) -> None:
    maak_sleutel(tmp_path / "a" / "b" / "zwolle.sleutel")
    bestanden.schrijf(tmp_path / "a" / "x.toml", b"x")
    with bestanden.slot(tmp_path / "a" / ".slot", "iets"):
        pass
    modes = {str(pad.relative_to(tmp_path)): stat.S_IMODE(pad.stat().st_mode) for pad in tmp_path.rglob("*")}
    assert modes == {"a": 0o700, "a/b": 0o700, "a/b/zwolle.sleutel": 0o600, "a/x.toml": 0o600, "a/.slot": 0o600}


def test_ook_de_bestanden_van_sqlite(
    opslag: Gemeenteopslag, actor: Actor, paden: SimpleNamespace, ruime_umask: None
) -> None:
    with opslag.werk(actor) as werk:
        werk.log("test")
        werk.commit()
        bij = sorted(paden.database.parent.iterdir())
        assert [pad.name[15:] for pad in bij] == ["", "-shm", "-wal"]
        assert {stat.S_IMODE(pad.stat().st_mode) for pad in bij} == {0o600}


def test_een_database_die_anderen_kunnen_lezen(paden: SimpleNamespace, klok: Callable[[], object]) -> None:
    paden.database.chmod(0o644)
    with pytest.raises(OpslagFout, match="rechten 0644") as gevangen:
        Gemeenteopslag.open(paden.database, paden.sleutel, "zwolle", klok)
    assert "chmod 600" in gevangen.value.vervolg


def test_een_sleutel_wordt_nooit_overschreven(tmp_path: Path) -> None:
    pad = tmp_path / "zwolle.sleutel"
    maak_sleutel(pad)
    eerste = lees_sleutel(pad)
    with pytest.raises(Conflict, match="nooit overschreven"):
        maak_sleutel(pad)
    assert lees_sleutel(pad) == eerste
    assert [rest.name for rest in tmp_path.iterdir()] == ["zwolle.sleutel"]


def test_een_afgebroken_schrijver_laat_het_oude_staan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "x.toml"
    bestanden.schrijf(pad, b"oud")

    def vol(_nummer: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(OpslagFout, match="de schijf is vol") as gevangen:
        bestanden.schrijf(pad, b"nieuw")
    assert "TOEGANG_DATA" in gevangen.value.vervolg
    assert pad.read_bytes() == b"oud"
    assert [rest.name for rest in tmp_path.iterdir()] == ["x.toml"]


def test_resten_worden_opgeruimd(tmp_path: Path) -> None:
    (tmp_path / ".x.toml.123.nieuw").write_bytes(b"half")
    (tmp_path / ".y.toml.123.nieuw").write_bytes(b"half")
    bestanden.ruim_resten(tmp_path / "x.toml")
    assert [rest.name for rest in tmp_path.iterdir()] == [".y.toml.123.nieuw"]


def test_een_slot_sluit_de_ander_buiten(tmp_path: Path) -> None:
    with (
        bestanden.slot(tmp_path / ".slot", "het aansluiten"),
        pytest.raises(Conflict, match="bezig met het aansluiten"),
        bestanden.slot(tmp_path / ".slot", "het aansluiten"),
    ):
        pytest.fail("dit slot was bezet")
    with bestanden.slot(tmp_path / ".slot", "het aansluiten"):
        pass


@pytest.fixture
def gewone_gebruiker() -> Iterator[Path]:
    """A folder of an account without special rights, and that account for the duration of the test."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_)
        if os.geteuid() != 0:
            yield pad
            return
        niemand = 65534
        os.chown(pad, niemand, niemand)
        os.seteuid(niemand)
        try:
            yield pad
        finally:
            os.seteuid(0)


def test_een_map_waarin_niet_geschreven_mag_worden(gewone_gebruiker: Path) -> None:
    (gewone_gebruiker / "dicht").mkdir(mode=0o500)
    for handeling in (
        lambda pad: bestanden.maak_map(pad / "x"),
        lambda pad: bestanden.schrijf(pad / "x", b""),
        lambda pad: bestanden.schrijf_nieuw(pad / "x", b""),
    ):
        with pytest.raises(OpslagFout, match="geen toegang voor dit account"):
            handeling(gewone_gebruiker / "dicht")
    assert list((gewone_gebruiker / "dicht").iterdir()) == []


def test_een_database_in_een_map_waarin_niet_geschreven_mag_worden(
    paden: SimpleNamespace, klok: Callable[[], object], gewone_gebruiker: Path
) -> None:
    """WAL needs files beside the database, so a read-only folder is refused at opening."""
    os.seteuid(os.getuid())
    map_ = gewone_gebruiker / "zwolle"
    map_.mkdir(mode=0o700)
    for bron in (paden.database, paden.sleutel):
        (map_ / bron.name).write_bytes(bron.read_bytes())
        (map_ / bron.name).chmod(0o600)
    eigenaar = gewone_gebruiker.stat().st_uid
    for pad in (map_, *map_.iterdir()):
        os.chown(pad, eigenaar, -1)
    (map_ / "toegang.sqlite3").chmod(0o400)
    map_.chmod(0o500)
    os.seteuid(eigenaar)
    with pytest.raises(OpslagFout, match="database van gemeente zwolle is niet te gebruiken") as gevangen:
        Gemeenteopslag.open(map_ / "toegang.sqlite3", map_ / "zwolle.sleutel", "zwolle", klok)
    assert "rechten" in gevangen.value.vervolg
    map_.chmod(0o700)


def test_een_bestand_waar_een_map_moet_zijn(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(OpslagFout, match="een deel van dit pad is geen map"):
        bestanden.maak_map(tmp_path / "bestand" / "x")
