"""A batch of which the letters are made: release, dispatch, print again, and back."""

from __future__ import annotations

from datetime import date

from toegang.domain.batch import Regelstand
from toegang.domain.batchverloop import Handeling
from toegang.errors import Afsluitcode, Invoerfout
from toegang.letters.batch import herdruk as stap_herdruk
from toegang.letters.batch import terug
from toegang.letters.batch import verzonden as stap_verzonden
from toegang.letters.batch import vrijgeven as stap_vrijgeven
from toegang.letters.batch.map import Batchmap
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering import batchtonen
from toegang_cli.uitvoering.batchplek import plek_van, vind_batch, voortgang
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek, zaaknummer

_GENOEMD = 20


def vrijgeven(naam: str, batch: str | None, *, als: str | None, proef: bool, als_json: bool) -> Afsluitcode:
    """Release a batch; DEELS when letters are held after all."""
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.VRIJGEVEN)
        with voortgang("Nalopen") as meld:
            vrijgave = stap_vrijgeven.geef_vrij(plek_van(plek), kenmerk, meld, proef=proef)
    if als_json:
        toon_json(_vrijgave_velden(vrijgave) | {"proef": proef})
    else:
        toon_vrijgave(vrijgave)
    if proef:
        zeg(NIETS_OPGESLAGEN)
    else:
        zeg(*na_vrijgave(vrijgave, naam))
    return Afsluitcode.DEELS if vrijgave.aangehouden else Afsluitcode.OK


def toon_vrijgave(vrijgave: stap_vrijgeven.Vrijgave) -> None:
    """Show a release."""
    batch = vrijgave.batch
    toon(f"Batch {batch.id}: {vrijgave.telling.in_woorden()}.", "")
    batchtonen.toon_druk(vrijgave.druk)
    toon("", f"De drukbestanden en het manifest staan in {Batchmap.van(batch).druk}.")
    if vrijgave.aangehouden:
        toon("", "Toch aangehouden; deze brieven gaan niet mee:")
        toon(*(f"  {regel.zaak_id}: {regel.waarom}" for regel in vrijgave.aangehouden[:_GENOEMD]))
    if vrijgave.genoemd:
        toon("", "Gaat mee; let op:")
        toon(*(f"  {zaak}: {item.uitleg}" for zaak, item in vrijgave.genoemd[:_GENOEMD]))
        meer = len(vrijgave.genoemd) - _GENOEMD
        toon(*([f"  en nog {meer}; bekijk ze met --json"] if meer > 0 else []))


def na_vrijgave(vrijgave: stap_vrijgeven.Vrijgave, naam: str) -> list[str]:
    """Return what to do next."""
    batch = vrijgave.batch
    verzend = f"toegang beschikking batch verzonden {batch.id} --op {batch.dagtekening} -g {naam}"
    return [
        f"Druk de bestanden af en verzend ze op {als_tekst(batch.dagtekening)}. Leg daarna per groep vast:",
        *(f"  {verzend} --groep {groep} --aantal N" for groep in batch.groepen),
    ]


def verzonden(
    naam: str,
    batch: str | None,
    op: str,
    getal: int,
    groep: str | None,
    *,
    als: str | None,
    proef: bool,
    als_json: bool,
) -> Afsluitcode:
    """Record that a group was sent; DEELS when some zaken were refused."""
    dag = lees_dag("--op", op)
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.VERZONDEN)
        with voortgang("Zaken") as meld:
            uitslag = stap_verzonden.verzonden(plek_van(plek), kenmerk, dag, getal, groep, meld)
    if als_json:
        toon_json(_verzend_velden(uitslag) | {"proef": proef})
    else:
        toon_verzonden(uitslag, dag)
    zeg(*(f"Geweigerd, niet vastgelegd: {zaak}: {fout}" for zaak, fout in uitslag.geweigerd))
    if uitslag.geweigerd:
        zeg(
            "Herstel dit en leg de groep nog eens vast; wat al is vastgelegd, telt niet dubbel.",
            "Ging een brief toch niet weg, haal hem er dan uit: "
            f"toegang beschikking batch trek-terug {kenmerk} --zaak ZAAK --reden overleden -g {naam}",
        )
    zeg(*([NIETS_OPGESLAGEN] if proef else []))
    return Afsluitcode.DEELS if uitslag.geweigerd else Afsluitcode.OK


def toon_verzonden(uitslag: stap_verzonden.Verzenduitslag, dag: date) -> None:
    """Show what was recorded as sent."""
    toon(f"Groep {uitslag.groep}: {aantal(uitslag.brieven, 'brief', 'brieven')} verzonden op {als_tekst(dag)}.")
    laatste = sorted({tot for _, tot in uitslag.bezwaar_tot})
    toon(*(f"Bezwaar kan tot en met {als_tekst(tot)}." for tot in laatste))
    toon(f"Batch {uitslag.batch.id}: {uitslag.telling.in_woorden()}.")


def herdruk(naam: str, batch: str | None, van: int, tot: int, *, als: str | None, proef: bool) -> None:
    """Print some letters again."""
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.HERDRUK)
        uitslag = stap_herdruk.herdruk(plek_van(plek), kenmerk, van, tot, proef=proef)
    toon_tabel(("Nummer", "Brief", "Zaak"), uitslag.brieven[:_GENOEMD], leeg="")
    toon(f"{aantal(len(uitslag.brieven), 'brief', 'brieven')} in {uitslag.bestand}.", f"sha256 {uitslag.sha256}")
    zeg(NIETS_OPGESLAGEN if proef else "Dit zijn de brieven zoals zij zijn opgeslagen; er is niets opnieuw gemaakt.")


def opnieuw(naam: str, batch: str | None, dagtekening: str, *, als: str | None, proef: bool) -> None:
    """Let a batch be made again for another day."""
    dag = lees_dag("--dagtekening", dagtekening)
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.OPNIEUW)
        nieuw = terug.opnieuw(plek_van(plek), kenmerk, dag, proef=proef)
    toon(
        f"Batch {nieuw.id} wordt opnieuw gemaakt met {als_tekst(dag)} op de brieven.",
        "Vernietig wat al is afgedrukt: die brieven gaan niet meer de deur uit.",
    )
    zeg(NIETS_OPGESLAGEN if proef else f"Volgende stap: toegang beschikking batch controleer {kenmerk} -g {naam}")


def trek_terug(naam: str, batch: str | None, reden: str, zaken: list[str], *, als: str | None, proef: bool) -> None:
    """Take letters back that were not sent."""
    nummers = [zaaknummer(zaak) for zaak in zaken]
    try:
        waarom = terug.Terugreden(reden)
    except ValueError:
        woorden = ", ".join(item.value for item in terug.Terugreden)
        raise Invoerfout("Dit is geen reden om terug te trekken.", vervolg=f"Kies uit: {woorden}.") from None
    with werkplek(naam, als, proef=proef) as plek:
        kenmerk = vind_batch(plek, batch, Handeling.TREK_TERUG)
        nieuw, eruit = terug.trek_terug(plek_van(plek), kenmerk, waarom, nummers, proef=proef)
    toon(f"{aantal(len(eruit), 'brief', 'brieven')} uit batch {nieuw.id} teruggetrokken; zij staan weer klaar.")
    gedrukt = [f"{regel.druknr} ({regel.groep})" for regel in eruit if regel.druknr]
    if gedrukt:
        meer = f" en nog {len(gedrukt) - _GENOEMD}" if len(gedrukt) > _GENOEMD else ""
        toon(f"Al gedrukt; haal deze nummers uit de stapel: {', '.join(gedrukt[:_GENOEMD])}{meer}.")
    if nieuw.verzendingen:
        groepen = ", ".join(sorted(nieuw.verzonden_groepen))
        toon(f"Verzonden blijft verzonden ({groepen}): dat herstelt alleen een nieuw besluit.")
    zeg(*([NIETS_OPGESLAGEN] if proef else []))


def _vrijgave_velden(vrijgave: stap_vrijgeven.Vrijgave) -> dict[str, object]:
    return {
        "batch": vrijgave.batch.id,
        "stand": vrijgave.batch.stand.value,
        "telling": batchtonen.telling_velden(vrijgave.telling),
        "map": str(Batchmap.van(vrijgave.batch).druk),
        "druk": [batchtonen.druk_velden(deel) for deel in vrijgave.druk],
        "aangehouden": [batchtonen.regel_velden(regel) for regel in vrijgave.aangehouden],
        "let_op": [{"zaak": zaak, "soort": item.soort.value, "uitleg": item.uitleg} for zaak, item in vrijgave.genoemd],
        "hersteld": vrijgave.hersteld,
    }


def _verzend_velden(uitslag: stap_verzonden.Verzenduitslag) -> dict[str, object]:
    return {
        "batch": uitslag.batch.id,
        "stand": uitslag.batch.stand.value,
        "groep": uitslag.groep,
        "brieven": uitslag.brieven,
        "telling": batchtonen.telling_velden(uitslag.telling),
        "bezwaar_tot": [{"zaak": zaak, "tot": tot} for zaak, tot in uitslag.bezwaar_tot],
        "geweigerd": [{"zaak": zaak, "waarom": str(fout)} for zaak, fout in uitslag.geweigerd],
        "nog_te_verzenden": uitslag.telling[Regelstand.GEMAAKT],
    }
