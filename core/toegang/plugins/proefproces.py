"""The process in which a plugin is tried: it gets questions and gives answers, one JSON line each.

It has no keys and no database: the asking side (:class:`Proefproces`) reads those and hands over only what a
hook may see. Run as ``python -m toegang.plugins.proefproces`` it is the answering side.
"""

from __future__ import annotations

import hashlib
import json
import os
import queue
import subprocess
import sys
import threading
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.organisatie import Organisatie
from toegang.errors import PluginFout, ToegangFout
from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.plugins.bord import Hakenbord
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.hookvragen import herbouw
from toegang.plugins.ontdekking import Inschrijving, laad, plaats_van
from toegang.plugins.opbouw import lagen_van
from toegang.plugins.proefplugin import Proefplugin
from toegang.plugins.verpakking import Herkomst

WACHTTIJD = 60.0
"""Seconds in which a plugin must answer one question."""
MAX_UITVAL = 3
"""After so many ends of the process nothing is asked any more."""


class Proefproces:
    """The asking side; use it in a ``with`` block.

    Args:
        plugin: the plugin to try.
        gemeente: key of the gemeente.
        wachttijd: seconds in which it must answer.
    """

    def __init__(self, plugin: Proefplugin, gemeente: str, wachttijd: float = WACHTTIJD) -> None:
        self._begin = {"plugin": asdict(plugin), "gemeente": gemeente}
        self._wachttijd = wachttijd
        self._proces: subprocess.Popen[str] | None = None
        self._regels: queue.Queue[str | None] = queue.Queue()
        self._uitval = 0

    def organisatie(self, antwoorden: Mapping[str, str]) -> Organisatie:
        """Return the organisation data of the plugin, with these answers to its open keys.

        Raises:
            PluginFout: it cannot be loaded, its data are not valid, or it gives no answer.
        """
        return Organisatie.model_validate(self._vraag({"antwoorden": dict(antwoorden)})["organisatie"])

    def vraag(
        self, hook: str, vraag: Mapping[str, Any], op: date, antwoorden: Mapping[str, str]
    ) -> tuple[dict[str, Any], Herkomst]:
        """Ask a hook.

        Args:
            hook: name of the hook.
            vraag: its arguments, as JSON values.
            op: day on which is judged.
            antwoorden: answers to the open keys.

        Returns:
            The answer as JSON values, and who gave it.

        Raises:
            PluginFout: no answer; says why, without content.
        """
        uit = self._vraag({"hook": hook, "vraag": vraag, "op": op.isoformat(), "antwoorden": dict(antwoorden)})
        return uit["antwoord"], Herkomst(**uit["herkomst"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self._stop()

    def _vraag(self, vraag: Mapping[str, Any]) -> dict[str, Any]:
        if self._uitval >= MAX_UITVAL:
            raise PluginFout("De plugin viel te vaak uit; er is haar niets meer gevraagd.")
        proces = self._proces or self._start()
        assert proces.stdin is not None
        with suppress(OSError):  # it has ended: then there is no line to read either
            proces.stdin.write(json.dumps(vraag) + "\n")
            proces.stdin.flush()
        try:
            regel = self._regels.get(timeout=self._wachttijd)
        except queue.Empty:
            self._val_uit()
            raise PluginFout(f"De plugin gaf binnen {self._wachttijd:.0f} seconden geen antwoord.") from None
        if regel is None:
            code = proces.wait()
            self._val_uit()
            raise PluginFout(f"De plugin beëindigde haar proces (code {code}) in plaats van te antwoorden.")
        uit: dict[str, Any] = json.loads(regel)
        if "fout" in uit:
            raise PluginFout(str(uit["fout"]))
        return uit

    def _start(self) -> subprocess.Popen[str]:
        # no variable of Toegang goes along, so that the data folder is not even named
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("TOEGANG_")}
        omgeving["PYTHONPATH"] = os.pathsep.join(deel for deel in sys.path if deel)
        proces = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__],
            env=omgeving,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        assert proces.stdin is not None
        assert proces.stdout is not None
        self._proces, self._regels = proces, queue.Queue()
        threading.Thread(target=_lees, args=(proces.stdout, self._regels), daemon=True).start()
        proces.stdin.write(json.dumps(self._begin) + "\n")
        return proces

    def _val_uit(self) -> None:
        self._uitval += 1
        self._stop()

    def _stop(self) -> None:
        if self._proces is None:
            return
        proces, self._proces = self._proces, None
        proces.kill()
        proces.wait()
        for stroom in (proces.stdin, proces.stdout):
            if stroom is not None:
                with suppress(OSError):
                    stroom.close()


def _lees(uit: IO[str], regels: queue.Queue[str | None]) -> None:
    with suppress(ValueError):  # closed while reading: the asking side stopped
        for regel in uit:
            regels.put(regel)
    regels.put(None)


# --- the answering side ------------------------------------------------------------------------------


def main() -> None:
    """Answer questions until there are no more."""
    # what the plugin prints must not end up between the answers
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as antwoorden:
        stil = os.open(os.devnull, os.O_WRONLY)
        os.dup2(stil, 1)
        begin = json.loads(sys.stdin.readline())
        geladen: _Geladen | None = None
        for regel in sys.stdin:
            try:
                geladen = geladen or _Geladen(Proefplugin(**begin["plugin"]), begin["gemeente"])
                uit = geladen.antwoord(json.loads(regel))
            except ToegangFout as fout:
                uit = {"fout": fout.boodschap}
            except BaseException as fout:  # noqa: BLE001  whatever a plugin raises, also SystemExit, is an answer here
                uit = {"fout": f"De plugin faalde: {plaats_van(fout)}."}
            antwoorden.write(json.dumps(uit) + "\n")
            antwoorden.flush()


class _Geladen:
    def __init__(self, proef: Proefplugin, gemeente: str) -> None:
        if proef.pad:
            sys.path.insert(0, proef.pad)
        self._gemeente = gemeente
        self._plugin = _laad(proef, gemeente)
        # the data may be other than those beside the code; the collected hooks of extensions are not asked
        model = self._plugin.ruw.get("model")
        lagen = lagen_van(self._plugin, Herkomst(proef.distributie, proef.versie, "gemeente"), model)
        self._bord = Hakenbord(gemeente, lagen)
        self._organisaties: dict[str, Organisatie] = {}

    def antwoord(self, vraag: dict[str, Any]) -> dict[str, Any]:
        organisatie = self._organisatie(vraag["antwoorden"])
        if "hook" not in vraag:
            return {"organisatie": organisatie.model_dump(mode="json")}
        op = date.fromisoformat(vraag["op"])
        beeld = Gemeentebeeld(
            naam=self._gemeente,
            organisatie=organisatie.op(op),
            instellingen=vraag["antwoorden"],
            peildatum=op,
        )
        gegeven = getattr(self._bord, vraag["hook"])(**herbouw(vraag["hook"], vraag["vraag"]), gemeente=beeld)
        return {"antwoord": gegeven.waarde.model_dump(mode="json"), "herkomst": asdict(gegeven.herkomst)}

    def _organisatie(self, antwoorden: dict[str, str]) -> Organisatie:
        sleutel = json.dumps(antwoorden, sort_keys=True)
        if sleutel not in self._organisaties:
            self._organisaties[sleutel] = self._plugin.organisatie(antwoorden)
        return self._organisaties[sleutel]


def _laad(proef: Proefplugin, gemeente: str) -> Gemeenteplugin:
    plugin = laad(Inschrijving(gemeente, GROEP_GEMEENTEN, proef.distributie, proef.versie, proef.doel))
    if not isinstance(plugin, Gemeenteplugin):
        raise PluginFout(f"Plugin {proef.naam} is geen Gemeenteplugin.")
    if not proef.organisatie:
        return plugin
    bestand = Path(proef.organisatie)
    try:
        inhoud = bestand.read_bytes()
        ruw = tomllib.loads(inhoud.decode())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise PluginFout(f"{bestand.name} is niet te lezen of geen geldige TOML.") from None
    return type(plugin)(plugin.map, ruw, hashlib.sha256(inhoud).hexdigest())


if __name__ == "__main__":
    main()
