"""How it goes after the decision, and the bottlenecks that somebody is to solve (D-22, W-22)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toegang.domain.monitoring import Monitoring, Monitoruitkomst
from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_nazorg import MonitoringToets
from toegang.guards.register import Moment
from toegang.lifecycle.nazorg import met_melding, toets, wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, nieuw_id
from toegang.storage import Actor, Werkeenheid


class Knelpunt(Waarde):
    """A bottleneck as it is handed in.

    Args:
        aan: medewerker id or functie of who can solve it.
        tekst: what it is.
    """

    aan: str
    tekst: str


class Monitorverslag(Waarde):
    """What somebody found; see :class:`toegang.domain.monitoring.Monitoring`.

    Args:
        knelpunt: what is in the way; must be given when the help does not fit (W-22).
    """

    op: date
    uitkomst: Monitoruitkomst
    toelichting: str = ""
    volgende_op: date | None = None
    knelpunt: Knelpunt | None = None


@dataclass(frozen=True)
class Gemonitord:
    """What was recorded.

    Args:
        monitoring: the record.
        signalen: signals that were raised with it: a bottleneck, or a new triage to be done.
        let_op: what the rules warn of.
    """

    monitoring: Monitoring
    signalen: tuple[Signalering, ...]
    let_op: tuple[Regeltoets, ...]


def registreer_monitoring(omgeving: Omgeving, actor: Actor, zaak_id: str, verslag: Monitorverslag) -> Gemonitord:
    """Record how it goes with the help.

    A question that grew, or problems that came with it, raise a signal to do the triage again (D-23).

    Args:
        omgeving: the gemeente.
        actor: who looked; must be a medewerker.
        zaak_id: zaaknummer.
        verslag: what was found.

    Returns:
        What was recorded.

    Raises:
        Regelovertreding: somebody else is to follow this zaak, or a bottleneck is not raised.
        Conflict: nothing was decided yet.
        Invoerfout: a day cannot be, or who is to solve it does not exist.
    """

    def doe() -> Gemonitord:
        with omgeving.werk(actor) as werk:
            zaak = werk.zaken.haal(zaak_id)
            door = wie(werk, actor, "Hoe het gaat")
            _controleer(werk, omgeving, zaak, verslag)
            context = MonitoringToets(zaak, verslag.uitkomst, door, verslag.knelpunt is not None, omgeving.beeld())
            let_op = toets(omgeving, Moment.MONITORING, context, f"Zaak {zaak.id}")
            signalen = _signalen(werk, omgeving, zaak, verslag, door.medewerker)
            knelpunt = next((item.id for item in signalen if item.soort is Signaleringsoort.KNELPUNT), None)
            monitoring = werk.monitoringen.bewaar(
                Monitoring(
                    id=nieuw_id("MO"),
                    dossier_id=zaak.dossier_id,
                    zaak_id=zaak.id,
                    op=verslag.op,
                    uitkomst=verslag.uitkomst,
                    door=door.medewerker,
                    toelichting=verslag.toelichting,
                    volgende_op=verslag.volgende_op,
                    knelpunt=knelpunt,
                )
            )
            detail = {"monitoring": monitoring.id, "uitkomst": monitoring.uitkomst.value}
            werk.log("zaak.gemonitord", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
            werk.commit()
        return Gemonitord(monitoring, signalen, let_op)

    return met_melding(omgeving, actor, "registreer_monitoring", zaak_id, doe)


def meld_knelpunt(omgeving: Omgeving, actor: Actor, zaak_id: str, op: date, knelpunt: Knelpunt) -> Signalering:
    """Raise a bottleneck at any moment of a zaak (W-22).

    Raises:
        Invoerfout: the day cannot be, or who is to solve it does not exist.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        door = wie(werk, actor, "Een knelpunt")
        controleer_dag("Het knelpunt", op, zaak.ontvangen_op, omgeving.vandaag())
        signaal = _bewaar(werk, omgeving, zaak, Signaleringsoort.KNELPUNT, op, door.medewerker, knelpunt)
        werk.commit()
    return signaal


def handel_af(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date, uitkomst: str) -> Signalering:
    """Record that a signal was dealt with, and how.

    Raises:
        Conflict: it was dealt with before.
        Invoerfout: the day cannot be, or nothing is said of how.
    """
    with omgeving.werk(actor) as werk:
        signaal = werk.signaleringen.haal(kenmerk)
        wie(werk, actor, "Het afhandelen")
        if signaal.afgehandeld_op is not None:
            raise Conflict(f"{kenmerk} is al afgehandeld op {signaal.afgehandeld_op.isoformat()}.")
        controleer_dag("Het afhandelen", op, signaal.op, omgeving.vandaag())
        if not uitkomst.strip():
            raise Invoerfout("Zeg hoe het is opgelost.", vervolg="Schrijf dat in het bestand met de uitkomst.")
        klaar = werk.signaleringen.bewaar(signaal.gewijzigd(afgehandeld_op=op, uitkomst=uitkomst.strip()))
        detail = {"signaal": klaar.id}
        werk.log("signaal.afgehandeld", zaak=klaar.zaak_id, dossier=klaar.dossier_id, detail=detail)
        werk.commit()
    return klaar


def _controleer(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, verslag: Monitorverslag) -> None:
    besluiten = werk.besluiten.zoek(zaak_id=zaak.id)
    if not besluiten:
        raise Conflict(
            f"In zaak {zaak.id} is nog niets besloten, dus er is nog geen hulp om te volgen.",
            vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
        )
    controleer_dag("Dit", verslag.op, besluiten[0].besluit.datum, omgeving.vandaag())
    if verslag.volgende_op is not None and verslag.volgende_op <= verslag.op:
        raise Invoerfout("De volgende keer ligt niet na deze dag.", vervolg="Verbeter volgende_op.")


def _signalen(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, verslag: Monitorverslag, door: str
) -> tuple[Signalering, ...]:
    signalen = []
    if verslag.knelpunt is not None:
        signalen.append(_bewaar(werk, omgeving, zaak, Signaleringsoort.KNELPUNT, verslag.op, door, verslag.knelpunt))
    if verslag.uitkomst.vraagt_triage:
        tekst = f"Opnieuw bekijken wat er nodig is: {verslag.uitkomst.in_woorden}."
        naar = Knelpunt(aan=_wie_triage_doet(werk, zaak, door), tekst=tekst)
        signalen.append(_bewaar(werk, omgeving, zaak, Signaleringsoort.SIGNALERING, verslag.op, door, naar))
    return tuple(signalen)


def _wie_triage_doet(werk: Werkeenheid, zaak: Zaak, door: str) -> str:
    """Return who steers the household, or carries the zaak, or found it."""
    regie = werk.regie.huidig(zaak.dossier_id)
    return (regie.regisseur if regie else None) or (zaak.leden[0] if zaak.leden else door)


def _bewaar(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, soort: Signaleringsoort, op: date, door: str, inhoud: Knelpunt
) -> Signalering:
    if omgeving.organisatie.functie(inhoud.aan) is None and inhoud.aan not in {
        mens.id for mens in werk.medewerkers.zoek()
    }:
        raise Invoerfout(
            "Wie het knelpunt moet oplossen, bestaat niet als medewerker of functie.",
            vervolg="Bekijk wie er zijn: toegang medewerker lijst",
        )
    signaal = Signalering(
        id=nieuw_id("SG"),
        dossier_id=zaak.dossier_id,
        zaak_id=zaak.id,
        soort=soort,
        op=op,
        door=door,
        aan=inhoud.aan,
        tekst=inhoud.tekst,
    )
    detail = {"signaal": signaal.id, "soort": soort.value, "aan": inhoud.aan}
    werk.log("signaal.gemeld", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
    return werk.signaleringen.bewaar(signaal)
