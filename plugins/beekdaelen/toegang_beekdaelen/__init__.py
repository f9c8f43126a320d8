"""Gemeente Beekdaelen: model ``administratieloket``, and its administratie looks whether help is really given."""

from __future__ import annotations

from collections.abc import Mapping

from toegang import Besluit, Besluitsoort, Gemeentebeeld, Gemeenteplugin, Wet, Zaak, hookimpl


class Beekdaelen(Gemeenteplugin):
    """Intake and team follow from the model; regie, form and archive from the data."""

    @hookimpl
    def beschikking_alineas(
        self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Say that the administratie looks whether granted help is really given (B-44)."""
        if besluit.soort is not Besluitsoort.TOEKENNING or zaak.wet not in (Wet.WMO, Wet.JEUGDWET):
            return None
        return {
            "contact": ("Onze administratie kijkt of u de hulp ook echt krijgt. Gaat er iets niet goed? Bel ons dan.",)
        }


plugin = Beekdaelen.uit_pakket(__name__)
