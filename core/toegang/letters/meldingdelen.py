"""The part of a letter that confirms a melding: what happens next, and by which day (L-50, L-51, L-110)."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Wet
from toegang.domain.levensloop import begint_met_aanvraag
from toegang.domain.termijnen import einde
from toegang.domain.termijnparameters import termijnparameter
from toegang.letters.bronnen import Briefbron
from toegang.letters.onderdelen import Meldinggegevens, Meldinglijn

_TERMIJNEN: dict[Wet, dict[str, str]] = {
    Wet.WMO: {"onderzoek_tot": "wmo.onderzoek", "persoonlijk_plan_tot": "wmo.persoonlijk_plan"},
    Wet.JEUGDWET: {},
    Wet.PARTICIPATIEWET: {"beslissing_tot": "pw.beslissing"},
    Wet.WGS: {"gesprek_tot": "wgs.gesprek"},
    Wet.GPK: {"beslissing_tot": "gpk.beslissing"},
    # The term of leerlingenvervoer stands in the verordening, or is the reasonable one (L-125); the gemeente knows.
    Wet.LLV: {},
}
ONDERWERPEN = {
    Wet.WMO: "ondersteuning",
    Wet.JEUGDWET: "jeugdhulp",
    Wet.PARTICIPATIEWET: "bijstand",
    Wet.WGS: "schuldhulp",
    Wet.GPK: "gehandicaptenparkeerkaart",
    Wet.LLV: "leerlingenvervoer",
}
"""What a product line is called when no product is named."""


def meldinggegevens(bron: Briefbron) -> Meldinggegevens:
    """Compose what a confirmation says.

    Args:
        bron: the domain values.

    Returns:
        One line per act, with the days counted from the first day of receipt.
    """
    wetten = dict.fromkeys(zaak.wet for zaak in (bron.zaak, *bron.zaken))
    return Meldinggegevens(
        ontvangen_op=bron.zaak.ontvangen_op,
        lijnen=tuple(_lijn(wet, bron.zaak.ontvangen_op, dict(bron.beslissing_tot).get(wet)) for wet in wetten),
        is_aanvraag=is_aanvraag(bron),
        woorden=_woorden(bron),
    )


def _woorden(bron: Briefbron) -> tuple[str, ...]:
    """Return what was said of this client; words about another member of the household are not for this reader."""
    if bron.melding is None:
        return ()
    vragen = bron.melding.melding.hulpvragen
    paren = zip(vragen, bron.melding.woorden, strict=False)
    return tuple(woorden for vraag, woorden in paren if vraag.voor == bron.client.id and woorden.strip())


def _lijn(wet: Wet, ontvangen_op: date, beslissing_tot: date | None) -> Meldinglijn:
    dagen = {
        veld: einde(ontvangen_op, termijnparameter(sleutel, ontvangen_op).termijn()).einde
        for veld, sleutel in _TERMIJNEN[wet].items()
    }
    return Meldinglijn(
        wet=wet,
        onderwerp=ONDERWERPEN[wet],
        persoonlijk_plan_tot=dagen.get("persoonlijk_plan_tot"),
        onderzoek_tot=dagen.get("onderzoek_tot"),
        gesprek_tot=dagen.get("gesprek_tot"),
        beslissing_tot=dagen.get("beslissing_tot") or beslissing_tot,
    )


def is_aanvraag(bron: Briefbron) -> bool:
    """Tell whether every line begins with an aanvraag or verzoek, so that the letter may call it that."""
    return all(begint_met_aanvraag(zaak.wet) for zaak in (bron.zaak, *bron.zaken))
