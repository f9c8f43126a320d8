"""ZRM scores over time: a level per domain, of a person on a day; names and levels only (B-27)."""

from __future__ import annotations

from datetime import date

from toegang.domain.gespreksmap import Zrmscore
from toegang.domain.levensdomeinen import HOOGSTE, LAAGSTE, zrm_domein
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag
from toegang.storage import Actor, Werkeenheid


def leg_score_vast(
    omgeving: Omgeving, actor: Actor, zaak_id: str, domein: str, niveau: int, op: date, inwoner: str | None = None
) -> Zrmscore:
    """Record a level on a domain; a second one on the same day puts the first right.

    Args:
        omgeving: the gemeente.
        actor: who judged.
        zaak_id: zaaknummer.
        domein: id of the domain.
        niveau: 1 to 5.
        op: day of the judgement.
        inwoner: id of the member of the household; ``None`` = the client of the zaak.

    Raises:
        Invoerfout: the domain, level, day or person is not right.
        Conflict: the zaak is closed, or this was recorded already.
    """
    zrm_domein(domein)
    if not LAAGSTE <= niveau <= HOOGSTE:
        raise Invoerfout("Dit is geen ZRM-niveau.", vervolg=f"Kies een getal van {LAAGSTE} tot en met {HOOGSTE}.")
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        if not zaak.open:
            raise Conflict(f"Zaak {zaak.id} is gesloten.", vervolg="Leg de score vast in een zaak die nog loopt.")
        controleer_dag("Deze score", op, zaak.ontvangen_op, omgeving.vandaag())
        dossier = werk.dossiers.haal(zaak.dossier_id)
        wie = inwoner or zaak.client_id
        if wie not in {zaak.client_id, *(lid.inwoner for lid in dossier.leden)}:
            raise Invoerfout(
                f"Deze persoon hoort niet bij het huishouden van zaak {zaak.id}.",
                vervolg=f"Bekijk wie er bij horen met: toegang zaak inzien {zaak.id}",
            )
        score = Zrmscore(
            domein=domein, niveau=niveau, op=op, inwoner=wie, zaak_id=zaak.id, door=werk.actor.medewerker or ""
        )
        if score in dossier.gespreksmap.zrm:
            raise Conflict(f"Deze score staat al in zaak {zaak.id}.", vervolg="Er is niets gewijzigd.")
        werk.dossiers.bewaar(dossier.gewijzigd(gespreksmap=dossier.gespreksmap.met_score(score)))
        # the level is about a person's health and life, so it is not in the log
        werk.log("zrm.vastgelegd", zaak=zaak.id, dossier=zaak.dossier_id, detail={"op": op.isoformat()})
        werk.commit()
    return score


def scores_van(werk: Werkeenheid, zaak_id: str, inwoner: str | None = None) -> tuple[Zrmscore, ...]:
    """Return the scores of the client of a zaak, or of another member of the household, oldest first.

    Scores of earlier zaken of the same person are there too: they show how it goes over time.

    Args:
        werk: a unit of work.
        zaak_id: zaaknummer.
        inwoner: id of the member; ``None`` = the client.
    """
    zaak = werk.zaken.haal(zaak_id)
    return werk.dossiers.haal(zaak.dossier_id).gespreksmap.scores_van(inwoner or zaak.client_id)
