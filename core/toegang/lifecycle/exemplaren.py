"""Own copies of a letter: who gets one, and who gets none with the reason (L-11, L-86)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice

from toegang.domain.brief import WACHTEND, Brief, Briefstatus
from toegang.domain.huishouden import Dossier, Inwoner
from toegang.domain.ontvangers import (
    EIGEN_BRIEF_VANAF,
    Ontvanger,
    exemplaren,
    lezers_van,
    ontvangers,
    zonder_exemplaar,
)
from toegang.domain.vertegenwoordiging import Briefaard
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.briefaard import aard_van_brief
from toegang.lifecycle.indiener import andere_indiener
from toegang.lifecycle.leden import vereis_lid
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Actor, Werkeenheid

_PER_KEER = 200
"""Letters of which the dossiers are read at once."""


@dataclass(frozen=True, repr=False)
class Lezers:
    """Who is to read the letters about a zaak.

    Args:
        client: the person it is about.
        personen: to whom they are directed; ``None`` when it is not known who has gezag.
    """

    client: Inwoner
    personen: tuple[Ontvanger, ...] | None


def lezers(werk: Werkeenheid, zaak: Zaak, op: date, aard: Briefaard) -> Lezers:
    """Return who is to read the letters about a zaak on a day.

    Args:
        werk: a unit of work.
        zaak: the zaak.
        op: date of the letters.
        aard: what the letters are about.
    """
    dossier = werk.dossiers.haal(zaak.dossier_id)
    inwoners = {persoon.id: persoon for persoon in werk.inwoners.zoek(dossier_id=zaak.dossier_id)}
    client = inwoners.get(zaak.client_id) or werk.inwoners.haal(zaak.client_id)
    uitgezonderd = [wie for wie, _ in dossier.geen_eigen_brief]
    return Lezers(client, ontvangers(client, dossier.leden, inwoners, op, uitgezonderd, aard))


def vul_exemplaren_aan(werk: Werkeenheid, brief: Brief, op: date) -> tuple[Brief, ...]:
    """Add the copies that a letter lacks, in the transaction of the caller.

    Call it when a letter is put in line, and again before it is frozen: by then somebody may have moved, or it may
    have become known who has gezag. A letter for a provider, or for who objected beside the client, has no copies.

    Args:
        werk: the unit of work.
        brief: the letter, or one of its copies.
        op: date of the letter.

    Returns:
        The new copies; the next call adds nothing.
    """
    if brief.aan_derde or not brief.wacht or andere_indiener(werk, brief) is not None:
        return ()
    zaak = werk.zaken.haal(brief.zaak_id)
    wie = lezers(werk, zaak, op, aard_van_brief(werk, zaak, brief))
    if wie.personen is None:
        return ()
    eigen = _blijvende_exemplaren(werk, brief, wie)
    gemist = zonder_exemplaar(eigen, wie.personen, wie.client)
    groepen = exemplaren(gemist, wie.client) if gemist else ()
    nieuw = tuple(_kopie(werk, brief, groep[0]) for groep in groepen)
    for item in nieuw:
        werk.brieven.bewaar(item)
        detail = {"brief": item.id, "bij": brief.id}
        werk.log("brief.exemplaar", zaak=item.zaak_id, dossier=item.dossier_id, detail=detail)
    return nieuw


def _blijvende_exemplaren(werk: Werkeenheid, brief: Brief, wie: Lezers) -> list[str]:
    """Return whose copies stay; when nobody would read the letter itself any more, its copies are divided anew.

    That happens when who acted for a client no longer does. A copy that was made already is left: then a person looks.
    """
    kopieen = [item for item in zelfde_brief(werk, brief) if item.exemplaar]
    eigen = [item.exemplaar for item in kopieen]
    personen = wie.personen or ()
    if lezers_van("", eigen, personen, wie.client) or not all(item.wacht for item in kopieen):
        return eigen
    for item in kopieen:
        werk.brieven.bewaar(_vervallen(item))
    return []


def zelfde_brief(werk: Werkeenheid, brief: Brief) -> tuple[Brief, ...]:
    """Return a letter with all its copies that still count.

    Args:
        werk: a unit of work.
        brief: the letter, or one of its copies.
    """
    return tuple(
        item
        for item in werk.brieven.zoek(zaak_id=brief.zaak_id)
        if (item.besluit_id, item.sjabloon, item.versie) == (brief.besluit_id, brief.sjabloon, brief.versie)
        and item.status is not Briefstatus.VERVALLEN
    )


def vul_alle_exemplaren_aan(omgeving: Omgeving, actor: Actor, op: date) -> int:
    """Add the copies that the letters lack which are due; done before letters are frozen.

    Args:
        omgeving: the gemeente.
        actor: who makes the letters.
        op: date of the letters.

    Returns:
        How many were added.
    """
    with omgeving.werk(actor) as werk:
        wachtend = iter([brief for brief in werk.brieven.zoek(status=WACHTEND) if not brief.exemplaar])
        erbij = 0
        while deel := tuple(islice(wachtend, _PER_KEER)):
            werk.lees_vooraf({brief.dossier_id for brief in deel})
            erbij += sum(len(vul_exemplaren_aan(werk, brief, op)) for brief in deel)
        if erbij:
            werk.commit()
    return erbij


def verdeel_opnieuw(werk: Werkeenheid, dossier_id: str, op: date) -> None:
    """Let who is to read the letters that wait follow what was just recorded: drop copies, and add those that lack.

    Args:
        werk: the unit of work.
        dossier_id: the dossier.
        op: date of the letters.
    """
    wachtend = werk.brieven.zoek(dossier_id=dossier_id, status=WACHTEND)
    for brief in (item for item in wachtend if item.exemplaar):
        zaak = werk.zaken.haal(brief.zaak_id)
        wie = lezers(werk, zaak, op, aard_van_brief(werk, zaak, brief))
        if wie.personen is not None and brief.exemplaar not in {persoon.id for persoon in wie.personen}:
            werk.brieven.bewaar(_vervallen(brief))
    for brief in (item for item in wachtend if not item.exemplaar):
        vul_exemplaren_aan(werk, brief, op)


def geen_eigen_brief(omgeving: Omgeving, actor: Actor, zaak_id: str, wie: str, reden: str) -> Dossier:
    """Record why a young person gets no own copy of letters; copies that wait are dropped (L-86).

    Args:
        omgeving: the gemeente.
        actor: who decides that; must be a medewerker.
        zaak_id: zaaknummer.
        wie: ``client``, or the id of a member of the household.
        reden: why; an empty one takes the exception back.

    Returns:
        The dossier as stored.

    Raises:
        Invoerfout: this is no member, or nobody of an age to get an own copy.
        Conflict: there is no exception to take back.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        dossier = werk.dossiers.haal(zaak.dossier_id)
        inwoner = vereis_lid(wie, zaak, dossier.leden, "wie")
        rest = tuple(paar for paar in dossier.geen_eigen_brief if paar[0] != inwoner)
        if reden.strip():
            _vereis_jongere(werk.inwoners.haal(inwoner), zaak, omgeving.vandaag())
            rest = (*rest, (inwoner, reden.strip()))
        elif len(rest) == len(dossier.geen_eigen_brief):
            raise Conflict(
                f"In zaak {zaak.id} is niet vastgelegd dat dit lid geen eigen brief krijgt.",
                vervolg="Er is niets gewijzigd.",
            )
        dossier = werk.dossiers.bewaar(dossier.gewijzigd(geen_eigen_brief=rest))
        _werk_bij(werk, dossier, inwoner, omgeving.vandaag())
        actie = "brief.geen_eigen" if reden.strip() else "brief.weer_eigen"
        werk.log(actie, zaak=zaak.id, dossier=dossier.id, detail={"inwoner": inwoner})
        werk.commit()
    return dossier


def _werk_bij(werk: Werkeenheid, dossier: Dossier, inwoner: str, op: date) -> None:
    """Drop the copies that wait for somebody who gets none any more, and add those that lack."""
    for brief in werk.brieven.zoek(dossier_id=dossier.id, status=WACHTEND):
        if brief.exemplaar == inwoner and inwoner in (wie for wie, _ in dossier.geen_eigen_brief):
            werk.brieven.bewaar(_vervallen(brief))
        elif not brief.exemplaar:
            vul_exemplaren_aan(werk, brief, op)


def _vervallen(brief: Brief) -> Brief:
    return brief.gewijzigd(status=Briefstatus.VERVALLEN, aanhoudreden=None, toelichting="")


def _kopie(werk: Werkeenheid, brief: Brief, lezer: Ontvanger) -> Brief:
    """Return an own copy of a letter; one that was dropped before comes back."""
    for item in werk.brieven.zoek(zaak_id=brief.zaak_id, status=Briefstatus.VERVALLEN):
        sleutel = (item.besluit_id, item.sjabloon, item.versie, item.exemplaar)
        if sleutel == (brief.besluit_id, brief.sjabloon, brief.versie, lezer.id):
            return item.gewijzigd(status=Briefstatus.TE_MAKEN)
    gelijk = ("dossier_id", "zaak_id", "besluit_id", "sjabloon", "versie", "aanleiding", "soort_bericht", "tekst")
    return Brief(id=nieuw_id("B"), exemplaar=lezer.id, **{naam: getattr(brief, naam) for naam in gelijk})


def _vereis_jongere(persoon: Inwoner, zaak: Zaak, op: date) -> None:
    leeftijd = persoon.leeftijd(op)
    if persoon.minderjarig(op) is not True or leeftijd is None or leeftijd < EIGEN_BRIEF_VANAF:
        raise Invoerfout(
            f"Alleen een jongere van {EIGEN_BRIEF_VANAF} tot 18 jaar krijgt naast wie het gezag heeft een eigen brief; "
            f"{persoon.id} in zaak {zaak.id} is dat niet.",
            vervolg="Er is niets gewijzigd.",
        )
