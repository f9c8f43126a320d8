"""Check regie over the whole database, and say how each fault is mended."""

from __future__ import annotations

from toegang.errors import Afsluitcode
from toegang.lifecycle.regiecontrole import Bevinding, controleer_regie_geheel
from toegang_cli.uitvoer import aantal, toon, toon_json, zeg
from toegang_cli.werkplek import werkplek


def controleer(naam: str, *, als_json: bool) -> int:
    """Check.

    Returns:
        The exit code: 6 when something is wrong; warnings alone do not count.
    """
    with werkplek(naam) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        bevindingen = controleer_regie_geheel(werk, plek.omgeving)
        huishoudens = len(werk.regie.lopend())
    fouten = [item for item in bevindingen if not item.waarschuwing]
    if als_json:
        velden = {"fouten": len(fouten), "bevindingen": [_velden(item, naam) for item in bevindingen]}
        toon_json({"gemeente": naam, "huishoudens": huishoudens, **velden})
    else:
        for item in bevindingen:
            kop = "Let op" if item.waarschuwing else "Fout"
            toon(
                f"{kop}, {item.code}, {item.zaak or item.dossier}: {item.wat}.", f"  Herstel: {item.herstel} -g {naam}"
            )
        if not bevindingen:
            toon(f"In orde: de regie over {aantal(huishoudens, 'huishouden', 'huishoudens')} voldoet aan alle regels.")
    if fouten:
        zeg(f"{aantal(len(fouten), 'fout', 'fouten')} in de regie. Er is niets gewijzigd.")
    return int(Afsluitcode.CONTROLE if fouten else Afsluitcode.OK)


def _velden(item: Bevinding, naam: str) -> dict[str, object]:
    return {
        "code": item.code,
        "ernst": "waarschuwing" if item.waarschuwing else "fout",
        "dossier": item.dossier,
        "zaak": item.zaak,
        "wat": item.wat,
        "herstel": f"{item.herstel} -g {naam}",
    }
