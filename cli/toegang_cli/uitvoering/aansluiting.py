"""Connect a gemeente on this machine, or take an unfinished connection back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from toegang.domain.gemeenten import gemeenten
from toegang.environment import Klok, aansluitopdracht, open_gemeente, wie_handelt
from toegang.errors import Invoerfout
from toegang.plugins.laden import laad_plugin
from toegang.plugins.ontdekking import zoek
from toegang.storage import Actor
from toegang.tenancy import Aansluitopdracht, Aansluitplan, Aansluitstap, Herkomst, Instelling, Register, aansluiten
from toegang.tenancy.aansluiten import maak_plan
from toegang.tenancy.journaal import Opslagsoort
from toegang.tenancy.ongedaan import maak_ongedaan, plan_ongedaan
from toegang_cli.uitvoer import aantal, toon, toon_velden, zeg
from toegang_cli.uitvoering.antwoorden import Antwoorden, bevestig, kan_vragen, lees_antwoorden, vraag_antwoorden
from toegang_cli.werkplek import NIETS_OPGESLAGEN


def sluit_gemeente_aan(naam: str, *, proef: bool, antwoorden: Path | None, geen_vragen: bool) -> None:
    """Connect a gemeente, or show the plan for it.

    Args:
        naam: name of the plugin, and of the gemeente.
        proef: only show the plan.
        antwoorden: file with the RSIN and answers to open keys.
        geen_vragen: ask nothing, also when somebody sits at the terminal.

    Raises:
        Invoerfout: an answer does not fit, or code and name are not one gemeente; nothing was changed then.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    register.paden(naam)  # refuses what can be no name, before any plugin is looked for
    organisatie = laad_plugin(zoek(naam)).organisatie({})
    gelezen = lees_antwoorden(antwoorden, organisatie)
    opdracht = aansluitopdracht(naam, register, rsin=gelezen.rsin)
    let_op = _tegen_de_lijst(opdracht, klok.vandaag())
    plan = maak_plan(register, opdracht)
    _toon_plan(plan, register, let_op)
    if proef:
        zeg(NIETS_OPGESLAGEN)
        return
    actor = Actor(uid=wie_handelt(register.map))
    if plan.al_klaar:
        toon(f"Gemeente {naam} is al aangesloten; er was niets te doen.")
    else:
        _voer_uit(plan, register, actor, klok)
    nieuw = dict(gelezen.antwoorden)
    if antwoorden is None and not geen_vragen and kan_vragen():
        bekend = {sleutel: item.waarde for sleutel, item in register.lees_instellingen(naam).items()}
        nieuw = vraag_antwoorden(organisatie, bekend)
    _bewaar(naam, register, Antwoorden(antwoorden=nieuw), klok)
    zeg(f"Volgende stap: toegang gemeente controleer {naam}")


def maak_aansluiten_ongedaan(naam: str, *, proef: bool, ja: bool) -> None:
    """Remove what an unfinished onboarding left.

    Raises:
        Conflict: the gemeente is connected, or other files are in the way.
        Invoerfout: there is nothing to take back, or it was not confirmed.
    """
    register = Register.standaard()
    plan = plan_ongedaan(register, naam)
    toon(f"Begonnen door uid {plan.begonnen_door}. Dit wordt weggehaald:")
    toon(*(f"  {pad}" for pad in plan.bestanden))
    if plan.database:
        toon(f"  de database en de rol op de server: {plan.database}")
    if proef:
        zeg(NIETS_OPGESLAGEN)
        return
    bevestig(naam, f"De half aangesloten gemeente {naam} wordt weggehaald.", ja=ja)
    maak_ongedaan(register, naam)
    toon(f"Van de aansluiting van {naam} is niets meer over.")


def _voer_uit(plan: Aansluitplan, register: Register, actor: Actor, klok: Klok) -> None:
    totaal, naam = len(plan.stappen), plan.opdracht.naam

    def na_stap(stap: Aansluitstap) -> None:
        zeg(f"  {stap.nummer}/{totaal} {stap.omschrijving}: klaar")

    klaar = aansluiten(register, plan.opdracht, actor, klok.nu, na_stap=na_stap)
    toon(f"Gemeente {naam} is aangesloten, als proef.")
    toon(f"Bewaar een kopie van {klaar.bewaar} op een andere, veilige plek: zonder sleutel is niets te lezen.")
    toon(f"Dat kan met een wachtzin: toegang gemeente sleutel borg {naam} --naar BESTAND")


def _bewaar(naam: str, register: Register, gelezen: Antwoorden, klok: Klok) -> None:
    """Keep the answers that are new, with who gave them and when; those of before stay."""
    nu = {sleutel: item.waarde for sleutel, item in register.lees_instellingen(naam).items()}
    anders = {sleutel: waarde.strip() for sleutel, waarde in gelezen.antwoorden.items() if nu.get(sleutel) != waarde}
    if not anders:
        return
    with open_gemeente(naam, register=register, klok=klok) as gemeente:
        gemeente.plugin.organisatie({**gemeente.omgeving.antwoorden, **anders})
        actor = gemeente.actor()
        with gemeente.omgeving.werk(actor) as werk:
            for sleutel in anders:
                werk.log("instelling.gewijzigd", detail={"sleutel": sleutel})
            werk.commit()
    door, op = str(actor.uid), klok.nu()
    register.bewaar_instellingen(
        naam,
        {
            sleutel: Instelling(waarde=waarde, door=door, op=op, herkomst=Herkomst.MENS)
            for sleutel, waarde in anders.items()
        },
    )
    toon(f"{aantal(len(anders), 'open sleutel is', 'open sleutels zijn')} ingevuld.")


def _tegen_de_lijst(opdracht: Aansluitopdracht, vandaag: date) -> str:
    """Compare code and name with the official list.

    Returns:
        A warning when the code is not in it, which a gemeente that is yet to come is not.

    Raises:
        Invoerfout: the code is that of another gemeente.
    """
    zelfde = [item for item in gemeenten() if item.code == opdracht.code]
    if not zelfde:
        return f"Code {opdracht.code} staat niet in de officiële lijst van gemeenten."
    namen = {item.naam for item in zelfde}
    if opdracht.titel not in namen:
        raise Invoerfout(
            f"Code {opdracht.code} is van {', '.join(sorted(namen))}, niet van {opdracht.titel}.",
            vervolg="Herstel naam of gemeentecode in organisatie.toml van de plugin. Er is niets gewijzigd.",
        )
    if not any(item.bestaat_op(vandaag) for item in zelfde):
        return f"Gemeente {opdracht.titel} ({opdracht.code}) bestaat vandaag niet, volgens de officiële lijst."
    return ""


def _toon_plan(plan: Aansluitplan, register: Register, let_op: str) -> None:
    opdracht = plan.opdracht
    paden = register.paden(opdracht.naam)
    server = ""
    if opdracht.opslag is Opslagsoort.POSTGRESQL:
        from toegang.storage.postgres_server import Server, lees_gegevens

        bestaand = paden.postgres.exists()
        server = (
            f"PostgreSQL op {lees_gegevens(paden.postgres).server if bestaand else Server(register.postgres).plaats}"
        )
    toon_velden(
        {
            "Gemeente": f"{opdracht.titel} ({opdracht.code})",
            "RSIN": opdracht.rsin,
            "Plugin": opdracht.plugin,
            "Map": register.map,
            "Database": server or f"een eigen bestand, {paden.sqlite.name}",
        }
    )
    if let_op:
        toon(f"Let op: {let_op}")
    if plan.hervat:
        toon("Een eerdere aansluiting was niet af; zij gaat verder waar zij bleef.")
    toon(*(f"  {stap.nummer}. {stap.omschrijving}{' (al gedaan)' if stap.gedaan else ''}" for stap in plan.stappen))
    toon("Andere gemeenten en bestanden blijven zoals zij zijn.")
