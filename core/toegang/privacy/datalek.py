"""The register of breaches: every one is written down, also one that is not reported (AVG 33 lid 5)."""

from __future__ import annotations

import secrets
from datetime import datetime

from toegang.domain.datalek import Datalek, Datalekopgave, Wijziging
from toegang.errors import Invoerfout
from toegang.storage import Actor, Werkeenheid


def registreer(werk: Werkeenheid, opgave: Datalekopgave, actor: Actor, nu: datetime) -> Datalek:
    """Write a breach down.

    Args:
        werk: a unit of work; the caller commits.
        opgave: what is known.
        actor: who writes it.
        nu: instant, UTC.

    Raises:
        Invoerfout: it would have been found, or reported, in the future.
    """
    _niet_in_de_toekomst(opgave, nu)
    velden = tuple(sorted(opgave.model_fields_set))
    wijziging = Wijziging(op=nu, door=_wie(actor), velden=velden)
    lek = Datalek(**dict(opgave), id=f"DL-{secrets.token_hex(8)}", verloop=(wijziging,))
    werk.datalekken.bewaar(lek)
    werk.log("privacy.datalek-vastgelegd", detail={"datalek": lek.id})
    return lek


def vul_aan(werk: Werkeenheid, id: str, opgave: Datalekopgave, actor: Actor, nu: datetime) -> Datalek:
    """Replace what is known of a breach; which fields changed, by whom and when, is kept.

    Raises:
        NietGevonden: there is no such breach.
        Invoerfout: as :func:`registreer`, or nothing changed.
    """
    _niet_in_de_toekomst(opgave, nu)
    oud = werk.datalekken.haal(id)
    anders = tuple(sorted(naam for naam in Datalekopgave.model_fields if getattr(oud, naam) != getattr(opgave, naam)))
    if not anders:
        raise Invoerfout(f"Aan datalek {id} verandert niets.", vervolg="Wijzig het bestand eerst.")
    wijziging = Wijziging(op=nu, door=_wie(actor), velden=anders)
    lek = Datalek(**dict(opgave), id=id, verloop=(*oud.verloop, wijziging))
    werk.datalekken.bewaar(lek)
    werk.log("privacy.datalek-aangevuld", detail={"datalek": id, "velden": " ".join(anders)})
    return lek


def _wie(actor: Actor) -> str:
    return actor.medewerker or str(actor.uid)


def _niet_in_de_toekomst(opgave: Datalekopgave, nu: datetime) -> None:
    for naam in ("ontdekt_op", "gemeld_ap_op"):
        op = getattr(opgave, naam)
        if op is not None and op > nu:
            raise Invoerfout(f"{naam} ligt in de toekomst.", vervolg="Er is niets opgeslagen.")
