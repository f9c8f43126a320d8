"""What the databases of the demo say afterwards: counts out of storage, not out of the run."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.levensloop import Stap
from toegang.domain.zaak import Zaak
from toegang.environment import Gemeente
from toegang.errors import NietToegestaan
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.storage import Werkeenheid

PERSOON = "personen-"
"""Beginning of the key of a submission about a person of a file."""
BLIJFT_STAAN = "een regel weigerde een stap; zie het logboek"


@dataclass
class Gemeenteverslag:
    """Figures of one gemeente, and why it cannot go live.

    Args:
        naam: key.
        titel: printed name.
        gewijzigd: this run changed something.
        brieven: folder with the letters.
        cijfers: groups of counts: group → label → number.
        open_sleutels: (key, rule, phrase of the source) that keep it from going live.
        voorbeeldmandaat: the mandate register is an example.
        fout: why this gemeente stopped; empty when it did not.
    """

    naam: str
    titel: str = ""
    gewijzigd: bool = False
    brieven: Path = Path()
    cijfers: dict[str, Counter[str]] = field(default_factory=dict)
    open_sleutels: tuple[tuple[str, str, str], ...] = ()
    weigering: str = ""
    fout: str = ""


def maak_verslag(gemeente: Gemeente, *, gewijzigd: bool) -> Gemeenteverslag:
    """Count what is stored, and try to go live.

    Args:
        gemeente: the gemeente, opened.
        gewijzigd: this run changed something.
    """
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        cijfers = _tel(werk)
    weigering = ""
    try:
        gemeente.vereis_gereed()
    except NietToegestaan as fout:
        weigering = fout.boodschap
    open_sleutels = tuple((item.sleutel, item.regel, item.frase) for item in gemeente.ontbrekende_sleutels())
    return Gemeenteverslag(
        naam=gemeente.naam,
        titel=gemeente.omgeving.organisatie.naam,
        gewijzigd=gewijzigd,
        brieven=gemeente.brievenmap,
        cijfers=cijfers,
        open_sleutels=open_sleutels,
        weigering=weigering,
    )


def _tel(werk: Werkeenheid) -> dict[str, Counter[str]]:
    zaken, besluiten = werk.zaken.zoek(), werk.besluiten.zoek()
    brieven = tuple(brief for brief in werk.brieven.zoek() if brief.status is not Briefstatus.VERVALLEN)
    binnen = Counter({"meldingen": len(werk.meldingen.zoek()), "contactnotities": len(werk.contactnotities.zoek())})
    binnen["alleen geteld"] = sum(telling.aantal for telling in werk.tellers.alles())
    status = Counter("gemaakt" if _is_gemaakt(brief.status) else brief.status.lower() for brief in brieven)
    aangehouden = Counter(brief.aanhoudreden.lower() for brief in brieven if brief.aanhoudreden)
    geweigerd: Counter[str] = Counter()
    for regel in werk.logboek.regels(actie=GEWEIGERD):
        geweigerd.update(regel.detail["regels"].split(","))
    return {
        "binnengekomen": binnen,
        "zaken": Counter(zaak.wet.lower() for zaak in zaken),
        "naar": Counter(zaak.team or zaak.bestemming or "-" for zaak in zaken),
        "regie": _regie(werk),
        "vorm van het besluit": Counter(item.concept.vorm.lower() for item in besluiten if item.concept is not None),
        "ondertekend door": Counter(
            item.concept.ondertekenaarfunctie or "-" for item in besluiten if item.concept and item.ondertekenaar
        ),
        "brieven": status,
        "aangehouden omdat": aangehouden,
        "geweigerd door regel": geweigerd,
        "afgerond": Counter(zaak.status.lower() for zaak in zaken),
        **_personen(werk, zaken, brieven),
    }


def _personen(werk: Werkeenheid, zaken: tuple[Zaak, ...], brieven: tuple[Brief, ...]) -> dict[str, Counter[str]]:
    """Count per person of a file: done, or held because a letter waits."""
    van_melding = defaultdict(list)
    for zaak in zaken:
        van_melding[zaak.melding_id].append(zaak)
    van_zaak = defaultdict(list)
    for brief in brieven:
        van_zaak[brief.zaak_id].append(brief)
    gedaan, aangehouden = Counter[str](), Counter[str]()
    for record in werk.meldingen.zoek():
        if not record.kenmerk.startswith(PERSOON):
            continue
        eigen = van_melding[record.id]
        wachtend = [brief.aanhoudreden for zaak in eigen for brief in van_zaak[zaak.id] if brief.aanhoudreden]
        if wachtend:
            aangehouden[wachtend[0].lower()] += 1
        elif all(zaak.status is Stap.ARCHIEF for zaak in eigen):
            gedaan["gedaan"] += 1
        else:
            aangehouden[BLIJFT_STAAN] += 1
    return {"personen": gedaan, "personen aangehouden": aangehouden}


def _regie(werk: Werkeenheid) -> Counter[str]:
    gevonden: Counter[str] = Counter()
    for dossier in werk.dossiers.zoek():
        regie = werk.regie.huidig(dossier.id)
        if regie is not None:
            gevonden[regie.modus.lower()] += 1
    return gevonden


def _is_gemaakt(status: Briefstatus) -> bool:
    return status in (Briefstatus.GEMAAKT, Briefstatus.VERZONDEN)
