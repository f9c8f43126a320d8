"""An example of a plan file, with what the rules of a gemeente ask for."""

from __future__ import annotations

from datetime import date

from toegang.domain.organisatie import Organisatie
from toegang_cli.uitvoer import toon
from toegang_cli.werkplek import werkplek

_BEGIN = """# Plan van een huishouden. Vul de teksten in, en leg het vast met:
#   toegang zaak plan ZAAK plan.toml -g {naam}
#
# Leden schrijft u als client, als rol (partner, kind, ouder) of met hun kenmerk.
# Is iets voor één lid bedoeld? Zet erbij: alleen_voor = "partner". Anderen zien het dan niet, ook niet in brieven.
# Komt iets uit een andere wet? Zet erbij: wet = "JEUGDWET". Daarvoor is toestemming nodig.

op = {dag}
# soort = "{soort}"
inbreng = "Wat de inwoner zelf inbracht, in eigen woorden."
# Wie doet er mee? Wie geen lid is, krijgt een rol: {{ wie = "M-001", rol = "CONSULENT" }}
deelnemers = ["client"]
# getekend_op = {dag}
# geldt_als_aanvraag = true

[[doelen]]
tekst = "Wat de inwoner wil bereiken."
domein = "{domein}"

# soort: EIGEN_KRACHT, NETWERK, ALGEMENE_VOORZIENING, ANDERE_WET of MAATWERK
[[oplossingen]]
wat = "Wat daarbij helpt."
soort = "NETWERK"

# doel telt de doelen in dit bestand, van boven af
[[afspraken]]
wat = "Wat er gebeurt."
wie = "wie dit doet"
tot = {dag}
doel = 1

# Bent u het eens geworden? Zo niet: bereikt = false, en schrijf in toelichting waarover niet.
[overeenstemming]
bereikt = true
"""
_REACTIE = """
# Wat vond de inwoner ervan? Het kan ook later: toegang plan akkoord. stand: AANGEBODEN, GEACCORDEERD, MET_OPMERKINGEN
# [reactie]
# stand = "GEACCORDEERD"
# op = {dag}
# tijd = "14:30"
# kanaal = "WEBFORMULIER"
"""
_STEM = """
# De stem van de buurtcoach; wie is het kenmerk van de medewerker
[[stemmen]]
wie = "buurtcoach"
rol = "BUURTCOACH"
tekst = "Wat de buurtcoach inbracht."
"""
_GEZIN = """
# Eén blok voor elk lid van het gezin
[[gezin]]
wie = "client"
tekst = "Hoe het met dit gezinslid gaat."
"""
_TAAKVELD = """
[[taakvelden]]
veld = "{veld}"
tekst = "niet aan de orde"
"""
_INSTEMMING = """
# Stemt de inwoner in met de ondersteuning? JA, NEE of GEEN_REACTIE; bij de laatste twee hoort een toelichting
[instemming]
stand = "JA"
op = {dag}
kanaal = "BALIE"
"""
_FAMILIE = """
# Bij jeugdhulp: mocht het gezin een eigen familiegroepsplan maken, en wat doet dit plan daarmee?
# [familiegroepsplan]
# aangeboden_op = {dag}
# ontvangen_op = {dag}
# inhoud = "Het plan, in de woorden van het gezin."
# verwerkt = "Wat dit plan daarmee doet."
"""


def toon_voorbeeld(naam: str) -> None:
    """Show an example that can be filled in.

    Args:
        naam: key of the gemeente.
    """
    with werkplek(naam) as plek:
        tekst = voorbeeldplan(naam, plek.omgeving.organisatie, plek.omgeving.vandaag())
    toon(tekst.rstrip("\n"))


def voorbeeldplan(naam: str, organisatie: Organisatie, dag: date) -> str:
    """Return an example as TOML; what the rules of the gemeente ask for is in it.

    Args:
        naam: key of the gemeente.
        organisatie: the gemeente.
        dag: day of the plan.
    """
    regels = organisatie.regels
    lijsten = regels["B-59"].lijsten if "B-59" in regels else {}
    delen = [_BEGIN, _REACTIE]
    delen += [_STEM] if "D-16" in regels else []
    delen += [_GEZIN] if "B-59" in regels else []
    delen += [_TAAKVELD.replace("{veld}", veld) for veld in lijsten.get("taakvelden", ())]
    delen += [_INSTEMMING] if "Z-23" in regels else []
    domein = next(iter(lijsten.get("levensdomeinen", ())), "wonen")
    return "".join((*delen, _FAMILIE)).format(naam=naam, dag=dag, soort=organisatie.plansoort, domein=domein)
