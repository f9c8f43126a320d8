"""Who gets a letter, and which letters wait for a person instead (L-11, L-86, L-134).

A closed list of reasons; every reason is found before a page is rendered.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from toegang.domain.aanbieder import Aanbieder
from toegang.domain.aanschrijfbaar import Verzendbezwaar, verzendbezwaar
from toegang.domain.aanschrijving import aanhef_neutraal, aanschrijfwijze, naam_in_lopende_tekst
from toegang.domain.adresregels import adresregels
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Belanghebbende
from toegang.domain.brief import Aanhoudreden
from toegang.domain.huishouden import Inwoner, Lid
from toegang.domain.ontvangers import Ontvanger, lezers_van, ontvangers, zonder_exemplaar
from toegang.domain.organisatie import Organisatie
from toegang.domain.persoonsadres import adres_van, adresseer_vertegenwoordiger, persoonsnaam
from toegang.domain.vertegenwoordiger import Vertegenwoordiger, Vertegenwoordigersoort
from toegang.domain.vertegenwoordiging import Briefaard
from toegang.errors import NietToegestaan
from toegang.letters.onderdelen import Geadresseerde
from toegang.letters.tekst import opsomming

AANHEF_ONBEKEND = "Geachte heer of mevrouw"
_VERVOLG = {
    Aanhoudreden.GEZAG_OP_ANDER_ADRES: "Maak de exemplaren met: toegang beschikking batch",
    Aanhoudreden.GEEN_ONTVANGER_MEER: "Bekijk wie een exemplaar krijgt met: toegang beschikking exemplaren ZAAK",
    Aanhoudreden.GEEN_MANDAAT: "Vul het mandaatregister aan en maak de brief opnieuw.",
}


class Aangehouden(NietToegestaan):
    """A letter that waits for a person.

    Args:
        reden: why, from the closed list.
    """

    def __init__(self, reden: Aanhoudreden) -> None:
        vervolg = _VERVOLG.get(reden, "Laat een medewerker het dossier nakijken en bijwerken.")
        super().__init__(f"De brief wacht op een medewerker: {reden.uitleg}.", vervolg=vervolg)
        self.reden = reden


def kies_geadresseerden(
    client: Inwoner,
    leden: Sequence[Lid],
    inwoners: Mapping[str, Inwoner],
    op: date,
    *,
    exemplaar: str = "",
    eigen: Collection[str] = (),
    geen_eigen_brief: Collection[str] = (),
    aard: Briefaard | None = None,
) -> tuple[Ontvanger, ...]:
    """Decide to whom a copy of a letter about a client goes.

    Args:
        client: the person it is about.
        leden: members of the household, with who has gezag.
        inwoners: residents by id.
        op: date of the letter.
        exemplaar: id of whose own copy it is; empty for the letter itself.
        eigen: ids of who have an own copy.
        geen_eigen_brief: ids of the young people for whom was recorded that they get no own copy.
        aard: what the letter is about, which decides who acts for the client; ``None`` = nobody does.

    Returns:
        Who acts for the client (L-11); or the client, for a minor those with gezag over him or her (L-86), who share
        one address; or who the copy is for.

    Raises:
        Aangehouden: someone has died or left, an address or gezag is not known, or somebody lacks a copy: a letter
            goes to everybody or to nobody.
    """
    alle = ontvangers(client, leden, inwoners, op, geen_eigen_brief, aard)
    if alle is None:
        raise Aangehouden(Aanhoudreden.GEZAG_ONBEKEND)
    personen = lezers_van(exemplaar, eigen, alle, client)
    if not personen:
        raise Aangehouden(Aanhoudreden.GEEN_ONTVANGER_MEER)
    bewoners = [persoon for persoon in personen if isinstance(persoon, Inwoner)]
    _vereis_aanschrijfbaar(client, bewoners, op)
    if zonder_exemplaar(eigen, alle, client) or len({_regels(persoon, op) for persoon in bewoners}) > 1:
        raise Aangehouden(Aanhoudreden.GEZAG_OP_ANDER_ADRES)
    return personen


def _vereis_aanschrijfbaar(client: Inwoner, bewoners: Sequence[Inwoner], op: date) -> None:
    """See to it that a letter may go to these persons; the address of who acts for a client was checked before."""
    if any(verzendbezwaar(persoon) is Verzendbezwaar.OVERLEDEN for persoon in (client, *bewoners)):
        raise Aangehouden(Aanhoudreden.OVERLEDEN)
    _vereis_bereikbaar(bewoners, op)


def _vereis_bereikbaar(bewoners: Sequence[Inwoner], op: date) -> None:
    for persoon in bewoners:
        if verzendbezwaar(persoon):
            raise Aangehouden(Aanhoudreden.BRIEFADRES_OF_VERTROKKEN)
        if not persoon.adres_volledig or not _regels(persoon, op) or not aanschrijfwijze(persoonsnaam(persoon)):
            raise Aangehouden(Aanhoudreden.ADRES_ONVOLLEDIG)


def vereis_indiener(wie: tuple[Inwoner, ...], op: date) -> tuple[Inwoner, ...]:
    """Return who objected as the addressee of letters about that objection, when they can reach him or her.

    Args:
        wie: the inwoner who objected, and is not the client; nobody when there is no record of an inwoner.
        op: date of the letter.

    Raises:
        Aangehouden: he or she has died or left, or the address is not known.
    """
    for persoon in wie:
        _vereis_aanschrijfbaar(persoon, (persoon,), op)
    return wie


def vereis_ondertekenaar(besluit: Besluitrecord, organisatie: Organisatie) -> None:
    """See to it that a mandated person signs (B-48).

    Args:
        besluit: the decision.
        organisatie: holds the mandate register.

    Raises:
        Aangehouden: nobody signs, or the entry is not in the register.
    """
    bekend = any(mandaat.id == besluit.mandaat for mandaat in organisatie.mandaten)
    if besluit.ondertekenaar is None or not bekend:
        raise Aangehouden(Aanhoudreden.GEEN_MANDAAT)


def als_geadresseerde(personen: Sequence[Ontvanger], client: Inwoner, op: date) -> Geadresseerde:
    """Compose the address block and salutation (L-135).

    Args:
        personen: at least one person; they share one address. Who acts for the client stands alone.
        client: the person the letter is about.
        op: date of the letter.

    Returns:
        What is printed.
    """
    if isinstance(personen[0], Vertegenwoordiger):
        return _namens(personen[0], client)
    bewoners = [persoon for persoon in personen if isinstance(persoon, Inwoner)]
    namen = [persoonsnaam(persoon) for persoon in bewoners]
    wijzen = [wijze for naam in namen if (wijze := aanschrijfwijze(naam))]
    naamregels = [regel for wijze in wijzen for regel in (wijze.aanspreekvorm, wijze.naam) if regel]
    eerste, *overige = [aanhef_neutraal(naam) for naam in namen]
    aanheffen = [eerste, *(f"{regel[0].lower()}{regel[1:]}" for regel in overige)]
    return Geadresseerde(
        adresregels=(*naamregels, *_regels(bewoners[0], op)),
        aanhef=opsomming(aanheffen),
        naam=opsomming([lopende_naam(persoon) for persoon in bewoners]),
        is_client=[persoon.id for persoon in bewoners] == [client.id],
    )


def _namens(wie: Vertegenwoordiger, client: Inwoner) -> Geadresseerde:
    antwoord = adresseer_vertegenwoordiger(wie, client)
    if not antwoord.venster:
        raise Aangehouden(Aanhoudreden.ADRES_ONVOLLEDIG)
    return Geadresseerde(
        adresregels=antwoord.venster,
        aanhef=antwoord.aanhef_neutraal,
        naam=antwoord.naam_in_lopende_tekst or wie.soort.in_woorden,
        is_client=False,
        namens=f"{wie.soort.in_woorden} van {lopende_naam(client)}",
    )


def leest_als(persoon: Ontvanger, client: Inwoner) -> str:
    """Return with whose eyes somebody reads what is kept from others of the household (L-68).

    Args:
        persoon: who reads.
        client: the person it is about.

    Returns:
        For a curator, mentor or gemachtigde the id of the client. A bewindvoerder acts for money only, and reads
        nothing that is meant for the client alone.
    """
    if isinstance(persoon, Vertegenwoordiger) and persoon.soort is not Vertegenwoordigersoort.BEWINDVOERDER:
        return client.id
    return persoon.id


def aanbieder_als_geadresseerde(aanbieder: Aanbieder | None) -> Geadresseerde:
    """Compose the address block of a letter to a provider.

    Args:
        aanbieder: the provider; ``None`` = not known.

    Raises:
        Aangehouden: it has no postal address.
    """
    if aanbieder is None or not aanbieder.postadres:
        raise Aangehouden(Aanhoudreden.ADRES_ONVOLLEDIG)
    return Geadresseerde(
        adresregels=(aanbieder.naam, *aanbieder.postadres),
        aanhef="Geachte heer of mevrouw",
        naam=aanbieder.naam,
        is_client=False,
    )


def als_belanghebbende(wie: Belanghebbende) -> Geadresseerde:
    """Return the address block of somebody of whom there is no record as inwoner."""
    return Geadresseerde(
        adresregels=(wie.naam, *wie.adresregels), aanhef=AANHEF_ONBEKEND, naam=wie.naam, is_client=False
    )


def lopende_naam(persoon: Inwoner) -> str:
    """Return the name in running text; "de inwoner" when it is not known."""
    return naam_in_lopende_tekst(persoonsnaam(persoon)) or "de inwoner"


def clientnaam(client: Inwoner, op: date) -> str:
    """Return the name in running text of who a letter is about; a child is called by its own name.

    Args:
        client: the person.
        op: date of the letter.

    Returns:
        For example "mevrouw Jansen", for a minor "Noor Jansen".
    """
    voornaam = client.voornamen.partition(" ")[0]
    if client.minderjarig(op) and voornaam:
        return " ".join(deel for deel in (voornaam, client.voorvoegsel, client.geslachtsnaam) if deel)
    return lopende_naam(client)


def _regels(persoon: Inwoner, op: date) -> tuple[str, ...]:
    regels = adresregels(adres_van(persoon, op))
    return regels.regels() if regels else ()
