"""The registered rules on one letter, filled in and read, before it may be made (moment DOCUMENT)."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.aanschrijfbaar import noemt_adres
from toegang.domain.bezorging import Bezorging
from toegang.domain.brief import Brief
from toegang.domain.huishouden import Inwoner
from toegang.domain.persoonsadres import adresseer_vertegenwoordiger
from toegang.domain.spoor import Regeltoets
from toegang.domain.vertegenwoordiger import Vertegenwoordiger
from toegang.guards.contexten_document import DocumentToets, Eigentekst
from toegang.guards.register import Moment, toets, weiger_bij_overtreding
from toegang.letters.besluitdelen import beslist_op
from toegang.letters.bronnen import Briefbron
from toegang.letters.documenttoets import opmerkingen
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.samenstellen import stel_samen
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.woordenschat import Inhoud, lees
from toegang.lifecycle.omgeving import Omgeving


@dataclass(frozen=True, slots=True, repr=False)
class GetoetsteBrief:
    """A letter that was composed and judged.

    Args:
        gegevens: what is printed.
        inhoud: what stands in it, as a reader meets it.
        eigen: what the gemeente wrote in it itself.
        regels: every rule that was checked.
        bezorging: the road along which it goes.
    """

    gegevens: Briefgegevens
    inhoud: Inhoud
    eigen: tuple[Eigentekst, ...]
    regels: tuple[Regeltoets, ...]
    bezorging: Bezorging

    def op_brief(self, brief: Brief) -> Brief:
        """Return the stored letter with what was found: the rules and the road."""
        weg = {"bezorgweg": self.bezorging.weg, "bezorgreden": self.bezorging.reden}
        return brief.gewijzigd(regels=self.regels, **weg)

    def vereis(self) -> None:
        """See to it that no rule refuses the letter.

        Raises:
            Regelovertreding: at least one does; no letter was made.
        """
        weiger_bij_overtreding(self.regels, f"Brief {self.gegevens.id} van zaak {self.gegevens.zaaknummer}")


def toets_brief(omgeving: Omgeving, bron: Briefbron, sjablonen: Sjabloonset) -> GetoetsteBrief:
    """Compose a letter and check the rules on it; refusals are in the result.

    Args:
        omgeving: the gemeente.
        bron: the domain values behind the letter.
        sjablonen: the templates of the gemeente.

    Returns:
        The letter with the outcome of every rule.

    Raises:
        ToegangFout: it cannot be composed or filled in; see :func:`toegang.letters.samenstellen.stel_samen`.
    """
    gegevens = stel_samen(bron, sjablonen.matrix)
    inhoud = lees(sjablonen.html(gegevens.sjabloon, gegevens), gegevens.sjabloon)
    eigen = eigen_teksten(gegevens)
    context = _context(omgeving, bron, inhoud, eigen, sjablonen.matrix)
    regels = toets(Moment.DOCUMENT, context, context.beeld, omgeving.bevestigd)
    regels = (*regels, *opmerkingen(gegevens, inhoud, omgeving.bevestigd))
    return GetoetsteBrief(gegevens, inhoud, eigen, regels, bron.bezorging)


def eigen_teksten(gegevens: Briefgegevens) -> tuple[Eigentekst, ...]:
    """Return what people of the gemeente wrote in a letter: not the template, not the resident's own words.

    Args:
        gegevens: what is printed.
    """
    delen: list[Eigentekst] = []
    besluit, plan = gegevens.besluit, gegevens.plan
    wijziging = besluit.wijziging if besluit else None
    if besluit is not None:
        delen += [Eigentekst(f"motivering, stap {nr}", stap.tekst) for nr, stap in enumerate(besluit.stappen, 1)]
        delen.append(Eigentekst("motivering, conclusie", besluit.conclusie))
        delen += [Eigentekst(f"advies {nr}", advies.reden) for nr, advies in enumerate(besluit.adviezen, 1)]
        delen += [Eigentekst(f"resultaat {nr}", item.resultaat) for nr, item in enumerate(besluit.voorzieningen, 1)]
        delen += [Eigentekst(f"berekening {nr}", item.berekening) for nr, item in enumerate(besluit.voorzieningen, 1)]
        delen += [Eigentekst("horen, reden", wijziging.gehoord.waarom_niet)] if wijziging and wijziging.gehoord else []
    if plan is not None:
        delen += [Eigentekst(f"plan, doel {nr}", doel) for nr, doel in enumerate(plan.doelen, 1)]
        delen += [Eigentekst(f"plan, afspraak {nr}", item.wat) for nr, item in enumerate(plan.afspraken, 1)]
    delen += _uit_proces(gegevens)
    delen += [Eigentekst(f"alinea in {blok}", tekst) for blok, alineas in gegevens.alineas.items() for tekst in alineas]
    return tuple(deel for deel in delen if deel.tekst.strip())


def _uit_proces(gegevens: Briefgegevens) -> list[Eigentekst]:
    proces = gegevens.proces
    if proces is None:
        return []
    delen: list[Eigentekst] = []
    if proces.aanvulling is not None:
        delen += [Eigentekst(f"ontbreekt, regel {nr}", deel) for nr, deel in enumerate(proces.aanvulling.ontbreekt, 1)]
    if proces.voornemen is not None:
        delen += [Eigentekst(f"reden {nr}", deel) for nr, deel in enumerate(proces.voornemen.redenen, 1)]
    if proces.verslag is not None:
        delen += [Eigentekst("verslag, vraag", proces.verslag.vraag)]
        delen += [Eigentekst(f"verslag, deel {nr}", deel.tekst) for nr, deel in enumerate(proces.verslag.delen, 1)]
    delen += [Eigentekst("reden", deel.reden) for deel in (proces.uitstel, proces.stilstand) if deel is not None]
    if proces.informatie is not None:
        delen += [Eigentekst(f"alinea {nr}", deel) for nr, deel in enumerate(proces.informatie.alineas, 1)]
    return delen


def sjabloonzinnen(gegevens: Briefgegevens, inhoud: Inhoud) -> tuple[str, ...]:
    """Return the lines of a letter that come from its template: neither written for this case nor by the resident.

    Args:
        gegevens: what is printed.
        inhoud: what stands in the letter.
    """
    plan, melding = gegevens.plan, gegevens.melding
    anders = [deel.tekst for deel in eigen_teksten(gegevens)]
    anders += [plan.inbreng] if plan else []
    anders += list(melding.woorden) if melding else []
    anders += [gegevens.proces.verslag.inbreng] if gegevens.proces and gegevens.proces.verslag else []
    wijziging = gegevens.besluit.wijziging if gegevens.besluit else None
    anders += [wijziging.gehoord.zienswijze] if wijziging and wijziging.gehoord else []
    regels = {" ".join(regel.split()) for tekst in anders for regel in tekst.splitlines()}
    return tuple(regel for regel in inhoud.tekst.splitlines() if " ".join(regel.split()) not in regels)


def _context(
    omgeving: Omgeving, bron: Briefbron, inhoud: Inhoud, eigen: tuple[Eigentekst, ...], matrix: Brievenmatrix
) -> DocumentToets:
    record = bron.besluit
    regel = matrix.brief(bron.brief.sjabloon)
    bewoners = tuple(persoon for persoon in bron.geadresseerden if isinstance(persoon, Inwoner))
    lezers = {persoon.id for persoon in bewoners}
    return DocumentToets(
        zaak=bron.zaak,
        op=bron.dagtekening,
        tekst=inhoud.tekst,
        beeld=omgeving.beeld(bron.dagtekening),
        blokken=inhoud.blokken,
        eigen=eigen,
        besluit=record.besluit if record else None,
        voorzieningen=beslist_op(record, regel) if record else (),
        geadresseerden=bewoners,
        anderen=tuple(item for item in bron.huisgenoten if item.id not in lezers and not _woont_bij_lezer(item, bron)),
        aan_derde=bron.brief.aan_derde,
        vertrouwelijk=bron.vertrouwelijk,
    )


def _woont_bij_lezer(persoon: Inwoner, bron: Briefbron) -> bool:
    """Tell whether somebody lives where who acts for the client does, such as a parent who is curator (L-133)."""
    namens = [item for item in bron.geadresseerden if isinstance(item, Vertegenwoordiger)]
    regels = [regel for item in namens for regel in adresseer_vertegenwoordiger(item, bron.client).venster]
    return noemt_adres(" ".join(regels), persoon)
