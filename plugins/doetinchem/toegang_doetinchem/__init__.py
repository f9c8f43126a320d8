"""Gemeente Doetinchem: model ``pleinen``, with the buurtcoach of the BV as coach."""

from __future__ import annotations

from collections.abc import Mapping

from toegang import Besluit, Gemeentebeeld, Gemeenteplugin, Zaak, hookimpl


class Doetinchem(Gemeenteplugin):
    """Team and regie follow from the model; intake, form and archive from the data."""

    @hookimpl
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Say that every door takes every question (D-1)."""
        return {"contact": ("U kunt met elke vraag terecht bij het Zorgplein, het Werkplein en het Buurtplein.",)}


plugin = Doetinchem.uit_pakket(__name__)
