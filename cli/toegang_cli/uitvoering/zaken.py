"""Reading zaken: the list, one zaak, and its file. None of it needs the plugin of the gemeente."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from toegang.domain.begrippen import Wet
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief
from toegang.domain.datums import OnvolledigeDatum
from toegang.domain.huishouden import Inwoner
from toegang.domain.plan import Planrecord
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout
from toegang.lifecycle.besluitinhoud import voorstel_in
from toegang.lifecycle.plan import plan_van
from toegang.storage import Werkeenheid
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, toon_velden
from toegang_cli.uitvoering.inzage import keur_inzage, open_dossier
from toegang_cli.uitvoering.planlezen import leesbaar_plan, toon_inhoud
from toegang_cli.uitvoering.vervolg import volgende_opdracht
from toegang_cli.werkplek import leesplek, zaaknummer

GETOOND = "zaak.getoond"
"""Act in the log: somebody saw the facts of a zaak, not its file."""


def lijst(naam: str, *, wet: str | None, alles: bool, als_json: bool) -> None:
    """List the zaken of a gemeente; the open ones unless all are asked for.

    Everybody who may run the command sees the list, to divide and guard the work (B-46); so it holds the stand of the
    work only. What says more of somebody is for who may see that zaak (Z-20), and is logged: ``toon_zaak``.
    """
    gekozen = _wet(wet) if wet else None
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        zaken = [
            zaak for zaak in werk.zaken.zoek() if (alles or zaak.open) and (gekozen is None or zaak.wet is gekozen)
        ]
    if als_json:
        toon_json({"gemeente": naam, "zaken": [_stand(zaak) for zaak in zaken]})
        return
    toon_tabel(
        ("Zaak", "Wet", "Stap", "Team", "Ontvangen", "Spoed"),
        [(zaak.id, zaak.wet, zaak.status, zaak.team, zaak.ontvangen_op.isoformat(), zaak.spoed) for zaak in zaken],
        leeg=f"Gemeente {naam} heeft geen {'' if alles else 'open '}zaken{f' voor {gekozen}' if gekozen else ''}.",
    )


def toon_zaak(naam: str, zaak_id: str, *, als: str | None, als_json: bool, reden: str | None = None) -> None:
    """Show the facts of a zaak: no name, no words, no reasons."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        detail = keur_inzage(naam, werk, zaak, reden=reden)
        besluiten, brieven = werk.besluiten.zoek(zaak_id=nummer), werk.brieven.zoek(zaak_id=nummer)
        voorstel = voorstel_in(werk, nummer)
        andere = [item for item in werk.zaken.zoek(dossier_id=zaak.dossier_id) if item.open and item.id != nummer]
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    vorm_bekend = bool(besluiten) and besluiten[-1].concept is not None
    vervolg = volgende_opdracht(zaak, naam, vorm_bekend=vorm_bekend, voorstel=voorstel)
    if als_json:
        velden = {"gemeente": naam, **feiten(zaak), "volgende": vervolg}
        velden["ook_lopend"] = [item.id for item in andere]
        velden["besluiten"] = [_besluitfeiten(item) for item in besluiten]
        velden["brieven"] = [_brieffeiten(item) for item in brieven]
        toon_json(velden)
        return
    toon_velden({**_zaakvelden(zaak), "Ook lopend": [f"{item.id} ({item.wet})" for item in andere]})
    if besluiten:
        toon("", "Besluiten")
        for item in besluiten:
            toon_velden(_ingesprongen(_besluitfeiten(item)))
    if brieven:
        toon("", "Brieven")
        toon_tabel(
            ("Brief", "Sjabloon", "Stand", "Waarom"),
            [(brief.id, brief.sjabloon, brief.status, brief.aanhoudreden or brief.toelichting) for brief in brieven],
            leeg="",
        )
    if vervolg:
        toon("", f"Volgende stap: {vervolg}")


def zie_in(naam: str, zaak_id: str, *, als: str | None, als_json: bool, reden: str | None = None) -> None:
    """Open the file of a zaak: persons, words, plan and reasons. Who did is logged, and who tried in vain."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        open_dossier(naam, werk, zaak, reden)
        plan = leesbaar_plan(werk, zaak, plan_van(werk, zaak.dossier_id))
        inhoud = _dossier(werk, zaak, plan)
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, **feiten(zaak), "dossier": inhoud})
        return
    toon_velden(_zaakvelden(zaak))
    for kop, delen in _hoofdstukken(inhoud):
        toon("", kop)
        for deel in delen:
            toon_velden(_ingesprongen(deel))
    if plan is not None:
        toon("", "Plan")
        toon_inhoud(plan, plan.plan.versie)


def feiten(zaak: Zaak) -> dict[str, Any]:
    """Return the facts of a zaak under stable keys, for ``--json``."""
    velden = zaak.model_dump(mode="json", exclude={"versie"})
    return {"zaak": velden.pop("id"), "zaaktype": zaak.zaaktype, **velden}


def _stand(zaak: Zaak) -> dict[str, Any]:
    """Return how far a zaak is, and nothing about whom."""
    velden = zaak.model_dump(mode="json", include={"wet", "status", "team", "ontvangen_op", "spoed"})
    return {"zaak": zaak.id, **velden, "open": zaak.open}


def _wet(tekst: str) -> Wet:
    try:
        return Wet(tekst.upper())
    except ValueError:
        raise Invoerfout("Deze wet bestaat niet.", vervolg=f"Kies uit: {', '.join(Wet)}.") from None


def _zaakvelden(zaak: Zaak) -> dict[str, object]:
    stappen = [f"{item.stap}{' (n.v.t.)' if item.nvt else f' {item.op.isoformat()}'}" for item in zaak.stappen]
    return {
        "Zaak": zaak.id,
        "Dossier": zaak.dossier_id,
        "Zaaktype": zaak.zaaktype,
        "Wet": zaak.wet,
        "Stand": zaak.status,
        "Ontvangen": zaak.ontvangen_op,
        "Vraag": zaak.problematiek,
        "Bestemming": zaak.bestemming,
        "Gebied": zaak.gebied,
        "Producten": zaak.producten,
        "Spoed": zaak.spoed or None,
        "Team": zaak.team,
        "Leden": zaak.leden,
        "Aanvraag": zaak.aanvraag_op,
        "Bekendgemaakt": zaak.bekendgemaakt_op,
        "Gesloten": zaak.gesloten_op,
        "Uitkomst": zaak.uitkomst,
        "Stappen": "\n".join(stappen),
    }


def _besluitfeiten(record: Besluitrecord) -> dict[str, Any]:
    concept = record.concept
    return {
        "besluit": record.id,
        "soort": record.besluit.soort.value,
        "datum": record.besluit.datum.isoformat(),
        "beoordelaar": record.besluit.beoordelaar.medewerker,
        "toetser": record.besluit.toetser.medewerker if record.besluit.toetser else None,
        "beslisser": record.besluit.beslisser.medewerker,
        "producten": [item.product for item in record.besluit.voorzieningen],
        "vorm": concept.vorm.value if concept else None,
        "sjabloon": concept.sjabloon if concept else None,
        "ondertekenaar": record.ondertekenaar,
        "mandaat": record.mandaat,
        "beslismandaat": record.beslismandaat,
        "bekendgemaakt_op": record.bekendgemaakt_op.isoformat() if record.bekendgemaakt_op else None,
        "bezwaar_tot": record.bezwaar_tot.isoformat() if record.bezwaar_tot else None,
    }


def _brieffeiten(brief: Brief) -> dict[str, Any]:
    velden = brief.model_dump(mode="json", exclude={"momentopname", "dossier_id", "zaak_id", "software"})
    return {"brief": velden.pop("id"), **velden}


def _dossier(werk: Werkeenheid, zaak: Zaak, plan: Planrecord | None) -> dict[str, Any]:
    melding = werk.meldingen.haal(zaak.melding_id)
    return {
        "personen": [persoonvelden(item, {zaak.client_id}) for item in werk.inwoners.zoek(dossier_id=zaak.dossier_id)],
        "woorden": list(melding.woorden),
        "gesprekken": [
            item.model_dump(mode="json", exclude={"dossier_id", "regels"})
            for item in werk.gesprekken.zoek(zaak_id=zaak.id)
        ],
        "plan": plan.model_dump(mode="json", exclude={"regels"}) if plan else None,
        "besluiten": [
            {**_besluitfeiten(item), "motivering": item.motivering.model_dump(mode="json")}
            for item in werk.besluiten.zoek(zaak_id=zaak.id)
        ],
    }


def persoonvelden(inwoner: Inwoner, clienten: Collection[str]) -> dict[str, Any]:
    """Return a person as a file shows one.

    Args:
        inwoner: the person.
        clienten: ids of those it is about.
    """
    # The BSN stays out: nobody needs the number to judge a question (AVG 5.1.c); that it is known may matter.
    return {
        "id": inwoner.id,
        "client": inwoner.id in clienten,
        "naam": " ".join(filter(None, (inwoner.voornamen, inwoner.voorvoegsel, inwoner.geslachtsnaam))),
        "geboren": inwoner.geboortedatum,
        "adres": _adres(inwoner),
        "bsn_bekend": inwoner.bsn is not None,
        "geheim": inwoner.geheimhouding > 0,
        "overleden": inwoner.overleden,
    }


def _adres(inwoner: Inwoner) -> str:
    nummer = f"{inwoner.huisnummer}{inwoner.huisletter}{f'-{inwoner.toevoeging}' if inwoner.toevoeging else ''}"
    plaats = " ".join(filter(None, (inwoner.postcode, inwoner.woonplaats)))
    return ", ".join(filter(None, (" ".join(filter(None, (inwoner.straat, nummer))), plaats)))


def _hoofdstukken(inhoud: dict[str, Any]) -> list[tuple[str, list[dict[str, object]]]]:
    hoofdstukken: list[tuple[str, list[dict[str, object]]]] = [
        (
            "Personen",
            [{**item, "geboren": OnvolledigeDatum.lees(item["geboren"]).voluit()} for item in inhoud["personen"]],
        )
    ]
    woorden: list[dict[str, object]] = [
        {f"vraag {nummer}": tekst} for nummer, tekst in enumerate(inhoud["woorden"], start=1) if tekst
    ]
    hoofdstukken.append(("In eigen woorden", woorden))
    hoofdstukken.append(("Gesprekken", [_plat(item) for item in inhoud["gesprekken"]]))
    hoofdstukken.append(("Besluiten", [_plat(item) for item in inhoud["besluiten"]]))
    return [(kop, delen) for kop, delen in hoofdstukken if delen]


def _ingesprongen(velden: Mapping[str, object]) -> dict[str, object]:
    return {f"  {sleutel.replace('_', ' ')}": waarde for sleutel, waarde in velden.items()}


def _plat(deel: dict[str, Any]) -> dict[str, object]:
    """Return nested values as one level, so that they can be shown line by line."""
    velden: dict[str, object] = {}
    for sleutel, waarde in deel.items():
        if isinstance(waarde, dict):
            velden.update(_plat(waarde))
        elif isinstance(waarde, list) and waarde and isinstance(waarde[0], dict | list):
            velden[sleutel] = "\n".join(
                als_tekst(list(item.values()) if isinstance(item, dict) else item) for item in waarde
            )
        else:
            velden[sleutel] = waarde
    return velden
