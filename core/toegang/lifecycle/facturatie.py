"""Invoices on a delivery: paid is only what was granted and delivered (B-68, D-21)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.besluit import Behandelaar
from toegang.domain.levering import Berichtcode, Factuur, Kenmerktekst, Levering
from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout
from toegang.guards.contexten_nazorg import FactuurToets
from toegang.guards.register import Moment
from toegang.lifecycle.levering import Gedaan, vereis_dag, wijzig
from toegang.lifecycle.nazorg import toets
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid


class Factuurverzoek(Waarde):
    """An invoice as it is handed in; see :class:`toegang.domain.levering.Factuur`."""

    nummer: Kenmerktekst
    van: date
    tot: date
    centen: int = Field(gt=0)
    ontvangen_op: date
    akkoord: bool = True
    bericht: Berichtcode = ""


def factureer(omgeving: Omgeving, actor: Actor, kenmerk: str, verzoek: Factuurverzoek) -> Gedaan:
    """Record an invoice on a delivery, approved or sent back (B-68, D-21).

    Raises:
        Regelovertreding: it is not within what was granted and delivered, or invoices are for another functie.
        Invoerfout: the delivery is not known, a field is not right, or a day cannot be.
    """

    def stap(werk: Werkeenheid, levering: Levering, door: Behandelaar) -> Gedaan:
        if verzoek.tot < verzoek.van:
            raise Invoerfout("De factuur eindigt voor zij begint.", vervolg="Controleer --van en --tot.")
        vereis_dag(werk, omgeving, levering, "De ontvangst van de factuur", verzoek.ontvangen_op)
        factuur = Factuur(**dict(verzoek), door=door.medewerker)
        context = FactuurToets(levering, factuur, door, omgeving.beeld())
        let_op = toets(omgeving, Moment.FACTURATIE, context, f"Zaak {levering.zaak_id}")
        return levering.gewijzigd(facturen=(*levering.facturen, factuur)), let_op

    return wijzig(omgeving, actor, kenmerk, "levering.gefactureerd", "Een factuur", stap)
