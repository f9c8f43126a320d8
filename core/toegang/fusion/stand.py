"""How every indication stands: whose it is, what it becomes, and why; the one place that says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from toegang.fusion.afbeelding.canoniek import Besluitrij, Indicatierecord
from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.afbeelding.omzetten import zet_om
from toegang.fusion.conflicten.indicaties import bestemming
from toegang.fusion.conflicten.soorten import Bestemming, Keuze
from toegang.fusion.conflicten.zoeken import (
    besloten,
    persoon_per_client,
    plaatsen_van,
    soorten_per_record,
)
from toegang.fusion.definitie import Product
from toegang.fusion.lezen.gebrek import Gebreksoort
from toegang.fusion.project import Project
from toegang.fusion.waarden import Bronregel, Plaats
from toegang.storage.werkplaats import Werkbank


@dataclass(frozen=True)
class Indicatiestand:
    """An indication, and what becomes of it.

    Args:
        regel: the row of the delivery.
        record: what it becomes; what can be read of a row that is kept aside.
        plaats: whose it is; ``None`` = nobody in the delivery.
        bestemming: what becomes of it.
        soorten: kinds of conflict → what was decided.
        besluit: the decision that it points to, when the source keeps those apart.
    """

    regel: Bronregel
    record: Indicatierecord
    plaats: Plaats | None
    bestemming: Bestemming
    soorten: Mapping[str, Keuze | None]
    besluit: Besluitrij | None = None


class Standlezer:
    """Reads how indications stand; what it holds is small: places of persons, conflicts, decisions.

    Args:
        project: the project.
        werk: a unit of work.
    """

    def __init__(self, project: Project, werk: Werkbank) -> None:
        self.project = project
        self.werk = werk
        self.plaatsen = plaatsen_van(werk)
        self.clienten = persoon_per_client(project, werk, self.plaatsen)
        self.soorten = soorten_per_record(werk, besloten(project, werk))
        self._besluiten: dict[str, Besluitrij] = {}
        for regel, record in project.records(werk, Bladsoort.BESLUITEN):
            if isinstance(record, Besluitrij):
                self._besluiten[f"{regel.bron}:{record.nummer}"] = record

    def alles(self) -> Iterator[Indicatiestand]:
        """Return every indication row of every source, one by one."""
        for bron in self.project.definitie.bronnen:
            afbeelding = self.project.afbeelding(bron.naam)
            for blad in afbeelding.bladen:
                if blad.soort is Bladsoort.INDICATIES:
                    for regel in self.werk.stroom("bronrijen", Bronregel, bron=bron.naam, blad=blad.naam):
                        yield self.van(regel)

    def van(self, regel: Bronregel) -> Indicatiestand:
        """Return how one row stands."""
        afbeelding = self.project.afbeelding(regel.bron)
        blad = afbeelding.blad(regel.blad)
        assert blad is not None
        record = zet_om(afbeelding, blad, regel.id, regel.waarden)
        assert isinstance(record, Indicatierecord)
        soorten = self.soorten.get(regel.id, {})
        return Indicatiestand(
            regel=regel,
            record=record,
            plaats=self.clienten.get(regel.client or ""),
            bestemming=bestemming(soorten, eerste=not regel.eerste),
            soorten=soorten,
            besluit=self._besluiten.get(f"{regel.bron}:{record.besluit}") if record.besluit else None,
        )


def uren_van(record: Indicatierecord, producten: Mapping[str, Product]) -> Decimal | None:
    """Return the hours a week; ``None`` for a product that is not counted in hours."""
    product = producten.get(record.product or "")
    return record.uren if product is None or product.in_uren else None


def onbekend(record: Indicatierecord, kolomdeel: str) -> bool:
    """Tell whether the code in some column is in no list."""
    return any(item.soort is Gebreksoort.ONBEKENDE_CODE and kolomdeel in item.kolom for item in record.gebreken)
