"""Real distributions in a folder: package plus ``dist-info``, as an installer leaves them."""

from pathlib import Path

from toegang.hookspecs import GROEP_GEMEENTEN

GOED = '''"""A plugin that works."""
from pathlib import Path
from toegang import Gemeenteplugin
plugin = Gemeenteplugin(Path(__file__).parent, {}, "0")
'''


def maak(
    map: Path,
    distributie: str,
    entry_point: str,
    *,
    bron: str | None = GOED,
    versie: str = "1.2.3",
    groep: str = GROEP_GEMEENTEN,
    doel: str | None = None,
    metadata: str | None = None,
) -> str:
    """Lay down a distribution and return the name of its module.

    Args:
        map: folder that is on ``sys.path``.
        distributie: name of the distribution.
        entry_point: name of the entry point.
        bron: source of the package; ``None`` = the folder is gone and only the metadata are left.
        versie: version.
        groep: entry-point group.
        doel: ``module:attribute``; ``None`` = ``plugin`` in the package.
        metadata: content of METADATA; ``None`` = name and version.
    """
    module = distributie.replace("-", "_")
    if bron is not None:
        (map / module).mkdir(parents=True, exist_ok=True)
        (map / module / "__init__.py").write_text(bron, encoding="utf-8")
    info = map / f"{module}-{versie}.dist-info"
    info.mkdir(parents=True)
    inhoud = f"Metadata-Version: 2.1\nName: {distributie}\nVersion: {versie}\n" if metadata is None else metadata
    if inhoud:
        (info / "METADATA").write_text(inhoud, encoding="utf-8")
    punt = f"[{groep}]\n{entry_point} = {doel or f'{module}:plugin'}\n"
    (info / "entry_points.txt").write_text(punt, encoding="utf-8")
    return module
