"""The mandate register seen against the people of the gemeente: what is wrong, and who may decide in a zaak."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from toegang.domain.begrippen import Werkgeversoort
from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Behandelaar, Besluit
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.mandaat import ZONDER_INSTEMMING, Mandaat, Mandaatvraag
from toegang.domain.mandaatregister import Registergebrek, registergebreken, zoek_bevoegd
from toegang.domain.medewerker import Medewerker
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.team import Casusteam
from toegang.domain.voorstel import Voorstel
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, NietToegestaan
from toegang.guards.contexten import BesluitToets
from toegang.guards.contexten_besluit import MandaatregisterToets
from toegang.guards.mandaat import WIE_BESLIST
from toegang.guards.register import Moment, toets
from toegang.lifecycle.besluitinhoud import route_van, voorstel_in, voorzieningen
from toegang.lifecycle.bevoegdheid import (
    BESLISSEN,
    ONDERTEKENEN,
    OP_BEZWAAR,
    Tekenregister,
    mandaatvraag,
    onbezette_functies,
    waarom_geen_mandaat,
)
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import team_van
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
        op_bezwaar: entry by which he may decide on an objection against it, or ``None``.
        niet_op_bezwaar: why not; empty when he may.
    """

    medewerker: str
    functie: str
    beslist: str | None
    ondertekent: str | None
    niet_beslissen: tuple[str, ...]
    niet_ondertekenen: tuple[str, ...]
    op_bezwaar: str | None
    niet_op_bezwaar: tuple[str, ...]


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
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, medewerker: str | None = None, op: date | None = None
) -> tuple[Bevoegdheid, ...]:
    """Return who may decide and sign in a zaak, and of everybody else why not.

    Judged by the rules that judge a decision, with the policy of the day of the besluit that was taken, or else on the
    proposal that lies there as if it were decided today. Signing is judged on the day on which it is or was done.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
        medewerker: only this one.
        op: judge as if it were decided on this day.

    Raises:
        Conflict: there is nothing to judge yet.
        Invoerfout: the medewerker does not exist.
    """
    vandaag = omgeving.vandaag()
    besluit, tekendag = _te_toetsen(werk, omgeving, zaak, op or vandaag)
    if op is not None:
        besluit, tekendag = besluit.gewijzigd(datum=op), op
    mensen = (
        [werk.medewerkers.haal(behandelaar(werk, medewerker).medewerker)] if medewerker else werk.medewerkers.zoek()
    )
    beeld = omgeving.beeld(besluit.datum)
    proef = _Proef(
        omgeving=omgeving,
        zaak=zaak,
        besluit=besluit,
        route=route_van(omgeving, zaak, besluit.datum),
        team=team_van(werk, zaak.id),
        beeld=beeld,
        onbezet=onbezette_functies(werk, beeld.organisatie, besluit.datum),
        tekenen=Tekenregister.op(werk, omgeving, tekendag),
        besloten=bool(besluit.id),
    )
    return tuple(_bevoegdheid(proef, mens) for mens in mensen)


@dataclass(frozen=True)
class _Proef:
    """What everybody is judged on."""

    omgeving: Omgeving
    zaak: Zaak
    besluit: Besluit
    route: Besluitroute
    team: Casusteam
    beeld: Gemeentebeeld
    onbezet: frozenset[str]
    tekenen: Tekenregister
    besloten: bool


def _te_toetsen(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, vandaag: date) -> tuple[Besluit, date]:
    """Return what is judged, and the day on which it was or would be signed."""
    besluiten = werk.besluiten.zoek(zaak_id=zaak.id)
    if besluiten:
        laatste = besluiten[-1]
        return laatste.besluit, laatste.ondertekend_op or omgeving.vandaag()
    voorstel = voorstel_in(werk, zaak.id)
    if voorstel is None:
        raise Conflict(
            f"In zaak {zaak.id} ligt nog geen voorstel; er is nog niets om mandaat aan te toetsen.",
            vervolg=f"Dien het in: toegang besluit voorstel {zaak.id} BESTAND",
        )
    return _voorgenomen(omgeving, zaak, voorstel, vandaag), vandaag


def _voorgenomen(omgeving: Omgeving, zaak: Zaak, voorstel: Voorstel, op: date) -> Besluit:
    """Return what would be decided; who decides is what is asked, so the assessor stands in.

    While nobody checked it, the functie that will stands in too: that it must still be checked is no lack of mandate.
    """
    opdracht, route = voorstel.opdracht, route_van(omgeving, zaak, op)
    nog_te_doen = Behandelaar(
        medewerker="", functie=route.toets_rol or route.besluit_rol, werkgeversoort=Werkgeversoort.GEMEENTE
    )
    return Besluit(
        id="",
        zaak_id=zaak.id,
        soort=opdracht.soort,
        datum=op,
        voorzieningen=voorzieningen(opdracht, zaak),
        minder_dan_gevraagd=opdracht.minder_dan_gevraagd,
        ten_nadele=opdracht.is_ten_nadele,
        beoordelaar=voorstel.steller,
        toetser=voorstel.toetser or nog_te_doen,
        beslisser=voorstel.steller,
        adviezen=opdracht.adviezen,
    )


def _bevoegdheid(proef: _Proef, mens: Medewerker) -> Bevoegdheid:
    dag, register, tekenen = proef.besluit.datum, proef.beeld.organisatie.mandaten, proef.tekenen
    zelf_beoordeeld = mens.id == proef.besluit.beoordelaar.medewerker
    # the four eyes of the route hold for signing as for deciding (B-49)
    ogen = ("stelde de indicatie (vier ogen)",) if proef.route.vier_ogen and zelf_beoordeeld else ()
    vraag = mandaatvraag(proef.zaak, proef.besluit, mens.functie, mens.id, proef.onbezet)
    tekenvraag = vraag.gewijzigd(op=tekenen.dag, onbezet=tekenen.onbezet)
    beslist = zoek_bevoegd(register, vraag, BESLISSEN)
    tekent = zoek_bevoegd(tekenen.register, tekenvraag, ONDERTEKENEN)
    niet_beslissen = (*_afwezig(mens, dag), *_regels_tegen(proef, mens, vraag, beslist))
    niet_tekenen = (*_afwezig(mens, tekenen.dag), *ogen, *_niet_tekenen(proef, tekenvraag, tekent, mens))
    bezwaar, niet_op_bezwaar = _op_bezwaar(proef, mens, tekenvraag)
    return Bevoegdheid(
        medewerker=mens.id,
        functie=mens.functie,
        beslist=beslist.id if beslist and not niet_beslissen else None,
        ondertekent=tekent.id if tekent and not niet_tekenen else None,
        niet_beslissen=niet_beslissen,
        niet_ondertekenen=niet_tekenen,
        op_bezwaar=bezwaar.id if bezwaar and not niet_op_bezwaar else None,
        niet_op_bezwaar=niet_op_bezwaar,
    )


def _op_bezwaar(proef: _Proef, mens: Medewerker, vraag: Mandaatvraag) -> tuple[Mandaat | None, tuple[str, ...]]:
    """Return by which entry somebody may decide on an objection today, and what stands in the way (L-21, L-22)."""
    register = proef.tekenen.register
    mandaat = zoek_bevoegd(register, vraag, OP_BEZWAAR)
    redenen = [*_afwezig(mens, proef.tekenen.dag)]
    if mandaat is None:
        redenen.append(waarom_geen_mandaat(register, vraag, OP_BEZWAAR))
    elif mandaat.mist_instemming_van(mens.werkgeversoort, _ondergeschikt(proef)):
        redenen.append(f"{mandaat.id} {ZONDER_INSTEMMING}")
    if proef.besloten and mens.id == proef.besluit.beslisser.medewerker:
        redenen.append("L-22: nam zelf het besluit")
    return mandaat, tuple(redenen)


def _afwezig(mens: Medewerker, dag: date) -> tuple[str, ...]:
    return () if mens.werkt_op(dag) else (f"is op {dag.isoformat()} niet aan het werk",)


def _regels_tegen(proef: _Proef, mens: Medewerker, vraag: Mandaatvraag, mandaat: Mandaat | None) -> tuple[str, ...]:
    """Return what the rules on who decides would refuse, were this the decider; the same rules as at the decision."""
    wie = Behandelaar(medewerker=mens.id, functie=mens.functie, werkgeversoort=mens.werkgeversoort)
    context = BesluitToets(
        zaak=proef.zaak,
        besluit=proef.besluit.gewijzigd(beslisser=wie),
        team=proef.team,
        route=proef.route,
        mandaat=mandaat,
        waarom_niet="" if mandaat else waarom_geen_mandaat(proef.beeld.organisatie.mandaten, vraag, BESLISSEN),
        had_dossier_open=True,
        beeld=proef.beeld,
    )
    regels = toets(Moment.BESLUIT, context, proef.beeld, proef.omgeving.bevestigd, WIE_BESLIST)
    return tuple(f"{item.regel}: {item.boodschap}" for item in regels if item.oordeel is Oordeel.GEWEIGERD)


def _niet_tekenen(proef: _Proef, vraag: Mandaatvraag, mandaat: Mandaat | None, mens: Medewerker) -> tuple[str, ...]:
    if mandaat is None:
        return (waarom_geen_mandaat(proef.tekenen.register, vraag, ONDERTEKENEN),)
    mist = mandaat.mist_instemming_van(mens.werkgeversoort, _ondergeschikt(proef))
    return (f"{mandaat.id} {ZONDER_INSTEMMING}",) if mist else ()


def _ondergeschikt(proef: _Proef) -> Werkgeversoort:
    """Return for whom those work who are subordinate to the body that decided, or will."""
    organisatie = proef.beeld.organisatie
    return organisatie.werkgeversoort_van(organisatie.orgaan(proef.zaak.wet, proef.besluit.datum))
