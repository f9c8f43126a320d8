"""Bring the database of a gemeente to the revision of this version."""

from __future__ import annotations

from toegang.environment import Klok
from toegang.storage import Gemeenteopslag, bijwerken, revisie
from toegang.storage.schema import REVISIES
from toegang.tenancy import Register
from toegang_cli.uitvoer import toon
from toegang_cli.werkplek import NIETS_OPGESLAGEN


def werk_bij(naam: str, *, proef: bool) -> None:
    """Apply the migrations that a database lacks, in one transaction.

    Args:
        naam: key of the gemeente.
        proef: only say what would be done.

    Raises:
        NietGevonden: the gemeente is not connected here.
        OpslagFout: the database is not ours, is newer, or a migration fails; nothing is changed then.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    register.haal(naam)
    paden = register.paden(naam)
    with Gemeenteopslag.open(paden.database, paden.sleutel, naam, klok.nu, toets=False) as opslag:
        nu = revisie(opslag)
        if proef:
            stappen = REVISIES[REVISIES.index(nu) + 1 :] if nu in REVISIES else ()
            toon(f"Gemeente {naam} staat op {nu}; {', '.join(stappen) or 'er is niets'} te doen.", NIETS_OPGESLAGEN)
            return
        gedaan = bijwerken(opslag)
    toon(f"Gemeente {naam} is bijgewerkt: {', '.join(gedaan)}." if gedaan else f"Gemeente {naam} was al bij.")
