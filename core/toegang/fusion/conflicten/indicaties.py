"""Conflicts about indications and objections: everything of E.3 that nobody may solve in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from toegang.domain.datums import plus_jaren
from toegang.domain.ingebouwd import ingebouwd
from toegang.fusion.afbeelding.canoniek import Bezwaarrecord, Indicatierecord
from toegang.fusion.afbeelding.omzetten import datumtekst
from toegang.fusion.conflicten.soorten import SOORTEN, Bestemming, Geval, Keuze, maak_geval
from toegang.fusion.definitie import Product, Projectdefinitie
from toegang.fusion.lezen.gebrek import Gebreksoort

BEWAARJAREN = 15
"""Years that a Wmo file is kept (Wmo 5.3.4); the longer ones of youth care are never shorter."""


@dataclass(frozen=True)
class Toetsbron:
    """What an indication is judged by.

    Args:
        definitie: the project.
        producten: product list of the new gemeente.
        overleden: persons known as deceased.
    """

    definitie: Projectdefinitie
    producten: Mapping[str, Product]
    overleden: frozenset[str]


@ingebouwd(
    "F-21",
    "Omzetten verandert nooit een recht: minder uren of een andere vorm is een conflict voor een mens.",
    anders=lambda _indicatie, _product: "",
)
def rechtswijziging(indicatie: Indicatierecord, product: Product | None) -> str:
    """Tell in what the new gemeente does not know this right as it is (F-21).

    Args:
        indicatie: the indication.
        product: the product it becomes.

    Returns:
        What would be worse, in Dutch; empty = nothing.
    """
    if product is None or not indicatie.loopt:
        return ""
    delen = []
    if not product.in_uren and indicatie.uren:
        delen.append(f"het product kent geen uren, en dit recht is {indicatie.uren:f} uur per week")
    if product.hoogste is not None and indicatie.uren is not None and indicatie.uren > product.hoogste:
        delen.append(f"meer uren per week dan de {product.hoogste:f} die het product kent")
    vreemd = [vorm for vorm in indicatie.vormen if vorm not in product.vormen]
    if vreemd and product.vormen:
        delen.append(f"het product bestaat niet als {' en '.join(vreemd)}")
    return "; ".join(delen)


@ingebouwd(
    "F-1",
    "Een oude verordening geldt nog twee jaar na de herindeling, tenzij zij eerder vervallen is verklaard.",
    anders=lambda _indicatie, _definitie: False,
)
def loopt_na_verval(indicatie: Indicatierecord, definitie: Projectdefinitie) -> bool:
    """Tell whether a right runs on when the old regulation no longer holds (F-1, F-12, F-23)."""
    return indicatie.status == "actief" and not indicatie.einde_voor_start and indicatie.tot >= definitie.vervaldag


@ingebouwd(
    "F-25",
    "Wat ouder is dan de bewaartermijn, gaat niet mee maar komt op een vernietigingsvoorstel.",
    anders=lambda _indicatie, _op: False,
)
def voorbij_bewaartermijn(indicatie: Indicatierecord, op: date) -> bool:
    """Tell whether an ended indication is older than the years that it must be kept (F-25)."""
    laatst = indicatie.einde.laatst if indicatie.einde else None
    klaar = indicatie.status in ("beeindigd", "ingetrokken", "afgewezen")
    return klaar and laatst is not None and plus_jaren(laatst, BEWAARJAREN) < op


def _onbekende_code(i: Indicatierecord, _: Toetsbron, __: str) -> str | None:
    kolommen = [item.kolom for item in i.gebreken if item.soort is Gebreksoort.ONBEKENDE_CODE]
    if not kolommen and i.product is not None and i.product not in _.producten:
        return "het product staat niet in de productenlijst"
    return f"in {', '.join(kolommen)}" if kolommen else None


def _veld_onleesbaar(i: Indicatierecord, _: Toetsbron, __: str) -> str | None:
    over = (Gebreksoort.ONBEKENDE_CODE, Gebreksoort.AFGEROND)
    delen = [f"{item.kolom}: {item.reden}" for item in i.gebreken if item.soort not in over]
    return "; ".join(delen) or None


def _als(voorwaarde: bool, tekst: str = "") -> str | None:
    return tekst if voorwaarde else None


Toets = Callable[[Indicatierecord, Toetsbron, str], str | None]
TOETSEN: dict[str, Toets] = {
    "ONBEKENDE_CODE": _onbekende_code,
    "VELD_ONLEESBAAR": _veld_onleesbaar,
    "EINDE_VOOR_START": lambda i, _, __: _als(i.einde_voor_start),
    "ZIN_EN_PGB": lambda i, _, __: _als(len(i.vormen) > 1),
    "RECHTSWIJZIGING": lambda i, b, __: rechtswijziging(i, b.producten.get(i.product or "")) or None,
    "BEEINDIGEN": lambda i, b, persoon: _als(i.status == "actief" and persoon in b.overleden),
    "LOOPT_DOOR": lambda i, b, __: _als(loopt_na_verval(i, b.definitie)),
    "AANVRAAG_LOPEND": lambda i, _, __: _als(i.status == "aanvraag"),
    "LLV_VERKLARING": lambda i, _, __: _als(i.status == "actief" and i.basis == "verklaring"),
    "BEWAARTERMIJN": lambda i, b, __: _als(voorbij_bewaartermijn(i, b.definitie.herindeling)),
    "DATUM_ONVOLLEDIG": lambda i, _, __: _als(
        (i.start.jaar is not None and i.start.datum is None) or (i.einde is not None and i.einde.datum is None)
    ),
    "AFGEROND": lambda i, _, __: _als(any(item.soort is Gebreksoort.AFGEROND for item in i.gebreken)),
}
"""Kind → what tells whether an indication has it, with what was seen."""


def indicatie_gevallen(indicatie: Indicatierecord, bron: Toetsbron, persoon: str) -> Iterator[Geval]:
    """Return the conflicts of one indication by itself.

    Args:
        indicatie: the indication.
        bron: what it is judged by.
        persoon: whose it is, as proposed; empty = nobody in the delivery.
    """
    if indicatie.taak:
        yield maak_geval("TAAK_VERVALT", (indicatie.record,), toelichting=_taak(indicatie, bron.definitie))
        return
    if not persoon:
        yield maak_geval("WEES", (indicatie.record,))
    for soort, toets in TOETSEN.items():
        gezien = toets(indicatie, bron, persoon)
        if gezien is not None:
            yield maak_geval(soort, (indicatie.record,), toelichting=gezien)


def _taak(indicatie: Indicatierecord, definitie: Projectdefinitie) -> str:
    taak = next((item for item in definitie.taken if item.id == indicatie.taak), None)
    return f"{taak.naam}: gaat naar {taak.naar}" if taak else "voor deze taak staat nog geen bestemming in het project"


@dataclass
class Samenloop:
    """Collects running help per person and product, to find what runs twice in one time."""

    _per: dict[tuple[str, str], list[tuple[date, date, str]]] = field(default_factory=lambda: defaultdict(list))

    def zie(self, indicatie: Indicatierecord, persoon: str) -> None:
        """Take an indication in."""
        if indicatie.status == "actief" and indicatie.product and persoon and not indicatie.einde_voor_start:
            self._per[persoon, indicatie.product].append((indicatie.van, indicatie.tot, indicatie.record))

    def gevallen(self) -> Iterator[Geval]:
        """Return a conflict per person and product (E.4 step 7)."""
        for rijen in self._per.values():
            rijen.sort()
            groep: list[str] = []
            einde = date.min
            for van, tot, record in rijen:
                if groep and van > einde:
                    yield from _samenloop(groep)
                    groep, einde = [], date.min
                groep.append(record)
                einde = max(einde, tot)
            yield from _samenloop(groep)


def _samenloop(groep: list[str]) -> Iterator[Geval]:
    if len(groep) > 1:
        yield maak_geval("SAMENLOOP", tuple(sorted(groep)), "product")


def bezwaar_gevallen(bezwaar: Bezwaarrecord, indicatierecord: str) -> Iterator[Geval]:
    """Return the conflict of an objection on which nobody decided yet (F-10, F-24)."""
    if bezwaar.loopt:
        records = (bezwaar.record, indicatierecord) if indicatierecord else (bezwaar.record,)
        uiterlijk = datumtekst(bezwaar.beslis_voor)
        tekst = f"uiterste beslisdatum volgens de oude gemeente: {uiterlijk}" if uiterlijk else ""
        yield maak_geval("BEZWAAR_LOPEND", records, toelichting=tekst)


def bestemming(soorten: Mapping[str, Keuze | None], *, eerste: bool) -> Bestemming:
    """Return what becomes of an indication.

    Args:
        soorten: the kinds of conflict it has → what two people decided; ``None`` = nothing yet.
        eerste: it is the first of its equals.
    """
    if not eerste:
        return Bestemming.SAMENGEVOEGD
    weg = {"RIJ_TE_KORT", "RIJ_ONLEESBAAR", "TAAK_VERVALT"} & set(soorten)
    if weg or any(keuze is Keuze.AFWIJZEN for keuze in soorten.values()):
        return Bestemming.AFGEWEZEN
    for soort, keuze in soorten.items():
        if SOORTEN[soort].parkeert and keuze is not Keuze.OVERNEMEN:
            return Bestemming.GEPARKEERD
    return Bestemming.OVERGENOMEN
