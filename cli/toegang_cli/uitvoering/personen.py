"""A file with persons instead of submissions: each becomes a melding with the question that was named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from toegang.domain.aanmelding import Aanmelding, Aanmeldlid, Aanmeldvraag
from toegang.domain.begrippen import Kanaal, Wet
from toegang.domain.producten import product as zoek_product
from toegang.errors import Invoerfout
from toegang.lifecycle.aanmeldcontrole import HUISHOUDEN_ONBEKEND
from toegang_cli.brp import Aanhouding, Geweigerd, aanhouding, beoordeel
from toegang_cli.uitvoering.aanmeldbestand import Ruw

E = TypeVar("E", bound=StrEnum)
BSN = "burgerservicenummer"


@dataclass(frozen=True)
class Persoonsvraag:
    """What the persons of a file ask for.

    Args:
        wet: the act.
        product: id in the catalogue.
        kanaal: the road along which they came.
        ontvangen_op: day of receipt.
    """

    wet: Wet
    product: str
    kanaal: Kanaal
    ontvangen_op: date


class Persoonweigering(Invoerfout):
    """A person is refused.

    Args:
        veld: field that is wrong.
        reden: why, out of a closed list.
    """

    def __init__(self, veld: str, reden: str) -> None:
        super().__init__(reden)
        self.veld = veld


class PersoonWacht(Exception):
    """A person is held.

    Args:
        reden: why, out of a closed list.
    """

    def __init__(self, reden: Aanhouding) -> None:
        super().__init__(reden.value)
        self.reden = reden


def maak_vraag(wet: str | None, product: str | None, kanaal: str, ontvangen_op: date) -> Persoonsvraag | None:
    """Return the question that was named on the command line, or ``None``.

    Raises:
        Invoerfout: only one of the two was given, or they do not exist or do not fit.
    """
    if wet is None and product is None:
        return None
    if wet is None or product is None:
        raise Invoerfout("Geef --wet en --product samen op.", vervolg="Zij zeggen wat de personen vragen.")
    onder, langs = _kies("--wet", wet, Wet), _kies("--kanaal", kanaal, Kanaal)
    gekozen = zoek_product(product)
    if gekozen.wet not in (None, onder):
        raise Invoerfout(f"Product '{gekozen.id}' hoort bij {gekozen.wet}, niet bij {onder}.")
    return Persoonsvraag(onder, gekozen.id, langs, ontvangen_op)


def _kies(optie: str, tekst: str, soort: type[E]) -> E:
    try:
        return soort(tekst.upper())
    except ValueError:
        keuzes = ", ".join(item.value for item in soort)
        raise Invoerfout(f"De waarde van {optie} bestaat niet.", vervolg=f"Kies uit: {keuzes}.") from None


def is_persoon(ruw: Ruw) -> bool:
    """Tell whether a record is a person and no submission."""
    return isinstance(ruw.inhoud, dict) and BSN in ruw.inhoud and "leden" not in ruw.inhoud


def als_aanmelding(ruw: Ruw, vraag: Persoonsvraag | None, gezien: set[str], op: date) -> Aanmelding:
    """Turn a person into a submission.

    Args:
        ruw: the record.
        vraag: what is asked for.
        gezien: BSNs of earlier records; the one of this record is added.
        op: the day.

    Returns:
        A submission; the same person with the same question on the same day has the same key.

    Raises:
        Invoerfout: nobody said what the person asks.
        Persoonweigering: the record is refused; names the field and a reason of the closed list.
        PersoonWacht: the person is held.
    """
    if vraag is None:
        raise Invoerfout("dit is een persoon zonder vraag; zeg met --wet en --product wat deze personen vragen")
    record = beoordeel(ruw.nummer, ruw.inhoud, gezien, alleen_testreeks=False)
    if isinstance(record, Geweigerd):
        raise Persoonweigering(record.veld, record.reden)
    gezien.add(str(record.persoon.bsn))
    reden = aanhouding(record.persoon, op)
    if reden is not None:
        raise PersoonWacht(reden)
    return Aanmelding(
        kenmerk=f"persoon-{record.persoon.bsn}-{vraag.product}-{vraag.ontvangen_op.isoformat()}",
        kanaal=vraag.kanaal,
        ontvangen_op=vraag.ontvangen_op,
        leden=(Aanmeldlid(verwijzing="persoon", persoon=record.persoon),),
        hulpvragen=(Aanmeldvraag(wet=vraag.wet, voor="persoon", product=vraag.product),),
        bijzonderheden=(HUISHOUDEN_ONBEKEND,),
    )
