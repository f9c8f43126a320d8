"""Monitoring and bottlenecks on the command line."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.monitoring import Monitoruitkomst
from toegang.domain.signalering import Signalering
from toegang.domain.waarde import Waarde
from toegang.lifecycle import monitoring as stappen
from toegang.lifecycle.knelpunten import Gezien, zie_knelpunten
from toegang.lifecycle.monitoring import Gemonitord, Knelpunt, Monitorverslag
from toegang_cli.invoer import lees_dag, lees_waarde
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.nazorg import doe
from toegang_cli.uitvoering.regelmelding import waarschuw
from toegang_cli.werkplek import leesplek, werkplek, zaaknummer


class Uitkomst(Waarde):
    """How a signal was dealt with."""

    uitkomst: str


def registreer(naam: str, zaak_id: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Record how it goes, and offer what follows from it."""
    verslag, nummer = lees_waarde(bestand, Monitorverslag), zaaknummer(zaak_id)

    def laat_zien(gedaan: Gemonitord) -> None:
        uitkomst = gedaan.monitoring.uitkomst
        toon(f"Zaak {nummer}, {als_tekst(verslag.op)}: {uitkomst.in_woorden} ({gedaan.monitoring.id}).")
        for signaal in gedaan.signalen:
            toon(f"{signaal.soort.capitalize()} {signaal.id} staat klaar voor {signaal.aan}.")
        waarschuw(gedaan.let_op)
        for regel in vervolg(uitkomst, nummer, naam):
            zeg(regel)

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.registreer_monitoring(plek.omgeving, plek.actor, nummer, verslag),
        laat_zien=laat_zien,
    )


def vervolg(uitkomst: Monitoruitkomst, zaak: str, naam: str) -> tuple[str, ...]:
    """Return what can be done next; a person chooses."""
    if uitkomst.vraagt_triage:
        return (
            f"Voorstel: bekijk opnieuw wat nodig is. Een nieuwe vraag: toegang melding importeer BESTAND -g {naam}",
            "Zij komt in hetzelfde dossier; triage en regie worden dan opnieuw bepaald.",
        )
    if uitkomst is Monitoruitkomst.VRAAG_VERDWENEN:
        return (
            f"Voorstel: stop de hulp met toegang levering stop {zaak} --op DATUM --reden vraag_verdwenen -g {naam}",
            f"en sluit de zaak met toegang zaak sluit {zaak} -g {naam}. Het recht eindigt pas met een besluit.",
        )
    if uitkomst is Monitoruitkomst.VRAAG_KLEINER:
        return ("Voorstel: bespreek met de inwoner of minder hulp genoeg is; dat vraagt een nieuw besluit.",)
    return ()


def lijst(naam: str, *, zaak_id: str | None, als_json: bool) -> None:
    """List what was recorded; no free text."""
    nummer = zaaknummer(zaak_id) if zaak_id else None
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        gevonden = werk.monitoringen.zoek(zaak_id=nummer) if nummer else werk.monitoringen.zoek()
    if als_json:
        kaal = [item.model_dump(mode="json", exclude={"toelichting"}) for item in gevonden]
        toon_json({"gemeente": naam, "monitoring": kaal})
        return
    toon_tabel(
        ("Zaak", "Op", "Uitkomst", "Door", "Volgende keer", "Knelpunt"),
        [
            (item.zaak_id, item.op.isoformat(), item.uitkomst.in_woorden, item.door,
             item.volgende_op.isoformat() if item.volgende_op else None, item.knelpunt)
            for item in gevonden
        ],
        leeg=f"In gemeente {naam} is nog niet vastgelegd hoe het gaat.",
    )  # fmt: skip


def knelpunten(naam: str, *, als_json: bool) -> None:
    """List bottlenecks: raised by people, and seen by Toegang itself."""
    with werkplek(naam) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        gevonden = zie_knelpunten(werk, plek.omgeving)
    if als_json:
        toon_json({"gemeente": naam, "knelpunten": [_velden(item) for item in gevonden]})
        return
    toon_tabel(
        ("Zaak", "Wat", "Sinds", "Voor", "Kenmerk"),
        [(item.zaak, item.wat, item.sinds.isoformat(), item.aan, item.signaal) for item in gevonden],
        leeg=f"In gemeente {naam} loopt niets vast.",
    )
    if gevonden:
        gemeld = sum(item.signaal is not None for item in gevonden)
        toon("", f"{aantal(len(gevonden), 'knelpunt', 'knelpunten')}, waarvan {gemeld} door een mens gemeld.")


def knelpunt(naam: str, zaak_id: str, bestand: Path, op: str, *, als: str | None, proef: bool) -> None:
    """Raise a bottleneck."""
    inhoud, nummer, dag = lees_waarde(bestand, Knelpunt), zaaknummer(zaak_id), lees_dag("--op", op)
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.meld_knelpunt(plek.omgeving, plek.actor, nummer, dag, inhoud),
        laat_zien=lambda signaal: toon(f"Knelpunt {signaal.id} in zaak {nummer} ligt bij {signaal.aan}."),
    )


def afhandelen(naam: str, kenmerk: str, bestand: Path, op: str, *, als: str | None, proef: bool) -> None:
    """Record that a signal was dealt with."""
    inhoud, dag = lees_waarde(bestand, Uitkomst), lees_dag("--op", op)

    def laat_zien(signaal: Signalering) -> None:
        toon(f"{signaal.soort.capitalize()} {signaal.id} in zaak {signaal.zaak_id} is afgehandeld.")

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.handel_af(plek.omgeving, plek.actor, kenmerk, dag, inhoud.uitkomst),
        laat_zien=laat_zien,
    )


def _velden(item: Gezien) -> dict[str, object]:
    return {"zaak": item.zaak, "wat": item.wat, "sinds": item.sinds, "aan": item.aan, "signaal": item.signaal}
