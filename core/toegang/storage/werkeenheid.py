"""The unit of work: all repositories of one gemeente in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType, TracebackType
from typing import Self

from sqlalchemy.exc import IntegrityError

from toegang.domain.adviesaanvraag import Adviesaanvraag
from toegang.domain.batch import Batch
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Bezwaar
from toegang.domain.datalek import Datalek
from toegang.domain.fusie import Fusiedeel, Fusierun, Herkomst
from toegang.domain.gesprek import Gesprek
from toegang.domain.gespreksafspraak import Gespreksafspraak
from toegang.domain.huishouden import Contactnotitie, Meldingsrecord
from toegang.domain.levering import Levering
from toegang.domain.medewerker import Medewerker
from toegang.domain.monitoring import Monitoring
from toegang.domain.overdracht import Overdracht
from toegang.domain.plan import Planrecord
from toegang.domain.signalering import Signalering
from toegang.domain.spoor import Hookvraag, Kandidatenstand, Spoor
from toegang.domain.termijnzaak import Termijnrecord
from toegang.domain.toestemming import Toestemming
from toegang.domain.vernietiging import Vernietigingslijst
from toegang.domain.voorstel import Voorstel
from toegang.errors import OpslagFout
from toegang.storage import fusietabellen, rond_zaak, tabellen
from toegang.storage.archief import Archief
from toegang.storage.batchregels import Batchregels
from toegang.storage.brieven import Brieven
from toegang.storage.caseload import Caseload
from toegang.storage.dossiers import Dossiers
from toegang.storage.inwoners import Inwoners
from toegang.storage.kluis import Kluis
from toegang.storage.kop import Kopbestand
from toegang.storage.logboek import DOOR, GESCHREVEN, Logboek
from toegang.storage.regie import Regie
from toegang.storage.sessie import Sessie
from toegang.storage.tellers import Kenmerken, Tellers
from toegang.storage.verzameling import Verzameling
from toegang.storage.vooraf import Vooraf
from toegang.storage.waarden import Actor
from toegang.storage.zaken import Zaken

_GEEN: Mapping[str, str] = MappingProxyType({})
_DUBBEL_KENMERK = "er is er al een met hetzelfde kenmerk, of van dezelfde inzending"


class Werkeenheid:
    """One transaction; nothing is kept unless :meth:`commit` is called.

    Made by :meth:`toegang.storage.opslag.Gemeenteopslag.werk`; use it in a ``with`` block.

    Args:
        sessie: connection inside a transaction, and keys.
        actor: who works.
        kopbestand: where the head of the log is confirmed.
        na_commit: called after each commit.
    """

    def __init__(
        self, sessie: Sessie, actor: Actor, kopbestand: Kopbestand, na_commit: Callable[[Sessie], None]
    ) -> None:
        self.sessie = sessie
        self.actor = actor
        self.kopbestand = kopbestand
        self._na_commit = na_commit
        self.dossiers = Dossiers(sessie)
        self.inwoners = Inwoners(sessie)
        self.meldingen = Verzameling(sessie, tabellen.meldingen, Meldingsrecord, "melding", dubbel=_DUBBEL_KENMERK)
        self.contactnotities = Verzameling(
            sessie, tabellen.contactnotities, Contactnotitie, "contactnotitie", dubbel=_DUBBEL_KENMERK
        )
        self.zaken = Zaken(sessie)
        self.gesprekken = Verzameling(sessie, tabellen.gesprekken, Gesprek, "gesprek")
        self.gespreksafspraken = Verzameling(sessie, rond_zaak.gespreksafspraken, Gespreksafspraak, "afspraak")
        self.plannen = Verzameling(sessie, tabellen.plannen, Planrecord, "plan")
        self.besluiten = Verzameling(sessie, tabellen.besluiten, Besluitrecord, "besluit")
        self.batches = Verzameling(sessie, tabellen.batches, Batch, "batch")
        self.batchregels = Batchregels(sessie)
        self.brieven = Brieven(sessie)
        self.medewerkers = Verzameling(sessie, tabellen.medewerkers, Medewerker, "medewerker")
        self.datalekken = Verzameling(sessie, tabellen.datalekken, Datalek, "datalek")
        self.vernietigingslijsten = Verzameling(
            sessie, tabellen.vernietigingslijsten, Vernietigingslijst, "vernietigingslijst"
        )
        self.sporen = Verzameling(sessie, tabellen.sporen, Spoor, "spoor")
        self.regie = Regie(sessie)
        self.archief = Archief(sessie)
        self.caseload = Caseload(sessie)
        self.termijnzaken = Verzameling(sessie, tabellen.termijnzaken, Termijnrecord, "termijngebeurtenis")
        self.voorstellen = Verzameling(sessie, rond_zaak.voorstellen, Voorstel, "voorstel")
        self.adviezen = Verzameling(sessie, rond_zaak.adviezen, Adviesaanvraag, "adviesaanvraag")
        self.bezwaren = Verzameling(sessie, rond_zaak.bezwaren, Bezwaar, "bezwaar")
        self.leveringen = Verzameling(sessie, rond_zaak.leveringen, Levering, "levering")
        self.monitoringen = Verzameling(sessie, rond_zaak.monitoringen, Monitoring, "monitoring")
        self.signaleringen = Verzameling(sessie, rond_zaak.signaleringen, Signalering, "signalering")
        self.overdrachten = Verzameling(sessie, rond_zaak.overdrachten, Overdracht, "overdracht")
        self.toestemmingen = Verzameling(sessie, rond_zaak.toestemmingen, Toestemming, "toestemming")
        self.hookvragen = Verzameling(sessie, rond_zaak.hookvragen, Hookvraag, "hookvraag")
        self.kandidatenstanden = Verzameling(sessie, rond_zaak.kandidatenstanden, Kandidatenstand, "kandidatenstand")
        self.herkomsten = Verzameling(sessie, fusietabellen.herkomsten, Herkomst, "herkomst")
        self.fusieruns = Verzameling(sessie, fusietabellen.fusieruns, Fusierun, "run")
        self.fusiedelen = Verzameling(sessie, fusietabellen.fusiedelen, Fusiedeel, "deel van een run")
        self.tellers = Tellers(sessie)
        self.kenmerken = Kenmerken(sessie)
        self.logboek = Logboek(sessie, actor)

    @property
    def kluis(self) -> Kluis:
        """The keys, for the keyed hash of an input."""
        return self.sessie.kluis

    def log(
        self, actie: str, *, zaak: str | None = None, dossier: str | None = None, detail: Mapping[str, str] = _GEEN
    ) -> None:
        """Add a line to the log.

        Args:
            actie: what was done, e.g. ``zaak.inzien``.
            zaak: zaaknummer.
            dossier: dossier id.
            detail: ids and fixed words; never personal data.

        Raises:
            OpslagFout: when something in it looks like a BSN.
        """
        self.logboek.voeg_toe(actie, zaak, dossier, detail)

    def lees_vooraf(self, dossiers: Collection[str]) -> None:
        """Read what these dossiers hold per table at once, at the first question, instead of per question.

        Args:
            dossiers: ids; those of an earlier call are forgotten.
        """
        self.sessie.vooraf = Vooraf(dossiers)

    @contextmanager
    def deel(self) -> Iterator[None]:
        """Undo what was written inside when it raises, and only that; the rest of the unit of work stays.

        The log lines that were added inside are undone too.
        """
        geschreven = {dossier: {t: [*r] for t, r in per.items()} for dossier, per in self.sessie.geschreven.items()}
        log, punt = self.logboek.punt(), self.sessie.verbinding.begin_nested()
        try:
            yield
        except BaseException:
            punt.rollback()
            self.sessie.geschreven = geschreven
            self.logboek.ga_terug(log)
            if self.sessie.vooraf is not None:
                self.lees_vooraf(self.sessie.vooraf.dossiers)
            raise
        punt.commit()

    def commit(self, *, door: str = "") -> None:
        """Keep everything since the last commit, with a log line per dossier that was written in.

        Args:
            door: id of the batch that wrote it, so that it can tell its own writing from that of others.

        Raises:
            OpslagFout: when a record points to something that is not there; nothing is kept.
            Conflict: when another process was in the way.
        """
        for dossier_id, tabellen_ in self.sessie.geschreven.items():
            detail = {tabel: " ".join(rijen) for tabel, rijen in tabellen_.items()} | ({DOOR: door} if door else {})
            self.logboek.voeg_toe(GESCHREVEN, None, dossier_id, detail)
        try:
            self.logboek.schrijf()
            self.sessie.verbinding.commit()
        except IntegrityError:
            self.sessie.verbinding.rollback()
            raise OpslagFout(
                f"Niet opgeslagen in gemeente {self.sessie.gemeente}: een van de gegevens verwijst naar een zaak, "
                "melding, inwoner, besluit of batch die er niet is.",
                vervolg="Er is niets gewijzigd; meld dit aan de beheerder.",
            ) from None
        self.sessie.geschreven.clear()
        self.logboek.vergeet_kop()
        self.sessie.vooraf = None  # from here on another may write
        self._na_commit(self.sessie)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sessie.verbinding.rollback()
        self.sessie.verbinding.close()
