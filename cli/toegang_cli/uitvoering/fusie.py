"""The first steps of a fusion on the command line: begin, read, link."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from toegang.environment import Klok, wie_handelt
from toegang.errors import Afsluitcode, Invoerfout
from toegang.fusion.inventaris import inventariseer as lees_leveringen
from toegang.fusion.koppel.kans import splink_aanwezig
from toegang.fusion.koppel.uitvoeren import koppel as koppel_personen
from toegang.fusion.projectmap import begin_project, open_project, projecten
from toegang.fusion.waarden import Bladbeeld
from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.plugins.laden import laad_plugin
from toegang.plugins.ontdekking import zoek
from toegang.storage import Actor
from toegang.storage.fouten import lijkt_op_bsn
from toegang.tenancy import Register
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.fusieplek import fusieplek
from toegang_cli.werkplek import NIETS_OPGESLAGEN

FUSIEMAP = "fusie"
_GETOONDE_GEBREKEN = 15


def begin(naam: str, bronnen: Path, *, plugin: str | None, bestand: Path | None, oefenen: bool, proef: bool) -> None:
    """Make a project."""
    if (plugin is None) == (bestand is None):
        raise Invoerfout("Noem --plugin of --bestand.", vervolg="Geef precies een van beide.")
    if bestand is None:
        bestand = laad_plugin(zoek(str(plugin), GROEP_GEMEENTEN)).map / FUSIEMAP / "project.toml"
    register, klok = Register.standaard(), Klok.van_machine()
    actor = Actor(uid=wie_handelt(register.map))
    definitie = begin_project(
        register.map, naam, bestand, bronnen, actor, klok.nu, klok.vandaag, oefenen=oefenen, proef=proef
    )
    if proef:
        toon(f"Project {naam} kan beginnen: {definitie.titel}.")
        zeg(NIETS_OPGESLAGEN)
        return
    toon(f"Project {naam} is begonnen: {definitie.titel}.")
    zeg(f"Het staat in {register.map / FUSIEMAP / naam}; de sleutel staat apart. Bewaar een kopie van de sleutel.")
    if klok.vandaag() < definitie.herindeling:
        zeg("Het is voor de herindeling. Leg eerst de overeenkomst vast: toegang fusie overeenkomst KENMERK")
    zeg(f"Volgende stap: toegang fusie inventariseer -p {naam}")


def lijst(*, als_json: bool) -> None:
    """List the projects."""
    register, klok = Register.standaard(), Klok.van_machine()
    rijen: list[dict[str, Any]] = []
    for naam in projecten(register.map):
        with open_project(register.map, naam, klok.nu, klok.vandaag) as project:
            definitie = project.definitie
            rijen.append(
                {
                    "project": naam,
                    "titel": definitie.titel,
                    "doel": definitie.doel,
                    "herindeling": definitie.herindeling,
                    "dagen": (definitie.herindeling - klok.vandaag()).days,
                }
            )
    if als_json:
        toon_json({"projecten": rijen})
        return
    toon_tabel(
        ("Project", "Wat", "Nieuwe gemeente", "Start"),
        [(rij["project"], rij["titel"], rij["doel"], rij["herindeling"].isoformat()) for rij in rijen],
        leeg="Er is nog geen fusieproject. Begin er een met: toegang fusie begin",
    )


def overeenkomst(naam: str, kenmerk: str, *, als: str | None, proef: bool) -> None:
    """Record the agreement."""
    if lijkt_op_bsn(kenmerk) or not kenmerk.strip() or len(kenmerk) > 60:
        raise Invoerfout("Dit kan geen kenmerk van een overeenkomst zijn.", vervolg="Gebruik het kenmerk van het stuk.")
    with fusieplek(naam, als) as plek, plek.project.werk(plek.actor) as werk:
        plek.project.bewaar_feit(werk, "overeenkomst", {"kenmerk": kenmerk, "op": plek.klok.vandaag().isoformat()})
        werk.log("fusie.overeenkomst", kenmerk=kenmerk)
        if not proef:
            werk.commit()
    toon(f"De overeenkomst is vastgelegd ({kenmerk}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def inventariseer(naam: str, bron: str | None, *, als: str | None, proef: bool, als_json: bool) -> Afsluitcode:
    """Read the deliveries and show what was seen."""
    with fusieplek(naam, als) as plek:
        beelden = lees_leveringen(plek.project, plek.actor, bron, proef=proef)
    if als_json:
        toon_json({"project": naam, "bladen": [beeld.model_dump(mode="json") for beeld in beelden]})
    else:
        _toon_beelden(beelden)
    if proef:
        zeg(NIETS_OPGESLAGEN)
    gebreken = sum(sum(beeld.gebrekentelling.values()) for beeld in beelden)
    return Afsluitcode.DEELS if gebreken else Afsluitcode.OK


def _toon_beelden(beelden: list[Bladbeeld]) -> None:
    toon_tabel(
        ("Bron", "Blad", "Rijen", "Apart", "Vorm"),
        [(beeld.bron, beeld.naam, beeld.rijen, beeld.apart, beeld.vorm) for beeld in beelden],
        leeg="Er is niets gelezen.",
    )
    toon("")
    for beeld in beelden:
        toon(f"{beeld.bron}, {beeld.naam}: {beeld.bestand}, {beeld.grootte} bytes, sha256 {beeld.sha256[:16]}…")
        for kolom in beeld.kolommen:
            if kolom.lijkt in ("sleutel", "datum", "bsn"):
                vorm = f" ({', '.join(kolom.vorm)})" if kolom.vorm else ""
                toon(f"  {kolom.naam}: lijkt een {kolom.lijkt}{vorm}, {kolom.gevuld} keer gevuld")
    gebreken = [gebrek for beeld in beelden for gebrek in beeld.gebreken]
    totaal = sum(sum(beeld.gebrekentelling.values()) for beeld in beelden)
    if totaal:
        toon("", f"{aantal(totaal, 'gebrek', 'gebreken')}; de rijen staan apart en zijn niet weg:")
        toon(*(f"  {gebrek.zin}" for gebrek in gebreken[:_GETOONDE_GEBREKEN]))
        if len(gebreken) > _GETOONDE_GEBREKEN:
            toon(f"  en nog {len(gebreken) - _GETOONDE_GEBREKEN}; die staan in --json.")


def koppel(naam: str, *, kans: bool, als: str | None, proef: bool, als_json: bool) -> None:
    """Link persons and show the outcome."""
    if kans and not splink_aanwezig():
        zeg("splink is niet geïnstalleerd; zonder de extra 'fusie' kan alleen --zonder-kans.")
    with fusieplek(naam, als) as plek:
        uitslag = koppel_personen(plek.project, plek.actor, kans=kans, proef=proef)
    rijen = [(stap, zekerheid, tel) for (stap, zekerheid), tel in uitslag.paren.items()]
    if als_json:
        toon_json(
            {
                "project": naam,
                "records": uitslag.records,
                "personen": uitslag.personen,
                "vast": uitslag.vast,
                "huishoudens": uitslag.huishoudens,
                "kans": uitslag.met_kans,
                "paren": [{"stap": stap, "zekerheid": zeker, "aantal": tel} for stap, zeker, tel in rijen],
            }
        )
    else:
        toon_tabel(("Stap", "Zekerheid", "Paren"), [(_STAPPEN[stap], z, n) for stap, z, n in rijen], leeg="Geen paren.")
        toon(
            "",
            f"{uitslag.records} registraties zijn volgens het voorstel {uitslag.personen} mensen; zonder de "
            f"voorstellen waarover nog niemand oordeelde {uitslag.vast}, in {uitslag.huishoudens} huishoudens.",
        )
    if proef:
        zeg(NIETS_OPGESLAGEN)
    zeg(f"Zekere koppelingen laat u tekenen (teken-koppeling); voorstellen staan in: toegang fusie paren -p {naam}")


_STAPPEN = {
    2: "2 zelfde BSN",
    3: "3 zelfde BSN, met twijfel",
    4: "4 zelfde naam, datum en adres",
    5: "5 zelfde naam of partnernaam, en datum",
    9: "9 op kans",
}
