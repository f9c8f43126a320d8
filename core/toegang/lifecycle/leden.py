"""The members of a household by the words that people use for them: the client, the partner, or an id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toegang.domain.huishouden import Lid
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout

CLIENT = "client"


def zoek_lid(wie: str, zaak: Zaak, leden: Sequence[Lid]) -> str | None:
    """Return the inwoner id of a member, or ``None`` when nobody is called so.

    Args:
        wie: ``client``, an inwoner id, or a role that only one member has, such as ``partner``.
        zaak: the zaak; it says who the client is.
        leden: members of the household.

    Raises:
        Invoerfout: more than one member has that role.
    """
    woord = wie.strip()
    if woord.lower() == CLIENT:
        return zaak.client_id
    if any(lid.inwoner == woord for lid in leden):
        return woord
    passend = [lid.inwoner for lid in leden if lid.rol.lower() == woord.lower()]
    if len(passend) > 1:
        raise Invoerfout(
            f"In dit huishouden zijn {len(passend)} leden met rol {woord.lower()}.",
            vervolg=f"Gebruik het kenmerk van een van hen: {', '.join(passend)}.",
        )
    return passend[0] if passend else None


def vereis_lid(wie: str, zaak: Zaak, leden: Sequence[Lid], waar: str) -> str:
    """Return the inwoner id of a member.

    Args:
        wie: see :func:`zoek_lid`.
        zaak: the zaak.
        leden: members of the household.
        waar: field or option, for the message; what was typed is not repeated, it may be a name.

    Raises:
        Invoerfout: nobody is called so, or more than one member is.
    """
    gevonden = zoek_lid(wie, zaak, leden)
    if gevonden is None:
        keuze = ", ".join((CLIENT, *(f"{lid.inwoner} ({lid.rol.lower()})" for lid in leden)))
        raise Invoerfout(
            f"{waar}: dit is geen lid van het huishouden van zaak {zaak.id}.", vervolg=f"Kies uit: {keuze}."
        )
    return gevonden


def sprekers(inwoner: str, leden: Iterable[Lid]) -> frozenset[str]:
    """Return who may speak for a resident: the person, and for a minor those with gezag.

    Args:
        inwoner: inwoner id.
        leden: members of the household.
    """
    lid = next((lid for lid in leden if lid.inwoner == inwoner), None)
    gezag = lid.gezag if lid is not None and lid.minderjarig is not False else None
    return frozenset((inwoner, *(gezag or ())))
