"""Regie in general: the mode follows from the household, and it never gets a second regisseur."""

from __future__ import annotations

from toegang.domain.begrippen import Regiemodus, Zelfregie
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.reden import Reden
from toegang.domain.regie import Regietoewijzing
from toegang.domain.team import Casusteam
from toegang.domain.zaak import Zaak
from toegang.plugins.regelgids import geldend, reden

OVERDRACHT = "OVERDRACHT"
"""A reason whose code starts so says that regie goes to somebody else (W-13)."""


def modus_en_grond(huishouden: Huishouden, gemeente: Gemeentebeeld) -> tuple[Regiemodus, str]:
    """Return how far regie goes, and on which ground.

    A resident who took the regie keeps it as long as the household can lead, whatever the standard of the gemeente
    is: a next zaak takes it from nobody (D-10). Regie is taken over only when the household cannot lead (well) itself
    and the gemeente lists the ground (D-13). Without a listed ground it gets support, or a coach when it cannot lead
    at all.
    """
    beleid = gemeente.organisatie.regie
    if huishouden.kan_zelf_regie_voeren:
        return (
            (Regiemodus.ZELF, "HUISHOUDEN_KAN_ZELF") if _zittend_inwoner(huishouden) else (beleid.standaard, "KAN_ZELF")
        )
    gronden = [grond for grond in beleid.gronden_overname if grond in huishouden.bijzonderheden]
    if gronden:
        return Regiemodus.OVERGENOMEN, gronden[0]
    if huishouden.zelfregie is Zelfregie.KAN_MET_STEUN:
        return Regiemodus.ONDERSTEUND, "KAN_MET_STEUN"
    return Regiemodus.GECOACHT, "KAN_NIET"


def indicatieregisseur(zaak: Zaak, huishouden: Huishouden, team: Casusteam) -> str | None:
    """Return who guards the indication: the assessor of this zaak; what was placed stays (B-40, B-41)."""
    if huishouden.regie is not None and huishouden.regie.indicatieregie is not None:
        return huishouden.regie.indicatieregie
    beoordelaars = team.beoordelaars(zaak.wet)
    return beoordelaars[0].medewerker if beoordelaars else None


def _zittend_inwoner(huishouden: Huishouden) -> str | None:
    return huishouden.regie.inwoner if huishouden.regie is not None else None


def regisserend_inwoner(zaak: Zaak, huishouden: Huishouden) -> str | None:
    """Return which member of a household that steers itself is its regisseur (D-10).

    Who was regisseur already; else the client, when grown up; else who has gezag over the client; else nobody, which
    a rule may refuse.
    """
    if (zittend := _zittend_inwoner(huishouden)) is not None:
        return zittend
    client = next((lid for lid in huishouden.leden if lid.inwoner == zaak.client_id), None)
    if client is None or client.minderjarig is False:
        return client.inwoner if client else None
    volwassen = {lid.inwoner for lid in huishouden.leden if lid.minderjarig is False}
    return next((ouder for ouder in client.gezag or () if ouder in volwassen), None)


def verlegde_coordinatie(huishouden: Huishouden) -> str | None:
    """Return who coordinates the daily help when that was moved away from the regisseur (B-41)."""
    regie = huishouden.regie
    return regie.coordinatie if regie is not None and regie.coordinatie != regie.regisseur else None


def heeft_casemanager(huishouden: Huishouden, gemeente: Gemeentebeeld) -> bool:
    """Tell whether a casemanager is due: more than one professional, client not able to lead well (B-25)."""
    regel = bool(geldend(gemeente.organisatie, "B-25"))
    return regel and huishouden.aantal_professionals > 1 and not huishouden.kan_zelf_regie_voeren


def standaardregie(zaak: Zaak, huishouden: Huishouden, team: Casusteam, gemeente: Gemeentebeeld) -> Regietoewijzing:
    """Return the regie that follows from the household and the data of the gemeente.

    Args:
        zaak: the zaak that raises the question.
        huishouden: the household; a regisseur that it has stays (W-13).
        team: the casusteam of the zaak.
        gemeente: organisation, settings and day.
    """
    modus, grond = modus_en_grond(huishouden, gemeente)
    zittend = huishouden.regie.regisseur if huishouden.regie else None
    regisseur = None if modus is Regiemodus.ZELF else zittend or team.drager.medewerker
    casemanager = (regisseur or team.drager.medewerker) if heeft_casemanager(huishouden, gemeente) else None
    return Regietoewijzing(
        modus=modus,
        regisseur=regisseur,
        indicatieregie=indicatieregisseur(zaak, huishouden, team),
        coordinatie=verlegde_coordinatie(huishouden) or regisseur,
        casemanager=casemanager,
        eerste_aanspreekpunt=regisseur or team.drager.medewerker,
        grond=grond,
        inwoner=regisserend_inwoner(zaak, huishouden) if modus is Regiemodus.ZELF else None,
        reden=_reden(modus, grond, zittend, huishouden, gemeente),
    )


_TEKST = {
    Regiemodus.ZELF: "Het huishouden voert zelf de regie.",
    Regiemodus.ONDERSTEUND: "Het huishouden stuurt, met ondersteuning van één vaste persoon.",
    Regiemodus.GECOACHT: "Het huishouden stuurt, met één vaste persoon als coach.",
    Regiemodus.OVERGENOMEN: "De regie is overgenomen op een grond die de gemeente heeft vastgelegd.",
}


def _reden(
    modus: Regiemodus, grond: str, zittend: str | None, huishouden: Huishouden, gemeente: Gemeentebeeld
) -> Reden:
    eigen = {Regiemodus.ZELF: ("S-13",), Regiemodus.OVERGENOMEN: ("D-13",)}.get(modus, ("Z-17", "D-12"))
    regels = ["W-13", *eigen, "B-40", "B-41"]
    regels += ["B-25"] if heeft_casemanager(huishouden, gemeente) else []
    code, tekst = str(modus), _TEKST[modus]
    if modus is Regiemodus.ZELF and zittend is not None:
        code, tekst = f"{OVERDRACHT}_NAAR_INWONER", "Het huishouden kan weer zelf sturen; de regisseur draagt over."
    elif zittend is not None:
        code, tekst = f"ZITTENDE_REGISSEUR_{modus}", f"{tekst} De regisseur van dit huishouden blijft."
    feiten = {"zelfregie": huishouden.zelfregie, "professionals": huishouden.aantal_professionals, "grond": grond}
    return reden(code, tekst, geldend(gemeente.organisatie, *regels), feiten)
