"""Letters on the way to a decision: put in line by the step that makes them due, in its own transaction."""

from __future__ import annotations

from toegang.domain.bezorging import Berichtsoort
from toegang.domain.brief import AAN_AANBIEDER, Brief, Briefstatus, Informatietekst
from toegang.domain.zaak import Zaak
from toegang.lifecycle.exemplaren import vul_exemplaren_aan, zelfde_brief
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Werkeenheid

UITNODIGING = "gesprek/uitnodiging"
VERSLAG = "gesprek/verslag"
AANVULLING = "aanvraag/aanvulling"
OPSCHORTING = "termijn/opschorting"
HERVATTING = "termijn/hervatting"
VERDAGING = "termijn/verdaging"
DWANGSOM = "termijn/dwangsom"
VOORNEMEN = "besluit/voornemen"
BESLUIT_OP_BEZWAAR = "bezwaar/besluit"
HERSTEL_BEZWAAR = "bezwaar/herstel"
DOORZENDING = "bezwaar/doorzending"
KOPIE_AANBIEDER = f"{AAN_AANBIEDER}kopie"
INFORMATIE = "informatie/informatiebrief"
BESLUITEN = frozenset({DWANGSOM, BESLUIT_OP_BEZWAAR})
"""Letters that are a besluit of their own, beside that on the aanvraag: who wants those digitally says so (L-24)."""


def leg_procesbrief_klaar(
    werk: Werkeenheid,
    omgeving: Omgeving,
    zaak: Zaak,
    sjabloon: str,
    aanleiding: str = "",
    *,
    tekst: Informatietekst | None = None,
) -> Brief:
    """Put a letter in line; one for the same reason that waits already will do, it is filled when it is made.

    Args:
        werk: the unit of work of the step.
        omgeving: the gemeente.
        zaak: the zaak.
        sjabloon: template id.
        aanleiding: id of what made it due.
        tekst: what an informatiebrief says.

    Returns:
        The letter; its copies are put in line beside it (L-86).
    """
    eerder = [item for item in werk.brieven.zoek(zaak_id=zaak.id) if item.sjabloon == sjabloon]
    for item in eerder:
        if tekst is None and item.wacht and item.aanleiding == aanleiding and not item.exemplaar:
            return item
    brief = Brief(
        id=nieuw_id("B"),
        dossier_id=zaak.dossier_id,
        zaak_id=zaak.id,
        sjabloon=sjabloon,
        versie=1 + max((item.versie for item in eerder), default=0),
        aanleiding=aanleiding,
        soort_bericht=Berichtsoort.BESLUIT if sjabloon in BESLUITEN else Berichtsoort.BERICHT,
        tekst=tekst,
    )
    werk.brieven.bewaar(brief)
    vul_exemplaren_aan(werk, brief, omgeving.vandaag())
    detail = {"brief": brief.id, "sjabloon": sjabloon}
    werk.log("brief.klaargezet", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
    return brief


def laat_vervallen(werk: Werkeenheid, zaak: Zaak, aanleiding: str, sjabloon: str | None = None) -> int:
    """Drop the letters that wait for a reason that is no more; what was made already is left as it is.

    Args:
        werk: the unit of work of the step.
        zaak: the zaak.
        aanleiding: id of what made them due.
        sjabloon: only this template; ``None`` = all.

    Returns:
        How many were dropped.
    """
    weg = 0
    for brief in werk.brieven.zoek(zaak_id=zaak.id):
        if brief.aanleiding != aanleiding or not brief.wacht or sjabloon not in (None, brief.sjabloon):
            continue
        werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.VERVALLEN, aanhoudreden=None, toelichting=""))
        werk.log("brief.vervallen", zaak=zaak.id, dossier=zaak.dossier_id, detail={"brief": brief.id})
        weg += 1
    return weg


def brieven_van(werk: Werkeenheid, zaak_id: str, aanleiding: str) -> tuple[Brief, ...]:
    """Return the letters and copies that one happening made due, without those that were dropped."""
    return tuple(
        brief
        for brief in werk.brieven.zoek(zaak_id=zaak_id)
        if brief.aanleiding == aanleiding and brief.status is not Briefstatus.VERVALLEN
    )


def alle_exemplaren_verzonden(werk: Werkeenheid, brief: Brief) -> bool:
    """Tell whether a letter and all its copies were sent."""
    return all(item.status is Briefstatus.VERZONDEN for item in zelfde_brief(werk, brief))
