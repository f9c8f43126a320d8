"""Steps 10 and 11, sluiten and archiefbesluit."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from toegang.domain.archief import Archiefkeuze
from toegang.domain.archieftermijn import Archieftermijn, archiefactiedatum, toegestane_resultaten
from toegang.domain.archiefwet import archiefvormer
from toegang.domain.begrippen import Besluitsoort, Besluitvorm, Uitkomst
from toegang.domain.levensloop import Stap
from toegang.domain.openstaand import vereis
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.guards.contexten import ArchiefToets
from toegang.guards.register import Moment
from toegang.lifecycle.besluitinhoud import voorstel_in
from toegang.lifecycle.gebeurtenissen import vertel
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.plan import plan_van
from toegang.lifecycle.vastleggen import leg_vast, meldt_weigering, toets_antwoord, vereis_stap
from toegang.storage import Actor, Archiefrecord, Werkeenheid

UITKOMST_VAN: dict[Besluitsoort, Uitkomst] = {
    Besluitsoort.TOEKENNING: Uitkomst.VERSTREKT,
    Besluitsoort.WIJZIGING: Uitkomst.VERSTREKT,
    Besluitsoort.VERLENGING: Uitkomst.VERSTREKT,
    Besluitsoort.TIJDELIJK: Uitkomst.VERSTREKT,
    Besluitsoort.VOORSCHOT: Uitkomst.VERSTREKT,
    Besluitsoort.AFWIJZING: Uitkomst.GEWEIGERD,
    Besluitsoort.INTREKKING: Uitkomst.BEEINDIGD,
    Besluitsoort.BEEINDIGING: Uitkomst.BEEINDIGD,
    Besluitsoort.BUITEN_BEHANDELING: Uitkomst.BUITEN_BEHANDELING,
}


def sluit(
    omgeving: Omgeving, actor: Actor, zaak_id: str, *, ingetrokken: bool = False, afspraken: bool = False
) -> Zaak:
    """Close a zaak.

    Args:
        omgeving: the gemeente.
        actor: who closes it.
        zaak_id: zaaknummer.
        ingetrokken: the resident withdrew before a decision.
        afspraken: agreements in the plan answer the question before there is an aanvraag, so that no decision is
            due (W-7, B-14).

    Returns:
        The closed zaak with its result.

    Raises:
        Conflict: a decision still has to be made known, or there is none and nobody withdrew; or a proposal lies
            there.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.SLUITING)
        _vereis_geen_voorstel(werk, zaak)
        uitkomst = _uitkomst(werk, zaak, ingetrokken or (afspraken and _heeft_afspraken(werk, zaak)))
        vandaag = omgeving.vandaag()
        zaak = werk.zaken.bewaar(zaak.na(Stap.SLUITING, vandaag, gesloten_op=vandaag, uitkomst=uitkomst))
        werk.caseload.zet(zaak.id, ())
        werk.log("zaak.gesloten", zaak=zaak.id, dossier=zaak.dossier_id, detail={"uitkomst": uitkomst})
        werk.commit()
    vertel(omgeving, actor, "zaak.gesloten", zaak.id)
    return zaak


@meldt_weigering
def bepaal_archief(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Archiefrecord:
    """Choose the result of the selectielijst and compute the day of destruction or transfer.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer of a closed zaak.

    Returns:
        What was decided, with the sum.

    Raises:
        Conflict: the zaak is not closed, or an objection runs in it.
        NietToegestaan: who looks after the archive is still an open key.
        Regelovertreding: the result does not fit (L-150).
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.ARCHIEF)
        _vereis_geen_bezwaar(werk, zaak)
        assert zaak.uitkomst is not None
        assert zaak.gesloten_op is not None
        beeld = omgeving.beeld()
        records = werk.besluiten.zoek(zaak_id=zaak.id)
        besluiten = tuple(record.besluit for record in records)
        passend = {item.volledig_nummer: item for item in toegestane_resultaten(zaak.wet, zaak.uitkomst)}
        toegestaan = tuple(
            Archiefkeuze(
                nummer=item.volledig_nummer,
                naam=item.omschrijving or item.naam,
                bewaartermijn=item.bewaartermijn,
                procestermijn=item.procestermijn,
            )
            for item in passend.values()
        )
        antwoord = omgeving.bord.decide_archivering(zaak, besluiten, toegestaan, beeld)
        vereis(omgeving.organisatie, antwoord.waarde.archiefactor)
        context = ArchiefToets(zaak, toegestaan, antwoord.waarde, beeld)
        regels = toets_antwoord(omgeving, Moment.ARCHIEF, context, f"Zaak {zaak.id}")
        einden = [item.einddatum for besluit in besluiten for item in besluit.voorzieningen]
        termijn = archiefactiedatum(
            passend[antwoord.waarde.resultaat],
            gesloten_op=zaak.gesloten_op,
            einde_voorziening=max((dag for dag in einden if dag is not None), default=None) if all(einden) else None,
            ontvangen_op=zaak.ontvangen_op,
            wet=zaak.wet,
        )
        invoer = {"zaak": zaak, "besluiten": besluiten, "toegestaan": toegestaan}
        leg_vast(
            werk,
            omgeving,
            "decide_archivering",
            antwoord,
            invoer,
            regels,
            dossier=zaak.dossier_id,
            zaak=zaak.id,
            melding=zaak.melding_id,
        )
        organisatie = omgeving.organisatie
        vormer = archiefvormer(organisatie.gemeentecode, zaak.gesloten_op, organisatie.naam)
        berekening = _als_json(termijn) | {"archiefvormer": vormer}
        archief = werk.archief.bewaar(zaak.id, antwoord.waarde, termijn.archiefactiedatum, berekening)
        werk.zaken.bewaar(zaak.na(Stap.ARCHIEF, omgeving.vandaag()))
        werk.commit()
    return archief


def _vereis_geen_bezwaar(werk: Werkeenheid, zaak: Zaak) -> None:
    """A zaak in which an objection runs is not over, whatever its status: its term of keeping cannot begin."""
    lopend = werk.bezwaren.zoek(zaak_id=zaak.id, afgedaan_op=None)
    if lopend:
        raise Conflict(
            f"In zaak {zaak.id} loopt nog een bezwaar ({lopend[0].id}).",
            vervolg="Bepaal het archief als dat is afgedaan: toegang bezwaar lijst",
        )


def _uitkomst(werk: Werkeenheid, zaak: Zaak, ingetrokken: bool) -> Uitkomst:
    records = werk.besluiten.zoek(zaak_id=zaak.id)
    if not records:
        if ingetrokken:
            return Uitkomst.AFGEBROKEN
        raise Conflict(
            f"In zaak {zaak.id} is nog geen besluit genomen.",
            vervolg="Sluit haar alleen als de inwoner haar introk, of als afspraken in het plan genoeg zijn.",
        )
    laatste = records[-1]
    if laatste.besluit.soort.tussentijds and not ingetrokken:
        raise Conflict(
            f"In zaak {zaak.id} is alleen een {laatste.besluit.soort.woord} gegeven; op de vraag zelf is nog niet "
            "besloten.",
            vervolg="Neem eerst dat besluit, of leg vast dat de inwoner de vraag introk.",
        )
    vorm = laatste.concept.vorm if laatste.concept else None
    if vorm is not Besluitvorm.GEEN and laatste.bekendgemaakt_op is None:
        raise Conflict(
            f"Het besluit in zaak {zaak.id} is nog niet bekendgemaakt.",
            vervolg="Verzend eerst de brief: toegang beschikking verzonden",
        )
    return UITKOMST_VAN[laatste.besluit.soort]


def _vereis_geen_voorstel(werk: Werkeenheid, zaak: Zaak) -> None:
    voorstel = voorstel_in(werk, zaak.id)
    if voorstel is not None and voorstel.status.ligt_er:
        raise Conflict(
            f"In zaak {zaak.id} ligt nog een voorstel ({voorstel.id}).",
            vervolg=f"Beslis erover, of geef het terug: toegang besluit toets {zaak.id} --terug BESTAND",
        )


def _heeft_afspraken(werk: Werkeenheid, zaak: Zaak) -> bool:
    """Tell whether the plan holds an agreement that answers the question; an aanvraag needs more than that.

    Raises:
        Conflict: there is no agreement, or an aanvraag lies there: on that a decision is due (Awb 1:3 lid 3, 4:13).
    """
    if zaak.aanvraag_op is not None:
        raise Conflict(
            f"In zaak {zaak.id} ligt een aanvraag; alleen met afspraken is die niet beantwoord (Awb 4:13).",
            vervolg="Neem een besluit, of leg vast dat de inwoner de aanvraag introk: "
            f"toegang zaak sluit {zaak.id} --ingetrokken",
        )
    plan = plan_van(werk, zaak.dossier_id)
    if plan is None or not plan.afspraken:
        raise Conflict(
            f"Het plan bij zaak {zaak.id} heeft geen afspraken; er is niets waarmee de vraag is beantwoord.",
            vervolg=f"Leg de afspraken vast: toegang zaak plan {zaak.id} BESTAND",
        )
    return True


def _als_json(termijn: Archieftermijn) -> dict[str, Any]:
    def plat(deel: Any) -> Any:
        if isinstance(deel, date):
            return deel.isoformat()
        if isinstance(deel, dict):
            return {sleutel: plat(waarde) for sleutel, waarde in deel.items()}
        return [plat(item) for item in deel] if isinstance(deel, list | tuple) else deel

    velden = asdict(termijn)
    velden["resultaat"] = termijn.resultaat.volledig_nummer
    return {sleutel: plat(waarde) for sleutel, waarde in velden.items()}
