"""The steps of a vernietigingslijst: draw up, judge, decide, wait, destroy; each by a person (L-153)."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta

from toegang.archive.lijst import Archiefregel, Lot, archieflijst
from toegang.archive.stukken import stukken_van
from toegang.domain.datums import datum_voluit
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.openstaand import vereis
from toegang.domain.vernietiging import (
    VERLOOP,
    Behoudreden,
    Gedaan,
    Item,
    Lijststap,
    Post,
    Vernietigingslijst,
)
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Actor, Werkeenheid

ACTIE = "archief.vernietigingslijst"
"""Act in the log for each step of a list."""
VERNIETIGD = "archief.vernietigd"
"""Act in the log for each dossier that was destroyed."""
Wegruimer = Callable[[Werkeenheid, str], int]
"""Removes what lies outside the database of a dossier; returns the number of files."""


def stel_op(omgeving: Omgeving, actor: Actor, peildatum: date) -> Vernietigingslijst:
    """Draw up a list of the dossiers of which every term has ended.

    Args:
        omgeving: the gemeente.
        actor: who draws it up.
        peildatum: day for which; not in the future, because what ends later cannot be judged yet.

    Raises:
        Conflict: nothing is due, or another list is under way with one of these dossiers.
        Invoerfout: the day lies ahead.
    """
    if peildatum > omgeving.vandaag():
        raise Invoerfout(
            "De peildatum ligt in de toekomst; wat dan pas aan de beurt is, kan nu niet worden beoordeeld.",
            vervolg="Kijk vooruit met: toegang archief lijst --op DATUM",
        )
    with omgeving.werk(actor) as werk:
        bezet = {post.dossier for lijst in _onder_weg(werk) for post in lijst.te_vernietigen}
        per_dossier: dict[str, list[Archiefregel]] = defaultdict(list)
        for regel in archieflijst(werk, peildatum):
            if regel.lot is Lot.VERNIETIGEN and regel.zaak.dossier_id not in bezet:
                per_dossier[regel.zaak.dossier_id].append(regel)
        if not per_dossier:
            anders = f" Er lopen al lijsten: {', '.join(item.id for item in _onder_weg(werk))}." if bezet else ""
            raise Conflict(
                f"Op {datum_voluit(peildatum)} is er niets om op een vernietigingslijst te zetten.{anders}",
                vervolg="Bekijk waarom: toegang archief lijst --alles",
            )
        posten = tuple(_post(dossier, regels) for dossier, regels in sorted(per_dossier.items()))
        lijst = Vernietigingslijst(id=nieuw_id("VL"), peildatum=peildatum, posten=posten)
        lijst = lijst.gewijzigd(stappen=(_gedaan(omgeving, actor, Lijststap.STEL_OP),))
        lijst = werk.vernietigingslijsten.bewaar(lijst)
        _log(werk, lijst, Lijststap.STEL_OP)
        werk.commit()
    return lijst


def beoordeel(
    omgeving: Omgeving, actor: Actor, lijst_id: str, uitzonderen: Mapping[str, Behoudreden]
) -> Vernietigingslijst:
    """Judge a list: who knows the work says what has to stay, and why.

    Args:
        omgeving: the gemeente.
        actor: the reviewer; another person than the archivist who will decide.
        lijst_id: the list.
        uitzonderen: zaaknummer → why its dossier stays.

    Raises:
        Conflict: the list is at another step.
        Invoerfout: a zaak is not on the list.
    """
    with omgeving.werk(actor) as werk:
        lijst = _open(werk, lijst_id, Lijststap.BEOORDEEL)
        if vreemd := [zaak for zaak in uitzonderen if lijst.post_van(zaak) is None]:
            raise Invoerfout(f"Zaak {vreemd[0]} staat niet op lijst {lijst.id}.", vervolg="Controleer het zaaknummer.")
        posten = tuple(_uitgezonderd(post, uitzonderen) for post in lijst.posten)
        lijst = _zet(werk, omgeving, actor, lijst.gewijzigd(posten=posten), Lijststap.BEOORDEEL)
        werk.commit()
    return lijst


def stel_vast(omgeving: Omgeving, actor: Actor, lijst_id: str, aantal: int) -> Vernietigingslijst:
    """Decide that what is on the list will be destroyed, after the time for second thoughts.

    Args:
        omgeving: the gemeente.
        actor: who decides: the functie that looks after the archive, and not who judged the list.
        lijst_id: the list.
        aantal: number of zaken that go, as the person says it.

    Raises:
        NietToegestaan: it is not the archivist, or the same person judged the list.
        Conflict: the list is at another step.
        Invoerfout: the number is another.
    """
    with omgeving.werk(actor) as werk:
        lijst = _open(werk, lijst_id, Lijststap.STEL_VAST)
        _vereis_archivaris(omgeving, werk, actor, lijst)
        _vereis_aantal(lijst, aantal)
        bedenktijd = timedelta(days=omgeving.organisatie.archief.bedenktijd_dagen)
        lijst = lijst.gewijzigd(uitvoerbaar_vanaf=omgeving.vandaag() + bedenktijd)
        lijst = _zet(werk, omgeving, actor, lijst, Lijststap.STEL_VAST)
        werk.commit()
    return lijst


def trek_in(omgeving: Omgeving, actor: Actor, lijst_id: str) -> Vernietigingslijst:
    """Withdraw a list; nothing of it is destroyed.

    Raises:
        Conflict: it was carried out or withdrawn before.
    """
    with omgeving.werk(actor) as werk:
        lijst = _zet(werk, omgeving, actor, _open(werk, lijst_id, Lijststap.TREK_IN), Lijststap.TREK_IN)
        werk.commit()
    return lijst


def vernietig(omgeving: Omgeving, actor: Actor, lijst_id: str, aantal: int, ruim_weg: Wegruimer) -> Vernietigingslijst:
    """Destroy what is on a decided list: per dossier its key, in one commit for the whole list.

    What came up since the decision (an objection, a letter, a zaak that was opened again) keeps its dossier, with the
    reason on the list. Files outside the database go first: they are copies, and are found again when this is cut off.

    Args:
        omgeving: the gemeente.
        actor: the archivist.
        lijst_id: the list.
        aantal: number of zaken that go, as the person says it.
        ruim_weg: removes the copies outside the database.

    Returns:
        The list with a hash for each zaak that was destroyed.

    Raises:
        NietToegestaan: it is not the archivist.
        Conflict: the list was not decided, or the time for second thoughts still runs.
        Invoerfout: the number is another.
    """
    with omgeving.werk(actor) as werk:
        lijst = werk.vernietigingslijsten.haal(lijst_id)
        vereis_vastgesteld(lijst, omgeving.vandaag())
        _vereis_archivaris(omgeving, werk, actor, lijst)
        _vereis_aantal(lijst, aantal)
        mag = {regel.zaak.id: regel for regel in archieflijst(werk, lijst.peildatum)}
        posten = tuple(_vernietig_post(werk, post, mag, ruim_weg) for post in lijst.posten)
        lijst = _zet(werk, omgeving, actor, lijst.gewijzigd(posten=posten), Lijststap.VERNIETIG)
        werk.commit()
    return lijst


def _zonder_lijst(lijst: Vernietigingslijst, op: date) -> None:
    """Destroy at once, as a system would that removes by itself."""


@ingebouwd("L-153", "Vernietigd wordt alleen wat op een vastgestelde lijst staat, na bedenktijd.", anders=_zonder_lijst)
def vereis_vastgesteld(lijst: Vernietigingslijst, op: date) -> None:
    """See to it that a list was judged, decided, and thought over.

    Args:
        lijst: the list.
        op: the day.

    Raises:
        Conflict: it was not.
    """
    _vereis_stap(lijst, Lijststap.VERNIETIG)
    assert lijst.uitvoerbaar_vanaf is not None
    if op < lijst.uitvoerbaar_vanaf:
        raise Conflict(
            f"Lijst {lijst.id} kan pas vanaf {datum_voluit(lijst.uitvoerbaar_vanaf)} worden uitgevoerd; "
            "tot dan is er bedenktijd.",
            vervolg=f"Klopt er iets niet, trek haar dan in: toegang archief vernietiging trek-in {lijst.id}",
        )


def _vernietig_post(werk: Werkeenheid, post: Post, mag: Mapping[str, Archiefregel], ruim_weg: Wegruimer) -> Post:
    if post.uitgezonderd:
        return post
    buiten_de_lijst = {zaak.id for zaak in werk.zaken.zoek(dossier_id=post.dossier)} - set(post.zaken)
    if buiten_de_lijst:
        reden = f"Zaak {min(buiten_de_lijst)} in hetzelfde dossier staat niet op de lijst."
        return post.gewijzigd(uitgezonderd=reden)
    for zaak in post.zaken:
        regel = mag.get(zaak)
        if regel is None or regel.lot is not Lot.VERNIETIGEN:
            reden = " ".join(regel.waarom) if regel is not None and regel.waarom else "Zaak is niet meer aan de beurt."
            return post.gewijzigd(uitgezonderd=reden)
    items = tuple(item.gewijzigd(sha256=_hash(werk, mag[item.zaak])) for item in post.items)
    weg = ruim_weg(werk, post.dossier)
    werk.dossiers.vernietig_sleutel(post.dossier)
    detail = {"zaken": " ".join(post.zaken), "bestanden": str(weg)}
    werk.log(VERNIETIGD, dossier=post.dossier, detail=detail)
    return post.gewijzigd(items=items)


def _hash(werk: Werkeenheid, regel: Archiefregel) -> str:
    """Hash all stukken of a zaak, so that a copy that turns up later can be recognised."""
    stukken = {stuk.bestand: hashlib.sha256(stuk.inhoud).hexdigest() for stuk in stukken_van(werk, regel.zaak)}
    return hashlib.sha256(json.dumps(stukken, sort_keys=True).encode()).hexdigest()


def _post(dossier: str, regels: Collection[Archiefregel]) -> Post:
    items = []
    for regel in regels:
        assert regel.datum is not None
        items.append(Item(zaak=regel.zaak.id, resultaat=regel.resultaat, datum=regel.datum))
    return Post(dossier=dossier, items=tuple(sorted(items, key=lambda item: item.zaak)))


def _uitgezonderd(post: Post, uitzonderen: Mapping[str, Behoudreden]) -> Post:
    redenen = dict.fromkeys(uitzonderen[zaak].uitleg for zaak in post.zaken if zaak in uitzonderen)
    return post.gewijzigd(uitgezonderd=" ".join(redenen)) if redenen else post


def _onder_weg(werk: Werkeenheid) -> tuple[Vernietigingslijst, ...]:
    onder_weg = VERLOOP[Lijststap.TREK_IN][0]
    return werk.vernietigingslijsten.zoek(stand=[stand.value for stand in onder_weg])


def _open(werk: Werkeenheid, lijst_id: str, stap: Lijststap) -> Vernietigingslijst:
    lijst = werk.vernietigingslijsten.haal(lijst_id)
    _vereis_stap(lijst, stap)
    return lijst


def _vereis_stap(lijst: Vernietigingslijst, stap: Lijststap) -> None:
    kan, _ = VERLOOP[stap]
    if lijst.stand not in kan:
        eerst = " of ".join(sorted(stand.value.lower() for stand in kan))
        raise Conflict(
            f"Lijst {lijst.id} is {lijst.stand.value.lower()}; deze stap kan alleen als zij {eerst} is.",
            vervolg=f"Bekijk de lijst: toegang archief vernietiging toon {lijst.id}",
        )


def _zet(
    werk: Werkeenheid, omgeving: Omgeving, actor: Actor, lijst: Vernietigingslijst, stap: Lijststap
) -> Vernietigingslijst:
    _, wordt = VERLOOP[stap]
    stappen = (*lijst.stappen, _gedaan(omgeving, actor, stap))
    lijst = werk.vernietigingslijsten.bewaar(lijst.gewijzigd(stand=wordt, stappen=stappen))
    _log(werk, lijst, stap)
    return lijst


def _log(werk: Werkeenheid, lijst: Vernietigingslijst, stap: Lijststap) -> None:
    werk.log(ACTIE, detail={"lijst": lijst.id, "stap": stap.value, "zaken": str(lijst.aantal_zaken)})


def _gedaan(omgeving: Omgeving, actor: Actor, stap: Lijststap) -> Gedaan:
    return Gedaan(stap=stap, op=omgeving.vandaag(), uid=actor.uid, medewerker=actor.medewerker)


def _vereis_archivaris(omgeving: Omgeving, werk: Werkeenheid, actor: Actor, lijst: Vernietigingslijst) -> None:
    functie = vereis(omgeving.organisatie, omgeving.organisatie.archiefactor)
    mens = werk.medewerkers.haal(actor.medewerker) if actor.medewerker else None
    if mens is None or mens.functie != functie:
        raise NietToegestaan(
            f"Alleen wie het archief beheert ({functie}), kan lijst {lijst.id} vaststellen en laten vernietigen.",
            vervolg="Laat de archivaris dit doen, onder een eigen account.",
        )
    beoordeling = lijst.gedaan(Lijststap.BEOORDEEL)
    if beoordeling is not None and beoordeling.zelfde_mens(_gedaan(omgeving, actor, Lijststap.STEL_VAST)):
        raise NietToegestaan(
            f"U hebt lijst {lijst.id} zelf beoordeeld; vaststellen doet een ander.",
            vervolg="Laat een collega de lijst beoordelen, of een andere archivaris vaststellen.",
        )


def _vereis_aantal(lijst: Vernietigingslijst, aantal: int) -> None:
    if aantal != lijst.aantal_zaken:
        raise Invoerfout(
            f"U noemt {aantal} zaken, maar op lijst {lijst.id} staan er {lijst.aantal_zaken} die verdwijnen.",
            vervolg=f"Bekijk de lijst: toegang archief vernietiging toon {lijst.id}",
        )
