"""Reading deliveries: what is found is stated, every fault is named without its value, and no row is dropped."""

import io
import zipfile
from datetime import date

import pytest
from fusiedata import bsn_nummer, schrijf_dbf
from openpyxl import Workbook

from toegang.errors import Controlefout, Invoerfout
from toegang.fusion.lezen.gebrek import Gebreksoort, waardeklasse
from toegang.fusion.lezen.openen import open_levering


def lees(pad, **vast):
    _, bladen = open_levering(pad, vast or None)
    return bladen


def een(tmp_path, naam, inhoud, **vast):
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    (blad,) = lees(pad, **vast)
    return blad, list(blad.rijen())


@pytest.mark.parametrize(
    ("inhoud", "vorm"),
    [
        ("naam;plaats\r\nZoë;Nuth\r\n".encode("cp1252"), "Windows-1252, scheidingsteken ;"),
        ("naam,plaats\r\nZoë,Nuth\r\n".encode("utf-8-sig"), "UTF-8 met BOM, scheidingsteken ,"),
        ("naam\tplaats\nZoë\tNuth\n".encode(), "UTF-8, scheidingsteken tab"),
        (b"naam|plaats\nJan|Nuth\n", "ASCII, scheidingsteken |"),
    ],
)
def test_tekenset_en_scheidingsteken_worden_gevonden_en_genoemd(tmp_path, inhoud, vorm):
    blad, rijen = een(tmp_path, "mensen.csv", inhoud)
    assert vorm in blad.vorm
    assert rijen[0].waarden["plaats"] == "Nuth"
    assert rijen[0].waarden["naam"] in ("Zoë", "Jan")


def test_een_korte_en_een_lange_rij_blijven_bewaard(tmp_path):
    _, rijen = een(tmp_path, "a.csv", b"x;y;z\n1;2;3\n4;5\n6;7;8;9\n")
    soorten = [[item.soort for item in rij.gebreken] for rij in rijen]
    assert soorten == [[], [Gebreksoort.RIJ_TE_KORT], [Gebreksoort.RIJ_TE_LANG]]
    assert rijen[1].waarden == {"x": "4", "y": "5"}
    assert rijen[2].waarden["kolom 4"] == "9"


def test_regeleinden_binnen_aanhalingstekens_zijn_een_rij(tmp_path):
    _, rijen = een(tmp_path, "a.csv", b'x;y\n1;"twee\nregels; en ""meer"""\n3;4\n')
    assert [rij.rij for rij in rijen] == [1, 2]
    assert rijen[0].waarden["y"] == 'twee\nregels; en "meer"'


def test_een_verkeerde_tekenset_is_een_gebrek_zonder_waarde(tmp_path):
    _, rijen = een(tmp_path, "a.csv", "naam;x\nZoë;1\n".encode("cp1252"), a=("utf-8", ""))
    (gebrek,) = rijen[0].gebreken
    assert gebrek.soort is Gebreksoort.TEKENSET
    assert "Zo" not in gebrek.zin
    _, rijen = een(tmp_path, "b.csv", "naam;x\nZoÃ«;1\n".encode())
    assert [item.soort for item in rijen[0].gebreken] == [Gebreksoort.DUBBEL_GECODEERD]


def test_een_dubbele_kop_verliest_niets(tmp_path):
    blad, rijen = een(tmp_path, "a.csv", b"x;x;y\n1;2;3\n")
    assert blad.kolommen == ("x", "x (2)", "y")
    assert [item.soort for item in blad.gebreken] == [Gebreksoort.DUBBELE_KOP]
    assert rijen[0].waarden["x (2)"] == "2"


@pytest.mark.parametrize("inhoud", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_een_leeg_bestand_wordt_geweigerd(tmp_path, inhoud):
    (tmp_path / "a.csv").write_bytes(inhoud)
    with pytest.raises(Controlefout):
        lees(tmp_path / "a.csv")


def werkmap(**cellen):
    map_ = Workbook()
    vel = map_.active
    vel.title = "Blad"
    vel.append(["nr", "datum", "uren"])
    vel.append([1, 43465, 2.0])
    for plek, waarde in cellen.items():
        vel[plek] = waarde
    stroom = io.BytesIO()
    map_.save(stroom)
    return stroom.getvalue()


def test_een_werkblad_als_tekst(tmp_path):
    _, rijen = een(tmp_path, "a.xlsx", werkmap(A4=3))
    assert rijen[0].waarden == {"nr": "1", "datum": "43465", "uren": "2"}
    assert [rij.rij for rij in rijen] == [1, 3]  # the empty row between keeps its number


def test_formules_en_samengevoegde_cellen_worden_gemeld(tmp_path):
    map_ = Workbook()
    vel = map_.active
    vel.title = "Blad"
    vel.append(["nr", "x"])
    vel.append(["=1+1", "a"])
    vel.append([2, None])
    vel.merge_cells("B2:B3")
    map_.save(tmp_path / "a.xlsx")
    (blad,) = lees(tmp_path / "a.xlsx")
    soorten = {item.soort for item in blad.gebreken} | {i.soort for rij in blad.rijen() for i in rij.gebreken}
    assert soorten == {Gebreksoort.SAMENGEVOEGDE_CEL, Gebreksoort.FORMULE}


def test_een_xlsx_die_csv_is_wordt_gelezen_en_genoemd(tmp_path):
    blad, rijen = een(tmp_path, "a.xlsx", b"x;y\n1;2\n")
    assert [item.soort for item in blad.gebreken] == [Gebreksoort.ANDERE_VORM]
    assert rijen[0].waarden == {"x": "1", "y": "2"}


def test_een_zip_wordt_gelezen_zonder_uit_te_pakken(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as inhoud:
        inhoud.writestr("../../map/een.csv", "x,y\n1,2\n")
        inhoud.writestr("twee.csv", "x,y\n3,4\n")
    assert [blad.naam for blad in lees(tmp_path / "a.zip")] == ["een", "twee"]
    assert sorted(item.name for item in tmp_path.iterdir()) == ["a.zip"]


def test_een_zipbom_wordt_geweigerd(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as inhoud:
        inhoud.writestr("een.csv", b"0" * (40 << 20))
    with pytest.raises(Controlefout, match="ZIP-bom"):
        lees(tmp_path / "a.zip")


def test_een_zip_die_liegt_over_haar_grootte_geeft_niet_meer_dan_zij_zei(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as inhoud:
        inhoud.writestr("een.csv", b"x,y\n" + b"1,2\n" * 1000)
    ruw = bytearray((tmp_path / "a.zip").read_bytes())
    for handtekening, plek in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        begin = ruw.rindex(handtekening)
        ruw[begin + plek : begin + plek + 4] = (8).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(ruw)
    with pytest.raises(Controlefout, match="beschadigd"):
        lees(tmp_path / "a.zip")


def test_dbase_met_datum_en_accenten(tmp_path):
    schrijf_dbf(tmp_path / "a.dbf", [("NAAM", "C", 10), ("GEB", "D", 8)], [["Zoë", date(1980, 5, 4)]])
    (blad,) = lees(tmp_path / "a.dbf")
    (rij,) = blad.rijen()
    assert rij.waarden == {"NAAM": "Zoë", "GEB": "1980-05-04"}
    assert "DBF" in blad.vorm


def test_wat_er_niet_is_en_wat_te_oud_is(tmp_path):
    with pytest.raises(Invoerfout):
        lees(tmp_path / "niets")
    (tmp_path / "oud.xls").write_bytes(b"\xd0\xcf\x11\xe0" + b"\x00" * 40)
    with pytest.raises(Controlefout, match=r"\.xlsx"):
        lees(tmp_path / "oud.xls")


def test_een_waardeklasse_verraadt_niemand():
    assert waardeklasse(bsn_nummer(0)) == "9 cijfers"
    assert waardeklasse("Jansen") == "tekst van 6 tekens"
    assert waardeklasse("12-03-85") == "99-99-99"
    assert waardeklasse(" ") == "leeg"
