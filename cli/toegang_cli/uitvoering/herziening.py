"""Look again at a running zaak: single or multiple, and the regie over its household."""

from __future__ import annotations

from collections.abc import Sequence

from toegang.domain.begrippen import Problematiek, Zelfregie
from toegang.errors import Invoerfout
from toegang.lifecycle.herziening import Regiefeiten, hertriage, herzie_regie
from toegang_cli.uitvoer import toon, toon_velden, zeg
from toegang_cli.uitvoering.stappen import regievelden
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek, zaaknummer


def kies_problematiek(*, meervoudig: bool, enkelvoudig: bool) -> Problematiek:
    """Return what the zaak is.

    Raises:
        Invoerfout: neither or both of the options.
    """
    if meervoudig is enkelvoudig:
        raise Invoerfout("Kies één van beide: --meervoudig of --enkelvoudig.", vervolg="Er is niets gewijzigd.")
    return Problematiek.MEERVOUDIG if meervoudig else Problematiek.ENKELVOUDIG


def problematiek(naam: str, zaak_id: str, naar: Problematiek, *, als: str | None, proef: bool) -> None:
    """Say what a zaak is; a change brings team and regie again."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        uitkomst = hertriage(plek.omgeving, plek.actor, nummer, naar)
    if uitkomst.was.problematiek is naar:
        toon(f"Zaak {nummer} blijft {naar.lower()}; dat er opnieuw naar gekeken is, is vastgelegd.")
    else:
        toon(f"Zaak {nummer} is nu {naar.lower()}; bestemming: {uitkomst.zaak.bestemming}.")
    if uitkomst.team is not None:
        wie = ", ".join(lid.medewerker for lid in (*uitkomst.team.leden, *uitkomst.team.adviseurs))
        toon(f"Het team is opnieuw samengesteld: {uitkomst.team.team}, met {wie}.")
    if uitkomst.regie is not None:
        toon("De regie is opnieuw bepaald:")
        toon_velden(regievelden(uitkomst.regie))
    if proef:
        zeg(NIETS_OPGESLAGEN)


def lees_feiten(
    zelfregie: str | None, professionals: int | None, erbij: Sequence[str], eraf: Sequence[str]
) -> Regiefeiten:
    """Return the facts that change, read from the options."""
    zelf = Zelfregie(zelfregie.replace("-", "_").upper()) if zelfregie is not None else None
    return Regiefeiten(zelf, professionals, tuple(erbij), tuple(eraf))


def herzie(naam: str, zaak_id: str, feiten: Regiefeiten, *, als: str | None, proef: bool) -> None:
    """Decide on regie again."""
    nummer = zaaknummer(zaak_id)
    with werkplek(naam, als, proef=proef) as plek:
        regie = herzie_regie(plek.omgeving, plek.actor, nummer, feiten)
    toon_velden(regievelden(regie))
    zeg(NIETS_OPGESLAGEN if proef else f"Waarom zo: toegang waarom {nummer} regie -g {naam}")
