"""Check the templates of a gemeente against the data they will get, before there are any data.

Found are: a field that does not exist or may be absent, a name that nobody defined, a value that a closed list does
not have, a branch that no letter can reach, a block that the letter never prints, a required block that is absent, and
text beside the blocks. With made-up data follow the strict parser and the law on the document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import chain

from jinja2 import nodes

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.huisstijl import Huisstijl
from toegang.errors import ToegangFout
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.maken import controleer_brief
from toegang.letters.matrix import Matrixregel
from toegang.letters.onderdelen import Briefsoort
from toegang.letters.sjablonen import ACHTERVOEGSEL, Sjabloonset
from toegang.letters.sjabloonkennis import Kennis, Pad
from toegang.letters.sjabloonlezer import Bevinding, Lezer
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.vormen import Vorm

VOLGORDE = ("aanhef", "besluit", "plan", "motivering", "grondslag", "vervolg", "bezwaar", "contact", "ondertekening")
"""Blocks of a decision in the order in which a reader needs them: what, why, by what rule, what now, who."""
VERPLICHT = frozenset(VOLGORDE) - {"plan"}
_BESLUITDELEN = ("besluit", "bezwaar", "ondertekening")


def controleer_sjablonen(sjablonen: Sjabloonset, huisstijl: Huisstijl) -> tuple[str, ...]:
    """Return everything that is wrong with the templates of a gemeente, in Dutch.

    Args:
        sjablonen: the templates, the layer of the gemeente first.
        huisstijl: its house style; the font decides which characters can be printed.

    Returns:
        Faults, each naming template and line or block; empty when all is well.
    """
    eerst = sjablonen.controleer()
    if eerst:
        return eerst
    bevinding = Bevinding()
    fouten: dict[str, None] = {}
    laad = cache(sjablonen.boom)
    for regel in sjablonen.matrix.brieven:
        fouten |= dict.fromkeys(_lees(laad, regel, bevinding))
    fouten |= bevinding.fouten
    for waar, lijn, welke in sorted(bevinding.takken - bevinding.bereikt):
        fouten[f"{_kort(waar)}, regel {lijn}: {welke} kan in geen enkele brief waar zijn"] = None
    if not fouten:
        gevuld = (_vul(sjablonen, huisstijl, regel) for regel in sjablonen.matrix.brieven)
        fouten |= dict.fromkeys(chain.from_iterable(gevuld))
    return tuple(fouten)


def _lees(laad: Callable[[str], nodes.Template], regel: Matrixregel, bevinding: Bevinding) -> list[str]:
    keten = _keten(laad, f"{regel.sjabloon}{ACHTERVOEGSEL}")
    blokken: dict[str, list[tuple[str, nodes.Block]]] = {}
    for naam, boom in keten:
        for blok in boom.find_all(nodes.Block):
            blokken.setdefault(blok.name, []).append((naam, blok))
    lezer = Lezer(laad, bevinding, blokken)
    for naam, boom in reversed(keten):
        # A parent imports for itself; what a child imports counts in its own blocks.
        lezer.lees(boom.find_all((nodes.FromImport, nodes.Macro)), naam, {}, Kennis())
    waar, wortel = keten[-1]
    brief: Pad = ("brief",)
    lezer.lees(wortel.body, waar, {"brief": (Vorm(Briefgegevens), brief)}, _kennis(regel))
    return [*_losse_blokken(keten), *_verplichte_blokken(regel.sjabloon, blokken), *_tekst_naast_blokken(keten)]


def _keten(laad: Callable[[str], nodes.Template], naam: str) -> list[tuple[str, nodes.Template]]:
    """Return a template and its parents, the template itself first."""
    keten = [(naam, laad(naam))]
    while ouder := next(iter(keten[-1][1].find_all(nodes.Extends)), None):
        assert isinstance(ouder.template, nodes.Const)
        naam = str(ouder.template.value)
        keten.append((naam, laad(naam)))
    return keten


def _kennis(regel: Matrixregel) -> Kennis:
    """Return what the matrix says about the data of a letter."""
    wel: set[Pad] = set()
    niet: set[Pad] = set()
    if regel.soort is not Briefsoort.BIJLAGE:
        (wel if regel.draagt_besluit else niet).update(("brief", deel) for deel in _BESLUITDELEN)
        for deel in ("melding", "nazorg", "proces"):
            (wel if any(pad.split(".")[0] == deel for pad in regel.vraagt) else niet).add(("brief", deel))
    for pad in regel.vraagt:
        delen = ("brief", *pad.split("."))
        wel.update(delen[:einde] for einde in range(2, len(delen) + 1))
    if regel.besluitsoorten:
        wel.add(("brief", "besluit", "soort"))
    if regel.plan:
        wel.add(("brief", "plan"))
    mogelijk: Mapping[Pad, frozenset[str]] = {
        ("brief", "wet"): frozenset(regel.wetten or Wet),
        ("brief", "besluit", "soort"): frozenset(regel.besluitsoorten or Besluitsoort),
    }
    return Kennis(frozenset(wel), frozenset(niet), mogelijk)


def _losse_blokken(keten: list[tuple[str, nodes.Template]]) -> list[str]:
    fouten = []
    for plaats, (naam, boom) in enumerate(keten[:-1]):
        boven = {blok.name for _, ouder in keten[plaats + 1 :] for blok in ouder.find_all(nodes.Block)}
        binnen = {blok.name for buiten in boom.find_all(nodes.Block) for blok in buiten.find_all(nodes.Block)}
        fouten += [
            f"{_kort(naam)}, regel {blok.lineno}: de brief heeft geen blok '{blok.name}'; het wordt nooit afgedrukt"
            for blok in boom.find_all(nodes.Block)
            if blok.name not in boven | binnen
        ]
    return fouten


def _verplichte_blokken(brief: str, blokken: Mapping[str, list[tuple[str, nodes.Block]]]) -> list[str]:
    return [
        f"{brief}: blok '{naam}' is verplicht en ontbreekt"
        for naam, definities in blokken.items()
        if definities[0][1].required
    ]


def _tekst_naast_blokken(keten: list[tuple[str, nodes.Template]]) -> list[str]:
    return [
        f"{_kort(naam)}, regel {knoop.lineno}: tekst naast de blokken wordt nooit afgedrukt"
        for naam, boom in keten[:-1]
        for knoop in boom.body
        if isinstance(knoop, nodes.Output)
        and any(not isinstance(deel, nodes.TemplateData) or deel.data.strip() for deel in knoop.nodes)
    ]


def _vul(sjablonen: Sjabloonset, huisstijl: Huisstijl, regel: Matrixregel) -> list[str]:
    """Fill a letter with made-up data, and look at its blocks."""
    try:
        _, inhoud = controleer_brief(voorbeeldgegevens(regel.sjabloon, sjablonen.matrix), sjablonen, huisstijl)
    except ToegangFout as fout:
        return [f"{regel.sjabloon}: {fout.boodschap}"]
    if not regel.draagt_besluit:
        return []
    staat = [naam for naam in inhoud.blokken if naam in VOLGORDE]
    gemist = sorted(VERPLICHT - set(staat))
    if gemist:
        return [f"{regel.sjabloon}: blok '{naam}' ontbreekt in de brief" for naam in gemist]
    goed = [naam for naam in VOLGORDE if naam in staat]
    return (
        []
        if staat == goed
        else [f"{regel.sjabloon}: de blokken staan als {', '.join(staat)}; het moet {', '.join(goed)}"]
    )


def _kort(naam: str) -> str:
    return naam.removesuffix(ACHTERVOEGSEL)
