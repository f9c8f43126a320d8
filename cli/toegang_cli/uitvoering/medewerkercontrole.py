"""Show which registrations end, which zaken then break a rule, and who does not fit the organisation."""

from __future__ import annotations

from toegang.errors import Afsluitcode
from toegang.lifecycle.medewerkercontrole import (
    Personeelsfout,
    Registratieeinde,
    aflopende_registraties,
    personeelsfouten,
)
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel
from toegang_cli.werkplek import werkplek


def controleer(naam: str, binnen: int, *, als_json: bool) -> int:
    """Check the staff.

    Returns:
        The exit code: 6 when something was found.
    """
    with werkplek(naam) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        vandaag = plek.omgeving.vandaag()
        registraties = aflopende_registraties(werk, plek.omgeving, binnen)
        fouten = personeelsfouten(werk, plek.omgeving)
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "op": vandaag,
                "binnen": binnen,
                "registraties": [_registratie(item) for item in registraties],
                "medewerkers": [_fout(item) for item in fouten],
            }
        )
    elif not registraties and not fouten:
        toon(f"In orde: de komende {binnen} dagen loopt geen registratie af, en iedereen past bij de organisatie.")
    else:
        _toon(naam, registraties, fouten)
    return int(Afsluitcode.CONTROLE if registraties or fouten else Afsluitcode.OK)


def _toon(naam: str, registraties: tuple[Registratieeinde, ...], fouten: tuple[Personeelsfout, ...]) -> None:
    if registraties:
        toon("Registraties")
        rijen = [
            (item.medewerker, item.soort, als_tekst(item.laatste_dag), len({zaak for zaak, _, _ in item.zaken}))
            for item in registraties
        ]
        toon_tabel(("Medewerker", "Register", "Laatste dag", "Zaken die dan niet meer kloppen"), rijen, leeg="")
        for item in registraties:
            for zaak, regel, boodschap in item.zaken:
                toon(f"  {item.medewerker}, {zaak}: {regel}: {boodschap}.")
        toon("", f"Verlengd? toegang medewerker rol MEDEWERKER --registratie SOORT:DATUM -g {naam}", "")
    if fouten:
        toon("Medewerkers")
        for fout in fouten:
            toon(f"  {fout.medewerker}: {f'{fout.regel}: ' if fout.regel else ''}{fout.wat}.")
            toon(f"    Herstel: {fout.herstel} -g {naam}")


def _registratie(item: Registratieeinde) -> dict[str, object]:
    zaken = [{"zaak": zaak, "regel": regel, "boodschap": boodschap} for zaak, regel, boodschap in item.zaken]
    return {"medewerker": item.medewerker, "soort": item.soort, "laatste_dag": item.laatste_dag, "zaken": zaken}


def _fout(item: Personeelsfout) -> dict[str, object]:
    return {"medewerker": item.medewerker, "regel": item.regel or None, "wat": item.wat, "herstel": item.herstel}
