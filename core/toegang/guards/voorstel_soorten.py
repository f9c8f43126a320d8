"""Rules on the separate kinds of decision: not dealt with, temporary, an advance, and what changes a running one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.datums import bedrag, datum_voluit
from toegang.domain.herzieningsgronden import gronden_van, herzieningsgrond, voorschotdeel
from toegang.domain.opschorting import Opschorting
from toegang.domain.termijnen import einde
from toegang.domain.termijnparameters import termijnparameter
from toegang.guards.contexten_besluit import VoorstelToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "L-4",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Buiten behandeling laten kan pas als de inwoner kon aanvullen, en niet later dan vier weken daarna.",
    grondslag="Awb art. 4:5 lid 1 en 4",
)
def eerst_laten_aanvullen(t: VoorstelToets) -> Iterable[str]:
    """L-4: asked, waited, and said what did not come."""
    if t.opdracht.soort is not Besluitsoort.BUITEN_BEHANDELING:
        return
    if not t.opdracht.ontbrak:
        yield "er staat niet wat er ontbrak (veld 'ontbrak')"
    if t.gevraagd is None or t.gevraagd.uiterlijk is None:
        yield "de inwoner is niet gevraagd om de aanvraag aan te vullen (toegang termijn opschorten)"
        return
    klaar = _aangevuld_of_verlopen(t.gevraagd, t.opdracht.op)
    if klaar is None:
        yield f"de inwoner kan nog tot en met {datum_voluit(t.gevraagd.uiterlijk)} aanvullen"
        return
    uiterlijk = einde(klaar, termijnparameter("awb.buiten_behandeling", klaar).termijn()).einde
    if t.opdracht.op > uiterlijk:
        yield f"dat kon tot en met {datum_voluit(uiterlijk)}; daarna moet de gemeente op de aanvraag zelf beslissen"


def _aangevuld_of_verlopen(gevraagd: Opschorting, op: date) -> date | None:
    """Return the day on which it was completed or the term ran out; ``None`` while the resident still can."""
    if gevraagd.tot is not None and gevraagd.tot <= op:
        return gevraagd.tot
    return gevraagd.uiterlijk if gevraagd.uiterlijk is not None and gevraagd.uiterlijk < op else None


@regel(
    "L-15",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Wie een lopend besluit wijzigt, intrekt of beëindigt, noemt de grond die de wet of de verordening daarvoor geeft.",
    grondslag="Awb art. 3:47 lid 2",
)
def grond_genoemd(t: VoorstelToets) -> Iterable[str]:
    """L-15: for the acts other than the Wmo, whose closed list is L-65."""
    herziening = t.opdracht.herziening
    if t.zaak.wet is Wet.WMO or not t.opdracht.wijzigt_lopend or herziening is None or herziening.op_verzoek:
        return
    if herziening.ingaat_op is None:
        yield "er staat niet vanaf welke dag het besluit geldt (veld 'ingaat_op')"
    if herziening.grond_in_woorden.strip():
        return
    vormen = frozenset(item.leveringsvorm for item in t.te_beslissen)
    if herziening.grond is None or herzieningsgrond(t.zaak.wet, herziening.grond, vormen) is None:
        bekend = ", ".join(gronden_van(t.zaak.wet)) or "geen"
        yield f"er is geen grond van {t.zaak.wet} genoemd; kies uit {bekend}, of schrijf haar in 'grond_in_woorden'"


@regel(
    "L-57",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Tijdelijke hulp heeft een laatste dag: zij wacht alleen op het onderzoek en de aanvraag.",
    grondslag="Wmo 2015 art. 2.3.3",
)
def tijdelijk_heeft_einde(t: VoorstelToets) -> Iterable[str]:
    """L-57: a temporary provision without an end would be a grant without research."""
    if t.opdracht.soort is not Besluitsoort.TIJDELIJK:
        return
    if not t.te_beslissen:
        yield "er staat niet welke hulp er tijdelijk komt"
    for item in t.te_beslissen:
        if item.einddatum is None:
            yield f"{item.id} ({item.product}) heeft geen einddatum"


@regel(
    "L-104",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Een voorschot op bijstand is ten minste het deel dat de wet noemt.",
    grondslag="Participatiewet art. 52 lid 2",
)
def voorschot_hoog_genoeg(t: VoorstelToets) -> Iterable[str]:
    """L-104: at least nine tenths of the bijstand that would be due; the part is dated data."""
    if t.opdracht.soort is not Besluitsoort.VOORSCHOT:
        return
    norm, deel = t.opdracht.bijstandsnorm_centen, voorschotdeel(t.zaak.wet, t.opdracht.op)
    if norm is None:
        yield "er staat niet hoe hoog de bijstand zou zijn (veld 'bijstandsnorm_centen')"
        return
    totaal = sum(item.bedrag_centen or 0 for item in t.te_beslissen)
    if deel is not None and totaal * 100 < norm * deel:
        laagste = -(-norm * deel // 100)
        yield f"het voorschot is {bedrag(totaal)}; het is ten minste {deel} procent, dus {bedrag(laagste)}"


@regel(
    "L-111",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Wie schuldhulp krijgt, hoort hoeveel weken er zitten tussen het eerste gesprek en het resultaat.",
    grondslag="Wgs art. 4 lid 3",
    waarschuwt=True,
)
def weken_genoemd(t: VoorstelToets) -> Iterable[str]:
    """L-111: an estimate is enough; the letter prints it."""
    if t.zaak.wet is Wet.WGS and t.opdracht.soort.kent_toe and t.opdracht.weken_tot_resultaat is None:
        yield "er staat niet hoeveel weken het duurt tot het resultaat (veld 'weken_tot_resultaat')"
