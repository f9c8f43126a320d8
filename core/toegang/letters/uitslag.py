"""What a run over the letters that are due gives back."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.brief import Aanhoudreden, Brief


@dataclass(frozen=True, slots=True)
class Briefmelding:
    """A letter that was not made, for a list; holds no personal data.

    Args:
        brief: id of the letter.
        zaak: zaaknummer.
        sjabloon: template id.
        uitleg: why, and what to do, in Dutch.
        reden: why it waits for a person; ``None`` when it failed.
    """

    brief: str
    zaak: str
    sjabloon: str
    uitleg: str
    reden: Aanhoudreden | None = None

    @classmethod
    def van(cls, brief: Brief, uitleg: str, reden: Aanhoudreden | None = None) -> Briefmelding:
        """Make it out of a letter."""
        return cls(brief.id, brief.zaak_id, brief.sjabloon, uitleg, reden)


@dataclass(frozen=True, slots=True)
class Batchuitslag:
    """Outcome of a run.

    Args:
        gemaakt: ids of the letters that were made now.
        aangehouden: letters that wait for a person, also those of earlier runs.
        mislukt: letters that could not be made, also those of earlier runs.
        hersteld: files that a killed run had not written yet.
        gewaarschuwd: ids of the letters that were made and on which a rule warns.
    """

    gemaakt: tuple[str, ...] = ()
    aangehouden: tuple[Briefmelding, ...] = ()
    mislukt: tuple[Briefmelding, ...] = ()
    hersteld: int = 0
    gewaarschuwd: tuple[str, ...] = ()

    @property
    def niets_gedaan(self) -> bool:
        """Tell whether this run changed nothing."""
        return not self.gemaakt and not self.hersteld
