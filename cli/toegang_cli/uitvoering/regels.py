"""The register of rules as a list, the own rules of a gemeente, and the confirmation of rules of law."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict

from toegang import guards
from toegang.domain.ingebouwd import INGEBOUWD, Ingebouwd, laad_ingebouwd
from toegang.domain.organisatie import EigenRegel
from toegang.domain.regelboek import achtergrond, boekregel, regelboek
from toegang.environment import BEVESTIGD, Klok, open_gemeente
from toegang.errors import Conflict, NietToegestaan
from toegang.guards.register import ALTIJD_HARD, NOG_TE_TOETSEN, REGELS, Moment, Regel, Regelsoort
from toegang.tenancy import Register
from toegang.tenancy.wissel import Wissel, voer_wissel_uit
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN, zeg_kop

assert guards.__all__  # importing the package is what registers the rules

_GEEN = "geen"
"""What stands under the key when every confirmation was withdrawn: an answer cannot be empty."""


def lijst(*, moment: str | None, gemeente: str | None, als_json: bool) -> None:
    """List all rules, or those of one step; with a gemeente those that are on there, and its own rules."""
    eigen: Mapping[str, EigenRegel] = {}
    bevestigd: frozenset[str] = frozenset()
    gekozen = [item for item in alle_regels() if moment is None or item.moment == moment.upper()]
    if gemeente is not None:
        with open_gemeente(gemeente) as geopend:
            beeld = geopend.omgeving.beeld()
            eigen, bevestigd = beeld.organisatie.regels, geopend.omgeving.bevestigd
        gekozen = [item for item in gekozen if item.geldt_voor(beeld)]
    ingebouwd = ingebouwde_regels() if moment is None else []
    if als_json:
        velden = {"regels": [_velden(item, bevestigd) for item in gekozen]}
        velden |= {"ingebouwd": [asdict(item) for item in ingebouwd]} if moment is None else {}
        velden |= {"achtergrond": [{"id": item.id, "tekst": item.tekst} for item in achtergrond()]}
        toon_json(velden | ({"eigen_regels": _eigen_velden(eigen)} if gemeente else {}))
        return
    toon_tabel(
        ("Regel", "Soort", "Stap", "Titel", "Grondslag", "Bewijs"),
        [
            (item.id, item.soort, item.moment, item.titel, item.grondslag, bewijs_van(item, bevestigd))
            for item in gekozen
        ],
        leeg="Voor deze stap zijn er geen regels.",
    )
    wachten = sum(1 for item in gekozen if waarschuwt_nog(item, bevestigd))
    if wachten:
        toon("", f"{aantal(wachten, 'regel', 'regels')} van de wet wacht op een jurist en waarschuwt tot dan alleen.")
    if ingebouwd:
        toon("", "Ingebouwd in een berekening of een stap:", "")
        toon_tabel(("Regel", "Wat Toegang daar doet"), [(item.id, item.titel) for item in ingebouwd], leeg="")
    if moment is None:
        toon("", "Achtergrond in elke gemeente; daar toetst Toegang niets aan:", "")
        toon_tabel(("Regel", "Wat de bron zegt"), [(item.id, item.tekst) for item in achtergrond()], leeg="")
    if eigen and moment is None:
        toon("", "Wat de bron van deze gemeente zegt:", "")
        rijen = [(id, regel.sterkte.value, regel.frase) for id, regel in eigen.items()]
        toon_tabel(("Regel", "Sterkte", "De bron zegt"), rijen, leeg="")


def bevestig(id: str, naam: str, *, intrekken: bool, proef: bool) -> None:
    """Record that a jurist confirmed a rule of law for this gemeente, or withdraw that.

    Raises:
        Invoerfout: the rule does not exist.
        NietToegestaan: the rule needs no confirmation.
        Conflict: it was confirmed already, or was not.
    """
    regel = _te_bevestigen(id)
    register, klok = Register.standaard(), Klok.van_machine()
    with open_gemeente(naam, register=register, klok=klok) as gemeente:
        zeg_kop(naam, gemeente.stand)
        if proef:
            _met_regel(regel, naam, intrekken=intrekken)(gemeente.omgeving.antwoorden.get(BEVESTIGD))
            zeg(NIETS_OPGESLAGEN)
            return
        wissel = Wissel(
            sleutel=BEVESTIGD,
            waarde=_met_regel(regel, naam, intrekken=intrekken),
            actie="regel.ingetrokken" if intrekken else "regel.bevestigd",
            detail={"regel": regel},
        )
        pad, opslag = register.paden(naam).instellingen, gemeente.omgeving.opslag
        voer_wissel_uit(pad, opslag, gemeente.actor(), wissel, klok.nu())
    if intrekken:
        toon(f"Gemeente {naam}: regel {regel} is niet meer bevestigd en waarschuwt weer alleen.")
    elif all(item.waarschuwt for (sleutel, _), item in REGELS.items() if sleutel == regel):
        toon(f"Gemeente {naam}: regel {regel} is bevestigd; zij blijft een waarschuwing.")
    else:
        toon(f"Gemeente {naam}: regel {regel} is bevestigd en weigert voortaan.")


def _met_regel(regel: str, naam: str, *, intrekken: bool) -> Callable[[str | None], str]:
    """Return what makes the new answer out of the present one, so that two who confirm at once both count."""

    def nieuw(antwoord: str | None) -> str:
        nu = frozenset((antwoord or "").split()) - {_GEEN}
        if (regel in nu) is not intrekken:
            stand = "nog niet bevestigd" if intrekken else "al bevestigd"
            raise Conflict(f"Regel {regel} is in gemeente {naam} {stand}.", vervolg="Er is niets gewijzigd.")
        return " ".join(sorted(nu - {regel} if intrekken else nu | {regel})) or _GEEN

    return nieuw


def alle_regels() -> list[Regel]:
    """Return all rules in order of step and id."""
    momenten = list(Moment)
    return sorted(REGELS.values(), key=lambda item: (momenten.index(item.moment), item.id))


def ingebouwde_regels() -> list[Ingebouwd]:
    """Return the rules that are no check but part of a calculation or a step, in order of number."""
    laad_ingebouwd()
    bekend = list(regelboek())
    return sorted(INGEBOUWD.values(), key=lambda item: (bekend.index(item.id), item.plaats))


def waarschuwt_nog(item: Regel, bevestigd: frozenset[str] = frozenset()) -> bool:
    """Tell whether a rule of law warns until a jurist confirmed it.

    Args:
        item: the rule.
        bevestigd: rules that a gemeente confirmed.
    """
    twijfel = item.soort is Regelsoort.WET and item.bewijs in NOG_TE_TOETSEN
    return twijfel and item.id not in ALTIJD_HARD | bevestigd


def bewijs_van(item: Regel, bevestigd: frozenset[str] = frozenset()) -> str:
    """Return the evidence mark of a rule, and whether it is still to be checked; see :func:`waarschuwt_nog`."""
    if waarschuwt_nog(item, bevestigd):
        return f"{item.bewijs} (nog te toetsen)"
    return f"{item.bewijs} (bevestigd)" if item.id in bevestigd else item.bewijs


def _te_bevestigen(id: str) -> str:
    """Return the id of a rule that can be confirmed."""
    regel = boekregel(id).id
    if any(waarschuwt_nog(item) for item in REGELS.values() if item.id == regel):
        return regel
    geregistreerd = any(sleutel == regel for sleutel, _ in REGELS)
    waarom = "vraagt geen bevestiging" if geregistreerd else "wordt door geen controle getoetst"
    te_bevestigen = sorted({item.id for item in REGELS.values() if waarschuwt_nog(item)})
    raise NietToegestaan(
        f"Regel {regel} {waarom}.", vervolg=f"Een jurist kan deze bevestigen: {', '.join(te_bevestigen)}."
    )


def _velden(item: Regel, bevestigd: frozenset[str]) -> dict[str, object]:
    return {
        "id": item.id,
        "soort": item.soort.value,
        "moment": item.moment.value,
        "titel": item.titel,
        "grondslag": item.grondslag,
        "bewijs": item.bewijs,
        "waarschuwt_tot_bevestigd": waarschuwt_nog(item, bevestigd),
    }


def _eigen_velden(eigen: Mapping[str, EigenRegel]) -> list[dict[str, object]]:
    return [
        {"id": id, "sterkte": regel.sterkte.value, "frase": regel.frase, "bron": regel.bron}
        for id, regel in eigen.items()
    ]
