"""The decision on an objection: by somebody else, after hearing, within its term (L-22, L-25, L-27, L-30, L-33)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import model_validator

from toegang.domain.besluit import Behandelaar
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Bezwaar, Bezwaaruitkomst, Horen, NietOntvankelijk
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_nazorg import BezwaarbesluitToets
from toegang.guards.register import Moment
from toegang.lifecycle.bevoegdheid import OP_BEZWAAR, TEKENEN_VOOR, vind_mandaat_op_bezwaar
from toegang.lifecycle.bezwaar import besluit_van, vind
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
        door_orgaan: the bestuursorgaan decides itself and nobody does by mandate; who records it did not decide.
        gevolg: what happens now, as who objected reads it; empty = what the outcome says by itself.
    """

    op: date
    uitkomst: Bezwaaruitkomst
    niet_ontvankelijk: NietOntvankelijk | None = None
    horen_afgezien: Horen | None = None
    motivering: str
    door_orgaan: bool = False
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
    """Record the decision on one objection; see :func:`beslis_samen`."""
    (bezwaar,), let_op = beslis_samen(omgeving, actor, (kenmerk,), besluit)
    return bezwaar, let_op


def beslis_samen(
    omgeving: Omgeving, actor: Actor, kenmerken: Sequence[str], besluit: Bezwaarbesluit
) -> tuple[tuple[Bezwaar, ...], tuple[Regeltoets, ...]]:
    """Record one decision on objections against one besluit, which the acting medewerker takes; all of them or none.

    What a granted objection changes in the right itself is a new besluit, in the usual way.

    Args:
        omgeving: the gemeente.
        actor: who decides, or records what the bestuursorgaan decided; must be a medewerker.
        kenmerken: the objections.
        besluit: what is decided.

    Returns:
        The objections as stored, and what the rules warn of.

    Raises:
        Regelovertreding: a rule refuses, e.g. the same person took the first decision, or there is no mandate.
        Conflict: one ended before, or they are not against one besluit.
        Invoerfout: the day cannot be, or no reasons are given.
    """
    with omgeving.werk(actor) as lezer:
        gevonden = [vind(lezer, kenmerk) for kenmerk in dict.fromkeys(kenmerken)]
    zaak_id, ids = gevonden[0].zaak_id, tuple(dict.fromkeys(item.id for item in gevonden))
    if len({(item.zaak_id, item.besluit_id) for item in gevonden}) > 1:
        raise Conflict(
            f"De bezwaren {', '.join(ids)} zijn niet tegen hetzelfde besluit.",
            vervolg="Beslis apart op bezwaren tegen verschillende besluiten.",
        )

    def doe() -> tuple[tuple[Bezwaar, ...], tuple[Regeltoets, ...]]:
        with omgeving.werk(actor) as werk:
            door = wie(werk, actor, "Een besluit op bezwaar")
            gedaan = [_beslis_een(omgeving, werk, item, door, besluit, ids) for item in ids]
            werk.commit()
        let_op = dict.fromkeys(regel for _, regels in gedaan for regel in regels)
        return tuple(klaar for klaar, _ in gedaan), tuple(let_op)

    return met_melding(omgeving, actor, "beslis_op_bezwaar", zaak_id, doe)


def _beslis_een(
    omgeving: Omgeving,
    werk: Werkeenheid,
    kenmerk: str,
    door: Behandelaar,
    besluit: Bezwaarbesluit,
    samen: Sequence[str],
) -> tuple[Bezwaar, tuple[Regeltoets, ...]]:
    bezwaar = werk.bezwaren.haal(kenmerk)
    if not bezwaar.loopt:
        raise Conflict(
            f"Bezwaar {bezwaar.id} is al afgedaan.", vervolg=f"Bekijk het met: toegang bezwaar toon {bezwaar.id}"
        )
    if not besluit.motivering.strip():
        raise Invoerfout("Een besluit op bezwaar rust op een motivering.", vervolg="Vul motivering in.")
    controleer_dag("Het besluit", besluit.op, bezwaar.ontvangen_op, omgeving.vandaag())
    zaak = werk.zaken.haal(bezwaar.zaak_id)
    context = _context(omgeving, werk, zaak, bezwaar, door, besluit)
    let_op = toets(omgeving, Moment.BEZWAARBESLUIT, context, f"Bezwaar {bezwaar.id} in zaak {zaak.id}")
    klaar = bezwaar.gewijzigd(
        afgedaan_op=besluit.op,
        uitkomst=besluit.uitkomst,
        niet_ontvankelijk=besluit.niet_ontvankelijk,
        horen_afgezien=besluit.horen_afgezien,
        beslist_door=door.medewerker,
        mandaat=context.mandaat.id if context.mandaat else None,
        door_orgaan=besluit.door_orgaan,
        motivering=besluit.motivering,
        gevolg=besluit.gevolg,
        samen_met=tuple(ander for ander in samen if ander != bezwaar.id),
    )
    werk.bezwaren.bewaar(klaar)
    laat_vervallen(werk, zaak, klaar.id, HERSTEL_BEZWAAR)
    leg_procesbrief_klaar(werk, omgeving, zaak, BESLUIT_OP_BEZWAAR, klaar.id)
    detail = {"bezwaar": klaar.id, "uitkomst": besluit.uitkomst.value}
    werk.log("bezwaar.besloten", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
    return klaar, let_op


def _context(
    omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, bezwaar: Bezwaar, door: Behandelaar, besluit: Bezwaarbesluit
) -> BezwaarbesluitToets:
    record = besluit_van(werk, bezwaar)
    beeld, mandaat, waarom_niet = omgeving.beeld(besluit.op), None, ""
    organisatie = beeld.organisatie
    if record is not None:
        # what the bestuursorgaan decides itself is only signed by mandate (Awb 10:11)
        soorten = TEKENEN_VOOR if besluit.door_orgaan else OP_BEZWAAR
        mandaat, waarom_niet = vind_mandaat_op_bezwaar(
            werk, organisatie, zaak, record.besluit, (door.medewerker, door.functie), besluit.op, soorten
        )
    return BezwaarbesluitToets(
        bezwaar=bezwaar,
        besluit=record.besluit if record else None,
        uitkomst=besluit.uitkomst,
        niet_ontvankelijk=besluit.niet_ontvankelijk,
        horen_afgezien=besluit.horen_afgezien,
        beslist_door=door,
        voorbereid=voorbereiders(zaak, record),
        eigenaar=eigenaar(omgeving, zaak, besluit.op),
        bezwaar_tot=record.bezwaar_tot if record else None,
        op=besluit.op,
        beeld=beeld,
        mandaat=mandaat,
        waarom_niet=waarom_niet,
        te_vroeg=bezwaar.te_vroeg(record.bekendgemaakt_op if record else None),
        door_orgaan=besluit.door_orgaan,
        ondergeschikt=organisatie.werkgeversoort_van(organisatie.orgaan(zaak.wet, besluit.op)),
    )


def voorbereiders(zaak: Zaak, record: Besluitrecord | None) -> frozenset[str]:
    """Return who worked on a besluit: the casusteam, who advised, and who assessed, checked, decided or signed it."""
    if record is None:
        return frozenset(zaak.leden)
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
