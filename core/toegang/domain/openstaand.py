"""Open keys: fill in the answers of the gemeente, and say which are still missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.organisatie import OpenSleutel, Opensoort, Organisatie
from toegang.domain.termijnbeleid import MET_ATW, termijnbeleid
from toegang.domain.termijnparameters import EigenTermijn, eigen_termijnen
from toegang.errors import Invoerfout, NietToegestaan, ToegangFout

VOORVOEGSEL = "open:"

_VOOR_PRODUCTIE = (
    OpenSleutel(
        sleutel="dpia.kenmerk",
        regel="L-148",
        vraag="Wat is het kenmerk van de DPIA voor deze verwerking, en van welke dag is zij?",
        frase="(AVG art. 35; staat niet in de bron van de gemeente)",
    ),
    OpenSleutel(
        sleutel="verwerkersovereenkomst.kenmerk",
        regel="L-148",
        vraag="Wat is het kenmerk van de verwerkersovereenkomst (of 'zelf', als de gemeente alles zelf beheert)?",
        frase="(AVG art. 28; staat niet in de bron van de gemeente)",
    ),
)
_VOOR_BRIEVEN = (
    OpenSleutel(
        sleutel="beroep.rechtbank",
        regel="L-13",
        vraag="Bij welke rechtbank kan een inwoner in beroep na een besluit op bezwaar?",
        frase="(Awb art. 8:1 en 8:7; staat niet in de bron van de gemeente)",
    ),
    OpenSleutel(
        sleutel="beroep.postadres",
        regel="L-13",
        vraag="Op welk postadres ontvangt die rechtbank beroepschriften?",
        frase="(Awb art. 6:4; staat niet in de bron van de gemeente)",
    ),
    OpenSleutel(
        sleutel="termijn.zienswijze_weken",
        regel="L-6",
        soort=Opensoort.GETAL,
        vraag="Hoeveel weken krijgt een inwoner om te zeggen wat die vindt van een voorgenomen besluit?",
        frase="(Awb art. 4:7 en 4:8 noemen geen aantal; staat niet in de bron van de gemeente)",
    ),
)
"""What letters print that every gemeente decides or knows itself; without it such a letter is not made."""


def vul_in(ruw: Mapping[str, Any], antwoorden: Mapping[str, str]) -> dict[str, Any]:
    """Replace ``"open:<sleutel>"`` by its answer, everywhere; leave it when there is none or an empty one.

    Args:
        ruw: content of ``organisatie.toml`` as read.
        antwoorden: answers by key.

    Returns:
        A new structure, ready for :class:`Organisatie`.
    """

    def vervang(deel: Any) -> Any:
        if isinstance(deel, str) and deel.startswith(VOORVOEGSEL):
            antwoord = antwoorden.get(deel.removeprefix(VOORVOEGSEL), "")
            return antwoord if antwoord.strip() else deel
        if isinstance(deel, Mapping):
            return {sleutel: vervang(waarde) for sleutel, waarde in deel.items()}
        if isinstance(deel, list | tuple):
            return [vervang(waarde) for waarde in deel]
        return deel

    ingevuld = vervang(dict(ruw))
    assert isinstance(ingevuld, dict)
    return ingevuld


@ingebouwd(
    "L-148", "Wie in productie gaat, noemt eerst de DPIA en de verwerkersovereenkomst.", anders=lambda _organisatie: ()
)
def sleutels_voor_productie(organisatie: Organisatie) -> tuple[OpenSleutel, ...]:
    """Return what every gemeente answers before it goes live, whatever its plugin asks (L-148; AVG 28 and 35).

    Args:
        organisatie: the gemeente; a key that it asks already is left out.
    """
    eigen = {item.sleutel for item in organisatie.open}
    return tuple(item for item in _VOOR_PRODUCTIE if item.sleutel not in eigen)


def sleutels_voor_brieven(organisatie: Organisatie) -> tuple[OpenSleutel, ...]:
    """Return what the letters on the way to a decision ask of every gemeente (L-6, L-13; Awb 4:7, 4:8, 6:4, 8:1).

    Args:
        organisatie: the gemeente; a key that it asks already is left out.
    """
    eigen = {item.sleutel for item in organisatie.open}
    return tuple(item for item in _VOOR_BRIEVEN if item.sleutel not in eigen)


def sleutels_voor_termijnen(organisatie: Organisatie) -> tuple[OpenSleutel, ...]:
    """Return the terms that a gemeente may set itself, and need not; each with whether its verordening follows the Atw.

    Args:
        organisatie: the gemeente; a key that it asks already is left out.
    """
    eigen = {item.sleutel for item in organisatie.open}
    vragen = [vraag for rij in eigen_termijnen() for vraag in _termijnvragen(rij)]
    return tuple(vraag for vraag in vragen if vraag.sleutel not in eigen)


def _termijnvragen(rij: EigenTermijn) -> tuple[OpenSleutel, OpenSleutel]:
    maximum = f" Ten hoogste {rij.maximum}." if rij.maximum is not None else ""
    vraag = f"Hoeveel {rij.eenheid.lower()} zijn er voor '{rij.omschrijving}', vanaf: {rij.vanaf}?"
    atw = f"Verklaart {rij.bron} de Algemene termijnenwet van toepassing?"
    frase = f"({rij.bron})"
    return (
        OpenSleutel(
            sleutel=rij.instelling, regel=rij.regel, vraag=f"{vraag}{maximum}", frase=frase, soort=Opensoort.GETAL
        ),
        OpenSleutel(
            sleutel=f"{rij.instelling}{MET_ATW}", regel=rij.regel, vraag=atw, frase=frase, soort=Opensoort.JA_NEE
        ),
    )


def controleer_termijn(sleutel: str, waarde: str) -> None:
    """Refuse a number that a term cannot have; nothing happens for a key that is no term.

    Args:
        sleutel: key of the answer.
        waarde: the answer.

    Raises:
        Invoerfout: it is no whole number, less than one, or above the maximum of the law.
    """
    try:
        termijnbeleid({sleutel: waarde})
    except ToegangFout as fout:
        raise Invoerfout(fout.boodschap, vervolg="Geef een ander getal. Er is niets gewijzigd.") from None


def ontbrekend(organisatie: Organisatie, antwoorden: Mapping[str, str]) -> tuple[OpenSleutel, ...]:
    """Return the open keys that nobody has answered yet."""
    return tuple(item for item in organisatie.open if not antwoorden.get(item.sleutel, "").strip())


def vereis(organisatie: Organisatie, waarde: str) -> str:
    """Return a value that may still be open.

    Args:
        organisatie: the organisation it comes from.
        waarde: the value, or ``open:<sleutel>``.

    Raises:
        NietToegestaan: when nobody has filled it in; names the key, rule and source phrase.
    """
    if not waarde.startswith(VOORVOEGSEL):
        return waarde
    sleutel = waarde.removeprefix(VOORVOEGSEL)
    vraag = next((item for item in organisatie.open if item.sleutel == sleutel), None)
    uitleg = f"{vraag.vraag} De bron laat dit open ({vraag.regel}: {vraag.frase})." if vraag else ""
    raise NietToegestaan(
        f"Gemeente {organisatie.naam}: '{sleutel}' is nog niet ingevuld. {uitleg}".strip(),
        vervolg=f"Vul '{sleutel}' in bij de instellingen van de gemeente; een standaardwaarde bestaat niet.",
    )
