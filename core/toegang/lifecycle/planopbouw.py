"""From a plan as it is handed in, and the version before it, to the next version of the one plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from pydantic import Field, field_validator

from toegang.domain.begrippen import Akkoord, Plansoort, Problematiek, Wet
from toegang.domain.huishouden import Lid
from toegang.domain.organisatie import Organisatie
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import (
    Afspraak,
    Afspraakstand,
    Afspraakwijziging,
    Deelnemer,
    Doel,
    Familiegroepsplan,
    Gezinslid,
    Handtekening,
    Instemming,
    Oplossing,
    Overeenstemming,
    Passage,
    Planrol,
    Reactie,
    Stem,
    Taakveld,
)
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout
from toegang.lifecycle.leden import CLIENT, vereis_lid, zoek_lid

P = TypeVar("P", bound=Passage)
_MET_AANPAK = (Wet.PARTICIPATIEWET, Wet.WGS)
"""Acts that speak of a plan van aanpak themselves (L-103, L-112); so it is in use everywhere."""


class Planvoorstel(Waarde):
    """A plan as it is handed in; see :class:`toegang.domain.plan.Planrecord`.

    Members are written as ``client``, a role such as ``partner``, or an inwoner id.

    Args:
        soort: variant; ``None`` = that of the plan there is, else the one of the gemeente.
        akkoord: what the resident said of it, when nothing more is known than that.
        reactie: the same with channel, time and remarks (S-18).
        getekend_op: day on which the resident signed, when nothing more is known than that.
        instemming: consent to the support (Z-23).
    """

    soort: Plansoort | None = None
    op: date
    doelen: tuple[Doel, ...] = Field(min_length=1)
    afspraken: tuple[Afspraak, ...] = ()
    inbreng: str = ""
    akkoord: Akkoord = Akkoord.AANGEBODEN
    reactie: Reactie | None = None
    getekend_op: date | None = None
    geldt_als_aanvraag: bool = False
    deelnemers: tuple[Deelnemer, ...] = ()
    stemmen: tuple[Stem, ...] = ()
    oplossingen: tuple[Oplossing, ...] = ()
    gezin: tuple[Gezinslid, ...] = ()
    taakvelden: tuple[Taakveld, ...] = ()
    overeenstemming: Overeenstemming | None = None
    familiegroepsplan: Familiegroepsplan | None = None
    handtekeningen: tuple[Handtekening, ...] = ()
    instemming: Instemming | None = None

    @field_validator("doelen")
    @classmethod
    def _met_tekst(cls, doelen: tuple[Doel, ...]) -> tuple[Doel, ...]:
        if not all(doel.tekst.strip() for doel in doelen):
            raise ValueError("elk doel heeft een tekst")
        return doelen


class Opbouw:
    """Makes the content of the next version; what was written for other zaken of the household stays.

    Args:
        zaak: the zaak for which it is made.
        leden: members of the household.
        voorstel: what was handed in.
        vorige: the version before it, or ``None``.
    """

    def __init__(self, zaak: Zaak, leden: Sequence[Lid], voorstel: Planvoorstel, vorige: Planrecord | None) -> None:
        self._zaak = zaak
        self._leden = leden
        self._voorstel = voorstel
        self._vorige = vorige

    def velden(self) -> dict[str, object]:
        """Return the fields of a :class:`toegang.domain.plan.Planrecord` that hold its content.

        Raises:
            Invoerfout: somebody in it is no member of the household, or a reference points at nothing.
        """
        voorstel, vorige = self._voorstel, self._vorige
        doelen = self._doelen()
        return {
            "doelen": (*self._van_anderen(vorige.doelen if vorige else ()), *doelen),
            "afspraken": (
                *self._van_anderen(vorige.afspraken if vorige else ()),
                *self._afspraken([doel.nummer for doel in doelen]),
            ),
            "oplossingen": (
                *self._van_anderen(vorige.oplossingen if vorige else ()),
                *self._eigen("oplossingen", voorstel.oplossingen),
            ),
            "stemmen": (*self._van_anderen(vorige.stemmen if vorige else ()), *self._stemmen()),
            "gezin": (*self._van_anderen(vorige.gezin if vorige else ()), *self._gezin()),
            "taakvelden": (
                *self._van_anderen(vorige.taakvelden if vorige else ()),
                *self._eigen("taakvelden", voorstel.taakvelden),
            ),
            "deelnemers": self._deelnemers(),
            "familiegroepsplan": self._familiegroepsplan(),
            "overeenstemming": voorstel.overeenstemming,
        }

    def partij(self, wie: str, rol: Planrol, waar: str) -> str:
        """Return the id of a member, or the words for an outside party; a resident is always a member."""
        gevonden = zoek_lid(wie, self._zaak, self._leden)
        if gevonden is None and rol is Planrol.INWONER:
            vereis_lid(wie, self._zaak, self._leden, f"{waar} (wie geen lid is, heeft een andere rol)")
        return gevonden or wie

    def _van_anderen(self, delen: Iterable[P]) -> tuple[P, ...]:
        return tuple(deel for deel in delen if deel.zaak_id != self._zaak.id)

    def _eigen(self, veld: str, delen: Iterable[P]) -> tuple[P, ...]:
        return tuple(self._merk(veld, nummer, deel) for nummer, deel in enumerate(delen, start=1))

    def _merk(self, veld: str, nummer: int, deel: P) -> P:
        """Return a passage with who it is about and for whom it is meant, and the zaak it was written for."""
        plek, zaak, leden = f"{veld}.{nummer}", self._zaak, self._leden
        voor = vereis_lid(deel.alleen_voor, zaak, leden, f"{plek}.alleen_voor") if deel.alleen_voor else None
        standaard = getattr(deel, "wie", CLIENT) if isinstance(deel, Gezinslid) else voor or CLIENT
        over = vereis_lid(deel.over or standaard, zaak, leden, f"{plek}.{'over' if deel.over else 'wie'}")
        return deel.gewijzigd(alleen_voor=voor, over=over, wet=deel.wet or zaak.wet, zaak_id=zaak.id)

    def _doelen(self) -> tuple[Doel, ...]:
        oud = [doel for doel in (self._vorige.doelen if self._vorige else ()) if doel.zaak_id == self._zaak.id]
        bekend = {doel.tekst: doel.nummer for doel in oud}
        vrij = 1 + max((doel.nummer for doel in (self._vorige.doelen if self._vorige else ())), default=0)
        genummerd = []
        for doel in self._eigen("doelen", self._voorstel.doelen):
            nummer = bekend.pop(doel.tekst, 0)
            if not nummer:
                nummer, vrij = vrij, vrij + 1
            genummerd.append(doel.gewijzigd(nummer=nummer))
        return tuple(genummerd)

    def _afspraken(self, doelen: Sequence[int]) -> tuple[Afspraak, ...]:
        vorige = self._vorige.afspraken if self._vorige else ()
        over = {item.nummer: item for item in vorige if item.zaak_id == self._zaak.id}
        vrij = 1 + max((item.nummer for item in vorige), default=0)
        klaar = []
        for plek, nieuw in enumerate(self._eigen("afspraken", self._voorstel.afspraken), start=1):
            oud = over.pop(_zelfde(nieuw, over), None)
            if nieuw.doel is not None and nieuw.doel > len(doelen):
                raise Invoerfout(
                    f"afspraken.{plek}.doel: doel {nieuw.doel} bestaat niet.",
                    vervolg=f"Het bestand heeft {len(doelen)} doel(en); tel ze van boven af. Er is niets opgeslagen.",
                )
            doel = None if nieuw.doel is None else doelen[nieuw.doel - 1]
            verloop = {} if oud is None else {"stand": oud.stand, "verloop": oud.verloop}
            if oud is None:
                vrij += 1
            velden = {"nummer": oud.nummer if oud else vrij - 1, "doel": doel, "verloop": (), **verloop}
            klaar.append(nieuw.gewijzigd(**velden))
        return (*(self._laat_vervallen(item) for item in over.values()), *klaar)

    def _laat_vervallen(self, item: Afspraak) -> Afspraak:
        """Return an agreement that is no longer in the plan; what became of it stays readable."""
        if item.stand.is_klaar:
            return item
        wijziging = Afspraakwijziging(stand=Afspraakstand.VERVALLEN, op=self._voorstel.op)
        return item.gewijzigd(stand=Afspraakstand.VERVALLEN, verloop=(*item.verloop, wijziging))

    def _stemmen(self) -> tuple[Stem, ...]:
        inbreng = self._voorstel.inbreng
        zelf = (Stem(wie=self._zaak.client_id, tekst=inbreng),) if inbreng.strip() else ()
        delen = self._eigen("stemmen", (*self._voorstel.stemmen, *zelf))
        return tuple(
            stem.gewijzigd(wie=self.partij(stem.wie, stem.rol, f"stemmen.{nummer}.wie"))
            for nummer, stem in enumerate(delen, start=1)
        )

    def _gezin(self) -> tuple[Gezinslid, ...]:
        return tuple(deel.gewijzigd(wie=deel.over) for deel in self._eigen("gezin", self._voorstel.gezin))

    def _deelnemers(self) -> tuple[Deelnemer, ...]:
        eerder = self._vorige.deelnemers if self._vorige else ()
        nieuw = [
            item.gewijzigd(wie=self.partij(item.wie, item.rol, f"deelnemers.{plek}.wie"))
            for plek, item in enumerate(self._eigen("deelnemers", self._voorstel.deelnemers), start=1)
        ]
        bekend = {item.wie: item.nummer for item in eerder}
        vrij = max(bekend.values(), default=0)
        genummerd = [
            item.gewijzigd(nummer=bekend.get(item.wie) or vrij + nummer) for nummer, item in enumerate(nieuw, start=1)
        ]
        blijft = (item for item in self._van_anderen(eerder) if item.wie not in {deel.wie for deel in nieuw})
        return (*blijft, *genummerd)

    def _familiegroepsplan(self) -> Familiegroepsplan | None:
        if self._voorstel.familiegroepsplan is None:
            return self._vorige.familiegroepsplan if self._vorige else None
        return self._merk("familiegroepsplan", 1, self._voorstel.familiegroepsplan)


def kies_soort(organisatie: Organisatie, zaak: Zaak, voorstel: Planvoorstel, vorige: Planrecord | None) -> Plansoort:
    """Return the variant of the plan.

    Args:
        organisatie: the gemeente; it says which variants are in use.
        zaak: the zaak.
        voorstel: what was handed in.
        vorige: the version before it.

    Raises:
        Invoerfout: this gemeente does not use that variant.
    """
    gewoon = vorige.plan.soort if vorige else organisatie.plansoort
    if voorstel.soort is None:
        meervoudig = zaak.problematiek is Problematiek.MEERVOUDIG
        return (organisatie.plansoort_meervoudig if meervoudig else None) or gewoon
    in_gebruik = dict.fromkeys(
        (organisatie.plansoort, organisatie.plansoort_meervoudig, *organisatie.plansoorten, gewoon)
    )
    if zaak.wet in _MET_AANPAK:
        in_gebruik[Plansoort.PLAN_VAN_AANPAK] = None
    if voorstel.soort not in in_gebruik:
        keuze = ", ".join(soort for soort in in_gebruik if soort is not None)
        raise Invoerfout(
            f"soort: gemeente {organisatie.naam} werkt niet met een {voorstel.soort.lower().replace('_', ' ')}.",
            vervolg=f"Kies uit: {keuze}; of laat soort weg. Wat er kan, staat in organisatie.toml (plansoorten).",
        )
    return voorstel.soort


def _zelfde(nieuw: Afspraak, over: dict[int, Afspraak]) -> int:
    """Return the number under which an agreement stood in the version before; 0 when it is new."""
    if nieuw.nummer in over:
        return nieuw.nummer
    return next((nummer for nummer, oud in over.items() if (oud.wat, oud.wie) == (nieuw.wat, nieuw.wie)), 0)
