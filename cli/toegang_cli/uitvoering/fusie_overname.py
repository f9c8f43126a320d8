"""Trial run, taking over, checking and taking back on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from toegang.domain.fusie import Herkomst, Regime
from toegang.errors import Afsluitcode, Controlefout, Invoerfout
from toegang.fusion.controle import Aansluiting
from toegang.fusion.controle import controleer as vergelijk
from toegang.fusion.oordeel import teken_af
from toegang.fusion.overname.terugdraaien import draai_terug
from toegang.fusion.overname.uitvoeren import pas_toe as neem_over
from toegang.fusion.proef import Proefuitslag, draai_proef
from toegang.fusion.project import in_gemeente
from toegang.fusion.resultaat import schrijf_resultaat
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.fusieplek import fusieplek
from toegang_cli.werkplek import NIETS_OPGESLAGEN, zaaknummer

_BESTEMMINGEN = ("in", "overgenomen", "samengevoegd", "afgewezen", "geparkeerd")


def proef(naam: str, *, als: str | None, bewaar: bool, als_json: bool) -> Afsluitcode:
    """Make a trial run and show it."""
    with fusieplek(naam, als) as plek:
        uitslag = draai_proef(plek.project, plek.actor, bewaar=bewaar)
        namen = {bron.gemeentecode: bron.gemeente for bron in plek.project.definitie.bronnen}
    if als_json:
        toon_json({"project": naam, **uitslag.als_json()})
    else:
        _toon_proef(uitslag, namen)
    if not bewaar:
        zeg(NIETS_OPGESLAGEN)
    return Afsluitcode.CONTROLE if uitslag.buiten_balans else Afsluitcode.OK


def _toon_proef(uitslag: Proefuitslag, namen: dict[str, str]) -> None:
    kop = ("", "In", "Over", "Samen", "Af", "Wacht")
    rijen: list[tuple[object, ...]] = [
        (f"{code} {namen[code]}", *(deel[item] for item in _BESTEMMINGEN)) for code, deel in uitslag.per_bron.items()
    ]
    toon("Waar elke indicatie heen gaat, per bron")
    toon_tabel(kop, rijen, leeg="Er is niets.")
    toon("", "Per product")
    producten = [
        (f"{product} ({namen[code]})", *(deel[item] for item in _BESTEMMINGEN))
        for (code, product), deel in sorted(uitslag.per_product.items(), key=lambda item: (item[0][1], item[0][0]))
    ]
    toon_tabel(kop, producten, leeg="Er is niets.")
    toon("", "Welke regels gelden")
    regimes = [(namen[code], Regime(regime).in_woorden, tel) for (code, regime), tel in sorted(uitslag.regimes.items())]
    toon_tabel(("Gemeente", "Regels", "Rechten"), regimes, leeg="Er zijn geen lopende rechten.")
    toon("", "Wat inwoners zouden verliezen als de nieuwe regels nu golden (dat gebeurt niet zonder besluit)")
    verlies = [
        (product, deel["rechten"], deel["uren"], deel["vorm"]) for product, deel in sorted(uitslag.verlies.items())
    ]
    toon_tabel(("Product", "Rechten", "Uren per week", "Vorm bestaat niet"), verlies, leeg="Niets.")
    if uitslag.winst:
        toon("", f"Naar boven afgeronde uren: {sum(uitslag.winst.values())} rechten.")
    if uitslag.open_conflicten:
        delen = ", ".join(f"{soort} {tel}" for soort, tel in uitslag.open_conflicten.items())
        toon("", f"Nog niet besloten (ernst E): {delen}.")
    if zonder := sum(uitslag.bezwaren_zonder_plek.values()):
        waar = ", ".join(f"{namen[code]} {tel}" for code, tel in sorted(uitslag.bezwaren_zonder_plek.items()))
        toon(
            "",
            f"{aantal(zonder, 'lopend bezwaar gaat', 'lopende bezwaren gaan')} niet mee, zoals de indicatie zelf "
            f"({waar}). Neem ze met de hand over: de termijn loopt door.",
        )
    for fout in uitslag.buiten_balans:
        zeg(f"Niet in balans: {fout}")
    toon("", "De proef is in balans." if not uitslag.buiten_balans else "De proef is NIET in balans.")


def pas_toe(naam: str, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Take over."""
    with fusieplek(naam, als) as plek, plek.doel() as gemeente:
        uit = neem_over(
            plek.project,
            gemeente.omgeving,
            plek.actor,
            proef=proef,
            na_deel=lambda nummer, van: zeg(f"  deel {nummer} van {van}"),
        )
        doel = plek.project.definitie.doel
    if als_json:
        toon_json({"project": naam, **uit.__dict__})
    elif uit.nieuw == 0:
        toon(f"Run {uit.run} was al helemaal overgenomen in gemeente {doel}; er is niets gewijzigd.")
    else:
        toon(f"Run {uit.run} is overgenomen in gemeente {doel}.")
    if not als_json:
        toon_velden({soort: uit.rijen[soort] for soort in sorted(uit.rijen)})
        toon(f"Afdruk: {uit.afdruk[:32]}")
    if proef:
        zeg(NIETS_OPGESLAGEN)
    else:
        zeg(f"Volgende stap: toegang fusie controleer -p {naam}")


def controleer(naam: str, teken: str | None, *, als: str | None, proef: bool, als_json: bool) -> Afsluitcode:
    """Reconcile, and sign."""
    with fusieplek(naam, als) as plek, plek.doel() as gemeente:
        uit = vergelijk(plek.project, gemeente.omgeving, plek.actor)
        namen = {bron.gemeentecode: bron.gemeente for bron in plek.project.definitie.bronnen}
        if teken is not None:
            if not uit.sluit_aan or not uit.run:
                raise Controlefout("Het sluit niet aan; zo kan niemand tekenen.", vervolg="Bekijk het zonder --teken.")
            teken_af(plek.project, plek.actor, teken, uit.stempel, proef=proef)
            uit.getekend[teken] = plek.actor.medewerker or str(plek.actor.uid)
    if als_json:
        toon_json({"project": naam, "sluit_aan": uit.sluit_aan, **uit.__dict__})
    else:
        _toon_aansluiting(uit, namen)
    if proef and teken:
        zeg(NIETS_OPGESLAGEN)
    return Afsluitcode.OK if uit.sluit_aan else Afsluitcode.CONTROLE


def _toon_aansluiting(uit: Aansluiting, namen: dict[str, str]) -> None:
    rijen = [
        (f"{code} {namen[code]}", deel["gelezen"], deel["over_te_nemen"], deel["aanwezig"], uit.getekend.get(code, ""))
        for code, deel in uit.per_bron.items()
    ]
    toon_tabel(("Gemeente", "Rijen gelezen", "Over te nemen", "Aanwezig", "Getekend door"), rijen, leeg="Er is niets.")
    for titel, lijst in (("Ontbreekt", uit.ontbreekt), ("Te veel", uit.extra), ("Anders", uit.anders)):
        if lijst:
            toon(f"{titel}: {aantal(len(lijst), 'rij', 'rijen')}, zoals {', '.join(lijst[:5])}.")
    toon("", "Het sluit aan." if uit.sluit_aan else "Het sluit NIET aan.")


def terugdraaien(naam: str, run: str, *, als: str | None, proef: bool) -> None:
    """Take a run back."""
    with fusieplek(naam, als) as plek, plek.doel() as gemeente:
        uit = draai_terug(gemeente.omgeving, plek.actor, run, proef=proef)
        doel = plek.project.definitie.doel
    if proef:
        toon(f"Run {uit.run} kan worden teruggedraaid: {aantal(uit.rijen, 'rij', 'rijen')} in {uit.delen} delen.")
        zeg(NIETS_OPGESLAGEN)
    else:
        toon(f"Run {uit.run} is teruggedraaid: gemeente {doel} is weer zoals daarvoor ({uit.rijen} rijen weg).")


def uitvoer(naam: str, map_: Path, *, als: str | None) -> None:
    """Write the result files."""
    with fusieplek(naam, als) as plek:
        telling = schrijf_resultaat(plek.project, plek.actor, map_)
    toon_tabel(
        ("Gemeente", "In", "Over", "Samen", "Af", "Wacht"),
        [(c, *(d[i] for i in _BESTEMMINGEN)) for c, d in telling.items()],
        leeg="Niets.",
    )
    zeg(f"De vier bestanden staan in {map_}.")


def herkomst(naam: str, zaak: str, *, als: str | None, als_json: bool) -> None:
    """Show where the values of a zaak came from."""
    nummer = zaaknummer(zaak)
    with fusieplek(naam, als) as plek, plek.doel() as gemeente, gemeente.omgeving.werk(in_gemeente(plek.actor)) as werk:
        gekozen = werk.zaken.haal(nummer)
        gevonden = werk.herkomsten.zoek(doel=f"meldingen:{gekozen.melding_id}")
        werk.log("fusie.herkomst", zaak=nummer, dossier=gekozen.dossier_id)
        werk.commit()
    if not gevonden:
        raise Invoerfout(f"Zaak {nummer} kwam niet uit een fusie.", vervolg="Er is geen herkomst vastgelegd.")
    if als_json:
        toon_json({"zaak": nummer, "herkomst": [_zonder_bsn(item) for item in gevonden]})
        return
    for item in gevonden:
        toon_velden(
            {
                "Rij": item.bronrecord,
                "Systeem": item.systeem,
                "Archiefvormer": item.archiefvormer,
                "Besluit van": item.besluit_op,
                "Regeling": item.regeling,
                "Regels": item.regime.in_woorden if item.regime else "",
                "Waarom": item.regimereden,
            }
        )
        toon("")
        toon_tabel(
            ("Veld", "Kolom", "Stond er", "Werd", "Regel"),
            [(w.veld, w.kolom, w.bron, w.doel, w.conversieregel_id) for w in item.waarden],
            leeg="Niets.",
        )


def _zonder_bsn(item: Herkomst) -> dict[str, Any]:
    velden = item.model_dump(mode="json")
    velden["waarden"] = [waarde for waarde in velden["waarden"] if waarde["veld"] != "bsn"]
    return velden
