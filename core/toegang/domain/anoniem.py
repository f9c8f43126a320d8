"""Making records unrecognisable for test and training: what is not known to be harmless is replaced.

A text stays only when it is a fixed word of Toegang or of the organisation, an id (which is replaced by another one),
a day (which is moved), or the hash of something. All else, such as what people wrote, becomes one made-up text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from toegang.domain.bsn import is_geldig
from toegang.domain.huishouden import Contactnotitie, Meldingsrecord, Persoonsgegevens
from toegang.domain.levering import Levering
from toegang.domain.medewerker import Kandidaat, Medewerker
from toegang.domain.oefenpersoon import Kies, Oefenpersonen
from toegang.domain.reden import Reden
from toegang.domain.spoor import Hookvraag, Regeltoets, Spoor
from toegang.domain.vertegenwoordiger import Vertegenwoordigingsopgave
from toegang.domain.waarde import Waarde
from toegang.errors import OpslagFout

OEFENTEKST = "Oefentekst."
_ANDERS = ("oefening", "OEFENING", "1")
_BEREIKBAAR = "oefening@voorbeeld.example"
_TEKEN = re.compile(r"Z\d{4}-\d{6}|(?<![A-Za-z0-9])[A-Z]{1,3}-[0-9a-f]{16}(?![0-9a-f])")
_REST = re.compile(r"(?:[./:#-]\d{0,6}){0,3}")
_HEX = re.compile(r"[0-9a-f]{32,}")
_KORT = re.compile(
    r"[A-Z]|[A-Z]+(_[A-Z]+)+|[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*|[A-Z]{1,3}-?\d{1,4}[a-z]?|[a-z]|\d{1,4}|\d\d:\d\d|\d+\.\d+(\.\d+)?"
)
_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIJDSTIP = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})")
_KEUZE = re.compile(r"(?<=[(|])[A-Za-z_]+(?=[|)])")
"""The words in a pattern that lists them: ``^(POST|DIGITAAL)$``."""
_CIJFERS = re.compile(r"\d{9}")
_ZAKEN = 500_000
"""Zaaknummers of a year are taken from below this; there is room above for new ones."""
_GROOT = 10**8
"""A number from here on can be a telephone number or a BSN."""
_GEWOON = frozenset({"ja", "nee", "post", "nihil", "niet aan de orde", "CLIENT", "PARTNER", "KIND", "OUDER", "ANDERS"})
"""Words that records hold outside a closed list, and that tell nothing."""
W = TypeVar("W", bound=Waarde)

_VAST: Mapping[type[Waarde], frozenset[str]] = {
    Spoor: frozenset({"hook", "plugin", "plugin_versie", "laag", "haak_api", "verwerking"}),
    Hookvraag: frozenset({"hook"}),
    Regeltoets: frozenset({"regel", "soort"}),
    Reden: frozenset({"code", "regels"}),
    Medewerker: frozenset({"disciplines"}),
    Kandidaat: frozenset({"disciplines"}),
}
"""Fields that hold words of the product or of a plugin, never of a person."""


class Anonimiseerder:
    """Replaces what tells who somebody is, the same everywhere.

    Args:
        woorden: fixed words: those of the product, the organisation and its rules; a text that is one of them stays.
        personen: the made-up people.
        weken: how many weeks every day is put back; ages and terms stay what they are.
        kies: picks one of a sequence.
    """

    def __init__(self, woorden: frozenset[str], personen: Oefenpersonen, weken: int, kies: Kies) -> None:
        self._woorden = woorden | vaste_woorden() | _GEWOON
        self.personen = personen
        self._terug = timedelta(weeks=weken)
        self._kies = kies
        self._kenmerken: dict[str, str] = {}
        self._gebruikt: set[str] = set()
        self._kring = ""
        self._volgnr = 0

    def record(self, echt: W) -> W:
        """Return a stored record without anything of a person.

        Raises:
            OpslagFout: it holds something of which nobody said what to do with it; names the kind of record.
        """
        self._kring = getattr(echt, "dossier_id", "")
        return self._waarde(echt)

    def dag(self, dag: date) -> date:
        """Return a day, put back."""
        return dag - self._terug

    def kenmerk(self, tekst: str) -> str:
        """Return a text with every id in it replaced by the one that stands for it."""
        return _TEKEN.sub(lambda treffer: self._nieuw_kenmerk(treffer[0]), tekst)

    def _waarde(self, echt: W) -> W:
        velden = {naam: self._deel(getattr(echt, naam)) for naam in type(echt).model_fields}
        velden |= {naam: getattr(echt, naam) for soort in _VAST if isinstance(echt, soort) for naam in _VAST[soort]}
        velden |= self._eigen(echt)
        for vervanging in (*_ANDERS, None):
            try:
                return type(echt).model_validate(velden)
            except ValidationError as fout:
                raak = {str(deel["loc"][0]) for deel in fout.errors() if deel["loc"]}
                if vervanging is not None:
                    self._geef_vorm(echt, velden, raak, vervanging)
        raise self._onbekend(type(echt).__name__)

    def _geef_vorm(self, echt: Waarde, velden: dict[str, Any], raak: set[str], vervanging: str) -> None:
        """Leave out, or fill otherwise, what has a shape that the made-up text does not have."""
        for naam in raak & set(type(echt).model_fields):
            if type(echt).model_fields[naam].is_required() and isinstance(getattr(echt, naam), str):
                velden[naam] = vervanging
            else:
                velden.pop(naam, None)

    def _eigen(self, echt: Waarde) -> dict[str, Any]:
        if isinstance(echt, Persoonsgegevens):
            lo3 = ("geboortedatum", "overlijdensdatum", "partner_ontbonden")
            dagen = {naam: self._lo3(getattr(echt, naam)) for naam in lo3}
            weg = {"eerder": ()} if "eerder" in type(echt).model_fields else {}
            letters = {naam: getattr(echt, naam) for naam in ("opschorting", "functieadres", "gemeentecode")}
            return {**dagen, **weg, **letters, **self.personen.persoon(echt, self._kring)}
        if isinstance(echt, Vertegenwoordigingsopgave):
            return self.personen.vertegenwoordiger(echt, self._kring)
        if isinstance(echt, Medewerker):
            return {"id": echt.id, "naam": f"Medewerker {echt.id}", "account": None}
        if isinstance(echt, Contactnotitie):
            return {"naam": self.personen.achternaam(self._kring, echt.naam), "bereikbaar": _BEREIKBAAR} | self._uniek()
        if isinstance(echt, Levering):
            return {"aanbieder": None}
        return self._uniek() if isinstance(echt, Meldingsrecord) else {}

    def _uniek(self) -> dict[str, str]:
        self._volgnr += 1
        return {"kenmerk": f"oefening-{self._volgnr:06d}"}

    def _deel(self, deel: Any) -> Any:
        if deel is None or isinstance(deel, bool | Enum | float | Decimal | time):
            return deel
        if isinstance(deel, Waarde):
            return self._waarde(deel)
        if isinstance(deel, int):
            return 0 if abs(deel) >= _GROOT else deel
        if isinstance(deel, date):  # an instant is one too
            return deel - self._terug
        if isinstance(deel, str):
            return self._tekst(deel)
        if isinstance(deel, Mapping):
            return {self._naam(naam, nummer): self._deel(item) for nummer, (naam, item) in enumerate(deel.items(), 1)}
        if isinstance(deel, tuple | list | frozenset | set):
            return type(deel)(self._deel(item) for item in deel)
        raise self._onbekend(type(deel).__name__)

    def _naam(self, naam: Any, nummer: int) -> Any:
        return naam if not isinstance(naam, str) or self._blijft(naam) else self._als_kenmerk(naam) or f"veld-{nummer}"

    def _tekst(self, tekst: str) -> str:
        if self._blijft(tekst):
            return tekst
        if (kenmerk := self._als_kenmerk(tekst)) is not None:
            return kenmerk
        try:
            if _DAG.fullmatch(tekst):
                return (date.fromisoformat(tekst) - self._terug).isoformat()
            if _TIJDSTIP.fullmatch(tekst):
                return (datetime.fromisoformat(tekst) - self._terug).isoformat()
        except (ValueError, OverflowError):
            return OEFENTEKST
        if _CIJFERS.fullmatch(tekst) and is_geldig(tekst):
            return self.personen.bsn(tekst) or OEFENTEKST
        return OEFENTEKST

    def _blijft(self, tekst: str) -> bool:
        return not tekst or tekst in self._woorden or bool(_HEX.fullmatch(tekst) or _KORT.fullmatch(tekst))

    def _als_kenmerk(self, tekst: str) -> str | None:
        """Return the text when it is made of ids and nothing else, with those replaced; else ``None``."""
        delen = _TEKEN.split(tekst)
        return self.kenmerk(tekst) if len(delen) > 1 and all(_REST.fullmatch(deel) for deel in delen) else None

    def _nieuw_kenmerk(self, echt: str) -> str:
        if echt not in self._kenmerken:
            begin, _, staart = echt.partition("-")
            nieuw = echt
            while nieuw == echt or nieuw in self._gebruikt:
                if begin[1:].isdigit():
                    nieuw = f"{begin}-{self._kies(range(1, _ZAKEN)):06d}"
                else:
                    nieuw = f"{begin}-{''.join(self._kies('0123456789abcdef') for _ in staart)}"
            self._gebruikt.add(nieuw)
            self._kenmerken[echt] = nieuw
        return self._kenmerken[echt]

    def _lo3(self, dag: str) -> str:
        """Put a day of the BRP back; one of which month or day is not known stays as vague as it was."""
        if not dag or dag.endswith("00"):
            return dag
        return (date(int(dag[:4]), int(dag[4:6]), int(dag[6:])) - self._terug).strftime("%Y%m%d")

    @staticmethod
    def _onbekend(wat: str) -> OpslagFout:
        return OpslagFout(
            f"Van dit soort gegeven is niet bekend hoe het anoniem wordt: {wat}.",
            vervolg="Er is niets gemaakt. Meld dit aan de leverancier.",
        )


def vaste_woorden() -> frozenset[str]:
    """Return the closed lists of Toegang and the names of its fields."""
    woorden = {str(lid.value) for soort in _onder(Enum) if soort.__module__.startswith("toegang") for lid in soort}
    for model in _onder(Waarde):
        for naam, veld in model.model_fields.items():
            woorden.add(naam)
            woorden.update(deel for deel in get_args(veld.annotation) if isinstance(deel, str))
            for eis in veld.metadata:
                woorden.update(_KEUZE.findall(getattr(eis, "pattern", None) or ""))
    return frozenset(woorden)


def _onder(soort: type[Any]) -> set[type[Any]]:
    direct = set(soort.__subclasses__())
    return direct.union(*(_onder(deel) for deel in direct)) if direct else direct
