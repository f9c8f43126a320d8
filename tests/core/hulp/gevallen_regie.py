"""Cases for the rules on regie."""

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Problematiek, Regiemodus, Werkgeversoort, Wet, Zelfregie
from toegang.domain.levensloop import Stap
from toegang.domain.zaak import ZaakKort
from toegang.guards.contexten import RegieToets
from toegang.guards.register import Moment

REGIE = Moment.REGIE
MENSEN = {
    "P-1": b.kandidaat("P-1"),
    "P-2": b.kandidaat("P-2"),
    "P-3": b.kandidaat("P-3", Werkgeversoort.AANBIEDER),
}
KAN_NIET = {"zelfregie": Zelfregie.KAN_NIET}


def toets(*regels, huishouden=None, gronden=("KANDIDAAT_BESCHERMD_WONEN",), **regie):
    beeld = b.beeld(*regels, regie={"gronden_overname": gronden})
    gezin = b.huishouden(**(huishouden or {}))
    return RegieToets(b.zaak(), gezin, MENSEN, b.casusteam(), b.regie(**regie), beeld)


def ondersteund(regisseur="P-1", **anders):
    return {"modus": Regiemodus.ONDERSTEUND, "regisseur": regisseur, **anders}


def lopend(open_=True):
    """Give a household with regie by P-1 and another zaak."""
    ander = ZaakKort(
        id="Z2026-000009", wet=Wet.GPK, status=Stap.TEAM, open=open_, problematiek=Problematiek.ENKELVOUDIG
    )
    return {**KAN_NIET, "zaken": (ander,), "regie": b.regie(**ondersteund("P-1"))}


@mis("W-13", REGIE, "de inwoner voert zelf de regie, dus er kan geen professionele regisseur zijn")
def zelf_en_toch_een_regisseur():
    return toets(regisseur="P-1")


@mis("W-13", REGIE, "bij GECOACHT hoort een regisseur")
def gecoacht_zonder_regisseur():
    return toets(huishouden=KAN_NIET, modus=Regiemodus.GECOACHT)


@mis("W-13", REGIE, "dit huishouden heeft al een regisseur (P-1)")
def tweede_regisseur():
    return toets(huishouden=lopend(), **ondersteund("P-2", eerste_aanspreekpunt="P-2"))


@mis("W-13", REGIE, "een andere vraagt een overdracht met reden")
def regie_verdwijnt_zonder_reden():
    return toets(huishouden=lopend())


@goed("W-13", REGIE)
def overdracht_met_reden():
    reden = b.reden("OVERDRACHT_VERHUIZING")
    return toets(huishouden=lopend(), **ondersteund("P-2", eerste_aanspreekpunt="P-2", reden=reden))


@goed("W-13", REGIE)
def zelfde_regisseur_voor_de_tweede_zaak():
    return toets(huishouden=lopend(), **ondersteund("P-1"))


@goed("W-13", REGIE)
def eerste_regisseur_waar_de_inwoner_zelf_regie_voerde():
    zelf = {**lopend(), "regie": b.regie()}
    return toets(huishouden=zelf, **ondersteund("P-2", eerste_aanspreekpunt="P-2"))


@goed("W-13", REGIE)
def andere_zaak_is_gesloten():
    return toets(huishouden=lopend(open_=False), **ondersteund("P-2", eerste_aanspreekpunt="P-2"))


@mis("D-10", REGIE, "er is geen regisseur aangewezen")
def niemand_aangewezen():
    return toets("D-10")


@goed("D-10", REGIE)
def een_aangewezen():
    return toets("D-10", huishouden=KAN_NIET, **ondersteund())


@mis("D-13", REGIE, "'LASTIG_GEZIN' is geen grond om de regie over te nemen (KANDIDAAT_BESCHERMD_WONEN)")
def overname_op_eigen_grond():
    return toets(huishouden=KAN_NIET, modus=Regiemodus.OVERGENOMEN, regisseur="P-1", grond="LASTIG_GEZIN")


@mis("D-13", REGIE, "(er zijn er geen)")
def overname_zonder_lijst():
    grond = {"grond": "KANDIDAAT_BESCHERMD_WONEN"}
    return toets(huishouden=KAN_NIET, gronden=(), modus=Regiemodus.OVERGENOMEN, regisseur="P-1", **grond)


@goed("D-13", REGIE)
def overname_op_een_grond_van_de_lijst():
    grond = {"grond": "KANDIDAAT_BESCHERMD_WONEN"}
    return toets("D-13", huishouden=KAN_NIET, modus=Regiemodus.OVERGENOMEN, regisseur="P-1", **grond)


@goed("D-13", REGIE)
def geen_overname():
    return toets(huishouden=KAN_NIET, gronden=(), **ondersteund(grond="LASTIG_GEZIN"))


@mis("B-25", REGIE, "maar er is geen casemanager")
def casemanager_ontbreekt():
    return toets("B-25", huishouden={**KAN_NIET, "aantal_professionals": 2}, **ondersteund())


@mis("B-25", REGIE, "terwijl dat niet nodig is")
def casemanager_bij_een_professional():
    return toets("B-25", huishouden={**KAN_NIET, "aantal_professionals": 1}, **ondersteund(casemanager="P-1"))


@mis("B-25", REGIE, "terwijl dat niet nodig is")
def casemanager_bij_wie_zelf_kan_sturen():
    return toets("B-25", huishouden={"aantal_professionals": 3}, casemanager="P-1")


@goed("B-25", REGIE)
def casemanager_waar_nodig():
    wankel = {"zelfregie": Zelfregie.KAN_MET_STEUN, "aantal_professionals": 2}
    return toets("B-25", huishouden=wankel, **ondersteund(casemanager="P-1"))


@goed("B-25", REGIE)
def geen_casemanager_waar_niet_nodig():
    return toets("B-25", huishouden={"aantal_professionals": 3})


@mis("B-41", REGIE, "er is niemand die de regie op de indicatie heeft")
def indicatieregie_bij_niemand():
    return toets("B-41", indicatieregie=None)


@mis("B-41", REGIE, "P-3 werkt niet bij de gemeente")
def indicatieregie_bij_een_aanbieder():
    return toets("B-41", indicatieregie="P-3")


@mis("B-41", REGIE, "P-99 werkt niet bij de gemeente")
def indicatieregie_bij_een_onbekende():
    return toets("B-41", indicatieregie="P-99")


@goed("B-41", REGIE)
def alleen_de_coordinatie_gaat_naar_een_aanbieder():
    return toets("B-41", coordinatie="P-3")


@mis("S-13", REGIE, "de inwoner kan zelf de regie voeren, maar die is bij een ander gelegd")
def regie_weg_bij_wie_zelf_kan():
    return toets("S-13", **ondersteund())


@goed("S-13", REGIE)
def inwoner_voert_zelf_regie():
    return toets("S-13")


@goed("S-13", REGIE)
def steun_voor_wie_niet_zelf_kan():
    return toets("S-13", huishouden={"zelfregie": Zelfregie.KAN_MET_STEUN}, **ondersteund())


@mis("Z-17", REGIE, "het aanspreekpunt is P-2, maar P-1 begeleidt")
def ander_aanspreekpunt():
    return toets("Z-17", huishouden=KAN_NIET, **ondersteund(eerste_aanspreekpunt="P-2"))


@goed("Z-17", REGIE)
def begeleider_is_aanspreekpunt():
    return toets("Z-17", huishouden=KAN_NIET, **ondersteund())


@goed("Z-17", REGIE)
def inwoner_zelf_met_een_aanspreekpunt():
    return toets("Z-17", eerste_aanspreekpunt="P-2")
