"""Consent of residents: given, taken back, shown."""

from __future__ import annotations

import re

from toegang.domain.begrippen import Kanaal, Wet
from toegang.domain.toestemming import Toestemming, Toestemmingsoort
from toegang.errors import Invoerfout
from toegang.lifecycle.toestemming import Toestemmingsverzoek, geef_toestemming, trek_toestemming_in
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer

_SOORT = re.compile(r"[a-z]+(-[a-z]+)*")


def geef(
    naam: str,
    zaak_id: str,
    delen: str | None,
    digitaal: str | None,
    wie: str,
    door: str | None,
    kanaal: str | None,
    op: str | None,
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Record a consent."""
    if (delen is None) == (digitaal is None):
        raise Invoerfout(
            "Zeg waarvoor de toestemming is.", vervolg="Kies één van beide: --delen WET of --digitaal SOORT."
        )
    if digitaal is not None and not _SOORT.fullmatch(digitaal):
        raise Invoerfout(
            "De waarde van --digitaal is geen soort bericht.", vervolg="Schrijf een woord in kleine letters: besluit."
        )
    nummer = zaaknummer(zaak_id)
    soort = Toestemmingsoort.GEGEVENS_DELEN if delen else Toestemmingsoort.DIGITALE_BERICHTEN
    reikwijdte = Wet(delen.upper()).value if delen else str(digitaal)
    with werkplek(naam, als, proef=proef) as plek:
        verzoek = Toestemmingsverzoek(
            wie=wie,
            soort=soort,
            reikwijdte=reikwijdte,
            op=lees_dag("--op", op) if op else plek.omgeving.vandaag(),
            kanaal=Kanaal(kanaal.upper()) if kanaal else None,
            door=door,
        )
        gegeven = geef_toestemming(plek.omgeving, plek.actor, nummer, verzoek)
    toon(
        f"Vastgelegd: {_wat(gegeven)}, van {gegeven.inwoner_id}, sinds {als_tekst(gegeven.gegeven_op)} ({gegeven.id})."
    )
    if proef:
        zeg(NIETS_OPGESLAGEN)


def trek_in(naam: str, zaak_id: str, kenmerk: str, op: str | None, *, als: str | None, proef: bool) -> None:
    """Take a consent back."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        dag = lees_dag("--op", op) if op else plek.omgeving.vandaag()
        ingetrokken = trek_toestemming_in(plek.omgeving, plek.actor, nummer, kenmerk, dag)
    toon(f"Ingetrokken vanaf {als_tekst(ingetrokken.ingetrokken_op)}: {_wat(ingetrokken)} ({ingetrokken.id}).")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def toon_toestemmingen(naam: str, zaak_id: str, *, als: str | None, als_json: bool) -> None:
    """Show what a household consented to."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        gegeven = werk.toestemmingen.zoek(dossier_id=zaak.dossier_id)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    if als_json:
        velden = [item.model_dump(mode="json", exclude={"dossier_id"}) for item in gegeven]
        toon_json({"gemeente": naam, "zaak": nummer, "toestemmingen": velden})
        return
    toon_tabel(
        ("Kenmerk", "Wie", "Waarvoor", "Sinds", "Tot"),
        [(item.id, item.inwoner_id, _wat(item), item.gegeven_op, item.ingetrokken_op) for item in gegeven],
        leeg=f"Het huishouden van zaak {nummer} gaf nog geen toestemming.",
    )


def _wat(item: Toestemming) -> str:
    if item.soort is Toestemmingsoort.GEGEVENS_DELEN:
        return f"gegevens van {item.reikwijdte} delen"
    return f"digitale berichten: {item.reikwijdte}"
