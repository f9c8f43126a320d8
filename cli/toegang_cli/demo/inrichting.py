"""Make a gemeente ready for the demo: connect it, fill in the open keys, and let its people in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from toegang.domain.medewerker import Medewerker
from toegang.domain.veldfouten import veldfouten
from toegang.environment import Gemeente, Klok, open_gemeente, sluit_aan, wie_handelt
from toegang.errors import Invoerfout
from toegang.storage import Actor
from toegang.tenancy import Herkomst, Instelling, Register


def richt_in(naam: str, register: Register, klok: Klok) -> Gemeente:
    """Connect a gemeente, fill in its open keys from the explicit demo file, and open it.

    Args:
        naam: name of the plugin.
        register: where the gemeenten of the demo live.
        klok: the clock.

    Returns:
        The opened gemeente; nothing changes when all was there already.

    Raises:
        ToegangFout: it cannot be connected, or its demo file is not right.
    """
    actor = Actor(uid=wie_handelt(register.map))
    if naam not in {item.naam for item in register.gemeenten()}:
        sluit_aan(naam, actor, register=register, klok=klok)
    with open_gemeente(naam, register=register, klok=klok) as kaal:
        demo = _lees_demo(kaal)
        missend = {item.sleutel for item in kaal.ontbrekende_sleutels()} - set(kaal.omgeving.antwoorden)
        nieuw = {
            sleutel: Instelling(waarde=str(waarde), door=str(actor.uid), op=klok.nu(), herkomst=Herkomst.DEMO)
            for sleutel, waarde in demo.get("antwoorden", {}).items()
            if sleutel in missend
        }
        if nieuw:
            register.bewaar_instellingen(naam, nieuw)
    gemeente = open_gemeente(naam, register=register, klok=klok)
    _laat_binnen(gemeente, demo, actor)
    return gemeente


def _lees_demo(gemeente: Gemeente) -> Mapping[str, Any]:
    bestand = gemeente.plugin.map / "demo.toml"
    try:
        return tomllib.loads(bestand.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Invoerfout(f"Plugin van {gemeente.naam} heeft geen demo.toml; de demo slaat haar over.") from None
    except tomllib.TOMLDecodeError as fout:
        raise Invoerfout(f"demo.toml van {gemeente.naam} is geen geldige TOML: {fout}.") from None


def _laat_binnen(gemeente: Gemeente, demo: Mapping[str, Any], actor: Actor) -> None:
    try:
        mensen = [Medewerker.model_validate(rij) for rij in demo.get("medewerker", ())]
    except ValidationError as fout:
        regels = "; ".join(veldfouten(fout))
        raise Invoerfout(f"demo.toml van {gemeente.naam}, medewerkers: {regels}.") from None
    with gemeente.omgeving.werk(actor) as werk:
        bekend = {mens.id: mens for mens in werk.medewerkers.zoek()}
        # who was changed by hand since, e.g. an absence or an account, stays as that person made it
        nieuw = [mens for mens in mensen if mens.id not in bekend]
        for mens in nieuw:
            werk.medewerkers.bewaar(mens)
        if nieuw:
            werk.log("medewerkers.ingelezen", detail={"aantal": str(len(nieuw))})
            werk.commit()
