"""What a resident says of the report of the gesprek: offered, agreed or with remarks, by channel and time (S-18)."""

from __future__ import annotations

from toegang.domain.begrippen import Akkoord
from toegang.domain.gesprek import Gesprek
from toegang.domain.plandelen import Reactie
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_plan import PlanreactieToets
from toegang.guards.register import Moment
from toegang.lifecycle.gesprek import laatste_verslag
from toegang.lifecycle.leden import vereis_lid
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, toets_antwoord
from toegang.storage import Actor


@meldt_weigering
def reageer_op_verslag(omgeving: Omgeving, actor: Actor, zaak_id: str, reactie: Reactie) -> Gesprek:
    """Record what a resident said of the last version of the report; every earlier reaction is kept (S-18).

    Nothing waits for it: a decision is taken without it too.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        reactie: the reaction.

    Returns:
        The version as stored.

    Raises:
        Conflict: there is no report yet.
        Invoerfout: this is no member of the household, the remarks are missing, or the day cannot be.
        Regelovertreding: channel or time is missing where the gemeente asks for it (S-18).
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        gesprek = laatste_verslag(werk, zaak.id)
        if gesprek is None:
            raise Conflict(
                f"Zaak {zaak.id} heeft nog geen verslag om iets van te vinden.",
                vervolg=f"Leg het vast met: toegang gesprek verslag {zaak.id} BESTAND",
            )
        controleer_dag("De reactie", reactie.op, gesprek.op, omgeving.vandaag())
        if reactie.stand is Akkoord.MET_OPMERKINGEN and not reactie.opmerkingen.strip():
            raise Invoerfout(
                "De inwoner had opmerkingen, maar die staan er niet bij.",
                vervolg="Geef ze mee met --opmerkingen BESTAND, zoals de inwoner ze gaf. Er is niets opgeslagen.",
            )
        wie = vereis_lid(reactie.wie, zaak, werk.dossiers.haal(zaak.dossier_id).leden, "wie")
        reactie = reactie.gewijzigd(wie=wie, vastgelegd_op=omgeving.nu())
        context = PlanreactieToets(zaak, reactie, omgeving.beeld(reactie.op))
        toets_antwoord(omgeving, Moment.PLANREACTIE, context, f"Zaak {zaak.id}")
        van_client = {"akkoord": reactie.stand} if wie == zaak.client_id else {}
        gesprek = werk.gesprekken.bewaar(gesprek.gewijzigd(reacties=(*gesprek.reacties, reactie), **van_client))
        detail = {"gesprek": gesprek.id, "versie": str(gesprek.versie), "stand": reactie.stand.value}
        werk.log("gesprek.reactie", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    return gesprek
