"""The mandate register seen against the people of the gemeente: what is wrong, and who may decide in a zaak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from toegang.domain.begrippen import Mandaatsoort, Werkgeversoort
from toegang.domain.besluit import Besluit
from toegang.domain.mandaat import Mandaat, Mandaatvraag
from toegang.domain.mandaatregister import Registergebrek, registergebreken, zoek_bevoegd
from toegang.domain.medewerker import Medewerker
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.voorstel import Voorstel
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, NietToegestaan
from toegang.guards.contexten_besluit import MandaatregisterToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.besluitinhoud import route_van, voorstel_in, voorzieningen
from toegang.lifecycle.bevoegdheid import (
    BESLISSEN,
    ONDERTEKENEN,
    mandaatvraag,
    onbezette_functies,
    waarom_geen_mandaat,
)
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid


@dataclass(frozen=True)
class Bevoegdheid:
    """Whether one medewerker may decide and sign in a zaak.

    Args:
        medewerker: id.
        functie: functie.
        beslist: entry by which he may decide, or ``None``.
        ondertekent: entry by which he may sign, or ``None``.
        niet_beslissen: why not; empty when he may.
        niet_ondertekenen: why not; empty when he may.
    """

    medewerker: str
    functie: str
    beslist: str | None
    ondertekent: str | None
    niet_beslissen: tuple[str, ...]
    niet_ondertekenen: tuple[str, ...]


def controleer_register(werk: Werkeenheid, omgeving: Omgeving) -> tuple[Registergebrek, ...]:
    """Return everything that is wrong in the register, by itself and against the people of the gemeente.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
    """
    soorten: dict[str, set[Werkgeversoort]] = defaultdict(set)
    vandaag = omgeving.vandaag()
    for mens in werk.medewerkers.zoek():
        if mens.in_dienst_van <= vandaag <= (mens.in_dienst_tot or date.max):
            soorten[mens.functie].add(mens.werkgeversoort)
    beeld = omgeving.beeld()
    context = MandaatregisterToets(vandaag, beeld, {functie: frozenset(item) for functie, item in soorten.items()})
    regels = toets(Moment.MANDAATREGISTER, context, beeld, omgeving.bevestigd)
    return (*registergebreken(omgeving.organisatie), *(gebrek for item in regels for gebrek in _als_gebrek(item)))


def vereis_goed_register(werk: Werkeenheid, omgeving: Omgeving) -> None:
    """Check that a gemeente can go live with its register.

    Raises:
        NietToegestaan: something in it must be mended first.
    """
    zinnen = [gebrek.zin for gebrek in controleer_register(werk, omgeving) if gebrek.hard]
    if zinnen:
        regels = "\n".join(f"  - {zin}" for zin in zinnen)
        raise NietToegestaan(
            f"Gemeente {omgeving.organisatie.naam} kan niet open, want het mandaatregister klopt niet:\n{regels}",
            vervolg="Herstel dit in organisatie.toml.",
        )


def _als_gebrek(item: Regeltoets) -> tuple[Registergebrek, ...]:
    if item.oordeel is Oordeel.VOLDOET:
        return ()
    hard = item.oordeel is Oordeel.GEWEIGERD
    return (Registergebrek((), f"{item.regel} ({item.grondslag}): {item.boodschap}", hard),)


def bevoegden(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, medewerker: str | None = None
) -> tuple[Bevoegdheid, ...]:
    """Return who may decide and sign in a zaak, and of everybody else why not.

    Judged on the besluit that was taken, or else on the proposal that lies there.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
        medewerker: only this one.

    Raises:
        Conflict: there is nothing to judge yet.
        Invoerfout: the medewerker does not exist.
    """
    voorstel = voorstel_in(werk, zaak.id)
    besluiten = werk.besluiten.zoek(zaak_id=zaak.id)
    if besluiten:
        besluit, voorstel = besluiten[-1].besluit, _voorstel_bij(werk, besluiten[-1].voorstel_id)
    elif voorstel is not None:
        besluit = _voorgenomen(omgeving, zaak, voorstel)
    else:
        raise Conflict(
            f"In zaak {zaak.id} ligt nog geen voorstel; er is nog niets om mandaat aan te toetsen.",
            vervolg=f"Dien het in: toegang besluit voorstel {zaak.id} BESTAND",
        )
    mensen = (
        [werk.medewerkers.haal(behandelaar(werk, medewerker).medewerker)] if medewerker else werk.medewerkers.zoek()
    )
    onbezet = onbezette_functies(werk, omgeving.organisatie, besluit.datum)
    return tuple(_bevoegdheid(omgeving, zaak, besluit, voorstel, mens, onbezet) for mens in mensen)


def _voorstel_bij(werk: Werkeenheid, id: str | None) -> Voorstel | None:
    return werk.voorstellen.haal(id) if id else None


def _voorgenomen(omgeving: Omgeving, zaak: Zaak, voorstel: Voorstel) -> Besluit:
    """Return what would be decided today; who decides is what is asked, so the assessor stands in."""
    opdracht = voorstel.opdracht
    return Besluit(
        id="",
        zaak_id=zaak.id,
        soort=opdracht.soort,
        datum=omgeving.vandaag(),
        voorzieningen=voorzieningen(opdracht, zaak),
        minder_dan_gevraagd=opdracht.minder_dan_gevraagd,
        ten_nadele=opdracht.ten_nadele,
        beoordelaar=voorstel.steller,
        beslisser=voorstel.steller,
    )


def _bevoegdheid(
    omgeving: Omgeving,
    zaak: Zaak,
    besluit: Besluit,
    voorstel: Voorstel | None,
    mens: Medewerker,
    onbezet: frozenset[str],
) -> Bevoegdheid:
    register = omgeving.organisatie.mandaten
    vraag = mandaatvraag(zaak, besluit, mens.functie, mens.id, onbezet)
    afwezig = () if mens.werkt_op(besluit.datum) else (f"is op {besluit.datum.isoformat()} niet aan het werk",)
    route = route_van(omgeving, zaak, besluit.datum)
    zelf_beoordeeld = mens.id == besluit.beoordelaar.medewerker
    # the four eyes of the route hold for deciding and for signing (B-49)
    ogen = ("stelde de indicatie (vier ogen)",) if route.vier_ogen and zelf_beoordeeld else ()
    toetser = voorstel.toetser.medewerker if voorstel and voorstel.toetser else ""
    ander = ("toetste het voorstel",) if route.toets_door_ander and mens.id == toetser else ()
    vreemd = _vreemd(omgeving, mens)
    niet_beslissen = (*afwezig, *ogen, *ander, *vreemd, *_zonder(register, vraag, BESLISSEN, mens))
    niet_tekenen = (*afwezig, *ogen, *_zonder(register, vraag, ONDERTEKENEN, mens))
    return Bevoegdheid(
        medewerker=mens.id,
        functie=mens.functie,
        beslist=None if niet_beslissen else _id(register, vraag, BESLISSEN),
        ondertekent=None if niet_tekenen else _id(register, vraag, ONDERTEKENEN),
        niet_beslissen=niet_beslissen,
        niet_ondertekenen=niet_tekenen,
    )


def _vreemd(omgeving: Omgeving, mens: Medewerker) -> tuple[str, ...]:
    """Return what W-9 says of who does not work for a bestuursorgaan."""
    eigen = omgeving.organisatie.regels.get("W-9")
    mag = eigen.lijsten.get("mandaat_aan", ()) if eigen else ()
    if mens.werkgeversoort.is_bestuursorgaan or mens.werkgeversoort in mag:
        return ()
    return (f"werkt niet bij een bestuursorgaan ({mens.werkgeversoort.lower().replace('_', ' ')})",)


def _zonder(
    register: Sequence[Mandaat], vraag: Mandaatvraag, soorten: Sequence[Mandaatsoort], mens: Medewerker
) -> tuple[str, ...]:
    mandaat = zoek_bevoegd(register, vraag, soorten)
    if mandaat is None:
        return (waarom_geen_mandaat(register, vraag, soorten),)
    if mens.werkgeversoort is not Werkgeversoort.GEMEENTE and not mandaat.heeft_instemming:
        return (f"{mandaat.id}: de instemming van de gemandateerde en van zijn werkgever ontbreekt",)
    return ()


def _id(register: Sequence[Mandaat], vraag: Mandaatvraag, soorten: Sequence[Mandaatsoort]) -> str | None:
    mandaat = zoek_bevoegd(register, vraag, soorten)
    return mandaat.id if mandaat else None
