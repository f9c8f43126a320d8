"""The letters, and their PDF files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from sqlalchemy import delete, insert, select, update

from toegang.domain.brief import Brief
from toegang.storage import tabellen
from toegang.storage.fouten import NietGevonden, veilig
from toegang.storage.kluis import Plek
from toegang.storage.sessie import Sessie
from toegang.storage.verzameling import Verzameling

_PDFS_PER_KEER = 50


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

    def bewaar_pdfs(self, pdfs: Mapping[str, tuple[str, bytes]]) -> None:
        """Store many PDFs, encrypted; each replaces an earlier one.

        Args:
            pdfs: letter → (its dossier, the PDF).

        Raises:
            NietGevonden: when a dossier does not exist.
            DossierVernietigd: when it was destroyed.
        """
        if not pdfs:
            return
        bestanden, verbinding = tabellen.briefbestanden, self.sessie.verbinding
        verbinding.execute(delete(bestanden).where(bestanden.c.brief_id.in_(list(pdfs))))
        rijen = []
        for brief_id, (dossier_id, pdf) in pdfs.items():
            plek = Plek("briefbestanden", brief_id, "inhoud")
            inhoud = self.sessie.dossiersleutel(dossier_id).versleutel(plek, pdf)
            rijen.append({"brief_id": brief_id, "dossier_id": dossier_id, "inhoud": inhoud})
            self.sessie.noteer("briefbestanden", brief_id, dossier_id)
        verbinding.execute(insert(bestanden), rijen)

    def wis_pdfs(self, brieven: Sequence[Brief]) -> None:
        """Remove the PDFs of letters that will not go as they are."""
        bestanden = tabellen.briefbestanden
        for brief in brieven:
            self.sessie.noteer("briefbestanden", brief.id, brief.dossier_id)
        self.sessie.verbinding.execute(
            delete(bestanden).where(bestanden.c.brief_id.in_([brief.id for brief in brieven]))
        )

    def pdfs(self, brieven: Sequence[Brief]) -> Iterator[tuple[Brief, bytes]]:
        """Give the PDFs of letters, in that order, a few at a time in memory; those without one are left out.

        Args:
            brieven: the letters.
        """
        bestanden, bron = tabellen.briefbestanden, iter(brieven)
        while deel := tuple(islice(bron, _PDFS_PER_KEER)):
            vraag = select(bestanden.c.brief_id, bestanden.c.inhoud).where(
                bestanden.c.brief_id.in_([brief.id for brief in deel])
            )
            geheim = {rij.brief_id: rij.inhoud for rij in self.sessie.verbinding.execute(vraag)}
            for brief in deel:
                if brief.id in geheim:
                    plek = Plek("briefbestanden", brief.id, "inhoud")
                    yield brief, self.sessie.dossiersleutel(brief.dossier_id).ontsleutel(plek, geheim[brief.id])

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
