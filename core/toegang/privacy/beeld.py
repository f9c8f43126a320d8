"""Build the view of a resident from what is stored; nothing is shown that is not this person's to see."""

from __future__ import annotations

from datetime import date

from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.inwonerinzage import Inzagelaag, Inzageverzoek
from toegang.domain.organisatie import Organisatie
from toegang.domain.schakels import Partij
from toegang.domain.termijnbeleid import Termijnbeleid
from toegang.domain.zaak import Zaak
from toegang.lifecycle.termijnen import termijnen_van
from toegang.privacy import woorden
from toegang.privacy.dossierlaag import maak_dossierlaag
from toegang.privacy.eigendom import ANDER_LID, Eigendom
from toegang.privacy.momenten import momenten_van
from toegang.privacy.waarden import (
    Bezwaarrecht,
    Briefregel,
    Inwonerbeeld,
    Nietgetoond,
    Termijnregel,
    Werker,
    Zaakbeeld,
)
from toegang.storage import Werkeenheid

_ANDEREN = Nietgetoond(
    wat="Gegevens over andere leden van het huishouden",
    reden="die zijn van hen; dit staat er altijd bij, ook als er niets is",
)


def maak_beeld(
    werk: Werkeenheid,
    verzoek: Inzageverzoek,
    eigendom: Eigendom,
    organisatie: Organisatie,
    op: date,
    beleid: Termijnbeleid,
) -> Inwonerbeeld:
    """Return what a resident, or who represents one, gets to see.

    Args:
        werk: a unit of work.
        verzoek: who asks, and whether the identity was established.
        eigendom: what is this resident's.
        organisatie: the gemeente.
        op: day.
        beleid: what the gemeente adds to the terms of the law.
    """
    inwoner = werk.inwoners.haal(verzoek.inwoner)
    diep = verzoek.bewijs is not None
    brieven = _brieven(werk, inwoner.dossier_id, eigendom)
    momenten = momenten_van(werk, inwoner.dossier_id, eigendom, op)
    zaken = tuple(_zaak(werk, zaak, organisatie, op, beleid) for zaak in eigendom.zaken)
    dossier = maak_dossierlaag(werk, inwoner, eigendom) if diep else None
    return Inwonerbeeld(
        gemeente=organisatie.naam,
        inwoner=inwoner.id,
        voor=verzoek.voor,
        op=op,
        lagen=(Inzagelaag.OVERZICHT, Inzagelaag.DOSSIER) if diep else (Inzagelaag.OVERZICHT,),
        zaken=zaken,
        momenten=momenten,
        brieven=brieven,
        dossier=dossier,
        niet_getoond=tuple(samengevat(eigendom)),
    )


def samengevat(eigendom: Eigendom) -> list[Nietgetoond]:
    """Return what was kept back, once per kind and reason.

    On other members the same sentence always stands there: that they have a file at all is theirs to tell.
    """
    over_de_persoon = dict.fromkeys((item.wat, item.reden) for item in eigendom.gemist if item.reden != ANDER_LID)
    return [*(Nietgetoond(wat=wat, reden=reden) for wat, reden in over_de_persoon), _ANDEREN]


def _brieven(werk: Werkeenheid, dossier_id: str, eigendom: Eigendom) -> tuple[Briefregel, ...]:
    eigen = eigendom.neem("brieven", werk.brieven.zoek(dossier_id=dossier_id))
    verzonden = [brief for brief in eigen if isinstance(brief, Brief) and brief.status is Briefstatus.VERZONDEN]
    return tuple(
        Briefregel(op=brief.verzonden_op, wat=woorden.brief(brief.sjabloon))
        for brief in sorted(verzonden, key=lambda brief: brief.verzonden_op or date.min)
        if brief.verzonden_op is not None
    )


def _zaak(werk: Werkeenheid, zaak: Zaak, organisatie: Organisatie, op: date, beleid: Termijnbeleid) -> Zaakbeeld:
    lopend = [
        Termijnregel(wat=item.omschrijving, uiterlijk=item.einde, voor_inwoner=item.partij is not Partij.GEMEENTE)
        for item in termijnen_van(werk, zaak, op, beleid)
        if item.loopt and item.einde is not None and (item.partij is Partij.GEMEENTE or item.einde >= op)
    ]
    rechten = [
        Bezwaarrecht(
            besluit_van=record.besluit.datum,
            verzonden_op=record.bekendgemaakt_op,
            tot=record.bezwaar_tot,
            voorbij=record.bezwaar_tot is not None and record.bezwaar_tot < op,
        )
        for record in werk.besluiten.zoek(zaak_id=zaak.id)
    ]
    return Zaakbeeld(
        zaak=zaak.id,
        onderwerp=woorden.ONDERWERP[zaak.wet],
        stand=woorden.stand_van(zaak),
        werkers=tuple(_werkers(werk, zaak, organisatie)),
        termijnen=tuple(lopend),
        rechten=tuple(rechten),
    )


def _werkers(werk: Werkeenheid, zaak: Zaak, organisatie: Organisatie) -> list[Werker]:
    """Return who works on a zaak: by functie, with the name of the first contact only (Z-17)."""
    regie = werk.regie.huidig(zaak.dossier_id)
    eerste = regie.eerste_aanspreekpunt if regie else None
    mensen = {mens.id: mens for mens in werk.medewerkers.zoek()}
    werkers = []
    for id in dict.fromkeys(filter(None, (eerste, *zaak.leden))):
        mens = mensen.get(id)
        functie = organisatie.functie(mens.functie) if mens else None
        werkers.append(
            Werker(
                functie=functie.naam if functie else "medewerker",
                rol="uw eerste aanspreekpunt" if id == eerste else "werkt aan uw vraag",
                naam=mens.naam if mens and id == eerste else "",
            )
        )
    return werkers
