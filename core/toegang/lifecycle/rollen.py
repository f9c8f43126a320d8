"""Giving somebody a role beside those of the functie, and taking it back; dated, with who did it."""

from __future__ import annotations

from datetime import date, timedelta

from toegang.domain.medewerker import Medewerker
from toegang.domain.rollen import VAN_MEDEWERKER, Rol, Roltoekenning, in_woorden, toegekend
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.rolverdeling import Bevoegdheid, rollen_van
from toegang.storage import Actor, Werkeenheid


def geef_rol(
    omgeving: Omgeving,
    actor: Actor,
    wie: Bevoegdheid,
    medewerker: str,
    rol: Rol,
    van: date,
    tot: date | None,
    *,
    productie: bool,
) -> Roltoekenning:
    """Give a medewerker a role.

    A teamleider gives every role. A beheerder names the first teamleider, and the FG.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        wie: what roles the actor has.
        medewerker: id of who gets it.
        rol: the role.
        van: first day; not in the past.
        tot: last day; ``None`` = until it is taken back.
        productie: the gemeente is in production, where rights are asked and nobody gives oneself a role.

    Raises:
        NietToegestaan: the actor may not give this role, or gives it to himself; or the FG would get other work.
        Invoerfout: the days are not right, or BEHEER is no role of a medewerker.
        Conflict: the medewerker has it on those days, or is not in service.
        NietGevonden: the medewerker does not exist.
    """
    if rol not in VAN_MEDEWERKER:
        raise Invoerfout(
            "Beheer hoort bij een account, niet bij een medewerker.",
            vervolg="Gebruik: toegang gemeente beheerder NAAM --erbij NUMMER",
        )
    if van < omgeving.vandaag():
        raise Invoerfout("Een rol gaat niet in op een dag die voorbij is.", vervolg="Kies vandaag of later.")
    if tot is not None and tot < van:
        raise Invoerfout("De laatste dag ligt voor de eerste.", vervolg="Verwissel --vanaf en --tot.")
    with omgeving.werk(actor) as werk:
        mens = werk.medewerkers.haal(medewerker)
        if productie:
            _vereis_recht(omgeving, werk, wie, mens, rol)
        _vereis_ruimte(omgeving, mens, rol, van, tot)
        nieuw = Roltoekenning(rol=rol, van=van, tot=tot, door=actor.uid, op=omgeving.vandaag())
        werk.medewerkers.bewaar(mens.gewijzigd(rollen=(*mens.rollen, nieuw)))
        detail = {"medewerker": mens.id, "rol": rol.value, "van": van.isoformat()}
        werk.log("rol.gegeven", detail=detail | ({"tot": tot.isoformat()} if tot else {}))
        werk.commit()
    return nieuw


def neem_rol(
    omgeving: Omgeving, actor: Actor, wie: Bevoegdheid, medewerker: str, rol: Rol, laatste: date, *, productie: bool
) -> Roltoekenning:
    """Take a role back that was given; what was done with it stays.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        wie: what roles the actor has.
        medewerker: id of who had it.
        rol: the role.
        laatste: last day on which it holds; the day before its first day undoes it.
        productie: as in :func:`geef_rol`.

    Raises:
        NietToegestaan: the actor may not take this role.
        Conflict: it was not given, or follows from the functie; or it was used and would be undone.
        NietGevonden: the medewerker does not exist.
    """
    vandaag = omgeving.vandaag()
    if laatste < vandaag - timedelta(days=1):
        raise Invoerfout("Een rol eindigt niet op een dag die voorbij is.", vervolg="Kies vandaag of later.")
    with omgeving.werk(actor) as werk:
        mens = werk.medewerkers.haal(medewerker)
        if productie:
            _vereis_recht(omgeving, werk, wie, mens, rol, ook_zichzelf=True)
        oud = next((item for item in mens.rollen if item.rol is rol and (item.tot or date.max) >= vandaag), None)
        if oud is None:
            heeft = rollen_van(mens, omgeving.organisatie, vandaag).get(rol)
            raad = f"Zij volgt uit de gegevens van de gemeente ({heeft})." if heeft else "Er verandert niets."
            raise Conflict(f"Aan {mens.id} is de rol {rol.lower()} niet gegeven.", vervolg=raad)
        if oud.tot is not None and laatste > oud.tot:
            raise Conflict(
                f"De rol {rol.lower()} van {mens.id} eindigt al op {oud.tot.isoformat()}.",
                vervolg="Langer geeft u haar met: toegang medewerker geef-rol",
            )
        nieuw = oud.gewijzigd(tot=laatste, ingetrokken_door=actor.uid, ingetrokken_op=vandaag)
        rollen = tuple(nieuw if item == oud else item for item in mens.rollen)
        werk.medewerkers.bewaar(mens.gewijzigd(rollen=rollen))
        werk.log("rol.genomen", detail={"medewerker": mens.id, "rol": rol.value, "tot": laatste.isoformat()})
        werk.commit()
    return nieuw


def _vereis_recht(
    omgeving: Omgeving, werk: Werkeenheid, wie: Bevoegdheid, mens: Medewerker, rol: Rol, *, ook_zichzelf: bool = False
) -> None:
    if not ook_zichzelf and mens.account is not None and mens.account.uid == wie.uid:
        raise NietToegestaan("U kunt uzelf geen rol geven.", vervolg="Laat een andere teamleider dit doen.")
    if Rol.TEAMLEIDER in wie.rollen:
        return
    teamleiders = sorted(
        ander.id
        for ander in werk.medewerkers.zoek()
        if ander.account is not None and Rol.TEAMLEIDER in rollen_van(ander, omgeving.organisatie, omgeving.vandaag())
    )
    if rol is Rol.FG or (rol is Rol.TEAMLEIDER and not teamleiders):
        return
    raise NietToegestaan(
        f"Een beheerder geeft of neemt alleen de rol van FG, en die van de eerste teamleider; niet {rol.lower()}.",
        vervolg=f"Vraag het aan {', '.join(teamleiders[:5])}."
        if teamleiders
        else "Geef eerst iemand de rol van teamleider, en koppel een account.",
    )


def _vereis_ruimte(omgeving: Omgeving, mens: Medewerker, rol: Rol, van: date, tot: date | None) -> None:
    if not mens.in_dienst_op(van):
        raise Conflict(
            f"Medewerker {mens.id} is op {van.isoformat()} niet in dienst.",
            vervolg=f"Bekijk de dagen: toegang medewerker toon {mens.id} -g {omgeving.naam}",
        )
    for item in mens.rollen:
        if item.rol is rol and item.van <= (tot or date.max) and van <= (item.tot or date.max):
            raise Conflict(
                f"Medewerker {mens.id} heeft de rol {rol.lower()} dan al.",
                vervolg=f"Neem haar eerst terug: toegang medewerker neem-rol {mens.id} {rol.lower()}",
            )
    # The FG has no task that conflicts with keeping watch (AVG art. 38 lid 6; nog te toetsen).
    ander = {*rollen_van(mens, omgeving.organisatie, van), *toegekend(mens.rollen, van)} - {rol}
    if (rol is Rol.FG and ander) or Rol.FG in ander:
        raise NietToegestaan(
            f"De FG heeft geen andere rol: {mens.id} zou ook {in_woorden(ander | {rol})} zijn (AVG artikel 38 lid 6; "
            "nog te toetsen).",
            vervolg="Kies een ander, of geef deze medewerker eerst de functie van FG.",
        )
