"""Step 3, run: pairs by rule and by chance, the decisions of people, and who is one person as a result."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from toegang.fusion.afbeelding.canoniek import Persoonsrecord
from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.afbeelding.omzetten import zet_om
from toegang.fusion.inventaris import vereis_gelezen
from toegang.fusion.koppel.groepen import Indeling, deel_in
from toegang.fusion.koppel.huishoudens import bouw_huishoudens
from toegang.fusion.koppel.kans import paren_op_kans, verwacht_aantal
from toegang.fusion.koppel.kenmerken import Kenmerken, kenmerken_van
from toegang.fusion.koppel.ladder import (
    Bsnstand,
    bepaal_bsnstand,
    op_bsn,
    paren_met_bsn,
    paren_zonder_bsn,
    spreekt_bsn_tegen,
    tegenspraak,
)
from toegang.fusion.koppel.model import standaardmodel
from toegang.fusion.koppel.paren import Paar, Zekerheid
from toegang.fusion.lezen.gebrek import Gebreksoort
from toegang.fusion.project import Project, eens, wie
from toegang.fusion.waarden import Bronregel, Plaats, Uitspraak
from toegang.storage import Actor
from toegang.storage.werkplaats import Werkbank

ZEKER_BATCH = "zeker"
EEN, TWEE = "EEN_PERSOON", "TWEE_PERSONEN"


@dataclass(frozen=True)
class Koppeluitslag:
    """What linking found.

    Args:
        records: number of person records.
        personen: number of persons, as proposed.
        vast: number of persons without what nobody decided.
        paren: step and certainty → number of pairs.
        huishoudens: number of households.
        met_kans: chance was used.
    """

    records: int
    personen: int
    vast: int
    paren: Mapping[tuple[int, str], int]
    huishoudens: int
    met_kans: bool


def koppel(project: Project, actor: Actor, *, kans: bool = True, proef: bool = False) -> Koppeluitslag:
    """Find who is the same person, across the sources and inside one, and keep it as a proposal.

    Args:
        project: the project.
        actor: who does it.
        kans: search by chance too, for who has no usable BSN.
        proef: keep nothing.

    Raises:
        ToegangFout: chance was asked and the extra ``fusie`` is not there.
    """
    with project.werk(actor) as werk:
        vereis_gelezen(werk, project)
        project.vereis_grondslag(werk)
        kenmerken, sleutels, onzeker = lees_personen(project, werk)
        paren, stand = vind_paren(kenmerken, onzeker, kans=kans)
        paren += _eerder_beoordeeld(project, werk, paren, kenmerken)
        werk.leeg("paren")
        werk.van("paren", Paar).voeg_toe(sorted(paren, key=lambda paar: paar.id))
        uitslag = _leg_indeling_vast(project, werk, kenmerken, sleutels, paren, stand, kans=kans)
        project.bewaar_feit(werk, "koppel", {"kans": kans, "door": wie(actor), "stempel": paren_stempel(paren)})
        werk.log("fusie.koppel", paren=str(len(paren)), personen=str(uitslag.personen))
        werk.sessie.geschreven.clear()
        if not proef:
            werk.commit()
    return uitslag


def _eerder_beoordeeld(
    project: Project, werk: Werkbank, paren: list[Paar], kenmerken: Mapping[str, Kenmerken]
) -> list[Paar]:
    """Return the pairs that people spoke of and that are not found this time: what they said goes on to hold."""
    nu = {paar.id for paar in paren}
    gezegd = {over.removeprefix("paar:") for over in project.uitspraken(werk) if over.startswith("paar:")}
    eerder = werk.van("paren", Paar).zoek(id=sorted(gezegd - nu)) if gezegd - nu else ()
    return [paar for paar in eerder if set(paar.records) <= kenmerken.keys()]


def herindeel(project: Project, werk: Werkbank) -> None:
    """Divide the records again after a decision; the pairs stay."""
    kenmerken, sleutels, _ = lees_personen(project, werk)
    paren = werk.van("paren", Paar).zoek()
    _leg_indeling_vast(
        project, werk, kenmerken, sleutels, paren, bepaal_bsnstand(op_bsn(kenmerken.values())), kans=True
    )


Sleutels = list[tuple[str, str, str, tuple[str, ...]]]


def lees_personen(project: Project, werk: Werkbank) -> tuple[dict[str, Kenmerken], Sleutels, frozenset[str]]:
    """Return the person records as they are compared, what households are made of, and which rows are not whole.

    A row that is too short is compared as far as it goes, and is never merged by itself.
    """
    kenmerken: dict[str, Kenmerken] = {}
    sleutels: Sleutels = []
    onzeker: set[str] = set()
    for bron in project.definitie.bronnen:
        afbeelding = project.afbeelding(bron.naam)
        for blad in afbeelding.bladen:
            if blad.soort is not Bladsoort.PERSONEN:
                continue
            for regel in werk.stroom("bronrijen", Bronregel, bron=bron.naam, blad=blad.naam):
                if regel.apart:
                    onzeker.add(regel.id)
                    if {item.soort for item in regel.gebreken} - {Gebreksoort.RIJ_TE_KORT}:
                        continue
                record = zet_om(afbeelding, blad, regel.id, regel.waarden)
                assert isinstance(record, Persoonsrecord)
                eigen = kenmerken_van(record, "" if regel.apart else regel.afdruk)
                kenmerken[regel.id] = eigen
                huishouden = f"{bron.gemeentecode}:{record.huishouden}" if record.huishouden else ""
                sleutels.append((regel.id, huishouden, eigen.adres, eigen.namen))
    return kenmerken, sleutels, frozenset(onzeker)


def vind_paren(
    kenmerken: Mapping[str, Kenmerken], onzeker: frozenset[str], *, kans: bool
) -> tuple[list[Paar], Bsnstand]:
    """Return all pairs, each once with its strongest reason, and what the BSN's say.

    Args:
        kenmerken: the person records.
        onzeker: records whose rows are not whole.
        kans: search by chance too.
    """
    groepen = op_bsn(kenmerken.values())
    stand = bepaal_bsnstand(groepen)
    gevonden: dict[str, Paar] = {}
    for paar in paren_zonder_bsn(kenmerken.values(), stand):
        gevonden[paar.id] = paar
    met_bsn = list(paren_met_bsn(groepen, stand))
    if kans:
        model = standaardmodel()
        totaal_met = sum(item.bsn is not None for item in kenmerken.values())
        verwacht = verwacht_aantal(
            totaal_met, sum(paar.stap == 2 for paar in met_bsn), len(kenmerken) - totaal_met, model
        )
        for paar in paren_op_kans(list(kenmerken.values()), model, verwacht):
            een, ander = kenmerken[paar.links], kenmerken[paar.rechts]
            zelfde = een.bsn is not None and een.bsn == ander.bsn
            if zelfde or spreekt_bsn_tegen(een, ander, stand):
                continue
            eerder = gevonden.get(paar.id)
            if eerder is None:
                gevonden[paar.id] = paar
            else:
                gevonden[paar.id] = _samen(eerder, paar)
    gevonden |= {paar.id: paar for paar in met_bsn}
    return [_niet_zeker(paar) if set(paar.records) & onzeker else paar for paar in gevonden.values()], stand


def _samen(regel: Paar, kans: Paar) -> Paar:
    """Return a pair that rule and chance both found: the step of the rule, the certainty of the surer one."""
    zekerst = min((regel, kans), key=lambda paar: list(Zekerheid).index(paar.zekerheid))
    return regel.gewijzigd(
        zekerheid=zekerst.zekerheid, gewicht=max(regel.gewicht, kans.gewicht), redenen=(*regel.redenen, *kans.redenen)
    )


def _niet_zeker(paar: Paar) -> Paar:
    if paar.zekerheid is not Zekerheid.ZEKER:
        return paar
    return paar.gewijzigd(
        zekerheid=Zekerheid.WAARSCHIJNLIJK, stap=3, redenen=(*paar.redenen, "maar een van de rijen is niet compleet")
    )


def maak_botst(kenmerken: Mapping[str, Kenmerken], stand: Bsnstand) -> Callable[[str, str], bool]:
    """Return what tells whether two records cannot be one person."""

    def botst(een: str, ander: str) -> bool:
        a, b = kenmerken[een], kenmerken[ander]
        if spreekt_bsn_tegen(a, b, stand):
            return True
        return bool(a.bsn is not None and a.bsn == b.bsn and len(tegenspraak(a, b)) > 1)

    return botst


def paarbesluiten(uitspraken: Mapping[str, Mapping[str, Uitspraak]]) -> dict[str, bool]:
    """Return the pairs that two people decided on: one person, or two."""
    besluiten: dict[str, bool] = {}
    for over, per in uitspraken.items():
        keuze = eens(dict(per)) if over.startswith("paar:") else None
        if keuze in (EEN, TWEE):
            besluiten[over.removeprefix("paar:")] = keuze == EEN
    return besluiten


def paren_stempel(paren: Iterable[Paar]) -> str:
    """Return the digest of the pairs that are merged without a person looking at each; four eyes sign for it."""
    zeker = sorted(paar.id for paar in paren if paar.zekerheid is Zekerheid.ZEKER)
    return hashlib.sha256("|".join(zeker).encode()).hexdigest()


def _leg_indeling_vast(
    project: Project,
    werk: Werkbank,
    kenmerken: Mapping[str, Kenmerken],
    sleutels: Sleutels,
    paren: Iterable[Paar],
    stand: Bsnstand,
    *,
    kans: bool,
) -> Koppeluitslag:
    paren = list(paren)
    besluiten = paarbesluiten(project.uitspraken(werk))
    indeling = deel_in(kenmerken, paren, maak_botst(kenmerken, stand), besluiten)
    huishouden = bouw_huishoudens(indeling.vast, sleutels)
    werk.leeg("plaatsen")
    werk.van("plaatsen", Plaats).voeg_toe(_plaatsen(indeling, huishouden))
    werk.sessie.geschreven.clear()
    tel: dict[tuple[int, str], int] = {}
    for paar in paren:
        tel[paar.stap, paar.zekerheid.value] = tel.get((paar.stap, paar.zekerheid.value), 0) + 1
    return Koppeluitslag(
        records=len(kenmerken),
        personen=len(indeling.leden),
        vast=len(set(indeling.vast.values())),
        paren=dict(sorted(tel.items())),
        huishoudens=len(set(huishouden.values())),
        met_kans=kans,
    )


def _plaatsen(indeling: Indeling, huishouden: Mapping[str, str]) -> list[Plaats]:
    return [
        Plaats(
            id=record,
            persoon=indeling.persoon[record],
            vast=indeling.vast[record],
            huishouden=huishouden[indeling.vast[record]],
            zekerheid=indeling.zekerheid[record].value,
        )
        for record in sorted(indeling.persoon)
    ]
