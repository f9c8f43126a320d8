"""What one indication becomes: melding, zaak, besluit, delivery; and what an objection becomes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from toegang.domain.begrippen import (
    Besluitsoort,
    Kanaal,
    Leveringsvorm,
    Problematiek,
    Uitkomst,
    Voorzieningsoort,
    Werkgeversoort,
    Wet,
)
from toegang.domain.besluit import Behandelaar, Besluit, Motivering, Voorziening
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Bezwaar
from toegang.domain.datums import OnvolledigeDatum
from toegang.domain.fusie import Waardeherkomst
from toegang.domain.huishouden import Meldingsrecord
from toegang.domain.levensloop import Stap
from toegang.domain.levering import Levering, Leveringstatus, Stopreden, Uitvoering
from toegang.domain.melding import Hulpvraag, Melding
from toegang.domain.termijnen import bezwaartermijn
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Stapregistratie, Zaak
from toegang.errors import ToegangFout
from toegang.fusion.afbeelding.canoniek import Bezwaarrecord, Indicatierecord
from toegang.fusion.overname.kern import vast_id
from toegang.fusion.project import Project
from toegang.fusion.stand import Indicatiestand, uren_van

_SOORT = {
    Wet.WMO: Voorzieningsoort.MAATWERK,
    Wet.JEUGDWET: Voorzieningsoort.INDIVIDUEEL,
    Wet.PARTICIPATIEWET: Voorzieningsoort.UITKERING,
    Wet.WGS: Voorzieningsoort.SCHULDHULP,
    Wet.GPK: Voorzieningsoort.PARKEERKAART,
    Wet.LLV: Voorzieningsoort.VERVOER,
}
_UITKOMST = {
    "beeindigd": Uitkomst.BEEINDIGD,
    "ingetrokken": Uitkomst.AFGEBROKEN,
    "afgewezen": Uitkomst.GEWEIGERD,
}
ZAAKTEKEN = "Z0000-000000"
"""Stands for the zaaknummer until it is handed out at storing."""


def maak_hulp(
    project: Project, stand: Indicatiestand, dossier_id: str, client: str, op: date
) -> tuple[list[tuple[str, Waarde]], list[Waardeherkomst]]:
    """Return what an indication becomes, and the values that no column gave, each with the rule that did.

    Args:
        project: the project.
        stand: the indication.
        dossier_id: the dossier.
        client: inwoner id.
        op: first day of the new gemeente.
    """
    record = stand.record
    wet = project.definitie.wetten[project.producten[record.product or ""].wet]
    afgeleid = list(_afgeleid(stand, op))
    ontvangen = _dag(record.aanvraag_op) or _besluitdag(stand) or begindag(record) or op
    melding_id = vast_id("M", project.naam, record.record)
    melding = Melding(
        id=melding_id,
        kanaal=Kanaal.BRIEF,
        loket=f"gemeente-{record.gemeente}",
        ontvangen_op=ontvangen,
        hulpvragen=(Hulpvraag(nummer=1, wet=wet, voor=client, product=record.product),),
    )
    waarden: list[tuple[str, Waarde]] = [
        (
            "meldingen",
            Meldingsrecord(id=melding_id, dossier_id=dossier_id, kenmerk=f"fusie:{record.record}", melding=melding),
        ),
        ("zaken", _zaak(stand, wet, dossier_id, melding_id, client, ontvangen)),
    ]
    if record.status != "aanvraag":
        besluit = _besluit(project, stand, wet, dossier_id, ontvangen)
        waarden.append(("besluiten", besluit))
        if record.status in ("actief", "opgeschort", "beeindigd"):
            waarden.append(("leveringen", _levering(project, stand, besluit, dossier_id, client)))
    return waarden, afgeleid


def begindag(record: Indicatierecord) -> date | None:
    """Return the first day of a right; of an incomplete date the earliest day that it can be."""
    return record.start.vroegst


def einddag(record: Indicatierecord) -> date | None:
    """Return the last day of a right; of an incomplete date the latest day that it can be; ``None`` = open."""
    return record.einde.laatst if record.einde is not None else None


def _dag(datum: OnvolledigeDatum | None) -> date | None:
    return datum.vroegst if datum is not None else None


def _besluitdag(stand: Indicatiestand) -> date | None:
    return _dag(stand.record.besluit_op) or (_dag(stand.besluit.besluit_op) if stand.besluit else None)


def _afgeleid(stand: Indicatiestand, op: date) -> Iterator[Waardeherkomst]:
    def waarde(veld: str, doel: str, regel: str) -> Waardeherkomst:
        return Waardeherkomst(veld=veld, kolom="", bron="", doel=doel, conversieregel_id=regel)

    record = stand.record
    yield waarde("kanaal", Kanaal.BRIEF.value, "VAST-KANAAL")
    if record.aanvraag_op is None:
        yield waarde("ontvangen_op", (_besluitdag(stand) or begindag(record) or op).isoformat(), "VAST-ONTVANGST")
    if record.status == "aanvraag":
        return
    if _besluitdag(stand) is None:
        yield waarde("besluit.datum", (begindag(record) or op).isoformat(), "VAST-BESLUITDATUM")
    yield waarde("bekendgemaakt_op", (_besluitdag(stand) or begindag(record) or op).isoformat(), "VAST-BEKENDMAKING")
    if record.start.datum is None and record.start.jaar is not None:
        yield waarde("ingangsdatum", str(begindag(record)), "VAST-EERSTE-DAG")
    if record.einde is not None and record.einde.datum is None:
        yield waarde("einddatum", str(einddag(record)), "VAST-LAATSTE-DAG")


def _zaak(stand: Indicatiestand, wet: Wet, dossier_id: str, melding_id: str, client: str, ontvangen: date) -> Zaak:
    record = stand.record
    velden: dict[str, Any] = {}
    stappen = [Stapregistratie(stap=Stap.INTAKE, op=ontvangen), Stapregistratie(stap=Stap.AANVRAAG, op=ontvangen)]
    status = Stap.AANVRAAG
    if record.status != "aanvraag":
        besluit_op = _besluitdag(stand) or begindag(record) or ontvangen
        stappen += [Stapregistratie(stap=stap, op=besluit_op) for stap in (Stap.BESLUIT, Stap.BEKENDMAKING)]
        status, velden["bekendgemaakt_op"] = Stap.BEKENDMAKING, besluit_op
    if record.status in _UITKOMST:
        gesloten = einddag(record) or _besluitdag(stand) or begindag(record) or ontvangen
        stappen.append(Stapregistratie(stap=Stap.SLUITING, op=gesloten))
        status = Stap.SLUITING
        velden |= {"gesloten_op": gesloten, "uitkomst": _UITKOMST[record.status]}
    return Zaak(
        id=ZAAKTEKEN,
        dossier_id=dossier_id,
        melding_id=melding_id,
        client_id=client,
        wet=wet,
        status=status,
        ontvangen_op=ontvangen,
        problematiek=Problematiek.ENKELVOUDIG,
        producten=(record.product or "",),
        aanvraag_op=ontvangen,
        stappen=tuple(stappen),
        **velden,
    )


def _besluit(project: Project, stand: Indicatiestand, wet: Wet, dossier_id: str, ontvangen: date) -> Besluitrecord:
    record = stand.record
    bron = project.definitie.bron_met_code(record.gemeente)
    op = _besluitdag(stand) or begindag(record) or ontvangen
    functie = (stand.besluit.ondertekenaar if stand.besluit else "") or f"college van {bron.gemeente}"
    wie = Behandelaar(medewerker=f"gemeente-{record.gemeente}", functie=functie, werkgeversoort=Werkgeversoort.GEMEENTE)
    soort = {
        "afgewezen": Besluitsoort.AFWIJZING,
        "ingetrokken": Besluitsoort.BUITEN_BEHANDELING,
    }.get(record.status or "", Besluitsoort.TOEKENNING)
    besluit = Besluit(
        id=vast_id("BS", project.naam, record.record),
        zaak_id=ZAAKTEKEN,
        soort=soort,
        datum=op,
        voorzieningen=(_voorziening(project, stand, wet, op),),
        beoordelaar=wie,
        beslisser=wie,
    )
    grondslag = record.grondslag or (stand.besluit.grondslag if stand.besluit else "")
    conclusie = (
        f"Dit besluit nam de gemeente {bron.gemeente}"
        + (f" op grond van de {grondslag}" if grondslag else "")
        + ". De motivering staat in het archief van die gemeente."
    )
    return Besluitrecord(
        dossier_id=dossier_id,
        besluit=besluit,
        motivering=Motivering(conclusie=conclusie),
        bekendgemaakt_op=op,
        bezwaar_tot=_bezwaar_tot(op),
    )


def _bezwaar_tot(op: date) -> date:
    """Return the last day to object; our table of terms does not go back as far as old decisions do."""
    try:
        return bezwaartermijn(op).einde
    except ToegangFout:
        # six weeks then too, without a look at holidays: it is years ago
        return op + timedelta(weeks=6)


def _voorziening(project: Project, stand: Indicatiestand, wet: Wet, op: date) -> Voorziening:
    record = stand.record
    product = project.producten[record.product or ""]
    uren = uren_van(record, project.producten)
    vorm = Leveringsvorm.PGB if record.vormen == ("PGB",) else Leveringsvorm.ZIN
    return Voorziening(
        id="V1",
        product=product.id,
        naam=product.naam[0].lower() + product.naam[1:],
        wet=wet,
        soort=_SOORT[wet],
        leveringsvorm=vorm,
        omvang=f"{uren:f} uur per week".replace(".", ",") if uren is not None else "",
        ingangsdatum=begindag(record) or op,
        einddatum=einddag(record),
        aanbieder=record.aanbieder or (f"AGB {record.agb}" if record.agb else ""),
    )


def _levering(
    project: Project, stand: Indicatiestand, besluit: Besluitrecord, dossier_id: str, client: str
) -> Levering:
    record = stand.record
    voorziening = besluit.besluit.voorzieningen[0]
    klaar = record.status == "beeindigd"
    begon = record.status in ("actief", "beeindigd")
    return Levering(
        id=vast_id("LV", project.naam, record.record),
        dossier_id=dossier_id,
        zaak_id=ZAAKTEKEN,
        besluit_id=besluit.id,
        status=Leveringstatus.GESTOPT if klaar else (Leveringstatus.GESTART if begon else Leveringstatus.TOEGEWEZEN),
        voorziening=voorziening.id,
        client_id=client,
        product=voorziening.product,
        naam=voorziening.naam,
        omvang=voorziening.omvang,
        uitvoering=Uitvoering.PGB if voorziening.leveringsvorm is Leveringsvorm.PGB else Uitvoering.AANBIEDER,
        ingangsdatum=voorziening.ingangsdatum,
        einddatum=voorziening.einddatum,
        toegewezen_op=besluit.bekendgemaakt_op,
        gestart_op=voorziening.ingangsdatum if begon else None,
        gestopt_op=voorziening.einddatum if klaar else None,
        stopreden=Stopreden.INDICATIE_AFGELOPEN if klaar else None,
    )


def maak_bezwaar(
    project: Project, bezwaar: Bezwaarrecord, besluit: Besluitrecord | None, dossier_id: str, client: str
) -> Bezwaar:
    """Return a running objection: it keeps its day of receipt, and the new college decides (F-7, F-10, F-24).

    Args:
        project: the project.
        bezwaar: the objection.
        besluit: the decision it is against.
        dossier_id: the dossier.
        client: inwoner id.
    """
    return Bezwaar(
        id=vast_id("BZ", project.naam, bezwaar.record),
        dossier_id=dossier_id,
        zaak_id=ZAAKTEKEN,
        besluit_id=besluit.id if besluit else None,
        inwoner=client,
        ontvangen_op=bezwaar.ontvangen_op.vroegst or project.definitie.peildatum,
        gronden=bezwaar.onderwerp,
        ingeboekt_door=f"gemeente-{bezwaar.gemeente}",
    )
