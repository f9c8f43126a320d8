"""Rules on what comes in: who is it about, what is stored of it, and is the receipt confirmed."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import (
    Afhandeling,
    Kanaal,
    Problematiek,
    Registratie,
    Verwijzersoort,
    Voorzieningsoort,
    Wet,
)
from toegang.domain.melding import Melding
from toegang.domain.organisatiedelen import Loketsoort, Teamsoort
from toegang.domain.producten import producten
from toegang.guards.contexten import IntakeToets
from toegang.guards.contexten_intake import AanmeldingToets
from toegang.guards.register import Moment, Regelsoort, regel

ELEKTRONISCH = frozenset({Kanaal.WEBFORMULIER, Kanaal.EMAIL, Kanaal.MIJN_INKOMEN})
NAAR_JEUGDHULP = frozenset(
    {
        Verwijzersoort.HUISARTS,
        Verwijzersoort.MEDISCH_SPECIALIST,
        Verwijzersoort.JEUGDARTS,
        Verwijzersoort.GECERTIFICEERDE_INSTELLING,
        Verwijzersoort.RECHTER,
    }
)
"""Who may refer to jeugdhulp without the gemeente (Jeugdwet 2.6 lid 1 onder e, 2.4 lid 2 onder b)."""
_CONTACT = frozenset({"contactnotities", "dossiers"})
_MEER_DAN_CONTACT = (Registratie.MELDING, Registratie.AANVRAAG)


@regel(
    "L-2",
    Regelsoort.WET,
    Moment.AANMELDING,
    "Een aanvraag heeft naam, adres, dag, onderwerp en handtekening.",
    grondslag="Awb 4:1, 4:2 lid 1",
    waarschuwt=True,
)
def aanvraag_is_volledig(t: AanmeldingToets) -> Iterable[str]:
    """L-2: warns only; an incomplete aanvraag is an aanvraag still, and gets a chance to be completed (Awb 4:5)."""
    if t.intake.registratie is not Registratie.AANVRAAG:
        return
    mist = []
    if not all(client.adres_volledig for client in t.clienten):
        mist.append("een volledig adres")
    if not t.ondertekend:
        mist.append("een handtekening")
    if not t.melding.wetten:
        mist.append("wat er gevraagd wordt")
    if mist:
        yield f"de aanvraag mist {' en '.join(mist)}; vraag de inwoner om aanvulling (Awb 4:5)"


@regel(
    "L-3",
    Regelsoort.WET,
    Moment.AANMELDING,
    "De ontvangst van een elektronische aanvraag wordt bevestigd.",
    grondslag="Awb 4:3a",
)
def ontvangst_bevestigd(t: AanmeldingToets) -> Iterable[str]:
    """L-3: what comes in online and opens a zaak has its confirmation put in line."""
    if t.melding.kanaal in ELEKTRONISCH and t.intake.opent_zaken and not t.bevestigd:
        yield "er staat geen ontvangstbevestiging klaar"


@regel(
    "L-69",
    Regelsoort.WET,
    Moment.AANMELDING,
    "Zonder BSN zijn naam, geboortedatum, postcode en huisnummer nodig.",
    grondslag="Wmo 2015 art. 5.2.9 lid 1, 2 en 5",
)
def persoon_te_herkennen(t: AanmeldingToets) -> Iterable[str]:
    """L-69: the BSN is established at the first contact; without it five other data are stored."""
    if not t.intake.opent_zaken:
        return
    mist = [
        veld for client in t.clienten if Wet.WMO in client.wetten and not client.bsn_bekend for veld in client.ontbreekt
    ]
    if mist:
        yield f"het BSN is niet bekend en dit ontbreekt ook: {', '.join(dict.fromkeys(mist))}"


@regel(
    "L-84",
    Regelsoort.WET,
    Moment.AANMELDING,
    "De woonplaats bepaalt welke gemeente jeugdhulp geeft.",
    grondslag="Jeugdwet art. 1.1",
    bewijs="M",
)
def woonplaats_van_de_jeugdige(t: AanmeldingToets) -> Iterable[str]:
    """L-84: jeugdhulp for a child of another gemeente is passed on to that one."""
    if Wet.JEUGDWET in t.intake.wetten and t.intake.opent_zaken and not t.melding.woont_in_gemeente:
        yield "de woonplaats van de jeugdige ligt in een andere gemeente; die is verantwoordelijk"


@regel(
    "L-139",
    Regelsoort.WET,
    Moment.AANMELDING,
    "Er wordt niet meer vastgelegd dan nodig.",
    grondslag="AVG art. 5 lid 1 onder c",
    bewijs="M",
)
def niet_meer_dan_nodig(t: AanmeldingToets) -> Iterable[str]:
    """L-139: nothing of an unregistered question, and of a question that is passed on only whom to call."""
    mag = {Registratie.GEEN: frozenset[str](), Registratie.CONTACTGEGEVENS: _CONTACT}.get(t.intake.registratie)
    if mag is not None and (teveel := [soort for soort in t.bewaart if soort not in mag]):
        yield f"bij registratie {t.intake.registratie} wordt ook bewaard: {', '.join(teveel)}"


@regel("B-1", Regelsoort.ORGANISATIE, Moment.AANMELDING, "Wie bij het KCC werkt, legt alleen contactgegevens vast.")
def kcc_medewerker_legt_niet_meer_vast(t: AanmeldingToets) -> Iterable[str]:
    """B-1: the role, not only the door: a KCC medewerker stores no content at another door either."""
    kcc = [item.functie for item in t.beeld.organisatie.loketten if item.soort is Loketsoort.KCC]
    if t.functie is not None and t.functie in kcc and t.intake.registratie in _MEER_DAN_CONTACT:
        yield f"functie '{t.functie}' mag niet meer dan CONTACTGEGEVENS vastleggen, niet {t.intake.registratie}"


@regel("B-10", Regelsoort.ORGANISATIE, Moment.INTAKE, "Van elke melder staat vast wat voor melder het is.")
def meldersoort_bekend(t: IntakeToets) -> Iterable[str]:
    """B-10: the kinds of reporter that the gemeente tells apart are data of the rule."""
    soorten = t.beeld.organisatie.regels["B-10"].lijsten.get("melders", ())
    if soorten and t.melding.melder not in soorten:
        yield f"melders van soort {t.melding.melder} onderscheidt deze gemeente niet ({', '.join(soorten)})"


@regel(
    "L-82",
    Regelsoort.WET,
    Moment.INTAKE,
    "Op verwijzing van een arts, een gecertificeerde instelling of de rechter beoordeelt de gemeente niets.",
    grondslag="Jeugdwet art. 2.6 lid 1 onder e; 2.4 lid 2 onder b",
)
def verwijzing_is_toegang(t: IntakeToets) -> Iterable[str]:
    """L-82: such a referral opens no zaak under the Jeugdwet, unless the gemeente wants a beschikking here too."""
    if t.beeld.organisatie.verwijzing_met_besluit or not rechtstreeks_verwezen(t.melding):
        return
    if t.intake.opent_zaken and Wet.JEUGDWET in t.intake.wetten:
        yield "de verwijzing geeft al toegang tot jeugdhulp; er hoort geen beoordeling van de gemeente bij"


@regel(
    "W-11",
    Regelsoort.ORGANISATIE,
    Moment.INTAKE,
    "Voor een algemene voorziening komt geen besluit, en dus geen zaak.",
    basis=True,
)
def algemene_voorziening_zonder_zaak(t: IntakeToets) -> Iterable[str]:
    """W-11: a general provision belongs to a team and is free to use."""
    if t.intake.opent_zaken and alleen_algemeen_gevraagd(t.melding):
        yield "er is alleen om algemene voorzieningen gevraagd, en daar is geen besluit voor nodig"


@regel(
    "B-73", Regelsoort.ORGANISATIE, Moment.INTAKE, "Een oude taak die niet bij de consulent hoort, gaat er niet heen."
)
def oude_taak_niet_naar_consulent(t: IntakeToets) -> Iterable[str]:
    """B-73: a legacy task is dropped or done elsewhere, as the data of the gemeente say."""
    taken = {taak.id: taak for taak in t.beeld.organisatie.oude_taken}
    team = t.beeld.organisatie.team(t.intake.bestemming or "")
    for vraag in t.melding.hulpvragen:
        if vraag.taak not in taken:
            continue
        if team is not None and team.soort is Teamsoort.CONSULENTEN:
            yield f"taak '{vraag.taak}' hoort niet bij de consulenten en gaat toch naar '{team.id}'"
        elif t.intake.afhandeling is Afhandeling.DOORGELEID and t.intake.bestemming != taken[vraag.taak].naar:
            yield f"taak '{vraag.taak}' gaat naar '{t.intake.bestemming}', niet naar '{taken[vraag.taak].naar}'"


def rechtstreeks_verwezen(melding: Melding) -> bool:
    """Tell whether a child was referred to jeugdhulp itself by somebody who may (L-82)."""
    verwijzer = melding.verwijzer
    return verwijzer is not None and verwijzer.rechtstreeks and verwijzer.soort in NAAR_JEUGDHULP


def alleen_algemeen_gevraagd(melding: Melding) -> bool:
    """Tell whether only general provisions are asked for, by a household that is not in trouble (W-11, B-7)."""
    algemeen = {item.id for item in producten() if item.soort is Voorzieningsoort.ALGEMEEN}
    gevraagd = [vraag for vraag in melding.hulpvragen if vraag.wet is not None]
    meervoudig = melding.problematiek is Problematiek.MEERVOUDIG
    zwaar = meervoudig or melding.verliest_regie or any(vraag.gespecialiseerd for vraag in melding.hulpvragen)
    return bool(gevraagd) and not zwaar and all(vraag.product in algemeen for vraag in gevraagd)
