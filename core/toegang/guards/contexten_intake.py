"""What the moments around the intake are judged on: the submission, the first contact, and leaving the intake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.verheldering import Identiteit, Vraagverheldering
from toegang.domain.zaak import Zaak


@dataclass(frozen=True)
class Clientfeiten:
    """What is known of a person about whom something is asked; facts only, no personal data.

    Args:
        wetten: acts asked under.
        bsn_bekend: the BSN is known.
        ontbreekt: names of what is missing to tell the person apart without a BSN (L-69).
        adres_volledig: a letter can be addressed.
    """

    wetten: tuple[Wet, ...]
    bsn_bekend: bool = True
    ontbreekt: tuple[str, ...] = ()
    adres_volledig: bool = True


@dataclass(frozen=True)
class AanmeldingToets:
    """A submission that is about to be stored.

    Args:
        clienten: who something is asked for.
        ondertekend: it is signed.
        bevestigd: a confirmation of receipt is put in line.
        bewaart: names of the tables in which something of it was written.
        functie: functie of who registers it; ``None`` when nobody is known by that account.
    """

    melding: Melding
    intake: Intake
    beeld: Gemeentebeeld
    clienten: tuple[Clientfeiten, ...] = ()
    ondertekend: bool = True
    bevestigd: bool = True
    bewaart: tuple[str, ...] = ()
    functie: str | None = None


@dataclass(frozen=True)
class VerhelderingToets:
    """The outcome of a first contact that is about to be stored.

    Args:
        contacten: earlier contacts about the question, that of the melding included.
        bekend: ids of what the file holds already (:mod:`toegang.domain.opvraagbaar`).
        dossier_bekeken: who records it looked at the existing data first (W-19).
    """

    melding: Melding
    verheldering: Vraagverheldering
    beeld: Gemeentebeeld
    contacten: tuple[Contact, ...] = ()
    bekend: frozenset[str] = frozenset()
    dossier_bekeken: bool = True


@dataclass(frozen=True)
class UitIntakeToets:
    """A zaak that is about to leave the intake.

    Args:
        verheldering: outcome of the first contact, if it was recorded.
        bevestiging_gemaakt: the letter that tells how it goes on was made.
    """

    zaak: Zaak
    melding: Melding
    verheldering: Vraagverheldering | None
    bevestiging_gemaakt: bool
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class OnderzoekToets:
    """Research that is about to begin.

    Args:
        op: its first day.
        gewezen_op: day on which client and mantelzorger were pointed to cliëntondersteuning; ``None`` = not.
    """

    zaak: Zaak
    op: date
    gewezen_op: date | None
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class IdentiteitToets:
    """A decision about somebody whose identity must be known."""

    zaak: Zaak
    soort: Besluitsoort
    op: date
    identiteit: Identiteit | None
    beeld: Gemeentebeeld
