"""A closed zaak as a bag for an archive: files, MDTO beside each, and hashes over all (BagIt, sha256).

    <zaak>/bagit.txt, bag-info.txt, manifest-sha256.txt, tagmanifest-sha256.txt
    <zaak>/data/<zaak>.mdto.xml                      the zaak
    <zaak>/data/<stuk>/<stuk>.mdto.xml               a stuk
    <zaak>/data/<stuk>/<bestand>                     its file
    <zaak>/data/<stuk>/<bestand>.bestand.mdto.xml    about that file

The bag is made beside its place, read back whole, and only then given its name: it is there and right, or not there.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toegang.archive import mdto
from toegang.archive.stukken import Stuk, stukken_van
from toegang.archive.zak import maak_zak
from toegang.domain.archieftermijn import Waardering, resultaten
from toegang.domain.begrippen import Wet
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Archiefrecord
from toegang.storage.bestanden import MAP, als_opslagfout, schrijf

EXPORT = "archief.geexporteerd"
"""Act in the log: the stukken of a zaak were written outside the database."""
_STAP = "datum"


@dataclass(frozen=True)
class Overdracht:
    """What was written.

    Args:
        map: the bag.
        stukken: ids of the stukken in it.
        bestanden: number of files, with the metadata.
        sha256: hash of the manifest; in the log, so that the bag can be recognised later.
    """

    map: Path
    stukken: tuple[str, ...]
    bestanden: int
    sha256: str


def exporteer(omgeving: Omgeving, actor: Actor, zaak_id: str, naar: Path, *, proef: bool = False) -> Overdracht:
    """Write a closed zaak as a bag.

    Args:
        omgeving: the gemeente.
        actor: who does it; it is logged.
        zaak_id: zaaknummer of a zaak of which the archive is decided.
        naar: an existing folder, in which the bag gets the zaaknummer as its name.
        proef: make it, read it back, and leave nothing.

    Raises:
        Conflict: the archive is not decided yet, or there is a bag with that name.
        OpslagFout: the folder cannot be written, or what was written reads back otherwise.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        if zaak.gesloten_op is None or not werk.archief.zoek(dossier_id=zaak.dossier_id):
            raise Conflict(
                f"Van zaak {zaak.id} is het archief nog niet bepaald.",
                vervolg=f"Sluit haar en bepaal het archief: toegang archief bepaal {zaak.id}",
            )
        record = werk.archief.haal(zaak.id)
        doel = naar / zaak.id
        if doel.exists():
            raise Conflict(
                f"In de map {naar.name} staat al een overdracht van zaak {zaak.id}; er wordt niets overschreven.",
                vervolg="Controleer haar met 'toegang archief controleer', of kies een andere map.",
            )
        stukken = tuple(stukken_van(werk, zaak))
        with als_opslagfout("De overdracht schrijven", doel, "Kies een map die bestaat en waarin u mag schrijven."):
            klaar = _schrijf(omgeving, zaak, record, stukken, doel)
            if proef:
                shutil.rmtree(doel)
        detail = {"stukken": str(len(stukken)), "sha256": klaar.sha256}
        werk.log(EXPORT, zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        try:
            werk.commit()
        except BaseException:
            # what is not in the log must not lie on a disk
            shutil.rmtree(doel, ignore_errors=True)
            raise
    return klaar


def _schrijf(omgeving: Omgeving, zaak: Zaak, record: Archiefrecord, stukken: Sequence[Stuk], doel: Path) -> Overdracht:
    tijdelijk = Path(tempfile.mkdtemp(prefix=f".{zaak.id}-", dir=doel.parent))
    try:
        tijdelijk.chmod(MAP)
        beschrijver = _Beschrijver(omgeving, zaak, record)
        schrijf(tijdelijk / f"{zaak.id}.mdto.xml", beschrijver.zaak(stukken))
        for stuk in stukken:
            map_ = tijdelijk / stuk.id
            map_.mkdir(mode=MAP)
            schrijf(map_ / stuk.bestand, stuk.inhoud)
            schrijf(map_ / f"{stuk.id}.mdto.xml", beschrijver.stuk(stuk))
            schrijf(map_ / f"{stuk.bestand}.bestand.mdto.xml", beschrijver.bestand(stuk))
        info = {
            "Source-Organization": beschrijver.vormer.naam,
            "External-Identifier": zaak.id,
            "Bagging-Date": omgeving.vandaag().isoformat(),
        }
        sha256 = maak_zak(tijdelijk, info)
        tijdelijk.rename(doel)
    except BaseException:
        shutil.rmtree(tijdelijk, ignore_errors=True)
        raise
    return Overdracht(doel, tuple(stuk.id for stuk in stukken), 1 + 3 * len(stukken), sha256)


class _Beschrijver:
    """Puts a zaak and its stukken in the words of MDTO."""

    def __init__(self, omgeving: Omgeving, zaak: Zaak, record: Archiefrecord) -> None:
        organisatie, berekening = omgeving.organisatie, record.berekening
        self.bron = f"Toegang, gemeente {organisatie.naam}"
        self.vormer = mdto.gemeente_als_archiefvormer(berekening["archiefvormer"], organisatie.gemeentecode)
        self._zaak, self._nu = zaak, omgeving.nu()
        self._resultaat = resultaten()[record.besluit.resultaat]
        self._blijvend = self._resultaat.waardering is Waardering.BLIJVEND_BEWAREN
        self._termijn = None if self._blijvend or record.actiedatum is None else self._bewaartermijn(record)
        self._zelf = mdto.Verwijzing(f"Zaak {zaak.id}", zaak.id, self.bron)

    def _bewaartermijn(self, record: Archiefrecord) -> mdto.Bewaartermijn:
        begin, volgens_lijst = (date.fromisoformat(stap[_STAP]) for stap in record.berekening["stappen"][:2])
        assert record.actiedatum is not None
        looptijd = self._resultaat.bewaartermijn if volgens_lijst == record.actiedatum else ""
        return mdto.Bewaartermijn(begin, looptijd, record.actiedatum)

    def zaak(self, stukken: Sequence[Stuk]) -> bytes:
        """Describe the zaak, with its stukken."""
        onderdelen = [mdto.Verwijzing(stuk.naam, stuk.id, self.bron) for stuk in stukken]
        return self._object(
            self._zaak.id, f"Zaak {self._zaak.id}, {Wet(self._zaak.wet)}", "Zaak", self._zaak.ontvangen_op,
            bevroren_op=self._zaak.gesloten_op, onderdelen=onderdelen,
        )  # fmt: skip

    def stuk(self, stuk: Stuk) -> bytes:
        """Describe a stuk."""
        bestand = mdto.Verwijzing(stuk.bestand, stuk.bestand, self.bron)
        return self._object(stuk.id, stuk.naam, "Archiefstuk", stuk.van, bestanden=[bestand], onderdeel_van=self._zelf)

    def _object(
        self,
        kenmerk: str,
        naam: str,
        niveau: str,
        begonnen_op: date,
        *,
        bevroren_op: date | None = None,
        onderdeel_van: mdto.Verwijzing | None = None,
        onderdelen: Sequence[mdto.Verwijzing] = (),
        bestanden: Sequence[mdto.Verwijzing] = (),
    ) -> bytes:
        resultaat = self._resultaat
        return mdto.informatieobject(
            mdto.Informatieobject(
                kenmerk=kenmerk,
                bron=self.bron,
                naam=naam,
                niveau=niveau,
                begonnen_op=begonnen_op,
                bevroren_op=bevroren_op,
                blijvend=self._blijvend,
                termijn=self._termijn,
                categorie=(resultaat.volledig_nummer, resultaat.omschrijving or resultaat.naam),
                vormer=self.vormer,
                onderdeel_van=onderdeel_van,
                onderdelen=onderdelen,
                bestanden=bestanden,
            )
        )

    def bestand(self, stuk: Stuk) -> bytes:
        """Describe the file of a stuk."""
        return mdto.bestand(
            mdto.Bestand(
                kenmerk=stuk.bestand,
                bron=self.bron,
                naam=stuk.bestand,
                omvang=len(stuk.inhoud),
                formaat=stuk.formaat,
                sha256=hashlib.sha256(stuk.inhoud).hexdigest(),
                berekend_op=self._nu,
                representatie_van=mdto.Verwijzing(stuk.naam, stuk.id, self.bron),
            )
        )
