"""Trying to cross from one gemeente to another, by every road that a mistake or a curious colleague would take.

Each probe really tries, and says what stopped it. One that got through says what would stop it. Nothing is changed,
and nothing that was reached is shown.
"""

from __future__ import annotations

import os
import pwd
import stat
from collections.abc import Callable, Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from toegang.domain.waarde import Waarde
from toegang.errors import OpslagFout, ToegangFout
from toegang.storage.kluis import Kluis
from toegang.storage.sleutels import lees_sleutel
from toegang.tenancy.register import Paden, Register

Klok = Callable[[], datetime]
_VREEMDE = "nobody"


class Uitslag(StrEnum):
    """What a probe found."""

    TEGENGEHOUDEN = "tegengehouden"
    NIET_TEGENGEHOUDEN = "niet tegengehouden"
    NIET_BEPROEFD = "niet beproefd"


class Proef(Waarde):
    """One attempt.

    Args:
        weg: the road, in Dutch.
        van: the gemeente that tries; empty for an account outside.
        naar: the gemeente that is tried.
        uitslag: whether it got there.
        reden: what stopped it, or what would stop it.
    """

    weg: str
    van: str
    naar: str
    uitslag: Uitslag
    reden: str


def proeven(register: Register, van: str, klok: Klok) -> Iterator[Proef]:
    """Try everything from one gemeente to each other on this machine, and from outside to her.

    Args:
        register: the gemeenten of this machine.
        van: the gemeente that tries; only her key is read.
        klok: gives the instant, UTC.

    Raises:
        ToegangFout: her own key cannot be read.
    """
    eigen = register.paden(van)
    lees_sleutel(eigen.sleutel)
    for naar in (item.naam for item in register.gemeenten()):
        if naar == van:
            continue
        ander = register.paden(naar)
        yield _met_andere_sleutel(eigen, ander, van, naar, klok)
        yield _als_eigen_database(eigen, ander, van, naar, klok)
        yield _geheimen(eigen, ander, van, naar)
        yield _zelfde_account(ander, van, naar)
        yield from _op_server(eigen, ander, van, naar)
    yield _ander_account(eigen, van)
    yield from _gedeelde_databases(eigen, van)


def _met_andere_sleutel(eigen: Paden, ander: Paden, van: str, naar: str, klok: Klok) -> Proef:
    """Open the database of the other one as hers, with our key."""
    from toegang.storage.opslag import Gemeenteopslag

    return _poging(
        "haar database openen met onze sleutel",
        van,
        naar,
        lambda: Gemeenteopslag.open(ander.database, eigen.sleutel, naar, klok).sluit(),
        "geef elke gemeente een eigen sleutel; deze twee hebben dezelfde",
    )


def _als_eigen_database(eigen: Paden, ander: Paden, van: str, naar: str, klok: Klok) -> Proef:
    """Open the database of the other one as if it were ours."""
    from toegang.storage.opslag import Gemeenteopslag

    return _poging(
        "haar database openen als de onze",
        van,
        naar,
        lambda: Gemeenteopslag.open(ander.database, eigen.sleutel, van, klok).sluit(),
        f"zet in de map van {naar} haar eigen database terug; die van {van} staat er",
    )


def _geheimen(eigen: Paden, ander: Paden, van: str, naar: str) -> Proef:
    """Decrypt rows, letters and dossier keys of the other one with our key."""
    from toegang.storage.proeflezen import open_met_vreemde_sleutel

    weg = "haar rijen, brieven en dossiersleutels openen met onze sleutel"
    sleutel = lees_sleutel(eigen.sleutel)
    # As ourselves, and as somebody who knows that her name is in the derivation of her keys.
    kluizen = (Kluis(sleutel, van), Kluis(sleutel, naar))
    try:
        geprobeerd, geopend = open_met_vreemde_sleutel(ander.database, naar, kluizen)
    except ToegangFout as fout:
        return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.TEGENGEHOUDEN, reden=fout.boodschap)
    if geopend:
        reden = f"{geopend} van {geprobeerd} gingen open; geef elke gemeente een eigen sleutel"
        return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.NIET_TEGENGEHOUDEN, reden=reden)
    if not geprobeerd:
        reden = "er staat nog niets versleutelds in haar database"
        return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.NIET_BEPROEFD, reden=reden)
    reden = f"AES-GCM: geen van {geprobeerd} ging open"
    return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.TEGENGEHOUDEN, reden=reden)


def _zelfde_account(ander: Paden, van: str, naar: str) -> Proef:
    """Read the key of the other one as plain code in this process would, a plugin for instance."""
    weg = "haar sleutel lezen met code in dit proces (een plugin)"
    try:
        nummer = os.open(ander.sleutel, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        reden = "het account van dit proces mag haar sleutel niet lezen"
        return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.TEGENGEHOUDEN, reden=reden)
    os.close(nummer)
    reden = "een dienstaccount per gemeente, met een eigen TOEGANG_DATA, houdt dit tegen"
    return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.NIET_TEGENGEHOUDEN, reden=reden)


def _ander_account(eigen: Paden, naar: str) -> Proef:
    """Reach key, database and folder from an account that has nothing to do with it."""
    weg = "haar bestanden lezen met een ander account van deze machine"
    doelen = tuple(pad for pad in (eigen.sleutel, eigen.database, eigen.instellingen, eigen.map) if pad.exists())
    if os.geteuid() == 0:
        gelukt = _als_vreemde(doelen)
        hoe = f"geprobeerd als '{_VREEMDE}'"
    else:
        # Only root can become somebody else; what the file system says is what that one would meet.
        gelukt = tuple(pad for pad in doelen if _open_voor_anderen(pad))
        hoe = "volgens de rechten op de bestanden en mappen"
    if gelukt:
        reden = f"{gelukt[0]} is leesbaar; herstel: chmod 700 op mappen, 600 op bestanden"
        return Proef(weg=weg, van="", naar=naar, uitslag=Uitslag.NIET_TEGENGEHOUDEN, reden=reden)
    return Proef(weg=weg, van="", naar=naar, uitslag=Uitslag.TEGENGEHOUDEN, reden=f"rechten 0600 en 0700, {hoe}")


def _als_vreemde(doelen: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return what another account can read, tried in a process that became that account."""
    vreemde = pwd.getpwnam(_VREEMDE)
    proces = os.fork()
    if proces == 0:
        code = 255
        try:
            os.setgroups([])
            os.setgid(vreemde.pw_gid)
            os.setuid(vreemde.pw_uid)
            code = sum(1 << nummer for nummer, pad in enumerate(doelen) if os.access(pad, os.R_OK))
        finally:
            os._exit(code)
    _, hoe = os.waitpid(proces, 0)
    code = os.waitstatus_to_exitcode(hoe)
    if code == 255:
        raise OpslagFout(f"De proef als ander account ('{_VREEMDE}') kon niet worden gedaan.")
    return tuple(pad for nummer, pad in enumerate(doelen) if code & (1 << nummer))


def _open_voor_anderen(pad: Path) -> bool:
    """Tell whether group or others can get at a path: it and every folder above it must let them."""
    if not stat.S_IMODE(pad.stat().st_mode) & 0o044:
        return False
    return all(stat.S_IMODE(map_.stat().st_mode) & 0o011 for map_ in pad.parents)


def _op_server(eigen: Paden, ander: Paden, van: str, naar: str) -> Iterator[Proef]:
    """Go with our login role to the database of the other one."""
    if not (eigen.postgres.exists() and ander.postgres.exists()):
        return
    from toegang.storage.postgres_server import kan_binnen, lees_gegevens

    doel = lees_gegevens(ander.postgres).database
    yield _rolproef("met onze rol naar haar database op de server", van, naar, kan_binnen(eigen.postgres, doel), doel)


def _gedeelde_databases(eigen: Paden, van: str) -> Iterator[Proef]:
    """Go with our login role to the databases that every server has, and make something outside our own."""
    if not eigen.postgres.exists():
        return
    from toegang.storage.postgres_server import GEDEELD, kan_binnen, mag_te_veel

    for database in GEDEELD:
        weg = f"met onze rol naar de gedeelde database {database}"
        yield _rolproef(weg, van, "(server)", kan_binnen(eigen.postgres, database), database)
    te_veel = mag_te_veel(eigen.postgres)
    yield Proef(
        weg="met onze rol rollen of databases maken, een andere rol worden, of bestanden van de server lezen",
        van=van,
        naar="(server)",
        uitslag=Uitslag.NIET_TEGENGEHOUDEN if te_veel else Uitslag.TEGENGEHOUDEN,
        reden=f"neem de rol dit af: {', '.join(te_veel)}" if te_veel else "de rol mag alleen inloggen",
    )
    yield Proef(
        weg="namen van andere databases en rollen zien in de catalogus",
        van=van,
        naar="(server)",
        uitslag=Uitslag.TEGENGEHOUDEN,
        reden="namen zijn op een server zichtbaar, maar het zijn willekeurige nummers",
    )


def _rolproef(weg: str, van: str, naar: str, binnen: bool, database: str) -> Proef:
    if binnen:
        reden = f"REVOKE CONNECT ON DATABASE {database} FROM PUBLIC; houdt dit tegen"
        return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.NIET_TEGENGEHOUDEN, reden=reden)
    return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.TEGENGEHOUDEN, reden="de rol heeft er geen CONNECT")


def _poging(weg: str, van: str, naar: str, doe: Callable[[], object], wat_helpt: str) -> Proef:
    try:
        doe()
    except ToegangFout as fout:
        return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.TEGENGEHOUDEN, reden=fout.boodschap)
    return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.NIET_TEGENGEHOUDEN, reden=wat_helpt)
