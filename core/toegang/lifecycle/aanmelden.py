"""What a submission says, next to what is known: its household, its days, and the contact that came before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.datums import OnvolledigeDatum
from toegang.domain.gebiedsindeling import gebied_van
from toegang.domain.huishouden import Contactnotitie, Dossier, Inwoner, Lid, Persoonsgegevens
from toegang.domain.melding import Contact, Hulpvraag, Melding
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_intake import Clientfeiten
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Werkeenheid

HUISHOUDEN_ONBEKEND = "HUISHOUDEN_ONBEKEND"
"""Circumstance: the source is a list of persons, so who lives with whom is still to be found out."""
WOONT_ZELFSTANDIG = "WOONT_ZELFSTANDIG"
"""Circumstance: a minor of sixteen or more who has a household of his or her own."""
ZONDER_VAST_ADRES = "ZONDER_VAST_ADRES"
"""Circumstance: no postcode and house number can be given (L-69 asks for the others)."""
ZELFSTANDIG_VANAF = 16
OUDSTE_ONTVANGST = date(2015, 1, 1)
"""No melding can be older than the Wmo 2015 and the Jeugdwet: an earlier day is a typing error."""

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
_OVER_HET_HUISHOUDEN = ("aantal_professionals", "zelfregie", "verliest_regie", "bijzonderheden")
_VERGELEKEN = tuple(naam for naam in Persoonsgegevens.model_fields if naam not in ("overlijdensdatum", "opschorting"))
_ZONDER_BSN = {"voornamen": "voornamen", "geboortedatum": "geboortedatum"}
_ADRES = {"postcode": "postcode", "huisnummer": "huisnummer"}


@dataclass(frozen=True)
class Aangemeld:
    """A submission beside what is known.

    Args:
        dossier: the file, known or new; not stored yet.
        leden: members by reference.
        afwijkend: names of fields that differ from what was known; what was known stays.
    """

    dossier: Dossier
    leden: dict[str, Inwoner]
    afwijkend: tuple[str, ...]


def controleer_dagen(aanmelding: Aanmelding, vandaag: date) -> None:
    """Check that the days of a submission can be.

    Raises:
        Invoerfout: received in the future or long before these acts, or somebody was born after that.
    """
    ontvangen = aanmelding.ontvangen_op
    if not OUDSTE_ONTVANGST <= ontvangen <= vandaag:
        raise Invoerfout(
            f"De dag van ontvangst ({ontvangen.isoformat()}) kan niet kloppen.",
            vervolg=f"Kies een dag van {OUDSTE_ONTVANGST.isoformat()} tot en met {vandaag.isoformat()}.",
        )
    if any(contact.op > ontvangen for contact in aanmelding.contacten):
        raise Invoerfout(
            "Een eerder contact ligt na de dag van ontvangst.", vervolg="Zet in 'contacten' alleen wat vooraf ging."
        )
    for lid in aanmelding.leden:
        geboren = OnvolledigeDatum.lees(lid.persoon.geboortedatum).datum
        if geboren is not None and geboren > vandaag:
            raise Invoerfout(
                f"De geboortedatum van lid '{lid.rol}' ligt in de toekomst.", vervolg="Herstel de geboortedatum."
            )


def met_eerste_ontvangst(werk: Werkeenheid, aanmelding: Aanmelding) -> tuple[Aanmelding, Contactnotitie | None]:
    """Give a submission that was passed on the day on which the first door received it (L-36).

    Args:
        werk: a unit of work.
        aanmelding: the submission.

    Returns:
        The submission with the first day of receipt and that contact, and the note of the first door.

    Raises:
        Invoerfout: no door passed anything on under that key.
    """
    if aanmelding.eerder_kenmerk is None:
        return aanmelding, None
    notitie = next(iter(werk.contactnotities.zoek(kenmerk=aanmelding.eerder_kenmerk.strip())), None)
    if notitie is None:
        raise Invoerfout(
            "Onder het kenmerk in 'eerder_kenmerk' heeft geen loket iets doorgegeven.",
            vervolg="Controleer dat kenmerk, of laat het weg als dit het eerste contact is.",
        )
    eerste = min(aanmelding.ontvangen_op, notitie.ontvangen_op)
    eerder = Contact(kanaal=notitie.kanaal, op=notitie.ontvangen_op)
    contacten = tuple(item for item in aanmelding.contacten if item.op <= eerste)
    return aanmelding.gewijzigd(ontvangen_op=eerste, contacten=(*contacten, eerder)), notitie


def huishouden_van(werk: Werkeenheid, omgeving: Omgeving, aanmelding: Aanmelding) -> Aangemeld:
    """Return the household of a submission, recognised by BSN or new; nothing is stored yet.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        aanmelding: the submission.

    Raises:
        Conflict: its persons live in several files.
    """
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
    eerder = werk.dossiers.haal(dossier_id) if dossiers else None
    dossier = _dossier(omgeving, aanmelding, dossier_id, eerder, leden)
    afwijkend = [
        veld
        for lid in aanmelding.leden
        if lid.verwijzing in bekend
        for veld in _VERGELEKEN
        if _anders(lid.persoon, bekend[lid.verwijzing], veld)
    ]
    return Aangemeld(dossier, leden, tuple(dict.fromkeys(afwijkend)))


def vereis_volwassene(dossier: Dossier, leden: dict[str, Inwoner], op: date) -> None:
    """Check that a household has an adult, or that it is known why not.

    Args:
        dossier: the household.
        leden: its members in this submission.
        op: the day.

    Raises:
        Invoerfout: there are only minors.
    """
    if HUISHOUDEN_ONBEKEND in dossier.bijzonderheden or any(lid.minderjarig is not True for lid in dossier.leden):
        return
    oudste = max(inwoner.leeftijd(op) or 0 for inwoner in leden.values())
    if WOONT_ZELFSTANDIG in dossier.bijzonderheden and oudste >= ZELFSTANDIG_VANAF:
        return
    raise Invoerfout(
        "In dit huishouden staat geen volwassene.",
        vervolg="Zet de ouder of verzorger erbij. Woont een jongere van 16 of 17 zelfstandig? Zet dan "
        f"{WOONT_ZELFSTANDIG} bij 'bijzonderheden'.",
    )


def als_melding(omgeving: Omgeving, aanmelding: Aanmelding, ids: dict[str, str], functie: str | None) -> Melding:
    """Return the melding as the hook sees it: persons by id, no words.

    Args:
        omgeving: the gemeente.
        aanmelding: the submission.
        ids: inwoner id by reference.
        functie: functie of who registers it; its own door goes first.

    Raises:
        Invoerfout: the loket does not exist here.
    """
    vragen = tuple(
        Hulpvraag(
            nummer=nummer,
            wet=vraag.wet,
            voor=ids[vraag.voor],
            product=vraag.product,
            gespecialiseerd=vraag.gespecialiseerd,
            vervolgaanvraag=vraag.vervolgaanvraag,
            samenhang=vraag.samenhang,
            taak=vraag.taak,
        )
        for nummer, vraag in enumerate(aanmelding.hulpvragen, start=1)
    )
    velden = {naam: getattr(aanmelding, naam) for naam in _GELIJK}
    velden["gebied"] = gebied_voor(omgeving, aanmelding)
    return Melding(id=nieuw_id("M"), loket=_loket(omgeving, aanmelding, functie), hulpvragen=vragen, **velden)


def gebied_voor(omgeving: Omgeving, aanmelding: Aanmelding) -> str | None:
    """Return the area: as named, else that of the kern where the first member lives."""
    return aanmelding.gebied or gebied_van(omgeving.organisatie, aanmelding.leden[0].persoon.woonplaats)


def clientfeiten(melding: Melding, leden: dict[str, Inwoner], dossier: Dossier) -> tuple[Clientfeiten, ...]:
    """Return what is known of those for whom something is asked, without saying what.

    Args:
        melding: the questions.
        leden: members by reference.
        dossier: the household.
    """
    gevraagd = {
        inwoner: tuple(vraag.wet for vraag in melding.hulpvragen if vraag.voor == inwoner.id and vraag.wet)
        for inwoner in leden.values()
    }
    nodig = _ZONDER_BSN if ZONDER_VAST_ADRES in dossier.bijzonderheden else _ZONDER_BSN | _ADRES
    return tuple(
        Clientfeiten(
            wetten=wetten,
            bsn_bekend=inwoner.bsn is not None,
            ontbreekt=tuple(naam for veld, naam in nodig.items() if not getattr(inwoner, veld)),
            adres_volledig=inwoner.adres_volledig,
        )
        for inwoner, wetten in gevraagd.items()
        if wetten
    )


def _dossier(
    omgeving: Omgeving, aanmelding: Aanmelding, dossier_id: str, eerder: Dossier | None, leden: dict[str, Inwoner]
) -> Dossier:
    vandaag = omgeving.vandaag()
    rollen = tuple(
        Lid(
            inwoner=leden[lid.verwijzing].id,
            rol=lid.rol,
            minderjarig=leden[lid.verwijzing].minderjarig(vandaag),
            gezag=None if lid.gezag is None else tuple(leden[ouder].id for ouder in lid.gezag),
        )
        for lid in aanmelding.leden
    )
    oud = tuple(lid for lid in eerder.leden if lid.inwoner not in {rol.inwoner for rol in rollen}) if eerder else ()
    gezag = {lid.inwoner: lid.gezag for lid in eerder.leden} if eerder else {}
    # told once: what a form leaves open does not wipe out what is known (B-65)
    rollen = tuple(rol if rol.gezag is not None else rol.gewijzigd(gezag=gezag.get(rol.inwoner)) for rol in rollen)
    return Dossier(
        id=dossier_id,
        aangemaakt_op=eerder.aangemaakt_op if eerder else vandaag,
        leden=(*oud, *rollen),
        **{veld: _gezegd(aanmelding, eerder, veld) for veld in _OVER_HET_HUISHOUDEN},
        gebied=gebied_voor(omgeving, aanmelding) or (eerder.gebied if eerder else None),
    )


def _gezegd(aanmelding: Aanmelding, eerder: Dossier | None, veld: str) -> Any:
    """Return what a submission says of the household, or what was known when it leaves that open."""
    nieuw = getattr(aanmelding, veld)
    open_ = eerder is not None and nieuw == Aanmelding.model_fields[veld].get_default()
    return getattr(eerder, veld) if open_ else nieuw


def _anders(nieuw: Persoonsgegevens, oud: Inwoner, veld: str) -> bool:
    """Tell whether a field was filled in, and differently; what a form leaves open differs from nothing."""
    standaard = Persoonsgegevens.model_fields[veld].get_default()
    opgegeven = getattr(nieuw, veld)
    return bool(opgegeven != standaard and opgegeven != getattr(oud, veld))


def _loket(omgeving: Omgeving, aanmelding: Aanmelding, functie: str | None) -> str:
    """Return the door where it came in; no door refuses, so an unserved channel gets the first (L-36)."""
    loketten = omgeving.organisatie.loketten
    if aanmelding.loket is None:
        langs = [item for item in loketten if aanmelding.kanaal in item.kanalen] or [loketten[0]]
        eigen = [item for item in langs if functie is not None and item.functie == functie]
        return (eigen if len(eigen) == 1 else langs)[0].id
    if omgeving.organisatie.loket(aanmelding.loket) is None:
        bekend = ", ".join(item.id for item in loketten)
        raise Invoerfout(
            f"Het loket van deze aanmelding bestaat niet in gemeente {omgeving.naam}.", vervolg=f"Kies uit: {bekend}."
        )
    return aanmelding.loket
