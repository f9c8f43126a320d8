"""What goes in comes out, whatever it is: every repository, with values that nobody thought of."""

from collections.abc import Callable
from datetime import UTC, date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toegang.domain import begrippen as b
from toegang.domain.adviesaanvraag import Adviesaanvraag, Adviessoort, Adviesstatus
from toegang.domain.batch import Batch, Batchregel, Gedaan, Regelstand
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.domain.besluit import Advies, Behandelaar, Beschikkingsconcept, Besluit, Motivering, Voorziening
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bevinding import Bevinding, Bevindingsoort, Ernst
from toegang.domain.brief import Aanhoudreden, Brief, Briefstatus
from toegang.domain.gesprek import Gesprek
from toegang.domain.gespreksmap import Eigenplan, Eigenplanstap, Gespreksmap, Zrmscore
from toegang.domain.huishouden import Contactnotitie, Dossier, Inwoner, Lid, Meldingsrecord
from toegang.domain.levensloop import Stap
from toegang.domain.medewerker import Afwezigheid, Medewerker, Registratiebewijs
from toegang.domain.melding import Hulpvraag, Melding
from toegang.domain.plan import Afspraak, Plan, Planrecord
from toegang.domain.reden import Reden
from toegang.domain.spoor import Oordeel, Regeltoets, Spoor
from toegang.domain.verslag import Bijdrage, Bron, Gespreksdeel, Oplossing
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Stapregistratie, Zaak
from toegang.storage import Actor, Gemeenteopslag

pytestmark = pytest.mark.parametrize("motor", ["sqlite", pytest.param("postgres", marks=pytest.mark.lang)])
"""The same on both kinds of database."""

D, Z, ML, IN = "D-1", "Z2026-000001", "ML-1", "I-1"

tekst = st.text(max_size=12)
woord = st.text(min_size=1, max_size=12)
code = st.from_regex(r"\A[A-Z0-9_]{1,8}\Z")
dag = st.dates()
misschien_dag = st.none() | dag
moment = st.datetimes(timezones=st.just(UTC))
json_ = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | tekst,
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(tekst, deel, max_size=3),
    max_leaves=6,
)
json_tabel = st.dictionaries(tekst, json_, max_size=3)


def rij(deel: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(deel, max_size=2).map(tuple)


def uit(soort: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(soort))


paren = rij(st.tuples(tekst, tekst))
reden = st.builds(Reden, code=code, tekst=woord, parameters=paren, regels=rij(tekst), toelichting=tekst)
hulpvraag = st.builds(
    Hulpvraag, nummer=st.integers(1, 9), wet=st.none() | uit(b.Wet), voor=woord, product=st.none() | tekst
)
melding = st.builds(
    Melding,
    id=st.just(ML),
    kanaal=uit(b.Kanaal),
    loket=woord,
    ontvangen_op=dag,
    hulpvragen=st.lists(hulpvraag, min_size=1, max_size=2).map(tuple),
    spoed=st.booleans(),
)
voorziening = st.builds(
    Voorziening,
    id=woord,
    product=woord,
    naam=tekst,
    wet=uit(b.Wet),
    soort=uit(b.Voorzieningsoort),
    kenmerken=st.frozensets(uit(b.Kenmerk)),
    ingangsdatum=dag,
    einddatum=st.just(date.max),
    bedrag_centen=st.none() | st.integers(0, 10**9),
)
behandelaar = st.builds(Behandelaar, medewerker=woord, functie=woord, werkgeversoort=uit(b.Werkgeversoort))
besluit = st.builds(
    Besluit,
    id=st.just("B-1"),
    zaak_id=st.just(Z),
    soort=uit(b.Besluitsoort),
    datum=dag,
    voorzieningen=rij(voorziening),
    beoordelaar=behandelaar,
    toetser=st.none() | behandelaar,
    beslisser=behandelaar,
    adviezen=rij(st.builds(Advies, van=woord, overgenomen=st.booleans(), reden=tekst)),
)
concept = st.builds(Beschikkingsconcept, vorm=uit(b.Besluitvorm), bijlagen=rij(tekst), reden=reden)
regeltoets = st.builds(
    Regeltoets, regel=woord, soort=woord, titel=tekst, grondslag=tekst, oordeel=uit(Oordeel), boodschap=tekst
)
plan = st.builds(Plan, id=st.just("P-1"), dossier_id=st.just(D), soort=uit(b.Plansoort), vastgesteld_op=dag)
WAARDEN: dict[str, st.SearchStrategy[Any]] = {
    "dossiers": st.builds(
        Dossier,
        id=st.just(D),
        aangemaakt_op=dag,
        leden=rij(st.builds(Lid, inwoner=woord, rol=woord, minderjarig=st.none() | st.booleans(), gezag=rij(woord))),
        zelfregie=uit(b.Zelfregie),
        bijzonderheden=rij(tekst),
        gespreksmap=st.builds(
            Gespreksmap,
            eigen_plannen=rij(
                st.builds(Eigenplan, id=woord, zaak_id=woord, stap=uit(Eigenplanstap), op=dag, tekst=tekst)
            ),
            zrm=rij(st.builds(Zrmscore, domein=woord, niveau=st.integers(1, 5), op=dag, inwoner=woord, zaak_id=woord)),
        ),
    ),
    "inwoners": st.builds(
        Inwoner,
        id=st.just(IN),
        dossier_id=st.just(D),
        bsn=st.none() | st.sampled_from(["999990019", "999990020", "999994268"]),
        voornamen=tekst,
        geslachtsnaam=woord,
        geboortedatum=st.sampled_from(["19800000", "20010203", "00000000"]),
        geheimhouding=st.integers(0, 7),
        brp_peildatum=misschien_dag,
    ),
    "meldingen": st.builds(
        Meldingsrecord, id=st.just(ML), dossier_id=st.just(D), kenmerk=woord, melding=melding, woorden=rij(tekst)
    ),
    "contactnotities": st.builds(
        Contactnotitie,
        id=st.just("C-1"),
        dossier_id=st.just(D),
        kenmerk=woord,
        ontvangen_op=dag,
        kanaal=uit(b.Kanaal),
        doorgegeven_aan=st.none() | tekst,
        naam=tekst,
        bereikbaar=tekst,
    ),
    "gesprekken": st.builds(
        Gesprek,
        id=st.just("G-1"),
        dossier_id=st.just(D),
        zaak_id=st.just(Z),
        op=dag,
        gevoerd_door=woord,
        vraagverheldering=tekst,
        onderzoek=paren,
        levensdomeinen=paren,
        bijdragen=rij(st.builds(Bijdrage, van=uit(Bron), wat=woord)),
        gekozen=rij(st.builds(Oplossing, wat=woord, van=uit(Bron), waarom=tekst, aanbieders=rij(tekst))),
        deel_2=st.none() | st.builds(Gespreksdeel, op=dag, gevoerd_door=woord),
        verstrekt_op=misschien_dag,
        akkoord=uit(b.Akkoord),
    ),
    "adviezen": st.builds(
        Adviesaanvraag,
        id=st.just("A-1"),
        dossier_id=st.just(D),
        zaak_id=st.just(Z),
        status=uit(Adviesstatus),
        gevraagd_op=dag,
        soort=uit(Adviessoort),
        vraag=tekst,
        lezers=rij(woord),
        ontvangen_op=misschien_dag,
        medisch=tekst,
    ),
    "plannen": st.builds(
        Planrecord,
        plan=plan,
        doelen=rij(tekst),
        afspraken=rij(st.builds(Afspraak, wat=tekst, wie=tekst, tot=misschien_dag)),
        inbreng=tekst,
    ),
    "besluiten": st.builds(
        Besluitrecord,
        dossier_id=st.just(D),
        besluit=besluit,
        motivering=st.builds(Motivering, stappen=paren, conclusie=tekst),
        concept=st.none() | concept,
        bekendgemaakt_op=misschien_dag,
        bezwaar_tot=misschien_dag,
    ),
    "brieven": st.builds(
        Brief,
        id=st.just("BR-1"),
        dossier_id=st.just(D),
        zaak_id=st.just(Z),
        sjabloon=woord,
        versie=st.integers(1, 99),
        status=uit(Briefstatus),
        aanhoudreden=st.none() | uit(Aanhoudreden),
        momentopname=json_tabel,
        dagtekening=misschien_dag,
        gemaakt_op=st.none() | moment,
        software=paren,
    ),
    "batches": st.builds(
        Batch,
        id=st.just("BT-1"),
        aangemaakt_op=moment,
        door=woord,
        aantal=st.integers(0, 9),
        stand=uit(Batchstand),
        dagtekening=misschien_dag,
        stappen=rij(st.builds(Gedaan, handeling=uit(Handeling), op=moment, uid=st.integers(0, 9), detail=paren)),
    ),
    "batchregels": st.builds(
        Batchregel,
        id=st.just("BT-1.1"),
        batch_id=st.just("BT-1"),
        dossier_id=st.just(D),
        brief_id=st.just("BR-1"),
        zaak_id=woord,
        sjabloon=woord,
        volgnr=st.integers(1, 99),
        stand=uit(Regelstand),
        bevindingen=rij(st.builds(Bevinding, soort=uit(Bevindingsoort), ernst=uit(Ernst), uitleg=tekst)),
        toch=rij(uit(Bevindingsoort)),
    ),
    "medewerkers": st.builds(
        Medewerker,
        id=st.just("M-001"),
        naam=woord,
        functie=woord,
        werkgever=woord,
        werkgeversoort=uit(b.Werkgeversoort),
        wetten=rij(uit(b.Wet)),
        registraties=rij(st.builds(Registratiebewijs, soort=woord, geldig_tot=dag)),
        afwezig=rij(st.builds(Afwezigheid, van=dag, tot=dag)),
        in_dienst_van=dag,
        in_dienst_tot=misschien_dag,
    ),
    "sporen": st.builds(
        Spoor,
        id=st.just("S-1"),
        dossier_id=st.just(D),
        zaak_id=st.none() | st.just(Z),
        melding_id=st.none() | woord,
        hook=woord,
        plugin=woord,
        plugin_versie=woord,
        laag=woord,
        haak_api=woord,
        organisatie_hash=woord,
        invoer_hmac=woord,
        antwoord=json_tabel,
        reden=reden,
        regels=rij(regeltoets),
        op=moment,
    ),
}
zaken = st.builds(
    Zaak,
    id=st.just(Z),
    dossier_id=st.just(D),
    melding_id=st.just(ML),
    client_id=st.just(IN),
    wet=uit(b.Wet),
    status=uit(Stap),
    ontvangen_op=dag,
    producten=rij(tekst),
    client_leeftijd=st.none() | st.integers(0, 120),
    gesloten_op=misschien_dag,
    uitkomst=st.none() | uit(b.Uitkomst),
    stappen=rij(st.builds(Stapregistratie, stap=uit(Stap), op=dag, nvt=st.booleans())),
)

kort = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("naam", sorted(WAARDEN))
def test_wat_erin_gaat_komt_eruit(
    naam: str, opslag: Gemeenteopslag, actor: Actor, huishouden: Callable[..., Zaak]
) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk)

        @kort
        @given(WAARDEN[naam])
        def rondreis(waarde: Waarde) -> None:
            verzameling = getattr(werk, naam)
            kenmerk = verzameling.bewaar(waarde).id  # the second time a change of the same record
            assert verzameling.haal(kenmerk) == waarde
            assert verzameling.zoek(id=kenmerk) == (waarde,)

        rondreis()


def test_zaak(opslag: Gemeenteopslag, actor: Actor, huishouden: Callable[..., Zaak]) -> None:
    with opslag.werk(actor) as werk:
        versie = huishouden(werk).versie

        @kort
        @given(zaken)
        def rondreis(zaak: Zaak) -> None:
            nonlocal versie
            bewaard = werk.zaken.bewaar(zaak.gewijzigd(versie=versie))
            versie = bewaard.versie
            assert werk.zaken.haal(Z) == bewaard == zaak.gewijzigd(versie=versie)
            assert werk.zaken.zoek(wet=zaak.wet, status=zaak.status, melding_id=ML, dossier_id=D) == (bewaard,)

        rondreis()
