"""Step 1, intake: what is stored of a question, and which zaken follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Registratie, Wet
from toegang.domain.brief import Brief
from toegang.domain.huishouden import Contactnotitie, Dossier, Inwoner, Lid, Meldingsrecord
from toegang.domain.levensloop import HEEFT_ONDERZOEK, Stap, begint_met_aanvraag
from toegang.domain.melding import Hulpvraag, Intake, Melding
from toegang.domain.zaak import Stapregistratie, Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten import IntakeToets
from toegang.guards.register import Moment
from toegang.lifecycle.antwoordcontrole import controleer_intake
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import leg_vast, meldt_weigering, nieuw_id, toets_antwoord
from toegang.plugins.bord import Antwoord
from toegang.storage import Actor, Werkeenheid

_GELIJK = (
    "kanaal",
    "ontvangen_op",
    "melder",
    "gebied",
    "spoed",
    "verliest_regie",
    "behapbaar",
    "wil_geen_melding",
    "verwijzer",
    "woont_in_gemeente",
)
"""Fields that an Aanmelding and a Melding have in common."""
ONTVANGSTBEVESTIGING = "melding/ontvangstbevestiging"


@dataclass(frozen=True)
class Intakeresultaat:
    """What became of a submission.

    Args:
        intake: the answer; ``None`` when the submission was known already.
        zaken: zaaknummers that were opened, or that a known submission had opened.
        melding_id: id of the stored melding or contact note; ``None`` when nothing is stored.
        dossier_id: the dossier; ``None`` when nothing is stored.
        reeds_bekend: the same submission came in before; nothing was done.
        lopende_zaken: open zaken that the household already had; to be looked at together.
    """

    intake: Intake | None
    zaken: tuple[str, ...] = ()
    melding_id: str | None = None
    dossier_id: str | None = None
    reeds_bekend: bool = False
    lopende_zaken: tuple[str, ...] = ()


@meldt_weigering
def neem_in(omgeving: Omgeving, actor: Actor, aanmelding: Aanmelding) -> Intakeresultaat:
    """Take in a submission: ask ``route_intake``, check, and store what the answer says.

    With registratie GEEN nothing is stored at all, no log line either; one anonymous counter goes up
    (Z-7). A submission with a known key changes nothing.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        aanmelding: the submission.

    Returns:
        What became of it.

    Raises:
        Regelovertreding: a rule refuses the answer.
        PluginFout: the plugin failed or gave a wrong answer.
        Invoerfout: the loket does not exist here.
    """
    with omgeving.werk(actor) as werk:
        bekend = _eerder(werk, aanmelding.kenmerk)
        if bekend is not None:
            return bekend
        dossier, leden = _huishouden(werk, omgeving, aanmelding)
        melding = _als_melding(omgeving, aanmelding, {naam: lid.id for naam, lid in leden.items()})
        beeld = omgeving.beeld()
        antwoord = omgeving.bord.route_intake(melding, aanmelding.contacten, beeld)
        intake = antwoord.waarde
        controleer_intake(antwoord, melding, omgeving)
        context = IntakeToets(melding, intake, beeld, aanmelding.contacten)
        regels = toets_antwoord(omgeving, Moment.INTAKE, context, "Melding")
        if intake.registratie is Registratie.GEEN:
            domein = melding.wetten[0] if melding.wetten else "OVERIG"
            werk.tellers.tel(beeld.peildatum, melding.kanaal, domein)
            werk.commit()
            return Intakeresultaat(intake)
        if intake.registratie is Registratie.CONTACTGEGEVENS:
            resultaat = _bewaar_contact(werk, omgeving, aanmelding, intake)
        else:
            resultaat = _bewaar_melding(werk, aanmelding, dossier, leden, melding, antwoord)
        assert resultaat.dossier_id is not None
        for zaak in resultaat.zaken or (None,):
            leg_vast(
                werk,
                omgeving,
                "route_intake",
                antwoord,
                {"melding": melding, "contacten": aanmelding.contacten},
                regels,
                dossier=resultaat.dossier_id,
                zaak=zaak,
                melding=resultaat.melding_id,
            )
        werk.commit()
    return resultaat


def _eerder(werk: Werkeenheid, kenmerk: str) -> Intakeresultaat | None:
    for record in werk.meldingen.zoek(kenmerk=kenmerk):
        zaken = tuple(zaak.id for zaak in werk.zaken.zoek(melding_id=record.id))
        return Intakeresultaat(None, zaken, record.id, record.dossier_id, reeds_bekend=True)
    for notitie in werk.contactnotities.zoek(kenmerk=kenmerk):
        return Intakeresultaat(None, (), notitie.id, notitie.dossier_id, reeds_bekend=True)
    return None


def _huishouden(werk: Werkeenheid, omgeving: Omgeving, aanmelding: Aanmelding) -> tuple[Dossier, dict[str, Inwoner]]:
    """Return the dossier (known or new, not stored yet) and its members by reference."""
    bekend = {
        lid.verwijzing: inwoner
        for lid in aanmelding.leden
        if lid.persoon.bsn and (inwoner := werk.inwoners.met_bsn(lid.persoon.bsn)) is not None
    }
    dossiers = {inwoner.dossier_id for inwoner in bekend.values()}
    if len(dossiers) > 1:
        raise Conflict(
            f"De personen in deze aanmelding staan in {len(dossiers)} verschillende huishoudens.",
            vervolg="Zoek uit wie bij elkaar hoort en dien de aanmelding per huishouden in.",
        )
    dossier_id = next(iter(dossiers), None) or nieuw_id("D")
    leden = {
        lid.verwijzing: bekend.get(lid.verwijzing)
        or Inwoner(**dict(lid.persoon), id=nieuw_id("I"), dossier_id=dossier_id, brp_peildatum=aanmelding.ontvangen_op)
        for lid in aanmelding.leden
    }
    vandaag = omgeving.vandaag()
    rollen = tuple(
        Lid(
            inwoner=leden[lid.verwijzing].id,
            rol=lid.rol,
            minderjarig=lid.persoon.minderjarig(vandaag),
            gezag=None if lid.gezag is None else tuple(leden[ouder].id for ouder in lid.gezag),
        )
        for lid in aanmelding.leden
    )
    eerder = werk.dossiers.haal(dossier_id) if dossiers else None
    oud = tuple(lid for lid in eerder.leden if lid.inwoner not in {rol.inwoner for rol in rollen}) if eerder else ()
    dossier = Dossier(
        id=dossier_id,
        aangemaakt_op=eerder.aangemaakt_op if eerder else vandaag,
        leden=(*oud, *rollen),
        aantal_professionals=aanmelding.aantal_professionals,
        zelfregie=aanmelding.zelfregie,
        verliest_regie=aanmelding.verliest_regie,
        bijzonderheden=aanmelding.bijzonderheden,
        gebied=aanmelding.gebied,
    )
    return dossier, leden


def _als_melding(omgeving: Omgeving, aanmelding: Aanmelding, ids: dict[str, str]) -> Melding:
    vragen = tuple(
        Hulpvraag(
            nummer=nummer,
            wet=vraag.wet,
            voor=ids[vraag.voor],
            product=vraag.product,
            gespecialiseerd=vraag.gespecialiseerd,
            vervolgaanvraag=vraag.vervolgaanvraag,
            samenhang=vraag.samenhang,
        )
        for nummer, vraag in enumerate(aanmelding.hulpvragen, start=1)
    )
    velden = {naam: getattr(aanmelding, naam) for naam in _GELIJK}
    return Melding(id=nieuw_id("M"), loket=_loket(omgeving, aanmelding), hulpvragen=vragen, **velden)


def _loket(omgeving: Omgeving, aanmelding: Aanmelding) -> str:
    """Return the door where it came in; no door refuses, so an unserved channel gets the first (L-36)."""
    loketten = omgeving.organisatie.loketten
    if aanmelding.loket is None:
        return next((item for item in loketten if aanmelding.kanaal in item.kanalen), loketten[0]).id
    if omgeving.organisatie.loket(aanmelding.loket) is None:
        bekend = ", ".join(item.id for item in loketten)
        raise Invoerfout(
            f"Het loket van deze aanmelding bestaat niet in gemeente {omgeving.naam}.", vervolg=f"Kies uit: {bekend}."
        )
    return aanmelding.loket


def _bewaar_contact(werk: Werkeenheid, omgeving: Omgeving, aanmelding: Aanmelding, intake: Intake) -> Intakeresultaat:
    persoon = aanmelding.leden[0].persoon
    dossier = Dossier(id=nieuw_id("D"), aangemaakt_op=omgeving.vandaag())
    notitie = Contactnotitie(
        id=nieuw_id("C"),
        dossier_id=dossier.id,
        kenmerk=aanmelding.kenmerk,
        ontvangen_op=aanmelding.ontvangen_op,
        kanaal=aanmelding.kanaal,
        doorgegeven_aan=intake.bestemming,
        naam=" ".join(filter(None, (persoon.voornamen, persoon.voorvoegsel, persoon.geslachtsnaam))),
        bereikbaar=aanmelding.bereikbaar,
    )
    werk.dossiers.nieuw(dossier)
    werk.contactnotities.bewaar(notitie)
    return Intakeresultaat(intake, (), notitie.id, dossier.id)


def _bewaar_melding(
    werk: Werkeenheid,
    aanmelding: Aanmelding,
    dossier: Dossier,
    leden: dict[str, Inwoner],
    melding: Melding,
    antwoord: Antwoord[Intake],
) -> Intakeresultaat:
    lopend: tuple[str, ...] = ()
    if werk.dossiers.zoek(id=dossier.id):
        lopend = tuple(zaak.id for zaak in werk.zaken.zoek(dossier_id=dossier.id) if zaak.open)
        werk.dossiers.bewaar(dossier)
    else:
        werk.dossiers.nieuw(dossier)
    for inwoner in leden.values():
        werk.inwoners.bewaar(inwoner)
    record = Meldingsrecord(
        id=melding.id,
        dossier_id=dossier.id,
        kenmerk=aanmelding.kenmerk,
        melding=melding,
        woorden=tuple(vraag.woorden for vraag in aanmelding.hulpvragen),
    )
    werk.meldingen.bewaar(record)
    personen = {inwoner.id: inwoner for inwoner in leden.values()}
    zaken = tuple(_open_zaken(werk, melding, antwoord.waarde, dossier, personen)) if antwoord.waarde.opent_zaken else ()
    return Intakeresultaat(
        antwoord.waarde, tuple(zaak.id for zaak in zaken), melding.id, dossier.id, lopende_zaken=lopend
    )


def _open_zaken(
    werk: Werkeenheid, melding: Melding, intake: Intake, dossier: Dossier, personen: dict[str, Inwoner]
) -> list[Zaak]:
    """Open one zaak per client and product line (DESIGN.md §3)."""

    def lijn(vraag: Hulpvraag) -> tuple[str, Wet]:
        assert vraag.wet is not None
        return (vraag.voor, vraag.wet)

    formeel = [vraag for vraag in melding.hulpvragen if vraag.wet in intake.wetten]
    zaken = []
    for (client, wet), vragen in groupby(sorted(formeel, key=lijn), key=lijn):
        zaak = _zaak(werk, melding, intake, dossier, personen[client], wet, list(vragen))
        zaken.append(werk.zaken.bewaar(zaak))
    if zaken:
        eerste = next((zaak for zaak in zaken if zaak.wet in HEEFT_ONDERZOEK), zaken[0])
        bevestiging = Brief(id=nieuw_id("B"), dossier_id=dossier.id, zaak_id=eerste.id, sjabloon=ONTVANGSTBEVESTIGING)
        werk.brieven.bewaar(bevestiging)
    return zaken


def _zaak(
    werk: Werkeenheid,
    melding: Melding,
    intake: Intake,
    dossier: Dossier,
    client: Inwoner,
    wet: Wet,
    vragen: list[Hulpvraag],
) -> Zaak:
    ontvangen = melding.ontvangen_op
    zaak = Zaak(
        id=werk.zaken.nieuw_nummer(ontvangen.year),
        dossier_id=dossier.id,
        melding_id=melding.id,
        client_id=client.id,
        wet=wet,
        ontvangen_op=ontvangen,
        problematiek=intake.problematiek,
        bestemming=intake.bestemming,
        gebied=dossier.gebied,
        producten=tuple(vraag.product for vraag in vragen if vraag.product),
        spoed=melding.spoed,
        gespecialiseerd=any(vraag.gespecialiseerd for vraag in vragen),
        client_leeftijd=client.leeftijd(ontvangen),
        stappen=(Stapregistratie(stap=Stap.INTAKE, op=ontvangen),),
    )
    if intake.registratie is Registratie.AANVRAAG and begint_met_aanvraag(wet):
        return zaak.na(Stap.AANVRAAG, ontvangen, aanvraag_op=ontvangen)
    return zaak
