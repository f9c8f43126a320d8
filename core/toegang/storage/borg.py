"""A copy of the key of a gemeente to keep elsewhere, under a passphrase: useless to who has only the file."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pydantic import Field, ValidationError

from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout, OpslagFout
from toegang.storage.bestanden import GEKOZEN_PLEK, als_opslagfout, schrijf_nieuw
from toegang.storage.kluis import Kluis
from toegang.storage.sleutels import LENGTE, lees_sleutel

VORM = "toegang.borg/1"
MIN_WACHTZIN = 12
"""Characters; a short sentence is easier to remember than a hard word."""
BORG = "sleutel.borg"
"""Fact of the database: by what the key is recognised of which a copy was made."""
_ZOUT, _NONCE, _N = 16, 12, 2**16


class Borg(Waarde):
    """The file.

    Args:
        vorm: kind and version.
        gemeente: whose key it is.
        vingerafdruk: by what the key is recognised.
        zout: salt, hexadecimal.
        n: cost of scrypt (r = 8, p = 1).
        nonce: hexadecimal.
        geheim: the sealed key, hexadecimal.
    """

    vorm: str = Field(pattern=f"^{VORM}$")
    gemeente: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    vingerafdruk: str = Field(pattern=r"^[0-9a-f]{16}$")
    zout: str = Field(pattern=r"^[0-9a-f]{32}$")
    n: int = Field(ge=2**14, le=2**20)
    nonce: str = Field(pattern=r"^[0-9a-f]{24}$")
    geheim: str = Field(pattern=r"^[0-9a-f]{96}$")


def maak_borg(sleutel: Path, gemeente: str, wachtzin: str, doel: Path) -> Borg:
    """Write a sealed copy of a key, and open it again to be sure.

    Args:
        sleutel: key file.
        gemeente: whose key it is.
        wachtzin: passphrase; whoever loses it has no copy.
        doel: the file; must not exist.

    Raises:
        Invoerfout: the passphrase is too short.
        Conflict: the file exists.
        OpslagFout: the key cannot be read or the file not be written.
    """
    if len(wachtzin) < MIN_WACHTZIN:
        raise Invoerfout(
            f"De wachtzin is te kort; gebruik minstens {MIN_WACHTZIN} tekens.", vervolg="Een korte zin werkt goed."
        )
    echt, zout, nonce = lees_sleutel(sleutel), secrets.token_bytes(_ZOUT), secrets.token_bytes(_NONCE)
    afdruk = Kluis(echt, gemeente).vingerafdruk()
    geheim = AESGCM(_afgeleid(wachtzin, zout, _N)).encrypt(nonce, echt, _aad(gemeente, afdruk))
    borg = Borg(
        vorm=VORM,
        gemeente=gemeente,
        vingerafdruk=afdruk,
        zout=zout.hex(),
        n=_N,
        nonce=nonce.hex(),
        geheim=geheim.hex(),
    )
    schrijf_nieuw(doel, (json.dumps(borg.model_dump(), indent=2) + "\n").encode(), GEKOZEN_PLEK)
    if open_borg(lees_borg(doel), wachtzin) != echt:
        raise OpslagFout(f"De kopie in {doel} is niet terug te lezen.", vervolg="Kies een andere plek.")
    return borg


def lees_borg(pad: Path) -> Borg:
    """Read a sealed copy; it stays sealed.

    Raises:
        OpslagFout: it cannot be read, or is none.
    """
    with als_opslagfout("De kopie van de sleutel lezen", pad, GEKOZEN_PLEK):
        ruw = pad.read_bytes()
    try:
        return Borg.model_validate_json(ruw)
    except ValidationError:
        raise OpslagFout(
            f"{pad} is geen kopie van een sleutel.", vervolg="Noem het bestand van 'sleutel borg'."
        ) from None


def open_borg(borg: Borg, wachtzin: str) -> bytes:
    """Return the key in a sealed copy.

    Raises:
        Invoerfout: it is another passphrase, or the file was changed.
    """
    try:
        sleutel = AESGCM(_afgeleid(wachtzin, bytes.fromhex(borg.zout), borg.n)).decrypt(
            bytes.fromhex(borg.nonce), bytes.fromhex(borg.geheim), _aad(borg.gemeente, borg.vingerafdruk)
        )
    except InvalidTag:
        raise Invoerfout("De wachtzin past niet bij dit bestand, of het bestand is gewijzigd.") from None
    return sleutel


def _afgeleid(wachtzin: str, zout: bytes, n: int) -> bytes:
    return Scrypt(salt=zout, length=LENGTE, n=n, r=8, p=1).derive(wachtzin.encode())


def _aad(gemeente: str, afdruk: str) -> bytes:
    return json.dumps([VORM, gemeente, afdruk]).encode()
