"""The page of the hooks, for developers of plugins; from the specification and its guide."""

from __future__ import annotations

from toegang.hookspecs import GROEP_GEMEENTEN, GROEP_UITBREIDINGEN, HAAK_API
from toegang.plugins.haakgids import Haak, gids
from toegang_cli.docs.opmaak import pagina

_INLEIDING = f"""A plugin answers, core checks, core acts. Hooks are called by keyword; an implementation may take only
the arguments it needs. `None` means: no opinion, the next layer answers (gemeente, then model, then standaard).

Hook API: **{HAAK_API}**. Entry points: `{GROEP_GEMEENTEN}` for a gemeente, `{GROEP_UITBREIDINGEN}` for an
extension. The five that decide (*beslist*) may not be implemented by an extension. The same text in a terminal:
`toegang plugin haken NAAM`."""


def haken() -> str:
    """Return the page."""
    return pagina("Hooks", _INLEIDING, *(tekst_van(haak) for haak in gids()))


def tekst_van(haak: Haak) -> str:
    """Return the section of one hook, in Markdown."""
    argumenten = [f"- `{naam}`: {wat}" for naam, wat in haak.argumenten if wat]
    delen = (
        f"## {haak.naam}",
        f"*{'beslist' if haak.beslist else 'verzamelt'}* · since {haak.sinds}",
        f"```python\n{haak.ondertekening}\n```",
        haak.uitleg,
        "\n".join(argumenten),
        f"**When:** {haak.wanneer}",
        f"**`None`:** {haak.geen_mening}",
        f"**Core checks:** {haak.controleert}",
        f"```python\n{haak.module.rstrip()}\n```",
    )
    return "\n\n".join(deel for deel in delen if deel)
