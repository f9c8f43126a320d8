"""A clone for test and training: the same files of other people, under a key of its own, that never goes live.

The rows go through :mod:`toegang.domain.anoniem`; letters and the log stay behind. The clone is built beside its place
and appears at once, so a run that is killed leaves nothing that looks like a gemeente.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from toegang.domain.anoniem import Anonimiseerder
from toegang.domain.oefenpersoon import Oefenpersonen
from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, Invoerfout
from toegang.storage.bestanden import maak_map, slot
from toegang.storage.bestandssysteem import weiger_netwerk
from toegang.storage.opslag import Gemeenteopslag
from toegang.storage.overzetten import neem_kleine_over, partijen, records, zet_records
from toegang.storage.schema import maak_aan
from toegang.storage.sleutels import lees_sleutel, maak_sleutel
from toegang.storage.waarden import Actor
from toegang.storage.werkeenheid import Werkeenheid
from toegang.tenancy.bouwplaats import WERKPLAATS, maak_plek, ruim, zet_neer
from toegang.tenancy.controles import controleer_schrijfbaar, controleer_server
from toegang.tenancy.inschrijving import Inschrijving, Stand, schrijf_inschrijving
from toegang.tenancy.instellingen import Herkomst, bewaar_instellingen
from toegang.tenancy.register import Register
from toegang.tenancy.stappen import AANGESLOTEN_OP

WEKEN = range(2, 7)
"""Every day in a clone lies one of these numbers of weeks earlier; weekdays stay, and no day comes to lie ahead."""
_TITEL = 85
Klok = Callable[[], datetime]


class Kloonrapport(Waarde):
    """What a clone holds.

    Args:
        van: the gemeente it was made of.
        naar: the clone.
        rijen: rows per table.
        zonder_bsn: persons for whom the test range had no number left.
    """

    van: str
    naar: str
    rijen: dict[str, int]
    zonder_bsn: int = 0


def controleer_kloon(register: Register, van: str, naar: str) -> None:
    """Check everything that can be known before; changes nothing.

    Raises:
        NietGevonden: there is no gemeente to clone.
        Invoerfout: the clone cannot have that name.
        Conflict: there is something at that name already.
        OpslagFout: the place cannot be used.
    """
    register.haal(van)
    if van == naar:
        raise Invoerfout("De kloon heeft een eigen naam nodig.", vervolg=f"Bijvoorbeeld: --naar {van}-oefen")
    paden = register.paden(naar)
    if paden.map.exists() and any(paden.map.iterdir()):
        raise Conflict(
            f"Er is al een gemeente {naar} ({paden.map}); een kloon gaat nergens overheen.",
            vervolg="Kies een andere naam met --naar. Er is niets gewijzigd.",
        )
    eigen = _eigen_sleutel(register, naar)
    if paden.sleutel.exists() and not (eigen.exists() and lees_sleutel(eigen) == lees_sleutel(paden.sleutel)):
        raise Conflict(
            f"Van {naar} is er nog een sleutel ({paden.sleutel}); die wordt niet overschreven.",
            vervolg="Kies een andere naam met --naar, of verplaats het bestand.",
        )
    weiger_netwerk(register.map)
    controleer_schrijfbaar(register.map)
    if register.postgres:
        controleer_server(register.postgres)


def kloon(
    register: Register, van: str, naar: str, woorden: frozenset[str], actor: Actor, klok: Klok, *, proef: bool = False
) -> Kloonrapport:
    """Make a clone.

    Args:
        register: the gemeenten of this machine.
        van: the gemeente.
        naar: name of the clone.
        woorden: texts of the organisation and the product that may stay as they are.
        actor: who does it; becomes beheerder of the clone.
        klok: gives the instant, UTC.
        proef: make it, and throw it away.

    Raises:
        ToegangFout: as :func:`controleer_kloon`, or something in the files has no anonymous form; then nothing is made.
    """
    controleer_kloon(register, van, naar)
    maak_map(register.map)
    with slot(register.map / ".slot", "het aansluiten van een gemeente", wachten=True):
        controleer_kloon(register, van, naar)
        paden, bouw = register.paden(naar), register.map / WERKPLAATS / naar
        if paden.sleutel.exists():  # of a run of ours that was killed between the key and the folder
            paden.sleutel.unlink()
        ruim(register, bouw)
        maak_map(bouw)
        sleutel = _eigen_sleutel(register, naar)
        maak_sleutel(sleutel)
        with register.opslag(van, klok) as bron:
            rapport = _bouw(register, bron, bouw, sleutel, naar, woorden, actor, klok)
            if proef:
                ruim(register, bouw)
                return rapport
            with bron.werk(actor) as werk:
                werk.log("gemeente.gekloond", detail={"naar": naar})
                werk.commit()
        _beschrijf(register, van, naar, bouw, actor, klok)
        zet_neer(paden, bouw, sleutel)
    return rapport


def _bouw(
    register: Register,
    bron: Gemeenteopslag,
    bouw: Path,
    sleutel: Path,
    naar: str,
    woorden: frozenset[str],
    actor: Actor,
    klok: Klok,
) -> Kloonrapport:
    rijen: dict[str, int] = {}
    database = maak_plek(register, bouw)
    with (
        bron.werk(actor, alleen_lezen=True) as lees,
        Gemeenteopslag.open(database, sleutel, naar, klok, toets=False) as opslag,
    ):
        maak_aan(opslag, kloon_van=bron.gemeente)
        anoniem = _anonimiseerder(lees, woorden)
        with opslag.werk(actor) as schrijf:
            for deel in (None, *partijen(lees)):
                for tabel, aantal in zet_records(schrijf, _anders(anoniem, records(lees, deel))).items():
                    rijen[tabel] = rijen.get(tabel, 0) + aantal
            neem_kleine_over(lees, schrijf, anoniem.kenmerk, anoniem.dag)
            beheerder = str(actor.uid)
            for feit in ("naam", "code"):
                schrijf.kenmerken[feit] = lees.kenmerken[feit]
            schrijf.kenmerken["beheerder"] = beheerder
            schrijf.kenmerken[AANGESLOTEN_OP] = klok().isoformat()
            schrijf.log("gemeente.kloon", detail={"van": bron.gemeente, "beheerder": beheerder})
            schrijf.commit()
    return Kloonrapport(van=bron.gemeente, naar=naar, rijen=rijen, zonder_bsn=anoniem.personen.zonder_bsn)


def _anders(anoniem: Anonimiseerder, paren: Iterator[tuple[str, Waarde]]) -> Iterator[tuple[str, Waarde]]:
    for tabel, record in paren:
        yield tabel, anoniem.record(record)


def _anonimiseerder(lees: Werkeenheid, woorden: frozenset[str]) -> Anonimiseerder:
    """Return one that gives nobody the number or surname of a real person of this gemeente."""
    bsn, namen = set[str](), set[str]()
    for inwoner in lees.inwoners.zoek():
        bsn.update(filter(None, (inwoner.bsn,)))
        namen.update(filter(None, (inwoner.geslachtsnaam, inwoner.partner_geslachtsnaam)))
    kies = secrets.SystemRandom().choice
    return Anonimiseerder(woorden, Oefenpersonen(bsn, namen, kies), kies(WEKEN), kies)


def _beschrijf(register: Register, van: str, naar: str, bouw: Path, actor: Actor, klok: Klok) -> None:
    echt = register.haal(van)
    inschrijving = Inschrijving(
        naam=naar,
        titel=f"{echt.titel[:_TITEL]} (oefenkopie)",
        plugin=echt.plugin,
        code=echt.code,
        aangesloten_op=klok(),
        stand=Stand.PROEF,
        rsin=echt.rsin,
        kloon_van=van,
    )
    # An answer of the demo never counts for production: one lock more.
    nieuw = {
        sleutel: item.gewijzigd(door=str(actor.uid), op=klok(), herkomst=Herkomst.DEMO)
        for sleutel, item in register.lees_instellingen(van).items()
    }
    maak_map(bouw / "brieven")
    schrijf_inschrijving(bouw / "gemeente.toml", inschrijving)
    if nieuw:
        bewaar_instellingen(bouw / "instellingen.toml", nieuw)


def _eigen_sleutel(register: Register, naar: str) -> Path:
    return register.map / WERKPLAATS / f"{naar}.sleutel"
