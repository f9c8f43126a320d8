"""Taking over mutations of the BRP, person by person, and asking the BRP about whom too long ago was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.brief import Brief
from toegang.domain.huishouden import Dossier, Inwoner, Persoonswijziging
from toegang.domain.mutatie import VELDEN, Gevolg, Mutatie, Mutatiefout, gevolgen, in_bestand, pas_toe
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid

BIJGEWERKT = "inwoner.bijgewerkt"
GEVRAAGD = "inwoner.brp-vraag"


@dataclass(frozen=True)
class Onderweg:
    """A letter in a batch that still runs.

    Args:
        brief: id of the letter.
        zaak: zaaknummer.
        batch: the batch.
    """

    brief: str
    zaak: str
    batch: str


@dataclass(frozen=True)
class Bijgewerkt:
    """What came of one mutation.

    Args:
        inwoner: id of the person.
        velden: names of the fields that changed, as files call them; empty = everything was known already.
        gevolgen: what that can mean for letters.
        onderweg: letters to this person in a batch that still runs; only when it means something for them.
    """

    inwoner: str
    velden: tuple[str, ...]
    gevolgen: tuple[Gevolg, ...] = ()
    onderweg: tuple[Onderweg, ...] = ()


def werk_bij(omgeving: Omgeving, actor: Actor, mutaties: Iterable[Mutatie]) -> tuple[Bijgewerkt | Mutatiefout, ...]:
    """Take over what the BRP says of some people, in one unit of work; what was known is kept as history.

    A second mutation of the same person builds on the first, also in a trial.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        mutaties: what is said, in order; the ``peildatum`` of each must be filled in.

    Returns:
        Of each what changed, or why it was refused. Also without a change it is kept that the BRP was asked that day.

    Raises:
        NietToegestaan: no medewerker acts.
    """
    uit: list[Bijgewerkt | Mutatiefout] = []
    with omgeving.werk(actor) as werk:
        wie(werk, actor, "Gegevens uit de BRP")
        for mutatie in mutaties:
            try:
                with werk.deel():
                    uit.append(_werk_bij(omgeving, werk, mutatie))
            except Mutatiefout as fout:
                uit.append(fout)
        werk.commit()
    return tuple(uit)


def _werk_bij(omgeving: Omgeving, werk: Werkeenheid, mutatie: Mutatie) -> Bijgewerkt:
    vandaag = omgeving.vandaag()
    peildatum = mutatie.peildatum or vandaag
    was = werk.inwoners.met_bsn(mutatie.bsn)
    if was is None:
        raise Mutatiefout("burgerservicenummer", "in deze gemeente is niemand met dit nummer bekend")
    _vereis_peildatum(was, peildatum, vandaag)
    nu = pas_toe(was, mutatie, vandaag)
    dossier = werk.dossiers.haal(was.dossier_id)
    nieuw_dossier = _met_lid(werk, dossier, nu, mutatie, vandaag)
    gezag_anders = _gezag(dossier, was.id) != _gezag(nieuw_dossier, was.id)
    anders = tuple(naam for naam in VELDEN if getattr(was, naam) != getattr(nu, naam))
    velden = (*(in_bestand(naam) for naam in anders), *(("gezag",) if gezag_anders else ()))
    if not velden and was.brp_peildatum == peildatum:
        return Bijgewerkt(was.id, ())
    eerder = was.eerder
    if velden:
        oud = [(naam, _tekst(getattr(was, naam))) for naam in anders]
        oud += [("gezag", " ".join(_gezag(dossier, was.id) or ()))] if gezag_anders else []
        door = werk.actor.medewerker or str(werk.actor.uid)
        wijziging = Persoonswijziging(op=peildatum, vastgelegd_op=vandaag, door=door, oud=tuple(oud))
        eerder = (*eerder, wijziging)
    werk.inwoners.bewaar(nu.gewijzigd(brp_peildatum=peildatum, eerder=eerder))
    if nieuw_dossier != dossier:
        werk.dossiers.bewaar(nieuw_dossier)
    wat = (*gevolgen(was, nu), *((Gevolg.GEZAG,) if gezag_anders else ()))
    onderweg = _onderweg(werk, dossier, nieuw_dossier, was.id) if wat else ()
    detail = {"inwoner": was.id, "velden": " ".join(velden) or "-", "peildatum": peildatum.isoformat()}
    werk.log(BIJGEWERKT, dossier=was.dossier_id, detail=detail)
    return Bijgewerkt(was.id, velden, wat, onderweg)


def te_vragen(werk: Werkeenheid, omgeving: Omgeving, batch: str | None) -> tuple[Inwoner, ...]:
    """Return about whom the BRP must be asked again, in order of arrival.

    The dead are left out, and so are households with nothing open and nothing on its way: no more is asked than
    the work needs (AVG 5).

    Args:
        werk: a unit of work.
        omgeving: the gemeente; says how old the data may be.
        batch: only the households of the letters in this batch; ``None`` = all.

    Raises:
        NietGevonden: there is no such batch.
    """
    grens = omgeving.vandaag() - timedelta(days=omgeving.organisatie.batch.brp_hoogstens_dagen)
    dossiers = _dossiers_van(werk, batch)
    return tuple(
        item
        for item in werk.inwoners.zoek()
        if item.dossier_id in dossiers
        and not item.overleden
        and (item.brp_peildatum is None or item.brp_peildatum < grens)
    )


def leg_vraag_vast(werk: Werkeenheid, actor: Actor, personen: Sequence[Inwoner]) -> None:
    """Record about whom the BRP is asked, one line per household; the caller commits.

    Raises:
        NietToegestaan: no medewerker acts.
    """
    wie(werk, actor, "Een vraag aan de BRP")
    per_dossier: dict[str, list[str]] = {}
    for item in personen:
        per_dossier.setdefault(item.dossier_id, []).append(item.id)
    for dossier, inwoners in per_dossier.items():
        werk.log(GEVRAAGD, dossier=dossier, detail={"inwoners": " ".join(inwoners)})


def _dossiers_van(werk: Werkeenheid, batch: str | None) -> frozenset[str]:
    if batch is not None:
        werk.batches.haal(batch)
        return frozenset(regel.dossier_id for regel in werk.batchregels.zoek(batch_id=batch) if regel.lopend)
    open_ = {zaak.dossier_id for zaak in werk.zaken.zoek(gesloten_op=None)}
    loopt = {levering.dossier_id for levering in werk.leveringen.zoek() if levering.loopt}
    wacht = {brief.dossier_id for brief in werk.brieven.zoek(verzonden_op=None)}
    return frozenset(open_ | loopt | wacht)


def _vereis_peildatum(was: Inwoner, peildatum: date, vandaag: date) -> None:
    if peildatum > vandaag:
        raise Mutatiefout("brp_peildatum", "ligt na vandaag")
    if was.brp_peildatum is not None and peildatum < was.brp_peildatum:
        raise Mutatiefout("brp_peildatum", f"ligt voor wat al bekend is ({was.brp_peildatum.isoformat()})")


def _met_lid(werk: Werkeenheid, dossier: Dossier, nu: Inwoner, mutatie: Mutatie, vandaag: date) -> Dossier:
    """Return the household with the gezag and the age that the BRP gives this member (L-86)."""
    leden = []
    for lid in dossier.leden:
        if lid.inwoner == nu.id:
            gezag = lid.gezag
            if mutatie.gezag_onbekend:
                gezag = None
            elif mutatie.gezag is not None:
                gezag = tuple(_ouder(werk, dossier, bsn, nu) for bsn in mutatie.gezag)
            leden.append(lid.gewijzigd(gezag=gezag, minderjarig=nu.minderjarig(vandaag)))
        else:
            leden.append(lid)
    return dossier.gewijzigd(leden=tuple(leden))


def _ouder(werk: Werkeenheid, dossier: Dossier, bsn: str, kind: Inwoner) -> str:
    gevonden = werk.inwoners.met_bsn(bsn)
    if gevonden is None or gevonden.dossier_id != dossier.id:
        raise Mutatiefout("gezag", "een van hen hoort hier niet bij het huishouden; voeg die eerst toe met een melding")
    if gevonden.id == kind.id:
        raise Mutatiefout("gezag", "niemand heeft gezag over zichzelf")
    return gevonden.id


def _gezag(dossier: Dossier, inwoner: str) -> tuple[str, ...] | None:
    return next((lid.gezag for lid in dossier.leden if lid.inwoner == inwoner), None)


def _onderweg(werk: Werkeenheid, was: Dossier, nu: Dossier, inwoner: str) -> tuple[Onderweg, ...]:
    """Return the letters about or to a person in a batch that still runs."""
    over = {inwoner}
    for dossier in (was, nu):
        over |= {lid.inwoner for lid in dossier.leden if inwoner in (lid.gezag or ())}
    zaken = {zaak.id for zaak in werk.zaken.zoek(dossier_id=was.id) if zaak.client_id in over}
    brieven: dict[str, Brief] = {
        brief.id: brief for brief in werk.brieven.zoek(dossier_id=was.id) if brief.zaak_id in zaken
    }
    lopend = werk.batchregels.lopend_in(tuple(brieven)) if brieven else {}
    return tuple(Onderweg(brief, brieven[brief].zaak_id, batch) for brief, batch in sorted(lopend.items()))


def _tekst(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)
