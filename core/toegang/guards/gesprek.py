"""Rules of the gemeenten and of article 003 on the gesprek; checked when a report is complete."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Problematiek, Werkgeversoort, Wet
from toegang.domain.levensdomeinen import domeinen_van
from toegang.domain.levensloop import HEEFT_ONDERZOEK
from toegang.domain.verslag import Aanwezige, Bron
from toegang.guards.contexten_gesprek import GesprekToets
from toegang.guards.register import Moment, Regelsoort, regel

_EIGEN = Regelsoort.ORGANISATIE
_WIE_SPREEKT = frozenset({Aanwezige.INWONER, Aanwezige.VERTEGENWOORDIGER, Aanwezige.OUDER})
_WETTEN_GEZIN = (Wet.WMO, Wet.JEUGDWET, Wet.PARTICIPATIEWET)
IN_WOORDEN = {
    Bron.ZELF: "de inwoner zelf",
    Bron.OMGEVING: "de omgeving",
    Bron.VOORLIGGEND: "een algemene voorziening",
    Bron.GEMEENTE: "de gemeente",
}


@regel("S-14", _EIGEN, Moment.GESPREK, "Het verslag zegt dat de eigen verantwoordelijkheid is uitgelegd.")
def verantwoordelijkheid_uitgelegd(t: GesprekToets) -> Iterable[str]:
    """S-14: in the keukentafelgesprek it is made clear that residents are responsible for their own help."""
    if t.gesprek.eigen_verantwoordelijkheid_uitgelegd is None:
        yield "het verslag zegt niet of de eigen verantwoordelijkheid is uitgelegd"
    elif not t.gesprek.eigen_verantwoordelijkheid_uitgelegd:
        yield "de eigen verantwoordelijkheid is niet uitgelegd"


@regel("S-15", _EIGEN, Moment.GESPREK, "Het gesprek gaat over de gemeente, de inwoner zelf en de omgeving.")
def drie_onderwerpen(t: GesprekToets) -> Iterable[str]:
    """S-15: three topics, each answered."""
    for bron in (Bron.ZELF, Bron.OMGEVING, Bron.GEMEENTE):
        if not t.gesprek.wat(bron):
            yield f"het verslag zegt niet wat {IN_WOORDEN[bron]} kan doen"


@regel("S-16", _EIGEN, Moment.GESPREK, "Eerst eigen kracht, dan de omgeving, en hulp van de gemeente als dat nodig is.")
def volgorde_van_hulp(t: GesprekToets) -> Iterable[str]:
    """S-16: talked about in that order; no municipal help when something else answers the question."""
    genoemd = [item.van for item in t.gesprek.bijdragen]
    eerste = sorted(set(genoemd), key=genoemd.index)
    if eerste != [bron for bron in Bron if bron in eerste]:
        yield f"de volgorde was {', '.join(IN_WOORDEN[bron] for bron in eerste)}"
    genoeg = next((item.van for item in t.gesprek.bijdragen if item.genoeg and item.van is not Bron.GEMEENTE), None)
    if genoeg and any(item.van is Bron.GEMEENTE for item in t.gesprek.gekozen):
        yield f"wat {IN_WOORDEN[genoeg]} doet is genoeg, en toch is hulp van de gemeente gekozen"


@regel("B-13", _EIGEN, Moment.GESPREK, "Vóór geïndiceerde zorg is gekeken naar netwerk en algemene voorzieningen.")
def eerst_voorliggend(t: GesprekToets) -> Iterable[str]:
    """B-13: own network and algemeen toegankelijke voorzieningen, both answered."""
    if not t.gesprek.maatwerk(t.zaak.wet):
        return
    for bron, wat in ((Bron.OMGEVING, "het eigen netwerk"), (Bron.VOORLIGGEND, "algemene voorzieningen")):
        if not t.gesprek.wat(bron):
            yield f"er is geïndiceerde zorg gekozen en het verslag zegt niets over {wat}"


@regel("B-20", _EIGEN, Moment.GESPREK, "Het gesprek gaat langs alle levensdomeinen.")
def alle_levensdomeinen(t: GesprekToets) -> Iterable[str]:
    """B-20: every domain answered, or marked as not at issue."""
    open_ = [naam for id, naam in domeinen_van(t.beeld.organisatie).items() if not t.gesprek.domein(id)]
    if open_:
        yield f"niet beantwoord: {', '.join(open_)} (schrijf 'niet aan de orde' als er niets speelt)"


@regel("B-39", _EIGEN, Moment.GESPREK, "De consulent gaat op huisbezoek en plant dat zelf.")
def huisbezoek_door_consulent(t: GesprekToets) -> Iterable[str]:
    """B-39: home visit by definition, or the reason why not; the planner is a consulent, not administratie."""
    if t.gesprek.plaats != "THUIS":
        if not t.gesprek.waarom_niet_thuis.strip():
            yield "het gesprek was niet bij de inwoner thuis en er staat niet waarom (waarom_niet_thuis)"
        return
    functie = t.beeld.organisatie.functie(t.planner.functie) if t.planner else None
    if t.planner is None:
        yield "het verslag zegt niet wie het huisbezoek plande (gepland_door)"
    elif functie is None or not functie.beoordeelt:
        yield f"{t.planner.medewerker} plande het huisbezoek en is geen consulent"


@regel("B-60", _EIGEN, Moment.GESPREK, "Er wordt naar de hele situatie van het gezin gekeken.")
def heel_het_gezin(t: GesprekToets) -> Iterable[str]:
    """B-60: the whole family situation over Wmo, Jeugdwet and Participatiewet, not only the request."""
    gezin = t.gesprek.gezin
    if gezin is None or not gezin.situatie.strip():
        yield "het verslag zegt niets over de hele situatie van het gezin (gezin, situatie)"
    open_ = [str(wet) for wet in _WETTEN_GEZIN if gezin is None or not gezin.antwoord(wet).strip()]
    if open_:
        yield f"niet beantwoord: {', '.join(open_)} (schrijf 'niet aan de orde' als er niets speelt)"


@regel("Z-9", _EIGEN, Moment.GESPREK, "De inwoner maakt vóór het gesprek zelf al een plan.")
def eigen_plan_vooraf(t: GesprekToets) -> Iterable[str]:
    """Z-9: prepared by the resident. Nobody can be made to: then the file says why there is none."""
    eigen = t.beeld.organisatie.regels.get("Z-9")
    wetten = eigen.lijsten.get("wetten", ()) if eigen else ()
    if wetten and t.zaak.wet not in wetten:
        return
    plan, afgezien = t.eigen_plan.plan, t.eigen_plan.afgezien
    if plan is None and afgezien is None:
        yield "er is geen eigen plan van de inwoner, en nergens staat waarom niet (toegang gesprek eigen-plan)"
    elif afgezien is not None and not afgezien.tekst.strip():
        yield "de inwoner maakt geen eigen plan en er staat niet waarom"
    elif plan is not None and plan.op > t.gesprek.laatste_dag:
        yield f"het eigen plan kwam pas op {plan.op.isoformat()}, na het gesprek"


@regel("Z-10", _EIGEN, Moment.GESPREK, "Over de inwoner wordt niets besproken zonder eigen inbreng.")
def niets_zonder_inbreng(t: GesprekToets) -> Iterable[str]:
    """Z-10: the resident, or who speaks for the resident, was there and had a say in every solution."""
    if _WIE_SPREEKT.isdisjoint(t.gesprek.aanwezig):
        yield "de inwoner, of wie namens de inwoner spreekt, was er volgens het verslag niet bij (aanwezig)"
    if not t.gesprek.inbreng.strip():
        yield "de inbreng van de inwoner staat er niet in (inbreng)"
    zonder = [str(nummer) for nummer, item in enumerate(t.gesprek.gekozen, start=1) if not item.inwoner.strip()]
    if zonder:
        yield f"bij oplossing {', '.join(zonder)} staat niet wat de inwoner ervan vindt"


@regel("D-14", _EIGEN, Moment.GESPREK, "Het Gesprek is liefst bij de inwoner thuis.")
def liefst_thuis(t: GesprekToets) -> Iterable[str]:
    """D-14: preferably at home; a reason takes the remark away."""
    if t.gesprek.plaats != "THUIS" and not t.gesprek.waarom_niet_thuis.strip():
        yield "Het Gesprek was niet bij de inwoner thuis, en er staat niet waarom (waarom_niet_thuis)"


@regel("D-15", _EIGEN, Moment.GESPREK, "Het Gesprek heeft twee delen: vraag en resultaat, daarna de oplossingen.")
def twee_delen(t: GesprekToets) -> Iterable[str]:
    """D-15: two separated parts, each with its day and person; the second never before the first."""
    eerste, tweede = t.gesprek, t.gesprek.deel_2
    if not eerste.vraagverheldering.strip() or not eerste.resultaat.strip():
        yield "deel 1 is niet af: het te behalen resultaat staat er niet in (resultaat)"
    if tweede is None:
        yield "deel 2 heeft nog geen eigen dag en gespreksvoerder (deel_2)"
    elif tweede.op < eerste.op:
        yield f"deel 2 ({tweede.op.isoformat()}) was eerder dan deel 1 ({eerste.op.isoformat()})"


@regel("D-17", _EIGEN, Moment.GESPREK, "Of maatwerk nodig is, wordt met de inwoner besproken.")
def maatwerk_besproken(t: GesprekToets) -> Iterable[str]:
    """D-17: no maatwerk in the arrangement that was not discussed with the resident."""
    if t.gesprek.maatwerk(t.zaak.wet) and t.gesprek.maatwerk_besproken_op is None:
        yield "er is maatwerk gekozen en er staat niet wanneer dat met de inwoner is besproken (maatwerk_besproken_op)"


@regel("W-12", _EIGEN, Moment.GESPREK, "De inwoner kan kiezen, en wie adviseert heeft geen belang.", basis=True)
def keuze_en_onafhankelijkheid(t: GesprekToets) -> Iterable[str]:
    """W-12: offered options are recorded; the adviser has no interest in the provider."""
    for voerder in t.voerders:
        if voerder.werkgeversoort is Werkgeversoort.AANBIEDER:
            yield f"{voerder.medewerker} voerde het gesprek en werkt bij een aanbieder"
    for oplossing in t.gesprek.maatwerk(t.zaak.wet):
        if len(oplossing.aanbieders) < 2 and not oplossing.geen_keuze_omdat.strip():
            plek = t.gesprek.gekozen.index(oplossing) + 1
            yield f"bij oplossing {plek} staat niet uit welke aanbieders de inwoner kon kiezen, of waarom dat niet kon"


@regel("W-16", _EIGEN, Moment.GESPREK, "Problemen worden in samenhang en vanuit eigen kracht aangepakt.", basis=True)
def in_samenhang(t: GesprekToets) -> Iterable[str]:
    """W-16: own strength named; more than one problem means that the report says how they hang together."""
    if not t.gesprek.wat(Bron.ZELF):
        yield "het verslag zegt niet wat de inwoner zelf kan"
    meer = t.andere_zaken or t.zaak.problematiek is Problematiek.MEERVOUDIG or len(t.gesprek.spelende_domeinen) > 1
    if meer and not t.gesprek.samenhang.strip():
        yield "er speelt meer dan één probleem en het verslag zegt niet hoe die samenhangen (samenhang)"


@regel("W-18", _EIGEN, Moment.GESPREK, "Het verslag noemt voor elke gekozen oplossing de argumenten.", basis=True)
def argumenten_per_oplossing(t: GesprekToets) -> Iterable[str]:
    """W-18: explicit arguments for each chosen solution; doing nothing is a solution with arguments too."""
    if not t.gesprek.gekozen:
        yield "het verslag noemt geen enkele oplossing (oplossing)"
    zonder = [str(nummer) for nummer, item in enumerate(t.gesprek.gekozen, start=1) if not item.waarom.strip()]
    if zonder:
        yield f"bij oplossing {', '.join(zonder)} staat niet waarom daarvoor is gekozen"


@regel(
    "W-20", _EIGEN, Moment.GESPREK, "Bij ingewikkelde medische problemen komt er een medisch adviseur bij.", basis=True
)
def medisch_adviseur_gevraagd(t: GesprekToets) -> Iterable[str]:
    """W-20: the report says whether it is complex; if so, an adviser is asked or the report says why not."""
    if t.zaak.wet not in HEEFT_ONDERZOEK:
        return
    if t.gesprek.medisch_complex is None:
        yield "het verslag zegt niet of er ingewikkelde medische problemen zijn (medisch_complex)"
    gevraagd = any(item.is_medisch for item in t.adviezen)
    if t.gesprek.medisch_complex and not gevraagd and not t.gesprek.geen_medisch_advies_omdat.strip():
        yield "bij ingewikkelde medische problemen is geen medisch adviseur gevraagd (toegang gesprek advies vraag)"
