"""The rules book: complete, checked when read, and in line with the fact sheet it was written from."""

import re
from collections import Counter
from pathlib import Path

import pytest

from toegang.domain import regelboek as module
from toegang.domain.regelboek import Boeksterkte, boekregel, regelboek
from toegang.errors import Invoerfout, ToegangFout

FEITEN = Path(__file__).resolve().parents[4] / "shared" / "DOMAIN.md"
KOP = "id,herkomst,sterkte,aspect,ernst,artikel,bewijs,tekst\n"
AANTALLEN = {
    "schagen": 23,
    "beekdaelen": 82,
    "zwolle": 28,
    "doetinchem": 24,
    "artikel 003": 24,
    "wet": 139,
}
_ZONDER_ERNST = ("B.2", "B.7")


@pytest.fixture
def eigen_boek(tmp_path, monkeypatch):
    """Read another book, with an empty cache before and after."""
    monkeypatch.setattr("toegang.domain.gegevens.GEGEVENSMAP", tmp_path)
    regelboek.cache_clear()
    yield lambda *rijen: (tmp_path / "regels.csv").write_text(KOP + "\n".join(rijen) + "\n", encoding="utf-8")
    regelboek.cache_clear()


def test_alle_regels_staan_erin():
    assert Counter(regel.herkomst for regel in regelboek().values()) == AANTALLEN
    sterktes = Counter(regel.sterkte for regel in regelboek().values() if not regel.is_wet)
    assert sterktes == {"MUST": 149, "PREF": 13, "OPEN": 6, "CTX": 10, "D": 2, "BELEID": 1}


def test_nummers_lopen_door():
    for letter in "SBZDW":
        nummers = [int(id[2:]) for id in regelboek() if id[0] == letter]
        assert nummers == list(range(1, len(nummers) + 1))


def test_elke_zin_is_er_een_en_van_gewone_lengte():
    for regel in regelboek().values():
        assert regel.tekst[0].isupper() or regel.tekst.startswith("1")
        assert 20 <= len(regel.tekst) <= 125
    assert len({regel.tekst for regel in regelboek().values()}) == len(regelboek())


def test_een_regel_opzoeken():
    assert boekregel(" s-11 ").sterkte is Boeksterkte.MUST
    wet = boekregel("L-26")
    assert (wet.is_wet, wet.sterkte, wet.ernst, wet.bewijs) == (True, None, ("E",), ("V",))
    assert "6:7" in wet.artikel
    with pytest.raises(Invoerfout, match="bestaat niet"):
        boekregel("S-99")


@pytest.mark.parametrize(
    ("rij", "waarom"),
    [
        ("X-1,wet,,,E,Awb 1:3,V,Een zin.", "id of herkomst"),
        ("S-01,schagen,MUST,intake,,,,Een zin.", "id of herkomst"),
        ("S-1,zwolle,MUST,intake,,,,Een zin.", "id of herkomst"),
        ("S-1,schagen,MOET,intake,,,,Een zin.", "Boeksterkte"),
        ("S-1,schagen,,intake,,,,Een zin.", "geen sterkte"),
        ("L-1,wet,MUST,,E,Awb 1:3,V,Een zin.", "geen sterkte"),
        ("L-1,wet,,,E,,V,Een zin.", "artikel en bewijs"),
        ("L-1,wet,,,E,Awb 1:3,,Een zin.", "artikel en bewijs"),
        ("L-1,wet,,,X,Awb 1:3,V,Een zin.", "ernst"),
        ("L-1,wet,,,E,Awb 1:3,Z,Een zin.", "bewijs 'Z'"),
        ("S-1,schagen,MUST,intake,E,,,Een zin.", "alleen een regel van de wet"),
        ("S-1,schagen,MUST,,,,,Een zin.", "alleen een regel van de wet"),
        ("S-1,schagen,MUST,intake,,,,Een zin", "punt"),
        ("S-1,schagen,MUST,intake,,,", "evenveel velden"),
    ],
)
def test_een_foute_rij_wordt_geweigerd_met_haar_regel(eigen_boek, rij, waarom):
    eigen_boek("S-2,schagen,MUST,intake,,,,Een goede zin.", rij)
    with pytest.raises(ToegangFout, match=rf"regels\.csv, regel 3.*{waarom}"):
        regelboek()


def test_een_regel_staat_er_een_keer(eigen_boek):
    eigen_boek(*["S-1,schagen,MUST,intake,,,,Een zin."] * 2)
    with pytest.raises(ToegangFout, match="S-1 twee keer"):
        regelboek()


def test_het_boek_volgt_de_feiten():
    if not FEITEN.is_file():
        pytest.skip("het feitenblad staat niet naast de repository")
    feiten = dict(_feiten(FEITEN.read_text(encoding="utf-8")))
    assert list(feiten) == list(regelboek())
    for id, (sterkte, ernst, bewijs) in feiten.items():
        regel = module.boekregel(id)
        assert (regel.sterkte, set(regel.ernst), set(regel.bewijs)) == (sterkte, ernst, bewijs), id


def _feiten(tekst):
    """Give every numbered row of A.1-A.5, B.1-B.7, E.1 and E.3: id, strength, severities, evidence marks."""
    deel = ""
    for regel in tekst.splitlines():
        if regel.startswith("## "):
            deel = regel.split()[1]
        treffer = re.match(r"\| ([SBZDWLF]-\d+) \|", regel)
        if treffer is None or deel[:2] not in ("A.", "B.", "E."):
            continue
        cellen = [cel.strip() for cel in re.split(r"(?<!\\)\|", regel)[1:-1]]
        if treffer[1].startswith("F"):
            # E.3 gives no mark: those rules are ours
            yield treffer[1], (None, set(), _merken(cellen[-1]) if deel == "E.1" else {"D"})
        elif treffer[1].startswith("L"):
            ernst = set() if deel in _ZONDER_ERNST else _woorden(r"E|W|I|policy", re.sub(r"B-\d+", "", cellen[2]))
            yield treffer[1], (None, {item.replace("policy", "beleid") for item in ernst}, _merken(cellen[-1]))
        else:
            woord = re.match(r"\w+", cellen[3])[0]
            yield treffer[1], ("BELEID" if woord == "tenant" else woord, set(), set())


def _merken(cel):
    return _woorden(r"V2|V|M|D", cel)


def _woorden(keuze, cel):
    return set(re.findall(rf"\b({keuze})\b", cel))
