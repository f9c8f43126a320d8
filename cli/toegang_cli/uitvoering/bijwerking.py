"""Bring the database of one gemeente, or of all, to the revision of this version; a backup goes before."""

from __future__ import annotations

import json
from typing import Any

from toegang.environment import Klok, wie_handelt
from toegang.errors import Afsluitcode, Controlefout, Invoerfout
from toegang.storage import Actor, Gemeenteopslag, bijwerken, revisie
from toegang.storage.schema import REVISIES
from toegang.tenancy import Register
from toegang.tenancy.reservekopie import maak_reservekopie
from toegang.tenancy.versies import Versieregel, bewaar_versie
from toegang_cli.kindproces import voer_in_kind
from toegang_cli.uitvoer import toon, toon_json, toon_tabel, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN

# A large gemeente takes minutes: her backup is read back row by row.
_GEDULD = 4 * 3600.0
BIJGEWERKT, WAS_AL_BIJ, TE_DOEN, MISLUKT, OVERGESLAGEN = (
    "bijgewerkt",
    "was al bij",
    "te doen",
    "mislukt",
    "overgeslagen",
)


def werk_bij(naam: str, *, proef: bool, als_json: bool) -> None:
    """Apply the migrations that a database lacks, in one transaction, after a backup.

    Args:
        naam: key of the gemeente.
        proef: only say what would be done.
        als_json: as JSON.

    Raises:
        NietGevonden: the gemeente is not connected here.
        OpslagFout: the database is not ours, is newer, the backup or a migration fails; nothing is changed then.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    register.haal(naam)
    regel = _stand(register, naam, klok)
    if regel.uitkomst == TE_DOEN and not proef:
        actor = Actor(uid=wie_handelt(register.paden(naam).map))
        kopie = maak_reservekopie(register, naam, register.reservekopie / naam, actor, klok.nu).kopie
        paden = register.paden(naam)
        with Gemeenteopslag.open(paden.database, paden.sleutel, naam, klok.nu, toets=False) as opslag:
            bijwerken(opslag)
            with opslag.werk(actor) as werk:
                werk.log("gemeente.bijgewerkt", detail={"van": str(regel.van), "naar": REVISIES[-1]})
                werk.commit()
        regel = regel.gewijzigd(naar=REVISIES[-1], uitkomst=BIJGEWERKT, kopie=str(kopie))
    if als_json:
        toon_json(regel.model_dump(mode="json"))
        return
    stappen = _stappen(regel.van)
    if proef:
        toon(f"Gemeente {naam} staat op {regel.van}; {', '.join(stappen) or 'er is niets'} te doen.", NIETS_OPGESLAGEN)
    elif regel.uitkomst == BIJGEWERKT:
        toon(f"Gemeente {naam} is bijgewerkt: {', '.join(stappen)}.", f"De reservekopie van ervoor: {regel.kopie}")
    else:
        toon(f"Gemeente {naam} was al bij.")


def werk_alle_bij(*, eerst: str | None, ga_door: bool, proef: bool, als_json: bool) -> Afsluitcode:
    """Bring all gemeenten up to date, each in a process of her own; who fails stays on her old revision and works.

    Args:
        eerst: the gemeente that goes first; when she fails, no other is touched.
        ga_door: go on after a failure of another.
        proef: only say what would be done.
        als_json: as JSON.

    Returns:
        OK, DEELS when some failed, FOUT when none succeeded.

    Raises:
        Invoerfout: the first one is not connected here.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    namen = [regel.naam for regel in register.regels()]
    if eerst is not None:
        register.haal(eerst)
        namen = [eerst, *(naam for naam in namen if naam != eerst)]
    regels: list[Versieregel] = []
    for naam in namen:
        if _moet_stoppen(regels, eerst, ga_door=ga_door):
            regels.append(Versieregel(gemeente=naam, op=klok.nu(), uitkomst=OVERGESLAGEN))
            continue
        regel = _in_kind(naam, klok, proef=proef)
        regels.append(regel)
        zeg(f"  {naam}: {regel.uitkomst}")
        if not proef:
            bewaar_versie(register, regel)
    _toon(regels, als_json=als_json)
    if proef:
        zeg(NIETS_OPGESLAGEN)
    mislukt = [regel for regel in regels if regel.uitkomst in {MISLUKT, OVERGESLAGEN}]
    if not mislukt:
        return Afsluitcode.OK
    return Afsluitcode.DEELS if len(mislukt) < len(regels) else Afsluitcode.FOUT


def controleer_keuze(naam: str | None, eerst: str | None, *, stop: bool, ga_door: bool) -> None:
    """Refuse options that contradict each other.

    Raises:
        Invoerfout: says which.
    """
    if naam is not None and (eerst is not None or stop or ga_door):
        raise Invoerfout("--eerst, --stop en --ga-door horen bij alle gemeenten.", vervolg="Laat de naam weg.")
    if stop and ga_door:
        raise Invoerfout("Kies --stop of --ga-door.", vervolg="Zonder keuze stopt het bij de eerste die mislukt.")


def _stand(register: Register, naam: str, klok: Klok) -> Versieregel:
    paden = register.paden(naam)
    with Gemeenteopslag.open(paden.database, paden.sleutel, naam, klok.nu, toets=False) as opslag:
        nu = revisie(opslag)
        if nu not in REVISIES:
            bijwerken(opslag)  # says what is wrong with it
            raise Controlefout(f"De database van gemeente {naam} is van een onbekende versie.")
    uitkomst = TE_DOEN if _stappen(nu) else WAS_AL_BIJ
    return Versieregel(gemeente=naam, op=klok.nu(), van=nu, naar=nu, uitkomst=uitkomst)


def _stappen(nu: str | None) -> tuple[str, ...]:
    return REVISIES[REVISIES.index(nu) + 1 :] if nu in REVISIES else ()


def _moet_stoppen(regels: list[Versieregel], eerst: str | None, *, ga_door: bool) -> bool:
    mislukt = [regel.gemeente for regel in regels if regel.uitkomst == MISLUKT]
    return bool(mislukt) and (not ga_door or eerst in mislukt)


def _in_kind(naam: str, klok: Klok, *, proef: bool) -> Versieregel:
    kind = voer_in_kind("gemeente", "bijwerken", naam, "--json", *(["--proef"] if proef else []), geduld=_GEDULD)
    try:
        if kind.code == 0:
            return Versieregel.model_validate_json(kind.uit)
    except ValueError:
        return Versieregel(gemeente=naam, op=klok.nu(), uitkomst=MISLUKT, fout="het antwoord is niet te lezen")
    return Versieregel(gemeente=naam, op=klok.nu(), uitkomst=MISLUKT, fout=kind.fout)


def _toon(regels: list[Versieregel], *, als_json: bool) -> None:
    if als_json:
        toon_json({"nodig": REVISIES[-1], "gemeenten": [json.loads(regel.model_dump_json()) for regel in regels]})
        return
    rijen: list[tuple[Any, ...]] = [(r.gemeente, r.van, r.naar, r.uitkomst, r.fout) for r in regels]
    toon_tabel(("Gemeente", "Van", "Naar", "Uitkomst", "Waarom"), rijen, leeg="Er is nog geen gemeente aangesloten.")
