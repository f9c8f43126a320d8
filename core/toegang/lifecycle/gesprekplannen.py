"""Step 4, before the gesprek: the appointment, and the invitation that tells of it (L-51, L-52, B-39)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.datums import datum_voluit
from toegang.domain.gespreksmap import Afspraak, Afspraakplek
from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.mensen import medewerker_uit
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import UITNODIGING, brieven_van, laat_vervallen, leg_procesbrief_klaar
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Actor, Werkeenheid

_MET_ADRES = (Afspraakplek.KANTOOR, Afspraakplek.ELDERS)


class Afspraakverzoek(Waarde):
    """An appointment as it is handed in.

    Args:
        op: day of the gesprek.
        tijd: time of day, e.g. ``10:30``.
        plek: where.
        adres: where exactly; for KANTOOR and ELDERS.
        met: medewerker id of who holds it; empty when that is not known yet.
    """

    op: date
    tijd: str = Field(pattern=r"^([01]?\d|2[0-3])[:.][0-5]\d$")
    plek: Afspraakplek = Afspraakplek.THUIS
    adres: str = Field(default="", max_length=200)
    met: str = ""


def plan_gesprek(omgeving: Omgeving, actor: Actor, zaak_id: str, verzoek: Afspraakverzoek) -> Afspraak:
    """Make an appointment for a gesprek, or move it, and put the invitation in line.

    Args:
        omgeving: the gemeente.
        actor: who plans.
        zaak_id: zaaknummer.
        verzoek: day, time and place.

    Returns:
        The appointment.

    Raises:
        Conflict: this line has no gesprek, it was held already, or this is the appointment that stands.
        Invoerfout: the day is over, the place has no address, or the medewerker does not exist.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        _vereis_voor_gesprek(zaak)
        _controleer(werk, omgeving, verzoek)
        dossier = werk.dossiers.haal(zaak.dossier_id)
        vorige = dossier.gespreksmap.afspraak(zaak.id)
        uren, _, minuten = verzoek.tijd.replace(".", ":").partition(":")
        afspraak = Afspraak(
            id=nieuw_id("AF"),
            zaak_id=zaak.id,
            **dict(verzoek) | {"tijd": f"{uren.zfill(2)}:{minuten}", "adres": " ".join(verzoek.adres.split())},
            gemaakt_op=omgeving.vandaag(),
            gemaakt_door=werk.actor.medewerker or "",
        )
        if vorige is not None and _zelfde(vorige, afspraak):
            raise Conflict(f"Deze afspraak staat al in zaak {zaak.id}.", vervolg="Er is niets gewijzigd.")
        if vorige is not None:
            laat_vervallen(werk, zaak, vorige.id)
        map_ = dossier.gespreksmap
        werk.dossiers.bewaar(dossier.gewijzigd(gespreksmap=map_.gewijzigd(afspraken=(*map_.afspraken, afspraak))))
        leg_procesbrief_klaar(werk, omgeving, zaak, UITNODIGING, afspraak.id)
        detail = {"afspraak": afspraak.id, "op": afspraak.op.isoformat(), "plek": afspraak.plek.value}
        werk.log("gesprek.gepland", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    return afspraak


def zeg_gesprek_af(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Afspraak:
    """Call an appointment off; an invitation that waits is dropped.

    Raises:
        Conflict: there is no appointment.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        dossier = werk.dossiers.haal(zaak.dossier_id)
        map_, staand = dossier.gespreksmap, dossier.gespreksmap.afspraak(zaak.id)
        if staand is None:
            raise Conflict(
                f"In zaak {zaak.id} staat geen gesprek gepland.",
                vervolg=f"Plan het met: toegang gesprek plan {zaak.id} --op DATUM --tijd 10:30",
            )
        nieuw = staand.gewijzigd(vervallen_op=omgeving.vandaag())
        rest = tuple(nieuw if item.id == staand.id else item for item in map_.afspraken)
        werk.dossiers.bewaar(dossier.gewijzigd(gespreksmap=map_.gewijzigd(afspraken=rest)))
        laat_vervallen(werk, zaak, staand.id)
        werk.log("gesprek.afgezegd", zaak=zaak.id, dossier=zaak.dossier_id, detail={"afspraak": staand.id})
        werk.commit()
    return nieuw


def was_eerder_uitgenodigd(werk: Werkeenheid, afspraak: Afspraak, eerder: tuple[Afspraak, ...]) -> bool:
    """Tell whether the resident was told of another day before: then the letter says that it moved."""
    oud = [item for item in eerder if item.zaak_id == afspraak.zaak_id and item.id != afspraak.id]
    return any(not brief.wacht for item in oud for brief in brieven_van(werk, item.zaak_id, item.id))


def _vereis_voor_gesprek(zaak: Zaak) -> None:
    stappen = LEVENSLOOP[zaak.wet]
    if Stap.GESPREK not in stappen:
        raise Conflict(
            f"Zaak {zaak.id} ({zaak.wet}) kent geen gesprek.",
            vervolg=f"Bekijk de zaak met: toegang zaak toon {zaak.id}",
        )
    if not zaak.open or any(item.stap is Stap.GESPREK for item in zaak.stappen):
        raise Conflict(
            f"In zaak {zaak.id} is het gesprek al geweest, of de zaak is gesloten.",
            vervolg=f"Bekijk de zaak met: toegang zaak toon {zaak.id}",
        )


def _controleer(werk: Werkeenheid, omgeving: Omgeving, verzoek: Afspraakverzoek) -> None:
    if verzoek.op < omgeving.vandaag():
        raise Invoerfout(
            f"Een gesprek plannen kan niet op {datum_voluit(verzoek.op)}; die dag is voorbij.",
            vervolg="Kies een dag vanaf vandaag, of leg het verslag vast van een gesprek dat al is geweest.",
        )
    if verzoek.plek in _MET_ADRES and not verzoek.adres.strip():
        raise Invoerfout(
            "De inwoner moet weten waar het gesprek is.",
            vervolg="Noem het gebouw en het adres met --adres, of kies een andere plek.",
        )
    if verzoek.met:
        medewerker_uit(werk, "met", verzoek.met)


def _zelfde(een: Afspraak, ander: Afspraak) -> bool:
    return all(getattr(een, veld) == getattr(ander, veld) for veld in ("op", "tijd", "plek", "adres", "met"))
