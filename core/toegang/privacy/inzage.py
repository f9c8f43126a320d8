"""A resident asks to see the own file: checked, shown in layers, and logged."""

from __future__ import annotations

from dataclasses import replace

from toegang.domain.datums import OnvolledigeDatum
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Inwoner
from toegang.domain.inwonerinzage import Inzagelaag, Inzageverzoek, Verzoeker
from toegang.domain.inzagerecht import Diepte, Inzagereden
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout, NietToegestaan
from toegang.guards.contexten_inzage import InwonerToets
from toegang.guards.register import Moment, Regelovertreding
from toegang.lifecycle.inzagerecht import vereis_inzage
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.termijnen import beleid_van
from toegang.lifecycle.vastleggen import GEWEIGERD, toets_antwoord
from toegang.privacy.beeld import maak_beeld
from toegang.privacy.eigendom import Eigendom
from toegang.privacy.momenten import eigen_momenten
from toegang.privacy.waarden import Inwonerbeeld
from toegang.storage import Actor, Werkeenheid

INGEZIEN = "inwoner.ingezien"
"""Act in the log: a resident, or who represents one, saw the own file."""


def toon_eigen_dossier(
    omgeving: Omgeving,
    actor: Actor,
    verzoek: Inzageverzoek,
    *,
    reden: Inzagereden | None = None,
    achterhouden: frozenset[str] = frozenset(),
) -> Inwonerbeeld:
    """Return what a resident gets to see of the own file, and log that it was shown.

    Args:
        omgeving: the gemeente.
        actor: the medewerker who shows it.
        verzoek: who asks.
        reden: why this medewerker may see zaken that are not his or hers.
        achterhouden: ids of records that are kept back for the privacy of another (L-70).

    Raises:
        NietGevonden: the resident does not exist.
        Regelovertreding: the age, the ground or the identity stands in the way (L-70, B-56), or the medewerker
            may not see the zaken (Z-20).
        Invoerfout: something is to be kept back that is not there.
        NietToegestaan: the resident has died.
    """
    with omgeving.werk(actor) as werk:
        inwoner, eigendom = open_dossier(werk, omgeving, verzoek, reden, achterhouden)
        vandaag = omgeving.vandaag()
        # before anything is put together: what may not be seen is not read either
        vooraf = toets_van(werk, inwoner, verzoek, lagen_van(verzoek), omgeving.beeld())
        keur(werk, omgeving, vooraf, inwoner)
        beeld = maak_beeld(werk, verzoek, eigendom, omgeving.organisatie, vandaag, beleid_van(omgeving))
        _eis_gebruikt(eigendom, werk, inwoner)
        achteraf = replace(
            vooraf,
            lagen=frozenset(beeld.lagen),
            momenten=eigen_momenten(werk, inwoner.dossier_id, eigendom),
            getoond=frozenset(moment.kenmerk for moment in beeld.momenten),
            van_anderen=tuple(f"zaak {item.zaak}" for item in beeld.zaken if item.zaak not in eigendom.nummers),
        )
        keur(werk, omgeving, achteraf, inwoner)
        werk.log(INGEZIEN, dossier=inwoner.dossier_id, detail=logdetail(verzoek, beeld.lagen, reden))
        werk.commit()
    return beeld


def lagen_van(verzoek: Inzageverzoek) -> frozenset[Inzagelaag]:
    """Return how deep a request goes: the file only after a check of identity."""
    alleen_overzicht = frozenset({Inzagelaag.OVERZICHT})
    return alleen_overzicht if verzoek.bewijs is None else alleen_overzicht | {Inzagelaag.DOSSIER}


def open_dossier(
    werk: Werkeenheid,
    omgeving: Omgeving,
    verzoek: Inzageverzoek,
    reden: Inzagereden | None,
    achterhouden: frozenset[str] = frozenset(),
) -> tuple[Inwoner, Eigendom]:
    """Return the resident and what is this resident's, once the medewerker may see it.

    Raises:
        NietGevonden: the resident does not exist.
        Regelovertreding: the medewerker may not see a zaak of this resident (Z-20).
        NietToegestaan: the resident has died, or the user is no medewerker.
    """
    inwoner = werk.inwoners.haal(verzoek.inwoner)
    if inwoner.overleden:
        raise NietToegestaan(
            f"Inwoner {inwoner.id} is overleden; het recht op inzage is daarmee geëindigd.",
            vervolg="Leg een verzoek van nabestaanden voor aan de privacyfunctionaris.",
        )
    if werk.actor.medewerker is None:
        raise NietToegestaan(
            "Een dossier opent een medewerker; deze gebruiker is er geen.", vervolg="Werk als medewerker."
        )
    zaken: tuple[Zaak, ...] = werk.zaken.zoek(dossier_id=inwoner.dossier_id, client_id=inwoner.id)
    for zaak in zaken:
        vereis_inzage(werk, zaak, Diepte.DOSSIER, omgeving.beeld(), reden)
    return inwoner, Eigendom(inwoner.id, verzoek.kijker, zaken, achterhouden)


def toets_van(
    werk: Werkeenheid,
    inwoner: Inwoner,
    verzoek: Inzageverzoek,
    lagen: frozenset[Inzagelaag],
    beeld: Gemeentebeeld,
) -> InwonerToets:
    """Return what the rules on inspection are judged on before anything is read."""
    geboren, op = OnvolledigeDatum.lees(inwoner.geboortedatum), beeld.peildatum
    return InwonerToets(
        onder_12=_niet(geboren.leeftijd_minstens(12, op)),
        onder_16=_niet(geboren.leeftijd_minstens(16, op)),
        voor=verzoek.voor,
        grond=verzoek.grond if verzoek.voor is Verzoeker.VERTEGENWOORDIGER else None,
        heeft_gezag=_gezag(werk, inwoner, verzoek.wie),
        identiteit_vastgesteld=verzoek.bewijs is not None,
        lagen=lagen,
        beeld=beeld,
    )


def keur(werk: Werkeenheid, omgeving: Omgeving, context: InwonerToets, inwoner: Inwoner) -> None:
    """Check the rules on inspection; a refusal is logged and kept.

    Raises:
        Regelovertreding: a rule refuses.
    """
    try:
        toets_antwoord(omgeving, Moment.INWONER, context, f"Inwoner {inwoner.id}")
    except Regelovertreding as fout:
        regels = ",".join(toets.regel for toets in fout.toetsen)
        detail = {"stap": "inzage van de inwoner", "inwoner": inwoner.id, "regels": regels}
        werk.log(GEWEIGERD, dossier=inwoner.dossier_id, detail=detail)
        werk.commit()
        raise


def logdetail(verzoek: Inzageverzoek, lagen: tuple[Inzagelaag, ...], reden: Inzagereden | None) -> dict[str, str]:
    """Return what the log line on an inspection says: ids and fixed words."""
    delen = {
        "inwoner": verzoek.inwoner,
        "voor": verzoek.voor,
        "wie": verzoek.wie,
        "grond": verzoek.grond,
        "bewijs": verzoek.bewijs,
        "lagen": " ".join(lagen),
        "reden": reden,
    }
    return {naam: str(deel) for naam, deel in delen.items() if deel}


def _niet(oordeel: bool | None) -> bool | None:
    return None if oordeel is None else not oordeel


def _gezag(werk: Werkeenheid, inwoner: Inwoner, wie: str | None) -> bool | None:
    dossier = werk.dossiers.haal(inwoner.dossier_id)
    lid = next((item for item in dossier.leden if item.inwoner == inwoner.id), None)
    return None if lid is None or lid.gezag is None else wie in lid.gezag


def _eis_gebruikt(eigendom: Eigendom, werk: Werkeenheid, inwoner: Inwoner) -> None:
    """Check that what is to be kept back is there: a typing error would show it after all."""
    bronnen = (werk.meldingen, werk.gesprekken, werk.besluiten, werk.brieven, werk.plannen)
    bekend = {record.id for bron in bronnen for record in bron.zoek(dossier_id=inwoner.dossier_id)}
    vreemd = eigendom.achterhouden - bekend
    if vreemd:
        raise Invoerfout(
            f"Van wat u wilt achterhouden, staat {len(vreemd)} kenmerk niet in dit dossier.",
            vervolg="Controleer het kenmerk van het gesprek, het besluit, de brief of het plan.",
        )
