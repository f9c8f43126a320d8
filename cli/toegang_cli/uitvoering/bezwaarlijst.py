"""Reading objections: the list, one objection, and the sum of its deadlines."""

from __future__ import annotations

from datetime import date
from typing import Any

from toegang.domain.bezwaar import Bezwaar
from toegang.domain.opschorting import Onderwerp
from toegang.domain.zaaktermijn import Zaaktermijn
from toegang.environment import Klok
from toegang.errors import ToegangFout
from toegang.lifecycle.bezwaar import besluit_van, vind
from toegang.lifecycle.bezwaarbesluit import eigenaar
from toegang.lifecycle.bezwaarinbreng import inbreng_van, wacht_op_inbreng
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.termijnen import beleid_van, bezwaarfeiten, termijnen_van
from toegang.storage import Werkeenheid
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.bezwaarvelden import indiener, velden
from toegang_cli.uitvoering.inzage import open_dossier
from toegang_cli.uitvoering.termijnen import als_velden, beleid_van_naam, hoe_lang, toon_termijn
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import leesplek, werkplek


def lijst(naam: str, *, alles: bool, als_json: bool) -> None:
    """List objections with what is to be done now, and the last day of the decision."""
    with werkplek(naam) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        regels = bezwaarregels(werk, plek.omgeving, alles=alles)
        vandaag = plek.omgeving.vandaag()
    if als_json:
        toon_json({"gemeente": naam, "op": vandaag, "bezwaren": regels})
        return
    toon_tabel(
        ("Bezwaar", "Van", "Wat nu", "Bij", "Uiterlijk"),
        [
            (
                f"{regel['bezwaar']} {regel['zaak']}",
                regel["van"],
                "; ".join(regel["te_doen"]) or (regel["uitkomst"] or "beslissen").lower(),
                regel["eigenaar"] or "nog niet geregeld",
                _uiterlijk(regel, vandaag),
            )
            for regel in regels
        ],
        leeg=f"Gemeente {naam} heeft geen {'' if alles else 'lopende '}bezwaren.",
    )


def _van(bezwaar: Bezwaar, client: str) -> str:
    if bezwaar.belanghebbende is not None:
        return "een ander"
    return "cliënt" if bezwaar.inwoner in (None, client) else "een andere inwoner"


def _uiterlijk(regel: dict[str, Any], vandaag: date) -> str | None:
    einde = regel["uiterlijk"]
    if einde is None:
        return None
    return f"{einde.isoformat()} {hoe_lang((einde - vandaag).days)}" if regel["loopt"] else einde.isoformat()


def bezwaarregels(werk: Werkeenheid, omgeving: Omgeving, *, alles: bool) -> list[dict[str, Any]]:
    """Return the objections under stable keys, those that must be decided first on top."""
    beleid, regels = beleid_van(omgeving), []
    for bezwaar in werk.bezwaren.zoek():
        if not (alles or bezwaar.loopt):
            continue
        zaak, record = werk.zaken.haal(bezwaar.zaak_id), besluit_van(werk, bezwaar)
        tot, bekend = (record.bezwaar_tot, record.bekendgemaakt_op) if record else (None, None)
        try:
            keten = termijnen_van(werk, zaak, omgeving.vandaag(), beleid, bezwaarfeiten(bezwaar))
        except ToegangFout as fout:
            # one zaak of a former gemeente, from before our table of terms, may not hide all other objections
            zeg(f"Let op: de termijnen van zaak {zaak.id} zijn niet te berekenen. {fout}")
            keten = ()
        termijn = beslistermijn(keten)
        regels.append(
            {
                "bezwaar": bezwaar.id,
                "zaak": zaak.id,
                "besluit": bezwaar.besluit_id,
                "tegen": bezwaar.tegen.value if bezwaar.tegen else None,
                "ontvangen_op": bezwaar.ontvangen_op,
                "indiener": indiener(bezwaar, zaak.client_id),
                "van": _van(bezwaar, zaak.client_id),
                "te_vroeg": bezwaar.te_vroeg(bekend),
                "te_laat": bezwaar.te_laat(tot),
                "loopt": bezwaar.loopt,
                "uitkomst": bezwaar.uitkomst.value if bezwaar.uitkomst else None,
                "eigenaar": eigenaar(omgeving, zaak, omgeving.vandaag()),
                "inbreng_van": inbreng_van(werk, bezwaar),
                "te_doen": [
                    *te_doen(bezwaar, tot, omgeving.vandaag()),
                    *([f"inbreng van {inbreng_van(werk, bezwaar)}"] if wacht_op_inbreng(omgeving, bezwaar) else []),
                ],
                # on what was taken back or forwarded nobody here decides
                "uiterlijk": termijn.einde if termijn and (bezwaar.loopt or _is_beslist(bezwaar)) else None,
            }
        )
    return sorted(regels, key=lambda regel: (not regel["loopt"], regel["uiterlijk"] or date.max))


def _is_beslist(bezwaar: Bezwaar) -> bool:
    return bezwaar.uitkomst is not None and bezwaar.uitkomst.is_besluit


def te_doen(bezwaar: Bezwaar, bezwaar_tot: date | None, vandaag: date) -> list[str]:
    """Return in Dutch what must happen before the decision; empty when it can be taken, or is."""
    if not bezwaar.loopt:
        return []
    werk = []
    if bezwaar.bevestigd_op is None:
        werk.append("ontvangst bevestigen")
    if bezwaar.ontbreekt and bezwaar.herstel_gevraagd_op is None:
        werk.append("herstel vragen" if bezwaar.herstel_tot is None else "brief om herstel versturen")
    elif bezwaar.ontbreekt and bezwaar.herstel_tot is not None and vandaag <= bezwaar.herstel_tot:
        werk.append(f"wachten op herstel tot {bezwaar.herstel_tot.isoformat()}")
    if bezwaar.te_laat(bezwaar_tot) and bezwaar.verschoonbaar is None:
        werk.append("te laat: beoordelen")
    if bezwaar_tot is None:
        werk.append("wachten tot het besluit bekend is")
    elif bezwaar.hoorzitting is None:
        werk.append("horen")
    return werk


def toon_bezwaar(naam: str, kenmerk: str, *, als: str | None, als_json: bool, reden: str | None = None) -> None:
    """Show one objection with its words; who did is logged as having opened the file."""
    with leesplek(naam, als) as plek, plek.werk() as werk:
        bezwaar = vind(werk, kenmerk)
        open_dossier(naam, werk, werk.zaken.haal(bezwaar.zaak_id), reden)
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, **bezwaar.model_dump(mode="json")})
        return
    toon_velden(velden(bezwaar))
    inbreng = bezwaar.inbreng
    woorden = (
        ("Gronden", bezwaar.gronden),
        ("Waarom te laat", bezwaar.reden_te_laat),
        (f"Inbreng van {inbreng.door}, {als_tekst(inbreng.op)}" if inbreng else "", inbreng.tekst if inbreng else ""),
    )
    for kop, tekst in woorden:
        if tekst:
            toon("", kop, f"  {tekst}")
    if bezwaar.belanghebbende is not None:
        wie = bezwaar.belanghebbende
        toon("", "Belanghebbende", *(f"  {regel}" for regel in (wie.naam, *wie.adresregels, wie.belang) if regel))
    if bezwaar.motivering:
        toon("", "Motivering van het besluit", f"  {bezwaar.motivering}")


def termijn(naam: str, kenmerk: str, *, als: str | None, als_json: bool) -> None:
    """Print the deadlines of an objection with their sums."""
    vandaag, beleid = Klok.van_machine().vandaag(), beleid_van_naam(naam)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        bezwaar = vind(werk, kenmerk)
        zaak = werk.zaken.haal(bezwaar.zaak_id)
        keten = termijnen_van(werk, zaak, vandaag, beleid, bezwaarfeiten(bezwaar))
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    eigen = van_bezwaar(keten)
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "bezwaar": bezwaar.id,
                "zaak": zaak.id,
                "op": vandaag,
                "termijnen": [als_velden(item, vandaag) for item in eigen],
            }
        )
        return
    for item in eigen:
        toon_termijn(item, vandaag)


def van_bezwaar(keten: tuple[Zaaktermijn, ...]) -> list[Zaaktermijn]:
    """Return the deadlines from the term for objecting on, with those of a dwangsom."""
    begin = next((plaats for plaats, item in enumerate(keten) if item.sleutel == "awb.bezwaar"), 0)
    return list(keten[begin:])


def beslistermijn(keten: tuple[Zaaktermijn, ...]) -> Zaaktermijn | None:
    """Return the deadline of the decision on an objection, if it is there."""
    return next((item for item in keten if item.schakel and item.schakel.over is Onderwerp.BEZWAAR), None)
