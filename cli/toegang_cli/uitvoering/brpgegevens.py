"""Data of the BRP on the command line: taking over a file with mutations, and making the list to ask about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from toegang.domain.mutatie import Gevolg, Mutatie, Mutatiefout
from toegang.errors import Invoerfout
from toegang.letters.batch.lijst import schrijf_lijst
from toegang.lifecycle.bijwerken import Bijgewerkt, leg_vraag_vast, te_vragen, werk_bij
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf_nieuw
from toegang_cli.invoer import STANDAARDINVOER, bestandsnaam, lees_dag_of_niets
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.aanmeldbestand import Ruw, vereis_plaats
from toegang_cli.uitvoering.batchplek import vind_batch
from toegang_cli.uitvoering.brpmutaties import BSN, Mutatiebestand, lees_bestand, lees_mutatie
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek

GOED, NIETS, DEELS = 0, 1, 3
_PER_COMMIT = 50
_HOUDT_TEGEN = frozenset({Gevolg.OVERLEDEN, Gevolg.VERTROKKEN})


@dataclass
class Verslag:
    """What came of a file."""

    gedaan: list[tuple[Ruw, Bijgewerkt]] = field(default_factory=list)
    geweigerd: list[tuple[Ruw, Mutatiefout]] = field(default_factory=list)

    @property
    def gewijzigd(self) -> list[tuple[Ruw, Bijgewerkt]]:
        """The records that said something new."""
        return [(ruw, item) for ruw, item in self.gedaan if item.velden]

    @property
    def code(self) -> int:
        """Exit code."""
        if not self.geweigerd:
            return GOED
        return DEELS if self.gedaan else NIETS


def bijwerken(naam: str, bestand: Path, peildatum: str | None, *, als: str | None, proef: bool, als_json: bool) -> int:
    """Take over a file with mutations, record by record.

    Returns:
        The exit code: 0 all of it, 3 a part, 1 nothing.
    """
    dag = lees_dag_of_niets("--peildatum", peildatum)
    gelezen = lees_bestand(bestand)
    if not proef:
        vereis_plaats(bestand)
    verslag = Verslag()
    with werkplek(naam, als, proef=proef) as plek:
        # A trial keeps nothing between two units of work, so there it is one.
        per_keer = len(gelezen.records) if proef else _PER_COMMIT
        for begin in range(0, len(gelezen.records), per_keer):
            _neem_over(plek, gelezen.records[begin : begin + per_keer], dag or plek.omgeving.vandaag(), verslag)
    terug = gelezen.schrijf_terug(verslag.geweigerd) if verslag.geweigerd and not proef else None
    if als_json:
        toon_json(_velden(naam, verslag, terug))
    else:
        _toon(naam, gelezen, verslag, terug)
    if proef:
        zeg(NIETS_OPGESLAGEN)
    return verslag.code


def _neem_over(plek: Werkplek, records: Sequence[Ruw], dag: date, verslag: Verslag) -> None:
    gelezen: list[tuple[Ruw, Mutatie]] = []
    for ruw in records:
        try:
            gelezen.append((ruw, lees_mutatie(ruw, dag)))
        except Mutatiefout as fout:
            verslag.geweigerd.append((ruw, fout))
    uitkomst = werk_bij(plek.omgeving, plek.actor, [mutatie for _, mutatie in gelezen])
    for (ruw, _), gedaan in zip(gelezen, uitkomst, strict=True):
        if isinstance(gedaan, Mutatiefout):
            verslag.geweigerd.append((ruw, gedaan))
        else:
            verslag.gedaan.append((ruw, gedaan))
    verslag.geweigerd.sort(key=lambda paar: paar[0].nummer)


def vraag(naam: str, naar: Path, batch: str | None, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Write the BSNs of whom the BRP must be asked about; to a file only.

    Raises:
        Invoerfout: the file would be standard output, or exists.
    """
    if naar == STANDAARDINVOER:
        raise Invoerfout("De lijst gaat alleen naar een nieuw bestand.", vervolg="Geef een naam: --naar vraag.csv")
    if naar.exists():
        raise Invoerfout(
            "Het bestand bij --naar bestaat al en wordt nooit overschreven.", vervolg="Kies een andere naam."
        )
    with werkplek(naam, als, proef=proef) as plek:
        grens = plek.omgeving.organisatie.batch.brp_hoogstens_dagen
        met, zonder = _verzamel(plek, vind_batch(plek, batch) if batch else None)
    if met and not proef:
        schrijf_nieuw(naar, schrijf_lijst((BSN,), [(bsn,) for bsn in met]), GEKOZEN_PLEK)
    geschreven = bestandsnaam(naar) if met and not proef else None
    if als_json:
        toon_json({"gemeente": naam, "te_vragen": len(met), "zonder_bsn": list(zonder), "bestand": geschreven})
    else:
        wat = aantal(len(met), "persoon", "personen")
        toon(f"{wat} met BRP-gegevens ouder dan {aantal(grens, 'dag', 'dagen')}.")
        if zonder:
            toon(f"Zonder burgerservicenummer, dus niet op de lijst: {', '.join(zonder)}.")
        if geschreven:
            toon(f"De burgerservicenummers staan in {bestandsnaam(naar)}; alleen dit account kan het lezen.")
            zeg(
                "Ruim het bestand op na gebruik. Lees het antwoord in met: "
                f"toegang inwoner bijwerken ANTWOORD -g {naam}"
            )
    if proef:
        zeg(NIETS_OPGESLAGEN)


def _verzamel(plek: Werkplek, batch: str | None) -> tuple[list[str], Sequence[str]]:
    with plek.omgeving.werk(plek.actor) as werk:
        personen = te_vragen(werk, plek.omgeving, batch)
        leg_vraag_vast(werk, plek.actor, [item for item in personen if item.bsn])
        werk.commit()
    return [item.bsn for item in personen if item.bsn], [item.id for item in personen if not item.bsn]


def _toon(naam: str, gelezen: Mutatiebestand, verslag: Verslag, terug: Path | None) -> None:
    gewijzigd = verslag.gewijzigd
    toon_tabel(
        (gelezen.eenheid.capitalize(), "Inwoner", "Gewijzigd"),
        [(ruw.nummer, item.inwoner, ", ".join(item.velden)) for ruw, item in gewijzigd],
        leeg="Er is niets gewijzigd.",
    )
    for _, item in gewijzigd:
        _toon_brieven(naam, item)
    if verslag.geweigerd:
        toon("", "Geweigerd")
        toon_tabel(
            (gelezen.eenheid.capitalize(), "Veld", "Waarom"),
            [(ruw.nummer, fout.veld, fout.reden) for ruw, fout in verslag.geweigerd],
            leeg="",
        )
    toon(
        "",
        f"{len(verslag.gedaan) + len(verslag.geweigerd)} gelezen = {len(gewijzigd)} bijgewerkt + "
        f"{len(verslag.gedaan) - len(gewijzigd)} ongewijzigd + {len(verslag.geweigerd)} geweigerd",
    )
    if terug is not None:
        toon(f"De geweigerde staan met de reden in {bestandsnaam(terug)}.")
        zeg(f"Verbeter dat bestand en lees het opnieuw in: toegang inwoner bijwerken BESTAND -g {naam}")


def _toon_brieven(naam: str, item: Bijgewerkt) -> None:
    """Say which letters are on their way to somebody for whom something changed that matters to them."""
    for brief in item.onderweg:
        wat = ", ".join(item.gevolgen)
        toon(f"Let op: {item.inwoner} ({wat}) heeft brief {brief.brief} (zaak {brief.zaak}) in batch {brief.batch}.")
    if item.onderweg and _HOUDT_TEGEN & set(item.gevolgen):
        zeg("Controle en vrijgave houden zo'n brief aan. Is hij al gedrukt, haal hem dan uit de post.")
    elif item.onderweg:
        zeg(
            "Wat al is gemaakt, houdt de vrijgave aan zodra er iets anders op zou staan. Bekijk het met: "
            f"toegang beschikking batch status {item.onderweg[0].batch} -g {naam}"
        )


def _velden(naam: str, verslag: Verslag, terug: Path | None) -> dict[str, object]:
    return {
        "gemeente": naam,
        "bijgewerkt": len(verslag.gewijzigd),
        "ongewijzigd": len(verslag.gedaan) - len(verslag.gewijzigd),
        "geweigerd": [
            {"nummer": ruw.nummer, "veld": fout.veld, "reden": fout.reden} for ruw, fout in verslag.geweigerd
        ],
        "inwoners": [
            {
                "nummer": ruw.nummer,
                "inwoner": item.inwoner,
                "velden": list(item.velden),
                "gevolgen": [str(gevolg) for gevolg in item.gevolgen],
                "brieven": [{"brief": deel.brief, "zaak": deel.zaak, "batch": deel.batch} for deel in item.onderweg],
            }
            for ruw, item in verslag.gewijzigd
        ],
        "bestand": str(terug) if terug else None,
    }
