"""To whom a letter about a zaak goes, and who gets an own copy of it (L-11, L-86; Awb 2:1 and 3:41 lid 1)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from toegang.domain.aanschrijfbaar import zelfde_adres
from toegang.domain.huishouden import Inwoner, Lid
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.vertegenwoordiger import Vertegenwoordiger, Vertegenwoordigersoort
from toegang.domain.vertegenwoordiging import Briefaard, leest_ook_zelf, treden_op

Ontvanger = Inwoner | Vertegenwoordiger
"""To whom a letter may go: somebody of the household, or who acts for the client."""

EIGEN_BRIEF_VANAF = 12
"""From this age a young person gets an own copy, unless the consulent records why not (L-86)."""


def ontvangers(
    client: Inwoner,
    leden: Sequence[Lid],
    inwoners: Mapping[str, Inwoner],
    op: date,
    geen_eigen_brief: Collection[str] = (),
    aard: Briefaard | None = None,
) -> tuple[Ontvanger, ...] | None:
    """Return everybody to whom a letter about a client is directed.

    Args:
        client: the person it is about.
        leden: members of the household, with who has gezag.
        inwoners: residents by id.
        op: date of the letter.
        geen_eigen_brief: ids of the young people for whom was recorded that they get no own copy.
        aard: what the letter is about, which decides who acts for the client; ``None`` = nobody does.

    Returns:
        Who acts for the client first. Then an adult client, unless the letter is not for him or her; for a minor
        those with gezag, and from twelve years the young person too. ``None`` when it is not known who has gezag.
    """
    gezag = met_gezag(client, leden, inwoners, op)
    if gezag is None:
        return None
    namens = treden_op(client.vertegenwoordigers, aard, op) if aard else ()
    if client.minderjarig(op):
        # no curator, bewind or mentor takes the place of a parent; whom the parents authorised reads along
        gemachtigd = (item for item in namens if item.soort is Vertegenwoordigersoort.GEMACHTIGDE)
        return (*gemachtigd, *gezag, *_jongere(client, op, geen_eigen_brief))
    return (*namens, *gezag) if aard is None or leest_ook_zelf(namens, aard, op) else namens


@ingebouwd(
    "L-86",
    "Een brief over een kind gaat naar ieder met gezag; is dat niet bekend, dan wacht hij.",
    anders=lambda client, *_: (client,),
)
def met_gezag(
    client: Inwoner, leden: Sequence[Lid], inwoners: Mapping[str, Inwoner], op: date
) -> tuple[Inwoner, ...] | None:
    """Return who acts for a client: an adult for himself, those with gezag for a minor; ``None`` when not known."""
    minderjarig = client.minderjarig(op)
    if minderjarig is False:
        return (client,)
    gezag = _lid(client, leden).gezag or ()
    personen = tuple(inwoners[wie] for wie in gezag if wie in inwoners)
    return None if minderjarig is None or not personen or len(personen) != len(gezag) else personen


@ingebouwd(
    "L-86",
    "Een jongere van twaalf jaar of ouder krijgt een eigen exemplaar, tenzij is vastgelegd waarom niet.",
    anders=lambda *_: (),
)
def _jongere(client: Inwoner, op: date, geen_eigen_brief: Collection[str]) -> tuple[Inwoner, ...]:
    leeftijd = client.leeftijd(op)
    oud_genoeg = leeftijd is not None and leeftijd >= EIGEN_BRIEF_VANAF
    return (client,) if oud_genoeg and client.id not in geen_eigen_brief else ()


@ingebouwd(
    "L-86",
    "Wie op een ander adres woont, en een jongere zelf, krijgt een eigen exemplaar: niemand leest het adres van een "
    "ander.",
    anders=lambda personen, _client: (tuple(personen),),
)
def exemplaren(personen: Sequence[Ontvanger], client: Inwoner) -> tuple[tuple[Ontvanger, ...], ...]:
    """Divide the addressees over copies: one for who shares an address.

    A young person, and who acts for the client, share a copy with nobody.

    Args:
        personen: to whom the letter is directed, at least one.
        client: the person it is about.

    Returns:
        The groups, the letter itself first.
    """
    groepen: list[list[Ontvanger]] = []
    for persoon in personen:
        groep = next((deel for deel in groepen if _samen(deel[0], persoon, client)), None)
        if groep is None:
            groepen.append([persoon])
        else:
            groep.append(persoon)
    return tuple(tuple(groep) for groep in groepen)


def lezers_van(
    exemplaar: str, eigen: Collection[str], personen: Sequence[Ontvanger], client: Inwoner
) -> tuple[Ontvanger, ...]:
    """Return who reads one copy, given which copies there are.

    Args:
        exemplaar: id of whose copy it is; empty for the letter itself.
        eigen: ids of who have an own copy.
        personen: to whom the letter is directed.
        client: the person it is about.

    Returns:
        Who has an own copy reads that one; the others read the letter itself, or the copy of who shares the
        address. Empty when nobody is to read this copy (any more).
    """
    return _verdeling(eigen, personen, client).get(exemplaar, ())


def _verdeling(
    eigen: Collection[str], personen: Sequence[Ontvanger], client: Inwoner
) -> dict[str, tuple[Ontvanger, ...]]:
    """Give everybody one copy: the own one; else the letter itself; else that of who shares the address."""
    over = [persoon for persoon in personen if persoon.id not in eigen]
    koppen = [("", over[0])] if over else []
    koppen += [(persoon.id, persoon) for persoon in personen if persoon.id in eigen]
    gegeven: dict[str, tuple[Ontvanger, ...]] = {}
    for exemplaar, kop in koppen:
        samen = [persoon for persoon in over if persoon.id == kop.id or _samen(kop, persoon, client)]
        over = [persoon for persoon in over if persoon not in samen]
        gegeven[exemplaar] = (kop, *(persoon for persoon in samen if persoon.id != kop.id))
    return gegeven


def zonder_exemplaar(eigen: Collection[str], personen: Sequence[Ontvanger], client: Inwoner) -> tuple[Ontvanger, ...]:
    """Return who should read a letter, and would read none of its copies.

    Args:
        eigen: ids of who have an own copy.
        personen: to whom the letter is directed.
        client: the person it is about.
    """
    gelezen = {lezer.id for lezers in _verdeling(eigen, personen, client).values() for lezer in lezers}
    return tuple(persoon for persoon in personen if persoon.id not in gelezen)


def _samen(een: Ontvanger, ander: Ontvanger, client: Inwoner) -> bool:
    if isinstance(een, Vertegenwoordiger) or isinstance(ander, Vertegenwoordiger):
        return False
    return client.id not in (een.id, ander.id) and zelfde_adres(een, ander)


def _lid(client: Inwoner, leden: Sequence[Lid]) -> Lid:
    return next((lid for lid in leden if lid.inwoner == client.id), Lid(inwoner=client.id))
