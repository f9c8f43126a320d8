"""Mappings on the command line."""

from __future__ import annotations

from toegang.errors import Afsluitcode, Conflict
from toegang.fusion.afbeelding.dekking import dekking as zoek_gaten
from toegang.fusion.afbeelding.goedkeuring import geef_akkoord, regelstanden
from toegang.fusion.afbeelding.omvang import AFRONDING
from toegang.fusion.afbeelding.ontwerp import ontwerp_afbeelding
from toegang.fusion.waarden import Bladbeeld
from toegang.storage.bestanden import schrijf_nieuw
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.fusieplek import fusieplek
from toegang_cli.werkplek import NIETS_OPGESLAGEN


def ontwerp(naam: str, bron: str, *, bewaar: bool) -> None:
    """Draft a mapping."""
    with fusieplek(naam) as plek:
        pad = plek.project.afbeeldingspad(bron)
        deel = next(item for item in plek.project.definitie.bronnen if item.naam == bron)
        with plek.project.werk(plek.actor, alleen_lezen=True) as werk:
            beelden = list(werk.stroom("bladen", Bladbeeld, bron=bron))
        if not beelden:
            raise Conflict(f"Bron {bron} is nog niet gelezen.", vervolg="Doe eerst: toegang fusie inventariseer")
        tekst = ontwerp_afbeelding(deel, beelden)
        if bewaar:
            schrijf_nieuw(pad, tekst.encode())
            toon(f"Het ontwerp staat in {pad}.")
            zeg("Vul het aan, en lees de levering daarna opnieuw: toegang fusie inventariseer")
        else:
            toon(tekst)


def toon_regels(naam: str, bron: str, *, als_json: bool) -> None:
    """Show the rules with their approval."""
    with fusieplek(naam) as plek, plek.project.werk(plek.actor, alleen_lezen=True) as werk:
        afbeelding = plek.project.afbeelding(bron)
        standen = {stand.id: stand for stand in regelstanden(plek.project, werk, bron)}
    rijen = [
        (regel.id, f"{blad.naam}: {', '.join(regel.van) or regel.vast}", regel.doel, standen[regel.id])
        for blad in afbeelding.bladen
        for regel in blad.regels
    ]
    rijen += [
        (lijst.id, f"lijst {lijst.naam}", aantal(len(lijst.codes), "code", "codes"), standen[lijst.id])
        for lijst in afbeelding.lijsten
    ]
    if als_json:
        toon_json(
            {
                "bron": bron,
                "versie": afbeelding.versie,
                "regels": [
                    {"regel": r, "van": van, "doel": doel, "status": s.status, "door": s.door, "op": s.op}
                    for r, van, doel, s in rijen
                ],
            }
        )
        return
    toon(f"Afbeelding van {afbeelding.gemeente}, versie {afbeelding.versie}. {AFRONDING}", "")
    tabel = [
        (r, van, doel, f"{s.status.lower()}{f' {s.door}' if s.door else ''}{' (gewijzigd)' if s.gewijzigd else ''}")
        for r, van, doel, s in rijen
    ]
    toon_tabel(("Regel", "Van", "Wordt", "Stand"), tabel, leeg="Geen regels.")


def dekking(naam: str, bron: str | None, *, als_json: bool) -> Afsluitcode:
    """Show what no rule covers."""
    with fusieplek(naam) as plek, plek.project.werk(plek.actor, alleen_lezen=True) as werk:
        bronnen = [bron] if bron else [item.naam for item in plek.project.definitie.bronnen]
        gaten = [gat for item in bronnen for gat in zoek_gaten(plek.project, werk, item)]
    if als_json:
        toon_json({"project": naam, "gaten": [gat.__dict__ for gat in gaten]})
    else:
        rijen = [(gat.bron, gat.blad, gat.kolom, gat.wat, gat.aantal) for gat in gaten]
        toon_tabel(("Bron", "Blad", "Kolom", "Wat", "Rijen"), rijen, leeg="Elke kolom en elke waarde heeft een regel.")
    return Afsluitcode.CONTROLE if gaten else Afsluitcode.OK


def akkoord(naam: str, bron: str, regels: list[str], *, intrekken: bool, als: str | None, proef: bool) -> None:
    """Approve, or take back."""
    with fusieplek(naam, als) as plek:
        tel = geef_akkoord(plek.project, plek.actor, bron, regels, intrekken=intrekken, proef=proef)
        wat = "Uw akkoord is ingetrokken op" if intrekken else "U gaf akkoord op"
        toon(f"{wat} {aantal(tel, 'regel', 'regels')} van {bron}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
