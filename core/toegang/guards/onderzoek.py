"""The law on the research (Wmo 2015 art. 2.3.2), and what must be there before somebody decides on it."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.adviesaanvraag import Adviesstatus, neemt_over
from toegang.domain.begrippen import Besluitsoort, Voorzieningsoort, Wet
from toegang.domain.diagnose import noemt_diagnose
from toegang.domain.verslag import LETTERS, Verslag
from toegang.guards.contexten_gesprek import GesprekToets, OnderzoekToets
from toegang.guards.register import Moment, Regelsoort, regel

_OP_DE_AANVRAAG = (Besluitsoort.TOEKENNING, Besluitsoort.AFWIJZING, Besluitsoort.VERLENGING)
_MAATWERK = (Voorzieningsoort.MAATWERK, Voorzieningsoort.INDIVIDUEEL)


@regel(
    "L-51",
    Regelsoort.WET,
    Moment.GESPREK,
    "De cliënt hoort van het persoonlijk plan, heeft zeven dagen, en het plan telt mee.",
    grondslag="Wmo 2015 art. 2.3.2 lid 2, 5",
)
def persoonlijk_plan(t: GesprekToets) -> Iterable[str]:
    """L-51: told of it, seven days after the melding to hand it in, and used in the research."""
    if t.zaak.wet is not Wet.WMO:
        return
    stand, dag = t.eigen_plan, t.gesprek.laatste_dag
    if stand.verteld_op is None:
        yield "nergens staat dat de inwoner hoorde van het persoonlijk plan (toegang gesprek eigen-plan)"
    elif stand.verteld_op > dag:
        yield f"de inwoner hoorde pas op {stand.verteld_op.isoformat()} van het persoonlijk plan, na het gesprek"
    if stand.plan is None and stand.afgezien is None and stand.uiterlijk is not None and dag <= stand.uiterlijk:
        yield f"de inwoner kan tot en met {stand.uiterlijk.isoformat()} nog een persoonlijk plan inleveren"
    if stand.plan is not None and not t.gesprek.eigen_plan.strip():
        yield "het verslag zegt niet wat er met het persoonlijk plan is gedaan (eigen_plan)"


@regel(
    "L-53",
    Regelsoort.WET,
    Moment.GESPREK,
    "Het onderzoek beantwoordt alle zeven onderdelen van de wet.",
    grondslag="Wmo 2015 art. 2.3.2 lid 4",
)
def zeven_onderdelen(t: GesprekToets) -> Iterable[str]:
    """L-53: parts a to g, all answered."""
    if t.zaak.wet is Wet.WMO:
        open_ = [letter for letter in LETTERS if not t.gesprek.antwoord(letter)]
        if open_:
            yield f"niet beantwoord: onderdeel {', '.join(open_)}"


@regel(
    "L-54",
    Regelsoort.WET,
    Moment.GESPREK,
    "Het persoonsgebonden budget en zijn gevolgen zijn in begrijpelijke woorden uitgelegd.",
    grondslag="Wmo 2015 art. 2.3.2 lid 6",
)
def pgb_uitgelegd(t: GesprekToets) -> Iterable[str]:
    """L-54: that one may choose a pgb, what that brings, and how it was made clear."""
    if t.zaak.wet is not Wet.WMO:
        return
    pgb = t.gesprek.pgb
    if pgb is None or not pgb.mogelijkheid_verteld:
        yield "het verslag zegt niet dat de inwoner van het persoonsgebonden budget hoorde (pgb)"
    elif not pgb.gevolgen_uitgelegd:
        yield "de gevolgen van een persoonsgebonden budget zijn niet uitgelegd"
    elif not pgb.hoe.strip():
        yield "het verslag zegt niet hoe het persoonsgebonden budget begrijpelijk is uitgelegd"


@regel(
    "L-55",
    Regelsoort.WET,
    Moment.ONDERZOEK,
    "De cliënt krijgt een schriftelijke weergave van het onderzoek.",
    grondslag="Wmo 2015 art. 2.3.2 lid 8",
)
def weergave_gegeven(t: OnderzoekToets) -> Iterable[str]:
    """L-55: before a decision on the aanvraag the client has the report in the version it rests on."""
    if t.zaak.wet is not Wet.WMO or t.soort not in _OP_DE_AANVRAAG:
        return
    if t.gesprek is None or t.gesprek.verstrekt_op is None:
        versie = f" (versie {t.gesprek.versie})" if t.gesprek and t.gesprek.versie > 1 else ""
        yield f"de inwoner heeft het verslag van het onderzoek{versie} nog niet gekregen (toegang gesprek verstrek)"
    elif t.gesprek.verstrekt_op > t.beeld.peildatum:
        yield f"de inwoner krijgt het verslag pas op {t.gesprek.verstrekt_op.isoformat()}, na het besluit"


@regel("D-17", Regelsoort.ORGANISATIE, Moment.ONDERZOEK, "Maatwerk is besproken voordat het voorstel er is.")
def besproken_voor_voorstel(t: OnderzoekToets) -> Iterable[str]:
    """D-17: what is decided on was discussed with the resident first, also when the report chose something else."""
    if t.soort not in _OP_DE_AANVRAAG or not any(item.soort in _MAATWERK for item in t.voorzieningen):
        return
    besproken = t.gesprek.maatwerk_besproken_op if t.gesprek else None
    if besproken is None:
        yield "het gaat om maatwerk en het verslag zegt niet dat dit met de inwoner is besproken"
    elif besproken > t.beeld.peildatum:
        yield f"maatwerk is pas op {besproken.isoformat()} besproken, na dit besluit"


@regel(
    "B-27",
    Regelsoort.ORGANISATIE,
    Moment.ONDERZOEK,
    "Elk teamlid werkt met de zelfredzaamheid-matrix (ZRM).",
)
def zrm_ingevuld(t: OnderzoekToets) -> Iterable[str]:
    """B-27: a grant rests on a report with scores; 1Gezin1Plan is checked on the plan itself."""
    if t.soort.kent_toe and t.gesprek is not None and not t.gesprek.zrm:
        yield "het verslag heeft geen scores van de ZRM"


@regel(
    "W-20", Regelsoort.ORGANISATIE, Moment.ONDERZOEK, "Een gevraagd medisch advies is er voor het besluit.", basis=True
)
def medisch_advies_ontvangen(t: OnderzoekToets) -> Iterable[str]:
    """W-20: nobody decides while the medical adviser still works on it; a request may be withdrawn."""
    for advies in t.adviezen:
        if advies.is_medisch and advies.status is Adviesstatus.GEVRAAGD:
            yield f"het medisch advies {advies.id} is gevraagd en nog niet ontvangen"


@regel(
    "L-138",
    Regelsoort.WET,
    Moment.ONDERZOEK,
    "De motivering noemt beperkingen en geen diagnose, tenzij dat nodig is.",
    grondslag="AVG art. 9; UAVG art. 30",
    bewijs="M",
)
def geen_diagnose(t: OnderzoekToets) -> Iterable[str]:
    """L-138: flags a motivering that names a diagnosis or copies the medical part of an advice; a person judges."""
    if t.motivering is None:
        return
    tekst = "\n".join((*(alinea for _, alinea in t.motivering.stappen), t.motivering.conclusie))
    if noemt_diagnose(tekst):
        yield "de motivering spreekt van een diagnose; noem alleen de beperkingen, tenzij de diagnose echt nodig is"
    for advies in t.adviezen:
        if neemt_over(tekst, advies.medisch):
            yield f"de motivering neemt een stuk over uit het medische deel van advies {advies.id}"


@regel(
    "L-138",
    Regelsoort.WET,
    Moment.GESPREK,
    "De motivering noemt beperkingen en geen diagnose, tenzij dat nodig is.",
    grondslag="AVG art. 9; UAVG art. 30",
    bewijs="M",
)
def geen_diagnose_in_verslag(t: GesprekToets) -> Iterable[str]:
    """L-138: flags a report that names a diagnosis: it goes out as a letter, and reasons are taken from it."""
    velden = [naam for naam, tekst in _woorden(t.gesprek) if noemt_diagnose(tekst)]
    if velden:
        yield (
            f"het verslag noemt een diagnose ({', '.join(dict.fromkeys(velden))}); schrijf op wat niet lukt, tenzij de "
            "diagnose echt nodig is"
        )


def _woorden(verslag: Verslag) -> Iterable[tuple[str, str]]:
    """Give what somebody typed in a report, under the name that the field has in the file."""
    for naam in ("inbreng", "eigen_plan", "vraagverheldering", "resultaat", "samenhang", "waarom_niet_thuis"):
        yield naam, getattr(verslag, naam)
    yield from (("levensdomeinen", tekst) for _, tekst in verslag.levensdomeinen)
    yield from ((f"onderzoek.{letter}", tekst) for letter, tekst in verslag.onderzoek)
    yield from (("bijdrage", item.wat) for item in verslag.bijdragen)
    for item in verslag.gekozen:
        yield from (("oplossing", tekst) for tekst in (item.wat, item.waarom, item.inwoner))
    if verslag.gezin is not None:
        gezin = verslag.gezin
        yield from (("gezin", tekst) for tekst in (gezin.situatie, gezin.wmo, gezin.jeugdwet, gezin.participatiewet))
