"""Law on the document of a letter on the way to a decision: what it exists for must stand in it.

A gemeente may override blocks; a request to complete that leaves out what happens otherwise sets nothing going that
the law lets go. Same form as :mod:`toegang.letters.documenttoets`: ``(gegevens, inhoud) -> str | None``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from toegang.domain.datums import bedrag, datum_voluit
from toegang.domain.informatietekst import bezwaren_tegen_informatie
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.onderdelen import Briefsoort
from toegang.letters.tekst import alineas
from toegang.letters.woordenschat import Inhoud

Toets = Callable[[Briefgegevens, Inhoud], str | None]


def aanvulling(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-4 (Awb 4:5 lid 1): what is missing, until when, and what happens otherwise."""
    deel = gegevens.proces.aanvulling if gegevens.proces else None
    if deel is None:
        return None
    gemist = [f"het ontbrekende stuk {nummer}" for nummer, tekst in _genummerd(deel.ontbreekt, inhoud) if not tekst]
    gemist += _dagen(inhoud, **{"de laatste dag": deel.uiterlijk})
    gemist += [] if _staat_in("niet te behandelen", inhoud) else ["wat er gebeurt als het niet komt"]
    return _zegt_niet(gemist)


def herstel(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-25 (Awb 6:6): what an objection misses, until when it can be repaired, and what happens otherwise."""
    deel = gegevens.proces.herstel if gegevens.proces else None
    if deel is None:
        return None
    gemist = [f"het ontbrekende deel {nummer}" for nummer, staat in _genummerd(deel.ontbreekt, inhoud) if not staat]
    gemist += _dagen(inhoud, **{"de laatste dag": deel.uiterlijk})
    gemist += [] if _staat_in("niet-ontvankelijk", inhoud) else ["wat er gebeurt als het niet komt"]
    return _zegt_niet(gemist)


def doorzending(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-29 (Awb 6:15): to whom an objection was forwarded, when, and on which day it had come in."""
    deel = gegevens.proces.doorzending if gegevens.proces else None
    if deel is None:
        return None
    gemist = [] if _staat_in(deel.aan, inhoud) else ["aan wie het bezwaar is doorgestuurd"]
    gemist += _dagen(inhoud, **{"wanneer het binnenkwam": deel.ontvangen_op, "wanneer het is doorgestuurd": deel.op})
    return _zegt_niet(gemist)


def zienswijze(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-6 (Awb 4:7, 4:8): what is meant, on what it rests, and until when the resident can answer."""
    deel = gegevens.proces.voornemen if gegevens.proces else None
    if deel is None:
        return None
    gemist = [] if _staat_in(deel.wat, inhoud) else ["wat de gemeente wil besluiten"]
    gemist += [] if all(_alles_in(reden, inhoud) for reden in deel.redenen) else ["alle redenen"]
    gemist += _dagen(inhoud, **{"tot wanneer de inwoner kan antwoorden": deel.tot})
    return _zegt_niet(gemist)


def uitstel(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-8 (Awb 4:14): the new day is named, and why."""
    deel = gegevens.proces.uitstel if gegevens.proces else None
    if deel is None:
        return None
    gemist = _dagen(inhoud, **{"de nieuwe dag": deel.nieuw, "de oude dag": deel.eerst})
    gemist += [] if _alles_in(deel.reden, inhoud) else ["waarom het langer duurt"]
    return _zegt_niet(gemist)


def stilstand(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-9 (Awb 4:15 lid 3 en 4): from when the term stands still, and when it runs again the day of the decision."""
    deel = gegevens.proces.stilstand if gegevens.proces else None
    if deel is None:
        return None
    dagen = {"vanaf wanneer de termijn stilstaat": deel.van}
    if deel.tot is not None and deel.beslissing_tot is not None and deel.beslissing_tot >= gegevens.dagtekening:
        dagen["wanneer er uiterlijk wordt beslist"] = deel.beslissing_tot
    return _zegt_niet(_dagen(inhoud, **dagen))


def dwangsom(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-31 (Awb 4:17, 4:18): the amount and how it was computed, or that there is none."""
    deel = gegevens.proces.dwangsom if gegevens.proces else None
    if deel is None:
        return None
    if deel.uitzondering is not None:
        return None if _staat_in("geen dwangsom", inhoud) else "de brief zegt niet dat er geen dwangsom is"
    gemist = [] if _staat_in(bedrag(deel.totaal_centen), inhoud) else ["het bedrag"]
    delen = [tekst for regel in deel.regels for tekst in (bedrag(regel.per_dag_centen), bedrag(regel.centen))]
    gemist += [] if all(_staat_in(tekst, inhoud) for tekst in delen) else ["hoe het bedrag is berekend"]
    gemist += [] if sum(regel.centen for regel in deel.regels) == deel.totaal_centen else ["een som die klopt"]
    return _zegt_niet(gemist)


def eigen_plan(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-51 (Wmo 2.3.2 lid 2): who is invited knows of the own plan, and until when it can be handed in."""
    deel = gegevens.proces.uitnodiging if gegevens.proces else None
    if deel is None or deel.eigen_plan_tot is None:
        return None
    gemist = [] if _staat_in("persoonlijk plan", inhoud) else ["dat de inwoner een persoonlijk plan kan maken"]
    if deel.eigen_plan_tot >= gegevens.dagtekening:
        gemist += _dagen(inhoud, **{"tot wanneer het plan kan worden ingeleverd": deel.eigen_plan_tot})
    return _zegt_niet(gemist)


def clientondersteuning(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-52 (Wmo 2.3.2 lid 3): client and mantelzorger are pointed to free support before the research."""
    uitnodiging = gegevens.proces.uitnodiging if gegevens.proces else None
    if uitnodiging is None or not uitnodiging.heeft_onderzoek:
        return None
    gemist = [] if _staat_in("cliëntondersteuner", inhoud) else ["dat er gratis cliëntondersteuning is"]
    gemist += [] if _staat_in("mantelzorger", inhoud) else ["dat ook de mantelzorger die kan krijgen"]
    return _zegt_niet(gemist)


def verslag(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-55 (Wmo 2.3.2 lid 8): the whole outcome of the research stands in the report."""
    deel = gegevens.proces.verslag if gegevens.proces else None
    if deel is None:
        return None
    teksten = [deel.inbreng, deel.vraag, deel.resultaat, *(stuk.tekst for stuk in deel.delen), *deel.oplossingen]
    gemist = [] if all(_alles_in(tekst, inhoud) for tekst in teksten) else ["alles wat in het verslag staat"]
    return _zegt_niet(gemist)


def beroep(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-30 (Awb 7:12, 8:1): the outcome of the bezwaar, and that one can go to the judge after it."""
    deel = gegevens.proces.uitspraak if gegevens.proces else None
    if deel is None:
        return None
    gemist = [] if _staat_in(deel.kern, inhoud) else ["wat er op het bezwaar is beslist"]
    orgaan = gegevens.bezwaar.orgaan if gegevens.bezwaar else ""
    gemist += [] if "rechtbank" in orgaan and _staat_in(orgaan, inhoud) else ["bij welke rechtbank beroep kan"]
    return _zegt_niet(gemist)


PROCESTOETSEN: Mapping[str, tuple[str, Toets]] = {
    "L-4": ("Awb 4:5 lid 1", aanvulling),
    "L-6": ("Awb 4:7 en 4:8", zienswijze),
    "L-8": ("Awb 4:14", uitstel),
    "L-9": ("Awb 4:15 lid 3 en 4", stilstand),
    "L-25": ("Awb 6:6", herstel),
    "L-29": ("Awb 6:15", doorzending),
    "L-30": ("Awb 7:12 en 8:1", beroep),
    "L-31": ("Awb 4:17 en 4:18", dwangsom),
    "L-51": ("Wmo 2015 art. 2.3.2 lid 2", eigen_plan),
    "L-52": ("Wmo 2015 art. 2.3.2 lid 3", clientondersteuning),
    "L-55": ("Wmo 2015 art. 2.3.2 lid 8", verslag),
}
"""Rule id to article and check."""


def geen_besluit(gegevens: Briefgegevens, inhoud: Inhoud) -> tuple[str, ...]:
    """Return why a letter that decides nothing looks like one that does; empty when it does not.

    No letter of kind BERICHT has a dictum or a remedies clause in it, whatever a gemeente overrides; what somebody
    wrote in an informatiebrief changes no right.

    Args:
        gegevens: what was to be printed.
        inhoud: what stands in the document.
    """
    if gegevens.soort is not Briefsoort.BERICHT:
        return ()
    blokken = [f"er staat een blok '{naam}' in" for naam in ("besluit", "bezwaar") if inhoud.blok(naam).strip()]
    informatie = gegevens.proces.informatie if gegevens.proces else None
    tekst = bezwaren_tegen_informatie((informatie.onderwerp, *informatie.alineas)) if informatie else ()
    return (*blokken, *tekst)


def _genummerd(teksten: Iterable[str], inhoud: Inhoud) -> list[tuple[int, bool]]:
    return [(nummer, _alles_in(tekst, inhoud)) for nummer, tekst in enumerate(teksten, 1)]


def _dagen(inhoud: Inhoud, **dagen: date) -> list[str]:
    return [naam for naam, dag in dagen.items() if not _staat_in(datum_voluit(dag), inhoud)]


def _zegt_niet(gemist: list[str]) -> str | None:
    return f"de brief zegt niet {' en '.join(gemist)}" if gemist else None


def _alles_in(tekst: str, inhoud: Inhoud) -> bool:
    return all(_staat_in(deel, inhoud) for deel in alineas(tekst))


def _staat_in(zoek: str, inhoud: Inhoud) -> bool:
    return _vlak(zoek) in _vlak(inhoud.tekst)


def _vlak(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()
