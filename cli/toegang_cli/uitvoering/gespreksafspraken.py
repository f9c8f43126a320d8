"""The appointment for a gesprek as commands."""

from __future__ import annotations

from toegang.domain.gespreksmap import Afspraak
from toegang.lifecycle.gesprekplannen import Afspraakverzoek, plan_gesprek, zeg_gesprek_af
from toegang_cli.invoer import lees_dag, maak_waarde
from toegang_cli.uitvoer import als_tekst, toon, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek, zaaknummer


def plan(naam: str, zaak_id: str, wanneer: tuple[str, str, str, str, str], *, als: str | None, proef: bool) -> None:
    """Make or move an appointment: day, time, place, address and who."""
    op, tijd, plek, adres, met = wanneer
    nummer = zaaknummer(zaak_id)
    velden = {"tijd": tijd, "plek": plek.upper(), "adres": adres, "met": met}
    verzoek = maak_waarde(Afspraakverzoek, op=lees_dag("--op", op), **velden)
    with werkplek(naam, als, proef=proef) as werk:
        afspraak = plan_gesprek(werk.omgeving, werk.actor, nummer, verzoek)
    _toon(afspraak, f"Het gesprek in zaak {nummer} is gepland")
    zeg(NIETS_OPGESLAGEN if proef else f"De uitnodiging staat klaar: toegang beschikking batch -g {naam}")


def afzeggen(naam: str, zaak_id: str, *, als: str | None, proef: bool) -> None:
    """Call an appointment off."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as werk:
        afspraak = zeg_gesprek_af(werk.omgeving, werk.actor, nummer)
    _toon(afspraak, f"Het gesprek in zaak {nummer} is afgezegd; het stond")
    zeg(NIETS_OPGESLAGEN if proef else "Is de uitnodiging al weg, bel de inwoner dan.")


def _toon(afspraak: Afspraak, wat: str) -> None:
    toon(f"{wat} op {als_tekst(afspraak.op)} om {afspraak.tijd} ({afspraak.plek.lower()}).")
