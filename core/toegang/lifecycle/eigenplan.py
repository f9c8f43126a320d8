"""The resident's own plan, before the gesprek: offered, handed in, or not made (Wmo 2.3.2 lid 2, L-51, Z-9)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.begrippen import Wet
from toegang.domain.brief import Briefstatus
from toegang.domain.gespreksmap import Eigenplan, Eigenplansoort, Eigenplanstand, Eigenplanstap
from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.domain.termijnen import einde
from toegang.domain.termijnparameters import termijnparameter
from toegang.domain.termijnzaak import Voltooiing
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.lifecycle.intake import ONTVANGSTBEVESTIGING
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.termijnwerk import Termijnwerk
from toegang.lifecycle.vastleggen import controleer_dag, nieuw_id
from toegang.storage import Actor, Werkeenheid

TERMIJN = "wmo.persoonlijk_plan"
_BRIEF_WEG = (Briefstatus.GEMAAKT, Briefstatus.VERZONDEN)


class Eigenplanopgave(Waarde):
    """What is handed in on the own plan.

    Args:
        stap: what happened.
        op: day.
        soort: kind of plan.
        tekst: the plan in the resident's own words; or why there is none.
    """

    stap: Eigenplanstap = Eigenplanstap.ONTVANGEN
    op: date
    soort: Eigenplansoort = Eigenplansoort.PERSOONLIJK_PLAN
    tekst: str = Field(default="", max_length=100_000)


def leg_eigenplan_vast(omgeving: Omgeving, actor: Actor, zaak_id: str, opgave: Eigenplanopgave) -> Eigenplanstand:
    """Record what happened around the own plan of the resident.

    What is handed in after the seven days is kept too: the law gives the resident time, it does not forbid us to read.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        opgave: what happened.

    Returns:
        How it stands with the own plan then.

    Raises:
        Conflict: this zaak has no gesprek, is closed or decided on, or this was recorded already.
        Invoerfout: the day lies before the melding or in the future.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        _vereis_voor_besluit(zaak)
        controleer_dag("Dit", opgave.op, zaak.ontvangen_op, omgeving.vandaag())
        dossier = werk.dossiers.haal(zaak.dossier_id)
        nieuw = Eigenplan(
            **dict(opgave), id=nieuw_id("EP"), zaak_id=zaak.id, vastgelegd_door=werk.actor.medewerker or ""
        )
        if any(_gelijk(item, nieuw) for item in dossier.gespreksmap.eigen_plannen):
            raise Conflict(f"Dit is in zaak {zaak.id} al vastgelegd.", vervolg="Er is niets gewijzigd.")
        map_ = dossier.gespreksmap.gewijzigd(eigen_plannen=(*dossier.gespreksmap.eigen_plannen, nieuw))
        werk.dossiers.bewaar(dossier.gewijzigd(gespreksmap=map_))
        if zaak.wet is Wet.WMO and opgave.stap is not Eigenplanstap.AANGEBODEN:
            _meld_termijn_af(omgeving, werk, zaak, opgave)
        werk.log(
            "eigenplan.vastgelegd",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"eigenplan": nieuw.id, "stap": opgave.stap.value, "op": opgave.op.isoformat()},
        )
        stand = eigenplan_van(werk, zaak)
        werk.commit()
    return stand


def eigenplan_van(werk: Werkeenheid, zaak: Zaak) -> Eigenplanstand:
    """Return how it stands with the own plan; it serves every zaak of the same melding.

    The letter that confirms a Wmo melding tells of the plan, so its date counts as the day of telling.
    """
    zaken = tuple(item.id for item in werk.zaken.zoek(dossier_id=zaak.dossier_id) if item.melding_id == zaak.melding_id)
    stand = werk.dossiers.haal(zaak.dossier_id).gespreksmap.eigenplan(zaken)
    if zaak.wet is not Wet.WMO:
        return stand
    dagen = [
        brief.verzonden_op or brief.dagtekening
        for nummer in zaken
        for brief in werk.brieven.zoek(zaak_id=nummer)
        if brief.sjabloon == ONTVANGSTBEVESTIGING and brief.status in _BRIEF_WEG
    ]
    return stand.gewijzigd(
        brief_op=min((dag for dag in dagen if dag is not None), default=None), uiterlijk=uiterste_dag_plan(zaak)
    )


def uiterste_dag_plan(zaak: Zaak) -> date:
    """Return the last day to hand in a persoonlijk plan after a Wmo melding (L-51)."""
    return einde(zaak.ontvangen_op, termijnparameter(TERMIJN, zaak.ontvangen_op).termijn()).einde


def _vereis_voor_besluit(zaak: Zaak) -> None:
    stappen = LEVENSLOOP[zaak.wet]
    if Stap.GESPREK not in stappen:
        raise Conflict(
            f"Zaak {zaak.id} ({zaak.wet}) heeft geen gesprek, dus ook geen eigen plan.",
            vervolg=f"Bekijk de zaak met: toegang zaak toon {zaak.id}",
        )
    if not zaak.open or stappen.index(zaak.status) >= stappen.index(Stap.BESLUIT):
        raise Conflict(
            f"Zaak {zaak.id} staat op {zaak.status}; een eigen plan komt voor het besluit.",
            vervolg=f"Bekijk de zaak met: toegang zaak toon {zaak.id}",
        )


def _gelijk(item: Eigenplan, nieuw: Eigenplan) -> bool:
    velden = ("zaak_id", "stap", "op", "soort", "tekst")
    return all(getattr(item, veld) == getattr(nieuw, veld) for veld in velden)


def _meld_termijn_af(omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, opgave: Eigenplanopgave) -> None:
    """End the term of seven days; when it does not run any more there is nothing to end."""
    bij = Termijnwerk(omgeving, werk, zaak, None)
    if any(termijn.sleutel == TERMIJN and termijn.loopt for termijn in bij.keten):
        afgezien = opgave.stap is Eigenplanstap.AFGEZIEN
        bij.bewaar(bij.nieuw(Voltooiing(sleutel=TERMIJN, op=opgave.op, niet_nodig=afgezien)), "termijn.afgemeld")
