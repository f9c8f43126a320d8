"""From domain values to what is printed. Decides nothing: it says what was decided."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from toegang.domain.begrippen import Besluitsoort, Plansoort
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bestuursorgaan import Bestuursorgaan
from toegang.domain.bezorging import Berichtsoort
from toegang.domain.openstaand import vereis
from toegang.domain.organisatie import Organisatie
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import Afspraakstand
from toegang.domain.planzicht import zicht
from toegang.errors import Controlefout
from toegang.letters.anderbesluit import als_besluit, rechtsmiddel_van
from toegang.letters.besluitdelen import beslist_op, besluitgegevens, besluitonderwerp, rechtsmiddel
from toegang.letters.bronnen import Briefbron
from toegang.letters.geadresseerden import (
    aanbieder_als_geadresseerde,
    als_belanghebbende,
    als_geadresseerde,
    clientnaam,
    leest_als,
    vereis_ondertekenaar,
)
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.matrix import Brievenmatrix, Matrixregel
from toegang.letters.meldingdelen import ONDERWERPEN, is_aanvraag, meldinggegevens
from toegang.letters.onderdelen import (
    Aanspreekpunt,
    Afspraakregel,
    Afzender,
    Bijlage,
    Briefsoort,
    Geadresseerde,
    Plangegevens,
)
from toegang.letters.ondertekening import onderteken, ondertekening_van
from toegang.letters.tekst import met_lidwoord, opsomming, zonder_schema
from toegang.letters.wijzigingsdelen import besliste_voorzieningen

ALINEABLOKKEN = frozenset({"aanhef", "besluit", "motivering", "grondslag", "vervolg", "bezwaar", "contact", "melding"})
"""Blocks to which the hook ``beschikking_alineas`` may add."""


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
    bijlagen = _bijlagen(record, regel, matrix)
    _vereis_inhoud(bron, regel, bijlagen)
    _vereis_berichtsoort(bron, regel)
    orgaan = _orgaan(bron, record if regel.besluitsoorten else None)
    gegevens = Briefgegevens(
        id=bron.brief.id,
        sjabloon=bron.brief.sjabloon,
        soort=regel.soort,
        wet=wet,
        zaaknummer=bron.zaak.id,
        kenmerk=bron.brief.id,
        dagtekening=bron.dagtekening,
        onderwerp=_onderwerp(bron, regel),
        client=clientnaam(bron.client, bron.dagtekening),
        geadresseerde=_geadresseerde(bron),
        gemeente=afzender(bron.organisatie, orgaan),
        aanspreekpunt=_aanspreekpunt(bron, orgaan),
        melding=meldinggegevens(bron) if "melding" in regel.vraagt else None,
        **_besluitdelen(bron, record, regel, matrix, orgaan),
        plan=_plan(bron, bron.plan) if bron.plan and (regel.plan or bijlagen) else None,
        bijlagen=bijlagen,
        alineas=bron.alineas,
        nazorg=bron.nazorg,
        proces=bron.proces,
    )
    _vereis_gevraagd(gegevens, regel)
    return gegevens


def _besluitdelen(
    bron: Briefbron,
    record: Besluitrecord | None,
    regel: Matrixregel,
    matrix: Brievenmatrix,
    orgaan: Bestuursorgaan,
) -> dict[str, Any]:
    """Return the decision with its remedies and its signature; nothing for a letter that carries none."""
    if regel.ander_besluit and bron.ander is not None:
        ander = bron.ander
        return {
            "besluit": als_besluit(ander, bron, regel),
            "bezwaar": rechtsmiddel_van(ander, bron, regel, matrix),
            "ondertekening": ondertekening_van(
                ander.beslisser, ander.mandaat, bron.organisatie, bron.medewerkers, orgaan
            ),
        }
    if record is None or not regel.besluitsoorten:
        return {}
    return {
        "besluit": besluitgegevens(bron, record, regel),
        "bezwaar": rechtsmiddel(bron, record, regel, matrix),
        "ondertekening": onderteken(record, bron.organisatie, bron.medewerkers, orgaan),
    }


def _geadresseerde(bron: Briefbron) -> Geadresseerde:
    if bron.brief.aan_derde:
        return aanbieder_als_geadresseerde(bron.aanbieder)
    if bron.belanghebbende is not None:
        return als_belanghebbende(bron.belanghebbende)
    return als_geadresseerde(bron.geadresseerden, bron.client, bron.dagtekening)


def _vereis_berichtsoort(bron: Briefbron, regel: Matrixregel) -> None:
    """See to it that who wants some kinds of message digitally gets this one as the kind that it is (L-24)."""
    moet = Berichtsoort.BESLUIT if regel.draagt_besluit else Berichtsoort.BERICHT
    if bron.brief.berichtsoort is not moet:
        raise Controlefout(
            f"Brief {bron.brief.id} staat klaar als {bron.brief.berichtsoort}, maar '{regel.sjabloon}' is een {moet} "
            "(L-24).",
            vervolg="Zet de brief opnieuw klaar.",
        )


def _orgaan(bron: Briefbron, record: Besluitrecord | None) -> Bestuursorgaan:
    """Return the body that decided, or that will; a letter without a decision does not wait for an open answer."""
    orgaan = bron.organisatie.orgaan(bron.zaak.wet, record.besluit.datum if record else bron.dagtekening)
    return bron.organisatie.eigen_orgaan if orgaan.is_open and record is None else orgaan


def _vereis_gevraagd(gegevens: Briefgegevens, regel: Matrixregel) -> None:
    """Refuse a letter of which something is missing that the matrix says it prints."""
    for pad in regel.vraagt:
        if _pad(gegevens, pad) is None:
            raise Controlefout(
                f"Brief '{gegevens.id}' drukt '{pad}' af, maar dat is er niet bij zaak {gegevens.zaaknummer}.",
                vervolg="Kies een brief die bij de zaak past.",
            )


def _pad(deel: Any, pad: str) -> Any:
    for naam in pad.split("."):
        deel = getattr(deel, naam, None)
    return deel


def _vereis_inhoud(bron: Briefbron, regel: Matrixregel, bijlagen: tuple[Bijlage, ...]) -> None:
    onbekend = sorted(set(bron.alineas) - ALINEABLOKKEN)
    if onbekend:
        raise Controlefout(
            f"Een plugin wil alinea's in blok '{onbekend[0]}', maar dat blok kent de brief niet.",
            vervolg=f"Kies uit: {', '.join(sorted(ALINEABLOKKEN))}.",
        )
    if regel.besluitsoorten and bron.besluit is None:
        raise Controlefout(f"Bij brief '{bron.brief.id}' hoort een besluit, maar dat is er niet.")
    if bron.besluit is not None and regel.besluitsoorten:
        vereis_ondertekenaar(bron.besluit, bron.organisatie)
    if (regel.plan or bijlagen) and bron.plan is None:
        raise Controlefout(
            f"Brief '{bron.brief.id}' drukt het plan af, maar er is geen plan.",
            vervolg="Leg het plan vast bij het dossier, of kies een andere vorm.",
        )


def _onderwerp(bron: Briefbron, regel: Matrixregel) -> str:
    if bron.ander is not None:
        return bron.ander.onderwerp
    if bron.proces is not None and bron.proces.informatie is not None:
        return bron.proces.informatie.onderwerp
    if regel.soort is Briefsoort.BERICHT and regel.titel:
        return regel.titel
    if regel.soort is Briefsoort.BERICHT:
        return f"Wij hebben uw {'aanvraag' if is_aanvraag(bron) else 'melding'} ontvangen"
    if regel.soort is Briefsoort.PLAN and bron.plan is not None:
        return f"Uw {_plannaam(bron.plan)}"
    record = bron.besluit
    namen = [item.naam for item in besliste_voorzieningen(bron, beslist_op(record, regel))] if record else []
    waarover = opsomming(namen) if len(namen) == 1 else ONDERWERPEN[bron.zaak.wet]
    return besluitonderwerp(record.besluit.soort if record else Besluitsoort.TOEKENNING, waarover)


def afzender(organisatie: Organisatie, orgaan: Bestuursorgaan) -> Afzender:
    """Return the gemeente as it stands on a letter, with the body that decides.

    Args:
        organisatie: the gemeente.
        orgaan: the body under the act of the letter; its name is required only where it decides (F 7).

    Raises:
        NietToegestaan: an address is an open key.
    """
    contact, stijl = organisatie.contact, organisatie.huisstijl
    naam = organisatie.naam
    return Afzender(
        naam=naam if naam.lower().startswith("gemeente") else f"Gemeente {naam}",
        bestuursorgaan=met_lidwoord(vereis(organisatie, orgaan.naam)),
        postadres=vereis(organisatie, contact.postadres),
        telefoon=vereis(organisatie, orgaan.telefoon or contact.telefoon),
        website=zonder_schema(vereis(organisatie, contact.website)),
        logo_alt=stijl.logo_alt,
        slogan=stijl.slogan,
    )


def _aanspreekpunt(bron: Briefbron, orgaan: Bestuursorgaan) -> Aanspreekpunt | None:
    medewerker = bron.medewerkers.get(bron.aanspreekpunt or "")
    if medewerker is None:
        return None
    functie = bron.organisatie.functie(medewerker.functie)
    return Aanspreekpunt(
        naam=medewerker.naam,
        functie=functie.naam if functie else medewerker.functie,
        telefoon=vereis(bron.organisatie, orgaan.telefoon or bron.organisatie.contact.telefoon),
    )


def _plan(bron: Briefbron, record: Planrecord) -> Plangegevens:
    """Return what the addressees may read of the plan: nothing that is meant for another member (L-68)."""
    lezers = frozenset(leest_als(persoon, bron.client) for persoon in bron.geadresseerden)
    personen = lezers | {bron.client.id}
    plan = record.voor(personen)
    leesbaar = zicht(record, lezers, bron.zaak.wet, bron.gedeeld, bron.client.id)
    reactie = leesbaar.reactie(personen)
    return Plangegevens(
        naam=_plannaam(record),
        vastgesteld_op=plan.vastgesteld_op,
        getekend_op=plan.getekend_op,
        akkoord=plan.akkoord,
        doelen=tuple(doel.tekst for doel in leesbaar.doelen),
        afspraken=tuple(
            Afspraakregel(wat=item.wat, wie=item.wie, tot=item.tot)
            for item in leesbaar.afspraken
            if item.stand is not Afspraakstand.VERVALLEN
        ),
        inbreng=leesbaar.inbreng or "\n".join(_eigen_woorden(bron, leesbaar, personen)),
        oplossingen=tuple(item.wat for item in leesbaar.oplossingen),
        opmerkingen=reactie.opmerkingen if reactie else "",
    )


def _eigen_woorden(bron: Briefbron, leesbaar: Planrecord, personen: Collection[str]) -> list[str]:
    """Return what the client, or who speaks for the client, brought in for this zaak."""
    zaken = (None, bron.zaak.id)
    return [stem.tekst for stem in leesbaar.stemmen if stem.wie in personen and stem.zaak_id in zaken]


def _plannaam(record: Planrecord) -> str:
    return {Plansoort.PLAN_VAN_AANPAK: "plan van aanpak"}.get(record.plan.soort, record.plan.soort.value.lower())


def _bijlagen(record: Besluitrecord | None, regel: Matrixregel, matrix: Brievenmatrix) -> tuple[Bijlage, ...]:
    """Return the annexes; a plan that is itself the decision has none, it would be printed twice."""
    if record is None or record.concept is None or regel.soort is not Briefsoort.BESCHIKKING:
        return ()
    return tuple(_bijlage(naam, matrix) for naam in record.concept.bijlagen)


def _bijlage(naam: str, matrix: Brievenmatrix) -> Bijlage:
    sjabloon = naam if "/" in naam else f"plan/{naam}"
    regel = matrix.brief(sjabloon)
    if regel.soort is not Briefsoort.BIJLAGE:
        raise Controlefout(f"'{naam}' is geen bijlage.", vervolg="Kies een bijlage die in de matrix staat.")
    return Bijlage(id=naam, titel=regel.titel, sjabloon=sjabloon)
