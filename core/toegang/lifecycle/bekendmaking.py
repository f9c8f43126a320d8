"""Step 9, bekendmaking: the day on which the decision reached the resident (Awb 3:40, 3:41)."""

from __future__ import annotations

from datetime import date

from toegang.domain.besluitrecord import Bekendmaking, Besluitrecord
from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.levensloop import Stap
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.termijnen import bezwaartermijn
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.guards.contexten_besluit import BekendmakingToets
from toegang.guards.register import Moment
from toegang.lifecycle.beschikking import besluit_van
from toegang.lifecycle.besluit import route_van
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, nieuw_id, toets_antwoord, vereis_stap
from toegang.storage import Actor, Werkeenheid


@meldt_weigering
def maak_bekend(omgeving: Omgeving, actor: Actor, zaak_id: str, op: date, wijze: str = "post") -> Besluitrecord:
    """Record that the letters of a decision were sent or handed over; sets the end of the bezwaar term.

    Args:
        omgeving: the gemeente.
        actor: who sends.
        zaak_id: zaaknummer.
        op: day of dispatch; must be the date that is printed on the letters.
        wijze: ``post``, ``uitgereikt`` or ``digitaal``.

    Returns:
        The besluit with ``bekendgemaakt_op`` and ``bezwaar_tot``.

    Raises:
        Conflict: a letter is not made, is held, or bears another date.
        Regelovertreding: it does not reach who it is about, or in no way that counts (L-11).
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.BEKENDMAKING)
        record = besluit_van(werk, zaak)
        controleer_dag("De bekendmaking", op, record.besluit.datum, omgeving.vandaag())
        brieven = [brief for brief in werk.brieven.zoek(zaak_id=zaak.id) if brief.besluit_id == record.id]
        for brief in brieven:
            _controleer_brief(brief, op)
            werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.VERZONDEN, verzonden_op=op))
        bereikt = tuple(Bekendmaking(aan=wie, wijze=wijze, op=op) for wie in _geadresseerden(werk, zaak, op))
        regels = _toets(omgeving, werk, zaak, record, bereikt)
        nieuw = record.gewijzigd(bekendgemaakt_op=op, bezwaar_tot=bezwaartermijn(op).einde, bekendmakingen=bereikt)
        _zet_berichten_klaar(werk, omgeving, actor, zaak, regels)
        werk.besluiten.bewaar(nieuw)
        werk.zaken.bewaar(zaak.na(Stap.BEKENDMAKING, op, bekendgemaakt_op=op))
        werk.log(
            "besluit.bekendgemaakt",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"besluit": record.id, "op": op.isoformat(), "wijze": wijze},
        )
        werk.commit()
    return nieuw


def _geadresseerden(werk: Werkeenheid, zaak: Zaak, op: date) -> tuple[str, ...]:
    """Return to whom the letters went: the client, or those with gezag over a minor (L-86)."""
    client = werk.inwoners.haal(zaak.client_id)
    return (client.id,) if client.minderjarig(op) is False else _gezag(werk, zaak)


def _gezag(werk: Werkeenheid, zaak: Zaak) -> tuple[str, ...]:
    leden = werk.dossiers.haal(zaak.dossier_id).leden
    lid = next((lid for lid in leden if lid.inwoner == zaak.client_id), None)
    return (lid.gezag if lid else None) or ()


def _toets(
    omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, record: Besluitrecord, bereikt: tuple[Bekendmaking, ...]
) -> tuple[Regeltoets, ...]:
    context = BekendmakingToets(
        zaak=zaak,
        bekendmakingen=bereikt,
        vertegenwoordigers=_gezag(werk, zaak),
        adviseurs_afgeweken=tuple(advies.van for advies in record.besluit.adviezen if not advies.overgenomen),
        beeld=omgeving.beeld(),
    )
    return toets_antwoord(omgeving, Moment.BEKENDMAKING, context, f"Zaak {zaak.id}")


def _zet_berichten_klaar(
    werk: Werkeenheid, omgeving: Omgeving, actor: Actor, zaak: Zaak, regels: tuple[Regeltoets, ...]
) -> None:
    """Put the notices that are due now before who sends (Awb 3:43; L-12)."""
    verzender = route_van(omgeving, zaak, omgeving.vandaag()).verzend_rol
    for item in regels:
        if item.regel != "L-12" or item.oordeel is Oordeel.VOLDOET:
            continue
        werk.signaleringen.bewaar(
            Signalering(
                id=nieuw_id("SG"),
                dossier_id=zaak.dossier_id,
                zaak_id=zaak.id,
                soort=Signaleringsoort.SIGNALERING,
                op=omgeving.vandaag(),
                door=actor.medewerker or "toegang",
                aan=zaak.leden[0] if verzender.startswith(VOORVOEGSEL) else verzender,
                tekst=f"{item.boodschap} ({item.grondslag}).",
            )
        )


def _controleer_brief(brief: Brief, op: date) -> None:
    if brief.status is not Briefstatus.GEMAAKT:
        waarom = f" ({brief.toelichting})" if brief.toelichting else ""
        raise Conflict(
            f"Brief {brief.id} van zaak {brief.zaak_id} is {brief.status}{waarom} en kan niet worden verzonden.",
            vervolg="Maak de brief eerst: toegang beschikking batch",
        )
    if brief.dagtekening != op:
        raise Conflict(
            f"Brief {brief.id} van zaak {brief.zaak_id} draagt de datum {brief.dagtekening}, niet {op.isoformat()}.",
            vervolg="Verzend op de dag die op de brief staat, of maak hem opnieuw; anders klopt de termijn niet.",
        )
