"""Who acts for a resident: recorded from a paper that somebody saw, and ended; letters that wait follow it."""

from __future__ import annotations

from datetime import date

from toegang.domain.huishouden import Inwoner
from toegang.domain.vertegenwoordiger import Vertegenwoordiger, Vertegenwoordigersoort, Vertegenwoordigingsopgave
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.lifecycle.exemplaren import verdeel_opnieuw
from toegang.lifecycle.leden import vereis_lid
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, nieuw_id
from toegang.storage import Actor, Werkeenheid


def leg_vertegenwoordiger_vast(
    omgeving: Omgeving, actor: Actor, zaak_id: str, wie: str, opgave: Vertegenwoordigingsopgave
) -> Vertegenwoordiger:
    """Record who acts for a resident.

    Args:
        omgeving: the gemeente.
        actor: who saw the paper; must be a medewerker.
        zaak_id: a zaak of the household.
        wie: ``client``, an inwoner id, or a role in the household.
        opgave: who acts, and on what paper that rests.

    Returns:
        The representative as stored.

    Raises:
        NietToegestaan: no medewerker saw the paper.
        Invoerfout: this is no member, the paper is of a day to come, or a minor has another kind of representative.
        Conflict: the same was recorded already.
    """
    medewerker = _vereis_medewerker(actor)
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        leden = werk.dossiers.haal(zaak.dossier_id).leden
        inwoner = werk.inwoners.haal(vereis_lid(wie, zaak, leden, "wie"))
        controleer_dag("Het document", opgave.document_van, date.min, omgeving.vandaag())
        _vereis_volwassen(inwoner, opgave)
        nieuw = Vertegenwoordiger(
            **dict(opgave), id=nieuw_id("V"), vastgelegd_op=omgeving.vandaag(), vastgelegd_door=medewerker
        )
        if any(_zelfde(item, nieuw) for item in inwoner.vertegenwoordigers):
            raise Conflict(
                f"Bij {inwoner.id} staat deze {nieuw.soort.in_woorden} in die periode al.",
                vervolg=f"Bekijk wie er staan: toegang inwoner vertegenwoordiger toon {zaak.id}",
            )
        _bewaar(werk, inwoner, (*inwoner.vertegenwoordigers, nieuw), omgeving.vandaag())
        werk.log("vertegenwoordiger.vastgelegd", zaak=zaak.id, dossier=zaak.dossier_id, detail=_detail(inwoner, nieuw))
        werk.commit()
    return nieuw


def beeindig_vertegenwoordiging(
    omgeving: Omgeving, actor: Actor, zaak_id: str, kenmerk: str, laatste_dag: date
) -> Vertegenwoordiger:
    """Record the last day on which somebody acts for a resident.

    Args:
        omgeving: the gemeente.
        actor: who records it; must be a medewerker.
        zaak_id: a zaak of the household.
        kenmerk: id of the representative.
        laatste_dag: last day.

    Raises:
        NietToegestaan: no medewerker records it.
        Invoerfout: the household has no such representative, or the last day is before the first.
        Conflict: it ended before.
    """
    _vereis_medewerker(actor)
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        inwoner, oud = _vind(werk, zaak.dossier_id, kenmerk, zaak.id)
        if oud.tot is not None and oud.tot <= laatste_dag:
            raise Conflict(
                f"Vertegenwoordiging {oud.id} eindigt al op {oud.tot.isoformat()}.", vervolg="Er is niets gewijzigd."
            )
        if laatste_dag < oud.vanaf:
            raise Invoerfout(
                f"De laatste dag van vertegenwoordiging {oud.id} ligt voor de eerste ({oud.vanaf.isoformat()}).",
                vervolg="Kies een latere dag. Er is niets opgeslagen.",
            )
        nieuw = oud.gewijzigd(tot=laatste_dag)
        anders = tuple(nieuw if item.id == oud.id else item for item in inwoner.vertegenwoordigers)
        _bewaar(werk, inwoner, anders, omgeving.vandaag())
        werk.log("vertegenwoordiger.beeindigd", zaak=zaak.id, dossier=zaak.dossier_id, detail=_detail(inwoner, nieuw))
        werk.commit()
    return nieuw


def _bewaar(werk: Werkeenheid, inwoner: Inwoner, wie: tuple[Vertegenwoordiger, ...], op: date) -> None:
    werk.inwoners.bewaar(inwoner.gewijzigd(vertegenwoordigers=wie))
    verdeel_opnieuw(werk, inwoner.dossier_id, op)


def _vind(werk: Werkeenheid, dossier_id: str, kenmerk: str, zaak_id: str) -> tuple[Inwoner, Vertegenwoordiger]:
    for inwoner in werk.inwoners.zoek(dossier_id=dossier_id):
        for item in inwoner.vertegenwoordigers:
            if item.id == kenmerk:
                return inwoner, item
    raise Invoerfout(
        f"Deze vertegenwoordiging hoort niet bij het huishouden van zaak {zaak_id}.",
        vervolg=f"Bekijk ze met: toegang inwoner vertegenwoordiger toon {zaak_id}",
    )


def _vereis_medewerker(actor: Actor) -> str:
    if actor.medewerker is None:
        raise NietToegestaan(
            "Wie voor een inwoner optreedt, legt een medewerker vast die het document zag.", vervolg="Werk met --als."
        )
    return actor.medewerker


def _vereis_volwassen(inwoner: Inwoner, opgave: Vertegenwoordigingsopgave) -> None:
    minderjarig = inwoner.minderjarig(opgave.vanaf)
    if minderjarig is not False and opgave.soort is not Vertegenwoordigersoort.GEMACHTIGDE:
        waarom = "is dan nog geen achttien" if minderjarig else "heeft geen volledige geboortedatum"
        raise Invoerfout(
            f"{inwoner.id} {waarom}; voor een kind treedt op wie het gezag heeft, geen {opgave.soort.in_woorden}.",
            vervolg="Controleer 'vanaf' en de inwoner. Er is niets opgeslagen.",
        )


def _zelfde(oud: Vertegenwoordiger, nieuw: Vertegenwoordiger) -> bool:
    gelijk = (oud.soort, oud.organisatie, oud.geslachtsnaam) == (nieuw.soort, nieuw.organisatie, nieuw.geslachtsnaam)
    overlapt = oud.vanaf <= (nieuw.tot or date.max) and nieuw.vanaf <= (oud.tot or date.max)
    return gelijk and overlapt


def _detail(inwoner: Inwoner, wie: Vertegenwoordiger) -> dict[str, str]:
    return {"inwoner": inwoner.id, "vertegenwoordiger": wie.id, "soort": wie.soort}
