"""The plan of a household: what a hook sees (:class:`Plan`) and what is stored besides."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from pydantic import Field

from toegang.domain.begrippen import Akkoord, Plansoort, Wet
from toegang.domain.plandelen import (
    Afspraak,
    Deelnemer,
    Doel,
    Familiegroepsplan,
    Gezinslid,
    Handtekening,
    Instemming,
    Kopie,
    Oplossing,
    Overeenstemming,
    Reactie,
    Stem,
    Taakveld,
    Tekenuitkomst,
)
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde

__all__ = ["Afspraak", "Doel", "Plan", "Planrecord"]


class Plan(Waarde):
    """The plan of a household as ``draft_beschikking`` sees it: no free text.

    Args:
        id: id.
        dossier_id: the dossier.
        soort: variant.
        versie: 1, 2, ...
        vastgesteld_op: day on which it was agreed.
        akkoord: what the resident said of it.
        getekend_op: day on which the resident signed; ``None`` when not signed.
        geldt_als_aanvraag: the signed plan is registered as aanvraag (Z-28).
    """

    id: str
    dossier_id: str
    soort: Plansoort
    versie: int = Field(default=1, ge=1)
    vastgesteld_op: date
    akkoord: Akkoord = Akkoord.AANGEBODEN
    getekend_op: date | None = None
    geldt_als_aanvraag: bool = False


class Planrecord(Waarde):
    """A stored version of the plan of a household.

    Args:
        plan: what the hook sees, of the client for whose zaak this version was made.
        doelen: goals in plain words.
        afspraken: agreements, also those on algemene voorzieningen and the own network (W-7).
        inbreng: what that client brought in, in records of before there were stemmen (Z-9, Z-10).
        zaak_id: the zaak for which this version was made; ``None`` in records of before it was kept.
        client_id: client of that zaak.
        wet: act of that zaak.
        gesprek_id: the gesprek that it follows from (Z-11).
        vastgelegd_door: medewerker id, when known.
        vastgelegd_op: instant, UTC.
        deelnemers: who takes part (B-21).
        stemmen: what each party brought in (D-16).
        oplossingen: the arrangement (W-21, W-23).
        gezin: how it goes with each member (B-59).
        taakvelden: what it says on each task field (B-59).
        overeenstemming: whether resident and gemeente agree (W-23).
        familiegroepsplan: the own plan of the family (L-88).
        handtekeningen: who signed this version, or did not (B-26).
        reacties: what residents said of this version, the oldest first (S-18).
        instemmingen: consent to the support, the oldest first (Z-23).
        kopieen: copies that went out (Z-11).
        regels: the rules that were checked when it was recorded.
        format: name of the fixed format it followed then (B-28); empty = none.
    """

    plan: Plan
    doelen: tuple[Doel, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    inbreng: str = ""
    zaak_id: str | None = None
    client_id: str | None = None
    wet: Wet | None = None
    gesprek_id: str | None = None
    vastgelegd_door: str | None = None
    vastgelegd_op: datetime | None = None
    deelnemers: tuple[Deelnemer, ...] = ()
    stemmen: tuple[Stem, ...] = ()
    oplossingen: tuple[Oplossing, ...] = ()
    gezin: tuple[Gezinslid, ...] = ()
    taakvelden: tuple[Taakveld, ...] = ()
    overeenstemming: Overeenstemming | None = None
    familiegroepsplan: Familiegroepsplan | None = None
    handtekeningen: tuple[Handtekening, ...] = ()
    reacties: tuple[Reactie, ...] = ()
    instemmingen: tuple[Instemming, ...] = ()
    kopieen: tuple[Kopie, ...] = ()
    regels: tuple[Regeltoets, ...] = ()
    format: str = ""

    @property
    def id(self) -> str:
        """Id of the plan."""
        return self.plan.id

    @property
    def dossier_id(self) -> str:
        """The dossier it belongs to."""
        return self.plan.dossier_id

    def handtekening(self, personen: Collection[str]) -> Handtekening | None:
        """Return what became of the signature of one of these persons: a signature, else the last outcome."""
        eigen = [item for item in self.handtekeningen if item.wie in personen]
        getekend = [item for item in eigen if item.uitkomst is Tekenuitkomst.GETEKEND]
        return next(reversed(getekend or eigen), None)

    def voor(self, personen: Collection[str]) -> Plan:
        """Return what a hook sees of it in a zaak of one client.

        In a household each client signs and reacts for itself: the signature of one is not that of another.

        Args:
            personen: the client, and who may speak for that client.
        """
        if self.client_id is None or self.client_id in personen:
            return self.plan
        teken, reactie = self.handtekening(personen), self.reactie(personen)
        getekend = teken if teken is not None and teken.uitkomst is Tekenuitkomst.GETEKEND else None
        return self.plan.gewijzigd(
            akkoord=reactie.stand if reactie else Akkoord.AANGEBODEN,
            getekend_op=getekend.op if getekend else None,
            geldt_als_aanvraag=self.plan.geldt_als_aanvraag and getekend is not None,
        )

    def reactie(self, personen: Collection[str]) -> Reactie | None:
        """Return the last that one of these persons said of it, or ``None``."""
        return next((item for item in reversed(self.reacties) if item.wie in personen), None)
