"""The deadlines of one zaak on a day: which run, which were met, which are over, with every sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from toegang.domain.bewijs import met_merk
from toegang.domain.datums import datum_voluit
from toegang.domain.dwangsomtermijnen import met_dwangsom
from toegang.domain.opschorting import Opschorting, Verdaging, Wijze
from toegang.domain.schakels import KETENS, Alleen, Mijlpaal, Schakel
from toegang.domain.termijnbeleid import Geldendetermijn, Termijnbeleid, geldende_termijn
from toegang.domain.termijnen import Termijnberekening, bezwaartermijn
from toegang.domain.termijnsom import reken
from toegang.domain.termijnzaak import Gebeurtenis, Voltooiing
from toegang.domain.zaaktermijn import Feiten, Stand, Zaaktermijn, stand_van

_ONVERWIJLD = "Dit moet onverwijld gebeuren; de wet noemt geen aantal dagen."


def termijnketen(
    feiten: Feiten,
    gebeurtenissen: Iterable[Gebeurtenis],
    op: date,
    beleid: Termijnbeleid | None = None,
) -> tuple[Zaaktermijn, ...]:
    """Return the deadlines of a zaak, in the order of its chain.

    Args:
        feiten: the zaak.
        gebeurtenissen: suspensions, adjournments, notices of default, things done; in any order.
        op: the day on which is looked; what happened later is not seen.
        beleid: what the gemeente adds to the law; ``None`` = nothing.

    Raises:
        ToegangFout: a term has no value in force on the day it began.
    """
    geldig = tuple(item for item in gebeurtenissen if item.ingetrokken_op is None)
    keten = _Keten(feiten, geldig, op, beleid or Termijnbeleid())
    termijnen = [termijn for schakel in KETENS[feiten.wet] if (termijn := keten.termijn(schakel)) is not None]
    return tuple(deel for termijn in termijnen for deel in met_dwangsom(termijn, geldig, op))


@dataclass(frozen=True)
class _Keten:
    """One look at one zaak; see :func:`termijnketen`."""

    feiten: Feiten
    gebeurtenissen: tuple[Gebeurtenis, ...]
    op: date
    beleid: Termijnbeleid

    def termijn(self, schakel: Schakel) -> Zaaktermijn | None:
        """Return the deadline of a row; ``None`` when it does not apply."""
        begin = self._begin(schakel)
        geldt = geldende_termijn(schakel.sleutel, begin or self.op, self.beleid)
        if geldt is None or not self._van_toepassing(schakel, geldt):
            return None
        som = self._som(schakel, geldt, begin)
        klaar = self._klaar(schakel)
        return Zaaktermijn(
            sleutel=geldt.sleutel,
            omschrijving=geldt.omschrijving,
            regel=geldt.regel,
            bewijs=geldt.bewijs,
            partij=schakel.partij,
            schakel=schakel,
            stand=self._stand(schakel, begin, som, klaar),
            som=som,
            klaar_op=klaar,
            wijze=_wijze(schakel, geldt),
            toelichting=tuple(self._toelichting(schakel, geldt, begin)),
        )

    def _begin(self, schakel: Schakel) -> date | None:
        if schakel.vanaf is Mijlpaal.EINDE_BEZWAARTERMIJN:
            bekend = self._dag(Mijlpaal.BEKENDMAKING)
            return bezwaartermijn(bekend).einde if bekend and self._dag(Mijlpaal.BEZWAAR) else None
        begin = self._dag(schakel.vanaf)
        if begin is None or not schakel.herhaalt:
            return begin
        return max([begin, *(item.op for item in self._gedaan(schakel))])

    def _dag(self, mijlpaal: Mijlpaal) -> date | None:
        return self.feiten.dag(mijlpaal, self.op)

    def _van_toepassing(self, schakel: Schakel, geldt: Geldendetermijn) -> bool:
        leeftijd, grens = self.feiten.leeftijd, geldt.leeftijd_onder
        match schakel.alleen:
            case Alleen.SPOED:
                return self.feiten.spoed
            case Alleen.GEEN_SPOED:
                return not self.feiten.spoed
            case Alleen.JONGER:
                return leeftijd is not None and grens is not None and leeftijd < grens
            case Alleen.BEZWAAR | Alleen.BEZWAAR_COMMISSIE:
                met_commissie = schakel.alleen is Alleen.BEZWAAR_COMMISSIE
                return self._dag(Mijlpaal.BEZWAAR) is not None and self.feiten.commissie is met_commissie
            case Alleen.ALTIJD:
                return True

    def _gedaan(self, schakel: Schakel) -> list[Voltooiing]:
        return [
            item
            for item in self.gebeurtenissen
            if isinstance(item, Voltooiing) and item.sleutel == schakel.sleutel and item.op <= self.op
        ]

    def _klaar(self, schakel: Schakel) -> date | None:
        stap = next((dag for item in schakel.klaar if (dag := self._dag(item)) is not None), None)
        gedaan = [item.op for item in self._gedaan(schakel) if not schakel.herhaalt or item.niet_nodig]
        return min([*gedaan, *([stap] if stap else [])], default=None)

    def _som(self, schakel: Schakel, geldt: Geldendetermijn, begin: date | None) -> Termijnberekening | None:
        if begin is None or geldt.termijn is None:
            return None
        return reken(
            begin,
            geldt.termijn,
            min(self.op, self._klaar(schakel) or self.op),
            opschortingen=[item for item in self._over(schakel) if isinstance(item, Opschorting)],
            verdagingen=[item for item in self._over(schakel) if isinstance(item, Verdaging)],
            bevestigd=self.beleid.bevestigd,
        )

    def _over(self, schakel: Schakel) -> list[Opschorting | Verdaging]:
        return [
            item
            for item in self.gebeurtenissen
            if isinstance(item, Opschorting | Verdaging) and item.over is schakel.over
        ]

    def _stand(self, schakel: Schakel, begin: date | None, som: Termijnberekening | None, klaar: date | None) -> Stand:
        if any(item.niet_nodig for item in self._gedaan(schakel)):
            return Stand.VERVALLEN
        if klaar is None and self._dag(Mijlpaal.SLUITING) is not None and not schakel.na_sluiting:
            return Stand.VERVALLEN
        if begin is None:
            return Stand.NIET_BEGONNEN
        if klaar is None and any(
            isinstance(item, Opschorting) and item.loopt_op(self.op) for item in self._over(schakel)
        ):
            return Stand.OPGESCHORT
        return stand_van(som, klaar, self.op)

    def _toelichting(self, schakel: Schakel, geldt: Geldendetermijn, begin: date | None) -> list[str]:
        regels = [geldt.toelichting] if geldt.toelichting else []
        if begin is None:
            regels.append(f"Deze termijn begint na {schakel.vanaf.in_woorden}.")
        elif geldt.termijn is None:
            regels.append(_ONVERWIJLD)
        regels += [
            f"Gehaald door besluit {item.besluit} van {datum_voluit(item.op)}; afmelden is niet nodig."
            for item in self._gedaan(schakel)
            if item.besluit
        ]
        for item in self._over(schakel):
            if isinstance(item, Verdaging) and not item.regel.verschuift and not item.wacht_op_brief:
                bron = met_merk(item.regel.bron, item.regel.bewijs, item.regel.regel, self.beleid.bevestigd)
                regels.append(
                    f"Er is meegedeeld dat het besluit later komt; de termijn verandert daardoor niet. {bron}."
                )
        return regels


def _wijze(schakel: Schakel, geldt: Geldendetermijn) -> Wijze | None:
    """Return how a term is adjourned: a reasonable term by Awb 4:14 lid 3, any other by a notice only (lid 1)."""
    if schakel.over is None:
        return None
    if schakel.wijze is not None:
        return schakel.wijze
    return Wijze.REDELIJKE_TERMIJN if geldt.redelijk else Wijze.MEDEDELING
