"""Reading the plan of a household, as who works on it or as one member may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from toegang.domain.begrippen import Kanaal
from toegang.domain.inzagerecht import Diepte
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import Afspraak, Deelnemer, Passage
from toegang.domain.planzicht import zicht
from toegang.domain.zaak import Zaak
from toegang.environment import Klok
from toegang.errors import Invoerfout
from toegang.lifecycle.leden import sprekers, vereis_lid
from toegang.lifecycle.plan import planversies
from toegang.lifecycle.toestemming import gedeeld_op
from toegang.storage import Werkeenheid
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.inzage import keur_inzage
from toegang_cli.werkplek import leesplek, zaaknummer

PLAN_INGEZIEN = "plan.ingezien"
"""Act in the log: somebody read the plan of a household."""
_DELEN = ("doelen", "oplossingen", "afspraken", "stemmen", "gezin", "taakvelden", "deelnemers")


def leesbaar_plan(werk: Werkeenheid, zaak: Zaak, record: Planrecord | None) -> Planrecord | None:
    """Return the plan as who works on a zaak may see it: nothing of another act without consent (L-68).

    Args:
        werk: a unit of work.
        zaak: the zaak in which it is read.
        record: the version.
    """
    if record is None:
        return None
    gedeeld = gedeeld_op(werk, zaak.dossier_id, Klok.van_machine().vandaag())
    return zicht(record, None, zaak.wet, gedeeld)


def toon_plan(
    naam: str,
    zaak_id: str,
    *,
    versie: int | None,
    voor: str | None,
    als: str | None,
    als_json: bool,
    reden: str | None = None,
) -> None:
    """Show one version of the plan of a household. Who did is logged."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        gelezen = keur_inzage(naam, werk, zaak, Diepte.DOSSIER, reden)
        versies = planversies(werk, zaak.dossier_id)
        record = _kies(versies, versie, nummer)
        leden = werk.dossiers.haal(zaak.dossier_id).leden
        lezer = vereis_lid(voor, zaak, leden, "--voor") if voor else None
        gezien = leesbaar_plan(werk, zaak, record)
        assert gezien is not None
        elders = _tel(record) - _tel(gezien)
        if lezer is not None:
            namens = zaak.client_id if lezer in sprekers(zaak.client_id, leden) else None
            gezien = zicht(
                gezien, (lezer,), zaak.wet, gedeeld_op(werk, zaak.dossier_id, Klok.van_machine().vandaag()), namens
            )
        detail = {"plan": record.id, "versie": str(record.plan.versie), "voor": lezer or "behandelaar", **gelezen}
        werk.log(PLAN_INGEZIEN, zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    afgeschermd = _tel(record) - _tel(gezien) - elders
    if als_json:
        inhoud = gezien.model_dump(mode="json", exclude={"regels"})
        weg = {"andere_wet": elders, "afgeschermd": afgeschermd}
        toon_json({"gemeente": naam, "zaak": nummer, "versies": len(versies), "weggelaten": weg, "inhoud": inhoud})
        return
    toon_inhoud(gezien, len(versies))
    if elders:
        zeg(f"{aantal(elders, 'onderdeel', 'onderdelen')} van een andere wet: niet getoond zonder toestemming.")
    if afgeschermd:
        zeg(f"{aantal(afgeschermd, 'onderdeel', 'onderdelen')} niet getoond: bedoeld voor een ander lid.")


def _kies(versies: tuple[Planrecord, ...], versie: int | None, zaak: str) -> Planrecord:
    if not versies:
        raise Invoerfout(
            f"Bij zaak {zaak} is nog geen plan vastgelegd.", vervolg=f"Leg het vast: toegang zaak plan {zaak} BESTAND"
        )
    if versie is None:
        return versies[-1]
    gevonden = next((record for record in versies if record.plan.versie == versie), None)
    if gevonden is None:
        raise Invoerfout(f"Dit plan heeft geen versie {versie}.", vervolg=f"Kies 1 tot en met {len(versies)}.")
    return gevonden


def _tel(record: Planrecord) -> int:
    return sum(len(getattr(record, deel)) for deel in _DELEN)


def toon_inhoud(record: Planrecord, versies: int) -> None:
    """Write a version: what is in it, who takes part, and what they said.

    Args:
        record: the version, with only what the reader may see.
        versies: how many versions there are.
    """
    plan = record.plan
    toon_velden(
        {
            "Plan": f"{plan.soort}, versie {plan.versie} van {versies}",
            "Format": record.format,
            "Van": plan.vastgesteld_op,
            "Zaak": record.zaak_id,
            "Akkoord": plan.akkoord,
            "Getekend": plan.getekend_op,
            "Is de aanvraag": plan.geldt_als_aanvraag or None,
            "Inbreng": record.inbreng,
            "Overeenstemming": _overeenstemming(record),
            "Familiegroepsplan": _familiegroepsplan(record),
        }
    )
    _deel("Doelen", ("Nr", "Doel", "Domein", "Alleen voor"), record.doelen, lambda d: (d.nummer, d.tekst, d.domein))
    _deel("Oplossingen", ("Wat", "Waarvandaan", "Alleen voor"), record.oplossingen, lambda d: (d.wat, _woord(d.soort)))
    _deel("Afspraken", ("Nr", "Wat", "Wie", "Tot", "Stand", "Alleen voor"), record.afspraken, _afspraak)
    _deel(
        "Stemmen", ("Wie", "Rol", "Inbreng", "Alleen voor"), record.stemmen, lambda d: (d.wie, _woord(d.rol), d.tekst)
    )
    _deel("Gezin", ("Wie", "Situatie", "Alleen voor"), record.gezin, lambda d: (d.wie, d.tekst))
    _deel("Taakvelden", ("Veld", "Wat", "Alleen voor"), record.taakvelden, lambda d: (d.veld, d.tekst))
    _toon_mensen(record)


def _toon_mensen(record: Planrecord) -> None:
    if record.deelnemers:
        toon("", "Deelnemers")
        rijen = [(item.nummer, item.wie, _woord(item.rol), _handtekening(record, item)) for item in record.deelnemers]
        toon_tabel(("Nr", "Wie", "Rol", "Handtekening"), rijen, leeg="")
    if record.reacties:
        toon("", "Reacties")
        rijen_ = [
            (item.wie, item.stand, f"{als_tekst(item.op)} {item.tijd or ''}", _weg(item.kanaal), item.opmerkingen)
            for item in record.reacties
        ]
        toon_tabel(("Wie", "Stand", "Wanneer", "Kanaal", "Opmerkingen"), rijen_, leeg="")
    if record.instemmingen:
        toon("", "Instemming")
        antwoorden = [(item.wie, _woord(item.stand), item.op, item.toelichting) for item in record.instemmingen]
        toon_tabel(("Wie", "Antwoord", "Op", "Toelichting"), antwoorden, leeg="")
    if record.kopieen:
        toon("", "Kopieën")
        toon_tabel(("Aan", "Op", "Hoe"), [(item.aan, item.op, item.wijze.lower()) for item in record.kopieen], leeg="")


def _deel(kop: str, kolommen: tuple[str, ...], delen: Iterable[Any], rij: Callable[[Any], tuple[object, ...]]) -> None:
    """Show one part; the column of who it is meant for only when something in it is shielded."""
    passages: list[Passage] = list(delen)
    if not passages:
        return
    afgeschermd = any(deel.alleen_voor for deel in passages)
    toon("", kop)
    rijen = [(*rij(deel), *((deel.alleen_voor,) if afgeschermd else ())) for deel in passages]
    toon_tabel(kolommen if afgeschermd else kolommen[:-1], rijen, leeg="")


def _afspraak(item: Afspraak) -> tuple[object, ...]:
    laat = item.te_laat(Klok.van_machine().vandaag())
    return item.nummer, item.wat, item.wie, item.tot, f"{_woord(item.stand)}{', te laat' if laat else ''}"


def _handtekening(record: Planrecord, deelnemer: Deelnemer) -> str:
    teken = record.handtekening((deelnemer.wie,))
    if teken is None:
        return "nog niet"
    return " ".join(filter(None, (_woord(teken.uitkomst), als_tekst(teken.op), teken.reden and f"({teken.reden})")))


def _overeenstemming(record: Planrecord) -> str:
    uitkomst = record.overeenstemming
    if uitkomst is None:
        return ""
    return ": ".join(filter(None, ("ja" if uitkomst.bereikt else "nee", uitkomst.toelichting)))


def _familiegroepsplan(record: Planrecord) -> str:
    eigen = record.familiegroepsplan
    if eigen is None:
        return ""
    if eigen.ontvangen_op is None:
        return f"aangeboden op {als_tekst(eigen.aangeboden_op)}, niet gemaakt"
    tekst = f"ontvangen op {als_tekst(eigen.ontvangen_op)}"
    return "\n".join(filter(None, (tekst, eigen.inhoud, eigen.verwerkt and f"Verwerkt: {eigen.verwerkt}")))


def _weg(kanaal: Kanaal | None) -> str:
    return _woord(kanaal) if kanaal else ""


def _woord(waarde: str) -> str:
    return str(waarde).lower().replace("_", " ")
