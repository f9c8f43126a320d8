"""MDTO metadata as XML: an informatieobject for a zaak and for each of its stukken, a bestand for each file.

The order of the elements is that of the official XSD, and what is written fits versions 1.0.1 and 1.0.2. Terms are
those of MDTO's own lists; where MDTO has none, the list is ours and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

NAAMRUIMTE = "https://www.nationaalarchief.nl/mdto"
SELECTIELIJST = "Selectielijst gemeenten en intergemeentelijke organen 2020"
_TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/gm"
_EIGEN_LIJST = "Begrippenlijst Toegang"
_LEVENSSFEER = "Openbaarheid/AW1995/BeperktOpenbaar-levenssfeer/1.0"
"""Code of the limit on access for who is named in a file of the sociaal domein (Archiefwet 1995, 15 lid 1 onder a)."""


@dataclass(frozen=True)
class Verwijzing:
    """A reference by name, and by id where there is one.

    Args:
        naam: what a reader sees.
        kenmerk: id; empty = none.
        bron: who gave that id.
    """

    naam: str
    kenmerk: str = ""
    bron: str = ""


@dataclass(frozen=True)
class Bewaartermijn:
    """How long it is kept.

    Args:
        begin: first day of the term.
        looptijd: ISO 8601 duration; empty when a special act computes another end than the selectielijst.
        einde: day on which it comes up for destruction.
    """

    begin: date
    looptijd: str
    einde: date


@dataclass(frozen=True)
class Informatieobject:
    """A zaak or a stuk, as an archive sees it.

    Args:
        kenmerk: id within ``bron``.
        bron: the gemeente and its system.
        naam: title; no personal data.
        niveau: aggregation level of MDTO: ``Zaak`` or ``Archiefstuk``.
        begonnen_op: day on which it was made or received.
        bevroren_op: day on which it could no longer change; ``None`` for what has no end of its own.
        blijvend: keep for ever.
        termijn: how long it is kept; ``None`` when for ever.
        categorie: number and name in the selectielijst.
        vormer: the body that made the archive.
        onderdeel_van: what it is part of.
        onderdelen: what is part of it.
        bestanden: its files.
    """

    kenmerk: str
    bron: str
    naam: str
    niveau: str
    begonnen_op: date
    bevroren_op: date | None
    blijvend: bool
    termijn: Bewaartermijn | None
    categorie: tuple[str, str]
    vormer: Verwijzing
    onderdeel_van: Verwijzing | None = None
    onderdelen: Sequence[Verwijzing] = ()
    bestanden: Sequence[Verwijzing] = ()


@dataclass(frozen=True)
class Bestand:
    """A file.

    Args:
        kenmerk: id within ``bron``.
        bron: the gemeente and its system.
        naam: file name.
        omvang: bytes.
        formaat: name and PRONOM code, e.g. ``("Acrobat PDF/A-3a", "fmt/479")``.
        sha256: hash, hexadecimal.
        berekend_op: instant at which it was hashed.
        representatie_van: the stuk that it represents.
    """

    kenmerk: str
    bron: str
    naam: str
    omvang: int
    formaat: tuple[str, str]
    sha256: str
    berekend_op: datetime
    representatie_van: Verwijzing


def gemeente_als_archiefvormer(naam: str, code: str) -> Verwijzing:
    """Refer to the municipality that made an archive, by its address in the TOOI register (L-156).

    Args:
        naam: official name on the day of closing.
        code: four digits (CBS).
    """
    return Verwijzing(f"gemeente {naam}", f"{_TOOI}{code}", "TOOI-register van overheidsorganisaties")


def informatieobject(wat: Informatieobject) -> bytes:
    """Write the metadata of a zaak or a stuk.

    Args:
        wat: what is described.

    Returns:
        An XML document, UTF-8.
    """
    wortel, deel = _document("informatieobject")
    _identificatie(deel, "identificatie", wat.kenmerk, wat.bron)
    _tekst(deel, "naam", wat.naam)
    _begrip(deel, "aggregatieniveau", wat.niveau, "", "Begrippenlijst Aggregatieniveaus MDTO")
    _tekst(deel, "taal", "nl")
    _event(deel, "Creatie", wat.begonnen_op)
    if wat.bevroren_op is not None:
        _event(deel, "Bevriezing", wat.bevroren_op)
    code, label = ("B", "Blijvend te bewaren") if wat.blijvend else ("V", "Tijdelijk te bewaren")
    _begrip(deel, "waardering", label, code, "Begrippenlijst Waarderingen MDTO")
    if wat.termijn is not None:
        _termijn(deel, wat.termijn)
    _begrip(deel, "informatiecategorie", wat.categorie[1], wat.categorie[0], SELECTIELIJST)
    _verwijzingen(deel, "isOnderdeelVan", [wat.onderdeel_van] if wat.onderdeel_van else [])
    _verwijzingen(deel, "bevatOnderdeel", wat.onderdelen)
    _verwijzingen(deel, "heeftRepresentatie", wat.bestanden)
    _verwijzingen(deel, "archiefvormer", [wat.vormer])
    _beperking(deel)
    return _als_xml(wortel)


def bestand(wat: Bestand) -> bytes:
    """Write the metadata of a file.

    Args:
        wat: the file.

    Returns:
        An XML document, UTF-8.
    """
    wortel, deel = _document("bestand")
    _identificatie(deel, "identificatie", wat.kenmerk, wat.bron)
    _tekst(deel, "naam", wat.naam)
    _tekst(deel, "omvang", str(wat.omvang))
    _begrip(deel, "bestandsformaat", *wat.formaat, "PRONOM-register")
    som = ET.SubElement(deel, _vol("checksum"))
    _begrip(som, "checksumAlgoritme", "SHA256", "", "Begrippenlijst ChecksumAlgoritme MDTO")
    _tekst(som, "checksumWaarde", wat.sha256)
    _tekst(som, "checksumDatum", wat.berekend_op.isoformat(timespec="seconds"))
    _verwijzingen(deel, "isRepresentatieVan", [wat.representatie_van])
    return _als_xml(wortel)


def _document(soort: str) -> tuple[Element, Element]:
    wortel = Element(_vol("MDTO"))
    return wortel, ET.SubElement(wortel, _vol(soort))


def _als_xml(wortel: Element) -> bytes:
    ET.indent(wortel)
    xml: bytes = ET.tostring(wortel, encoding="UTF-8", xml_declaration=True, default_namespace=NAAMRUIMTE)
    return xml + b"\n"


def _vol(naam: str) -> str:
    return f"{{{NAAMRUIMTE}}}{naam}"


def _tekst(ouder: Element, naam: str, tekst: str) -> None:
    ET.SubElement(ouder, _vol(naam)).text = tekst


def _identificatie(ouder: Element, naam: str, kenmerk: str, bron: str) -> None:
    deel = ET.SubElement(ouder, _vol(naam))
    _tekst(deel, "identificatieKenmerk", kenmerk)
    _tekst(deel, "identificatieBron", bron)


def _verwijzingen(ouder: Element, naam: str, waarheen: Iterable[Verwijzing]) -> None:
    for item in waarheen:
        deel = ET.SubElement(ouder, _vol(naam))
        _tekst(deel, "verwijzingNaam", item.naam)
        if item.kenmerk:
            _identificatie(deel, "verwijzingIdentificatie", item.kenmerk, item.bron)


def _begrip(ouder: Element, naam: str, label: str, code: str, lijst: str) -> None:
    deel = ET.SubElement(ouder, _vol(naam))
    _tekst(deel, "begripLabel", label)
    if code:
        _tekst(deel, "begripCode", code)
    _verwijzingen(deel, "begripBegrippenlijst", [Verwijzing(lijst)])


def _event(ouder: Element, soort: str, op: date) -> None:
    deel = ET.SubElement(ouder, _vol("event"))
    _begrip(deel, "eventType", soort, "", "Begrippenlijst EventTypeLijst MDTO")
    _tekst(deel, "eventTijd", op.isoformat())


def _termijn(ouder: Element, termijn: Bewaartermijn) -> None:
    deel = ET.SubElement(ouder, _vol("bewaartermijn"))
    _begrip(deel, "termijnTriggerStartLooptijd", "Sluiting van de zaak of einde van de voorziening", "", _EIGEN_LIJST)
    _tekst(deel, "termijnStartdatumLooptijd", termijn.begin.isoformat())
    if termijn.looptijd:
        _tekst(deel, "termijnLooptijd", termijn.looptijd)
    _tekst(deel, "termijnEinddatum", termijn.einde.isoformat())


def _beperking(ouder: Element) -> None:
    deel = ET.SubElement(ouder, _vol("beperkingGebruik"))
    label = "beperkt openbaar; eerbiediging van de persoonlijke levenssfeer (Archiefwet 1995)"
    _begrip(deel, "beperkingGebruikType", label, _LEVENSSFEER, "Begrippenlijst openbaarheidsbeperkingen")
    uitleg = "Op grond van artikel 15, eerste lid, onder a, van de Archiefwet 1995 is de openbaarheid beperkt."
    _tekst(deel, "beperkingGebruikNadereBeschrijving", uitleg)
