"""The table of rights: complete, coherent with the commands, and with separations that hold whatever it says."""

import pytest

from toegang.domain.ingebouwd import zonder_regels
from toegang.domain.rechten import BESTAND, Dossierwerk, Plaats, Recht, mag, rechten, wie_mag
from toegang.domain.rollen import VAN_MEDEWERKER, Rol
from toegang.errors import ToegangFout
from toegang_cli.docs.commandos import alle_opdrachten
from toegang_cli.main import opdrachtboom

OPDRACHTEN = {naam.strip(): deel for naam, deel in alle_opdrachten(opdrachtboom(), "")}
MET_DEELOPDRACHT = {"privacy logboek controleer"}


def test_elke_opdracht_heeft_een_recht_en_elk_recht_een_opdracht():
    zonder = set(OPDRACHTEN) - set(rechten())
    assert not zonder, f"zet in core/toegang/data/{BESTAND} wie dit mag: {', '.join(sorted(zonder))}"
    assert set(rechten()) - set(OPDRACHTEN) == MET_DEELOPDRACHT


def test_een_reden_wordt_gevraagd_waar_de_tabel_het_zegt():
    """The table and the options say the same: ``--reden`` of the list of reasons, where a file is seen."""
    vraagt = {
        naam
        for naam, deel in OPDRACHTEN.items()
        for item in deel.params
        if "--reden" in item.opts and "niet betrokken" in (item.help or "")
    }
    assert {naam for naam, recht in rechten().items() if recht.reden} == vraagt


def test_wie_een_gemeente_kiest_werkt_in_een_gemeente_en_los_werkt_nergens():
    los = {naam for naam, recht in rechten().items() if recht.plaats is Plaats.LOS}
    assert not [
        naam for naam in los if any(item.name == "gemeente" and item.required for item in OPDRACHTEN[naam].params)
    ]
    # whoever may run Toegang may do it: nothing there opens a gemeente or writes in one
    assert {naam.split()[0] for naam in los} == {
        "archief",
        "demo",
        "fusie",
        "gemeente",
        "plugin",
        "beschikking",
        "rapport",
    }


@pytest.mark.parametrize("naam", rechten())
def test_b45_l140_de_scheidingen(naam):
    recht = rechten()[naam]
    wie = wie_mag(recht)
    assert wie, naam
    if recht.dossier is Dossierwerk.INHOUD:
        assert wie.isdisjoint({Rol.ADMINISTRATIE, Rol.BEHEER, Rol.DIV, Rol.FG, Rol.BELEID})
    if recht.dossier is not Dossierwerk.NEE:
        assert Rol.BEHEER not in wie
    if Rol.FG in wie and recht.dossier is Dossierwerk.LEEST and naam != "inwoner zoek":
        assert recht.reden


def test_b45_administratie_schrijft_geen_inhoud_ook_niet_als_de_tabel_het_zegt():
    ruim = Recht("gesprek verslag", Plaats.GEMEENTE, Dossierwerk.INHOUD, reden=False, rollen=frozenset(Rol))
    assert not mag(ruim, {Rol.ADMINISTRATIE})
    assert mag(ruim, {Rol.ADMINISTRATIE, Rol.CONSULENT})
    with zonder_regels("B-45"):
        assert mag(ruim, {Rol.ADMINISTRATIE})


@pytest.mark.parametrize("werk", [Dossierwerk.LEEST, Dossierwerk.PROCES, Dossierwerk.INHOUD])
def test_l140_beheer_opent_geen_dossier_ook_niet_als_de_tabel_het_zegt(werk):
    ruim = Recht("zaak inzien", Plaats.GEMEENTE, werk, reden=True, rollen=frozenset(Rol))
    assert not mag(ruim, {Rol.BEHEER})
    with zonder_regels("L-140"):
        assert mag(ruim, {Rol.BEHEER})


def test_elke_rol_kan_iets_dat_niet_iedereen_kan():
    eigen = [wie_mag(recht) for recht in rechten().values() if wie_mag(recht) != frozenset(Rol)]
    assert not [rol for rol in Rol if not any(rol in wie for wie in eigen)]
    assert Rol.BEHEER not in VAN_MEDEWERKER


@pytest.mark.parametrize(
    ("rij", "zegt"),
    [
        ("zaak inzien,GEMEENTE,LEEST,ja,", "er staat geen rol"),
        ("zaak inzien,GEMEENTE,LEEST,ja,BAAS", "BAAS"),
        ("doctor,MACHINE,NEE,nee,CONSULENT", "alleen voor BEHEER"),
        ("zaak inzien,GEMEENTE,LEEST,soms,FG", "soms"),
    ],
)
def test_een_foute_rij_wordt_genoemd(monkeypatch, rij, zegt):
    from toegang.domain import gegevens

    monkeypatch.setattr(gegevens, "_tekst", lambda _naam: f"# bron: x\nopdracht,plaats,dossier,reden,rollen\n{rij}\n")
    with pytest.raises(ToegangFout, match=rf"rechten\.csv, regel 3.*{zegt}"):
        rechten.__wrapped__()
