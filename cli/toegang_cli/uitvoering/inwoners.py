"""Finding a resident, showing the own file, and making a copy of it."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from toegang.domain.bsn import Bsn
from toegang.domain.inwonerinzage import Identiteitsbewijs, Inzageverzoek, Vertegenwoordiging, Verzoeker
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.privacy.afschrift import maak_afschrift
from toegang.privacy.html import als_html
from toegang.privacy.inzage import toon_eigen_dossier
from toegang.privacy.waarden import Inwonerbeeld
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf_nieuw
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.inzage import lees_reden
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek

E = TypeVar("E", bound=StrEnum)

VORM = "toegang.inwonerdossier/1"
GEZOCHT = "inwoner.gezocht"
_KENMERK = re.compile(r"I-[0-9a-f]{16}|I-\d{1,6}")


def lees_verzoek(inwoner: str, voor: str, grond: str | None, wie: str | None, bewijs: str | None) -> Inzageverzoek:
    """Return the request that was typed; nothing of it is shown when it is wrong, it may be a BSN.

    Raises:
        Invoerfout: a word or an id is not right, or what belongs together was not given together.
    """
    for kenmerk in filter(None, (inwoner, wie)):
        controleer_kenmerk(kenmerk)
    verzoeker = _kies("--voor", voor, Verzoeker)
    waarom = _kies("--grond", grond, Vertegenwoordiging) if grond else None
    if verzoeker is Verzoeker.VERTEGENWOORDIGER and waarom is None:
        raise Invoerfout(
            "Zeg met --grond waarom iemand de inwoner vertegenwoordigt.", vervolg=_keuzes(Vertegenwoordiging)
        )
    if verzoeker is Verzoeker.INWONER and (waarom or wie):
        raise Invoerfout("--grond en --wie horen bij --voor vertegenwoordiger.")
    if waarom is Vertegenwoordiging.GEZAG and wie is None:
        raise Invoerfout("Zeg met --wie welke ouder het gezag heeft.", vervolg="Dat is het kenmerk van een huisgenoot.")
    gezien = _kies("--bewijs", bewijs, Identiteitsbewijs) if bewijs else None
    return Inzageverzoek(inwoner=inwoner, voor=verzoeker, wie=wie, grond=waarom, bewijs=gezien)


def controleer_kenmerk(kenmerk: str) -> None:
    """Refuse what is no id of a resident.

    Raises:
        Invoerfout: says what one looks like.
    """
    if not _KENMERK.fullmatch(kenmerk):
        raise Invoerfout(
            "Dit is geen kenmerk van een inwoner.",
            vervolg="Een kenmerk ziet eruit als I-0123456789abcdef. Zoek het met: toegang inwoner zoek",
        )


def zoek(naam: str, *, als: str | None, als_json: bool) -> None:
    """Find a resident by BSN, read from standard input; who searched is logged.

    Raises:
        Invoerfout: no BSN, or nobody has it.
        NietToegestaan: the user is no medewerker.
    """
    bsn = Bsn.lees(sys.stdin.readline().strip()).onthul()
    with leesplek(naam, als) as plek, plek.werk() as werk:
        if plek.actor.medewerker is None:
            raise NietToegestaan("Een inwoner zoekt een medewerker.", vervolg="Werk als medewerker.")
        gevonden = werk.inwoners.met_bsn(bsn)
        if gevonden is None:
            raise Invoerfout(
                f"In gemeente {naam} is niemand met dit burgerservicenummer bekend.", vervolg="Controleer het nummer."
            )
        zaken = werk.zaken.zoek(dossier_id=gevonden.dossier_id, client_id=gevonden.id)
        werk.log(GEZOCHT, dossier=gevonden.dossier_id, detail={"inwoner": gevonden.id})
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, "inwoner": gevonden.id, "zaken": [zaak.id for zaak in zaken]})
        return
    toon_velden({"Inwoner": gevonden.id, "Zaken": [zaak.id for zaak in zaken]})


def dossier(
    naam: str,
    verzoek: Inzageverzoek,
    achter: list[str],
    html: Path | None,
    *,
    als: str | None,
    reden: str | None,
    als_json: bool,
) -> None:
    """Show a resident the own file."""
    waarom = lees_reden(reden)
    _mag_nog_niet_bestaan(html)
    with werkplek(naam, als) as plek:
        beeld = toon_eigen_dossier(plek.omgeving, plek.actor, verzoek, reden=waarom, achterhouden=frozenset(achter))
        contact = plek.omgeving.organisatie.contact
    if html is not None:
        schrijf_nieuw(html, als_html(beeld, contact).encode(), GEKOZEN_PLEK)
        zeg(f"De bladzijde voor de inwoner staat in {html}. Er staan persoonsgegevens in; ruim haar op na gebruik.")
    if als_json:
        toon_json({"vorm": VORM, **beeld.model_dump(mode="json")})
    elif html is None:
        _toon(beeld)


def afschrift(
    naam: str,
    verzoek: Inzageverzoek,
    achter: list[str],
    naar: Path,
    *,
    als: str | None,
    reden: str | None,
    proef: bool,
) -> None:
    """Make a copy of everything that is stored of a resident."""
    waarom = lees_reden(reden)
    _mag_nog_niet_bestaan(naar)
    with werkplek(naam, als, proef=proef) as plek:
        klaar = maak_afschrift(plek.omgeving, plek.actor, verzoek, reden=waarom, achterhouden=frozenset(achter))
    if not proef:
        schrijf_nieuw(naar, klaar.zip, GEKOZEN_PLEK)
    toon_tabel(("Soort", "Aantal"), sorted(klaar.aantallen.items()), leeg="Over deze inwoner is niets bewaard.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
        return
    toon("", f"Het afschrift staat in {naar}, met {aantal(klaar.brieven, 'brief', 'brieven')}.")
    zeg("Er staan persoonsgegevens in; geef het alleen aan wie erom vroeg en ruim het daarna op.")


def _kies(optie: str, tekst: str, soort: type[E]) -> E:
    try:
        return soort(tekst.upper())
    except ValueError:
        raise Invoerfout(f"De waarde van {optie} bestaat niet.", vervolg=_keuzes(soort)) from None


def _keuzes(soort: type[StrEnum]) -> str:
    return f"Kies uit: {', '.join(item.lower() for item in soort)}."


def _mag_nog_niet_bestaan(pad: Path | None) -> None:
    """Refuse before anything is read or logged: a file is never overwritten."""
    if pad is not None and pad.exists():
        raise Conflict(f"Het bestand {pad.name} bestaat al.", vervolg="Kies een andere naam; er is niets gelezen.")


def _toon(beeld: Inwonerbeeld) -> None:
    toon(f"Mijn Regie, gemeente {beeld.gemeente}, {als_tekst(beeld.op)}", "")
    if not beeld.zaken:
        toon("Er zijn geen vragen van deze inwoner.")
    for zaak in beeld.zaken:
        velden: dict[str, object] = {
            "  Stand": zaak.stand,
            "  Wie": "\n".join(f"{', '.join(filter(None, (w.naam, w.functie)))}: {w.rol}" for w in zaak.werkers),
            "  Termijnen": "\n".join(
                f"{'u' if t.voor_inwoner else 'wij'}: {t.wat}, uiterlijk {als_tekst(t.uiterlijk)}"
                for t in zaak.termijnen
            ),
            "  Bezwaar": "\n".join(
                f"tot en met {als_tekst(r.tot)}{' (voorbij)' if r.voorbij else ''}" if r.tot else "nog niet verzonden"
                for r in zaak.rechten
            ),
        }
        toon(f"{zaak.zaak}: {zaak.onderwerp}")
        toon_velden(velden)
        toon("")
    regels = [
        (f"{als_tekst(m.op)}{f', {m.tijd} uur' if m.tijd else ''}", f"{'Afspraak: ' if m.afspraak else ''}{m.wat}")
        for m in beeld.momenten
    ]
    regels += [(als_tekst(brief.op), f"Brief: {brief.wat}") for brief in beeld.brieven]
    toon_tabel(("Dag", "Contact, afspraken en brieven"), regels, leeg="Er is nog geen contact vastgelegd.")
    _toon_dossier(beeld)
    toon("")
    toon_velden({"Niet getoond": "\n".join(f"{deel.wat}: {deel.reden}." for deel in beeld.niet_getoond)})


def _toon_dossier(beeld: Inwonerbeeld) -> None:
    dossier = beeld.dossier
    if dossier is None:
        zeg("Woorden, verslagen, plan en redenen komen pas na controle van de identiteit (--bewijs).")
        return
    plan = dossier.plan
    toon("")
    toon_velden(
        {
            "Naam": dossier.naam,
            "Adres": dossier.adres,
            "Eigen woorden": "\n".join(dossier.woorden),
            "Gesprekken": "\n".join(
                f"{als_tekst(deel.op)}: {' '.join(filter(None, (deel.vraag, deel.oplossing)))}"
                for deel in dossier.verslagen
            ),
            "Plan": f"{plan.naam}, versie {plan.versie}, {als_tekst(plan.op)}" if plan else None,
            "Doelen": "\n".join(plan.doelen) if plan else None,
            "Afspraken": "\n".join(f"{wat} ({', '.join(filter(None, (wie, tot)))})" for wat, wie, tot in plan.afspraken)
            if plan
            else None,
            "Besluiten": "\n".join(
                f"{als_tekst(deel.op)}: {deel.soort} {', '.join(deel.wat)}\n{' '.join(deel.waarom)}"
                for deel in dossier.besluiten
            ),
        }
    )
