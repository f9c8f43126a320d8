"""Measuring how readable letters are, and which rules look at them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toegang.domain.brief import Brief
from toegang.domain.leesbaarheid import Leesrapport, meet
from toegang.domain.leesgegevens import Grenzen
from toegang.domain.spoor import Oordeel
from toegang.errors import Afsluitcode, Invoerfout, ToegangFout
from toegang.guards.contexten_document import Eigentekst
from toegang.guards.leesbaarheid import grenzen_van, toets_tekst
from toegang.letters.batch.keuze import VERSCHULDIGD
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.toetsing import eigen_teksten, sjabloonzinnen, toets_brief
from toegang.letters.verzamelen import Verzamelaar
from toegang.letters.woordenschat import lees
from toegang_cli.invoer import bestandsnaam, lees_gegevens, lees_tekst
from toegang_cli.uitvoer import toon_json
from toegang_cli.uitvoering.leesweergave import Leesbeeld, Nietgelukt, als_json_velden, toon_een, toon_lijst
from toegang_cli.werkplek import Werkplek, werkplek

_BRIEF = re.compile(r"B-[0-9a-f]{16}")
_BEGIN = re.compile(r"(BA?)-", re.IGNORECASE)
_BATCH = re.compile(r"BA-[0-9a-f]{16}")


def controleer(naam: str, wat: str | None, *, batch: str | None, als: str | None, als_json: bool) -> Afsluitcode:
    """Measure a letter, a file, a batch, or all letters that are due.

    Args:
        naam: key of the gemeente.
        wat: id of a letter, or path of a file; ``None`` = every letter that is due.
        batch: id of a batch.
        als: medewerker that a trial user plays.
        als_json: the outcome as JSON.

    Returns:
        CONTROLE when a rule refuses a letter or would refuse the text.

    Raises:
        Invoerfout: there is no such letter, batch or file, or it holds no text.
    """
    if wat is not None and batch is not None:
        raise Invoerfout("Kies een brief, een bestand of --batch; niet meer dan een.")
    with werkplek(naam, als) as plek:
        maat = grenzen_van(plek.omgeving.beeld())
        fouten: list[Nietgelukt] = []
        if wat is not None and not _is_brief(wat):
            beelden = [_uit_bestand(plek, Path(wat))]
        else:
            beelden, fouten = _brieven(plek, wat, batch, maat)
    een = wat is not None
    if als_json:
        toon_json(als_json_velden(naam, beelden, fouten, maat, met_zinnen=een))
    elif een:
        toon_een(beelden[0], maat)
    else:
        toon_lijst(beelden, fouten, maat)
    geweigerd = any(item.oordeel is Oordeel.GEWEIGERD for beeld in beelden for item in beeld.regels)
    return Afsluitcode.CONTROLE if geweigerd else Afsluitcode.OK


def _is_brief(wat: str) -> bool:
    """Tell a letter from a file; what only looks like the id of a letter is said to be none.

    Raises:
        Invoerfout: it begins as an id does, is none, and there is no such file either.
    """
    if _BRIEF.fullmatch(wat):
        return True
    begin = _BEGIN.match(wat)
    if begin is None or Path(wat).exists():
        return False
    if begin[1].upper() == "BA":
        raise Invoerfout("Dit is een batch, geen brief.", vervolg="Geef haar met --batch.")
    raise Invoerfout(
        f"{bestandsnaam(Path(wat))} is geen kenmerk van een brief, en ook geen bestand.",
        vervolg="Een kenmerk ziet eruit als B-0123456789abcdef. Laat het weg om de brieven te zien die klaarstaan.",
    )


def _uit_bestand(plek: Werkplek, pad: Path) -> Leesbeeld:
    """Read a text, or the reasons in a decision that is about to be handed in."""
    naam = bestandsnaam(pad)
    delen = (
        _motivering(lees_gegevens(pad), naam)
        if pad.suffix in (".json", ".toml")
        else (Eigentekst("tekst", lees_tekst(pad)),)
    )
    if not meet(deel.tekst for deel in delen).zinnen:
        raise Invoerfout(f"{naam}: er staat geen tekst in om te controleren.", vervolg="Geef een bestand met zinnen.")
    regels = toets_tekst(delen, plek.omgeving.beeld(), plek.omgeving.bevestigd)
    return Leesbeeld(bestandsnaam(Path(pad.name)), None, delen, Leesrapport(()), regels)


def _motivering(gegevens: Any, naam: str) -> tuple[Eigentekst, ...]:
    motivering = gegevens.get("motivering") if isinstance(gegevens, Mapping) else None
    try:
        stappen = [(str(kop), str(tekst)) for kop, tekst in motivering.get("stappen", ())]  # type: ignore[union-attr]
        conclusie = str(motivering["conclusie"])  # type: ignore[index]
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Invoerfout(
            f"{naam}: er staat geen motivering in met een conclusie.",
            vervolg="Geef het bestand van 'toegang zaak besluit', of een bestand met gewone tekst (.txt).",
        ) from None
    delen = [Eigentekst(f"motivering, stap {nummer}", tekst) for nummer, (_, tekst) in enumerate(stappen, start=1)]
    return (*delen, Eigentekst("motivering, conclusie", conclusie))


def _brieven(
    plek: Werkplek, brief_id: str | None, batch: str | None, maat: Grenzen
) -> tuple[list[Leesbeeld], list[Nietgelukt]]:
    """Measure stored letters; those that cannot be composed come back with the reason."""
    omgeving = plek.omgeving
    gekozen: tuple[Brief, ...]
    beelden: list[Leesbeeld] = []
    fouten: list[Nietgelukt] = []
    sjablonen = Sjabloonset([Path(map_) for _, mappen in omgeving.bord.template_dirs() for map_ in mappen])
    with omgeving.werk(plek.actor) as werk:
        verzamelaar = Verzamelaar(werk, omgeving, sjablonen.matrix)
        if brief_id is not None:
            gekozen = (werk.brieven.haal(brief_id),)
            # One letter is shown with its words: that is reading a file, and every read is logged.
            werk.log(
                "brief.gelezen", zaak=gekozen[0].zaak_id, dossier=gekozen[0].dossier_id, detail={"brief": brief_id}
            )
        elif batch is not None:
            regels = werk.batchregels.zoek(batch_id=_batch(batch))
            gekozen = werk.brieven.zoek(id=[regel.brief_id for regel in regels])
        else:
            gekozen = werk.brieven.zoek(status=VERSCHULDIGD)
        for brief in gekozen:
            try:
                beelden.append(_meet_brief(plek, verzamelaar, sjablonen, brief, maat))
            except ToegangFout as fout:
                if brief_id is not None:
                    raise
                fouten.append((brief, str(fout)))
        werk.commit()
    if batch is not None and not gekozen:
        raise Invoerfout(
            "Deze batch bestaat niet, of heeft geen brieven.", vervolg="Laat --batch weg voor wat klaarstaat."
        )
    return beelden, fouten


def _batch(tekst: str) -> str:
    if not _BATCH.fullmatch(tekst):
        raise Invoerfout("Dit is geen batch.", vervolg="Een batch ziet eruit als BA-0123456789abcdef.")
    return tekst


def _meet_brief(
    plek: Werkplek, verzamelaar: Verzamelaar, sjablonen: Sjabloonset, brief: Brief, maat: Grenzen
) -> Leesbeeld:
    if brief.momentopname:
        # What was made is judged as it was made, with the rules of that day.
        gegevens = Briefgegevens.model_validate(brief.momentopname)
        inhoud = lees(sjablonen.html(gegevens.sjabloon, gegevens), gegevens.sjabloon)
        eigen, regels = eigen_teksten(gegevens), brief.regels
    else:
        getoetst = toets_brief(plek.omgeving, verzamelaar.bron(brief, plek.omgeving.vandaag()), sjablonen)
        gegevens, inhoud, eigen, regels = getoetst.gegevens, getoetst.inhoud, getoetst.eigen, getoetst.regels
    rest = meet(sjabloonzinnen(gegevens, inhoud), maat, alleen_zinnen=True)
    return Leesbeeld(brief.id, brief, eigen, rest, regels)
