"""Signatures that outlive the key of a gemeente (Ed25519): made with a key for one occasion, which she vouches for."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_LENGTE = 32


def nieuwe_tekensleutel() -> str:
    """Return a new private key, hexadecimal."""
    return secrets.token_hex(_LENGTE)


def openbaar(tekensleutel: str) -> str:
    """Return the public key of a private one, hexadecimal."""
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(tekensleutel)).public_key().public_bytes_raw().hex()


def onderteken(tekensleutel: str, gegevens: bytes) -> str:
    """Return the signature over bytes, hexadecimal."""
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(tekensleutel)).sign(gegevens).hex()


def klopt(openbare_sleutel: object, handtekening: object, gegevens: bytes) -> bool:
    """Tell whether a signature belongs to bytes and a public key; both hexadecimal."""
    try:
        sleutel = Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(openbare_sleutel)))
        sleutel.verify(bytes.fromhex(str(handtekening)), gegevens)
    except (InvalidSignature, ValueError):
        return False
    return True
