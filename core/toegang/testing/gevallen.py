"""The standard set of cases: what every gemeente must be able to answer, at every door, for every act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from toegang.domain.begrippen import (
    Besluitsoort,
    Kanaal,
    Kenmerk,
    Leveringsvorm,
    Meldersoort,
    Plansoort,
    Problematiek,
    Voorzieningsoort,
    Wet,
    Zelfregie,
)
from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Behandelaar, Besluit, Voorziening
from toegang.domain.huishouden import Huishouden, Lid
from toegang.domain.medewerker import Medewerker
from toegang.domain.melding import Hulpvraag, Melding
from toegang.domain.organisatie import Organisatie
from toegang.domain.plan import Plan
from toegang.domain.team import Casusteam
from toegang.domain.zaak import Zaak, ZaakKort

SOORT: dict[Wet, Voorzieningsoort] = {
    Wet.WMO: Voorzieningsoort.MAATWERK,
    Wet.JEUGDWET: Voorzieningsoort.INDIVIDUEEL,
    Wet.PARTICIPATIEWET: Voorzieningsoort.UITKERING,
    Wet.WGS: Voorzieningsoort.SCHULDHULP,
    Wet.GPK: Voorzieningsoort.PARKEERKAART,
    Wet.LLV: Voorzieningsoort.VERVOER,
}
ZAAK, DOSSIER, MELDING, CLIENT = "Z2026-000001", "D-1", "M-1", "I-1"
_EERDER = timedelta(days=18)


def meldingen(organisatie: Organisatie, op: date) -> Iterator[tuple[str, Melding]]:
    """Give questions with a name: every act at every door, and the special ones at the first door.

    Args:
        organisatie: the gemeente.
        op: day on which is judged; the question came in before it.
    """
    gebieden: list[str | None] = [item.id for item in organisatie.gebieden]
    gebieden = gebieden or [None]

    def melding(*wetten: Wet | None, loket: int = 0, gebied: str | None = gebieden[0], **anders: object) -> Melding:
        deur = organisatie.loketten[loket]
        losse = {naam: anders.pop(naam) for naam in ("gespecialiseerd", "vervolgaanvraag") if naam in anders}
        vragen = [
            Hulpvraag.model_validate({"nummer": nummer, "wet": wet, "voor": CLIENT, "samenhang": nummer, **losse})
            for nummer, wet in enumerate(wetten, start=1)
        ]
        kanaal = deur.kanalen[0] if deur.kanalen else Kanaal.BALIE
        vast = {"id": MELDING, "kanaal": kanaal, "loket": deur.id, "ontvangen_op": op - _EERDER, "gebied": gebied}
        return Melding.model_validate({**vast, "hulpvragen": tuple(vragen), **anders})

    for nummer, deur in enumerate(organisatie.loketten):
        for wet in Wet:
            yield f"{wet} bij {deur.id}", melding(wet, loket=nummer)
    for gebied in (*gebieden, None, "onbekend-gebied"):
        yield f"WMO uit gebied {gebied}", melding(Wet.WMO, gebied=gebied)
    samen = (Wet.WMO, Wet.PARTICIPATIEWET)
    yield "twee wetten, regie in gevaar", melding(*samen, verliest_regie=True)
    yield "drie wetten met spoed", melding(*samen, Wet.JEUGDWET, spoed=True)
    yield "behapbare vraag", melding(Wet.WMO, behapbaar=True)
    yield "behapbare vraag zonder melding", melding(Wet.WMO, behapbaar=True, wil_geen_melding=True)
    yield "lichte vraag zonder melding", melding(Wet.WMO, wil_geen_melding=True)
    yield "vraag zonder wet", melding(None)
    yield "vraag zonder wet van een organisatie", melding(None, melder=Meldersoort.INSTELLING)
    yield "vervolgaanvraag", melding(Wet.WMO, vervolgaanvraag=True)
    yield "gespecialiseerde vraag", melding(Wet.JEUGDWET, gespecialiseerd=True)
    yield "inwoner van elders", melding(Wet.WMO, woont_in_gemeente=False)
    yield "bijstand langs de digitale weg", melding(Wet.PARTICIPATIEWET, kanaal=Kanaal.WEBFORMULIER)


def zaken(organisatie: Organisatie, op: date) -> Iterator[tuple[str, Zaak, Huishouden]]:
    """Give zaken with their household: every act, single and multiple, and households that need more.

    Args:
        organisatie: the gemeente.
        op: day on which is judged.
    """
    gebieden: list[str | None] = [item.id for item in organisatie.gebieden]
    gebieden = gebieden or [None]

    def zaak(wet: Wet, soort: Problematiek, **anders: object) -> Zaak:
        vast = {"id": ZAAK, "dossier_id": DOSSIER, "melding_id": MELDING, "client_id": CLIENT, "wet": wet}
        velden = {"ontvangen_op": op - _EERDER, "problematiek": soort, "gebied": gebieden[0], "triage_op": op}
        return Zaak.model_validate({**vast, **velden, **anders})

    def gezin(**anders: object) -> Huishouden:
        return Huishouden.model_validate({"id": DOSSIER, "leden": (Lid(inwoner=CLIENT),), **anders})

    enkel, meer = Problematiek.ENKELVOUDIG, Problematiek.MEERVOUDIG
    zwaar = {"zelfregie": Zelfregie.KAN_NIET, "aantal_professionals": 3, "verliest_regie": True}
    for wet in Wet:
        yield f"{wet}, enkelvoudig", zaak(wet, enkel), gezin()
        yield f"{wet}, meervoudig", zaak(wet, meer), gezin()
        yield f"{wet}, meervoudig na intervisie", zaak(wet, meer, intervisie_op=op), gezin(**zwaar)
    for gebied in gebieden[1:]:
        yield f"WMO uit gebied {gebied}", zaak(Wet.WMO, enkel, gebied=gebied), gezin()
    yield "WMO, gespecialiseerd", zaak(Wet.WMO, enkel, gespecialiseerd=True), gezin()
    yield "bijstand, 20 jaar", zaak(Wet.PARTICIPATIEWET, enkel, client_leeftijd=20), gezin()
    yield "inwoner met steun", zaak(Wet.WMO, enkel), gezin(zelfregie=Zelfregie.KAN_MET_STEUN)
    grond = (*organisatie.regie.gronden_overname[:1], "ANDERE_OMSTANDIGHEID")
    yield "reden om regie over te nemen", zaak(Wet.JEUGDWET, meer), gezin(**zwaar, bijzonderheden=grond)
    ander = ZaakKort.model_validate(
        {"id": "Z2026-000002", "wet": Wet.JEUGDWET, "status": "TEAM", "open": True, "problematiek": meer}
    )
    yield "tweede zaak in het huishouden", zaak(Wet.WMO, meer, intervisie_op=op), gezin(zaken=(ander,))


def besluiten(
    zaak: Zaak, team: Casusteam, route: Besluitroute, mensen: tuple[Medewerker, ...], op: date
) -> Iterator[tuple[str, Besluit, Plan | None]]:
    """Give decisions on a zaak, with and without a signed plan.

    Args:
        zaak: the zaak.
        team: the team that the gemeente composed for it.
        route: its besluitroute.
        mensen: the people of the gemeente.
        op: day of the decision.
    """
    beoordelaars = [lid.medewerker for lid in team.beoordelaars(zaak.wet)] or [team.drager.medewerker]
    beoordelaar = _behandelaar(tuple(mens for mens in mensen if mens.id == beoordelaars[0]) or mensen)
    anderen = tuple(mens for mens in mensen if mens.id != beoordelaar.medewerker) or mensen
    beslisser = _behandelaar(anderen, route.besluit_rol)
    toetser = _behandelaar(anderen, route.toets_rol) if route.toets_rol else None
    plan = Plan(
        id="PL-1",
        dossier_id=DOSSIER,
        soort=Plansoort.ONDERSTEUNINGSPLAN,
        vastgesteld_op=op - timedelta(days=5),
        getekend_op=op - timedelta(days=4),
        geldt_als_aanvraag=True,
    )
    for soort in Besluitsoort:
        for met_plan in (None, plan):
            naam = f"{soort}{' met plan' if met_plan else ''}"
            yield naam, _besluit(zaak, soort, SOORT[zaak.wet], beoordelaar, toetser, beslisser, op), met_plan
    niets = _besluit(zaak, Besluitsoort.TOEKENNING, Voorzieningsoort.ALGEMEEN, beoordelaar, toetser, beslisser, op)
    yield "alleen algemeen", niets, plan


def los_besluit(zaak: Zaak, mensen: tuple[Medewerker, ...], op: date) -> Besluit:
    """Return a grant on a zaak, by whoever is there.

    Args:
        zaak: the zaak.
        mensen: the people of the gemeente.
        op: day of the decision.
    """
    iemand = _behandelaar(mensen, mensen[0].functie)
    return _besluit(zaak, Besluitsoort.TOEKENNING, SOORT[zaak.wet], iemand, None, iemand, op)


def _besluit(
    zaak: Zaak,
    soort: Besluitsoort,
    voorziening: Voorzieningsoort,
    beoordelaar: Behandelaar,
    toetser: Behandelaar | None,
    beslisser: Behandelaar,
    op: date,
) -> Besluit:
    item = Voorziening(
        id="V1",
        product="testvoorziening",
        naam="testvoorziening",
        wet=zaak.wet,
        soort=voorziening,
        leveringsvorm=Leveringsvorm.ZIN,
        kenmerken=frozenset({Kenmerk.BEGELEIDING}),
        ingangsdatum=op + timedelta(days=7),
        einddatum=op + timedelta(days=372),
    )
    velden = {"id": "BS-1", "zaak_id": zaak.id, "soort": soort, "datum": op, "voorzieningen": (item,)}
    wie = {"beoordelaar": beoordelaar, "toetser": toetser, "beslisser": beslisser}
    return Besluit.model_validate({**velden, **wie})


def _behandelaar(mensen: tuple[Medewerker, ...], functie: str | None = None) -> Behandelaar:
    """Return the first with that functie, or the first of all."""
    mens = next((item for item in mensen if functie is None or item.functie == functie), mensen[0])
    return Behandelaar(medewerker=mens.id, functie=mens.functie, werkgeversoort=mens.werkgeversoort)
