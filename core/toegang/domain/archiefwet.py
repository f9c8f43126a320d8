"""What archive law asks of a closed zaak besides its term: the start for ZGW, the body at the time, the transfer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toegang.domain.datums import plus_jaren
from toegang.domain.gemeenten import gemeente_met_code
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.termijnparameters import termijnparameter
from toegang.errors import Invoerfout

NIHIL = "nihil"
BESTAANSDUUR = "bestaansduur_procesobject"

_AFLEIDINGSWIJZE: Mapping[str, str] = {
    NIHIL: "afgehandeld",
    BESTAANSDUUR: "vervaldatum_besluit",
    "ingeschatte_bestaansduur_procesobject": "termijn",
    "vast_te_leggen_datum": "eigenschap",
    "samengevoegd_met_bewaartermijn": "eigenschap",
}
"""Process term of the selectielijst to the enumeration of ZGW; the last two begin on a day that the zaak holds."""


@ingebouwd(
    "L-155", "De procestermijn van de selectielijst wordt de afleidingswijze van ZGW.", anders=lambda _procestermijn: ""
)
def afleidingswijze(procestermijn: str) -> str:
    """Return how ZGW derives the start of the retention (L-155); empty when it does not run.

    Args:
        procestermijn: as in the selectielijst, e.g. ``nihil``.
    """
    return _AFLEIDINGSWIJZE.get(procestermijn, "")


@ingebouwd(
    "L-156",
    "Archiefvormer is de gemeente die op die dag bestond, ook als zij nu is opgeheven.",
    anders=lambda _code, _dag, nu: nu,
)
def archiefvormer(code: str, dag: date, nu: str) -> str:
    """Return the name of the body that made an archive: the municipality with that code on that day (L-156).

    Args:
        code: code of the municipality that handled the zaak, e.g. that of one that was merged since.
        dag: day on which the zaak was closed.
        nu: name of the gemeente that looks after it now; for a code that is in no list.

    Returns:
        For example ``Nuth`` for a zaak that Nuth closed in 2017.
    """
    try:
        return gemeente_met_code(code, dag).naam
    except Invoerfout:
        return nu


def overbrengen_voor(gesloten_op: date) -> date:
    """Return the last day for the transfer to an archive of records that are kept for ever (L-154).

    The term follows the archive law in force on the day of closing; it is dated data.

    Args:
        gesloten_op: day on which the zaak was closed.

    Raises:
        ToegangFout: no archive law in our data covers that day.
    """
    return plus_jaren(gesloten_op, termijnparameter("archief.overbrenging", gesloten_op).waarde)
