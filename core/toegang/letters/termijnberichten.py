"""What a letter about a term says: the days as they are when it is sent on the day that it bears (L-8, L-9, L-31)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

from toegang.domain.bezwaar import Bezwaar
from toegang.domain.brief import Brief
from toegang.domain.datums import datum_voluit
from toegang.domain.dwangsom import Dwangsombesluit
from toegang.domain.opschorting import Onderwerp, Opschorting, Verdaging
from toegang.domain.termijnketen import termijnketen
from toegang.domain.termijnparameters import termijnparameter
from toegang.domain.termijnzaak import Gebeurtenis, Termijnrecord
from toegang.domain.zaak import Zaak
from toegang.domain.zaaktermijn import Zaaktermijn
from toegang.errors import Conflict
from toegang.letters.procesonderdelen import Aanvulling, Dwangsombericht, Dwangsomregel, Stilstand, Uitstel
from toegang.letters.tekst import telwoord
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.termijnen import beleid_van, bezwaarfeiten, feiten_van
from toegang.storage import Werkeenheid

G = TypeVar("G", Opschorting, Verdaging, Dwangsombesluit)
_EEN_DAG = timedelta(days=1)
_BETALING = "awb.dwangsom_betaling"


class Termijnblik:
    """The term that one letter is about.

    Args:
        werk: a unit of work; only read from.
        omgeving: the gemeente.
        zaak: the zaak.
        brief: the letter.
        op: the day that it bears.
    """

    def __init__(self, werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, brief: Brief, op: date) -> None:
        self._werk, self._zaak, self._op = werk, zaak, op
        self._beleid = beleid_van(omgeving)
        self.record: Termijnrecord = werk.termijnzaken.haal(brief.aanleiding)
        if self.record.gebeurtenis.ingetrokken_op is not None:
            raise _niet_meer(brief, "wat erin staat, is ingetrokken")
        self._brief = brief

    def aanvulling(self) -> Aanvulling:
        """Return the request to complete, as if it is sent on the day of the letter.

        Raises:
            Conflict: what was missing came in, or the last day leaves no time.
        """
        stil = self._als(Opschorting)
        if stil.tot is not None:
            raise _niet_meer(self._brief, "de aanvulling is er al")
        uiterlijk = stil.uiterlijk
        if uiterlijk is None or uiterlijk <= self._op:
            raise _niet_meer(self._brief, "de laatste dag om aan te vullen ligt niet na de datum van de brief")
        gestuurd = stil.gewijzigd(van=self._op + _EEN_DAG, tot=uiterlijk, wacht_op_brief=False)
        return Aanvulling(
            aanvraag_op=self._zaak.aanvraag_op or self._zaak.ontvangen_op,
            ontbreekt=stil.ontbreekt,
            uiterlijk=uiterlijk,
            beslissing_tot=self._einde(gestuurd),
        )

    def stilstand(self) -> Stilstand:
        """Return that the term stands still, or runs again."""
        stil = self._als(Opschorting)
        return Stilstand(
            over=stil.over,
            grond=stil.grond,
            van=stil.van,
            tot=stil.tot,
            dagen=(stil.tot - stil.van).days if stil.tot else 0,
            reden=stil.reden,
            beslissing_tot=self._einde(stil) if stil.tot else None,
        )

    def uitstel(self) -> Uitstel:
        """Return that the decision comes later, and when.

        Raises:
            Conflict: the letter is dated after the term, when it can move nothing any more.
        """
        verdaging = self._als(Verdaging)
        gestuurd = verdaging.gewijzigd(medegedeeld_op=self._op, wacht_op_brief=False)
        eerst, nieuw = self._einde(None), self._einde(gestuurd)
        if eerst is None or nieuw is None:
            raise _niet_meer(self._brief, "de beslistermijn loopt niet meer")
        if self._op > eerst:
            raise _niet_meer(self._brief, f"de termijn eindigde op {datum_voluit(eerst)}, voor de datum van de brief")
        verschuift = verdaging.regel.verschuift
        termijn = self._termijn(None)
        return Uitstel(
            over=verdaging.over,
            begonnen_op=self._begonnen(termijn),
            eerst=eerst,
            nieuw=nieuw if verschuift else eerst + timedelta(weeks=verdaging.weken),
            verschuift=verschuift,
            reden=verdaging.reden,
        )

    def dwangsom(self) -> Dwangsombericht:
        """Return the dwangsom that was fixed."""
        besluit = self._als(Dwangsombesluit)
        betaling = termijnparameter(_BETALING, besluit.op)
        return Dwangsombericht(
            over=besluit.over,
            termijn_tot=besluit.termijn_tot,
            ingebreke_op=besluit.ingebreke_op,
            eerste_dag=besluit.eerste_dag,
            laatste_dag=besluit.laatste_dag,
            besloten_op=besluit.besloten_op,
            regels=tuple(
                Dwangsomregel(
                    van=item.van, tot=item.tot, dagen=item.dagen, per_dag_centen=item.per_dag_centen, centen=item.centen
                )
                for item in besluit.perioden
            ),
            totaal_centen=besluit.centen,
            uitzondering=besluit.uitzondering,
            betaald_binnen_weken=telwoord(betaling.waarde),
        )

    def _als(self, soort: type[G]) -> G:
        item = self.record.gebeurtenis
        if not isinstance(item, soort):
            raise _niet_meer(self._brief, f"{self.record.id} is iets anders")
        return item

    def _einde(self, nu: Gebeurtenis | None) -> date | None:
        """Return the last day of the decision with the happening of this letter as it would be, or without it."""
        termijn = self._termijn(nu)
        return termijn.einde if termijn else None

    def _termijn(self, nu: Gebeurtenis | None) -> Zaaktermijn | None:
        eigen = self.record.bezwaar_id or ""
        andere = [
            item.gebeurtenis
            for item in self._werk.termijnzaken.zoek(zaak_id=self._zaak.id)
            if item.id != self.record.id and item.telt_voor(eigen)
        ]
        gebeurd = andere if nu is None else [*andere, nu]
        feiten = feiten_van(self._werk, self._zaak, bezwaarfeiten(bezwaar) if (bezwaar := self._bezwaar()) else None)
        keten = termijnketen(feiten, gebeurd, self._op, self._beleid)
        over = self._over
        return next((item for item in keten if item.schakel is not None and item.schakel.over is over), None)

    def _bezwaar(self) -> Bezwaar | None:
        """Return the objection whose term it is; a record of before there could be more names none."""
        if self._over is not Onderwerp.BEZWAAR:
            return None
        if self.record.bezwaar_id is not None:
            return self._werk.bezwaren.haal(self.record.bezwaar_id)
        return next(reversed(self._werk.bezwaren.zoek(zaak_id=self._zaak.id)), None)

    @property
    def _over(self) -> Onderwerp:
        return getattr(self.record.gebeurtenis, "over", Onderwerp.AANVRAAG)

    def _begonnen(self, termijn: Zaaktermijn | None) -> date:
        bezwaar = self._bezwaar()
        if bezwaar is not None:
            return bezwaar.ontvangen_op
        begin = termijn.som.begin if termijn and termijn.som else None
        return self._zaak.aanvraag_op or begin or self._zaak.ontvangen_op


def _niet_meer(brief: Brief, waarom: str) -> Conflict:
    return Conflict(
        f"Brief {brief.id} kan zo niet meer weg: {waarom}.",
        vervolg=f"Bekijk de termijnen met: toegang termijn waarom {brief.zaak_id}",
    )
