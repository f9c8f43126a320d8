"""Give and take roles, and say which account keeps a gemeente running."""

from __future__ import annotations

from datetime import timedelta

from toegang.domain.rollen import VAN_MEDEWERKER, Rol
from toegang.errors import Invoerfout
from toegang.lifecycle.beheerders import (
    BEHEERDER,
    BEHEERDERS,
    haal_beheerder_weg,
    lees_beheerders,
    voeg_beheerder_toe,
)
from toegang.lifecycle.rollen import geef_rol, neem_rol
from toegang.lifecycle.rolverdeling import Bevoegdheid, bevoegdheid
from toegang.tenancy import Stand
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.bestaat import medewerker_moet_bestaan
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek


def geef(
    naam: str, medewerker: str, rol: str, vanaf: str | None, tot: str | None, *, als: str | None, proef: bool
) -> None:
    """Give a medewerker a role."""
    soort = _lees_rol(rol)
    with werkplek(naam, als, proef=proef) as plek, medewerker_moet_bestaan(naam):
        eerste = lees_dag("--vanaf", vanaf) if vanaf else plek.omgeving.vandaag()
        laatste = lees_dag("--tot", tot) if tot else None
        productie = plek.gemeente.stand is Stand.PRODUCTIE
        geef_rol(plek.omgeving, plek.actor, _wie(plek), medewerker, soort, eerste, laatste, productie=productie)
    toon(
        f"{medewerker} heeft de rol {soort.lower()} van {als_tekst(eerste)}"
        f"{f' tot en met {als_tekst(laatste)}' if laatste else ''}: {soort.uitleg}."
    )
    _sluit_af(proef=proef)


def neem(naam: str, medewerker: str, rol: str, op: str | None, *, als: str | None, proef: bool) -> None:
    """Take a role back; without a day it ends at once."""
    soort = _lees_rol(rol)
    with werkplek(naam, als, proef=proef) as plek, medewerker_moet_bestaan(naam):
        laatste = lees_dag("--op", op) if op else plek.omgeving.vandaag() - timedelta(days=1)
        productie = plek.gemeente.stand is Stand.PRODUCTIE
        neem_rol(plek.omgeving, plek.actor, _wie(plek), medewerker, soort, laatste, productie=productie)
    tot = f"vanaf {als_tekst(laatste + timedelta(days=1))}"
    toon(f"{medewerker} heeft de rol {soort.lower()} niet meer, {tot}.")
    _sluit_af(proef=proef)


def beheerder(naam: str, erbij: int | None, eraf: int | None, *, proef: bool, als_json: bool) -> None:
    """List the accounts with the role BEHEER, or change the list.

    Raises:
        Invoerfout: both at once.
    """
    if erbij is not None and eraf is not None:
        raise Invoerfout("Kies één van beide: --erbij NUMMER of --eraf NUMMER.")
    with werkplek(naam, proef=proef) as plek:
        eigenaar = plek.gemeente.map.stat().st_uid
        if erbij is not None:
            voeg_beheerder_toe(plek.omgeving, plek.actor, erbij, eigenaar)
            toon(f"Account {erbij} is nu beheerder van gemeente {naam}. Dossiers opent een beheerder niet.")
        elif eraf is not None:
            haal_beheerder_weg(plek.omgeving, plek.actor, eraf, eigenaar)
            toon(f"Account {eraf} is geen beheerder meer van gemeente {naam}.")
        else:
            _toon_beheerders(plek, naam, eigenaar, als_json=als_json)
            return
    _sluit_af(proef=proef)


def _toon_beheerders(plek: Werkplek, naam: str, eigenaar: int, *, als_json: bool) -> None:
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        lijst = lees_beheerders(werk.kenmerken.get(BEHEERDER), werk.kenmerken.get(BEHEERDERS))
    if als_json:
        rijen = [{"account": item.uid, "sinds": item.sinds, "door": item.door} for item in lijst]
        toon_json({"gemeente": naam, "dienstaccount": eigenaar, "beheerders": rijen})
        return
    rijen_ = [(item.uid, item.sinds or "sloot de gemeente aan", item.door) for item in lijst]
    toon_tabel(("Account", "Sinds", "Door"), rijen_, leeg="Er staat geen beheerder in de lijst.")
    toon("", f"Ook het dienstaccount zelf ({eigenaar}) en root houden de gemeente draaiend.")


def _wie(plek: Werkplek) -> Bevoegdheid:
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        return bevoegdheid(
            werk,
            plek.actor.uid,
            plek.actor.medewerker,
            plek.gemeente.map.stat().st_uid,
            plek.omgeving.organisatie,
            plek.omgeving.vandaag(),
        )


def _lees_rol(tekst: str) -> Rol:
    try:
        return Rol(tekst.upper())
    except ValueError:
        keuzes = "\n".join(f"  {rol.lower()}: {rol.uitleg}" for rol in VAN_MEDEWERKER)
        raise Invoerfout(f"Deze rol bestaat niet. Er zijn:\n{keuzes}", vervolg="Kies een rol uit de lijst.") from None


def _sluit_af(*, proef: bool) -> None:
    if proef:
        zeg(NIETS_OPGESLAGEN)
