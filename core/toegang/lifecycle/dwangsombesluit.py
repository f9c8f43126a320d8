"""Fixing a dwangsom by beschikking: what is owed, over which days, and who may say so (Awb 4:18; L-31)."""

from __future__ import annotations

from datetime import date

from toegang.domain.besluit import Behandelaar
from toegang.domain.datums import datum_voluit
from toegang.domain.dwangsom import Dwangsom, Dwangsombesluit, Ingebrekestelling
from toegang.domain.mandaat import Mandaat, Mandaatvraag
from toegang.domain.mandaatregister import zoek_bevoegd
from toegang.domain.opschorting import Onderwerp
from toegang.domain.termijnzaak import Termijnrecord
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, NietToegestaan
from toegang.lifecycle.bevoegdheid import BESLISSEN, onbezette_functies, waarom_geen_mandaat
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import DWANGSOM, leg_procesbrief_klaar
from toegang.lifecycle.termijnen import Bezwaarfeiten
from toegang.lifecycle.termijnwerk import Termijnwerk
from toegang.storage import Actor, Werkeenheid

_KIJK = "Bekijk de som met: toegang termijn waarom {zaak}"


def stel_dwangsom_vast(
    omgeving: Omgeving, actor: Actor, zaak_id: str, bezwaar: Bezwaarfeiten | None = None
) -> Termijnrecord:
    """Fix the dwangsom of a zaak, and put the letter in line by which the resident gets to know.

    Args:
        omgeving: the gemeente.
        actor: who decides; must be a medewerker with power to do so.
        zaak_id: zaaknummer.
        bezwaar: the bezwaar, when the decision on that was late.

    Returns:
        The decision as stored.

    Raises:
        Conflict: there was no notice of default, it still runs, nothing is owed, or it was fixed before.
        NietToegestaan: no medewerker, or the mandate register does not give this functie the power (L-21).
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        door = wie(werk, actor, "Een besluit over een dwangsom")
        bij = Termijnwerk(omgeving, werk, zaak, bezwaar)
        aanzegging, som, termijn_tot, klaar = _verschuldigd(bij, zaak)
        besluit = Dwangsombesluit(
            over=bij.over,
            ingebrekestelling=aanzegging.id,
            op=omgeving.vandaag(),
            termijn_tot=termijn_tot,
            ingebreke_op=_notitie(aanzegging).ontvangen_op,
            eerste_dag=som.eerste_dag,
            laatste_dag=som.laatste_dag,
            besloten_op=klaar,
            perioden=som.perioden,
            uitzondering=som.uitzondering,
            beslisser=door.medewerker,
            mandaat=bevoegd(werk, omgeving, zaak, door, omgeving.vandaag(), som.centen).id,
        )
        record = bij.bewaar(bij.nieuw(besluit), "dwangsom.vastgesteld", besluit.op)
        leg_procesbrief_klaar(werk, omgeving, zaak, DWANGSOM, record.id)
        werk.commit()
    return record


def bevoegd(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, door: Behandelaar, op: date, centen: int = 0) -> Mandaat:
    """Return the entry by which somebody takes a besluit in a zaak that is none on the aanvraag.

    Only an entry that is not limited to kinds of besluit on an aanvraag covers it.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaak: the zaak.
        door: who decides.
        op: day of the besluit.
        centen: amount in euro cents.

    Raises:
        NietToegestaan: there is none (Awb 10:3; L-21).
    """
    register = omgeving.beleid(op)[0].mandaten
    vraag = Mandaatvraag(
        functie=door.functie,
        wet=zaak.wet,
        bedrag_centen=centen,
        op=op,
        medewerker=door.medewerker,
        onbezet=onbezette_functies(werk, omgeving.organisatie, op),
    )
    gevonden = zoek_bevoegd(register, vraag, BESLISSEN)
    if gevonden is None:
        raise NietToegestaan(
            f"{door.medewerker} mag dit besluit in zaak {zaak.id} niet nemen (L-21, Awb 10:3): "
            f"{waarom_geen_mandaat(register, vraag, BESLISSEN)}.",
            vervolg="Laat iemand beslissen die dat volgens het mandaatregister mag: toegang mandaat lijst",
        )
    return gevonden


def _verschuldigd(bij: Termijnwerk, zaak: Zaak) -> tuple[Termijnrecord, Dwangsom, date, date | None]:
    """Return the notice, the sum, the last day in time and the day of the decision; refuse what cannot be fixed."""
    aanzegging = _aanzegging(bij)
    if aanzegging is None:
        raise Conflict(
            f"In zaak {zaak.id} is geen ingebrekestelling ontvangen; zonder haar loopt er geen dwangsom (Awb 4:17).",
            vervolg=f"Is zij er wel, leg haar dan vast: toegang termijn ingebrekestelling {zaak.id} --op DATUM",
        )
    termijn = next(item for item in bij.keten if item.schakel is not None and item.schakel.over is bij.over)
    som = termijn.dwangsom
    if som is None or termijn.einde is None:
        raise Conflict(
            f"De ingebrekestelling in zaak {zaak.id} kwam voor de termijn voorbij was, of na het besluit; er is geen "
            "dwangsom.",
            vervolg=_KIJK.format(zaak=zaak.id),
        )
    if any(isinstance(item, Dwangsombesluit) and item.ingebrekestelling == aanzegging.id for item in bij.geldig()):
        raise Conflict(f"De dwangsom in zaak {zaak.id} is al vastgesteld.", vervolg=_KIJK.format(zaak=zaak.id))
    if som.loopt:
        raise Conflict(
            f"De dwangsom in zaak {zaak.id} loopt nog, tot er is beslist of tot {datum_voluit(som.laatste_dag)}.",
            vervolg="Beslis eerst op de aanvraag; stel de dwangsom daarna vast, binnen twee weken."
            if bij.over is Onderwerp.AANVRAAG
            else "Beslis eerst op het bezwaar; stel de dwangsom daarna vast, binnen twee weken.",
        )
    if not som.dagen and som.uitzondering is None:
        raise Conflict(
            f"In zaak {zaak.id} is beslist voordat de twee weken na de ingebrekestelling voorbij waren; er is niets "
            "verschuldigd.",
            vervolg=_KIJK.format(zaak=zaak.id),
        )
    return aanzegging, som, termijn.einde, termijn.klaar_op


def _aanzegging(bij: Termijnwerk) -> Termijnrecord | None:
    geldig = [
        record
        for record in bij.records
        if isinstance(record.gebeurtenis, Ingebrekestelling)
        and record.gebeurtenis.over is bij.over
        and record.gebeurtenis.ingetrokken_op is None
    ]
    return min(geldig, key=lambda record: _notitie(record).ontvangen_op, default=None)


def _notitie(record: Termijnrecord) -> Ingebrekestelling:
    assert isinstance(record.gebeurtenis, Ingebrekestelling)
    return record.gebeurtenis
