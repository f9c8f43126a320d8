"""How it stands with every rule of the book: carried or not, where, and with how many tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toegang.domain.regelboek import Boekregel, Boeksterkte, achtergrond, regelboek
from toegang.guards.register import Regelsoort
from toegang_cli.regelstand.citaten import citaten
from toegang_cli.regelstand.dragers import Drager, Dragersoort, dragers, plugin_van, warnt_alleen


class Status(StrEnum):
    """How far a rule is."""

    GEDRAGEN = "gedragen"
    ZONDER_TEST = "zonder test"
    GENOEMD = "alleen genoemd"
    GETOOND = "getoond"
    NOG_NIET = "nog niet"


UITLEG: Mapping[Status, str] = {
    Status.GEDRAGEN: "een geregistreerd object of een gegevenssleutel draagt de regel, en tests gaan erover",
    Status.ZONDER_TEST: "iets draagt de regel, maar geen test gaat erover",
    Status.GENOEMD: "een antwoord noemt de regel als reden; niets laat zich uitzetten, dus bewezen is zij niet",
    Status.GETOOND: "achtergrond: `toegang regels lijst -g NAAM` toont haar bij de eigen regels",
    Status.NOG_NIET: "niets draagt de regel; wat er al van te merken is, laat zich niet uitzetten",
}


@dataclass(frozen=True)
class Regelstand:
    """One rule of the book, and how far it is.

    Args:
        regel: the rule.
        soort: wet, organisatie or waarschuwing.
        dragers: what carries it.
        genoemd: functions that name it.
        tests: number of tests about it; ``None`` when the tests were not counted.
        getoond: a gemeente shows it among its own rules, or every gemeente does.
    """

    regel: Boekregel
    soort: Regelsoort
    dragers: tuple[Drager, ...]
    genoemd: tuple[str, ...]
    tests: int | None
    getoond: bool

    @property
    def status(self) -> Status:
        """How far it is."""
        if self.dragers:
            return Status.ZONDER_TEST if self.tests == 0 else Status.GEDRAGEN
        if self.regel.sterkte is Boeksterkte.CTX and self.getoond:
            return Status.GETOOND
        return Status.GENOEMD if self.genoemd else Status.NOG_NIET

    @property
    def waar(self) -> tuple[str, ...]:
        """Where it is: what carries it, or else what names it."""
        return tuple(dict.fromkeys(drager.waar for drager in self.dragers)) or self.genoemd

    @property
    def sterkte(self) -> str:
        """Strength of the source, or severity for the law."""
        return self.regel.sterkte or "/".join(self.regel.ernst) or "-"


def regelstanden(tests: Mapping[str, Sequence[str]] | None = None) -> tuple[Regelstand, ...]:
    """Return how it stands with every rule, in the order of the book.

    Args:
        tests: test ids by rule; ``None`` = not counted.

    Raises:
        PluginFout: one of our gemeenten is not installed.
    """
    gedragen, genoemd = dragers(), citaten()
    return tuple(
        Regelstand(
            regel=regel,
            soort=_soort(regel, gedragen.get(id, ())),
            dragers=gedragen.get(id, ()),
            genoemd=genoemd.get(id, ()),
            tests=None if tests is None else len(tests.get(id, ())),
            getoond=_getoond(regel),
        )
        for id, regel in regelboek().items()
    )


def tel(standen: Iterable[Regelstand]) -> dict[str, int]:
    """Count rules: all, the MUST rules, those of them that are carried and tested, and every status."""
    alle = list(standen)
    must = [stand for stand in alle if stand.regel.sterkte is Boeksterkte.MUST]
    return {
        "regels": len(alle),
        "MUST": len(must),
        "MUST gedragen": sum(stand.status is Status.GEDRAGEN for stand in must),
        **{status.value: sum(stand.status is status for stand in alle) for status in Status},
    }


def _soort(regel: Boekregel, gedragen: tuple[Drager, ...]) -> Regelsoort:
    if regel.is_wet:
        return Regelsoort.WET
    object_ = any(drager.soort is Dragersoort.REGEL for drager in gedragen)
    zacht = regel.sterkte in (Boeksterkte.PREF, Boeksterkte.CTX) or (object_ and warnt_alleen(regel.id))
    return Regelsoort.WAARSCHUWING if zacht else Regelsoort.ORGANISATIE


def _getoond(regel: Boekregel) -> bool:
    if regel in achtergrond():
        return True
    if regel.is_wet or regel.herkomst == "artikel 003":
        return False
    return regel.id in plugin_van(regel.herkomst).ruw.get("regels", {})
