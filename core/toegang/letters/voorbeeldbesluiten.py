"""Made-up decisions, one for every act and kind: for previews, for checks of templates, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.domain.besluitopdracht import Herzieningsgrond, Weigeringsgrond
from toegang.domain.herzieningsgronden import Grondregel, gronden_van, herzieningsgrond, terugvorderingen, weigeringen
from toegang.letters.besluitonderdelen import (
    Aanvulling,
    Adviesregel,
    Besluitgegevens,
    Gehoord,
    Grondslag,
    Motiveringsstap,
    Voorschot,
    Voorzieningregel,
    Wijziging,
    zonder_dubbele,
)
from toegang.letters.matrix import Matrixregel

BESLOTEN, AANVRAAG = date(2026, 3, 23), date(2026, 3, 12)
REGELING = "Verordening sociaal domein Voorbeeldstad 2026"
_INGANG = date(2026, 4, 13)
_INGETROKKEN = date(2025, 12, 1)
_EERDER = date(2025, 3, 17)

PRODUCT: Mapping[Wet, Voorzieningregel] = {
    Wet.WMO: Voorzieningregel(
        naam="hulp bij het huishouden",
        leveringsvorm=Leveringsvorm.ZIN,
        omvang="3 uur per week",
        ingangsdatum=date(2026, 4, 1),
        einddatum=date(2028, 3, 31),
        aanbieder="Thuiszorg Voorbeeld",
        resultaat="een schoon en leefbaar huis",
    ),
    Wet.JEUGDWET: Voorzieningregel(
        naam="ambulante begeleiding",
        leveringsvorm=Leveringsvorm.PGB,
        omvang="2 uur per week",
        ingangsdatum=date(2026, 4, 1),
        einddatum=date(2027, 3, 31),
        bedrag_centen=512_000,
        resultaat="rust in huis en weer alle dagen naar school",
        berekening="2 uur per week, 52 weken, voor het uurtarief uit de verordening",
    ),
    Wet.PARTICIPATIEWET: Voorzieningregel(
        naam="bijstandsuitkering",
        leveringsvorm=Leveringsvorm.FINANCIEEL,
        omvang="per maand, netto",
        ingangsdatum=date(2026, 2, 9),
        bedrag_centen=134_567,
    ),
    Wet.WGS: Voorzieningregel(
        naam="schuldregeling en budgetbeheer",
        leveringsvorm=Leveringsvorm.ZIN,
        ingangsdatum=date(2026, 4, 1),
        resultaat="de schulden zijn geregeld en de rekeningen worden op tijd betaald",
    ),
    Wet.GPK: Voorzieningregel(
        naam="gehandicaptenparkeerkaart voor bestuurders",
        leveringsvorm=Leveringsvorm.ZIN,
        ingangsdatum=date(2026, 4, 1),
        einddatum=date(2031, 3, 31),
    ),
    Wet.LLV: Voorzieningregel(
        naam="vervoer met een schoolbus",
        leveringsvorm=Leveringsvorm.ZIN,
        omvang="elke schooldag, heen en terug",
        ingangsdatum=date(2026, 4, 1),
        einddatum=date(2026, 7, 31),
        aanbieder="Taxibedrijf Voorbeeld",
    ),
}

_STAPPEN: Mapping[Wet, tuple[tuple[str, str], ...]] = {
    Wet.WMO: (
        (
            "Wat u nodig heeft en belangrijk vindt",
            (
                "In het gesprek van 10 maart 2026 vertelde u dat zwaar huishoudelijk werk niet meer lukt. "
                "U wilt graag in uw eigen huis blijven wonen."
            ),
        ),
        (
            "Wat u zelf kunt, en wie er bij u in huis helpt",
            "Koken, afwassen en stof afnemen kunt u zelf. U woont alleen.",
        ),
        (
            "Wat mantelzorgers en uw omgeving kunnen doen",
            "Uw dochter komt elke zondag langs. Zij heeft een gezin en een baan, en kan niet meer doen dan nu.",
        ),
        (
            "Hulp die voor iedereen beschikbaar is",
            "De boodschappendienst van de wijk haalt elke week uw boodschappen. Dat blijft zo.",
        ),
    ),
    Wet.JEUGDWET: (
        (
            "Wat uw gezin zelf en met de omgeving kan",
            "Opa en oma vangen de kinderen op woensdag op. Voor de begeleiding thuis is meer nodig.",
        ),
        (
            "Wie er met kennis van zaken heeft meegekeken",
            "Een jeugdconsulent sprak op 5 maart 2026 met u en met uw kind.",
        ),
        ("Wat bij uw kind en uw gezin past", "U wilt graag iemand die rustig praat en vaste afspraken maakt."),
        ("Waaruit u kon kiezen", "Wij bespraken drie aanbieders. U koos voor een pgb en iemand die uw kind al kent."),
        ("Waarom een pgb kan", "U regelt het pgb zelf, met hulp van uw zus. De begeleider is daarvoor opgeleid."),
    ),
    Wet.PARTICIPATIEWET: (
        ("Uw inkomen en vermogen", "U heeft geen inkomen. Op uw rekeningen staat samen 812 euro."),
        ("Uw woonsituatie", "U woont alleen in een huurwoning."),
    ),
    Wet.WGS: (
        ("Uw schulden", "U heeft negen schulden, samen 14.300 euro. Met uw inkomen lost u die niet op."),
        ("Wat u zelf kunt", "U houdt uw administratie bij. Met bellen en afspraken maken heeft u hulp nodig."),
    ),
    Wet.GPK: (("Hoe ver u kunt lopen", "De arts zag dat u met een stok ongeveer 60 meter kunt lopen."),),
    Wet.LLV: (("De weg naar school", "De school is 9 kilometer van huis. Uw kind kan niet zelf met de bus reizen."),),
}
_WEL: Mapping[Wet, str] = {
    Wet.WMO: "Wat u zelf kunt en wat er al is, is samen niet genoeg.",
    Wet.JEUGDWET: "Wat uw gezin zelf kan, is niet genoeg. Met deze begeleiding wel.",
    Wet.PARTICIPATIEWET: "U heeft te weinig om van te leven.",
    Wet.WGS: "Met een schuldregeling kunt u in drie jaar schuldenvrij zijn.",
    Wet.GPK: "Daarmee kunt u niet ver genoeg lopen om zonder kaart te parkeren.",
    Wet.LLV: "Daarom is vervoer nodig.",
}
_CONCLUSIE: Mapping[Besluitsoort, str] = {
    Besluitsoort.AFWIJZING: "Alles bij elkaar is er nu geen recht op wat u vroeg.",
    Besluitsoort.WIJZIGING: "De situatie is nu anders dan toen wij eerder besloten. Daarom passen wij het besluit aan.",
    Besluitsoort.INTREKKING: "Met wat wij nu weten, hadden wij dit nooit toegekend.",
    Besluitsoort.BEEINDIGING: "Vanaf die dag is dit niet meer nodig.",
    Besluitsoort.BUITEN_BEHANDELING: "Zonder deze gegevens kunnen wij niet beslissen.",
    Besluitsoort.TIJDELIJK: "U komt vandaag uit het ziekenhuis. Het onderzoek kunnen wij niet afwachten.",
    Besluitsoort.VOORSCHOT: "U vroeg op 12 maart 2026 bijstand aan. Wij hebben nog niet beslist.",
}
_VERANDERD: Mapping[Besluitsoort, tuple[tuple[str, str], ...]] = {
    Besluitsoort.INTREKKING: (
        (
            "Wat wij hebben gezien",
            "Op 2 februari 2026 zagen wij dat een gegeven uit de aanvraag niet klopte.",
        ),
        ("Wat wij hebben afgewogen", "Wij keken wat dit voor u betekent. U heeft andere hulp om op terug te vallen."),
    ),
    Besluitsoort.BEEINDIGING: (
        ("Wat er is veranderd", "In het gesprek van 16 februari 2026 vertelde u dat het zonder lukt."),
        ("Wat wij hebben afgewogen", "Wij geven u vier weken om de laatste afspraken af te ronden."),
    ),
}
_ZONDER_STAPPEN = (Besluitsoort.BUITEN_BEHANDELING, Besluitsoort.TIJDELIJK, Besluitsoort.VOORSCHOT)


def voorbeeldbesluit(regel: Matrixregel, wet: Wet, soort: Besluitsoort) -> Besluitgegevens:
    """Make up the decision of a letter.

    Args:
        regel: the letter.
        wet: the act.
        soort: kind of decision.
    """
    product = _product(wet, soort)
    wijziging = _wijziging(wet, soort, product) if soort.volgt_op_eerder else None
    stappen = () if soort in _ZONDER_STAPPEN else _VERANDERD.get(soort, _STAPPEN[wet])
    return Besluitgegevens(
        soort=soort,
        datum=BESLOTEN,
        aanvraag_op=None if soort.wijzigt_lopend or soort is Besluitsoort.TIJDELIJK else AANVRAAG,
        voorzieningen=() if soort is Besluitsoort.BUITEN_BEHANDELING else (product,),
        ten_nadele=soort in (Besluitsoort.INTREKKING, Besluitsoort.BEEINDIGING),
        belastend=not soort.kent_toe or soort is Besluitsoort.VERLENGING,
        stappen=tuple(Motiveringsstap(kop=kop, tekst=tekst) for kop, tekst in stappen),
        conclusie=_CONCLUSIE.get(soort, _WEL[wet]),
        adviezen=() if soort in _ZONDER_STAPPEN else (_advies(),),
        grondslagen=zonder_dubbele(
            (*regel.gronden(wet, frozenset({product.leveringsvorm})), *_artikel(wet, soort, product))
        ),
        regeling="" if wet is Wet.GPK else REGELING,
        wijziging=wijziging,
        aanvulling=_aanvulling() if soort is Besluitsoort.BUITEN_BEHANDELING else None,
        voorschot=Voorschot(norm_centen=134_567, opnieuw="vier weken") if soort is Besluitsoort.VOORSCHOT else None,
        weken_tot_resultaat=30 if wet is Wet.WGS and soort is Besluitsoort.TOEKENNING else None,
        weigeringsgronden=_weigering() if wet is Wet.WGS and soort is Besluitsoort.AFWIJZING else (),
    )


def _product(wet: Wet, soort: Besluitsoort) -> Voorzieningregel:
    product = PRODUCT[wet]
    if soort is Besluitsoort.WIJZIGING:
        return product.gewijzigd(ingangsdatum=_INGANG, **_meer(wet))
    if soort is Besluitsoort.TIJDELIJK:
        return product.gewijzigd(ingangsdatum=BESLOTEN, einddatum=date(2026, 5, 18))
    if soort is Besluitsoort.VOORSCHOT:
        return product.gewijzigd(bedrag_centen=121_111, omvang="in een keer", einddatum=date(2026, 4, 5))
    return product


def _meer(wet: Wet) -> dict[str, object]:
    """Return what is different after a change."""
    if wet is Wet.PARTICIPATIEWET:
        return {"bedrag_centen": 98_400}
    return {"omvang": {Wet.WMO: "4 uur per week", Wet.JEUGDWET: "3 uur per week"}.get(wet, "drie dagen per week")}


def _wijziging(wet: Wet, soort: Besluitsoort, product: Voorzieningregel) -> Wijziging:
    grond = _grond(wet, soort, product)
    verlenging = soort is Besluitsoort.VERLENGING
    was = PRODUCT[wet].gewijzigd(ingangsdatum=date(2025, 4, 1))
    if verlenging:
        was = was.gewijzigd(einddatum=date(2026, 3, 31))
    gehoord = Gehoord(
        gevraagd_op=date(2026, 3, 2),
        ontvangen_op=date(2026, 3, 9),
        zienswijze="Ik begrijp het wel. Ik wil alleen graag weten vanaf welke dag het ingaat.",
    )
    return Wijziging(
        besluit_van=_EERDER,
        ingaat_op=product.ingangsdatum if verlenging else _INGETROKKEN if soort is Besluitsoort.INTREKKING else _INGANG,
        grond="" if verlenging or grond is None else grond.uitleg,
        was=(was,),
        terugvordering=soort is Besluitsoort.INTREKKING and wet is Wet.PARTICIPATIEWET,
        terug_centen=87_500 if soort is Besluitsoort.INTREKKING and wet is Wet.PARTICIPATIEWET else None,
        gehoord=gehoord if soort in (Besluitsoort.INTREKKING, Besluitsoort.BEEINDIGING) else None,
    )


def _grond(wet: Wet, soort: Besluitsoort, product: Voorzieningregel) -> Grondregel | None:
    wens = {
        Besluitsoort.WIJZIGING: Herzieningsgrond.NIET_TOEREIKEND,
        Besluitsoort.INTREKKING: Herzieningsgrond.ONJUISTE_GEGEVENS,
        Besluitsoort.BEEINDIGING: Herzieningsgrond.NIET_LANGER_NODIG,
    }.get(soort)
    if wens is None or not gronden_van(wet):
        return None
    return herzieningsgrond(wet, wens, frozenset({product.leveringsvorm}))


def _artikel(wet: Wet, soort: Besluitsoort, product: Voorzieningregel) -> tuple[Grondslag, ...]:
    grond = _grond(wet, soort, product)
    gronden = [Grondslag(wet=grond.citeertitel, artikel=grond.artikel)] if grond and grond.artikel else []
    if wet is Wet.PARTICIPATIEWET and soort is Besluitsoort.INTREKKING:
        citeertitel, artikel = terugvorderingen()[wet]
        gronden.append(Grondslag(wet=citeertitel, artikel=artikel))
    return tuple(gronden)


def _aanvulling() -> Aanvulling:
    return Aanvulling(
        gevraagd_op=date(2026, 2, 16),
        tot=date(2026, 3, 9),
        ontbrak=("bankafschriften van de laatste drie maanden", "een kopie van het huurcontract"),
    )


def _advies() -> Adviesregel:
    return Adviesregel(van="een deskundige", overgenomen=True, reden="Het past bij wat u ons in het gesprek vertelde.")


def _weigering() -> tuple[str, ...]:
    return (weigeringen()[Weigeringsgrond.EERDER_GEBRUIK].uitleg,)
