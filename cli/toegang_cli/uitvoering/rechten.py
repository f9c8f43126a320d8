"""Who may do what in a gemeente: the table of rights, against the roles that people have there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from toegang.domain.inzagerecht import rechten_van as inzagerechten
from toegang.domain.medewerker import Medewerker
from toegang.domain.organisatie import Organisatie
from toegang.domain.rechten import Dossierwerk, Recht, mag, rechten, wie_mag
from toegang.domain.rollen import Rol, van_functie
from toegang.environment import Gemeente
from toegang.lifecycle.beheerders import BEHEERDER, BEHEERDERS, lees_beheerders
from toegang.lifecycle.rolverdeling import rollen_van
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, toon_velden
from toegang_cli.uitvoering.bestaat import medewerker_moet_bestaan
from toegang_cli.werkplek import werkplek

_DOSSIER = {
    Dossierwerk.NEE: " ",
    Dossierwerk.LEEST: "L",
    Dossierwerk.PROCES: "P",
    Dossierwerk.INHOUD: "I",
}
_NAAM = 35
_MEEST = 5
_NAAM_VAN = {Rol.TEAMLEIDER: "teamleider", Rol.FG: "functionaris gegevensbescherming"}
_LEGENDA = (
    "Dos, wat een opdracht met een dossier doet: L leest het, P zet er een stap in,",
    "I schrijft de inhoud; r: buiten de eigen zaken met een reden (--reden).",
    "Een inwoner heeft geen account; een medewerker toont het eigen dossier met:",
    "toegang inwoner dossier",
)


def rechten_van(naam: str, medewerker: str | None, *, als_json: bool) -> None:
    """Show the matrix of a gemeente, or what one medewerker may."""
    with (
        werkplek(naam) as plek,
        plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk,
        medewerker_moet_bestaan(naam),
    ):
        organisatie, dag = plek.omgeving.organisatie, plek.omgeving.vandaag()
        if medewerker is not None:
            _een(naam, werk.medewerkers.haal(medewerker), organisatie, dag, als_json=als_json)
            return
        mensen = [mens for mens in werk.medewerkers.zoek() if mens.in_dienst_op(dag)]
        beheer = lees_beheerders(werk.kenmerken.get(BEHEERDER), werk.kenmerken.get(BEHEERDERS))
    heeft = {rol: [mens for mens in mensen if rol in rollen_van(mens, organisatie, dag)] for rol in Rol}
    functies = {item.id: van_functie(organisatie, item.id, dag) for item in organisatie.op(dag).functies}
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "op": dag,
                "opdrachten": [_velden(recht) for recht in rechten().values()],
                "functies": [{"functie": id, "rollen": _met_bron(rollen)} for id, rollen in functies.items()],
                "rollen": [
                    {
                        "rol": rol,
                        "uitleg": rol.uitleg,
                        "medewerkers": [mens.id for mens in heeft[rol]],
                        "met_account": [mens.id for mens in heeft[rol] if mens.account],
                    }
                    for rol in Rol
                    if rol is not Rol.BEHEER
                ],
                "beheerders": [item.uid for item in beheer],
                "inzage": [recht.model_dump(mode="json") for recht in inzagerechten(organisatie.op(dag).inzage)],
            }
        )
        return
    toon(*_matrix(), "", *_LEGENDA, "")
    rijen: list[tuple[object, ...]] = [
        (rol.kort, rol.lower(), rol.uitleg, *_tellingen(heeft[rol])) for rol in Rol if rol is not Rol.BEHEER
    ]
    rijen.append((Rol.BEHEER.kort, Rol.BEHEER.lower(), Rol.BEHEER.uitleg, None, len(beheer)))
    toon_tabel(("", "Rol", "Wat die doet", "Mensen", "Account"), rijen, leeg="")
    toon("")
    toon_tabel(
        ("Functie", "Rollen", "Volgt uit"),
        [
            (id, [rol.lower() for rol in rollen] or "geen", sorted(set(rollen.values())))
            for id, rollen in functies.items()
        ],
        leeg="Er zijn geen functies.",
    )


def over_rollen(gemeente: Gemeente) -> list[str]:
    """Say where nobody could work in production: a functie without a role, or no teamleider with an account."""
    omgeving = gemeente.omgeving
    organisatie, dag = omgeving.organisatie, omgeving.vandaag()
    with omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
        mensen = [mens for mens in werk.medewerkers.zoek() if mens.in_dienst_op(dag)]
    rollen = {mens.id: rollen_van(mens, organisatie, dag) for mens in mensen}
    zonder = [mens.id for mens in mensen if not rollen[mens.id]]
    gevonden = []
    if zonder:
        wie = f"{', '.join(zonder[:_MEEST])}{' en anderen' if len(zonder) > _MEEST else ''}"
        gevonden.append(f"{wie}: zonder rol, en kan in productie niets. Geef er een met: toegang medewerker geef-rol")
    for rol, wat in ((Rol.TEAMLEIDER, "verdeelt niemand het werk"), (Rol.FG, "leest niemand het logboek")):
        if not any(rol in rollen[mens.id] and mens.account for mens in mensen):
            gevonden.append(f"Er is nog geen {_NAAM_VAN[rol]} met een account; in productie {wat}.")
    return gevonden


def _een(naam: str, mens: Medewerker, organisatie: Organisatie, dag: date, *, als_json: bool) -> None:
    rollen = rollen_van(mens, organisatie, dag)
    mogelijk = [recht for recht in rechten().values() if mag(recht, rollen)]
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "op": dag,
                "medewerker": mens.id,
                "account": mens.account.uid if mens.account else None,
                "rollen": _met_bron(rollen),
                "toekenningen": [item.model_dump(mode="json") for item in mens.rollen],
                "opdrachten": [_velden(recht) for recht in mogelijk],
            }
        )
        return
    toon_velden(
        {
            "Medewerker": mens.id,
            "Functie": mens.functie,
            "Account": mens.account.uid if mens.account else "geen: kan in productie niets",
            "Rollen": "\n".join(f"{rol.lower()} ({waar})" for rol, waar in rollen.items()) or "geen",
            "Vandaag": None if mens.in_dienst_op(dag) else f"niet in dienst op {als_tekst(dag)}",
        }
    )
    toon("")
    regels = [
        (groep or "toegang", ", ".join(f"{woord}{'*' if recht.reden else ''}" for woord, recht in leden))
        for groep, leden in _per_groep(mogelijk)
    ]
    toon_tabel(("Onderdeel", "Mag"), regels, leeg="Deze medewerker mag niets.")
    if any(recht.reden for recht in mogelijk):
        toon("", "* buiten de eigen zaken vraagt dit een reden (--reden), die in het logboek komt")


def _matrix() -> Iterable[str]:
    yield f"{'Opdracht':{_NAAM}} Dos " + " ".join(rol.kort for rol in Rol)
    yield f"{'-' * _NAAM} --- " + " ".join("--" for _ in Rol)
    for recht in rechten().values():
        wie = wie_mag(recht)
        dossier = f"{_DOSSIER[recht.dossier]}{'r' if recht.reden else ' '} "
        vakken = " ".join("x " if rol in wie else ". " for rol in Rol)
        yield f"{recht.opdracht:{_NAAM}} {dossier} {vakken}".rstrip()


def _per_groep(lijst: Iterable[Recht]) -> list[tuple[str, list[tuple[str, Recht]]]]:
    def delen(recht: Recht) -> tuple[str, str]:
        groep, _, woord = recht.opdracht.partition(" ")
        return (groep, woord) if woord else ("", groep)

    geordend = sorted(lijst, key=lambda recht: delen(recht)[0])
    return [
        (groep, [(delen(recht)[1], recht) for recht in leden])
        for groep, leden in groupby(geordend, key=lambda recht: delen(recht)[0])
    ]


def _velden(recht: Recht) -> dict[str, Any]:
    return {
        "opdracht": recht.opdracht,
        "plaats": recht.plaats,
        "dossier": recht.dossier,
        "reden_buiten_eigen_zaken": recht.reden,
        "rollen": [rol for rol in Rol if rol in wie_mag(recht)],
    }


def _met_bron(rollen: dict[Rol, str]) -> list[dict[str, str]]:
    return [{"rol": rol, "volgt_uit": waar} for rol, waar in rollen.items()]


def _tellingen(mensen: list[Medewerker]) -> tuple[int, int]:
    return len(mensen), sum(1 for mens in mensen if mens.account)
