"""Opening a zaak to review a running decision, of the gemeente's own accord (Wmo 2.3.10; L-65)."""

from __future__ import annotations

from toegang.domain.levensloop import Stap
from toegang.domain.zaak import Stapregistratie, Zaak
from toegang.errors import Conflict, NietToegestaan
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor


def open_herziening(omgeving: Omgeving, actor: Actor, zaak_id: str, *, ronde: str = "") -> Zaak:
    """Open a zaak in which the decision of another one is reviewed.

    It needs a team, and no aanvraag; the hearing is part of its proposal (L-6).

    Args:
        omgeving: the gemeente.
        actor: who opens it; must be a medewerker.
        zaak_id: zaaknummer of the decision.
        ronde: name of the round of reviews that it belongs to, if any.

    Returns:
        The new zaak.

    Raises:
        NietToegestaan: this user is no medewerker.
        Conflict: there is nothing that runs to review, or it is being reviewed already.
    """
    if actor.medewerker is None:
        raise NietToegestaan(
            "Een herziening opent een medewerker; deze gebruiker is er geen.", vervolg="Gebruik --als."
        )
    with omgeving.werk(actor) as werk:
        zaak, vandaag = werk.zaken.haal(zaak_id), omgeving.vandaag()
        besluiten = [item for item in werk.besluiten.zoek(zaak_id=zaak.id) if item.besluit.soort.geeft_recht]
        if not besluiten or besluiten[-1].bekendgemaakt_op is None:
            raise Conflict(
                f"Zaak {zaak.id} heeft geen bekendgemaakt besluit dat iets toekende; er is niets te herzien.",
                vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
            )
        besluit = besluiten[-1].id
        lopend = [
            item.id for item in werk.zaken.zoek(dossier_id=zaak.dossier_id) if item.herziet == besluit and item.open
        ]
        if lopend:
            raise Conflict(
                f"Besluit {besluit} wordt al herzien in zaak {lopend[0]}.",
                vervolg=f"Ga daar verder: toegang zaak toon {lopend[0]}",
            )
        nieuw = Zaak(
            id=werk.zaken.nieuw_nummer(vandaag.year),
            ontvangen_op=vandaag,
            herziet=besluit,
            ronde=ronde,
            stappen=(Stapregistratie(stap=Stap.INTAKE, op=vandaag, nvt=True),),
            **{naam: getattr(zaak, naam) for naam in _OVERGENOMEN},
        )
        nieuw = werk.zaken.bewaar(nieuw)
        detail = {"besluit": besluit, "van": zaak.id, **({"ronde": ronde} if ronde else {})}
        werk.log("herziening.geopend", zaak=nieuw.id, dossier=nieuw.dossier_id, detail=detail)
        werk.commit()
    return nieuw


_OVERGENOMEN = (
    "dossier_id",
    "melding_id",
    "client_id",
    "wet",
    "problematiek",
    "bestemming",
    "gebied",
    "producten",
    "gespecialiseerd",
    "client_leeftijd",
)
"""What a review takes over from the zaak of the decision."""
