"""Telling a resident something that decides nothing: the informatiebrief."""

from __future__ import annotations

from toegang.domain.brief import Brief, Informatietekst
from toegang.domain.informatietekst import bezwaren_tegen_informatie
from toegang.errors import NietToegestaan
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import INFORMATIE, leg_procesbrief_klaar
from toegang.storage import Actor


def informeer(omgeving: Omgeving, actor: Actor, zaak_id: str, tekst: Informatietekst) -> Brief:
    """Put an informatiebrief in line.

    Args:
        omgeving: the gemeente.
        actor: who writes it; must be a medewerker.
        zaak_id: zaaknummer.
        tekst: what it says.

    Returns:
        The letter.

    Raises:
        NietToegestaan: no medewerker, or the text decides on a right or speaks of remedies.
    """
    vereis_informatie(tekst)
    with omgeving.werk(actor) as werk:
        wie(werk, actor, "Een informatiebrief")
        brief = leg_procesbrief_klaar(werk, omgeving, werk.zaken.haal(zaak_id), INFORMATIE, tekst=tekst)
        werk.commit()
    return brief


def vereis_informatie(tekst: Informatietekst) -> None:
    """Refuse a text that is no information; what it says is not repeated, only the words that give it away.

    Raises:
        NietToegestaan: it changes a right, or has a remedies clause in it.
    """
    redenen = bezwaren_tegen_informatie((tekst.onderwerp, *tekst.alineas))
    if redenen:
        raise NietToegestaan(
            f"Dit is geen informatiebrief: {'; '.join(redenen)}.",
            vervolg="Verandert er iets in een recht, neem dan een besluit. Zo niet, schrijf het dan anders op.",
        )
