"""Step 5: the whole run without writing: does everything that came in go somewhere, and who would notice what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from toegang.errors import Controlefout
from toegang.fusion.afbeelding.canoniek import Bezwaarrecord
from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.conflicten.soorten import Bestemming
from toegang.fusion.conflicten.zoeken import besloten, open_ernstig, werk_conflicten_bij
from toegang.fusion.koppel.uitvoeren import herindeel
from toegang.fusion.project import Project
from toegang.fusion.regime import regime_van
from toegang.fusion.resultaat import lege_telling
from toegang.fusion.stand import Indicatiestand, Standlezer, uren_van
from toegang.fusion.waarden import Bladbeeld
from toegang.storage import Actor
from toegang.storage.werkplaats import Werkbank

ONBEKEND = "(onbekend product)"


@dataclass
class Proefuitslag:
    """What a trial run found.

    Args:
        stempel: digest of all that it rests on.
        per_bron: gemeentecode → counts.
        per_product: gemeentecode and product → counts.
        regimes: gemeentecode and regime → number of rights.
        verlies: product → rights, hours a week above the limit, rights in a form that the product has not.
        winst: product → rights that got a little more because hours were rounded up.
        open_conflicten: grave kinds → number that is not decided.
        bezwaren_zonder_plek: gemeentecode → running objections whose indication does not go over.
        buiten_balans: what does not add up, in Dutch; empty = everything does.
    """

    stempel: str
    per_bron: dict[str, dict[str, int]] = field(default_factory=dict)
    per_product: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    regimes: Counter[tuple[str, str]] = field(default_factory=Counter)
    verlies: dict[str, dict[str, Any]] = field(default_factory=dict)
    winst: Counter[str] = field(default_factory=Counter)
    open_conflicten: dict[str, int] = field(default_factory=dict)
    bezwaren_zonder_plek: Counter[str] = field(default_factory=Counter)
    buiten_balans: list[str] = field(default_factory=list)

    def als_json(self) -> dict[str, Any]:
        """Return it under stable keys."""
        return {
            "stempel": self.stempel,
            "per_bron": self.per_bron,
            "per_product": [{"gemeente": g, "product": p, **t} for (g, p), t in sorted(self.per_product.items())],
            "regimes": [{"gemeente": g, "regime": r, "aantal": n} for (g, r), n in sorted(self.regimes.items())],
            "verlies": self.verlies,
            "winst": dict(sorted(self.winst.items())),
            "open_conflicten": self.open_conflicten,
            "bezwaren_zonder_plek": dict(sorted(self.bezwaren_zonder_plek.items())),
            "buiten_balans": self.buiten_balans,
        }


def draai_proef(project: Project, actor: Actor, *, bewaar: bool = True) -> Proefuitslag:
    """Run everything without writing in the new gemeente.

    Args:
        project: the project.
        actor: who does it.
        bewaar: keep the outcome, so that ``pas-toe`` may follow.

    Returns:
        What was found; look at ``buiten_balans``.

    Raises:
        Invoerfout: nothing was linked yet.
        NietToegestaan: before T0 without an agreement.
    """
    with project.werk(actor) as werk:
        project.vereis_grondslag(werk)
        herindeel(project, werk)
        werk_conflicten_bij(project, werk)
        uitslag = tel_proef(project, werk)
        if bewaar:
            klaar = {**uitslag.als_json(), "op": project.vandaag().isoformat()}
            project.bewaar_feit(werk, "proef", klaar)
            werk.log("fusie.proef", stempel=uitslag.stempel[:16], balans="nee" if uitslag.buiten_balans else "ja")
            werk.commit()
    return uitslag


def tel_proef(project: Project, werk: Werkbank) -> Proefuitslag:
    """Count what becomes of everything; what came in is counted apart, from the snapshot."""
    uitslag = Proefuitslag(project.stempel(werk))
    lezer = Standlezer(project, werk)
    per_product: dict[tuple[str, str], dict[str, int]] = defaultdict(lege_telling)
    per_bron: dict[str, dict[str, int]] = {bron.gemeentecode: lege_telling() for bron in project.definitie.bronnen}
    gaat_over: set[tuple[str, str]] = set()
    for stand in lezer.alles():
        if stand.bestemming is Bestemming.OVERGENOMEN and stand.record.product:
            gaat_over.add((stand.regel.bron, stand.record.nummer))
        product = stand.record.product if stand.record.product in project.producten else ONBEKEND
        for deel in (per_bron[stand.record.gemeente], per_product[stand.record.gemeente, product or ONBEKEND]):
            deel["in"] += 1
            deel[stand.bestemming.value] += 1
        _tel_gevolgen(project, uitslag, stand)
    uitslag.per_bron, uitslag.per_product = per_bron, dict(per_product)
    uitslag.bezwaren_zonder_plek = bezwaren_zonder_plek(project, werk, gaat_over)
    uitslag.open_conflicten = open_ernstig(werk, besloten(project, werk))
    uitslag.buiten_balans = balans(project, werk, uitslag)
    return uitslag


def bezwaren_zonder_plek(project: Project, werk: Werkbank, gaat_over: Container[tuple[str, str]]) -> Counter[str]:
    """Count the running objections that nothing in the new gemeente would carry (F-10, F-24).

    Args:
        project: the project.
        werk: its storage.
        gaat_over: source and number of each indication that goes over.

    Returns:
        gemeentecode → how many.
    """
    telling: Counter[str] = Counter()
    for regel, record in project.records(werk, Bladsoort.BEZWAREN):
        if isinstance(record, Bezwaarrecord) and record.loopt and (regel.bron, record.indicatie) not in gaat_over:
            telling[record.gemeente] += 1
    return telling


def _tel_gevolgen(project: Project, uitslag: Proefuitslag, stand: Indicatiestand) -> None:
    record, soorten = stand.record, stand.soorten
    if not record.loopt and record.status != "aanvraag":
        return
    if stand.bestemming is Bestemming.OVERGENOMEN:
        regime, _ = regime_van(record, project.definitie)
        uitslag.regimes[record.gemeente, regime.value] += 1
    naam = record.product or ONBEKEND
    if "RECHTSWIJZIGING" in soorten:
        deel = uitslag.verlies.setdefault(naam, {"rechten": 0, "uren": "0", "vorm": 0})
        deel["rechten"] += 1
        product = project.producten.get(naam)
        uren = uren_van(record, project.producten)
        if product is not None and product.hoogste is not None and uren is not None and uren > product.hoogste:
            deel["uren"] = f"{Decimal(deel['uren']) + uren - product.hoogste:f}"
        if product is not None and any(vorm not in product.vormen for vorm in record.vormen):
            deel["vorm"] += 1
    if "AFGEROND" in soorten:
        uitslag.winst[naam] += 1


def balans(project: Project, werk: Werkbank, uitslag: Proefuitslag) -> list[str]:
    """Return what does not add up: in = taken over + merged + rejected + parked, per source and per product."""
    fouten: list[str] = []
    rijen: Counter[str] = Counter()
    for beeld in werk.stroom("bladen", Bladbeeld):
        blad = project.afbeelding(beeld.bron).blad(beeld.naam)
        if blad is not None and blad.soort is Bladsoort.INDICATIES:
            rijen[project.afbeelding(beeld.bron).gemeentecode] += beeld.rijen
    for code, deel in uitslag.per_bron.items():
        uit = sum(deel[item.value] for item in Bestemming)
        per_product = sum(telling["in"] for (gemeente, _), telling in uitslag.per_product.items() if gemeente == code)
        if not rijen[code] == deel["in"] == uit == per_product:
            fouten.append(
                f"gemeente {code}: {rijen[code]} rijen gelezen, {deel['in']} geteld, {uit} kregen een bestemming, "
                f"{per_product} per product"
            )
    return fouten


def vereis_balans(uitslag: Proefuitslag) -> None:
    """Refuse a run that does not add up.

    Raises:
        Controlefout: it does not.
    """
    if uitslag.buiten_balans:
        raise Controlefout(
            "De proef is niet in balans: " + "; ".join(uitslag.buiten_balans) + ".",
            vervolg="Er is niets overgenomen. Meld dit aan de leverancier.",
        )
