"""Ask the log who saw what, or check its chain."""

from __future__ import annotations

import re

from toegang.domain.datums import NEDERLAND
from toegang.errors import Controlefout, Invoerfout
from toegang.privacy.logboekvraag import Logantwoord, Logvraag, vraag_logboek
from toegang.storage import controleer_logboek
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel
from toegang_cli.uitvoering.bestaat import medewerker_moet_bestaan
from toegang_cli.uitvoering.inwoners import controleer_kenmerk
from toegang_cli.werkplek import leesplek, zaaknummer

_MEDEWERKER = re.compile(r"[A-Za-z]+-\d+")


def lees_vraag(
    inwoner: str | None,
    zaak: str | None,
    medewerker: str | None,
    account: int | None,
    van: str | None,
    tot: str | None,
    *,
    alles: bool,
) -> Logvraag:
    """Return what was typed; nothing of it is shown when it is wrong, it may be a BSN or a name.

    Raises:
        Invoerfout: an id or day is not written as one, or the days are in the wrong order.
    """
    if inwoner is not None:
        controleer_kenmerk(inwoner)
    if medewerker is not None and not _MEDEWERKER.fullmatch(medewerker):
        raise Invoerfout("Dit is geen medewerkernummer.", vervolg="Een medewerkernummer ziet eruit als M-004.")
    eerste, laatste = (lees_dag(naam, dag) if dag else None for naam, dag in (("--van", van), ("--tot", tot)))
    if eerste and laatste and laatste < eerste:
        raise Invoerfout("De laatste dag ligt voor de eerste.", vervolg="Verwissel --van en --tot.")
    return Logvraag(
        inwoner=inwoner,
        zaak=zaaknummer(zaak) if zaak else None,
        medewerker=medewerker,
        account=account,
        van=eerste,
        tot=laatste,
        alles=alles,
    )


def zoek(naam: str, vraag: Logvraag, *, als: str | None, als_json: bool) -> None:
    """Show the lines; the asking is logged."""
    with leesplek(naam, als) as plek, plek.werk() as werk, medewerker_moet_bestaan(naam):
        regels = vraag_logboek(werk, vraag, lambda op: op.astimezone(NEDERLAND).date())
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, "regels": [regel.model_dump(mode="json") for regel in regels]})
        return
    toon_tabel(
        ("Tijdstip", "Wie", "Zaak", "Wat", "Reden of wie"),
        [
            (
                als_tekst(regel.op),
                f"{regel.medewerker or '-'} ({regel.account})",
                regel.zaak,
                regel.wat,
                _erbij(regel),
            )
            for regel in regels
        ],
        leeg="Hierover staat niets in het logboek.",
    )
    toon("", f"{aantal(len(regels), 'regel', 'regels')}.")


def controleer(naam: str, vraag: Logvraag, *, als: str | None, als_json: bool) -> None:
    """Check every link of the log.

    Raises:
        Invoerfout: a subject was given too.
        Controlefout: the log is not whole.
    """
    if vraag != Logvraag():
        raise Invoerfout("'controleer' loopt het hele logboek na.", vervolg="Laat de andere opties weg.")
    with leesplek(naam, als) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        rapport = controleer_logboek(werk)
    if als_json:
        toon_json({"gemeente": naam, "heel": rapport.in_orde, **rapport.model_dump(mode="json")})
    elif rapport.in_orde:
        toon(f"Het logboek van gemeente {naam} is heel: {aantal(rapport.aantal, 'regel', 'regels')}.")
    if not rapport.in_orde:
        lijst = "\n".join(f"  - {fout}" for fout in rapport.fouten)
        raise Controlefout(
            f"Het logboek van gemeente {naam} is niet heel:\n{lijst}",
            vervolg="Raak niets aan, leg vast wat u ziet, en vergelijk met de laatste reservekopie.",
        )


def _erbij(regel: Logantwoord) -> str | None:
    """Say why a file was opened; or on whom an act of beheer was, and which role it gave."""
    if regel.reden:
        return regel.reden.lower().replace("_", "-")
    over = [regel.detail[naam].lower() for naam in ("rol", "sleutel") if naam in regel.detail]
    return (
        " ".join([*over, *(regel.detail[naam] for naam in ("medewerker", "account") if naam in regel.detail)]) or None
    )
