"""The letters around a gesprek: the invitation, and the report as the resident reads it (L-51, L-52, L-55, L-138)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toegang.domain.begrippen import Wet
from toegang.domain.brief import Brief
from toegang.domain.gesprek import Gesprek
from toegang.domain.gespreksafspraak import Gespreksafspraak, Plaats
from toegang.domain.levensloop import HEEFT_ONDERZOEK, begint_met_aanvraag
from toegang.domain.medewerker import Medewerker
from toegang.domain.organisatie import Organisatie
from toegang.domain.verslag import Bron
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.letters.procesonderdelen import Uitnodiging, Verslagbericht, Verslagdeel
from toegang.lifecycle.eigenplan import eigenplan_van, uiterste_dag_plan
from toegang.lifecycle.uitnodiging import is_verzet
from toegang.storage import Werkeenheid

_VAN_LETTER = {
    "a": "Wat u nodig heeft en belangrijk vindt",
    "b": "Wat u zelf kunt, en wie er bij u in huis helpt",
    "c": "Wat mantelzorgers en uw omgeving kunnen doen",
    "d": "Wat uw mantelzorger nodig heeft",
    "e": "Hulp die voor iedereen beschikbaar is",
    "f": "Hulp van anderen, zoals zorgverzekeraar, school of werk",
    "g": "De eigen bijdrage",
}
"""The parts of the Wmo research in the order of the act, which is that of S-16: first oneself, then the others."""
_VAN_BRON = {
    Bron.ZELF: "Wat u zelf kunt",
    Bron.OMGEVING: "Wat uw omgeving kan doen",
    Bron.VOORLIGGEND: "Hulp die voor iedereen beschikbaar is",
    Bron.GEMEENTE: "Wat de gemeente kan doen",
}


def uitnodiging(
    werk: Werkeenheid,
    organisatie: Organisatie,
    zaak: Zaak,
    brief: Brief,
    op: date,
    medewerkers: Mapping[str, Medewerker],
) -> Uitnodiging:
    """Return the appointment that a letter invites to.

    Args:
        werk: a unit of work; only read from.
        organisatie: the gemeente.
        zaak: the zaak.
        brief: the letter.
        op: the day that it bears.
        medewerkers: by id.

    Raises:
        Conflict: the appointment was called off, or the letter would come too late for it.
    """
    afspraak = werk.gespreksafspraken.haal(brief.aanleiding)
    if not afspraak.staat:
        raise Conflict(f"Brief {brief.id} nodigt uit voor een gesprek dat is afgezegd.")
    if afspraak.op <= op:
        raise Conflict(
            f"Brief {brief.id} nodigt uit voor een gesprek dat niet na de datum van de brief is.",
            vervolg="Bel de inwoner, of verzet het gesprek: toegang gesprek afzeggen, en dan toegang gesprek plan.",
        )
    stand = eigenplan_van(werk, zaak)
    wil_nog = zaak.wet is Wet.WMO and stand.plan is None and stand.afgezien is None
    return Uitnodiging(
        op=afspraak.op,
        tijd=f"{afspraak.tijd.replace(':', '.')} uur",
        plaats=_plaats(afspraak),
        met=_met(organisatie, medewerkers.get(afspraak.met)),
        eigen_plan_tot=uiterste_dag_plan(zaak) if wil_nog else None,
        heeft_onderzoek=zaak.wet in HEEFT_ONDERZOEK,
        toelichting=afspraak.toelichting.strip() if afspraak.adres or not afspraak.plaats.vraagt_waar else "",
        verzet=is_verzet(werk, afspraak),
    )


def verslagbericht(werk: Werkeenheid, zaak: Zaak, brief: Brief) -> Verslagbericht:
    """Return a report as the resident reads it: the outcome of the research, no scores and no medical advice (L-138).

    Args:
        werk: a unit of work; only read from.
        zaak: the zaak.
        brief: the letter.
    """
    gesprek = werk.gesprekken.haal(brief.aanleiding)
    wensen = [item.inwoner.strip() for item in gesprek.gekozen if item.inwoner.strip()]
    return Verslagbericht(
        gesproken_op=gesprek.op,
        deel_2_op=gesprek.deel_2.op if gesprek.deel_2 else None,
        versie=gesprek.versie,
        inbreng=gesprek.inbreng.strip() or "\n".join(wensen),
        vraag=gesprek.vraagverheldering,
        resultaat=gesprek.resultaat,
        delen=_delen(gesprek, zaak.wet),
        oplossingen=tuple(item.wat for bron in Bron for item in gesprek.gekozen if item.van is bron),
        eigen_verantwoordelijkheid=bool(gesprek.eigen_verantwoordelijkheid_uitgelegd),
        aanvraag_kan=not begint_met_aanvraag(zaak.wet) and zaak.aanvraag_op is None,
    )


def _delen(gesprek: Gesprek, wet: Wet) -> tuple[Verslagdeel, ...]:
    paren = [(kop, gesprek.antwoord(letter)) for letter, kop in _VAN_LETTER.items()] if wet is Wet.WMO else []
    gezegd = [_VAN_BRON[Bron.GEMEENTE]] if wet is Wet.WMO else list(_VAN_BRON.values())
    paren += [(kop, gesprek.wat(bron)) for bron, kop in _VAN_BRON.items() if kop in gezegd]
    return tuple(Verslagdeel(kop=kop, tekst=tekst) for kop, tekst in paren if tekst.strip())


def _plaats(afspraak: Gespreksafspraak) -> str:
    return {
        Plaats.THUIS: "bij u thuis",
        Plaats.TELEFONISCH: "aan de telefoon, wij bellen u",
    }.get(afspraak.plaats, afspraak.adres or afspraak.toelichting.strip())


def _met(organisatie: Organisatie, medewerker: Medewerker | None) -> str:
    if medewerker is None:
        return ""
    functie = organisatie.functie(medewerker.functie)
    return f"{medewerker.naam}, {functie.naam if functie else medewerker.functie}"
