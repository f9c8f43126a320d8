"""Make a clone of a gemeente for test and training."""

from __future__ import annotations

from toegang.environment import Klok, wie_handelt
from toegang.errors import Invoerfout
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang.tenancy.kloon import controleer_kloon
from toegang.tenancy.kloon import kloon as maak_kloon
from toegang.tenancy.kloonwoorden import kloonwoorden
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_velden, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN


def kloon(naam: str, naar: str, *, anoniem: bool, proef: bool, als_json: bool) -> None:
    """Make a clone with made-up people.

    Raises:
        Invoerfout: it was not said that the people are to be made up, or the name cannot be.
        Conflict: there is something at that name.
        OpslagFout: something in the files has no anonymous form, or a place cannot be used; nothing was made.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    register.haal(naam)
    if not anoniem:
        raise Invoerfout(
            "Een kloon met echte personen maakt Toegang niet.",
            vervolg="Geef --anoniem. Wilt u de gemeente verhuizen, gebruik dan: toegang gemeente exporteer",
        )
    controleer_kloon(register, naam, naar)
    woorden = kloonwoorden(register, naam, klok.vandaag())
    actor = Actor(uid=wie_handelt(register.paden(naam).map))
    rapport = maak_kloon(register, naam, naar, woorden, actor, klok.nu, proef=proef)
    if als_json:
        toon_json({"gemaakt": not proef, **rapport.model_dump(mode="json")})
    else:
        over = f"van gemeente {naam}, met verzonnen personen"
        toon(f"Kloon {naar} {'kan gemaakt worden' if proef else 'is gemaakt'} {over}.")
        toon_velden({tabel: str(telling) for tabel, telling in sorted(rapport.rijen.items())})
    if rapport.zonder_bsn:
        zeg(f"Zonder bsn: {aantal(rapport.zonder_bsn, 'persoon', 'personen')}; de testreeks van de RvIG was op.")
    zeg(
        "Iemand die een zaak goed kent, kan haar aan product, leeftijd en verloop misschien nog herkennen. Behandel de "
        "kloon daarom als gegevens van de gemeente: alleen voor wie daar oefent of test."
    )
    zeg(NIETS_OPGESLAGEN if proef else f"Volgende stap: toegang doctor -g {naar}")
