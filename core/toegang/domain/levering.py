"""What a provider was asked to deliver, and whether that is done (B-44, B-68).

The message traffic with providers (iWmo, iJw) is not made here: of a message only its code, reference and day
are kept, so that the chain from melding to invoice can be followed.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toegang.domain.waarde import Waarde

Kenmerktekst = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$")]
"""A reference as administrations use it: no spaces, so no name gets in."""
Berichtcode = Annotated[str, Field(pattern=r"^((WMO|JW)3\d\d)?$")]
"""Code of a message of iWmo or iJw; empty when there was none."""


Contactkenmerk = Annotated[str, Field(max_length=40, pattern=r"^([A-Za-z0-9._/-]*\d[A-Za-z0-9._/-]*)?$")]
"""A reference with a digit in it, so that it is no name; empty when there is none."""


class Leveringstatus(StrEnum):
    """What is known of the delivery."""

    TOE_TE_WIJZEN = "TOE_TE_WIJZEN"
    TOEGEWEZEN = "TOEGEWEZEN"
    GESTART = "GESTART"
    NIET_GELEVERD = "NIET_GELEVERD"
    GESTOPT = "GESTOPT"

    @property
    def in_woorden(self) -> str:
        """Say it in Dutch."""
        return self.value.lower().replace("_", " ")


class Uitvoering(StrEnum):
    """Who delivers."""

    AANBIEDER = "AANBIEDER"
    PGB = "PGB"
    GEMEENTE = "GEMEENTE"


class Leverreden(StrEnum):
    """Why nothing was delivered when somebody looked."""

    WACHTLIJST = "WACHTLIJST"
    GEEN_CONTACT = "GEEN_CONTACT"
    INWONER_WIL_NIET = "INWONER_WIL_NIET"
    AANBIEDER_KAN_NIET = "AANBIEDER_KAN_NIET"
    OPGENOMEN = "OPGENOMEN"
    ANDERS = "ANDERS"


class Stopreden(StrEnum):
    """Why a delivery ended."""

    INDICATIE_AFGELOPEN = "INDICATIE_AFGELOPEN"
    DOEL_BEREIKT = "DOEL_BEREIKT"
    VRAAG_VERDWENEN = "VRAAG_VERDWENEN"
    ANDERE_AANBIEDER = "ANDERE_AANBIEDER"
    NIEUW_BESLUIT = "NIEUW_BESLUIT"
    VERHUISD = "VERHUISD"
    OVERLEDEN = "OVERLEDEN"
    ANDERS = "ANDERS"


class Bericht(Waarde):
    """A reference to a message of iWmo or iJw; the message itself is elsewhere.

    Args:
        soort: its code, e.g. ``WMO301`` or ``JW305``.
        kenmerk: its reference.
        op: its day.
    """

    soort: str = Field(pattern=r"^(WMO|JW)3\d\d$")
    kenmerk: Kenmerktekst
    op: date


class Leveringscontrole(Waarde):
    """One look at whether the help is there (B-44).

    Args:
        op: day.
        door: medewerker id.
        geleverd: it is delivered as granted.
        reden: why not.
        toelichting: free text.
    """

    op: date
    door: str
    geleverd: bool
    reden: Leverreden | None = None
    toelichting: str = ""


class Factuur(Waarde):
    """A line of an invoice or claim on this delivery (B-68, D-21).

    Args:
        nummer: reference of the provider.
        van: first day it is about.
        tot: last day it is about.
        centen: amount in euro cents.
        ontvangen_op: day of receipt.
        door: medewerker id of who judged it.
        akkoord: it is paid.
        bericht: code of the message it came in, e.g. ``WMO323``.
    """

    nummer: Kenmerktekst
    van: date
    tot: date
    centen: int = Field(gt=0)
    ontvangen_op: date
    door: str
    akkoord: bool = True
    bericht: Berichtcode = ""


class Levering(Waarde):
    """The delivery of one provision.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        besluit_id: the besluit that granted it.
        status: what is known.
        controle_op: day on which somebody must check it; ``None`` when no check is due.
        voorziening: id of the provision within the besluit.
        client_id: the inwoner.
        product: id in the product catalogue.
        naam: printed name of the provision.
        omvang: granted volume.
        uitvoering: who delivers.
        aanbieder: id of the provider; ``None`` while nobody was assigned, or with another ``uitvoering``.
        contact: reference by which the provider names its contact for this family (B-42); never a name.
        ingangsdatum: first day that was granted.
        einddatum: last day that was granted; ``None`` when open.
        toegewezen_op: day of the assignment.
        gestart_op: day on which it began.
        gestopt_op: last day of delivery.
        stopreden: why it ended.
        heronderzoek_op: day on which the gemeente looks again (L-64).
        aangekondigd_op: day on which the resident was told that it ends.
        berichten: references to messages.
        controles: what was found.
        facturen: what was invoiced.
    """

    id: str
    dossier_id: str
    zaak_id: str
    besluit_id: str
    status: Leveringstatus = Leveringstatus.TOEGEWEZEN
    controle_op: date | None = None
    voorziening: str = ""
    client_id: str = ""
    product: str = ""
    naam: str = ""
    omvang: str = ""
    uitvoering: Uitvoering = Uitvoering.AANBIEDER
    aanbieder: str | None = None
    contact: Contactkenmerk = ""
    ingangsdatum: date | None = None
    einddatum: date | None = None
    toegewezen_op: date | None = None
    gestart_op: date | None = None
    gestopt_op: date | None = None
    stopreden: Stopreden | None = None
    heronderzoek_op: date | None = None
    aangekondigd_op: date | None = None
    berichten: tuple[Bericht, ...] = ()
    controles: tuple[Leveringscontrole, ...] = ()
    facturen: tuple[Factuur, ...] = ()

    @property
    def loopt(self) -> bool:
        """Tell whether it did not end."""
        return self.status is not Leveringstatus.GESTOPT
