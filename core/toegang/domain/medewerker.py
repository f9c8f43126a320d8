"""Professionals: who they are in storage, and what a hook sees of them."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Werkgeversoort, Wet
from toegang.domain.waarde import Waarde


class Registratiebewijs(Waarde):
    """An entry in a professional register (``soort``: SKJ, BIG) with its last day (B-35, L-89)."""

    soort: str
    geldig_tot: date


class Afwezigheid(Waarde):
    """A period in which someone does not work; both days inclusive."""

    van: date
    tot: date


class Medewerker(Waarde):
    """A professional who works in the toegang of this gemeente.

    Args:
        id: stable id, e.g. ``M-004``.
        naam: name as it is printed under a letter.
        functie: id of the functie in ``organisatie.toml``.
        werkgever: id of the werkgever in ``organisatie.toml``.
        werkgeversoort: kind of that werkgever.
        teams: ids of the standing teams.
        disciplines: ids of the disciplines; the first is the own specialism (T-profile, S-10).
        wetten: acts in which this person is trained.
        gebieden: aandachtsgebieden (B-32).
        registraties: entries in professional registers.
        afwezig: periods of absence.
        in_dienst_van: first working day.
        in_dienst_tot: last working day; ``None`` when it goes on.
    """

    id: str
    naam: str
    functie: str
    werkgever: str
    werkgeversoort: Werkgeversoort
    teams: tuple[str, ...] = ()
    disciplines: tuple[str, ...] = ()
    wetten: tuple[Wet, ...] = ()
    gebieden: tuple[str, ...] = ()
    registraties: tuple[Registratiebewijs, ...] = ()
    afwezig: tuple[Afwezigheid, ...] = ()
    in_dienst_van: date
    in_dienst_tot: date | None = None

    def werkt_op(self, dag: date) -> bool:
        """Tell whether this person is employed and not absent on that day."""
        in_dienst = self.in_dienst_van <= dag and (self.in_dienst_tot is None or dag <= self.in_dienst_tot)
        return in_dienst and not any(periode.van <= dag <= periode.tot for periode in self.afwezig)

    def als_kandidaat(self, dag: date, caseload: int) -> Kandidaat:
        """Return what a hook may see: no name.

        Args:
            dag: the day that absence and registrations are judged on.
            caseload: number of open zaken this person is a lid of.
        """
        return Kandidaat(
            id=self.id,
            functie=self.functie,
            werkgever=self.werkgever,
            werkgeversoort=self.werkgeversoort,
            teams=self.teams,
            disciplines=self.disciplines,
            wetten=self.wetten,
            gebieden=self.gebieden,
            registers=tuple(bewijs.soort for bewijs in self.registraties if bewijs.geldig_tot >= dag),
            aanwezig=self.werkt_op(dag),
            caseload=caseload,
        )


class Kandidaat(Waarde):
    """A professional as ``compose_team`` sees him or her: without a name.

    Args:
        registers: professional registers with a valid entry today.
        aanwezig: employed and not absent today.
        caseload: open zaken.
        (others as in :class:`Medewerker`)
    """

    id: str
    functie: str
    werkgever: str
    werkgeversoort: Werkgeversoort
    teams: tuple[str, ...] = ()
    disciplines: tuple[str, ...] = ()
    wetten: tuple[Wet, ...] = ()
    gebieden: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    aanwezig: bool = True
    caseload: int = 0

    @property
    def specialisme(self) -> str | None:
        """The own specialism: the first discipline."""
        return self.disciplines[0] if self.disciplines else None
