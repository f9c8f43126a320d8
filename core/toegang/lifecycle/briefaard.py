"""What a letter is about, as far as that decides to whom it goes (L-11)."""

from __future__ import annotations

from toegang.domain.begrippen import Leveringsvorm
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezorging import Berichtsoort
from toegang.domain.brief import Brief
from toegang.domain.vertegenwoordiging import Briefaard
from toegang.domain.zaak import Zaak
from toegang.storage import Werkeenheid

_GELD = frozenset({Leveringsvorm.PGB, Leveringsvorm.FINANCIEEL})


def aard_van_brief(werk: Werkeenheid, zaak: Zaak, brief: Brief) -> Briefaard:
    """Return what a letter is about.

    Args:
        werk: a unit of work.
        zaak: its zaak.
        brief: the letter.
    """
    record = werk.besluiten.haal(brief.besluit_id) if brief.besluit_id else None
    wetten = {zaak.wet}
    if brief.is_bevestiging:
        # one letter confirms everything that was asked for one person at once
        zaken = werk.zaken.zoek(melding_id=zaak.melding_id)
        wetten |= {item.wet for item in zaken if item.client_id == zaak.client_id}
    return Briefaard(frozenset(wetten), brief.berichtsoort, _gaat_over_geld(record))


def aard_van_besluit(zaak: Zaak, record: Besluitrecord | None = None) -> Briefaard:
    """Return what the letter with a decision is about.

    Args:
        zaak: the zaak.
        record: the decision; ``None`` when there is none yet.
    """
    return Briefaard(frozenset({zaak.wet}), Berichtsoort.BESLUIT, _gaat_over_geld(record))


def _gaat_over_geld(record: Besluitrecord | None) -> bool:
    return record is not None and any(item.leveringsvorm in _GELD for item in record.besluit.voorzieningen)
