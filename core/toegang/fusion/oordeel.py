"""What people decide: of pairs, of the sure merges as a whole, of conflicts, of the reconciliation; never one alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.fusion.conflicten.soorten import SOORTEN, Geval, Keuze
from toegang.fusion.conflicten.zoeken import werk_conflicten_bij
from toegang.fusion.koppel.paren import Paar, Zekerheid
from toegang.fusion.koppel.uitvoeren import EEN, TWEE, ZEKER_BATCH, herindeel, paren_stempel
from toegang.fusion.project import INGETROKKEN, Project, eens, wie
from toegang.fusion.waarden import Uitspraak
from toegang.storage import Actor
from toegang.storage.werkplaats import Werkbank

AKKOORD = "AKKOORD"


@dataclass(frozen=True)
class Oordeelstand:
    """How something stands after a statement.

    Args:
        aantal: on how many things was something said.
        besloten: of how many of them two people now say the same.
    """

    aantal: int
    besloten: int


def oordeel_paar(
    project: Project, actor: Actor, kenmerk: str, keuze: str, *, reden: str = "", proef: bool = False
) -> Oordeelstand:
    """Say of a pair that it is one person, or two, or take the own statement back; two people must say the same.

    The persons are divided again at once, also when a merge is taken back after later ones: the division rests on the
    pairs and statements only.

    Args:
        project: the project.
        actor: who says it.
        kenmerk: id of the pair.
        keuze: ``EEN_PERSOON``, ``TWEE_PERSONEN`` or ``INGETROKKEN``.
        reden: why.
        proef: keep nothing.

    Raises:
        NietGevonden: there is no such pair.
        Invoerfout: the choice does not exist.
    """
    if keuze not in (EEN, TWEE, INGETROKKEN):
        raise Invoerfout("Deze keuze bestaat niet.", vervolg="Kies uit: een, twee of intrekken.")
    with project.werk(actor) as werk:
        paar = werk.van("paren", Paar).haal(kenmerk)
        project.zeg(werk, actor, [f"paar:{paar.id}"], keuze, reden=reden)
        werk.log("fusie.oordeel", paar=paar.id, keuze=keuze)
        besloten = eens(project.uitspraken(werk).get(f"paar:{paar.id}", {})) is not None
        herindeel(project, werk)
        werk_conflicten_bij(project, werk)
        if not proef:
            werk.commit()
    return Oordeelstand(1, int(besloten))


def teken_zekere(project: Project, actor: Actor, *, intrekken: bool = False, proef: bool = False) -> int:
    """Sign for the merges that nobody looks at one by one; somebody else than who linked (E.4 step 2).

    Returns:
        The number of pairs.

    Raises:
        NietToegestaan: who signs is who linked.
        Conflict: nothing was linked yet.
    """
    with project.werk(actor) as werk:
        koppeling = project.feit(werk, "koppel")
        if not koppeling:
            raise Conflict("Er is nog niet gekoppeld.", vervolg="Doe eerst: toegang fusie koppel")
        if koppeling["door"] == wie(actor):
            raise NietToegestaan(
                "U koppelde zelf; een ander tekent voor de zekere koppelingen (vier ogen).",
                vervolg="Laat een ander lid van de projectgroep dit doen.",
            )
        paren = werk.van("paren", Paar).zoek()
        keuze = INGETROKKEN if intrekken else AKKOORD
        project.zeg(werk, actor, [ZEKER_BATCH], keuze, stempel=paren_stempel(paren))
        werk.log("fusie.zeker", keuze=keuze)
        if not proef:
            werk.commit()
    return sum(paar.zekerheid is Zekerheid.ZEKER for paar in paren)


def oordeel_conflicten(
    project: Project,
    actor: Actor,
    kenmerken: Iterable[str] = (),
    *,
    soort: str = "",
    keuze: Keuze | None = None,
    intrekken: bool = False,
    reden: str = "",
    proef: bool = False,
) -> Oordeelstand:
    """Decide on conflicts: named ones, or all of a kind; each is recorded by itself, and two people must agree.

    Args:
        project: the project.
        actor: who decides.
        kenmerken: ids of conflicts.
        soort: all open ones of this kind, instead.
        keuze: what is decided; ``None`` = what is proposed.
        intrekken: take the own statement back.
        reden: why.
        proef: keep nothing.

    Raises:
        Invoerfout: nothing was named, the kind does not exist, or the choice does not fit it.
        NietGevonden: there is no such conflict.
    """
    with project.werk(actor) as werk:
        gevallen = _kies(werk, tuple(kenmerken), soort)
        if soort and not intrekken:
            # what was decided one by one, or judged by this person, is not undone by a decision on the whole kind
            gezegd = project.uitspraken(werk)
            eerder = {naam: gezegd.get(f"conflict:{naam}", {}) for naam in (item.id for item in gevallen)}
            gevallen = [
                item for item in gevallen if eens(eerder[item.id]) is None and wie(actor) not in eerder[item.id]
            ]
        for geval in gevallen:
            gekozen = keuze or SOORTEN[geval.soort].voorstel
            if not intrekken and gekozen not in SOORTEN[geval.soort].keuzes:
                mogelijk = ", ".join(item.value.lower() for item in SOORTEN[geval.soort].keuzes)
                raise Invoerfout(
                    f"{gekozen.value.lower()} kan niet bij {geval.soort}.", vervolg=f"Kies uit: {mogelijk}."
                )
            over = [f"conflict:{geval.id}"]
            project.zeg(werk, actor, over, INGETROKKEN if intrekken else gekozen.value, reden=reden)
        uitspraken = project.uitspraken(werk)
        besloten = sum(eens(uitspraken.get(f"conflict:{item.id}", {})) is not None for item in gevallen)
        werk.log("fusie.besluit", aantal=str(len(gevallen)), soort=soort or "genoemd")
        if not proef:
            werk.commit()
    return Oordeelstand(len(gevallen), besloten)


def _kies(werk: Werkbank, kenmerken: tuple[str, ...], soort: str) -> Sequence[Geval]:
    if soort:
        if soort not in SOORTEN:
            raise Invoerfout("Deze soort conflict bestaat niet.", vervolg=f"Kies uit: {', '.join(sorted(SOORTEN))}.")
        return werk.van("conflicten", Geval).zoek(soort=soort)
    if not kenmerken:
        raise Invoerfout("Noem een conflict, of een soort met --soort.", vervolg="Bekijk ze: toegang fusie conflicten")
    return [werk.van("conflicten", Geval).haal(kenmerk) for kenmerk in kenmerken]


def teken_af(project: Project, actor: Actor, gemeentecode: str, stempel: str, *, proef: bool = False) -> None:
    """Sign the reconciliation for an old gemeente; who signs belongs to it (E.5, 12).

    Args:
        project: the project.
        actor: who signs.
        gemeentecode: the old gemeente.
        stempel: digest of the reconciliation.
        proef: keep nothing.

    Raises:
        Invoerfout: this is no gemeente of the project.
        NietToegestaan: the deelnemer does not sign for that gemeente.
    """
    if gemeentecode not in {bron.gemeentecode for bron in project.definitie.bronnen}:
        raise Invoerfout("Deze gemeentecode hoort niet bij het project.")
    eigen = next((item for item in project.definitie.deelnemers if item.id == wie(actor)), None)
    if eigen is None or eigen.gemeentecode != gemeentecode:
        raise NietToegestaan(
            "U tekent niet voor deze gemeente.", vervolg="Laat een deelnemer tekenen die in het project bij haar staat."
        )
    with project.werk(actor) as werk:
        project.zeg(werk, actor, [f"aftekening:{gemeentecode}"], AKKOORD, stempel=stempel)
        werk.log("fusie.aftekening", gemeente=gemeentecode, stempel=stempel[:16])
        if not proef:
            werk.commit()


def uitspraken_over(project: Project, werk: Werkbank, over: str) -> dict[str, Uitspraak]:
    """Return who said what of something."""
    return project.uitspraken(werk).get(over, {})
