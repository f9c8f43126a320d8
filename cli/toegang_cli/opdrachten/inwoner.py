"""Commands on residents."""

from __future__ import annotations

from toegang_cli.hulp import maak_groep
from toegang_cli.opdrachten import toestemming

NAAM = "inwoner"
groep = maak_groep("Inwoners, en waarvoor zij toestemming gaven.")
groep.add_typer(toestemming.groep, name=toestemming.NAAM)
