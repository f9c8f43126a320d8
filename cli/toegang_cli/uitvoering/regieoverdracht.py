"""Regie that changes hands: offer, accept, refuse, take back, and what waits."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from toegang.domain.overdracht import Overdracht, Overdrachtdeel, Overdrachtreden, Overdrachtstatus
from toegang.errors import Invoerfout
from toegang.lifecycle.regieoverdracht import Aanbod, aanvaard_regie, bied_regie_aan, trek_aanbod_in, weiger_regie
from toegang_cli.uitvoer import toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.bestaat import zonder_echo
from toegang_cli.uitvoering.overleg import lees_woorden
from toegang_cli.uitvoering.stappen import regievelden
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer


def lees_aanbod(naar: str | None, deel: str, reden: str, toelichting: Path | None, *, naar_inwoner: bool) -> Aanbod:
    """Return what is offered, read from the options.

    Raises:
        Invoerfout: neither or both of ``--naar`` and ``--naar-inwoner``; or the words cannot be read.
    """
    if (naar is None) is not naar_inwoner:
        raise Invoerfout("Kies één van beide: --naar MEDEWERKER of --naar-inwoner.", vervolg="Er is niets aangeboden.")
    return Aanbod(
        naar=naar,
        deel=Overdrachtdeel(deel.upper()),
        reden=Overdrachtreden(reden.replace("-", "_").upper()),
        toelichting=lees_woorden(toelichting) if toelichting is not None else "",
    )


def draag_over(naam: str, zaak_id: str, aanbod: Aanbod, *, als: str | None, proef: bool) -> None:
    """Offer it."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        overdracht = bied_regie_aan(plek.omgeving, plek.actor, nummer, aanbod)
    wie = "het huishouden" if overdracht.naar_inwoner else overdracht.naar
    toon(f"{overdracht.deel.capitalize()} is aangeboden aan {wie} ({overdracht.id}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)
        return
    door = overdracht.van if overdracht.naar_inwoner else overdracht.naar
    zeg(
        f"Tot het antwoord blijft {overdracht.van} verantwoordelijk.",
        f"Antwoorden, door {door}: toegang regie aanvaard {overdracht.id} -g {naam}",
    )


def aanvaard(naam: str, kenmerk: str, *, als: str | None, proef: bool) -> None:
    """Accept it."""
    with werkplek(naam, als, proef=proef) as plek, _moet_bestaan(naam):
        regie = aanvaard_regie(plek.omgeving, plek.actor, kenmerk)
    toon("Aanvaard. De regie is nu:")
    toon_velden(regievelden(regie))
    if proef:
        zeg(NIETS_OPGESLAGEN)


def weiger(naam: str, kenmerk: str, toelichting: Path | None, *, als: str | None, proef: bool) -> None:
    """Refuse it."""
    woorden = lees_woorden(toelichting) if toelichting is not None else ""
    with werkplek(naam, als, proef=proef) as plek, _moet_bestaan(naam):
        overdracht = weiger_regie(plek.omgeving, plek.actor, kenmerk, woorden)
    toon(f"Geweigerd. {overdracht.deel.capitalize()} blijft bij {overdracht.van}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def trek_in(naam: str, kenmerk: str, *, als: str | None, proef: bool) -> None:
    """Take it back."""
    with werkplek(naam, als, proef=proef) as plek, _moet_bestaan(naam):
        overdracht = trek_aanbod_in(plek.omgeving, plek.actor, kenmerk)
    toon(f"Het aanbod aan {overdracht.naar} is ingetrokken ({overdracht.id}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def overdrachten(naam: str, *, alles: bool, als_json: bool) -> None:
    """List what waits for an answer."""
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        gevonden = werk.overdrachten.zoek() if alles else werk.overdrachten.zoek(status=Overdrachtstatus.AANGEBODEN)
    if als_json:
        toon_json({"gemeente": naam, "overdrachten": [_velden(item) for item in gevonden]})
        return
    toon_tabel(
        ("Overdracht", "Zaak", "Deel", "Van", "Naar", "Sinds", "Stand"),
        [(i.id, i.zaak_id, i.deel, i.van, i.naar, i.aangeboden_op.isoformat(), i.status) for i in gevonden],
        leeg=f"In gemeente {naam} wacht geen overdracht van regie op antwoord.",
    )


def _moet_bestaan(naam: str) -> AbstractContextManager[None]:
    return zonder_echo("Deze overdracht", f"toegang regie overdrachten -g {naam}")


def _velden(item: Overdracht) -> dict[str, object]:
    """Return it without the words: those are in the file."""
    velden = item.model_dump(mode="json", exclude={"toelichting", "antwoord"})
    return {"overdracht": velden.pop("id"), **velden}
