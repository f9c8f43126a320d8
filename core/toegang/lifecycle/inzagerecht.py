"""May this medewerker see this zaak? Checked before anything of it is shown, and logged either way (Z-20)."""

from __future__ import annotations

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.inzagerecht import Betrokkenheid, Diepte, Inzagereden, rechten_van
from toegang.domain.medewerker import Medewerker
from toegang.domain.team import Casusteam
from toegang.domain.zaak import Zaak
from toegang.errors import NietToegestaan
from toegang.guards.contexten_inzage import InzageToets
from toegang.guards.inzage import alleen_wie_bevoegd_is
from toegang.guards.register import Moment, staat_uit, toets, weiger_bij_overtreding
from toegang.lifecycle.mensenwerk import namens
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.storage import NietGevonden, Werkeenheid

_REGEL = "Z-20"


def vereis_inzage(
    werk: Werkeenheid,
    zaak: Zaak,
    diepte: Diepte,
    beeld: Gemeentebeeld | None,
    reden: Inzagereden | None = None,
) -> dict[str, str]:
    """Check that the acting medewerker may see a zaak; a refusal is logged and kept.

    Facts of the process hold no name, so a user who is no medewerker (the beheerder) may see those.

    Args:
        werk: a unit of work; the refusal is committed in it.
        zaak: the zaak.
        diepte: facts, or the file.
        beeld: the gemeente; ``None`` when its data are not on this machine: then the standard table holds.
        reden: why it must be seen nevertheless.

    Returns:
        What belongs in the log line of the reading: the reason, when there was one.

    Raises:
        Regelovertreding: this medewerker may not (Z-20).
        NietToegestaan: likewise, where the data of the gemeente are not on this machine.
    """
    if werk.actor.medewerker is None and diepte is Diepte.FEITEN:
        return {}
    mens = _medewerker(werk)
    context = InzageToets(
        zaak=zaak,
        medewerker=mens.id if mens else None,
        functie=mens.functie if mens else None,
        betrokken=betrokkenheid(werk, zaak, mens, beeld) if mens else frozenset(),
        diepte=diepte,
        reden=reden,
        rechten=rechten_van(beeld.organisatie.inzage if beeld else ()),
        beeld=beeld,
    )
    try:
        _keur(context, zaak.id)
    except NietToegestaan:
        werk.log(GEWEIGERD, zaak=zaak.id, dossier=zaak.dossier_id, detail={"stap": "inzien", "regels": _REGEL})
        werk.commit()
        raise
    return {"reden": reden.value} if reden else {}


def betrokkenheid(
    werk: Werkeenheid, zaak: Zaak, mens: Medewerker, beeld: Gemeentebeeld | None
) -> frozenset[Betrokkenheid]:
    """Return how a medewerker is concerned with a zaak.

    Args:
        werk: a unit of work.
        zaak: the zaak.
        mens: the medewerker.
        beeld: the gemeente, for its besluitroute; ``None`` = what is stored only.
    """
    gevonden = set()
    team = _team(werk, zaak)
    # Who replaces an absent colleague sees what that colleague sees.
    ik = namens(werk, mens.id, beeld.peildatum) if beeld else frozenset({mens.id})
    if ik & {*zaak.leden, *(lid.medewerker for lid in (team.leden if team else ()))}:
        gevonden.add(Betrokkenheid.TEAM)
    if team is None and zaak.bestemming in mens.teams:
        gevonden.add(Betrokkenheid.BESTEMMING)
    if team and ik & {lid.medewerker for lid in team.adviseurs}:
        gevonden.add(Betrokkenheid.ADVISEUR)
    if ik & _regie(werk, zaak):
        gevonden.add(Betrokkenheid.REGIE)
    if mens.id in _besluit(werk, zaak) or mens.functie in _route(zaak, beeld):
        gevonden.add(Betrokkenheid.BESLUIT)
    return frozenset(gevonden)


def _keur(context: InzageToets, zaak: str) -> None:
    if context.beeld is not None:
        weiger_bij_overtreding(toets(Moment.INZAGE, context, context.beeld), f"Zaak {zaak}")
        return
    klachten = () if staat_uit(_REGEL) else tuple(alleen_wie_bevoegd_is(context))
    if klachten:
        raise NietToegestaan(
            f"Zaak {zaak}: geweigerd ({_REGEL}): {'; '.join(klachten)}.",
            vervolg="De gegevens van de gemeente zijn hier niet te lezen; dan ziet alleen wie betrokken is een zaak.",
        )


def _medewerker(werk: Werkeenheid) -> Medewerker | None:
    try:
        return werk.medewerkers.haal(werk.actor.medewerker) if werk.actor.medewerker else None
    except NietGevonden:
        return None


def _team(werk: Werkeenheid, zaak: Zaak) -> Casusteam | None:
    sporen = [spoor for spoor in werk.sporen.zoek(zaak_id=zaak.id) if spoor.hook == "compose_team"]
    return Casusteam.model_validate(sporen[-1].antwoord) if sporen else None


def _regie(werk: Werkeenheid, zaak: Zaak) -> set[str | None]:
    regie = werk.regie.huidig(zaak.dossier_id)
    if regie is None:
        return set()
    rollen = ("regisseur", "indicatieregie", "coordinatie", "casemanager", "eerste_aanspreekpunt")
    return {getattr(regie, rol) for rol in rollen} - {None}


def _besluit(werk: Werkeenheid, zaak: Zaak) -> set[str]:
    mensen = set()
    for record in werk.besluiten.zoek(zaak_id=zaak.id):
        besluit = record.besluit
        mensen |= {deel.medewerker for deel in (besluit.beoordelaar, besluit.toetser, besluit.beslisser) if deel}
        mensen |= {record.ondertekenaar} if record.ondertekenaar else set()
    return mensen


def _route(zaak: Zaak, beeld: Gemeentebeeld | None) -> set[str]:
    """Return the functies that do a step of the besluitroute; assessing is for the team, so that is left out."""
    route = beeld.organisatie.route(zaak.wet, zaak.problematiek, beeld.peildatum) if beeld else None
    if route is None:
        return set()
    rollen = (route.toets_rol, route.besluit_rol, route.ondertekenaar_functie, route.verzend_rol, route.bezwaar_rol)
    return {rol for rol in rollen if rol is not None}
