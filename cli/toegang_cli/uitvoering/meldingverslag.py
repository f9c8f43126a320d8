"""What became of the records of a file: counted, and shown without a word about a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toegang.domain.begrippen import Registratie
from toegang.domain.spoor import Oordeel
from toegang.errors import Afsluitcode
from toegang.lifecycle.intake import Intakeresultaat
from toegang_cli.discretie import mask
from toegang_cli.invoer import bestandsnaam
from toegang_cli.uitvoer import toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.aanmeldbestand import Ruw
from toegang_cli.werkplek import NIETS_OPGESLAGEN

MEEST = 10
"""So many zaken are named one by one."""


@dataclass(frozen=True)
class Weigering:
    """Why a record was refused; the record itself is never shown.

    Args:
        ruw: the record.
        redenen: triples (place in the file, field, reason).
        code: exit code that fits the reason.
    """

    ruw: Ruw
    redenen: tuple[tuple[int, str, str], ...]
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
    zonder_zaak: list[str] = field(default_factory=list)
    lopend: list[dict[str, Any]] = field(default_factory=list)
    afwijkend: list[dict[str, Any]] = field(default_factory=list)
    gezag_onbekend: list[str] = field(default_factory=list)
    waarschuwingen: dict[str, list[str]] = field(default_factory=dict)

    @property
    def code(self) -> Afsluitcode:
        """OK, DEELS when some were refused, else the code that all refusals share."""
        if not self.geweigerd:
            return Afsluitcode.OK
        if len(self.geweigerd) < self.gelezen:
            return Afsluitcode.DEELS
        codes = {item.code for item in self.geweigerd}
        return codes.pop() if len(codes) == 1 else Afsluitcode.FOUT

    def tel(self, resultaat: Intakeresultaat) -> None:
        """Count what became of one record."""
        if resultaat.reeds_bekend or resultaat.intake is None:
            self.bekend += 1
            return
        self.zaken += resultaat.zaken
        for item in resultaat.regels:
            if item.oordeel is Oordeel.WAARSCHUWING:
                tekst = f"{item.regel} ({item.grondslag}): {item.boodschap}"
                self.waarschuwingen.setdefault(tekst, []).append(_waar(resultaat))
        if resultaat.intake.registratie is Registratie.GEEN:
            self.beantwoord += 1
        elif resultaat.intake.registratie is Registratie.CONTACTGEGEVENS:
            self.contactnotities += 1
            if resultaat.intake.bestemming is not None:
                self.doorgegeven[resultaat.intake.bestemming] += 1
        else:
            self.meldingen += 1
            self._noteer(resultaat)

    def _noteer(self, resultaat: Intakeresultaat) -> None:
        wat = _waar(resultaat)
        if not resultaat.zaken:
            self.zonder_zaak.append(wat)
        if resultaat.lopende_zaken:
            self.lopend.append({"nieuw": wat, "lopend": list(resultaat.lopende_zaken)})
        if resultaat.afwijkend:
            self.afwijkend.append({"nieuw": wat, "velden": list(resultaat.afwijkend)})
        if resultaat.gezag_onbekend:
            self.gezag_onbekend.append(wat)


def toon_verslag(
    naam: str,
    bestand: Path,
    verslag: Verslag,
    terug: Path | None,
    *,
    onbekend: Counter[str],
    niet_bewaard: Counter[str],
    is_tabel: bool,
    proef: bool,
    als_json: bool,
) -> None:
    """Show what became of the records.

    Args:
        naam: key of the gemeente.
        bestand: the file.
        verslag: the counts.
        terug: file with the refused records, if any.
        onbekend: names without a field of ours, kept with the melding.
        niet_bewaard: the same, of questions of which no melding is kept.
        is_tabel: places in the file are lines and columns.
        proef: nothing was kept.
        als_json: as JSON.
    """
    if als_json:
        toon_json(_als_json(naam, verslag, terug, onbekend, proef=proef))
        return
    toon_tabel(("Wat", "Aantal"), _telling(verslag), leeg="")
    if verslag.zaken and not proef:
        toon("", f"Zaken: {opsomming(verslag.zaken)}")
    if verslag.zonder_zaak and not proef:
        toon("", f"Meldingen zonder zaak: {opsomming(verslag.zonder_zaak)}")
    for loket, keer in verslag.doorgegeven.items():
        toon("", f"Doorgegeven aan {loket}: {keer}. Dat loket neemt de vraag in, onder een eigen kenmerk.")
    _toon_aandacht(verslag, onbekend, niet_bewaard)
    if verslag.geweigerd:
        toon("", f"Geweigerd uit {bestandsnaam(bestand)}:")
        plaats = "regel {}, kolom {}: {}" if is_tabel else "record {}, {}: {}"
        toon(*(f"  {plaats.format(*reden)}" for item in verslag.geweigerd for reden in item.redenen))
    if terug:
        zeg(f"De geweigerde records staan in {bestandsnaam(terug)}; verbeter ze en lees dat bestand in.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def opsomming(zaken: list[str]) -> str:
    """Name the zaken, or the first and the last when there are many."""
    return ", ".join(zaken) if len(zaken) <= MEEST else f"{zaken[0]} tot en met {zaken[-1]} ({len(zaken)} stuks)"


def _telling(verslag: Verslag) -> list[tuple[str, int]]:
    return [
        ("gelezen", verslag.gelezen),
        ("melding of aanvraag opgeslagen", verslag.meldingen),
        ("alleen contactgegevens opgeslagen", verslag.contactnotities),
        ("meteen beantwoord, niet geregistreerd", verslag.beantwoord),
        ("was al bekend, niets gedaan", verslag.bekend),
        *((f"aangehouden: {reden}", keer) for reden, keer in verslag.aangehouden.items()),
        ("geweigerd", len(verslag.geweigerd)),
    ]


def _toon_aandacht(verslag: Verslag, onbekend: Counter[str], niet_bewaard: Counter[str]) -> None:
    """Show what somebody should look at: other zaken, differing data, gezag, fields without a place, warnings."""
    for item in verslag.lopend:
        toon("", f"{item['nieuw']}: dit huishouden heeft al {', '.join(item['lopend'])}. Bekijk ze samen.")
    for item in verslag.afwijkend:
        velden = ", ".join(item["velden"])
        toon("", f"{item['nieuw']}: anders opgegeven dan bekend: {velden}. Wat bekend was, is gebleven.")
    for wat in verslag.gezag_onbekend:
        toon("", f"{wat}: van een kind is niet bekend wie het gezag heeft; brieven worden aangehouden.")
    if onbekend:
        toon("", f"Zonder eigen veld, wel bewaard bij de melding: {_namen(onbekend)}.")
    if niet_bewaard:
        toon("", f"Zonder eigen veld, en niet bewaard, want er is geen melding van gemaakt: {_namen(niet_bewaard)}.")
    for tekst, waar in verslag.waarschuwingen.items():
        toon("", f"Let op bij {opsomming(waar)}: {tekst}")


def _waar(resultaat: Intakeresultaat) -> str:
    """Name a record by its first zaak, else by its melding; of an unregistered question there is nothing to name."""
    return resultaat.zaken[0] if resultaat.zaken else resultaat.melding_id or "een vraag die niet is geregistreerd"


def _namen(velden: Counter[str]) -> str:
    return ", ".join(f"{mask(naam)} ({keer}x)" if keer > 1 else mask(naam) for naam, keer in velden.items())


def _als_json(
    naam: str, verslag: Verslag, terug: Path | None, onbekend: Counter[str], *, proef: bool
) -> dict[str, Any]:
    redenen = [
        {"record": plaats, "veld": veld, "reden": reden}
        for item in verslag.geweigerd
        for plaats, veld, reden in item.redenen
    ]
    velden = {sleutel: waarde for sleutel, waarde in vars(verslag).items() if sleutel != "geweigerd"}
    return {
        "gemeente": naam,
        "proef": proef,
        **velden,
        "onbekende_velden": {mask(sleutel): keer for sleutel, keer in onbekend.items()},
        "geweigerd": len(verslag.geweigerd),
        "redenen": redenen,
        "terug": str(terug) if terug else None,
    }
