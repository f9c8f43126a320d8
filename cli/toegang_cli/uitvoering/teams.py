"""The team of a zaak: a proposal that writes nothing, a change, and how the work is spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from toegang.domain.reden import Reden
from toegang.domain.signalering import Signaleringsoort
from toegang.domain.spoor import Oordeel
from toegang.domain.team import Casusteam
from toegang.errors import Afsluitcode, Invoerfout
from toegang.lifecycle.team import team_van
from toegang.lifecycle.teamwijziging import Teamvoorstel, Teamwijziging, neem_voorstel_over, stel_voor, wijzig_team
from toegang_cli.invoer import lees_tekst
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Proefomgeving, leesplek, werkplek, zaaknummer


def voorstel(naam: str, zaak_id: str, *, als: str | None, als_json: bool) -> int:
    """Show who would work on a zaak now.

    Returns:
        The exit code: 6 when a rule would refuse this team.
    """
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als) as plek:
        gevonden = stel_voor(plek.omgeving, plek.actor, nummer)
        plafond = plek.omgeving.organisatie.caseload_plafond
    grens = plafond if isinstance(plafond, int) else None
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, "plafond": grens, **_voorstelvelden(gevonden)})
    else:
        _toon_voorstel(gevonden, grens)
    zeg(NIETS_OPGESLAGEN.replace("Proef: er", "Er"))
    if gevonden.geweigerd:
        zeg("Een regel zou dit team weigeren; zie hierboven.")
        return int(Afsluitcode.CONTROLE)
    opdracht = f"team wijzig {nummer} --voorstel" if gevonden.huidig else f"zaak team {nummer}"
    zeg(f"Overnemen: toegang {opdracht} -g {naam}")
    return int(Afsluitcode.OK)


def lees_wijziging(
    erbij: Sequence[str],
    eraf: Sequence[str],
    toelichting: Path | None,
    *,
    adviseur: bool,
    beoordeelt: bool,
    voorop: str | None,
    voorstel: bool,
) -> Teamwijziging | None:
    """Return what is asked; ``None`` = take over the proposal of now.

    Raises:
        Invoerfout: options that do not go together.
    """
    if voorstel and (erbij or eraf or voorop):
        raise Invoerfout("--voorstel gaat niet samen met --erbij, --eraf of --voorop.", vervolg="Kies één van beide.")
    if adviseur and beoordeelt:
        raise Invoerfout("Een adviseur beoordeelt niet.", vervolg="Kies --adviseur of --beoordeelt.")
    if voorstel:
        return None
    woorden = lees_tekst(toelichting).strip() if toelichting is not None else ""
    return Teamwijziging(tuple(erbij), tuple(eraf), adviseur, beoordeelt, voorop, woorden)


def wijzig(naam: str, zaak_id: str, wijziging: Teamwijziging | None, *, als: str | None, proef: bool) -> None:
    """Change the team of a running zaak."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        if wijziging is None:
            team = neem_voorstel_over(plek.omgeving, plek.actor, nummer)
        else:
            team = wijzig_team(plek.omgeving, plek.actor, nummer, wijziging)
        if isinstance(plek.omgeving, Proefomgeving):
            regels = tuple(plek.omgeving.gezien)
        else:
            with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
                sporen = [spoor for spoor in werk.sporen.zoek(zaak_id=nummer) if spoor.hook == "compose_team"]
            regels = sporen[-1].regels
    _toon_team(team)
    for item in regels:
        if item.oordeel is Oordeel.WAARSCHUWING:
            zeg(f"Let op, {item.regel} ({item.grondslag}): {item.boodschap}")
    zeg(NIETS_OPGESLAGEN if proef else f"Waarom zo: toegang waarom {nummer} team -g {naam}")


def toon_team(naam: str, zaak_id: str, *, als: str | None, als_json: bool) -> None:
    """Show the present team, and what was spoken about."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        team = team_van(werk, nummer)
        soorten = (Signaleringsoort.OVERLEG, Signaleringsoort.INTERVISIE)
        records = werk.signaleringen.zoek(zaak_id=nummer, soort=soorten)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    # the words themselves are in the file, not here
    besproken = [
        {
            "kenmerk": item.id,
            "soort": item.soort.value,
            "op": item.op,
            "deelnemers": list(item.overleg.deelnemers) if item.overleg else [],
            "uitkomst": item.uitkomst,
        }
        for item in records
    ]
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, "team": team.model_dump(mode="json"), "overleg": besproken})
        return
    _toon_team(team)
    if besproken:
        toon("", "Overleg en intervisie")
        rijen = [(item["op"], item["soort"], item["deelnemers"], item["uitkomst"]) for item in besproken]
        toon_tabel(("Op", "Soort", "Wie", "Uitkomst"), rijen, leeg="")


def verdeling(naam: str, *, als_json: bool) -> None:
    """Show how the zaken are spread over medewerkers and standing teams, internals and externals."""
    with werkplek(naam) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        vandaag = plek.omgeving.vandaag()
        plafond = plek.omgeving.organisatie.caseload_plafond
        mensen = sorted((mens for mens in werk.medewerkers.zoek() if mens.in_dienst_op(vandaag)), key=lambda m: m.id)
        last = Counter(werk.caseload.per_medewerker())
        wacht = Counter(zaak.bestemming or "-" for zaak in werk.zaken.zoek() if zaak.open and not zaak.leden)
    grens = plafond if isinstance(plafond, int) else None
    rijen = [
        {
            "medewerker": mens.id,
            "functie": mens.functie,
            "werkgever": mens.werkgever,
            "extern": not mens.werkgeversoort.is_bestuursorgaan,
            "teams": list(mens.teams),
            "aanwezig": mens.werkt_op(vandaag),
            "zaken": last[mens.id],
            "ruimte": max(0, grens - last[mens.id]) if grens is not None else None,
        }
        for mens in mensen
        if mens.teams or last[mens.id]
    ]
    if als_json:
        toon_json(
            {"gemeente": naam, "plafond": grens, "medewerkers": rijen, "wacht_op_team": dict(sorted(wacht.items()))}
        )
        return
    toon_tabel(
        ("Medewerker", "Functie", "Extern", "Er nu", "Zaken", "Ruimte"),
        [(r["medewerker"], r["functie"], r["extern"], r["aanwezig"], r["zaken"], r["ruimte"]) for r in rijen],
        leeg="Er zijn nog geen medewerkers in een team.",
    )
    toon("", f"Plafond: {grens if grens is not None else 'nog niet vastgesteld'}.")
    for team, getal in sorted(wacht.items()):
        toon(f"Wacht op een team bij {team}: {getal}.")


def _toon_team(team: Casusteam) -> None:
    toon_velden({"Team": team.team, "Waarom": _waarom(team.reden)})
    mensen = [(lid, "lid") for lid in team.leden] + [(lid, "adviseur") for lid in team.adviseurs]
    toon("")
    toon_tabel(
        ("Medewerker", "Als", "Rol", "Beoordeelt", "Waarom"),
        [(lid.medewerker, soort, lid.rol, lid.beoordeelt, lid.reden.tekst) for lid, soort in mensen],
        leeg="",
    )
    if team.intervisie_nodig:
        toon("", "Een tweede consulent kan pas na intervisie: toegang zaak intervisie.")


def _toon_voorstel(gevonden: Teamvoorstel, plafond: int | None) -> None:
    team = gevonden.antwoord.waarde
    _toon_team(team)
    if team.gepasseerd:
        toon("", "Niet gekozen:")
        rijen = [
            (item.medewerker, gevonden.kandidaten[item.medewerker].caseload, item.reden.tekst)
            for item in team.gepasseerd
        ]
        toon_tabel(("Medewerker", "Zaken", "Waarom"), rijen, leeg="")
    zaken = [
        f"{lid.medewerker} {gevonden.kandidaten[lid.medewerker].caseload}" for lid in (*team.leden, *team.adviseurs)
    ]
    toon("", f"Lopende zaken, zonder deze: {', '.join(zaken)}. Plafond: {als_tekst(plafond)}.")
    if gevonden.huidig is not None:
        nu = [lid.medewerker for lid in (*gevonden.huidig.leden, *gevonden.huidig.adviseurs)]
        toon(f"Het team is nu: {', '.join(nu)}.")
    for item in gevonden.regels:
        if item.oordeel is not Oordeel.VOLDOET:
            woord = "Geweigerd" if item.oordeel is Oordeel.GEWEIGERD else "Let op"
            toon(f"{woord}, {item.regel} ({item.grondslag}): {item.boodschap}")


def _voorstelvelden(gevonden: Teamvoorstel) -> dict[str, Any]:
    team = gevonden.antwoord.waarde
    in_beeld = {lid.medewerker for lid in (*team.leden, *team.adviseurs)}
    in_beeld |= {item.medewerker for item in team.gepasseerd}
    return {
        "voorstel": team.model_dump(mode="json"),
        "gegeven_door": gevonden.antwoord.herkomst.plugin,
        "caseload": {id: gevonden.kandidaten[id].caseload for id in sorted(in_beeld)},
        "huidig": gevonden.huidig.model_dump(mode="json") if gevonden.huidig else None,
        "regels": [item.model_dump(mode="json") for item in gevonden.regels],
        "geweigerd": gevonden.geweigerd,
    }


def _waarom(reden: Reden) -> str:
    regels = f" ({', '.join(reden.regels)})" if reden.regels else ""
    return f"{reden.tekst}{regels}"
