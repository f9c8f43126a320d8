"""Proof of destruction: what went, on which ground, by whom, signed so that anybody can check it later (L-153)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from toegang.domain.vernietiging import Lijststand, Lijststap, Vernietigingslijst
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor

VORM = "toegang.vernietigingsverklaring/1"
_WIJZE = (
    "De sleutel van het dossier is vernietigd, en met hem elk leesbaar gegeven in de database; bestanden met brieven "
    "zijn verwijderd. Het logboek noemt de zaaknummers nog en blijft controleerbaar. Een reservekopie van voor deze "
    "dag opent het dossier niet meer zodra er een nieuwe is gemaakt."
)


def verklaring(omgeving: Omgeving, actor: Actor, lijst_id: str) -> dict[str, Any]:
    """Return the signed proof that a list was carried out.

    Args:
        omgeving: the gemeente.
        actor: who asks.
        lijst_id: the list.

    Returns:
        The proof as JSON values: what is stated, its signature and the public key.

    Raises:
        Conflict: nothing was destroyed on this list.
    """
    with omgeving.werk(actor) as werk:
        lijst = werk.vernietigingslijsten.haal(lijst_id)
        if lijst.stand is not Lijststand.VERNIETIGD:
            raise Conflict(
                f"Lijst {lijst.id} is {lijst.stand.value.lower()}; er is niets vernietigd om te verklaren.",
                vervolg=f"Bekijk de lijst: toegang archief vernietiging toon {lijst.id}",
            )
        inhoud = _inhoud(omgeving, lijst)
        handtekening, sleutel = werk.kluis.onderteken(_bytes(inhoud))
    return {"vorm": VORM, "inhoud": inhoud, "handtekening": handtekening, "openbare_sleutel": sleutel}


def controleer_verklaring(gegevens: object) -> bool:
    """Tell whether a proof is as it was signed.

    Args:
        gegevens: what :func:`verklaring` returned, read back from a file.

    Raises:
        Invoerfout: it is no proof of destruction.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not isinstance(gegevens, Mapping) or gegevens.get("vorm") != VORM:
        raise Invoerfout("Dit is geen verklaring van vernietiging.", vervolg="Noem het bestand dat Toegang schreef.")
    try:
        sleutel = Ed25519PublicKey.from_public_bytes(bytes.fromhex(gegevens["openbare_sleutel"]))
        sleutel.verify(bytes.fromhex(gegevens["handtekening"]), _bytes(gegevens["inhoud"]))
    except (InvalidSignature, KeyError, TypeError, ValueError):
        return False
    return True


def _inhoud(omgeving: Omgeving, lijst: Vernietigingslijst) -> dict[str, Any]:
    uitgevoerd, vastgesteld = lijst.gedaan(Lijststap.VERNIETIG), lijst.gedaan(Lijststap.STEL_VAST)
    assert uitgevoerd is not None
    assert vastgesteld is not None
    return {
        "gemeente": omgeving.organisatie.naam,
        "lijst": lijst.id,
        "peildatum": lijst.peildatum.isoformat(),
        "vernietigd_op": uitgevoerd.op.isoformat(),
        "grondslag": "Archiefwet 1995, artikel 3; Selectielijst gemeenten en intergemeentelijke organen 2020",
        "wijze": _WIJZE,
        "stappen": [stap.model_dump(mode="json") for stap in lijst.stappen],
        "zaken": [item.model_dump(mode="json") for post in lijst.te_vernietigen for item in post.items],
        "gebleven": [{"zaken": post.zaken, "waarom": post.uitgezonderd} for post in lijst.posten if post.uitgezonderd],
    }


def _bytes(inhoud: Any) -> bytes:
    return json.dumps(inhoud, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
