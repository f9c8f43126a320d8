"""Plain Dutch for what storage knows by a code."""

from __future__ import annotations

from toegang.domain.begrippen import Besluitsoort, Kanaal, Wet
from toegang.domain.gespreksafspraak import Afgezegd, Gespreksafspraak
from toegang.domain.levensloop import HEEFT_ONDERZOEK, Stap
from toegang.domain.zaak import Zaak

ONDERWERP = {
    Wet.WMO: "hulp en ondersteuning (Wmo)",
    Wet.JEUGDWET: "jeugdhulp",
    Wet.PARTICIPATIEWET: "werk en inkomen",
    Wet.WGS: "hulp bij schulden",
    Wet.GPK: "gehandicaptenparkeerkaart",
    Wet.LLV: "leerlingenvervoer",
}
_KANAAL = {
    Kanaal.TELEFOON: "via de telefoon",
    Kanaal.BALIE: "aan de balie",
    Kanaal.WEBFORMULIER: "via de website",
    Kanaal.EMAIL: "per e-mail",
    Kanaal.BRIEF: "per brief",
    Kanaal.MIJN_INKOMEN: "via Mijn Inkomen",
}
_PLAATS = {
    "THUIS": "bij u thuis",
    "KANTOOR": "op kantoor",
    "TELEFONISCH": "aan de telefoon",
    "ELDERS": "op een andere plek",
}
_BESLUIT = {
    Besluitsoort.TOEKENNING: "U krijgt dit.",
    Besluitsoort.AFWIJZING: "U krijgt dit niet.",
    Besluitsoort.WIJZIGING: "Wat u krijgt, verandert.",
    Besluitsoort.INTREKKING: "Wat u kreeg, is ingetrokken.",
    Besluitsoort.BEEINDIGING: "Wat u kreeg, is gestopt.",
    Besluitsoort.BUITEN_BEHANDELING: "Uw aanvraag is niet behandeld.",
    Besluitsoort.VERLENGING: "Wat u kreeg, gaat langer door.",
    Besluitsoort.TIJDELIJK: "U krijgt dit tijdelijk.",
    Besluitsoort.VOORSCHOT: "U krijgt een voorschot.",
}
_STAND = {
    Stap.INTAKE: "Uw vraag is binnen. Wij kijken wie u gaat helpen.",
    Stap.TEAM: "Er zijn mensen die uw vraag behandelen.",
    Stap.REGIE: "Er zijn mensen die uw vraag behandelen. De volgende stap is een gesprek met u.",
    Stap.GESPREK: "Wij hebben met u gesproken. Nu maken wij samen een plan.",
    Stap.PLAN: "Uw plan is klaar. De volgende stap is uw aanvraag.",
    Stap.AANVRAAG: "Uw aanvraag is binnen. Wij nemen een besluit.",
    Stap.BESLUIT: "Er is een besluit genomen.",
    Stap.BESCHIKKING: "Er is een besluit genomen. Wij maken de brief.",
    Stap.BEKENDMAKING: "Het besluit is naar u verzonden.",
    Stap.SLUITING: "Uw vraag is afgerond.",
    Stap.ARCHIEF: "Uw vraag is afgerond. Wij bewaren uw gegevens zo lang als dat moet.",
}
_ZONDER_ONDERZOEK = {
    Stap.AANVRAAG: "Uw aanvraag is binnen. Wij kijken wie haar behandelt.",
    Stap.TEAM: "Er zijn mensen die uw aanvraag behandelen.",
    Stap.REGIE: "Er zijn mensen die uw aanvraag behandelen. Wij nemen een besluit.",
    Stap.PLAN: "Uw plan is klaar. Wij nemen een besluit.",
}
_BRIEVEN = {
    "melding/ontvangstbevestiging": "Bevestiging dat uw melding binnen is",
    "plan/plan-is-beschikking": "Uw plan, dat ook het besluit is",
    "plan/plan-van-aanpak": "Plan van aanpak",
    "buiten-behandeling": "Besluit: uw aanvraag is niet behandeld",
    "gesprek/uitnodiging": "Uitnodiging voor een gesprek",
    "gesprek/verslag": "Verslag van ons gesprek",
    "aanvraag/aanvulling": "Vraag om uw aanvraag aan te vullen",
    "besluit/voornemen": "Wat wij willen besluiten, met de vraag wat u daarvan vindt",
    "termijn/verdaging": "Bericht dat ons besluit later komt",
    "termijn/opschorting": "Bericht dat wij nu niet kunnen beslissen",
    "termijn/hervatting": "Bericht dat wij verdergaan met uw vraag",
    "termijn/dwangsom": "Besluit over een dwangsom",
    "nazorg/ontvangst-bezwaar": "Bevestiging dat uw bezwaar binnen is",
    "bezwaar/herstel": "Vraag om uw bezwaar aan te vullen",
    "bezwaar/doorzending": "Bericht dat wij uw bezwaar hebben doorgestuurd",
    "bezwaar/besluit": "Besluit op uw bezwaar",
    "aanbieder/kopie": "Verzoek aan een aanbieder om u hulp te geven",
    "informatie/informatiebrief": "Brief met informatie",
}
_OP_HET_EIND = {"toekenning": "Besluit: wat u krijgt", "afwijzing": "Besluit: afwijzing"}


def stand_van(zaak: Zaak) -> str:
    """Say where a zaak is."""
    if zaak.wet not in HEEFT_ONDERZOEK and zaak.status in _ZONDER_ONDERZOEK:
        return _ZONDER_ONDERZOEK[zaak.status]
    return _STAND[zaak.status]


def brief(sjabloon: str) -> str:
    """Say what a letter is."""
    return _BRIEVEN.get(sjabloon) or _OP_HET_EIND.get(sjabloon.rpartition("/")[2]) or "Brief over uw vraag"


def melding(kanaal: Kanaal) -> str:
    """Say how a question came in."""
    return f"Uw vraag kwam binnen {_KANAAL.get(kanaal, '')}".strip() + "."


def eerder_contact(kanaal: Kanaal) -> str:
    """Say that there was contact before the question was recorded."""
    return f"Contact {_KANAAL.get(kanaal, '')}".strip() + "."


def afspraak(van: Gespreksafspraak) -> str:
    """Say where an appointment is, and whether it was called off."""
    adres = f"{van.adres.rstrip('.')}." if van.adres else ""
    tekst = " ".join(filter(None, (f"Gesprek {_PLAATS[van.plaats]}.", adres, van.toelichting.strip())))
    if van.staat:
        return tekst
    return f"{tekst} Afgezegd door {'u' if van.afgezegd_door is Afgezegd.INWONER else 'ons'}."


def gesprek(plaats: str) -> str:
    """Say where a conversation is."""
    return f"Gesprek {_PLAATS.get(plaats, '')}".strip() + "."


def besluit(soort: Besluitsoort) -> str:
    """Say what was decided."""
    return _BESLUIT.get(soort, "Er is een besluit genomen.")
