"""The checks of one gemeente: plugin, database, key, and the chain of its log."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

from toegang.environment import Klok, wie_handelt
from toegang.errors import ToegangFout
from toegang.plugins.laden import laad_plugin, maak_bord
from toegang.plugins.ontdekking import zoek
from toegang.storage import Actor, controleer_logboek
from toegang.tenancy import Inschrijving, Register, Stand
from toegang.tenancy.instellingen import antwoorden_op
from toegang_cli.uitvoering.controle import Controle, fout, goed, let_op
from toegang_cli.uitvoering.sleutel import geborgd_op

_LOG_HERSTEL = "Raak niets aan, leg vast wat u ziet, en vergelijk met de laatste reservekopie."


def controleer_gemeente(naam: str) -> Iterable[Controle]:
    """Check one gemeente; a failing check does not stop the others.

    Args:
        naam: key of the gemeente.
    """
    register = Register.standaard()
    try:
        ingeschreven = register.haal(naam)
    except ToegangFout as storing:
        yield fout(naam, storing.boodschap, storing.vervolg)
        return
    yield _plugin(naam, ingeschreven, register)
    yield from _bestanden(naam, register)
    yield from _opslag(naam, register)
    yield from _borg(naam, register)


def _plugin(naam: str, ingeschreven: Inschrijving, register: Register) -> Controle:
    try:
        bron = zoek(ingeschreven.plugin)
        plugin = laad_plugin(bron)
        antwoorden = antwoorden_op(register.lees_instellingen(naam), Klok.van_machine().vandaag())
        organisatie = plugin.organisatie(antwoorden)
        maak_bord(naam, plugin, bron, organisatie)
    except ToegangFout as storing:
        return fout(f"{naam}: plugin", storing.boodschap, storing.vervolg)
    stand = "in productie" if ingeschreven.stand is Stand.PRODUCTIE else "proef"
    return goed(f"{naam}: plugin", f"{bron.distributie} {bron.versie}, {stand}")


def _bestanden(naam: str, register: Register) -> Iterable[Controle]:
    paden = register.paden(naam)
    for wat, pad, mag in (
        ("map", paden.map, 0o700),
        ("sleutel", paden.sleutel, 0o600),
        ("database", paden.database, 0o600),
    ):
        if not pad.exists():
            yield fout(f"{naam}: {wat}", f"{pad} is er niet", "Zet een kopie terug; er is niets gewijzigd.")
        else:
            yield _modus(f"{naam}: {wat}", pad, mag)


def _modus(onderwerp: str, pad: Path, mag: int) -> Controle:
    rechten = stat.S_IMODE(pad.stat().st_mode)
    if rechten & ~mag & 0o777:
        return fout(onderwerp, f"te ruime rechten ({rechten:04o})", f"chmod {mag:o} '{pad}'")
    return goed(onderwerp, f"alleen voor dit account ({rechten:04o})")


def _borg(naam: str, register: Register) -> Iterable[Controle]:
    onderwerp, opdracht = f"{naam}: kopie sleutel", f"toegang gemeente sleutel borg {naam} --naar BESTAND"
    try:
        op = geborgd_op(register, naam, Klok.van_machine())
    except ToegangFout:
        return  # said above
    if op is None:
        yield let_op(onderwerp, "van deze sleutel is geen kopie; raakt zij weg, dan is alles weg", opdracht)
    else:
        yield goed(onderwerp, f"gemaakt op {op}")


def _opslag(naam: str, register: Register) -> Iterable[Controle]:
    onderwerp = f"{naam}: opslag"
    try:
        with register.opslag(naam, Klok.van_machine().nu) as opslag:
            yield goed(onderwerp, "de database is van deze versie en past bij de sleutel")
            actor = Actor(uid=wie_handelt(register.paden(naam).map))
            with opslag.werk(actor, alleen_lezen=True) as werk:
                rapport = controleer_logboek(werk)
    except ToegangFout as storing:
        yield fout(onderwerp, storing.boodschap, storing.vervolg)
        return
    if rapport.in_orde:
        yield goed(f"{naam}: logboek", f"{rapport.aantal} regels, de keten is heel")
    for gebrek in rapport.fouten:
        yield fout(f"{naam}: logboek", gebrek, _LOG_HERSTEL)
    if not rapport.aantal:
        yield let_op(f"{naam}: logboek", "het logboek is leeg", _LOG_HERSTEL)
