"""A file is shown to who is concerned with the zaak, and to nobody else without a reason (Z-20)."""

import pytest

ALLE = [
    ("zaak", "inzien"),
    ("gesprek", "toon"),
    ("gesprek", "zrm"),
    ("gesprek", "eigen-plan"),
    ("gesprek", "advies", "toon"),
    ("plan", "toon"),
    ("besluit", "toon"),
    ("zaak", "signalen"),
]
VREEMD = ("-g", "zwolle", "--als", "M-005")


@pytest.mark.parametrize("woorden", ALLE, ids=" ".join)
def test_z20_wie_er_niets_mee_te_maken_heeft_ziet_het_dossier_niet(toegang, brenger, woorden):
    zaak = brenger("aanvraag")
    dicht = toegang(*woorden, zaak, *VREEMD)
    assert (dicht.code, dicht.uit, "Z-20" in dicht.fout) == (4, "", True)
    assert toegang(*woorden, zaak, *VREEMD, "--reden", "waarneming").code == 0
    vrij = toegang(*woorden, zaak, *VREEMD, "--reden", "de buurvrouw vroeg het")
    assert (vrij.code, "buurvrouw" in vrij.fout) == (2, False)
