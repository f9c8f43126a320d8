"""The stukken of a zaak as an archive receives them: each letter that was sent, and the data of the zaak itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.storage import Werkeenheid
from toegang.storage.dossierinhoud import DOSSIERS, lees_per_tabel

PDF_A_3A = ("Acrobat PDF/A - Portable Document Format 3a", "fmt/479")
JSON = ("JSON Data Interchange Format", "fmt/817")
"""Names and codes of the PRONOM register."""
_ZAAK = "zaak_id"


@dataclass(frozen=True)
class Stuk:
    """One stuk with its file.

    Args:
        id: id within the gemeente; also the name of its folder, so it holds no personal data.
        naam: title, without personal data.
        van: day on which it was made.
        bestand: name of the file.
        formaat: name and PRONOM code.
        inhoud: the file.
    """

    id: str
    naam: str
    van: date
    bestand: str
    formaat: tuple[str, str]
    inhoud: bytes


def stukken_van(werk: Werkeenheid, zaak: Zaak) -> Iterator[Stuk]:
    """Give the stukken of a closed zaak: first its letters in order, then its data.

    Args:
        werk: a unit of work.
        zaak: the zaak; it is closed.

    Raises:
        OpslagFout: a stored file does not open with the key of its dossier.
    """
    verzonden = werk.brieven.zoek(zaak_id=zaak.id, status=Briefstatus.VERZONDEN)
    for brief, pdf in werk.brieven.pdfs(verzonden):
        yield Stuk(brief.id, f"Brief {brief.sjabloon}", _dag_van(brief), f"{brief.id}.pdf", PDF_A_3A, pdf)
    assert zaak.gesloten_op is not None
    gegevens = json.dumps(zaakgegevens(werk, zaak), ensure_ascii=False, indent=2, sort_keys=True).encode()
    naam = f"{zaak.id}-gegevens"
    yield Stuk(naam, "Gegevens van de zaak", zaak.gesloten_op, f"{naam}.json", JSON, gegevens)


def zaakgegevens(werk: Werkeenheid, zaak: Zaak) -> dict[str, Any]:
    """Return all records of a zaak by table, and those that its dossier shares, as JSON values.

    Args:
        werk: a unit of work.
        zaak: the zaak.
    """
    return {
        tabel: [record.model_dump(mode="json") for record in records if _hoort_bij(tabel, record, zaak)]
        for tabel, records in lees_per_tabel(werk, zaak.dossier_id).items()
    }


def _hoort_bij(tabel: str, record: Waarde, zaak: Zaak) -> bool:
    """Leave out what is of another zaak in the dossier; what names no zaak is of all of them."""
    if tabel == "zaken":
        return getattr(record, "id", None) == zaak.id
    return tabel == DOSSIERS or getattr(record, _ZAAK, None) in (None, zaak.id)


def _dag_van(brief: Brief) -> date:
    dag = brief.dagtekening or brief.verzonden_op
    assert dag is not None
    return dag
