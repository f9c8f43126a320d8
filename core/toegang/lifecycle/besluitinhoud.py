"""What a proposal or a decision is about: its route, its provisions, and what it changes."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm
from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Behandelaar, Voorziening
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.domain.opschorting import Grond, Onderwerp, Opschorting
from toegang.domain.producten import product
from toegang.domain.voorstel import Voorstel, Voorstelstatus
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.contexten_besluit import VoorstelToets
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import team_van
from toegang.lifecycle.vastleggen import vereis_stap
from toegang.storage import Werkeenheid


def vereis_besluitstap(zaak: Zaak, soort: Besluitsoort | None = None) -> None:
    """Check that a zaak may be proposed and decided on.

    A review of a running decision needs a team only; so do a temporary provision and an advance, which are there
    because the decision on the aanvraag still has to come. An incomplete aanvraag can be put aside from there too.

    Args:
        zaak: the zaak.
        soort: kind of decision, when it is known.

    Raises:
        Conflict: it may not.
    """
    if soort is not None and soort.tussentijds:
        _vereis_onderweg(zaak, soort)
    elif soort is Besluitsoort.BUITEN_BEHANDELING and zaak.aanvraag_op is not None and _is_onderweg(zaak):
        return
    elif zaak.herziet is None or zaak.status in (Stap.INTAKE, Stap.BESLUIT) or not zaak.open:
        vereis_stap(zaak, Stap.BESLUIT)


def _vereis_onderweg(zaak: Zaak, soort: Besluitsoort) -> None:
    if _is_onderweg(zaak):
        return
    raise Conflict(
        f"Zaak {zaak.id} staat op {zaak.status}; een {soort.woord} kan alleen met een team, en zolang er nog niet op "
        "de vraag zelf is besloten.",
        vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
    )


def _is_onderweg(zaak: Zaak) -> bool:
    stappen = LEVENSLOOP[zaak.wet]
    hier = stappen.index(zaak.status)
    voor_besluit = stappen.index(Stap.TEAM) <= hier < stappen.index(Stap.BESLUIT)
    return zaak.open and zaak.herziet is None and voor_besluit


def vereis_brief(omgeving: Omgeving, zaak: Zaak, opdracht: Besluitopdracht) -> None:
    """Check that a letter exists for what is decided: an act without an article for it does not know it.

    Args:
        omgeving: the gemeente.
        zaak: the zaak.
        opdracht: what is proposed or decided.

    Raises:
        Invoerfout: no letter carries this kind of decision, or this form of delivery, under this act.
    """
    if omgeving.brieven is None:
        return
    brieven = omgeving.brieven()
    bekend = brieven.soorten(zaak.wet)
    if opdracht.soort not in bekend:
        raise Invoerfout(
            f"Veld 'soort': voor {zaak.wet} bestaat geen {opdracht.soort.woord}; er is geen artikel waarop die rust, "
            "en dus geen brief.",
            vervolg=f"Kies uit: {', '.join(bekend)}.",
        )
    pgb = [item.product for item in opdracht.voorzieningen if item.leveringsvorm is Leveringsvorm.PGB]
    if pgb and not brieven.kent_pgb(zaak.wet):
        raise Invoerfout(
            f"Veld 'leveringsvorm': {zaak.wet} kent geen persoonsgebonden budget ({', '.join(pgb)}).",
            vervolg="Laat 'leveringsvorm' weg, of kies een andere.",
        )


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
        gevraagd=verzoek_om_aanvulling(werk, zaak.id),
    )


def verzoek_om_aanvulling(werk: Werkeenheid, zaak_id: str) -> Opschorting | None:
    """Return the last request to complete the aanvraag, not taken back; ``None`` when there was none (Awb 4:5)."""
    verzoeken = [
        item.gebeurtenis
        for item in werk.termijnzaken.zoek(zaak_id=zaak_id)
        if isinstance(item.gebeurtenis, Opschorting)
        and item.gebeurtenis.grond is Grond.AANVULLING
        and item.gebeurtenis.over is Onderwerp.AANVRAAG
        and item.gebeurtenis.telt
    ]
    return max(verzoeken, key=lambda item: item.van, default=None)


def vereis_lopend(zaak: Zaak, opdracht: Besluitopdracht, eerder: tuple[Besluitrecord, ...]) -> None:
    """Check that what is changed was granted to this client under this act, and still runs then.

    Raises:
        Invoerfout: it was not, or it does not.
    """
    if not opdracht.soort.volgt_op_eerder:
        return
    herziening = opdracht.herziening
    record = next((item for item in eerder if herziening and item.id == herziening.besluit), None)
    if herziening is None or record is None or not record.besluit.soort.geeft_recht:
        bekend = ", ".join(item.id for item in eerder if item.besluit.soort.geeft_recht) or "geen"
        doet = "wijzigt" if opdracht.wijzigt_lopend else "verlengt"
        raise Invoerfout(
            f"Een {opdracht.soort.woord} in zaak {zaak.id} {doet} een eerder besluit; noem het in [herziening].",
            vervolg=f"Besluiten van deze inwoner over {zaak.wet} die iets toekenden: {bekend}.",
        )
    if not opdracht.wijzigt_lopend:
        _vereis_aansluitend(opdracht, record)
        return
    dag = herziening.ingaat_op
    einden = [item.einddatum for item in record.besluit.voorzieningen_met_besluit]
    if dag is not None and einden and all(einde is not None and einde < dag for einde in einden):
        raise Invoerfout(
            f"Wat besluit {record.id} toekende, is voor {dag.isoformat()} al afgelopen.",
            vervolg="Kies een dag waarop het nog loopt; anders is er niets te wijzigen.",
        )


def _vereis_aansluitend(opdracht: Besluitopdracht, record: Besluitrecord) -> None:
    """Check that an extension goes on with what the earlier decision granted."""
    einden = {item.product: item.einddatum for item in record.besluit.voorzieningen_met_besluit}
    for item in opdracht.voorzieningen:
        if item.product not in einden:
            raise Invoerfout(
                f"Besluit {record.id} kende '{item.product}' niet toe; dan valt er niets te verlengen.",
                vervolg="Maak er een toekenning van.",
            )
        einde = einden[item.product]
        if einde is None or item.ingangsdatum <= einde:
            tot = "zonder einddatum" if einde is None else f"tot en met {einde.isoformat()}"
            raise Invoerfout(
                f"Besluit {record.id} kende '{item.product}' al toe {tot}; de verlenging begint daarna.",
                vervolg="Kies een latere ingangsdatum, of maak er een wijziging van.",
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
