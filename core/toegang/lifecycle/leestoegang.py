"""Opening the storage of a gemeente without her plugin: files can be read years after it is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from toegang.domain.gemeente import Gemeentebeeld
from toegang.lifecycle.poort import Poort, heeft_gegevens_nodig
from toegang.plugins.gegevensbestand import lees_organisatie
from toegang.storage import Gemeenteopslag
from toegang.tenancy import Register
from toegang.tenancy.afsluitjournaal import weiger_afsluitend
from toegang.tenancy.instellingen import antwoorden_op
from toegang.tenancy.register import weiger_kloon


@contextmanager
def open_opslag(
    register: Register, naam: str, nu: Callable[[], datetime], dag: date, uid: int
) -> Iterator[Gemeenteopslag]:
    """Open the storage for the command of now.

    Args:
        register: the gemeenten of this machine.
        naam: key of the gemeente.
        nu: the clock; instants in UTC.
        dag: today.
        uid: who acts.

    Raises:
        ToegangFout: the gemeente is not connected here, or its database or key cannot be used.
        NietToegestaan: who acts may not do this in production.
    """
    weiger_kloon(register, register.haal(naam))
    weiger_afsluitend(register, naam)
    with register.opslag(naam, nu) as opslag:
        stand, eigenaar = register.haal(naam).stand, register.paden(naam).map.stat().st_uid
        beeld = beeld_zonder_plugin(register, naam, dag) if heeft_gegevens_nodig(stand) else None
        Poort(naam, opslag, stand, uid, eigenaar, beeld, beeld.organisatie if beeld else None, dag).laat_door()
        yield opslag


def beeld_zonder_plugin(register: Register, naam: str, dag: date) -> Gemeentebeeld | None:
    """Return the view of a gemeente without running its plugin; ``None`` when its data are not on this machine.

    Args:
        register: the gemeenten of this machine.
        naam: key of the gemeente.
        dag: the day.
    """
    antwoorden = antwoorden_op(register.lees_instellingen(naam), dag)
    organisatie = lees_organisatie(register.haal(naam).plugin, antwoorden)
    if organisatie is None:
        return None
    return Gemeentebeeld(naam=naam, organisatie=organisatie.op(dag), instellingen=antwoorden, peildatum=dag)
