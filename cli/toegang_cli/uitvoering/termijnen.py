"""Reading deadlines: what is late or nearly so, and every sum. None of it needs the plugin of the gemeente."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from toegang.domain.datums import bedrag
from toegang.domain.schakels import Partij
from toegang.domain.termijnbeleid import Termijnbeleid, termijnbeleid
from toegang.domain.termijnzaak import Termijnrecord
from toegang.domain.zaak import Zaak
from toegang.domain.zaaktermijn import Stand, Zaaktermijn
from toegang.environment import BEVESTIGD, Klok
from toegang.errors import Afsluitcode, Invoerfout
from toegang.lifecycle.termijnen import Zaakstand, termijnen_van, termijnen_van_alle
from toegang.storage import Werkeenheid
from toegang.tenancy import Register
from toegang.tenancy.instellingen import antwoorden_op
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.inzage import beeld_van_naam, keur_inzage
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import leesplek, zaaknummer

ONVERWIJLD = "onverwijld"


@dataclass(frozen=True)
class Regel:
    """One line of the list: a deadline that somebody still has to meet."""

    zaak: Zaak
    termijn: Zaaktermijn
    over: int | None
    """Days from today to the last day; negative when it is over, ``None`` when it has no number."""

    @property
    def velden(self) -> dict[str, Any]:
        """Return it under stable keys, for ``--json``."""
        loopt = self.termijn.dwangsom
        return {
            "zaak": self.zaak.id,
            "wet": self.zaak.wet.value,
            "team": self.zaak.team,
            "leden": list(self.zaak.leden),
            "termijn": self.termijn.sleutel,
            "omschrijving": self.termijn.omschrijving,
            "regel": self.termijn.regel,
            "bewijs": self.termijn.bewijs,
            "stand": self.termijn.stand.value,
            "uiterlijk": self.termijn.einde,
            "dagen_over": self.over,
            "dwangsom_centen": loopt.centen if loopt else None,
        }


def lijst(naam: str, *, binnen: int, team: str | None, als_json: bool) -> int:
    """List the deadlines that are over or end within a number of days, the latest overdue first.

    Returns:
        The exit code: 3 when the deadlines of a zaak could not be computed.
    """
    vandaag, beleid = Klok.van_machine().vandaag(), beleid_van_naam(naam)
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        in_bezwaar = {item.zaak_id for item in werk.bezwaren.zoek() if item.loopt}
        lopend = [zaak for zaak in werk.zaken.zoek() if zaak.open or zaak.id in in_bezwaar]
        zaken = [zaak for zaak in lopend if team in (None, zaak.team)]
        if team is not None and not zaken:
            _vereis_team(naam, werk, team)
            teams = ", ".join(sorted({zaak.team for zaak in lopend if zaak.team})) or "geen"
            zeg(f"Let op: geen open zaak is van team '{team}'. Teams met open zaken: {teams}.")
        standen = list(termijnen_van_alle(werk, zaken, vandaag, beleid))
    regels = te_halen(standen, vandaag, binnen)
    fouten = [stand for stand in standen if stand.fout is not None]
    for stand in fouten:
        zeg(f"Let op: de termijnen van zaak {stand.zaak.id} zijn niet te berekenen. {stand.fout}")
    if als_json:
        per_team = Counter(regel.zaak.team or "" for regel in regels)
        toon_json(
            {
                "gemeente": naam,
                "op": vandaag,
                "binnen": binnen,
                "termijnen": [regel.velden for regel in regels],
                "per_team": dict(sorted(per_team.items())),
                "niet_te_berekenen": [stand.zaak.id for stand in fouten],
            }
        )
    else:
        _toon_lijst(
            regels, f"Gemeente {naam} heeft de komende {aantal(binnen, 'dag', 'dagen')} geen aflopende termijnen."
        )
    return int(Afsluitcode.DEELS if fouten else Afsluitcode.OK)


def _vereis_team(naam: str, werk: Werkeenheid, team: str) -> None:
    """Check that a team without open zaken exists; what was typed is not shown, it may be a name.

    Raises:
        Invoerfout: the gemeente has no such team, and no zaak ever had it.
    """
    beeld = beeld_van_naam(naam)
    nu = {item.id for item in beeld.organisatie.teams} if beeld else set()
    ooit = {zaak.team for zaak in werk.zaken.zoek() if zaak.team}
    if team not in nu | ooit:
        raise Invoerfout(
            f"Dit team bestaat niet in gemeente {naam}.", vervolg=f"Kies uit: {', '.join(sorted(nu | ooit)) or 'geen'}."
        )


def te_halen(standen: list[Zaakstand], vandaag: date, dagen: int) -> list[Regel]:
    """Return what the gemeente still has to do within a number of days; overdue first, by last day."""
    regels = []
    for stand in standen:
        for termijn in stand.termijnen:
            over = None if termijn.einde is None else (termijn.einde - vandaag).days
            if termijn.partij is Partij.GEMEENTE and termijn.loopt and (over is None or over <= dagen):
                regels.append(Regel(stand.zaak, termijn, over))
    return sorted(regels, key=lambda regel: (regel.over or 0, regel.zaak.id, regel.termijn.sleutel))


def waarom(naam: str, zaak_id: str, *, als: str | None, als_json: bool, reden: str | None = None) -> None:
    """Print every deadline of a zaak with its whole sum, and what was recorded on it."""
    nummer, vandaag, beleid = zaaknummer(zaak_id), Klok.van_machine().vandaag(), beleid_van_naam(naam)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        detail = keur_inzage(naam, werk, zaak, reden=reden)
        termijnen = termijnen_van(werk, zaak, vandaag, beleid)
        records = werk.termijnzaken.zoek(zaak_id=nummer)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    if als_json:
        gebeurd = [
            {"kenmerk": item.id, **item.gebeurtenis.model_dump(mode="json", exclude=VRIJE_TEKST)} for item in records
        ]
        delen = [als_velden(termijn, vandaag) for termijn in termijnen]
        toon_json({"gemeente": naam, "zaak": nummer, "op": vandaag, "termijnen": delen, "gebeurtenissen": gebeurd})
        return
    for termijn in termijnen:
        toon_termijn(termijn, vandaag)
    if records:
        toon("Vastgelegd")
        toon_tabel(("Kenmerk", "Soort", "Wat"), [(item.id, item.gebeurtenis.soort, _wat(item)) for item in records], "")


def als_velden(termijn: Zaaktermijn, vandaag: date) -> dict[str, Any]:
    """Return a deadline with its sum under stable keys, for ``--json``."""
    som, loopt = termijn.som, termijn.dwangsom
    stappen = (*(som.stappen if som else ()), *(loopt.stappen if loopt else ()))
    return {
        "termijn": termijn.sleutel,
        "omschrijving": termijn.omschrijving,
        "regel": termijn.regel,
        "bewijs": termijn.bewijs,
        "voor": termijn.partij.value,
        "stand": termijn.stand.value,
        "uiterlijk": termijn.einde,
        "dagen_over": (termijn.einde - vandaag).days if termijn.einde else None,
        "klaar_op": termijn.klaar_op,
        "stappen": [{"tekst": stap.omschrijving_nl, "datum": stap.datum, "artikel": stap.artikel} for stap in stappen],
        "toelichting": list(termijn.toelichting),
        "waarschuwingen": list(som.waarschuwingen) if som else [],
        "dwangsom": {"vanaf": loopt.eerste_dag, "dagen": loopt.dagen, "centen": loopt.centen} if loopt else None,
    }


def beleid_van_naam(naam: str) -> Termijnbeleid:
    """Return what a gemeente adds to the terms of the law, without its plugin.

    Raises:
        ToegangFout: one of its settings is not a term.
    """
    instellingen = Register.standaard().lees_instellingen(naam)
    antwoorden = antwoorden_op(instellingen, Klok.van_machine().vandaag())
    return termijnbeleid(antwoorden, antwoorden.get(BEVESTIGD, "").split())


def hoe_lang(over: int | None) -> str:
    """Say how a last day lies to today, in Dutch."""
    if over is None:
        return ONVERWIJLD
    if over < 0:
        return f"{aantal(-over, 'dag', 'dagen')} te laat"
    return "vandaag" if over == 0 else f"nog {aantal(over, 'dag', 'dagen')}"


def rij_van(regel: Regel) -> tuple[object, ...]:
    """Return a deadline as a row: zaak, what, last day, how long, team."""
    termijn = regel.termijn
    einde = termijn.einde.isoformat() if termijn.einde else ONVERWIJLD
    stil = ", opgeschort" if termijn.stand is Stand.OPGESCHORT else ""
    geld = f", dwangsom {bedrag(termijn.dwangsom.centen)}" if termijn.dwangsom else ""
    return (
        regel.zaak.id,
        f"{termijn.omschrijving} ({termijn.regel})",
        einde,
        f"{hoe_lang(regel.over)}{stil}{geld}",
        regel.zaak.team,
    )


def _toon_lijst(regels: list[Regel], leeg: str) -> None:
    toon_tabel(("Zaak", "Wat", "Uiterlijk", "Wanneer", "Team"), [rij_van(regel) for regel in regels], leeg)
    te_laat = sum(1 for regel in regels if regel.over is not None and regel.over < 0)
    if regels:
        toon("", f"{aantal(len(regels), 'termijn', 'termijnen')}, waarvan {te_laat} te laat.")


def toon_termijn(termijn: Zaaktermijn, vandaag: date) -> None:
    """Write a deadline with its sum."""
    wie = "" if termijn.partij is Partij.GEMEENTE else ", voor de inwoner"
    toon(f"{termijn.omschrijving.capitalize()} ({termijn.sleutel}, {termijn.regel}{wie})")
    toon_velden({"  Stand": _stand(termijn, vandaag), "  Gedaan op": termijn.klaar_op})
    loopt = termijn.dwangsom
    for stap in (*(termijn.som.stappen if termijn.som else ()), *(loopt.stappen if loopt else ())):
        toon_velden({"  -": f"{stap.omschrijving_nl}{f' [{stap.artikel}]' if stap.artikel else ''}"})
    if loopt:
        toon_velden({"  Dwangsom": f"{bedrag(loopt.centen)} tot nu toe, ten hoogste {bedrag(loopt.maximum_centen)}"})
    for tekst in (*termijn.toelichting, *(termijn.som.waarschuwingen if termijn.som else ())):
        toon_velden({"  Let op": tekst})
    toon("")


VRIJE_TEKST = {"ontbreekt", "reden"}
"""What was written to the resident stands in the letter; who may see the terms only, does not read it here."""
WOORDEN = {
    Stand.NIET_BEGONNEN: "nog niet begonnen",
    Stand.LOOPT: "loopt",
    Stand.OPGESCHORT: "staat stil; de laatste dag schuift op zolang dat duurt",
    Stand.VERSTREKEN: "voorbij",
    Stand.GEHAALD: "gehaald",
    Stand.TE_LAAT_GEHAALD: "gedaan, maar te laat",
    Stand.VERVALLEN: "niet meer nodig",
}


def _stand(termijn: Zaaktermijn, vandaag: date) -> str:
    woord = WOORDEN[termijn.stand]
    if termijn.einde is None or termijn.stand is Stand.VERVALLEN:
        return woord
    over = (
        f", {hoe_lang((termijn.einde - vandaag).days)}" if termijn.loopt and termijn.partij is Partij.GEMEENTE else ""
    )
    return f"{woord}; laatste dag {als_tekst(termijn.einde)}{over}"


def _wat(record: Termijnrecord) -> str:
    velden = record.gebeurtenis.model_dump(
        mode="json", exclude={"soort", *VRIJE_TEKST}, exclude_none=True, exclude_defaults=True
    )
    return ", ".join(f"{naam.replace('_', ' ')} {waarde}" for naam, waarde in velden.items())
