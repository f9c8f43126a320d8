"""The page of the rules book: every rule, what carries it, and how many of them do."""

from __future__ import annotations

from toegang.domain.regelboek import Boeksterkte
from toegang_cli.docs.opmaak import pagina, tabel
from toegang_cli.regelstand.rapport import totalen
from toegang_cli.regelstand.stand import UITLEG, Regelstand, Status, regelstanden

_INLEIDING = """Het regelboek telt wat de bronnen van de vier gemeenten zeggen en wat de wet vraagt. Deze bladzijde
zegt per regel wat haar draagt: een geregistreerd object met zijn module, of een sleutel in de gegevens. Een vermelding
in commentaar telt niet. `make rules` telt er de tests bij; `make rules ARGS=--uit` zet elke gedragen regel een voor een
uit en eist dat een test dat merkt."""
_TERMIJN = """Een sleutel in `termijnen.toml` draagt de termijn of het bedrag van een regel van de wet, niet alles wat
die regel verder vraagt."""
_KOPPEN = {
    "schagen": "Schagen",
    "beekdaelen": "Beekdaelen",
    "zwolle": "Zwolle",
    "doetinchem": "Doetinchem",
    "artikel 003": "Het artikel over wijkteams",
    "wet": "De wet",
}


def regelboek() -> str:
    """Return the page."""
    standen = regelstanden()
    delen = [
        deel
        for bron, kop in _KOPPEN.items()
        for deel in (f"## {kop}", _tabel([item for item in standen if item.regel.herkomst == bron]))
    ]
    uitleg = tabel(("Status", "Betekenis"), [(item.value, UITLEG[item]) for item in _STATUSSEN])
    return pagina("Het regelboek", _INLEIDING, _TERMIJN, _tellingen(standen), uitleg, *delen)


_STATUSSEN = tuple(item for item in Status if item is not Status.ZONDER_TEST)
_GETELD = ("regels", "MUST", "MUST gedragen", *(item.value for item in _STATUSSEN))


def _tellingen(standen: tuple[Regelstand, ...]) -> str:
    kop = ("Bron", *_GETELD)
    rijen = [
        (_KOPPEN.get(bron, "Samen"), *(telling[naam] for naam in _GETELD)) for bron, telling in totalen(standen).items()
    ]
    return tabel(kop, rijen)


def _tabel(standen: list[Regelstand]) -> str:
    wet = standen[0].regel.is_wet
    kop = ("Regel", "Ernst" if wet else "Sterkte", "Soort", "Wat zij zegt", "Waar", "Status")
    if wet:
        kop = ("Regel", "Ernst", "Artikel en bewijs", "Wat zij zegt", "Waar", "Status")
    return tabel(kop, [_rij(item) for item in standen])


def _rij(item: Regelstand) -> tuple[str, ...]:
    regel = item.regel
    midden = f"{regel.artikel} ({'/'.join(regel.bewijs)})" if regel.is_wet else item.soort.value
    sterkte = {Boeksterkte.D: "afgeleid", Boeksterkte.BELEID: "beleid"}.get(regel.sterkte or Boeksterkte.MUST)
    waar = "<br>".join(f"`{plaats}`" for plaats in item.waar) or "–"
    return (regel.id, sterkte or item.sterkte, midden, regel.tekst, waar, item.status.value)
