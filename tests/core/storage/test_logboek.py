"""Whoever changes the log is found: by its guards, by its chain, or by its head outside the database."""

import json
import sqlite3
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from toegang.errors import OpslagFout
from toegang.storage import Actor, Gemeenteopslag, Lograpport, controleer_logboek

REGELS = 10


@pytest.fixture
def gevuld(open_opslag: Callable[[], Gemeenteopslag], actor: Actor) -> Gemeenteopslag:
    opslag = open_opslag()
    with opslag.werk(actor) as werk:
        for nummer in range(1, REGELS + 1):
            werk.log("zaak.inzien", zaak=f"Z2026-{nummer:06d}", dossier="D-1", detail={"reden": "test"})
        werk.commit()
    opslag.sluit()
    return opslag


def _rommel(paden: SimpleNamespace, *opdrachten: str, triggers_weg: bool = True) -> None:
    """Do what somebody with access to the file can do: drop the guards, change rows, put the guards back."""
    rauw = sqlite3.connect(paden.database, isolation_level=None)
    triggers = rauw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert len(triggers) == 3
    if triggers_weg:
        for naam, _ in triggers:
            rauw.execute(f"DROP TRIGGER {naam}")
    for opdracht in opdrachten:
        assert rauw.execute(opdracht).rowcount != 0
    if triggers_weg:
        for _, sql in triggers:
            rauw.execute(sql)
    rauw.close()


def _controleer(opslag: Gemeenteopslag, actor: Actor) -> Lograpport:
    with opslag.werk(actor, alleen_lezen=True) as werk:
        return controleer_logboek(werk)


def test_een_ongeschonden_logboek(gevuld: Gemeenteopslag, actor: Actor) -> None:
    rapport = _controleer(gevuld, actor)
    assert rapport.in_orde
    assert (rapport.aantal, rapport.kop) == (REGELS, REGELS)


def test_het_logboek_van_een_nieuwe_gemeente(opslag: Gemeenteopslag, actor: Actor) -> None:
    assert _controleer(opslag, actor) == Lograpport(aantal=0, kop=0)


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE logboek SET actie = 'niets' WHERE volgnr = 3",
        "DELETE FROM logboek WHERE volgnr = 3",
        "DELETE FROM logboek",
        (
            "INSERT OR REPLACE INTO logboek "
            "SELECT volgnr, op, 0, medewerker, actie, zaak, dossier, detail, vorige, mac FROM logboek WHERE volgnr = 3"
        ),
        (
            "INSERT INTO logboek SELECT 99, op, uid, medewerker, actie, zaak, dossier, detail, vorige, mac "
            "FROM logboek WHERE volgnr = 3"
        ),
    ],
)
def test_de_database_weigert_wijzigen(
    gevuld: Gemeenteopslag, actor: Actor, paden: SimpleNamespace, opdracht: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="alleen toevoegen"):
        _rommel(paden, opdracht, triggers_weg=False)
    assert _controleer(gevuld, actor).in_orde


@pytest.mark.parametrize(
    ("opdrachten", "fout"),
    [
        (["UPDATE logboek SET actie = 'niets' WHERE volgnr = 3"], "Logregel 3 is gewijzigd of verplaatst."),
        (["UPDATE logboek SET uid = 0 WHERE volgnr = 3"], "Logregel 3 is gewijzigd of verplaatst."),
        (["UPDATE logboek SET medewerker = NULL WHERE volgnr = 3"], "Logregel 3 is gewijzigd of verplaatst."),
        (["UPDATE logboek SET zaak = 'Z2026-000009' WHERE volgnr = 3"], "Logregel 3 is gewijzigd of verplaatst."),
        (["UPDATE logboek SET dossier = NULL WHERE volgnr = 3"], "Logregel 3 is gewijzigd of verplaatst."),
        (["""UPDATE logboek SET detail = '{}' WHERE volgnr = 3"""], "Logregel 3 is gewijzigd of verplaatst."),
        (["UPDATE logboek SET op = '2020-01-01 00:00:00.000000' WHERE volgnr = 10"], "Logregel 10 is gewijzigd"),
        (["DELETE FROM logboek WHERE volgnr = 1"], "Voor logregel 2 ontbreken regels (aantal: 1)."),
        (["DELETE FROM logboek WHERE volgnr IN (4, 5)"], "Voor logregel 6 ontbreken regels (aantal: 2)."),
        (
            ["DELETE FROM logboek WHERE volgnr = 4", "UPDATE logboek SET volgnr = volgnr - 1 WHERE volgnr > 4"],
            "Logregel 4 sluit niet aan op regel 3.",
        ),
        (
            [
                "UPDATE logboek SET volgnr = 99 WHERE volgnr = 4",
                "UPDATE logboek SET volgnr = 4 WHERE volgnr = 5",
                "UPDATE logboek SET volgnr = 5 WHERE volgnr = 99",
            ],
            "Logregel 5 is gewijzigd of verplaatst.",
        ),
        (["DELETE FROM logboek WHERE volgnr > 7"], "Het einde van het logboek is afgekapt: de laatste regel is 7"),
        (["DELETE FROM logboek"], "Het einde van het logboek is afgekapt: de laatste regel is 0, bevestigd was 10."),
        (["UPDATE logboek SET mac = (SELECT mac FROM logboek WHERE volgnr = 9) WHERE volgnr = 10"], "Logregel 10 is"),
    ],
)
def test_gerommel_wordt_gevonden(
    gevuld: Gemeenteopslag, actor: Actor, paden: SimpleNamespace, opdrachten: list[str], fout: str
) -> None:
    _rommel(paden, *opdrachten)
    rapport = _controleer(gevuld, actor)
    assert any(gevonden.startswith(fout) for gevonden in rapport.fouten), rapport.fouten
    assert not any("beveiliging" in gevonden for gevonden in rapport.fouten)
    # Nobody wipes out the evidence by going on with the work.
    with gevuld.werk(actor) as werk:
        werk.log("later")
        werk.commit()
    gevuld.sluit()
    assert any(gevonden.startswith(fout.split(":", maxsplit=1)[0]) for gevonden in _controleer(gevuld, actor).fouten)


def test_een_afgekapt_einde_dat_weer_is_aangegroeid(
    gevuld: Gemeenteopslag, actor: Actor, paden: SimpleNamespace
) -> None:
    _rommel(paden, "DELETE FROM logboek WHERE volgnr > 7")
    with gevuld.werk(actor) as werk:
        for _ in range(5):
            werk.log("later")
        werk.commit()
    assert gevuld.schrijf_kop() is False
    assert _controleer(gevuld, actor).fouten == ("Logregel 10 is niet de regel die buiten de database is bevestigd.",)


def test_een_weggehaalde_beveiliging_wordt_gezien(gevuld: Gemeenteopslag, actor: Actor, paden: SimpleNamespace) -> None:
    rauw = sqlite3.connect(paden.database)
    rauw.execute("DROP TRIGGER logboek_niet_weghalen")
    rauw.commit()
    rauw.close()
    assert _controleer(gevuld, actor).fouten == (
        "De beveiliging 'logboek_niet_weghalen' van het logboek is weggehaald.",
    )


@pytest.mark.parametrize("vervalsing", ["weg", "leeg", "lager", "zegel"])
def test_een_vervalst_kopbestand(gevuld: Gemeenteopslag, actor: Actor, paden: SimpleNamespace, vervalsing: str) -> None:
    """Without the key nobody can set the head back to hide a cut-off end."""
    inhoud = json.loads(paden.kop.read_text())
    with gevuld.werk(actor, alleen_lezen=True) as werk:
        zeven = werk.logboek.kop_op(7)
    nieuw = {
        "weg": None,
        "leeg": "",
        "lager": json.dumps({**inhoud, "volgnr": 7, "mac": zeven.mac}),
        "zegel": json.dumps({**inhoud, "zegel": "é"}),
    }[vervalsing]
    paden.kop.unlink() if nieuw is None else paden.kop.write_text(nieuw)
    _rommel(paden, "DELETE FROM logboek WHERE volgnr > 7")
    rapport = _controleer(gevuld, actor)
    assert rapport.kop is None
    assert "ontbreekt of is vervalst" in rapport.fouten[0]
    assert gevuld.schrijf_kop() is False
    assert gevuld.schrijf_kop(eerste=True) is False


def test_de_kop_loopt_mee_en_nooit_terug(open_opslag: Callable[[], Gemeenteopslag], actor: Actor) -> None:
    een, ander = open_opslag(), open_opslag()
    for opslag in (een, ander):
        with opslag.werk(actor) as werk:
            werk.log("test")
            werk.commit()
    assert een.kopbestand.lees().volgnr == 0
    ander.sluit()
    assert een.kopbestand.lees().volgnr == 2
    een.sluit()
    assert een.kopbestand.lees().volgnr == 2


def test_het_sluiten_verdringt_geen_eerdere_fout(opslag: Gemeenteopslag, actor: Actor, paden: SimpleNamespace) -> None:
    def misgaan() -> None:
        with opslag:
            with opslag.werk(actor) as werk:
                werk.log("test")
                werk.commit()
            paden.database.unlink()
            raise RuntimeError("de eerste fout")

    with pytest.raises(RuntimeError, match="de eerste fout"):
        misgaan()


def test_het_rapport_blijft_leesbaar(gevuld: Gemeenteopslag, actor: Actor, paden: SimpleNamespace) -> None:
    with gevuld.werk(actor) as werk:
        for _ in range(40):
            werk.log("test")
        werk.commit()
    _rommel(paden, "UPDATE logboek SET uid = 0")
    rapport = _controleer(gevuld, actor)
    assert len(rapport.fouten) == 21
    assert rapport.fouten[-1] == "En nog 30 andere."


def test_een_andere_gemeente_leest_een_andere_keten(gevuld: Gemeenteopslag, actor: Actor) -> None:
    """The name of the gemeente is in every link, so a log cannot be passed off as another's."""
    with gevuld.werk(actor, alleen_lezen=True) as werk:
        werk.sessie.gemeente = "schagen"
        assert len(controleer_logboek(werk).fouten) == REGELS + 1


@pytest.mark.parametrize("waar", ["actie", "zaak", "dossier", "detail", "sleutel"])
def test_een_bsn_komt_er_niet_in(opslag: Gemeenteopslag, actor: Actor, waar: str) -> None:
    bsn = "999990019"
    velden = {"zaak": bsn} if waar == "zaak" else {"dossier": f"D {bsn}"} if waar == "dossier" else {}
    detail = {"detail": {"x": f"van {bsn}."}, "sleutel": {bsn: "x"}}.get(waar, {})
    with opslag.werk(actor) as werk:
        with pytest.raises(OpslagFout, match="burgerservicenummer"):
            werk.log(bsn if waar == "actie" else "test", detail=detail, **velden)
        assert werk.logboek.regels() == ()
        werk.log("test", detail={"geen": "999990018 x999990019 9999900190 2026-11-22"})
