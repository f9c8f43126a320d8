"""What a letter on the way to a decision prints, or one that only tells something: frozen parts, one per letter."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.dwangsom import Uitzondering
from toegang.domain.opschorting import Grond, Onderwerp
from toegang.domain.waarde import Waarde
from toegang.letters.besluitonderdelen import Motiveringsstap
from toegang.letters.bezwaaronderdelen import Doorzending, Herstelvraag, Uitspraak
from toegang.letters.teksttypen import Tekst, VolleTekst


class Uitnodiging(Waarde):
    """An appointment for a gesprek, and what the resident can do before it (L-51, L-52, L-58).

    Args:
        op: day of the gesprek.
        tijd: time of day in words, e.g. "10.30 uur".
        plaats: where, in words, e.g. "bij u thuis".
        toelichting: more about it in the words of who planned it; may be empty.
        met: who comes; empty when that is not known yet.
        eigen_plan_tot: last day for the own plan (L-51); ``None`` when the act sets none or it was handed in.
        heeft_onderzoek: the gesprek belongs to the research, so an own plan and support are offered.
        verzet: an earlier appointment was told before.
    """

    op: date
    tijd: VolleTekst
    plaats: VolleTekst
    toelichting: Tekst = ""
    met: Tekst = ""
    eigen_plan_tot: date | None = None
    heeft_onderzoek: bool = True
    verzet: bool = False


class Aanvulling(Waarde):
    """A request to complete an aanvraag (Awb 4:5, 4:15).

    Args:
        aanvraag_op: day of the aanvraag.
        ontbreekt: what is missing, one by one.
        uiterlijk: last day to send it.
        beslissing_tot: last day of the decision when what is missing comes on that last day.
    """

    aanvraag_op: date
    ontbreekt: tuple[VolleTekst, ...] = Field(min_length=1)
    uiterlijk: date
    beslissing_tot: date | None = None


class Stilstand(Waarde):
    """A term that stands still, or runs again (Awb 4:15 lid 2 to 4).

    Args:
        over: the decision that is waited for.
        grond: why it stands still.
        van: first day that does not count.
        tot: day from which it runs again; ``None`` while that is not known.
        dagen: how many days it stood still; 0 while that is not known.
        reden: why, as somebody of the gemeente wrote it.
        beslissing_tot: last day of the decision, as far as is known.
    """

    over: Onderwerp
    grond: Grond
    van: date
    tot: date | None = None
    dagen: int = 0
    reden: Tekst = ""
    beslissing_tot: date | None = None


class Uitstel(Waarde):
    """A decision that comes later (Awb 4:14, 7:10 lid 3).

    Args:
        over: the decision that is waited for.
        begonnen_op: day of the aanvraag, or of receipt of the bezwaar.
        eerst: last day before it.
        nieuw: last day now, or the day by which the resident may expect the decision.
        verschuift: the term itself becomes longer; else the old one was of the law and stays.
        reden: why it takes longer.
    """

    over: Onderwerp
    begonnen_op: date
    eerst: date
    nieuw: date
    verschuift: bool
    reden: VolleTekst


class Voornemen(Waarde):
    """What the gemeente means to decide, before it does (Awb 4:7, 4:8; L-6).

    Args:
        wat: in one sentence without full stop, what is meant.
        redenen: why, in paragraphs.
        tot: last day to answer.
    """

    wat: VolleTekst
    redenen: tuple[VolleTekst, ...] = Field(min_length=1)
    tot: date


class Verslagdeel(Waarde):
    """A part of a report with its heading."""

    kop: VolleTekst
    tekst: VolleTekst


class Verslagbericht(Waarde):
    """The report of a gesprek as the resident reads it (Wmo 2.3.2 lid 8; L-55, L-138, S-15, S-16).

    Args:
        gesproken_op: day of the gesprek.
        deel_2_op: day of its second part.
        versie: which version of the report.
        inbreng: what the resident brought in, in own words.
        vraag: the question behind the question.
        resultaat: the result to reach.
        delen: what was found, in the order own strength, surroundings, help for everybody, the gemeente.
        oplossingen: what was agreed on.
        eigen_verantwoordelijkheid: it was explained what the resident does himself (S-14).
        aanvraag_kan: an aanvraag can be done now, on this report (Wmo 2.3.2 lid 9).
    """

    gesproken_op: date
    deel_2_op: date | None = None
    versie: int = 1
    inbreng: Tekst = ""
    vraag: VolleTekst
    resultaat: Tekst = ""
    delen: tuple[Verslagdeel, ...] = ()
    oplossingen: tuple[VolleTekst, ...] = ()
    eigen_verantwoordelijkheid: bool = False
    aanvraag_kan: bool = False


class Dwangsomregel(Waarde):
    """Days with the same amount."""

    van: date
    tot: date
    dagen: int = Field(ge=1)
    per_dag_centen: int
    centen: int


class Dwangsombericht(Waarde):
    """A dwangsom that was fixed (Awb 4:17, 4:18).

    Args:
        over: the decision that was late.
        termijn_tot: last day on which the decision was in time.
        ingebreke_op: day of receipt of the notice of default.
        eerste_dag: first day over which it is owed.
        laatste_dag: last day over which it is owed.
        besloten_op: day on which the decision was made known all the same.
        regels: the sum, in order.
        totaal_centen: what is owed.
        uitzondering: why nothing is owed.
        betaald_binnen_weken: the term of payment.
    """

    over: Onderwerp
    termijn_tot: date
    ingebreke_op: date
    eerste_dag: date
    laatste_dag: date
    besloten_op: date | None = None
    regels: tuple[Dwangsomregel, ...] = ()
    totaal_centen: int = 0
    uitzondering: Uitzondering | None = None
    betaald_binnen_weken: VolleTekst

    @property
    def dagen(self) -> int:
        """Over how many days it is owed."""
        return sum(regel.dagen for regel in self.regels)


class Opdracht(Waarde):
    """What a provider must know to deliver, and nothing besides (L-68, L-133).

    Args:
        aanbieder: name of the provider.
        client: name of the resident; empty when it may not be told (geheimhouding).
        naam: printed name of the provision.
        omvang: granted volume.
        ingangsdatum: first day.
        einddatum: last day; ``None`` when open.
        start_uiterlijk: last day to begin, when the contract says so.
    """

    aanbieder: VolleTekst
    client: Tekst = ""
    naam: VolleTekst
    omvang: Tekst = ""
    ingangsdatum: date
    einddatum: date | None = None
    start_uiterlijk: date | None = None


class Informatie(Waarde):
    """What an informatiebrief says (F-22)."""

    onderwerp: VolleTekst
    alineas: tuple[VolleTekst, ...] = Field(min_length=1)


class AnderBesluit(Waarde):
    """A besluit that is none on the aanvraag: on a dwangsom, or on a bezwaar.

    Args:
        datum: day on which it was taken.
        onderwerp: heading of its letter.
        stappen: reasons by step.
        conclusie: closing reason.
        beslisser: medewerker id of who decided and signs.
        mandaat: entry of the register by which; ``None`` = there is none, so the letter waits.
        beroep: name, address and online place of the court with which to appeal; ``None`` = objecting is the way.
    """

    datum: date
    onderwerp: VolleTekst
    stappen: tuple[Motiveringsstap, ...] = ()
    conclusie: Tekst = ""
    beslisser: str
    mandaat: str | None = None
    beroep: tuple[VolleTekst, VolleTekst, Tekst] | None = None


class Procesgegevens(Waarde):
    """What such a letter is about; one of these."""

    uitnodiging: Uitnodiging | None = None
    aanvulling: Aanvulling | None = None
    herstel: Herstelvraag | None = None
    doorzending: Doorzending | None = None
    stilstand: Stilstand | None = None
    uitstel: Uitstel | None = None
    voornemen: Voornemen | None = None
    verslag: Verslagbericht | None = None
    dwangsom: Dwangsombericht | None = None
    uitspraak: Uitspraak | None = None
    opdracht: Opdracht | None = None
    informatie: Informatie | None = None
