"""What is looked at of every letter before it is made and again before it goes: a registered check each.

A new check is one function with :func:`bevinding` above it; the report, the holding and ``waarom`` follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from toegang.domain.aanschrijfbaar import heeft_geheim_adres
from toegang.domain.batchbeleid import Batchbeleid
from toegang.domain.bevinding import Bevinding, Bevindingsoort, Ernst, wacht
from toegang.domain.bezorging import Bezorgweg
from toegang.domain.brief import Aanhoudreden, Brief, Briefstatus
from toegang.domain.huishouden import Inwoner
from toegang.domain.mandaat import Mandaat
from toegang.domain.mandaatregister import ketenbezwaren
from toegang.domain.spoor import Oordeel
from toegang.domain.vertegenwoordiger import Vertegenwoordigersoort
from toegang.guards.leesbaarheid import REGELS_MET_GRENS
from toegang.letters.bronnen import Briefbron
from toegang.letters.toetsing import GetoetsteBrief

LEESREGELS = frozenset({*REGELS_MET_GRENS, "L-146"})


class Moment(StrEnum):
    """When a check is done."""

    CONTROLEER = "controleer"
    MAAK = "maak"
    VRIJGEVEN = "vrijgeven"


@dataclass(frozen=True, repr=False)
class Stof:
    """What a letter is judged on.

    Args:
        bron: the domain values behind it.
        eerdere: other letters of the dossier.
        beleid: what the gemeente wants of a batch.
        vandaag: the day on which is judged.
        register: the mandate register as it is on the date of the letter (B-78).
        getoetst: the letter filled in and read; ``None`` at a moment where that is not done again.
    """

    bron: Briefbron
    eerdere: Sequence[Brief]
    beleid: Batchbeleid
    vandaag: date
    register: tuple[Mandaat, ...]
    getoetst: GetoetsteBrief | None = None

    @property
    def op(self) -> date:
        """The date on the letter."""
        return self.bron.dagtekening


Kijk = Callable[[Stof], Iterable[Bevinding]]


@dataclass(frozen=True)
class Controle:
    """A registered check."""

    soort: Bevindingsoort
    momenten: frozenset[Moment]
    kijk: Kijk


CONTROLES: list[Controle] = []


def bevinding(soort: Bevindingsoort, *momenten: Moment) -> Callable[[Kijk], Kijk]:
    """Register a check.

    Args:
        soort: what it finds.
        *momenten: when it looks.
    """

    def registreer(kijk: Kijk) -> Kijk:
        CONTROLES.append(Controle(soort, frozenset(momenten), kijk))
        return kijk

    return registreer


def vind(stof: Stof, moment: Moment) -> tuple[Bevinding, ...]:
    """Return what is found of a letter at a moment."""
    return tuple(gevonden for item in CONTROLES if moment in item.momenten for gevonden in item.kijk(stof))


def _let_op(soort: Bevindingsoort, uitleg: str) -> Bevinding:
    return Bevinding(soort=soort, ernst=Ernst.LET_OP, uitleg=uitleg)


def _inwoners(stof: Stof) -> Iterable[Inwoner]:
    """Give the residents that a letter goes to; of who acts for one, the BRP says nothing."""
    return (persoon for persoon in stof.bron.geadresseerden if isinstance(persoon, Inwoner))


@bevinding(Bevindingsoort.MANDAAT, Moment.CONTROLEER, Moment.MAAK, Moment.VRIJGEVEN)
def _mandaat(stof: Stof) -> Iterable[Bevinding]:
    """Who signs may do so on the date of the letter: entry and chain run, and the signer works here (L-19, L-20)."""
    besluit, register = stof.bron.besluit, stof.register
    if besluit is None or besluit.mandaat is None:
        return
    mandaat = next((item for item in register if item.id == besluit.mandaat), None)
    mens = stof.bron.medewerkers.get(besluit.ondertekenaar or "")
    vervolg = f"Kies opnieuw wie ondertekent: toegang beschikking opstellen {stof.bron.zaak.id} --op {stof.op}"
    if stof.bron.brief.status is Briefstatus.GEMAAKT:
        vervolg = f"Haal de brief terug (toegang beschikking batch trek-terug). {vervolg}"
    if mandaat is None or not mandaat.geldt_op(stof.op):
        wat = "staat niet in het register" if mandaat is None else "geldt niet"
        yield wacht(
            Aanhoudreden.MANDAAT_VERLOPEN, f"Mandaat {besluit.mandaat} {wat} op {stof.op.isoformat()}. {vervolg}"
        )
    elif keten := ketenbezwaren(mandaat, register, stof.op):
        yield wacht(Aanhoudreden.MANDAAT_VERLOPEN, f"Mandaat {mandaat.id} {'; '.join(keten)}. {vervolg}")
    elif mens is not None and not mens.in_dienst_op(stof.op):
        yield wacht(
            Aanhoudreden.MANDAAT_VERLOPEN,
            f"{mens.id} ondertekent, maar is op {stof.op.isoformat()} niet in dienst. {vervolg}",
        )
    elif mens is not None and not mandaat.is_voor(mens.id, mens.functie):
        yield wacht(
            Aanhoudreden.MANDAAT_VERLOPEN,
            f"Mandaat {mandaat.id} is op {stof.op.isoformat()} niet voor de functie van {mens.id}, die ondertekent. "
            f"{vervolg}",
        )


def _staat_onder_curatele(persoon: Inwoner, op: date) -> bool:
    namens = (item.soort for item in persoon.vertegenwoordigers if item.geldt_op(op))
    return persoon.curatele or Vertegenwoordigersoort.CURATOR in namens


@bevinding(Bevindingsoort.CURATELE_OF_BEWIND, Moment.CONTROLEER, Moment.MAAK, Moment.VRIJGEVEN)
def _curatele_of_bewind(stof: Stof) -> Iterable[Bevinding]:
    """A letter to somebody under curatele or bewind may have to go to who represents that person (BW 1:381, 1:441).

    Once it is recorded who does, the letter goes to the right one by itself. A parent is another matter: who is under
    curatele has no gezag (BW 1:246, to be checked), so that somebody must look who has it, whoever the curator is.
    """
    for persoon in _inwoners(stof):
        over_een_kind = persoon.id != stof.bron.client.id and stof.bron.client.minderjarig(stof.op)
        if over_een_kind and _staat_onder_curatele(persoon, stof.op):
            yield wacht(
                Aanhoudreden.CURATELE_OF_BEWIND,
                f"{persoon.id} krijgt deze brief over een kind, maar staat onder curatele en kan dan geen gezag hebben "
                "(nog te toetsen: BW 1:246). Ga na wie het gezag heeft: toegang inwoner bijwerken --help",
            )
            continue
        bekend = any(item.geldt_op(stof.op) for item in persoon.vertegenwoordigers)
        if (persoon.curatele or persoon.bewind) and not bekend:
            wat = "curatele" if persoon.curatele else "bewind of mentorschap"
            yield wacht(
                Aanhoudreden.CURATELE_OF_BEWIND,
                f"{persoon.id} staat onder {wat} (nog te toetsen: BW 1:381, 1:441). "
                "Leg vast wie curator, bewindvoerder of mentor is: toegang inwoner vertegenwoordiger --help",
            )


@bevinding(Bevindingsoort.ZELFDE_BRIEF, Moment.CONTROLEER, Moment.VRIJGEVEN)
def _zelfde_brief(stof: Stof) -> Iterable[Bevinding]:
    """The same letter in the same zaak a few days ago is more likely a mistake than meant."""
    brief, dagen = stof.bron.brief, stof.beleid.zelfde_brief_dagen
    vanaf = stof.op - timedelta(days=dagen)
    for ander in stof.eerdere:
        zelfde = (ander.zaak_id, ander.sjabloon) == (brief.zaak_id, brief.sjabloon) and ander.id != brief.id
        if dagen and zelfde and ander.status is Briefstatus.VERZONDEN and (ander.verzonden_op or vanaf) > vanaf:
            yield wacht(
                Aanhoudreden.ZELFDE_BRIEF,
                f"Brief {ander.id} met hetzelfde sjabloon is in deze zaak verzonden op "
                f"{(ander.verzonden_op or vanaf).isoformat()}. Ga na of dit geen dubbele is.",
            )


@bevinding(Bevindingsoort.REGEL, Moment.CONTROLEER)
def _geweigerd(stof: Stof) -> Iterable[Bevinding]:
    """Rules on what stands in the letter: a BSN, the address of somebody with geheimhouding (L-131, L-133)."""
    for item in stof.getoetst.regels if stof.getoetst else ():
        if item.oordeel is Oordeel.GEWEIGERD:
            uitleg = f"{item.regel} ({item.grondslag}): {item.boodschap}. Laat de consulent de tekst verbeteren."
            yield Bevinding(soort=Bevindingsoort.REGEL, ernst=Ernst.MISLUKT, uitleg=uitleg)


@bevinding(Bevindingsoort.WAARSCHUWING, Moment.CONTROLEER)
def _gewaarschuwd(stof: Stof) -> Iterable[Bevinding]:
    """What rules warn of; readability apart, because that is mended in another way."""
    for item in stof.getoetst.regels if stof.getoetst else ():
        if item.oordeel is Oordeel.WAARSCHUWING:
            leest = item.regel in LEESREGELS
            soort = Bevindingsoort.LEESBAARHEID if leest else Bevindingsoort.WAARSCHUWING
            yield _let_op(soort, f"{item.regel}: {item.boodschap}.")


@bevinding(Bevindingsoort.GEHEIMHOUDING, Moment.CONTROLEER)
def _geheimhouding(stof: Stof) -> Iterable[Bevinding]:
    """The letter itself may go; whoever handles the paper should know (L-133)."""
    for persoon in _inwoners(stof):
        if heeft_geheim_adres(persoon):
            yield _let_op(Bevindingsoort.GEHEIMHOUDING, f"{persoon.id} heeft geheimhouding; geef het adres niet door.")


@bevinding(Bevindingsoort.VERHUISD, Moment.CONTROLEER, Moment.VRIJGEVEN)
def _verhuisd(stof: Stof) -> Iterable[Bevinding]:
    """Who lives elsewhere still gets the letter; whether the gemeente is still the one to decide is for a person."""
    eigen = stof.bron.organisatie.gemeentecode
    for persoon in _inwoners(stof):
        if persoon.gemeentecode and persoon.gemeentecode != eigen:
            yield _let_op(
                Bevindingsoort.VERHUISD,
                f"{persoon.id} woont in gemeente {persoon.gemeentecode}. Ga na of uw gemeente nog beslist.",
            )


@bevinding(Bevindingsoort.NIET_DIGITAAL, Moment.CONTROLEER)
def _niet_digitaal(stof: Stof) -> Iterable[Bevinding]:
    """The gemeente offers digital, and nobody said yes to it: then paper (L-24)."""
    bezorging = stof.bron.bezorging
    if Bezorgweg.DIGITAAL in stof.bron.organisatie.bezorging and bezorging.weg is Bezorgweg.POST:
        yield _let_op(Bevindingsoort.NIET_DIGITAAL, f"Gaat per post: {bezorging.reden}.")


@bevinding(Bevindingsoort.BRP_OUD, Moment.CONTROLEER, Moment.VRIJGEVEN)
def _brp_oud(stof: Stof) -> Iterable[Bevinding]:
    """The BRP was asked too long ago for an address that a letter goes to."""
    grens = stof.vandaag - timedelta(days=stof.beleid.brp_hoogstens_dagen)
    for persoon in _inwoners(stof):
        if persoon.brp_peildatum is None or persoon.brp_peildatum < grens:
            sinds = persoon.brp_peildatum.isoformat() if persoon.brp_peildatum else "onbekende datum"
            yield _let_op(
                Bevindingsoort.BRP_OUD,
                f"De BRP-gegevens van {persoon.id} zijn van {sinds}; vraag ze opnieuw op "
                f"(ouder dan {stof.beleid.brp_hoogstens_dagen} dagen).",
            )
