"""Hand over a whole caseload, with a report: what went where and why, and what stayed and why."""

from __future__ import annotations

from toegang.errors import Afsluitcode, Invoerfout
from toegang.lifecycle.caseloadoverdracht import Overdrachtregel, draag_caseload_over
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.bestaat import medewerker_moet_bestaan
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek


def overdragen(
    naam: str, medewerker: str, naar: str | None, *, verdeel: bool, als: str | None, proef: bool, als_json: bool
) -> int:
    """Hand over everything that a medewerker has.

    Returns:
        The exit code: 3 when a part stayed, 4 when all did.

    Raises:
        Invoerfout: neither or both of ``--naar`` and ``--verdeel``.
    """
    if (naar is None) is not verdeel:
        raise Invoerfout("Kies één van beide: --naar MEDEWERKER of --verdeel.", vervolg="Er is niets overgedragen.")
    with werkplek(naam, als, proef=proef) as plek, medewerker_moet_bestaan(naam):
        regels = draag_caseload_over(plek.omgeving, plek.actor, medewerker, naar)
    over = [regel for regel in regels if regel.naar is not None]
    blijft = [regel for regel in regels if regel.naar is None]
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "van": medewerker,
                "proef": proef,
                "over": [_velden(regel) for regel in over],
                "blijft": [_velden(regel) for regel in blijft],
            }
        )
    else:
        _toon(over, blijft)
    if proef:
        zeg(NIETS_OPGESLAGEN)
    if not blijft:
        return int(Afsluitcode.OK)
    zeg("Wat bleef: wijs per zaak iemand aan met 'toegang team wijzig', of draag de rest aan een ander over.")
    return int(Afsluitcode.DEELS if over else Afsluitcode.NIET_TOEGESTAAN)


def _toon(over: list[Overdrachtregel], blijft: list[Overdrachtregel]) -> None:
    toon(f"Overgedragen: {aantal(len(over), 'onderdeel', 'onderdelen')}.")
    if over:
        rijen = [(regel.wat, regel.kenmerk, regel.naar, regel.waarom) for regel in over]
        toon_tabel(("Wat", "Kenmerk", "Naar", "Waarom"), rijen, leeg="")
    if blijft:
        toon("", f"Bleef waar het was: {aantal(len(blijft), 'onderdeel', 'onderdelen')}.")
        toon_tabel(
            ("Wat", "Kenmerk", "Waarom"), [(regel.wat, regel.kenmerk, regel.waarom) for regel in blijft], leeg=""
        )


def _velden(regel: Overdrachtregel) -> dict[str, str | None]:
    return {"wat": regel.wat, "kenmerk": regel.kenmerk, "naar": regel.naar, "waarom": regel.waarom}
