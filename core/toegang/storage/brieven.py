"""The letters, and their PDF files."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from toegang.domain.brief import Brief
from toegang.storage import tabellen
from toegang.storage.fouten import NietGevonden, veilig
from toegang.storage.kluis import Plek
from toegang.storage.sessie import Sessie
from toegang.storage.verzameling import Verzameling


class Brieven(Verzameling[Brief]):
    """The letters, and their PDF files."""

    def __init__(self, sessie: Sessie) -> None:
        super().__init__(
            sessie,
            tabellen.brieven,
            Brief,
            "brief",
            dubbel="er is al een brief met hetzelfde kenmerk, of met dezelfde zaak, besluit, sjabloon en versie",
        )

    def bewaar_pdf(self, brief_id: str, pdf: bytes) -> None:
        """Store the PDF of a letter, encrypted; replaces an earlier one.

        Raises:
            NietGevonden: when there is no such letter.
        """
        brief, bestanden = self.haal(brief_id), tabellen.briefbestanden
        plek = Plek("briefbestanden", brief_id, "inhoud")
        inhoud = self.sessie.dossiersleutel(brief.dossier_id).versleutel(plek, pdf)
        vervangen = update(bestanden).where(bestanden.c.brief_id == brief_id).values(inhoud=inhoud)
        if self.sessie.verbinding.execute(vervangen).rowcount == 0:
            rij = {"brief_id": brief_id, "dossier_id": brief.dossier_id, "inhoud": inhoud}
            with self.sessie.uniek("het bestand van brief", brief_id):
                self.sessie.verbinding.execute(insert(bestanden).values(rij))
        self.sessie.noteer("briefbestanden", brief_id, brief.dossier_id)

    def pdf(self, brief_id: str) -> bytes:
        """Return the PDF of a letter.

        Raises:
            NietGevonden: when there is no such letter, or its PDF was not made yet.
        """
        brief, bestanden = self.haal(brief_id), tabellen.briefbestanden
        geheim = self.sessie.verbinding.execute(
            select(bestanden.c.inhoud).where(bestanden.c.brief_id == brief_id)
        ).scalar_one_or_none()
        if geheim is None:
            raise NietGevonden(
                f"Van brief {veilig(brief_id)} is nog geen PDF gemaakt.",
                vervolg="Maak eerst de brieven die klaarstaan.",
            )
        sleutel = self.sessie.dossiersleutel(brief.dossier_id)
        return sleutel.ontsleutel(Plek("briefbestanden", brief_id, "inhoud"), geheim)
