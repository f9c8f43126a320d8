"""An objection that comes in: never refused at the door, by whom, against which besluit, also before that is known."""

from __future__ import annotations

from datetime import date

from pydantic import field_validator, model_validator

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Belanghebbende, Bezwaar, Onderdeel
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.bezwaar import bewaar, wijzig
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.nazorgbrief import BEZWAAR, leg_brief_klaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, nieuw_id
from toegang.storage import Actor, Werkeenheid


class Bezwaarschrift(Waarde):
    """An objection as it came in.

    Args:
        ontvangen_op: day of receipt.
        gepost_op: day of the postmark.
        besluit: id of the besluit; ``None`` = the last one that was made known, or else the last one, if any.
        tegen: kind of a besluit in between (an advance, temporary help) that it is against, also when that still has to
            come; ``None`` = that on the aanvraag, unless ``besluit`` says otherwise.
        inwoner: id of the inwoner who objects; with nobody named it is the client.
        belanghebbende: who objects, when there is no record of an inwoner.
        ontbreekt: what is missing of what it must hold (Awb 6:5).
        gronden: why, in the words of who objects.
        reden_te_laat: why it is late, in those words.
        commissie: an advisory committee is set up (Awb 7:13).
    """

    ontvangen_op: date
    gepost_op: date | None = None
    besluit: str | None = None
    tegen: Besluitsoort | None = None
    inwoner: str | None = None
    belanghebbende: Belanghebbende | None = None
    ontbreekt: tuple[Onderdeel, ...] = ()
    gronden: str = ""
    reden_te_laat: str = ""
    commissie: bool = False

    @model_validator(mode="after")
    def _een_indiener(self) -> Bezwaarschrift:
        if self.inwoner is not None and self.belanghebbende is not None:
            raise ValueError("noem een inwoner of een andere belanghebbende, niet allebei")
        return self

    @field_validator("tegen")
    @classmethod
    def _tussentijds(cls, soort: Besluitsoort | None) -> Besluitsoort | None:
        if soort is not None and not soort.tussentijds:
            raise ValueError("noem alleen een besluit dat tussendoor komt; laat 'tegen' anders weg")
        return soort


def registreer(
    omgeving: Omgeving, actor: Actor, zaak_id: str, stuk: Bezwaarschrift
) -> tuple[Bezwaar, Besluitrecord | None]:
    """Record an objection, and put its confirmation in line. The besluit goes on to hold (Awb 6:16; L-28).

    One that comes too early is recorded with its day and waits for its term (Awb 6:10); one that comes too late is
    recorded and judged by a person (L-27). Several people may each object against one besluit.

    Args:
        omgeving: the gemeente.
        actor: who records it; must be a medewerker.
        zaak_id: zaaknummer; the zaak may be closed.
        stuk: what came in.

    Returns:
        The objection, and the besluit it is against, if that is there.

    Raises:
        Conflict: the same person has an objection against this besluit that runs.
        Invoerfout: a day cannot be, the inwoner does not exist, or the besluit is not of this zaak.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        door = wie(werk, actor, "Een bezwaar")
        record = _besluit(werk, zaak_id, stuk)
        controleer_dag("De ontvangst", stuk.ontvangen_op, zaak.ontvangen_op, omgeving.vandaag())
        if stuk.gepost_op is not None:
            controleer_dag("Het posten", stuk.gepost_op, zaak.ontvangen_op, stuk.ontvangen_op)
        velden = stuk.model_dump(exclude={"besluit", "tegen", "inwoner", "belanghebbende"})
        bezwaar = Bezwaar(
            **velden,
            id=nieuw_id("BZ"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            besluit_id=record.id if record else None,
            tegen=_tegen(record) if record else stuk.tegen,
            inwoner=_inwoner(werk, zaak, stuk),
            belanghebbende=stuk.belanghebbende,
            ingeboekt_door=door.medewerker,
        )
        _vereis_geen_tweede(werk, bezwaar)
        detail = {"besluit": record.id} if record else {}
        bewaar(werk, bezwaar, "bezwaar.ontvangen", detail)
        leg_brief_klaar(werk, zaak.dossier_id, zaak.id, BEZWAAR, omgeving.vandaag(), aanleiding=bezwaar.id)
        werk.commit()
    return bezwaar, record


def koppel_wachtende(werk: Werkeenheid, record: Besluitrecord) -> tuple[str, ...]:
    """Tie the objections that waited for this besluit to it, now that it is made known (Awb 6:10).

    One that is about the aanvraag does not take an advance or temporary help for the besluit that it waits for.

    Args:
        werk: the unit of work of the caller.
        record: the besluit.

    Returns:
        Ids of the objections.
    """
    alle = werk.bezwaren.zoek(zaak_id=record.zaak_id, besluit_id=None, afgedaan_op=None)
    wachtend = [item for item in alle if item.tegen is _tegen(record)]
    for item in wachtend:
        bewaar(werk, item.gewijzigd(besluit_id=record.id), "bezwaar.gekoppeld", {"besluit": record.id})
    return tuple(item.id for item in wachtend)


def koppel(omgeving: Omgeving, actor: Actor, kenmerk: str, besluit: str | None) -> Bezwaar:
    """Tie a running objection to another besluit of its zaak, or let it wait for that on the aanvraag (Awb 6:5, 6:10).

    Args:
        omgeving: the gemeente.
        actor: who does it; must be a medewerker.
        kenmerk: the objection.
        besluit: id of the besluit; ``None`` = the one on the aanvraag, that still has to come.

    Raises:
        Conflict: it ended, it is against that besluit already, the besluit on the aanvraag is there, or the same person
            objects against it already.
        Invoerfout: the besluit is not of this zaak.
    """

    def stap(werk: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        record = _gekozen(werk, bezwaar.zaak_id, besluit) if besluit is not None else None
        if record is None:
            _vereis_nog_geen_besluit(werk, bezwaar.zaak_id)
        nieuw = bezwaar.gewijzigd(besluit_id=record.id if record else None, tegen=_tegen(record) if record else None)
        if nieuw == bezwaar:
            raise Conflict(
                f"Bezwaar {bezwaar.id} is daar al tegen.", vervolg=f"Bekijk het met: toegang bezwaar toon {bezwaar.id}"
            )
        _vereis_geen_tweede(werk, nieuw)
        return nieuw

    return wijzig(omgeving, actor, kenmerk, "bezwaar.gekoppeld", stap)


def _vereis_nog_geen_besluit(werk: Werkeenheid, zaak_id: str) -> None:
    for record in werk.besluiten.zoek(zaak_id=zaak_id):
        if not record.besluit.soort.tussentijds:
            raise Conflict(
                f"In zaak {zaak_id} is het besluit op de aanvraag er al.",
                vervolg=f"Noem het: --besluit {record.id}",
            )


def _tegen(record: Besluitrecord) -> Besluitsoort | None:
    """Return the kind of a besluit in between; ``None`` of any other."""
    return record.besluit.soort if record.besluit.soort.tussentijds else None


def _inwoner(werk: Werkeenheid, zaak: Zaak, stuk: Bezwaarschrift) -> str | None:
    """Return the inwoner who objects: the client when the letter names nobody."""
    if stuk.belanghebbende is not None:
        return None
    if stuk.inwoner is None:
        return zaak.client_id
    if not werk.inwoners.zoek(id=stuk.inwoner):
        raise Invoerfout(
            "De inwoner in veld 'inwoner' bestaat niet in deze gemeente.",
            vervolg="Zoek het kenmerk met: toegang inwoner zoek; of vul 'belanghebbende' in met naam en adres.",
        )
    return stuk.inwoner


def _vereis_geen_tweede(werk: Werkeenheid, bezwaar: Bezwaar) -> None:
    """Refuse a second objection of one person against one besluit: what comes later belongs to the first."""
    for item in werk.bezwaren.zoek(zaak_id=bezwaar.zaak_id, afgedaan_op=None):
        zelfde = (item.besluit_id, item.tegen) == (bezwaar.besluit_id, bezwaar.tegen)
        if item.id != bezwaar.id and zelfde and item.van_dezelfde(bezwaar):
            raise Conflict(
                f"In zaak {bezwaar.zaak_id} loopt al een bezwaar van dezelfde indiener ({item.id}).",
                vervolg="Voeg het stuk daarbij. Maakt een ander bezwaar, noem dan 'inwoner' of 'belanghebbende'.",
            )


def _besluit(werk: Werkeenheid, zaak_id: str, stuk: Bezwaarschrift) -> Besluitrecord | None:
    """Return the besluit it is against; ``None`` while that is not there."""
    if stuk.besluit is not None:
        return _gekozen(werk, zaak_id, stuk.besluit)
    alle = [record for record in werk.besluiten.zoek(zaak_id=zaak_id) if stuk.tegen in (None, record.besluit.soort)]
    bekend = [record for record in alle if record.bekendgemaakt_op is not None]
    # before anything is known it is about what was asked for, unless who objects says otherwise
    straks = [record for record in alle if stuk.tegen is not None or not record.besluit.soort.tussentijds]
    return next(reversed(bekend or straks), None)


def _gekozen(werk: Werkeenheid, zaak_id: str, kenmerk: str) -> Besluitrecord:
    gevonden = next((record for record in werk.besluiten.zoek(zaak_id=zaak_id) if record.id == kenmerk), None)
    if gevonden is None:
        raise Invoerfout(
            f"Zaak {zaak_id} heeft geen besluit met dat kenmerk.",
            vervolg=f"Bekijk de besluiten met: toegang besluit toon {zaak_id}",
        )
    return gevonden
