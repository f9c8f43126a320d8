"""The research as it must lie before somebody decides: the report given, advice in, maatwerk talked about."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.besluit import Motivering, Voorziening
from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.domain.spoor import Regeltoets
from toegang.domain.zaak import Zaak
from toegang.guards.contexten_gesprek import OnderzoekToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.gesprek import laatste_verslag
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid


def toets_onderzoek(
    werk: Werkeenheid,
    omgeving: Omgeving,
    zaak: Zaak,
    op: date,
    soort: Besluitsoort,
    voorzieningen: tuple[Voorziening, ...],
    motivering: Motivering | None,
) -> tuple[Regeltoets, ...]:
    """Check the research before a decision or a proposal for one.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
        op: day of the decision.
        soort: kind of decision.
        voorzieningen: what it is about.
        motivering: its reasons, as far as there are any.

    Returns:
        The results, refusals included; nothing for a line without a gesprek.
    """
    if Stap.GESPREK not in LEVENSLOOP[zaak.wet]:
        return ()
    beeld = omgeving.beeld(op)
    context = OnderzoekToets(
        zaak=zaak,
        gesprek=laatste_verslag(werk, zaak.id),
        adviezen=werk.adviezen.zoek(zaak_id=zaak.id),
        soort=soort,
        voorzieningen=voorzieningen,
        motivering=motivering,
        beeld=beeld,
    )
    return toets(Moment.ONDERZOEK, context, beeld, omgeving.bevestigd)
