"""Indications that end: what, when, who is told, and whether the gemeente looks again (B-51, L-64)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.besluit import Voorziening
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.levering import Levering
from toegang.domain.spoor import Regeltoets
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout
from toegang.guards.contexten_nazorg import HerindicatieToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.levering import vind
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.nazorgbrief import EINDE, verzonden
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag
from toegang.storage import Actor, Werkeenheid

INWONER = "de inwoner"


@dataclass(frozen=True)
class Afloop:
    """An indication that ends.

    Args:
        zaak: the zaak in which it was granted.
        besluit: the besluit.
        voorziening: what was granted.
        einddatum: its last day.
        dagen: days from today to that day; negative when it is over.
        bericht_aan: who is told.
        levering: the delivery, if there is one.
        vervolg: number of the open zaak about the same person and act, if there is one.
        let_op: what the rules say of it.
    """

    zaak: Zaak
    besluit: Besluitrecord
    voorziening: Voorziening
    einddatum: date
    dagen: int
    bericht_aan: tuple[str, ...]
    levering: Levering | None
    vervolg: str | None
    let_op: tuple[Regeltoets, ...]


def ontvangers(omgeving: Omgeving) -> tuple[str, ...]:
    """Return who hears that an indication ends: the resident, and where chosen a functie; no consulent (B-51)."""
    functie = omgeving.organisatie.nazorg.afloop_ontvanger
    return (INWONER, functie) if functie else (INWONER,)


def aflopend(werk: Werkeenheid, omgeving: Omgeving, binnen: int) -> tuple[Afloop, ...]:
    """Return the indications that end within a number of days or are over without a successor, the first first.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        binnen: number of days.
    """
    vandaag = omgeving.vandaag()
    grens = vandaag + timedelta(days=binnen)
    zaken = {zaak.id: zaak for zaak in werk.zaken.zoek()}
    records = [record for record in werk.besluiten.zoek() if record.bekendgemaakt_op is not None]
    leveringen: dict[tuple[str, str], Levering] = {
        (item.besluit_id, item.voorziening): item for item in werk.leveringen.zoek()
    }
    gevonden = []
    for record in records:
        if not record.besluit.soort.geeft_recht:
            continue
        zaak = zaken[record.zaak_id]
        for voorziening in record.besluit.voorzieningen_met_besluit:
            levering = leveringen.get((record.id, voorziening.id))
            einde = levering.einddatum if levering is not None and levering.einddatum else voorziening.einddatum
            if einde is None or einde > grens or (levering is not None and not levering.loopt):
                continue
            if _opgevolgd(records, zaken, zaak, record, voorziening):
                continue
            gevonden.append(
                Afloop(
                    zaak=zaak,
                    besluit=record,
                    voorziening=voorziening,
                    einddatum=einde,
                    dagen=(einde - vandaag).days,
                    bericht_aan=ontvangers(omgeving),
                    levering=levering,
                    vervolg=_vervolg(zaken, zaak),
                    let_op=oordeel(omgeving, zaak, voorziening, levering),
                )
            )
    return tuple(sorted(gevonden, key=lambda item: (item.einddatum, item.zaak.id, item.voorziening.id)))


def oordeel(
    omgeving: Omgeving, zaak: Zaak, voorziening: Voorziening, levering: Levering | None
) -> tuple[Regeltoets, ...]:
    """Return what the rules say of how a provision is reviewed (L-64)."""
    context = HerindicatieToets(zaak, voorziening, levering.heronderzoek_op if levering else None, omgeving.beeld())
    regels = toets(Moment.HERINDICATIE, context, omgeving.beeld(), omgeving.bevestigd)
    return tuple(item for item in regels if item.boodschap)


def plan_heronderzoek(
    omgeving: Omgeving, actor: Actor, kenmerk: str, op: date
) -> tuple[Levering, tuple[Regeltoets, ...]]:
    """Plan the day on which the gemeente looks again at a provision; that repeats the research (L-64).

    Args:
        omgeving: the gemeente.
        actor: who plans; must be a medewerker.
        kenmerk: the delivery.
        op: the day; today or later.

    Returns:
        The delivery as stored, and what the rules warn of.

    Raises:
        Invoerfout: the day is over.
    """
    vandaag = omgeving.vandaag()
    with omgeving.werk(actor) as werk:
        levering = vind(werk, kenmerk)
        wie(werk, actor, "Een heronderzoek")
        if op < vandaag:
            raise Invoerfout("Het heronderzoek kan niet in het verleden liggen.", vervolg="Kies vandaag of later.")
        nieuw = werk.leveringen.bewaar(levering.gewijzigd(heronderzoek_op=op))
        zaak, besluit = werk.zaken.haal(nieuw.zaak_id), werk.besluiten.haal(nieuw.besluit_id).besluit
        voorziening = next(item for item in besluit.voorzieningen if item.id == nieuw.voorziening)
        detail = {"levering": nieuw.id, "op": op.isoformat()}
        werk.log("heronderzoek.gepland", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    return nieuw, oordeel(omgeving, zaak, voorziening, nieuw)


def meld_aangekondigd(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date) -> Levering:
    """Record that the resident was told that the indication ends (B-51).

    Raises:
        Invoerfout: the day cannot be.
    """
    with omgeving.werk(actor) as werk:
        levering = vind(werk, kenmerk)
        wie(werk, actor, "Een aankondiging")
        besluit = werk.besluiten.haal(levering.besluit_id)
        controleer_dag("De aankondiging", op, besluit.bekendgemaakt_op or besluit.besluit.datum, omgeving.vandaag())
        nieuw = werk.leveringen.bewaar(levering.gewijzigd(aangekondigd_op=op))
        verzonden(werk, nieuw.zaak_id, EINDE, op)
        detail = {"levering": nieuw.id, "op": op.isoformat()}
        werk.log("herindicatie.aangekondigd", zaak=nieuw.zaak_id, dossier=nieuw.dossier_id, detail=detail)
        werk.commit()
    return nieuw


def _opgevolgd(
    records: list[Besluitrecord],
    zaken: dict[str, Zaak],
    zaak: Zaak,
    record: Besluitrecord,
    voorziening: Voorziening,
) -> bool:
    """Tell whether a later besluit decided anew about the same product for the same person."""
    for ander in records:
        if ander.id == record.id or zaken[ander.zaak_id].client_id != zaak.client_id:
            continue
        if ander.besluit.datum < record.besluit.datum:
            continue
        if any(
            item.product == voorziening.product and item.ingangsdatum > voorziening.ingangsdatum
            for item in ander.besluit.voorzieningen
        ):
            return True
    return False


def _vervolg(zaken: dict[str, Zaak], zaak: Zaak) -> str | None:
    """Return an open zaak of the same person and act that came later: then somebody is looking already."""
    for ander in zaken.values():
        later = ander.ontvangen_op > zaak.ontvangen_op
        if later and ander.open and ander.client_id == zaak.client_id and ander.wet is zaak.wet:
            return ander.id
    return None
