"""The first contact: the question behind the question, and whether a zaak may leave the intake (B-6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.huishouden import Inwoner, Meldingsrecord
from toegang.domain.melding import Contact, Melding
from toegang.domain.opvraagbaar import opvraagbaar
from toegang.domain.spoor import Regeltoets
from toegang.domain.veldfouten import veldfouten
from toegang.domain.verheldering import Identiteit, Verhelderingsopdracht, Vraagverheldering, voeg_samen
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout
from toegang.guards.contexten_intake import VerhelderingToets
from toegang.guards.register import Moment
from toegang.lifecycle.intake import ONTVANGSTBEVESTIGING
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, toets_antwoord
from toegang.storage import Actor, Werkeenheid

INGEZIEN = "melding.ingezien"
"""Act in the log: somebody opened a melding with what the file holds (W-19)."""
VERHELDERD = "melding.verhelderd"
_GEMAAKT = (Briefstatus.GEMAAKT, Briefstatus.VERZONDEN)


@dataclass(frozen=True)
class Verhelderd:
    """What was recorded of a first contact.

    Args:
        melding_id: the melding.
        verheldering: the outcome as stored.
        versie: 1 = the first.
        regels: the rules that were checked.
    """

    melding_id: str
    verheldering: Vraagverheldering
    versie: int
    regels: tuple[Regeltoets, ...]


def melding_van(werk: Werkeenheid, kenmerk: str) -> Meldingsrecord:
    """Return a melding by its own id or by the number of a zaak that came from it.

    Args:
        werk: a unit of work.
        kenmerk: ``M-…`` or ``Z2026-000012``.

    Raises:
        NietGevonden: it does not exist.
    """
    return werk.meldingen.haal(werk.zaken.haal(kenmerk).melding_id if kenmerk.startswith("Z") else kenmerk)


def open_melding(omgeving: Omgeving, actor: Actor, kenmerk: str) -> Meldingsrecord:
    """Open a melding with what the file holds, and log who did.

    Args:
        omgeving: the gemeente.
        actor: who opens it.
        kenmerk: id of the melding, or number of a zaak that came from it.

    Raises:
        NietGevonden: it does not exist.
    """
    with omgeving.werk(actor) as werk:
        record = melding_van(werk, kenmerk)
        noteer_inzage(werk, record)
        werk.commit()
    return record


def noteer_inzage(werk: Werkeenheid, record: Meldingsrecord) -> None:
    """Write in the log that a melding was opened."""
    werk.log(INGEZIEN, dossier=record.dossier_id, detail={"melding": record.id})


def bekende_gegevens(werk: Werkeenheid, melding: Melding) -> frozenset[str]:
    """Return the ids of what the file holds of everyone the melding is about (W-19, B-65, Z-24).

    Args:
        werk: a unit of work.
        melding: the melding.
    """
    wie = [werk.inwoners.haal(inwoner) for inwoner in {vraag.voor for vraag in melding.hulpvragen}]
    return frozenset(
        item.id for item in opvraagbaar() if item.velden and all(_heeft(inwoner, item.velden) for inwoner in wie)
    )


@meldt_weigering
def verhelder(omgeving: Omgeving, actor: Actor, opdracht: Verhelderingsopdracht, *, melding: str) -> Verhelderd:
    """Record the outcome of a first contact, or add to it.

    Args:
        omgeving: the gemeente.
        actor: who records it; must have opened the melding before (W-19).
        opdracht: what was found out, told, offered and arranged.
        melding: id of the melding, or number of a zaak that came from it.

    Returns:
        What was recorded.

    Raises:
        Regelovertreding: a rule refuses, e.g. cliëntondersteuning was not offered (B-57).
        Invoerfout: a day cannot be, or a medewerker, person or voorziening does not exist.
        NietGevonden: the melding does not exist.
    """
    with omgeving.werk(actor) as werk:
        record = melding_van(werk, melding)
        door = opdracht.door or actor.medewerker
        if door is not None:
            behandelaar(werk, door)
        klaar = _volgende_versie(record, opdracht, door)
        _controleer(omgeving, record, klaar)
        context = VerhelderingToets(
            melding=record.melding,
            verheldering=klaar,
            beeld=omgeving.beeld(),
            contacten=(*record.contacten, Contact(kanaal=record.melding.kanaal, op=record.melding.ontvangen_op)),
            bekend=bekende_gegevens(werk, record.melding),
            dossier_bekeken=_bekeken(werk, actor, record),
        )
        regels = toets_antwoord(omgeving, Moment.VERHELDERING, context, f"Melding {record.id}")
        werk.meldingen.bewaar(record.gewijzigd(verhelderingen=(*record.verhelderingen, klaar)))
        versie = len(record.verhelderingen) + 1
        werk.log(VERHELDERD, dossier=record.dossier_id, detail={"melding": record.id, "versie": str(versie)})
        werk.commit()
    return Verhelderd(record.id, klaar, versie, regels)


def bevestigingen(werk: Werkeenheid, melding_id: str) -> tuple[Brief, ...]:
    """Return the confirmations of receipt of a melding that were made or sent.

    Args:
        werk: a unit of work.
        melding_id: the melding.
    """
    zaken = werk.zaken.zoek(melding_id=melding_id)
    brieven: Iterable[Brief] = (brief for zaak in zaken for brief in werk.brieven.zoek(zaak_id=zaak.id))
    return tuple(brief for brief in brieven if brief.sjabloon == ONTVANGSTBEVESTIGING and brief.status in _GEMAAKT)


def identiteit_van(werk: Werkeenheid, zaak: Zaak) -> Identiteit | None:
    """Return how the identity of the client of a zaak was established; an earlier melding counts too.

    Args:
        werk: a unit of work.
        zaak: the zaak.
    """
    gevonden: Identiteit | None = None
    for record in werk.meldingen.zoek(dossier_id=zaak.dossier_id):
        for item in record.verheldering.identiteit if record.verheldering else ():
            van = item.inwoner or next(iter({vraag.voor for vraag in record.melding.hulpvragen}))
            if van == zaak.client_id:
                gevonden = item if gevonden is None else min(gevonden, item, key=lambda deel: deel.op)
    return gevonden


def _volgende_versie(record: Meldingsrecord, opdracht: Verhelderingsopdracht, door: str | None) -> Vraagverheldering:
    try:
        return Vraagverheldering.model_validate(voeg_samen(record.verheldering, opdracht, door))
    except ValidationError as fout:
        regels = "\n".join(f"  - {regel}" for regel in veldfouten(fout))
        raise Invoerfout(
            f"Het eerste contact over melding {record.id} is niet volledig:\n{regels}",
            vervolg="Vul dit aan. Er is niets opgeslagen.",
        ) from None


def _controleer(omgeving: Omgeving, record: Meldingsrecord, klaar: Vraagverheldering) -> None:
    begin, vandaag = record.melding.ontvangen_op, omgeving.vandaag()
    controleer_dag("Het eerste contact", klaar.op, begin, vandaag)
    for wat, dag in _dagen(klaar):
        controleer_dag(wat, dag, begin if wat != "De identiteit" else date.min, vandaag)
    catalogus = {item.id for item in omgeving.organisatie.voorzieningen}
    if onbekend := [naam for naam in klaar.algemene_voorzieningen if naam not in catalogus]:
        raise Invoerfout(
            f"{len(onbekend)} algemene voorziening(en) staan niet in de catalogus van gemeente {omgeving.naam}.",
            vervolg=f"Kies uit: {', '.join(sorted(catalogus))}." if catalogus else "De catalogus is nog leeg.",
        )
    clienten = {vraag.voor for vraag in record.melding.hulpvragen}
    for item in klaar.identiteit:
        if item.inwoner is None and len(clienten) > 1:
            raise Invoerfout(
                "De melding gaat over meer dan één persoon; bij de identiteit staat niet over wie.",
                vervolg=f"Zet het kenmerk van de inwoner erbij; toegang melding toon {record.id} noemt ze.",
            )
        if item.inwoner is not None and item.inwoner not in clienten:
            raise Invoerfout(
                "De identiteit hoort bij iemand over wie de melding niet gaat.",
                vervolg=f"Bekijk over wie wel: toegang melding toon {record.id}",
            )


def _dagen(klaar: Vraagverheldering) -> Iterable[tuple[str, date]]:
    if klaar.clientondersteuning is not None:
        yield "Het aanbod van cliëntondersteuning", klaar.clientondersteuning.aangeboden_op
        if klaar.clientondersteuning.geregeld_op is not None:
            yield "Het regelen van cliëntondersteuning", klaar.clientondersteuning.geregeld_op
    if klaar.vervolg is not None:
        yield "De uitleg over het vervolg", klaar.vervolg.op
    for item in klaar.identiteit:
        yield "De identiteit", item.op


def _bekeken(werk: Werkeenheid, actor: Actor, record: Meldingsrecord) -> bool:
    """Tell whether this person opened this melding before."""
    return any(
        (regel.uid, regel.medewerker, regel.detail.get("melding")) == (actor.uid, actor.medewerker, record.id)
        for regel in werk.logboek.regels(dossier=record.dossier_id, actie=INGEZIEN)
    )


def _heeft(inwoner: Inwoner, velden: tuple[str, ...]) -> bool:
    return all(getattr(inwoner, veld) not in (None, "", "00000000") for veld in velden)
