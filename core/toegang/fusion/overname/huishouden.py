"""Reading one household out of the project, and making its blueprint; nothing larger is ever in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.fusie import Waardeherkomst
from toegang.domain.huishouden import Inwoner
from toegang.domain.waarde import Waarde
from toegang.fusion.afbeelding.canoniek import Bezwaarrecord, Indicatierecord, Persoonsrecord
from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.afbeelding.omzetten import datumtekst, zet_om
from toegang.fusion.conflicten.soorten import Bestemming
from toegang.fusion.lezen.gebrek import Gebreksoort
from toegang.fusion.overname.hulp import maak_bezwaar, maak_hulp
from toegang.fusion.overname.kern import (
    Blauwdruk,
    Mens,
    afgeleid_van_mens,
    bsn_kaart,
    eigen_bsn,
    gebied_van,
    herkomst_van,
    maak_dossier,
    maak_inwoner,
    vast_id,
)
from toegang.fusion.project import Project
from toegang.fusion.regime import regime_van
from toegang.fusion.stand import Indicatiestand, Standlezer
from toegang.fusion.waarden import Bronregel, Plaats
from toegang.storage.werkplaats import Werkbank


@dataclass(frozen=True)
class Bestaand:
    """Somebody who is in the new gemeente already: the file goes on there.

    Args:
        inwoner: inwoner id.
        dossier: his dossier.
    """

    inwoner: str
    dossier: str


class Huishoudlezer:
    """Makes blueprints, household by household.

    Args:
        project: the project.
        werk: a unit of work of the project.
        run: the run.
        gebieden: name of a kern, small letters → its id in the new gemeente.
    """

    def __init__(self, project: Project, werk: Werkbank, run: str, gebieden: Mapping[str, str]) -> None:
        self.project = project
        self.werk = werk
        self.run = run
        self.gebieden = gebieden
        self.lezer = Standlezer(project, werk)
        self._volgorde = {bron.gemeentecode: nummer for nummer, bron in enumerate(project.definitie.bronnen)}
        self._nummers = bsn_kaart(self._personen())
        self._laatst: tuple[str, list[Mens]] = ("", [])
        self._bron = {bron.gemeentecode: bron.naam for bron in project.definitie.bronnen}

    def groepen(self) -> list[str]:
        """Return the ids of all households, in order."""
        return [groep for (groep,) in self.werk.waarden("plaatsen", "huishouden")]

    def bsns(self, groep: str) -> dict[str, str]:
        """Return the sure numbers in a household: number → person."""
        gevonden = {}
        for mens in self._mensen(groep):
            bsn = eigen_bsn(mens, self._nummers)
            if bsn is not None:
                gevonden[bsn] = mens.id
        return gevonden

    def inwoner_ids(self, groep: str) -> dict[str, str]:
        """Return the id that each person of a household has, or would have, in the new gemeente."""
        return {mens.id: vast_id("I", self.project.naam, mens.id) for mens in self._mensen(groep)}

    def hulprecords(self, groep: str) -> list[str]:
        """Return the indication rows of a household."""
        mensen = self._mensen(groep)
        return [regel.id for mens in mensen for regel in self._van_client(mens, Bladsoort.INDICATIES)]

    def blauwdruk(self, groep: str, bestaand: Mapping[str, Bestaand], gedaan: frozenset[str]) -> Blauwdruk:
        """Return what a household becomes.

        Args:
            groep: the household.
            bestaand: person → who he is in the new gemeente already.
            gedaan: rows that were taken over before; they are left as they are.
        """
        uit = Blauwdruk(groep)
        mensen = self._mensen(groep)
        dossier_id = vast_id("D", self.project.naam, groep)
        nieuwe: list[Inwoner] = []
        lijf: list[tuple[str, Waarde]] = []
        for mens in mensen:
            standen = [s for s in self._indicaties(mens) if s.regel.id not in gedaan]
            over = [s for s in standen if s.bestemming is Bestemming.OVERGENOMEN and s.record.product]
            if not over:
                continue
            er_al = bestaand.get(mens.id)
            afgeleid: tuple[Waardeherkomst, ...] = ()
            if er_al is None:
                inwoner = maak_inwoner(self.project, mens, dossier_id, eigen_bsn(mens, self._nummers))
                nieuwe.append(inwoner)
                er_al = Bestaand(inwoner.id, dossier_id)
                afgeleid = afgeleid_van_mens(mens, inwoner)
            self._herkomst_mens(uit, mens, er_al, afgeleid)
            self._hulp_van(uit, lijf, mens, over, er_al)
        if nieuwe:
            gebied = gebied_van(mensen, self.gebieden)
            uit.waarden.append(
                ("dossiers", maak_dossier(dossier_id, nieuwe, self.project.definitie.herindeling, gebied))
            )
            uit.waarden += [("inwoners", inwoner) for inwoner in nieuwe]
        uit.waarden += lijf
        return uit

    def _hulp_van(
        self,
        uit: Blauwdruk,
        lijf: list[tuple[str, Waarde]],
        mens: Mens,
        standen: list[Indicatiestand],
        wie: Bestaand,
    ) -> None:
        op = self.project.definitie.herindeling
        besluit_van: dict[str, Besluitrecord] = {}
        for stand in standen:
            waarden, afgeleid = maak_hulp(self.project, stand, wie.dossier, wie.inwoner, op)
            lijf += waarden
            for naam, waarde in waarden:
                if naam == "besluiten" and isinstance(waarde, Besluitrecord):
                    besluit_van[f"{stand.regel.bron}:{stand.record.nummer}"] = waarde
            self._herkomst_hulp(uit, stand, wie, afgeleid)
        for record in self._bezwaren(mens):
            sleutel = f"{self._bron[record.gemeente]}:{record.indicatie}"
            if record.loopt and sleutel in besluit_van:
                bezwaar = maak_bezwaar(self.project, record, besluit_van[sleutel], wie.dossier, wie.inwoner)
                lijf.append(("bezwaren", bezwaar))
                uit.herkomsten.append(
                    herkomst_van(
                        self.project,
                        self.run,
                        wie.dossier,
                        f"bezwaren:{bezwaar.id}",
                        record.record,
                        record.gemeente,
                        record.herleiding,
                        {"einddatum": datumtekst(record.beslis_voor)},
                    )
                )

    def _herkomst_mens(self, uit: Blauwdruk, mens: Mens, wie: Bestaand, afgeleid: tuple[Waardeherkomst, ...]) -> None:
        doel = f"inwoners:{wie.inwoner}"
        for record in mens.records:
            herkomst = herkomst_van(
                self.project, self.run, wie.dossier, doel, record.record, record.gemeente, record.herleiding
            )
            if record is mens.eerste:
                herkomst = herkomst.gewijzigd(waarden=(*herkomst.waarden, *afgeleid))
            uit.herkomsten.append(herkomst)

    def _herkomst_hulp(
        self, uit: Blauwdruk, stand: Indicatiestand, wie: Bestaand, afgeleid: list[Waardeherkomst]
    ) -> None:
        record = stand.record
        besluit = stand.besluit
        regime = regime_van(record, self.project.definitie) if record.loopt or record.status == "aanvraag" else None
        extra: dict[str, Any] = {
            "besluit_op": datumtekst(record.besluit_op or (besluit.besluit_op if besluit else None)),
            "regeling": record.grondslag or (besluit.grondslag if besluit else ""),
            "einddatum": datumtekst(record.einde),
        }
        if regime is not None:
            extra |= {"regime": regime[0], "regimereden": regime[1]}
        doel = f"meldingen:{vast_id('M', self.project.naam, record.record)}"
        herkomst = herkomst_van(
            self.project, self.run, wie.dossier, doel, record.record, record.gemeente, record.herleiding, extra
        )
        uit.herkomsten.append(herkomst.gewijzigd(waarden=(*herkomst.waarden, *afgeleid)))

    def _mensen(self, groep: str) -> list[Mens]:
        if self._laatst[0] != groep:
            self._laatst = (groep, self._lees_mensen(groep))
        return self._laatst[1]

    def _lees_mensen(self, groep: str) -> list[Mens]:
        per: dict[str, list[Persoonsrecord]] = defaultdict(list)
        for plaats in self.werk.van("plaatsen", Plaats).zoek(huishouden=groep):
            record = self._persoonsrecord(plaats.id)
            if record is not None:
                per[plaats.vast].append(record)
        return [
            Mens(naam, tuple(sorted(records, key=lambda item: (self._volgorde[item.gemeente], item.record))))
            for naam, records in sorted(per.items())
        ]

    def _persoonsrecord(self, kenmerk: str) -> Persoonsrecord | None:
        regel = self.werk.van("bronrijen", Bronregel).haal(kenmerk)
        # of a row that is too short goes over what stands in it; two people looked at it (RIJ_TE_KORT)
        onleesbaar = {item.soort for item in regel.gebreken if item.soort.zet_rij_apart} - {Gebreksoort.RIJ_TE_KORT}
        return None if onleesbaar else self._als_persoon(regel)

    def _als_persoon(self, regel: Bronregel) -> Persoonsrecord:
        afbeelding = self.project.afbeelding(regel.bron)
        blad = afbeelding.blad(regel.blad)
        assert blad is not None
        record = zet_om(afbeelding, blad, regel.id, regel.waarden)
        assert isinstance(record, Persoonsrecord)
        return record

    def _personen(self) -> Iterator[tuple[str, Persoonsrecord]]:
        for regel, record in self.project.records(self.werk, Bladsoort.PERSONEN):
            if isinstance(record, Persoonsrecord) and regel.id in self.lezer.plaatsen:
                yield self.lezer.plaatsen[regel.id].vast, record

    def _van_client(self, mens: Mens, soort: Bladsoort) -> Iterator[Bronregel]:
        gezien = set()
        for record in mens.records:
            client = f"{self._bron[record.gemeente]}:{record.clientnummer}"
            eigenaar = self.lezer.clienten.get(client)
            # one client number, one person: the first whose row has it
            if client not in gezien and eigenaar is not None and eigenaar.vast == mens.id:
                gezien.add(client)
                for regel in self.werk.van("bronrijen", Bronregel).zoek(client=client):
                    if regel.soort is soort and not regel.apart and not regel.eerste:
                        yield regel

    def _indicaties(self, mens: Mens) -> Iterator[Indicatiestand]:
        for regel in self._van_client(mens, Bladsoort.INDICATIES):
            stand = self.lezer.van(regel)
            if isinstance(stand.record, Indicatierecord):
                yield stand

    def _bezwaren(self, mens: Mens) -> Iterator[Bezwaarrecord]:
        for regel in self._van_client(mens, Bladsoort.BEZWAREN):
            afbeelding = self.project.afbeelding(regel.bron)
            blad = afbeelding.blad(regel.blad)
            assert blad is not None
            record = zet_om(afbeelding, blad, regel.id, regel.waarden)
            if isinstance(record, Bezwaarrecord):
                yield record
