"""Previews: marked on every page, from made-up data or from a zaak, and never a letter."""

import pypdfium2
import pytest

from toegang.plugins.bord import Hakenbord


def bladzijden(pad):
    document = pypdfium2.PdfDocument(pad.read_bytes())
    teksten = [bladzijde.get_textpage().get_text_range() for bladzijde in document]
    document.close()
    return teksten


def voorbeeld(toegang, *woorden):
    return toegang("beschikking", "voorbeeld", *woorden, "-g", "zwolle")


def drager(toegang):
    """Return who is concerned with a zaak of the first wijkteam (Z-20)."""
    mensen = toegang("medewerker", "lijst", "-g", "zwolle", "--json").json["medewerkers"]
    return next(mens["id"] for mens in mensen if "wijkteam-1" in mens["teams"])


def test_alle_brieven_staan_in_een_lijst(data, toegang):
    uitkomst = toegang("beschikking", "sjablonen", "-g", "zwolle")
    assert uitkomst.code == 0
    assert "melding/ontvangstbevestiging" in uitkomst.uit
    assert max(map(len, uitkomst.uit.splitlines())) <= 80


@pytest.mark.lang
def test_een_fout_in_een_sjabloon_blijkt_voor_er_gegevens_zijn(data, toegang, tmp_path, monkeypatch):
    map_ = tmp_path / "eigen"
    (map_ / "wmo").mkdir(parents=True)
    tekst = '{% extends "gedeeld:wmo/toekenning.html" %}{% block contact %}<p>{{ brief.zaaknumer }}</p>{% endblock %}'
    (map_ / "wmo" / "toekenning.html").write_text(tekst)
    gewoon = Hakenbord.template_dirs
    monkeypatch.setattr(Hakenbord, "template_dirs", lambda bord: (("eigen", (str(map_),)), *gewoon(bord)))
    fout = "- wmo/toekenning, regel 1: 'brief' heeft geen gegeven 'zaaknumer'"
    for woorden in (("beschikking", "sjablonen", "-g"), ("gemeente", "controleer")):
        uitkomst = toegang(*woorden, "zwolle")
        assert uitkomst.code == 6
        assert fout in uitkomst.uit
    als_json = toegang("beschikking", "sjablonen", "-g", "zwolle", "--json")
    assert (als_json.code, als_json.json["fouten"]) == (6, [fout.removeprefix("- ")])
    assert {"sjabloon": "wmo/toekenning", "soort": "BESCHIKKING"}.items() <= als_json.json["brieven"][0].items()


def test_op_elke_bladzijde_staat_dat_het_een_concept_is(data, toegang, tmp_path):
    doel = tmp_path / "v.pdf"
    uitkomst = voorbeeld(toegang, "wmo/toekenning", "--uit", doel)
    assert (uitkomst.code, uitkomst.uit) == (0, f"{doel} (3 bladzijden), gemerkt als CONCEPT.\n")
    assert doel.stat().st_mode & 0o777 == 0o600
    # the mark is drawn upwards, so its letters come one by one
    assert all("CONCEPT" in "".join(tekst.split()) for tekst in bladzijden(doel))
    assert "Gemeente Zwolle" in bladzijden(doel)[0]


def test_met_png_komt_er_een_plaatje_per_bladzijde(data, toegang, tmp_path):
    uitkomst = voorbeeld(toegang, "melding/ontvangstbevestiging", "--uit", tmp_path / "v.pdf", "--png")
    plaatjes = sorted(tmp_path.glob("v-*.png"))
    assert plaatjes
    assert uitkomst.uit.splitlines()[1:] == [str(pad) for pad in plaatjes]
    assert all(pad.read_bytes().startswith(b"\x89PNG") for pad in plaatjes)


def test_met_een_zaak_staan_haar_gegevens_erin_en_is_dat_gelogd(toegang, brenger, tmp_path):
    zaak = brenger("batch")
    doel = tmp_path / "v.pdf"
    uitkomst = voorbeeld(
        toegang, "melding/ontvangstbevestiging", "--zaak", zaak, "--uit", doel, "--als", drager(toegang)
    )
    assert uitkomst.code == 0
    assert zaak in bladzijden(doel)[0]
    assert "Kenmerk" in bladzijden(doel)[0]
    assert "VOORBEELD" in bladzijden(doel)[0]


@pytest.mark.parametrize(
    ("woorden", "code", "zegt"),
    [
        (("bestaat/niet",), 6, "De brief 'bestaat/niet' bestaat niet."),
        (("wmo/toekeninng",), 6, "Lijkt erop: wmo/toekenning, "),
        (("afwijzing",), 6, "De opdracht 'toegang beschikking sjablonen' toont alle brieven."),
        (("wmo/toekenning", "--zaak", "Z2026-999999"), 2, "bestaat niet in gemeente zwolle"),
        (("wmo/toekenning", "--zaak", "zaak"), 2, "zaaknummer"),
    ],
)
def test_wat_er_niet_is_wordt_gezegd(data, toegang, tmp_path, woorden, code, zegt):
    uitkomst = voorbeeld(toegang, *woorden, "--uit", tmp_path / "v.pdf")
    assert (uitkomst.code, zegt in uitkomst.fout) == (code, True), uitkomst.fout
    assert not (tmp_path / "v.pdf").exists()


def test_een_map_die_er_niet_is_heeft_niets_te_maken_met_de_gegevensmap(data, toegang, tmp_path):
    uitkomst = voorbeeld(toegang, "informatie/informatiebrief", "--uit", tmp_path / "weg" / "v.pdf")
    assert uitkomst.code == 1
    assert "(bestaat niet)" in uitkomst.fout
    assert "Kies een map die er is en waarin u mag schrijven." in uitkomst.fout
    assert "TOEGANG_DATA" not in uitkomst.fout


def test_een_besluit_dat_er_nog_niet_is(toegang, zaak, tmp_path):
    uitkomst = voorbeeld(
        toegang, "wmo/toekenning", "--zaak", zaak, "--uit", tmp_path / "v.pdf", "--als", drager(toegang)
    )
    assert uitkomst.code == 2
    assert f"Zaak {zaak} heeft nog geen besluit, en 'wmo/toekenning' drukt er een af." in uitkomst.fout


def test_een_bijlage_gaat_met_een_brief_mee(toegang, zaak, tmp_path):
    uitkomst = voorbeeld(toegang, "plan/plan-van-aanpak", "--zaak", zaak, "--uit", tmp_path / "v.pdf")
    assert uitkomst.code == 2
    assert "is een bijlage" in uitkomst.fout


def test_wie_er_niets_mee_te_maken_heeft_ziet_geen_voorbeeld_van_een_zaak(toegang, zaak, tmp_path):
    doel = tmp_path / "v.pdf"
    dicht = voorbeeld(toegang, "melding/ontvangstbevestiging", "--zaak", zaak, "--uit", doel, "--als", "M-005")
    assert (dicht.code, "Z-20" in dicht.fout, doel.exists()) == (4, True, False)
    met = ("--als", "M-005", "--reden", "waarneming")
    assert voorbeeld(toegang, "melding/ontvangstbevestiging", "--zaak", zaak, "--uit", doel, *met).code == 0
