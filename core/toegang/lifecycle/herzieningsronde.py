"""A change of tariff or policy: which running provisions it touches, and a review of each by a person (L-65, L-147).

Nothing is decided here. Every case becomes a zaak of its own, in which somebody proposes and somebody decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from toegang.domain.begrippen import Leveringsvorm, Wet
from toegang.domain.besluit import Voorziening
from toegang.domain.rondenaam import vereis_rondenaam
from toegang.domain.voorstel import Voorstelstatus
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.lifecycle.besluitherziening import open_herziening
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid


@dataclass(frozen=True)
class Rondevraag:
    """Which provisions a change touches; what is left open does not narrow.

    Args:
        naam: name of the round, e.g. ``tarief-2027``; no personal data.
        loopt_op: they run on this day, mostly the day on which the change takes effect.
        wet: act.
        product: id in the product catalogue.
        vorm: in kind, pgb or money.
        zaken: only these.
    """

    naam: str
    loopt_op: date
    wet: Wet | None = None
    product: str | None = None
    vorm: Leveringsvorm | None = None
    zaken: frozenset[str] | None = None


@dataclass(frozen=True)
class Geraakt:
    """A zaak with provisions that the change touches.

    Args:
        zaak: the zaak of the decision.
        besluit: id of that decision.
        voorzieningen: what it touches.
        al_in: a review of that decision that is open already; nothing new is opened then.
        nieuw: the review that was opened.
    """

    zaak: Zaak
    besluit: str
    voorzieningen: tuple[Voorziening, ...]
    al_in: str | None = None
    nieuw: str | None = None


@dataclass(frozen=True)
class Rondezaak:
    """A review of a round, and how far it is.

    Args:
        zaak: the review.
        voorstel: state of its last proposal; ``None`` = none yet.
        besloten: a person decided.
    """

    zaak: Zaak
    voorstel: Voorstelstatus | None
    besloten: bool


def zoek_geraakt(werk: Werkeenheid, vraag: Rondevraag) -> tuple[Geraakt, ...]:
    """Return the zaken that a change touches, in order of arrival: the last decision of each that gives a right.

    Raises:
        Invoerfout: a zaak that was named does not exist.
    """
    zaken = {zaak.id: zaak for zaak in werk.zaken.zoek()}
    if vraag.zaken is not None and (vreemd := vraag.zaken - set(zaken)):
        raise Invoerfout(
            f"{len(vreemd)} van de zaken in het bestand bestaan hier niet, de eerste is {min(vreemd)}.",
            vervolg="Verbeter of verwijder die regels. Er is niets geopend.",
        )
    gestopt = {(item.besluit_id, item.voorziening) for item in werk.leveringen.zoek() if not item.loopt}
    open_ = {zaak.herziet: zaak.id for zaak in zaken.values() if zaak.herziet and zaak.open}
    laatste = {
        record.zaak_id: record
        for record in werk.besluiten.zoek()
        if record.besluit.soort.geeft_recht and record.bekendgemaakt_op is not None
    }
    geraakt = []
    for zaak_id, record in laatste.items():
        if vraag.zaken is not None and zaak_id not in vraag.zaken:
            continue
        raakt = tuple(
            item
            for item in record.besluit.voorzieningen_met_besluit
            if _past(item, vraag) and (record.id, item.id) not in gestopt
        )
        if raakt:
            geraakt.append(Geraakt(zaken[zaak_id], record.id, raakt, open_.get(record.id)))
    return tuple(sorted(geraakt, key=lambda item: item.zaak.id))


def open_ronde(omgeving: Omgeving, actor: Actor, vraag: Rondevraag) -> tuple[Geraakt, ...]:
    """Open a review for every zaak that a change touches; one after the other, so doing it again opens the rest.

    Args:
        omgeving: the gemeente.
        actor: who does it; must be a medewerker.
        vraag: what changes.

    Raises:
        NietToegestaan: no medewerker acts.
        Invoerfout: the name is not right, or nothing narrows the selection.
    """
    if actor.medewerker is None:
        raise NietToegestaan(
            "Een ronde herzieningen opent een medewerker; deze gebruiker is er geen.", vervolg="Gebruik --als."
        )
    _vereis_vraag(vraag)
    with omgeving.opslag.werk(actor, alleen_lezen=True) as werk:
        geraakt = zoek_geraakt(werk, vraag)
    return tuple(_open(omgeving, actor, vraag, item) for item in geraakt)


def rondezaken(werk: Werkeenheid, naam: str | None = None) -> tuple[Rondezaak, ...]:
    """Return the reviews of a round, or of all of them, in order of arrival."""
    gekozen = [zaak for zaak in werk.zaken.zoek() if zaak.ronde and naam in (None, zaak.ronde)]
    besloten = {record.zaak_id for record in werk.besluiten.zoek()}
    voorstellen = {item.zaak_id: item.status for item in werk.voorstellen.zoek()}
    return tuple(Rondezaak(zaak, voorstellen.get(zaak.id), zaak.id in besloten) for zaak in gekozen)


def tel(zaken: Iterable[Rondezaak]) -> dict[str, tuple[int, int]]:
    """Return per round how many reviews it has, and in how many a person decided or closed the zaak."""
    uit: dict[str, tuple[int, int]] = {}
    for item in zaken:
        alle, klaar = uit.get(item.zaak.ronde, (0, 0))
        uit[item.zaak.ronde] = (alle + 1, klaar + int(item.besloten or not item.zaak.open))
    return uit


def _open(omgeving: Omgeving, actor: Actor, vraag: Rondevraag, item: Geraakt) -> Geraakt:
    if item.al_in is not None:
        return item
    try:
        nieuw = open_herziening(omgeving, actor, item.zaak.id, ronde=vraag.naam)
    except Conflict:
        # somebody else opened one in between; that is what was wanted
        with omgeving.opslag.werk(actor, alleen_lezen=True) as werk:
            al_in = next(zaak.id for zaak in werk.zaken.zoek() if zaak.herziet == item.besluit and zaak.open)
        return Geraakt(item.zaak, item.besluit, item.voorzieningen, al_in)
    return Geraakt(item.zaak, item.besluit, item.voorzieningen, None, nieuw.id)


def _past(item: Voorziening, vraag: Rondevraag) -> bool:
    return (
        item.ingangsdatum <= vraag.loopt_op
        and (item.einddatum is None or item.einddatum >= vraag.loopt_op)
        and not item.eenmalig
        and vraag.wet in (None, item.wet)
        and vraag.product in (None, item.product)
        and vraag.vorm in (None, item.leveringsvorm)
    )


def _vereis_vraag(vraag: Rondevraag) -> None:
    vereis_rondenaam(vraag.naam)
    if vraag.product is None and vraag.wet is None and vraag.zaken is None:
        raise Invoerfout("Zo raakt de ronde alles wat loopt.", vervolg="Noem een wet, een product of een bestand.")
