"""A round past the indications that end: the letter in line, the new research planned, and why one is passed by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from toegang.domain.begrippen import Wet
from toegang.errors import Invoerfout
from toegang.lifecycle.herindicatie import Afloop, aflopend
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.nazorgbrief import EINDE, leg_brief_klaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid


class Rondestand(StrEnum):
    """What the round does with an indication."""

    BRIEF = "de brief staat klaar"
    AANGEKONDIGD = "de inwoner weet het al"
    VERVOLG = "er loopt al een nieuwe zaak"
    VOORBIJ = "al voorbij: bel de inwoner"
    GEEN_LEVERING = "geen levering bekend: bel de inwoner"
    GEEN_BRIEF = "voor deze wet is er geen brief: bel de inwoner"


@dataclass(frozen=True)
class Ronderegel:
    """One indication in the round.

    Args:
        afloop: the indication.
        stand: what is done with it.
        brief: the letter, when there is one.
        heronderzoek_op: day on which the gemeente looks again, when that is planned.
    """

    afloop: Afloop
    stand: Rondestand
    brief: str | None = None
    heronderzoek_op: date | None = None


def houd_ronde(
    omgeving: Omgeving, actor: Actor, binnen: int, *, heronderzoek_vooraf: int | None = None
) -> tuple[Ronderegel, ...]:
    """Go past every indication that ends; all of it is one unit of work, and doing it again adds nothing.

    Args:
        omgeving: the gemeente.
        actor: who does it; must be a medewerker.
        binnen: indications that end within so many days.
        heronderzoek_vooraf: plan looking again so many days before the end, where nothing was planned (L-64);
            ``None`` = plan nothing.

    Returns:
        Every indication, the first to end first.

    Raises:
        NietToegestaan: no medewerker acts.
        Invoerfout: a number of days cannot be.
    """
    if binnen < 1 or (heronderzoek_vooraf is not None and heronderzoek_vooraf < 0):
        raise Invoerfout("Dit aantal dagen kan niet.", vervolg="Kies een aantal dagen vanaf 1.")
    with omgeving.werk(actor) as werk:
        wie(werk, actor, "Een herindicatieronde")
        regels = tuple(_doe(werk, omgeving, item, heronderzoek_vooraf) for item in aflopend(werk, omgeving, binnen))
        met_brief = sum(regel.stand is Rondestand.BRIEF for regel in regels)
        werk.log(
            "herindicatie.ronde", detail={"binnen": str(binnen), "gezien": str(len(regels)), "brief": str(met_brief)}
        )
        werk.commit()
    return regels


def _doe(werk: Werkeenheid, omgeving: Omgeving, item: Afloop, vooraf: int | None) -> Ronderegel:
    stand = _stand(item)
    op = item.levering.heronderzoek_op if item.levering else None
    if (
        item.levering is not None
        and stand in (Rondestand.BRIEF, Rondestand.AANGEKONDIGD)
        and vooraf is not None
        and op is None
    ):
        op = max(omgeving.vandaag(), item.einddatum - timedelta(days=vooraf))
        levering = werk.leveringen.haal(item.levering.id)
        werk.leveringen.bewaar(levering.gewijzigd(heronderzoek_op=op))
        detail = {"levering": levering.id, "op": op.isoformat()}
        werk.log("heronderzoek.gepland", zaak=item.zaak.id, dossier=item.zaak.dossier_id, detail=detail)
    if stand is not Rondestand.BRIEF:
        return Ronderegel(item, stand, None, op)
    zaak = item.zaak
    brief = leg_brief_klaar(werk, zaak.dossier_id, zaak.id, EINDE, omgeving.vandaag(), of_die_al_wacht=True)
    return Ronderegel(item, stand, brief.id, op)


def _stand(item: Afloop) -> Rondestand:
    if item.dagen < 0:
        return Rondestand.VOORBIJ
    if item.vervolg:
        return Rondestand.VERVOLG
    if item.levering is None or item.levering.einddatum is None:
        return Rondestand.GEEN_LEVERING
    if item.levering.aangekondigd_op is not None:
        return Rondestand.AANGEKONDIGD
    return Rondestand.BRIEF if item.zaak.wet is Wet.WMO else Rondestand.GEEN_BRIEF
