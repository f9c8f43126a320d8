"""What a letter is judged on: its words, what the gemeente wrote itself, and the people it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Besluit, Voorziening
from toegang.domain.bezorging import Berichtsoort
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Inwoner
from toegang.domain.toestemming import Toestemming
from toegang.domain.zaak import Zaak


@dataclass(frozen=True, repr=False)
class Eigentekst:
    """A text that someone of the gemeente wrote, so that someone of the gemeente can mend it.

    Args:
        plek: where it stands, e.g. ``motivering, conclusie``; no personal data.
        tekst: the text.
    """

    plek: str
    tekst: str


@dataclass(frozen=True, repr=False)
class DocumentToets:
    """A letter with everything in it, before it may be made.

    Args:
        zaak: the zaak.
        op: date of the letter.
        tekst: all words of the letter.
        blokken: words by named block.
        eigen: what the gemeente wrote itself; the rest is the template.
        besluit: the decision that it carries; ``None`` when it carries none.
        voorzieningen: those on which this paper decides.
        geadresseerden: to whom it goes.
        anderen: other persons of the dossier.
        beeld: the gemeente.
        aan_derde: it goes to an organisation, so everybody of the dossier is another.
        vertrouwelijk: words that are not for an organisation: reasons, own words of residents, medical advice.
    """

    zaak: Zaak
    op: date
    tekst: str
    beeld: Gemeentebeeld
    blokken: Mapping[str, str] = field(default_factory=dict)
    eigen: tuple[Eigentekst, ...] = ()
    besluit: Besluit | None = None
    voorzieningen: tuple[Voorziening, ...] = ()
    geadresseerden: tuple[Inwoner, ...] = ()
    anderen: tuple[Inwoner, ...] = ()
    aan_derde: bool = False
    vertrouwelijk: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class BekendmakingToets:
    """Letters that are about to be recorded as sent.

    Args:
        zaak: the zaak.
        op: day of dispatch.
        personen: the client, and for a minor those with gezag.
        verzender: functie of who sends; ``None`` when no medewerker acts.
        route: the besluitroute; ``None`` when the gemeente has none for this zaak.
        beeld: the gemeente.
        digitaal: kinds of message that go digitally.
        toestemmingen: consents of the dossier.
    """

    zaak: Zaak
    op: date
    personen: tuple[Inwoner, ...]
    verzender: str | None
    route: Besluitroute | None
    beeld: Gemeentebeeld
    digitaal: tuple[Berichtsoort, ...] = ()
    toestemmingen: tuple[Toestemming, ...] = ()
