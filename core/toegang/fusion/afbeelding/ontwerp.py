"""A first draft of a mapping, out of what was seen in a delivery; people finish it, and it decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.definitie import Bron
from toegang.fusion.waarden import Bladbeeld, Kolombeeld

_WOORDEN: dict[str, tuple[str, ...]] = {
    "clientnummer": ("clientnr", "clientnummer", "clientid", "client_id", "persoonsnr"),
    "bsn": ("bsn", "burgerservicenummer", "sofinr"),
    "geslachtsnaam": ("achternaam", "geslachtsnaam", "naam"),
    "voorvoegsel": ("voorvoegsel", "tussenvoegsel"),
    "voorletters": ("voorletters",),
    "voornaam": ("roepnaam", "voornaam", "voornamen"),
    "partner_naam": ("partnernaam",),
    "partner_voorvoegsel": ("partnervoorvoegsel",),
    "naamgebruik": ("naamgebruik",),
    "geslacht": ("geslacht", "gesl"),
    "geboortedatum": ("geboortedatum", "gebdat", "gebdatum"),
    "adres": ("adres", "straat_en_nummer"),
    "straat": ("straat",),
    "huisnummer": ("huisnr", "huisnummer"),
    "huisletter": ("huisletter",),
    "toevoeging": ("toevoeging",),
    "postcode": ("postcode",),
    "plaats": ("woonplaats", "plaats"),
    "telefoon": ("telefoon", "telefoonnummer"),
    "geheim": ("geheim", "indgeheim"),
    "overleden": ("overldat", "overlijdensdatum", "overleden"),
    "huishouden": ("huishoudid", "huishouden"),
    "kern": ("wijk", "kern"),
    "nummer": ("voorznr", "indicatieid", "toekenningnr", "llvnr", "bezwaarnr", "besluitid"),
    "product": ("product", "voorziening", "productcode"),
    "omvang": ("uren_wk", "omvang", "minutenper4weken"),
    "vorm": ("vorm", "leveringsvorm"),
    "status": ("status", "statuscode"),
    "aanvraag_op": ("aanvraagdatum",),
    "start": ("ingang", "begindatum", "ingangsdatum", "van"),
    "einde": ("einde", "einddatum", "tot"),
    "besluit": ("beschiknr", "besluitid"),
    "besluit_op": ("beschikdatum", "besluitdatum", "datum"),
    "grondslag": ("verordening", "grondslag", "regeling"),
    "aanbieder": ("aanbieder",),
    "agb": ("agb", "aanbiederagb"),
    "ontvangen_op": ("ontvangen",),
    "stand": ("stand",),
    "indicatie": ("toekenningnr",),
    "onderwerp": ("onderwerp",),
}
_PER_SOORT: tuple[tuple[Bladsoort, frozenset[str]], ...] = (
    (Bladsoort.PERSONEN, frozenset({"geboortedatum", "clientnummer"})),
    (Bladsoort.BEZWAREN, frozenset({"stand", "ontvangen_op"})),
    (Bladsoort.INDICATIES, frozenset({"product", "status"})),
)
_CODES = frozenset({"geslacht", "geheim", "naamgebruik", "product", "vorm", "status", "stand"})
_DATUMS = frozenset({"geboortedatum", "overleden", "aanvraag_op", "start", "einde", "besluit_op", "ontvangen_op"})


def ontwerp_afbeelding(bron: Bron, beelden: list[Bladbeeld]) -> str:
    """Return a draft as TOML: what could be recognised by name and content; code lists without meaning.

    Args:
        bron: the source.
        beelden: what was seen in its delivery.
    """
    regels = [
        f"# Ontwerp van de afbeelding van {bron.gemeente}, gemaakt uit de levering. Vul aan, en laat het nakijken.",
        "versie = 1",
        f'gemeentecode = "{bron.gemeentecode}"',
        f'gemeente = "{bron.gemeente}"',
        'systeem = ""',
        f'archiefvormer = "gemeente {bron.gemeente}"',
    ]
    lijsten: list[str] = []
    for nummer, beeld in enumerate(beelden, start=1):
        regels += ["", *_blad(beeld, f"{bron.naam[:1].upper()}{nummer}", lijsten)]
    return "\n".join([*regels, *lijsten, ""])


def _blad(beeld: Bladbeeld, kenmerk: str, lijsten: list[str]) -> Iterator[str]:
    herkend = _herken(beeld)
    soort = next((soort for soort, velden in _PER_SOORT if velden <= set(herkend)), Bladsoort.OVERIG)
    yield "[[blad]]"
    yield f'naam = "{beeld.naam}"'
    yield f'soort = "{soort.value}"'
    yield "regel = ["
    if soort is Bladsoort.OVERIG:
        herkend = {veld: kolom for veld, kolom in herkend.items() if veld in ("nummer", "clientnummer")}
    for nummer, (veld, kolom) in enumerate(herkend.items(), start=1):
        deel = [f'id = "{kenmerk}-{nummer:02d}"', f'doel = "{veld}"', f'van = ["{kolom.naam}"]']
        deel += _lezer(veld, kolom, kenmerk, lijsten)
        yield f"  {{ {', '.join(deel)} }},"
    yield "]"
    rest = [kolom.naam for kolom in beeld.kolommen if kolom.naam not in {item.naam for item in herkend.values()}]
    if rest:
        yield f"# niet herkend: {', '.join(rest)}"


def _herken(beeld: Bladbeeld) -> dict[str, Kolombeeld]:
    op_naam = {kolom.naam.casefold().replace(" ", "_"): kolom for kolom in beeld.kolommen}
    gebruikt: set[str] = set()
    herkend: dict[str, Kolombeeld] = {}
    for veld, woorden in _WOORDEN.items():
        kolom = next((op_naam[woord] for woord in woorden if woord in op_naam and woord not in gebruikt), None)
        if kolom is not None:
            herkend[veld] = kolom
            gebruikt.add(kolom.naam.casefold().replace(" ", "_"))
    if "product" not in herkend or "status" not in herkend:
        for veld in ("product", "omvang", "vorm", "start", "einde", "besluit", "besluit_op"):
            herkend.pop(veld, None)
    return herkend


def _lezer(veld: str, kolom: Kolombeeld, kenmerk: str, lijsten: list[str]) -> list[str]:
    if veld == "bsn":
        return ['lees = "bsn"']
    if veld in ("adres", "postcode", "voorletters"):
        return [f'lees = "{veld}"']
    if veld in _DATUMS:
        vormen = ", ".join(f'"{vorm}"' for vorm in kolom.vorm or ("dd-mm-jjjj",))
        return ['lees = "datum"', f"vorm = [{vormen}]"]
    if veld == "omvang":
        return ['lees = "omvang"', *(['eenheid = "uren-week"'] if kolom.lijkt in ("getal", "code") else [])]
    if veld in _CODES:
        naam = f"{kenmerk}-{veld}"
        lijsten += ["", "[[lijst]]", f'naam = "{naam}"', f'id = "lijst-{naam}"', "", "[lijst.codes]"]
        lijsten += [f'"{waarde}" = ""  # {aantal} rijen' for waarde, aantal in kolom.waarden if '"' not in waarde]
        return ['lees = "code"', f'lijst = "{naam}"']
    return []
