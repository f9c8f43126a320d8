"""Submissions of Open Formulieren as its registration plugin ``generic_json`` sends them.

A submission is an object with ``values``, ``values_schema``, ``metadata`` and ``metadata_schema``. The form decides
which names stand under ``values``; a translation says which field of ours each is. Nothing is thrown
away: what has no field goes with the melding, and is reported by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toegang_cli.inname.velden import Veldfout, bouw_aanmelding, lees_veld
from toegang_cli.inname.vertaling import NEGEER, Formulier, Vertaling, als_tekst

_ONTVANGEN = ("completed_on", "submitted_on", "submission_date", "registration_timestamp", "now", "today")
"""Where the day of receipt may stand in the metadata, the moment of sending in first (L-36)."""
_INGELOGD = ("auth_type", "auth_bsn")
_GEZIN = {"partners": "PARTNER", "kinderen": "KIND"}


@dataclass(frozen=True)
class Vertaald:
    """A submission in our fields.

    Args:
        gegevens: what an Aanmelding is made of.
        onbekend: names in the form that have no field of ours; their content is kept.
        bronnen: our field → name in the form, for messages.
    """

    gegevens: dict[str, Any]
    onbekend: tuple[str, ...]
    bronnen: Mapping[str, str]


def is_formulier(inhoud: Any) -> bool:
    """Tell whether a record is such a submission."""
    return isinstance(inhoud, dict) and isinstance(inhoud.get("values"), dict) and "leden" not in inhoud


def vertaal(inhoud: Mapping[str, Any], vertaling: Vertaling) -> Vertaald:
    """Turn a submission into our fields.

    Args:
        inhoud: the submission.
        vertaling: of the gemeente.

    Raises:
        Veldfout: a value cannot be read, or the key, the day or the act is nowhere to be found.
    """
    metadata = inhoud.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    formulier = vertaling.voor(str(metadata.get("form_name", "")), str(metadata.get("form_id", "")))
    rij: dict[str, Any] = {}
    bronnen: dict[str, str] = {}
    gezin: list[dict[str, Any]] = []
    overig: list[tuple[str, str]] = []
    onbekend: list[str] = []
    for naam, waarde in _bladeren(inhoud["values"]):
        veld = formulier.veld_voor(naam) or formulier.veld_voor(naam.rpartition(".")[2])
        if veld == NEGEER or waarde in (None, "", [], {}):
            continue
        if veld in _GEZIN and isinstance(waarde, list):
            gezin += _gezinsleden(veld, waarde, formulier)
        elif veld is None or veld in _GEZIN or _is_bijlage(waarde) or not _past(rij, veld, waarde, formulier):
            overig.append((naam, als_tekst(waarde) if _is_simpel(waarde) else json.dumps(waarde, ensure_ascii=False)))
            onbekend.append(naam)
        else:
            rij[veld] = lees_veld(veld, formulier.waarde_voor(veld, als_tekst(waarde)))
            bronnen[veld] = naam
    for veld, tekst in formulier.vast.items():
        rij.setdefault(veld, lees_veld(veld, tekst))
    _uit_metadata(rij, metadata)
    overig += [(f"metadata.{naam}", als_tekst(metadata[naam])) for naam in ("form_name",) if metadata.get(naam)]
    return Vertaald(bouw_aanmelding(_rijen(rij, gezin, formulier), overig), tuple(onbekend), bronnen)


def _uit_metadata(rij: dict[str, Any], metadata: Mapping[str, Any]) -> None:
    """Complete what the form did not ask: key, day, channel, and that somebody logged in."""
    if "bsn" not in rij and metadata.get("auth_bsn"):
        rij["bsn"] = lees_veld("bsn", str(metadata["auth_bsn"]))
    if "kenmerk" not in rij:
        kenmerk = metadata.get("public_reference") or metadata.get("submission_id")
        if not kenmerk:
            raise Veldfout("metadata.public_reference", "ontbreekt; zo is een dubbele inzending niet te zien")
        rij["kenmerk"] = str(kenmerk)
    if "ontvangen_op" not in rij:
        moment = next((metadata[naam] for naam in _ONTVANGEN if metadata.get(naam)), None)
        if moment is None:
            raise Veldfout("metadata.registration_timestamp", "ontbreekt; de dag van ontvangst is niet bekend")
        rij["ontvangen_op"] = lees_veld("ontvangen_op", str(moment))
    rij.setdefault("kanaal", "WEBFORMULIER")
    if any(metadata.get(naam) for naam in _INGELOGD):
        rij.setdefault("ondertekend", True)
    if langs := [str(rij.pop(naam)) for naam in ("telefoon", "email") if naam in rij]:
        rij.setdefault("bereikbaar", ", ".join(langs))


def _rijen(rij: dict[str, Any], gezin: list[dict[str, Any]], formulier: Formulier) -> list[dict[str, Any]]:
    """Return one row per person; the question is about who filled in the form, or about the children."""
    if formulier.voor == "CLIENT":
        return [rij, *gezin]
    kinderen = [lid for lid in gezin if lid["rol"] == "KIND"]
    if not kinderen:
        raise Veldfout("kinderen", "het formulier gaat over een kind, maar noemt er geen")
    vraag = {veld: rij.pop(veld) for veld in ("wet", "product", "woorden", "gespecialiseerd", "taak") if veld in rij}
    rij.setdefault("rol", "OUDER")
    return [rij, *({**lid, **(vraag if lid in kinderen else {})} for lid in gezin)]


def _gezinsleden(soort: str, leden: list[Any], formulier: Formulier) -> list[dict[str, Any]]:
    """Return a row per partner or child; who has gezag is not asked, so it stays unknown (L-86)."""
    woord = {"partners": "partner", "kinderen": "kind"}[soort]
    rijen = []
    for nummer, lid in enumerate((item for item in leden if isinstance(item, dict)), start=1):
        rij: dict[str, Any] = {"lid": f"{woord}{nummer}", "rol": _GEZIN[soort]}
        for naam, waarde in lid.items():
            veld = formulier.veld_voor(str(naam))
            if veld is not None and veld not in _GEZIN and als_tekst(waarde):
                rij[veld] = lees_veld(veld, als_tekst(waarde))
        rijen.append(rij)
    return rijen


def _bladeren(values: Mapping[str, Any], voor: str = "") -> Iterator[tuple[str, Any]]:
    """Give every value with its path; a choice of several and an attachment are one value."""
    for naam, waarde in values.items():
        pad = f"{voor}{naam}"
        samengesteld = isinstance(waarde, dict) and not _is_bijlage(waarde) and not _is_keuze(waarde)
        if samengesteld:
            yield from _bladeren(waarde, f"{pad}.")
        else:
            yield pad, waarde


def _past(rij: Mapping[str, Any], veld: str, waarde: Any, formulier: Formulier) -> bool:
    """Tell whether a field is still free, or gets the same value again."""
    if not _is_simpel(waarde):
        return False
    return veld not in rij or rij[veld] == lees_veld(veld, formulier.waarde_voor(veld, als_tekst(waarde)))


def _is_keuze(waarde: Any) -> bool:
    return isinstance(waarde, dict) and bool(waarde) and all(isinstance(deel, bool) for deel in waarde.values())


def _is_bijlage(waarde: Any) -> bool:
    if isinstance(waarde, list):
        return bool(waarde) and all(_is_bijlage(deel) for deel in waarde)
    return isinstance(waarde, dict) and {"file_name", "content"} <= set(waarde)


def _is_simpel(waarde: Any) -> bool:
    if isinstance(waarde, list):
        return all(isinstance(deel, str | int | float) for deel in waarde)
    return _is_keuze(waarde) or isinstance(waarde, str | int | float | bool)
