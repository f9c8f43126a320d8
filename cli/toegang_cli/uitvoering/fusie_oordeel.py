"""What people decide in a fusion, on the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from toegang.errors import Invoerfout
from toegang.fusion.afbeelding.canoniek import Persoonsrecord
from toegang.fusion.afbeelding.omzetten import datumtekst, zet_om
from toegang.fusion.conflicten.soorten import SOORTEN, Geval, Keuze
from toegang.fusion.conflicten.zoeken import besloten, zoek_conflicten
from toegang.fusion.koppel.paren import Paar, Zekerheid
from toegang.fusion.koppel.uitvoeren import EEN, TWEE, paarbesluiten
from toegang.fusion.lijsten import schrijf_csv
from toegang.fusion.oordeel import oordeel_conflicten, oordeel_paar, teken_zekere
from toegang.fusion.project import INGETROKKEN
from toegang.fusion.waarden import Bronregel
from toegang.storage.werkplaats import Werkbank
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.fusieplek import Fusieplek, fusieplek
from toegang_cli.werkplek import NIETS_OPGESLAGEN

_KEUZES = {"een": EEN, "twee": TWEE, "intrekken": INGETROKKEN}
_CSV = (
    "conflict_id",
    "soort",
    "ernst",
    "record_ids",
    "veld",
    "toelichting",
    "voorstel",
    "besluit",
    "besluit_door",
    "besluit_op",
)


def paren(naam: str, *, alle: bool, als_json: bool) -> None:
    """List the proposals."""
    with fusieplek(naam) as plek, plek.project.werk(plek.actor, alleen_lezen=True) as werk:
        uitspraken = plek.project.uitspraken(werk)
        klaar = paarbesluiten(uitspraken)
        gekozen = [
            paar
            for paar in werk.van("paren", Paar).zoek()
            if alle or (paar.zekerheid is not Zekerheid.ZEKER and paar.id not in klaar)
        ]
    gekozen.sort(key=lambda paar: (-paar.gewicht, paar.id))

    def stand(paar: Paar) -> str:
        if paar.id in klaar:
            return "één mens" if klaar[paar.id] else "twee mensen"
        return ", ".join(
            f"{door}: {item.keuze.lower()}" for door, item in uitspraken.get(f"paar:{paar.id}", {}).items()
        )

    if als_json:
        toon_json(
            {"project": naam, "paren": [{**paar.model_dump(mode="json"), "stand": stand(paar)} for paar in gekozen]}
        )
        return
    rijen = [(p.id, p.links, p.rechts, f"stap {p.stap}, {p.zekerheid.value.lower()}", stand(p)) for p in gekozen]
    toon_tabel(("Paar", "Een", "Ander", "Hoe", "Stand"), rijen, leeg="Er staat geen voorstel open.")


def paar(naam: str, kenmerk: str, *, als: str | None, als_json: bool) -> None:
    """Show both records of a pair, and why they may be one person; the look is logged."""
    with fusieplek(naam, als) as plek, plek.project.werk(plek.actor) as werk:
        gekozen = werk.van("paren", Paar).haal(kenmerk)
        kanten = [_persoon(plek, werk, record) for record in gekozen.records]
        werk.log("fusie.paar.ingezien", paar=gekozen.id)
        werk.commit()
    if als_json:
        toon_json({**gekozen.model_dump(mode="json"), "gegevens": [_velden(kant) for kant in kanten]})
        return
    een, ander = (_velden(kant) for kant in kanten)
    toon(f"Paar {gekozen.id}: stap {gekozen.stap}, {gekozen.zekerheid.value.lower()}", "")
    rijen = [(veld, een[veld], ander[veld], "" if een[veld] == ander[veld] else "≠") for veld in een]
    toon_tabel(("", gekozen.links, gekozen.rechts, ""), rijen, leeg="")
    toon("", "Waarom:", *(f"  - {reden}" for reden in gekozen.redenen))
    zeg(f"Oordeel: toegang fusie oordeel {gekozen.id} een (of: twee) -p {naam}")


def _persoon(plek: Fusieplek, werk: Werkbank, record: str) -> Persoonsrecord:
    regel = werk.van("bronrijen", Bronregel).haal(record)
    afbeelding = plek.project.afbeelding(regel.bron)
    blad = afbeelding.blad(regel.blad)
    if blad is None:
        raise Invoerfout("De afbeelding kent dit blad niet meer.", vervolg="Koppel opnieuw.")
    gelezen = zet_om(afbeelding, blad, regel.id, regel.waarden)
    assert isinstance(gelezen, Persoonsrecord)
    return gelezen


def _velden(persoon: Persoonsrecord) -> dict[str, str]:
    """Return what is shown side by side; of the BSN only whether there is one."""
    bsn = "geldig" if persoon.bsn else ("ongeldig" if persoon.bsn_ongeldig else "geen")
    return {
        "naam": " ".join(filter(None, (persoon.voorletters, persoon.voorvoegsel, persoon.geslachtsnaam))),
        "voornaam": persoon.voornaam,
        "partner": " ".join(filter(None, (persoon.partner_voorvoegsel, persoon.partner_naam))),
        "geslacht": persoon.geslacht,
        "geboren": datumtekst(persoon.geboortedatum),
        "adres": f"{persoon.straat} {persoon.huisnummer}{persoon.huisletter} {persoon.toevoeging}".strip(),
        "postcode": f"{persoon.postcode} {persoon.plaats}",
        "telefoon": persoon.telefoon,
        "bsn": bsn,
    }


def oordeel(naam: str, kenmerk: str, keuze: str, *, reden: str, als: str | None, proef: bool) -> None:
    """Say whether a pair is one person."""
    if keuze.lower() not in _KEUZES:
        raise Invoerfout("Deze keuze bestaat niet.", vervolg="Kies uit: een, twee of intrekken.")
    with fusieplek(naam, als) as plek:
        stand = oordeel_paar(plek.project, plek.actor, kenmerk, _KEUZES[keuze.lower()], reden=reden, proef=proef)
    toon(f"Uw oordeel over {kenmerk} is vastgelegd.")
    if stand.besloten:
        toon("Twee mensen zeggen nu hetzelfde: het geldt.")
    elif keuze.lower() != "intrekken":
        toon("Het geldt zodra een tweede mens hetzelfde zegt.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def teken_koppeling(naam: str, *, intrekken: bool, als: str | None, proef: bool) -> None:
    """Sign for the sure merges."""
    with fusieplek(naam, als) as plek:
        tel = teken_zekere(plek.project, plek.actor, intrekken=intrekken, proef=proef)
    wat = "Uw handtekening is ingetrokken onder" if intrekken else "U tekende voor"
    toon(f"{wat} {aantal(tel, 'zekere koppeling', 'zekere koppelingen')}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def conflicten(
    naam: str, soort: str | None, *, opnieuw: bool, csv: Path | None, als: str | None, als_json: bool
) -> None:
    """List the conflicts."""
    if soort is not None and soort not in SOORTEN:
        raise Invoerfout("Deze soort conflict bestaat niet.", vervolg=f"Kies uit: {', '.join(sorted(SOORTEN))}.")
    with fusieplek(naam, als) as plek:
        with plek.project.werk(plek.actor, alleen_lezen=True) as werk:
            leeg = not sum(werk.tel("conflicten").values())
        if opnieuw or leeg:
            zoek_conflicten(plek.project, plek.actor)
        with plek.project.werk(plek.actor, alleen_lezen=True) as werk:
            keuzes = besloten(plek.project, werk)
            rijen = list(_lijst(plek, werk, keuzes, soort))
    if csv is not None:
        schrijf_csv(csv, _CSV, rijen)
        zeg(f"De lijst van {aantal(len(rijen), 'conflict', 'conflicten')} is geschreven.")
    elif als_json:
        toon_json({"project": naam, "conflicten": [dict(zip(_CSV, rij, strict=True)) for rij in rijen]})
    elif soort is not None:
        toon(f"{soort}: {SOORTEN[soort].uitleg}.", f"Voorstel: {SOORTEN[soort].voorstel.in_woorden}.", "")
        toon_tabel(
            ("Conflict", "Rijen", "Wat", "Besluit"),
            [(r[0], r[3].replace("|", " "), r[5], r[7]) for r in rijen],
            leeg="Geen.",
        )
    else:
        _toon_soorten(rijen)


def _lijst(plek: Fusieplek, werk: Werkbank, keuzes: dict[str, Keuze], soort: str | None) -> Iterator[tuple[str, ...]]:
    uitspraken = plek.project.uitspraken(werk)
    voorwaarde = {"soort": soort} if soort else {}
    for geval in werk.stroom("conflicten", Geval, **voorwaarde):
        deel = SOORTEN[geval.soort]
        per = uitspraken.get(f"conflict:{geval.id}", {})
        laatste = max((item.op.isoformat()[:10] for item in per.values()), default="")
        yield (
            geval.id,
            geval.soort,
            deel.ernst.value,
            "|".join(geval.records),
            geval.veld,
            geval.toelichting,
            deel.voorstel.value.lower(),
            keuzes[geval.id].value.lower() if geval.id in keuzes else "",
            ", ".join(sorted(per)),
            laatste,
        )


def _toon_soorten(rijen: list[tuple[str, ...]]) -> None:
    tel, klaar = Counter(rij[1] for rij in rijen), Counter(rij[1] for rij in rijen if rij[7])
    volgorde = sorted(tel, key=lambda soort: ("EWI".index(SOORTEN[soort].ernst.value), soort))
    tabel = [
        (soort, SOORTEN[soort].ernst.value, tel[soort], klaar[soort], SOORTEN[soort].voorstel.value.lower())
        for soort in volgorde
    ]
    toon_tabel(("Soort", "Ernst", "Aantal", "Besloten", "Voorstel"), tabel, leeg="Er zijn geen conflicten.")
    toon("")
    toon_velden({soort: SOORTEN[soort].uitleg for soort in volgorde})


def besluit(
    naam: str,
    kenmerken: list[str],
    *,
    soort: str,
    keuze: str | None,
    intrekken: bool,
    reden: str,
    als: str | None,
    proef: bool,
) -> None:
    """Decide on conflicts."""
    try:
        gekozen = Keuze(keuze.upper()) if keuze else None
    except ValueError:
        woorden = ", ".join(item.value.lower() for item in Keuze)
        raise Invoerfout("Deze keuze bestaat niet.", vervolg=f"Kies uit: {woorden}.") from None
    with fusieplek(naam, als) as plek:
        stand = oordeel_conflicten(
            plek.project,
            plek.actor,
            kenmerken,
            soort=soort,
            keuze=gekozen,
            intrekken=intrekken,
            reden=reden,
            proef=proef,
        )
    wat = "Uw besluit is ingetrokken over" if intrekken else "Uw besluit is vastgelegd over"
    toon(f"{wat} {aantal(stand.aantal, 'conflict', 'conflicten')}; over {stand.besloten} zijn twee mensen het eens.")
    if proef:
        zeg(NIETS_OPGESLAGEN)
