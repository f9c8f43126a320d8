"""Who gets a letter, and which letters wait for a person instead (L-86, L-134).

A closed list of reasons; every reason is found before a page is rendered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from toegang.domain.aanschrijfbaar import Verzendbezwaar, verzendbezwaar
from toegang.domain.aanschrijving import aanhef_neutraal, aanschrijfwijze, naam_in_lopende_tekst
from toegang.domain.adresregels import adresregels
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Belanghebbende
from toegang.domain.brief import Aanhoudreden
from toegang.domain.huishouden import Inwoner, Lid
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.organisatie import Organisatie
from toegang.domain.persoonsadres import adres_van, persoonsnaam
from toegang.errors import NietToegestaan
from toegang.letters.onderdelen import Geadresseerde
from toegang.letters.tekst import opsomming

AANHEF_ONBEKEND = "Geachte heer of mevrouw"
_VERVOLG = {
    Aanhoudreden.GEZAG_OP_ANDER_ADRES: "Verstuur ieder een eigen exemplaar en leg dat vast.",
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
    client: Inwoner, leden: Sequence[Lid], inwoners: Mapping[str, Inwoner], op: date
) -> tuple[Inwoner, ...]:
    """Decide to whom a letter about a client goes.

    Args:
        client: the person it is about.
        leden: members of the household, with who has gezag.
        inwoners: residents by id.
        op: date of the letter.

    Returns:
        The client, or for a minor those with gezag over him or her (L-86), who share one address.

    Raises:
        Aangehouden: someone has died or left, an address or gezag is not known.
    """
    personen = _ontvangers(client, leden, inwoners, op)
    if any(verzendbezwaar(persoon) is Verzendbezwaar.OVERLEDEN for persoon in (client, *personen)):
        raise Aangehouden(Aanhoudreden.OVERLEDEN)
    return vereis_bereikbaar(personen, op)


def vereis_bereikbaar(personen: tuple[Inwoner, ...], op: date) -> tuple[Inwoner, ...]:
    """Return the people a letter goes to, when one letter can reach them.

    Raises:
        Aangehouden: someone has died or left, or an address is not known or another.
    """
    if any(verzendbezwaar(persoon) is Verzendbezwaar.OVERLEDEN for persoon in personen):
        raise Aangehouden(Aanhoudreden.OVERLEDEN)
    for persoon in personen:
        if verzendbezwaar(persoon):
            raise Aangehouden(Aanhoudreden.BRIEFADRES_OF_VERTROKKEN)
        if not persoon.adres_volledig or not _regels(persoon, op) or not aanschrijfwijze(persoonsnaam(persoon)):
            raise Aangehouden(Aanhoudreden.ADRES_ONVOLLEDIG)
    if len({_regels(persoon, op) for persoon in personen}) > 1:
        raise Aangehouden(Aanhoudreden.GEZAG_OP_ANDER_ADRES)
    return personen


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


def als_geadresseerde(personen: Sequence[Inwoner], client: Inwoner, op: date) -> Geadresseerde:
    """Compose the address block and salutation (L-135).

    Args:
        personen: at least one person; they share one address.
        client: the person the letter is about.
        op: date of the letter.

    Returns:
        What is printed.
    """
    namen = [persoonsnaam(persoon) for persoon in personen]
    wijzen = [wijze for naam in namen if (wijze := aanschrijfwijze(naam))]
    naamregels = [regel for wijze in wijzen for regel in (wijze.aanspreekvorm, wijze.naam) if regel]
    eerste, *overige = [aanhef_neutraal(naam) for naam in namen]
    aanheffen = [eerste, *(f"{regel[0].lower()}{regel[1:]}" for regel in overige)]
    return Geadresseerde(
        adresregels=(*naamregels, *_regels(personen[0], op)),
        aanhef=opsomming(aanheffen),
        naam=opsomming([lopende_naam(persoon) for persoon in personen]),
        is_client=[persoon.id for persoon in personen] == [client.id],
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


@ingebouwd(
    "L-86",
    "Een brief over een kind gaat naar ieder met gezag; is dat niet bekend, dan wacht hij.",
    anders=lambda client, *_: (client,),
)
def _ontvangers(
    client: Inwoner, leden: Sequence[Lid], inwoners: Mapping[str, Inwoner], op: date
) -> tuple[Inwoner, ...]:
    minderjarig = client.minderjarig(op)
    if minderjarig is False:
        return (client,)
    lid = next((lid for lid in leden if lid.inwoner == client.id), None)
    gezag = (lid.gezag if lid else None) or ()
    personen = tuple(inwoners[wie] for wie in gezag if wie in inwoners)
    if minderjarig is None or not personen or len(personen) != len(gezag):
        raise Aangehouden(Aanhoudreden.GEZAG_ONBEKEND)
    return personen


def _regels(persoon: Inwoner, op: date) -> tuple[str, ...]:
    regels = adresregels(adres_van(persoon, op))
    return regels.regels() if regels else ()
