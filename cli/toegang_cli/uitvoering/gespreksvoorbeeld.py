"""An example of a report to fill in: everything that this gemeente and this act ask, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from toegang.domain.begrippen import Wet
from toegang.domain.levensdomeinen import domeinen_van, zrm_domeinen
from toegang.domain.levensloop import HEEFT_ONDERZOEK, LEVENSLOOP, Stap
from toegang.domain.organisatie import Organisatie
from toegang.errors import Invoerfout
from toegang.lifecycle.gesprek import NOG_IN_TE_VULLEN
from toegang_cli.uitvoer import toon, toon_json
from toegang_cli.werkplek import werkplek

_WETTEN = tuple(wet for wet in Wet if Stap.GESPREK in LEVENSLOOP[wet])
_OPEN = NOG_IN_TE_VULLEN
_DATUM = f"{_OPEN}: dag, jjjj-mm-dd"
_WIE = f"{_OPEN}: medewerker, bijvoorbeeld M-001"
_JA_NEE = f"{_OPEN}: true of false"
_ONDERZOEK = {
    "a": "behoeften, persoonskenmerken en voorkeuren",
    "b": "wat de inwoner op eigen kracht of met gebruikelijke hulp kan",
    "c": "wat mantelzorg en het eigen netwerk kunnen",
    "d": "wat de mantelzorger aan steun nodig heeft",
    "e": "wat algemene voorzieningen of nuttige activiteiten kunnen doen",
    "f": "wat samenwerking met zorg, jeugd, onderwijs en werk kan opleveren",
    "g": "welke eigen bijdrage de inwoner betaalt",
}
_UIT_BIJDRAGEN = "bce"
_BIJDRAGEN = {
    "ZELF": "wat de inwoner zelf kan",
    "OMGEVING": "wat familie, vrienden en buren kunnen",
    "VOORLIGGEND": "wat een algemene of andere voorziening kan doen",
    "GEMEENTE": "wat de gemeente kan betekenen",
}


def voorbeeld(naam: str, wet: str, *, als_json: bool) -> None:
    """Print the example; as JSON it has no explanations.

    Raises:
        Invoerfout: the act does not exist or has no gesprek.
    """
    try:
        gekozen = Wet(wet.upper())
    except ValueError:
        gekozen = None
    if gekozen not in _WETTEN:
        raise Invoerfout("Bij deze wet hoort geen gesprek.", vervolg=f"Kies uit: {', '.join(_WETTEN).lower()}.")
    with werkplek(naam) as plek:
        organisatie = plek.omgeving.organisatie
    regels = tuple(_regels(organisatie, gekozen))
    if als_json:
        toon_json(tomllib.loads("\n".join(regels)))
    else:
        toon(*regels)


def _regels(organisatie: Organisatie, wet: Wet) -> Iterator[str]:
    yield f"# Verslag van een gesprek, gemeente {organisatie.naam}, {wet}."
    yield f"# Vervang elk {_OPEN}. Tussen haakjes staat de regel of het artikel dat erom vraagt."
    yield "# Een dag schrijft u als 2026-11-22."
    yield ""
    yield from _kop(organisatie, wet)
    yield from _tabellen(organisatie, wet)
    yield from _bijdragen(organisatie, wet)
    yield from _tweede_deel(organisatie, wet)


def _kop(organisatie: Organisatie, wet: Wet) -> Iterator[str]:
    regels = organisatie.regels
    yield _regel("op", _DATUM)
    yield _regel("gevoerd_door", _WIE)
    yield _regel("plaats", f"{_OPEN}: THUIS, KANTOOR, TELEFONISCH of ELDERS")
    if "B-39" in regels:
        yield "# Wie plande het huisbezoek? Dat is een consulent (B-39)."
        yield _regel("gepland_door", _WIE)
    if "B-39" in regels or "D-14" in regels:
        yield '# Was het niet thuis? Schrijf dan waarom: waarom_niet_thuis = "..."'
    yield "# Wie waren erbij? INWONER, PARTNER, OUDER, KIND, VERTEGENWOORDIGER, MANTELZORGER, FAMILIE,"
    yield "# CLIENTONDERSTEUNER of PROFESSIONAL; rollen, geen namen."
    yield f'aanwezig = ["{_OPEN}"]'
    if "Z-10" in regels:
        yield "# De inbreng van de inwoner, in eigen woorden (Z-10)."
    yield _regel("inbreng", f"{_OPEN}: wat de inwoner zelf inbracht")
    if wet is Wet.WMO or "Z-9" in regels:
        yield "# Wat is er met het eigen plan van de inwoner gedaan (L-51: Wmo 2015 artikel 2.3.2, lid 2 en 5)?"
        yield _regel("eigen_plan", f"{_OPEN}: hoe het is gebruikt, of dat er geen is")
    if "S-14" in regels:
        yield "# Is uitgelegd dat de inwoner zelf verantwoordelijk is voor de eigen hulpverlening (S-14)?"
        yield _regel("eigen_verantwoordelijkheid_uitgelegd", _JA_NEE)
    yield ""
    yield "# De vraag achter de vraag, en het resultaat dat bereikt moet worden."
    yield _regel("vraagverheldering", _OPEN)
    yield _regel("resultaat", _OPEN)
    yield "# Speelt er meer? Schrijf dan hoe dat samenhangt (W-16)."
    yield _regel("samenhang", _OPEN)
    if wet in HEEFT_ONDERZOEK:
        yield "# Ingewikkelde medische problemen (W-20)? Vraag dan eerst advies: toegang gesprek advies vraag"
        yield _regel("medisch_complex", _JA_NEE)
    if "D-17" in regels:
        yield "# Wanneer is met de inwoner besproken of maatwerk nodig is (D-17)?"
        yield _regel("maatwerk_besproken_op", _DATUM)


def _tabellen(organisatie: Organisatie, wet: Wet) -> Iterator[str]:
    regels = organisatie.regels
    if "B-20" in regels:
        yield from ("", "# Alle levensdomeinen (B-20). Speelt er niets? Schrijf: niet aan de orde", "[levensdomeinen]")
        for id, naam in domeinen_van(organisatie).items():
            yield _regel(id, f"{_OPEN}: {naam}")
    if "B-60" in regels:
        yield from (
            "",
            "# De hele situatie van het gezin (B-60). Speelt er niets? Schrijf: niet aan de orde",
            "[gezin]",
        )
        for sleutel in ("situatie", "wmo", "jeugdwet", "participatiewet"):
            yield _regel(sleutel, _OPEN)
    if wet is Wet.WMO:
        yield from ("", "# Het onderzoek (L-53: Wmo 2015 artikel 2.3.2, vierde lid)")
        yield "# De onderdelen b, c en e staan hieronder, bij wie wat kan doen."
        yield "[onderzoek]"
        for letter, uitleg in _ONDERZOEK.items():
            if letter not in _UIT_BIJDRAGEN:
                yield _regel(letter, f"{_OPEN}: {uitleg}")
        yield from ("", "# Het persoonsgebonden budget is uitgelegd (L-54: Wmo 2015 artikel 2.3.2, zesde lid)", "[pgb]")
        yield _regel("mogelijkheid_verteld", _JA_NEE)
        yield _regel("gevolgen_uitgelegd", _JA_NEE)
        yield _regel("hoe", f"{_OPEN}: hoe het begrijpelijk is uitgelegd")
    if "B-27" in regels:
        yield from ("", "# ZRM: niveau 1 (laagst) tot en met 5, van elk domein dat u beoordeelde.", "[zrm]")
        yield from (f"# {id} = 3" for id in zrm_domeinen())


def _bijdragen(organisatie: Organisatie, wet: Wet) -> Iterator[str]:
    vragen_erom = [id for id in ("S-15", "S-16", "B-13") if id in organisatie.regels]
    yield from ("", f"# Wie kan wat doen? Bespreek het in deze volgorde ({', '.join([*vragen_erom, 'W-16'])}).")
    if wet is Wet.WMO:
        yield f"# Dit zijn ook de onderdelen {', '.join(_UIT_BIJDRAGEN)} van het onderzoek."
    yield "# Lost het de hele vraag op, zet er dan bij: genoeg = true"
    for bron, uitleg in _BIJDRAGEN.items():
        yield from ("[[bijdrage]]", f'van = "{bron}"', _regel("wat", f"{_OPEN}: {uitleg}"), "")


def _tweede_deel(organisatie: Organisatie, wet: Wet) -> Iterator[str]:
    if "D-15" in organisatie.regels:
        yield "# Deel 2: de oplossingen, apart van deel 1 en nooit eerder (D-15). Nog niet gevoerd? Haal dan alles"
        yield "# hieronder weg, lever deel 1 in, en lever later het hele verslag in."
        yield from ("[deel_2]", _regel("op", _DATUM), _regel("gevoerd_door", _WIE), "")
    yield "# Elke gekozen oplossing apart, met de argumenten (W-18)."
    yield "[[oplossing]]"
    yield _regel("wat", f"{_OPEN}: wat is gekozen")
    yield _regel("van", f"{_OPEN}: ZELF, OMGEVING, VOORLIGGEND of GEMEENTE")
    yield _regel("waarom", f"{_OPEN}: de argumenten")
    yield _regel("inwoner", f"{_OPEN}: wat de inwoner ervan vindt")
    if wet in HEEFT_ONDERZOEK:
        yield "# Helpt de gemeente? Uit welke aanbieders kon de inwoner kiezen (W-12)? Was er niets te kiezen,"
        yield '# schrijf dan: geen_keuze_omdat = "..."'
        yield f'aanbieders = ["{_OPEN}", "{_OPEN}"]'


def _regel(sleutel: str, waarde: str) -> str:
    return f'{sleutel} = "{waarde}"'
