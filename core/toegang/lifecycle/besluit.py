"""Step 7, besluit: taken by a person, along the besluitroute, on a mandate."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm
from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Advies, Besluit, Motivering, Voorziening
from toegang.domain.besluitgronden import afwijzingsgrond, wetsfase
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.levensloop import Stap
from toegang.domain.mandaat import Mandaat, Mandaatvraag, bezwaren, zoek_mandaat
from toegang.domain.openstaand import vereis
from toegang.domain.producten import product
from toegang.domain.team import Casusteam
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout, NietToegestaan
from toegang.guards.contexten import BesluitToets
from toegang.guards.register import Moment, weiger_bij_overtreding
from toegang.lifecycle.intakepoort import vereis_identiteit
from toegang.lifecycle.inzage import had_open
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.onderzoek import toets_onderzoek
from toegang.lifecycle.plantoets import toets_plan
from toegang.lifecycle.team import team_van
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, nieuw_id, toets_antwoord, vereis_stap
from toegang.storage import Actor

_DAGEN_PER_MAAND = 30.4


class Gevraagd(Waarde):
    """A provision as it is handed in; name, kind and traits come from the product catalogue.

    Args:
        product: id in the catalogue.
        (others as in :class:`toegang.domain.besluit.Voorziening`)
    """

    product: str
    leveringsvorm: Leveringsvorm | None = None
    omvang: str = ""
    ingangsdatum: date
    einddatum: date | None = None
    aanbieder: str = ""
    bedrag_centen: int | None = None
    resultaat: str = ""


class Besluitopdracht(Waarde):
    """What a person decides; see :class:`toegang.domain.besluit.Besluit`.

    Args:
        op: day of the decision.
        beoordelaar: medewerker id of who assessed; ``None`` = the first of the team who may.
        toetser: medewerker id of who checked the lawfulness.
        afwijzingsgrond: key of :func:`toegang.domain.besluitgronden.afwijzingsgrond`; empty = none.
        meer_oorzaken: the need has more than one cause (L-83).
    """

    soort: Besluitsoort
    op: date
    voorzieningen: tuple[Gevraagd, ...] = ()
    minder_dan_gevraagd: bool = False
    ten_nadele: bool = False
    beoordelaar: str | None = None
    toetser: str | None = None
    adviezen: tuple[Advies, ...] = ()
    motivering: Motivering
    afwijzingsgrond: str = ""
    meer_oorzaken: bool = False


@meldt_weigering
def neem_besluit(omgeving: Omgeving, actor: Actor, zaak_id: str, opdracht: Besluitopdracht) -> Besluit:
    """Record a decision that the acting medewerker takes.

    Args:
        omgeving: the gemeente.
        actor: the beslisser; must be a medewerker.
        zaak_id: zaaknummer.
        opdracht: what is decided and why.

    Returns:
        The decision as stored.

    Raises:
        NietToegestaan: no medewerker, no route, or a key of the route is still open.
        Regelovertreding: a rule refuses, e.g. no mandate (L-21).
        Conflict: the zaak is not at this step.
    """
    if actor.medewerker is None:
        raise NietToegestaan("Een besluit neemt een medewerker; deze gebruiker is er geen.", vervolg="Zie L-147.")
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.BESLUIT)
        controleer_dag("Het besluit", opdracht.op, zaak.aanvraag_op or zaak.ontvangen_op, omgeving.vandaag())
        team = team_van(werk, zaak.id)
        route = route_van(omgeving, zaak, opdracht.op)
        vereis(omgeving.organisatie, route.besluit_rol)
        vereis_identiteit(werk, omgeving, zaak, opdracht.soort, opdracht.op)
        besluit = Besluit(
            id=nieuw_id("BS"),
            zaak_id=zaak.id,
            soort=opdracht.soort,
            datum=opdracht.op,
            voorzieningen=voorzieningen(opdracht, zaak),
            minder_dan_gevraagd=opdracht.minder_dan_gevraagd,
            ten_nadele=opdracht.ten_nadele,
            beoordelaar=behandelaar(werk, opdracht.beoordelaar or _beoordelaar(team, zaak)),
            toetser=behandelaar(werk, opdracht.toetser) if opdracht.toetser else None,
            beslisser=behandelaar(werk, actor.medewerker),
            adviezen=opdracht.adviezen,
            afwijzingsgrond=_grond(opdracht, zaak),
            meer_oorzaken=opdracht.meer_oorzaken,
        )
        onderzoek = toets_onderzoek(
            werk, omgeving, zaak, opdracht.op, besluit.soort, besluit.voorzieningen, opdracht.motivering
        )
        vraag = mandaatvraag(zaak, besluit, besluit.beslisser.functie)
        register = tuple(item for item in omgeving.beleid(opdracht.op)[0].mandaten if item.soort == "BESLUIT")
        context = BesluitToets(
            zaak=zaak,
            besluit=besluit,
            team=team,
            route=route,
            mandaat=zoek_mandaat(register, vraag),
            waarom_niet=waarom_geen_mandaat(register, vraag),
            had_dossier_open=had_open(werk, zaak.id, actor.medewerker),
            beeld=omgeving.beeld(opdracht.op),
            motivering=opdracht.motivering,
        )
        regels = toets_antwoord(omgeving, Moment.BESLUIT, context, f"Zaak {zaak.id}")
        weiger_bij_overtreding(onderzoek, f"Zaak {zaak.id}")
        regels += toets_plan(werk, omgeving, zaak, besluit.soort)
        record = Besluitrecord(
            dossier_id=zaak.dossier_id,
            besluit=besluit,
            motivering=opdracht.motivering,
            regels=(*regels, *onderzoek),
            wetsfase=wetsfase(zaak.wet, opdracht.op),
        )
        werk.besluiten.bewaar(record)
        werk.zaken.bewaar(zaak.na(Stap.BESLUIT, opdracht.op))
        werk.log(
            "besluit.genomen",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"besluit": besluit.id, "soort": besluit.soort, "beoordelaar": besluit.beoordelaar.medewerker},
        )
        werk.commit()
    return besluit


def _grond(opdracht: Besluitopdracht, zaak: Zaak) -> str:
    """Return the key of the refusal ground, when there is one and it exists under the act."""
    if not opdracht.afwijzingsgrond:
        return ""
    if opdracht.soort is not Besluitsoort.AFWIJZING:
        raise Invoerfout("Veld 'afwijzingsgrond' hoort alleen bij een afwijzing.", vervolg="Laat het veld weg.")
    return afwijzingsgrond(zaak.wet, opdracht.afwijzingsgrond).grond


def _beoordelaar(team: Casusteam, zaak: Zaak) -> str:
    """Return the first of the team who may assess under the act; else who carries it, and W-1 refuses."""
    return next(iter(team.beoordelaars(zaak.wet)), team.drager).medewerker


def route_van(omgeving: Omgeving, zaak: Zaak, op: date) -> Besluitroute:
    """Return the besluitroute of a zaak.

    Raises:
        NietToegestaan: there is none.
    """
    route = omgeving.beleid(op)[0].route(zaak.wet, zaak.problematiek, op)
    if route is None:
        raise NietToegestaan(
            f"Gemeente {omgeving.naam} heeft op {op.isoformat()} geen besluitroute voor {zaak.wet}, "
            f"{zaak.problematiek.lower()}.",
            vervolg="Voeg een [[besluitroute]] toe aan organisatie.toml.",
        )
    return route


def voorzieningen(opdracht: Besluitopdracht, zaak: Zaak) -> tuple[Voorziening, ...]:
    """Complete what was handed in with the facts of the product catalogue.

    Raises:
        Invoerfout: a product does not exist or falls under another act.
    """
    klaar = []
    for nummer, gevraagd in enumerate(opdracht.voorzieningen, start=1):
        soort = product(gevraagd.product)
        if soort.wet not in (None, zaak.wet):
            raise Invoerfout(
                f"Product '{gevraagd.product}' hoort bij {soort.wet}, maar zaak {zaak.id} gaat over {zaak.wet}."
            )
        velden = dict(gevraagd) | {"leveringsvorm": gevraagd.leveringsvorm or soort.leveringsvorm}
        klaar.append(
            Voorziening(
                **velden, id=f"V{nummer}", naam=soort.naam, wet=zaak.wet, soort=soort.soort, kenmerken=soort.kenmerken
            )
        )
    return tuple(klaar)


def mandaatvraag(zaak: Zaak, besluit: Besluit, functie: str) -> Mandaatvraag:
    """Return what the register is asked: functie, act, kind, highest amount, longest duration, day."""
    dagen = [(item.einddatum - item.ingangsdatum).days for item in besluit.voorzieningen if item.einddatum is not None]
    return Mandaatvraag(
        functie=functie,
        wet=zaak.wet,
        besluitsoort=besluit.soort,
        bedrag_centen=max((item.bedrag_centen or 0 for item in besluit.voorzieningen), default=0),
        duur_maanden=round(max(dagen, default=0) / _DAGEN_PER_MAAND),
        op=besluit.datum,
    )


def waarom_geen_mandaat(register: tuple[Mandaat, ...], vraag: Mandaatvraag) -> str:
    """Return in Dutch why no entry covers the question; the entries of that functie first."""
    eigen = [mandaat for mandaat in register if mandaat.functie == vraag.functie]
    if not eigen:
        return "deze functie staat niet in het mandaatregister"
    return "; ".join(f"{mandaat.id} {', '.join(bezwaren(mandaat, vraag))}" for mandaat in eigen)
