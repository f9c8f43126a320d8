"""Who may decide and who may sign, by the mandate register and by who is at work (L-19..L-23)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from toegang.domain.begrippen import Mandaatsoort, Werkgeversoort
from toegang.domain.besluit import Besluit, Voorziening
from toegang.domain.datums import maanden_tussen
from toegang.domain.mandaat import ZONDER_INSTEMMING, Mandaat, Mandaatvraag, is_vervanger
from toegang.domain.mandaatregister import bezwaren_in_register, zoek_bevoegd
from toegang.domain.medewerker import Medewerker
from toegang.domain.organisatie import Organisatie
from toegang.domain.zaak import Zaak
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid

BESLISSEN = (Mandaatsoort.BESLUIT,)
ONDERTEKENEN = (Mandaatsoort.BESLUIT, Mandaatsoort.ONDERTEKENING)
OP_BEZWAAR = (Mandaatsoort.BEZWAAR,)
TEKENEN_VOOR = (Mandaatsoort.ONDERTEKENING,)


def mandaatvraag(
    zaak: Zaak, besluit: Besluit, functie: str, medewerker: str = "", onbezet: frozenset[str] = frozenset()
) -> Mandaatvraag:
    """Return what the register is asked: functie, act, kind, highest amount, longest duration, day.

    Args:
        zaak: the zaak.
        besluit: what is decided.
        functie: functie of the person.
        medewerker: the person, for who replaces another.
        onbezet: functies of which nobody is at work; see :func:`onbezette_functies`.
    """
    te_beslissen = besluit.voorzieningen_met_besluit
    return Mandaatvraag(
        functie=functie,
        wet=zaak.wet,
        besluitsoort=besluit.soort,
        bedrag_centen=max((item.bedrag_centen or 0 for item in te_beslissen), default=0),
        duur_maanden=max((_duur(item) for item in te_beslissen), default=0),
        op=besluit.datum,
        producten=frozenset(item.product for item in te_beslissen),
        onbepaald=not besluit.is_belastend and any(item.einddatum is None for item in te_beslissen),
        medewerker=medewerker,
        onbezet=onbezet,
    )


def _duur(voorziening: Voorziening) -> int:
    return maanden_tussen(voorziening.ingangsdatum, voorziening.einddatum) if voorziening.einddatum else 0


@dataclass(frozen=True)
class Tekenregister:
    """The register and the people of the day on which somebody signs, which may be later than the decision (L-19).

    Args:
        dag: the day.
        register: the entries of the policy of that day.
        mensen: who is at work.
        onbezet: functies of which nobody is.
    """

    dag: date
    register: tuple[Mandaat, ...]
    mensen: tuple[Medewerker, ...]
    onbezet: frozenset[str]

    @classmethod
    def op(cls, werk: Werkeenheid, omgeving: Omgeving, dag: date) -> Tekenregister:
        """Return those of a day."""
        organisatie = omgeving.beleid(dag)[0]
        mensen = tuple(mens for mens in werk.medewerkers.zoek() if mens.werkt_op(dag))
        return cls(dag, tuple(organisatie.mandaten), mensen, onbezette_functies(werk, organisatie, dag))


def onbezette_functies(werk: Werkeenheid, organisatie: Organisatie, op: date) -> frozenset[str]:
    """Return the functies of which nobody is at work on a day: only then may somebody replace them.

    Args:
        werk: a unit of work.
        organisatie: the gemeente.
        op: the day.
    """
    bezet = {mens.functie for mens in werk.medewerkers.zoek() if mens.werkt_op(op)}
    return frozenset(functie.id for functie in organisatie.functies) - bezet


def vind_mandaat(
    werk: Werkeenheid, organisatie: Organisatie, zaak: Zaak, besluit: Besluit, wie: tuple[str, str]
) -> tuple[Mandaat | None, str]:
    """Return the entry by which somebody may decide, and else why there is none.

    Args:
        werk: a unit of work.
        organisatie: the gemeente with its register.
        zaak: the zaak.
        besluit: what is decided.
        wie: medewerker id and functie.
    """
    medewerker, functie = wie
    vraag = mandaatvraag(zaak, besluit, functie, medewerker, onbezette_functies(werk, organisatie, besluit.datum))
    gevonden = zoek_bevoegd(organisatie.mandaten, vraag, BESLISSEN)
    return gevonden, "" if gevonden else waarom_geen_mandaat(organisatie.mandaten, vraag, BESLISSEN)


def vind_mandaat_op_bezwaar(
    werk: Werkeenheid,
    organisatie: Organisatie,
    zaak: Zaak,
    besluit: Besluit,
    wie: tuple[str, str],
    op: date,
    soorten: tuple[Mandaatsoort, ...] = OP_BEZWAAR,
) -> tuple[Mandaat | None, str]:
    """Return the entry by which somebody may decide on an objection, and else why there is none (L-21, L-22).

    Args:
        werk: a unit of work.
        organisatie: the gemeente with its register.
        zaak: the zaak.
        besluit: the besluit that the objection is against; its limits hold here too.
        wie: medewerker id and functie.
        op: day of the decision on the objection.
        soorten: kinds of entry; to decide, or only to sign what the bestuursorgaan decided itself.
    """
    medewerker, functie = wie
    onbezet = onbezette_functies(werk, organisatie, op)
    vraag = mandaatvraag(zaak, besluit, functie, medewerker, onbezet).gewijzigd(op=op)
    gevonden = zoek_bevoegd(organisatie.mandaten, vraag, soorten)
    if gevonden is not None:
        return gevonden, ""
    return None, waarom_geen_mandaat(organisatie.mandaten, vraag, soorten)


def vind_ondertekenaar(
    mensen: Sequence[Medewerker],
    register: Sequence[Mandaat],
    vraag: Mandaatvraag,
    laatst: str,
    ondergeschikt: Werkgeversoort = Werkgeversoort.GEMEENTE,
) -> tuple[str, Mandaat] | None:
    """Return who may sign and by which entry; who holds the functie before who replaces, ``laatst`` last.

    Who is not subordinate to the body that decides signs only on an entry with the consents of Awb 10:4 (L-21).

    Args:
        mensen: who is at work.
        register: all entries.
        vraag: asked for the functie that signs.
        laatst: medewerker id that comes last: who assessed.
        ondergeschikt: kind of employer of who is subordinate to the body that decides.
    """
    gevonden = []
    for mens in mensen:
        eigen = vraag.gewijzigd(functie=mens.functie, medewerker=mens.id)
        binnen = [item for item in register if item.soort in ONDERTEKENEN and item.functie == vraag.functie]
        mandaat = _eerste(binnen, register, eigen)
        if mandaat is not None and not mandaat.mist_instemming_van(mens.werkgeversoort, ondergeschikt):
            gevonden.append(((mens.functie != vraag.functie, mens.id == laatst, mens.id), mandaat))
    if not gevonden:
        return None
    (_, _, wie), mandaat = min(gevonden, key=lambda paar: paar[0])
    return wie, mandaat


def waarom_geen_ondertekenaar(register: Sequence[Mandaat], vraag: Mandaatvraag, onbezet: frozenset[str]) -> str:
    """Return in Dutch why :func:`vind_ondertekenaar` found nobody.

    Args:
        register: all entries.
        vraag: asked for the functie that signs.
        onbezet: functies of which nobody is at work.
    """
    waarom = waarom_geen_mandaat(register, vraag)
    if waarom:
        return waarom
    if vraag.functie in onbezet:
        return "niemand met deze functie is die dag aan het werk"
    eigen = [
        item
        for item in register
        if item.soort in ONDERTEKENEN and item.functie == vraag.functie and not item.heeft_instemming
    ]
    passend = _eerste(eigen, register, vraag)
    return f"{passend.id} {ZONDER_INSTEMMING}" if passend else ""


def waarom_geen_mandaat(
    register: Sequence[Mandaat], vraag: Mandaatvraag, soorten: Sequence[Mandaatsoort] = ONDERTEKENEN
) -> str:
    """Return in Dutch why no entry covers the question; only the entries of that functie, or that it may replace."""
    eigen = [
        item
        for item in register
        if item.soort in soorten and (item.functie == vraag.functie or is_vervanger(item, vraag))
    ]
    if not eigen:
        waarvoor = " om op een bezwaar te beslissen" if soorten == OP_BEZWAAR else ""
        return f"deze functie staat niet in het mandaatregister{waarvoor}"
    redenen = [(item, bezwaren_in_register(item, vraag, register)) for item in eigen]
    return "; ".join(f"{item.id} {', '.join(bezwaren)}" for item, bezwaren in redenen if bezwaren)


def _eerste(binnen: Sequence[Mandaat], register: Sequence[Mandaat], vraag: Mandaatvraag) -> Mandaat | None:
    """Return the first entry that covers, out of some, with the whole register for the chains."""
    passend = [item for item in binnen if not bezwaren_in_register(item, vraag, register)]
    return min(passend, key=lambda item: (item.soort is Mandaatsoort.ONDERTEKENING, item.id), default=None)
