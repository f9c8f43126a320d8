from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pypdfium2
import pytest

from toegang.domain.huisstijl import Huisstijl
from toegang.errors import Controlefout, ToegangFout
from toegang.letters.opdracht import Bestandsbijlage, Pdf, Renderopdracht
from toegang.letters.pdfuaid import verklaar_pdfua

KAAL = '<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body><h1>x</h1>{}</body></html>'

ZELFDE_BRIEF = """
import hashlib, sys
from datetime import UTC, datetime
from toegang_beschikkingen import SJABLONEN
from toegang.domain.huisstijl import Huisstijl
from toegang.letters.maken import maak_brief
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.weasy import WeasyRenderer
set_ = Sjabloonset([SJABLONEN])
renderer = WeasyRenderer()
logo = bytes.fromhex(sys.argv[1])
for sjabloon in sys.argv[2:]:
    brief = maak_brief(voorbeeldgegevens(sjabloon, set_.matrix), set_, Huisstijl(), logo, renderer,
                       datetime(2026, 3, 24, 9, 30, tzinfo=UTC))
    print(sjabloon, brief.sha256)
"""


@pytest.fixture
def opdracht(logo, tijdstip):
    def opdracht_(html: str, **anders) -> Renderopdracht:
        return Renderopdracht(**{"html": html, "huisstijl": Huisstijl(), "logo": logo, "tijdstip": tijdstip, **anders})

    return opdracht_


def open_pdf(inhoud: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(inhoud))


@pytest.mark.regel("L-145")
def test_one_file_claims_pdfa_and_pdfua_and_describes_the_claim(maak, voorbeeld) -> None:
    with open_pdf(maak(voorbeeld()).pdf) as pdf, pdf.open_metadata() as metagegevens:
        assert metagegevens.pdfa_status == "3A"
        assert metagegevens["pdfuaid:part"] == "1"
        assert str(pdf.Root.Metadata.read_bytes(), "utf-8").count("pdfaSchema:prefix>pdfuaid<") == 1


def test_language_title_tags_and_dates(maak, voorbeeld) -> None:
    gegevens = voorbeeld(onderwerp="Besluit: één ding")
    with open_pdf(maak(gegevens).pdf) as pdf:
        wortel = pdf.Root
        assert str(wortel.Lang) == "nl"
        assert str(pdf.docinfo["/Title"]) == "Besluit: één ding"
        assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20260324093000Z"
        assert bool(wortel.MarkInfo.Marked)
        assert bool(wortel.ViewerPreferences.DisplayDocTitle)
        assert all(str(pagina.Tabs) == "/S" for pagina in pdf.pages)
        rollen = _rollen(wortel.StructTreeRoot)
        assert {"/H1", "/H2", "/P", "/L", "/Table", "/TH", "/Figure"} <= rollen


def _rollen(knoop) -> set[str]:
    rollen = {str(knoop.S)} if "/S" in knoop else set()
    kinderen = knoop.get("/K", [])
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary):
            rollen |= _rollen(kind)
    return rollen


def test_only_the_house_font_is_embedded(maak, voorbeeld) -> None:
    gegevens = voorbeeld(onderwerp="Ĳsbrânt Żółć – “€ 12” ½ Nguyễn")
    with open_pdf(maak(gegevens).pdf) as pdf:
        fonts = [font for pagina in pdf.pages for font in pagina.Resources.Font.values()]
        namen = {str(font.BaseFont).partition("+")[2] for font in fonts}
        ingesloten = ["/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts]

    assert all(naam.startswith("Source-Sans-3") for naam in namen)
    assert ingesloten
    assert all(ingesloten)


def test_a_letter_is_small_and_knows_its_pages(maak, voorbeeld) -> None:
    brief = maak(voorbeeld())

    with open_pdf(brief.pdf) as pdf:
        assert brief.paginas == len(pdf.pages) == 2
    assert len(brief.pdf) <= 60_000
    assert brief.sha256 == hashlib.sha256(brief.pdf).hexdigest()
    assert {"weasyprint", "pydyf", "pango"} <= dict(brief.software).keys()
    assert boven_het_contact(brief.pdf)


@pytest.mark.lang
@pytest.mark.parametrize("punten", [9.5, 10.5, 11, 12])
@pytest.mark.parametrize("sjabloon", ["wmo/toekenning", "wgs/toekenning", "gpk/intrekking", "aanvraag/aanvulling"])
def test_no_page_holds_only_contact_signature_and_privacy(sjabloon, punten, maak, voorbeeld) -> None:
    assert boven_het_contact(maak(voorbeeld(sjabloon), Huisstijl(puntgrootte=punten)).pdf)


def boven_het_contact(inhoud: bytes) -> list[str]:
    """Return the lines of the letter above the contact, on the page where that stands."""
    with pypdfium2.PdfDocument(inhoud) as pdf:
        teksten = [blad.get_textpage().get_text_bounded() for blad in pdf]
    blad = next(tekst for tekst in teksten if "Heeft u vragen?" in tekst)
    return [regel for regel in blad.partition("Heeft u vragen?")[0].splitlines() if regel.endswith((".", ";"))]


def test_same_bytes_in_another_process_and_order(maak, voorbeeld, logo) -> None:
    sjablonen = ["wmo/toekenning", "gpk/afwijzing", "plan/plan-is-beschikking"]
    hier = {sjabloon: maak(voorbeeld(sjabloon)).sha256 for sjabloon in reversed(sjablonen)}

    kind = subprocess.run(
        [sys.executable, "-c", ZELFDE_BRIEF, logo.hex(), *sjablonen], capture_output=True, text=True, check=True
    )

    assert dict(regel.split() for regel in kind.stdout.splitlines()) == hier


def test_the_instant_is_what_is_given_in_any_zone(opdracht, renderer, tijdstip) -> None:
    elders = tijdstip.astimezone(timezone(timedelta(hours=5)))
    html = KAAL.format("<p>tekst</p>")

    assert renderer.render(opdracht(html)) == renderer.render(opdracht(html, tijdstip=elders))
    assert renderer.render(opdracht(html)) != renderer.render(opdracht(html, tijdstip=datetime(2027, 1, 1, tzinfo=UTC)))


def test_two_house_styles_in_one_process_do_not_mix(maak, voorbeeld) -> None:
    gewoon = maak(voorbeeld())
    maak(voorbeeld(), Huisstijl(accent="#8a1538", venster_links_mm=110))

    assert maak(voorbeeld()).sha256 == gewoon.sha256


@pytest.mark.parametrize(
    "adres",
    [
        "file:///etc/hostname",
        "http://x.example/a.png",
        "https://x.example/a.png",
        "data:image/png;base64,AA==",
        "/etc/hostname",
    ],
)
def test_no_file_and_no_network(opdracht, renderer, adres: str) -> None:
    with pytest.raises(Controlefout):
        renderer.render(opdracht(KAAL.format(f'<p><img src="{adres}" alt="x"></p>')))


@pytest.mark.parametrize("adres", ["file:///etc/hostname", "http://x.example/a.png"])
def test_a_logo_cannot_fetch_either(opdracht, renderer, adres: str) -> None:
    logo = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="{adres}" width="9" height="9"/></svg>'
    )
    with pytest.raises(Controlefout, match="Failed to render SVG image"):
        renderer.render(opdracht(KAAL.format('<p><img src="huisstijl:logo" alt="x"></p>'), logo=logo.encode()))


def test_a_warning_of_the_renderer_is_an_error_without_the_words_of_the_letter(opdracht, renderer) -> None:
    with pytest.raises(Controlefout) as fout:
        renderer.render(opdracht(KAAL.format('<p style="kanariegeel: Kanariegeel">x</p>')))

    assert "kanariegeel" not in str(fout.value).lower()


def test_files_travel_inside_with_their_relation(maak, voorbeeld) -> None:
    bijlage = Bestandsbijlage("plan.json", b'{"zaak": "Z2026-000000"}', "Het plan", "Source")
    een, twee = (maak(voorbeeld(), bestanden=(bijlage,)) for _ in range(2))

    assert een.sha256 == twee.sha256
    with open_pdf(een.pdf) as pdf:
        assert pdf.attachments["plan.json"].get_file().read_bytes() == bijlage.inhoud
        assert {str(deel.AFRelationship) for deel in pdf.Root.AF} == {"/Data", "/Source"}


def test_every_cell_points_to_its_row_header(maak, voorbeeld) -> None:
    with open_pdf(maak(voorbeeld()).pdf) as pdf:
        delen = [deel for deel in pdf.objects if isinstance(deel, pikepdf.Dictionary) and "/S" in deel]
        koppen = {str(deel.ID) for deel in delen if deel.S == "/TH"}
        verwijzingen = [{str(kop) for kop in deel.A.Headers} for deel in delen if deel.S == "/TD"]

    assert len(koppen) == len(verwijzingen) == 5
    assert set.union(*verwijzingen) == koppen


def test_links_are_links(maak, voorbeeld) -> None:
    with open_pdf(maak(voorbeeld()).pdf) as pdf:
        adressen = {str(link.A.URI) for pagina in pdf.pages for link in pagina.get("/Annots", [])}

    assert adressen == {"https://www.voorbeeldstad.example", "https://www.voorbeeldstad.example/bezwaar"}


def test_metadata_of_another_shape_is_refused() -> None:
    with pytest.raises(ToegangFout, match=r"requirements\.txt"):
        verklaar_pdfua(b"<x/>")
    with pytest.raises(ToegangFout):
        verklaar_pdfua(b"<rdf:RDF></rdf:RDF><rdf:RDF></rdf:RDF>")


def test_bytes_keep_their_pages_between_processes() -> None:
    import pickle

    heen_en_weer = pickle.loads(pickle.dumps(Pdf(b"%PDF", 3)))  # noqa: S301  our own bytes

    assert (bytes(heen_en_weer), heen_en_weer.paginas) == (b"%PDF", 3)
