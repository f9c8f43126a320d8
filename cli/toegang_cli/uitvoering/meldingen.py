"""Reading submissions in: every record by itself, so that a bad one stops no other.

The refused ones come back as a file that can be corrected and fed in again; nothing is half-written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Kanaal, Registratie
from toegang.domain.veldfouten import veldfouten
from toegang.errors import Afsluitcode, Invoerfout, OpslagFout, ToegangFout
from toegang.lifecycle.intake import Intakeresultaat, neem_in
from toegang_cli.discretie import mask
from toegang_cli.invoer import bestandsnaam
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.aanmeldbestand import Ruw, lees_records, schrijf_geweigerd, vereis_plaats
from toegang_cli.uitvoering.personen import (
    Persoonsvraag,
    PersoonWacht,
    Persoonweigering,
    als_aanmelding,
    is_persoon,
    maak_vraag,
)
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek

MEEST = 10
"""So many zaken are named one by one."""


@dataclass(frozen=True)
class Weigering:
    """Why a record was refused; the record itself is never shown.

    Args:
        ruw: the record.
        redenen: pairs (field, reason).
        code: exit code that fits the reason.
    """

    ruw: Ruw
    redenen: tuple[tuple[str, str], ...]
    code: Afsluitcode


@dataclass
class Verslag:
    """What became of the records of one file."""

    gelezen: int = 0
    meldingen: int = 0
    contactnotities: int = 0
    beantwoord: int = 0
    bekend: int = 0
    aangehouden: Counter[str] = field(default_factory=Counter)
    doorgegeven: Counter[str] = field(default_factory=Counter)
    zaken: list[str] = field(default_factory=list)
    geweigerd: list[Weigering] = field(default_factory=list)

    @property
    def code(self) -> Afsluitcode:
        """OK, DEELS when some were refused, else the code that all refusals share."""
        if not self.geweigerd:
            return Afsluitcode.OK
        if len(self.geweigerd) < self.gelezen:
            return Afsluitcode.DEELS
        codes = {item.code for item in self.geweigerd}
        return codes.pop() if len(codes) == 1 else Afsluitcode.FOUT


@dataclass(frozen=True)
class Aanvulling:
    """What the command line says about the records.

    Args:
        gebied: wijk or kern for records that name none.
        wet: act that the persons of a file ask under.
        product: product that they ask for.
        kanaal: road along which they came.
        op: day of receipt; ``None`` = today.
    """

    gebied: str | None = None
    wet: str | None = None
    product: str | None = None
    kanaal: str = Kanaal.BRIEF
    op: date | None = None


def importeer(
    naam: str, bestand: Path, aanvulling: Aanvulling, *, als: str | None, proef: bool, als_json: bool
) -> Afsluitcode:
    """Take in the submissions of a file.

    Args:
        naam: key of the gemeente.
        bestand: JSON with one submission or a list of them, or JSON lines; persons in BRP fields too.
        aanvulling: what the command line says about the records.
        als: medewerker that a trial user plays.
        proef: keep nothing.
        als_json: the outcome as JSON.

    Returns:
        See :attr:`Verslag.code`.

    Raises:
        Invoerfout: the file cannot be read at all, or the gebied does not exist.
        OpslagFout: storage failed; what was taken in before is kept, and can be fed in again safely.
    """
    records = lees_records(bestand)
    if not proef:
        vereis_plaats(bestand)
    verslag = Verslag()
    with werkplek(naam, als, proef=proef) as plek:
        _controleer_gebied(plek, aanvulling.gebied)
        vandaag = plek.omgeving.vandaag()
        vraag = maak_vraag(aanvulling.wet, aanvulling.product, aanvulling.kanaal, aanvulling.op or vandaag)
        gezien: set[str] = set()
        try:
            for ruw in _met_voortgang(records):
                verslag.gelezen += 1
                _verwerk(plek, ruw, lambda ruw: _lees(ruw, aanvulling.gebied, vraag, gezien, vandaag), verslag)
        except OpslagFout:
            verslag.gelezen -= 1
            zeg(f"Gestopt na {aantal(verslag.gelezen, 'record', 'records')}; die zijn afgehandeld.")
            raise
    terug = None
    if verslag.geweigerd and not proef:
        terug = schrijf_geweigerd(bestand, [(item.ruw, item.redenen) for item in verslag.geweigerd])
    _toon(naam, bestand, verslag, terug, proef=proef, als_json=als_json)
    return verslag.code


def _verwerk(plek: Werkplek, ruw: Ruw, lees: Callable[[Ruw], Aanmelding], verslag: Verslag) -> None:
    try:
        resultaat = neem_in(plek.omgeving, plek.actor, lees(ruw))
    except Persoonweigering as weigering:
        verslag.geweigerd.append(Weigering(ruw, ((weigering.veld, weigering.boodschap),), weigering.code))
    except PersoonWacht as wacht:
        verslag.aangehouden[wacht.reden] += 1
    except ValidationError as fout:
        redenen = tuple(_gesplitst(mask(regel)) for regel in veldfouten(fout))
        verslag.geweigerd.append(Weigering(ruw, redenen, Afsluitcode.GEBRUIK))
    except OpslagFout:
        raise
    except ToegangFout as fout:
        verslag.geweigerd.append(Weigering(ruw, (("(geheel)", mask(str(fout))),), fout.code))
    else:
        _tel(resultaat, verslag)


def _lees(ruw: Ruw, gebied: str | None, vraag: Persoonsvraag | None, gezien: set[str], vandaag: date) -> Aanmelding:
    if ruw.fout:
        raise Invoerfout(ruw.fout)
    if is_persoon(ruw):
        aanmelding = als_aanmelding(ruw, vraag, gezien, vandaag)
    else:
        aanmelding = Aanmelding.model_validate(ruw.inhoud)
    return aanmelding.gewijzigd(gebied=gebied) if gebied and aanmelding.gebied is None else aanmelding


def _tel(resultaat: Intakeresultaat, verslag: Verslag) -> None:
    if resultaat.reeds_bekend or resultaat.intake is None:
        verslag.bekend += 1
        return
    verslag.zaken += resultaat.zaken
    if resultaat.intake.registratie is Registratie.GEEN:
        verslag.beantwoord += 1
    elif resultaat.intake.registratie is Registratie.CONTACTGEGEVENS:
        verslag.contactnotities += 1
        verslag.doorgegeven[resultaat.intake.bestemming or "niemand"] += 1
    else:
        verslag.meldingen += 1


def _opsomming(zaken: list[str]) -> str:
    """Name the zaken, or the first and the last when there are many."""
    return ", ".join(zaken) if len(zaken) <= MEEST else f"{zaken[0]} tot en met {zaken[-1]} ({len(zaken)} zaken)"


def _gesplitst(regel: str) -> tuple[str, str]:
    veld, _, reden = regel.partition(": ")
    return veld, reden


def _controleer_gebied(plek: Werkplek, gebied: str | None) -> None:
    bekend = [item.id for item in plek.omgeving.organisatie.gebieden]
    if gebied is not None and gebied not in bekend:
        raise Invoerfout(
            f"Dit gebied bestaat niet in gemeente {plek.gemeente.naam}.",
            vervolg=f"Kies uit: {', '.join(bekend)}." if bekend else "Laat --gebied weg.",
        )


def _met_voortgang(records: list[Ruw]) -> Iterator[Ruw]:
    from rich.progress import track

    from toegang_cli.uitvoer import scherm

    fouten = scherm(fouten=True)
    return iter(track(records, description="Meldingen", console=fouten, transient=True, disable=not fouten.is_terminal))


def _toon(naam: str, bestand: Path, verslag: Verslag, terug: Path | None, *, proef: bool, als_json: bool) -> None:
    redenen: list[dict[str, Any]] = [
        {"record": item.ruw.nummer, "veld": veld, "reden": reden}
        for item in verslag.geweigerd
        for veld, reden in item.redenen
    ]
    if als_json:
        velden = {sleutel: waarde for sleutel, waarde in vars(verslag).items() if sleutel != "geweigerd"}
        telling = {**velden, "geweigerd": len(verslag.geweigerd)}
        toon_json(
            {"gemeente": naam, "proef": proef, **telling, "redenen": redenen, "terug": str(terug) if terug else None}
        )
        return
    toon_tabel(
        ("Wat", "Aantal"),
        [
            ("gelezen", verslag.gelezen),
            ("melding of aanvraag opgeslagen", verslag.meldingen),
            ("alleen contactgegevens opgeslagen", verslag.contactnotities),
            ("meteen beantwoord, niet geregistreerd", verslag.beantwoord),
            ("was al bekend, niets gedaan", verslag.bekend),
            *((f"aangehouden: {reden}", keer) for reden, keer in verslag.aangehouden.items()),
            ("geweigerd", len(verslag.geweigerd)),
        ],
        leeg="",
    )
    if verslag.zaken and not proef:
        toon("", f"Zaken: {_opsomming(verslag.zaken)}")
    for loket, keer in verslag.doorgegeven.items():
        toon("", f"Doorgegeven aan {loket}: {keer}. Dat loket neemt de vraag in, onder een eigen kenmerk.")
    if redenen:
        toon("", f"Geweigerd uit {bestandsnaam(bestand)}:")
        toon(*(f"  record {item['record']}, {item['veld']}: {item['reden']}" for item in redenen))
    if terug:
        zeg(f"De geweigerde records staan in {bestandsnaam(terug)}; verbeter ze en lees dat bestand in.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
