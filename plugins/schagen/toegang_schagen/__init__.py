"""Gemeente Schagen: model ``telefoonfilter``, with Mijn Inkomen as digital door and Mijn Regie in its letters."""

from __future__ import annotations

from collections.abc import Mapping

from toegang import Besluit, Gemeentebeeld, Gemeenteplugin, Zaak, hookimpl


class Schagen(Gemeenteplugin):
    """Intake and team follow from the model; regie, form and archive from the data."""

    @hookimpl
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Point at the portal where residents see their contacts and appointments (S-17)."""
        return {"contact": ("In Mijn Regie op onze website kunt u uw contactmomenten en afspraken bekijken.",)}


plugin = Schagen.uit_pakket(__name__)
