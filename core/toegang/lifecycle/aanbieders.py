"""Providers: contracts, relation and quality (B-72, D-20). Facts of the gemeente, without personal data."""

from __future__ import annotations

from datetime import date

from pydantic import Field, ValidationError

from toegang.domain.aanbieder import (
    Aanbieder,
    Contactsoort,
    Kwaliteitsoordeel,
    Kwaliteitstoets,
    Relatiecontact,
)
from toegang.domain.levering import Kenmerktekst
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout, NietToegestaan, OpslagFout
from toegang.guards.contexten_nazorg import KwaliteitToets
from toegang.guards.register import Moment
from toegang.lifecycle.nazorg import met_melding, toets, wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag
from toegang.storage import Actor, Werkeenheid

_VOORVOEGSEL = "aanbieder/"
_BEGIN = date(2007, 1, 1)
"""Before the first Wmo no provider was contracted under it."""


class Kwaliteitsverzoek(Waarde):
    """A quality check as it is handed in; see :class:`toegang.domain.aanbieder.Kwaliteitstoets`."""

    op: date
    oordeel: Kwaliteitsoordeel
    stuk: Kenmerktekst | None = None
    opnieuw_op: date | None = Field(default=None)


def aanbieders(werk: Werkeenheid) -> dict[str, Aanbieder]:
    """Return all providers by id, in order of id.

    Raises:
        OpslagFout: what is stored does not fit this version.
    """
    ids = sorted(naam.removeprefix(_VOORVOEGSEL) for naam in werk.kenmerken if naam.startswith(_VOORVOEGSEL))
    return {id: aanbieder(werk, id) for id in ids}


def aanbieder(werk: Werkeenheid, id: str) -> Aanbieder:
    """Return one provider.

    Raises:
        Invoerfout: it is not known here.
        OpslagFout: what is stored does not fit this version.
    """
    ruw = werk.kenmerken.get(f"{_VOORVOEGSEL}{id}")
    if ruw is None:
        raise Invoerfout("Deze aanbieder is hier niet bekend.", vervolg="Bekijk ze met: toegang aanbieder lijst")
    try:
        return Aanbieder.model_validate_json(ruw)
    except ValidationError:
        raise OpslagFout(
            f"Aanbieder '{id}' past niet bij deze versie van Toegang.", vervolg="Lees de aanbieders opnieuw in."
        ) from None


def zoek_aanbieder(werk: Werkeenheid, tekst: str, product: str, op: date) -> str | None:
    """Return the id of the provider that a decision names, by id or by name, if its contract covers the product."""
    for id, bekend in aanbieders(werk).items():
        genoemd = tekst.strip().casefold() in (id.casefold(), bekend.naam.casefold())
        if genoemd and bekend.contract(product, op) is not None:
            return id
    return None


def bewaar_aanbieders(omgeving: Omgeving, actor: Actor, nieuw: tuple[Aanbieder, ...]) -> tuple[int, int]:
    """Store providers with their contracts; quality checks and contacts of a known one stay.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        nieuw: the providers.

    Returns:
        How many are new, and how many changed.

    Raises:
        NietToegestaan: another functie keeps the contracts here (B-72).
    """
    with omgeving.werk(actor) as werk:
        _vereis_beheer(werk, omgeving, actor)
        bekend = aanbieders(werk)
        erbij = gewijzigd = 0
        for item in nieuw:
            oud = bekend.get(item.id)
            klaar = item if oud is None else item.gewijzigd(toetsen=oud.toetsen, contacten=oud.contacten)
            if klaar == oud:
                continue
            erbij, gewijzigd = erbij + (oud is None), gewijzigd + (oud is not None)
            _bewaar(werk, klaar)
            werk.log("aanbieder.ingelezen", detail={"aanbieder": item.id})
        werk.commit()
    return erbij, gewijzigd


def leg_kwaliteit_vast(
    omgeving: Omgeving, actor: Actor, id: str, verzoek: Kwaliteitsverzoek
) -> tuple[Aanbieder, tuple[Regeltoets, ...]]:
    """Record a quality check of a provider (D-20, B-51).

    Args:
        omgeving: the gemeente.
        actor: who judged; must be a medewerker.
        id: the provider.
        verzoek: what was found.

    Returns:
        The provider as stored, and what warns.

    Raises:
        Regelovertreding: the quality is for another functie to judge.
        Invoerfout: the provider is not known, or a day cannot be.
    """

    def doe() -> tuple[Aanbieder, tuple[Regeltoets, ...]]:
        with omgeving.werk(actor) as werk:
            door = wie(werk, actor, "Een kwaliteitstoets")
            bekend = aanbieder(werk, id)
            controleer_dag("De kwaliteitstoets", verzoek.op, _BEGIN, omgeving.vandaag())
            gedaan = Kwaliteitstoets(**dict(verzoek), door=door.medewerker)
            context = KwaliteitToets(bekend, gedaan, door, omgeving.beeld())
            let_op = toets(omgeving, Moment.KWALITEIT, context, f"Aanbieder {id}")
            nieuw = bekend.gewijzigd(toetsen=(*bekend.toetsen, gedaan))
            _bewaar(werk, nieuw)
            werk.log("aanbieder.getoetst", detail={"aanbieder": id, "oordeel": gedaan.oordeel})
            werk.commit()
        return nieuw, let_op

    return met_melding(omgeving, actor, "leg_kwaliteit_vast", None, doe)


def leg_contact_vast(
    omgeving: Omgeving, actor: Actor, id: str, soort: Contactsoort, op: date, stuk: str | None = None
) -> Aanbieder:
    """Record a contact with a provider (relation management, B-72).

    Raises:
        NietToegestaan: another functie keeps the relation here.
        Invoerfout: the provider is not known, or the day cannot be.
    """
    with omgeving.werk(actor) as werk:
        door = wie(werk, actor, "Een contact met een aanbieder")
        _vereis_beheer(werk, omgeving, actor)
        bekend = aanbieder(werk, id)
        controleer_dag("Het contact", op, _BEGIN, omgeving.vandaag())
        try:
            contact = Relatiecontact(op=op, door=door.medewerker, soort=soort, stuk=stuk)
        except ValidationError:
            raise Invoerfout(
                "Het kenmerk van het stuk is niet bruikbaar.",
                vervolg="Gebruik letters, cijfers en . _ / - zonder spaties.",
            ) from None
        nieuw = bekend.gewijzigd(contacten=(*bekend.contacten, contact))
        _bewaar(werk, nieuw)
        werk.log("aanbieder.gesproken", detail={"aanbieder": id, "soort": soort})
        werk.commit()
    return nieuw


def _vereis_beheer(werk: Werkeenheid, omgeving: Omgeving, actor: Actor) -> None:
    rollen = omgeving.organisatie.nazorg.contract_rol
    if not rollen or actor.medewerker is None:
        return
    functie = wie(werk, actor, "Het contractbeheer").functie
    if functie not in rollen:
        raise NietToegestaan(
            f"Functie '{functie}' beheert geen contracten; dat doet '{', '.join(rollen)}'.",
            vervolg="Vraag het aan wie dat doet; er is niets opgeslagen.",
        )


def _bewaar(werk: Werkeenheid, item: Aanbieder) -> None:
    werk.kenmerken[f"{_VOORVOEGSEL}{item.id}"] = item.model_dump_json()
