"""Hand-over of regie: offered by who has it, real only when the other accepts; the rules are asked both times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toegang.domain.begrippen import Zelfregie
from toegang.domain.huishouden import Huishouden
from toegang.domain.overdracht import Overdracht, Overdrachtdeel, Overdrachtreden, Overdrachtstatus
from toegang.domain.regie import Regietoewijzing
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.register import weiger_bij_overtreding
from toegang.lifecycle.mensen import huishouden_van, kandidaten
from toegang.lifecycle.mensenwerk import bewaar_regie, door_mens, namens, toets_regie, vereis_medewerker, vereis_open
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.regiedelen import VELD, na_overdracht
from toegang.lifecycle.team import team_van
from toegang.lifecycle.vastleggen import meldt_weigering, nieuw_id
from toegang.plugins.regiekeuze import regisserend_inwoner
from toegang.storage import Actor, NietGevonden, Werkeenheid


@dataclass(frozen=True)
class Aanbod:
    """What is offered.

    Args:
        naar: medewerker id; ``None`` = the household itself takes the regie.
        deel: what is handed over.
        reden: why.
        toelichting: words of who offers.
    """

    naar: str | None
    deel: Overdrachtdeel
    reden: Overdrachtreden
    toelichting: str = ""


@meldt_weigering
def bied_regie_aan(omgeving: Omgeving, actor: Actor, zaak_id: str, aanbod: Aanbod) -> Overdracht:
    """Offer regie over a household, or a part of it, to a colleague or to the household.

    Args:
        omgeving: the gemeente.
        actor: who has it, or replaces who has it; when neither is there, a lid of the casusteam.
        zaak_id: zaaknummer of an open zaak of the household.
        aanbod: what is offered.

    Raises:
        NietToegestaan: somebody else has it.
        Conflict: the regie is not placed, nobody has this part, or an offer is open already.
        Invoerfout: the other does not exist, is not there, or has it already.
        Regelovertreding: a rule would refuse it, e.g. regie on the indication to a provider (B-41).
    """
    ik = vereis_medewerker(actor, "Regie overdragen")
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_open(zaak)
        regie = _regie_van(werk, zaak)
        van = _houder(regie, aanbod.deel)
        _vereis_houder(omgeving, werk, zaak, ik, van)
        _vereis_geen_open(werk, zaak, aanbod.deel)
        overdracht = Overdracht(
            id=nieuw_id("OV"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            aangeboden_op=omgeving.vandaag(),
            van=van,
            naar=_ontvanger(omgeving, werk, zaak, aanbod),
            deel=aanbod.deel,
            reden=aanbod.reden,
            naar_inwoner=aanbod.naar is None,
            toelichting=aanbod.toelichting,
            aangeboden_door=ik if ik != van else "",
        )
        if overdracht.naar == van:
            raise Invoerfout(f"{van} heeft dit al.", vervolg="Noem een ander bij --naar.")
        _toets(omgeving, werk, zaak, overdracht, regie)
        _bewaar(werk, overdracht, "aangeboden")
    return overdracht


@meldt_weigering
def aanvaard_regie(omgeving: Omgeving, actor: Actor, overdracht_id: str) -> Regietoewijzing:
    """Accept what was offered; from now on it is real.

    Args:
        omgeving: the gemeente.
        actor: to whom it was offered, or who replaces that person; for a household the one who offered.
        overdracht_id: id of the hand-over.

    Returns:
        The regie as it is now.

    Raises:
        NietGevonden: there is no such hand-over.
        NietToegestaan: it was offered to somebody else.
        Conflict: it was answered already, or somebody else has the regie by now.
        Regelovertreding: a rule refuses it by now; it stays open.
    """
    ik = vereis_medewerker(actor, "Regie aanvaarden")
    with omgeving.werk(actor) as werk:
        overdracht = _open_overdracht(werk, overdracht_id)
        _vereis_ontvanger(omgeving, werk, overdracht, ik)
        zaak = werk.zaken.haal(overdracht.zaak_id)
        regie = _regie_van(werk, zaak)
        if _houder(regie, overdracht.deel) != overdracht.van:
            raise Conflict(
                f"{overdracht.van} heeft dit niet meer; overdracht {overdracht.id} is achterhaald.",
                vervolg=f"Bekijk de stand: toegang regie toon {zaak.id} -g {omgeving.naam}",
            )
        nieuw, regels = _toets(omgeving, werk, zaak, overdracht, regie)
        _naar_inwoner_bekend(werk, overdracht)
        bewaar_regie(werk, omgeving, zaak, door_mens(nieuw), regels)
        _bewaar(werk, _afgedaan(overdracht, Overdrachtstatus.AANVAARD, omgeving, ik), "aanvaard")
    return nieuw


def weiger_regie(omgeving: Omgeving, actor: Actor, overdracht_id: str, antwoord: str) -> Overdracht:
    """Refuse what was offered; the regie stays where it is.

    Raises:
        NietGevonden, NietToegestaan, Conflict: as for :func:`aanvaard_regie`.
    """
    ik = vereis_medewerker(actor, "Regie weigeren")
    with omgeving.werk(actor) as werk:
        overdracht = _open_overdracht(werk, overdracht_id)
        _vereis_ontvanger(omgeving, werk, overdracht, ik)
        klaar = _afgedaan(overdracht, Overdrachtstatus.GEWEIGERD, omgeving, ik, antwoord)
        _bewaar(werk, klaar, "geweigerd")
    return klaar


def trek_aanbod_in(omgeving: Omgeving, actor: Actor, overdracht_id: str) -> Overdracht:
    """Take an offer back, by who offered it or who replaces that person.

    Raises:
        NietGevonden: there is no such hand-over.
        NietToegestaan: somebody else offered it.
        Conflict: it was answered already.
    """
    ik = vereis_medewerker(actor, "Een aanbod intrekken")
    with omgeving.werk(actor) as werk:
        overdracht = _open_overdracht(werk, overdracht_id)
        if namens(werk, ik, omgeving.vandaag()).isdisjoint({overdracht.van, overdracht.aangeboden_door}):
            raise NietToegestaan(
                f"{ik} deed dit aanbod niet; dat was {overdracht.aangeboden_door or overdracht.van}.",
                vervolg="Wie het aanbod kreeg, kan het weigeren: toegang regie weiger",
            )
        klaar = _afgedaan(overdracht, Overdrachtstatus.INGETROKKEN, omgeving, ik)
        _bewaar(werk, klaar, "ingetrokken")
    return klaar


# --- parts -------------------------------------------------------------------------------------------


def _toets(
    omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, overdracht: Overdracht, regie: Regietoewijzing
) -> tuple[Regietoewijzing, Any]:
    huishouden = huishouden_van(werk, zaak)
    if overdracht.naar_inwoner:
        huishouden = huishouden.gewijzigd(zelfregie=Zelfregie.KAN_ZELF)
    nieuw = na_overdracht(overdracht, regie, huishouden.zelfregie)
    team, mensen = team_van(werk, zaak.id), kandidaten(werk, omgeving)
    regels = toets_regie(omgeving, werk, zaak, team, nieuw, mensen, huishouden)
    weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
    return nieuw, regels


def _regie_van(werk: Werkeenheid, zaak: Zaak) -> Regietoewijzing:
    regie = werk.regie.huidig(zaak.dossier_id)
    if regie is None:
        raise Conflict(
            f"De regie over het huishouden van zaak {zaak.id} is nog niet belegd.",
            vervolg=f"Beleg haar eerst: toegang regie beleg {zaak.id}",
        )
    return regie


def _houder(regie: Regietoewijzing, deel: Overdrachtdeel) -> str:
    if deel is Overdrachtdeel.REGIE:
        # a household that steers itself hands back through its first contact
        return regie.regisseur or regie.eerste_aanspreekpunt
    wie: str | None = getattr(regie, VELD[deel])
    if wie is None:
        raise Conflict(f"Niemand heeft nu {deel.lower()}; er is niets over te dragen.", vervolg="Kies een ander deel.")
    return wie


def _vereis_houder(omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, ik: str, van: str) -> None:
    voor = namens(werk, ik, omgeving.vandaag())
    if van in voor:
        return
    try:
        aanwezig = werk.medewerkers.haal(van).werkt_op(omgeving.vandaag())
    except NietGevonden:
        aanwezig = False
    if not aanwezig and not voor.isdisjoint(zaak.leden):
        return
    raise NietToegestaan(
        f"{ik} heeft dit niet; dat heeft {van}. Alleen {van}, of wie {van} vervangt, kan het aanbieden.",
        vervolg=f"Vraag het {van}; is die er niet meer: toegang medewerker overdragen {van}",
    )


def _vereis_geen_open(werk: Werkeenheid, zaak: Zaak, deel: Overdrachtdeel) -> None:
    lopend = werk.overdrachten.zoek(dossier_id=zaak.dossier_id, status=Overdrachtstatus.AANGEBODEN)
    for overdracht in lopend:
        if overdracht.deel is deel:
            raise Conflict(
                f"Er staat al een aanbod open aan {overdracht.naar} ({overdracht.id}).",
                vervolg=f"Trek dat eerst in: toegang regie trek-in {overdracht.id}",
            )


def _ontvanger(omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, aanbod: Aanbod) -> str:
    if aanbod.naar is None:
        return _inwoner(huishouden_van(werk, zaak), zaak, aanbod)
    try:
        mens = werk.medewerkers.haal(aanbod.naar)
    except NietGevonden:
        raise Invoerfout(
            "De medewerker achter --naar bestaat niet.", vervolg="Bekijk de lijst: toegang medewerker lijst"
        ) from None
    if not mens.in_dienst_op(omgeving.vandaag()):
        raise Invoerfout(f"{mens.id} is vandaag niet in dienst.", vervolg="Noem een ander bij --naar.")
    return mens.id


def _inwoner(huishouden: Huishouden, zaak: Zaak, aanbod: Aanbod) -> str:
    if aanbod.deel is not Overdrachtdeel.REGIE:
        raise Invoerfout("Alleen de regie zelf kan naar het huishouden.", vervolg="Laat --deel weg.")
    inwoner = regisserend_inwoner(zaak, huishouden)
    if inwoner is None:
        raise Conflict(
            "In dit huishouden is geen volwassene bekend die de regie kan voeren.",
            vervolg="Leg eerst vast wie er bij het huishouden horen en wie gezag heeft.",
        )
    return inwoner


def _naar_inwoner_bekend(werk: Werkeenheid, overdracht: Overdracht) -> None:
    """Store that the household steers itself from now on; else the next zaak would take it away again."""
    if overdracht.naar_inwoner:
        dossier = werk.dossiers.haal(overdracht.dossier_id)
        werk.dossiers.bewaar(dossier.gewijzigd(zelfregie=Zelfregie.KAN_ZELF))


def _open_overdracht(werk: Werkeenheid, overdracht_id: str) -> Overdracht:
    overdracht = werk.overdrachten.haal(overdracht_id)
    if not overdracht.open:
        raise Conflict(
            f"Overdracht {overdracht.id} is al {overdracht.status.lower()}.", vervolg="Doe zo nodig een nieuw aanbod."
        )
    return overdracht


def _vereis_ontvanger(omgeving: Omgeving, werk: Werkeenheid, overdracht: Overdracht, ik: str) -> None:
    wie = overdracht.van if overdracht.naar_inwoner else overdracht.naar
    voor = namens(werk, ik, omgeving.vandaag())
    if wie not in voor and not (overdracht.naar_inwoner and overdracht.aangeboden_door in voor):
        rol = "het antwoord van het huishouden legt vast" if overdracht.naar_inwoner else "het aanbod is aan"
        raise NietToegestaan(
            f"{ik} kan hier niet op antwoorden; {rol} {wie}.", vervolg="Vraag het diegene, of wie diegene vervangt."
        )


def _afgedaan(
    overdracht: Overdracht, status: Overdrachtstatus, omgeving: Omgeving, door: str, antwoord: str = ""
) -> Overdracht:
    return overdracht.gewijzigd(status=status, afgedaan_op=omgeving.vandaag(), afgedaan_door=door, antwoord=antwoord)


def _bewaar(werk: Werkeenheid, overdracht: Overdracht, wat: str) -> None:
    werk.overdrachten.bewaar(overdracht)
    detail = {"kenmerk": overdracht.id, "deel": overdracht.deel, "van": overdracht.van, "naar": overdracht.naar}
    werk.log(f"regie.{wat}", zaak=overdracht.zaak_id, dossier=overdracht.dossier_id, detail=detail)
    werk.commit()
