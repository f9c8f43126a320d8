"""Rules on the first contact: the question behind the question, and what is told, offered and arranged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toegang.domain.begrippen import Kanaal, Meldersoort, Problematiek, Wet
from toegang.domain.opvraagbaar import opvraagbaar, uit_bron
from toegang.domain.verheldering import Contactvorm, Ondersteuningskeuze, Regime
from toegang.guards.contexten_intake import VerhelderingToets
from toegang.guards.register import Moment, Regelsoort, regel

ANDERE_REGIMES = (Regime.ZVW, Regime.WLZ)
_MET_ANDERE_REGIMES = frozenset({Wet.WMO, Wet.JEUGDWET})
TREDEN: Mapping[Contactvorm, frozenset[Kanaal]] = {
    Contactvorm.KLIK: frozenset({Kanaal.WEBFORMULIER, Kanaal.EMAIL, Kanaal.MIJN_INKOMEN, Kanaal.BRIEF}),
    Contactvorm.BEL: frozenset({Kanaal.TELEFOON}),
    Contactvorm.KOM: frozenset({Kanaal.BALIE}),
}
"""The steps of klik-bel-kom, lightest first, with their channels; a letter counts with the written ones."""


@regel("B-57", Regelsoort.ORGANISATIE, Moment.VERHELDERING, "Cliëntondersteuning is aangeboden en zo nodig geregeld.")
def ondersteuning_bij_eerste_contact(t: VerhelderingToets) -> Iterable[str]:
    """B-57: offered to everyone, and when wanted arranged at the first contact at once."""
    aanbod = t.verheldering.clientondersteuning
    if aanbod is None:
        yield "onafhankelijke cliëntondersteuning is niet aangeboden"
        return
    if aanbod.uitkomst is Ondersteuningskeuze.GEREGELD and not (aanbod.geregeld_bij.strip() and aanbod.geregeld_op):
        yield "er staat niet bij welke organisatie en op welke dag de cliëntondersteuning is geregeld"


@regel(
    "W-17",
    Regelsoort.ORGANISATIE,
    Moment.VERHELDERING,
    "Bij de intake is gekeken of de Zvw of de Wlz de vraag beantwoordt.",
    basis=True,
)
def andere_regimes_bekeken(t: VerhelderingToets) -> Iterable[str]:
    """W-17: other regimes are checked before the gemeente goes on with care."""
    if _MET_ANDERE_REGIMES.isdisjoint(t.melding.wetten):
        return
    bekeken = {toets.regime for toets in t.verheldering.regimes}
    if mist := [regime for regime in ANDERE_REGIMES if regime not in bekeken]:
        yield f"er is niet gekeken naar {' en '.join(mist)}"


@regel(
    "W-19",
    Regelsoort.ORGANISATIE,
    Moment.VERHELDERING,
    "Eerst is gekeken naar wat er van de inwoner al bekend is.",
    basis=True,
)
def bestaande_gegevens_eerst(t: VerhelderingToets) -> Iterable[str]:
    """W-19: who records the first contact opened the melding and what the file holds before."""
    if not t.dossier_bekeken:
        yield "wie dit vastlegt, heeft de melding en de bestaande gegevens nog niet ingezien"


@regel("B-65", Regelsoort.ORGANISATIE, Moment.VERHELDERING, "Wat in het dossier staat, wordt niet nog eens gevraagd.")
def niet_opnieuw_uitleggen(t: VerhelderingToets) -> Iterable[str]:
    """B-65: data are used again inside the file."""
    yield from _al_bekend(t)


@regel("Z-24", Regelsoort.ORGANISATIE, Moment.VERHELDERING, "Een inwoner levert niets aan wat al bekend is.")
def niet_onnodig_aanleveren(t: VerhelderingToets) -> Iterable[str]:
    """Z-24: as few data as possible, and the story only once."""
    yield from _al_bekend(t)


@regel(
    "L-105",
    Regelsoort.WET,
    Moment.VERHELDERING,
    "Wat de overheid al weet, wordt niet opnieuw gevraagd.",
    grondslag="Participatiewet art. 17 en 53a lid 1",
    waarschuwt=True,
)
def niet_vragen_wat_de_overheid_weet(t: VerhelderingToets) -> Iterable[str]:
    """L-105: data of the BRP and the polisadministratie are looked up, not asked."""
    if Wet.PARTICIPATIEWET not in t.melding.wetten:
        return
    for bron in ("BRP", "UWV"):
        if namen := uit_bron(t.verheldering.opgevraagd, bron):
            yield f"dit is op te vragen bij {bron}: {', '.join(namen)}"


@regel(
    "L-85",
    Regelsoort.WET,
    Moment.VERHELDERING,
    "De jeugdige en de ouders horen van de vertrouwenspersoon.",
    grondslag="Jeugdwet art. 2.5; Wmo 2015 art. 2.2.4",
    waarschuwt=True,
)
def vertrouwenspersoon_genoemd(t: VerhelderingToets) -> Iterable[str]:
    """L-85: told about the vertrouwenspersoon, and about cliëntondersteuning."""
    if Wet.JEUGDWET in t.melding.wetten and not t.verheldering.vertrouwenspersoon_genoemd:
        yield "er staat niet dat de vertrouwenspersoon is genoemd"


@regel("B-17", Regelsoort.ORGANISATIE, Moment.VERHELDERING, "De lichte route is snel, kort, en voor wat niet zwaar is.")
def lichte_route(t: VerhelderingToets) -> Iterable[str]:
    """B-17: home visit or extra information, short-term, by a professional or a volunteer organisation."""
    licht = t.verheldering.lichte_route
    if licht is None:
        return
    if not licht.hulp:
        yield "er staat niet of een huisbezoek of extra informatie hoort bij de lichte route"
    if licht.tot is None or licht.tot < licht.van:
        yield "de lichte route is kortdurend en heeft een laatste dag nodig, niet voor de eerste"
    zwaar = t.melding.problematiek is Problematiek.MEERVOUDIG and t.melding.verliest_regie
    if zwaar or any(vraag.gespecialiseerd for vraag in t.melding.hulpvragen):
        yield "de vraag is te zwaar voor de lichte route; hier hoort een consulent bij"


@regel("B-62", Regelsoort.ORGANISATIE, Moment.VERHELDERING, "Een genoemde algemene voorziening is er in die kern.")
def aanbod_per_kern(t: VerhelderingToets) -> Iterable[str]:
    """B-62: the catalogue differs per kern; using one in another kern is a choice of the resident (2.3)."""
    catalogus = {item.id: item for item in t.beeld.organisatie.voorzieningen}
    for naam in t.verheldering.algemene_voorzieningen:
        aanbod = catalogus.get(naam)
        if aanbod is not None and not aanbod.is_er(t.melding.gebied, t.beeld.peildatum):
            yield f"'{naam}' is er niet in gebied '{t.melding.gebied or 'onbekend'}'"


@regel("Z-3", Regelsoort.ORGANISATIE, Moment.VERHELDERING, "Contact gaat van klik naar bel naar kom, of met een reden.")
def klik_bel_kom(t: VerhelderingToets) -> Iterable[str]:
    """Z-3: the next contact passes over no step of the channel principle without a reason."""
    vervolg = t.verheldering.vervolgcontact
    principe = treden(t.beeld.organisatie.kanaalprincipe)
    if vervolg is None or vervolg.vorm not in principe or vervolg.eerder_reden.strip():
        return
    geweest = {contact.kanaal for contact in t.contacten}
    daarvoor = principe[: principe.index(vervolg.vorm)]
    if over := [trede for trede in daarvoor if TREDEN[trede].isdisjoint(geweest)]:
        yield f"de stap {vervolg.vorm} komt na {' en '.join(over)}; noem anders een reden"


def treden(principe: tuple[str, ...]) -> tuple[Contactvorm, ...]:
    """Return the steps of the channel principle of a gemeente, lightest first.

    Args:
        principe: ``kanaalprincipe`` of ``organisatie.toml``, e.g. klik, bel, kom.
    """
    woorden = {
        "klik": Contactvorm.KLIK,
        "click": Contactvorm.KLIK,
        "digitaal": Contactvorm.KLIK,
        "bel": Contactvorm.BEL,
        "call": Contactvorm.BEL,
        "kom": Contactvorm.KOM,
        "face": Contactvorm.KOM,
        "persoonlijk": Contactvorm.KOM,
    }
    return tuple(woorden[woord.lower()] for woord in principe if woord.lower() in woorden)


def is_derde(melder: Meldersoort) -> bool:
    """Tell whether somebody else than the resident reported."""
    return melder is not Meldersoort.INWONER


def _al_bekend(t: VerhelderingToets) -> Iterable[str]:
    namen = {item.id: item.naam for item in opvraagbaar()}
    if dubbel := [namen[item] for item in t.verheldering.opgevraagd if item in t.bekend]:
        yield f"dit is al bekend en hoeft de inwoner niet te geven: {', '.join(dubbel)}"
