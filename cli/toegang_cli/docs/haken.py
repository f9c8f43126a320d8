"""The page of the hooks, for developers of plugins; from the specification itself."""

from __future__ import annotations

import inspect
import re

from toegang.hookspecs import GROEP_GEMEENTEN, GROEP_UITBREIDINGEN, HAAK_API, Haken
from toegang_cli.docs.opmaak import pagina
from toegang_cli.uitvoering.plugins import hooks

_INLEIDING = f"""A plugin answers, core checks, core acts. Hooks are called by keyword; an implementation may take only
the arguments it needs. `None` means: no opinion, the next layer answers (gemeente, then model, then standaard).

Hook API: **{HAAK_API}**. Entry points: `{GROEP_GEMEENTEN}` for a gemeente, `{GROEP_UITBREIDINGEN}` for an
extension. The five that decide (*beslist*) may not be implemented by an extension."""
_ARGUMENT = re.compile(r"^ {4}(\w+): (.*)$")


def haken() -> str:
    """Return the page."""
    delen = [
        f"## {naam}\n\n*{soort}*\n\n```python\n{_ondertekening(naam)}\n```\n\n{_uitleg(tekst)}"
        for naam, _, soort, tekst in hooks()
    ]
    return pagina("Hooks", _INLEIDING, *delen)


def _ondertekening(naam: str) -> str:
    ondertekening = inspect.signature(getattr(Haken, naam))
    argumenten = [f"{deel.name}: {deel.annotation}" for deel in list(ondertekening.parameters.values())[1:]]
    return f"def {naam}({', '.join(('self', *argumenten))}) -> {ondertekening.return_annotation}: ..."


def _uitleg(tekst: str) -> str:
    """Turn the list of arguments of a docstring into a list of Markdown."""
    regels = []
    for regel in tekst.splitlines():
        argument = _ARGUMENT.match(regel)
        regels.append(f"- `{argument[1]}`: {argument[2]}" if argument else regel.strip() if regel != "Args:" else "")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(regels)).strip()
