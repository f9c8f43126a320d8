"""The second layer: words, reports, plan and decisions, after a check of identity (B-56)."""

from __future__ import annotations

from typing import Any

from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.gesprek import Gesprek
from toegang.domain.huishouden import Inwoner, Meldingsrecord
from toegang.domain.plan import Planrecord
from toegang.lifecycle.plan import plan_van
from toegang.privacy import woorden
from toegang.privacy.eigendom import Eigendom
from toegang.privacy.waarden import Besluitbeeld, Dossierlaag, Planbeeld, Verslag
from toegang.storage import Werkeenheid


def maak_dossierlaag(werk: Werkeenheid, inwoner: Inwoner, eigendom: Eigendom) -> Dossierlaag:
    """Return the file of a resident, without what is about another member.

    Args:
        werk: a unit of work.
        inwoner: the resident.
        eigendom: what is this resident's.
    """
    dossier_id = inwoner.dossier_id
    plan = plan_van(werk, dossier_id)
    meldingen = eigendom.neem("meldingen", werk.meldingen.zoek(dossier_id=dossier_id))
    gesprekken = eigendom.neem("gesprekken", werk.gesprekken.zoek(dossier_id=dossier_id))
    besluiten = eigendom.neem("besluiten", werk.besluiten.zoek(dossier_id=dossier_id))
    eigen_plan = eigendom.neem("plannen", (plan,), "plan") if plan else []
    return Dossierlaag(
        naam=naam_van(inwoner),
        adres=_adres(inwoner),
        woorden=tuple(
            tekst for item in meldingen if isinstance(item, Meldingsrecord) for tekst in eigendom.woorden(item)
        ),
        verslagen=tuple(
            Verslag(op=item.op, plaats=item.plaats.lower(), vraag=item.vraagverheldering, oplossing=item.oplossingen)
            for item in gesprekken
            if isinstance(item, Gesprek)
        ),
        plan=_plan(plan, eigendom) if plan and eigen_plan else None,
        besluiten=tuple(_besluit(item) for item in besluiten if isinstance(item, Besluitrecord)),
    )


def naam_van(inwoner: Inwoner) -> str:
    """Return the name of a resident."""
    return " ".join(filter(None, (inwoner.voornamen, inwoner.voorvoegsel, inwoner.geslachtsnaam)))


def _adres(inwoner: Inwoner) -> str:
    nummer = f"{inwoner.huisnummer}{inwoner.huisletter}{f'-{inwoner.toevoeging}' if inwoner.toevoeging else ''}"
    plaats = " ".join(filter(None, (inwoner.postcode, inwoner.woonplaats)))
    return ", ".join(filter(None, (" ".join(filter(None, (inwoner.straat, nummer))), plaats)))


def _plan(record: Planrecord, eigendom: Eigendom) -> Planbeeld:
    """Return the plan; goals and agreements for another member only are left out."""
    ruw: dict[str, Any] = eigendom.zichtbaar(record.model_dump(mode="json"), "delen van het plan")
    plan = record.plan
    return Planbeeld(
        naam=plan.soort.replace("_", " ").lower(),
        versie=plan.versie,
        op=plan.vastgesteld_op,
        doelen=tuple(_tekst(doel) for doel in ruw.get("doelen", ())),
        afspraken=tuple(
            (str(item.get("wat", "")), str(item.get("wie") or ""), str(item.get("tot") or ""))
            for item in ruw.get("afspraken", ())
        ),
        inbreng=str(ruw.get("inbreng") or ""),
    )


def _tekst(doel: Any) -> str:
    """Return a goal in words: it is text, or a table with its text in it."""
    if isinstance(doel, dict):
        return str(next((doel[naam] for naam in ("tekst", "wat", "doel", "omschrijving") if doel.get(naam)), ""))
    return str(doel)


def _besluit(record: Besluitrecord) -> Besluitbeeld:
    besluit, motivering = record.besluit, record.motivering
    wat = [" ".join(filter(None, (item.naam, item.omvang))) for item in besluit.voorzieningen]
    return Besluitbeeld(
        zaak=besluit.zaak_id,
        op=besluit.datum,
        soort=woorden.besluit(besluit.soort),
        wat=tuple(wat),
        waarom=(*(f"{kop}: {tekst}" for kop, tekst in motivering.stappen), motivering.conclusie),
    )
