"""What a proposal or a decision is about: its route, its provisions, and what it changes."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Behandelaar, Voorziening
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.levensloop import Stap
from toegang.domain.producten import product
from toegang.domain.voorstel import Voorstel, Voorstelstatus
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout, NietToegestaan
from toegang.guards.contexten_besluit import VoorstelToets
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import team_van
from toegang.lifecycle.vastleggen import vereis_stap
from toegang.storage import Werkeenheid

_GEEN_RECHT = (
    Besluitsoort.AFWIJZING,
    Besluitsoort.INTREKKING,
    Besluitsoort.BEEINDIGING,
    Besluitsoort.BUITEN_BEHANDELING,
)
"""Kinds of decision that leave nothing to change."""


def vereis_besluitstap(zaak: Zaak) -> None:
    """Check that a zaak may be proposed and decided on; a review of a running decision needs a team only.

    Raises:
        Conflict: it may not.
    """
    if zaak.herziet is None or zaak.status in (Stap.INTAKE, Stap.BESLUIT) or not zaak.open:
        vereis_stap(zaak, Stap.BESLUIT)


def voorstel_in(werk: Werkeenheid, zaak_id: str) -> Voorstel | None:
    """Return the last proposal in a zaak that was not decided on or withdrawn, or ``None``."""
    klaar = (Voorstelstatus.BESLOTEN, Voorstelstatus.INGETROKKEN)
    lopend = [item for item in werk.voorstellen.zoek(zaak_id=zaak_id) if item.status not in klaar]
    return lopend[-1] if lopend else None


def voorsteltoets(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, opdracht: Besluitopdracht, indiener: Behandelaar
) -> VoorstelToets:
    """Return what the content of a proposal is judged on.

    Raises:
        Invoerfout: a product does not exist or falls under another act, or what is changed is not there.
    """
    eerder = tuple(
        record
        for ander in werk.zaken.zoek(dossier_id=zaak.dossier_id)
        if (ander.client_id, ander.wet) == (zaak.client_id, zaak.wet)
        for record in werk.besluiten.zoek(zaak_id=ander.id)
    )
    vereis_lopend(zaak, opdracht, eerder)
    return VoorstelToets(
        zaak=zaak,
        opdracht=opdracht,
        voorzieningen=voorzieningen(opdracht, zaak),
        indiener=indiener,
        beeld=omgeving.beeld(opdracht.op),
        team=team_van(werk, zaak.id),
        eerder=eerder,
    )


def vereis_lopend(zaak: Zaak, opdracht: Besluitopdracht, eerder: tuple[Besluitrecord, ...]) -> None:
    """Check that what is changed was granted to this client under this act, and still runs then.

    Raises:
        Invoerfout: it was not, or it does not.
    """
    if not opdracht.wijzigt_lopend:
        return
    herziening = opdracht.herziening
    record = next((item for item in eerder if herziening and item.id == herziening.besluit), None)
    if herziening is None or record is None or record.besluit.soort in _GEEN_RECHT:
        bekend = ", ".join(item.id for item in eerder if item.besluit.soort not in _GEEN_RECHT) or "geen"
        raise Invoerfout(
            f"Een {opdracht.soort.lower()} in zaak {zaak.id} wijzigt een eerder besluit; noem het in [herziening].",
            vervolg=f"Besluiten van deze inwoner over {zaak.wet} die iets toekenden: {bekend}.",
        )
    dag = herziening.ingaat_op
    einden = [item.einddatum for item in record.besluit.voorzieningen_met_besluit]
    if dag is not None and einden and all(einde is not None and einde < dag for einde in einden):
        raise Invoerfout(
            f"Wat besluit {record.id} toekende, is voor {dag.isoformat()} al afgelopen.",
            vervolg="Kies een dag waarop het nog loopt; anders is er niets te wijzigen.",
        )


def route_van(omgeving: Omgeving, zaak: Zaak, op: date) -> Besluitroute:
    """Return the besluitroute of a zaak.

    Raises:
        NietToegestaan: there is none.
    """
    route = omgeving.beleid(op)[0].route(zaak.wet, zaak.problematiek, op)
    if route is None:
        raise NietToegestaan(
            f"Gemeente {omgeving.naam} heeft op {op.isoformat()} geen besluitroute voor {zaak.wet}, "
            f"{zaak.problematiek.lower()}.",
            vervolg="Voeg een [[besluitroute]] toe aan organisatie.toml.",
        )
    return route


def voorzieningen(opdracht: Besluitopdracht, zaak: Zaak) -> tuple[Voorziening, ...]:
    """Complete what was handed in with the facts of the product catalogue.

    Raises:
        Invoerfout: a product does not exist or falls under another act.
    """
    klaar = []
    for nummer, gevraagd in enumerate(opdracht.voorzieningen, start=1):
        soort = product(gevraagd.product)
        if soort.wet is not zaak.wet:
            raise Invoerfout(
                f"Product '{gevraagd.product}' hoort bij {soort.wet}, maar zaak {zaak.id} gaat over {zaak.wet}."
            )
        velden = {**dict(gevraagd), "leveringsvorm": gevraagd.leveringsvorm or soort.leveringsvorm}
        del velden["pgb"]
        klaar.append(soort.als_voorziening(f"V{nummer}", **velden))
    return tuple(klaar)
