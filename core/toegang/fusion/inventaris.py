"""Step 1: a snapshot of each delivery: every row as text in the own storage, and what was seen in it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from toegang.domain.bsn import is_geldig
from toegang.errors import Conflict, Controlefout, Invoerfout
from toegang.fusion.afbeelding.datums import spoor_vormen_op
from toegang.fusion.afbeelding.model import Bladafbeelding, Bladsoort
from toegang.fusion.definitie import Bron
from toegang.fusion.lezen.blad import Bronblad, Bronrij
from toegang.fusion.lezen.gebrek import Gebrek, Gebreksoort
from toegang.fusion.lezen.openen import open_levering
from toegang.fusion.project import Project
from toegang.fusion.waarden import Bladbeeld, Bronregel, Kolombeeld
from toegang.storage import Actor
from toegang.storage.werkplaats import Werkbank

_PARTIJ = 1000
_MEESTE_WAARDEN = 2000
_TOONBAAR = 60
_VOORBEELDEN_PER_SOORT = 25
_PERSOONLIJK = ("naam", "tel", "adres", "straat", "mail", "opmerking", "verslag", "toelichting", "voorletter", "roep")


def inventariseer(project: Project, actor: Actor, alleen: str | None = None, *, proef: bool = False) -> list[Bladbeeld]:
    """Read the deliveries of a project into its own storage; the files themselves are only read.

    A delivery that was read before is replaced as a whole: mappings stay, and are applied to what comes in (E.5;
    recipes replay on next month's delivery). Decisions on pairs and conflicts are about rows of the delivery in which
    they were taken, by number; with such decisions another delivery is refused, before it turns them on other people.

    Args:
        project: the project.
        actor: who does it.
        alleen: only this source.
        proef: keep nothing.

    Returns:
        What was seen, per table.

    Raises:
        NietToegestaan: before T0 without an agreement.
        Invoerfout: a delivery is not there, or the source is not known.
        Conflict: people decided on rows of a delivery that is another one now.
        Controlefout: a delivery cannot be read or trusted.
    """
    if alleen is not None:
        project.afbeeldingspad(alleen)
    beelden: list[Bladbeeld] = []
    with project.werk(actor) as werk:
        project.vereis_grondslag(werk)
        plek = Path(str(project.feit(werk, "begin")["bronnen"]))
        _vereis_zelfde_rijen(project, werk)
        for bron in project.definitie.bronnen:
            if alleen is None or bron.naam == alleen:
                beelden += _lees_bron(project, werk, bron, plek / bron.plek)
        for beeld in beelden:
            werk.log("fusie.inventaris", blad=beeld.id, sha256=beeld.sha256, rijen=str(beeld.rijen))
        if not proef:
            werk.commit()
    return beelden


def _vereis_zelfde_rijen(project: Project, werk: Werkbank) -> None:
    besloten = [
        over for over, per in project.uitspraken(werk).items() if per and over.startswith(("paar:", "conflict:"))
    ]
    if besloten and (anders := gewijzigde_bronnen(project, werk)):
        raise Conflict(
            f"{anders[0]} is gewijzigd, en over de rijen van de vorige levering is al {len(besloten)} keer beslist.",
            vervolg="Begin met de nieuwe levering een nieuw project, met dezelfde afbeeldingen.",
        )


def gewijzigde_bronnen(project: Project, werk: Werkbank) -> list[str]:
    """Return the files that are not what was read any more; one that is gone counts only when others are there."""
    plek = Path(str(project.feit(werk, "begin")["bronnen"]))
    anders: list[str] = []
    per_bron: dict[str, dict[str, str]] = {}
    for beeld in werk.stroom("bladen", Bladbeeld):
        per_bron.setdefault(beeld.bron, {})[beeld.bestand] = beeld.sha256
    for bron in project.definitie.bronnen:
        if bron.naam not in per_bron or not (plek / bron.plek).exists():
            continue
        bestanden, _ = open_levering(plek / bron.plek, _vast(project, bron))
        nu = {bestand.naam: bestand.sha256() for bestand in bestanden}
        anders += [naam for naam, som in per_bron[bron.naam].items() if nu.get(naam) != som]
    return sorted(set(anders))


def _vast(project: Project, bron: Bron) -> dict[str, tuple[str, str]]:
    afbeelding = project.afbeeldingen.get(bron.naam)
    return afbeelding.vast if afbeelding else {}


def _lees_bron(project: Project, werk: Werkbank, bron: Bron, plek: Path) -> Iterator[Bladbeeld]:
    bestanden, bladen = open_levering(plek, _vast(project, bron))
    _controleer_kop(project, bron, bladen)
    sommen = {bestand.naam: (bestand.sha256(), bestand.grootte) for bestand in bestanden}
    werk.leeg("bronrijen", bron=bron.naam)
    werk.leeg("bladen", bron=bron.naam)
    for blad in bladen:
        yield _lees_blad(project, werk, bron, blad, sommen[blad.bestand])


def _controleer_kop(project: Project, bron: Bron, bladen: tuple[Bronblad, ...]) -> None:
    """Refuse a delivery that lacks what its mapping reads: a sheet, a column, or one that is there twice."""
    afbeelding = project.afbeeldingen.get(bron.naam)
    if afbeelding is None:
        return
    op_naam = {blad.naam: blad for blad in bladen}
    fouten: list[str] = []
    for verwacht in afbeelding.bladen:
        blad = op_naam.get(verwacht.naam)
        if blad is None:
            fouten.append(f"het blad of bestand '{verwacht.naam}' is er niet")
            continue
        fouten += [
            f"{blad.naam}: kolom '{kolom}' is er niet" for kolom in sorted(verwacht.kolommen - set(blad.kolommen))
        ]
        dubbel = {item.kolom for item in blad.gebreken if item.soort is Gebreksoort.DUBBELE_KOP} & verwacht.kolommen
        fouten += [f"{blad.naam}: kolom '{kolom}' staat er meer dan eens" for kolom in sorted(dubbel)]
    if fouten:
        regels = "\n".join(f"  - {fout}" for fout in fouten)
        raise Controlefout(
            f"De levering van {bron.gemeente} past niet bij haar afbeelding:\n{regels}",
            vervolg="Vraag een goede levering, of pas de afbeelding aan. Er is niets opgeslagen.",
        )


def _lees_blad(project: Project, werk: Werkbank, bron: Bron, blad: Bronblad, som: tuple[str, int]) -> Bladbeeld:
    afbeelding = project.afbeeldingen.get(bron.naam)
    deel = afbeelding.blad(blad.naam) if afbeelding else None
    teller = _Teller(blad)
    partij: list[Bronregel] = []
    gezien: dict[str, str] = {}
    for rij in blad.rijen():
        regel = _als_regel(bron, blad, deel, rij, gezien)
        teller.tel(rij, regel)
        partij.append(regel)
        if len(partij) >= _PARTIJ:
            werk.van("bronrijen", Bronregel).voeg_toe(partij)
            partij = []
    werk.van("bronrijen", Bronregel).voeg_toe(partij)
    werk.sessie.geschreven.clear()
    if not teller.rijen:
        raise Controlefout(
            f"{blad.naam} ({bron.gemeente}) heeft een kopregel en geen gegevens.",
            vervolg="Vraag de leverancier om de levering opnieuw. Er is niets opgeslagen.",
        )
    beeld = teller.beeld(bron, som, project.vandaag())
    werk.van("bladen", Bladbeeld).bewaar(beeld)
    return beeld


def _als_regel(
    bron: Bron, blad: Bronblad, deel: Bladafbeelding | None, rij: Bronrij, gezien: dict[str, str]
) -> Bronregel:
    record = f"{bron.gemeentecode}:{blad.naam}:{rij.rij}"
    afdruk = hashlib.sha256(repr(tuple(rij.waarden.items())).encode()).hexdigest()[:32]
    client = ""
    if deel is not None:
        kolom = next((regel.van[0] for regel in deel.regels if regel.doel == "clientnummer" and regel.van), "")
        client = rij.waarden.get(kolom, "").strip()
    apart = any(item.soort.zet_rij_apart for item in rij.gebreken)
    return Bronregel(
        id=record,
        bron=bron.naam,
        blad=blad.naam,
        soort=deel.soort if deel else Bladsoort.OVERIG,
        apart=apart,
        client=f"{bron.naam}:{client}" if client else None,
        waarden=rij.waarden,
        gebreken=rij.gebreken,
        eerste="" if apart else _eerste(gezien, afdruk, record),
        afdruk=afdruk,
    )


def _eerste(gezien: dict[str, str], afdruk: str, record: str) -> str:
    """Return the first row that is the same; of each row only a digest is remembered."""
    eerste = gezien.setdefault(afdruk, record)
    return "" if eerste == record else eerste


class _Teller:
    """Counts what is seen of a table, in one pass; what it remembers has a limit."""

    def __init__(self, blad: Bronblad) -> None:
        self.blad = blad
        self.rijen = self.apart = 0
        self.gebreken: list[Gebrek] = list(blad.gebreken)
        self.per_soort: Counter[str] = Counter(item.soort.value for item in blad.gebreken)
        self.kolommen = {naam: _Kolomteller() for naam in blad.kolommen}

    def tel(self, rij: Bronrij, regel: Bronregel) -> None:
        self.rijen += 1
        self.apart += regel.apart
        for gebrek in rij.gebreken:
            self.per_soort[gebrek.soort.value] += 1
            if self.per_soort[gebrek.soort.value] <= _VOORBEELDEN_PER_SOORT:
                self.gebreken.append(gebrek)
        if not regel.apart:
            for naam, teller in self.kolommen.items():
                teller.tel(rij.waarden.get(naam, ""))

    def beeld(self, bron: Bron, som: tuple[str, int], op: object) -> Bladbeeld:
        return Bladbeeld.model_validate(
            {
                "id": f"{bron.naam}:{self.blad.naam}",
                "bron": bron.naam,
                "naam": self.blad.naam,
                "bestand": self.blad.bestand,
                "sha256": som[0],
                "grootte": som[1],
                "vorm": self.blad.vorm,
                "rijen": self.rijen,
                "apart": self.apart,
                "kolommen": tuple(teller.beeld(naam, self.rijen) for naam, teller in self.kolommen.items()),
                "gebreken": tuple(self.gebreken),
                "gebrekentelling": dict(sorted(self.per_soort.items())),
                "op": op,
            }
        )


class _Kolomteller:
    def __init__(self) -> None:
        self.gevuld = 0
        self.waarden: Counter[str] | None = Counter()
        self.proef: list[str] = []
        self.kort, self.lang = 1 << 30, 0

    def tel(self, tekst: str) -> None:
        schoon = tekst.strip()
        if not schoon:
            return
        self.gevuld += 1
        self.kort, self.lang = min(self.kort, len(schoon)), max(self.lang, len(schoon))
        if len(self.proef) < 400:
            self.proef.append(schoon)
        if self.waarden is not None:
            self.waarden[schoon] += 1
            if len(self.waarden) > _MEESTE_WAARDEN:
                self.waarden = None

    def beeld(self, naam: str, rijen: int) -> Kolombeeld:
        verschillend = len(self.waarden) if self.waarden is not None else None
        vorm = spoor_vormen_op(self.proef)
        lijkt = self._lijkt(naam, rijen, verschillend, vorm)
        toonbaar = lijkt == "code" and self.waarden is not None
        waarden = self.waarden.most_common() if toonbaar and self.waarden is not None else []
        return Kolombeeld(
            naam=naam,
            gevuld=self.gevuld,
            verschillend=verschillend,
            waarden=tuple(sorted(waarden, key=lambda item: (-item[1], item[0]))),
            lijkt=lijkt,
            vorm=vorm if lijkt == "datum" else (),
            lengte=(self.kort if self.gevuld else 0, self.lang),
        )

    def _lijkt(self, naam: str, rijen: int, verschillend: int | None, vorm: tuple[str, ...]) -> str:
        if not self.gevuld:
            return "leeg"
        if naam.casefold() == "bsn" or sum(map(_is_bsn, self.proef)) > 0.8 * len(self.proef):
            return "bsn"
        if vorm and self.lang > 4:
            return "datum"
        if self.gevuld == rijen and (verschillend is None or verschillend >= 0.95 * rijen) and self.lang <= 20:
            return "sleutel"
        persoonlijk = any(deel in naam.casefold() for deel in _PERSOONLIJK)
        if not persoonlijk and verschillend is not None and verschillend <= _TOONBAAR and self.lang <= 60:
            return "code"
        if all(deel.replace(",", "").replace(".", "").isdigit() for deel in self.proef):
            return "getal"
        return "tekst"


def _is_bsn(tekst: str) -> bool:
    return tekst.isdigit() and 7 <= len(tekst) <= 9 and is_geldig(tekst.zfill(9))


def vereis_gelezen(werk: Werkbank, project: Project) -> None:
    """Check that every source was read.

    Raises:
        Invoerfout: one was not.
    """
    gelezen = {bron for (bron,) in werk.waarden("bladen", "bron")}
    mist = [bron.naam for bron in project.definitie.bronnen if bron.naam not in gelezen]
    if mist:
        raise Invoerfout(
            f"Nog niet gelezen: {', '.join(mist)}.", vervolg="Lees de leveringen met: toegang fusie inventariseer"
        )
