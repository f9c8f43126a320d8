"""A copy of everything that is stored of a resident, with who looked at it (AVG 15, L-137)."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from toegang.domain.brief import Brief
from toegang.domain.inwonerinzage import Inzagelaag, Inzageverzoek
from toegang.domain.inzagerecht import Inzagereden
from toegang.domain.spoor import Hookvraag
from toegang.domain.waarde import Waarde
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.termijnen import beleid_van
from toegang.privacy.beeld import maak_beeld, samengevat
from toegang.privacy.eigendom import Eigendom
from toegang.privacy.html import als_html
from toegang.privacy.inzage import keur, logdetail, open_dossier, toets_van
from toegang.privacy.momenten import eigen_momenten
from toegang.privacy.verantwoording import informatie, wie_keek
from toegang.storage import Actor, NietGevonden, Werkeenheid
from toegang.storage.dossierinhoud import lees_per_tabel, tel_per_tabel

VORM = "toegang.afschrift/1"
AFGESCHREVEN = "inwoner.afschrift"
"""Act in the log: a copy of everything was made for a resident."""
_BESTANDEN = "briefbestanden"
_VAN_ANDEREN = frozenset({"huishouden", "kandidaten"})
"""Parts of what a hook was asked that are about other people."""


class Afschrift(Waarde):
    """A copy, ready to be handed over.

    Args:
        zip: the file.
        aantallen: records per kind.
        brieven: number of letters.
    """

    zip: bytes
    aantallen: dict[str, int]
    brieven: int


def maak_afschrift(
    omgeving: Omgeving,
    actor: Actor,
    verzoek: Inzageverzoek,
    *,
    reden: Inzagereden | None = None,
    achterhouden: frozenset[str] = frozenset(),
) -> Afschrift:
    """Make a copy of everything that is stored of a resident, and log that it was made.

    Args:
        omgeving: the gemeente.
        actor: the medewerker who makes it.
        verzoek: who asks; the identity must have been established.
        reden: why this medewerker may see zaken that are not his or hers.
        achterhouden: ids of records that are kept back for the privacy of another (L-70).

    Raises:
        NietGevonden: the resident does not exist.
        Regelovertreding: age, ground or identity stands in the way, or the copy would not be complete
            (L-70, B-56, L-137, L-141).
    """
    lagen = (Inzagelaag.OVERZICHT, Inzagelaag.DOSSIER, Inzagelaag.AFSCHRIFT)
    with omgeving.werk(actor) as werk:
        inwoner, eigendom = open_dossier(werk, omgeving, verzoek, reden, achterhouden)
        vooraf = toets_van(werk, inwoner, verzoek, frozenset(lagen), omgeving.beeld())
        keur(werk, omgeving, vooraf, inwoner)
        gegevens, ontbreekt, pdfs = _verzamel(werk, inwoner.dossier_id, eigendom)
        beeld = maak_beeld(werk, verzoek, eigendom, omgeving.organisatie, omgeving.vandaag(), beleid_van(omgeving))
        functies = _functies(werk, omgeving)
        gekeken = wie_keek(werk, inwoner.dossier_id, eigendom.nummers, functies)
        inhoud = {
            "vorm": VORM,
            "gemeente": omgeving.organisatie.naam,
            "inwoner": inwoner.id,
            "op": omgeving.vandaag().isoformat(),
            "informatie": informatie(werk, eigendom.zaken, omgeving.organisatie, omgeving.vandaag()),
            "gegevens": _met_functies(gegevens, functies),
            "niet_in_dit_afschrift": [deel.model_dump() for deel in samengevat(eigendom)],
            "wie_keek": gekeken,
        }
        achteraf = replace(
            vooraf,
            ontbreekt=tuple(ontbreekt),
            momenten=eigen_momenten(werk, inwoner.dossier_id, eigendom),
            getoond=frozenset(moment.kenmerk for moment in beeld.momenten),
            medewerkers=tuple(sorted({id for id in functies if _staat_in(id, gekeken)})),
        )
        keur(werk, omgeving, achteraf, inwoner)
        werk.log(AFGESCHREVEN, dossier=inwoner.dossier_id, detail=logdetail(verzoek, lagen, reden))
        werk.commit()
    bestanden = {"gegevens.json": json.dumps(inhoud, ensure_ascii=False, indent=2).encode()}
    bestanden["overzicht.html"] = als_html(beeld, omgeving.organisatie.contact).encode()
    bestanden |= {f"brieven/{naam}.pdf": pdf for naam, pdf in pdfs.items()}
    aantallen = {soort: len(records) for soort, records in gegevens.items()}
    return Afschrift(zip=_ingepakt(bestanden, omgeving.vandaag()), aantallen=aantallen, brieven=len(pdfs))


def _verzamel(
    werk: Werkeenheid, dossier_id: str, eigendom: Eigendom
) -> tuple[dict[str, list[Any]], list[str], dict[str, bytes]]:
    """Return the records per kind, the kinds of which some are missing, and the letters themselves."""
    gelezen, geteld = lees_per_tabel(werk, dossier_id), tel_per_tabel(werk, dossier_id)
    eigen_sporen = {spoor.id for spoor in werk.sporen.zoek(dossier_id=dossier_id) if eigendom.is_eigen("sporen", spoor)}
    gegevens: dict[str, list[Any]] = {}
    for soort, records in gelezen.items():
        if soort == "hookvragen":
            over = [item for item in records if isinstance(item, Hookvraag) and item.id in eigen_sporen]
            gegevens[soort] = [_vraag(item, eigendom) for item in over]
        else:
            gegevens[soort] = [_velden(item, eigendom, soort) for item in eigendom.neem(soort, records)]
    pdfs = {brief.id: pdf for brief in _brieven(gelezen, eigendom) if (pdf := _pdf(werk, brief)) is not None}
    alle = _brieven(gelezen, None)
    zonder = sum(1 for brief in alle if brief.id not in pdfs and _pdf(werk, brief) is not None)
    gegevens[_BESTANDEN] = sorted(f"brieven/{id}.pdf" for id in pdfs)
    # each record is in the copy, or it was counted among what is kept back
    terug = {soort: len(gelezen[soort]) - len(gegevens[soort]) for soort in gelezen} | {_BESTANDEN: zonder}
    ontbreekt = [
        soort for soort, aantal in geteld.items() if len(gegevens.get(soort, ())) + terug.get(soort, 0) < aantal
    ]
    return {soort: records for soort, records in gegevens.items() if records}, ontbreekt, pdfs


def _brieven(gelezen: Mapping[str, tuple[Waarde, ...]], eigendom: Eigendom | None) -> list[Brief]:
    """Return the letters: all, or those of the resident that are not kept back."""
    brieven = [brief for brief in gelezen.get("brieven", ()) if isinstance(brief, Brief)]
    if eigendom is None:
        return brieven
    houd = eigendom.achterhouden
    return [brief for brief in brieven if eigendom.is_eigen("brieven", brief) and brief.id not in houd]


def _pdf(werk: Werkeenheid, brief: Brief) -> bytes | None:
    try:
        return werk.brieven.pdf(brief.id)
    except NietGevonden:
        return None


def _velden(record: Waarde, eigendom: Eigendom, soort: str) -> Any:
    """Return a record without what is about another member."""
    velden = record.model_dump(mode="json")
    if soort == "dossiers":
        velden["leden"] = [lid for lid in velden["leden"] if lid["inwoner"] == eigendom.inwoner]
    if soort == "meldingen":
        vragen = velden["melding"]["hulpvragen"]
        eigen = [nummer for nummer, vraag in enumerate(vragen) if vraag["voor"] == eigendom.inwoner]
        velden["melding"]["hulpvragen"] = [vragen[nummer] for nummer in eigen]
        velden["woorden"] = [tekst for nummer, tekst in enumerate(velden["woorden"]) if nummer in eigen]
    if soort == "sporen" and velden["hook"] == "route_intake":
        eigen_wetten = {zaak.wet.value for zaak in eigendom.zaken}
        velden["antwoord"]["wetten"] = [wet for wet in velden["antwoord"]["wetten"] if wet in eigen_wetten]
    return eigendom.zichtbaar(velden, soort)


def _vraag(record: Hookvraag, eigendom: Eigendom) -> Any:
    """Return what was asked of the plugin, without what is about other people."""
    velden = record.model_dump(mode="json")
    velden["vraag"] = {naam: deel for naam, deel in velden["vraag"].items() if naam not in _VAN_ANDEREN}
    if "melding" in velden["vraag"]:
        melding = velden["vraag"]["melding"]
        melding["hulpvragen"] = [vraag for vraag in melding["hulpvragen"] if vraag["voor"] == eigendom.inwoner]
    return eigendom.zichtbaar(velden, "hookvragen")


def _functies(werk: Werkeenheid, omgeving: Omgeving) -> dict[str, str]:
    """Return the printed functie of every medewerker, by id."""
    gevonden = {}
    for mens in werk.medewerkers.zoek():
        functie = omgeving.organisatie.functie(mens.functie)
        gevonden[mens.id] = functie.naam if functie else mens.functie
    return gevonden


def _met_functies(deel: Any, functies: Mapping[str, str]) -> Any:
    """Return JSON values in which every medewerker is a functie: who they are is not the resident's data."""
    if isinstance(deel, str):
        return functies.get(deel, deel)
    if isinstance(deel, list):
        return [_met_functies(item, functies) for item in deel]
    return {naam: _met_functies(item, functies) for naam, item in deel.items()} if isinstance(deel, dict) else deel


def _staat_in(id: str, regels: list[dict[str, str]]) -> bool:
    return any(id in regel.values() for regel in regels)


def _ingepakt(bestanden: Mapping[str, bytes], dag: date) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as ingepakt:
        for naam, inhoud in bestanden.items():
            kop = zipfile.ZipInfo(naam, (dag.year, dag.month, dag.day, 0, 0, 0))
            kop.external_attr = 0o600 << 16
            ingepakt.writestr(kop, inhoud, zipfile.ZIP_DEFLATED)
    return uit.getvalue()
