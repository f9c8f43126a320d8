"""What the consulent brings in on an objection: the substance, never the decision or the hearing (B-50, L-22)."""

from __future__ import annotations

from toegang.domain.bezwaar import Bezwaar, Inbreng
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.lifecycle.besluitinhoud import route_van
from toegang.lifecycle.bezwaar import besluit_van, wijzig
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid

_REGEL = "B-50"


def lever_inbreng(omgeving: Omgeving, actor: Actor, kenmerk: str, tekst: str) -> Bezwaar:
    """Record what the consulent says of the substance; a later text takes the place of an earlier one.

    Args:
        omgeving: the gemeente.
        actor: who brings it in: the one who assessed, or somebody who may propose along the same besluitroute.
        kenmerk: the objection.
        tekst: the words.

    Raises:
        Conflict: the objection ended, or the besluit is not there yet.
        NietToegestaan: this is for another medewerker.
        Invoerfout: there are no words.
    """

    def stap(werk: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        if not tekst.strip():
            raise Invoerfout("Er staat geen inbreng in het bestand.", vervolg="Schrijf wat u over de inhoud weet.")
        door = behandelaar(werk, actor.medewerker or "")
        record = besluit_van(werk, bezwaar)
        if record is None:
            raise Conflict(
                f"Bezwaar {bezwaar.id} wacht nog op het besluit; over de inhoud is nog niets te zeggen.",
                vervolg="Lever de inbreng als het besluit er is.",
            )
        besluit = record.besluit
        rollen = route_van(omgeving, werk.zaken.haal(bezwaar.zaak_id), besluit.datum).voorstel_rol
        if door.medewerker != besluit.beoordelaar.medewerker and door.functie not in rollen:
            raise NietToegestaan(
                f"Inbreng over de inhoud levert wie de vraag beoordeelde: {besluit.beoordelaar.medewerker}.",
                vervolg=f"Is diegene er niet, dan iemand met functie {' of '.join(rollen)}.",
            )
        return bezwaar.gewijzigd(inbreng=Inbreng(op=omgeving.vandaag(), door=door.medewerker, tekst=tekst.strip()))

    return wijzig(omgeving, actor, kenmerk, "bezwaar.inbreng", stap)


def inbreng_van(werk: Werkeenheid, bezwaar: Bezwaar) -> str:
    """Return medewerker id of the consulent who is to supply input on the substance (B-50); empty without besluit."""
    record = besluit_van(werk, bezwaar)
    return record.besluit.beoordelaar.medewerker if record else ""


def wacht_op_inbreng(omgeving: Omgeving, bezwaar: Bezwaar) -> bool:
    """Tell whether the gemeente asks for input that did not come yet."""
    return (
        bezwaar.loopt
        and bezwaar.besluit_id is not None
        and bezwaar.inbreng is None
        and _REGEL in omgeving.organisatie.regels
    )
