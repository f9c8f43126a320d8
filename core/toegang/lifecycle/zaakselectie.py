"""Which zaken meet some conditions: the beginning of everything that is done for many at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toegang.domain.begrippen import Wet
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout
from toegang.storage import Werkeenheid


@dataclass(frozen=True)
class Zaakvraag:
    """Conditions that a zaak meets, all of them; what is left open does not narrow.

    Args:
        wet: act.
        product: something of this product was granted and did not end.
        team: the team that carries it.
        gebied: wijk or kern.
        loopt: help runs in it.
        ook_gesloten: closed zaken too; those with running help are mostly closed.
    """

    wet: Wet | None = None
    product: str | None = None
    team: str | None = None
    gebied: str | None = None
    loopt: bool = False
    ook_gesloten: bool = False

    @property
    def vraagt_levering(self) -> bool:
        """Whether it asks for help that runs."""
        return self.loopt or self.product is not None


def kies_zaken(werk: Werkeenheid, vraag: Zaakvraag) -> tuple[Zaak, ...]:
    """Return the zaken that meet the conditions, in order of arrival."""
    loopt: dict[str, set[str]] = {}
    if vraag.vraagt_levering:
        for item in werk.leveringen.zoek():
            if item.loopt:
                loopt.setdefault(item.zaak_id, set()).add(item.product)
    return tuple(
        zaak
        for zaak in werk.zaken.zoek()
        if (zaak.open or vraag.ook_gesloten or vraag.vraagt_levering)
        and vraag.wet in (None, zaak.wet)
        and vraag.team in (None, zaak.team)
        and vraag.gebied in (None, zaak.gebied)
        and (not vraag.vraagt_levering or zaak.id in loopt)
        and (vraag.product is None or vraag.product in loopt[zaak.id])
    )


def vereis_zaken(werk: Werkeenheid, gemeente: str, bestand: str, regels: Mapping[int, str]) -> None:
    """Refuse a list with a zaak that does not exist; nothing of it is chosen then.

    Args:
        werk: a unit of work.
        gemeente: key of the gemeente, for the message.
        bestand: name of the list, for the message.
        regels: number of the line → zaaknummer.

    Raises:
        Invoerfout: names the lines.
    """
    bekend = {zaak.id for zaak in werk.zaken.zoek(id=sorted(set(regels.values())))}
    onbekend = [str(nummer) for nummer, zaak in regels.items() if zaak not in bekend]
    if onbekend:
        meer = f" en nog {len(onbekend) - 5}" if len(onbekend) > 5 else ""
        raise Invoerfout(
            f"{bestand}, regel {', '.join(onbekend[:5])}{meer}: deze zaak bestaat niet in gemeente {gemeente}. "
            "Er is niets gekozen.",
            vervolg="Verbeter of verwijder die regels en probeer het opnieuw.",
        )
