"""The casusteam in general: one person who may assess carries the zaak (W-6), and no more than needed (W-15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from toegang.domain.begrippen import Wet
from toegang.domain.beleid import Besluitroute
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.organisatie import Organisatie
from toegang.domain.organisatiedelen import Team
from toegang.domain.reden import Reden
from toegang.domain.team import Casusteam, Teamlid
from toegang.domain.zaak import Zaak
from toegang.errors import Controlefout, NietToegestaan
from toegang.plugins.keuze import Keuze, Wens, kies
from toegang.plugins.regelgids import geldend, reden
from toegang.plugins.triage import kies_bestemming

VAKREGISTERS = ("SKJ", "BIG")


def team_van_zaak(zaak: Zaak, organisatie: Organisatie, op: date) -> Team:
    """Return the standing team that carries a zaak: the destination of the intake when it takes the zaak.

    Raises:
        Controlefout: no team of this gemeente takes the act; its data have a gap.
    """
    gekozen = organisatie.team(zaak.bestemming) if zaak.bestemming else None
    if gekozen is not None:
        gebied = gekozen.gebieden[0] if gekozen.gebieden else None
        if gekozen.neemt(zaak.wet, zaak.problematiek, gebied, op):
            return gekozen
    ander = kies_bestemming(organisatie, (zaak.wet,), zaak.problematiek, zaak.gebied, op)
    if ander is None:
        raise Controlefout(
            f"Zaak {zaak.id}: geen enkel team van gemeente {organisatie.naam} behandelt {zaak.wet}.",
            vervolg="Vul de teams aan in organisatie.toml (sleutel 'wetten').",
        )
    return ander.team


def vereis_route(zaak: Zaak, organisatie: Organisatie, op: date) -> Besluitroute:
    """Return the besluitroute of a zaak on a day.

    Raises:
        Controlefout: the gemeente has no route for this act.
    """
    route = organisatie.route(zaak.wet, zaak.problematiek, op)
    if route is None:
        raise Controlefout(
            f"Zaak {zaak.id}: gemeente {organisatie.naam} heeft geen besluitroute voor {zaak.wet} op {op.isoformat()}.",
            vervolg="Vul [[besluitroute]] aan in organisatie.toml.",
        )
    return route


def registers_voor(wet: Wet, organisatie: Organisatie) -> tuple[str, ...]:
    """Return the professional registers of which one is required (L-89), as the gemeente narrows them (B-35)."""
    if wet is not Wet.JEUGDWET:
        return ()
    eigen = organisatie.regels.get("B-35")
    return (eigen.lijsten.get("registers", ()) if eigen else ()) or VAKREGISTERS


def bekenden(huishouden: Huishouden) -> tuple[str, ...]:
    """Return the medewerkers whom the household knows already, the first contact first."""
    if huishouden.regie is None:
        return ()
    namen = (huishouden.regie.eerste_aanspreekpunt, huishouden.regie.regisseur, huishouden.regie.indicatieregie)
    return tuple(dict.fromkeys(naam for naam in namen if naam))


def wens_beoordelaar(zaak: Zaak, huishouden: Huishouden, team: Team, gemeente: Gemeentebeeld) -> Wens:
    """Return what the role of assessor asks: a functie of the besluitroute that may assess this act.

    Raises:
        Controlefout: the gemeente has no route for this act.
    """
    organisatie = gemeente.organisatie
    return Wens(
        wet=zaak.wet,
        team=team,
        functies=vereis_route(zaak, organisatie, gemeente.peildatum).voorstel_rol,
        beoordeelt=True,
        gebied=zaak.gebied or huishouden.gebied,
        specialismen=organisatie.specialismen.get(zaak.wet, ()),
        registers=registers_voor(zaak.wet, organisatie),
        bekend=bekenden(huishouden),
    )


def kies_of_weiger(
    zaak: Zaak, kandidaten: tuple[Kandidaat, ...], wens: Wens, gemeente: Gemeentebeeld, *regels: str
) -> Keuze:
    """Choose a person for a role that must be filled.

    Args:
        zaak: the zaak.
        kandidaten: all professionals.
        wens: what the role asks.
        gemeente: organisation, settings and day.
        *regels: rules that make the role necessary, for the message.

    Raises:
        NietToegestaan: nobody may and can; the message counts the obstacles and names the rules.
    """
    keuze = kies(kandidaten, wens, gemeente)
    if keuze.gekozen is not None:
        return keuze
    telling = Counter(item.reden.tekst for item in keuze.gepasseerd)
    waarom = " ".join(f"{tekst} ({aantal} keer)" for tekst, aantal in sorted(telling.items()))
    genoemd = sorted({*regels, *(regel for item in keuze.gepasseerd for regel in item.reden.regels)})
    rol = f"met een geldige registratie ({' of '.join(wens.registers)}) meewerken" if wens.registers else "beoordelen"
    raise NietToegestaan(
        f"Zaak {zaak.id}: niemand in gemeente {gemeente.organisatie.naam} kan nu in {wens.team.naam} {rol} voor "
        f"{zaak.wet}. {waarom or 'Niemand is hiervoor opgeleid.'}"
        + (f" Regels: {', '.join(genoemd)}." if genoemd else ""),
        vervolg="Regel vervanging of voeg een medewerker toe (toegang medewerker lijst).",
    )


def standaardteam(
    zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
) -> Casusteam:
    """Return the smallest team that may do the work: one assessor, and for youth a registered professional.

    Args:
        zaak: the zaak.
        huishouden: the household; whom it knows already goes first.
        kandidaten: all professionals.
        gemeente: organisation, settings and day.

    Raises:
        NietToegestaan: nobody may and can assess, or nobody is registered for a youth zaak (L-89).
        Controlefout: the data of the gemeente have no team or route for this act.
    """
    organisatie = gemeente.organisatie
    team = team_van_zaak(zaak, organisatie, gemeente.peildatum)
    wens = wens_beoordelaar(zaak, huishouden, team, gemeente)
    drager = kies(kandidaten, wens, gemeente)
    keuzes: tuple[Keuze, ...] = (drager,)
    if drager.gekozen is None:
        drager = kies_of_weiger(zaak, kandidaten, replace(wens, registers=()), gemeente)
        keuzes = (drager, *_geregistreerde(zaak, kandidaten, wens, drager, gemeente))
    leden = tuple(keuze.als_lid(*((zaak.wet,) if keuze is drager else ())) for keuze in keuzes)
    gekozen = {lid.medewerker for lid in leden}
    gepasseerd = {item.medewerker: item for keuze in reversed(keuzes) for item in keuze.gepasseerd}
    return Casusteam(
        team=team.id,
        leden=leden,
        gepasseerd=tuple(item for naam, item in sorted(gepasseerd.items()) if naam not in gekozen),
        reden=_teamreden(zaak, team, organisatie),
    )


def uitgebreid(
    basis: Casusteam,
    keuzes: Iterable[Keuze],
    waarom: Reden,
    *,
    leden: tuple[Teamlid, ...] = (),
    adviseurs: tuple[Teamlid, ...] = (),
) -> Casusteam:
    """Return a team with other people beside it; who became a member is no longer passed over.

    Args:
        basis: the team so far.
        keuzes: the choices that were made for the new roles.
        waarom: why this team.
        leden: all members, in order; empty = those of ``basis``.
        adviseurs: who advises and assesses nothing.
    """
    over = {item.medewerker: item for keuze in keuzes for item in keuze.gepasseerd}
    over |= {item.medewerker: item for item in basis.gepasseerd}
    erbij = {lid.medewerker for lid in (*(leden or basis.leden), *adviseurs)}
    return basis.gewijzigd(
        leden=leden or basis.leden,
        adviseurs=adviseurs,
        gepasseerd=tuple(item for naam, item in sorted(over.items()) if naam not in erbij),
        reden=waarom,
    )


def _geregistreerde(
    zaak: Zaak, kandidaten: tuple[Kandidaat, ...], wens: Wens, drager: Keuze, gemeente: Gemeentebeeld
) -> tuple[Keuze, ...]:
    """Choose a registered colleague beside an assessor who is not registered (L-89), if that is asked."""
    if not wens.registers or drager.gekozen is None:
        return ()
    naast = replace(wens, functies=(), beoordeelt=False, niet=(drager.gekozen.id,))
    regels = geldend(gemeente.organisatie, "L-89", "B-35")
    return (kies_of_weiger(zaak, kandidaten, naast, gemeente, *regels),)


def _teamreden(zaak: Zaak, team: Team, organisatie: Organisatie) -> Reden:
    regels = ["W-2", "W-6", "S-7", "Z-1", "B-29"]
    regels += ["L-89", "B-35"] if zaak.wet is Wet.JEUGDWET else []
    regels += ["L-100", "B-75"] if zaak.wet is Wet.PARTICIPATIEWET else []
    verlegd = zaak.bestemming is not None and zaak.bestemming != team.id
    code = "TEAM_BIJ_WET" if verlegd else "TEAM_VAN_BESTEMMING"
    tekst = f"{team.naam} behandelt deze vraag; er komt niet meer dan nodig is bij."
    feiten = {"wet": zaak.wet, "problematiek": zaak.problematiek, "gebied": zaak.gebied or "onbekend"}
    return reden(code, tekst, geldend(organisatie, *regels), feiten)
