"""The figures of one batch of letters, for the teamleider."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from toegang.domain.batch import Batch, Batchregel, Regelstand, Telling
from toegang.domain.batchverloop import Handeling, in_woorden
from toegang.domain.bevinding import Ernst
from toegang.domain.datums import NEDERLAND
from toegang.lifecycle.omgeving import Omgeving
from toegang.reports.rapport import Cijfer, Rapport, Tabel, aandeel, verdeling
from toegang.storage import Werkeenheid

_DEFINITIES = (
    "Gekozen: brieven die bij het bevriezen in de batch zijn gezet. Dat aantal verandert niet.",
    "Gekozen = gemaakt + aangehouden + mislukt (+ nog te maken + ingetrokken). Die som klopt altijd.",
    "Aangehouden: wacht op een mens. Mislukt: kon niet worden gemaakt; gegevens of sjabloon moeten worden hersteld.",
    "Let op: de brief is gemaakt, en er is iets wat de goedkeurder moet weten.",
    "Brieven per minuut: gemaakte brieven, gedeeld door de tijd tussen goedkeuren en het einde van het maken.",
)


def maak_batchrapport(werk: Werkeenheid, omgeving: Omgeving, batch_id: str) -> Rapport:
    """Make the report.

    Args:
        werk: a unit of work; only read from.
        omgeving: the gemeente.
        batch_id: the batch.

    Raises:
        NietGevonden: there is no such batch.
    """
    batch = werk.batches.haal(batch_id)
    regels = werk.batchregels.zoek(batch_id=batch.id)
    telling = werk.batchregels.telling(batch.id, batch.aantal)
    vandaag = omgeving.vandaag()
    begin = batch.dagtekening or vandaag
    return Rapport(
        naam="batch",
        titel=f"Brieven, batch {batch.id}",
        gemeente=omgeving.organisatie.naam,
        op=vandaag,
        van=begin,
        tot=begin,
        cijfers=tuple(_cijfers(batch, telling, regels)),
        tabellen=tuple(_tabellen(batch, regels)),
        definities=_DEFINITIES,
        stand=True,
    )


def _cijfers(batch: Batch, telling: Telling, regels: tuple[Batchregel, ...]) -> list[Cijfer]:
    niet = telling[Regelstand.AANGEHOUDEN] + telling[Regelstand.MISLUKT]
    let_op = sum(any(item.ernst is Ernst.LET_OP for item in regel.bevindingen) for regel in regels)
    cijfers = [
        Cijfer("Stand", in_woorden(batch.stand), vrij=True),
        Cijfer("Datum op de brief", batch.dagtekening.isoformat() if batch.dagtekening else None, vrij=True),
        Cijfer("Gekozen", telling.aantal),
        Cijfer("Gemaakt", telling.gemaakt),
        Cijfer("Verzonden", telling[Regelstand.VERZONDEN]),
        Cijfer("Aangehouden", telling[Regelstand.AANGEHOUDEN]),
        Cijfer("Mislukt", telling[Regelstand.MISLUKT]),
        Cijfer("Ingetrokken", telling[Regelstand.INGETROKKEN]),
        Cijfer("Niet gemaakt", aandeel(niet, telling.aantal), "%", over=telling.aantal),
        Cijfer("Let op", let_op),
        Cijfer("Vellen papier", sum(deel.vellen for deel in batch.druk)),
        Cijfer("Enveloppen", sum(deel.enveloppen for deel in batch.druk)),
    ]
    return [*cijfers, Cijfer("Brieven per minuut", _tempo(batch, telling), vrij=True)]


def _tempo(batch: Batch, telling: Telling) -> int | None:
    goed, klaar = batch.laatste(Handeling.KEUR_GOED), batch.laatste(Handeling.MAAK)
    if goed is None or klaar is None or klaar.op - goed.op < timedelta(seconds=1):
        return None
    return round(60 * telling.gemaakt / (klaar.op - goed.op).total_seconds())


def _tabellen(batch: Batch, regels: tuple[Batchregel, ...]) -> list[Tabel]:
    per_sjabloon = Counter(regel.sjabloon for regel in regels)
    tegen = Counter(
        soort.titel
        for regel in regels
        for soort in dict.fromkeys(item.soort for item in regel.bevindingen if item.houdt_tegen)
    )
    let_op = Counter(
        soort.titel
        for regel in regels
        for soort in dict.fromkeys(item.soort for item in regel.bevindingen if not item.houdt_tegen)
    )
    stappen = Tabel(
        "Wie deed wat",
        ("Stap", "Wanneer", "Wie"),
        tuple(
            (
                stap.handeling.value,
                f"{stap.op.astimezone(NEDERLAND):%Y-%m-%d %H:%M}",
                stap.medewerker or f"uid {stap.uid}",
            )
            for stap in batch.stappen
        ),
        telling=None,
        balk=None,
    )
    groepen = Tabel(
        "Envelopgroepen",
        ("Groep", "Brieven", "Enveloppen", "Vellen"),
        tuple(
            (
                *(groep, batch.brieven_in(groep)),
                sum(deel.enveloppen for deel in batch.druk if deel.groep == groep),
                sum(deel.vellen for deel in batch.druk if deel.groep == groep),
            )
            for groep in batch.groepen
        ),
        ook=(2, 3),
    )
    return [
        verdeling("Brieven per sjabloon", "Sjabloon", per_sjabloon),
        verdeling("Waarom niet gemaakt", "Reden", tegen),
        verdeling("Gemaakt, maar let op", "Wat", let_op),
        groepen,
        stappen,
    ]


def _moment(op: datetime) -> str:
    """Return an instant as a clock in the Netherlands shows it."""
    return f"{op.astimezone(NEDERLAND):%Y-%m-%d %H:%M}"
