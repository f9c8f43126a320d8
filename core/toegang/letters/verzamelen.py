"""Gather out of storage what one letter is made from, or the reason why it waits for a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from toegang.domain.aanbieder import Aanbieder
from toegang.domain.begrippen import Wet
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief
from toegang.domain.huishouden import Dossier, Inwoner
from toegang.domain.medewerker import Medewerker
from toegang.domain.ontvangers import Ontvanger
from toegang.domain.opschorting import Onderwerp
from toegang.domain.zaak import Zaak
from toegang.letters.anderbesluit import ander_besluit
from toegang.letters.bronnen import Briefbron
from toegang.letters.geadresseerden import kies_geadresseerden, vereis_indiener
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.nazorgdelen import nazorggegevens
from toegang.letters.procesdelen import Procesbron, procesgegevens
from toegang.letters.samenstellen import stel_samen
from toegang.lifecycle.aanbieders import aanbieders
from toegang.lifecycle.besluitinhoud import verzoek_om_aanvulling
from toegang.lifecycle.briefaard import aard_van_brief
from toegang.lifecycle.exemplaren import zelfde_brief
from toegang.lifecycle.indiener import andere_indiener, inwoners_die_lezen
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.plan import plan_van_zaak
from toegang.lifecycle.termijnen import beleid_van, termijnen_van
from toegang.lifecycle.toestemming import gedeeld_op
from toegang.storage import Werkeenheid


class Verzamelaar:
    """Reads letters out of one unit of work; people who are named are read once.

    Args:
        werk: unit of work; only read from.
        omgeving: the gemeente.
        matrix: which letters exist.
    """

    def __init__(self, werk: Werkeenheid, omgeving: Omgeving, matrix: Brievenmatrix) -> None:
        self._werk = werk
        self._omgeving = omgeving
        self._matrix = matrix
        self._medewerkers: Mapping[str, Medewerker] = {mens.id: mens for mens in werk.medewerkers.zoek()}

    def gegevens(self, brief: Brief, dagtekening: date) -> Briefgegevens:
        """Return everything that is printed on a letter.

        Args:
            brief: the letter that is due.
            dagtekening: the date to print.

        Returns:
            The data of the letter.

        Raises:
            Aangehouden: it waits for a person.
            ToegangFout: something that it prints is not there; see
                :func:`toegang.letters.samenstellen.stel_samen`.
        """
        return stel_samen(self.bron(brief, dagtekening), self._matrix)

    def bron(self, brief: Brief, dagtekening: date) -> Briefbron:
        """Return the domain values behind a letter; see :meth:`gegevens`."""
        werk = self._werk
        zaak = werk.zaken.haal(brief.zaak_id)
        dossier = werk.dossiers.haal(zaak.dossier_id)
        inwoners = {persoon.id: persoon for persoon in werk.inwoners.zoek(dossier_id=zaak.dossier_id)}
        client = inwoners.get(zaak.client_id) or werk.inwoners.haal(zaak.client_id)
        besluit = werk.besluiten.haal(brief.besluit_id) if brief.besluit_id else None
        regie = werk.regie.huidig(zaak.dossier_id)
        proces = Procesbron(werk, self._omgeving, zaak, client, brief, dagtekening, self._medewerkers)
        indiener = andere_indiener(werk, brief)
        zaken = () if besluit else werk.zaken.zoek(melding_id=zaak.melding_id)
        return Briefbron(
            brief=brief.gewijzigd(dagtekening=dagtekening),
            organisatie=self._omgeving.organisatie,
            zaak=zaak,
            # who asked something for several people gets a letter about each: nobody reads of another (L-68)
            zaken=tuple(item for item in zaken if item.id != zaak.id and item.client_id == zaak.client_id),
            client=client,
            geadresseerden=self._geadresseerden(zaak, brief, dossier, client, inwoners, dagtekening),
            belanghebbende=indiener.belanghebbende if indiener else None,
            melding=werk.meldingen.haal(zaak.melding_id),
            besluit=besluit,
            plan=(besluit.plan if besluit else None) or plan_van_zaak(werk, zaak),
            gedeeld=tuple(sorted(gedeeld_op(werk, zaak.dossier_id, dagtekening))),
            medewerkers=self._medewerkers,
            aanspreekpunt=regie.eerste_aanspreekpunt if regie else None,
            alineas=self._alineas(brief, besluit),
            huisgenoten=tuple(inwoners.values()),
            toestemmingen=werk.toestemmingen.zoek(dossier_id=zaak.dossier_id),
            nazorg=nazorggegevens(werk, self._omgeving, zaak, brief),
            proces=procesgegevens(proces),
            ander=ander_besluit(proces),
            aanbieder=self._aanbieder(brief),
            beslissing_tot=self._beslissing_tot(zaak, zaken, dagtekening) if brief.is_bevestiging else (),
            vertrouwelijk=self._vertrouwelijk(zaak) if brief.aan_derde else (),
            **self._voorgeschiedenis(besluit),
        )

    def _beslissing_tot(self, zaak: Zaak, zaken: Iterable[Zaak], op: date) -> tuple[tuple[Wet, date], ...]:
        """Return the last day of the decision per act of one client, for lines that begin with an aanvraag."""
        gevonden: dict[Wet, date] = {}
        eigen = {item.id: item for item in (*zaken, zaak) if item.client_id == zaak.client_id}
        for item in eigen.values():
            if item.aanvraag_op is None:
                continue
            for termijn in termijnen_van(self._werk, item, op, beleid_van(self._omgeving)):
                over = termijn.schakel.over if termijn.schakel else None
                if over is Onderwerp.AANVRAAG and termijn.einde is not None:
                    gevonden[item.wet] = termijn.einde
        return tuple(gevonden.items())

    def _vertrouwelijk(self, zaak: Zaak) -> tuple[str, ...]:
        """Return what the gemeente knows of a dossier and a provider need not know (L-68)."""
        werk, teksten = self._werk, list[str]()
        for record in werk.besluiten.zoek(zaak_id=zaak.id):
            teksten += [record.motivering.conclusie, *(tekst for _, tekst in record.motivering.stappen)]
        for gesprek in werk.gesprekken.zoek(zaak_id=zaak.id):
            teksten += [gesprek.inbreng, gesprek.vraagverheldering, *(item.wat for item in gesprek.bijdragen)]
        teksten += werk.meldingen.haal(zaak.melding_id).woorden
        teksten += [tekst for item in werk.adviezen.zoek(zaak_id=zaak.id) for tekst in (item.conclusie, item.medisch)]
        return tuple(tekst for tekst in teksten if tekst.strip())

    def _aanbieder(self, brief: Brief) -> Aanbieder | None:
        if not brief.aan_derde:
            return None
        wie = self._werk.leveringen.haal(brief.aanleiding).aanbieder
        return aanbieders(self._werk).get(wie or "")

    def _geadresseerden(
        self, zaak: Zaak, brief: Brief, dossier: Dossier, client: Inwoner, inwoners: Mapping[str, Inwoner], op: date
    ) -> tuple[Ontvanger, ...]:
        if brief.aan_derde:
            return ()
        bezwaar = andere_indiener(self._werk, brief)
        if bezwaar is not None:
            return vereis_indiener(inwoners_die_lezen(self._werk, bezwaar), op)
        return kies_geadresseerden(
            client,
            dossier.leden,
            inwoners,
            op,
            exemplaar=brief.exemplaar,
            eigen=[item.exemplaar for item in zelfde_brief(self._werk, brief) if item.exemplaar],
            geen_eigen_brief=[wie for wie, _ in dossier.geen_eigen_brief],
            aard=aard_van_brief(self._werk, zaak, brief),
        )

    def _voorgeschiedenis(self, record: Besluitrecord | None) -> dict[str, Any]:
        """Return what a decision rests on that came before it: an earlier decision, a hearing, a request."""
        if record is None:
            return {}
        werk, opdracht = self._werk, record.opdracht
        herziening = opdracht.herziening if opdracht else None
        volgt = herziening is not None and record.besluit.soort.volgt_op_eerder
        return {
            "eerder": werk.besluiten.haal(herziening.besluit) if herziening and volgt else None,
            "hoor": werk.voorstellen.haal(record.voorstel_id).hoor if record.voorstel_id else None,
            "gevraagd": verzoek_om_aanvulling(werk, record.zaak_id),
        }

    def _alineas(self, brief: Brief, besluit: Besluitrecord | None) -> Mapping[str, tuple[str, ...]]:
        if besluit is None:
            return {}
        zaak = self._werk.zaken.haal(brief.zaak_id)
        beeld = self._omgeving.beeld(besluit.besluit.datum)
        return self._omgeving.bord.beschikking_alineas(zaak, besluit.besluit, beeld)
