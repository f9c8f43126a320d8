"""Can this submission be? Its days, the door that passed it on, and whether there is an adult."""

from __future__ import annotations

from datetime import date

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.datums import OnvolledigeDatum
from toegang.domain.huishouden import Contactnotitie, Dossier, Inwoner
from toegang.domain.melding import Contact
from toegang.errors import Invoerfout
from toegang.storage import Werkeenheid

HUISHOUDEN_ONBEKEND = "HUISHOUDEN_ONBEKEND"
"""Circumstance: the source is a list of persons, so who lives with whom is still to be found out."""
WOONT_ZELFSTANDIG = "WOONT_ZELFSTANDIG"
"""Circumstance: a minor of sixteen or more who has a household of his or her own."""
ZELFSTANDIG_VANAF = 16
OUDSTE_ONTVANGST = date(2015, 1, 1)
"""No melding can be older than the Wmo 2015 and the Jeugdwet: an earlier day is a typing error."""


def controleer_dagen(aanmelding: Aanmelding, vandaag: date) -> None:
    """Check that the days of a submission can be.

    Raises:
        Invoerfout: received in the future or long before these acts, or somebody was born after that.
    """
    ontvangen = aanmelding.ontvangen_op
    if not OUDSTE_ONTVANGST <= ontvangen <= vandaag:
        raise Invoerfout(
            f"De dag van ontvangst ({ontvangen.isoformat()}) kan niet kloppen.",
            vervolg=f"Kies een dag van {OUDSTE_ONTVANGST.isoformat()} tot en met {vandaag.isoformat()}.",
        )
    if any(contact.op > ontvangen for contact in aanmelding.contacten):
        raise Invoerfout(
            "Een eerder contact ligt na de dag van ontvangst.", vervolg="Zet in 'contacten' alleen wat vooraf ging."
        )
    for lid in aanmelding.leden:
        geboren = OnvolledigeDatum.lees(lid.persoon.geboortedatum).datum
        if geboren is not None and geboren > vandaag:
            raise Invoerfout(
                f"De geboortedatum van lid '{lid.rol}' ligt in de toekomst.", vervolg="Herstel de geboortedatum."
            )


def met_eerste_ontvangst(werk: Werkeenheid, aanmelding: Aanmelding) -> tuple[Aanmelding, Contactnotitie | None]:
    """Give a submission that was passed on the day on which the first door received it (L-36).

    Args:
        werk: a unit of work.
        aanmelding: the submission.

    Returns:
        The submission with the first day of receipt and that contact, and the note of the first door.

    Raises:
        Invoerfout: no door passed anything on under that key.
    """
    if aanmelding.eerder_kenmerk is None:
        return aanmelding, None
    notitie = next(iter(werk.contactnotities.zoek(kenmerk=aanmelding.eerder_kenmerk.strip())), None)
    if notitie is None:
        raise Invoerfout(
            "Onder het kenmerk in 'eerder_kenmerk' heeft geen loket iets doorgegeven.",
            vervolg="Controleer dat kenmerk, of laat het weg als dit het eerste contact is.",
        )
    eerste = min(aanmelding.ontvangen_op, notitie.ontvangen_op)
    eerder = Contact(kanaal=notitie.kanaal, op=notitie.ontvangen_op)
    contacten = tuple(item for item in aanmelding.contacten if item.op <= eerste)
    return aanmelding.gewijzigd(ontvangen_op=eerste, contacten=(*contacten, eerder)), notitie


def vereis_volwassene(dossier: Dossier, leden: dict[str, Inwoner], op: date) -> None:
    """Check that a household has an adult, or that it is known why not.

    Args:
        dossier: the household.
        leden: its members in this submission.
        op: the day.

    Raises:
        Invoerfout: there are only minors.
    """
    if HUISHOUDEN_ONBEKEND in dossier.bijzonderheden or any(lid.minderjarig is not True for lid in dossier.leden):
        return
    oudste = max(inwoner.leeftijd(op) or 0 for inwoner in leden.values())
    if WOONT_ZELFSTANDIG in dossier.bijzonderheden and oudste >= ZELFSTANDIG_VANAF:
        return
    raise Invoerfout(
        "In dit huishouden staat geen volwassene.",
        vervolg="Zet de ouder of verzorger erbij. Woont een jongere van 16 of 17 zelfstandig? Zet dan "
        f"{WOONT_ZELFSTANDIG} bij 'bijzonderheden'.",
    )
