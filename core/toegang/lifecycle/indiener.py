"""Who objected, as far as letters about the objection go to that person and not to who reads for the client."""

from __future__ import annotations

from toegang.domain.bezwaar import Bezwaar
from toegang.domain.brief import Brief
from toegang.domain.huishouden import Inwoner
from toegang.storage import Werkeenheid


def andere_indiener(werk: Werkeenheid, brief: Brief) -> Bezwaar | None:
    """Return the objection of somebody else than the client that a letter is about (Awb 1:2, 6:14, 7:12).

    Args:
        werk: a unit of work.
        brief: the letter; it is about an objection, or about what happened to the term of one.

    Returns:
        The objection; ``None`` for any other letter, and when the client objected.
    """
    bezwaar = _bezwaar(werk, brief)
    if bezwaar is None or (bezwaar.inwoner is None and bezwaar.belanghebbende is None):
        return None
    return None if bezwaar.inwoner == werk.zaken.haal(bezwaar.zaak_id).client_id else bezwaar


def inwoners_die_lezen(werk: Werkeenheid, bezwaar: Bezwaar) -> tuple[Inwoner, ...]:
    """Return who objected when there is a record of an inwoner; nobody for another belanghebbende.

    Args:
        werk: a unit of work.
        bezwaar: an objection of somebody else than the client.
    """
    return (werk.inwoners.haal(bezwaar.inwoner),) if bezwaar.inwoner else ()


def _bezwaar(werk: Werkeenheid, brief: Brief) -> Bezwaar | None:
    kenmerk: str | None = brief.aanleiding
    if kenmerk and (records := werk.termijnzaken.zoek(id=kenmerk)):
        kenmerk = records[0].bezwaar_id
    gevonden = werk.bezwaren.zoek(id=kenmerk) if kenmerk else ()
    return gevonden[0] if gevonden else None
