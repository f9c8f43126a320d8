"""Why is this the last day: every step of a sum, for the deadlines of a zaak and for its archive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from toegang.domain.schakels import Partij
from toegang.domain.termijnbeleid import Termijnbeleid
from toegang.domain.verklaring import Rekenstap, Verklaring
from toegang.domain.zaak import Zaak
from toegang.domain.zaaktermijn import Zaaktermijn
from toegang.lifecycle.termijnen import termijnen_van
from toegang.storage import NietGevonden, Werkeenheid


def termijnen(werk: Werkeenheid, zaak: Zaak, op: date, beleid: Termijnbeleid | None) -> tuple[Verklaring, ...]:
    """Return every deadline of a zaak with its whole sum.

    Raises:
        ToegangFout: a term has no value in force on the day it began.
    """
    return tuple(_termijn(termijn) for termijn in termijnen_van(werk, zaak, op, beleid))


def _termijn(termijn: Zaaktermijn) -> Verklaring:
    loopt = termijn.dwangsom
    stappen = (*(termijn.som.stappen if termijn.som else ()), *(loopt.stappen if loopt else ()))
    uitkomst = [
        ("termijn", termijn.sleutel),
        ("regel", f"{termijn.regel} (bewijs {termijn.bewijs})"),
        ("voor", "de inwoner" if termijn.partij is not Partij.GEMEENTE else "de gemeente"),
        ("stand", termijn.stand.value),
        ("laatste dag", termijn.einde.isoformat() if termijn.einde else "geen vaste dag"),
    ]
    uitkomst += [("gedaan op", termijn.klaar_op.isoformat())] if termijn.klaar_op else []
    uitkomst += [("dwangsom in centen", str(loopt.centen))] if loopt else []
    let_op = (*termijn.toelichting, *(termijn.som.waarschuwingen if termijn.som else ()))
    return Verklaring(
        onderdeel="termijn",
        kop=f"Termijn: {termijn.omschrijving}",
        kenmerk=termijn.sleutel,
        uitkomst=tuple(uitkomst),
        tekst=" ".join(let_op),
        stappen=tuple(
            Rekenstap(tekst=stap.omschrijving_nl, datum=stap.datum, artikel=stap.artikel) for stap in stappen
        ),
    )


def archief(werk: Werkeenheid, zaak: Zaak) -> tuple[Verklaring, ...]:
    """Return how the day of destruction or transfer was found; nothing while that was not decided."""
    try:
        record = werk.archief.haal(zaak.id)
    except NietGevonden:
        return ()
    som = record.berekening
    uitkomst = [
        ("resultaat", record.besluit.resultaat),
        ("archief bij", record.besluit.archiefactor),
        ("actiedatum", record.actiedatum.isoformat() if record.actiedatum else "nog niet bekend"),
    ]
    uitkomst += [("afwijking", record.besluit.afwijking)] if record.besluit.afwijking else []
    uitkomst += [("verschil", "de selectielijst en de wet geven een andere dag")] if som.get("verschil") else []
    uitkomst += [("vernietigen mag nog niet", som.get("reden_blokkade") or "ja")] if som.get("geblokkeerd") else []
    return (
        Verklaring(
            onderdeel="archief",
            kop="Archief: hoe de datum is berekend",
            kenmerk=record.id,
            uitkomst=tuple(uitkomst),
            stappen=tuple(_stappen(som.get("stappen", ()))),
        ),
    )


def _stappen(ruw: Iterable[dict[str, Any]]) -> Iterable[Rekenstap]:
    for stap in ruw:
        yield Rekenstap(tekst=stap["omschrijving_nl"], datum=stap.get("datum"), artikel=stap.get("artikel") or "")
