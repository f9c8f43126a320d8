"""Ask the questions of the past again, of another plugin, and show what comes out otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from toegang.domain.reden import Reden
from toegang.environment import BEVESTIGD, Klok
from toegang.errors import Afsluitcode, Invoerfout, PluginFout, ToegangFout
from toegang.hookspecs import BESLISHAKEN, GROEP_GEMEENTEN
from toegang.lifecycle.proefcontext import Proefbeeld
from toegang.lifecycle.proefdraai import VERSCHIL, Proefuitkomst, Uitslag, draai_proef, verzamel
from toegang.lifecycle.waarom import ASPECTEN
from toegang.plugins.ontdekking import Inschrijving, zoek
from toegang.plugins.proefplugin import Proefplugin, vind_proefplugin
from toegang.plugins.proefproces import Proefproces
from toegang.tenancy import Register
from toegang.tenancy.instellingen import antwoorden_op
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_velden, zeg
from toegang_cli.werkplek import leesplek, zaaknummer

VORM = "toegang.proefdraai/1"
_HAAK_VAN = {aspect: hook for aspect, hook in ASPECTEN.items() if hook in BESLISHAKEN}
_ASPECT_VAN = {hook: aspect for aspect, hook in _HAAK_VAN.items()}
_WOORD = {
    Uitslag.GELIJK: "zelfde uitkomst",
    Uitslag.ANDERE_REDEN: "zelfde uitkomst, andere reden",
    Uitslag.ANDERS: "andere uitkomst",
    Uitslag.GEWEIGERD: "zou worden geweigerd",
    Uitslag.ONBRUIKBAAR: "onbruikbaar antwoord",
    Uitslag.MISLUKT: "geen antwoord",
    Uitslag.NIET_NA_TE_SPELEN: "niet na te spelen",
}
_HOE = (
    "Elke vraag is beoordeeld op de dag van toen, met de organisatiegegevens van deze plugin, de antwoorden die de "
    "gemeente voor die dag gaf en de wet zoals Toegang haar nu kent. Er is niets opgeslagen."
)


def proefdraai(
    naam: str,
    verwijzing: str,
    *,
    zaken: str | None,
    haak: str | None,
    sinds: str | None,
    als: str | None,
    als_json: bool,
) -> int:
    """Run another plugin over past questions.

    Args:
        naam: key of the gemeente.
        verwijzing: name of an installed plugin, or path of a folder, a wheel or an ``organisatie.toml``.
        zaken: zaaknummers with commas; ``None`` = all.
        haak: word or name of a hook; ``None`` = all five.
        sinds: first day of judging.
        als: medewerker that a trial user plays.
        als_json: as JSON.

    Returns:
        The exit code: 6 when an outcome differs, 3 when only part could be asked again, else 0.

    Raises:
        PluginFout: the plugin cannot be loaded, or nothing can be asked again.
        Invoerfout: a zaak, hook, day or file is not right.
    """
    nummers = [zaaknummer(deel.strip()) for deel in (zaken or "").split(",") if deel.strip()]
    haken = [_haak(haak)] if haak else []
    vanaf = lees_dag("--sinds", sinds) if sinds else None
    register = Register.standaard()
    instellingen = register.lees_instellingen(naam)
    with leesplek(naam, als) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        vragen = verzamel(werk, nummers, haken, vanaf)
        mensen = werk.medewerkers.zoek()
    bevestigd = antwoorden_op(instellingen, Klok.van_machine().vandaag()).get(BEVESTIGD, "").split()

    def antwoorden(dag: date) -> dict[str, str]:
        return antwoorden_op(instellingen, dag)

    with vind_proefplugin(verwijzing, _huidig(register.haal(naam).plugin)) as plugin, Proefproces(plugin, naam) as p:
        beeld = Proefbeeld(naam, mensen)
        uitkomsten = list(draai_proef(vragen, p, antwoorden, beeld, frozenset(bevestigd)))
    if all(item.uitslag is Uitslag.NIET_NA_TE_SPELEN for item in uitkomsten):
        raise PluginFout(
            "Er is geen beslissing die opnieuw kan worden voorgelegd.",
            vervolg="Wat er werd gevraagd, wordt bewaard sinds deze versie; ruimer kiezen kan ook helpen.",
        )
    if als_json:
        toon_json(_velden(naam, plugin, uitkomsten))
    else:
        _toon(naam, plugin, uitkomsten)
    return _code(uitkomsten)


def _huidig(naam: str) -> Inschrijving:
    """Return the present plugin; when it is gone a trial of another one must still be possible."""
    try:
        return zoek(naam, GROEP_GEMEENTEN)
    except ToegangFout:
        return Inschrijving(naam, GROEP_GEMEENTEN, "?", "?", "")


def _haak(tekst: str) -> str:
    hook = _HAAK_VAN.get(tekst.lower(), tekst)
    if hook not in BESLISHAKEN:
        raise Invoerfout("De waarde van --haak is geen haak.", vervolg=f"Kies uit: {', '.join(_HAAK_VAN)}.")
    return hook


def _code(uitkomsten: Sequence[Proefuitkomst]) -> int:
    uitslagen = {item.uitslag for item in uitkomsten}
    if uitslagen & VERSCHIL:
        return int(Afsluitcode.CONTROLE)
    return int(Afsluitcode.DEELS if Uitslag.NIET_NA_TE_SPELEN in uitslagen else Afsluitcode.OK)


def _velden(naam: str, plugin: Proefplugin, uitkomsten: Sequence[Proefuitkomst]) -> dict[str, Any]:
    return {
        "vorm": VORM,
        "gemeente": naam,
        "plugin": {"distributie": plugin.distributie, "versie": plugin.versie, "andere_data": bool(plugin.organisatie)},
        "hoe": _HOE,
        "totaal": {uitslag.value: getal for uitslag, getal in _tel(uitkomsten).items()},
        "beslissingen": [_uitkomst(item) for item in uitkomsten],
    }


def _uitkomst(item: Proefuitkomst) -> dict[str, Any]:
    return {
        "spoor": item.spoor.id,
        "zaak": item.spoor.zaak_id,
        "haak": item.spoor.hook,
        "op": item.op,
        "uitslag": item.uitslag.value,
        "verschillen": [{"veld": deel.veld, "toen": deel.toen, "nu": deel.nu} for deel in item.verschillen],
        "reden_toen": item.spoor.reden.model_dump(mode="json"),
        "reden_nu": item.reden.model_dump(mode="json") if item.reden else None,
        "plugin_toen": f"{item.spoor.plugin} {item.spoor.plugin_versie}",
        "plugin_nu": f"{item.door.plugin} {item.door.versie}" if item.door else None,
        "geweigerd_door": [toets.model_dump(mode="json") for toets in item.geweigerd],
        "nieuwe_waarschuwingen": [toets.model_dump(mode="json") for toets in item.waarschuwingen],
        "toelichting": item.toelichting,
    }


def _tel(uitkomsten: Sequence[Proefuitkomst]) -> dict[Uitslag, int]:
    geteld = Counter(item.uitslag for item in uitkomsten)
    return {uitslag: geteld[uitslag] for uitslag in Uitslag if geteld[uitslag]}


def _toon(naam: str, plugin: Proefplugin, uitkomsten: Sequence[Proefuitkomst]) -> None:
    zaken = {item.spoor.zaak_id for item in uitkomsten if item.spoor.zaak_id}
    wat = f"{aantal(len(uitkomsten), 'beslissing', 'beslissingen')} in {aantal(len(zaken), 'zaak', 'zaken')}"
    zeg(f"Proefdraai van {plugin.naam} op {wat} van gemeente {naam}.")
    for item in uitkomsten:
        if item.uitslag is not Uitslag.GELIJK:
            _toon_uitkomst(item)
    toon_velden({woord.capitalize(): getal for woord, getal in _totaal(uitkomsten)})
    zeg(_HOE)


def _totaal(uitkomsten: Sequence[Proefuitkomst]) -> list[tuple[str, int]]:
    return [(_WOORD[uitslag], getal) for uitslag, getal in _tel(uitkomsten).items()]


def _toon_uitkomst(item: Proefuitkomst) -> None:
    waar = item.spoor.zaak_id or f"melding {item.spoor.melding_id}"
    dag = f", {item.op.isoformat()}" if item.op else ""
    toon(f"{waar}, {_ASPECT_VAN[item.spoor.hook]}{dag}: {_WOORD[item.uitslag]}")
    for deel in item.verschillen:
        toon_velden({f"   {deel.veld}": f"toen: {deel.toen}\nnu:   {deel.nu}"})
    toon_velden(
        {
            "   Reden toen": f"{_reden(item.spoor.reden)} [{item.spoor.plugin} {item.spoor.plugin_versie}]",
            "   Reden nu": f"{_reden(item.reden)} [{item.door.plugin} {item.door.versie}]"
            if item.reden and item.door
            else None,
            "   Omdat": item.toelichting,
        }
    )
    for toets in item.geweigerd:
        toon_velden({"   Geweigerd door": f"{toets.regel} ({toets.grondslag}): {toets.boodschap}"})
    for toets in item.waarschuwingen:
        toon_velden({"   Let op": f"{toets.regel} ({toets.grondslag}): {toets.boodschap}"})
    toon("")


def _reden(reden: Reden | None) -> str:
    return f"{reden.tekst} ({', '.join((reden.code, *reden.regels))})" if reden else ""
