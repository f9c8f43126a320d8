"""Cases for the rules on checking, hearing, making known, the start of care, and who decides on a bezwaar."""

from datetime import timedelta

import bouwers as b
import gevallen_besluit
from gevallen import goed, mis
from gevallen_voorstel import GOED, HERZIENING

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.besluitrecord import Bekendmaking, Besluitrecord
from toegang.domain.voorstel import Hoor, Hooruitzondering, Voorstel, Voorsteltoets
from toegang.guards.contexten import BesluitToets
from toegang.guards.contexten_besluit import KennisgevingToets, ToetsingToets, ZorgstartToets
from toegang.guards.register import Moment

TOETSING, BESLUIT, BEKENDMAKING = Moment.TOETSING, Moment.BESLUIT, Moment.KENNISGEVING
ZORGSTART = Moment.ZORGSTART
DAG = timedelta(days=1)
OPDRACHT = Besluitopdracht(soort=Besluitsoort.TOEKENNING, op=b.DAG, motivering=GOED)
VOORSTEL = Voorstel(
    id="VS-1",
    dossier_id="D-1",
    zaak_id="Z2026-000001",
    op=b.DAG,
    steller=b.behandelaar("P-2"),
    opdracht=OPDRACHT,
    toetsen=(Voorsteltoets(door=b.behandelaar("P-5", "midoffice"), op=b.DAG, akkoord=False, reden="Niet compleet."),),
)


def toetsing(open_, toetser="P-8"):
    return ToetsingToets(b.zaak(), VOORSTEL, b.behandelaar(toetser, "midoffice"), open_, b.beeld())


@mis("W-6", TOETSING, "P-2 deed het voorstel en toetst het dus niet zelf")
def wie_voorstelt_toetst():
    return toetsing(True, "P-2")


@goed("W-6", TOETSING)
def een_ander_toetst():
    return toetsing(True)


@mis("L-147", TOETSING, "P-8 heeft het dossier van Z2026-000001 niet ingezien sinds het voorstel")
def toetsen_zonder_te_kijken():
    return toetsing(False)


@goed("L-147", TOETSING)
def toetsen_met_het_dossier_erbij():
    return toetsing(True)


def nadelig(hoor=None, soort=Besluitsoort.INTREKKING, **anders):
    """Give a withdrawal of the gemeente's own accord."""
    opdracht = OPDRACHT.gewijzigd(**{"soort": soort, "herziening": HERZIENING, **anders})
    return BesluitToets(**{**vars(gevallen_besluit.toets()), "opdracht": opdracht, "hoor": hoor})


@mis("L-6", BESLUIT, "de inwoner is niet gehoord")
def intrekken_zonder_horen():
    return nadelig()


@mis("L-6", BESLUIT, "de inwoner is niet gehoord")
def afwijzen_op_andere_gegevens():
    return nadelig(soort=Besluitsoort.AFWIJZING, wijkt_af_van_opgave=True)


@mis("L-6", BESLUIT, f"de inwoner kan nog tot en met {b.DAG.isoformat()} een zienswijze geven")
def intrekken_op_de_laatste_dag():
    return nadelig(Hoor(gevraagd_op=b.DAG - 14 * DAG, tot=b.DAG))


@mis("L-6", BESLUIT, "de uitzondering op het horen heeft geen reden")
def niet_horen_zonder_reden():
    return nadelig(Hoor(uitzondering=Hooruitzondering.FINANCIEEL))


@goed("L-6", BESLUIT)
def intrekken_na_de_termijn():
    return nadelig(Hoor(gevraagd_op=b.DAG - 14 * DAG, tot=b.DAG - DAG))


@goed("L-6", BESLUIT)
def intrekken_na_de_zienswijze():
    return nadelig(Hoor(gevraagd_op=b.DAG - 3 * DAG, tot=b.DAG + DAG, ontvangen_op=b.DAG))


@goed("L-6", BESLUIT)
def niet_horen_met_reden():
    return nadelig(Hoor(uitzondering=Hooruitzondering.FINANCIEEL, reden="Het bedrag is terug te draaien."))


@goed("L-6", BESLUIT)
def beeindigen_op_verzoek():
    return nadelig(soort=Besluitsoort.BEEINDIGING, herziening=HERZIENING.gewijzigd(op_verzoek=True))


@goed("L-6", BESLUIT)
def afwijzen_op_eigen_gegevens():
    return nadelig(soort=Besluitsoort.AFWIJZING)


def bekend(*wie, wijze="post", gezag=(), afgeweken=()):
    bekendmakingen = tuple(Bekendmaking(aan=aan, wijze=wijze, op=b.DAG) for aan in wie)
    return KennisgevingToets(b.zaak(), bekendmakingen, gezag, afgeweken, b.beeld())


@mis("L-11", BEKENDMAKING, "het besluit gaat niet naar de inwoner zelf of wie hem vertegenwoordigt")
def alleen_naar_een_ander():
    return bekend("I-9")


@mis("L-11", BEKENDMAKING, "'telefonisch' is geen manier van bekendmaken; kies uit post, uitgereikt, digitaal")
def verteld_over_de_telefoon():
    return bekend("I-1", wijze="telefonisch")


@goed("L-11", BEKENDMAKING)
def naar_de_inwoner():
    return bekend("I-1")


@goed("L-11", BEKENDMAKING)
def naar_wie_het_gezag_heeft():
    return bekend("I-2", gezag=("I-2", "I-3"), wijze="uitgereikt")


@mis("L-12", BEKENDMAKING, "van het advies van P-3 is afgeweken; P-3 krijgt bericht van het besluit")
def adviseur_weet_van_niets():
    return bekend("I-1", afgeweken=("P-3",))


@goed("L-12", BEKENDMAKING)
def niemand_om_te_berichten():
    return bekend("I-1")


def record(**besluit):
    return Besluitrecord(dossier_id="D-1", besluit=b.besluit(**besluit), motivering=GOED)


@mis("L-10", ZORGSTART, "besluit BS-1 is nog niet bekendgemaakt")
def zorg_voor_de_brief():
    return ZorgstartToets(record(), b.DAG, None, b.beeld())


@mis("L-10", ZORGSTART, f"besluit BS-1 werkt pas vanaf {(b.DAG + DAG).isoformat()}")
def zorg_een_dag_te_vroeg():
    return ZorgstartToets(record(), b.DAG, b.DAG + DAG, b.beeld())


@goed("L-10", ZORGSTART)
def zorg_op_de_dag_van_de_brief():
    return ZorgstartToets(record(), b.DAG, b.DAG, b.beeld())
