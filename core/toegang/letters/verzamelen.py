"""Gather out of storage what one letter is made from, or the reason why it waits for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Bezwaar
from toegang.domain.brief import Brief
from toegang.domain.huishouden import Inwoner, Lid
from toegang.domain.medewerker import Medewerker
from toegang.letters.bronnen import Briefbron
from toegang.letters.geadresseerden import kies_geadresseerden, vereis_bereikbaar
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.nazorgdelen import nazorggegevens
from toegang.letters.samenstellen import stel_samen
from toegang.lifecycle.besluitinhoud import verzoek_om_aanvulling
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.plan import plan_van_zaak
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
        bezwaar = werk.bezwaren.haal(brief.bezwaar_id) if brief.bezwaar_id else None
        zaken = () if besluit else werk.zaken.zoek(melding_id=zaak.melding_id)
        return Briefbron(
            brief=brief.gewijzigd(dagtekening=dagtekening),
            organisatie=self._omgeving.organisatie,
            zaak=zaak,
            zaken=tuple(andere for andere in zaken if andere.id != zaak.id),
            client=client,
            geadresseerden=self._ontvangers(bezwaar, client, dossier.leden, inwoners, dagtekening),
            belanghebbende=bezwaar.belanghebbende if bezwaar else None,
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
            **self._voorgeschiedenis(besluit),
        )

    def _ontvangers(
        self,
        bezwaar: Bezwaar | None,
        client: Inwoner,
        leden: Sequence[Lid],
        inwoners: Mapping[str, Inwoner],
        op: date,
    ) -> tuple[Inwoner, ...]:
        """Return who gets a letter: about an objection who objected, and else who gets letters about the client."""
        if bezwaar is None or bezwaar.inwoner == client.id:
            return kies_geadresseerden(client, leden, inwoners, op)
        if bezwaar.inwoner is None:
            return ()
        return vereis_bereikbaar((inwoners.get(bezwaar.inwoner) or self._werk.inwoners.haal(bezwaar.inwoner),), op)

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
