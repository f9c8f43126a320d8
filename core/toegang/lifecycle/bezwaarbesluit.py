"""The decision on an objection: by somebody else, after hearing, within its term (L-22, L-25, L-27, L-30, L-33)."""

from __future__ import annotations

from datetime import date

from pydantic import model_validator

from toegang.domain.besluit import Behandelaar
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Bezwaar, Bezwaaruitkomst, Horen, NietOntvankelijk
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.contexten_nazorg import BezwaarbesluitToets
from toegang.guards.register import Moment
from toegang.lifecycle.bezwaar import vind
from toegang.lifecycle.dwangsombesluit import bevoegd
from toegang.lifecycle.nazorg import met_melding, toets, wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import BESLUIT_OP_BEZWAAR, HERSTEL_BEZWAAR, laat_vervallen, leg_procesbrief_klaar
from toegang.lifecycle.vastleggen import controleer_dag
from toegang.storage import Actor, Werkeenheid


class Bezwaarbesluit(Waarde):
    """What a person decides on an objection.

    Args:
        op: day on which it was made known.
        uitkomst: what is decided.
        niet_ontvankelijk: why it is not looked into; with that outcome, and only then.
        horen_afgezien: why nobody was heard (Awb 7:3).
        motivering: why (Awb 7:12).
        gevolg: what happens now, as the resident reads it; empty = what the outcome says by itself.
    """

    op: date
    uitkomst: Bezwaaruitkomst
    niet_ontvankelijk: NietOntvankelijk | None = None
    horen_afgezien: Horen | None = None
    motivering: str
    gevolg: str = ""

    @model_validator(mode="after")
    def _past(self) -> Bezwaarbesluit:
        if not self.uitkomst.is_besluit:
            raise ValueError("intrekken en doorzenden zijn geen besluit")
        if (self.uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK) != (self.niet_ontvankelijk is not None):
            raise ValueError("bij niet-ontvankelijk, en alleen dan, hoort waarom")
        return self


def beslis(
    omgeving: Omgeving, actor: Actor, kenmerk: str, besluit: Bezwaarbesluit
) -> tuple[Bezwaar, tuple[Regeltoets, ...]]:
    """Record the decision on an objection, which the acting medewerker takes.

    What a granted objection changes in the right itself is a new besluit, in the usual way.

    Args:
        omgeving: the gemeente.
        actor: who decides; must be a medewerker.
        kenmerk: the objection.
        besluit: what is decided.

    Returns:
        The objection as stored, and what the rules warn of.

    Raises:
        Regelovertreding: a rule refuses, e.g. the same person took the first decision.
        Conflict: it ended before.
        Invoerfout: the day cannot be, or no reasons are given.
    """
    with omgeving.werk(actor) as lezer:
        gevonden = vind(lezer, kenmerk)
        zaak_id = gevonden.zaak_id

    def doe() -> tuple[Bezwaar, tuple[Regeltoets, ...]]:
        with omgeving.werk(actor) as werk:
            bezwaar = werk.bezwaren.haal(gevonden.id)
            door = wie(werk, actor, "Een besluit op bezwaar")
            if not bezwaar.loopt:
                raise Conflict(
                    f"Bezwaar {bezwaar.id} is al afgedaan.",
                    vervolg=f"Bekijk het met: toegang bezwaar toon {bezwaar.id}",
                )
            if not besluit.motivering.strip():
                raise Invoerfout("Een besluit op bezwaar rust op een motivering.", vervolg="Vul motivering in.")
            controleer_dag("Het besluit", besluit.op, bezwaar.ontvangen_op, omgeving.vandaag())
            zaak, record = werk.zaken.haal(zaak_id), werk.besluiten.haal(bezwaar.besluit_id)
            context = BezwaarbesluitToets(
                bezwaar=bezwaar,
                besluit=record.besluit,
                uitkomst=besluit.uitkomst,
                niet_ontvankelijk=besluit.niet_ontvankelijk,
                horen_afgezien=besluit.horen_afgezien,
                beslist_door=door,
                voorbereid=voorbereiders(zaak, record),
                eigenaar=eigenaar(omgeving, zaak, besluit.op),
                bezwaar_tot=record.bezwaar_tot,
                op=besluit.op,
                beeld=omgeving.beeld(besluit.op),
            )
            let_op = toets(omgeving, Moment.BEZWAARBESLUIT, context, f"Bezwaar {bezwaar.id} in zaak {zaak.id}")
            klaar = bezwaar.gewijzigd(
                afgedaan_op=besluit.op,
                uitkomst=besluit.uitkomst,
                niet_ontvankelijk=besluit.niet_ontvankelijk,
                horen_afgezien=besluit.horen_afgezien,
                beslist_door=door.medewerker,
                motivering=besluit.motivering,
                gevolg=besluit.gevolg,
                mandaat=_mandaat(werk, omgeving, zaak, door, besluit.op),
            )
            werk.bezwaren.bewaar(klaar)
            laat_vervallen(werk, zaak, klaar.id, HERSTEL_BEZWAAR)
            leg_procesbrief_klaar(werk, omgeving, zaak, BESLUIT_OP_BEZWAAR, klaar.id)
            detail = {"bezwaar": klaar.id, "uitkomst": besluit.uitkomst.value}
            werk.log("bezwaar.besloten", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
            werk.commit()
        return klaar, let_op

    return met_melding(omgeving, actor, "beslis_op_bezwaar", zaak_id, doe)


def _mandaat(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, door: Behandelaar, op: date) -> str | None:
    """Return the entry by which somebody decides on a bezwaar; without one the letter waits (Awb 10:3)."""
    try:
        return bevoegd(werk, omgeving, zaak, door, op).id
    except NietToegestaan:
        return None


def voorbereiders(zaak: Zaak, record: Besluitrecord) -> frozenset[str]:
    """Return who worked on a besluit: the casusteam, who advised, and who assessed, checked, decided or signed it."""
    besluit = record.besluit
    mensen = {besluit.beoordelaar.medewerker, besluit.beslisser.medewerker, *zaak.leden}
    mensen |= {advies.van for advies in besluit.adviezen}
    if besluit.toetser is not None:
        mensen.add(besluit.toetser.medewerker)
    if record.ondertekenaar is not None:
        mensen.add(record.ondertekenaar)
    return frozenset(mensen)


def eigenaar(omgeving: Omgeving, zaak: Zaak, op: date) -> str:
    """Return the functie that owns an objection; empty while the gemeente has not said which."""
    route = omgeving.beleid(op)[0].route(zaak.wet, zaak.problematiek, op)
    return "" if route is None or route.bezwaar_rol.startswith(VOORVOEGSEL) else route.bezwaar_rol
