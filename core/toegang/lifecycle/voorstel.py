"""Steps 7a and 7b: the proposal of who assessed, the hearing, and the check of the content (W-1, L-6, L-147)."""

from __future__ import annotations

from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Behandelaar
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.openstaand import vereis
from toegang.domain.voorstel import Hoor, Voorstel, Voorstelstatus, Voorsteltoets
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.contexten_besluit import ToetsingToets
from toegang.guards.register import Moment
from toegang.lifecycle.besluitinhoud import route_van, vereis_besluitstap, vereis_brief, voorstel_in, voorsteltoets
from toegang.lifecycle.inzage import INGEZIEN
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import laat_vervallen
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, nieuw_id, toets_antwoord
from toegang.lifecycle.zienswijze import vraag_zienswijze
from toegang.storage import Actor, Werkeenheid

INGEDIEND = "voorstel.ingediend"


@meldt_weigering
def dien_voorstel_in(omgeving: Omgeving, actor: Actor, zaak_id: str, opdracht: Besluitopdracht) -> Voorstel:
    """Hand in a proposal for a decision; who hands it in is the assessor of the decision.

    Args:
        omgeving: the gemeente.
        actor: the assessor; must be a medewerker.
        zaak_id: zaaknummer.
        opdracht: what is proposed and why.

    Returns:
        The proposal as stored; the next version when the former one was given back.

    Raises:
        NietToegestaan: no medewerker, or this functie does not propose here.
        Regelovertreding: a rule refuses the content.
        Conflict: the zaak is not at this step, or a proposal lies there.
        Invoerfout: the file names another assessor, or a product that does not fit.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_brief(omgeving, zaak, opdracht)
        vereis_besluitstap(zaak, opdracht.soort)
        steller = _medewerker(werk, actor, "Een voorstel doet")
        controleer_dag("Het voorstel", opdracht.op, zaak.aanvraag_op or zaak.ontvangen_op, omgeving.vandaag())
        _vereis_eigen(zaak, steller, opdracht)
        eerder = voorstel_in(werk, zaak.id)
        if eerder is not None and eerder.status.ligt_er:
            raise Conflict(
                f"In zaak {zaak.id} ligt al een voorstel van {eerder.steller.medewerker} ({eerder.id}).",
                vervolg=f"Bekijk het: toegang besluit toon {zaak.id}",
            )
        context = voorsteltoets(werk, omgeving, zaak, opdracht, steller)
        regels = toets_antwoord(omgeving, Moment.VOORSTEL, context, f"Zaak {zaak.id}")
        _vereis_rol(zaak, steller, route_van(omgeving, zaak, opdracht.op))
        voorstel = Voorstel(
            id=nieuw_id("VS"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            op=opdracht.op,
            steller=steller,
            opdracht=opdracht,
            toetsen=eerder.toetsen if eerder else (),
            hoor=eerder.hoor if eerder else None,
            versie=eerder.versie + 1 if eerder else 1,
            regels=regels,
        )
        if eerder is not None:
            werk.voorstellen.bewaar(eerder.gewijzigd(status=Voorstelstatus.INGETROKKEN))
            laat_vervallen(werk, zaak, eerder.id)
        voorstel = vraag_zienswijze(werk, omgeving, zaak, voorstel)
        werk.voorstellen.bewaar(voorstel)
        werk.log(INGEDIEND, zaak=zaak.id, dossier=zaak.dossier_id, detail={"voorstel": voorstel.id})
        werk.commit()
    return voorstel


@meldt_weigering
def toets_voorstel(
    omgeving: Omgeving, actor: Actor, zaak_id: str, *, akkoord: bool, reden: str = "", voorstel_id: str | None = None
) -> Voorstel:
    """Record the check of a proposal: agreed, or given back with a reason.

    Args:
        omgeving: the gemeente.
        actor: who checks; for giving back who decides will do too.
        zaak_id: zaaknummer.
        akkoord: agreed, or given back.
        reden: why it is given back.
        voorstel_id: the proposal that was looked at; another one by now is a conflict.

    Returns:
        The proposal as stored.

    Raises:
        NietToegestaan: this functie does not check here.
        Regelovertreding: a rule refuses, e.g. it is the own proposal (W-6) or the file was not opened (L-147).
        Conflict: no proposal waits for a check, or it is another one.
        Invoerfout: it is given back without a reason.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        toetser = _medewerker(werk, actor, "Een voorstel toetst")
        voorstel = _te_toetsen(werk, zaak, voorstel_id, akkoord=akkoord)
        _vereis_toetser(omgeving, zaak, voorstel, toetser, akkoord=akkoord)
        if not akkoord and not reden.strip():
            raise Invoerfout("Wie een voorstel teruggeeft, zegt waarom.", vervolg="Schrijf de reden in een bestand.")
        open_ = zag_dossier_sinds(werk, voorstel, toetser.medewerker)
        context = ToetsingToets(zaak, voorstel, toetser, open_, omgeving.beeld())
        regels = toets_antwoord(omgeving, Moment.TOETSING, context, f"Zaak {zaak.id}")
        toets = Voorsteltoets(door=toetser, op=omgeving.vandaag(), akkoord=akkoord, reden=reden.strip())
        status = Voorstelstatus.GETOETST if akkoord else Voorstelstatus.TERUGGEGEVEN
        nieuw = voorstel.gewijzigd(status=status, toetsen=(*voorstel.toetsen, toets), regels=regels)
        werk.voorstellen.bewaar(nieuw)
        if not akkoord:
            laat_vervallen(werk, zaak, voorstel.id)
        werk.log(
            "voorstel.getoetst" if akkoord else "voorstel.teruggegeven",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"voorstel": voorstel.id},
        )
        werk.commit()
    return nieuw


def leg_horen_vast(omgeving: Omgeving, actor: Actor, zaak_id: str, hoor: Hoor) -> Voorstel:
    """Record the hearing before an adverse decision; what is given adds to what was recorded before.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        hoor: what is known now.

    Returns:
        The proposal with the whole hearing.

    Raises:
        Conflict: there is no proposal to hear about.
        Invoerfout: the days do not follow each other, or an exception has no reason.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        _medewerker(werk, actor, "Het horen legt vast")
        voorstel = voorstel_in(werk, zaak.id)
        if voorstel is None:
            raise Conflict(
                f"In zaak {zaak.id} ligt geen voorstel om de inwoner over te horen.",
                vervolg=f"Dien het eerst in: toegang besluit voorstel {zaak.id} BESTAND",
            )
        eerder = dict(voorstel.hoor) if voorstel.hoor else {}
        nieuw = Hoor.model_validate(eerder | {naam: getattr(hoor, naam) for naam in hoor.model_fields_set})
        _controleer_horen(nieuw, zaak, omgeving)
        klaar = vraag_zienswijze(werk, omgeving, zaak, voorstel.gewijzigd(hoor=nieuw))
        werk.voorstellen.bewaar(klaar)
        werk.log("voorstel.gehoord", zaak=zaak.id, dossier=zaak.dossier_id, detail={"voorstel": voorstel.id})
        werk.commit()
    return klaar


def zag_dossier_sinds(werk: Werkeenheid, voorstel: Voorstel, medewerker: str) -> bool:
    """Tell whether somebody opened the file after this proposal was handed in."""
    ingediend = [
        regel.volgnr
        for regel in werk.logboek.regels(zaak=voorstel.zaak_id, actie=INGEDIEND)
        if regel.detail.get("voorstel") == voorstel.id
    ]
    return any(
        regel.medewerker == medewerker and regel.volgnr > max(ingediend, default=0)
        for regel in werk.logboek.regels(zaak=voorstel.zaak_id, actie=INGEZIEN)
    )


def _medewerker(werk: Werkeenheid, actor: Actor, wat: str) -> Behandelaar:
    if actor.medewerker is None:
        raise NietToegestaan(
            f"{wat} een medewerker; deze gebruiker is er geen.",
            vervolg="Werk onder uw eigen account; in een oefening met --als.",
        )
    return behandelaar(werk, actor.medewerker)


def _vereis_eigen(zaak: Zaak, steller: Behandelaar, opdracht: Besluitopdracht) -> None:
    if opdracht.beoordelaar not in (None, steller.medewerker):
        raise Invoerfout(
            f"Wie een voorstel in zaak {zaak.id} indient, is de beoordelaar; het bestand noemt een ander.",
            vervolg="Laat diegene het zelf indienen, of laat 'beoordelaar' weg uit het bestand.",
        )
    if opdracht.toetser is not None:
        raise Invoerfout(
            f"Het voorstel in zaak {zaak.id} noemt een toetser, maar er is nog niet getoetst.",
            vervolg="Laat 'toetser' weg; wie toetst, wordt vastgelegd als het gebeurt.",
        )


def _vereis_rol(zaak: Zaak, steller: Behandelaar, route: Besluitroute) -> None:
    if steller.functie not in route.voorstel_rol:
        raise NietToegestaan(
            f"Functie '{steller.functie}' doet volgens de besluitroute geen voorstel in zaak {zaak.id}.",
            vervolg=f"Dat doet: {', '.join(route.voorstel_rol)}.",
        )


def _te_toetsen(werk: Werkeenheid, zaak: Zaak, voorstel_id: str | None, *, akkoord: bool) -> Voorstel:
    voorstel = voorstel_in(werk, zaak.id)
    wacht = (Voorstelstatus.INGEDIEND,) if akkoord else (Voorstelstatus.INGEDIEND, Voorstelstatus.GETOETST)
    if voorstel is None or voorstel.status not in wacht:
        stand = f"; het is {voorstel.status.lower()}" if voorstel else ""
        raise Conflict(
            f"In zaak {zaak.id} wacht geen voorstel op een toets{stand}.",
            vervolg="Bekijk wat er wacht: toegang besluit lijst",
        )
    if voorstel_id not in (None, voorstel.id):
        raise Conflict(
            f"In zaak {zaak.id} ligt nu een ander voorstel ({voorstel.id}) dan u bekeek.",
            vervolg=f"Bekijk het opnieuw: toegang besluit toon {zaak.id}",
        )
    return voorstel


def _vereis_toetser(omgeving: Omgeving, zaak: Zaak, voorstel: Voorstel, toetser: Behandelaar, *, akkoord: bool) -> None:
    route = route_van(omgeving, zaak, voorstel.op)
    if route.toets_rol is None and akkoord:
        raise Conflict(
            f"De besluitroute van gemeente {omgeving.naam} kent voor {zaak.wet} geen aparte toets.",
            vervolg=f"Beslis meteen: toegang besluit neem {zaak.id}",
        )
    rollen = {vereis(omgeving.organisatie, route.toets_rol)} if route.toets_rol else set()
    if not akkoord:
        rollen.add(vereis(omgeving.organisatie, route.besluit_rol))
    if toetser.functie not in rollen:
        raise NietToegestaan(
            f"Functie '{toetser.functie}' toetst volgens de besluitroute niet in zaak {zaak.id}.",
            vervolg=f"Dat doet: {', '.join(sorted(rollen))}.",
        )


def _controleer_horen(hoor: Hoor, zaak: Zaak, omgeving: Omgeving) -> None:
    vandaag = omgeving.vandaag()
    for wat, dag in (("De vraag om een zienswijze", hoor.gevraagd_op), ("De zienswijze", hoor.ontvangen_op)):
        if dag is not None:
            controleer_dag(wat, dag, zaak.ontvangen_op, vandaag)
    if hoor.uitzondering is not None and not hoor.reden.strip():
        raise Invoerfout(
            f"Wie de inwoner niet hoort ({hoor.uitzondering.artikel}), zegt waarom.", vervolg="Vul 'reden' in."
        )
    if hoor.uitzondering is None and hoor.tot is None:
        raise Invoerfout(
            "Bij het horen hoort de laatste dag om te antwoorden.",
            vervolg="Vul 'tot' in; Toegang zet dan de brief klaar. Vroeg u het al, vul dan ook 'gevraagd_op' in. "
            "Of geef een 'uitzondering' met 'reden'.",
        )
    if hoor.gevraagd_op is None and hoor.tot is not None and hoor.tot <= vandaag:
        raise Invoerfout(
            "De inwoner kan niet meer antwoorden voor de dag die in 'tot' staat.", vervolg="Kies een latere 'tot'."
        )
    if hoor.gevraagd_op is not None and hoor.tot is not None and hoor.tot <= hoor.gevraagd_op:
        raise Invoerfout("De termijn voor de zienswijze eindigt voor zij begint.", vervolg="Kies een latere 'tot'.")
    if hoor.gevraagd_op is not None and hoor.ontvangen_op is not None and hoor.ontvangen_op < hoor.gevraagd_op:
        raise Invoerfout("De zienswijze kwam voor de vraag.", vervolg="Controleer 'gevraagd_op' en 'ontvangen_op'.")
