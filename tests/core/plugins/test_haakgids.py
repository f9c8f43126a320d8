"""Every hook is explained, and every example in the explanation works."""

import bouwers as b
import pytest
from haken import VRAAG

from toegang.domain.gemeente import Gemeentebeeld
from toegang.hookspecs import BESLISHAKEN
from toegang.plugins.bord import HAKEN, Hakenbord
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.haakgids import gids
from toegang.plugins.opbouw import lagen_van
from toegang.plugins.verpakking import Herkomst


def test_elke_hook_staat_in_de_gids():
    assert tuple(haak.naam for haak in gids()) == HAKEN
    assert tuple(haak.naam for haak in gids() if haak.beslist) == BESLISHAKEN
    assert all(haak.wanneer and haak.geen_mening and haak.controleert and haak.sinds for haak in gids())


@pytest.mark.parametrize("haak", gids(), ids=lambda haak: haak.naam)
def test_elk_voorbeeld_werkt(haak, tmp_path):
    ruimte = {"__name__": "voorbeeld"}
    exec(compile(haak.module, haak.naam, "exec"), ruimte)  # noqa: S102  our own text, as a reader would type it
    soort = ruimte["Voorbeeld"]
    assert haak.naam in vars(soort)
    plugin = soort(tmp_path, b.ORGANISATIE, "0")
    bord = Hakenbord("proefdorp", lagen_van(plugin, Herkomst("toegang-proefdorp", "0", "gemeente"), None))
    (tmp_path / "sjablonen").mkdir()
    beeld = b.beeld()
    if haak.beslist:
        antwoord = getattr(bord, haak.naam)(*VRAAG[haak.naam]())
        anders = getattr(bord, haak.naam)(*_andere_vraag(haak.naam))
        assert "gemeente" in {antwoord.herkomst.laag, anders.herkomst.laag}
        assert antwoord.waarde.reden
    elif haak.naam == "beschikking_alineas":
        assert bord.beschikking_alineas(b.zaak(), b.besluit(), beeld)["contact"]
    elif haak.naam == "signalen":
        leden = [{"inwoner": f"I-{nummer}"} for nummer in range(6)]
        assert [item.code for item in bord.signalen(b.zaak(), b.huishouden(leden=leden), beeld)] == ["GROOT_GEZIN"]
    elif haak.naam == "template_dirs":
        assert bord.template_dirs()[0] == ("gemeente", (str(tmp_path / "sjablonen"),))
    else:
        assert bord.on_gebeurtenis(b.gebeurtenis()) == ()
        assert plugin.gesloten == 1


def _andere_vraag(hook):
    """The same question about the Jeugdwet, or without an act: where an example has something else to say."""
    vraag = list(VRAAG[hook]())
    if hook == "route_intake":
        vraag[0] = b.melding(None)
    elif hook in ("compose_team", "assign_regie"):
        vraag[0] = b.zaak("JEUGDWET")
    if hook == "compose_team":
        vraag[2] = (b.kandidaat(registers=("SKJ",)),)
    assert isinstance(vraag[-1], Gemeentebeeld)
    return vraag


def test_de_basisklasse_beantwoordt_zelf_geen_beslishook(tmp_path):
    assert not {*BESLISHAKEN} & {naam for naam in vars(Gemeenteplugin) if naam in BESLISHAKEN}
