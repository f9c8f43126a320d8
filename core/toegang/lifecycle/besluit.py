"""Step 7, besluit: taken by a person, along the besluitroute, on a mandate."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Behandelaar, Besluit
from toegang.domain.besluitgronden import afwijzingsgrond, wetsfase
from toegang.domain.besluitopdracht import Besluitopdracht, Gevraagd
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.levensloop import Stap
from toegang.domain.openstaand import vereis
from toegang.domain.spoor import Regeltoets
from toegang.domain.voorstel import Voorstel, Voorstelstatus
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.contexten import BesluitToets
from toegang.guards.register import Moment, toets, weiger_bij_overtreding
from toegang.lifecycle.besluitinhoud import (
    route_van,
    vereis_besluitstap,
    vereis_brief,
    voorstel_in,
    voorsteltoets,
    voorzieningen,
)
from toegang.lifecycle.bevoegdheid import vind_mandaat
from toegang.lifecycle.intakepoort import vereis_identiteit
from toegang.lifecycle.inzage import had_open
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.onderzoek import toets_onderzoek
from toegang.lifecycle.plantoets import toets_plan
from toegang.lifecycle.procesbrief import laat_vervallen
from toegang.lifecycle.team import team_van
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, nieuw_id
from toegang.storage import Actor, Werkeenheid

__all__ = [
    "Besluitopdracht",
    "Gevraagd",
    "neem_besluit",
    "route_van",
]


@meldt_weigering
def neem_besluit(
    omgeving: Omgeving, actor: Actor, zaak_id: str, opdracht: Besluitopdracht | None = None, *, op: date | None = None
) -> Besluit:
    """Record a decision that the acting medewerker takes: on the proposal that lies there, or at once.

    At once only where the route lets one person propose and decide (no check, same functie; W-6).

    Args:
        omgeving: the gemeente.
        actor: the beslisser; must be a medewerker.
        zaak_id: zaaknummer.
        opdracht: what is decided and why; ``None`` = as proposed.
        op: day of the decision, when there is no ``opdracht``; ``None`` = today.

    Returns:
        The decision as stored.

    Raises:
        NietToegestaan: no medewerker, no route, or a key of the route is still open.
        Regelovertreding: a rule refuses, e.g. no mandate (L-21).
        Conflict: the zaak is not at this step, no proposal is ready, or the decision differs from it.
    """
    if actor.medewerker is None:
        raise NietToegestaan("Een besluit neemt een medewerker; deze gebruiker is er geen.", vervolg="Zie L-147.")
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        voorstel = voorstel_in(werk, zaak.id)
        wat = opdracht or (voorstel.opdracht if voorstel else None)
        if wat is not None:
            vereis_brief(omgeving, zaak, wat)
        vereis_besluitstap(zaak, wat.soort if wat else None)
        dag = opdracht.op if opdracht is not None else op or omgeving.vandaag()
        controleer_dag("Het besluit", dag, zaak.aanvraag_op or zaak.ontvangen_op, omgeving.vandaag())
        route = route_van(omgeving, zaak, dag)
        vereis(omgeving.organisatie, route.besluit_rol)
        vereis(omgeving.organisatie, omgeving.beleid(dag)[0].orgaan(zaak.wet, dag).naam)
        beslisser = behandelaar(werk, actor.medewerker)
        inhoud = _inhoud(zaak, route, beslisser, voorstel, opdracht, dag)
        vereis_identiteit(werk, omgeving, zaak, inhoud.soort, dag)
        besluit = _besluit(werk, zaak, inhoud, beslisser, voorstel)
        mandaat, regels = _toets(werk, omgeving, zaak, route, besluit, inhoud, voorstel)
        record = Besluitrecord(
            dossier_id=zaak.dossier_id,
            besluit=besluit,
            motivering=inhoud.motivering,
            regels=regels,
            beslismandaat=mandaat,
            opdracht=inhoud,
            voorstel_id=voorstel.id if voorstel else None,
            wetsfase=wetsfase(zaak.wet, dag),
        )
        werk.besluiten.bewaar(record)
        if voorstel is not None:
            werk.voorstellen.bewaar(voorstel.gewijzigd(status=Voorstelstatus.BESLOTEN, besluit_id=besluit.id))
            laat_vervallen(werk, zaak, voorstel.id)
        if not besluit.soort.tussentijds:
            werk.zaken.bewaar(zaak.na(Stap.BESLUIT, dag))
        werk.log(
            "besluit.genomen",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"besluit": besluit.id, "soort": besluit.soort, "beoordelaar": besluit.beoordelaar.medewerker},
        )
        werk.commit()
    return besluit


def _inhoud(
    zaak: Zaak,
    route: Besluitroute,
    beslisser: Behandelaar,
    voorstel: Voorstel | None,
    opdracht: Besluitopdracht | None,
    dag: date,
) -> Besluitopdracht:
    """Return what is decided: what lies there, or what one person hands in where the route lets him."""
    if voorstel is None:
        if opdracht is None or not route.mag_ineens(beslisser.functie):
            raise Conflict(
                f"In zaak {zaak.id} ligt nog geen voorstel om over te beslissen.",
                vervolg=f"Dien het in: toegang besluit voorstel {zaak.id} BESTAND ({', '.join(route.voorstel_rol)})",
            )
        if opdracht.beoordelaar not in (None, beslisser.medewerker):
            raise Conflict(
                f"Wie in zaak {zaak.id} een ander als beoordelaar noemt, beslist op diens voorstel.",
                vervolg=f"Laat diegene het indienen: toegang besluit voorstel {zaak.id} BESTAND",
            )
        return opdracht
    _vereis_rijp(zaak, route, voorstel)
    if opdracht is None:
        return voorstel.opdracht.gewijzigd(op=dag)
    _vereis_gelijk(zaak, route, voorstel, opdracht)
    return opdracht


def _vereis_rijp(zaak: Zaak, route: Besluitroute, voorstel: Voorstel) -> None:
    if voorstel.status is Voorstelstatus.TERUGGEGEVEN:
        raise Conflict(
            f"Het voorstel in zaak {zaak.id} is teruggegeven aan {voorstel.steller.medewerker}.",
            vervolg=f"Dien het verbeterd in: toegang besluit voorstel {zaak.id} BESTAND",
        )
    if route.toets_rol is not None and voorstel.status is not Voorstelstatus.GETOETST:
        raise Conflict(
            f"Het voorstel in zaak {zaak.id} wacht nog op de inhoudelijke toets door {route.toets_rol}.",
            vervolg=f"Toets het: toegang besluit toets {zaak.id} --akkoord",
        )


def _vereis_gelijk(zaak: Zaak, route: Besluitroute, voorstel: Voorstel, opdracht: Besluitopdracht) -> None:
    """Refuse other people than are recorded, and other content that nobody checked or explained."""
    toetser = voorstel.toetser.medewerker if voorstel.toetser else None
    for wat, genoemd, vast in (
        ("beoordelaar", opdracht.beoordelaar, voorstel.steller.medewerker),
        ("toetser", opdracht.toetser, toetser),
    ):
        if genoemd not in (None, vast):
            raise Conflict(
                f"Het bestand noemt een andere {wat} dan in zaak {zaak.id} is vastgelegd ({vast or 'niemand'}).",
                vervolg=f"Laat '{wat}' weg uit het bestand.",
            )
    if opdracht.zelfde_inhoud(voorstel.opdracht):
        return
    if route.toets_rol is not None:
        raise Conflict(
            f"Wat u in zaak {zaak.id} wilt besluiten, verschilt van het voorstel dat is getoetst.",
            vervolg=f"Geef het voorstel terug met een reden: toegang besluit toets {zaak.id} --terug BESTAND",
        )
    if not opdracht.afwijking.strip():
        raise Conflict(
            f"Wat u in zaak {zaak.id} wilt besluiten, verschilt van het voorstel.",
            vervolg="Zeg in het veld 'afwijking' waarom, of geef het voorstel terug.",
        )


def _besluit(
    werk: Werkeenheid, zaak: Zaak, inhoud: Besluitopdracht, beslisser: Behandelaar, voorstel: Voorstel | None
) -> Besluit:
    return Besluit(
        id=nieuw_id("BS"),
        zaak_id=zaak.id,
        soort=inhoud.soort,
        datum=inhoud.op,
        voorzieningen=voorzieningen(inhoud, zaak),
        minder_dan_gevraagd=inhoud.minder_dan_gevraagd,
        ten_nadele=inhoud.is_ten_nadele,
        beoordelaar=voorstel.steller if voorstel else beslisser,
        toetser=voorstel.toetser if voorstel else None,
        beslisser=behandelaar(werk, beslisser.medewerker),
        adviezen=inhoud.adviezen,
        afwijzingsgrond=_grond(inhoud, zaak),
        meer_oorzaken=inhoud.meer_oorzaken,
    )


def _grond(inhoud: Besluitopdracht, zaak: Zaak) -> str:
    """Return the key of the refusal ground, when there is one and it exists under the act."""
    if not inhoud.afwijzingsgrond:
        return ""
    if inhoud.soort is not Besluitsoort.AFWIJZING:
        raise Invoerfout("Veld 'afwijzingsgrond' hoort alleen bij een afwijzing.", vervolg="Laat het veld weg.")
    return afwijzingsgrond(zaak.wet, inhoud.afwijzingsgrond).grond


def _toets(
    werk: Werkeenheid,
    omgeving: Omgeving,
    zaak: Zaak,
    route: Besluitroute,
    besluit: Besluit,
    inhoud: Besluitopdracht,
    voorstel: Voorstel | None,
) -> tuple[str | None, tuple[Regeltoets, ...]]:
    """Check content and power together, so that one refusal names all; return the entry and the results."""
    beeld, beslisser = omgeving.beeld(besluit.datum), besluit.beslisser
    mandaat, waarom_niet = vind_mandaat(
        werk, beeld.organisatie, zaak, besluit, (beslisser.medewerker, beslisser.functie)
    )
    context = BesluitToets(
        zaak=zaak,
        besluit=besluit,
        team=team_van(werk, zaak.id),
        route=route,
        mandaat=mandaat,
        waarom_niet=waarom_niet,
        had_dossier_open=had_open(werk, zaak.id, beslisser.medewerker),
        beeld=beeld,
        motivering=inhoud.motivering,
        opdracht=inhoud,
        hoor=voorstel.hoor if voorstel else None,
    )
    inhoudelijk = voorsteltoets(werk, omgeving, zaak, inhoud, besluit.beoordelaar)
    regels = (
        *toets(Moment.VOORSTEL, inhoudelijk, beeld, omgeving.bevestigd),
        *toets(Moment.BESLUIT, context, beeld, omgeving.bevestigd),
        *toets_onderzoek(werk, omgeving, zaak, besluit.datum, besluit.soort, besluit.voorzieningen, inhoud.motivering),
    )
    weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
    regels += toets_plan(werk, omgeving, zaak, besluit.soort)
    return (mandaat.id if mandaat else None), regels
