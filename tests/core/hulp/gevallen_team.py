"""Cases for the rules on the casusteam."""

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Werkgeversoort, Wet
from toegang.guards.contexten import TeamToets
from toegang.guards.register import Moment

TEAM = Moment.TEAM
AANBIEDER, WELZIJN, BV = Werkgeversoort.AANBIEDER, Werkgeversoort.WELZIJN, Werkgeversoort.OVERHEIDS_BV
GR = Werkgeversoort.GEMEENSCHAPPELIJKE_REGELING


def toets(*regels, mensen=(), leden=(), adviseurs=(), wet=Wet.WMO, **zaak):
    """Give a proposal by P-1 of the gemeente, who assesses; further people, members and advisers by choice."""
    eigen = b.kandidaat("P-1", registers=("SKJ",))
    kandidaten = {mens.id: mens for mens in (eigen, *mensen)}
    team = b.casusteam(b.lid("P-1", wet), *leden, adviseurs=adviseurs)
    return TeamToets(b.zaak(wet, **zaak), b.huishouden(), kandidaten, team, b.beeld(*regels))


def adviserend():
    return "W-8", b.eigen_regel(lijsten={"aanbieder_in_team": ("adviserend",)})


@mis("S-11", TEAM, "P-2 is in dienst van een ander (WELZIJN)")
def lid_van_welzijn():
    return toets("S-11", mensen=(b.kandidaat("P-2", WELZIJN),), leden=(b.lid("P-2"),))


@mis("S-11", TEAM, "P-2 is in dienst van een ander (GEMEENSCHAPPELIJKE_REGELING)")
def lid_van_een_regeling():
    return toets("S-11", mensen=(b.kandidaat("P-2", GR),), leden=(b.lid("P-2"),))


@mis("S-11", TEAM, "P-2 is in dienst van een ander (AANBIEDER)")
def adviseur_van_een_aanbieder():
    return toets("S-11", adviserend(), mensen=(b.kandidaat("P-2", AANBIEDER),), adviseurs=(b.lid("P-2"),))


@goed("S-11", TEAM)
def iedereen_van_de_gemeente():
    return toets("S-11", mensen=(b.kandidaat("P-2"),), leden=(b.lid("P-2"),))


@mis("W-8", TEAM, "P-2 werkt bij een aanbieder en mag niet beoordelen")
def aanbieder_beoordeelt():
    return toets(adviserend(), mensen=(b.kandidaat("P-2", AANBIEDER),), leden=(b.lid("P-2", Wet.WMO),))


@mis("W-8", TEAM, "P-2 werkt bij een aanbieder en mag niet beoordelen")
def aanbieder_beoordeelt_als_adviseur():
    return toets(adviserend(), mensen=(b.kandidaat("P-2", AANBIEDER),), adviseurs=(b.lid("P-2", Wet.WMO),))


@mis("W-8", TEAM, "P-2 werkt bij een aanbieder en mag niet in het team")
def aanbieder_adviseert_zonder_keuze():
    return toets(mensen=(b.kandidaat("P-2", AANBIEDER),), adviseurs=(b.lid("P-2"),))


@mis("W-8", TEAM, "mag niet in het team")
def aanbieder_adviseert_tegen_de_keuze():
    verboden = ("W-8", b.eigen_regel(lijsten={"aanbieder_in_team": ("verboden",)}))
    return toets(verboden, mensen=(b.kandidaat("P-2", AANBIEDER),), adviseurs=(b.lid("P-2"),))


@goed("W-8", TEAM)
def aanbieder_adviseert_naar_keuze():
    return toets(adviserend(), mensen=(b.kandidaat("P-2", AANBIEDER),), adviseurs=(b.lid("P-2"),))


@mis("W-8", TEAM, "P-2 werkt bij een aanbieder en kan alleen als adviseur meedoen")
def aanbieder_is_lid_waar_hij_alleen_mag_adviseren():
    return toets(adviserend(), mensen=(b.kandidaat("P-2", AANBIEDER),), leden=(b.lid("P-2"),))


@goed("W-8", TEAM)
def welzijn_is_geen_aanbieder():
    return toets(mensen=(b.kandidaat("P-2", WELZIJN),), leden=(b.lid("P-2"),))


@mis("W-2", TEAM, "niemand in het team mag namens een bestuursorgaan beoordelen voor WMO")
def niemand_beoordeelt():
    team = b.casusteam(b.lid("P-1"))
    return TeamToets(b.zaak(), b.huishouden(), {"P-1": b.kandidaat()}, team, b.beeld())


@mis("W-2", TEAM, "beoordelen voor WMO")
def alleen_een_ander_beoordeelt():
    team = b.casusteam(b.lid("P-1", Wet.JEUGDWET), b.lid("P-2", Wet.WMO))
    mensen = {"P-1": b.kandidaat(), "P-2": b.kandidaat("P-2", BV)}
    return TeamToets(b.zaak(), b.huishouden(), mensen, team, b.beeld())


@goed("W-2", TEAM)
def iemand_van_een_regeling_beoordeelt():
    mensen = {"P-1": b.kandidaat("P-1", GR)}
    return TeamToets(b.zaak(), b.huishouden(), mensen, b.casusteam(b.lid("P-1", Wet.WMO)), b.beeld())


@mis("L-100", TEAM, "P-2 werkt niet bij een bestuursorgaan en mag de Participatiewet niet beoordelen")
def bv_beoordeelt_de_participatiewet():
    leden = (b.lid("P-2", Wet.PARTICIPATIEWET),)
    return toets(mensen=(b.kandidaat("P-2", BV),), leden=leden, wet=Wet.PARTICIPATIEWET)


@mis("L-100", TEAM, "P-2 werkt niet bij een bestuursorgaan")
def adviseur_beoordeelt_de_participatiewet():
    leden = (b.lid("P-2", Wet.PARTICIPATIEWET),)
    return toets(mensen=(b.kandidaat("P-2", WELZIJN),), adviseurs=leden, wet=Wet.PARTICIPATIEWET)


@goed("L-100", TEAM)
def regeling_beoordeelt_de_participatiewet():
    leden = (b.lid("P-2", Wet.PARTICIPATIEWET),)
    return toets(mensen=(b.kandidaat("P-2", GR),), leden=leden, wet=Wet.PARTICIPATIEWET)


@goed("L-100", TEAM)
def bv_is_lid_en_beoordeelt_niet():
    return toets(mensen=(b.kandidaat("P-2", BV),), leden=(b.lid("P-2"),), wet=Wet.PARTICIPATIEWET)


@mis("S-12", TEAM, "er zijn 2 teamleden voorgesteld en er is nog geen intervisie vastgelegd")
def tweede_consulent_zonder_intervisie():
    return toets("S-12", mensen=(b.kandidaat("P-2"),), leden=(b.lid("P-2"),))


@goed("S-12", TEAM)
def tweede_consulent_na_intervisie():
    return toets("S-12", mensen=(b.kandidaat("P-2"),), leden=(b.lid("P-2"),), intervisie_op=b.DAG)


@goed("S-12", TEAM)
def een_consulent_zonder_intervisie():
    return toets("S-12", mensen=(b.kandidaat("P-2"),), adviseurs=(b.lid("P-2"),))


def jeugd(*regels, eigen=(), extern=("BIG",)):
    """Give a youth zaak: P-1 of the gemeente and P-2 of welzijn, with these registrations."""
    mensen = {"P-1": b.kandidaat("P-1", registers=eigen), "P-2": b.kandidaat("P-2", WELZIJN, registers=extern)}
    team = b.casusteam(b.lid("P-1", Wet.JEUGDWET), b.lid("P-2"))
    return TeamToets(b.zaak(Wet.JEUGDWET), b.huishouden(), mensen, team, b.beeld(*regels))


@mis("B-35", TEAM, "geen van de eigen teamleden heeft een geldige SKJ-registratie")
def alleen_een_extern_lid_is_geregistreerd():
    return jeugd("B-35", extern=("SKJ",))


@mis("B-35", TEAM, "SKJ-registratie")
def eigen_lid_heeft_alleen_big():
    return jeugd("B-35", eigen=("BIG",))


@goed("B-35", TEAM)
def eigen_lid_is_geregistreerd():
    return jeugd("B-35", eigen=("SKJ",))


@goed("B-35", TEAM)
def geen_jeugdzaak():
    team = b.casusteam(b.lid("P-1", Wet.WMO))
    return TeamToets(b.zaak(Wet.WMO), b.huishouden(), {"P-1": b.kandidaat()}, team, b.beeld("B-35"))


@mis("L-89", TEAM, "niemand in het team staat in het SKJ- of BIG-register")
def jeugdzaak_zonder_geregistreerde():
    return jeugd(extern=())


@goed("L-89", TEAM)
def jeugdzaak_met_big():
    return jeugd(eigen=("BIG",), extern=())


@goed("L-89", TEAM)
def jeugdzaak_met_geregistreerde_adviseur():
    adviseur = b.kandidaat("P-2", WELZIJN, registers=("SKJ",))
    team = b.casusteam(b.lid("P-1", Wet.JEUGDWET), adviseurs=(b.lid("P-2"),))
    return TeamToets(b.zaak(Wet.JEUGDWET), b.huishouden(), {"P-1": b.kandidaat(), "P-2": adviseur}, team, b.beeld())


@mis("B-31", TEAM, "adviseur P-2 mag niets beoordelen")
def adviseur_beoordeelt():
    return toets("B-31", mensen=(b.kandidaat("P-2"),), adviseurs=(b.lid("P-2", Wet.WMO),))


@mis("B-31", TEAM, "P-2 is extern en mag niet beoordelen")
def extern_lid_beoordeelt():
    return toets("B-31", mensen=(b.kandidaat("P-2", WELZIJN),), leden=(b.lid("P-2", Wet.WMO),))


@goed("B-31", TEAM)
def extern_lid_beoordeelt_niet():
    return toets("B-31", mensen=(b.kandidaat("P-2", WELZIJN),), leden=(b.lid("P-2"),))


@goed("B-31", TEAM)
def extern_adviseert():
    return toets("B-31", mensen=(b.kandidaat("P-2", WELZIJN),), adviseurs=(b.lid("P-2"),))


@mis("S-10", TEAM, "P-2 heeft geen eigen specialisme")
def lid_zonder_specialisme():
    return toets("S-10", mensen=(b.kandidaat("P-2", disciplines=()),), leden=(b.lid("P-2"),))


@goed("S-10", TEAM)
def lid_met_specialisme():
    return toets("S-10", mensen=(b.kandidaat("P-2", disciplines=("schuldhulp",)),), leden=(b.lid("P-2"),))


@mis("B-80", TEAM, "P-2 is niet opgeleid voor WMO")
def beoordelaar_zonder_opleiding():
    return toets("B-80", mensen=(b.kandidaat("P-2", wetten=(Wet.GPK,)),), leden=(b.lid("P-2", Wet.WMO),))


@goed("B-80", TEAM)
def lid_zonder_opleiding_beoordeelt_niet():
    return toets("B-80", mensen=(b.kandidaat("P-2", wetten=()),), leden=(b.lid("P-2"),))
