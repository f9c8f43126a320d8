"""Run one gemeente of the demo from its first question to its archive; done in a process of its own.

A process holds the keys of one gemeente only (DESIGN.md §5), so each gemeente gets a child process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from toegang.domain.begrippen import Registratie
from toegang.domain.brief import Briefstatus
from toegang.domain.levensloop import Stap
from toegang.environment import Gemeente, Klok
from toegang.letters.batch.bevries import Bevriesopdracht
from toegang.letters.batch.ineens import doe_ineens
from toegang.letters.batch.kern import Batchplek
from toegang.letters.batch.keuze import Gevraagd
from toegang.letters.batch.maak import Maakopdracht
from toegang.lifecycle.bekendmaking import maak_bekend
from toegang.lifecycle.intake import ONTVANGSTBEVESTIGING, neem_in
from toegang.lifecycle.nazorgbrief import verzonden
from toegang.tenancy import Register
from toegang_cli.brp import aanhouding, lees_personen
from toegang_cli.demo.aanmeldingen import ONTVANGEN_VOOR, Inzending, uit_personen, uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door, rond_af
from toegang_cli.demo.verslag import Gemeenteverslag, maak_verslag

VOORTGANG = "demo.voortgang"
BEVESTIGD_NA = timedelta(days=1)
"""The confirmations are dated the day after the question came in, as a gemeente would."""
Melder = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Opdracht:
    """What one child process does.

    Args:
        naam: key of the gemeente.
        map: data folder of the demo.
        aantal: number of households, without a file.
        personen: file with official test persons, or ``None``.
        deel: which persons of the file this gemeente takes: (place, number of gemeenten).
    """

    naam: str
    map: Path
    aantal: int
    personen: Path | None
    deel: tuple[int, int]


def doe_gemeente(opdracht: Opdracht, meld: Melder) -> Gemeenteverslag:
    """Run one gemeente; a second run goes on where the first stopped and changes nothing that is done.

    Args:
        opdracht: what to do.
        meld: hears (phase, done, total).

    Returns:
        What the database of this gemeente says afterwards.
    """
    register, klok = Register(opdracht.map), Klok.van_machine()
    meld("inrichten", 0, 1)
    with richt_in(opdracht.naam, register, klok) as gemeente, gemeente.omgeving.opslag.doorlopend():
        begin = _logstand(gemeente)
        inzendingen = _inzendingen(opdracht, gemeente)
        zaken = _neem_alles_in(gemeente, inzendingen, meld)
        _bevestig(gemeente, list(zaken), klok.vandaag() - ONTVANGEN_VOOR + BEVESTIGD_NA, meld)
        _behandel(gemeente, zaken, meld)
        _brieven(gemeente, klok.vandaag(), meld)
        _verzend(gemeente, list(zaken), meld)
        return maak_verslag(gemeente, gewijzigd=_logstand(gemeente) != begin)


def _inzendingen(opdracht: Opdracht, gemeente: Gemeente) -> list[Inzending]:
    organisatie, vandaag = gemeente.omgeving.organisatie, gemeente.omgeving.vandaag()
    if opdracht.personen is None:
        return uit_scenarios(opdracht.naam, organisatie, vandaag, opdracht.aantal)
    goed, _ = lees_personen(opdracht.personen)
    plaats, aantal = opdracht.deel
    eigen = [record for record in goed if record.nummer % aantal == plaats and not aanhouding(record.persoon, vandaag)]
    return uit_personen(eigen, opdracht.personen, organisatie, vandaag)


def _neem_alles_in(gemeente: Gemeente, inzendingen: list[Inzending], meld: Melder) -> dict[str, Inzending]:
    """Take in each submission; returns zaak → submission."""
    zaken: dict[str, Inzending] = {}
    gedaan = _voortgang(gemeente)
    for nummer, inzending in enumerate(inzendingen, start=1):
        # An answered question leaves no trace by which a second run could know it: the place in the list does.
        if not (inzending.aanmelding.behapbaar and nummer <= gedaan):
            zaken |= dict.fromkeys(_neem_in(gemeente, inzending), inzending)
        if nummer > gedaan:
            _onthoud(gemeente, nummer)
        meld("vragen", nummer, len(inzendingen))
    return zaken


def _behandel(gemeente: Gemeente, zaken: dict[str, Inzending], meld: Melder) -> None:
    """Walk each zaak up to its letters."""
    for nummer, (zaak_id, inzending) in enumerate(zaken.items(), start=1):
        loop_door(gemeente, zaak_id, inzending.scenario)
        meld("zaken", nummer, len(zaken))


def _neem_in(gemeente: Gemeente, inzending: Inzending) -> tuple[str, ...]:
    """Take in a submission; a door that only passes on is followed by the one it told (B-1)."""
    resultaat = neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding)
    vervolg = inzending.aanmelding.kenmerk + "-vervolg"
    if resultaat.reeds_bekend and not resultaat.zaken:
        contact = resultaat.melding_id is not None and resultaat.melding_id.startswith("C-")
        volgend = _doorgegeven_aan(gemeente, resultaat.melding_id) if contact else None
    else:
        intake = resultaat.intake
        contact = intake is not None and intake.registratie is Registratie.CONTACTGEGEVENS
        volgend = intake.bestemming if contact and intake is not None else None
    if volgend is None or gemeente.omgeving.organisatie.loket(volgend) is None:
        return resultaat.zaken
    door = inzending.aanmelding.gewijzigd(kenmerk=vervolg, loket=volgend)
    return neem_in(gemeente.omgeving, gemeente.actor(), door).zaken


def _doorgegeven_aan(gemeente: Gemeente, notitie: str | None) -> str | None:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.contactnotities.haal(notitie).doorgegeven_aan if notitie else None


def _bevestig(gemeente: Gemeente, zaken: list[str], dag: date, meld: Melder) -> None:
    """Make the confirmations of receipt and send them the same day."""
    _brieven(gemeente, dag, meld, ONTVANGSTBEVESTIGING)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        for zaak_id in zaken:
            verzonden(werk, zaak_id, ONTVANGSTBEVESTIGING, dag)
        werk.commit()


def _brieven(gemeente: Gemeente, dagtekening: date, meld: Melder, sjabloon: str | None = None) -> None:
    """Make what is due."""
    huisstijl = gemeente.omgeving.organisatie.huisstijl
    # what was due earlier is made on its own day, as a gemeente would have done
    plek = Batchplek(replace(gemeente.omgeving, vandaag=lambda: dagtekening), gemeente.actor())
    kies = (Gevraagd("sjabloon", sjabloon),) if sjabloon else (Gevraagd("verschuldigd"),)
    opdracht = Maakopdracht(
        gemeente.plugin.huisstijlbestand(huisstijl.logo), 1, lambda klaar, totaal: meld("brieven", klaar, totaal)
    )
    doe_ineens(plek, Bevriesopdracht(dagtekening, kies, str(gemeente.brievenmap)), opdracht)


def _verzend(gemeente: Gemeente, zaken: list[str], meld: Melder) -> None:
    for nummer, zaak_id in enumerate(zaken, start=1):
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            zaak = werk.zaken.haal(zaak_id)
            alle = werk.brieven.zoek(zaak_id=zaak_id)
        brieven = [item for item in alle if item.besluit_id is not None and item.status is not Briefstatus.VERVALLEN]
        klaar = bool(brieven) and all(brief.status is Briefstatus.GEMAAKT for brief in brieven)
        if zaak.status is Stap.BESCHIKKING and klaar:
            dag = brieven[0].dagtekening or gemeente.omgeving.vandaag()
            maak_bekend(gemeente.omgeving, gemeente.actor(), zaak_id, dag)
        rond_af(gemeente, zaak_id)
        meld("afronden", nummer, len(zaken))


def _logstand(gemeente: Gemeente) -> int:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.logboek.kop().volgnr


def _voortgang(gemeente: Gemeente) -> int:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return int(werk.kenmerken.get(VOORTGANG, "0"))


def _onthoud(gemeente: Gemeente, nummer: int) -> None:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        werk.kenmerken[VOORTGANG] = str(nummer)
        werk.commit()
