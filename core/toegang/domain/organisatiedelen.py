"""The parts of ``organisatie.toml`` that say who is where: doors, areas, standing teams, functies and employers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.begrippen import Kanaal, Problematiek, Registratie, Werkgeversoort, Wet
from toegang.domain.beleid import Sleutel
from toegang.domain.gedateerd import Gedateerd
from toegang.domain.rollen import Rol
from toegang.domain.waarde import Waarde


class Loketsoort(StrEnum):
    """What kind of door it is."""

    KCC = "KCC"
    TELEFOONTEAM = "TELEFOONTEAM"
    ADMINISTRATIE = "ADMINISTRATIE"
    CONTACTCENTRUM = "CONTACTCENTRUM"
    WIJKTEAM = "WIJKTEAM"
    PLEIN = "PLEIN"
    DORPSCOORDINATOR = "DORPSCOORDINATOR"
    BALIE = "BALIE"
    DIGITAAL = "DIGITAAL"


class Teamsoort(StrEnum):
    """What kind of standing team it is."""

    WIJKTEAM = "WIJKTEAM"
    CONSULENTEN = "CONSULENTEN"
    EXPERTISETEAM = "EXPERTISETEAM"
    PLEIN = "PLEIN"
    UITVOERING = "UITVOERING"


class Loket(Gedateerd):
    """A door: where questions come in.

    Args:
        id: key.
        naam: printed name.
        soort: kind of door.
        kanalen: channels it serves.
        registreert: the most that this door may store (B-1).
        wetten: acts for which it is the right place (D-3); empty = any.
        functie: functie of who works there.
        geeft_door_aan: loket that does the intake of what comes in here (S-6, B-1); ``None`` = itself.
        telefoonkeuze: words of the option in its phone menu that leads to the social domain (B-8); empty = none.
    """

    id: Sleutel
    naam: str
    soort: Loketsoort
    kanalen: tuple[Kanaal, ...]
    registreert: Registratie = Registratie.MELDING
    wetten: tuple[Wet, ...] = ()
    functie: Sleutel | None = None
    geeft_door_aan: Sleutel | None = None
    telefoonkeuze: str = ""


class Gebied(Gedateerd):
    """A wijk or kern, with who belongs to it.

    Args:
        kernen: names of the kernen in it, as the BRP writes the woonplaats.
    """

    id: Sleutel
    naam: str
    soort: str = "wijk"
    dorpscoordinator: Sleutel | None = None
    kernen: tuple[str, ...] = ()


class Teamdiscipline(Waarde):
    """A discipline that a team has from a day on (S-9); ``vanaf`` may be absent when not known."""

    discipline: Sleutel
    vanaf: date | None = None


class Team(Waarde):
    """A standing team; dated data.

    Args:
        gebieden: areas it serves; empty = the whole gemeente.
        disciplines: disciplines in it.
        wetten: acts it takes; empty = all.
        problematiek: kinds of question it takes; empty = both.
        adviserend: advises only, decides and assesses nothing.
        werkgevers: ids of the employers whose people may be in it; empty = any known employer.
    """

    id: Sleutel
    naam: str
    soort: Teamsoort
    gebieden: tuple[Sleutel, ...] = ()
    disciplines: tuple[Teamdiscipline, ...] = ()
    wetten: tuple[Wet, ...] = ()
    problematiek: tuple[Problematiek, ...] = ()
    adviserend: bool = False
    werkgevers: tuple[Sleutel, ...] = ()
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def neemt(self, wet: Wet, problematiek: Problematiek, gebied: str | None, op: date) -> bool:
        """Tell whether this team takes such a zaak on that day."""
        in_tijd = (self.geldig_van is None or self.geldig_van <= op) and (
            self.geldig_tot is None or op <= self.geldig_tot
        )
        return (
            in_tijd
            and not self.adviserend
            and (not self.wetten or wet in self.wetten)
            and (not self.problematiek or problematiek in self.problematiek)
            and (not self.gebieden or gebied in self.gebieden)
        )


class Functie(Gedateerd):
    """A functie that a medewerker can have.

    Args:
        id: key.
        naam: printed under letters, e.g. "medewerker midoffice".
        beoordeelt: acts in which it may assess; empty = assesses nothing.
        ondersteunt_client: stands beside the client (cliëntondersteuning; W-5, B-58).
        rollen: roles that give rights, beside those that follow from the rest of the data
            (:func:`toegang.domain.rollen.van_functie`).
    """

    id: Sleutel
    naam: str
    beoordeelt: tuple[Wet, ...] = ()
    ondersteunt_client: bool = False
    rollen: tuple[Rol, ...] = ()


class Werkgever(Gedateerd):
    """An organisation whose people work in the toegang.

    Args:
        valt_onder: werkgever under which it falls hierarchically (B-58); ``None`` = under none.
    """

    id: Sleutel
    naam: str
    soort: Werkgeversoort
    valt_onder: Sleutel | None = None
