"""Step 1, intake: what is stored of a question, and which zaken follow from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Registratie, Wet
from toegang.domain.brief import BEVESTIGING, Brief
from toegang.domain.huishouden import Contactnotitie, Dossier, Inwoner, Meldingsrecord
from toegang.domain.levensloop import HEEFT_ONDERZOEK, Stap, begint_met_aanvraag
from toegang.domain.melding import Hulpvraag, Intake, Melding
from toegang.domain.spoor import Regeltoets
from toegang.domain.zaak import Stapregistratie, Zaak
from toegang.guards.contexten import IntakeToets
from toegang.guards.contexten_intake import AanmeldingToets
from toegang.guards.register import Moment
from toegang.lifecycle.aanmeldcontrole import controleer_dagen, met_eerste_ontvangst, vereis_volwassene
from toegang.lifecycle.aanmelden import Aangemeld, als_melding, clientfeiten, huishouden_van
from toegang.lifecycle.antwoordcontrole import controleer_intake
from toegang.lifecycle.exemplaren import vul_exemplaren_aan
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import leg_vast, meldt_weigering, nieuw_id, toets_antwoord
from toegang.plugins.bord import Antwoord
from toegang.plugins.vasteweg import zonder_verwezen
from toegang.storage import Actor, Werkeenheid

ONTVANGSTBEVESTIGING = BEVESTIGING


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
        regels: the rules that were checked.
        afwijkend: names of fields that differ from what was known of a person; what was known stays.
        gezag_onbekend: there is a minor of whom nobody knows who has gezag; letters about it are held.
    """

    intake: Intake | None
    zaken: tuple[str, ...] = ()
    melding_id: str | None = None
    dossier_id: str | None = None
    reeds_bekend: bool = False
    lopende_zaken: tuple[str, ...] = ()
    regels: tuple[Regeltoets, ...] = ()
    afwijkend: tuple[str, ...] = ()
    gezag_onbekend: bool = False


@dataclass(frozen=True)
class _Beoordeeld:
    """A submission with the answer of the hook and the rules that were checked."""

    aanmelding: Aanmelding
    melding: Melding
    wie: Aangemeld
    antwoord: Antwoord[Intake]
    regels: tuple[Regeltoets, ...]
    notitie: Contactnotitie | None

    @property
    def intake(self) -> Intake:
        """The answer."""
        return self.antwoord.waarde


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
        Invoerfout: the loket does not exist here, a day cannot be, or the household has no adult.
    """
    with omgeving.werk(actor) as werk:
        bekend = _eerder(werk, aanmelding.kenmerk)
        if bekend is not None:
            return bekend
        functie = werk.medewerkers.haal(actor.medewerker).functie if actor.medewerker else None
        gevraagd = _beoordeel(werk, omgeving, aanmelding, functie)
        resultaat = _bewaar(werk, omgeving, gevraagd)
        regels = gevraagd.regels + _toets_bewaard(werk, omgeving, gevraagd, resultaat, functie)
        if resultaat.dossier_id is None:
            werk.commit()
            return replace(resultaat, regels=regels)
        for zaak in resultaat.zaken or (None,):
            leg_vast(
                werk,
                omgeving,
                "route_intake",
                gevraagd.antwoord,
                {"melding": gevraagd.melding, "contacten": gevraagd.aanmelding.contacten},
                regels,
                dossier=resultaat.dossier_id,
                zaak=zaak,
                melding=resultaat.melding_id,
            )
        werk.commit()
    return replace(resultaat, regels=regels)


def _beoordeel(werk: Werkeenheid, omgeving: Omgeving, aanmelding: Aanmelding, functie: str | None) -> _Beoordeeld:
    """Ask the hook what becomes of a submission, and check the rules; nothing is stored."""
    controleer_dagen(aanmelding, omgeving.vandaag())
    aanmelding, notitie = met_eerste_ontvangst(werk, aanmelding)
    wie = huishouden_van(werk, omgeving, aanmelding)
    melding = als_melding(omgeving, aanmelding, {naam: lid.id for naam, lid in wie.leden.items()}, functie)
    # jeugdhulp on a referral is no question to the gemeente; what was asked besides is (L-82)
    vraag, beeld = zonder_verwezen(melding, omgeving.organisatie), omgeving.beeld()
    antwoord = omgeving.bord.route_intake(vraag, aanmelding.contacten, beeld)
    controleer_intake(antwoord, vraag, omgeving)
    context = IntakeToets(vraag, antwoord.waarde, beeld, aanmelding.contacten)
    regels = toets_antwoord(omgeving, Moment.INTAKE, context, "Melding")
    return _Beoordeeld(aanmelding, melding, wie, antwoord, regels, notitie)


def _bewaar(werk: Werkeenheid, omgeving: Omgeving, gevraagd: _Beoordeeld) -> Intakeresultaat:
    """Store what the answer says; of registratie GEEN only one anonymous counter goes up."""
    intake = gevraagd.intake
    if intake.registratie is Registratie.GEEN:
        domein = gevraagd.melding.wetten[0] if gevraagd.melding.wetten else "OVERIG"
        werk.tellers.tel(omgeving.vandaag(), gevraagd.melding.kanaal, domein)
        return Intakeresultaat(intake)
    if intake.registratie is Registratie.CONTACTGEGEVENS:
        return _bewaar_contact(werk, omgeving, gevraagd)
    vereis_volwassene(gevraagd.wie.dossier, gevraagd.wie.leden, omgeving.vandaag())
    return _bewaar_melding(werk, gevraagd, omgeving.vandaag())


def _toets_bewaard(
    werk: Werkeenheid, omgeving: Omgeving, gevraagd: _Beoordeeld, resultaat: Intakeresultaat, functie: str | None
) -> tuple[Regeltoets, ...]:
    """Check the rules on what is about to be kept; a refusal keeps nothing of it."""
    context = AanmeldingToets(
        melding=gevraagd.melding,
        intake=gevraagd.intake,
        beeld=omgeving.beeld(),
        clienten=clientfeiten(gevraagd.melding, gevraagd.wie.leden, gevraagd.wie.dossier),
        ondertekend=gevraagd.aanmelding.ondertekend,
        bevestigd=any(werk.brieven.zoek(zaak_id=zaak) for zaak in resultaat.zaken),
        bewaart=tuple(sorted({tabel for deel in werk.sessie.geschreven.values() for tabel in deel})),
        functie=functie,
    )
    return toets_antwoord(omgeving, Moment.AANMELDING, context, "Melding")


def _eerder(werk: Werkeenheid, kenmerk: str) -> Intakeresultaat | None:
    for record in werk.meldingen.zoek(kenmerk=kenmerk):
        zaken = tuple(zaak.id for zaak in werk.zaken.zoek(melding_id=record.id))
        return Intakeresultaat(None, zaken, record.id, record.dossier_id, reeds_bekend=True)
    for notitie in werk.contactnotities.zoek(kenmerk=kenmerk):
        return Intakeresultaat(None, (), notitie.id, notitie.dossier_id, reeds_bekend=True)
    return None


def _bewaar_contact(werk: Werkeenheid, omgeving: Omgeving, gevraagd: _Beoordeeld) -> Intakeresultaat:
    aanmelding, persoon = gevraagd.aanmelding, gevraagd.aanmelding.leden[0].persoon
    dossier = Dossier(id=nieuw_id("D"), aangemaakt_op=omgeving.vandaag())
    notitie = Contactnotitie(
        id=nieuw_id("C"),
        dossier_id=dossier.id,
        kenmerk=aanmelding.kenmerk,
        ontvangen_op=aanmelding.ontvangen_op,
        kanaal=aanmelding.kanaal,
        doorgegeven_aan=gevraagd.intake.bestemming,
        naam=" ".join(filter(None, (persoon.voornamen, persoon.voorvoegsel, persoon.geslachtsnaam))),
        bereikbaar=aanmelding.bereikbaar,
    )
    werk.dossiers.nieuw(dossier)
    werk.contactnotities.bewaar(notitie)
    return Intakeresultaat(gevraagd.intake, (), notitie.id, dossier.id)


def _bewaar_melding(werk: Werkeenheid, gevraagd: _Beoordeeld, vandaag: date) -> Intakeresultaat:
    dossier, melding, intake = gevraagd.wie.dossier, gevraagd.melding, gevraagd.intake
    lopend: tuple[str, ...] = ()
    if werk.dossiers.zoek(id=dossier.id):
        lopend = tuple(zaak.id for zaak in werk.zaken.zoek(dossier_id=dossier.id) if zaak.open)
        werk.dossiers.bewaar(dossier)
    else:
        werk.dossiers.nieuw(dossier)
    for inwoner in gevraagd.wie.leden.values():
        werk.inwoners.bewaar(inwoner)
    record = Meldingsrecord(
        id=melding.id,
        dossier_id=dossier.id,
        kenmerk=gevraagd.aanmelding.kenmerk,
        melding=melding,
        woorden=tuple(vraag.woorden for vraag in gevraagd.aanmelding.hulpvragen),
        overig=gevraagd.aanmelding.overig,
        lopende_zaken=lopend,
        afwijkend=gevraagd.wie.afwijkend,
        doorgegeven_door=gevraagd.notitie.id if gevraagd.notitie else None,
        contacten=gevraagd.aanmelding.contacten,
    )
    werk.meldingen.bewaar(record)
    personen = {inwoner.id: inwoner for inwoner in gevraagd.wie.leden.values()}
    zaken = tuple(_open_zaken(werk, melding, intake, dossier, personen)) if intake.opent_zaken else ()
    if zaken:
        _zet_bevestiging_klaar(werk, zaken, vandaag)
    return Intakeresultaat(
        intake,
        tuple(zaak.id for zaak in zaken),
        melding.id,
        dossier.id,
        lopende_zaken=lopend,
        afwijkend=gevraagd.wie.afwijkend,
        gezag_onbekend=any(lid.minderjarig is True and lid.gezag is None for lid in dossier.leden),
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
    return zaken


def _zet_bevestiging_klaar(werk: Werkeenheid, zaken: tuple[Zaak, ...], vandaag: date) -> None:
    """Put a confirmation in line for everybody for whom something was asked (B-11, L-3, L-50)."""
    for client in dict.fromkeys(zaak.client_id for zaak in zaken):
        eigen = [zaak for zaak in zaken if zaak.client_id == client]
        eerste = next((zaak for zaak in eigen if zaak.wet in HEEFT_ONDERZOEK), eigen[0])
        brief = Brief(id=nieuw_id("B"), dossier_id=eerste.dossier_id, zaak_id=eerste.id, sjabloon=ONTVANGSTBEVESTIGING)
        vul_exemplaren_aan(werk, werk.brieven.bewaar(brief), vandaag)


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
