"""The questions of the demo: one table, the same for every gemeente.

What comes out differs per gemeente, because their organisations differ. Each row is a household with its
questions, and what a person then decides.
"""

from __future__ import annotations

from toegang.domain.begrippen import Besluitsoort, Kanaal, Wet, Zelfregie
from toegang_cli.demo.scenario import Scenario, Vraag

_HULP = Vraag(
    Wet.WMO,
    "hulp-bij-het-huishouden",
    "Sinds mijn heupoperatie krijg ik het huis niet meer schoon.",
    omvang="3 uur per week",
    waarom="U kunt na uw operatie niet bukken en tillen. Uw dochter helpt met de was, maar woont te ver weg voor meer.",
)
_BEGELEIDING = Vraag(
    Wet.WMO,
    "begeleiding-individueel",
    "Ik krijg mijn dagen en mijn post niet geordend.",
    omvang="2 uur per week",
    waarom="U mist overzicht in uw dag en in uw administratie. Uw broer springt bij, maar dat is niet genoeg.",
    gespecialiseerd=True,
)
_SCHULDEN = Vraag(
    Wet.WGS,
    "schuldhulpverlening",
    "Ik kom niet meer uit mijn schulden.",
    waarom="U heeft schulden bij zes schuldeisers en wilt ze oplossen. Een schuldregeling is daarvoor haalbaar.",
)

SCENARIOS: tuple[Scenario, ...] = (
    Scenario("hulp", "Hulp bij het huishouden", (_HULP,)),
    Scenario(
        "vervoerspas",
        "Vervoerspas",
        (
            Vraag(
                Wet.WMO,
                "vervoerspas",
                "Ik kom niet meer bij mijn zus aan de andere kant van de stad.",
                waarom="U kunt niet zelfstandig met de bus. Uw buurman rijdt u soms, maar niet elke week.",
            ),
        ),
        kanaal=Kanaal.WEBFORMULIER,
        leeftijd=81,
    ),
    Scenario(
        "rolstoel",
        "Nieuwe rolstoel, vervolgaanvraag",
        (
            Vraag(
                Wet.WMO,
                "rolstoel",
                "Mijn rolstoel is te klein geworden.",
                vervolg=True,
                waarom="Uw rolstoel past niet meer. U gebruikt hem elke dag binnen en buiten.",
            ),
        ),
        kanaal=Kanaal.WEBFORMULIER,
        leeftijd=34,
    ),
    Scenario(
        "traplift",
        "Traplift, afgewezen",
        (
            Vraag(
                Wet.WMO,
                "traplift",
                "Ik wil een traplift, want de trap wordt zwaar.",
                besluit=Besluitsoort.AFWIJZING,
                waarom="U loopt de trap nog veilig op en af. Slapen en wassen kunt u ook op de begane grond.",
            ),
        ),
        kanaal=Kanaal.BALIE,
        leeftijd=69,
    ),
    Scenario(
        "minder-uren",
        "Hulp bij het huishouden, minder dan gevraagd",
        (
            Vraag(
                Wet.WMO,
                "hulp-bij-het-huishouden",
                "Ik heb vijf uur hulp per week nodig.",
                omvang="2 uur per week",
                minder=True,
                waarom="U kunt licht huishoudelijk werk zelf. Voor het zware werk is twee uur per week genoeg.",
            ),
        ),
        leeftijd=58,
    ),
    Scenario(
        "jeugd",
        "Jeugdhulp voor een kind",
        (
            Vraag(
                Wet.JEUGDWET,
                "jeugd-ambulant",
                "Onze zoon gaat niet meer naar school en wij weten het niet meer.",
                omvang="2 uur per week",
                voor="kind",
                waarom="Uw kind gaat sinds de zomer niet naar school. U kunt dit als ouders niet alleen oplossen.",
                gespecialiseerd=True,
            ),
        ),
        leeftijd=41,
        kind=13,
    ),
    Scenario(
        "jeugd-gezag",
        "Jeugdhulp, gezag niet bekend",
        (
            Vraag(
                Wet.JEUGDWET,
                "jeugd-ambulant",
                "Mijn kleindochter woont bij ons en heeft hulp nodig.",
                omvang="1 uur per week",
                voor="kind",
                waarom="Uw kleindochter is vaak angstig en slaapt slecht. Hulp thuis is nodig.",
                gespecialiseerd=True,
            ),
        ),
        leeftijd=66,
        kind=10,
        gezag_bekend=False,
    ),
    Scenario(
        "bijstand",
        "Bijstand",
        (
            Vraag(
                Wet.PARTICIPATIEWET,
                "algemene-bijstand",
                "Mijn werk is gestopt en ik heb geen inkomen meer.",
                centen=134_000,
                waarom="U heeft geen inkomen en geen vermogen boven de grens.",
            ),
        ),
        kanaal=Kanaal.MIJN_INKOMEN,
        leeftijd=45,
    ),
    Scenario(
        "bijstand-jong",
        "Bijstand voor een jongere",
        (
            Vraag(
                Wet.PARTICIPATIEWET,
                "algemene-bijstand",
                "Ik heb vier weken gezocht en nog geen werk of school.",
                centen=132_000,
                waarom="U heeft vier weken gezocht naar werk en scholing en heeft geen inkomen.",
            ),
        ),
        kanaal=Kanaal.BALIE,
        leeftijd=22,
    ),
    Scenario("schulden", "Schuldhulp", (_SCHULDEN,), leeftijd=38),
    Scenario(
        "parkeerkaart",
        "Gehandicaptenparkeerkaart",
        (
            Vraag(
                Wet.GPK,
                "gpk-bestuurder",
                "Ik kan niet verder dan vijftig meter lopen.",
                waarom="De arts stelde vast dat u niet meer dan 100 meter aan één stuk kunt lopen.",
            ),
        ),
        kanaal=Kanaal.BRIEF,
        leeftijd=63,
    ),
    Scenario(
        "parkeerkaart-nee",
        "Gehandicaptenparkeerkaart, afgewezen",
        (
            Vraag(
                Wet.GPK,
                "gpk-passagier",
                "Mijn man wil mij voor de deur kunnen afzetten.",
                besluit=Besluitsoort.AFWIJZING,
                waarom="De arts stelde vast dat u met een rollator meer dan 100 meter kunt lopen.",
            ),
        ),
        kanaal=Kanaal.WEBFORMULIER,
        leeftijd=77,
    ),
    Scenario(
        "leerlingenvervoer",
        "Leerlingenvervoer",
        (
            Vraag(
                Wet.LLV,
                "leerlingenvervoer",
                "Onze dochter kan niet alleen met de bus naar haar school.",
                voor="kind",
                waarom="De school ligt op 14 kilometer. Uw dochter kan niet zelfstandig reizen.",
            ),
        ),
        kanaal=Kanaal.WEBFORMULIER,
        leeftijd=37,
        kind=9,
    ),
    Scenario(
        "meervoudig",
        "Begeleiding en schulden, regie dreigt weg te vallen",
        (_BEGELEIDING, _SCHULDEN),
        leeftijd=49,
        professionals=3,
        zelfregie=Zelfregie.KAN_NIET,
        verliest_regie=True,
    ),
    Scenario(
        "beschermd-wonen",
        "Kandidaat beschermd wonen",
        (
            Vraag(
                Wet.WMO,
                "beschermd-wonen",
                "Ik red het niet alleen in mijn huis.",
                omvang="24 uur per dag bereikbaar",
                waarom="U kunt niet veilig zelfstandig wonen. Uw familie kan dit niet opvangen.",
                gespecialiseerd=True,
            ),
            Vraag(
                Wet.PARTICIPATIEWET,
                "algemene-bijstand",
                "En ik heb geen inkomen.",
                centen=38_000,
                waarom="U heeft geen inkomen. In een instelling geldt een lagere norm.",
            ),
        ),
        leeftijd=29,
        professionals=4,
        zelfregie=Zelfregie.KAN_NIET,
        verliest_regie=True,
        bijzonderheden=("KANDIDAAT_BESCHERMD_WONEN",),
    ),
    Scenario(
        "koffie",
        "Inloop in de buurt",
        (
            Vraag(
                Wet.WMO,
                "inloop-zonder-indicatie",
                "Ik ben veel alleen en zoek gezelschap.",
                waarom="De inloop in uw buurt is vrij toegankelijk. Daar is geen besluit voor nodig.",
            ),
        ),
        leeftijd=75,
    ),
    Scenario(
        "vraagje",
        "Vraag die meteen is beantwoord",
        (Vraag(None, None, "Waar vind ik de boodschappendienst?"),),
        behapbaar=True,
        leeftijd=68,
    ),
    Scenario(
        "plan-zonder-handtekening",
        "Vervoerspas, plan niet getekend",
        (
            Vraag(
                Wet.WMO,
                "vervoerspas",
                "Ik wil weer naar de dagclub.",
                waarom="U kunt niet zelfstandig met de bus. Uw familie rijdt u in het weekend.",
            ),
        ),
        leeftijd=84,
        plan_getekend=False,
    ),
    Scenario(
        "afspraken",
        "Gezelschap, met afspraken in het plan opgelost",
        (
            Vraag(
                Wet.WMO,
                "dagbesteding",
                "Ik kom de deur bijna niet meer uit.",
                waarom="De eettafel in de buurt is op loopafstand, en uw buurvrouw gaat de eerste keren mee.",
                genoeg=True,
            ),
        ),
        leeftijd=79,
    ),
)
