"""After dispatch: what was granted becomes a delivery, and somebody is to check it (B-44)."""

from __future__ import annotations

from datetime import date, timedelta

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Voorzieningsoort
from toegang.domain.besluit import Voorziening
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.levering import Levering, Leveringstatus, Uitvoering
from toegang.domain.zaak import Zaak
from toegang.lifecycle.aanbiederbrief import zet_kopie_klaar
from toegang.lifecycle.aanbieders import zoek_aanbieder
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Werkeenheid

_DOOR_AANBIEDER = (Voorzieningsoort.MAATWERK, Voorzieningsoort.INDIVIDUEEL, Voorzieningsoort.VERVOER)
_EEN_DAG = timedelta(days=1)


def maak_toewijzingen(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, record: Besluitrecord) -> tuple[Levering, ...]:
    """Make a delivery of every granted provision, and end the deliveries that this decision ends.

    Called in the transaction that makes the decision known, so that nothing is granted without a task.

    Args:
        werk: the unit of work of the bekendmaking.
        omgeving: the gemeente.
        zaak: the zaak.
        record: the besluit, with the day on which it was made known.

    Returns:
        The new deliveries.
    """
    besluit, op = record.besluit, record.bekendgemaakt_op
    assert op is not None
    if besluit.soort.wijzigt_lopend:
        _beeindig(werk, omgeving, zaak, record, op)
    if not besluit.soort.levert:
        return ()
    nieuw = []
    for voorziening in besluit.voorzieningen_met_besluit:
        levering = werk.leveringen.bewaar(_levering(werk, omgeving, zaak, record, voorziening, op))
        nieuw.append(levering)
        zet_kopie_klaar(werk, omgeving, levering)
        werk.log(
            "levering.toegewezen" if levering.aanbieder else "levering.aangemaakt",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"levering": levering.id, "besluit": record.id, "voorziening": voorziening.id},
        )
    return tuple(nieuw)


def uitvoering_van(voorziening: Voorziening) -> Uitvoering:
    """Return who delivers: a provider, the resident with a pgb, or the gemeente itself (money, a card)."""
    if voorziening.leveringsvorm is Leveringsvorm.PGB:
        return Uitvoering.PGB
    in_natura = voorziening.leveringsvorm is Leveringsvorm.ZIN and voorziening.soort in _DOOR_AANBIEDER
    return Uitvoering.AANBIEDER if in_natura else Uitvoering.GEMEENTE


def controledag(omgeving: Omgeving, vanaf: date) -> date | None:
    """Return the day on which somebody looks whether it is delivered; ``None`` where nobody is to (B-44).

    Args:
        omgeving: the gemeente.
        vanaf: day of dispatch, or the first day if that is later. While the gemeente has not said how many
            days later it looks, this is the day itself: a task that is early gets lost less easily.
    """
    beleid = omgeving.organisatie.nazorg
    if beleid.levering_rol is None:
        return None
    dagen = beleid.levering_na_dagen
    return vanaf + timedelta(days=dagen if isinstance(dagen, int) else 0)


def _levering(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, record: Besluitrecord, voorziening: Voorziening, op: date
) -> Levering:
    uitvoering = uitvoering_van(voorziening)
    aanbieder = None
    if uitvoering is Uitvoering.AANBIEDER and voorziening.aanbieder:
        aanbieder = zoek_aanbieder(werk, voorziening.aanbieder, voorziening.product, voorziening.ingangsdatum)
    open_ = uitvoering is Uitvoering.AANBIEDER and aanbieder is None
    return Levering(
        id=nieuw_id("LV"),
        dossier_id=zaak.dossier_id,
        zaak_id=zaak.id,
        besluit_id=record.id,
        status=Leveringstatus.TOE_TE_WIJZEN if open_ else Leveringstatus.TOEGEWEZEN,
        controle_op=controledag(omgeving, max(op, voorziening.ingangsdatum)),
        voorziening=voorziening.id,
        client_id=zaak.client_id,
        product=voorziening.product,
        naam=voorziening.naam,
        omvang=voorziening.omvang,
        uitvoering=uitvoering,
        aanbieder=aanbieder,
        ingangsdatum=voorziening.ingangsdatum,
        einddatum=voorziening.einddatum,
        toegewezen_op=None if open_ else op,
    )


def _beeindig(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, record: Besluitrecord, op: date) -> None:
    """Let running deliveries of the same person end on the day before the new decision takes effect."""
    for levering in werk.leveringen.zoek(dossier_id=zaak.dossier_id):
        if not levering.loopt or levering.client_id != zaak.client_id:
            continue
        eerste = _eerste_dag(record, levering)
        if eerste is None:
            continue
        laatste = eerste - _EEN_DAG
        if levering.einddatum is not None and levering.einddatum <= laatste:
            continue
        werk.leveringen.bewaar(
            levering.gewijzigd(einddatum=laatste, controle_op=controledag(omgeving, max(op, laatste)))
        )
        werk.log(
            "levering.eindigt",
            zaak=levering.zaak_id,
            dossier=zaak.dossier_id,
            detail={"levering": levering.id, "besluit": record.id, "laatste": laatste.isoformat()},
        )


def _eerste_dag(record: Besluitrecord, levering: Levering) -> date | None:
    """Return the first day on which this decision holds instead of a delivery; ``None`` when it does not touch it.

    A wijziging puts its own provision in the place of the former one. What is withdrawn or ended stops on the day that
    the decision names: its provisions, listed again with the days they were granted for, or all when none is listed.
    """
    ingang = {item.product: item.ingangsdatum for item in record.besluit.voorzieningen}
    herziening = record.opdracht.herziening if record.opdracht else None
    if ingang and levering.product not in ingang:
        return None
    if not ingang and (herziening is None or herziening.besluit != levering.besluit_id):
        return None
    if record.besluit.soort is not Besluitsoort.WIJZIGING and herziening is not None and herziening.ingaat_op:
        return herziening.ingaat_op
    return ingang.get(levering.product)
