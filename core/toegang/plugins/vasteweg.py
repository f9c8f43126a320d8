"""Questions with a fixed road, the same in every gemeente: no assessment follows, so no zaak.

A referral to jeugdhulp (L-82), a question for general provisions only (W-11), and a task that consulenten
of former gemeenten did (B-73). A plugin gives ``None`` for these, so that the standard answers.
"""

from __future__ import annotations

from toegang.domain.aanbod import OudeTaak, Taakbestemming
from toegang.domain.begrippen import Afhandeling, Registratie, Wet
from toegang.domain.melding import Intake, Melding
from toegang.domain.organisatie import Organisatie
from toegang.domain.organisatiedelen import Loket
from toegang.domain.reden import Reden
from toegang.guards.aanmelding import alleen_algemeen_gevraagd, rechtstreeks_verwezen
from toegang.plugins.regelgids import geldend, reden


def vaste_weg(melding: Melding, organisatie: Organisatie) -> bool:
    """Tell whether all of a melding has a fixed road.

    Args:
        melding: the question.
        organisatie: the gemeente.
    """
    return (
        oude_taak(melding, organisatie) is not None
        or jeugdhulp_op_verwijzing(melding, organisatie)
        or alleen_algemeen_gevraagd(melding)
    )


def jeugdhulp_op_verwijzing(melding: Melding, organisatie: Organisatie) -> bool:
    """Tell whether all that is asked is jeugdhulp on a referral that gives access by itself (L-82)."""
    alleen_jeugd = melding.wetten == (Wet.JEUGDWET,)
    return alleen_jeugd and rechtstreeks_verwezen(melding) and not organisatie.verwijzing_met_besluit


def zonder_verwezen(melding: Melding, organisatie: Organisatie) -> Melding:
    """Return a melding without the jeugdhulp that a referral gives access to, when something else is asked too.

    Args:
        melding: the question.
        organisatie: the gemeente.
    """
    if organisatie.verwijzing_met_besluit or not rechtstreeks_verwezen(melding):
        return melding
    rest = tuple(vraag for vraag in melding.hulpvragen if vraag.wet is not Wet.JEUGDWET)
    return melding.gewijzigd(hulpvragen=rest) if any(vraag.wet for vraag in rest) else melding


def oude_taak(melding: Melding, organisatie: Organisatie) -> OudeTaak | None:
    """Return the old task that all of a melding is about, or ``None`` (B-73)."""
    taken = {taak.id: taak for taak in organisatie.oude_taken}
    gevraagd = {vraag.taak for vraag in melding.hulpvragen}
    if len(gevraagd) != 1:
        return None
    return taken.get(next(iter(gevraagd)) or "")


def vaste_intake(melding: Melding, actor: Loket, organisatie: Organisatie) -> Intake | None:
    """Return the intake of a melding with a fixed road, or ``None``.

    Args:
        melding: the question.
        actor: the door that does the intake.
        organisatie: the gemeente.
    """
    taak = oude_taak(melding, organisatie)
    if taak is not None:
        return _oude_taak(melding, taak, actor, organisatie)
    if jeugdhulp_op_verwijzing(melding, organisatie):
        return _op_verwijzing(melding, actor, organisatie)
    if alleen_algemeen_gevraagd(melding):
        return _algemeen(melding, actor, organisatie)
    return None


def _oude_taak(melding: Melding, taak: OudeTaak, actor: Loket, organisatie: Organisatie) -> Intake:
    vervalt = taak.wordt is Taakbestemming.VERVALT or taak.naar is None
    slot = "doet deze gemeente niet meer" if vervalt else f"gaat naar '{taak.naar}'"
    return Intake(
        actor=actor.id,
        registratie=Registratie.CONTACTGEGEVENS,
        afhandeling=Afhandeling.BEANTWOORD if vervalt else Afhandeling.DOORGELEID,
        bestemming=None if vervalt else taak.naar,
        problematiek=melding.problematiek,
        reden=reden(
            "OUDE_TAAK",
            f"{taak.naam} {slot}; het is geen taak van de consulenten.",
            geldend(organisatie, "B-73", "B-3"),
            {"taak": taak.id, "van": taak.van or "-"},
        ),
    )


def _op_verwijzing(melding: Melding, actor: Loket, organisatie: Organisatie) -> Intake:
    assert melding.verwijzer is not None
    regels = geldend(organisatie, "L-82", "Z-6")
    feiten = {"verwijzer": melding.verwijzer.soort, "ontvangen_op": melding.ontvangen_op}
    tekst = "De verwijzing geeft al toegang tot jeugdhulp; de gemeente beoordeelt niets en er komt geen besluit."
    return Intake(
        actor=actor.id,
        registratie=Registratie.MELDING,
        afhandeling=Afhandeling.RECHTSTREEKS,
        problematiek=melding.problematiek,
        reden=reden("JEUGDHULP_OP_VERWIJZING", tekst, regels, feiten),
    )


def _algemeen(melding: Melding, actor: Loket, organisatie: Organisatie) -> Intake:
    """Keep the melding, so that a later wish for more counts from this day (L-36)."""
    regels = geldend(organisatie, "B-7", "B-14", "B-62", "W-7", "W-11", "L-36")
    producten = ",".join(vraag.product or "" for vraag in melding.hulpvragen if vraag.wet)
    tekst = "Er is alleen om algemene voorzieningen gevraagd; die zijn vrij te gebruiken, zonder besluit."
    return Intake(
        actor=actor.id,
        registratie=Registratie.MELDING,
        afhandeling=Afhandeling.VOORLIGGEND_VELD,
        problematiek=melding.problematiek,
        reden=Reden.van("ALGEMENE_VOORZIENING", tekst, *regels, producten=producten),
    )
