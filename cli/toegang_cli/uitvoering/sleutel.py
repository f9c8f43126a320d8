"""Replace the key of a gemeente, and keep a sealed copy of it elsewhere."""

from __future__ import annotations

import json
import sys
from getpass import getpass
from pathlib import Path

from toegang.environment import Klok, wie_handelt
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.storage import Actor
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf_nieuw
from toegang.storage.borg import BORG, lees_borg, maak_borg, open_borg
from toegang.storage.kluis import Kluis
from toegang.storage.sleutels import lees_sleutel
from toegang.storage.sleutelwissel import wissel_sleutel
from toegang.tenancy import Register, Stand
from toegang.tenancy.afsluitjournaal import weiger_afsluitend
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_velden, zeg
from toegang_cli.uitvoering.antwoorden import bevestig, kan_vragen
from toegang_cli.werkplek import NIETS_OPGESLAGEN


def wissel(naam: str, *, ja: bool, proef: bool, als_json: bool) -> None:
    """Give a gemeente a new key.

    Raises:
        NietToegestaan: she is in production, and there is no copy of the present key for her older backups.
        Conflict: she is being taken off this machine.
        OpslagFout: the log is not whole, or something cannot be written.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    ingeschreven, paden = register.haal(naam), register.paden(naam)
    weiger_afsluitend(register, naam)  # her export opens with the key of now
    if geborgd_op(register, naam, klok) is None:
        raad = "Zonder kopie van de huidige sleutel zijn haar oudere reservekopieën straks niet meer te lezen."
        if ingeschreven.stand is Stand.PRODUCTIE:
            raise NietToegestaan(raad, vervolg=f"Eerst: toegang gemeente sleutel borg {naam} --naar BESTAND")
        zeg(f"Let op: {raad}")
    if not proef:
        bevestig(naam, f"Gemeente {naam} krijgt een nieuwe sleutel; de oude wordt hier gewist.", ja=ja)
    actor = Actor(uid=wie_handelt(paden.map))
    rapport = wissel_sleutel(paden.database, paden.sleutel, naam, actor, klok.nu, proef=proef)
    if als_json:
        toon_json({"gewisseld": not proef, **rapport.model_dump(mode="json")})
    else:
        toon(f"De sleutel van gemeente {naam} {'kan worden gewisseld' if proef else 'is gewisseld'}.")
        toon_velden(
            {
                "Dossiersleutels": aantal(rapport.dossiers, "opnieuw ingepakt", "opnieuw ingepakt"),
                "Andere rijen": aantal(rapport.rijen, "opnieuw versleuteld", "opnieuw versleuteld"),
                "Zoekcodes": aantal(rapport.hashes, "opnieuw berekend", "opnieuw berekend"),
            }
        )
    if proef:
        zeg(NIETS_OPGESLAGEN)
        return
    zeg(
        f"Volgende stap: toegang gemeente sleutel borg {naam} --naar BESTAND",
        f"Daarna: toegang gemeente reservekopie {naam}",
        "Let op: die vervangt de sleutelring. Reservekopieën van hiervoor opent u alleen nog met de oude sleutel en de "
        "sleutelring van nu; bewaar die twee dan eerst.",
    )


def borg(naam: str, naar: Path, *, proef: bool, als_json: bool) -> None:
    """Write a sealed copy of the key, and record that it is there.

    Raises:
        Invoerfout: the passphrase is too short, or was not typed twice the same.
        Conflict: the file exists, or lies among the data.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    register.haal(naam)
    paden, doel = register.paden(naam), naar.absolute()
    if doel.resolve().is_relative_to(register.map.resolve()):
        raise Conflict(
            f"{doel} ligt bij de gegevens zelf; een kopie daar helpt niet als de schijf stuk is.",
            vervolg="Kies een andere plek, liefst op een ander apparaat.",
        )
    if doel.exists():
        raise Conflict(f"{doel} bestaat al en wordt niet overschreven.", vervolg="Kies een andere naam.")
    if proef:
        toon(f"De kopie van de sleutel van {naam} komt in {doel}.")
        zeg(NIETS_OPGESLAGEN)
        return
    gemaakt = maak_borg(paden.sleutel, naam, _wachtzin(nieuw=True), doel)
    feit = {"vingerafdruk": gemaakt.vingerafdruk, "op": klok.nu().isoformat()}
    with register.opslag(naam, klok.nu) as opslag, opslag.werk(Actor(uid=wie_handelt(paden.map))) as werk:
        werk.kenmerken[BORG] = json.dumps(feit)
        werk.log("gemeente.sleutel-geborgd", detail={"vingerafdruk": gemaakt.vingerafdruk})
        werk.commit()
    if als_json:
        toon_json({"gemaakt": True, "bestand": doel, "vingerafdruk": gemaakt.vingerafdruk})
        return
    toon(f"De sleutel van gemeente {naam} staat versleuteld in {doel}, en is daaruit terug te halen.")
    zeg("Bewaar het bestand op een andere plek dan de gegevens, en de wachtzin ergens anders dan het bestand.")


def uit_borg(bestand: Path, naar: Path, *, proef: bool, als_json: bool) -> None:
    """Get a key out of a sealed copy.

    Raises:
        Invoerfout: it is another passphrase, or the file was changed.
        Conflict: there is a file at the place already.
    """
    verzegeld = lees_borg(bestand)
    sleutel = open_borg(verzegeld, _wachtzin(nieuw=False))
    if proef:
        zeg(NIETS_OPGESLAGEN)
    else:
        schrijf_nieuw(naar.absolute(), sleutel, GEKOZEN_PLEK)
    velden = {"gemeente": verzegeld.gemeente, "vingerafdruk": verzegeld.vingerafdruk}
    if als_json:
        toon_json({"geschreven": not proef, **velden})
        return
    toon(f"De sleutel van gemeente {verzegeld.gemeente} {'past bij de wachtzin' if proef else f'staat in {naar}'}.")


def geborgd_op(register: Register, naam: str, klok: Klok) -> str | None:
    """Return when a copy of the present key was made; ``None`` when there is none.

    Raises:
        OpslagFout: her database or key cannot be used.
    """
    paden = register.paden(naam)
    with register.opslag(naam, klok.nu) as opslag, opslag.werk(Actor(uid=0), alleen_lezen=True) as werk:
        ruw = werk.kenmerken.get(BORG)
    if ruw is None:
        return None
    feit = json.loads(ruw)
    past = feit["vingerafdruk"] == Kluis(lees_sleutel(paden.sleutel), naam).vingerafdruk()
    return str(feit["op"])[:10] if past else None


def _wachtzin(*, nieuw: bool) -> str:
    """Ask the passphrase without showing it, a new one twice; or read it from standard input."""
    if not kan_vragen():
        return sys.stdin.readline().rstrip("\r\n")
    eerste = getpass("Wachtzin: ", stream=sys.stderr)
    if nieuw and getpass("Nog een keer: ", stream=sys.stderr) != eerste:
        raise Invoerfout("De twee wachtzinnen zijn niet gelijk. Er is niets gemaakt.")
    return eerste
