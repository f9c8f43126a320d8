"""Pointing something out to who is responsible for the content, and dealing with it (B-45)."""

from __future__ import annotations

from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Actor, Werkeenheid

CONSULENT = "consulent"
"""Addressee that stands for who carries the zaak."""


def signaleer(
    omgeving: Omgeving,
    actor: Actor,
    zaak_id: str,
    tekst: str,
    aan: str = CONSULENT,
    soort: Signaleringsoort = Signaleringsoort.SIGNALERING,
) -> Signalering:
    """Put something before who is responsible for the content; nothing in the file changes by it.

    Args:
        omgeving: the gemeente.
        actor: who points it out; must be a medewerker.
        zaak_id: zaaknummer.
        tekst: what it is about (free text).
        aan: ``consulent`` for who carries the zaak, a medewerker id, or a functie.
        soort: what it is.

    Returns:
        The signal as stored.

    Raises:
        NietToegestaan: this user is no medewerker.
        Invoerfout: there is no text, or no such addressee.
        Conflict: the zaak is closed, or has no team to tell.
    """
    if actor.medewerker is None:
        raise NietToegestaan("Signaleren doet een medewerker; deze gebruiker is er geen.", vervolg="Gebruik --als.")
    if not tekst.strip():
        raise Invoerfout("Een signalering zonder tekst zegt niets.", vervolg="Schrijf op wat u zag.")
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        if not zaak.open:
            raise Conflict(f"Zaak {zaak.id} is gesloten.", vervolg="Signaleer in een lopende zaak van dit huishouden.")
        signaal = Signalering(
            id=nieuw_id("SG"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            soort=soort,
            op=omgeving.vandaag(),
            door=behandelaar(werk, actor.medewerker).medewerker,
            aan=_geadresseerde(werk, omgeving, zaak, aan),
            tekst=tekst.strip(),
        )
        werk.signaleringen.bewaar(signaal)
        detail = {"signalering": signaal.id, "soort": signaal.soort, "aan": signaal.aan}
        werk.log("signalering.gedaan", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    return signaal


def handel_af(omgeving: Omgeving, actor: Actor, signaal_id: str, uitkomst: str) -> Signalering:
    """Record how a signal was dealt with.

    Args:
        omgeving: the gemeente.
        actor: to whom it was put: that medewerker, or somebody with that functie.
        signaal_id: id of the signal.
        uitkomst: what was done (free text).

    Returns:
        The signal, dealt with.

    Raises:
        NietToegestaan: it was put to somebody else.
        Conflict: it was dealt with before.
        Invoerfout: it does not say what was done.
    """
    if not uitkomst.strip():
        raise Invoerfout("Er staat niet wat er is gedaan.", vervolg="Schrijf de uitkomst op.")
    with omgeving.werk(actor) as werk:
        signaal = werk.signaleringen.haal(signaal_id)
        if signaal.afgehandeld_op is not None:
            raise Conflict(
                f"Signalering {signaal.id} is al afgehandeld op {signaal.afgehandeld_op.isoformat()}.",
                vervolg=f"Lees haar terug: toegang zaak signalen {signaal.zaak_id}",
            )
        wie = behandelaar(werk, actor.medewerker) if actor.medewerker else None
        if wie is None or signaal.aan not in (wie.medewerker, wie.functie):
            raise NietToegestaan(
                f"Signalering {signaal.id} is voor {signaal.aan}.", vervolg="Laat diegene haar afhandelen."
            )
        klaar = signaal.gewijzigd(afgehandeld_op=omgeving.vandaag(), uitkomst=uitkomst.strip())
        werk.signaleringen.bewaar(klaar)
        werk.log(
            "signalering.afgehandeld",
            zaak=signaal.zaak_id,
            dossier=signaal.dossier_id,
            detail={"signalering": signaal.id},
        )
        werk.commit()
    return klaar


def _geadresseerde(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, aan: str) -> str:
    if aan == CONSULENT:
        if not zaak.leden:
            raise Conflict(
                f"Zaak {zaak.id} heeft nog geen team om aan te signaleren.",
                vervolg=f"Stel het samen (toegang zaak team {zaak.id}), of noem een functie met --aan.",
            )
        return zaak.leden[0]
    if omgeving.organisatie.functie(aan) is not None:
        return aan
    if werk.medewerkers.zoek(id=aan):
        return aan
    functies = ", ".join(item.id for item in omgeving.organisatie.functies)
    raise Invoerfout(
        "Deze medewerker of functie bestaat niet.", vervolg=f"Kies {CONSULENT}, een medewerker, of uit: {functies}."
    )
