"""Asking the log who saw what: of a resident, of a zaak, by a medewerker or by an account. The asking is logged too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout
from toegang.privacy.verantwoording import daad, regels_over
from toegang.storage import Logregel, Werkeenheid

GERAADPLEEGD = "logboek.geraadpleegd"
_LEEST = frozenset({"ingezien", "gezien", "getoond", "gezocht", "gelezen", "geraadpleegd", "afschrift", "herdrukt"})
_GEWEIGERD = "regel.geweigerd"
_BEHEER = {
    "logboek.geraadpleegd": "het logboek is geraadpleegd",
    "account.gekoppeld": "een account is gekoppeld",
    "account.ontkoppeld": "een account is ontkoppeld",
    "beheerder.toegevoegd": "er is een beheerder bij gekomen",
    "beheerder.weggehaald": "een beheerder is weggehaald",
    "gemeente.aangesloten": "de gemeente is aangesloten",
    "gemeente.geopend": "de gemeente is in productie genomen",
    "instelling.gewijzigd": "een instelling is gewijzigd",
    "medewerkers.ingelezen": "medewerkers zijn ingelezen",
    "medewerker.rol": "een medewerker is gewijzigd",
    "rol.gegeven": "een rol is gegeven",
    "rol.genomen": "een rol is teruggenomen",
    "zaak.bewerkt": "er is in een dossier van een ander gewerkt",
}


class Logvraag(Waarde):
    """What is asked; exactly one of the first four.

    Args:
        inwoner: id of a resident.
        zaak: zaaknummer.
        medewerker: id of a medewerker.
        account: uid.
        van: first day.
        tot: last day.
        alles: every line; else who looked, and what was refused.
    """

    inwoner: str | None = None
    zaak: str | None = None
    medewerker: str | None = None
    account: int | None = None
    van: date | None = None
    tot: date | None = None
    alles: bool = False


class Logantwoord(Waarde):
    """One line of the answer; ids and fixed words only.

    Args:
        op: instant, UTC.
        wat: what was done, in Dutch.
        actie: the same as the log has it.
        medewerker: who; ``None`` = an account that is no medewerker.
        account: uid.
        zaak: zaaknummer.
        dossier: dossier id.
        reden: why a file outside the own zaken was opened.
        geweigerd: it was refused; then ``wat`` says which step.
        detail: the other words of the line: ids and fixed words.
    """

    op: datetime
    wat: str
    actie: str
    medewerker: str | None
    account: int
    zaak: str | None
    dossier: str | None
    reden: str | None
    geweigerd: bool
    detail: dict[str, str]


def vraag_logboek(werk: Werkeenheid, vraag: Logvraag, dag_van: Callable[[datetime], date]) -> tuple[Logantwoord, ...]:
    """Return the lines that were asked for, the oldest first, and log that they were.

    Args:
        werk: a unit of work; committed by the caller.
        vraag: what is asked.
        dag_van: gives the day of an instant in Europe/Amsterdam.

    Raises:
        Invoerfout: not exactly one subject.
        NietGevonden: the resident, zaak or medewerker does not exist.
        DossierVernietigd: the resident's file was destroyed; ask by zaak.
    """
    regels = [
        regel
        for regel in _regels(werk, vraag)
        if (vraag.alles or _is_inzage(regel))
        and (vraag.van or date.min) <= dag_van(regel.op) <= (vraag.tot or date.max)
    ]
    dossier = werk.inwoners.haal(vraag.inwoner).dossier_id if vraag.inwoner else None
    over = {naam: str(waarde) for naam in ("inwoner", "medewerker", "account") if (waarde := getattr(vraag, naam))}
    werk.log(GERAADPLEEGD, zaak=vraag.zaak, dossier=dossier, detail={**over, "regels": str(len(regels))})
    return tuple(_antwoord(regel) for regel in regels)


def _regels(werk: Werkeenheid, vraag: Logvraag) -> tuple[Logregel, ...]:
    onderwerpen = (vraag.inwoner, vraag.zaak, vraag.medewerker, vraag.account)
    if sum(item is not None for item in onderwerpen) != 1:
        raise Invoerfout("Vraag het logboek van één inwoner, zaak, medewerker of account.")
    if vraag.inwoner is not None:
        inwoner = werk.inwoners.haal(vraag.inwoner)
        zaken = werk.zaken.zoek(dossier_id=inwoner.dossier_id, client_id=inwoner.id)
        return regels_over(werk, inwoner.dossier_id, frozenset(zaak.id for zaak in zaken))
    if vraag.medewerker is not None:
        werk.medewerkers.haal(vraag.medewerker)
    return werk.logboek.regels(zaak=vraag.zaak, medewerker=vraag.medewerker, uid=vraag.account)


def _is_inzage(regel: Logregel) -> bool:
    return regel.actie == _GEWEIGERD or regel.actie.rpartition(".")[2] in _LEEST


def _antwoord(regel: Logregel) -> Logantwoord:
    geweigerd = regel.actie == _GEWEIGERD
    return Logantwoord(
        op=regel.op,
        wat=f"geweigerd: {regel.detail.get('stap', 'een stap')}"
        if geweigerd
        else _BEHEER.get(regel.actie) or daad(regel.actie),
        actie=regel.actie,
        medewerker=regel.medewerker,
        account=regel.uid,
        zaak=regel.zaak,
        dossier=regel.dossier,
        reden=regel.detail.get("reden"),
        geweigerd=geweigerd,
        detail=dict(regel.detail),
    )
