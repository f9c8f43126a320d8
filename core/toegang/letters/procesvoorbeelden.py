"""Made-up parts of the letters on the way to a decision; see :mod:`toegang.letters.voorbeelden`."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Wet
from toegang.domain.opschorting import Grond, Onderwerp
from toegang.letters.besluitonderdelen import Besluitgegevens, Motiveringsstap
from toegang.letters.bezwaaronderdelen import Doorzending, Herstelvraag, Uitspraak
from toegang.letters.matrix import Matrixregel
from toegang.letters.procesonderdelen import (
    Aanvulling,
    Dwangsombericht,
    Dwangsomregel,
    Informatie,
    Opdracht,
    Procesgegevens,
    Stilstand,
    Uitnodiging,
    Uitstel,
    Verslagbericht,
    Verslagdeel,
    Voornemen,
)


def procesvoorbeeld(regel: Matrixregel, wet: Wet) -> Procesgegevens | None:
    """Return the made-up part that a letter prints; ``None`` when it prints none.

    Args:
        regel: the letter.
        wet: the act.
    """
    if not any(pad.startswith("proces.") for pad in regel.vraagt):
        return None
    bijna = {"termijn/hervatting": {"stilstand": _HERVAT}}.get(regel.sjabloon, {})
    alle = {**_DELEN, "uitnodiging": _uitnodiging(wet), **bijna}
    namen = {pad.removeprefix("proces.") for pad in regel.vraagt}
    return Procesgegevens.model_validate({naam: deel for naam, deel in alle.items() if naam in namen})


def ander_voorbeeld(regel: Matrixregel, wet: Wet) -> Besluitgegevens:
    """Return the made-up besluit of a letter that decides on a dwangsom or a bezwaar."""
    dwangsom = "proces.dwangsom" in regel.vraagt
    return Besluitgegevens(
        soort=None,
        datum=date(2026, 3, 23),
        belastend=True,
        stappen=_DWANGSOMSTAPPEN if dwangsom else (),
        conclusie=""
        if dwangsom
        else "In het gesprek van 10 maart 2026 vertelde u dat de boodschappendienst is gestopt. Dat wisten wij niet "
        "toen wij besloten. Daardoor is wat er al is, samen niet genoeg.",
        grondslagen=regel.gronden(wet, frozenset()),
    )


def _uitnodiging(wet: Wet) -> Uitnodiging:
    return Uitnodiging(
        op=date(2026, 4, 9),
        tijd="10.30 uur",
        plaats="bij u thuis",
        met="Test Medewerker, consulent",
        eigen_plan_tot=date(2026, 3, 30) if wet is Wet.WMO else None,
        heeft_onderzoek=wet in (Wet.WMO, Wet.JEUGDWET),
    )


_DWANGSOMSTAPPEN = (
    Motiveringsstap(
        kop="Wij waren te laat",
        tekst="Wij moesten uiterlijk op 2 februari 2026 beslissen op de aanvraag. Dat is niet gelukt. Op 4 februari "
        "2026 kregen wij de brief waarin u ons daarop wees (de ingebrekestelling). Daarna hadden wij nog twee weken. "
        "Die waren voorbij op 18 februari 2026.",
    ),
    Motiveringsstap(
        kop="Waarom u een dwangsom krijgt",
        tekst="Vanaf 19 februari 2026 moeten wij u voor elke dag een bedrag betalen. Op 10 maart 2026 hebben wij "
        "alsnog beslist. Over die dag betalen wij niet meer.",
    ),
)
_HERVAT = Stilstand(
    over=Onderwerp.AANVRAAG,
    grond=Grond.OVERMACHT,
    van=date(2026, 3, 9),
    tot=date(2026, 3, 23),
    dagen=14,
    reden="Door een brand in ons gebouw konden wij niet bij uw dossier.",
    beslissing_tot=date(2026, 4, 21),
)
_DELEN = {
    "aanvulling": Aanvulling(
        aanvraag_op=date(2026, 3, 12),
        ontbreekt=("een kopie van uw huurcontract", "de laatste drie loonstroken", "uw handtekening op het formulier"),
        uiterlijk=date(2026, 4, 7),
        beslissing_tot=date(2026, 4, 9),
    ),
    "herstel": Herstelvraag(
        ontvangen_op=date(2026, 3, 12),
        besluit_van=date(2026, 2, 23),
        ontbreekt=("waarom u het er niet mee eens bent", "uw handtekening"),
        uiterlijk=date(2026, 4, 7),
    ),
    "doorzending": Doorzending(
        ontvangen_op=date(2026, 3, 12), op=date(2026, 3, 16), aan="het bestuur van Voorbeeldwerk"
    ),
    "stilstand": _HERVAT.gewijzigd(tot=None, dagen=0, beslissing_tot=None),
    "uitstel": Uitstel(
        over=Onderwerp.AANVRAAG,
        begonnen_op=date(2026, 2, 9),
        eerst=date(2026, 4, 7),
        nieuw=date(2026, 5, 5),
        verschuift=True,
        reden="Wij hebben advies gevraagd aan een arts. Dat advies is er nog niet.",
    ),
    "voornemen": Voornemen(
        wat="Wij willen hulp bij het huishouden vanaf 1 juni 2026 laten stoppen",
        redenen=(
            "In het gesprek van 10 maart 2026 vertelde u dat uw dochter bij u is komen wonen. Zij doet het zware werk.",
            "Wat u samen kunt, is nu genoeg.",
        ),
        tot=date(2026, 4, 14),
    ),
    "verslag": Verslagbericht(
        gesproken_op=date(2026, 3, 17),
        deel_2_op=date(2026, 3, 20),
        inbreng="Ik wil graag in mijn eigen huis blijven wonen.\nHet zware werk lukt niet meer.",
        vraag="U wilt thuis blijven wonen en een schoon huis houden.",
        resultaat="Een schoon en leefbaar huis, en elke week iemand spreken.",
        delen=(
            Verslagdeel(kop="Wat u zelf kunt, en wie er bij u in huis helpt", tekst="Koken en stof afnemen lukt."),
            Verslagdeel(
                kop="Wat mantelzorgers en uw omgeving kunnen doen", tekst="Uw buurvrouw haalt de boodschappen."
            ),
            Verslagdeel(
                kop="Hulp die voor iedereen beschikbaar is", tekst="In het buurthuis is elke dinsdag een inloop."
            ),
            Verslagdeel(kop="Wat de gemeente kan doen", tekst="Wij kunnen helpen met het zware werk in huis."),
        ),
        oplossingen=("U gaat elke dinsdag naar de inloop.", "Hulp bij het huishouden, een keer per week."),
        eigen_verantwoordelijkheid=True,
        aanvraag_kan=True,
    ),
    "dwangsom": Dwangsombericht(
        over=Onderwerp.AANVRAAG,
        termijn_tot=date(2026, 2, 2),
        ingebreke_op=date(2026, 2, 4),
        eerste_dag=date(2026, 2, 19),
        laatste_dag=date(2026, 3, 9),
        besloten_op=date(2026, 3, 10),
        regels=(
            Dwangsomregel(van=date(2026, 2, 19), tot=date(2026, 3, 4), dagen=14, per_dag_centen=2_300, centen=32_200),
            Dwangsomregel(van=date(2026, 3, 5), tot=date(2026, 3, 9), dagen=5, per_dag_centen=3_500, centen=17_500),
        ),
        totaal_centen=49_700,
        betaald_binnen_weken="zes",
    ),
    "uitspraak": Uitspraak(
        ontvangen_op=date(2026, 1, 19),
        besluit_van=date(2026, 1, 5),
        kern="U krijgt gelijk: wij verklaren uw bezwaar gegrond",
        gehoord_op=date(2026, 3, 10),
        gevolg="Wij nemen een nieuw besluit. Dat krijgt u in een aparte brief.",
    ),
    "opdracht": Opdracht(
        aanbieder="Thuiszorg Voorbeeld",
        client="de heer of mevrouw Voorbeeld",
        naam="hulp bij het huishouden",
        omvang="3 uur per week",
        ingangsdatum=date(2026, 4, 1),
        einddatum=date(2028, 3, 31),
        start_uiterlijk=date(2026, 4, 15),
    ),
    "informatie": Informatie(
        onderwerp="Wij hebben een nieuw telefoonnummer",
        alineas=(
            "Vanaf 1 april 2026 belt u ons op een ander nummer. Het nieuwe nummer staat bovenaan deze brief.",
            "Uw eigen consulent blijft dezelfde.",
        ),
    ),
}
