"""The reference renderer: WeasyPrint, by its public API only (DESIGN.md §6).

One font configuration and one parsed style sheet per house style and process: a new
``FontConfiguration`` leaks, and parsing the CSS costs as much as a page (LETTERS.md §5, §6).
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, cached_property, partial
from importlib.metadata import version
from io import BytesIO
from types import ModuleType
from typing import Any

from toegang.domain.huisstijl import Huisstijl
from toegang.domain.ingebouwd import ingebouwd
from toegang.errors import Controlefout, ToegangFout
from toegang.letters.opdracht import Bestandsbijlage, Pdf, Renderopdracht
from toegang.letters.opmaak import CONCEPT_CSS, maak_css
from toegang.letters.pdfstromen import druk_samen, zet_vast
from toegang.letters.pdfuaid import verklaar_pdfua
from toegang.letters.vocabulaire import LOGO
from toegang.letters.weasyhtml import documentklasse

VARIANT = "pdf/a-3a"
_SOFTWARE = ("weasyprint", "pydyf", "fonttools", "pyphen", "tinyhtml5", "jinja2")
_LOGGER = logging.getLogger("weasyprint")


class WeasyRenderer:
    """Makes PDF/A-3a and PDF/UA-1 in one file."""

    def __init__(self) -> None:
        self._stijlen: dict[Huisstijl, _Stijl] = {}

    def render(self, opdracht: Renderopdracht) -> Pdf:
        """Render one letter; see :class:`toegang.letters.opdracht.Renderer`.

        Args:
            opdracht: the letter.

        Returns:
            The PDF; the same bytes for the same assignment, in any order and process.

        Raises:
            Controlefout: WeasyPrint found something wrong, or the letter asked for a file that is not
                in the assignment.
            ToegangFout: Pango is not there.
        """
        _weasyprint()
        stijl = self._stijl(opdracht.huisstijl)
        fetcher = _fetcherklasse()(opdracht.logo)
        tijdstip = opdracht.tijdstip.astimezone(UTC)
        with _waarschuwing_is_fout():
            vorm = _toegankelijk(opdracht.huisstijl.lettertype)
            document = documentklasse()(opdracht.html, fetcher).render(
                font_config=stijl.fonts,
                stylesheets=stijl.bladen(concept=opdracht.concept),
                cache=stijl.beelden(opdracht.logo),
                pdf_variant=vorm.get("pdf_variant"),
            )
            document.metadata.created = document.metadata.modified = tijdstip.strftime("%Y-%m-%dT%H:%M:%SZ")
            document.metadata.generator = "Toegang"
            inhoud = document.write_pdf(
                attachments=[_bijlage(bijlage, tijdstip) for bijlage in opdracht.bijlagen], **vorm
            )
        return Pdf(inhoud, len(document.pages))

    def software(self) -> tuple[tuple[str, str], ...]:
        """Return name and version of everything that decides the bytes."""
        _weasyprint()
        pakketten = tuple((naam, version(naam)) for naam in _SOFTWARE)
        return (*pakketten, ("pango", _pangoversie()))

    def _stijl(self, huisstijl: Huisstijl) -> _Stijl:
        if huisstijl not in self._stijlen:
            self._stijlen[huisstijl] = _Stijl(huisstijl)
        return self._stijlen[huisstijl]


class _Stijl:
    """What one house style needs once per process."""

    def __init__(self, huisstijl: Huisstijl) -> None:
        self._huisstijl = huisstijl
        self._beelden: dict[bytes, dict[str, Any]] = {}

    @cached_property
    def fonts(self) -> Any:
        from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

        return FontConfiguration()

    @cached_property
    def css(self) -> Any:
        return self._lees(maak_css(self._huisstijl))

    @cached_property
    def _conceptcss(self) -> Any:
        return self._lees(CONCEPT_CSS)

    def bladen(self, *, concept: bool) -> list[Any]:
        """Return the style sheets of a letter, or of a preview of one."""
        return [self.css, self._conceptcss] if concept else [self.css]

    def beelden(self, logo: bytes) -> dict[str, Any]:
        """Return the images that were read before, with this logo; a house style has one."""
        return self._beelden.setdefault(logo, {})

    def _lees(self, css: str) -> Any:
        with _waarschuwing_is_fout():
            return _weasyprint().CSS(string=css, font_config=self.fonts)


def _weasyprint() -> ModuleType:
    """Import WeasyPrint with the packaged fonts; it costs a second, so only when a letter is due."""
    from toegang.letters.nativelibs import fontconfig_environment, load_native_libraries

    load_native_libraries()
    fontconfig_environment()
    try:
        import weasyprint  # type: ignore[import-untyped]
    except OSError:
        raise ToegangFout(
            "Er kunnen geen brieven worden gemaakt: Pango ontbreekt op deze computer.",
            vervolg="Draai ./setup opnieuw, of installeer libpango-1.0-0, libpangoft2-1.0-0 en libharfbuzz-subset0.",
        ) from None
    assert isinstance(weasyprint, ModuleType)
    return weasyprint


@cache
def _fetcherklasse() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

    class Pakketfetcher(URLFetcher):  # type: ignore[misc]
        """Knows the logo of the assignment and nothing else: no file, no network."""

        def __init__(self, logo: bytes) -> None:
            super().__init__()
            self._logo = logo

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url != LOGO:
                # Not an ``Exception``: WeasyPrint would go on without the image.
                raise FatalURLFetchingError(url.partition(":")[0])
            return URLFetcherResponse(url, BytesIO(self._logo), {"Content-Type": "image/svg+xml"})

    return Pakketfetcher


@ingebouwd(
    "L-145", "Elke brief is een toegankelijke PDF (PDF/UA-1) met codes, taal en titel.", anders=lambda _lettertype: {}
)
def _toegankelijk(lettertype: str) -> dict[str, Any]:
    return {"pdf_variant": VARIANT, "finisher": partial(_afronden, lettertype)}


def _bijlage(bijlage: Bestandsbijlage, tijdstip: datetime) -> Any:
    return _weasyprint().Attachment(
        file_obj=BytesIO(bijlage.inhoud),
        name=bijlage.naam,
        description=bijlage.omschrijving,
        relationship=bijlage.relatie,
        created=tijdstip,
        modified=tijdstip,
    )


def _afronden(lettertype: str, _document: object, pdf: Any) -> None:
    _vereis_huisfont(lettertype, pdf)
    nummer = int(pdf.catalog["Metadata"].split()[0])
    metadata = pdf.objects[nummer]
    metadata.stream = [verklaar_pdfua(deel) if b"</rdf:RDF>" in deel else deel for deel in metadata.stream]
    druk_samen(pdf)
    zet_vast(pdf)


def _vereis_huisfont(lettertype: str, pdf: Any) -> None:
    """Refuse a file in which the renderer put another font: a character was missing, or the family is not there."""
    huis = lettertype.replace(" ", "-").encode()
    namen = {bytes(item["BaseFont"]) for item in pdf.objects if isinstance(item, dict) and "BaseFont" in item}
    vreemd = [naam for naam in namen if not naam.partition(b"+")[2].startswith(huis)]
    if vreemd:
        raise Controlefout(
            f"De brief zou een ander lettertype krijgen dan '{lettertype}'.",
            vervolg="Kies in de huisstijl een lettertype dat is meegeleverd; er is geen brief gemaakt.",
        )


class _Verzamelaar(logging.Handler):
    """Keeps only where a warning came from; its text may hold words of the letter."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.meldingen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.meldingen.append(str(record.msg))


@contextmanager
def _waarschuwing_is_fout() -> Iterator[None]:
    """Make an error of what WeasyPrint only logs: a letter that is not quite right is not right."""
    from weasyprint.urls import FatalURLFetchingError

    verzamelaar = _Verzamelaar()
    vorige = _LOGGER.handlers[:], _LOGGER.propagate
    _LOGGER.handlers, _LOGGER.propagate = [verzamelaar], False
    try:
        yield
    except FatalURLFetchingError as fout:
        raise Controlefout(
            f"De brief vraagt om een bestand dat er niet bij hoort ({fout}:).",
            vervolg="Een brief mag alleen het logo van de huisstijl tonen; verbeter het sjabloon of het logo.",
        ) from None
    finally:
        _LOGGER.handlers, _LOGGER.propagate = vorige
    if verzamelaar.meldingen:
        raise Controlefout(
            f"De opmaak van de brief klopt niet: {'; '.join(dict.fromkeys(verzamelaar.meldingen))}.",
            vervolg="Verbeter het sjabloon of de huisstijl; er is geen brief gemaakt.",
        )


def _pangoversie() -> str:
    getal = int(ctypes.CDLL("libpango-1.0.so.0").pango_version())
    return f"{getal // 10000}.{getal // 100 % 100}.{getal % 100}"
