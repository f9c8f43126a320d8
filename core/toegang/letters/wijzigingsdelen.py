"""The parts of a decision that rest on something before it: an earlier decision, a request to complete, an advance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.besluit import Besluit, Voorziening
from toegang.domain.besluitopdracht import Besluitopdracht, Herziening
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.herzieningsgronden import Grondregel, herzieningsgrond, terugvorderingen, weigeringen
from toegang.domain.opschorting import Opschorting
from toegang.domain.termijnparameters import termijnparameter
from toegang.domain.voorstel import Hoor
from toegang.errors import Controlefout
from toegang.letters.besluitonderdelen import (
    Aanvulling,
    Gehoord,
    Grondslag,
    Voorschot,
    Voorzieningregel,
    Wijziging,
)
from toegang.letters.bronnen import Briefbron
from toegang.letters.tekst import telwoord

VOORSCHOTTERMIJN: Mapping[Wet, str] = {Wet.PARTICIPATIEWET: "pw.voorschot"}
"""Key of the term after which the next advance comes."""


def voorzieningregel(item: Voorziening) -> Voorzieningregel:
    """Return a provision as it is printed."""
    return Voorzieningregel(
        naam=item.naam,
        leveringsvorm=item.leveringsvorm,
        omvang=item.omvang,
        ingangsdatum=item.ingangsdatum,
        einddatum=item.einddatum,
        aanbieder=item.aanbieder,
        bedrag_centen=item.bedrag_centen,
        resultaat=item.resultaat,
        berekening=item.berekening,
    )


def besliste_voorzieningen(bron: Briefbron, beslist: tuple[Voorziening, ...]) -> tuple[Voorziening, ...]:
    """Return what a decision is about: what it names, or all that the decision granted which it ends.

    Args:
        bron: the domain values.
        beslist: what it names.
    """
    if beslist or bron.besluit is None or bron.eerder is None:
        return beslist
    stopt = bron.besluit.besluit.soort in (Besluitsoort.INTREKKING, Besluitsoort.BEEINDIGING)
    return bron.eerder.besluit.voorzieningen_met_besluit if stopt else beslist


def wijziging_van(bron: Briefbron, record: Besluitrecord, beslist: tuple[Voorziening, ...]) -> Wijziging | None:
    """Return what becomes of the earlier decision; ``None`` for a decision that follows none.

    Args:
        bron: the domain values.
        record: the decision.
        beslist: what it is about.

    Raises:
        Controlefout: the earlier decision, or the day from which this one holds, is not known.
    """
    if not record.besluit.soort.volgt_op_eerder:
        return None
    eerder, herziening = bron.eerder, record.opdracht.herziening if record.opdracht else None
    if eerder is None or herziening is None:
        raise Controlefout(
            f"Bij besluit {record.id} is niet bekend welk eerder besluit het verandert.",
            vervolg="Noem het in [herziening] van het voorstel.",
        )
    ingaat = herziening.ingaat_op or min((item.ingangsdatum for item in beslist), default=None)
    if ingaat is None:
        raise Controlefout(
            f"Bij besluit {record.id} is niet bekend vanaf welke dag het geldt.",
            vervolg="Vul ingaat_op in bij [herziening] van het voorstel.",
        )
    namen = {item.product for item in beslist}
    was = (item for item in eerder.besluit.voorzieningen_met_besluit if item.product in namen)
    return Wijziging(
        besluit_van=eerder.besluit.datum,
        ingaat_op=ingaat,
        grond=_grond_in_woorden(bron.zaak.wet, herziening, beslist),
        op_verzoek=herziening.op_verzoek,
        was=tuple(voorzieningregel(item) for item in was),
        terugvordering=herziening.terugvordering,
        terug_centen=herziening.terug_centen if herziening.terugvordering else None,
        gehoord=_gehoord(bron.hoor),
    )


def grond_van(wet: Wet, herziening: Herziening, beslist: tuple[Voorziening, ...]) -> Grondregel | None:
    """Return the ground of a revision as the act has it; ``None`` when it was given in words, or not at all."""
    if herziening.grond is None:
        return None
    return herzieningsgrond(wet, herziening.grond, frozenset(item.leveringsvorm for item in beslist))


def wijzigingsgrondslag(
    wet: Wet, opdracht: Besluitopdracht | None, beslist: tuple[Voorziening, ...]
) -> tuple[Grondslag, ...]:
    """Return the article of the ground on which an earlier decision is changed (L-15, L-65).

    Args:
        wet: act of the zaak.
        opdracht: what was decided on.
        beslist: what it is about.
    """
    herziening = opdracht.herziening if opdracht else None
    if opdracht is None or herziening is None or not opdracht.wijzigt_lopend:
        return ()
    grond = grond_van(wet, herziening, beslist)
    gronden = [Grondslag(wet=grond.citeertitel, artikel=grond.artikel)] if grond and grond.artikel else []
    if herziening.terugvordering and wet in terugvorderingen():
        citeertitel, artikel = terugvorderingen()[wet]
        gronden.append(Grondslag(wet=citeertitel, artikel=artikel))
    return tuple(gronden)


def aanvulling_van(
    besluit: Besluit, opdracht: Besluitopdracht | None, gevraagd: Opschorting | None
) -> Aanvulling | None:
    """Return what an aanvraag lacked that is not dealt with (Awb 4:5; L-4).

    Raises:
        Controlefout: it was never asked, or nothing says what was lacking.
    """
    if besluit.soort is not Besluitsoort.BUITEN_BEHANDELING:
        return None
    ontbrak = opdracht.ontbrak if opdracht else ()
    if gevraagd is None or gevraagd.uiterlijk is None or not ontbrak:
        raise Controlefout(
            f"Bij besluit {besluit.id} is niet bekend wat er ontbrak, of wanneer daarom is gevraagd.",
            vervolg="Leg het verzoek om aanvulling vast, en noem in het voorstel bij 'ontbrak' wat er niet kwam.",
        )
    return Aanvulling(gevraagd_op=gevraagd.van - timedelta(days=1), tot=gevraagd.uiterlijk, ontbrak=ontbrak)


def voorschot_van(wet: Wet, besluit: Besluit, opdracht: Besluitopdracht | None) -> Voorschot | None:
    """Return the sum behind an advance (L-104).

    Raises:
        Controlefout: the full bijstand is not known.
    """
    if besluit.soort is not Besluitsoort.VOORSCHOT:
        return None
    norm = opdracht.bijstandsnorm_centen if opdracht else None
    if norm is None:
        raise Controlefout(
            f"Bij besluit {besluit.id} is niet bekend van welk bedrag aan bijstand dit het voorschot is.",
            vervolg="Vul bijstandsnorm_centen in het voorstel in.",
        )
    return Voorschot(norm_centen=norm, opnieuw=_in_woorden(VOORSCHOTTERMIJN[wet], besluit.datum))


def weigeringsredenen(opdracht: Besluitopdracht | None) -> tuple[str, ...]:
    """Return, in plain words, on which grounds schuldhulp is refused (L-113)."""
    return tuple(weigeringen()[grond].uitleg for grond in opdracht.weigeringsgronden) if opdracht else ()


def _grond_in_woorden(wet: Wet, herziening: Herziening, beslist: tuple[Voorziening, ...]) -> str:
    grond = grond_van(wet, herziening, beslist)
    return grond.uitleg if grond else herziening.grond_in_woorden


def _gehoord(hoor: Hoor | None) -> Gehoord | None:
    if hoor is None:
        return None
    return Gehoord(
        gevraagd_op=hoor.gevraagd_op,
        ontvangen_op=hoor.ontvangen_op,
        zienswijze=hoor.zienswijze,
        waarom_niet=hoor.reden if hoor.uitzondering is not None else "",
    )


def _in_woorden(sleutel: str, op: date) -> str:
    termijn = termijnparameter(sleutel, op)
    woord = termijn.eenheid.met_aantal(termijn.waarde).partition(" ")[2]
    return f"{telwoord(termijn.waarde)} {woord}"
