"""One repository for every kind of record: a frozen value in, the same frozen value out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Generic, TypeVar, cast

from pydantic import ValidationError
from sqlalchemy import Row, Table

from toegang.domain.waarde import Waarde
from toegang.errors import OpslagFout
from toegang.storage.fouten import NietGevonden, veilig
from toegang.storage.kluis import Datasleutel, Plek
from toegang.storage.sessie import Sessie
from toegang.storage.tabellen import dossiers
from toegang.storage.vooraf import Vooraf, Voorraad
from toegang.storage.vragen import DOSSIER, Vorm, alles, met_kenmerk, toevoeging, wijziging, zoekvraag

M = TypeVar("M", bound=Waarde)

_GEEN_ATTRIBUUT = frozenset({"rij", "inhoud", "sleutel"})
_HASH = "_hash"
_PORTIE = 500


class Verzameling(Generic[M]):
    """The records of one table.

    The whole value is stored encrypted in ``inhoud``. Plain columns are attributes of the value
    with the same name; a column ``x_hash`` is the keyed hash of attribute ``x``. Under a dossier
    the key of that dossier encrypts, elsewhere a key of the gemeente.

    Args:
        sessie: connection and keys.
        tabel: the table.
        model: class of the values.
        soort: Dutch word for one record, for messages.
        sleutelkolom: plain column that identifies a record.
        dubbel: Dutch words for what may be there already when a unique key refuses.
    """

    def __init__(
        self,
        sessie: Sessie,
        tabel: Table,
        model: type[M],
        soort: str,
        *,
        sleutelkolom: str = "id",
        dubbel: str = "",
    ) -> None:
        self.sessie = sessie
        self.tabel = tabel
        self.model = model
        self.soort = soort
        self.sleutelkolom = sleutelkolom
        self.dubbel = dubbel
        namen = [kolom.name for kolom in tabel.columns if kolom.name not in _GEEN_ATTRIBUUT]
        self._plat = tuple(naam for naam in namen if not naam.endswith(_HASH))
        self._gehasht = tuple(naam.removesuffix(_HASH) for naam in namen if naam.endswith(_HASH))
        self._voorraad: tuple[Vooraf, Voorraad[M]] | None = None

    @property
    def gehasht(self) -> tuple[str, ...]:
        """The attributes that can be found by a keyed hash."""
        return self._gehasht

    def bewaar(self, waarde: M) -> M:
        """Store a value: change the record with this id, or add it.

        Args:
            waarde: the value.

        Returns:
            The value as stored.

        Raises:
            Conflict: when a unique key is taken.
            NietGevonden: when its dossier does not exist.
            DossierVernietigd: when its dossier was destroyed.
        """
        kolommen = self._kolommen(waarde)
        kenmerk = self._kenmerk(waarde)
        with self.sessie.uniek(self.soort, kenmerk, self.dubbel):
            wijzig = wijziging(self.tabel, self.sleutelkolom, tuple(kolommen))
            gewijzigd = self.sessie.verbinding.execute(wijzig, self._te_wijzigen(kolommen))
            if gewijzigd.rowcount == 0:
                self.sessie.verbinding.execute(toevoeging(self.tabel), kolommen)
        self._noteer(waarde)
        return waarde

    def bewaar_alle(self, waarden: Sequence[M]) -> None:
        """Change many records that are there already, with one statement.

        Args:
            waarden: the values; each replaces the record with its id.

        Raises:
            Conflict: when a unique key is taken; names no record.
            NietGevonden: when one of them is not there.
        """
        if not waarden:
            return
        self.sessie.haal_sleutels(self._dossier(waarde) for waarde in waarden)
        kolommen = [self._kolommen(waarde) for waarde in waarden]
        wijzig = wijziging(self.tabel, self.sleutelkolom, tuple(kolommen[0]))
        with self.sessie.uniek(self.soort, f"(een van {len(waarden)})", self.dubbel):
            rijen = [self._te_wijzigen(rij) for rij in kolommen]
            gewijzigd = self.sessie.verbinding.execute(wijzig, rijen).rowcount
        if gewijzigd != len(waarden):
            raise NietGevonden(
                f"Van {len(waarden)} records ({self.soort}) zijn er {len(waarden) - gewijzigd} niet meer te vinden in "
                f"gemeente {self.sessie.gemeente}.",
                vervolg="Er is niets gewijzigd; meld dit aan de beheerder.",
            )
        for waarde in waarden:
            self._noteer(waarde)

    def voeg_toe(self, waarden: Sequence[M]) -> None:
        """Add many records, with one statement.

        Raises:
            Conflict: when a unique key is taken.
        """
        if not waarden:
            return
        self.sessie.haal_sleutels(self._dossier(waarde) for waarde in waarden)
        with self.sessie.uniek(self.soort, f"(een van {len(waarden)})", self.dubbel):
            self.sessie.verbinding.execute(toevoeging(self.tabel), [self._kolommen(waarde) for waarde in waarden])
        for waarde in waarden:
            self._noteer(waarde)

    def _te_wijzigen(self, kolommen: dict[str, Any]) -> dict[str, Any]:
        """Return the parameters of a change: what is stored, and which record it is."""
        eigen = {"_kenmerk": kolommen[self.sleutelkolom]}
        return {**kolommen, **eigen, **({"_dossier": kolommen[DOSSIER]} if DOSSIER in kolommen else {})}

    def _noteer(self, waarde: M) -> None:
        """Remember that a record was written, for the log and for who reads on in this unit of work."""
        kenmerk, dossier, vooraf = self._kenmerk(waarde), self._dossier(waarde), self.sessie.vooraf
        self.sessie.noteer(self.tabel.name, kenmerk, dossier)
        if vooraf is not None and dossier is None:
            vooraf.van_gemeente.pop((self.tabel.name, kenmerk), None)
        elif vooraf is not None and dossier is not None and dossier in vooraf.dossiers:
            vooraf.hoort_bij(kenmerk, dossier)
            if self._voorraad is not None and self._voorraad[0] is vooraf:
                self._voorraad[1].zet(waarde)

    def haal(self, kenmerk: str) -> M:
        """Return the value with this id.

        Raises:
            NietGevonden: when there is none.
            DossierVernietigd: when the key of its dossier was destroyed.
            OpslagFout: when the record was changed outside Toegang.
        """
        voorraad = self._lees_vooraf()
        if voorraad is not None and kenmerk in voorraad.op_id:
            return voorraad.op_id[kenmerk]
        vooraf, plek = self.sessie.vooraf, (self.tabel.name, kenmerk)
        if vooraf is not None and plek in vooraf.van_gemeente:
            return cast(M, vooraf.van_gemeente[plek])
        vraag = met_kenmerk(self.tabel, self.sleutelkolom)
        rij = self.sessie.verbinding.execute(vraag, {"_kenmerk": kenmerk}).one_or_none()
        if rij is None:
            raise NietGevonden(
                f"{self.soort.capitalize()} {veilig(kenmerk)} bestaat niet in gemeente {self.sessie.gemeente}.",
                vervolg="Controleer het kenmerk en de gemeente.",
            )
        waarde = self._lees(rij)
        if vooraf is not None and not self._heeft_dossiersleutel():
            vooraf.van_gemeente[plek] = waarde
        return waarde

    def zoek(self, **voorwaarden: Any) -> tuple[M, ...]:
        """Return the values that meet all conditions, in order of arrival.

        Records of destroyed dossiers are left out; they no longer say anything.

        Args:
            **voorwaarden: plain column (or attribute with a hash column) = value; ``None`` finds the
                empty ones, a set, list or tuple finds any of its values.

        Raises:
            TypeError: for a name that cannot be searched.
            DossierVernietigd: when one destroyed dossier is asked for by its id.
            OpslagFout: when a record was changed outside Toegang.
        """
        vooraf = self.sessie.vooraf
        if vooraf is not None and (dossier := vooraf.dossier_van(voorwaarden)) is not None:
            voorraad = self._lees_vooraf()
            if voorraad is not None and not set(voorwaarden) - set(self._plat):
                return voorraad.zoek(dossier, voorwaarden)
        gevraagd = [self._voorwaarde(naam, waarde) for naam, waarde in voorwaarden.items()]
        een_dossier = isinstance(voorwaarden.get(DOSSIER), str)
        vormen = tuple((naam, vorm) for naam, vorm, _ in gevraagd)
        vraag = zoekvraag(self.tabel, vormen, leesbaar=self._heeft_dossiersleutel() and not een_dossier)
        waarden = {naam: waarde for naam, vorm, waarde in gevraagd if vorm is not Vorm.LEEG}
        return tuple(self._lees(rij) for rij in self.sessie.verbinding.execute(vraag, waarden))

    def stroom(self, **voorwaarden: Any) -> Iterator[M]:
        """Return the values that meet all conditions one by one, in order of arrival; see :meth:`zoek`.

        They are read in portions, so that memory does not grow with the table.
        """
        gevraagd = [self._voorwaarde(naam, waarde) for naam, waarde in voorwaarden.items()]
        vormen = tuple((naam, vorm) for naam, vorm, _ in gevraagd)
        vraag = zoekvraag(self.tabel, vormen, leesbaar=self._heeft_dossiersleutel())
        waarden = {naam: waarde for naam, vorm, waarde in gevraagd if vorm is not Vorm.LEEG}
        for rij in self.sessie.verbinding.execute(vraag.execution_options(yield_per=_PORTIE), waarden):
            yield self._lees(rij)

    def _lees_vooraf(self) -> Voorraad[M] | None:
        """Return what was read ahead of this table, reading it at the first call."""
        vooraf = self.sessie.vooraf
        if vooraf is None or not self._heeft_dossiersleutel():
            return None
        if self._voorraad is None or self._voorraad[0] is not vooraf:
            kolom = self.tabel.c[DOSSIER if DOSSIER in self.tabel.c else self.sleutelkolom]
            vraag = alles(self.tabel).where(kolom.in_(vooraf.dossiers), dossiers.c.sleutel.is_not(None))
            rijen = self.sessie.verbinding.execute(vraag.order_by(self.tabel.c.rij))
            self._voorraad = (vooraf, Voorraad([self._lees(rij) for rij in rijen]))
            for waarde in self._voorraad[1].op_id.values():
                vooraf.hoort_bij(self._kenmerk(waarde), self._dossier(waarde) or "")
        return self._voorraad[1]

    def _voorwaarde(self, naam: str, waarde: Any) -> tuple[str, Vorm, Any]:
        """Return the column of a condition, how it is compared, and with what."""
        if naam in self._gehasht:
            gehasht = None if waarde is None else self._hash(naam, str(waarde))
            return naam + _HASH, Vorm.LEEG if gehasht is None else Vorm.GELIJK, gehasht
        if naam not in self._plat:
            raise TypeError(f"{self.tabel.name} is niet te doorzoeken op {naam}; wel op {', '.join(self._plat)}")
        if isinstance(waarde, Collection) and not isinstance(waarde, str):
            return naam, Vorm.EEN_VAN, [_kaal(deel) for deel in waarde]
        return naam, Vorm.LEEG if waarde is None else Vorm.GELIJK, _kaal(waarde)

    def _heeft_dossiersleutel(self) -> bool:
        return DOSSIER in self.tabel.c or self.tabel is dossiers

    def _lees(self, rij: Row[Any]) -> M:
        kenmerk = getattr(rij, self.sleutelkolom)
        klaar = self._sleutel_van(rij).ontsleutel(Plek(self.tabel.name, kenmerk, "inhoud"), rij.inhoud)
        try:
            waarde = self.model.model_validate_json(klaar)
        except ValidationError as fout:
            velden = ", ".join(sorted({".".join(map(str, deel["loc"])) or "geheel" for deel in fout.errors()}))
            raise OpslagFout(
                f"{self.soort.capitalize()} {veilig(kenmerk)} past niet bij deze versie van Toegang ({velden}).",
                vervolg="Werk de gemeente bij, of gebruik de versie waarmee dit is opgeslagen.",
            ) from None
        vreemd = [naam for naam, verwacht in self._open(waarde).items() if getattr(rij, naam) != verwacht]
        if vreemd:
            raise OpslagFout(
                f"{self.soort.capitalize()} {veilig(kenmerk)} (gemeente {self.sessie.gemeente}) is buiten Toegang om "
                f"gewijzigd: {', '.join(vreemd)} klopt niet met de versleutelde inhoud.",
                vervolg="Controleer het logboek en zet zo nodig een reservekopie terug.",
            )
        return waarde

    def _sleutel_van(self, rij: Row[Any]) -> Datasleutel:
        if DOSSIER in self.tabel.c:
            if self.sessie.vooraf is not None and rij.dossier_id not in self.sessie.vooraf.dossiers:
                self.sessie.vooraf.elders = True
            return self.sessie.uitgepakt(rij.dossier_id, rij.dossiersleutel)
        return self.sessie.kluis.gemeentesleutel(self.tabel.name)

    def _sleutel_voor(self, waarde: M) -> Datasleutel:
        dossier_id = self._dossier(waarde)
        if dossier_id is None:
            return self.sessie.kluis.gemeentesleutel(self.tabel.name)
        return self.sessie.dossiersleutel(dossier_id)

    def _kolommen(self, waarde: M) -> dict[str, Any]:
        plek = Plek(self.tabel.name, self._kenmerk(waarde), "inhoud")
        inhoud = self._sleutel_voor(waarde).versleutel(plek, waarde.model_dump_json().encode())
        return {**self._open(waarde), "inhoud": inhoud}

    def _open(self, waarde: M) -> Mapping[str, Any]:
        plat = {naam: _kaal(getattr(waarde, naam)) for naam in self._plat}
        for naam in self._gehasht:
            tekst = getattr(waarde, naam)
            plat[naam + _HASH] = None if tekst is None else self._hash(naam, tekst)
        return plat

    def _hash(self, naam: str, tekst: str) -> str:
        return self.sessie.kluis.zoekhash(self.tabel.name, naam, tekst)

    def _kenmerk(self, waarde: M) -> str:
        return str(getattr(waarde, self.sleutelkolom))

    def _dossier(self, waarde: M) -> str | None:
        return str(getattr(waarde, DOSSIER)) if self._heeft_dossiersleutel() else None


def _kaal(waarde: Any) -> Any:
    return waarde.value if isinstance(waarde, Enum) else waarde
