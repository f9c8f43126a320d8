"""Recording a first contact, and the examples to begin with."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from toegang.domain.opvraagbaar import opvraagbaar
from toegang.domain.organisatie import Organisatie
from toegang.domain.spoor import Oordeel
from toegang.domain.verheldering import Verhelderingsopdracht
from toegang.errors import Invoerfout
from toegang.lifecycle.verheldering import verhelder as leg_vast
from toegang.plugins.laden import laad_plugin
from toegang.plugins.ontdekking import zoek
from toegang.tenancy import Register
from toegang_cli.inname.vertaling import onze_velden
from toegang_cli.invoer import lees_waarde
from toegang_cli.uitvoer import als_tekst, toon, zeg
from toegang_cli.uitvoering.meldingzicht import meldingkenmerk
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek

_VOORBEELDEN = {"verheldering": "verheldering.toml", "csv": "aanmeldingen.csv", "vertaling": "vertaling.toml"}


def verhelder(naam: str, kenmerk: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record a first contact."""
    gevraagd = meldingkenmerk(kenmerk)
    opdracht = lees_waarde(bestand, Verhelderingsopdracht)
    with werkplek(naam, als, proef=proef) as plek:
        uitkomst = leg_vast(plek.omgeving, plek.actor, opdracht, melding=gevraagd)
        zaken: tuple[str, ...] = ()
        if not proef:
            with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
                zaken = tuple(zaak.id for zaak in werk.zaken.zoek(melding_id=uitkomst.melding_id) if zaak.team is None)
    dag = als_tekst(uitkomst.verheldering.op)
    toon(f"Het eerste contact van {dag} is vastgelegd bij melding {uitkomst.melding_id}, versie {uitkomst.versie}.")
    for item in uitkomst.regels:
        if item.oordeel is Oordeel.WAARSCHUWING:
            zeg(f"Let op, {item.regel} ({item.grondslag}): {item.boodschap}")
    if proef:
        zeg(NIETS_OPGESLAGEN)
    for zaak in zaken:
        zeg(f"Volgende stap: toegang zaak team {zaak} -g {naam}")


def voorbeeld(naam: str, soort: str) -> None:
    """Print an example to begin with, with the choices of this gemeente."""
    if soort not in _VOORBEELDEN:
        raise Invoerfout("Dit voorbeeld is er niet.", vervolg=f"Kies uit: {', '.join(_VOORBEELDEN)}.")
    organisatie = _organisatie(naam)
    catalogus = ", ".join(item.id for item in organisatie.voorzieningen)
    tekst = _lees(_VOORBEELDEN[soort])
    if soort == "verheldering" and "B-17" in organisatie.regels:
        tekst += _lees("lichte-route.toml")
    keuzes = {
        "{opvraagbaar}": ", ".join(item.id for item in opvraagbaar()),
        "{voorzieningen}": f"Kies uit: {catalogus}" if catalogus else "De catalogus van deze gemeente is nog leeg.",
        "{velden}": ", ".join(onze_velden()),
    }
    for plek, woorden in keuzes.items():
        tekst = tekst.replace(plek, woorden)
    toon(tekst.rstrip("\n"))


def _lees(bestand: str) -> str:
    return resources.files("toegang_cli.inname").joinpath("voorbeelden", bestand).read_text(encoding="utf-8")


def _organisatie(naam: str) -> Organisatie:
    register = Register.standaard()
    ingeschreven = register.haal(naam)
    antwoorden = {sleutel: item.waarde for sleutel, item in register.lees_instellingen(naam).items()}
    return laad_plugin(zoek(ingeschreven.plugin)).organisatie(antwoorden)
