"""What a scenario of the demo is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from toegang.domain.begrippen import Besluitsoort, Kanaal, Wet, Zelfregie


@dataclass(frozen=True)
class Vraag:
    """One question, and the decision on it.

    Args:
        wet: act; ``None`` when nothing formal is asked.
        product: what is asked.
        woorden: the resident's words.
        besluit: what a person decides.
        omvang: printed volume.
        centen: amount in euro cents per month.
        voor: ``client`` or ``kind``.
        waarom: why it is decided so, in the words of the consulent.
        minder: the grant is less than what was asked.
        vervolg: a simple follow-up on what was granted before (S-5).
        gespecialiseerd: specialised support is asked (B-19).
        genoeg: in the gesprek it turns out that agreements in the plan answer it, without a decision (W-7, B-14).
    """

    wet: Wet | None
    product: str | None
    woorden: str
    besluit: Besluitsoort = Besluitsoort.TOEKENNING
    omvang: str = ""
    centen: int | None = None
    voor: str = "client"
    waarom: str = ""
    minder: bool = False
    vervolg: bool = False
    gespecialiseerd: bool = False
    genoeg: bool = False


@dataclass(frozen=True)
class Scenario:
    """A household and its questions.

    Args:
        naam: key, part of the submission key.
        titel: what the summary says.
        kanaal: road.
        leeftijd: age of the client.
        kind: age of a child, if there is one.
        gezag_bekend: whether it is known who has gezag over the child.
        vragen: the questions.
        behapbaar: can be answered on the spot, and no melding is wanted.
        professionals: professionals who work with the household.
        zelfregie: how far the household can steer itself.
        verliest_regie: it threatens to lose its regie.
        bijzonderheden: circumstances (D-13).
        plan_getekend: the resident signed the plan, and it counts as aanvraag.
    """

    naam: str
    titel: str
    vragen: tuple[Vraag, ...]
    kanaal: Kanaal = Kanaal.TELEFOON
    leeftijd: int = 72
    kind: int | None = None
    gezag_bekend: bool = True
    behapbaar: bool = False
    professionals: int = 1
    zelfregie: Zelfregie = Zelfregie.KAN_ZELF
    verliest_regie: bool = False
    bijzonderheden: tuple[str, ...] = field(default=())
    plan_getekend: bool = True
