"""Consent of residents: given in their own words, kept with its day, and taken back as easily (AVG art. 7 lid 3)."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Kanaal, Wet
from toegang.domain.toestemming import Toestemming, Toestemmingsoort
from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.leden import sprekers, vereis_lid
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, nieuw_id
from toegang.storage import Actor, Werkeenheid


class Toestemmingsverzoek(Waarde):
    """A consent as it is recorded; see :class:`toegang.domain.toestemming.Toestemming`.

    Args:
        wie: ``client``, an inwoner id, or a role in the household.
        door: who gave it for that person, in the same words; ``None`` = that person.
    """

    wie: str
    soort: Toestemmingsoort
    reikwijdte: str
    op: date
    kanaal: Kanaal | None = None
    door: str | None = None


def geef_toestemming(omgeving: Omgeving, actor: Actor, zaak_id: str, verzoek: Toestemmingsverzoek) -> Toestemming:
    """Record that a resident consents.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: a zaak of the household.
        verzoek: the consent.

    Returns:
        The consent as stored.

    Raises:
        Invoerfout: this is no member of the household, somebody may not speak for another, or the day cannot be.
        Conflict: the same consent holds already.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        leden = werk.dossiers.haal(zaak.dossier_id).leden
        wie = vereis_lid(verzoek.wie, zaak, leden, "wie")
        door = vereis_lid(verzoek.door, zaak, leden, "door") if verzoek.door else wie
        if door not in sprekers(wie, leden):
            raise Invoerfout(
                f"{door} kan geen toestemming geven voor {wie}.",
                vervolg="Dat kan de inwoner zelf, en voor een minderjarige wie het gezag heeft.",
            )
        controleer_dag("De toestemming", verzoek.op, date.min, omgeving.vandaag())
        if any(_is_dezelfde(item, wie, verzoek) for item in werk.toestemmingen.zoek(dossier_id=zaak.dossier_id)):
            raise Conflict(
                f"{wie} gaf deze toestemming al.",
                vervolg=f"Bekijk wat er geldt: toegang inwoner toestemming toon {zaak.id}",
            )
        toestemming = Toestemming(
            id=nieuw_id("TS"),
            dossier_id=zaak.dossier_id,
            inwoner_id=wie,
            soort=verzoek.soort,
            reikwijdte=verzoek.reikwijdte,
            gegeven_op=verzoek.op,
            kanaal=verzoek.kanaal,
            gegeven_door=None if door == wie else door,
            vastgelegd_door=actor.medewerker,
        )
        werk.toestemmingen.bewaar(toestemming)
        werk.log(
            "toestemming.gegeven",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"toestemming": toestemming.id, "soort": toestemming.soort, "reikwijdte": toestemming.reikwijdte},
        )
        werk.commit()
    return toestemming


def trek_toestemming_in(omgeving: Omgeving, actor: Actor, zaak_id: str, kenmerk: str, op: date) -> Toestemming:
    """Record that a consent was taken back; it no longer holds from that day on.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: a zaak of the household.
        kenmerk: id of the consent.
        op: day.

    Raises:
        Invoerfout: the household has no such consent, or the day cannot be.
        Conflict: it was taken back before.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        gevonden = [item for item in werk.toestemmingen.zoek(dossier_id=zaak.dossier_id) if item.id == kenmerk]
        if not gevonden:
            raise Invoerfout(
                f"Deze toestemming hoort niet bij het huishouden van zaak {zaak.id}.",
                vervolg=f"Bekijk ze met: toegang inwoner toestemming toon {zaak.id}",
            )
        (toestemming,) = gevonden
        if toestemming.ingetrokken_op is not None:
            raise Conflict(
                f"Toestemming {toestemming.id} is al ingetrokken op {toestemming.ingetrokken_op.isoformat()}.",
                vervolg="Er is niets gewijzigd.",
            )
        controleer_dag("De intrekking", op, toestemming.gegeven_op, omgeving.vandaag())
        nieuw = werk.toestemmingen.bewaar(toestemming.gewijzigd(ingetrokken_op=op))
        werk.log(
            "toestemming.ingetrokken",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"toestemming": nieuw.id, "soort": nieuw.soort, "reikwijdte": nieuw.reikwijdte},
        )
        werk.commit()
    return nieuw


def gedeeld_op(werk: Werkeenheid, dossier_id: str, dag: date) -> frozenset[tuple[str, Wet]]:
    """Return which data of which act may be used elsewhere on a day: (inwoner id, act) (L-68)."""
    return frozenset(
        (item.inwoner_id, Wet(item.reikwijdte))
        for item in werk.toestemmingen.zoek(dossier_id=dossier_id)
        if item.soort is Toestemmingsoort.GEGEVENS_DELEN and item.geldt_op(dag)
    )


def _is_dezelfde(item: Toestemming, wie: str, verzoek: Toestemmingsverzoek) -> bool:
    zelfde = (item.inwoner_id, item.soort, item.reikwijdte) == (wie, verzoek.soort, verzoek.reikwijdte)
    return zelfde and item.ingetrokken_op is None
