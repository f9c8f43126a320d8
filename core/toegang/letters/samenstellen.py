"""From domain values to what is printed. Decides nothing: it says what was decided."""

from __future__ import annotations

from toegang.domain.begrippen import Besluitsoort, Drager, Plansoort, Wet
from toegang.domain.besluit import Advies, Voorziening
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.levensloop import begint_met_aanvraag
from toegang.domain.openstaand import vereis
from toegang.domain.organisatie import Organisatie
from toegang.domain.plan import Planrecord
from toegang.domain.termijnen import einde
from toegang.domain.termijnparameters import termijnparameter
from toegang.errors import Controlefout
from toegang.letters.bronnen import Briefbron
from toegang.letters.geadresseerden import als_geadresseerde, lopende_naam, vereis_ondertekenaar
from toegang.letters.gegevens import (
    Aanspreekpunt,
    Adviesregel,
    Afspraakregel,
    Afzender,
    Besluitgegevens,
    Bijlage,
    Briefgegevens,
    Briefsoort,
    Meldinggegevens,
    Motiveringsstap,
    Plangegevens,
    Rechtsmiddel,
    Voorzieningregel,
)
from toegang.letters.matrix import Brievenmatrix, Matrixregel
from toegang.letters.ondertekening import onderteken
from toegang.letters.tekst import hoofdletter, met_lidwoord, opsomming, telwoord

ONDERZOEKSKOPPEN = {
    "a": "Wat u nodig heeft en belangrijk vindt",
    "b": "Wat u zelf kunt, en wie er bij u in huis helpt",
    "c": "Wat mantelzorgers en uw omgeving kunnen doen",
    "d": "Wat uw mantelzorger nodig heeft",
    "e": "Hulp die voor iedereen beschikbaar is",
    "f": "Hulp van anderen, zoals zorgverzekeraar, school of werk",
    "g": "De eigen bijdrage",
}
"""Headings of the research by the letters of Wmo 2015, 2.3.2 lid 4 (L-53)."""

_TERMIJNEN: dict[Wet, dict[str, str]] = {
    Wet.WMO: {"onderzoek_tot": "wmo.onderzoek", "persoonlijk_plan_tot": "wmo.persoonlijk_plan"},
    Wet.JEUGDWET: {},
    Wet.PARTICIPATIEWET: {"beslissing_tot": "pw.beslissing"},
    Wet.WGS: {"gesprek_tot": "wgs.gesprek"},
    Wet.GPK: {"beslissing_tot": "gpk.beslissing"},
    # The term of the Jeugdwet and of leerlingenvervoer stands in the verordening (L-81, L-125).
    Wet.LLV: {},
}
_ALGEMEEN = {
    Wet.WMO: "ondersteuning",
    Wet.JEUGDWET: "jeugdhulp",
    Wet.PARTICIPATIEWET: "bijstand",
    Wet.WGS: "schuldhulp",
    Wet.GPK: "een gehandicaptenparkeerkaart",
    Wet.LLV: "leerlingenvervoer",
}


def stel_samen(bron: Briefbron, matrix: Brievenmatrix) -> Briefgegevens:
    """Compose everything that a template may print.

    Args:
        bron: the domain values.
        matrix: which letters exist.

    Returns:
        The data of the letter.

    Raises:
        Controlefout: the letter does not exist for this act, or a decision or plan that it prints is
            not there.
        Aangehouden: nobody may sign the decision.
        NietToegestaan: the gemeente has not filled in an open key that is printed.
    """
    record, wet = bron.besluit, bron.zaak.wet
    soort = record.besluit.soort if record else None
    regel = matrix.brief(bron.brief.sjabloon, wet, soort)
    _vereis_inhoud(bron, regel)
    bijlagen = _bijlagen(record, matrix)
    met_besluit = record is not None and bool(regel.besluitsoorten)
    return Briefgegevens(
        id=bron.brief.id,
        sjabloon=bron.brief.sjabloon,
        soort=regel.soort,
        wet=wet,
        zaaknummer=bron.zaak.id,
        kenmerk=bron.brief.id,
        dagtekening=bron.dagtekening,
        onderwerp=_onderwerp(bron, regel),
        client=lopende_naam(bron.client),
        geadresseerde=als_geadresseerde(bron.geadresseerden, bron.client, bron.dagtekening),
        gemeente=_afzender(bron.organisatie),
        aanspreekpunt=_aanspreekpunt(bron),
        melding=_melding(bron) if regel.soort is Briefsoort.BERICHT else None,
        besluit=_besluit(bron, record, regel) if record and met_besluit else None,
        bezwaar=_bezwaar(bron, record, regel, matrix) if record and met_besluit else None,
        ondertekening=onderteken(record, bron.organisatie, bron.medewerkers) if record and met_besluit else None,
        plan=_plan(bron.plan) if bron.plan and (regel.plan or bijlagen) else None,
        bijlagen=bijlagen,
        alineas=bron.alineas,
    )


def _vereis_inhoud(bron: Briefbron, regel: Matrixregel) -> None:
    if regel.besluitsoorten and bron.besluit is None:
        raise Controlefout(f"Bij brief '{bron.brief.id}' hoort een besluit, maar dat is er niet.")
    if bron.besluit is not None and regel.besluitsoorten:
        vereis_ondertekenaar(bron.besluit, bron.organisatie)
    bijlagen = bron.besluit.concept.bijlagen if bron.besluit and bron.besluit.concept else ()
    if (regel.plan or bijlagen) and bron.plan is None:
        raise Controlefout(
            f"Brief '{bron.brief.id}' drukt het plan af, maar er is geen plan.",
            vervolg="Leg het plan vast bij het dossier, of kies een andere vorm.",
        )


def _onderwerp(bron: Briefbron, regel: Matrixregel) -> str:
    if regel.soort is Briefsoort.BERICHT:
        woord = "aanvraag" if begint_met_aanvraag(bron.zaak.wet) else "melding"
        return f"Wij hebben uw {woord} ontvangen"
    if regel.soort is Briefsoort.PLAN and bron.plan is not None:
        return f"Uw {_plannaam(bron.plan)}"
    record = bron.besluit
    namen = [item.naam for item in _beslist(record, regel)] if record else []
    waarover = opsomming(namen) if len(namen) == 1 else _ALGEMEEN[bron.zaak.wet]
    if record and record.besluit.soort is Besluitsoort.BUITEN_BEHANDELING:
        return f"Uw aanvraag voor {waarover}"
    return f"Besluit op uw aanvraag voor {waarover}"


def _afzender(organisatie: Organisatie) -> Afzender:
    contact, stijl = organisatie.contact, organisatie.huisstijl
    naam = organisatie.naam
    return Afzender(
        naam=naam if naam.lower().startswith("gemeente") else f"Gemeente {naam}",
        bestuursorgaan=met_lidwoord(organisatie.bestuursorgaan),
        postadres=vereis(organisatie, contact.postadres),
        telefoon=vereis(organisatie, contact.telefoon),
        website=_zonder_schema(vereis(organisatie, contact.website)),
        logo_alt=stijl.logo_alt,
        slogan=stijl.slogan,
    )


def _aanspreekpunt(bron: Briefbron) -> Aanspreekpunt | None:
    medewerker = bron.medewerkers.get(bron.aanspreekpunt or "")
    if medewerker is None:
        return None
    functie = bron.organisatie.functie(medewerker.functie)
    return Aanspreekpunt(
        naam=medewerker.naam,
        functie=functie.naam if functie else medewerker.functie,
        telefoon=vereis(bron.organisatie, bron.organisatie.contact.telefoon),
    )


def _melding(bron: Briefbron) -> Meldinggegevens:
    wet, ontvangen_op = bron.zaak.wet, bron.zaak.ontvangen_op
    dagen = {
        veld: einde(ontvangen_op, termijnparameter(sleutel, ontvangen_op).termijn()).einde
        for veld, sleutel in _TERMIJNEN[wet].items()
    }
    return Meldinggegevens(
        ontvangen_op=ontvangen_op,
        woorden=tuple(woorden for woorden in (bron.melding.woorden if bron.melding else ()) if woorden.strip()),
        is_aanvraag=begint_met_aanvraag(wet),
        persoonlijk_plan_tot=dagen.get("persoonlijk_plan_tot"),
        onderzoek_tot=dagen.get("onderzoek_tot"),
        gesprek_tot=dagen.get("gesprek_tot"),
        beslissing_tot=dagen.get("beslissing_tot"),
    )


def _besluit(bron: Briefbron, record: Besluitrecord, regel: Matrixregel) -> Besluitgegevens:
    besluit = record.besluit
    voorzieningen = _beslist(record, regel)
    regeling = bron.organisatie.regeling(bron.zaak.wet, besluit.datum)
    vormen = frozenset(item.leveringsvorm for item in voorzieningen)
    return Besluitgegevens(
        soort=besluit.soort,
        datum=besluit.datum,
        aanvraag_op=bron.zaak.aanvraag_op,
        voorzieningen=tuple(_voorziening(item) for item in voorzieningen),
        minder_dan_gevraagd=besluit.minder_dan_gevraagd,
        belastend=besluit.is_belastend,
        stappen=tuple(Motiveringsstap(kop=_kop(kop), tekst=tekst) for kop, tekst in record.motivering.stappen),
        conclusie=record.motivering.conclusie,
        adviezen=tuple(_advies(advies, bron) for advies in besluit.adviezen),
        grondslagen=regel.gronden(bron.zaak.wet, vormen),
        regeling=vereis(bron.organisatie, regeling.naam) if regeling else "",
    )


def _beslist(record: Besluitrecord, regel: Matrixregel) -> tuple[Voorziening, ...]:
    """Return what this paper decides on: its share of the dragers, never an algemene voorziening (W-7)."""
    beslist = record.besluit.voorzieningen_met_besluit
    dragers = record.concept.dragers if record.concept else ()
    if not dragers:
        return beslist
    papier = Drager.PLAN if regel.soort is Briefsoort.PLAN else Drager.BESCHIKKING
    op_dit_papier = {deel.voorziening for deel in dragers if deel.drager is papier}
    return tuple(item for item in beslist if item.id in op_dit_papier)


def _voorziening(item: Voorziening) -> Voorzieningregel:
    return Voorzieningregel(
        naam=item.naam,
        leveringsvorm=item.leveringsvorm,
        omvang=item.omvang,
        ingangsdatum=item.ingangsdatum,
        einddatum=item.einddatum,
        aanbieder=item.aanbieder,
        bedrag_centen=item.bedrag_centen,
        resultaat=item.resultaat,
    )


def _advies(advies: Advies, bron: Briefbron) -> Adviesregel:
    medewerker = bron.medewerkers.get(advies.van)
    functie = bron.organisatie.functie(medewerker.functie) if medewerker else None
    van = f"een {functie.naam}" if functie else "een deskundige"
    return Adviesregel(van=van, overgenomen=advies.overgenomen, reden=advies.reden)


def _bezwaar(bron: Briefbron, record: Besluitrecord, regel: Matrixregel, matrix: Brievenmatrix) -> Rechtsmiddel:
    clausule = matrix.clausule(regel.soort, bron.dagtekening)
    termijn = termijnparameter(clausule.termijn, bron.dagtekening)
    contact = bron.organisatie.contact
    woord = termijn.eenheid.met_aantal(termijn.waarde).partition(" ")[2]
    return Rechtsmiddel(
        door_wie=clausule.door_wie,
        termijn=f"binnen {telwoord(termijn.waarde)} {woord}",
        ingang=clausule.ingang,
        orgaan=met_lidwoord(bron.organisatie.bestuursorgaan),
        postadres=vereis(bron.organisatie, contact.postadres),
        digitaal=_zonder_schema(vereis(bron.organisatie, contact.digitaal_bezwaar)) if clausule.digitaal else "",
        laatste_dag=record.bezwaar_tot,
    )


def _plan(record: Planrecord) -> Plangegevens:
    plan = record.plan
    return Plangegevens(
        naam=_plannaam(record),
        vastgesteld_op=plan.vastgesteld_op,
        getekend_op=plan.getekend_op,
        akkoord=plan.akkoord,
        doelen=record.doelen,
        afspraken=tuple(Afspraakregel(wat=item.wat, wie=item.wie, tot=item.tot) for item in record.afspraken),
        inbreng=record.inbreng,
    )


def _plannaam(record: Planrecord) -> str:
    return {Plansoort.PLAN_VAN_AANPAK: "plan van aanpak"}.get(record.plan.soort, record.plan.soort.value.lower())


def _bijlagen(record: Besluitrecord | None, matrix: Brievenmatrix) -> tuple[Bijlage, ...]:
    if record is None or record.concept is None:
        return ()
    return tuple(_bijlage(naam, matrix) for naam in record.concept.bijlagen)


def _bijlage(naam: str, matrix: Brievenmatrix) -> Bijlage:
    sjabloon = naam if "/" in naam else f"plan/{naam}"
    regel = matrix.brief(sjabloon)
    if regel.soort is not Briefsoort.BIJLAGE:
        raise Controlefout(f"'{naam}' is geen bijlage.", vervolg="Kies een bijlage die in de matrix staat.")
    return Bijlage(id=naam, titel=regel.titel, sjabloon=sjabloon)


def _kop(sleutel: str) -> str:
    return ONDERZOEKSKOPPEN.get(sleutel.lower(), hoofdletter(sleutel.replace("_", " ")))


def _zonder_schema(adres: str) -> str:
    return adres.removeprefix("https://").removeprefix("http://").rstrip("/")


