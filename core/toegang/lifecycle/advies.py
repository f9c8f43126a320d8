"""Advice of an expert during the research: asked, received, withdrawn (W-20); medical data apart (L-138)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.adviesaanvraag import Adviesaanvraag, Adviessoort, Adviesstatus
from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.lifecycle.mensen import medewerker_uit
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, nieuw_id
from toegang.storage import Actor, Werkeenheid

MEDISCH_GELEZEN = "advies.medisch_gelezen"
MEDISCH_GEWEIGERD = "advies.medisch_geweigerd"


class Adviesvraag(Waarde):
    """A request for advice as it is handed in; see :class:`Adviesaanvraag`."""

    op: date
    soort: Adviessoort
    aan: str = Field(min_length=1)
    vraag: str = Field(min_length=1)
    toestemming_op: date | None = None
    lezers: tuple[str, ...] = ()


class Adviesantwoord(Waarde):
    """An advice as it is handed in; see :class:`Adviesaanvraag`."""

    op: date
    conclusie: str = Field(min_length=1)
    medisch: str = ""


def vraag_advies(omgeving: Omgeving, actor: Actor, zaak_id: str, vraag: Adviesvraag) -> Adviesaanvraag:
    """Ask an expert for advice.

    Args:
        omgeving: the gemeente.
        actor: who asks; must be a medewerker, who may read the answer.
        zaak_id: zaaknummer.
        vraag: what is asked, and of whom.

    Raises:
        NietToegestaan: no medewerker asks, or the resident did not agree to a medical advice.
        Conflict: the zaak is closed or decided on.
        Invoerfout: a day that cannot be, or a reader who does not exist.
    """
    if actor.medewerker is None:
        raise NietToegestaan(
            "Een advies vraagt een medewerker; deze gebruiker is er geen.",
            vervolg="De vrager mag het antwoord lezen, dus moet bekend zijn wie dat is.",
        )
    if vraag.soort is Adviessoort.MEDISCH and vraag.toestemming_op is None:
        raise NietToegestaan(
            "Voor een medisch advies is toestemming van de inwoner nodig; die staat er niet bij.",
            vervolg="Vraag de inwoner om toestemming en vul de dag in bij toestemming_op.",
        )
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        stappen = LEVENSLOOP[zaak.wet]
        if not zaak.open or stappen.index(zaak.status) >= stappen.index(Stap.BESLUIT):
            raise Conflict(
                f"Zaak {zaak.id} staat op {zaak.status}; een advies vraagt u voor het besluit.",
                vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
            )
        controleer_dag("De adviesvraag", vraag.op, zaak.ontvangen_op, omgeving.vandaag())
        if vraag.toestemming_op is not None:
            controleer_dag("De toestemming", vraag.toestemming_op, zaak.ontvangen_op, vraag.op)
        for lezer in vraag.lezers:
            medewerker_uit(werk, "lezers", lezer)
        velden = {naam: waarde for naam, waarde in dict(vraag).items() if naam != "op"}
        advies = Adviesaanvraag(
            **velden,
            id=nieuw_id("A"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            gevraagd_op=vraag.op,
            gevraagd_door=actor.medewerker,
        )
        werk.adviezen.bewaar(advies)
        _log(werk, advies, "advies.gevraagd")
        werk.commit()
    return advies


def ontvang_advies(
    omgeving: Omgeving, actor: Actor, zaak_id: str, advies_id: str, antwoord: Adviesantwoord
) -> Adviesaanvraag:
    """Record the answer to a request for advice.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        advies_id: id of the request.
        antwoord: the advice.

    Raises:
        Conflict: it was received or withdrawn before.
        Invoerfout: this zaak has no such request, a day that cannot be, or a medical part in an advice that is not.
    """
    with omgeving.werk(actor) as werk:
        advies = _open_advies(werk, zaak_id, advies_id)
        controleer_dag("De ontvangst van het advies", antwoord.op, advies.gevraagd_op, omgeving.vandaag())
        if antwoord.medisch and advies.soort is not Adviessoort.MEDISCH:
            raise Invoerfout(
                f"Advies {advies.id} is niet medisch gevraagd, dus er hoort geen medisch deel bij.",
                vervolg="Vraag een medisch advies aan met soort MEDISCH, met toestemming van de inwoner.",
            )
        advies = advies.gewijzigd(
            status=Adviesstatus.ONTVANGEN,
            ontvangen_op=antwoord.op,
            conclusie=antwoord.conclusie,
            medisch=antwoord.medisch,
        )
        werk.adviezen.bewaar(advies)
        _log(werk, advies, "advies.ontvangen")
        werk.commit()
    return advies


def trek_advies_in(omgeving: Omgeving, actor: Actor, zaak_id: str, advies_id: str, op: date) -> Adviesaanvraag:
    """Withdraw a request that is not needed any more.

    Raises:
        Conflict: it was received or withdrawn before.
        Invoerfout: this zaak has no such request, or the day cannot be.
    """
    with omgeving.werk(actor) as werk:
        advies = _open_advies(werk, zaak_id, advies_id)
        controleer_dag("Het intrekken", op, advies.gevraagd_op, omgeving.vandaag())
        advies = advies.gewijzigd(status=Adviesstatus.INGETROKKEN, ingetrokken_op=op)
        werk.adviezen.bewaar(advies)
        _log(werk, advies, "advies.ingetrokken")
        werk.commit()
    return advies


def lees_medisch(werk: Werkeenheid, zaak_id: str, advies_id: str) -> Adviesaanvraag:
    """Return an advice with its medical part, for who may read that; logged, refusals too.

    Args:
        werk: a unit of work; it is committed.
        zaak_id: zaaknummer.
        advies_id: id of the request.

    Raises:
        NietToegestaan: who acts did not ask for it and is not named as reader.
        Invoerfout: this zaak has no such request.
    """
    advies = advies_van(werk, zaak_id, advies_id)
    mag = advies.mag_medisch_lezen(werk.actor.medewerker)
    _log(werk, advies, MEDISCH_GELEZEN if mag else MEDISCH_GEWEIGERD)
    werk.commit()
    if not mag:
        raise NietToegestaan(
            f"Het medische deel van advies {advies.id} mag u niet lezen; dat u het probeerde, staat in het logboek.",
            vervolg="Wie het vroeg, en wie als lezer is genoemd, mag dat wel. De conclusie ziet u zonder --medisch.",
        )
    return advies


def advies_van(werk: Werkeenheid, zaak_id: str, advies_id: str) -> Adviesaanvraag:
    """Return a request of a zaak.

    Raises:
        Invoerfout: this zaak has no such request; what was given is not repeated.
    """
    gevonden = next((item for item in werk.adviezen.zoek(zaak_id=zaak_id) if item.id == advies_id), None)
    if gevonden is None:
        raise Invoerfout(
            f"Zaak {zaak_id} heeft geen advies met dat kenmerk.",
            vervolg=f"Bekijk ze met: toegang gesprek advies toon {zaak_id}",
        )
    return gevonden


def _open_advies(werk: Werkeenheid, zaak_id: str, advies_id: str) -> Adviesaanvraag:
    werk.zaken.haal(zaak_id)
    advies = advies_van(werk, zaak_id, advies_id)
    if advies.status is not Adviesstatus.GEVRAAGD:
        raise Conflict(f"Advies {advies.id} is al {advies.status.lower()}.", vervolg="Er is niets gewijzigd.")
    return advies


def _log(werk: Werkeenheid, advies: Adviesaanvraag, actie: str) -> None:
    werk.log(actie, zaak=advies.zaak_id, dossier=advies.dossier_id, detail={"advies": advies.id})
