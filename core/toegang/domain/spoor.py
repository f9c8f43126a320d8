"""The trace of one decision: what ``toegang waarom`` prints years later, without the plugin."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from toegang.domain.reden import Reden
from toegang.domain.waarde import Waarde


class Oordeel(StrEnum):
    """Outcome of one rule."""

    VOLDOET = "VOLDOET"
    WAARSCHUWING = "WAARSCHUWING"
    GEWEIGERD = "GEWEIGERD"


class Regeltoets(Waarde):
    """One rule that was checked, with its words at the time.

    Args:
        regel: rule id.
        soort: ``wet``, ``organisatie`` or ``waarschuwing``.
        titel: what the rule says, in Dutch.
        grondslag: article, or the source of the own rule.
        oordeel: outcome.
        boodschap: what was found, empty when it is met.
    """

    regel: str
    soort: str
    titel: str
    grondslag: str
    oordeel: Oordeel
    boodschap: str = ""


class Spoor(Waarde):
    """One answered hook.

    Args:
        id: id of the trace.
        dossier_id: the dossier.
        zaak_id: the zaak; ``None`` for an intake that opened none.
        melding_id: the melding.
        hook: name of the hook.
        plugin: who answered, e.g. ``toegang-zwolle``.
        plugin_versie: version of that distribution.
        laag: ``gemeente``, ``model`` or ``standaard``.
        haak_api: version of the hook API.
        organisatie_hash: sha256 of the organisation data that was used.
        invoer_hmac: keyed hash of the input.
        antwoord: the answer, as JSON values.
        reden: the reason.
        regels: the rules that were checked.
        op: instant, UTC.
        verwerking: id in the register of processing activities (L-136).
    """

    id: str
    dossier_id: str
    zaak_id: str | None = None
    melding_id: str | None = None
    hook: str
    plugin: str
    plugin_versie: str
    laag: str
    haak_api: str
    organisatie_hash: str
    invoer_hmac: str
    antwoord: dict[str, Any]
    reden: Reden
    regels: tuple[Regeltoets, ...] = ()
    op: datetime
    verwerking: str = ""


class Hookvraag(Waarde):
    """What a hook was asked, kept so that another plugin can be asked the same (``proefdraai``).

    Args:
        id: id of the trace (:class:`Spoor`) that it belongs to.
        dossier_id: the dossier.
        hook: name of the hook.
        vraag: the arguments by name, as JSON values; the view of the gemeente is left out, because a trial is
            run on the data of today. The candidates are stored apart (:class:`Kandidatenstand`).
        op: day on which was judged.
    """

    id: str
    dossier_id: str
    hook: str
    vraag: dict[str, Any]
    op: date


class Kandidatenstand(Waarde):
    """The staff as a hook saw it, without how busy each one was: the same for many zaken, so stored once.

    Args:
        id: keyed hash of the content.
        kandidaten: the professionals as JSON values, in the order in which they were asked.
    """

    id: str
    kandidaten: tuple[dict[str, Any], ...]
