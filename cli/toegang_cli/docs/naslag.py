"""The pages of exit codes, life cycle and rules, in Dutch."""

from __future__ import annotations

from toegang.domain.begrippen import Wet
from toegang.domain.levensloop import LEVENSLOOP, ZAAKTYPE, Stap
from toegang.errors import Afsluitcode
from toegang.guards.register import ALTIJD_HARD, Regelsoort
from toegang_cli.docs.opmaak import pagina, tabel
from toegang_cli.fouten import ONDERBROKEN
from toegang_cli.uitvoering.regels import alle_regels, bewijs_van
from toegang_cli.uitvoering.vervolg import opdracht_voor

_CODES: dict[Afsluitcode, tuple[str, str]] = {
    Afsluitcode.OK: ("gelukt", "niets"),
    Afsluitcode.FOUT: ("fout: een plugin of de opslag werkt niet, of er is een storing", "de melding op stderr lezen"),
    Afsluitcode.GEBRUIK: ("verkeerd gebruik: een optie, een bestand of een veld klopt niet", "de invoer herstellen"),
    Afsluitcode.DEELS: ("deels gelukt: een deel is gedaan, een deel geweigerd", "de geweigerde records herstellen"),
    Afsluitcode.NIET_TOEGESTAAN: ("niet toegestaan: een regel, recht of mandaat weigert", "een ander of iets anders"),
    Afsluitcode.CONFLICT: ("conflict: het is er al, of het is intussen gewijzigd", "de stand bekijken"),
    Afsluitcode.CONTROLE: ("een controle vond fouten; er is niets gewijzigd", "de bevindingen oplossen"),
}
_SOORTEN = {
    Regelsoort.WET: "geldt altijd en noemt het artikel",
    Regelsoort.ORGANISATIE: "eigen regel van een gemeente; geldt waar haar gegevens haar noemen, en overal als het een "
    "basisregel is",
    Regelsoort.WAARSCHUWING: "waarschuwt en weigert nooit",
}


def afsluitcodes() -> str:
    """Return the page of the exit codes."""
    rijen = [(int(code), *_CODES[code]) for code in Afsluitcode]
    rijen.append((ONDERBROKEN, "onderbroken met Ctrl-C; wat al was opgeslagen, blijft", "de opdracht opnieuw geven"))
    inleiding = "Elke opdracht eindigt met een van deze codes, zodat een script weet wat er gebeurde."
    return pagina("Afsluitcodes", inleiding, tabel(("Code", "Betekenis", "Wat nu"), rijen))


def levensloop() -> str:
    """Return the page of the life cycle: which line takes which step, and with which command."""
    kop = ("Stap", *Wet, "Opdracht")
    rijen = [(stap, *(_plaats(wet, stap) for wet in Wet), f"`{opdracht_voor(stap, 'ZAAK', 'NAAM')}`") for stap in Stap]
    inleiding = """Een zaak loopt de stappen van haar lijn langs in deze volgorde. Het getal is de plaats in die lijn;
een streepje betekent dat de stap er niet bij hoort en als NVT wordt vastgelegd."""
    typen = tabel(("Wet of lijn", "Zaaktype"), [(wet, ZAAKTYPE[wet]) for wet in Wet])
    return pagina("Levensloop", inleiding, tabel(kop, rijen), "## Zaaktypen", typen)


def regels() -> str:
    """Return the page of the rules."""
    soorten = tabel(("Soort", "Wat dat betekent"), list(_SOORTEN.items()))
    rijen = [
        (
            item.id,
            f"{item.soort}{' (basisregel)' if item.basis else ''}",
            item.moment.lower(),
            item.titel,
            item.grondslag or "bron van de gemeente",
            bewijs_van(item),
        )
        for item in alle_regels()
    ]
    bewijs = f"""Bewijs: V = gelezen in de bron, V2 = gelezen in een tweede bron, M = nog niet nagelezen, D = afgeleid
uit wat gelezen is. Een regel van de wet met V2 of M waarschuwt alleen, tot een jurist van de gemeente haar bevestigt;
(`toegang regels bevestig`); behalve {", ".join(sorted(ALTIJD_HARD))}, die altijd weigeren."""
    lijst = tabel(("Regel", "Soort", "Stap", "Titel", "Grondslag", "Bewijs"), rijen)
    return pagina("Regels", soorten, bewijs, lijst)


def _plaats(wet: Wet, stap: Stap) -> str:
    stappen = LEVENSLOOP[wet]
    return str(stappen.index(stap) + 1) if stap in stappen else "–"
