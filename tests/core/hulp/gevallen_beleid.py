"""Cases for the rules on policy itself."""

from datetime import date

import bouwers as b
from gevallen import goed, mis
from gevallen_besluit import toets

from toegang.guards.contexten import BesluitToets
from toegang.guards.contexten_beleid import BeleidToets
from toegang.guards.register import Moment

BELEID, BESLUIT = Moment.BELEID, Moment.BESLUIT
VANAF = date(2019, 1, 1)
OUD = {
    "id": "oud",
    "naam": "de oude gemeente",
    "systeem": "het oude systeem",
    "gebieden": ["kern"],
    "geldig_van": VANAF,
    "geldig_tot": date(2026, 12, 31),
}
TWEE_KERNEN = [{"id": "kern", "naam": "De Kern"}, {"id": "dorp", "naam": "Het Dorp"}]
GEDATEERD = {
    "team": [{**team, "geldig_van": VANAF} for team in b.ORGANISATIE["team"]],
    "besluitroute": [{**route, "geldig_van": VANAF} for route in b.ORGANISATIE["besluitroute"]],
}
HARMONIE = ("B-77", b.eigen_regel(lijsten={"wetten": ("LLV",)}))


def beleid(*regels, **anders):
    return BeleidToets(b.beeld(*regels, **anders))


def besluit_in(gebied, **uitvoering):
    """Give a decision on a zaak in an area, in a gemeente where one area works as before."""
    gewoon = toets("B-76")
    beeld = b.beeld("B-76", uitvoering=[{**OUD, **uitvoering}])
    zaak = gewoon.zaak.gewijzigd(gebied=gebied)
    return BesluitToets(**{**vars(gewoon), "zaak": zaak, "beeld": beeld})


@mis("B-76", BESLUIT, "kern werkt tot en met 2026-12-31 op de manier van de oude gemeente; beslis in het oude systeem")
def besluit_hoort_in_het_oude_systeem():
    return besluit_in("kern")


@goed("B-76", BESLUIT)
def besluit_in_een_ander_gebied():
    return besluit_in("dorp")


@goed("B-76", BESLUIT)
def besluit_na_de_laatste_dag():
    return besluit_in("kern", geldig_tot=date(2026, 3, 1))


@goed("B-76", BESLUIT)
def besluit_onder_een_andere_wet():
    return besluit_in("kern", wetten=["LLV"])


@mis("B-76", BELEID, "uitvoering 'oud' heeft geen laatste dag")
def voor_altijd_naast_elkaar():
    return beleid("B-76", uitvoering=[{**OUD, "geldig_tot": None}])


@mis("B-76", BELEID, "noemt een gebied dat er niet is: elders")
def gebied_bestaat_niet():
    return beleid("B-76", uitvoering=[{**OUD, "gebieden": ["elders"]}])


@mis("B-76", BELEID, "in kern gelden 'oud' en 'ander' tegelijk")
def twee_tegelijk():
    return beleid("B-76", uitvoering=[OUD, {**OUD, "id": "ander"}])


@goed("B-76", BELEID)
def na_elkaar():
    later = {**OUD, "id": "ander", "geldig_van": date(2027, 1, 1), "geldig_tot": date(2027, 12, 31)}
    return beleid("B-76", uitvoering=[OUD, later])


EXPERTS = {"id": "experts", "naam": "het Expertiseteam", "soort": "EXPERTISETEAM", "adviserend": True}
BIJ_VOORKEUR = ("B-30", b.eigen_regel(lijsten={"disciplines": ("wmo", "ggd")}))


def expertiseteam(*disciplines):
    team = {**EXPERTS, "disciplines": disciplines, "geldig_van": VANAF}
    return beleid(BIJ_VOORKEUR, team=[*b.ORGANISATIE["team"], team])


@mis("B-30", BELEID, "in het Expertiseteam ontbreekt: ggd")
def expertiseteam_zonder_ggd():
    return expertiseteam({"discipline": "wmo"})


@mis("B-30", BELEID, "in het Expertiseteam ontbreekt: ggd")
def expertiseteam_dat_ggd_pas_later_krijgt():
    return expertiseteam({"discipline": "wmo"}, {"discipline": "ggd", "vanaf": date(2099, 1, 1)})


@goed("B-30", BELEID)
def expertiseteam_met_allen():
    return expertiseteam({"discipline": "wmo"}, {"discipline": "ggd"}, {"discipline": "jeugd"})


@mis("B-77", BELEID, "LLV gaat anders in")
def ander_team_per_kern():
    teams = [*b.ORGANISATIE["team"], {"id": "dorpsteam", "naam": "D", "soort": "WIJKTEAM", "gebieden": ["dorp"]}]
    return beleid(HARMONIE, gebied=TWEE_KERNEN, team=teams)


@mis("B-77", BELEID, "LLV gaat anders in")
def oud_systeem_per_kern():
    return beleid(HARMONIE, gebied=TWEE_KERNEN, uitvoering=[OUD])


@goed("B-77", BELEID)
def overal_hetzelfde_voor_deze_wet():
    return beleid(HARMONIE, gebied=TWEE_KERNEN, uitvoering=[{**OUD, "wetten": ["WMO"]}])


@mis("B-78", BELEID, "team 'wijkteam' heeft geen geldig_van")
def beleid_zonder_dagen():
    return beleid("B-78")


@mis("B-78", BELEID, "team 'wijkteam' eindigt voor het begint")
def eindigt_voor_het_begint():
    teams = [{**team, "geldig_tot": date(2018, 1, 1)} for team in GEDATEERD["team"]]
    return beleid("B-78", **{**GEDATEERD, "team": teams})


@mis("B-78", BELEID, "een regeling voor WMO geldt twee keer op dezelfde dag")
def twee_verordeningen():
    regelingen = [{"wet": "WMO", "naam": naam, "geldig_van": VANAF} for naam in ("Verordening 1", "Verordening 2")]
    return beleid("B-78", **GEDATEERD, regeling=regelingen)


@mis("B-78", BELEID, "werkgever 'gemeente' geldt twee keer op dezelfde dag")
def twee_keer_dezelfde_werkgever():
    return beleid("B-78", **GEDATEERD, werkgever=b.ORGANISATIE["werkgever"] * 2)


@goed("B-78", BELEID)
def alles_heeft_dagen():
    regelingen = [
        {"wet": "WMO", "naam": "Oud", "geldig_van": VANAF, "geldig_tot": date(2026, 12, 31)},
        {"wet": "WMO", "naam": "Nieuw", "geldig_van": date(2027, 1, 1)},
    ]
    return beleid("B-78", **GEDATEERD, regeling=regelingen)


@goed("B-78", BELEID)
def een_oude_regeling_in_haar_eigen_gebied():
    regelingen = [
        {"wet": "WMO", "naam": "Van heel de gemeente", "geldig_van": VANAF},
        {"wet": "WMO", "naam": "Van vroeger", "geldig_van": VANAF, "gebieden": ["noord"]},
    ]
    gebieden = {"gebied": [{"id": "noord", "naam": "Noord", "geldig_van": VANAF}]}
    return beleid("B-78", **{**GEDATEERD, **gebieden}, regeling=regelingen)
