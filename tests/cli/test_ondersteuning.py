"""A support bundle tells what is wrong with the machine, and nothing about anybody."""

from __future__ import annotations

import json
import re
import zipfile

import pytest

from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register

BSN, NAAM, LEVEN = "999990019", "Kanariepiet", "De trap lukt niet meer"


@pytest.mark.lang
def test_een_bundel_zwijgt_over_mensen(toegang, zaak, leeg, tmp_path, monkeypatch):
    monkeypatch.setenv("TOEGANG_POSTGRES", f"postgresql://{NAAM}:geheim@server/postgres")
    assert toegang("gemeente", "instel", "zwolle", "contact.telefoon", f"{NAAM} 038 1234567").code == 0
    assert toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", "M-002", "--reden", "waarneming").code in (0, 4)
    monkeypatch.delenv("TOEGANG_POSTGRES")
    with Register(leeg).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=4321), alleen_lezen=True) as werk:
        kenmerken = {werk.zaken.zoek()[0].dossier_id, werk.inwoners.zoek()[0].id, zaak}
    monkeypatch.setenv("TOEGANG_RESERVEKOPIE", str(tmp_path / NAAM))
    doel = tmp_path / "bundel.zip"
    proef = toegang("ondersteuning", "bundel", "--naar", doel, "--proef")
    assert proef.code == 0, proef.fout
    assert not doel.exists()
    assert toegang("ondersteuning", "bundel", "--naar", doel).code == 0
    assert doel.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(doel) as zak:
        delen = {naam: zak.read(naam).decode() for naam in zak.namelist()}
    alles = "\n".join(delen.values())
    assert [
        woord for woord in (BSN, NAAM, LEVEN, "geheim", "038 1234567", *kenmerken, str(leeg)) if woord in alles
    ] == []
    assert not re.search(r"\bM-\d{3}\b|[A-Z]{1,3}-[0-9a-f]{16}|Z\d{4}-\d{6}", alles)
    assert json.loads(delen["structuur.json"])["zwolle"]["rijen"]["zaken"] == 1
    assert "contact.telefoon" in json.loads(delen["structuur.json"])["zwolle"]["instellingen"]
    acties = {regel["actie"] for regel in json.loads(delen["logboek.json"])["zwolle"]}
    assert {"gemeente.aangesloten", "opslag.geschreven"} <= acties
    assert json.loads(delen["doctor.json"])["controles"]
    assert "TOEGANG_RESERVEKOPIE" in delen["omgeving.json"]
    assert toegang("ondersteuning", "bundel", "--naar", doel).code == 5


@pytest.mark.lang
def test_een_bundel_van_een_kapotte_gemeente(toegang, data, tmp_path):
    (data / "zwolle" / "toegang.sqlite3").write_bytes(f"{NAAM} {BSN}".encode() * 50)
    doel = tmp_path / "bundel.zip"
    assert toegang("ondersteuning", "bundel", "--naar", doel).code == 0
    with zipfile.ZipFile(doel) as zak:
        delen = {naam: zak.read(naam).decode() for naam in zak.namelist()}
    assert "fout" in json.loads(delen["structuur.json"])["zwolle"]
    assert NAAM not in "".join(delen.values())
