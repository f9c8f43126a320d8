"""Letters of a fusion on the command line."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.brief import Informatietekst
from toegang.fusion.brieven import maak_briefplan, zet_informatie_klaar
from toegang.fusion.lijsten import schrijf_csv
from toegang_cli.invoer import lees_waarde
from toegang_cli.uitvoer import aantal, toon, toon_json, zeg
from toegang_cli.uitvoering.fusieplek import fusieplek
from toegang_cli.werkplek import NIETS_OPGESLAGEN


def brieven(
    naam: str, tekst: Path | None, conversie: Path | None, *, als: str | None, proef: bool, als_json: bool
) -> None:
    """Show which letters are needed, and put informatiebrieven in line."""
    inhoud = lees_waarde(tekst, Informatietekst) if tekst is not None else None
    with fusieplek(naam, als) as plek, plek.doel() as gemeente:
        if inhoud is None:
            plan = maak_briefplan(plek.project, gemeente.omgeving, plek.actor)
        else:
            plan = zet_informatie_klaar(plek.project, gemeente.omgeving, plek.actor, inhoud, proef=proef)
        doel = plek.project.definitie.doel
    if conversie is not None:
        schrijf_csv(conversie, ("zaak",), [(nummer,) for nummer in plan.conversie])
        zeg(f"De {aantal(len(plan.conversie), 'zaak', 'zaken')} voor een besluit staan in het bestand.")
    if als_json:
        toon_json({"project": naam, **plan.__dict__})
    else:
        toon(
            f"Run {plan.run}:",
            f"  informatiebrief klaar te zetten: {len(plan.informatie) - plan.nieuw}",
            f"  informatiebrief nu klaargezet:   {plan.nieuw}",
            f"  informatiebrief stond al klaar:  {len(plan.al_klaar)}",
            f"  besluit nodig (geen brief):      {aantal(len(plan.conversie), 'zaak', 'zaken')}",
        )
    if plan.nieuw and not proef:
        zeg(f"Maak ze: toegang beschikking batch bevries --kies sjabloon=informatie/informatiebrief -g {doel}")
    if plan.conversie:
        zeg(
            "Een recht verandert alleen met een besluit. Schrijf de zaken met --conversie in een bestand en open de "
            f"herzieningen: toegang besluit herzie-ronde conversie --zaken BESTAND -g {doel}"
        )
    if proef:
        zeg(NIETS_OPGESLAGEN)
