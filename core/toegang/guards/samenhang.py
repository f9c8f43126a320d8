"""Rules that keep the help of a household together: coordination (Z-18), new triage (D-23), escalation (W-14)."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Problematiek
from toegang.guards.contexten import RegieToets
from toegang.guards.contexten_mensen import EscalatieToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "Z-18", Regelsoort.ORGANISATIE, Moment.REGIE, "Zijn er meer partijen, dan stemt één van hen de hulp op elkaar af."
)
def hulp_in_samenhang(t: RegieToets) -> Iterable[str]:
    """Z-18: with more than one party somebody who is known by name coordinates the help."""
    werkgevers = {t.kandidaten[lid.medewerker].werkgever for lid in (*t.team.leden, *t.team.adviseurs)}
    lopend = [zaak.id for zaak in t.huishouden.zaken if zaak.open]
    redenen = []
    if t.huishouden.aantal_professionals > 1:
        redenen.append(f"{t.huishouden.aantal_professionals} professionals")
    if len(werkgevers) > 1:
        redenen.append(f"{len(werkgevers)} organisaties in het team")
    if lopend:
        redenen.append(f"nog een lopende zaak ({', '.join(lopend)})")
    if redenen and t.regie.coordinatie is None:
        yield f"er zijn meer partijen ({'; '.join(redenen)}) en niemand stemt de hulp op elkaar af"


@regel(
    "D-23",
    Regelsoort.ORGANISATIE,
    Moment.REGIE,
    "Komt er een hulpvraag bij, dan volgen triage en regie opnieuw.",
)
def opnieuw_getrieerd(t: RegieToets) -> Iterable[str]:
    """D-23: a question that came beside an open zaak is enkelvoudig only if a person looked again.

    It is asked of the later zaak; numbers are handed out in order of arrival.
    """
    if t.zaak.problematiek is not Problematiek.ENKELVOUDIG or t.zaak.triage_op is not None:
        return
    samen = (None, t.zaak.melding_id)
    open_ = [item for item in t.huishouden.zaken if item.open and item.id < t.zaak.id]
    andere = [item.id for item in open_ if item.melding_id not in samen]
    if andere:
        yield (
            f"dit huishouden heeft al een lopende zaak ({', '.join(andere)}), en niemand keek opnieuw of de vraag "
            f"enkelvoudig is: toegang zaak problematiek {t.zaak.id}"
        )


@regel(
    "W-14",
    Regelsoort.ORGANISATIE,
    Moment.ESCALATIE,
    "De regisseur schaalt op, naar iemand die er iets mee kan.",
    basis=True,
)
def regisseur_schaalt_op(t: EscalatieToets) -> Iterable[str]:
    """W-14: the regisseur, or who replaces him or her, escalates to somebody else who is at work."""
    if t.regie is None:
        yield "de regie over dit huishouden is nog niet belegd, dus niemand kan opschalen"
        return
    houders = {t.regie.regisseur or t.regie.eerste_aanspreekpunt, t.regie.casemanager} - {None}
    if t.namens.isdisjoint(houders):
        yield f"{t.door} voert hier niet de regie; dat doet {', '.join(sorted(wie for wie in houders if wie))}"
    if not t.aan_medewerkers:
        yield f"'{t.aan}' is geen medewerker of functie die er vandaag is"
    elif set(t.aan_medewerkers) <= {t.door}:
        yield f"{t.door} kan niet naar zichzelf opschalen"
