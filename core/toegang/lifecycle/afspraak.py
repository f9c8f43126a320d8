"""Appointments with a resident: planned by a medewerker, called off by either side (S-17, S-2, B-39).

One for the gesprek that is still to come puts the invitation in line, in the same transaction.
"""

from __future__ import annotations

from datetime import date, timedelta

from toegang.domain.begrippen import Kanaal
from toegang.domain.gespreksafspraak import Afgezegd, Afspraakstatus, Afspraakvraag, Gespreksafspraak, Plaats
from toegang.domain.verheldering import Uitlegwijze
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_gesprek import AfspraakToets
from toegang.guards.register import Moment
from toegang.lifecycle.mensen import behandelaar, medewerker_uit
from toegang.lifecycle.mensenwerk import namens, vereis_medewerker, vereis_open
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.uitnodiging import Uitnodigingstand, nodig_uit, trek_uitnodiging_in
from toegang.lifecycle.vastleggen import meldt_weigering, nieuw_id, toets_antwoord
from toegang.storage import Actor, Werkeenheid

VERST_WEG = timedelta(days=366)
"""An appointment further away than this is a typing error."""
_LANGS = {Uitlegwijze.TELEFOON: Kanaal.TELEFOON, Uitlegwijze.EMAIL: Kanaal.EMAIL}


class Afspraakuitkomst(Waarde):
    """An appointment that was planned or called off.

    Args:
        afspraak: the appointment, as stored.
        uitnodiging: how it stands with the invitation to it.
    """

    afspraak: Gespreksafspraak
    uitnodiging: Uitnodigingstand


@meldt_weigering
def plan_afspraak(omgeving: Omgeving, actor: Actor, zaak_id: str, vraag: Afspraakvraag) -> Afspraakuitkomst:
    """Plan an appointment with the resident of a zaak.

    Args:
        omgeving: the gemeente.
        actor: who plans it; a medewerker.
        zaak_id: zaaknummer of an open zaak.
        vraag: when, where and with whom.

    Returns:
        The appointment, and whether the invitation was put in line.

    Raises:
        NietToegestaan: no medewerker acts.
        Conflict: the zaak is closed, or who comes has another appointment at that moment.
        Invoerfout: the day is over or far away, it is not said where, or who comes does not exist or is away that day.
        Regelovertreding: there was no contact before (S-2), or the planner is no consulent (B-39).
    """
    planner = vereis_medewerker(actor, "Een afspraak plannen")
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_open(zaak)
        _controleer_dag(vraag.op, omgeving.vandaag())
        _controleer_plaats(vraag)
        afspraak = Gespreksafspraak(
            **{**dict(vraag), "met": vraag.met or planner, "adres": " ".join(vraag.adres.split())},
            id=nieuw_id("AF"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            gepland_door=planner,
            gepland_op=omgeving.vandaag(),
        )
        _vereis_vrij(werk, afspraak)
        context = AfspraakToets(zaak, afspraak, behandelaar(werk, planner), _kanalen(werk, zaak), omgeving.beeld())
        toets_antwoord(omgeving, Moment.AFSPRAAK, context, f"Zaak {zaak.id}")
        werk.gespreksafspraken.bewaar(afspraak)
        uitnodiging = nodig_uit(werk, omgeving, zaak, afspraak)
        detail = {"kenmerk": afspraak.id, "op": afspraak.op.isoformat(), "met": afspraak.met}
        werk.log("afspraak.gepland", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    return Afspraakuitkomst(afspraak=afspraak, uitnodiging=uitnodiging)


def zeg_afspraak_af(omgeving: Omgeving, actor: Actor, afspraak_id: str, door: Afgezegd) -> Afspraakuitkomst:
    """Call an appointment off; it stays in the file, so that the resident sees what became of it.

    Args:
        omgeving: the gemeente.
        actor: who records it; a medewerker.
        afspraak_id: id of the appointment.
        door: who called it off.

    Returns:
        The appointment, and what became of the invitation: one that waits is dropped.

    Raises:
        NietToegestaan: no medewerker acts.
        NietGevonden: there is no such appointment.
        Conflict: it was called off before, or its day is over.
    """
    vereis_medewerker(actor, "Een afspraak afzeggen")
    with omgeving.werk(actor) as werk:
        afspraak = werk.gespreksafspraken.haal(afspraak_id)
        if not afspraak.staat:
            raise Conflict(f"Afspraak {afspraak.id} is al afgezegd.", vervolg="Er verandert niets.")
        if afspraak.op < omgeving.vandaag():
            raise Conflict(
                f"Afspraak {afspraak.id} was op {afspraak.op.isoformat()}; die dag is voorbij.",
                vervolg="Leg vast hoe het ging in het verslag van het gesprek.",
            )
        weg = afspraak.gewijzigd(status=Afspraakstatus.AFGEZEGD, afgezegd_op=omgeving.vandaag(), afgezegd_door=door)
        werk.gespreksafspraken.bewaar(weg)
        uitnodiging = trek_uitnodiging_in(werk, werk.zaken.haal(weg.zaak_id), weg)
        detail = {"kenmerk": weg.id, "door": door.value}
        werk.log("afspraak.afgezegd", zaak=weg.zaak_id, dossier=weg.dossier_id, detail=detail)
        werk.commit()
    return Afspraakuitkomst(afspraak=weg, uitnodiging=uitnodiging)


def komende_afspraken(werk: Werkeenheid, vandaag: date, medewerker: str | None = None) -> tuple[Gespreksafspraak, ...]:
    """Return the appointments that stand from today on, the first one first.

    Args:
        werk: a unit of work.
        vandaag: today.
        medewerker: only those of this medewerker, and of whom he or she replaces; ``None`` = all.
    """
    voor = namens(werk, medewerker, vandaag) if medewerker else None
    staan = werk.gespreksafspraken.zoek(status=Afspraakstatus.GEPLAND)
    komend = [item for item in staan if item.op >= vandaag and (voor is None or item.met in voor)]
    return tuple(sorted(komend, key=lambda item: (item.op, item.tijd, item.id)))


def _controleer_dag(op: date, vandaag: date) -> None:
    if not vandaag <= op <= vandaag + VERST_WEG:
        raise Invoerfout(
            f"Een afspraak op {op.isoformat()} kan niet.",
            vervolg=f"Kies een dag van {vandaag.isoformat()} tot en met {(vandaag + VERST_WEG).isoformat()}.",
        )


def _controleer_plaats(vraag: Afspraakvraag) -> None:
    if vraag.plaats.vraagt_waar and not (vraag.adres.strip() or vraag.toelichting.strip()):
        raise Invoerfout(
            "De inwoner moet weten waar de afspraak is.",
            vervolg="Noem het gebouw en het adres met --adres. Is het bij iemand thuis, schrijf het dan in een bestand "
            "bij --toelichting.",
        )
    if vraag.adres.strip() and not vraag.plaats.vraagt_waar:
        raise Invoerfout(
            f"Bij een afspraak {vraag.plaats.lower()} hoort geen adres.",
            vervolg="Laat --adres weg, of kies kantoor of elders.",
        )


def _vereis_vrij(werk: Werkeenheid, afspraak: Gespreksafspraak) -> None:
    """Check that who comes exists, works that day, and is in one place at a time."""
    medewerker_uit(werk, "--met", afspraak.met)
    if not werk.medewerkers.haal(afspraak.met).werkt_op(afspraak.op):
        raise Invoerfout(
            f"{afspraak.met} werkt niet op {afspraak.op.isoformat()}.", vervolg="Kies een andere dag of een collega."
        )
    for ander in werk.gespreksafspraken.zoek(op=afspraak.op, status=Afspraakstatus.GEPLAND):
        if (ander.met, ander.tijd) == (afspraak.met, afspraak.tijd):
            raise Conflict(
                f"{afspraak.met} heeft dan al een afspraak ({ander.id}, zaak {ander.zaak_id}).",
                vervolg="Kies een andere tijd of een collega.",
            )


def _kanalen(werk: Werkeenheid, zaak: Zaak) -> frozenset[Kanaal]:
    """Return the channels along which there was contact about this question: before, at, and after the melding."""
    record = werk.meldingen.haal(zaak.melding_id)
    kanalen = {record.melding.kanaal, *(contact.kanaal for contact in record.contacten)}
    uitleg = (item.vervolg.wijze for item in record.verhelderingen if item.vervolg is not None)
    kanalen |= {_LANGS[wijze] for wijze in uitleg if wijze in _LANGS}
    eerder = werk.gespreksafspraken.zoek(zaak_id=zaak.id, status=Afspraakstatus.GEPLAND)
    return frozenset(kanalen | {Kanaal.TELEFOON for item in eerder if item.plaats is Plaats.TELEFONISCH})
