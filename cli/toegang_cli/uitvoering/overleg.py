"""Record an intervisie or an overleg; the words come from a file, never from the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from toegang.domain.overleg import Overleg
from toegang.errors import Invoerfout
from toegang.lifecycle.overleg import leg_intervisie_vast, leg_overleg_vast
from toegang_cli.invoer import bestandsnaam, lees_dag, lees_tekst
from toegang_cli.uitvoer import als_tekst, toon, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek, zaaknummer


def intervisie(
    naam: str,
    zaak_id: str,
    bestand: Path,
    op: str,
    deelnemers: Sequence[str],
    *,
    tweede_nodig: bool,
    als: str | None,
    proef: bool,
) -> None:
    """Record an intervisie."""
    nummer, dag, tekst = zaaknummer(zaak_id), lees_dag("--op", op), lees_woorden(bestand)
    overleg = _lees(deelnemers, tweede_nodig=tweede_nodig)
    with werkplek(naam, als, proef=proef) as plek:
        record = leg_intervisie_vast(plek.omgeving, plek.actor, nummer, dag, overleg, tekst)
    toon(f"De intervisie van {als_tekst(record.op)} over zaak {nummer} is vastgelegd ({record.id}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)
    elif tweede_nodig:
        zeg(f"Een tweede consulent kan er nu bij: toegang team voorstel {nummer} -g {naam}")


def kies_uitkomst(*, tweede_nodig: bool, een_is_genoeg: bool) -> bool:
    """Return the outcome of an intervisie.

    Raises:
        Invoerfout: neither or both of the options.
    """
    if tweede_nodig is een_is_genoeg:
        raise Invoerfout("Kies één van beide: --tweede-nodig of --een-is-genoeg.", vervolg="Er is niets vastgelegd.")
    return tweede_nodig


def overleg(
    naam: str,
    zaak_id: str,
    bestand: Path,
    op: str,
    deelnemers: Sequence[str],
    protocol: str,
    *,
    inwoner_erbij: bool,
    als: str | None,
    proef: bool,
) -> None:
    """Record an overleg of professionals."""
    nummer, dag, tekst = zaaknummer(zaak_id), lees_dag("--op", op), lees_woorden(bestand)
    gevoerd = _lees(deelnemers, inwoner_erbij=inwoner_erbij, protocol=protocol)
    with werkplek(naam, als, proef=proef) as plek:
        record = leg_overleg_vast(plek.omgeving, plek.actor, nummer, dag, gevoerd, tekst)
    toon(f"Het overleg van {als_tekst(record.op)} over zaak {nummer} is vastgelegd ({record.id}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def lees_woorden(bestand: Path) -> str:
    """Return what somebody wrote.

    Raises:
        Invoerfout: it cannot be read, or says nothing.
    """
    tekst = lees_tekst(bestand).strip()
    if not tekst:
        raise Invoerfout(f"{bestandsnaam(bestand)} is leeg.", vervolg="Schrijf er iets in. Er is niets opgeslagen.")
    return tekst


def _lees(
    deelnemers: Sequence[str], *, inwoner_erbij: bool = False, protocol: str = "", tweede_nodig: bool | None = None
) -> Overleg:
    if len(deelnemers) < 2:
        raise Invoerfout("Een overleg heeft ten minste twee deelnemers.", vervolg="Noem ze elk met --deelnemer.")
    try:
        return Overleg(
            deelnemers=tuple(deelnemers), inwoner_erbij=inwoner_erbij, protocol=protocol, tweede_nodig=tweede_nodig
        )
    except ValidationError:
        raise Invoerfout(
            "Het kenmerk bij --protocol kan niet.", vervolg="Gebruik letters, cijfers, spaties, punten en streepjes."
        ) from None
