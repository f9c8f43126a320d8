"""Do all letters still stand: every template, every kind, with the remedies clause in it?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toegang.domain.huisstijl import Huisstijl
from toegang.errors import PluginFout, ToegangFout
from toegang.letters.documenttoets import rechtsmiddelenclausule
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.sjabloonlint import controleer_sjablonen
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.woordenschat import lees
from toegang.plugins.verpakking import implementaties
from toegang.testing import gevallen
from toegang.testing.bevinding import Bevinding
from toegang.testing.bron import plek_van
from toegang.testing.register import Nodig, Proef, contracttoets

_HERSTEL = "vergelijk het met het gedeelde sjabloon, en kijk met: toegang beschikking voorbeeld"


_gezien: dict[tuple[tuple[Path, ...], str], tuple[str, ...]] = {}


def _fouten(mappen: tuple[Path, ...], stijl: Huisstijl) -> tuple[str, ...]:
    """Check a set of templates, once for all gemeenten that share it; of the house style only the font matters."""
    sleutel = (mappen, stijl.lettertype)
    if sleutel not in _gezien:
        _gezien[sleutel] = controleer_sjablonen(Sjabloonset(mappen), stijl)
    return _gezien[sleutel]


def _set(proef: Proef) -> Sjabloonset | None:
    bord = proef.stuk.bord
    mappen = [Path(map_) for _, deel in bord.template_dirs() for map_ in deel] if bord is not None else []
    return Sjabloonset(mappen) if mappen else None


@contracttoets("brieven", "Elke brief van elke soort kan worden gemaakt.", uitbreiding=True)
def brieven(proef: Proef) -> Iterable[Bevinding]:
    """Compiled and filled with made-up data; an unknown name in a template is an error, never an empty place."""
    try:
        sjablonen = _set(proef)
        if sjablonen is None:
            return
        assert proef.stuk.organisatie is not None
        fouten = _fouten(sjablonen.mappen, proef.stuk.organisatie.huisstijl)
    except ToegangFout as fout:
        yield Bevinding("brieven", "sjablonen", fout.boodschap.rstrip("."), fout.vervolg.rstrip(".") or _HERSTEL)
        return
    for tekst in fouten:
        waar, _, wat = tekst.partition(": ")
        yield Bevinding("brieven", f"sjablonen/{waar}", wat.rstrip("."), _HERSTEL)


@contracttoets("huisstijl", "Het logo en de kleuren van de huisstijl zijn bruikbaar.", nodig=Nodig.GEGEVENS)
def huisstijl(proef: Proef) -> Iterable[Bevinding]:
    """The logo that the data name is there and holds shapes only."""
    from toegang.letters.logo import schone_svg

    plugin, organisatie = proef.stuk.gegevens, proef.stuk.organisatie
    if plugin is None or organisatie is None or not organisatie.huisstijl.logo:
        return
    try:
        schone_svg(plugin.huisstijlbestand(organisatie.huisstijl.logo))
    except (PluginFout, ToegangFout) as fout:
        herstel = fout.vervolg.rstrip(".") or "zet het bestand in huisstijl/, of laat huisstijl.logo weg"
        yield Bevinding("huisstijl", proef.stuk.waar(("huisstijl", "logo")), fout.boodschap.rstrip("."), herstel)


@contracttoets("rechtsmiddelen", "In elke brief met een besluit staat hoe de inwoner bezwaar maakt.")
def rechtsmiddelen(proef: Proef) -> Iterable[Bevinding]:
    """The clause survives whatever block a gemeente overrides: by whom, within which term, with which body."""
    try:
        sjablonen = _set(proef)
    except ToegangFout:
        return  # the check of the letters says so
    for regel in sjablonen.matrix.brieven if sjablonen is not None else ():
        if sjablonen is None or not regel.besluitsoorten:
            continue
        try:
            gegevens = voorbeeldgegevens(regel.sjabloon, sjablonen.matrix)
            inhoud = lees(sjablonen.html(regel.sjabloon, gegevens), regel.sjabloon)
        except ToegangFout:
            continue
        gemist = rechtsmiddelenclausule(gegevens, inhoud)
        if gemist:
            herstel = "laat het blok 'bezwaar' weg uit uw sjabloon, of roep er {{ super() }} in aan"
            yield Bevinding("rechtsmiddelen", f"sjablonen/{regel.sjabloon}", gemist, herstel, "L-13")


@contracttoets("verzamelhooks", "Wat de plugin toevoegt aan brieven en signalen, is bruikbaar.", uitbreiding=True)
def verzamelhooks(proef: Proef) -> Iterable[Bevinding]:
    """Paragraphs go into blocks that letters have; signals and observers raise nothing."""
    stuk = proef.stuk
    if stuk.bord is None or stuk.organisatie is None:
        return
    eigen = implementaties(stuk.plugin)
    blokken = _blokken(proef)
    for geval, zaak, gezin in gevallen.zaken(stuk.beeld.organisatie, stuk.op):
        try:
            if "signalen" in eigen:
                stuk.voor_hook("signalen")
                stuk.bord.signalen(zaak, gezin, stuk.beeld)
            if "beschikking_alineas" in eigen:
                stuk.voor_hook("beschikking_alineas")
                besluit = gevallen.los_besluit(zaak, stuk.mensen, stuk.op)
                onbekend = sorted(set(stuk.bord.beschikking_alineas(zaak, besluit, stuk.beeld)) - blokken)
                if onbekend and blokken:
                    wat = f"geen enkele brief heeft een blok '{onbekend[0]}'"
                    herstel = f"kies uit: {', '.join(sorted(blokken))}"
                    yield Bevinding("verzamelhooks", plek_van(stuk.plugin, "beschikking_alineas"), wat, herstel)
                    return
        except ToegangFout as fout:
            yield Bevinding("verzamelhooks", f"geval '{geval}'", fout.boodschap.rstrip("."), "herstel die regel")
            return


def _blokken(proef: Proef) -> frozenset[str]:
    """Return the named blocks that letters have."""
    try:
        sjablonen = _set(proef)
        if sjablonen is None:
            return frozenset()
        gegevens = voorbeeldgegevens("wmo/toekenning", sjablonen.matrix)
        return frozenset(lees(sjablonen.html("wmo/toekenning", gegevens), "wmo/toekenning").blokken)
    except ToegangFout:
        return frozenset()
