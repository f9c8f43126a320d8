"""Link an account of this machine to a medewerker, so that somebody can decide in production."""

from __future__ import annotations

from toegang.errors import Invoerfout
from toegang.lifecycle import accounts as levensloop
from toegang.tenancy import Stand
from toegang_cli.uitvoer import toon, zeg
from toegang_cli.uitvoering.bestaat import medewerker_moet_bestaan
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek


def account(naam: str, medewerker: str, uid: int | None, *, ontkoppel: bool, proef: bool) -> None:
    """Link or unlink.

    Raises:
        Invoerfout: neither or both of ``--uid`` and ``--ontkoppel``.
    """
    if (uid is None) is not ontkoppel:
        raise Invoerfout("Kies één van beide: --uid NUMMER of --ontkoppel.", vervolg="Uw eigen nummer geeft: id -u")
    with werkplek(naam, proef=proef) as plek, medewerker_moet_bestaan(naam):
        eigenaar = plek.gemeente.map.stat().st_uid
        if uid is None:
            oud = levensloop.ontkoppel(plek.omgeving, plek.actor, medewerker, eigenaar)
            toon(f"Account {oud.uid} is niet meer van {medewerker}.")
        else:
            productie = plek.gemeente.stand is Stand.PRODUCTIE
            levensloop.koppel(plek.omgeving, plek.actor, medewerker, uid, eigenaar, productie=productie)
            toon(f"Account {uid} is nu medewerker {medewerker}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
