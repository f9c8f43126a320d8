"""What happens to a delivery: assigned, begun, checked, ended (B-44, B-72)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from toegang.domain.besluit import Behandelaar
from toegang.domain.levering import (
    Bericht,
    Levering,
    Leveringscontrole,
    Leveringstatus,
    Leverreden,
    Stopreden,
    Uitvoering,
)
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_nazorg import LeveringToets, ToewijzingToets
from toegang.guards.register import Moment
from toegang.lifecycle.aanbiederbrief import zet_kopie_klaar
from toegang.lifecycle.aanbieders import aanbieder
from toegang.lifecycle.levercontact import bekend_contact, bij_gezin
from toegang.lifecycle.nazorg import gewaarschuwd, met_melding, toets, wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.toewijzing import controledag
from toegang.lifecycle.vastleggen import controleer_dag, nieuw_id
from toegang.lifecycle.zorgstart import vereis_zorgstart
from toegang.storage import Actor, Werkeenheid

Gedaan = tuple[Levering, tuple[Regeltoets, ...]]
"""A delivery as stored, and what the rules warn of."""
_EEN_DAG = timedelta(days=1)
_NAAR_EEN_ANDER = "Gaat zij naar een ander, stop haar dan met reden andere_aanbieder; dan komt er een nieuwe."
_OPNIEUW = timedelta(days=14)
_KIJK = "Bekijk de leveringen met: toegang levering lijst"


class Controleverzoek(Waarde):
    """A check as it is handed in.

    Args:
        op: day.
        geleverd: the help is there, as granted.
        reden: why not; must be given then.
        toelichting: free text.
        opnieuw_op: day on which somebody looks again; ``None`` = in two weeks when nothing was delivered.
    """

    op: date
    geleverd: bool
    reden: Leverreden | None = None
    toelichting: str = ""
    opnieuw_op: date | None = None


def vind(werk: Werkeenheid, tekst: str) -> Levering:
    """Return the delivery with this id, or the only running one of this zaak, or ``ZAAK/V1``.

    Args:
        werk: a unit of work.
        tekst: what was typed; never shown, because it may be anything.

    Raises:
        Invoerfout: there is none, or there are several.
    """
    if tekst.startswith("LV-"):
        return werk.leveringen.haal(tekst)
    zaak, _, voorziening = tekst.partition("/")
    alle = werk.leveringen.zoek(zaak_id=zaak) if zaak else ()
    passend = [item for item in alle if not voorziening or item.voorziening == voorziening]
    lopend = [item for item in passend if item.loopt] or passend
    if len(lopend) == 1:
        return lopend[0]
    if not lopend:
        raise Invoerfout("Deze levering bestaat niet.", vervolg=_KIJK)
    keuze = ", ".join(f"{item.zaak_id}/{item.voorziening}" for item in lopend)
    raise Invoerfout(f"Deze zaak heeft {len(lopend)} leveringen; zeg welke.", vervolg=f"Kies uit: {keuze}.")


def wijs_toe(
    omgeving: Omgeving,
    actor: Actor,
    kenmerk: str,
    naar: str,
    op: date,
    bericht: Bericht | None = None,
    contact: str = "",
) -> Gedaan:
    """Assign a delivery to a provider; again for another one, as long as nothing began.

    Args:
        omgeving: the gemeente.
        actor: who assigns.
        kenmerk: the delivery.
        naar: id of the provider.
        op: day.
        bericht: the message by which it was told.
        contact: reference of the contact at the provider (B-42); empty = the one this family has there already.

    Raises:
        Regelovertreding: its contract does not cover this (B-72).
        Conflict: it began or ended, or no provider delivers this.
        Invoerfout: the delivery or provider is not known, or the day cannot be.
    """

    def stap(werk: Werkeenheid, levering: Levering, _: Behandelaar) -> Gedaan:
        if levering.uitvoering is not Uitvoering.AANBIEDER:
            raise Conflict(f"Levering {levering.id} gaat niet via een aanbieder ({levering.uitvoering}).")
        if levering.gestart_op is not None or not levering.loopt:
            raise Conflict(f"Levering {levering.id} is al {levering.status.in_woorden}.", vervolg=_NAAR_EEN_ANDER)
        vereis_dag(werk, omgeving, levering, "De toewijzing", op)
        leverancier, anderen = aanbieder(werk, naar), bij_gezin(werk, levering, naar)
        velden = {"status": Leveringstatus.TOEGEWEZEN, "aanbieder": naar, "toegewezen_op": op}
        velden |= {"contact": contact or bekend_contact(levering, naar, anderen)}
        toegewezen = levering.gewijzigd(**velden, berichten=_met(levering, bericht))
        context = ToewijzingToets(toegewezen, leverancier, op, omgeving.beeld(), anderen)
        let_op = toets(omgeving, Moment.TOEWIJZING, context, f"Zaak {levering.zaak_id}")
        zet_kopie_klaar(werk, omgeving, toegewezen)
        return toegewezen, let_op

    return wijzig(omgeving, actor, kenmerk, "levering.toegewezen", "Een toewijzing", stap)


def start(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date, bericht: Bericht | None = None) -> Gedaan:
    """Record that a delivery began.

    Raises:
        Regelovertreding: the decision has no effect yet on that day (L-10).
        Conflict: it is not assigned, began before, or ended.
        Invoerfout: the delivery is not known, or the day cannot be.
    """

    def stap(werk: Werkeenheid, levering: Levering, _: Behandelaar) -> Gedaan:
        _vereis_toegewezen(levering)
        if levering.status in (Leveringstatus.GESTART, Leveringstatus.GESTOPT):
            raise Conflict(f"Levering {levering.id} is al {levering.status.in_woorden}.", vervolg=_KIJK)
        vereis_dag(werk, omgeving, levering, "De start", op)
        let_op = _vereis_bekend(werk, omgeving, levering, op)
        velden = {"status": Leveringstatus.GESTART, "gestart_op": levering.gestart_op or op}
        return levering.gewijzigd(**velden, berichten=_met(levering, bericht)), let_op

    return wijzig(omgeving, actor, kenmerk, "levering.gestart", "Een start", stap)


def controleer(omgeving: Omgeving, actor: Actor, kenmerk: str, verzoek: Controleverzoek) -> Gedaan:
    """Record whether the help is really delivered (B-44).

    When it is not, the delivery stays on the list: somebody looks again.

    Raises:
        Regelovertreding: the check is for another functie.
        Conflict: it ended.
        Invoerfout: no reason is given, the delivery is not known, or a day cannot be.
    """

    def stap(werk: Werkeenheid, levering: Levering, door: Behandelaar) -> Gedaan:
        _vereis_lopend(levering)
        if verzoek.geleverd:
            _vereis_toegewezen(levering)
        vereis_dag(werk, omgeving, levering, "De controle", verzoek.op)
        if verzoek.geleverd and levering.gestart_op is None:
            _vereis_bekend(werk, omgeving, levering, verzoek.op)
        if not verzoek.geleverd and verzoek.reden is None:
            raise Invoerfout(
                "Wordt de hulp niet geleverd, dan hoort daar een reden bij.",
                vervolg=f"Kies met --reden uit: {', '.join(item.lower() for item in Leverreden)}.",
            )
        if verzoek.opnieuw_op is not None and verzoek.opnieuw_op <= verzoek.op:
            raise Invoerfout("De volgende controle ligt niet na deze.", vervolg="Kies een latere dag met --opnieuw.")
        velden = verzoek.model_dump(exclude={"opnieuw_op"})
        gezien = Leveringscontrole(**velden, door=door.medewerker)
        context = LeveringToets(levering, gezien, door, omgeving.beeld())
        let_op = toets(omgeving, Moment.LEVERING, context, f"Zaak {levering.zaak_id}")
        return levering.gewijzigd(**_na_controle(levering, verzoek), controles=(*levering.controles, gezien)), let_op

    return wijzig(omgeving, actor, kenmerk, "levering.gecontroleerd", "Een controle", stap)


def stop(
    omgeving: Omgeving, actor: Actor, kenmerk: str, op: date, reden: Stopreden, bericht: Bericht | None = None
) -> Gedaan:
    """Record the last day of a delivery.

    A right does not end by it: that takes a decision, so the day may not lie in the future. When another
    provider goes on with it, a new delivery waits for its assignment.

    Raises:
        Conflict: it ended before.
        Invoerfout: the delivery is not known, or the day cannot be.
    """

    def stap(werk: Werkeenheid, levering: Levering, _: Behandelaar) -> Gedaan:
        _vereis_lopend(levering)
        vereis_dag(werk, omgeving, levering, "Het einde", op, niet_voor=levering.gestart_op)
        if reden is Stopreden.ANDERE_AANBIEDER:
            _ga_door(werk, omgeving, levering, op)
        velden = {"status": Leveringstatus.GESTOPT, "gestopt_op": op, "stopreden": reden, "controle_op": None}
        return levering.gewijzigd(**velden, berichten=_met(levering, bericht)), ()

    return wijzig(omgeving, actor, kenmerk, "levering.gestopt", "Het einde van een levering", stap)


def _ga_door(werk: Werkeenheid, omgeving: Omgeving, levering: Levering, op: date) -> None:
    """Make the delivery of what is left of the right, for another provider."""
    vanaf = op + _EEN_DAG
    if levering.einddatum is not None and levering.einddatum < vanaf:
        raise Invoerfout(
            "Na deze dag is er niets meer toegekend.", vervolg="Stop de levering met reden indicatie_afgelopen."
        )
    gelijk = ("dossier_id", "zaak_id", "besluit_id", "voorziening", "client_id", "product", "naam", "omvang")
    vervolg = Levering(
        id=nieuw_id("LV"),
        status=Leveringstatus.TOE_TE_WIJZEN,
        controle_op=controledag(omgeving, vanaf),
        ingangsdatum=vanaf,
        einddatum=levering.einddatum,
        heronderzoek_op=levering.heronderzoek_op,
        **{naam: getattr(levering, naam) for naam in gelijk},
    )
    werk.leveringen.bewaar(vervolg)
    detail = {"levering": vervolg.id, "na": levering.id}
    werk.log("levering.aangemaakt", zaak=vervolg.zaak_id, dossier=vervolg.dossier_id, detail=detail)


def _na_controle(levering: Levering, verzoek: Controleverzoek) -> dict[str, object]:
    if verzoek.geleverd:
        begonnen = {"status": Leveringstatus.GESTART, "gestart_op": levering.gestart_op or verzoek.op}
        return {**begonnen, "controle_op": verzoek.opnieuw_op}
    open_ = levering.status is Leveringstatus.TOE_TE_WIJZEN
    status = levering.status if open_ else Leveringstatus.NIET_GELEVERD
    return {"status": status, "controle_op": verzoek.opnieuw_op or verzoek.op + _OPNIEUW}


def wijzig(
    omgeving: Omgeving,
    actor: Actor,
    kenmerk: str,
    actie: str,
    wat: str,
    stap: Callable[[Werkeenheid, Levering, Behandelaar], Gedaan],
) -> Gedaan:
    """Change one delivery, store and log it; a refusal of a rule is logged too.

    Args:
        omgeving: the gemeente.
        actor: who does it; must be a medewerker.
        kenmerk: the delivery; see :func:`vind`.
        actie: act in the log.
        wat: what is recorded, in Dutch.
        stap: judges it and gives the new one; raises when it cannot be.
    """
    with omgeving.werk(actor) as lezen:
        zaak = vind(lezen, kenmerk).zaak_id

    def doe() -> Gedaan:
        with omgeving.werk(actor) as werk:
            levering = vind(werk, kenmerk)
            door = wie(werk, actor, wat)
            nieuw, let_op = stap(werk, levering, door)
            werk.leveringen.bewaar(nieuw)
            detail = {"levering": nieuw.id, "stand": nieuw.status.value}
            werk.log(actie, zaak=nieuw.zaak_id, dossier=nieuw.dossier_id, detail=detail)
            werk.commit()
        return nieuw, let_op

    return met_melding(omgeving, actor, actie, zaak, doe)


def _met(levering: Levering, bericht: Bericht | None) -> tuple[Bericht, ...]:
    return (*levering.berichten, bericht) if bericht is not None else levering.berichten


def _vereis_toegewezen(levering: Levering) -> None:
    if levering.status is Leveringstatus.TOE_TE_WIJZEN:
        raise Conflict(
            f"Levering {levering.id} is nog niet toegewezen.",
            vervolg=f"Doe dat eerst: toegang levering wijs-toe {levering.id} --aanbieder AANBIEDER",
        )


def _vereis_bekend(werk: Werkeenheid, omgeving: Omgeving, levering: Levering, op: date) -> tuple[Regeltoets, ...]:
    """Check that the decision has effect on the first day of the help (L-10), and return what the rules warn of."""
    record = werk.besluiten.haal(levering.besluit_id)
    return gewaarschuwd(vereis_zorgstart(werk, omgeving, record, levering.voorziening, op))


def _vereis_lopend(levering: Levering) -> None:
    if not levering.loopt:
        raise Conflict(f"Levering {levering.id} is al gestopt.", vervolg=_KIJK)


def vereis_dag(
    werk: Werkeenheid, omgeving: Omgeving, levering: Levering, wat: str, op: date, *, niet_voor: date | None = None
) -> None:
    """Check a day: not before the decision was taken, and not in the future."""
    besluit = werk.besluiten.haal(levering.besluit_id).besluit
    controleer_dag(wat, op, niet_voor or besluit.datum, omgeving.vandaag())
