"""The same with real accounts of the operating system, and with the sudoers example that is shipped.

Needs root, to make accounts and to become them; they are taken away afterwards.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from toegang.tenancy import Register, Stand

VOORBEELD = Path(__file__).parents[2] / "docs" / "voorbeelden" / "sudoers-toegang"
TOEGANG = Path(sys.executable).with_name("toegang")
DEMO = "toegang_zwolle"
SOORTEN = ("dienst", "it", "teamleider", "consulent", "vreemd")
WERK, BEHEER = ("teamleider", "consulent", "vreemd"), ("it",)
G = ("-g", "zwolle")

pytestmark = [
    pytest.mark.lang,
    pytest.mark.skipif(os.getuid() != 0, reason="alleen root maakt accounts en wordt een ander"),
    pytest.mark.skipif(not (shutil.which("useradd") and shutil.which("setpriv")), reason="useradd en setpriv nodig"),
]


class Machine:
    """Accounts, a data folder of the service account, and a way to work through it."""

    def __init__(self, map_: Path, uids: dict[str, int], namen: dict[str, str], *, sudo: bool) -> None:
        self.map, self.uids, self.namen, self.sudo = map_, uids, namen, sudo
        self.data = map_ / "data"

    def __call__(self, wie: str, *woorden: object) -> subprocess.CompletedProcess[str]:
        """Run a command as somebody, through the service account."""
        opdracht = [str(TOEGANG), *(str(woord) for woord in woorden)]
        if self.sudo:
            return self.als(wie, "sudo", "-n", "-u", self.namen["dienst"], *opdracht)
        # What sudo leaves: the service account, and a SUDO_UID that nobody else could have set.
        return self.als("dienst", *opdracht, SUDO_UID=str(self.uids[wie]))

    def als(self, wie: str, *opdracht: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
        """Run anything as an account."""
        uid, gid = str(self.uids[wie]), str(pwd.getpwnam(self.namen[wie]).pw_gid)
        schoon = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TOEGANG_DATA": str(self.data), **omgeving}
        woord = ["setpriv", "--reuid", uid, "--regid", gid, "--init-groups", *opdracht]
        return subprocess.run(woord, env=schoon, cwd=self.map, capture_output=True, text=True, check=False)


def _sudoers(map_: Path, namen: dict[str, str], merk: str) -> str:
    """Return the shipped example, with the accounts and paths of this test."""
    tekst = VOORBEELD.read_text(encoding="utf-8")
    for oud, nieuw in (
        ("/opt/toegang/.venv/bin/toegang", str(TOEGANG)),
        ("/etc/toegang.env", str(map_ / "toegang.env")),
        ("toegang-werk", f"{merk}-werk"),
        ("toegang-beheer", f"{merk}-beheer"),
        ("(toegang) TOEGANG_BEHEER", f"({namen['dienst']}) NOPASSWD: TOEGANG_BEHEER"),
        ("(toegang)", f"({namen['dienst']})"),
    ):
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    return tekst


@pytest.fixture(scope="module", params=["setpriv", "sudo"])
def machine(request):
    """Make the accounts, connect Zwolle as IT, and take her into production."""
    sudo = request.param == "sudo"
    if sudo and not (shutil.which("sudo") and shutil.which("visudo")):
        pytest.skip("sudo is er niet")
    merk = f"tg{os.getpid()}"
    namen = {soort: f"{merk}{soort[:3]}" for soort in SOORTEN}
    map_ = Path(tempfile.mkdtemp(prefix="toegang-accounts-"))
    map_.chmod(0o755)
    regel = Path(f"/etc/sudoers.d/{merk}")
    try:
        for groep in (f"{merk}-werk", f"{merk}-beheer"):
            subprocess.run(["groupadd", "--system", groep], check=True)
        for soort, naam in namen.items():
            groepen = [f"{merk}-werk"] if soort in WERK else [f"{merk}-beheer"] if soort in BEHEER else []
            lid = ["-G", groepen[0]] if groepen else []
            subprocess.run(["useradd", "--system", "--no-create-home", "--user-group", *lid, naam], check=True)
        uids = {soort: pwd.getpwnam(naam).pw_uid for soort, naam in namen.items()}
        (map_ / "data").mkdir(mode=0o700)
        shutil.chown(map_ / "data", namen["dienst"], namen["dienst"])
        (map_ / "toegang.env").write_text(f"TOEGANG_DATA={map_ / 'data'}\n")
        plek = Machine(map_, uids, namen, sudo=sudo)
        if plek.als("vreemd", str(TOEGANG), "--version").returncode:
            pytest.skip("een ander account kan deze Python niet starten")
        if sudo:
            proef = map_ / "sudoers"
            proef.write_text(_sudoers(map_, namen, merk))
            subprocess.run(["visudo", "-cqf", proef], check=True)
            shutil.copyfile(proef, regel)
            regel.chmod(0o440)
            if "Permission denied" in plek("it", "gemeente", "lijst").stderr:
                pytest.skip("het dienstaccount kan deze Python niet starten")
        yield _richt_in(plek)
    finally:
        regel.unlink(missing_ok=True)
        for naam in namen.values():
            subprocess.run(["userdel", naam], check=False, capture_output=True)
        for groep in (f"{merk}-werk", f"{merk}-beheer"):
            subprocess.run(["groupdel", groep], check=False, capture_output=True)
        shutil.rmtree(map_)


def _richt_in(plek: Machine) -> Machine:
    from importlib import resources

    lijst = plek.map / "medewerkers.toml"
    lijst.write_text((Path(str(resources.files(DEMO))) / "demo.toml").read_text(encoding="utf-8"))
    lijst.chmod(0o644)
    for woorden in (
        ("gemeente", "aansluiten", "zwolle", "--geen-vragen"),
        ("medewerker", "importeer", lijst, *G),
        ("medewerker", "account", "M-012", "--uid", plek.uids["teamleider"], *G),
        ("medewerker", "account", "M-002", "--uid", plek.uids["consulent"], *G),
    ):
        klaar = plek("it", *woorden)
        assert klaar.returncode == 0, (woorden, klaar.stderr)
    Register(plek.data).zet_stand("zwolle", Stand.PRODUCTIE)
    for pad in (plek.data, *plek.data.rglob("*")):
        shutil.chown(pad, plek.namen["dienst"], plek.namen["dienst"])
    return plek


def test_wie_werkt_blijkt_uit_het_account_en_rollen_gelden(machine):
    lijst = machine("consulent", "zaak", "lijst", *G)
    assert (lijst.returncode, lijst.stderr) == (0, "")
    assert machine("teamleider", "medewerker", "geef-rol", "M-011", "beleid", *G).returncode == 0
    zelf = machine("teamleider", "medewerker", "geef-rol", "M-012", "jurist", *G)
    assert (zelf.returncode, "uzelf geen rol" in zelf.stderr) == (4, True)
    ander = machine("consulent", "medewerker", "geef-rol", "M-011", "jurist", *G)
    assert (ander.returncode, "Medewerker M-002 (rol" in ander.stderr) == (4, True)
    vreemd = machine("vreemd", "zaak", "lijst", *G)
    uid = machine.uids["vreemd"]
    assert (vreemd.returncode, f"Account {uid}, aan geen medewerker gekoppeld" in vreemd.stderr) == (4, True)
    gespeeld = machine("vreemd", "zaak", "toon", "Z2026-000001", *G, "--als", "M-012")
    assert gespeeld.returncode == 4
    # IT runs it, and links nobody to its own account
    assert machine("it", "gemeente", "status", "zwolle").returncode == 0
    assert machine("it", "gemeente", "reservekopie", "zwolle").returncode == 0
    koppel = machine("it", "medewerker", "account", "M-013", "--uid", machine.uids["it"], *G)
    assert (koppel.returncode, "uw eigen account" in koppel.stderr) == (4, True)
    dossier = machine("it", "zaak", "lijst", *G)
    assert dossier.returncode == (1 if machine.sudo else 4)  # sudo stops it before Toegang does
    log = machine("it", "privacy", "logboek", "controleer", *G)
    assert (log.returncode, "is heel" in log.stdout) == (0, True), log.stderr


def test_om_het_dienstaccount_heen_komt_niemand(machine):
    database = next(machine.data.glob("zwolle/toegang.sqlite3"))
    sleutel = machine.data / "sleutels" / "zwolle.sleutel"
    for pad in (database, sleutel):
        assert machine.als("teamleider", "cat", str(pad)).returncode != 0
    vals = {"SUDO_UID": str(machine.uids["teamleider"]), "USER": "root", "LOGNAME": machine.namen["dienst"]}
    direct = machine.als("vreemd", str(TOEGANG), "zaak", "lijst", *G, **vals)
    assert direct.returncode != 0
    assert direct.stdout == ""
    if machine.sudo:
        dienst = machine.namen["dienst"]
        gezet = machine.als("vreemd", "sudo", "-n", "-u", dienst, "SUDO_UID=0", str(TOEGANG), "zaak", "lijst", *G)
        assert gezet.returncode != 0
        erf = machine.als("vreemd", "sudo", "-n", "-u", dienst, str(TOEGANG), "zaak", "lijst", *G, **vals)
        assert (erf.returncode, f"Account {machine.uids['vreemd']}," in erf.stderr) == (4, True)
        for anders in (("cat", str(sleutel)), (str(TOEGANG), "gemeente", "exporteer", "zwolle", "/tmp/x")):
            assert machine.als("teamleider", "sudo", "-n", "-u", dienst, *anders).returncode == 1


@pytest.mark.skipif(not shutil.which("visudo"), reason="visudo is er niet")
def test_het_meegeleverde_voorbeeld_is_geldig():
    assert subprocess.run(["visudo", "-cqf", VOORBEELD], check=False).returncode == 0
