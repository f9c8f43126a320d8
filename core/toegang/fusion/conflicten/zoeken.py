"""Step 4, run: all conflicts of a project, each under an id that stays, so that a decision stays with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from toegang.errors import Invoerfout
from toegang.fusion.afbeelding.canoniek import Bezwaarrecord, Indicatierecord, Persoonsrecord
from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.conflicten.indicaties import Samenloop, Toetsbron, bezwaar_gevallen, indicatie_gevallen
from toegang.fusion.conflicten.personen import Persoonsverschillen, bsn_conflicten, ongeldig_bsn, tweelingen
from toegang.fusion.conflicten.soorten import SOORTEN, Geval, Keuze, maak_geval
from toegang.fusion.koppel.kenmerken import Kenmerken, kenmerken_van
from toegang.fusion.lezen.gebrek import Gebreksoort
from toegang.fusion.project import Project, eens
from toegang.fusion.waarden import Bronregel, Plaats
from toegang.storage import Actor
from toegang.storage.werkplaats import Werkbank

_PARTIJ = 2000


def zoek_conflicten(project: Project, actor: Actor, *, proef: bool = False) -> dict[str, int]:
    """Find all conflicts and keep them.

    Args:
        project: the project.
        actor: who does it.
        proef: keep nothing.

    Returns:
        Kind → number.
    """
    with project.werk(actor) as werk:
        tel = werk_conflicten_bij(project, werk)
        werk.log("fusie.conflicten", aantal=str(sum(tel.values())))
        if not proef:
            werk.commit()
    return tel


def werk_conflicten_bij(project: Project, werk: Werkbank) -> dict[str, int]:
    """Find all conflicts in the unit of work of the caller; decisions are kept apart and stay."""
    gevonden: dict[str, Geval] = {}
    for geval in _alle(project, werk):
        gevonden.setdefault(geval.id, geval)
    werk.leeg("conflicten")
    lijst = sorted(gevonden.values(), key=lambda item: (item.soort, item.records))
    for begin in range(0, len(lijst), _PARTIJ):
        werk.van("conflicten", Geval).voeg_toe(lijst[begin : begin + _PARTIJ])
    werk.sessie.geschreven.clear()
    return dict(sorted(Counter(item.soort for item in lijst).items()))


def plaatsen_van(werk: Werkbank) -> dict[str, Plaats]:
    """Return where each person record belongs.

    Raises:
        Invoerfout: nothing was linked yet.
    """
    plaatsen = {item.id: item for item in werk.stroom("plaatsen", Plaats)}
    if not plaatsen:
        raise Invoerfout("Er is nog niet gekoppeld.", vervolg="Doe eerst: toegang fusie koppel")
    return plaatsen


def besloten(project: Project, werk: Werkbank) -> dict[str, Keuze]:
    """Return the conflicts that two people decided on."""
    keuzes: dict[str, Keuze] = {}
    for over, per in project.uitspraken(werk).items():
        keuze = eens(per) if over.startswith("conflict:") else None
        if keuze is not None:
            keuzes[over.removeprefix("conflict:")] = Keuze(keuze)
    return keuzes


def soorten_per_record(werk: Werkbank, keuzes: Mapping[str, Keuze]) -> dict[str, dict[str, Keuze | None]]:
    """Return the kinds of conflict of each row, with what was decided."""
    per: dict[str, dict[str, Keuze | None]] = defaultdict(dict)
    for geval in werk.stroom("conflicten", Geval):
        for record in geval.records:
            per[record][geval.soort] = keuzes.get(geval.id)
    return per


def persoon_per_client(project: Project, werk: Werkbank, plaatsen: Mapping[str, Plaats]) -> dict[str, Plaats]:
    """Return whose each client number is, per source."""
    gevonden: dict[str, Plaats] = {}
    for bron in project.definitie.bronnen:
        for blad in project.afbeelding(bron.naam).bladen:
            if blad.soort is Bladsoort.PERSONEN:
                for regel in werk.stroom("bronrijen", Bronregel, bron=bron.naam, blad=blad.naam):
                    if regel.client and regel.id in plaatsen:
                        gevonden.setdefault(regel.client, plaatsen[regel.id])
    return gevonden


def _alle(project: Project, werk: Werkbank) -> Iterator[Geval]:
    plaatsen = plaatsen_van(werk)
    clienten = persoon_per_client(project, werk, plaatsen)
    yield from _rijgevallen(project, werk)
    overleden: set[str] = set()
    yield from _persoonsgevallen(project, werk, plaatsen, overleden)
    bron = Toetsbron(project.definitie, project.producten, frozenset(overleden))
    samenloop, nummers = Samenloop(), dict[str, str]()
    besluitdata = _besluitdata(project, werk)
    for regel, record in project.records(werk, Bladsoort.INDICATIES):
        if regel.eerste or not isinstance(record, Indicatierecord):
            continue
        nummers[f"{regel.bron}:{record.nummer}"] = record.record
        plaats = clienten.get(regel.client or "")
        persoon = plaats.persoon if plaats else ""
        yield from indicatie_gevallen(record, bron, persoon)
        zonder = record.besluit_op is None and f"{regel.bron}:{record.besluit}" not in besluitdata
        if zonder and record.status not in ("aanvraag", None) and not record.taak:
            yield maak_geval("GEEN_BESLUITDATUM", (record.record,))
        if not record.taak:
            samenloop.zie(record, persoon)
    yield from samenloop.gevallen()
    for regel, record in project.records(werk, Bladsoort.BEZWAREN):
        if isinstance(record, Bezwaarrecord) and not regel.eerste:
            yield from bezwaar_gevallen(record, nummers.get(f"{regel.bron}:{record.indicatie}", ""))


def _besluitdata(project: Project, werk: Werkbank) -> set[str]:
    return {
        f"{regel.bron}:{record.nummer}"  # type: ignore[union-attr]
        for regel, record in project.records(werk, Bladsoort.BESLUITEN)
        if record is not None and getattr(record, "besluit_op", None) is not None
    }


def _rijgevallen(project: Project, werk: Werkbank) -> Iterator[Geval]:
    """Return what is wrong with rows as they stand in the delivery; kept aside, never dropped."""
    gelijk: dict[str, list[str]] = defaultdict(list)
    for bron in project.definitie.bronnen:
        for regel in werk.stroom("bronrijen", Bronregel, bron=bron.naam):
            if regel.eerste:
                gelijk[regel.eerste].append(regel.id)
            if not regel.apart:
                continue
            kort = any(item.soort is Gebreksoort.RIJ_TE_KORT for item in regel.gebreken)
            redenen = "; ".join(item.reden for item in regel.gebreken if item.soort.zet_rij_apart)
            yield maak_geval("RIJ_TE_KORT" if kort else "RIJ_ONLEESBAAR", (regel.id,), toelichting=redenen)
    for eerste, rest in gelijk.items():
        yield maak_geval("DUBBELE_RIJ", (eerste, *rest))


def _persoonsgevallen(
    project: Project, werk: Werkbank, plaatsen: Mapping[str, Plaats], overleden: set[str]
) -> Iterator[Geval]:
    kenmerken: dict[str, Kenmerken] = {}
    verschillen = Persoonsverschillen()
    for regel, record in project.records(werk, Bladsoort.PERSONEN):
        if not isinstance(record, Persoonsrecord) or regel.id not in plaatsen:
            continue
        plaats = plaatsen[regel.id]
        kenmerken[regel.id] = kenmerken_van(record, regel.afdruk)
        if record.overleden is not None:
            overleden.add(plaats.persoon)
        verschillen.zie(plaats, record, kenmerken[regel.id])
        if not regel.eerste:
            yield from ongeldig_bsn(record)
            fouten = [f"{item.kolom}: {item.reden}" for item in record.gebreken]
            if fouten:
                yield maak_geval("VELD_ONLEESBAAR", (record.record,), toelichting="; ".join(fouten))
    yield from verschillen.gevallen()
    yield from bsn_conflicten(kenmerken, plaatsen)
    yield from tweelingen(kenmerken, plaatsen)


def open_ernstig(werk: Werkbank, keuzes: Mapping[str, Keuze]) -> dict[str, int]:
    """Return the grave conflicts that are not decided, per kind."""
    tel: Counter[str] = Counter()
    for geval in werk.stroom("conflicten", Geval):
        if SOORTEN[geval.soort].ernst == "E" and geval.id not in keuzes:
            tel[geval.soort] += 1
    return dict(sorted(tel.items()))
