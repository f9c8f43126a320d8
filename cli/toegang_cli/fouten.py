"""One handler for every error: Dutch on stderr, the right exit code, and never personal data.

The text of an unexpected error may hold anything, so only its kind and place are shown; the frames come
with ``TOEGANG_SPOOR=1``, without messages and without local variables.
"""

from __future__ import annotations

import os
import sys
import traceback

import typer

from toegang.errors import Afsluitcode, ToegangFout
from toegang_cli.discretie import mask
from toegang_cli.gebruiksfouten import in_het_nederlands, is_alleen_hulp

SPOOR = "TOEGANG_SPOOR"
ONDERBROKEN = 130


def meld(fout: BaseException) -> int:
    """Tell the user about an error.

    Args:
        fout: what was raised.

    Returns:
        The exit code.
    """
    if isinstance(fout, ToegangFout):
        _schrijf(f"Fout: {fout.boodschap}", fout.vervolg)
        code = int(fout.code)
    elif isinstance(fout, typer.TyperException):
        return _meld_gebruik(fout)
    elif isinstance(fout, KeyboardInterrupt | typer.Abort):
        _schrijf("Onderbroken. Wat al was opgeslagen, blijft staan.")
        return ONDERBROKEN
    elif isinstance(fout, BrokenPipeError):
        return int(Afsluitcode.FOUT)
    else:
        _meld_storing(fout)
        code = int(Afsluitcode.FOUT)
    if os.environ.get(SPOOR) == "1":
        _schrijf(*stapels(fout))
    return code


def stapels(fout: BaseException) -> tuple[str, ...]:
    """Return the frames of an error and of what caused it, without messages and local variables.

    Args:
        fout: what was raised.

    Returns:
        Lines, the cause first.
    """
    keten: list[BaseException] = []
    deel: BaseException | None = fout
    while deel is not None and deel not in keten:
        keten.append(deel)
        deel = deel.__cause__ or (None if deel.__suppress_context__ else deel.__context__)
    regels: list[str] = []
    for schakel in reversed(keten):
        regels += [
            regel.rstrip("\n")
            for regel in traceback.StackSummary.extract(
                traceback.walk_tb(schakel.__traceback__), capture_locals=False
            ).format()
        ]
        regels.append(f"{type(schakel).__module__}.{type(schakel).__qualname__} (boodschap weggelaten)")
    return tuple(regels)


def _meld_gebruik(fout: typer.TyperException) -> int:
    if is_alleen_hulp(fout):
        _schrijf(fout.message)
    else:
        _schrijf(*(f"{kop}{tekst}" for kop, tekst in zip(("Fout: ", ""), in_het_nederlands(fout), strict=True)))
    return int(Afsluitcode.GEBRUIK)


def _meld_storing(fout: BaseException) -> None:
    plaats = f"{type(fout).__name__}{_plaats(fout)}"
    import hashlib

    kenmerk = hashlib.sha256(plaats.encode()).hexdigest()[:8]
    _schrijf(
        f"Storing {kenmerk}: er ging iets mis dat niet mis had mogen gaan ({plaats}).",
        "Wat deze opdracht nog niet had afgerond, is niet opgeslagen. Meld de storing aan de leverancier en noem het "
        f"kenmerk; met {SPOOR}=1 ervoor toont de opdracht waar het misging.",
    )


def _plaats(fout: BaseException) -> str:
    """Return the last place in our own code, else the last place at all; by module, so without paths."""
    lagen = [
        (str(frame.f_globals.get("__name__", "?")), regel) for frame, regel in traceback.walk_tb(fout.__traceback__)
    ]
    eigen = [laag for laag in lagen if laag[0].partition(".")[0].startswith("toegang")] or lagen
    if not eigen:
        return ""
    module, regel = eigen[-1]
    return f" in {module.replace('.', '/')}.py regel {regel}"


def _schrijf(*regels: str) -> None:
    for regel in regels:
        if regel:
            print(mask(regel), file=sys.stderr)  # noqa: T201  the one place where errors are written
