"""Rules on leaving the intake, on the beginning of the research, and on whose zaak it is."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.guards.contexten_intake import IdentiteitToets, OnderzoekToets, UitIntakeToets
from toegang.guards.register import Moment, Regelsoort, regel
from toegang.guards.verheldering import is_derde


@regel("B-6", Regelsoort.ORGANISATIE, Moment.UIT_INTAKE, "De vraag achter de vraag is helder voor de zaak verder gaat.")
def eerst_vraagverheldering(t: UitIntakeToets) -> Iterable[str]:
    """B-6: the first contact makes the question behind the question clear."""
    if t.verheldering is None:
        yield "de vraagverheldering is nog niet vastgelegd"


@regel("B-11", Regelsoort.ORGANISATIE, Moment.UIT_INTAKE, "De melder weet hoe het verdergaat.")
def melder_weet_het_vervolg(t: UitIntakeToets) -> Iterable[str]:
    """B-11: by the confirmation of receipt, or told otherwise; another reporter than the resident is told too."""
    vervolg = t.verheldering.vervolg if t.verheldering else None
    if vervolg is None and not t.bevestiging_gemaakt:
        yield "de melder weet nog niet hoe het verdergaat: maak de ontvangstbevestiging, of leg vast wat is verteld"
    if is_derde(t.melding.melder) and (vervolg is None or not vervolg.ook_melder):
        yield f"de melding kwam van een {t.melding.melder}, en die weet nog niet hoe het verdergaat"


@regel(
    "L-52",
    Regelsoort.WET,
    Moment.VOOR_ONDERZOEK,
    "Voor het onderzoek zijn cliënt en mantelzorger gewezen op gratis cliëntondersteuning.",
    grondslag="Wmo 2015 art. 2.3.2 lid 3 en 2.2.4",
)
def voor_het_onderzoek_gewezen(t: OnderzoekToets) -> Iterable[str]:
    """L-52: by the confirmation of receipt, which says so to both, or at the first contact."""
    if t.zaak.wet is not Wet.WMO:
        return
    if t.gewezen_op is None:
        yield "cliënt en mantelzorger zijn nog niet gewezen op gratis cliëntondersteuning"
    elif t.gewezen_op > t.op:
        yield f"op cliëntondersteuning is pas gewezen op {t.gewezen_op.isoformat()}, na het begin van het onderzoek"


@regel(
    "L-58",
    Regelsoort.WET,
    Moment.IDENTITEIT,
    "De identiteit is vastgesteld aan de hand van een document.",
    grondslag="Wmo 2015 art. 2.3.4; Wet op de identificatieplicht art. 1",
)
def identiteit_vastgesteld(t: IdentiteitToets) -> Iterable[str]:
    """L-58: kind of document and day are recorded before a decision about a provision of the Wmo."""
    # the identity is established in the research (2.3.4 lid 1), which a temporary provision does not wait for
    if t.zaak.wet is not Wet.WMO or t.soort in (Besluitsoort.BUITEN_BEHANDELING, Besluitsoort.TIJDELIJK):
        return
    if t.identiteit is None:
        yield "de identiteit van de cliënt is nog niet vastgesteld"
    elif t.identiteit.op > t.op:
        yield f"de identiteit is pas vastgesteld op {t.identiteit.op.isoformat()}, na de dag van het besluit"
