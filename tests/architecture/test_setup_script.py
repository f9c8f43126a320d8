"""./setup: any POSIX shell can read it, and where it cannot help it says so in one sentence."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHELLS = [shell for shell in ("sh", "dash", "bash", "busybox") if shutil.which(shell)]
# What setup may count on besides Python: every Debian and Ubuntu, also the smallest, has these.
COMMANDS = (
    "awk cat cksum dirname env head id mkdir mktemp mv printf rm sed sh tail".split()  # noqa: SIM905 (readable)
)


def run(checkout: Path, *arguments: str, path: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(path), "HOME": str(checkout)}
    return subprocess.run(
        [checkout / "setup", *arguments], cwd="/", env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """A PATH without any Python, pip or uv."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in COMMANDS:
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A fresh checkout, as far as setup looks before it begins; in a folder with a space in its name."""
    folder = tmp_path / "een map"
    for file in (
        ROOT / "requirements.txt",
        ROOT / "setup",
        *ROOT.glob("*/pyproject.toml"),
        *ROOT.glob("*/*/pyproject.toml"),
    ):
        target = folder / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return folder


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("script", ["setup"])
def test_a_posix_shell_can_read_it(script: str, shell: str) -> None:
    command = [shell, "sh", "-n", script] if shell == "busybox" else [shell, "-n", script]
    subprocess.run(command, cwd=ROOT, check=True)


def test_uses_nothing_of_bash() -> None:
    text = (ROOT / "setup").read_text()
    assert text.startswith("#!/bin/sh\n")
    assert [word for word in ("[[", "function ", "<(", "local ", "source ") if word in text] == []


@pytest.mark.parametrize("script", ["setup", ".ci/run"])
def test_can_be_started(script: str) -> None:
    assert (ROOT / script).stat().st_mode & stat.S_IXUSR


def test_without_python_it_says_what_to_install_in_dutch_and_english(checkout: Path, commands: Path) -> None:
    outcome = run(checkout, path=commands)
    assert outcome.returncode == 1
    assert outcome.stdout == ""
    assert outcome.stderr.count("\n") == 1
    assert "Python 3.11 of nieuwer is nodig" in outcome.stderr
    assert "Python 3.11 or newer is needed" in outcome.stderr
    assert not (checkout / ".venv").exists()


def test_a_python_that_is_too_old_counts_as_none(checkout: Path, commands: Path) -> None:
    for name in ("python3", "python3.11"):
        (commands / name).write_text("#!/bin/sh\nexit 1\n")
        (commands / name).chmod(0o755)
    assert "Python 3.11 of nieuwer is nodig" in run(checkout, path=commands).stderr


def test_an_unknown_option_changes_nothing_and_shows_the_usage(checkout: Path, commands: Path) -> None:
    outcome = run(checkout, "--wat", path=commands)
    assert outcome.returncode == 2
    assert "./setup --opnieuw" in outcome.stdout
    assert sorted(p.name for p in checkout.iterdir() if p.name.startswith(".")) == []


def test_git_leaves_out_what_setup_makes() -> None:
    ignored = (ROOT / ".gitignore").read_text().splitlines()
    assert {"/.venv/", "/.tools/", "/.libs/", "uv.lock"} <= set(ignored)
