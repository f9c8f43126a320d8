"""Gemeenten on this machine: list, fill in, and go live."""

from __future__ import annotations

from datetime import date
from typing import Any

from toegang.domain.mandaatregister import Registergebrek
from toegang.domain.openstaand import sleutels_voor_termijnen
from toegang.domain.organisatie import OpenSleutel, Opensoort, Organisatie
from toegang.domain.spoor import Oordeel
from toegang.environment import Gemeente, Klok, open_gemeente, wie_handelt
from toegang.errors import Controlefout, NietToegestaan, ToegangFout
from toegang.lifecycle.beleid import toets_beleid
from toegang.lifecycle.mandaatcontrole import controleer_register, vereis_goed_register
from toegang.plugins.hookspoor import is_strikt
from toegang.plugins.laden import laad_plugin
from toegang.plugins.ontdekking import zoek
from toegang.tenancy import Inschrijvingsregel, Register, Stand
from toegang.tenancy.instellingen import VANAF, later
from toegang.tenancy.register import weiger_kloon
from toegang.tenancy.wissel import Wissel, voer_wissel_uit, wissel_stand
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.antwoorden import controleer_antwoord, open_sleutel
from toegang_cli.uitvoering.rechten import over_rollen
from toegang_cli.uitvoering.voorbeeldbrief import sjabloonfouten
from toegang_cli.werkplek import NIETS_OPGESLAGEN, zeg_kop


def lijst(*, als_json: bool) -> None:
    """List the gemeenten; one with a broken plugin or file is listed with the reason."""
    register = Register.standaard()
    rijen = [_lijstregel(regel) for regel in register.regels()]
    rijen += [
        {"gemeente": naam, "titel": None, "stand": "ONVOLTOOID", "plugin": None, "staat_stil": "aansluiten is niet af"}
        for naam in register.onvoltooid()
    ]
    if als_json:
        toon_json({"map": str(register.map), "gemeenten": rijen})
        return
    toon_tabel(
        ("Gemeente", "Naam", "Stand", "Plugin", "Staat stil omdat"),
        [tuple(rij.values()) for rij in rijen],
        leeg=f"In {register.map} is nog geen gemeente aangesloten. Begin met: toegang gemeente aansluiten NAAM",
    )


def controleer(naam: str, *, als_json: bool) -> None:
    """Say what keeps a gemeente from going live.

    Raises:
        Controlefout: something does.
    """
    with open_gemeente(naam) as gemeente:
        zeg_kop(naam, gemeente.stand)
        missend = gemeente.ontbrekende_sleutels()
        gebreken = _registergebreken(gemeente)
        bevindingen = [
            *_bevindingen(gemeente.omgeving.organisatie),
            *sjabloonfouten(gemeente.omgeving),
            *_over_beleid(gemeente, Oordeel.GEWEIGERD),
            *(item.zin for item in gebreken if item.hard),
        ]
        waarschuwingen = [
            *_over_beleid(gemeente, Oordeel.WAARSCHUWING),
            *(item.zin for item in gebreken if not item.hard),
            *over_rollen(gemeente),
        ]
        demo = set(gemeente.demo_antwoorden)
        stand = gemeente.stand
        vrij = [
            item
            for item in sleutels_voor_termijnen(gemeente.omgeving.organisatie)
            if item.soort is Opensoort.GETAL and not gemeente.omgeving.antwoorden.get(item.sleutel, "").strip()
        ]
    straks = later(Register.standaard().lees_instellingen(naam))
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "stand": stand.value,
                "gereed": not missend and not bevindingen,
                "open_sleutels": [_sleutelvelden(item, item.sleutel in demo) for item in missend],
                "mogelijke_sleutels": [_sleutelvelden(item, door_demo=False) for item in vrij],
                "bevindingen": bevindingen,
                "antwoorden_per_datum": [{"sleutel": sleutel, "vanaf": dag} for sleutel, dag, _ in straks],
                "waarschuwingen": waarschuwingen,
            }
        )
    else:
        _toon_open(missend, demo)
        toon(*(f"- {bevinding}" for bevinding in bevindingen))
        toon(*(f"Vanaf {dag.isoformat()} geldt een ander antwoord op {sleutel}." for sleutel, dag, _ in straks))
        toon(*(f"- Let op: {waarschuwing}" for waarschuwing in waarschuwingen))
        if vrij:
            toon(f"Eigen termijnen die u mag instellen, en nog niet heeft: {', '.join(item.sleutel for item in vrij)}.")
    if missend or bevindingen:
        raise Controlefout(
            f"Gemeente {naam} is nog niet gereed: {aantal(len(missend), 'open sleutel', 'open sleutels')}, "
            f"{aantal(len(bevindingen), 'andere bevinding', 'andere bevindingen')}.",
            vervolg=f"Vul een sleutel in met: toegang gemeente instel {naam} SLEUTEL WAARDE",
        )
    if not als_json:
        toon(f"Gemeente {naam} is gereed.")


def open_voor_productie(naam: str, *, proef: bool) -> None:
    """Let a gemeente go live, or say what keeps it from that.

    Raises:
        NietToegestaan: an open key has no answer of a person, the mandate register is an example, or the
            data belong to the one who asks (single-user mode cannot go live).
    """
    register = Register.standaard()
    with open_gemeente(naam, register=register) as gemeente:
        zeg_kop(naam, gemeente.stand)
        if gemeente.stand is Stand.PRODUCTIE:
            toon(f"Gemeente {naam} is al in productie; er was niets te doen.")
            return
        weiger_kloon(register, register.haal(naam).gewijzigd(stand=Stand.PRODUCTIE))
        _toon_open(gemeente.ontbrekende_sleutels(), set(gemeente.demo_antwoorden))
        gemeente.vereis_gereed()
        with gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
            vereis_goed_register(werk, gemeente.omgeving)
        _weiger_een_gebruiker(gemeente)
        if proef:
            toon(f"Gemeente {naam} kan open.")
            zeg(NIETS_OPGESLAGEN)
            return
        pad, opslag = register.paden(naam).instellingen, gemeente.omgeving.opslag
        wissel_stand(pad, opslag, gemeente.actor(), Stand.PRODUCTIE, "gemeente.geopend")
    toon(f"Gemeente {naam} is in productie.")


def stel_in(naam: str, sleutel: str, waarde: str, *, proef: bool, vanaf: str | None = None) -> None:
    """Answer an open key of a gemeente; with a day the former answer keeps holding for the days before it (B-78).

    Raises:
        Invoerfout: the key does not exist here, or the answer has not the right kind.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    dag = lees_dag("--vanaf", vanaf) if vanaf else None
    with open_gemeente(naam, register=register, klok=klok) as gemeente:
        zeg_kop(naam, gemeente.stand)
        controleer_antwoord(gemeente.omgeving.organisatie, open_sleutel(gemeente.omgeving.organisatie, sleutel), waarde)
        gemeente.plugin.organisatie({**gemeente.omgeving.antwoorden, sleutel: waarde.strip()})
        if proef:
            zeg(NIETS_OPGESLAGEN)
            return
        wissel = Wissel(
            sleutel=f"{sleutel}{VANAF}{dag.isoformat()}" if dag else sleutel,
            waarde=lambda _: waarde,
            actie="instelling.gewijzigd",
            detail={"sleutel": sleutel} | ({"vanaf": dag.isoformat()} if dag else {}),
        )
        pad = register.paden(naam).instellingen
        voer_wissel_uit(pad, gemeente.omgeving.opslag, gemeente.actor(), wissel, klok.nu())
    toon(f"Gemeente {naam}: '{sleutel}' is ingevuld{f' vanaf {dag.isoformat()}' if dag else ''}.")
    if dag is None:
        _zeg_wat_later_geldt(register, naam, sleutel, klok.vandaag())


def _zeg_wat_later_geldt(register: Register, naam: str, sleutel: str, vandaag: date) -> None:
    """Say that an answer for a later day goes before the one that was just given."""
    dagen = [dag for deel, dag, _ in later(register.lees_instellingen(naam)) if deel == sleutel]
    for dag in dagen:
        woord = "Sinds" if dag <= vandaag else "Vanaf"
        zeg(f"Let op: {woord} {dag.isoformat()} geldt een later antwoord. Wijzig dat met --vanaf {dag.isoformat()}.")


def _lijstregel(regel: Inschrijvingsregel) -> dict[str, Any]:
    ingeschreven = regel.inschrijving
    if ingeschreven is None:
        return {"gemeente": regel.naam, "titel": None, "stand": None, "plugin": None, "staat_stil": regel.fout}
    plugin, fout = None, None
    try:
        bron = zoek(ingeschreven.plugin)
        plugin = f"{bron.distributie} {bron.versie}"
        laad_plugin(bron).organisatie({})
    except ToegangFout as storing:
        if is_strikt():
            raise
        fout = storing.boodschap
    return {
        "gemeente": regel.naam,
        "titel": ingeschreven.titel,
        "stand": ingeschreven.stand.value,
        "plugin": plugin,
        "staat_stil": fout,
    }


def _toon_open(missend: tuple[OpenSleutel, ...], demo: set[str]) -> None:
    for item in missend:
        toon(f"{item.sleutel} ({item.regel}): {item.vraag}")
        toon(f"    De bron zegt: {item.frase}")
        if item.sleutel in demo:
            toon("    Alleen de demo vulde dit in; dat telt niet.")


def _sleutelvelden(item: OpenSleutel, door_demo: bool) -> dict[str, object]:
    return {**item.model_dump(mode="json"), "alleen_door_demo": door_demo}


def _bevindingen(organisatie: Organisatie) -> list[str]:
    return ["Het mandaatregister is een voorbeeld."] if organisatie.mandaatregister_is_voorbeeld else []


def _over_beleid(gemeente: Gemeente, oordeel: Oordeel) -> list[str]:
    """Return what the rules on policy have against the data, each with its rule (B-30, B-76, B-77, B-78)."""
    gevonden = [item for item in toets_beleid(gemeente.omgeving) if item.oordeel is oordeel]
    return [f"{item.regel} ({item.grondslag}): {item.boodschap}." for item in gevonden]


def _registergebreken(gemeente: Gemeente) -> tuple[Registergebrek, ...]:
    with gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
        return controleer_register(werk, gemeente.omgeving)


def _weiger_een_gebruiker(gemeente: Gemeente) -> None:
    """Refuse to go live when the one who acts owns the data: then nothing keeps people apart (DESIGN.md §5)."""
    if wie_handelt(gemeente.map) == gemeente.map.stat().st_uid:
        raise NietToegestaan(
            f"Gemeente {gemeente.naam} kan niet open: de gegevens zijn van het account waarmee u werkt, dus dit is de "
            "eenpersoonsmodus.",
            vervolg="Laat een dienstaccount eigenaar zijn van de gegevens en werk via sudo.",
        )
