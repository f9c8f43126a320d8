"""Where submissions come from: our own JSON, persons in BRP fields, form submissions, and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.huishouden import Persoonsgegevens
from toegang.errors import Invoerfout
from toegang_cli.inname import csvbestand, openformulieren
from toegang_cli.inname.vertaling import Formulier, Vertaling
from toegang_cli.uitvoering import aanmeldbestand
from toegang_cli.uitvoering.aanmeldbestand import Ruw
from toegang_cli.uitvoering.personen import Persoonsvraag, als_aanmelding, is_persoon
from toegang_cli.werkplek import Werkplek

CSV = ".csv"
_BEKEND = frozenset(Persoonsgegevens.model_fields) - {"bsn"}


@dataclass
class Bron:
    """The records of one file, and how each becomes a submission.

    Args:
        bestand: the file.
        vorm: how a table is written; ``None`` when it is JSON.
        vertaling: which names are which fields of ours.
        vraag: what the persons of a file ask for.
        gebied: area for records that name none.
        vandaag: the day.
        records: the records; those of a table come with :meth:`lees_tabel`.
        kolommen: columns of a table.
        onbekend: names without a field of ours that are kept with the melding, with how often they came.
        niet_bewaard: the same of questions of which nothing, or only whom to call, is kept.
    """

    bestand: Path
    vorm: csvbestand.Vorm | None
    vertaling: Vertaling
    vraag: Persoonsvraag | None
    gebied: str | None
    vandaag: date
    records: list[Ruw] = field(default_factory=list)
    kolommen: tuple[str, ...] = ()
    onbekend: Counter[str] = field(default_factory=Counter)
    niet_bewaard: Counter[str] = field(default_factory=Counter)
    _overig: tuple[str, ...] = ()
    _gezien: set[str] = field(default_factory=set)
    _namen: dict[int, Mapping[str, str]] = field(default_factory=dict)

    @property
    def is_tabel(self) -> bool:
        """Tell whether it is a table."""
        return self.vorm is not None

    def lees_tabel(self) -> None:
        """Read the file when it is a table; its columns ask for the translation of the gemeente.

        Raises:
            Invoerfout: it cannot be read at all.
        """
        if self.vorm is None:
            return
        formulier = self._kolomvertaling()
        tabel = csvbestand.lees_tabel(self.bestand, self.vorm, formulier)
        self.kolommen = tabel.kolommen
        goed = [Ruw(item.regels[0], item) for item in tabel.inzendingen]
        fout = [Ruw(nummer, None, fout=reden) for nummer, reden in tabel.fouten]
        self.records = sorted((*goed, *fout), key=lambda ruw: ruw.nummer)

    def lees(self, plek: Werkplek, ruw: Ruw) -> Aanmelding:
        """Turn a record into a submission.

        Args:
            plek: the opened gemeente, for what is known of a person.
            ruw: the record.

        Raises:
            Invoerfout: it cannot be read.
            ValidationError: fields are not right.
        """
        if ruw.fout:
            raise Invoerfout(ruw.fout)
        if is_persoon(ruw):
            aanmelding = als_aanmelding(ruw, self.vraag, self._gezien, self.vandaag)
        else:
            aanmelding = Aanmelding.model_validate(vul_bekende_aan(plek, self._velden(ruw)))
        return aanmelding.gewijzigd(gebied=self.gebied) if self.gebied and aanmelding.gebied is None else aanmelding

    def tel_onbekend(self, *, bewaard: bool) -> None:
        """Count the names without a field of ours in the record that was just read.

        Args:
            bewaard: a melding keeps their content.
        """
        (self.onbekend if bewaard else self.niet_bewaard).update(self._overig)

    def plaats_van(self, ruw: Ruw, veld: str, rij: int = 0) -> tuple[int, str]:
        """Return where a fault stands in the file: record or line, and the name of the field there.

        Args:
            ruw: the record.
            veld: path of the field in our terms.
            rij: row of the submission, for a table.
        """
        laatste = next((deel for deel in reversed(veld.split(".")) if not deel.isdecimal()), veld)
        if self.vorm is None:
            return ruw.nummer, self._namen.get(ruw.nummer, {}).get(laatste, veld)
        formulier = self._kolomvertaling()
        kolom = next((naam for naam in self.kolommen if formulier.veld_voor(naam) == laatste), laatste)
        regels = ruw.inhoud.regels if isinstance(ruw.inhoud, csvbestand.Inzending) else (ruw.nummer,)
        return regels[min(rij, len(regels) - 1)], kolom

    def schrijf_terug(self, geweigerd: Sequence[tuple[Ruw, tuple[tuple[str, str], ...]]]) -> Path | None:
        """Write what was refused to a new file of the same kind; ``None`` when nothing can go back.

        Args:
            geweigerd: records with their pairs (field, reason).
        """
        if self.vorm is None:
            return aanmeldbestand.schrijf_geweigerd(self.bestand, list(geweigerd))
        terug = [
            (ruw.inhoud, "; ".join(f"{veld}: {reden}" for veld, reden in redenen))
            for ruw, redenen in geweigerd
            if isinstance(ruw.inhoud, csvbestand.Inzending)
        ]
        if not terug:
            return None
        pad = aanmeldbestand.vrije_naam(self.bestand, CSV)
        csvbestand.schrijf_geweigerd(pad, self.vorm, self.kolommen, terug)
        return pad

    def _velden(self, ruw: Ruw) -> Any:
        self._overig = ()
        if isinstance(ruw.inhoud, csvbestand.Inzending):
            gegevens = csvbestand.vertaal(ruw.inhoud, self._kolomvertaling())
            self._overig = tuple(dict.fromkeys(naam for naam, _ in gegevens["overig"]))
            return gegevens
        if openformulieren.is_formulier(ruw.inhoud):
            vertaald = openformulieren.vertaal(ruw.inhoud, self.vertaling)
            self._overig = vertaald.onbekend
            self._namen[ruw.nummer] = vertaald.bronnen
            return vertaald.gegevens
        return ruw.inhoud

    def _kolomvertaling(self) -> Formulier:
        return self.vertaling.voor(naam="csv")


def is_csv(bestand: Path) -> bool:
    """Tell whether a file is called a table."""
    return bestand.suffix.lower() == CSV


def vul_bekende_aan(plek: Werkplek, velden: Any) -> Any:
    """Complete persons of whom only the BSN was given with what is known already (B-65, Z-24, L-105).

    Args:
        plek: the opened gemeente.
        velden: fields of a submission.

    Raises:
        Invoerfout: nothing is known of somebody of whom only the BSN was given.
    """
    leden = velden.get("leden") if isinstance(velden, dict) else None
    if not isinstance(leden, list):
        return velden
    kaal = [lid for lid in leden if isinstance(lid, dict) and _alleen_bsn(lid.get("persoon"))]
    if not kaal:
        return velden
    with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        for lid in kaal:
            inwoner = werk.inwoners.met_bsn(lid["persoon"]["bsn"])
            if inwoner is None:
                raise Invoerfout(
                    "van iemand is alleen het BSN gegeven, en die persoon is nog niet bekend; "
                    "geef ook naam, geboortedatum en adres"
                )
            bekend = {veld: getattr(inwoner, veld) for veld in _BEKEND}
            lid["persoon"] = {"bsn": lid["persoon"]["bsn"], **bekend}
    return velden


def _alleen_bsn(persoon: Any) -> bool:
    return isinstance(persoon, dict) and set(persoon) == {"bsn"} and isinstance(persoon["bsn"], str)
