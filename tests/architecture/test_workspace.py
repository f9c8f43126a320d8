"""The members, and every place that lists them, say the same."""

import shlex
import tomllib
from importlib.metadata import distribution, entry_points
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = ["beekdaelen", "doetinchem", "schagen", "zwolle"]


def read(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "pyproject.toml").read_text())


WORKSPACE = read(ROOT)
FOLDERS = sorted(
    folder
    for pattern in WORKSPACE["tool"]["uv"]["workspace"]["members"]
    for folder in ROOT.glob(pattern)
    if (folder / "pyproject.toml").is_file()
)
MEMBERS = {read(folder)["project"]["name"]: folder for folder in FOLDERS}
PACKAGES = {read(f)["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"][0] for f in FOLDERS}


def assigned(file: str, variable: str) -> set[str]:
    """The words of `variable = ...` in a shell script or makefile."""
    text = (ROOT / file).read_text().replace("\\\n", " ")
    line = next(line for line in text.splitlines() if line.split("=")[0].strip() == variable)
    return set(shlex.split(line.split("=", 1)[1].strip().strip("'")))


def test_the_members_are_those_of_the_design() -> None:
    names = {"toegang", "toegang-cli", "toegang-beschikkingen", *(f"toegang-{name}" for name in PLUGINS)}
    others = {name: folder for name, folder in MEMBERS.items() if name not in names}
    assert names <= set(MEMBERS)
    assert all(folder.parent == ROOT / "plugins" for folder in others.values()), "a new member is a gemeente"


def test_the_root_depends_on_every_member_from_the_workspace() -> None:
    # With every extra of a member: what is tried in the tests is in the lock.
    assert {regel.partition("[")[0] for regel in WORKSPACE["project"]["dependencies"]} == set(MEMBERS)
    sources = WORKSPACE["tool"]["uv"]["sources"]
    assert set(sources) == set(MEMBERS)
    assert all(source == {"workspace": True} for source in sources.values())


def test_the_root_is_no_package() -> None:
    assert "build-system" not in WORKSPACE
    assert WORKSPACE["tool"]["uv"]["package"] is False


@pytest.mark.parametrize("name", MEMBERS)
def test_member_has_the_version_licence_and_python_of_the_whole(name: str) -> None:
    project, whole = read(MEMBERS[name])["project"], WORKSPACE["project"]
    assert project["version"] == whole["version"]
    assert project["license"] == whole["license"] == "EUPL-1.2"
    assert project["requires-python"] == whole["requires-python"]


@pytest.mark.parametrize("name", MEMBERS)
def test_member_names_a_source_for_each_member_that_it_needs(name: str) -> None:
    pyproject = read(MEMBERS[name])
    needed = {d.split(">=")[0] for d in pyproject["project"]["dependencies"]} & set(MEMBERS)
    assert set(pyproject["tool"].get("uv", {}).get("sources", {})) == needed


@pytest.mark.parametrize("name", MEMBERS)
def test_member_is_a_typed_package_installed_from_its_folder(name: str) -> None:
    package = MEMBERS[name] / read(MEMBERS[name])["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"][0]
    assert (package / "__init__.py").is_file()
    assert (package / "py.typed").is_file()
    assert distribution(name).version == WORKSPACE["project"]["version"]


def test_all_tools_look_at_all_members() -> None:
    folders = {str(folder.relative_to(ROOT)) for folder in FOLDERS}
    assert set(WORKSPACE["tool"]["mypy"]["packages"]) == PACKAGES
    assert set(WORKSPACE["tool"]["importlinter"]["root_packages"]) == PACKAGES
    assert assigned("setup", "members") == folders
    assert assigned("Makefile", "members") == folders
    assert assigned("Makefile", "ours") == set(MEMBERS)


def test_gemeenten_and_extensions_are_found_by_their_entry_points() -> None:
    gemeenten = {e.name: e.value for e in entry_points(group="toegang.gemeenten.v1")}
    assert gemeenten.items() >= {name: f"toegang_{name}:plugin" for name in PLUGINS}.items()
    uitbreidingen = {e.name: e.value for e in entry_points(group="toegang.uitbreidingen.v1")}
    assert uitbreidingen.items() >= {"beschikkingen": "toegang_beschikkingen:plugin"}.items()
