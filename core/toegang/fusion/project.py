"""A fusion project, opened: its folder, its storage, its mappings, its team."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from toegang.errors import Invoerfout, NietToegestaan
from toegang.fusion.afbeelding.bestand import lees_afbeelding
from toegang.fusion.afbeelding.model import Bladsoort, Bronafbeelding
from toegang.fusion.afbeelding.omzetten import Record, zet_om
from toegang.fusion.definitie import Product, Projectdefinitie, lees_definitie, lees_producten
from toegang.fusion.waarden import Bladbeeld, Bronregel, Feit, Uitspraak
from toegang.storage import Actor
from toegang.storage.werkplaats import Werkbank, Werkplaats

NAAM = re.compile(r"[a-z][a-z0-9-]{0,39}")
PROJECTBESTAND = "project.toml"
AFBEELDINGEN = "afbeelding"
INGETROKKEN = "INGETROKKEN"


class Project:
    """A project; use it in a ``with`` block.

    Args:
        naam: key.
        map_: its folder.
        werkplaats: its own storage.
        nu: the injected clock; instants in UTC.
        vandaag: the day in Europe/Amsterdam.
    """

    def __init__(
        self,
        naam: str,
        map_: Path,
        werkplaats: Werkplaats,
        nu: Callable[[], datetime],
        vandaag: Callable[[], date],
    ) -> None:
        self.naam = naam
        self.map = map_
        self.werkplaats = werkplaats
        self.nu = nu
        self.vandaag = vandaag

    @cached_property
    def definitie(self) -> Projectdefinitie:
        """What it is about."""
        return lees_definitie(self.map / PROJECTBESTAND)

    @cached_property
    def producten(self) -> dict[str, Product]:
        """The product list of the new gemeente."""
        return lees_producten(self.map / self.definitie.producten)

    @cached_property
    def afbeeldingen(self) -> dict[str, Bronafbeelding]:
        """The mapping of each source that has one."""
        gevonden = {}
        for bron in self.definitie.bronnen:
            pad = self.afbeeldingspad(bron.naam)
            if pad.exists():
                gevonden[bron.naam] = lees_afbeelding(pad)
        return gevonden

    def afbeeldingspad(self, bron: str) -> Path:
        """Return where the mapping of a source is."""
        gekozen = next((item for item in self.definitie.bronnen if item.naam == bron), None)
        if gekozen is None:
            namen = ", ".join(item.naam for item in self.definitie.bronnen)
            raise Invoerfout("Deze bron hoort niet bij het project.", vervolg=f"Kies uit: {namen}.")
        return self.map / AFBEELDINGEN / Path(gekozen.afbeelding).name

    def afbeelding(self, bron: str) -> Bronafbeelding:
        """Return the mapping of a source.

        Raises:
            Invoerfout: it has none yet.
        """
        if bron not in self.afbeeldingen:
            self.afbeeldingspad(bron)
            raise Invoerfout(
                f"Bron {bron} heeft nog geen afbeelding.",
                vervolg=f"Maak een ontwerp: toegang fusie afbeelding ontwerp {bron}",
            )
        return self.afbeeldingen[bron]

    def werk(self, actor: Actor, *, alleen_lezen: bool = False) -> Werkbank:
        """Begin a unit of work in the storage of the project."""
        return self.werkplaats.werk(actor, alleen_lezen=alleen_lezen)

    def feit(self, werk: Werkbank, naam: str) -> dict[str, Any]:
        """Return what is kept under a name; empty = nothing."""
        gevonden = werk.van("feiten", Feit).zoek(id=naam)
        return dict(gevonden[0].inhoud) if gevonden else {}

    def bewaar_feit(self, werk: Werkbank, naam: str, inhoud: dict[str, Any]) -> None:
        """Keep something under a name."""
        werk.van("feiten", Feit).bewaar(Feit(id=naam, inhoud=inhoud))

    def records(
        self, werk: Werkbank, *soorten: Bladsoort, alles: bool = False
    ) -> Iterator[tuple[Bronregel, Record | None]]:
        """Return the rows of the deliveries with what they become, one by one.

        Args:
            werk: a unit of work.
            *soorten: kinds of tables.
            alles: rows that are kept aside too; they become nothing.
        """
        for bron in self.definitie.bronnen:
            afbeelding = self.afbeelding(bron.naam)
            for blad in afbeelding.bladen:
                if blad.soort not in soorten:
                    continue
                for regel in werk.stroom("bronrijen", Bronregel, bron=bron.naam, blad=blad.naam):
                    if not regel.apart:
                        yield regel, zet_om(afbeelding, blad, regel.id, regel.waarden)
                    elif alles:
                        yield regel, None

    def uitspraken(self, werk: Werkbank) -> dict[str, dict[str, Uitspraak]]:
        """Return the last statement of each deelnemer, per what it is about."""
        stand: dict[str, dict[str, Uitspraak]] = {}
        for item in werk.stroom("uitspraken", Uitspraak):
            per = stand.setdefault(item.over, {})
            if item.keuze == INGETROKKEN:
                per.pop(item.door, None)
            else:
                per[item.door] = item
        return stand

    def zeg(
        self, werk: Werkbank, actor: Actor, over: Iterable[str], keuze: str, *, reden: str = "", stempel: str = ""
    ) -> int:
        """Add a statement of whoever acts; see :class:`toegang.fusion.waarden.Uitspraak`.

        Returns:
            On how many things.
        """
        laatste = sum(werk.tel("uitspraken").values())
        lijst = [
            Uitspraak(
                id=f"U-{laatste + nummer:08d}",
                over=item,
                keuze=keuze,
                stempel=stempel,
                reden=reden,
                door=wie(actor),
                uid=actor.uid,
                op=self.nu(),
            )
            for nummer, item in enumerate(over, start=1)
        ]
        werk.van("uitspraken", Uitspraak).voeg_toe(lijst)
        return len(lijst)

    def stempel(self, werk: Werkbank) -> str:
        """Return the digest of all that a result rests on: deliveries, mappings, products, decisions, definition."""
        bladen = sorted((blad.id, blad.sha256) for blad in werk.stroom("bladen", Bladbeeld))
        afbeeldingen = sorted((naam, item.afdruk) for naam, item in self.afbeeldingen.items())
        besluiten = sorted(
            (over, door, item.keuze)
            for over, per in self.uitspraken(werk).items()
            if over.startswith(("paar:", "conflict:", "zeker"))
            for door, item in per.items()
        )
        vast = [
            hashlib.sha256((self.map / naam).read_bytes()).hexdigest()
            for naam in (PROJECTBESTAND, self.definitie.producten)
        ]
        ruw = json.dumps([bladen, afbeeldingen, besluiten, vast])
        return hashlib.sha256(ruw.encode()).hexdigest()

    def vereis_grondslag(self, werk: Werkbank) -> str:
        """Check that the project may hold these data on this day (AVG 26, 28).

        Returns:
            The reference of the agreement; empty from T0 on.

        Raises:
            NietToegestaan: it is before T0 and no agreement is named.
        """
        kenmerk = str(self.feit(werk, "overeenkomst").get("kenmerk", ""))
        if not kenmerk and self.vandaag() < self.definitie.herindeling:
            raise NietToegestaan(
                f"Het is voor {self.definitie.herindeling.isoformat()}: de gemeenten zijn nog apart en mogen elkaars "
                "gegevens alleen verwerken onder een overeenkomst (AVG artikel 26 en 28).",
                vervolg="Leg haar kenmerk vast met: toegang fusie overeenkomst KENMERK",
            )
        return kenmerk

    def sluit(self) -> None:
        """Close the storage."""
        self.werkplaats.sluit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.sluit()


def wie(actor: Actor) -> str:
    """Return the id of who acts in a project."""
    return actor.medewerker or f"uid-{actor.uid}"


def in_gemeente(actor: Actor) -> Actor:
    """Return who acts in the new gemeente: the account; a deelnemer of the project is no medewerker there."""
    return Actor(uid=actor.uid)


def eens(per: dict[str, Uitspraak], stempel: str = "", *, aantal: int = 2) -> str | None:
    """Return what people decided: enough of them said the same of this very thing, and nobody something else.

    Args:
        per: deelnemer → last statement.
        stempel: digest of the thing now; a statement about an earlier one counts no more.
        aantal: how many people it takes.

    Returns:
        What they said; ``None`` = not decided.
    """
    geldig = [item for item in per.values() if not stempel or item.stempel == stempel]
    keuzes = {item.keuze for item in geldig}
    mensen = {(item.door, item.uid) for item in geldig}
    return keuzes.pop() if len(keuzes) == 1 and len({door for door, _ in mensen}) >= aantal else None
