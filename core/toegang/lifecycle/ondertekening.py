"""The signature under a decision: checked when its form is set, chosen again when the mandate moved (L-19, L-20)."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitvorm
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.spoor import Regeltoets
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.guards.contexten import BeschikkingToets
from toegang.guards.register import Moment, toets, weiger_bij_overtreding
from toegang.lifecycle.besluitinhoud import route_van
from toegang.lifecycle.bevoegdheid import Tekenregister
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.ondertekenaar import Tekenkeuze, Tekenvraag, kies_ondertekenaar
from toegang.lifecycle.plantoets import planbeeld as planbeeld_van
from toegang.storage import Werkeenheid

OPNIEUW_GEKOZEN = "beschikking.ondertekenaar"
"""Act in the log: who signs was chosen again."""
_OVER_WIE = frozenset({"L-19", "B-49"})
"""Rules on the form that are about who signs."""


def toets_ondertekenaar(
    werk: Werkeenheid,
    omgeving: Omgeving,
    zaak: Zaak,
    record: Besluitrecord,
    wens: tuple[str | None, date],
    alleen: frozenset[str] | None = None,
) -> tuple[Tekenkeuze, tuple[Regeltoets, ...]]:
    """Choose who signs, and check the rules on the form of the decision.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
        record: the decision, with the form that was answered.
        wens: functie that a person chose, if any, and the day of signing.
        alleen: ids of the rules to check; ``None`` = all on the form.

    Returns:
        Who signs, and the rules that were checked.

    Raises:
        Regelovertreding: a rule refuses; says what to do when nobody may sign (L-19).
        Invoerfout: the chosen functie does not exist.
    """
    besluit, concept = record.besluit, record.concept
    assert concept is not None
    route, keuze = route_van(omgeving, zaak, besluit.datum), Tekenkeuze(None)
    if concept.ondertekenaarfunctie is not None:
        gekozen, dag = wens
        vraag = Tekenvraag(
            zaak=zaak,
            besluit=besluit,
            functie=concept.ondertekenaarfunctie,
            vier_ogen=route.vier_ogen,
            toen=Tekenregister.op(werk, omgeving, besluit.datum),
            tekenen=Tekenregister.op(werk, omgeving, dag),
        )
        keuze = kies_ondertekenaar(omgeving, vraag, gekozen)
        concept = concept.gewijzigd(ondertekenaarfunctie=gekozen or concept.ondertekenaarfunctie)
    beeld = omgeving.beeld(besluit.datum)
    context = BeschikkingToets(
        zaak, besluit, planbeeld_van(werk, zaak), concept, route, keuze.wie, keuze.waarom_niet, beeld
    )
    regels = toets(Moment.BESCHIKKING, context, beeld, omgeving.bevestigd, alleen)
    niemand = concept.vorm is not Besluitvorm.GEEN and keuze.wie is None
    weiger_bij_overtreding(regels, f"Zaak {zaak.id}", _uitweg(omgeving, zaak, keuze) if niemand else "")
    return keuze, regels


def _uitweg(omgeving: Omgeving, zaak: Zaak, keuze: Tekenkeuze) -> str:
    """Return what helps when nobody of the functie may sign."""
    opdracht = f"toegang beschikking opstellen {zaak.id} -g {omgeving.naam}"
    if keuze.anderen:
        namen = ", ".join(keuze.anderen)
        return f"Het mandaatregister laat wel toe: {namen}. Kies: {opdracht} --functie {keuze.anderen[0]}"
    return (
        f"Vul het mandaatregister aan (toegang mandaat lijst -g {omgeving.naam}) of zorg dat iemand met die functie "
        f"werkt, en stel opnieuw op: {opdracht}"
    )


def met_ondertekenaar(record: Besluitrecord, keuze: Tekenkeuze, dag: date) -> Besluitrecord:
    """Return the decision with who signs it.

    Args:
        record: the decision.
        keuze: who signs.
        dag: the day of signing.
    """
    return record.gewijzigd(
        ondertekenaar=keuze.wie,
        mandaat=keuze.mandaat,
        tekenreden=keuze.reden,
        ondertekend_op=dag if keuze.wie else None,
    )


def herkies_ondertekenaar(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, record: Besluitrecord, wens: tuple[str | None, date]
) -> Besluitrecord:
    """Choose again who signs a decision whose letters wait; its form and its letters stay.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
        record: the decision.
        wens: functie that a person chose, if any, and the day of signing.

    Returns:
        The decision as stored.

    Raises:
        Conflict: there is no paper, its letter was made already, or who signs is set and may.
        Regelovertreding: nobody may sign (L-19), or only who assessed (B-49).
    """
    _vereis_wachtend(werk, omgeving, zaak, record)
    keuze, _ = toets_ondertekenaar(werk, omgeving, zaak, record, wens, _OVER_WIE)
    if (keuze.wie, keuze.mandaat) == (record.ondertekenaar, record.mandaat):
        raise Conflict(
            f"Van het besluit in zaak {zaak.id} staat de vorm al vast, en {keuze.wie} mag het op "
            f"{wens[1].isoformat()} ondertekenen.",
            vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
        )
    nieuw = met_ondertekenaar(record, keuze, wens[1])
    werk.besluiten.bewaar(nieuw)
    detail = {"besluit": record.id, "was": record.ondertekenaar or "", "wordt": keuze.wie or ""}
    detail |= {"mandaat": keuze.mandaat or "", "op": wens[1].isoformat()}
    werk.log(OPNIEUW_GEKOZEN, zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
    return nieuw


def _vereis_wachtend(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, record: Besluitrecord) -> None:
    """See to it that a signature can still be changed: nothing with it on was made."""
    brieven = werk.brieven.zoek(zaak_id=zaak.id, besluit_id=record.id)
    if record.concept is None or record.concept.vorm is Besluitvorm.GEEN:
        raise Conflict(
            f"Van het besluit in zaak {zaak.id} is de vorm bepaald: er komt geen papier dat iemand ondertekent.",
            vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
        )
    gemaakt = [brief for brief in brieven if brief.status in (Briefstatus.GEMAAKT, Briefstatus.VERZONDEN)]
    if gemaakt:
        raise Conflict(
            f"Voor zaak {zaak.id} staat de vorm van het besluit vast, en brief {gemaakt[0].id} is al "
            f"{gemaakt[0].status.lower()}; wie ondertekent, verandert daarin niet meer.",
            vervolg=_weg_terug(omgeving, zaak, gemaakt),
        )


def _weg_terug(omgeving: Omgeving, zaak: Zaak, gemaakt: list[Brief]) -> str:
    if any(brief.status is Briefstatus.VERZONDEN for brief in gemaakt):
        return f"Bekijk de stand met: toegang zaak toon {zaak.id}"
    return (
        "Moet een ander ondertekenen, haal de brief dan eerst terug: toegang beschikking batch trek-terug "
        f"--reden fout-in-brief --zaak {zaak.id} -g {omgeving.naam}"
    )
