"""Which reports exist, and what their figures mean."""

from __future__ import annotations

from collections.abc import Mapping

from toegang.reports import mensen, nazorg, overleg, toegang_tot_hulp
from toegang.reports.rapport import Bron, Rapport, Rapportsoort


def _zinnen(tekst: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, each on one line."""
    return tuple(" ".join(deel.split()) for deel in tekst.strip().split("\n\n"))


_SOORTEN = (
    Rapportsoort(
        "digitaal",
        "Vragen per kanaal",
        _zinnen("""
        Vraag: een melding die in de periode binnenkwam, een contact dat zonder melding werd beantwoord, en
        wat anoniem werd geteld omdat er niets van is geregistreerd. Een doorgegeven contact telt als de
        melding die ervan kwam.

        Digitaal: gesteld langs webformulier, e-mail of Mijn Inkomen.
        """),
        toegang_tot_hulp.digitaal,
    ),
    Rapportsoort(
        "overdrachten",
        "Overdrachten per huishouden",
        _zinnen("""
        Overdracht: in de periode werd iemand anders regisseur of eerste aanspreekpunt van het huishouden.

        Per huishouden: gedeeld door alle huishoudens waarvan de regie is belegd.
        """),
        toegang_tot_hulp.overdrachten,
    ),
    Rapportsoort(
        "caseload",
        "Caseload per medewerker en team",
        _zinnen("""
        Caseload: open zaken waarin de medewerker lid of adviseur is van het casusteam.

        Per team: open zaken van dat team, gedeeld door wie er vandaag werkt.
        """),
        mensen.caseload,
        stand=True,
    ),
    Rapportsoort(
        "wachtlijst",
        "Wie wacht er?",
        _zinnen("""
        Zaken: open, en het besluit is nog niet bekendgemaakt; dagen sinds de laatste
        stap.

        Leveringen: toegekend en niet gestart; dagen sinds de toewijzing, of anders sinds de bekendmaking.

        Midden: de helft wacht korter, de helft langer.
        """),
        toegang_tot_hulp.wachtlijst,
        stand=True,
    ),
    Rapportsoort(
        "regie",
        "Wie stuurt?",
        _zinnen("""
        Wie stuurt: de regie zoals zij vandaag is belegd, per huishouden.

        Overgenomen: een regie die in de periode begon en waarbij een professional haar overnam; met de
        grond.
        """),
        mensen.regie,
    ),
    Rapportsoort(
        "gebieden",
        "Hoe lang heeft wie een gebied?",
        _zinnen("""
        In hele maanden. Team: sinds de dag waarop het team zo geldt.

        Van een medewerker is alleen bekend sinds wanneer hij of zij in dienst is; langer dan dat kan het niet zijn
        ('ten hoogste').
        """),
        mensen.gebieden,
        stand=True,
    ),
    Rapportsoort(
        "huishoudens",
        "Medewerkers per huishouden",
        _zinnen("""
        Over huishoudens met een open zaak. Medewerkers: verschillende leden van de
        casusteams.

        Professionals: het aantal dat bij de melding is gezegd, van binnen en buiten de gemeente.
        """),
        mensen.huishoudens,
        stand=True,
    ),
    Rapportsoort(
        "intervisie",
        "Intervisie over zaken",
        _zinnen("""
        Intervisie: vastgelegd met toegang zaak intervisie, op een dag in de periode. Van ander overleg en van
        scholing houdt Toegang niets bij.

        Met iemand van een andere werkgever: de deelnemers werken niet allemaal bij dezelfde werkgever.
        """),
        overleg.intervisie,
    ),
    Rapportsoort(
        "aanbieders",
        "Cijfers per aanbieder",
        _zinnen("""
        Over toewijzingen uit de periode. Start op tijd: op of voor de ingangsdatum, of binnen de dagen uit
        het contract; gedeeld door wat is gestart.

        Dagen tot start: midden, van toewijzing tot start. Niet geleverd: bij de laatste controle was de
        hulp er niet.

        Eerder weg: gestopt met reden andere aanbieder of anders. Hulp past: bij de laatste keer kijken,
        waar gekeken is. Kwaliteit: het laatste oordeel.
        """),
        nazorg.aanbieders,
    ),
    Rapportsoort(
        "monitoring",
        "Hoe gaat het na het besluit?",
        _zinnen("""
        Keer gekeken: wat in de periode is vastgelegd met toegang monitoring registreer.
        """),
        nazorg.monitoring,
    ),
    Rapportsoort(
        "bezwaren",
        "Bezwaren",
        _zinnen("""
        Bezwaren die in de periode binnenkwamen, naar hoe zij er vandaag voor staan.

        Dagen tot het einde: van ontvangst tot besluit, intrekking of doorzending.
        """),
        nazorg.bezwaren,
    ),
    Rapportsoort(
        "doorlooptijden",
        "Van ontvangst tot bekendmaking",
        _zinnen("""
        Zaken waarvan het besluit in de periode is bekendgemaakt; dagen sinds de eerste ontvangst,
        opschorting inbegrepen.
        """),
        nazorg.doorlooptijden,
    ),
    Rapportsoort(
        "schuldhulp",
        "Doorlooptijd van schuldhulp",
        _zinnen("""
        Hele weken tussen het eerste gesprek en de bekendmaking van het besluit, van zaken waarvan dat in de
        periode viel (Wet gemeentelijke schuldhulpverlening, artikel 4, derde lid). Van één zaak: toegang
        zaak keten ZAAK.
        """),
        nazorg.schuldhulp,
    ),
    Rapportsoort(
        "clientervaring",
        "Ervaring van cliënten",
        _zinnen("""
        Elk jaar publiceert de gemeente voor 1 juli hoe cliënten de hulp van het vorige jaar ervaren (Wmo
        2015, artikel 2.5.1). Dat het is gebeurd, legt u vast met toegang rapport gepubliceerd.
        """),
        nazorg.clientervaring,
        stand=True,
    ),
)
RAPPORTEN: Mapping[str, Rapportsoort] = {soort.naam: soort for soort in _SOORTEN}
"""The reports by name, in the order in which they are listed."""


def maak_rapport(naam: str, bron: Bron) -> Rapport:
    """Make a report.

    Args:
        naam: its name.
        bron: the gemeente and the period.

    Raises:
        KeyError: there is no such report.
    """
    soort = RAPPORTEN[naam]
    inhoud = soort.maak(bron)
    return Rapport(
        naam=naam,
        titel=soort.titel,
        gemeente=bron.omgeving.organisatie.naam,
        op=bron.op,
        van=bron.van,
        tot=bron.tot,
        cijfers=inhoud.cijfers,
        tabellen=inhoud.tabellen,
        definities=soort.definities,
        regels=inhoud.regels,
        stand=soort.stand,
    )
