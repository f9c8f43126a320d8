"""Professionals: who they are in storage, and what a hook sees of them."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.begrippen import Werkgeversoort, Wet
from toegang.domain.rollen import Roltoekenning
from toegang.domain.waarde import Waarde


class Registratiebewijs(Waarde):
    """An entry in a professional register (``soort``: SKJ, BIG) with its last day (B-35, L-89)."""

    soort: str
    geldig_tot: date


class Afwezigheid(Waarde):
    """A period in which someone does not work; both days inclusive.

    Args:
        van: first day.
        tot: last day.
        vervanger: medewerker id of who replaces this person then, if somebody does.
    """

    van: date
    tot: date
    vervanger: str | None = None


class Disciplineperiode(Waarde):
    """In which days a discipline counts; a discipline without a period always counts."""

    discipline: str
    van: date | None = None
    tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Tell whether the discipline counts on that day."""
        return (self.van is None or self.van <= dag) and (self.tot is None or dag <= self.tot)


class Account(Waarde):
    """The account of the operating system with which a medewerker works (DESIGN.md §5).

    Args:
        uid: number of the account.
        sinds: day on which it was linked.
        door: uid of who linked it.
    """

    uid: int = Field(ge=0)
    sinds: date
    door: int = Field(ge=0)


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
        discipline_perioden: when a discipline began or ends, if that is known.
        account: with which account this person works; only ``toegang medewerker account`` sets it.
        rollen: roles beside those of the functie; only ``toegang medewerker geef-rol`` and ``neem-rol`` change them.
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
    discipline_perioden: tuple[Disciplineperiode, ...] = ()
    account: Account | None = None
    rollen: tuple[Roltoekenning, ...] = ()

    def in_dienst_op(self, dag: date) -> bool:
        """Tell whether this person is employed on that day, present or not."""
        return self.in_dienst_van <= dag and (self.in_dienst_tot is None or dag <= self.in_dienst_tot)

    def afwezig_op(self, dag: date) -> Afwezigheid | None:
        """Return the absence that covers a day, or ``None``."""
        return next((periode for periode in self.afwezig if periode.van <= dag <= periode.tot), None)

    def werkt_op(self, dag: date) -> bool:
        """Tell whether this person is employed and not absent on that day."""
        return self.in_dienst_op(dag) and self.afwezig_op(dag) is None

    def disciplines_op(self, dag: date) -> tuple[str, ...]:
        """Return the disciplines that count on a day, the own specialism first."""
        perioden = {periode.discipline: periode for periode in self.discipline_perioden}
        return tuple(item for item in self.disciplines if item not in perioden or perioden[item].geldt_op(dag))

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
            disciplines=self.disciplines_op(dag),
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
