"""Step 7: does what stands in the new gemeente agree with what the deliveries said; signed per old gemeente."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field

from toegang.fusion.conflicten.soorten import Bestemming
from toegang.fusion.oordeel import AKKOORD
from toegang.fusion.project import Project, eens
from toegang.fusion.stand import Standlezer
from toegang.fusion.waarden import Bladbeeld
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid
from toegang.storage.werkplaats import Werkbank


@dataclass
class Aansluiting:
    """The reconciliation.

    Args:
        run: the run that it is about.
        per_bron: gemeentecode → rows that should be there, rows that are, and rows read of other tables.
        ontbreekt: rows that were to be taken over and are not there.
        extra: rows that are there and were not to be.
        anders: rows of which a value is not what its rule gives.
        getekend: gemeentecode → who signed.
        stempel: digest of what is signed for.
    """

    run: str
    per_bron: dict[str, dict[str, int]] = field(default_factory=dict)
    ontbreekt: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    anders: list[str] = field(default_factory=list)
    getekend: dict[str, str] = field(default_factory=dict)
    stempel: str = ""

    @property
    def sluit_aan(self) -> bool:
        """Whether nothing is missing, too much, or other than it was."""
        return not (self.ontbreekt or self.extra or self.anders)


def controleer(project: Project, omgeving: Omgeving, actor: Actor) -> Aansluiting:
    """Compare the new gemeente with the deliveries, row by row.

    Args:
        project: the project.
        omgeving: the new gemeente.
        actor: who asks.

    Returns:
        The reconciliation.
    """
    with project.werk(actor, alleen_lezen=True) as bron, omgeving.opslag.werk(actor, alleen_lezen=True) as doel:
        runs = [item for item in doel.fusieruns.zoek() if item.project == project.naam]
        uit = Aansluiting(runs[-1].id if runs else "")
        verwacht = _verwacht(project, bron, uit)
        gezien: Counter[str] = Counter()
        for record, klopt in _overgenomen(doel, {item.id for item in runs}):
            gezien[record] += 1
            if record not in verwacht:
                uit.extra.append(record)
            elif not klopt:
                uit.anders.append(record)
        uit.ontbreekt = sorted(set(verwacht) - set(gezien))
        for record in verwacht:
            uit.per_bron[record.partition(":")[0]]["aanwezig"] += record in gezien
        inhoud = [uit.run, uit.per_bron, uit.ontbreekt, uit.extra, uit.anders]
        uit.stempel = hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()
        uitspraken = project.uitspraken(bron)
        for deel in project.definitie.bronnen:
            per = uitspraken.get(f"aftekening:{deel.gemeentecode}", {})
            if eens(per, uit.stempel, aantal=1) == AKKOORD:
                uit.getekend[deel.gemeentecode] = ", ".join(sorted(per))
    return uit


def _verwacht(project: Project, werk: Werkbank, uit: Aansluiting) -> set[str]:
    gelezen: Counter[str] = Counter()
    for beeld in werk.stroom("bladen", Bladbeeld):
        gelezen[project.afbeelding(beeld.bron).gemeentecode] += beeld.rijen
    verwacht: set[str] = set()
    for bron in project.definitie.bronnen:
        code = bron.gemeentecode
        uit.per_bron[code] = {"gelezen": gelezen[code], "over_te_nemen": 0, "aanwezig": 0}
    for stand in Standlezer(project, werk).alles():
        if stand.bestemming is Bestemming.OVERGENOMEN:
            verwacht.add(stand.regel.id)
            uit.per_bron[stand.record.gemeente]["over_te_nemen"] += 1
    return verwacht


def _overgenomen(doel: Werkeenheid, runs: set[str]) -> list[tuple[str, bool]]:
    """Return the indication rows that are there, each with whether the product that stands there is what came in."""
    gevonden = []
    zaken = {zaak.melding_id: zaak for zaak in doel.zaken.stroom()}
    for herkomst in doel.herkomsten.stroom():
        soort, _, kenmerk = herkomst.doel.partition(":")
        if herkomst.run_id not in runs or soort != "meldingen":
            continue
        zaak = zaken.get(kenmerk)
        product = next((item.doel for item in herkomst.waarden if item.veld == "product"), "")
        gevonden.append((herkomst.bronrecord, zaak is not None and zaak.producten == (product,)))
    return gevonden
