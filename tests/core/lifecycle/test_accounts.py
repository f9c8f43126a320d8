"""One uid is one medewerker: who may link, and who decides in production."""

from datetime import date

import pytest
from levensloop import logregels, wijzig_mens

from toegang import environment
from toegang.domain.handeling import Handeling, bezig_met
from toegang.environment import Klok, open_gemeente
from toegang.errors import Conflict, NietToegestaan
from toegang.lifecycle.accounts import koppel, medewerker_van, ontkoppel
from toegang.storage import Actor, NietGevonden
from toegang.tenancy import Register, Stand

VANDAAG = date(2026, 11, 20)
EIGENAAR, BEHEERDER, IEMAND = 900, 1001, 1002


@pytest.fixture
def gemeente(open_proef):
    """Zwolle, of which another person is beheerder than the service account."""
    gemeente = open_proef("zwolle")
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        werk.kenmerken["beheerder"] = str(BEHEERDER)
        werk.commit()
    return gemeente


def verbind(gemeente, uid=BEHEERDER, medewerker="M-012", account=IEMAND, *, productie=True):
    return koppel(gemeente.omgeving, Actor(uid=uid), medewerker, account, EIGENAAR, productie=productie)


def wie(gemeente, uid):
    return medewerker_van(gemeente.omgeving.opslag, uid, VANDAAG)


def test_de_beheerder_koppelt_en_het_staat_in_het_logboek(gemeente):
    assert wie(gemeente, IEMAND) is None
    assert verbind(gemeente).door == BEHEERDER
    assert wie(gemeente, IEMAND) == "M-012"
    (regel,) = logregels(gemeente, "account.gekoppeld")
    assert (regel.uid, regel.detail) == (BEHEERDER, {"medewerker": "M-012", "account": str(IEMAND)})


@pytest.mark.parametrize("uid", [0, EIGENAAR])
def test_root_en_het_serviceaccount_mogen_ook_koppelen(gemeente, uid):
    verbind(gemeente, uid)
    assert wie(gemeente, IEMAND) == "M-012"


def test_een_ander_mag_niet_koppelen(gemeente):
    with pytest.raises(NietToegestaan, match=f"Account {IEMAND} mag geen accounts koppelen"):
        verbind(gemeente, uid=IEMAND)
    verbind(gemeente)
    with pytest.raises(NietToegestaan, match="mag geen accounts koppelen"):
        ontkoppel(gemeente.omgeving, Actor(uid=IEMAND), "M-012", EIGENAAR)
    assert wie(gemeente, IEMAND) == "M-012"


@pytest.mark.parametrize(
    ("account", "zegt"), [(BEHEERDER, "eigen account"), (EIGENAAR, "serviceaccount"), (0, "serviceaccount of root")]
)
def test_in_productie_geeft_de_beheerder_zichzelf_niets(gemeente, account, zegt):
    with pytest.raises(NietToegestaan, match=zegt):
        verbind(gemeente, account=account)
    assert wie(gemeente, account) is None
    verbind(gemeente, account=account, productie=False)
    assert wie(gemeente, account) == "M-012"


def test_een_account_is_een_medewerker_en_andersom(gemeente):
    verbind(gemeente)
    with pytest.raises(Conflict, match="al gekoppeld aan M-012"):
        verbind(gemeente)
    with pytest.raises(Conflict, match="is al van medewerker M-012"):
        verbind(gemeente, medewerker="M-013")
    with pytest.raises(Conflict, match=f"werkt al met account {IEMAND}"):
        verbind(gemeente, account=1003)
    assert (wie(gemeente, IEMAND), wie(gemeente, 1003)) == ("M-012", None)
    assert ontkoppel(gemeente.omgeving, Actor(uid=BEHEERDER), "M-012", EIGENAAR).uid == IEMAND
    assert wie(gemeente, IEMAND) is None
    with pytest.raises(Conflict, match="heeft geen account"):
        ontkoppel(gemeente.omgeving, Actor(uid=BEHEERDER), "M-012", EIGENAAR)


def test_wie_niet_bestaat_of_vertrok_krijgt_en_houdt_geen_account(gemeente):
    with pytest.raises(NietGevonden):
        verbind(gemeente, medewerker="M-999")
    verbind(gemeente)
    wijzig_mens(gemeente, "M-012", in_dienst_tot=date(2026, 11, 19))
    assert wie(gemeente, IEMAND) is None
    wijzig_mens(gemeente, "M-013", in_dienst_tot=date(2026, 11, 19))
    with pytest.raises(Conflict, match="niet in dienst"):
        verbind(gemeente, medewerker="M-013", account=1003)


def test_in_productie_is_de_actor_wie_bij_het_account_hoort(gemeente, tmp_path, monkeypatch):
    verbind(gemeente)
    register = Register(tmp_path / "data")
    register.zet_stand("zwolle", Stand.PRODUCTIE)
    monkeypatch.setattr(environment, "wie_handelt", lambda _map: IEMAND)
    with pytest.raises(NietToegestaan, match="alleen open voor een opdracht"):
        open_gemeente("zwolle", register=register, klok=Klok())
    with bezig_met(Handeling("regels lijst")), open_gemeente("zwolle", register=register, klok=Klok()) as echt:
        assert echt.actor() == Actor(uid=IEMAND, medewerker="M-012")
        with pytest.raises(NietToegestaan, match="u kunt niet als 'M-013' werken"):
            echt.actor("M-013")
    monkeypatch.setattr(environment, "wie_handelt", lambda _map: 1003)
    with (
        bezig_met(Handeling("regels lijst")),
        pytest.raises(NietToegestaan, match="Account 1003, aan geen medewerker gekoppeld, mag in gemeente zwolle niet"),
    ):
        open_gemeente("zwolle", register=register, klok=Klok())
