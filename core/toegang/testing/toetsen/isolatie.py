"""Does the plugin keep to itself: no other members, nothing below the public face, no data on people in hiding?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toegang.errors import ToegangFout
from toegang.plugins.bewaarplaats import Bewaarplaats
from toegang.testing.bevinding import Bevinding
from toegang.testing.bron import Bronbestand, aanroepen, bronbestanden, ingevoerd
from toegang.testing.gevallen import CLIENT
from toegang.testing.register import Nodig, Proef, contracttoets

_BUITEN = {
    "sqlite3": "een database",
    "sqlalchemy": "een database",
    "psycopg": "een database",
    "shelve": "een bestand",
    "dbm": "een bestand",
    "socket": "het netwerk",
    "requests": "het netwerk",
    "httpx": "het netwerk",
    "urllib.request": "het netwerk",
    "smtplib": "het netwerk",
    "ftplib": "het netwerk",
}
"""Modules with which a plugin can take data elsewhere."""
_SCHRIJFT = (
    ".write_text",
    ".write_bytes",
    ".writelines",
    ".mkdir",
    ".touch",
    "os.makedirs",
    "json.dump",
    "pickle.dump",
)
_KLOK = frozenset({"time.time", "datetime.now", "datetime.utcnow", "date.today", "datetime.today"})
_KANS = frozenset({"random", "secrets", "uuid"})


def _bestanden(proef: Proef) -> tuple[Bronbestand, ...]:
    return bronbestanden(proef.stuk.map) if proef.stuk.map is not None else ()


@contracttoets(
    "imports",
    "De plugin importeert alleen uit toegang zelf, nooit uit een andere gemeente.",
    uitbreiding=True,
    nodig=Nodig.PLUGIN,
)
def imports(proef: Proef) -> Iterable[Bevinding]:
    """The public face is a promise; anything deeper may change, and another gemeente may not be installed."""
    eigen = proef.stuk.map.name if proef.stuk.map is not None else ""
    for bestand in _bestanden(proef):
        for module, regel in ingevoerd(bestand):
            eerste = module.partition(".")[0]
            waar = f"{bestand.naam} regel {regel}"
            if eerste == "toegang" and module != "toegang" and not module.startswith("toegang.testing"):
                herstel = "schrijf: from toegang import …; wat daar niet staat, hoort bij het platform"
                yield Bevinding("imports", waar, f"importeert '{module}', dieper dan 'toegang'", herstel)
            elif eerste.startswith("toegang_") and eerste != eigen:
                herstel = 'deel een manier van werken via een organisatiemodel (model = "…")'
                yield Bevinding("imports", waar, f"importeert een ander onderdeel, '{eerste}'", herstel)


@contracttoets("klok", "De plugin gebruikt geen klok en geen toeval.", uitbreiding=True, nodig=Nodig.PLUGIN)
def klok(proef: Proef) -> Iterable[Bevinding]:
    """The day is ``gemeente.peildatum``: an answer must come out the same years later."""
    for bestand in _bestanden(proef):
        for module, regel in ingevoerd(bestand):
            if module in _KANS:
                yield _klok(bestand, regel, f"importeert '{module}'")
        for naam, regel in aanroepen(bestand):
            if ".".join(naam.split(".")[-2:]) in _KLOK:
                yield _klok(bestand, regel, f"roept '{naam}' aan")


def _klok(bestand: Bronbestand, regel: int, wat: str) -> Bevinding:
    return Bevinding("klok", f"{bestand.naam} regel {regel}", wat, "de dag is gemeente.peildatum; kies zonder toeval")


@contracttoets(
    "persoonsgegevens", "Wat de plugin zelf bewaart, kan zij uitgeven en wissen.", uitbreiding=True, nodig=Nodig.PLUGIN
)
def persoonsgegevens(proef: Proef) -> Iterable[Bevinding]:
    """Keeping data on people asks two things: hand them out (AVG 15) and wipe them (AVG 17)."""
    plaatsen = tuple(getattr(proef.stuk.plugin, "bewaart", ()) or ())
    if not plaatsen:
        for bestand in _bestanden(proef):
            for regel, wat in _naar_buiten(bestand):
                herstel = "bewaar niets in een plugin; moet het toch, meld het dan in 'bewaart' met exporteer en wis"
                yield Bevinding("persoonsgegevens", f"{bestand.naam} regel {regel}", wat, herstel, "AVG 15 en 17")
    for plaats in plaatsen:
        yield from _kan_weg(proef, plaats)


def _naar_buiten(bestand: Bronbestand) -> Iterator[tuple[int, str]]:
    for module, regel in ingevoerd(bestand):
        for buiten, wat in _BUITEN.items():
            if module == buiten or module.startswith(f"{buiten}."):
                yield regel, f"importeert '{module}' en kan gegevens naar {wat} brengen"
    for naam, regel in aanroepen(bestand):
        if naam == "open" or naam.endswith(_SCHRIJFT):
            yield regel, f"roept '{naam.lstrip('.')}' aan en kan gegevens in een bestand zetten"


def _kan_weg(proef: Proef, plaats: object) -> Iterator[Bevinding]:
    waar = f"{type(proef.stuk.plugin).__name__}.bewaart"
    if not isinstance(plaats, Bewaarplaats):
        yield Bevinding("persoonsgegevens", waar, "noemt iets dat geen Bewaarplaats is", "gebruik toegang.Bewaarplaats")
        return
    try:
        plaats.wis(CLIENT)
        over = plaats.exporteer(CLIENT)
    except Exception as fout:  # noqa: BLE001  the code of a plugin may raise anything
        wat = f"'{plaats.naam}' kan niet worden uitgegeven of gewist ({_soort(fout)})"
        yield Bevinding("persoonsgegevens", waar, wat, "exporteer en wis werken ook als er niets is", "AVG 15 en 17")
        return
    if over:
        wat = f"na het wissen geeft '{plaats.naam}' nog gegevens van deze inwoner"
        yield Bevinding("persoonsgegevens", waar, wat, "laat wis alles verwijderen wat exporteer geeft", "AVG 15 en 17")


def _soort(fout: Exception) -> str:
    return fout.boodschap if isinstance(fout, ToegangFout) else type(fout).__name__
