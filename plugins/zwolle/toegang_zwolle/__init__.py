"""Gemeente Zwolle: model ``wijkteams``; the plan is the besluit unless the law asks a beschikking."""

from __future__ import annotations

from collections.abc import Mapping

from toegang import Besluit, Gemeentebeeld, Gemeenteplugin, Zaak, hookimpl


class Zwolle(Gemeenteplugin):
    """Gesprek, team and form follow from the model; regie and archive from the data."""

    @hookimpl
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Say that there is one worker who knows the story (Z-17, Z-24)."""
        eigen = gemeente.organisatie.regels.get("Z-13")
        if eigen is None or zaak.wet not in eigen.lijsten.get("wetten", ()):
            return None
        tekst = (
            "U heeft één vaste medewerker als aanspreekpunt. Zo hoeft u uw verhaal niet steeds opnieuw te vertellen."
        )
        return {"contact": (tekst,)}


plugin = Zwolle.uit_pakket(__name__)
