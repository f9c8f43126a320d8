"""Ask a plugin the whole standard set of cases, each twice, and keep what came of it for all checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toegang.domain.archief import Archiefkeuze
from toegang.domain.archieftermijn import toegestane_resultaten
from toegang.domain.begrippen import Uitkomst, Wet
from toegang.domain.team import Casusteam
from toegang.domain.zaak import Zaak
from toegang.errors import ToegangFout
from toegang.plugins.bord import Antwoord
from toegang.plugins.hookvragen import plat
from toegang.testing import gevallen
from toegang.testing.proefstuk import Proefstuk


@dataclass(frozen=True)
class Uitkomsten:
    """What came of one question.

    Args:
        hook: name of the hook.
        geval: the case, in Dutch.
        vraag: what was asked, without the view of the gemeente.
        antwoord: the first answer; ``None`` when there is none.
        fout: why not.
        anders: how a second asking differed, in Dutch; empty when it did not.
        gewijzigd: arguments that were no longer what they were.
    """

    hook: str
    geval: str
    vraag: Mapping[str, Any]
    antwoord: Antwoord[Any] | None = None
    fout: ToegangFout | None = None
    anders: str = ""
    gewijzigd: tuple[str, ...] = ()


def ondervraag(stuk: Proefstuk) -> tuple[Uitkomsten, ...]:
    """Ask everything.

    Args:
        stuk: the plugin; its board could be built.
    """
    assert stuk.organisatie is not None
    klaar: list[Uitkomsten] = []
    gezien: set[str] = set()

    def vraag(hook: str, geval: str, **velden: Any) -> Any:
        if hook in stuk.overslaan:
            return None
        # the large arguments are compared for the first case of each hook: they cost more than the question
        uitkomst = _vraag(stuk, hook, geval, velden, alles=hook not in gezien)
        gezien.add(hook)
        klaar.append(uitkomst)
        return uitkomst.antwoord.waarde if uitkomst.antwoord else None

    for geval, melding in gevallen.meldingen(stuk.beeld.organisatie, stuk.op):
        vraag("route_intake", geval, melding=melding, contacten=())
    gehad: set[Wet] = set()
    for geval, zaak, gezin in gevallen.zaken(stuk.beeld.organisatie, stuk.op):
        team = vraag("compose_team", geval, zaak=zaak, huishouden=gezin, kandidaten=stuk.kandidaten)
        if not isinstance(team, Casusteam):
            continue
        zittend = vraag("assign_regie", geval, zaak=zaak, huishouden=gezin, team=team)
        if zaak.wet in gehad and "meervoudig" not in geval:
            continue
        gehad.add(zaak.wet)
        if zittend is not None:
            opnieuw = gezin.gewijzigd(regie=zittend)
            vraag("assign_regie", f"{geval}, er is al regie", zaak=zaak, huishouden=opnieuw, team=team)
        _vraag_papier(stuk, vraag, geval, zaak, team)
    for geval, velden in _archief(stuk):
        vraag("decide_archivering", geval, **velden)
    return tuple(klaar)


def _vraag_papier(stuk: Proefstuk, vraag: Any, geval: str, zaak: Zaak, team: Casusteam) -> None:
    route = stuk.beeld.organisatie.route(zaak.wet, zaak.problematiek, stuk.op)
    if route is None:
        return
    for soort, besluit, plan in gevallen.besluiten(zaak, team, route, stuk.mensen, stuk.op):
        vraag("draft_beschikking", f"{geval}: {soort}", zaak=zaak, plan=plan, besluit=besluit)


def _archief(stuk: Proefstuk) -> Iterator[tuple[str, dict[str, Any]]]:
    for wet in Wet:
        for uitkomst in Uitkomst:
            toegestaan = tuple(
                Archiefkeuze(
                    nummer=item.volledig_nummer,
                    naam=item.omschrijving or item.naam,
                    bewaartermijn=item.bewaartermijn,
                    procestermijn=item.procestermijn,
                )
                for item in toegestane_resultaten(wet, uitkomst)
            )
            velden = {"id": gevallen.ZAAK, "dossier_id": gevallen.DOSSIER, "melding_id": gevallen.MELDING}
            dagen = {"ontvangen_op": stuk.op, "gesloten_op": stuk.op, "uitkomst": uitkomst}
            zaak = Zaak.model_validate({**velden, "client_id": gevallen.CLIENT, "wet": wet, **dagen})
            if toegestaan:
                yield f"{wet}, {uitkomst}", {"zaak": zaak, "besluiten": (), "toegestaan": toegestaan}


def _vraag(stuk: Proefstuk, hook: str, geval: str, velden: dict[str, Any], *, alles: bool) -> Uitkomsten:
    """Ask once, and once more; ``alles`` = also look whether the large arguments were left alone."""
    stuk.voor_hook(hook)
    assert stuk.bord is not None
    vooraf = _stand(stuk, velden, alles=alles)

    def stel(**anders: Any) -> Antwoord[Any]:
        gegeven: Antwoord[Any] = getattr(stuk.bord, hook)(**{**velden, **anders}, gemeente=stuk.beeld)
        return gegeven

    antwoord, fout, anders = None, None, ""
    try:
        antwoord = stel()
        nog_eens = stel()
        andersom = stel(kandidaten=stuk.kandidaten[::-1]) if "kandidaten" in velden else nog_eens
        if antwoord.waarde != nog_eens.waarde:
            anders = "tweemaal dezelfde vraag geeft twee antwoorden"
        elif antwoord.waarde != andersom.waarde:
            anders = "dezelfde kandidaten in een andere volgorde geven een ander antwoord"
    except ToegangFout as gevonden:
        antwoord, fout = None, gevonden
    achteraf = _stand(stuk, velden, alles=alles)
    gewijzigd = tuple(naam for naam, waarde in vooraf.items() if achteraf[naam] != waarde)
    return Uitkomsten(hook, geval, velden, antwoord, fout, anders, gewijzigd)


def _stand(stuk: Proefstuk, velden: dict[str, Any], *, alles: bool) -> dict[str, Any]:
    groot = {"gemeente": stuk.beeld} if alles else {}
    return plat({**{naam: deel for naam, deel in velden.items() if alles or naam != "kandidaten"}, **groot})
