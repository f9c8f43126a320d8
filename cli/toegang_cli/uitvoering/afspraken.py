"""Appointments with residents: planned, listed and called off."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.gespreksafspraak import Afgezegd, Afspraakvraag, Gespreksafspraak
from toegang.errors import Invoerfout
from toegang.lifecycle.afspraak import komende_afspraken, plan_afspraak, zeg_afspraak_af
from toegang.lifecycle.uitnodiging import Uitnodigingstand
from toegang_cli.invoer import lees_dag, maak_waarde
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.bestaat import zonder_echo
from toegang_cli.uitvoering.overleg import lees_woorden
from toegang_cli.uitvoering.plannen import TIJD
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek, zaaknummer

Gekozen = tuple[str, str, str, str, str | None, str | None, Path | None]

_GEPLAND = {
    Uitnodigingstand.KLAAR: "De uitnodiging staat klaar.",
    Uitnodigingstand.KLAAR_VERZET: "De uitnodiging staat klaar; er staat in dat de eerdere afspraak is verzet.",
}
_AFGEZEGD = {
    Uitnodigingstand.VERVALLEN: "De uitnodiging stond nog klaar, en is vervallen.",
    Uitnodigingstand.GEMAAKT: "De uitnodiging is al gemaakt: haal haar uit de post, of bel de inwoner.",
    Uitnodigingstand.VERZONDEN: "De uitnodiging is al verzonden. Bel de inwoner, of plan een nieuwe afspraak.",
}


def plan(naam: str, zaak_id: str, gekozen: Gekozen, *, als: str | None, proef: bool) -> None:
    """Plan an appointment."""
    op, tijd, plaats, adres, met, direct, bestand = gekozen
    nummer = zaaknummer(zaak_id)
    if not TIJD.fullmatch(tijd):
        raise Invoerfout("De waarde van --tijd is geen tijdstip.", vervolg="Schrijf hem als 14:30.")
    vraag = maak_waarde(
        Afspraakvraag,
        op=lees_dag("--op", op),
        tijd=tijd,
        plaats=_code(plaats),
        adres=adres,
        met=met,
        direct=_code(direct) if direct else None,
        toelichting=lees_woorden(bestand) if bestand is not None else "",
    )
    with werkplek(naam, als, proef=proef) as plek:
        uitkomst = plan_afspraak(plek.omgeving, plek.actor, nummer, vraag)
    afspraak = uitkomst.afspraak
    toon(f"Gepland: {als_tekst(afspraak.op)}, {afspraak.tijd} uur, {plaats}, met {afspraak.met} ({afspraak.id}).")
    if uitkomst.uitnodiging in _GEPLAND:
        toon(_GEPLAND[uitkomst.uitnodiging])
    zeg(NIETS_OPGESLAGEN if proef else f"Afzeggen: toegang gesprek afzeggen {afspraak.id} --door ... -g {naam}")


def zeg_af(naam: str, kenmerk: str, door: str, *, als: str | None, proef: bool) -> None:
    """Call an appointment off."""
    lijst_ = f"toegang gesprek afspraken -g {naam}"
    with werkplek(naam, als, proef=proef) as plek, zonder_echo("Deze afspraak", lijst_):
        uitkomst = zeg_afspraak_af(plek.omgeving, plek.actor, kenmerk, Afgezegd(_code(door)))
    afspraak = uitkomst.afspraak
    toon(f"Afspraak {afspraak.id} van {als_tekst(afspraak.op)} gaat niet door; afgezegd door de {door}.")
    if uitkomst.uitnodiging in _AFGEZEGD:
        toon(_AFGEZEGD[uitkomst.uitnodiging])
    if proef:
        zeg(NIETS_OPGESLAGEN)


def lijst(naam: str, *, als: str | None, als_json: bool) -> None:
    """List the appointments to come, without a word about the resident."""
    with werkplek(naam, als) as plek:
        vandaag = plek.omgeving.vandaag()
        with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
            gevonden = komende_afspraken(werk, vandaag, als)
    if als_json:
        toon_json({"gemeente": naam, "op": vandaag, "afspraken": [velden(item) for item in gevonden]})
        return
    toon_tabel(
        ("Afspraak", "Zaak", "Dag", "Tijd", "Plaats", "Met"),
        [rij(item) for item in gevonden],
        leeg="Er staan geen afspraken.",
    )


def velden(item: Gespreksafspraak) -> dict[str, object]:
    """Return an appointment under stable keys, without the words for the resident."""
    delen = item.model_dump(mode="json", include={"zaak_id", "op", "tijd", "plaats", "met", "gepland_door"})
    return {"afspraak": item.id, "zaak": delen.pop("zaak_id"), **delen}


def rij(item: Gespreksafspraak) -> tuple[str, ...]:
    """Return an appointment as a row of a table."""
    return (item.id, item.zaak_id, item.op.isoformat(), item.tijd, item.plaats.lower(), item.met)


def _code(woord: str) -> str:
    return woord.replace("-", "_").upper()
