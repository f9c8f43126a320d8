"""The mandate register as a whole: chains of sub-mandate, and entries that do not go together (Awb 10:1-10:9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from toegang.domain.begrippen import Mandaatsoort
from toegang.domain.mandaat import Mandaat, Mandaatvraag, bezwaren
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.organisatie import Organisatie
from toegang.domain.producten import producten


@dataclass(frozen=True)
class Registergebrek:
    """Something in the register that a person must mend.

    Args:
        mandaten: ids of the entries.
        boodschap: what is wrong, in Dutch.
        hard: the gemeente cannot go live with it; otherwise it is a warning.
    """

    mandaten: tuple[str, ...]
    boodschap: str
    hard: bool = True

    @property
    def zin(self) -> str:
        """Return it as one sentence that names the entries."""
        return f"Mandaat {' en '.join(self.mandaten)}: {self.boodschap}." if self.mandaten else f"{self.boodschap}."


def bezwaren_in_register(mandaat: Mandaat, vraag: Mandaatvraag, register: Sequence[Mandaat]) -> tuple[str, ...]:
    """Return, in Dutch, why an entry does not cover a question: itself, the chain it rests on, or one that denies it.

    Args:
        mandaat: the entry.
        vraag: what someone wants to decide or sign.
        register: all entries.
    """
    return (
        *bezwaren(mandaat, vraag),
        *ketenbezwaren(mandaat, register, vraag.op),
        *_tegenspraak(mandaat, vraag, register),
    )


def _tegenspraak(mandaat: Mandaat, vraag: Mandaatvraag, register: Sequence[Mandaat]) -> Iterable[str]:
    """Give the entries that say no, by their limit only, to what this one allows: nobody can tell which one holds."""
    for ander in register:
        if ander.id == mandaat.id or (ander.functie, ander.soort) != (mandaat.functie, mandaat.soort):
            continue
        zonder_grens = ander.gewijzigd(max_bedrag_centen=None, max_duur_maanden=None)
        if bezwaren(ander, vraag) and not bezwaren(zonder_grens, vraag):
            yield f"spreekt '{ander.id}' tegen, dat voor hetzelfde een lagere grens heeft"


def zoek_bevoegd(register: Sequence[Mandaat], vraag: Mandaatvraag, soorten: Sequence[Mandaatsoort]) -> Mandaat | None:
    """Return the entry that covers a question with its whole chain, or ``None``.

    Own power goes before replacing somebody, deciding before only signing.

    Args:
        register: all entries; also those of other kinds, since a chain may run over them.
        vraag: what someone wants to decide or sign.
        soorten: kinds that will do.
    """
    passend = [item for item in register if item.soort in soorten and not bezwaren_in_register(item, vraag, register)]
    passend.sort(key=lambda item: (item.functie != vraag.functie, item.soort is Mandaatsoort.ONDERTEKENING, item.id))
    return passend[0] if passend else None


def ketenbezwaren(mandaat: Mandaat, register: Sequence[Mandaat], op: date) -> tuple[str, ...]:
    """Return, in Dutch, what is wrong with the entries that a sub-mandate rests on (Awb 10:9).

    Args:
        mandaat: the entry.
        register: all entries.
        op: the day on which every link must run.
    """
    op_id = {item.id: item for item in register}
    gezien, kind = {mandaat.id}, mandaat
    redenen: list[str] = []
    while kind.ondermandaat_van is not None:
        ouder = op_id.get(kind.ondermandaat_van)
        if ouder is None:
            return (*redenen, f"rust op '{kind.ondermandaat_van}', en dat staat niet in het register")
        if ouder.id in gezien:
            return (*redenen, f"rust via '{ouder.id}' op zichzelf")
        redenen += _schakelbezwaren(kind, ouder, op)
        gezien.add(ouder.id)
        kind = ouder
    return tuple(redenen)


def _schakelbezwaren(kind: Mandaat, ouder: Mandaat, op: date) -> list[str]:
    redenen = [] if ouder.ondermandaat else [f"rust op '{ouder.id}', en dat mag niet worden doorgegeven"]
    if op < ouder.geldig_van:
        redenen.append(f"rust op '{ouder.id}', en dat gaat pas in op {ouder.geldig_van.isoformat()}")
    elif not ouder.geldt_op(op):
        assert ouder.geldig_tot is not None
        redenen.append(f"rust op '{ouder.id}', en dat eindigde op {ouder.geldig_tot.isoformat()}")
    ruimer = ruimer_dan(kind, ouder)
    return [*redenen, f"is ruimer dan '{ouder.id}' ({', '.join(ruimer)})"] if ruimer else redenen


def ruimer_dan(kind: Mandaat, ouder: Mandaat) -> tuple[str, ...]:
    """Return in which respects a sub-mandate is wider than the entry that it rests on."""
    lijsten = (
        ("wetten", kind.wetten, ouder.wetten),
        ("soorten besluit", kind.besluitsoorten, ouder.besluitsoorten),
        ("producten", kind.producten, ouder.producten),
    )
    ruimer = [naam for naam, eigen, boven in lijsten if boven and not (eigen and eigen <= boven)]
    if _hoger(kind.max_bedrag_centen, ouder.max_bedrag_centen):
        ruimer.append("bedrag")
    if _hoger(kind.max_duur_maanden, ouder.max_duur_maanden):
        ruimer.append("duur")
    if ouder.soort is Mandaatsoort.ONDERTEKENING and kind.soort is Mandaatsoort.BESLUIT:
        ruimer.append("beslissen in plaats van alleen ondertekenen")
    elif not kind.soort.valt_binnen(ouder.soort):
        ruimer.append("een andere handeling")
    return tuple(ruimer)


def registergebreken(organisatie: Organisatie) -> tuple[Registergebrek, ...]:
    """Return what is wrong in the register of a gemeente, by itself and between its entries.

    Args:
        organisatie: the gemeente; entries of a functie that is still an open key are not looked up.
    """
    register = organisatie.mandaten
    dubbel = [id for id, aantal in Counter(item.id for item in register).items() if aantal > 1]
    return (
        *(Registergebrek((id,), "staat er meer dan een keer") for id in dubbel),
        *(gebrek for item in register for gebrek in _eigen_gebreken(item, organisatie)),
        *(gebrek for een, ander in combinations(register, 2) for gebrek in _onderling(een, ander)),
    )


def _eigen_gebreken(item: Mandaat, organisatie: Organisatie) -> Iterable[Registergebrek]:
    for functie in filter(None, (item.functie, item.vervangende_functie)):
        if not functie.startswith(VOORVOEGSEL) and organisatie.functie(functie) is None:
            yield Registergebrek((item.id,), f"functie '{functie}' bestaat niet")
    if item.geldig_tot is not None and item.geldig_tot < item.geldig_van:
        yield Registergebrek((item.id,), "de laatste dag ligt voor de eerste")
    onbekend = sorted(item.producten - {product.id for product in producten()})
    if onbekend:
        yield Registergebrek((item.id,), f"product '{onbekend[0]}' staat niet in de catalogus")
    if item.vervangende_functie == item.functie:
        yield Registergebrek((item.id,), "een functie vervangt zichzelf")


def _onderling(een: Mandaat, ander: Mandaat) -> Iterable[Registergebrek]:
    """Give what two entries for the same functie say twice, or differently."""
    if een.id == ander.id or (een.functie, een.soort) != (ander.functie, ander.soort):
        return
    samen = min(een.geldig_tot or date.max, ander.geldig_tot or date.max) >= max(een.geldig_van, ander.geldig_van)
    velden = ("wetten", "besluitsoorten", "producten")
    if not samen or not all(_raken(getattr(een, veld), getattr(ander, veld)) for veld in velden):
        return
    paar, vanaf = (een.id, ander.id), max(een.geldig_van, ander.geldig_van).isoformat()
    grenzen = ("max_bedrag_centen", "max_duur_maanden")
    if any(getattr(een, grens) != getattr(ander, grens) for grens in grenzen):
        yield Registergebrek(paar, f"spreken elkaar vanaf {vanaf} tegen: dezelfde bevoegdheid met een andere grens")
    else:
        yield Registergebrek(paar, f"overlappen elkaar vanaf {vanaf}: een van beide kan weg", hard=False)


def _raken(een: frozenset[str], ander: frozenset[str]) -> bool:
    """Tell whether two lists share something; an empty list is everything."""
    return not een or not ander or bool(een & ander)


def _hoger(eigen: int | None, boven: int | None) -> bool:
    return boven is not None and (eigen is None or eigen > boven)
