"""Templates: found in layers, compiled strictly, filled in a sandbox (DESIGN.md §6).

The layers are gemeente, model, shared. A gemeente overrides named blocks of a letter, not whole
letters: its ``wmo/toekenning.html`` begins with ``{% extends "gedeeld:wmo/toekenning.html" %}``.
What residents wrote is data: it is escaped always, and nothing in a template can switch that off.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from toegang.domain.datums import bedrag
from toegang.errors import Controlefout, Invoerfout
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.htmlfilters import datum, postadres, weblink
from toegang.letters.kopblok import Kopblok, lees_kop, samen
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.tekst import alineas, hoofdletter, lidwoord, opsomming

GEDEELD = "gedeeld"
ACHTERVOEGSEL = ".html"
_SJABLOONNAAM = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*")
_ONVEILIGE_FILTERS = ("safe", "xmlattr", "urlize", "tojson")


class Sjabloonset:
    """The templates of one gemeente.

    Args:
        mappen: folders with templates, the most specific first; the last one holds the shared set
            with ``matrix.toml`` and ``rechtsmiddelen.toml``.

    Raises:
        Invoerfout: there are no folders, or one is not there.
        Controlefout: the matrix is not usable.
    """

    def __init__(self, mappen: Sequence[Path]) -> None:
        if not mappen:
            raise Invoerfout(
                "Er zijn geen mappen met sjablonen.", vervolg="Zet 'beschikkingen' bij 'uitbreidingen' van de gemeente."
            )
        for map_ in mappen:
            if not map_.is_dir():
                raise Invoerfout(f"De map met sjablonen '{map_.name}' ontbreekt.", vervolg="Installeer opnieuw.")
        self.mappen = tuple(mappen)
        self.matrix = Brievenmatrix.uit_map(mappen[-1])
        self._lader = _maak_lader(self.mappen)
        self._omgeving = _maak_omgeving(self._lader)

    def html(self, sjabloon: str, gegevens: Briefgegevens) -> str:
        """Fill a template.

        Args:
            sjabloon: template id, e.g. ``wmo/toekenning``.
            gegevens: everything it may print; in the template ``brief``.

        Returns:
            The HTML document.

        Raises:
            Controlefout: the template is not there, or fails; names template and line.
        """
        try:
            return self._omgeving.get_template(_bestand(sjabloon)).render(brief=gegevens)
        except Exception as fout:  # noqa: BLE001  a template can raise anything; its text may hold personal data
            raise _sjabloonfout(sjabloon, fout) from None

    def namen(self) -> tuple[str, ...]:
        """Return the ids of all templates, in order; parts (``_naam``) are left out."""
        bestanden = self._omgeving.list_templates(extensions=[ACHTERVOEGSEL.removeprefix(".")])
        namen = {naam.rpartition(":")[2] for naam in bestanden}
        return tuple(sorted(naam.removesuffix(ACHTERVOEGSEL) for naam in namen if not _is_onderdeel(naam)))

    def kop(self, sjabloon: str) -> Kopblok:
        """Return what a template and its parents say to a jurist: articles, rules per block, open questions.

        Args:
            sjabloon: template id.
        """
        koppen, naam = [], _bestand(sjabloon)
        while naam:
            bron, _, _ = self._lader.get_source(self._omgeving, naam)
            koppen.append(lees_kop(bron))
            ouder = next(iter(self._omgeving.parse(bron, naam).find_all(nodes.Extends)), None)
            naam = str(ouder.template.value) if ouder and isinstance(ouder.template, nodes.Const) else ""
        return samen(koppen)

    def boom(self, naam: str) -> nodes.Template:
        """Return the tree of a template by file name, e.g. ``wmo/toekenning.html``."""
        bron, _, _ = self._lader.get_source(self._omgeving, naam)
        return self._omgeving.parse(bron, naam)

    def controleer(self) -> tuple[str, ...]:
        """Compile everything, without data.

        Returns:
            Dutch faults, each naming template and line; empty when all is well.
        """
        alle = tuple(naam for naam in self._omgeving.list_templates() if naam.endswith(ACHTERVOEGSEL))
        fouten = [fout for naam in alle for fout in self._gebreken(naam, frozenset(alle))]
        bekend = set(self.namen())
        fouten += [
            f"{regel.sjabloon}: staat in de matrix, maar er is geen sjabloon"
            for regel in self.matrix.brieven
            if regel.sjabloon not in bekend
        ]
        return tuple(fouten)

    def _gebreken(self, naam: str, alle: frozenset[str]) -> list[str]:
        kort = naam.removesuffix(ACHTERVOEGSEL)
        try:
            bron, _, _ = self._lader.get_source(self._omgeving, naam)
            boom = self._omgeving.parse(bron, naam)
            self._omgeving.get_template(naam)
        except (TemplateError, UnicodeDecodeError) as fout:
            return [f"{kort}{_regel_van(fout)}: {_uitleg(fout)}"]
        return [*_verboden(boom, kort), *_ontbrekende_ouders(boom, kort, alle)]


def _maak_omgeving(lader: BaseLoader) -> ImmutableSandboxedEnvironment:
    omgeving = ImmutableSandboxedEnvironment(
        loader=lader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    for naam in _ONVEILIGE_FILTERS:
        omgeving.filters.pop(naam, None)
    omgeving.filters.update(
        alineas=alineas,
        bedrag=bedrag,
        datum=datum,
        hoofdletter=hoofdletter,
        lidwoord=lidwoord,
        opsomming=opsomming,
        postadres=postadres,
        weblink=weblink,
    )
    omgeving.globals.clear()
    return omgeving


def _maak_lader(mappen: Sequence[Path]) -> BaseLoader:
    lagen = [FileSystemLoader(map_) for map_ in mappen]
    return ChoiceLoader([*lagen, PrefixLoader({GEDEELD: lagen[-1]}, delimiter=":")])


def _bestand(sjabloon: str) -> str:
    if not _SJABLOONNAAM.fullmatch(sjabloon):
        raise TemplateNotFound(sjabloon)
    return f"{sjabloon}{ACHTERVOEGSEL}"


def _is_onderdeel(naam: str) -> bool:
    return any(deel.startswith("_") for deel in naam.rpartition(":")[2].split("/"))


def _verboden(boom: nodes.Template, kort: str) -> list[str]:
    gebreken = [
        f"{kort}, regel {knoop.lineno}: autoescape mag niet worden uitgezet"
        for knoop in boom.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier))
    ]
    gebreken += [
        f"{kort}, regel {knoop.lineno}: filter '{knoop.name}' bestaat niet voor brieven"
        for knoop in boom.find_all(nodes.Filter)
        if knoop.name in _ONVEILIGE_FILTERS
    ]
    return gebreken


def _ontbrekende_ouders(boom: nodes.Template, kort: str, alle: frozenset[str]) -> list[str]:
    gebreken = []
    for knoop in boom.find_all((nodes.Extends, nodes.Include, nodes.FromImport, nodes.Import)):
        ouder = getattr(knoop, "template", None)
        if not isinstance(ouder, nodes.Const):
            continue
        if str(ouder.value) == f"{kort}{ACHTERVOEGSEL}":
            gebreken.append(f"{kort}, regel {knoop.lineno}: breidt zichzelf uit; schrijf '{GEDEELD}:{ouder.value}'")
        elif str(ouder.value) not in alle:
            gebreken.append(f"{kort}, regel {knoop.lineno}: sjabloon '{ouder.value}' bestaat niet")
    return gebreken


def _sjabloonfout(sjabloon: str, fout: Exception) -> Controlefout:
    return Controlefout(
        f"Sjabloon '{sjabloon}'{_regel_van(fout)} kan niet worden gevuld: {_uitleg(fout)}.",
        vervolg="Verbeter het sjabloon of de gegevens; er is geen brief gemaakt.",
    )


def _regel_van(fout: Exception) -> str:
    if isinstance(fout, TemplateSyntaxError):
        return f", regel {fout.lineno}"
    plekken = [plek for plek in traceback.extract_tb(fout.__traceback__) if plek.filename.endswith(ACHTERVOEGSEL)]
    if not plekken:
        return ""
    laatste = plekken[-1]
    bestand = "/".join(Path(laatste.filename).parts[-2:])
    return f" ({bestand}, regel {laatste.lineno})"


def _uitleg(fout: Exception) -> str:
    # Only what names parts of the template may be shown; any other message may hold personal data.
    if isinstance(fout, TemplateNotFound):
        return f"sjabloon '{fout.name}' bestaat niet"
    if isinstance(fout, UndefinedError):
        return f"een onbekend gegeven ({fout.message})"
    if isinstance(fout, TemplateSyntaxError):
        return f"het sjabloon klopt niet ({fout.message})"
    if isinstance(fout, RecursionError):
        return f'het sjabloon breidt zichzelf uit; schrijf "{GEDEELD}:" voor de naam van het gedeelde sjabloon'
    if isinstance(fout, UnicodeDecodeError):
        return "het bestand is geen UTF-8"
    return f"onverwachte fout ({type(fout).__name__})"
