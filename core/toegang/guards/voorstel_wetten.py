"""Rules of the separate acts on what is proposed: Wmo, Jeugdwet, Wgs, and what changes a running provision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.domain.besluitopdracht import Gevraagd, Herzieningsgrond
from toegang.guards.contexten_besluit import VoorstelToets
from toegang.guards.register import Moment, Regelsoort, regel

_STAPPEN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "b": ("eigen kracht en gebruikelijke hulp", ("eigen kracht", "gebruikelijke hulp", "zelf")),
    "c": ("mantelzorg en het eigen netwerk", ("mantelzorg", "netwerk", "omgeving")),
    "e": ("algemene voorzieningen", ("algemene voorziening", "voor iedereen")),
}
"""The steps before a maatwerkvoorziening by their letter in 2.3.2 lid 4, and words by which a heading is known."""


@regel(
    "L-60",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "De motivering van een maatwerkvoorziening loopt langs eigen kracht, mantelzorg en algemene voorzieningen.",
    grondslag="Wmo 2015 art. 2.3.5 lid 3-5",
)
def motivering_per_stap(t: VoorstelToets) -> Iterable[str]:
    """L-60: granted only in so far as these do not suffice; a paragraph for each."""
    if t.zaak.wet is not Wet.WMO or not t.opdracht.soort.kent_toe or not t.te_beslissen:
        return
    koppen = [kop.strip().lower() for kop, tekst in t.opdracht.motivering.stappen if tekst.strip()]
    gemist = [
        f"'{letter}' ({naam})"
        for letter, (naam, woorden) in _STAPPEN.items()
        if not any(kop == letter or any(woord in kop for woord in woorden) for kop in koppen)
    ]
    if gemist:
        yield f"in de motivering ontbreekt een alinea over {', '.join(gemist)}"


@regel(
    "L-61",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Een pgb wordt verleend aan wie het wil, kan en motiveert, voor hulp die goed is.",
    grondslag="Wmo 2015 art. 2.3.6 lid 1, 2, 5",
)
def pgb_afgewogen(t: VoorstelToets) -> Iterable[str]:
    """L-61: wish, ability, reasons, quality; a refusal names which of these fails, or a ground of lid 5."""
    if t.zaak.wet is not Wet.WMO:
        return
    for gevraagd in t.opdracht.voorzieningen:
        if gevraagd.leveringsvorm is Leveringsvorm.PGB:
            yield from _pgb(gevraagd, t.opdracht.soort)


def _pgb(gevraagd: Gevraagd, soort: Besluitsoort) -> Iterable[str]:
    if gevraagd.pgb is None:
        yield f"{gevraagd.product}: bij een pgb hoort de afweging (tabel 'pgb')"
    elif soort.levert and gevraagd.pgb.ontbreekt:
        yield f"{gevraagd.product}: voor een pgb ontbreekt {', '.join(gevraagd.pgb.ontbreekt)}"
    elif soort is Besluitsoort.AFWIJZING and not gevraagd.pgb.ontbreekt and gevraagd.pgb.weigering is None:
        yield f"{gevraagd.product}: er is geen grond in de wet om dit pgb te weigeren"


@regel(
    "L-65",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Herzien of intrekken kan alleen op een grond uit de wet, met de dag waarop het ingaat.",
    grondslag="Wmo 2015 art. 2.3.10, 2.4.1",
)
def herziening_op_grond(t: VoorstelToets) -> Iterable[str]:
    """L-65: grounds a-e, a day, and recovery only for intent."""
    herziening = t.opdracht.herziening
    if t.zaak.wet is not Wet.WMO or not t.opdracht.wijzigt_lopend:
        return
    op_verzoek = herziening is not None and herziening.op_verzoek
    if not op_verzoek and (herziening is None or herziening.grond is None):
        yield f"er is geen grond genoemd; kies uit {', '.join(Herzieningsgrond)}"
    if herziening is None or herziening.ingaat_op is None:
        yield "er staat niet vanaf welke dag het besluit geldt"
    if herziening is None or not herziening.terugvordering:
        return
    if t.opdracht.soort is not Besluitsoort.INTREKKING:
        yield "terugvorderen kan alleen bij een intrekking"
    if not herziening.opzet or herziening.grond is not Herzieningsgrond.ONJUISTE_GEGEVENS:
        yield "terugvorderen kan alleen als de inwoner met opzet onjuiste of onvolledige gegevens gaf"


@regel(
    "L-10",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Wat nog niet bekend is gemaakt, werkt nog niet en valt dus niet te wijzigen.",
    grondslag="Awb art. 3:40",
)
def wijzigt_wat_werkt(t: VoorstelToets) -> Iterable[str]:
    """L-10: a decision has no effect before it is made known."""
    eerder = t.besluit(t.opdracht.herziening.besluit) if t.opdracht.herziening else None
    if t.opdracht.wijzigt_lopend and eerder is not None and eerder.bekendgemaakt_op is None:
        yield f"besluit {eerder.id} is nog niet bekendgemaakt"


@regel(
    "L-113",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Schuldhulp wordt alleen geweigerd op een grond uit de wet.",
    grondslag="Wgs art. 3, 7",
    waarschuwt=True,
)
def schuldhulp_geweigerd_op_grond(t: VoorstelToets) -> Iterable[str]:
    """L-113: earlier use, fraud, residence status, identity."""
    if t.zaak.wet is Wet.WGS and t.opdracht.soort is Besluitsoort.AFWIJZING and not t.opdracht.weigeringsgronden:
        yield "er is geen weigeringsgrond uit de wet genoemd (veld 'weigeringsgronden')"
