"""Encryption: one data key per dossier, wrapped by the key of the gemeente (DESIGN.md §5, ADR 0007)."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from toegang.errors import OpslagFout
from toegang.storage.fouten import veilig

_VORM = b"\x01"
_NONCE = 12
_SLEUTEL = 32


@dataclass(frozen=True)
class Plek:
    """Where a ciphertext belongs; it can be opened nowhere else (the AAD of AES-GCM)."""

    tabel: str
    rij: str
    kolom: str


class Datasleutel:
    """A key for AES-256-GCM that never shows itself."""

    __slots__ = ("_aes", "_gemeente")

    def __init__(self, sleutel: bytes, gemeente: str) -> None:
        self._aes = AESGCM(sleutel)
        self._gemeente = gemeente

    def __repr__(self) -> str:
        return f"Datasleutel({self._gemeente})"

    def versleutel(self, plek: Plek, tekst: bytes) -> bytes:
        """Encrypt for one place.

        Args:
            plek: table, row and column.
            tekst: the plain bytes.

        Returns:
            Format byte, nonce, ciphertext with tag.
        """
        nonce = secrets.token_bytes(_NONCE)
        return _VORM + nonce + self._aes.encrypt(nonce, tekst, self._aad(plek))

    def ontsleutel(self, plek: Plek, geheim: bytes) -> bytes:
        """Decrypt what :meth:`versleutel` made for the same place.

        Raises:
            OpslagFout: when it was changed, moved, or made with another key.
        """
        try:
            if geheim[:1] != _VORM:
                raise InvalidTag
            return self._aes.decrypt(geheim[1 : 1 + _NONCE], geheim[1 + _NONCE :], self._aad(plek))
        except (InvalidTag, ValueError):
            raise OpslagFout(
                f"Rij {veilig(plek.rij)} van tabel {plek.tabel} (gemeente {self._gemeente}) is niet te ontsleutelen: "
                "buiten Toegang om gewijzigd of verplaatst, of met een andere sleutel gemaakt.",
                vervolg="Controleer het logboek en zet zo nodig een reservekopie terug.",
            ) from None

    def _aad(self, plek: Plek) -> bytes:
        return json.dumps([self._gemeente, plek.tabel, plek.rij, plek.kolom], ensure_ascii=True).encode("ascii")


class Kluis:
    """All keys of one gemeente, each derived for one purpose.

    Args:
        sleutel: the 32 bytes of the key file.
        gemeente: key of the gemeente, e.g. ``zwolle``.
    """

    __slots__ = ("_gemeente", "_subsleutels", "_wortel")

    def __init__(self, sleutel: bytes, gemeente: str) -> None:
        self._wortel = sleutel
        self._gemeente = gemeente
        self._subsleutels: dict[str, bytes] = {}

    def __repr__(self) -> str:
        return f"Kluis({self._gemeente})"

    def nieuwe_dossiersleutel(self, dossier_id: str) -> tuple[Datasleutel, bytes]:
        """Make the data key of a dossier.

        Returns:
            The key, and the same key wrapped, to be stored in the row of the dossier.
        """
        sleutel = secrets.token_bytes(_SLEUTEL)
        ingepakt = self.gemeentesleutel("inpakken").versleutel(_sleutelplek(dossier_id), sleutel)
        return Datasleutel(sleutel, self._gemeente), ingepakt

    def pak_uit(self, dossier_id: str, ingepakt: bytes) -> Datasleutel:
        """Unwrap the data key of a dossier.

        Raises:
            OpslagFout: when the wrapped key was changed, moved or made with another key.
        """
        sleutel = self.gemeentesleutel("inpakken").ontsleutel(_sleutelplek(dossier_id), ingepakt)
        return Datasleutel(sleutel, self._gemeente)

    def pak_om(self, dossier_id: str, ingepakt: bytes, nieuw: Kluis) -> bytes:
        """Return the data key of a dossier, wrapped by other keys of the same gemeente.

        Raises:
            OpslagFout: when the wrapped key was changed, moved or made with another key.
        """
        plek = _sleutelplek(dossier_id)
        sleutel = self.gemeentesleutel("inpakken").ontsleutel(plek, ingepakt)
        return nieuw.gemeentesleutel("inpakken").versleutel(plek, sleutel)

    def logsleutel(self) -> bytes:
        """Return the key of the links of the log, so that they can be checked when these keys have been replaced."""
        return self._subsleutel("logboek")

    def vingerafdruk(self) -> str:
        """Return by what the key file is recognised: it tells nothing of the key, and may be shown."""
        return self._hmac("vingerafdruk", self._gemeente.encode())[:16]

    def gemeentesleutel(self, doel: str) -> Datasleutel:
        """Return the key for what belongs to no dossier (medewerkers, batches) or wraps keys."""
        return Datasleutel(self._subsleutel(doel), self._gemeente)

    def zoekhash(self, tabel: str, kolom: str, waarde: str) -> str:
        """Return the keyed hash by which a row can be found without storing the value."""
        return self._hmac("zoeken", json.dumps([tabel, kolom, waarde]).encode())

    def invoer_hmac(self, invoer: bytes) -> str:
        """Return the keyed hash of the input of a decision, for the trace."""
        return self._hmac("invoer", invoer)

    def log_mac(self, regel: bytes) -> str:
        """Return the MAC of a link of the log."""
        return self._hmac("logboek", regel)

    def onderteken(self, gegevens: bytes) -> tuple[str, str]:
        """Sign what leaves the gemeente, so that anybody with the public key can check it (Ed25519).

        Args:
            gegevens: what is signed.

        Returns:
            The signature and the public key, hexadecimal.
        """
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        sleutel = Ed25519PrivateKey.from_private_bytes(self._subsleutel("ondertekenen"))
        return sleutel.sign(gegevens).hex(), sleutel.public_key().public_bytes_raw().hex()

    def controlegetal(self) -> str:
        """Return a value that is stored in the database to recognise a wrong key at opening."""
        return self._hmac("controle", self._gemeente.encode())

    def _hmac(self, doel: str, gegevens: bytes) -> str:
        return hmac.new(self._subsleutel(doel), gegevens, hashlib.sha256).hexdigest()

    def _subsleutel(self, doel: str) -> bytes:
        if doel not in self._subsleutels:
            # The gemeente is in it as well: the same key file in two places still gives other keys.
            info = f"toegang/v1/{self._gemeente}/{doel}".encode()
            self._subsleutels[doel] = HKDF(SHA256(), _SLEUTEL, salt=None, info=info).derive(self._wortel)
        return self._subsleutels[doel]


def _sleutelplek(dossier_id: str) -> Plek:
    return Plek("dossiers", dossier_id, "sleutel")
