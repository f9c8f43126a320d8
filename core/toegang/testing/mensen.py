"""The people of a gemeente under test: one of every functie at every employer, so that no hook lacks a candidate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from pydantic import ValidationError

from toegang.domain.begrippen import Wet
from toegang.domain.medewerker import Afwezigheid, Medewerker, Registratiebewijs
from toegang.domain.organisatie import OpenSleutel, Opensoort, Organisatie

_JAREN = timedelta(days=3650)


def uit_demo(rijen: Iterable[Mapping[str, Any]]) -> tuple[Medewerker, ...]:
    """Return the people of ``demo.toml``; none when a row is not right.

    Args:
        rijen: its tables ``[[medewerker]]``.
    """
    try:
        return tuple(Medewerker.model_validate(rij) for rij in rijen)
    except ValidationError:
        return ()


def mensen(organisatie: Organisatie, op: date) -> tuple[Medewerker, ...]:
    """Return made up professionals that fit the data of a gemeente, and one who is absent.

    Args:
        organisatie: the gemeente.
        op: day on which is judged.
    """
    disciplines = tuple(
        dict.fromkeys(
            [vak for vakken in organisatie.specialismen.values() for vak in vakken]
            + [item.discipline for team in organisatie.teams for item in team.disciplines]
        )
    )
    gevonden: list[Medewerker] = []
    for functie in organisatie.functies:
        for werkgever in organisatie.werkgevers:
            teams = [team.id for team in organisatie.teams if not team.werkgevers or werkgever.id in team.werkgevers]
            nummer = len(gevonden) + 1
            gevonden.append(
                Medewerker(
                    id=f"T-{nummer:03}",
                    naam=f"Testmedewerker {nummer}",
                    functie=functie.id,
                    werkgever=werkgever.id,
                    werkgeversoort=werkgever.soort,
                    teams=tuple(teams),
                    disciplines=disciplines,
                    wetten=tuple(Wet),
                    gebieden=tuple(gebied.id for gebied in organisatie.gebieden),
                    registraties=(Registratiebewijs(soort="SKJ", geldig_tot=op + _JAREN),),
                    in_dienst_van=op - _JAREN,
                )
            )
    weg = Afwezigheid(van=op - timedelta(days=30), tot=op + timedelta(days=30))
    return (*gevonden, gevonden[0].gewijzigd(id="T-999", naam="Testmedewerker 999", afwezig=(weg,)))


def antwoorden(open_: tuple[OpenSleutel, ...], functies: tuple[str, ...], eigen: Mapping[str, str]) -> dict[str, str]:
    """Return an answer to every open key: those of ``demo.toml``, and made up ones for the rest.

    Args:
        open_: the open keys.
        functies: ids of the functies; an open functie becomes the first of them.
        eigen: answers of the plugin itself.
    """
    verzonnen = {
        Opensoort.FUNCTIE: functies[0] if functies else "functie",
        Opensoort.GETAL: "12",
        Opensoort.JA_NEE: "ja",
        Opensoort.TEKST: "voorbeeld",
    }
    return {**{item.sleutel: verzonnen[item.soort] for item in open_}, **eigen}
