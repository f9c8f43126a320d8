"""How a batch is shown: its sum, what was found, its steps, its print run; in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from toegang.domain.batch import Batch, Batchregel, Drukdeel, Gedaan, Regelstand, Telling
from toegang.domain.batchverloop import in_woorden
from toegang.domain.bevinding import Ernst
from toegang.letters.batch.controleer import Controlerapport
from toegang.letters.batch.maak import Maakuitslag
from toegang.letters.batch.map import Batchmap
from toegang.letters.batch.steekproef import Steekproefbrief
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_tabel

KOPPEN = {
    Ernst.MISLUKT: "Kan niet worden gemaakt",
    Ernst.WACHT: "Wacht op een mens",
    Ernst.LET_OP: "Wordt gemaakt; let op",
}


def toon_bevroren(batch: Batch) -> None:
    """Show what was frozen."""
    toon(
        f"Batch {batch.id}: {aantal(batch.aantal, 'brief', 'brieven')} gekozen met: {batch.keuze}.",
        f"Op de brieven komt {als_tekst(batch.dagtekening)}; op die dag gaan zij de deur uit.",
    )


def toon_controle(rapport: Controlerapport) -> None:
    """Show everything that was found, what stops a letter first, each kind with its number and some letters."""
    toon(f"Batch {rapport.batch.id}: {rapport.telling.in_woorden()}.")
    toon_bevindingen(rapport)


def toon_bevindingen(rapport: Controlerapport) -> None:
    """Show the kinds of finding with their numbers."""
    for ernst, kop in KOPPEN.items():
        soorten = [(soort, getal) for (deel, soort), getal in rapport.per_soort.most_common() if deel is ernst]
        if soorten:
            toon("", kop)
        for soort, getal in soorten:
            toon(f"  {getal} x {soort.titel}")
            toon(*(f"      {zaak}: {uitleg}" for zaak, uitleg in rapport.voorbeelden[ernst, soort]))
            meer = getal - len(rapport.voorbeelden[ernst, soort])
            toon(*([f"      en nog {meer}"] if meer > 0 else []))
    if not rapport.per_soort:
        toon("Er is niets gevonden: alle brieven kunnen worden gemaakt.")


def na_controle(rapport: Controlerapport, naam: str) -> list[str]:
    """Return what to do next."""
    batch, telling = rapport.batch, rapport.telling
    tegen = telling[Regelstand.AANGEHOUDEN] + telling[Regelstand.MISLUKT]
    regels = [f"Alles over wat niet doorgaat: toegang beschikking batch waarom {batch.id} -g {naam}"] if tegen else []
    if telling[Regelstand.GEKOZEN]:
        return [*regels, f"Volgende stap: toegang beschikking batch bekijk {batch.id} -g {naam}"]
    return [*regels, f"Er is niets te maken. Sluit de batch: toegang beschikking batch trek-terug {batch.id} -g {naam}"]


def toon_steekproef(gemaakt: Sequence[Steekproefbrief], map_: Path) -> None:
    """Show the sample."""
    toon_tabel(
        ("Brief", "Zaak", "Sjabloon", "Bladzijden"),
        [(item.brief, item.zaak, item.sjabloon, item.paginas) for item in gemaakt],
        leeg="De gemeente wil geen steekproef (organisatie.toml, batch.steekproef = 0).",
    )
    if gemaakt:
        toon(f"De voorbeelden staan in {map_}. Het zijn geen brieven: op elke bladzijde staat CONCEPT.")


def toon_gemaakt(uitslag: Maakuitslag) -> None:
    """Show what a run made."""
    batch = uitslag.batch
    toon(f"Batch {batch.id}: {uitslag.telling.in_woorden()}.")
    if uitslag.hersteld:
        toon(f"{aantal(uitslag.hersteld, 'bestand', 'bestanden')} van een eerdere ronde opnieuw geschreven.")
    toon(f"De brieven staan in {Batchmap.van(batch).brieven}.")


def toon_druk(druk: Sequence[Drukdeel]) -> None:
    """Show the files of the print run."""
    toon_tabel(
        ("Groep", "Bestand", "Nummers", "Brieven", "Enveloppen", "Vellen"),
        [
            (
                *(deel.groep, deel.bestand.removeprefix("druk/"), f"{deel.van}-{deel.tot}"),
                *(deel.brieven, deel.enveloppen, deel.vellen or "-"),
            )
            for deel in druk
        ],
        leeg="Er is niets te drukken.",
    )


def toon_stappen(stappen: Sequence[Gedaan]) -> None:
    """Show who did what when."""
    toon_tabel(
        ("Wanneer", "Stap", "Wie", "Bijzonderheden"),
        [
            (
                stap.op,
                stap.handeling.value,
                stap.medewerker or f"uid {stap.uid}",
                ", ".join(f"{naam} {waarde}" for naam, waarde in stap.detail),
            )
            for stap in stappen
        ],
        leeg="",
    )


def batch_velden(batch: Batch) -> dict[str, object]:
    """Return a batch under stable keys."""
    return {
        "batch": batch.id,
        "stand": batch.stand.value,
        "in_woorden": in_woorden(batch.stand),
        "aantal": batch.aantal,
        "dagtekening": batch.dagtekening,
        "keuze": batch.keuze,
        "map": str(Batchmap.van(batch).pad) if batch.map else None,
        "steekproef": list(batch.steekproef),
        "stappen": [
            {
                "stap": stap.handeling.value,
                "op": stap.op,
                "uid": stap.uid,
                "medewerker": stap.medewerker,
                **dict(stap.detail),
            }
            for stap in batch.stappen
        ],
        "druk": [druk_velden(deel) for deel in batch.druk],
        "verzendingen": [
            {"groep": item.groep, "op": item.op, "aantal": item.aantal, "uid": item.uid} for item in batch.verzendingen
        ],
    }


def druk_velden(deel: Drukdeel) -> dict[str, object]:
    """Return a file of the print run under stable keys."""
    return deel.model_dump(mode="json")


def telling_velden(telling: Telling) -> dict[str, object]:
    """Return the sum of a batch under stable keys."""
    return {
        "gekozen": telling.aantal,
        "te_maken": telling[Regelstand.GEKOZEN],
        "gemaakt": telling.gemaakt,
        "verzonden": telling[Regelstand.VERZONDEN],
        "aangehouden": telling[Regelstand.AANGEHOUDEN],
        "mislukt": telling[Regelstand.MISLUKT],
        "ingetrokken": telling[Regelstand.INGETROKKEN],
        "klopt": telling.klopt,
    }


def controle_velden(rapport: Controlerapport) -> dict[str, object]:
    """Return a check under stable keys."""
    return {
        "batch": rapport.batch.id,
        "telling": telling_velden(rapport.telling),
        "bevindingen": [
            {"ernst": ernst.value, "soort": soort.value, "titel": soort.titel, "aantal": getal}
            for (ernst, soort), getal in sorted(rapport.per_soort.items())
        ],
    }


def maak_velden(uitslag: Maakuitslag) -> dict[str, object]:
    """Return a run under stable keys."""
    return {
        "batch": uitslag.batch.id,
        "stand": uitslag.batch.stand.value,
        "telling": telling_velden(uitslag.telling),
        "nu_gemaakt": len(uitslag.nu_gemaakt),
        "hersteld": uitslag.hersteld,
        "mislukt_csv": str(Batchmap.van(uitslag.batch).mislukt) if uitslag.lijst else None,
    }


def regel_velden(regel: Batchregel) -> dict[str, object]:
    """Return a letter of a batch under stable keys."""
    return {
        "volgnr": regel.volgnr,
        "brief": regel.brief_id,
        "zaak": regel.zaak_id,
        "sjabloon": regel.sjabloon,
        "stand": regel.stand.value,
        "gekozen_om": regel.gekozen_om,
        "bevindingen": [
            {"soort": item.soort.value, "ernst": item.ernst.value, "uitleg": item.uitleg} for item in regel.bevindingen
        ],
        "doorgelaten": [item.value for item in regel.toch],
    }
