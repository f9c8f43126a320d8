"""Lists of what is to be destroyed, and the proof afterwards."""

from __future__ import annotations

import json
from pathlib import Path

from toegang.archive import vernietiging as stappen
from toegang.archive.verklaring import controleer_verklaring
from toegang.archive.verklaring import verklaring as maak_verklaring
from toegang.domain.datums import datum_voluit
from toegang.domain.vernietiging import Behoudreden, Lijststand, Vernietigingslijst
from toegang.errors import Afsluitcode, Conflict, Invoerfout
from toegang.letters.batch.kopieen import ruim_kopieen
from toegang.storage import Werkeenheid
from toegang.storage.bestanden import schrijf
from toegang_cli.invoer import lees_dag, lees_gegevens
from toegang_cli.uitvoer import toon as zeg
from toegang_cli.uitvoer import toon_json, toon_tabel, toon_velden
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer

_ARCHIEF = "toegang archief vernietiging"


def opstellen(naam: str, *, op: str | None, als: str | None, als_json: bool, proef: bool) -> None:
    """Draw up a list."""
    with werkplek(naam, als, proef=proef) as plek:
        dag = lees_dag("--op", op) if op else plek.omgeving.vandaag()
        lijst = stappen.stel_op(plek.omgeving, plek.actor, dag)
    if als_json:
        toon_json(_als_json(lijst) | {"proef": proef})
        return
    _toon_lijst(lijst)
    _slot(proef, f"Laat haar beoordelen: {_ARCHIEF} beoordeel {lijst.id}")


def toon(naam: str, lijst_id: str | None, *, als_json: bool) -> None:
    """Show the lists, or one of them."""
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        lijsten = (werk.vernietigingslijsten.haal(lijst_id),) if lijst_id else werk.vernietigingslijsten.zoek()
    if als_json:
        toon_json({"gemeente": naam, "lijsten": [_als_json(lijst) for lijst in lijsten]})
    elif lijst_id:
        _toon_lijst(lijsten[0])
        zeg("", "Wie wat deed")
        rijen = [(item.op, item.stap.value.lower().replace("_", " "), item.medewerker or f"uid {item.uid}")
                 for item in lijsten[0].stappen]  # fmt: skip
        toon_tabel(("Dag", "Stap", "Wie"), rijen, leeg="")
    else:
        rijen_ = [(lijst.id, lijst.peildatum, lijst.stand.lower(), lijst.aantal_zaken) for lijst in lijsten]
        toon_tabel(("Lijst", "Peildatum", "Stand", "Zaken"), rijen_, leeg="Er zijn geen vernietigingslijsten.")


def beoordeel(naam: str, lijst_id: str, behoud: tuple[str, ...], *, als: str | None, proef: bool) -> None:
    """Judge a list."""
    uitzonderen = dict(_lees_behoud(item) for item in behoud)
    with werkplek(naam, als, proef=proef) as plek:
        lijst = stappen.beoordeel(plek.omgeving, plek.actor, lijst_id, uitzonderen)
    _toon_lijst(lijst)
    vervolg = f"{_ARCHIEF} vaststellen {lijst.id} --aantal {lijst.aantal_zaken}"
    _slot(proef, f"De archivaris stelt haar vast: {vervolg}")


def vaststellen(naam: str, lijst_id: str, aantal: int, *, als: str | None, proef: bool) -> None:
    """Decide on a list."""
    with werkplek(naam, als, proef=proef) as plek:
        lijst = stappen.stel_vast(plek.omgeving, plek.actor, lijst_id, aantal)
    assert lijst.uitvoerbaar_vanaf is not None
    zeg(f"Lijst {lijst.id} is vastgesteld: {_zaken(lijst.aantal_zaken)}.")
    vervolg = f"{_ARCHIEF} uitvoeren {lijst.id} --aantal {lijst.aantal_zaken}"
    _slot(proef, f"Vanaf {datum_voluit(lijst.uitvoerbaar_vanaf)}, na de bedenktijd: {vervolg}")


def uitvoeren(naam: str, lijst_id: str, aantal: int, *, als: str | None, proef: bool) -> None:
    """Destroy what is on a list; a trial touches no file."""
    with werkplek(naam, als, proef=proef) as plek:
        ruim = _niets_weg if proef else ruim_kopieen
        lijst = stappen.vernietig(plek.omgeving, plek.actor, lijst_id, aantal, ruim)
    woord = "zou vernietigd zijn" if proef else "vernietigd"
    zeg(f"Lijst {lijst.id}: {_zaken(lijst.aantal_zaken)} {woord}.")
    for post in lijst.posten:
        if post.uitgezonderd:
            zeg(f"- {', '.join(post.zaken)} blijft: {post.uitgezonderd}")
    _slot(
        proef,
        f"{_ARCHIEF} verklaring {lijst.id} --naar verklaring.json; en maak een reservekopie, "
        "dan opent ook een oude kopie deze dossiers niet meer.",
    )


def trek_in(naam: str, lijst_id: str, *, als: str | None, proef: bool) -> None:
    """Withdraw a list."""
    with werkplek(naam, als, proef=proef) as plek:
        lijst = stappen.trek_in(plek.omgeving, plek.actor, lijst_id)
    zeg(f"Lijst {lijst.id} is ingetrokken; er is niets van vernietigd.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def verklaring(naam: str, lijst_id: str, naar: Path | None, *, als: str | None, als_json: bool) -> None:
    """Show the proof, or write it as it is signed."""
    if naar is not None and naar.exists():
        raise Conflict(
            f"Het bestand {naar.name} bestaat al; er wordt niets overschreven.", vervolg="Kies een andere naam."
        )
    with werkplek(naam, als) as plek:
        bewijs = maak_verklaring(plek.omgeving, plek.actor, lijst_id)
    if naar is not None:
        schrijf(naar, (json.dumps(bewijs, ensure_ascii=False, indent=2) + "\n").encode())
    if als_json:
        toon_json(bewijs)
        return
    inhoud = bewijs["inhoud"]
    velden = ("gemeente", "lijst", "vernietigd_op", "grondslag", "wijze")
    toon_velden({naam.replace("_", " ").capitalize(): inhoud[naam] for naam in velden})
    toon_tabel(
        ("Zaak", "Resultaat", "Hash (sha256)"),
        [(zaak["zaak"], zaak["resultaat"], zaak["sha256"]) for zaak in inhoud["zaken"]],
        leeg="",
    )
    if naar is not None:
        zeg("", f"Ondertekend in {naar.name}. Controleren kan iedereen: {_ARCHIEF} controleer {naar.name}")


def controleer(bestand: Path, *, als_json: bool) -> Afsluitcode:
    """Check a proof."""
    gegevens = lees_gegevens(bestand)
    goed = controleer_verklaring(gegevens)
    if als_json:
        toon_json({"goed": goed})
    elif goed:
        inhoud = gegevens["inhoud"]
        zeg(
            f"De handtekening klopt: gemeente {inhoud['gemeente']}, lijst {inhoud['lijst']}, "
            f"{_zaken(len(inhoud['zaken']))} vernietigd op {inhoud['vernietigd_op']}.",
            f"Openbare sleutel: {gegevens['openbare_sleutel']}",
            "Of het die van de gemeente is, vraagt u haar; wie een eigen sleutel maakt, kan alles ondertekenen.",
        )
    else:
        zeg("De handtekening klopt niet: de verklaring is gewijzigd of niet door Toegang gemaakt.")
    return Afsluitcode.OK if goed else Afsluitcode.CONTROLE


def _lees_behoud(tekst: str) -> tuple[str, Behoudreden]:
    zaak, _, reden = tekst.partition("=")
    try:
        return zaaknummer(zaak), Behoudreden(reden)
    except ValueError:
        raise Invoerfout(
            "Bij --behoud hoort een zaaknummer met een reden, bijvoorbeeld Z2010-000012=procedure.",
            vervolg=f"Kies de reden uit: {', '.join(Behoudreden)}.",
        ) from None


def _niets_weg(_werk: Werkeenheid, _dossier: str) -> int:
    return 0


def _slot(proef: bool, vervolg: str) -> None:
    zeg("", NIETS_OPGESLAGEN if proef else f"Volgende stap: {vervolg}")


def _zaken(aantal: int) -> str:
    return "1 zaak" if aantal == 1 else f"{aantal} zaken"


def _toon_lijst(lijst: Vernietigingslijst) -> None:
    toon_velden(
        {
            "Lijst": lijst.id,
            "Peildatum": lijst.peildatum,
            "Stand": lijst.stand.lower(),
            "Verdwijnt": _zaken(lijst.aantal_zaken),
            "Uitvoerbaar vanaf": lijst.uitvoerbaar_vanaf if lijst.stand is Lijststand.VASTGESTELD else None,
        }
    )
    zeg("")
    rijen = [
        (item.zaak, item.resultaat, item.datum, f"Blijft. {post.uitgezonderd}" if post.uitgezonderd else "Verdwijnt.")
        for post in lijst.posten
        for item in post.items
    ]
    toon_tabel(("Zaak", "Resultaat", "Termijn om", "Wat"), rijen, leeg="")


def _als_json(lijst: Vernietigingslijst) -> dict[str, object]:
    return lijst.model_dump(mode="json") | {"aantal_zaken": lijst.aantal_zaken}
