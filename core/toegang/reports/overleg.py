"""Figures about intervisie: how often, with whom, and what came of it."""

from __future__ import annotations

from collections import Counter

from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.guards.contexten_nazorg import Intervisietelling
from toegang.reports.rapport import Bron, Cijfer, Inhoud, Tabel, verdeling
from toegang.reports.rapportregels import rapportregel

_UITKOMST = {"EEN_CONSULENT": "één consulent is genoeg", "TWEEDE_CONSULENT": "een tweede consulent erbij"}


def intervisie(bron: Bron) -> Inhoud:
    """Count the intervisies of a period, among colleagues and with people of another employer (B-81)."""
    werkgever = {mens.id: mens.werkgever for mens in bron.werk.medewerkers.zoek()}
    gehouden = [
        item for item in bron.werk.signaleringen.zoek(soort=Signaleringsoort.INTERVISIE) if bron.in_periode(item.op)
    ]
    extern = sum(len({werkgever.get(wie) for wie in _deelnemers(item)}) > 1 for item in gehouden)
    uitkomsten = Counter(_UITKOMST.get(item.uitkomst, item.uitkomst.lower()) for item in gehouden)
    per_mens = Counter(wie for item in gehouden for wie in _deelnemers(item))
    rijen = tuple(sorted(per_mens.items(), key=lambda rij: (-rij[1], rij[0])))
    return Inhoud(
        (
            Cijfer("Intervisies", len(gehouden)),
            Cijfer("Onderling", len(gehouden) - extern),
            Cijfer("Met iemand van een andere werkgever", extern),
            Cijfer("Zaken die zijn besproken", len({item.zaak_id for item in gehouden})),
        ),
        (
            verdeling("Wat kwam eruit?", "Uitkomst", uitkomsten, "Keer"),
            Tabel("Wie deed mee?", ("Medewerker", "Keer"), rijen, noemt_medewerkers=True),
        ),
        rapportregel(bron, "B-81", intervisie=Intervisietelling(onderling=len(gehouden) - extern, extern=extern)),
    )


def _deelnemers(item: Signalering) -> tuple[str, ...]:
    return item.overleg.deelnemers if item.overleg else ()
