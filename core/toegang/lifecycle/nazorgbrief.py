"""Letters after the decision: put in line here, made by the batch like any other."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Wet
from toegang.domain.brief import Brief, Briefstatus
from toegang.errors import Conflict
from toegang.lifecycle.exemplaren import vul_exemplaren_aan
from toegang.lifecycle.levering import vind
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.lifecycle.verzending import verzend_brief
from toegang.storage import Actor, Werkeenheid

EINDE = "nazorg/einde-indicatie"
BEZWAAR = "nazorg/ontvangst-bezwaar"


def zet_brief_klaar(omgeving: Omgeving, actor: Actor, kenmerk: str) -> str:
    """Put the letter in line in which the resident reads that the help of a zaak ends.

    Args:
        omgeving: the gemeente.
        actor: who does it; must be a medewerker.
        kenmerk: a delivery of the zaak.

    Returns:
        Id of the letter.

    Raises:
        Conflict: nothing in it ends, there is no such letter for this act, or one waits already.
    """
    with omgeving.werk(actor) as werk:
        levering = vind(werk, kenmerk)
        wie(werk, actor, "Een brief")
        zaak = werk.zaken.haal(levering.zaak_id)
        if zaak.wet is not Wet.WMO:
            raise Conflict(
                f"Voor {zaak.wet} is er geen brief dat hulp afloopt.",
                vervolg="Vertel het de inwoner zelf, en leg dat vast: toegang herindicatie aangekondigd",
            )
        if not levering.loopt or levering.einddatum is None:
            raise Conflict(f"Levering {levering.id} heeft geen einde dat nog komt.")
        brief = leg_brief_klaar(werk, zaak.dossier_id, zaak.id, EINDE, omgeving.vandaag())
        werk.commit()
    return brief.id


def leg_brief_klaar(
    werk: Werkeenheid,
    dossier: str,
    zaak: str,
    sjabloon: str,
    op: date,
    *,
    aanleiding: str = "",
    of_die_al_wacht: bool = False,
) -> Brief:
    """Put a letter without besluit in line, in the transaction of the caller.

    Args:
        werk: the unit of work.
        dossier: the dossier.
        zaak: zaaknummer.
        sjabloon: template id.
        op: today.
        aanleiding: id of the objection it confirms; each has a letter of its own.
        of_die_al_wacht: a letter that waits already will do; it is filled when it is made.

    Raises:
        Conflict: the same letter waits already, and that will not do.
    """
    eerder = [item for item in werk.brieven.zoek(zaak_id=zaak) if item.sjabloon == sjabloon]
    wachtend = next(
        (item for item in eerder if item.wacht and item.aanleiding == aanleiding and not item.exemplaar), None
    )
    if wachtend is not None and of_die_al_wacht:
        return wachtend
    if wachtend is not None:
        raise Conflict(
            f"Brief {wachtend.id} van zaak {zaak} staat al klaar.", vervolg="Maak hem met: toegang beschikking batch"
        )
    versie = 1 + max((item.versie for item in eerder), default=0)
    brief = Brief(
        id=nieuw_id("B"), dossier_id=dossier, zaak_id=zaak, sjabloon=sjabloon, versie=versie, aanleiding=aanleiding
    )
    werk.brieven.bewaar(brief)
    vul_exemplaren_aan(werk, brief, op)
    return brief


def verzonden(werk: Werkeenheid, zaak: str, sjabloon: str, op: date, *, aanleiding: str = "") -> None:
    """Record that a letter without besluit was sent, if it was made; in the transaction of the caller."""
    for brief in werk.brieven.zoek(zaak_id=zaak, status=Briefstatus.GEMAAKT):
        if brief.sjabloon == sjabloon and brief.dagtekening == op and brief.aanleiding in ("", aanleiding):
            verzend_brief(werk, brief, op)
