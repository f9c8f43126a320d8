"""Zaak: one client, one product line, inside the dossier of a huishouden (DESIGN.md §3)."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from toegang.domain.begrippen import Problematiek, Uitkomst, Wet
from toegang.domain.levensloop import LEVENSLOOP, ZAAKTYPE, Stap, niet_van_toepassing
from toegang.domain.waarde import Waarde


class Stapregistratie(Waarde):
    """A step that was done, or that does not apply (``nvt``)."""

    stap: Stap
    op: date
    nvt: bool = False


class Zaak(Waarde):
    """A zaak; holds ids and facts, no personal data, so that a hook may see it whole.

    Args:
        id: zaaknummer, unique within the gemeente, e.g. ``Z2026-000012``.
        dossier_id: the dossier of the household.
        melding_id: the melding it came from.
        client_id: the inwoner it is about.
        wet: product line.
        status: last finished step.
        ontvangen_op: first day of receipt at any door (L-36).
        problematiek: outcome of triage.
        bestemming: id of the team or loket that the intake chose.
        gebied: wijk or kern of the household.
        producten: ids of the products asked for.
        spoed: support cannot wait.
        gespecialiseerd: (very) specialised support is asked (B-19).
        client_leeftijd: age in whole years; ``None`` when it cannot be known.
        team: id of the standing team that carries it.
        leden: medewerker ids of the casusteam, adviseurs not included.
        intervisie_op: day of the intervisie record (S-12).
        aanvraag_op: day of the aanvraag.
        bekendgemaakt_op: day on which the decision was sent or handed over (L-11).
        gesloten_op: closing day.
        uitkomst: result at closing.
        stappen: what was done when.
        triage_op: last day on which a person looked again whether it is one question or more (D-23).
        herziet: id of the decision that this zaak reviews of the gemeente's own accord; ``None`` for a question (L-65).
        ronde: name of the round of reviews it was opened in, after a change of tariff or policy; empty = none.
        versie: how often it was stored; 0 = not yet. Storage raises it and refuses an outdated one.
    """

    id: str
    dossier_id: str
    melding_id: str
    client_id: str
    wet: Wet
    status: Stap = Stap.INTAKE
    ontvangen_op: date
    problematiek: Problematiek = Problematiek.ENKELVOUDIG
    bestemming: str | None = None
    gebied: str | None = None
    producten: tuple[str, ...] = ()
    spoed: bool = False
    gespecialiseerd: bool = False
    client_leeftijd: int | None = None
    team: str | None = None
    leden: tuple[str, ...] = ()
    intervisie_op: date | None = None
    aanvraag_op: date | None = None
    bekendgemaakt_op: date | None = None
    gesloten_op: date | None = None
    uitkomst: Uitkomst | None = None
    stappen: tuple[Stapregistratie, ...] = ()
    triage_op: date | None = None
    herziet: str | None = None
    ronde: str = ""
    versie: int = Field(default=0, ge=0)

    @property
    def zaaktype(self) -> str:
        """Id of the zaaktype in the catalogue."""
        return ZAAKTYPE[self.wet]

    def na(self, stap: Stap, op: date, **velden: Any) -> Zaak:
        """Return this zaak after a step; steps passed over, or not in its line, are recorded as NVT.

        Args:
            stap: the step that was finished.
            op: day.
            **velden: other fields that change.
        """
        lijn = LEVENSLOOP[self.wet]
        voorbij = (*niet_van_toepassing(self.wet), *lijn[lijn.index(self.status) + 1 : lijn.index(stap)])
        gedaan = {item.stap for item in self.stappen}
        overgeslagen = [Stapregistratie(stap=tussen, op=op, nvt=True) for tussen in voorbij if tussen not in gedaan]
        klaar = Stapregistratie(stap=stap, op=op)
        return self.gewijzigd(status=stap, stappen=(*self.stappen, *overgeslagen, klaar), **velden)

    @property
    def open(self) -> bool:
        """Tell whether the zaak is not closed yet."""
        return self.gesloten_op is None


class ZaakKort(Waarde):
    """Another zaak of the same household, as a hook sees it; ``melding_id`` tells which came in together."""

    id: str
    wet: Wet
    status: Stap
    open: bool
    problematiek: Problematiek
    melding_id: str | None = None
