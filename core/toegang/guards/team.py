"""Rules on the casusteam: who may be in it, and who may assess."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Problematiek, Werkgeversoort, Wet
from toegang.guards.contexten import TeamToets
from toegang.guards.register import Moment, Regelsoort, regel

_VAKREGISTERS = ("SKJ", "BIG")


@regel("S-11", Regelsoort.ORGANISATIE, Moment.TEAM, "Iedereen in het team is in dienst van de gemeente.")
def alleen_gemeente(t: TeamToets) -> Iterable[str]:
    """S-11: nobody who is not employed by the municipality, adviseurs included."""
    for lid in (*t.team.leden, *t.team.adviseurs):
        soort = t.kandidaten[lid.medewerker].werkgeversoort
        if soort is not Werkgeversoort.GEMEENTE:
            yield f"{lid.medewerker} is in dienst van een ander ({soort})"


@regel(
    "W-8",
    Regelsoort.ORGANISATIE,
    Moment.TEAM,
    "Een aanbieder van maatwerk beoordeelt niet mee; adviseren mag alleen waar de gemeente dat kiest.",
    basis=True,
)
def geen_aanbieder(t: TeamToets) -> Iterable[str]:
    """W-8: tenant policy ``aanbieder_in_team``: verboden by default, adviserend by choice (B-31, Z-4)."""
    eigen = t.beeld.organisatie.regels.get("W-8")
    adviserend = eigen is not None and "adviserend" in eigen.lijsten.get("aanbieder_in_team", ())
    for lid in (*t.team.leden, *t.team.adviseurs):
        if t.kandidaten[lid.medewerker].werkgeversoort is not Werkgeversoort.AANBIEDER:
            continue
        if lid.beoordeelt:
            yield f"{lid.medewerker} werkt bij een aanbieder en mag niet beoordelen"
        if not adviserend:
            yield f"{lid.medewerker} werkt bij een aanbieder en mag niet in het team"
        elif lid in t.team.leden:
            yield f"{lid.medewerker} werkt bij een aanbieder en kan alleen als adviseur meedoen"


@regel(
    "W-2",
    Regelsoort.ORGANISATIE,
    Moment.TEAM,
    "In elk team zit iemand van een bestuursorgaan die deze wet mag beoordelen.",
    basis=True,
)
def beoordelaar_aanwezig(t: TeamToets) -> Iterable[str]:
    """W-2 and part F nr 6: at least one lid of a bestuursorgaan assesses under the act of the zaak."""
    for lid in t.team.beoordelaars(t.zaak.wet):
        if t.kandidaten[lid.medewerker].werkgeversoort.is_bestuursorgaan:
            return
    yield f"niemand in het team mag namens een bestuursorgaan beoordelen voor {t.zaak.wet}"


@regel(
    "L-100",
    Regelsoort.WET,
    Moment.TEAM,
    "De beoordeling voor de Participatiewet gebeurt alleen door een bestuursorgaan.",
    grondslag="Participatiewet art. 7 lid 4",
)
def pw_beoordeling_bij_bestuursorgaan(t: TeamToets) -> Iterable[str]:
    """L-100: assessment for the Participatiewet may be mandated to bestuursorganen only."""
    for lid in (*t.team.leden, *t.team.adviseurs):
        if Wet.PARTICIPATIEWET in lid.beoordeelt and not t.kandidaten[lid.medewerker].werkgeversoort.is_bestuursorgaan:
            yield f"{lid.medewerker} werkt niet bij een bestuursorgaan en mag de Participatiewet niet beoordelen"


@regel("S-12", Regelsoort.ORGANISATIE, Moment.TEAM, "Een tweede consulent komt er pas na intervisie.")
def tweede_na_intervisie(t: TeamToets) -> Iterable[str]:
    """S-12: an intervisie record precedes the second assignment."""
    if len(t.team.leden) > 1 and t.zaak.intervisie_op is None:
        yield f"er zijn {len(t.team.leden)} teamleden voorgesteld en er is nog geen intervisie vastgelegd"


@regel(
    "B-35",
    Regelsoort.ORGANISATIE,
    Moment.TEAM,
    "Bij jeugd werkt een eigen consulent met SKJ-registratie mee.",
)
def skj_intern(t: TeamToets) -> Iterable[str]:
    """B-35: a youth case needs at least one SKJ-registered internal consulent."""
    if t.zaak.wet is not Wet.JEUGDWET:
        return
    eigen = [t.kandidaten[lid.medewerker] for lid in t.team.leden]
    if not any("SKJ" in item.registers and item.werkgeversoort is Werkgeversoort.GEMEENTE for item in eigen):
        yield "geen van de eigen teamleden heeft een geldige SKJ-registratie"


@regel(
    "L-89",
    Regelsoort.WET,
    Moment.TEAM,
    "Aan een jeugdzaak werkt een geregistreerde professional mee.",
    grondslag="Jeugdwet art. 2.7 lid 2 jo. 4.1.1 lid 2; Besluit Jeugdwet art. 5.1.1",
    bewijs="V2",
)
def vakregistratie_jeugd(t: TeamToets) -> Iterable[str]:
    """L-89: at least one professional with SKJ or BIG registration on a youth zaak."""
    if t.zaak.wet is not Wet.JEUGDWET:
        return
    leden = [t.kandidaten[lid.medewerker] for lid in (*t.team.leden, *t.team.adviseurs)]
    if not any(register in lid.registers for lid in leden for register in _VAKREGISTERS):
        yield "niemand in het team staat in het SKJ- of BIG-register"


@regel("B-31", Regelsoort.ORGANISATIE, Moment.TEAM, "Externen in het Expertiseteam adviseren en beoordelen niet.")
def externen_adviseren(t: TeamToets) -> Iterable[str]:
    """B-31: external professionals may sit in the Expertiseteam, but assess nothing."""
    for lid in t.team.adviseurs:
        if lid.beoordeelt:
            yield f"adviseur {lid.medewerker} mag niets beoordelen"
    for lid in t.team.leden:
        kandidaat = t.kandidaten[lid.medewerker]
        if lid.beoordeelt and not kandidaat.werkgeversoort.is_bestuursorgaan:
            yield f"{lid.medewerker} is extern en mag niet beoordelen"


@regel(
    "S-10",
    Regelsoort.ORGANISATIE,
    Moment.TEAM,
    "Elk teamlid is generalist met een eigen specialisme (T-profiel).",
)
def t_profiel(t: TeamToets) -> Iterable[str]:
    """S-10: every member has one own specialism."""
    for lid in t.team.leden:
        if t.kandidaten[lid.medewerker].specialisme is None:
            yield f"{lid.medewerker} heeft geen eigen specialisme"


@regel("B-80", Regelsoort.ORGANISATIE, Moment.TEAM, "Een consulent werkt in het eigen specialisme.")
def eigen_specialisme(t: TeamToets) -> Iterable[str]:
    """B-80: no all-rounders; whoever assesses is trained in the act."""
    for lid in t.team.leden:
        if t.zaak.wet in lid.beoordeelt and t.zaak.wet not in t.kandidaten[lid.medewerker].wetten:
            yield f"{lid.medewerker} is niet opgeleid voor {t.zaak.wet}"


@regel("B-23", Regelsoort.ORGANISATIE, Moment.TEAM, "Deskundigheid komt naar de zaak; de zaak verhuist niet.")
def zaak_verhuist_niet(t: TeamToets) -> Iterable[str]:
    """B-23: expertise is added to a zaak that a team carries already; the zaak is not moved."""
    if t.zaak.team is not None and t.team.team != t.zaak.team:
        yield f"de zaak zou van '{t.zaak.team}' naar '{t.team.team}' gaan"


@regel("D-8", Regelsoort.ORGANISATIE, Moment.TEAM, "Een enkelvoudige zaak doen consulenten van de gemeente.")
def enkelvoudig_door_gemeente(t: TeamToets) -> Iterable[str]:
    """D-8: an enkelvoudige zaak is not outsourced."""
    if t.zaak.problematiek is not Problematiek.ENKELVOUDIG:
        return
    for lid in t.team.leden:
        soort = t.kandidaten[lid.medewerker].werkgeversoort
        if soort is not Werkgeversoort.GEMEENTE:
            yield f"{lid.medewerker} werkt niet bij de gemeente ({soort})"


@regel("D-9", Regelsoort.ORGANISATIE, Moment.TEAM, "Een meervoudige zaak wordt gedragen door een buurtcoach.")
def meervoudig_door_buurtcoach(t: TeamToets) -> Iterable[str]:
    """D-9: a buurtcoach of the overheids-BV carries it, when one is at work who knows the act."""
    bv = Werkgeversoort.OVERHEIDS_BV
    kan = [item.id for item in t.kandidaten.values() if item.werkgeversoort is bv and item.aanwezig]
    kent = [id for id in kan if t.zaak.wet in t.kandidaten[id].wetten]
    if t.zaak.problematiek is Problematiek.MEERVOUDIG and kent and t.team.drager.medewerker not in kan:
        yield f"{t.team.drager.medewerker} draagt de zaak, terwijl er buurtcoaches zijn ({', '.join(sorted(kent))})"


@regel(
    "W-5",
    Regelsoort.ORGANISATIE,
    Moment.TEAM,
    "Wie cliënten ondersteunt, beoordeelt niet in dezelfde zaak.",
    basis=True,
)
def ondersteuner_beoordeelt_niet(t: TeamToets) -> Iterable[str]:
    """W-5: a cliëntondersteuner stands beside the client and cannot assess."""
    for lid in (*t.team.leden, *t.team.adviseurs):
        functie = t.beeld.organisatie.functie(lid.rol)
        beroep = t.kandidaten[lid.medewerker].werkgeversoort is Werkgeversoort.CLIENTONDERSTEUNING
        if lid.beoordeelt and (beroep or (functie is not None and functie.ondersteunt_client)):
            yield f"{lid.medewerker} doet cliëntondersteuning en mag niet beoordelen"


@regel(
    "W-10",
    Regelsoort.ORGANISATIE,
    Moment.TEAM,
    "In het team zitten gemeente, welzijn en cliëntondersteuning; anderen adviseren.",
    basis=True,
)
def toegestane_leden(t: TeamToets) -> Iterable[str]:
    """W-10: who works elsewhere is no member; aanbieders are for W-8."""
    for lid in t.team.leden:
        if t.kandidaten[lid.medewerker].werkgeversoort is Werkgeversoort.OVERIG:
            yield f"{lid.medewerker} werkt bij een andere organisatie en kan alleen adviseren"
