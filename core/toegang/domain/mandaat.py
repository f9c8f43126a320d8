"""The mandate register decides who may decide and who may sign (Awb 10:1-10:11; L-19..L-22)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from toegang.domain.begrippen import Besluitsoort, Mandaatsoort, Werkgeversoort, Wet
from toegang.domain.waarde import Waarde

ZONDER_INSTEMMING = "heeft de instemming van de gemandateerde en van zijn werkgever niet"
"""What is wrong with an entry that somebody of another employer wants to use (Awb 10:4)."""


class Mandaat(Waarde):
    """One entry of the register; given to a functie, never to a person (L-21).

    Args:
        id: id of the entry.
        functie: id of the mandated functie.
        soort: deciding on behalf of, only signing for, or deciding on an objection.
        wetten: acts; empty = all.
        besluitsoorten: kinds of decision; empty = all.
        max_bedrag_centen: highest amount per provision in euro cents; ``None`` = no limit.
        max_duur_maanden: longest duration of a provision; ``None`` = no limit.
        artikel: article the power rests on.
        geldig_van: first day.
        geldig_tot: last day; ``None`` = until withdrawn.
        ondermandaat: may be passed on.
        bron: decision that gave the mandate.
        instemming: reference of the consent that a non-subordinate needs (Awb 10:4).
        instemming_werkgever: reference of the consent of who is responsible for that non-subordinate (Awb 10:4).
        gever: who gave it; empty = the bestuursorgaan that decides under its acts, or who holds the entry it rests on.
        producten: products it is for; empty = all.
        ondermandaat_van: id of the entry that it was passed on from (Awb 10:9).
        vervangende_functie: functie that may use it while nobody of the mandated functie is at work.
        vervangers: medewerker ids that may use it then.
    """

    id: str
    functie: str
    soort: Mandaatsoort = Mandaatsoort.BESLUIT
    wetten: frozenset[Wet] = frozenset()
    besluitsoorten: frozenset[Besluitsoort] = frozenset()
    max_bedrag_centen: int | None = Field(default=None, ge=0)
    max_duur_maanden: int | None = Field(default=None, ge=1)
    artikel: str = ""
    geldig_van: date
    geldig_tot: date | None = None
    ondermandaat: bool = False
    bron: str
    instemming: str = ""
    instemming_werkgever: str = ""
    gever: str = ""
    producten: frozenset[str] = frozenset()
    ondermandaat_van: str | None = None
    vervangende_functie: str | None = None
    vervangers: tuple[str, ...] = ()

    @property
    def heeft_instemming(self) -> bool:
        """Tell whether both consents of Awb 10:4 are recorded: of the mandatee and of who is responsible for him."""
        return bool(self.instemming.strip() and self.instemming_werkgever.strip())

    def mist_instemming_van(
        self, soort: Werkgeversoort, ondergeschikt: Werkgeversoort = Werkgeversoort.GEMEENTE
    ) -> bool:
        """Tell whether somebody may not use it yet: no subordinate of the body that gave it, and no consent.

        Args:
            soort: kind of employer of the person.
            ondergeschikt: kind of employer of who is subordinate to the body that decides.
        """
        return soort is not ondergeschikt and not self.heeft_instemming

    def is_voor(self, medewerker: str, functie: str) -> bool:
        """Tell whether the entry was given to a functie, or names it or this person as replacement."""
        return functie in (self.functie, self.vervangende_functie) or medewerker in self.vervangers

    def geldt_op(self, dag: date) -> bool:
        """Tell whether the entry runs on a day; its first and last day count."""
        return self.geldig_van <= dag <= (self.geldig_tot or date.max)


class Mandaatvraag(Waarde):
    """What someone wants to decide or sign.

    Args:
        functie: functie of the person.
        wet: act.
        besluitsoort: kind of decision; ``None`` = one that is on no aanvraag but on a dwangsom.
        bedrag_centen: highest amount among the provisions, or 0.
        duur_maanden: longest duration among the provisions, or 0.
        op: the day.
        producten: products that are decided on.
        onbepaald: a provision has no end.
        medewerker: id of the person, for who replaces another.
        onbezet: functies of which nobody is at work on that day.
    """

    functie: str
    wet: Wet
    besluitsoort: Besluitsoort | None = None
    bedrag_centen: int = 0
    duur_maanden: int = 0
    op: date
    producten: frozenset[str] = frozenset()
    onbepaald: bool = False
    medewerker: str = ""
    onbezet: frozenset[str] = frozenset()


def bezwaren(mandaat: Mandaat, vraag: Mandaatvraag) -> tuple[str, ...]:
    """Return, in Dutch, why this entry does not cover the question; empty = it does."""
    redenen = [*_bezwaar_functie(mandaat, vraag), *_bezwaren_grens(mandaat, vraag)]
    if mandaat.wetten and vraag.wet not in mandaat.wetten:
        redenen.append(f"geldt niet voor {vraag.wet}")
    if mandaat.besluitsoorten and vraag.besluitsoort not in mandaat.besluitsoorten:
        soort = vraag.besluitsoort.lower() if vraag.besluitsoort else "besluit over een dwangsom"
        redenen.append(f"geldt niet voor een {soort}")
    if vraag.op < mandaat.geldig_van:
        redenen.append(f"gaat pas in op {mandaat.geldig_van.isoformat()}")
    if mandaat.geldig_tot is not None and vraag.op > mandaat.geldig_tot:
        redenen.append(f"eindigde op {mandaat.geldig_tot.isoformat()}")
    return tuple(redenen)


def is_vervanger(mandaat: Mandaat, vraag: Mandaatvraag) -> bool:
    """Tell whether the entry names this person, or this functie, as replacement."""
    zelf = bool(vraag.medewerker) and vraag.medewerker in mandaat.vervangers
    return zelf or vraag.functie == mandaat.vervangende_functie


def _bezwaar_functie(mandaat: Mandaat, vraag: Mandaatvraag) -> Iterable[str]:
    if mandaat.functie == vraag.functie:
        return
    if not is_vervanger(mandaat, vraag):
        yield f"geldt voor functie '{mandaat.functie}'"
    elif mandaat.functie not in vraag.onbezet:
        yield f"vervangen kan alleen als er niemand met functie '{mandaat.functie}' is, en die is er wel"


def _bezwaren_grens(mandaat: Mandaat, vraag: Mandaatvraag) -> Iterable[str]:
    erbuiten = sorted(vraag.producten - mandaat.producten) if mandaat.producten else []
    if erbuiten:
        yield f"geldt niet voor {', '.join(erbuiten)}"
    if mandaat.max_bedrag_centen is not None and vraag.bedrag_centen > mandaat.max_bedrag_centen:
        yield "het bedrag is hoger dan het mandaat"
    if mandaat.max_duur_maanden is not None and (vraag.onbepaald or vraag.duur_maanden > mandaat.max_duur_maanden):
        yield "de duur is langer dan het mandaat"


def zoek_mandaat(register: Iterable[Mandaat], vraag: Mandaatvraag) -> Mandaat | None:
    """Return the entry to decide or sign that covers the question, BESLUIT before ONDERTEKENING, or ``None``."""
    eerst = [mandaat for mandaat in register if mandaat.soort is not Mandaatsoort.BEZWAAR]
    passend = [mandaat for mandaat in eerst if not bezwaren(mandaat, vraag)]
    passend.sort(key=lambda mandaat: (mandaat.soort is Mandaatsoort.ONDERTEKENING, mandaat.id))
    return passend[0] if passend else None
