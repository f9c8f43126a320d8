"""What a submission says, next to what is known: its household, its days, and the contact that came before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.gebiedsindeling import bekend_gebied, gebied_van
from toegang.domain.huishouden import Dossier, Inwoner, Lid, Persoonsgegevens
from toegang.domain.melding import Hulpvraag, Melding
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_intake import Clientfeiten
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Werkeenheid

ZONDER_VAST_ADRES = "ZONDER_VAST_ADRES"
"""Circumstance: no postcode and house number can be given (L-69 asks for the others)."""

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
_BLIJFT = ("gespreksmap", "geen_eigen_brief")
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
    if dossiers:
        bekend |= _herkend(werk.inwoners.zoek(dossier_id=dossier_id), aanmelding, bekend)
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
    """Return the area: as named, else that of the kern where the first member lives.

    Raises:
        Invoerfout: the gemeente has no area or kern with the name that was given; nobody guesses who is to help there.
    """
    if aanmelding.gebied is None:
        return gebied_van(omgeving.organisatie, aanmelding.leden[0].persoon.woonplaats)
    gebied = bekend_gebied(omgeving.organisatie, aanmelding.gebied)
    if gebied is None:
        namen = ", ".join(item.id for item in omgeving.organisatie.gebieden)
        raise Invoerfout(
            f"Veld 'gebied': gemeente {omgeving.organisatie.naam} heeft geen gebied of kern met deze naam.",
            vervolg=f"Kies uit: {namen}. Weet u het niet, laat het veld dan weg.",
        )
    return gebied


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
        # what was recorded around the household is not told again by a form
        **({veld: getattr(eerder, veld) for veld in _BLIJFT} if eerder else {}),
    )


def _herkend(
    huisgenoten: tuple[Inwoner, ...], aanmelding: Aanmelding, bekend: dict[str, Inwoner]
) -> dict[str, Inwoner]:
    """Recognise members of a known household by name and birth date, where the BSN is missing on one side."""
    over = [item for item in huisgenoten if item.id not in {inwoner.id for inwoner in bekend.values()}]
    gevonden: dict[str, Inwoner] = {}
    for lid in aanmelding.leden:
        if lid.verwijzing in bekend:
            continue
        gelijk = [item for item in over if _zelfde_persoon(item, lid.persoon)]
        if len(gelijk) == 1:
            over.remove(gelijk[0])
            gevonden[lid.verwijzing] = gelijk[0].gewijzigd(bsn=gelijk[0].bsn or lid.persoon.bsn)
    return gevonden


def _zelfde_persoon(inwoner: Inwoner, persoon: Persoonsgegevens) -> bool:
    gelijk = all(
        getattr(inwoner, veld) == getattr(persoon, veld) for veld in ("voornamen", "geslachtsnaam", "geboortedatum")
    )
    return gelijk and bool(persoon.voornamen) and (inwoner.bsn is None or persoon.bsn is None)


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
