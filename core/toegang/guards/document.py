"""Rules on the letter as a whole: what may not stand in it, and what must."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from toegang.domain.aanschrijfbaar import heeft_geheim_adres, noemt_adres, noemt_naam, verzendbezwaar, zelfde_adres
from toegang.domain.begrippen import Leveringsvorm, Voorzieningsoort, Wet
from toegang.domain.besluit import Voorziening
from toegang.domain.bezorging import wil_digitaal
from toegang.domain.bsnzoeker import telt_bsn
from toegang.domain.datums import bedrag, datum_voluit
from toegang.domain.eigen_bijdrage import hoogste_bijdrage
from toegang.domain.producten import LANDELIJK
from toegang.guards.contexten_document import BekendmakingToets, DocumentToets
from toegang.guards.register import Moment, Regelsoort, regel

_VERANDERT = re.compile(r"\bverander|\bwijzig", re.IGNORECASE)
_LAAT_WETEN = re.compile(
    r"\blaat (?:het|dit) (?:ons )?\w* ?weten\b|\bmeld|\bdoorgeven\b|\bgeef\b.{0,40}\bdoor\b", re.IGNORECASE
)
_KORTSTE = 12
"""Shorter lines, such as a name of a product, say nothing of where they come from."""
_BIJDRAGE = re.compile(r"\bbijdrage\b", re.IGNORECASE)
_BEDRAG = re.compile(r"€\s?(\d{1,3}(?:[.,]\d{2})?)(?!\d)")
_CAK = re.compile(r"\bCAK\b|Centraal Administratie Kantoor")


@regel(
    "L-131",
    Regelsoort.WET,
    Moment.DOCUMENT,
    "In een brief staat geen burgerservicenummer.",
    grondslag="UAVG art. 46; Wabb art. 10 en 11",
    bewijs="M",
)
def geen_bsn(t: DocumentToets) -> Iterable[str]:
    """L-131: a BSN is not printed; our letters need none, so every number that can be one is refused."""
    aantal = telt_bsn(t.tekst)
    if aantal:
        plekken = [item.plek for item in t.eigen if telt_bsn(item.tekst)]
        waar = f" in {', '.join(plekken)}" if plekken else ""
        yield f"er staat {'een nummer' if aantal == 1 else f'{aantal} nummers'} dat een BSN kan zijn{waar}"


@regel(
    "L-133",
    Regelsoort.WET,
    Moment.DOCUMENT,
    "Een brief noemt het adres niet van iemand met geheimhouding, behalve aan wie daar zelf woont; een aanbieder leest "
    "geen adres, en bij geheimhouding ook geen naam.",
    grondslag="Wet BRP art. 2.59",
    bewijs="M",
)
def geheim_adres(t: DocumentToets) -> Iterable[str]:
    """L-133: LO3 70.10 other than 0: the address is not given to others."""
    if t.aan_derde:
        yield from _gegeven_aan_derde(t)
        return
    for persoon in t.anderen:
        if not heeft_geheim_adres(persoon) or any(zelfde_adres(persoon, lezer) for lezer in t.geadresseerden):
            continue
        if noemt_adres(t.tekst, persoon):
            yield f"de brief noemt het adres van {persoon.id}, die geheimhouding heeft"


def _gegeven_aan_derde(t: DocumentToets) -> Iterable[str]:
    for persoon in t.anderen:
        if noemt_adres(t.tekst, persoon):
            yield f"de brief aan een aanbieder noemt het adres van {persoon.id}"
        if heeft_geheim_adres(persoon) and noemt_naam(t.tekst, persoon):
            yield f"de brief aan een aanbieder noemt de naam van {persoon.id}, die geheimhouding heeft"


@regel(
    "L-68",
    Regelsoort.WET,
    Moment.DOCUMENT,
    "Een aanbieder krijgt alleen wat nodig is om te leveren: geen redenen, geen eigen woorden, geen medisch advies.",
    grondslag="Wmo 2015 art. 5.1.1 lid 4 en 5.2.1",
)
def alleen_het_nodige(t: DocumentToets) -> Iterable[str]:
    """L-68: what the gemeente knows of somebody does not travel along with an assignment."""
    if not t.aan_derde:
        return
    vlak = _vlak(t.tekst).casefold()
    regels = (_vlak(regel).casefold() for stuk in t.vertrouwelijk for regel in stuk.splitlines())
    gevonden = sum(len(regel) >= _KORTSTE and regel in vlak for regel in regels)
    if gevonden:
        yield f"de brief aan een aanbieder neemt {gevonden} keer over wat niet voor hem is"
    if t.blokken.get("motivering", "").strip():
        yield "de brief aan een aanbieder heeft een blok met redenen"


@regel(
    "L-134",
    Regelsoort.WET,
    Moment.BEKENDMAKING,
    "Aan wie is overleden of vertrokken, of een briefadres heeft, gaat niets zonder besluit van een mens.",
    grondslag="Wet BRP art. 2.20 en 2.21; AVG art. 5 lid 1",
    bewijs="D",
)
def nog_aan_te_schrijven(t: BekendmakingToets) -> Iterable[str]:
    """L-134: checked again at dispatch, because someone may have died or left since the letter was made."""
    for persoon in t.personen:
        bezwaar = verzendbezwaar(persoon)
        if bezwaar is not None:
            yield f"{persoon.id} {bezwaar.uitleg}"


@regel(
    "L-24",
    Regelsoort.WET,
    Moment.BEKENDMAKING,
    "Wat digitaal gaat, gaat naar wie dat op de dag van verzending nog wil.",
    grondslag="Awb afd. 2.3",
    bewijs="V2",
)
def nog_digitaal_gewild(t: BekendmakingToets) -> Iterable[str]:
    """L-24: a consent may have been taken back since the letter was made."""
    lezers = [item for item in t.personen if item.minderjarig(t.op) is False] or list(t.personen)
    for soort in t.digitaal:
        if not all(wil_digitaal(t.toestemmingen, lezer.id, soort, t.op) for lezer in lezers):
            yield f"een {soort} gaat digitaal, maar niet iedereen die hem krijgt wil dat op die dag"


@regel(
    "B-67",
    Regelsoort.ORGANISATIE,
    Moment.BEKENDMAKING,
    "Verzenden gebeurt centraal, door de functie die de route noemt.",
)
def centraal_verzonden(t: BekendmakingToets) -> Iterable[str]:
    """B-67: administrative acts are a specialism of their own, done in one go for many."""
    if t.verzender is not None and t.route is not None and t.verzender != t.route.verzend_rol:
        yield f"functie '{t.verzender}' verzendt, maar dat doet '{t.route.verzend_rol}'"


@regel(
    "L-63",
    Regelsoort.WET,
    Moment.DOCUMENT,
    "Een Wmo-toekenning noemt de plicht om veranderingen door te geven.",
    grondslag="Wmo 2015 art. 2.3.8",
    waarschuwt=True,
)
def inlichtingen_wmo(t: DocumentToets) -> Iterable[str]:
    """L-63: the resident reads which changes to pass on, and where that stands."""
    if _is_toekenning(t, Wet.WMO):
        yield from _noemt_plicht(t, "2.3.8")


@regel(
    "L-107",
    Regelsoort.WET,
    Moment.DOCUMENT,
    "Een toekenning van bijstand noemt de inlichtingenplicht.",
    grondslag="Participatiewet art. 17 lid 1",
    waarschuwt=True,
)
def inlichtingen_pw(t: DocumentToets) -> Iterable[str]:
    """L-107: the duty to inform; identity, maatregel and secrecy are matters of the handling, not of the letter."""
    if _is_toekenning(t, Wet.PARTICIPATIEWET):
        yield from _noemt_plicht(t, "17")


@regel(
    "L-66",
    Regelsoort.WET,
    Moment.DOCUMENT,
    "Een Wmo-toekenning zegt of er een bijdrage is en dat het CAK haar int; een bedrag klopt met dat van nu.",
    grondslag="Wmo 2015 art. 2.1.4 lid 6, 2.1.4a en 2.1.4b",
    bewijs="V2",
    waarschuwt=True,
)
def eigen_bijdrage(t: DocumentToets) -> Iterable[str]:
    """L-66: the CAK sets and collects it; the highest amount is dated data, and a wrong one misleads."""
    if not _is_toekenning(t, Wet.WMO):
        return
    if not _BIJDRAGE.search(t.tekst):
        yield "de brief zegt niet of er een eigen bijdrage is"
    elif not _CAK.search(t.tekst):
        yield "de brief noemt een eigen bijdrage maar niet dat het CAK haar vaststelt en int"
    # what somebody pays for beschermd wonen depends on the income, and has another maximum
    if not any(item.product in LANDELIJK for item in t.voorzieningen):
        yield from _verkeerd_bedrag(t.tekst, t.op)


@regel(
    "L-67",
    Regelsoort.WET,
    Moment.DOCUMENT,
    "Een toekenning zegt wat er komt, met welk resultaat, vanaf en tot wanneer en hoe; bij een pgb ook het bedrag.",
    grondslag="VNG-modelverordening Wmo, art. over de inhoud van de beschikking",
    bewijs="M",
    waarschuwt=True,
)
def inhoud_toekenning(t: DocumentToets) -> Iterable[str]:
    """L-67: per provision; the words must stand in the decision itself."""
    if not (_is_toekenning(t, Wet.WMO) or _is_toekenning(t, Wet.JEUGDWET)):
        return
    for item in t.voorzieningen:
        if item.soort is Voorzieningsoort.ALGEMEEN:
            continue
        ontbreekt = list(_ontbreekt(item, _vlak(t.blokken.get("besluit", ""))))
        if ontbreekt:
            yield f"bij {item.id} ({item.product}) staat niet: {', '.join(ontbreekt)}"


def _ontbreekt(item: Voorziening, blok: str) -> Iterable[str]:
    if datum_voluit(item.ingangsdatum) not in blok:
        yield "vanaf wanneer"
    if item.einddatum is not None and datum_voluit(item.einddatum) not in blok:
        yield "tot wanneer"
    if not item.resultaat or _vlak(item.resultaat) not in blok:
        yield "met welk resultaat"
    if item.leveringsvorm is Leveringsvorm.PGB and "pgb" not in blok.casefold():
        yield "dat het een pgb is"
    if item.leveringsvorm is Leveringsvorm.PGB and (
        item.bedrag_centen is None or _vlak(bedrag(item.bedrag_centen)) not in blok
    ):
        yield "het bedrag van het pgb"
    if item.leveringsvorm is Leveringsvorm.PGB and (not item.berekening or _vlak(item.berekening) not in blok):
        yield "hoe het bedrag is berekend"


def _vlak(tekst: str) -> str:
    """Return text on one line, with ordinary spaces: an amount has a no-break space in it."""
    return " ".join(tekst.split())


def _is_toekenning(t: DocumentToets, wet: Wet) -> bool:
    return t.zaak.wet is wet and t.besluit is not None and t.besluit.soort.levert


def _noemt_plicht(t: DocumentToets, artikel: str) -> Iterable[str]:
    if not (_VERANDERT.search(t.tekst) and _LAAT_WETEN.search(t.tekst)):
        yield "de brief zegt niet dat de inwoner veranderingen moet doorgeven"
    elif not re.search(rf"artikel\s{re.escape(artikel)}\b", t.tekst):
        yield f"de brief noemt de plicht om veranderingen door te geven zonder artikel {artikel}"


def _verkeerd_bedrag(tekst: str, op: date) -> Iterable[str]:
    """Give the amounts in sentences about the contribution that are not the highest one of that day."""
    hoogste = hoogste_bijdrage(op)
    for zin in re.split(r"(?<=[.!?])\s|\n", tekst):
        genoemd = _BEDRAG.findall(zin) if _BIJDRAGE.search(zin) else []
        if genoemd and hoogste is None:
            yield f"de brief noemt een bedrag als bijdrage; wat er op {datum_voluit(op)} geldt, is niet bekend"
        elif hoogste is not None and any(round(float(deel.replace(",", ".")) * 100) > hoogste for deel in genoemd):
            yield f"de brief noemt een bijdrage boven het hoogste bedrag van die dag: {bedrag(hoogste)} per maand"
