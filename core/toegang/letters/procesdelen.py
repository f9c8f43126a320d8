"""What a letter on the way to a decision is made from: one function per template, all read from storage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.aanschrijfbaar import heeft_geheim_adres
from toegang.domain.begrippen import Besluitsoort
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.bezwaar import Bezwaar, Bezwaaruitkomst, Horen
from toegang.domain.brief import Brief
from toegang.domain.datums import datum_voluit
from toegang.domain.huishouden import Inwoner
from toegang.domain.levering import Levering
from toegang.domain.medewerker import Medewerker
from toegang.domain.producten import producten
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Controlefout
from toegang.letters.bezwaaronderdelen import Doorzending, Herstelvraag, Uitspraak
from toegang.letters.geadresseerden import clientnaam
from toegang.letters.gespreksberichten import uitnodiging, verslagbericht
from toegang.letters.meldingdelen import ONDERWERPEN
from toegang.letters.procesonderdelen import Informatie, Opdracht, Procesgegevens, Voornemen
from toegang.letters.tekst import opsomming
from toegang.letters.termijnberichten import Termijnblik
from toegang.lifecycle.aanbieders import aanbieder
from toegang.lifecycle.bezwaar import besluit_van
from toegang.lifecycle.bezwaarherstel import vereis_herstel_nodig
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import (
    AANVULLING,
    BESLUIT_OP_BEZWAAR,
    DOORZENDING,
    DWANGSOM,
    HERSTEL_BEZWAAR,
    HERVATTING,
    INFORMATIE,
    KOPIE_AANBIEDER,
    OPSCHORTING,
    UITNODIGING,
    VERDAGING,
    VERSLAG,
    VOORNEMEN,
)
from toegang.storage import Werkeenheid


@dataclass(frozen=True, repr=False)
class Procesbron:
    """Where such a letter is read from.

    Args:
        werk: a unit of work; only read from.
        omgeving: the gemeente.
        zaak: the zaak.
        client: the person it is about.
        brief: the letter.
        op: the day that it bears.
        medewerkers: by id.
    """

    werk: Werkeenheid
    omgeving: Omgeving
    zaak: Zaak
    client: Inwoner
    brief: Brief
    op: date
    medewerkers: Mapping[str, Medewerker]

    @property
    def termijn(self) -> Termijnblik:
        """The term that it is about."""
        return Termijnblik(self.werk, self.omgeving, self.zaak, self.brief, self.op)


def procesgegevens(bron: Procesbron) -> Procesgegevens | None:
    """Return what such a letter prints; ``None`` for any other letter.

    Args:
        bron: where it is read from.

    Raises:
        ToegangFout: what it is about holds no more, or something that it prints is not there.
    """
    maak = _MAKERS.get(bron.brief.sjabloon)
    return maak(bron) if maak else None


def _uitnodiging(bron: Procesbron) -> Procesgegevens:
    organisatie = bron.omgeving.organisatie
    deel = uitnodiging(bron.werk, organisatie, bron.zaak, bron.brief, bron.op, bron.medewerkers)
    return Procesgegevens(uitnodiging=deel)


def _voornemen(bron: Procesbron) -> Procesgegevens:
    voorstel = bron.werk.voorstellen.haal(bron.brief.aanleiding)
    tot = voorstel.hoor.tot if voorstel.hoor else None
    if not voorstel.status.ligt_er:
        raise Conflict(f"Brief {bron.brief.id} gaat over een voorstel dat er niet meer ligt.")
    if tot is None or tot <= bron.op:
        raise Conflict(
            f"Brief {bron.brief.id} geeft de inwoner geen tijd om te antwoorden.",
            vervolg=f"Noem een latere dag: toegang besluit hoor {bron.zaak.id} BESTAND (met tot = JJJJ-MM-DD)",
        )
    motivering = voorstel.opdracht.motivering
    redenen = [tekst for _, tekst in motivering.stappen] + [motivering.conclusie]
    return Procesgegevens(
        voornemen=Voornemen(
            wat=_wat(voorstel.opdracht, bron.zaak),
            redenen=tuple(tekst for tekst in redenen if tekst.strip()),
            tot=tot,
        )
    )


def _wat(opdracht: Besluitopdracht, zaak: Zaak) -> str:
    namen = {item.id: item.naam for item in producten()}
    wat = [namen.get(item.product, item.product) for item in opdracht.voorzieningen]
    waarover = opsomming(list(dict.fromkeys(wat))) or ONDERWERPEN[zaak.wet]
    ingang = min((item.ingangsdatum for item in opdracht.voorzieningen), default=None)
    vanaf = f" vanaf {datum_voluit(ingang)}" if ingang else ""
    match opdracht.soort:
        case Besluitsoort.BEEINDIGING:
            return f"Wij willen {waarover}{vanaf} laten stoppen"
        case Besluitsoort.INTREKKING:
            return f"Wij willen het besluit over {waarover}{vanaf} intrekken"
        case Besluitsoort.WIJZIGING:
            return f"Wij willen {waarover}{vanaf} veranderen"
        case Besluitsoort.AFWIJZING | Besluitsoort.BUITEN_BEHANDELING:
            return f"Wij willen de aanvraag voor {waarover} afwijzen"
        case _:
            return f"Wij willen minder {waarover} toekennen dan is gevraagd"


def _opdracht(bron: Procesbron) -> Procesgegevens:
    levering = bron.werk.leveringen.haal(bron.brief.aanleiding)
    if levering.aanbieder is None or not levering.loopt:
        raise Conflict(f"Brief {bron.brief.id} gaat over een levering die is gestopt of niet is toegewezen.")
    wie = aanbieder(bron.werk, levering.aanbieder)
    geheim = heeft_geheim_adres(bron.client)
    return Procesgegevens(
        opdracht=Opdracht(
            aanbieder=wie.naam,
            client="" if geheim else clientnaam(bron.client, bron.op),
            naam=levering.naam,
            omvang=levering.omvang,
            ingangsdatum=levering.ingangsdatum or bron.op,
            einddatum=levering.einddatum,
            start_uiterlijk=_start_uiterlijk(levering, bron),
        )
    )


def _start_uiterlijk(levering: Levering, bron: Procesbron) -> date | None:
    assert levering.aanbieder is not None
    begin = levering.ingangsdatum or bron.op
    contract = aanbieder(bron.werk, levering.aanbieder).contract(levering.product, begin)
    if contract is None or contract.start_binnen_dagen is None or levering.toegewezen_op is None:
        return None
    return max(levering.toegewezen_op + timedelta(days=contract.start_binnen_dagen), begin)


_KERN = {
    Bezwaaruitkomst.GEGROND: "U krijgt gelijk: wij verklaren uw bezwaar gegrond",
    Bezwaaruitkomst.DEELS_GEGROND: "U krijgt voor een deel gelijk: wij verklaren uw bezwaar deels gegrond",
    Bezwaaruitkomst.ONGEGROND: "U krijgt geen gelijk: wij verklaren uw bezwaar ongegrond",
    Bezwaaruitkomst.NIET_ONTVANKELIJK: "Wij kunnen uw bezwaar niet behandelen: het is niet-ontvankelijk",
}
_GEVOLG = {
    Bezwaaruitkomst.GEGROND: "Wij nemen een nieuw besluit. Dat krijgt u in een aparte brief.",
    Bezwaaruitkomst.DEELS_GEGROND: "Wij nemen een nieuw besluit. Dat krijgt u in een aparte brief.",
    Bezwaaruitkomst.ONGEGROND: "Ons besluit blijft zoals het was.",
    Bezwaaruitkomst.NIET_ONTVANKELIJK: "Ons besluit blijft zoals het was. Wij hebben niet bekeken of het juist is.",
}
_NIET_GEHOORD = {
    Horen.KENNELIJK_NIET_ONTVANKELIJK: "er geen twijfel over kan zijn dat wij uw bezwaar niet kunnen behandelen",
    Horen.KENNELIJK_ONGEGROND: "er geen twijfel over kan zijn dat uw bezwaar niet slaagt",
    Horen.WIL_NIET: "u liet weten dat u geen gesprek wilde",
    Horen.GEEN_ANTWOORD: "u niet heeft geantwoord op onze vraag of u een gesprek wilde",
    Horen.GEHEEL_TEGEMOET: "u helemaal gelijk krijgt",
}


def _uitspraak(bron: Procesbron) -> Procesgegevens:
    bezwaar = bezwaar_van(bron)
    assert bezwaar.uitkomst is not None
    return Procesgegevens(
        uitspraak=Uitspraak(
            ontvangen_op=bezwaar.ontvangen_op,
            besluit_van=_dag_van_besluit(bron, bezwaar),
            kern=_KERN[bezwaar.uitkomst],
            gehoord_op=bezwaar.hoorzitting.op if bezwaar.hoorzitting else None,
            niet_gehoord=_NIET_GEHOORD[bezwaar.horen_afgezien] if bezwaar.horen_afgezien else "",
            gevolg=bezwaar.gevolg.strip() or _GEVOLG[bezwaar.uitkomst],
        )
    )


def bezwaar_van(bron: Procesbron) -> Bezwaar:
    """Return the objection that a letter decides on.

    Raises:
        Conflict: nothing was decided on it.
    """
    bezwaar = bron.werk.bezwaren.haal(bron.brief.aanleiding)
    if bezwaar.uitkomst is None or not bezwaar.uitkomst.is_besluit:
        raise Conflict(f"Op bezwaar {bezwaar.id} is niet beslist, dus er is geen brief over te maken.")
    return bezwaar


def _dag_van_besluit(bron: Procesbron, bezwaar: Bezwaar) -> date | None:
    record = besluit_van(bron.werk, bezwaar)
    return record.besluit.datum if record else None


def _herstel(bron: Procesbron) -> Procesgegevens:
    bezwaar = bron.werk.bezwaren.haal(bron.brief.aanleiding)
    return Procesgegevens(
        herstel=Herstelvraag(
            ontvangen_op=bezwaar.ontvangen_op,
            besluit_van=_dag_van_besluit(bron, bezwaar),
            ontbreekt=tuple(deel.voor_inwoner for deel in bezwaar.ontbreekt),
            uiterlijk=vereis_herstel_nodig(bezwaar, bron.brief, bron.op),
        )
    )


def _doorzending(bron: Procesbron) -> Procesgegevens:
    bezwaar = bron.werk.bezwaren.haal(bron.brief.aanleiding)
    if bezwaar.uitkomst is not Bezwaaruitkomst.DOORGEZONDEN or bezwaar.afgedaan_op is None:
        raise Conflict(f"Bezwaar {bezwaar.id} is niet doorgezonden, dus er is geen brief over te maken.")
    return Procesgegevens(
        doorzending=Doorzending(ontvangen_op=bezwaar.ontvangen_op, op=bezwaar.afgedaan_op, aan=bezwaar.doorgezonden_aan)
    )


def _informatie(bron: Procesbron) -> Procesgegevens:
    tekst = bron.brief.tekst
    if tekst is None:
        raise Controlefout(f"Informatiebrief {bron.brief.id} heeft geen tekst.")
    return Procesgegevens(informatie=Informatie(onderwerp=tekst.onderwerp, alineas=tekst.alineas))


_MAKERS: Mapping[str, Callable[[Procesbron], Procesgegevens]] = {
    UITNODIGING: _uitnodiging,
    VERSLAG: lambda bron: Procesgegevens(verslag=verslagbericht(bron.werk, bron.zaak, bron.brief)),
    AANVULLING: lambda bron: Procesgegevens(aanvulling=bron.termijn.aanvulling()),
    OPSCHORTING: lambda bron: Procesgegevens(stilstand=bron.termijn.stilstand()),
    HERVATTING: lambda bron: Procesgegevens(stilstand=bron.termijn.stilstand()),
    VERDAGING: lambda bron: Procesgegevens(uitstel=bron.termijn.uitstel()),
    HERSTEL_BEZWAAR: _herstel,
    DOORZENDING: _doorzending,
    DWANGSOM: lambda bron: Procesgegevens(dwangsom=bron.termijn.dwangsom()),
    VOORNEMEN: _voornemen,
    KOPIE_AANBIEDER: _opdracht,
    BESLUIT_OP_BEZWAAR: _uitspraak,
    INFORMATIE: _informatie,
}
