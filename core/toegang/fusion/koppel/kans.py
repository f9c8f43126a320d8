"""Matching by chance with splink on DuckDB (extra ``fusie``): Fellegi and Sunter, with the weight of each reason."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from toegang.errors import ToegangFout
from toegang.fusion.koppel.kenmerken import Kenmerken
from toegang.fusion.koppel.model import Koppelmodel, Niveau, Vergelijking
from toegang.fusion.koppel.paren import Paar, Zekerheid, maak_paar

STAP = 9
_PARTIJ = 5000


def splink_aanwezig() -> bool:
    """Tell whether the extra ``fusie`` is installed; nothing of it is imported."""
    from importlib.util import find_spec

    return find_spec("splink") is not None and find_spec("duckdb") is not None


def als_rij(persoon: Kenmerken) -> dict[str, str | None]:
    """Return what of a person goes into the table that is compared; ``None`` = not known."""
    geboren = persoon.geboren
    dag = _bekend(geboren.lo3()) if geboren.jaar is not None else None
    vol = geboren.datum is not None and dag is not None
    letter = persoon.letter or None
    return {
        "unique_id": persoon.record,
        "geboren": dag,
        "geboren_om": dag[:4] + dag[6:] + dag[4:6] if vol and dag else None,
        "jaarwissel": dag[:2] + dag[3] + dag[2] + dag[4:] if vol and dag else None,
        "jaar": dag[:4] if dag else None,
        "dagmaand": dag[4:] if vol and dag else None,
        "naam1": persoon.namen[0] if persoon.namen else None,
        "naam2": persoon.namen[1] if len(persoon.namen) > 1 else None,
        "begin": persoon.namen[0][:2] if persoon.namen else None,
        "letters": persoon.letters or None,
        "letter": letter,
        "voornaam": persoon.voornaam or None,
        "geslacht": persoon.geslacht if persoon.geslacht in ("M", "V") else None,
        "telefoon": persoon.telefoon if len(persoon.telefoon) >= 8 else None,
        "adres": persoon.adres or None,
    }


def _bekend(lo3: str) -> str:
    """Return the known part of a date: ``19620000`` becomes ``1962``."""
    while lo3.endswith("00") and len(lo3) > 4:
        lo3 = lo3[:-2]
    return lo3


def paren_op_kans(personen: Iterable[Kenmerken], model: Koppelmodel, verwacht: float) -> Iterator[Paar]:
    """Return the pairs that are likely to be one person, each with its reasons and their weights.

    Args:
        personen: the records; those with a BSN too, since one without may be one of them.
        model: the model.
        verwacht: number of pairs of one person that is expected; sets the chance before anything is compared.

    Raises:
        ToegangFout: the extra is not installed.
    """
    rijen = [als_rij(persoon) for persoon in personen]
    if len(rijen) < 2:
        return
    mogelijk = len(rijen) * (len(rijen) - 1) / 2
    vooraf = min(0.5, max(verwacht, 0.5) / mogelijk)
    for rij in vergelijk(rijen, model, vooraf):
        if any(niveau.sluit_uit for _, niveau in uitkomsten(rij, model)):
            continue
        kans = float(rij["match_probability"])
        zekerheid = Zekerheid.WAARSCHIJNLIJK if kans >= model.waarschijnlijk else Zekerheid.MOGELIJK
        links, rechts = str(rij["unique_id_l"]), str(rij["unique_id_r"])
        yield maak_paar(links, rechts, STAP, zekerheid, float(rij["match_weight"]), redenen_van(rij, model))


def redenen_van(rij: Mapping[str, Any], model: Koppelmodel) -> tuple[str, ...]:
    """Return why a pair has its chance: what was compared, what came out, and its weight in bits."""
    redenen = [f"kans {100 * float(rij['match_probability']):.1f}%".replace(".", ",")]
    for deel, niveau in uitkomsten(rij, model):
        gewicht = f"{float(rij[f'mw_{deel.naam}']):+.1f}".replace(".", ",")
        redenen.append(f"{deel.woord}: {niveau.woorden} ({gewicht})")
    return tuple(redenen)


def uitkomsten(rij: Mapping[str, Any], model: Koppelmodel) -> Iterator[tuple[Vergelijking, Niveau]]:
    """Return what came out of each comparison that could be made."""
    for deel in model.vergelijkingen:
        uitkomst = int(rij[f"gamma_{deel.naam}"])
        if uitkomst >= 0:
            niveaus = [niveau for niveau in deel.niveaus if not niveau.leeg]
            yield deel, niveaus[len(niveaus) - 1 - uitkomst]


def vergelijk(rijen: Sequence[Mapping[str, Any]], model: Koppelmodel, vooraf: float) -> Iterator[dict[str, Any]]:
    """Score the pairs of a table with splink.

    Args:
        rijen: the records; the columns that the model names, and ``unique_id``.
        model: the model.
        vooraf: chance that two random records are one person.

    Yields:
        A pair above ``model.mogelijk``: ids, chance, weight, and outcome and weight per comparison.

    Raises:
        ToegangFout: the extra is not installed.
    """
    if not splink_aanwezig():
        raise ToegangFout(
            "Zoeken op kans kan hier niet: splink en duckdb zijn niet geïnstalleerd.",
            vervolg='Installeer de extra: pip install "toegang[fusie]". Zonder haar: koppel --zonder-kans.',
        )
    import duckdb
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    verbinding = duckdb.connect(":memory:")
    try:
        _laad(verbinding, rijen)
        api = DuckDBAPI(connection=verbinding)
        linker = Linker(api.register("personen"), _instellingen(model, vooraf), log_level=None, validate_settings=False)
        _leer(linker, model)
        uitkomst = linker.inference.predict(threshold_match_probability=model.mogelijk, warning_mode="never")
        cursor = verbinding.execute(f"SELECT * FROM {uitkomst.physical_name} ORDER BY unique_id_l, unique_id_r")  # noqa: S608
        namen = [kolom[0] for kolom in cursor.description]
        while partij := cursor.fetchmany(_PARTIJ):
            for rij in partij:
                yield dict(zip(namen, rij, strict=True))
    finally:
        verbinding.close()


def _laad(verbinding: Any, rijen: Sequence[Mapping[str, Any]]) -> None:
    kolommen = list(rijen[0])
    verbinding.execute(f"CREATE TABLE personen ({', '.join(f'{naam} VARCHAR' for naam in kolommen)})")
    plekken = ", ".join("?" for _ in kolommen)
    for begin in range(0, len(rijen), _PARTIJ):
        deel = [[rij[naam] for naam in kolommen] for rij in rijen[begin : begin + _PARTIJ]]
        verbinding.executemany(f"INSERT INTO personen VALUES ({plekken})", deel)  # noqa: S608


def _instellingen(model: Koppelmodel, vooraf: float) -> Any:
    return {
        "link_type": "dedupe_only",
        "probability_two_random_records_match": vooraf,
        "blocking_rules_to_generate_predictions": [{"blocking_rule": blok} for blok in model.blokken],
        "comparisons": [
            {
                "output_column_name": deel.naam,
                "comparison_levels": [_niveau(niveau) for niveau in deel.niveaus],
            }
            for deel in model.vergelijkingen
        ],
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
    }


def _niveau(niveau: Any) -> dict[str, Any]:
    deel: dict[str, Any] = {"sql_condition": niveau.sql, "label_for_charts": niveau.woorden}
    if niveau.leeg:
        return {**deel, "is_null_level": True}
    return {**deel, "m_probability": niveau.m, "u_probability": niveau.u}


def _leer(linker: Any, model: Koppelmodel) -> None:
    """Learn from the data what agrees how often; only when the model says so."""
    if not model.leer:
        return
    linker.training.estimate_u_using_random_sampling(max_pairs=2_000_000, seed=1)
    for blok in model.leer:
        linker.training.estimate_parameters_using_expectation_maximisation(blok, fix_u_probabilities=True)


def verwacht_aantal(met_bsn: int, paren_met_bsn: int, zonder_bsn: int, model: Koppelmodel) -> float:
    """Return how many pairs of one person there will be among the records of which one has no usable BSN.

    Args:
        met_bsn: number of records with a valid BSN.
        paren_met_bsn: number of pairs that the BSN found among them.
        zonder_bsn: number of records without.
        model: says what is expected when the numbers do not tell.
    """
    deel = 2 * paren_met_bsn / met_bsn if met_bsn > 50 and paren_met_bsn else model.deel_dubbel
    return max(1.0, paren_met_bsn + zonder_bsn * deel) if math.isfinite(deel) else 1.0
