"""Coverage: every value of a source that no rule knows, with its count; classes, never persons (E.5, 3)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.afbeelding.omzetten import lees_velden
from toegang.fusion.lezen.gebrek import Gebreksoort
from toegang.fusion.project import Project
from toegang.fusion.waarden import Bladbeeld, Bronregel
from toegang.storage.werkplaats import Werkbank


@dataclass(frozen=True)
class Gat:
    """Something that a mapping does not cover.

    Args:
        bron: source.
        blad: table.
        kolom: columns.
        wat: the code that is in no list, or what is wrong with values.
        aantal: number of rows.
    """

    bron: str
    blad: str
    kolom: str
    wat: str
    aantal: int


def dekking(project: Project, werk: Werkbank, bron: str) -> list[Gat]:
    """Return what the mapping of a source does not cover: columns, codes, values.

    A code is shown when it comes from a column with codes; free text is shown as its class, for it may hold a name.

    Args:
        project: the project.
        werk: a unit of work.
        bron: the source.
    """
    afbeelding = project.afbeelding(bron)
    gaten: list[Gat] = []
    for beeld in werk.stroom("bladen", Bladbeeld, bron=bron):
        blad = afbeelding.blad(beeld.naam)
        if blad is None:
            gaten.append(Gat(bron, beeld.naam, "", "dit blad staat niet in de afbeelding", beeld.rijen))
            continue
        if blad.soort is not Bladsoort.OVERIG:
            ongebruikt = [kolom for kolom in beeld.kolommen if kolom.naam not in blad.kolommen and kolom.gevuld]
            gaten += [
                Gat(bron, beeld.naam, kolom.naam, "deze kolom leest geen regel", kolom.gevuld) for kolom in ongebruikt
            ]
        codes = {kolom.naam for kolom in beeld.kolommen if kolom.lijkt == "code"}
        tel: Counter[tuple[str, str]] = Counter()
        for regel in werk.stroom("bronrijen", Bronregel, bron=bron, blad=blad.naam):
            if regel.apart or regel.eerste:
                continue
            for gebrek in lees_velden(afbeelding, blad, regel.id, regel.waarden)[1]:
                tel[gebrek.kolom, _wat(regel, gebrek.kolom, gebrek.soort, gebrek.waarde, gebrek.reden, codes)] += 1
        gaten += [Gat(bron, blad.naam, kolom, wat, aantal) for (kolom, wat), aantal in sorted(tel.items())]
    return gaten


def _wat(regel: Bronregel, kolom: str, soort: Gebreksoort, klasse: str, reden: str, codes: set[str]) -> str:
    namen = kolom.split(" + ")
    if soort is Gebreksoort.ONBEKENDE_CODE and set(namen) <= codes:
        return f"code '{'|'.join(regel.waarden.get(naam, '').strip() for naam in namen)}' staat in geen lijst"
    return f"{reden} ({klasse})" if klasse else reden
