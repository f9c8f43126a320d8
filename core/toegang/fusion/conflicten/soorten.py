"""The kinds of conflict: what each means, how grave it is, what is proposed, and what may be decided."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Ernst(StrEnum):
    """How grave a conflict is."""

    E = "E"
    W = "W"
    I = "I"  # noqa: E741  as in DOMAIN.md: error, warning, information


class Keuze(StrEnum):
    """What can be decided of a conflict."""

    PARKEER = "PARKEER"
    OVERNEMEN = "OVERNEMEN"
    AFWIJZEN = "AFWIJZEN"
    GEZIEN = "GEZIEN"

    @property
    def in_woorden(self) -> str:
        """Say it in Dutch."""
        return {
            Keuze.PARKEER: "laten wachten tot iemand het oplost",
            Keuze.OVERNEMEN: "overnemen zoals het is",
            Keuze.AFWIJZEN: "niet overnemen",
            Keuze.GEZIEN: "gezien; er verandert niets",
        }[self]


class Bestemming(StrEnum):
    """What becomes of an indication."""

    OVERGENOMEN = "overgenomen"
    SAMENGEVOEGD = "samengevoegd"
    AFGEWEZEN = "afgewezen"
    GEPARKEERD = "geparkeerd"


@dataclass(frozen=True)
class Conflictsoort:
    """A kind of conflict.

    Args:
        naam: key.
        ernst: E must be decided before anything is taken over.
        uitleg: what is the matter, in Dutch.
        voorstel: what is proposed.
        keuzes: what may be decided.
        regel: rule of DOMAIN.md.
        parkeert: an indication with it waits.
    """

    naam: str
    ernst: Ernst
    uitleg: str
    voorstel: Keuze
    keuzes: tuple[Keuze, ...]
    regel: str
    parkeert: bool = False


class Geval(Waarde):
    """One conflict.

    Args:
        id: id, the same at each run.
        soort: kind.
        records: rows that are concerned.
        veld: fields that are concerned.
        toelichting: what was seen, in Dutch, without names and numbers of people.
    """

    id: str
    soort: str
    records: tuple[str, ...]
    veld: str = ""
    toelichting: str = ""


def maak_geval(soort: str, records: tuple[str, ...], veld: str = "", toelichting: str = "") -> Geval:
    """Return a conflict under its fixed id."""
    ruw = "|".join((soort, veld, *sorted(records)))
    kenmerk = "C-" + hashlib.sha256(ruw.encode()).hexdigest()[:10]
    return Geval(id=kenmerk, soort=soort, records=records, veld=veld, toelichting=toelichting)


_P, _O, _A, _G = Keuze.PARKEER, Keuze.OVERNEMEN, Keuze.AFWIJZEN, Keuze.GEZIEN


def _soort(
    naam: str, ernst: Ernst, regel: str, uitleg: str, *keuzes: Keuze, parkeert: bool = False
) -> tuple[str, Conflictsoort]:
    return naam, Conflictsoort(naam, ernst, uitleg, keuzes[0], keuzes, regel, parkeert)


SOORTEN: dict[str, Conflictsoort] = dict(
    (
        _soort(
            "CONFLICT_BSN",
            Ernst.E,
            "E.4-3",
            "één BSN staat bij gegevens die elkaar tegenspreken; zonder besluit gaat het met geen van beide mee",
            _G,
        ),
        _soort("BSN_DUBBEL_IN_BRON", Ernst.E, "E.4-3", "één gemeente heeft onder één BSN twee cliëntnummers", _G),
        _soort("BSN_ONGELDIG", Ernst.W, "L-130", "het ingevulde BSN is geen BSN en gaat niet mee", _G),
        _soort("TWEELING", Ernst.W, "E.4-6", "zelfde geboortedatum en adres, en toch twee mensen", _G),
        _soort(
            "GEHEIM_VERSCHIL",
            Ernst.E,
            "L-133",
            "de ene registratie houdt het adres geheim en de andere niet; wij houden het geheim",
            _G,
        ),
        _soort(
            "GEGEVENS_VERSCHIL",
            Ernst.W,
            "F-20",
            "de registraties zeggen iets anders van één mens; de volgorde van "
            "het project bepaalt wat meegaat, en alles blijft in de herkomst staan",
            _G,
        ),
        _soort("DUBBELE_RIJ", Ernst.W, "E.3", "dezelfde rij staat er meer dan eens; de eerste telt", _G),
        _soort(
            "RIJ_TE_KORT",
            Ernst.E,
            "E.3",
            "de rij mist velden; een indicatie gaat niet mee, van een persoon wat te lezen is",
            _G,
        ),
        _soort("RIJ_ONLEESBAAR", Ernst.E, "E.3", "de rij is niet goed te lezen", _A, _G),
        _soort(
            "VELD_ONLEESBAAR", Ernst.E, "E.3", "een veld is niet te lezen volgens de afbeelding", _P, _O, parkeert=True
        ),
        _soort("WEES", Ernst.E, "E.3", "de persoon bij deze rij staat niet in de levering", _P, _A, parkeert=True),
        _soort(
            "SAMENLOOP",
            Ernst.E,
            "E.4-7",
            "iemand heeft dezelfde hulp twee keer in dezelfde tijd",
            _P,
            _O,
            parkeert=True,
        ),
        _soort(
            "BEEINDIGEN",
            Ernst.E,
            "E.4-8",
            "de hulp loopt en de persoon staat als overleden bekend",
            _P,
            _O,
            parkeert=True,
        ),
        _soort("EINDE_VOOR_START", Ernst.E, "E.3", "de einddatum ligt voor de begindatum", _P, _A, parkeert=True),
        _soort("ONBEKENDE_CODE", Ernst.E, "E.3", "product, status of vorm staat in geen lijst", _P, _A, parkeert=True),
        _soort(
            "RECHTSWIJZIGING",
            Ernst.E,
            "F-21",
            "de nieuwe gemeente kent dit recht niet zo; minder geven kan alleen met een nieuw besluit",
            _P,
            _O,
            parkeert=True,
        ),
        _soort("ZIN_EN_PGB", Ernst.E, "E.2", "zorg in natura en pgb staan in één rij", _P, parkeert=True),
        _soort(
            "LOOPT_DOOR",
            Ernst.I,
            "F-23",
            "loopt door nadat de oude verordening vervalt; het recht blijft, het beleid moet iets bepalen",
            _G,
        ),
        _soort(
            "AANVRAAG_LOPEND",
            Ernst.I,
            "F-24",
            "er is nog niet beslist; datum en termijn blijven, het nieuwe college beslist",
            _G,
        ),
        _soort(
            "BEZWAAR_LOPEND",
            Ernst.I,
            "F-10",
            "op het bezwaar is nog niet beslist; datum en termijn blijven, het nieuwe college beslist",
            _G,
        ),
        _soort("LLV_VERKLARING", Ernst.W, "B-54", "leerlingenvervoer loopt op een verklaring van school of GGD", _G),
        _soort("TAAK_VERVALT", Ernst.W, "B-73", "dit is een oude taak en geen hulp", _A, _G),
        _soort(
            "BEWAARTERMIJN",
            Ernst.W,
            "F-25",
            "ouder dan de bewaartermijn; dit hoort op een vernietigingslijst van de oude archiefvormer",
            _G,
        ),
        _soort(
            "DATUM_ONVOLLEDIG",
            Ernst.W,
            "F-20",
            "een deel van de datum is niet bekend; voor het begin telt de "
            "eerste dag die kan, voor het einde de laatste",
            _G,
        ),
        _soort(
            "GEEN_BESLUITDATUM",
            Ernst.W,
            "F-20",
            "de dag van het besluit staat nergens; de ingangsdatum staat ervoor in de plaats",
            _G,
        ),
        _soort("AFGEROND", Ernst.I, "F-21", "de uren zijn naar boven afgerond", _G),
    )
)
"""Every kind there is; a plugin or project adds none, so that counts can be compared."""
