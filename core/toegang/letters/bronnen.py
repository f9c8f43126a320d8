"""The domain values that one letter is made from, gathered before anything is composed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toegang.domain.aanbieder import Aanbieder
from toegang.domain.begrippen import Wet
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezorging import Bezorging, Bezorgweg, kies_bezorging
from toegang.domain.bezwaar import Belanghebbende
from toegang.domain.brief import Brief
from toegang.domain.huishouden import Inwoner, Meldingsrecord
from toegang.domain.medewerker import Medewerker
from toegang.domain.opschorting import Opschorting
from toegang.domain.organisatie import Organisatie
from toegang.domain.plan import Planrecord
from toegang.domain.toestemming import Toestemming
from toegang.domain.vertegenwoordiger import Vertegenwoordiger
from toegang.domain.voorstel import Hoor
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.letters.nazorgdelen import Nazorggegevens
from toegang.letters.procesonderdelen import AnderBesluit, Procesgegevens


class Briefbron(Waarde):
    """Everything that is known about one letter.

    Args:
        brief: the letter that is due; its ``dagtekening`` must be known.
        organisatie: the gemeente.
        zaak: the zaak.
        client: the person it is about.
        geadresseerden: to whom it goes; they share one address.
        belanghebbende: to whom it goes, when there is no record of an inwoner.
        zaken: other zaken of the same melding, for its confirmation.
        melding: the melding, with the resident's words.
        besluit: the decision, for a letter that carries one.
        plan: the plan, for a letter that prints it.
        gedeeld: consents to share between acts on the date of the letter: whose data, and of which act (L-68).
        medewerkers: those who are named, by id.
        aanspreekpunt: id of the first contact (Z-17).
        alineas: extra paragraphs by named block.
        huisgenoten: everybody of the dossier; only to check what may not be shown (L-133), never printed.
        toestemmingen: consents of the dossier (L-24).
        nazorg: what a letter after the decision is about.
        proces: what a letter on the way to a decision is about.
        ander: the besluit that it carries when that is none on the aanvraag.
        aanbieder: to whom it goes when that is a provider.
        beslissing_tot: last day of the decision per act, where the aanvraag came with the melding (L-81, L-125).
        vertrouwelijk: words that are not for a provider; only to check, never printed (L-68).
        eerder: the earlier decision that this one changes, ends or extends.
        hoor: how the resident was heard before this decision (L-6).
        gevraagd: the request to complete the aanvraag (L-4).
    """

    brief: Brief
    organisatie: Organisatie
    zaak: Zaak
    client: Inwoner
    geadresseerden: tuple[Inwoner | Vertegenwoordiger, ...]
    belanghebbende: Belanghebbende | None = None
    zaken: tuple[Zaak, ...] = ()
    melding: Meldingsrecord | None = None
    besluit: Besluitrecord | None = None
    plan: Planrecord | None = None
    gedeeld: tuple[tuple[str, Wet], ...] = ()
    medewerkers: Mapping[str, Medewerker] = {}
    aanspreekpunt: str | None = None
    alineas: Mapping[str, tuple[str, ...]] = {}
    huisgenoten: tuple[Inwoner, ...] = ()
    toestemmingen: tuple[Toestemming, ...] = ()
    nazorg: Nazorggegevens | None = None
    proces: Procesgegevens | None = None
    ander: AnderBesluit | None = None
    aanbieder: Aanbieder | None = None
    beslissing_tot: tuple[tuple[Wet, date], ...] = ()
    vertrouwelijk: tuple[str, ...] = ()
    eerder: Besluitrecord | None = None
    hoor: Hoor | None = None
    gevraagd: Opschorting | None = None

    @property
    def bezorging(self) -> Bezorging:
        """The road along which it goes, and why (S-19, L-24)."""
        if self.brief.aan_derde:
            return Bezorging(Bezorgweg.POST, "deze brief gaat naar een aanbieder, niet naar een inwoner")
        if self.belanghebbende is not None:
            return Bezorging(Bezorgweg.POST, "deze brief gaat naar een belanghebbende die geen inwoner is")
        ontvangers = [persoon.id for persoon in self.geadresseerden]
        return kies_bezorging(
            self.organisatie.bezorging, self.brief.berichtsoort, ontvangers, self.toestemmingen, self.dagtekening
        )

    @property
    def dagtekening(self) -> date:
        """The date on the letter.

        Raises:
            ValueError: it is not known; a letter is never dated by a clock of its own.
        """
        if self.brief.dagtekening is None:
            raise ValueError("de dagtekening van de brief ontbreekt")
        return self.brief.dagtekening
