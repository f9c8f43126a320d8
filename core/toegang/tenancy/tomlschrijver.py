"""Writing the few TOML files that Toegang keeps itself (TOML 1.0); reading is done by ``tomllib``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime

from toegang.errors import Invoerfout

TomlWaarde = str | int | date | datetime
_DELETE = "\x7f"


def als_toml(
    waarden: Mapping[str, TomlWaarde], tabellen: Mapping[str, Mapping[str, TomlWaarde]] | None = None, *, kop: str = ""
) -> bytes:
    """Return a TOML document.

    Args:
        waarden: keys at the top.
        tabellen: tables by name; a name may hold dots.
        kop: one line of comment at the top.

    Raises:
        Invoerfout: when a text cannot be written as UTF-8; the text is not shown.
    """
    regels = [f"# {kop}"] if kop else []
    regels += _paren(waarden)
    for naam, inhoud in (tabellen or {}).items():
        regels += ["", f"[{_tekst(naam)}]", *_paren(inhoud)]
    try:
        return ("\n".join(regels).strip("\n") + "\n").encode("utf-8")
    except UnicodeEncodeError:
        raise Invoerfout(
            "Een van de teksten bevat een teken dat niet bestaat.", vervolg="Typ de tekst opnieuw en probeer het weer."
        ) from None


def _paren(waarden: Mapping[str, TomlWaarde]) -> list[str]:
    return [f"{_tekst(naam) if not naam.isidentifier() else naam} = {_waarde(deel)}" for naam, deel in waarden.items()]


def _waarde(waarde: TomlWaarde) -> str:
    if isinstance(waarde, str):
        return _tekst(waarde)
    if isinstance(waarde, datetime):
        return waarde.astimezone(UTC).isoformat()
    if isinstance(waarde, date):
        return waarde.isoformat()
    return str(waarde)


def _tekst(tekst: str) -> str:
    # The escapes of JSON are escapes of TOML as well; only DEL is not escaped there.
    return json.dumps(tekst, ensure_ascii=False).replace(_DELETE, "\\u007F")
