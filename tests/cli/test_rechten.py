"""Who may do what, as people meet it: in production by account and role, in trial mode as a warning."""

import io
import os
import shutil
from datetime import date

import pytest

from toegang.environment import Klok, open_gemeente
from toegang.storage import Actor
from toegang.tenancy import Register, Stand
from toegang_cli.uitvoer import BREEDTE
from toegang_cli.uitvoering.rechten import over_rollen

VANDAAG = date(2026, 11, 20)
G = ("-g", "zwolle")
CONSULENT, ANDERE, BACKOFFICE, TEAMLEIDER, JURIST, FG = "M-002", "M-005", "M-011", "M-012", "M-013", "M-020"
IT, TWEEDE_IT, VREEMD = 4700, 4701, 4999
MENSEN = {CONSULENT: 4002, ANDERE: 4005, BACKOFFICE: 4011, TEAMLEIDER: 4012, JURIST: 4013, FG: 4020}

NIEUW = {
    "id": FG,
    "naam": "Toezichthouder Oefening",
    "functie": "functionaris-gegevensbescherming",
    "werkgever": "gemeente-zwolle",
    "in_dienst_van": "2020-01-01",
}


class Werk:
    """Work under an account of the machine: ``SUDO_UID`` behind the service account, as sudo sets it."""

    def __init__(self, toegang, monkeypatch):
        self.toegang, self.monkeypatch = toegang, monkeypatch

    def __call__(self, wie, *woorden):
        self.monkeypatch.setenv("SUDO_UID", str(MENSEN.get(wie, wie)))
        return self.toegang(*woorden)


def log(data, **voorwaarden):
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1), alleen_lezen=True) as werk:
        return werk.logboek.regels(**voorwaarden)


@pytest.fixture
def productie(brenger, data, toegang, monkeypatch, momenten, stappen, schrijf):
    """Zwolle in production, with a zaak in which a decision is due; the people work under accounts of their own."""
    if (klaar := momenten / "productie").exists():
        shutil.rmtree(data)
        shutil.copytree(klaar, data)
        zaak = stappen["voorstel"][2]
    else:
        zaak = brenger("voorstel")
        assert toegang("medewerker", "nieuw", schrijf("fg.json", NIEUW), *G).code == 0
        for mens, uid in MENSEN.items():
            assert toegang("medewerker", "account", mens, "--uid", uid, *G).code == 0
        assert toegang("gemeente", "beheerder", "zwolle", "--erbij", IT).code == 0
        Register(data).zet_stand("zwolle", Stand.PRODUCTIE)
        shutil.copytree(data, klaar)
    monkeypatch.delenv("TOEGANG_VANDAAG")
    monkeypatch.setattr("toegang.environment.Klok.vandaag", lambda _self: VANDAAG)
    werk = Werk(toegang, monkeypatch)
    werk.zaak = zaak
    return werk


def test_een_vreemd_account_komt_nergens_en_dat_staat_in_het_logboek(productie, data):
    dicht = productie(VREEMD, "zaak", "lijst", *G)
    assert dicht.code == 4
    assert dicht.uit == ""
    assert dicht.fout.startswith(
        "Fout: Account 4999, aan geen medewerker gekoppeld, mag in gemeente zwolle niet: zaak lijst. "
        "Dat mag wie een van deze rollen heeft: intake, consulent"
    )
    assert "Vraag het aan M-002, M-005, M-011, M-012, M-013." in dicht.fout
    regel = log(data, uid=VREEMD)[-1]
    assert (regel.actie, regel.detail) == ("regel.geweigerd", {"stap": "zaak lijst", "regels": "rechten"})


def zonder_als(woorden):
    return woorden[: woorden.index("--als")] + woorden[woorden.index("--als") + 2 :] if "--als" in woorden else woorden


def test_b45_administratie_verzendt_en_schrijft_geen_inhoud(productie, stappen, schrijf):
    zaak = productie.zaak
    for stap in ("gesprek", "plan", "voorstel", "besluit"):
        woorden = zonder_als(stappen[stap])
        dicht = productie(BACKOFFICE, *woorden)
        assert (dicht.code, "Medewerker M-011 (rol administratie) mag" in dicht.fout) == (4, True), woorden
    assert productie(BACKOFFICE, "zaak", "signaleer", zaak, schrijf("s.txt", "Het adres lijkt oud."), *G).code == 0
    assert productie(BACKOFFICE, "beschikking", "batch", "status", *G).code == 0
    assert productie(BACKOFFICE, "zaak", "inzien", zaak, *G).code == 0  # the route lets her send it


def test_l140_it_beheert_en_leest_geen_dossier(productie):
    zaak = productie.zaak
    for woorden in (("zaak", "inzien", zaak), ("waarom", zaak), ("melding", "toon", zaak), ("zaak", "lijst")):
        dicht = productie(IT, *woorden, *G)
        assert (dicht.code, dicht.uit, "Account 4700, rol beheer," in dicht.fout) == (4, "", True), woorden
    assert productie(IT, "zaak", "inzien", zaak, *G, "--reden", "storing").code == 4
    assert productie(IT, "gemeente", "status", "zwolle").code == 0
    assert productie(IT, "gemeente", "instel", "zwolle", "archief.actor", "archivaris").code == 0
    assert productie(IT, "privacy", "logboek", "controleer", *G).code == 0
    assert productie(IT, "privacy", "logboek", "--zaak", zaak, *G).code == 4


@pytest.mark.lang
def test_wat_op_de_machine_werkt_is_voor_beheerders(productie):
    for woorden in (("gemeente", "reservekopie", "zwolle", "--proef"), ("doctor",), ("gemeente", "status")):
        dicht = productie(TEAMLEIDER, *woorden)
        assert (dicht.code, "is geen beheerder van" in dicht.fout) == (4, True), woorden
    assert productie(IT, "gemeente", "reservekopie", "zwolle", "--proef").code == 0
    assert productie(VREEMD, "gemeente", "lijst").code == 0  # opens none
    assert productie(IT, "gemeente", "beheerder", "zwolle", "--erbij", TWEEDE_IT).code == 0
    assert productie(TWEEDE_IT, "gemeente", "reservekopie", "zwolle", "--proef").code == 0
    assert productie(IT, "gemeente", "beheerder", "zwolle", "--eraf", TWEEDE_IT).code == 0
    assert productie(TWEEDE_IT, "gemeente", "reservekopie", "zwolle", "--proef").code == 4


def test_z20_schrijven_doet_wie_bij_de_zaak_hoort(productie, stappen):
    """A colleague of another team reads with a reason, and writes not at all until the teamleider adds him."""
    zaak = productie.zaak
    lezen = productie(ANDERE, "zaak", "inzien", zaak, *G)
    assert (lezen.code, "Z-20" in lezen.fout) == (4, True)
    assert productie(ANDERE, "zaak", "inzien", zaak, *G, "--reden", "waarneming").code == 0
    voorstel = zonder_als(stappen["voorstel"])
    dicht = productie(ANDERE, *voorstel)
    assert (dicht.code, "Z-20" in dicht.fout) == (4, True)
    assert productie(CONSULENT, *voorstel).code == 0


@pytest.mark.lang
def test_de_eerste_teamleider_komt_van_beheer_en_geeft_dan_zelf_rollen(productie, toegang, data, monkeypatch):
    weigert = productie(IT, "medewerker", "geef-rol", JURIST, "administratie", *G)
    assert (weigert.code, "alleen de rol van FG, en die van de eerste teamleider" in weigert.fout) == (4, True)
    assert "M-012" in weigert.fout
    zelf = productie(TEAMLEIDER, "medewerker", "geef-rol", TEAMLEIDER, "jurist", *G)
    assert (zelf.code, "uzelf geen rol" in zelf.fout) == (4, True)
    assert productie(JURIST, "medewerker", "geef-rol", BACKOFFICE, "jurist", *G).code == 4
    proef = productie(TEAMLEIDER, "medewerker", "geef-rol", BACKOFFICE, "jurist", *G, "--proef")
    assert (proef.code, log(data, actie="rol.gegeven")) == (0, ())
    gegeven = productie(TEAMLEIDER, "medewerker", "geef-rol", BACKOFFICE, "jurist", *G, "--tot", "2026-12-31")
    assert "M-011 heeft de rol jurist van 20 november 2026 tot en met 31 december 2026" in gegeven.uit
    assert productie(BACKOFFICE, "bezwaar", "lijst", *G).code == 0
    nog = productie(TEAMLEIDER, "medewerker", "geef-rol", BACKOFFICE, "jurist", *G)
    assert (nog.code, "heeft de rol jurist dan al" in nog.fout) == (5, True)
    assert productie(BACKOFFICE, "regels", "bevestig", "L-147", *G, "--proef").code == 0
    assert productie(TEAMLEIDER, "medewerker", "neem-rol", BACKOFFICE, "jurist", *G).code == 0
    assert productie(BACKOFFICE, "regels", "bevestig", "L-147", *G, "--proef").code == 4
    functie = productie(TEAMLEIDER, "medewerker", "neem-rol", BACKOFFICE, "administratie", *G)
    assert (functie.code, "volgt uit de gegevens van de gemeente" in functie.fout) == (5, True)
    (een,) = log(data, actie="rol.gegeven")
    assert (een.medewerker, een.detail["medewerker"], een.detail["rol"]) == (TEAMLEIDER, BACKOFFICE, "JURIST")
    (twee,) = log(data, actie="rol.genomen")
    assert twee.medewerker == TEAMLEIDER
    # what was is still to be read
    toon = productie(TEAMLEIDER, "medewerker", "toon", BACKOFFICE, *G)
    assert "jurist vanaf 20 november 2026 tot en met 19 november 2026 (geldt nu niet)" in " ".join(toon.uit.split())


def test_de_fg_leest_het_logboek_en_geen_dossier_zonder_reden(productie, stappen, data):
    zaak = productie.zaak
    dicht = productie(FG, "zaak", "inzien", zaak, *G)
    assert (dicht.code, "Z-20" in dicht.fout) == (4, True)
    assert productie(FG, "zaak", "inzien", zaak, *G, "--reden", "toezicht").code == 0
    assert productie(FG, *stappen["plan"]).code == 4
    productie(ANDERE, "zaak", "inzien", zaak, *G)
    productie(ANDERE, "zaak", "inzien", zaak, *G, "--reden", "spoed")
    van_mens = productie(FG, "privacy", "logboek", "--medewerker", ANDERE, *G, "--json").json["regels"]
    assert [(regel["zaak"], regel["geweigerd"], regel["reden"]) for regel in van_mens] == [
        (zaak, True, None),
        (zaak, False, "SPOED"),
    ]
    inwoner = _client(data)
    van_inwoner = productie(FG, "privacy", "logboek", "--inwoner", inwoner, *G)
    assert van_inwoner.code == 0
    assert "spoed" in van_inwoner.uit
    assert max(map(len, van_inwoner.uit.splitlines())) <= BREEDTE
    assert "Kanariepiet" not in van_inwoner.alles
    # the asking is in the log of the resident too
    weer = productie(FG, "privacy", "logboek", "--inwoner", inwoner, *G, "--json").json["regels"]
    assert weer[-1]["actie"] == "logboek.geraadpleegd"
    assert (weer[-1]["medewerker"], weer[-1]["account"]) == (FG, 4020)
    assert productie(TEAMLEIDER, "privacy", "logboek", "--inwoner", inwoner, *G).code == 4
    assert productie(FG, "privacy", "logboek", "--inwoner", "999990019", *G).code == 2
    dubbel = productie(TEAMLEIDER, "medewerker", "geef-rol", FG, "consulent", *G)
    assert (dubbel.code, "De FG heeft geen andere rol" in dubbel.fout) == (4, True)


def _client(data):
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1), alleen_lezen=True) as werk:
        return werk.zaken.zoek()[0].client_id


def test_oefenen_mag_alles_en_zegt_wat_productie_zou_weigeren(brenger, toegang):
    zaak = brenger("aanvraag")
    woorden = ("zaak", "aanvraag", zaak, "--op", "2026-10-31", *G, "--proef")
    uitkomst = toegang(*woorden, "--als", JURIST)
    assert uitkomst.code == 0
    assert "Let op: in productie mag M-013 dit niet ('zaak aanvraag')" in uitkomst.fout
    for mag in (("--als", CONSULENT), ()):
        goed = toegang(*woorden, *mag)
        assert (goed.code, "Let op: in productie" in goed.fout) == (0, False)


def test_de_tabel_van_rechten(data, toegang):
    tabel = toegang("gemeente", "rechten", "zwolle")
    assert max(len(regel) for regel in tabel.uit.splitlines()) <= BREEDTE
    assert "gesprek verslag                     I   .  x  x  .  .  .  .  .  .  .  .  ." in tabel.uit
    gelezen = toegang("gemeente", "rechten", "zwolle", "--json").json
    rollen = {item["functie"]: [deel["rol"] for deel in item["rollen"]] for item in gelezen["functies"]}
    assert rollen["medewerker-backoffice"] == ["ADMINISTRATIE"]
    assert next(item for item in gelezen["rollen"] if item["rol"] == "TEAMLEIDER")["medewerkers"] == [TEAMLEIDER]
    assert gelezen["beheerders"] == [os.getuid()]
    een = toegang("gemeente", "rechten", "zwolle", "--medewerker", BACKOFFICE)
    assert max(len(regel) for regel in een.uit.splitlines()) <= BREEDTE
    assert "administratie (besluitroute, verzending)" in een.uit
    opdrachten = {
        item["opdracht"]
        for item in toegang("gemeente", "rechten", "zwolle", "--medewerker", BACKOFFICE, "--json").json["opdrachten"]
    }
    assert "beschikking batch maak" in opdrachten
    assert "gesprek verslag" not in opdrachten
    assert toegang("gemeente", "rechten", "zwolle", "--medewerker", "M-999").code == 2


@pytest.mark.lang
def test_rollen_en_accounts_komen_niet_uit_een_bestand(data, toegang, schrijf):
    rol = {"rol": "TEAMLEIDER", "van": "2026-01-01", "door": 0, "op": "2026-01-01"}
    nieuw = toegang("medewerker", "nieuw", schrijf("m.json", {**NIEUW, "rollen": [rol]}), *G)
    assert (nieuw.code, "geeft u niet met een bestand" in nieuw.fout) == (2, True)
    lijst = toegang("medewerker", "importeer", schrijf("l.json", {"medewerker": [{**NIEUW, "rollen": [rol]}]}), *G)
    assert (lijst.code, "geef-rol" in lijst.fout) == (2, True)
    assert toegang("medewerker", "geef-rol", JURIST, "beleid", *G).code == 0
    assert toegang("medewerker", "geef-rol", JURIST, "beheer", *G).code == 2
    assert toegang("medewerker", "geef-rol", JURIST, "div", *G, "--vanaf", "2026-11-01").code == 2
    assert toegang("medewerker", "geef-rol", "M-999", "div", *G).code == 2


def test_controleer_zegt_wie_er_in_productie_niets_kan(data, toegang):
    def zegt():
        with open_gemeente("zwolle") as gemeente:
            return " ".join(over_rollen(gemeente))

    assert "nog geen teamleider met een account" in zegt()
    toegang("medewerker", "account", TEAMLEIDER, "--uid", 4012, *G)
    assert "nog geen teamleider" not in zegt()


@pytest.mark.lang
def test_z20_aan_een_scherm_wordt_de_reden_gevraagd(brenger, toegang, data, monkeypatch):
    zaak = brenger("voorstel")
    monkeypatch.setattr("toegang_cli.uitvoering.inzage.kan_vragen", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("de buurvrouw vroeg het\nspoed\n"))
    gelezen = toegang("zaak", "inzien", zaak, *G, "--als", ANDERE)
    assert (gelezen.code, "Waarom moet u haar zien?" in gelezen.fout) == (0, True)
    assert "verzoek-inwoner: de inwoner vraagt erom" in gelezen.fout
    assert log(data, actie="zaak.ingezien")[-1].detail == {"reden": "SPOED"}
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    niet = toegang("zaak", "inzien", zaak, *G, "--als", ANDERE)
    assert (niet.code, niet.uit, "Z-20" in niet.fout) == (4, "", True)


@pytest.mark.lang
def test_niemand_geeft_zichzelf_of_een_ander_rechten_langs_een_omweg(productie, schrijf):
    zelf = productie(TEAMLEIDER, "medewerker", "rol", TEAMLEIDER, "--functie", "jurist", *G)
    assert (zelf.code, "uw eigen functie niet" in zelf.fout) == (4, True)
    werkgever = {"werkgever": "gemeente-zwolle", "in_dienst_van": "2020-01-01", "naam": "Oefening"}
    lijst = schrijf("l.json", {"medewerker": [{**werkgever, "id": BACKOFFICE, "functie": "teamleider"}]})
    bestand = productie(IT, "medewerker", "importeer", lijst, *G)
    assert (bestand.code, "de functie van wie een account heeft: M-011" in bestand.fout) == (4, True)
