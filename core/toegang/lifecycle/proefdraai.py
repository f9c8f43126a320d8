"""What if another plugin had answered? Past questions are asked again, checked, and compared; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from toegang.domain.medewerker import Kandidaat
from toegang.domain.organisatie import Organisatie
from toegang.domain.reden import Reden
from toegang.domain.spoor import Hookvraag, Oordeel, Regeltoets, Spoor
from toegang.errors import Invoerfout, PluginFout, ToegangFout
from toegang.guards.register import Moment, toets
from toegang.lifecycle.hookbewaring import vraag_van
from toegang.lifecycle.proefcontext import Proefbeeld, keur, maak_context
from toegang.plugins.bord import Antwoord
from toegang.plugins.hookvragen import herbouw
from toegang.plugins.proefproces import Proefproces
from toegang.plugins.verpakking import ANTWOORDTYPE, Herkomst
from toegang.storage import Werkeenheid

_MOMENT = {
    "route_intake": Moment.INTAKE,
    "compose_team": Moment.TEAM,
    "assign_regie": Moment.REGIE,
    "draft_beschikking": Moment.BESCHIKKING,
    "decide_archivering": Moment.ARCHIEF,
}
_GEEN_UITKOMST = frozenset({"reden", "gepasseerd"})
"""Parts of an answer that explain it and have no effect."""


class Uitslag(StrEnum):
    """What asking again gave."""

    GELIJK = "GELIJK"
    ANDERE_REDEN = "ANDERE_REDEN"
    ANDERS = "ANDERS"
    GEWEIGERD = "GEWEIGERD"
    ONBRUIKBAAR = "ONBRUIKBAAR"
    MISLUKT = "MISLUKT"
    NIET_NA_TE_SPELEN = "NIET_NA_TE_SPELEN"


VERSCHIL = frozenset({Uitslag.ANDERS, Uitslag.GEWEIGERD, Uitslag.ONBRUIKBAAR, Uitslag.MISLUKT})
"""Outcomes of which a reader must know before the candidate is taken into use."""


@dataclass(frozen=True)
class Verschil:
    """One part of the answer that comes out otherwise; ids and fixed words only."""

    veld: str
    toen: str
    nu: str


@dataclass(frozen=True)
class Proefuitkomst:
    """One past question, asked again.

    Args:
        spoor: the trace of the answer that was given then.
        op: day on which was judged, then and now.
        uitslag: how the two compare.
        verschillen: parts that differ.
        reden: the reason of the candidate; ``None`` without an answer.
        door: who answered now.
        geweigerd: rules that would refuse its answer.
        waarschuwingen: rules that would warn now and did not then.
        toelichting: why there is no comparison, in Dutch, no content.
    """

    spoor: Spoor
    op: date | None
    uitslag: Uitslag
    verschillen: tuple[Verschil, ...] = ()
    reden: Reden | None = None
    door: Herkomst | None = None
    geweigerd: tuple[Regeltoets, ...] = ()
    waarschuwingen: tuple[Regeltoets, ...] = ()
    toelichting: str = ""


@dataclass(frozen=True)
class Proefvraag:
    """A past question with what is needed to judge the answer.

    Args:
        spoor: the trace of the answer.
        vraag: what was asked; ``None`` when that was not kept.
        kandidaten: the professionals as they were, for rules on regie.
    """

    spoor: Spoor
    vraag: Hookvraag | None
    kandidaten: tuple[Kandidaat, ...] = ()


def verzamel(
    werk: Werkeenheid, zaken: Iterable[str] = (), haken: Iterable[str] = (), sinds: date | None = None
) -> tuple[Proefvraag, ...]:
    """Return the past questions, in the order in which they were asked.

    Args:
        werk: a unit of work; read only.
        zaken: zaaknummers; none = all.
        haken: hooks; none = all five.
        sinds: first day of judging; ``None`` = from the beginning.

    Raises:
        NietGevonden: a zaak does not exist.
    """
    gekozen, alleen = tuple(zaken), frozenset(haken)
    for zaak in gekozen:
        werk.zaken.haal(zaak)
    sporen = werk.sporen.zoek(zaak_id=gekozen) if gekozen else werk.sporen.zoek()
    vragen: list[Proefvraag] = []
    mensen: dict[str | None, tuple[Kandidaat, ...]] = {}
    for spoor in sporen:
        if spoor.hook not in _MOMENT:
            continue
        vraag = vraag_van(werk, spoor.id)
        if vraag is not None and spoor.hook == "compose_team":
            mensen[spoor.zaak_id] = _kandidaten(vraag)
        if (not alleen or spoor.hook in alleen) and (sinds is None or vraag is None or vraag.op >= sinds):
            vragen.append(Proefvraag(spoor, vraag, mensen.get(spoor.zaak_id, ())))
    return tuple(vragen)


def draai_proef(
    vragen: Iterable[Proefvraag],
    proces: Proefproces,
    antwoorden_op: Callable[[date], Mapping[str, str]],
    beeld: Proefbeeld,
    bevestigd: frozenset[str],
) -> Iterator[Proefuitkomst]:
    """Ask every question again and say how the answers compare; one that fails does not keep the others back.

    Args:
        vragen: as :func:`verzamel` gives them.
        proces: the candidate.
        antwoorden_op: the answers to the open keys on a day.
        beeld: what the rules must know besides the question.
        bevestigd: rules of law that a jurist of this gemeente confirmed.

    Raises:
        PluginFout: the candidate cannot be loaded, or its data are not valid: then no question can be asked.
    """
    organisaties: dict[tuple[tuple[str, str], ...], Organisatie] = {}
    for proef in vragen:
        if proef.vraag is None:
            waarom = "van deze beslissing is niet bewaard wat er is gevraagd"
            yield Proefuitkomst(proef.spoor, None, Uitslag.NIET_NA_TE_SPELEN, toelichting=waarom)
            continue
        antwoorden = antwoorden_op(proef.vraag.op)
        sleutel = tuple(sorted(antwoorden.items()))
        if sleutel not in organisaties:
            organisaties[sleutel] = proces.organisatie(antwoorden)
        toen = beeld.op(proef.vraag.op, organisaties[sleutel], antwoorden)
        yield _beproef(proef, proef.vraag, proces, toen, bevestigd)


def _beproef(
    proef: Proefvraag, vraag: Hookvraag, proces: Proefproces, beeld: Proefbeeld, bevestigd: frozenset[str]
) -> Proefuitkomst:
    def uitkomst(uitslag: Uitslag, **velden: Any) -> Proefuitkomst:
        return Proefuitkomst(proef.spoor, vraag.op, uitslag, **velden)

    try:
        gevraagd = herbouw(vraag.hook, vraag.vraag)
    except Invoerfout as fout:
        return uitkomst(Uitslag.NIET_NA_TE_SPELEN, toelichting=fout.boodschap)
    try:
        ruw, door = proces.vraag(vraag.hook, vraag.vraag, vraag.op, beeld.gemeente.instellingen)
    except PluginFout as fout:
        return uitkomst(Uitslag.MISLUKT, toelichting=fout.boodschap)
    waarde = ANTWOORDTYPE[vraag.hook].model_validate(ruw)  # type: ignore[attr-defined]  # all five are a Waarde
    verschillen = tuple(_verschillen(proef.spoor.antwoord, ruw))
    velden = {"verschillen": verschillen, "reden": waarde.reden, "door": door}
    try:
        keur(vraag.hook, gevraagd, Antwoord(waarde, door), proef.kandidaten, beeld)
        context = maak_context(vraag.hook, gevraagd, waarde, proef.kandidaten, beeld)
    except ToegangFout as fout:
        return uitkomst(Uitslag.ONBRUIKBAAR, toelichting=fout.boodschap, **velden)
    regels = toets(_MOMENT[vraag.hook], context, beeld.gemeente, bevestigd)
    geweigerd = tuple(item for item in regels if item.oordeel is Oordeel.GEWEIGERD)
    toen = {item.regel for item in proef.spoor.regels if item.oordeel is not Oordeel.VOLDOET}
    nieuw = tuple(item for item in regels if item.oordeel is Oordeel.WAARSCHUWING and item.regel not in toen)
    if geweigerd:
        uitslag = Uitslag.GEWEIGERD
    elif verschillen:
        uitslag = Uitslag.ANDERS
    else:
        uitslag = Uitslag.GELIJK if waarde.reden == proef.spoor.reden else Uitslag.ANDERE_REDEN
    return uitkomst(uitslag, geweigerd=geweigerd, waarschuwingen=nieuw, **velden)


def _verschillen(toen: Mapping[str, Any], nu: Mapping[str, Any], pad: str = "") -> Iterator[Verschil]:
    """Give the parts of two answers that differ, by path; reasons are shown apart."""
    for veld in dict.fromkeys((*toen, *nu)):
        if veld in _GEEN_UITKOMST:
            continue
        oud, nieuw = _zonder_uitleg(toen.get(veld)), _zonder_uitleg(nu.get(veld))
        if isinstance(oud, dict) and isinstance(nieuw, dict):
            yield from _verschillen(oud, nieuw, f"{pad}{veld}.")
        elif oud != nieuw:
            yield Verschil(f"{pad}{veld}", _tekst(oud), _tekst(nieuw))


def _zonder_uitleg(deel: Any) -> Any:
    if isinstance(deel, dict):
        return {naam: _zonder_uitleg(waarde) for naam, waarde in deel.items() if naam not in _GEEN_UITKOMST}
    return [_zonder_uitleg(item) for item in deel] if isinstance(deel, list) else deel


def _tekst(deel: Any) -> str:
    if isinstance(deel, list):
        return ", ".join(_tekst(item) for item in deel) or "-"
    if isinstance(deel, dict):
        return " ".join(_tekst(item) for item in deel.values() if item not in (None, "", [], False))
    if isinstance(deel, bool):
        return "ja" if deel else "nee"
    return "-" if deel in (None, "") else str(deel)


def _kandidaten(vraag: Hookvraag) -> tuple[Kandidaat, ...]:
    try:
        kandidaten: tuple[Kandidaat, ...] = herbouw(vraag.hook, vraag.vraag)["kandidaten"]
    except Invoerfout:
        return ()
    return kandidaten
