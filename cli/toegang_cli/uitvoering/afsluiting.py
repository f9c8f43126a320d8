"""Take a gemeente off this machine, and check the proof that she is gone."""

from __future__ import annotations

from pathlib import Path

from toegang.environment import VASTE_DAG, Klok, wie_handelt
from toegang.errors import Controlefout, Invoerfout, NietToegestaan
from toegang.storage import Actor
from toegang.tenancy import Register, Stand
from toegang.tenancy.afsluiten import controleer_aanvraag, controleer_wissen, trek_in, vraag_aan, wis
from toegang.tenancy.afsluitjournaal import Afsluiting, Afsluitstand, lees_afsluiting, map_van
from toegang.tenancy.plaats import Plaats
from toegang.tenancy.wisverklaring import controleer_wisverklaring
from toegang_cli.invoer import lees_gegevens
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_velden, zeg
from toegang_cli.uitvoering.antwoorden import bevestig
from toegang_cli.werkplek import NIETS_OPGESLAGEN


def afsluiten(naam: str, export: Path | None, *, intrekken: bool, ja: bool, proef: bool, als_json: bool) -> None:
    """Ask, withdraw, or wipe: what comes next.

    Raises:
        Conflict: the day has not come, or the export would be in the way.
        Invoerfout: no export was named, or it was not confirmed.
        NietToegestaan: somebody set the day while she is in production.
        OpslagFout: the export is not right, or something cannot be wiped.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    loopt = lees_afsluiting(register, naam)
    klaar = sorted(map_van(register, naam).glob("verklaring-*.json"))
    if loopt is None and klaar and not register.paden(naam).inschrijving.exists():
        toon(f"Gemeente {naam} is hier al gewist; de verklaring staat in {klaar[-1]}.")
        return
    if loopt is None or loopt.stand is Afsluitstand.WACHT:
        _weiger_vaste_dag(register, naam, klok)
    if intrekken:
        _trek_in(register, naam, klok, proef=proef, als_json=als_json)
    elif loopt is None:
        _vraag_aan(register, naam, export, klok, ja=ja, proef=proef, als_json=als_json)
    else:
        _wis(register, loopt, export, klok, ja=ja, proef=proef, als_json=als_json)


def controleer_verklaring(bestand: Path, *, als_json: bool) -> None:
    """Check the signatures under a proof.

    Raises:
        Controlefout: it was changed.
        Invoerfout: it is no proof, or cannot be read.
    """
    gegevens = lees_gegevens(bestand)
    goed = controleer_wisverklaring(gegevens)
    if als_json:
        toon_json({"klopt": goed, "openbare_sleutel": gegevens["machtiging"]["openbare_sleutel"] if goed else None})
    if not goed:
        raise Controlefout(
            "Deze verklaring klopt niet: zij is gewijzigd, of niet door de gemeente ondertekend.",
            vervolg="Vraag het bestand opnieuw op bij wie de gemeente wiste.",
        )
    if not als_json:
        inhoud = gegevens["inhoud"]
        toon(f"De verklaring klopt: gemeente {inhoud['gemeente']} is gewist op {inhoud['gewist_op']}.")
        toon(
            f"Ondertekend met openbare sleutel {gegevens['machtiging']['openbare_sleutel']}.",
            "Of het die van de gemeente was, vraagt u na; wie een eigen sleutel maakt, kan alles ondertekenen.",
        )


MINST_DAGEN = 7
"""Days in which somebody may still notice that a gemeente in production is about to be wiped; ours, no law says it."""


def _vraag_aan(
    register: Register, naam: str, export: Path | None, klok: Klok, *, ja: bool, proef: bool, als_json: bool
) -> None:
    register.haal(naam)
    if export is None:
        raise Invoerfout(
            "Noem waar de export komt.",
            vervolg=f"toegang gemeente afsluiten {naam} --export /andere-schijf/{naam}.export",
        )
    export, dagen = export.absolute(), Plaats().afsluiten_dagen
    if register.haal(naam).stand is Stand.PRODUCTIE and dagen < MINST_DAGEN:
        raise NietToegestaan(
            f"Een gemeente in productie wacht minstens {MINST_DAGEN} dagen voor zij gewist wordt.",
            vervolg="Zet TOEGANG_AFSLUITEN_DAGEN hoger, of laat het weg.",
        )
    controleer_aanvraag(register, naam, export)
    paden = register.paden(naam)
    zeg(
        f"Gemeente {naam} gaat van deze machine. Nu: een export op de plek die u noemt, en de gemeente gaat dicht.",
        f"Na {aantal(dagen, 'dag', 'dagen')}: haar database, brieven ({paden.map}), reservekopieën en sleutel "
        "worden gewist.",
    )
    if proef:
        toon_json({"aangevraagd": False}) if als_json else toon(f"Gemeente {naam} kan worden afgesloten.")
        zeg(NIETS_OPGESLAGEN)
        return
    bevestig(naam, f"Gemeente {naam} wordt afgesloten.", ja=ja)
    actor = Actor(uid=wie_handelt(paden.map))
    loopt = vraag_aan(register, naam, export, actor, klok.nu, klok.vandaag(), dagen)
    if als_json:
        toon_json({"aangevraagd": True, **_velden(loopt)})
    else:
        toon(f"Gemeente {naam} is dicht. Vanaf {loopt.wissen_vanaf.isoformat()} kan zij gewist worden.")
        toon_velden(
            {"Export": export, "sha256": loopt.export_sha256, "Rijen": loopt.rijen, "Logregels": loopt.logregels}
        )
    zeg(
        f"Bewaar de export en een kopie van {paden.sleutel} apart van elkaar: zonder sleutel is de export niet te "
        "lezen, en hier wordt zij straks gewist.",
        f"Toch niet? toegang gemeente afsluiten {naam} --trek-in",
    )


def _trek_in(register: Register, naam: str, klok: Klok, *, proef: bool, als_json: bool) -> None:
    if proef:
        zeg(NIETS_OPGESLAGEN)
        return
    trek_in(register, naam, Actor(uid=wie_handelt(register.paden(naam).map)), klok.nu)
    if als_json:
        toon_json({"ingetrokken": True})
        return
    toon(f"Gemeente {naam} wordt niet afgesloten en is weer open.")
    zeg("De export bestaat nog; verwijder hem als hij niet nodig is.")


def _wis(
    register: Register, loopt: Afsluiting, export: Path | None, klok: Klok, *, ja: bool, proef: bool, als_json: bool
) -> None:
    naam = loopt.gemeente
    plek = (export or Path(loopt.export)).absolute()
    controleer_wissen(register, naam, plek, klok.vandaag())
    if proef:
        toon(f"Gemeente {naam} kan gewist worden.")
        zeg(NIETS_OPGESLAGEN)
        return
    if loopt.stand is Afsluitstand.WACHT:
        bevestig(naam, f"Alles van gemeente {naam} op deze machine wordt gewist; dat is niet terug te draaien.", ja=ja)
    else:
        zeg("Het wissen was begonnen en gaat verder.")
    actor = Actor(uid=wie_handelt(register.map))
    verklaring = wis(register, naam, plek, actor, klok.nu, klok.vandaag(), na_stap=lambda wat: zeg(f"  {wat}: gewist"))
    if als_json:
        toon_json({"gewist": True, "verklaring": verklaring})
        return
    toon(f"Gemeente {naam} is gewist. De ondertekende verklaring staat in {verklaring}.")


def _weiger_vaste_dag(register: Register, naam: str, klok: Klok) -> None:
    if klok.vaste_dag is not None and register.haal(naam).stand is Stand.PRODUCTIE:
        raise NietToegestaan(
            f"Gemeente {naam} is in productie; {VASTE_DAG} mag dan niet gezet zijn.", vervolg=f"unset {VASTE_DAG}"
        )


def _velden(loopt: Afsluiting) -> dict[str, object]:
    return loopt.model_dump(
        mode="json",
        include={"gemeente", "gevraagd_op", "wissen_vanaf", "export", "export_sha256", "rijen", "logregels"},
    )
