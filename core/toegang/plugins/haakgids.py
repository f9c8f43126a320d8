"""What a plugin author must know of each hook: when, what ``None`` means, what core checks, since when, an example.

``toegang plugin haken`` and docs/haken.md print this beside the specification itself
(:mod:`toegang.hookspecs`); a test runs every example.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from textwrap import dedent

from toegang.hookspecs import BESLISHAKEN, PROJECT, Haken

_ARGUMENT = re.compile(r"^ {4}(\w+): (.*)$")
_VERDER = "No opinion: the next layer answers (model, then standaard)."
_NIETS = "Nothing to add."


@dataclass(frozen=True)
class Haak:
    """One hook.

    Args:
        naam: its name.
        beslist: it decides; an extension may not answer it.
        ondertekening: signature as it is written in a plugin.
        uitleg: what it is for.
        argumenten: (name, meaning) of each argument; no meaning where the name says it all.
        wanneer: when core asks it.
        geen_mening: what ``None`` means.
        controleert: what core checks of the answer.
        sinds: version of Toegang in which it came.
        voorbeeld: source of a plugin that answers it.
    """

    naam: str
    beslist: bool
    ondertekening: str
    uitleg: str
    argumenten: tuple[tuple[str, str], ...]
    wanneer: str
    geen_mening: str
    controleert: str
    sinds: str
    voorbeeld: str

    @property
    def module(self) -> str:
        """The example as a whole module."""
        return f"{_kop(self.voorbeeld)}\n\n\nclass Voorbeeld(Gemeenteplugin):\n{_inspringen(self.voorbeeld)}\n"


def gids() -> tuple[Haak, ...]:
    """Return every hook, in the order of the specification."""
    return tuple(_haak(naam) for naam, functie in vars(Haken).items() if hasattr(functie, f"{PROJECT}_spec"))


def _haak(naam: str) -> Haak:
    functie = vars(Haken)[naam]
    tekst, _, rest = (inspect.getdoc(functie) or "").partition("\nArgs:\n")
    wanneer, geen_mening, controleert, sinds, voorbeeld = _GIDS[naam]
    vorm = inspect.signature(functie)
    parameters = list(vorm.parameters.values())[1:]
    delen = [f"{deel.name}: {deel.annotation}" for deel in parameters]
    betekenis = {m[1]: m[2] for regel in rest.splitlines() if (m := _ARGUMENT.match(regel))}
    return Haak(
        naam=naam,
        beslist=naam in BESLISHAKEN,
        ondertekening=f"def {naam}({', '.join(('self', *delen))}) -> {vorm.return_annotation}: ...",
        uitleg=tekst.strip(),
        argumenten=tuple((deel.name, betekenis.get(deel.name, "")) for deel in parameters),
        wanneer=wanneer,
        geen_mening=geen_mening,
        controleert=controleert,
        sinds=sinds,
        voorbeeld=dedent(voorbeeld).strip(),
    )


def _kop(voorbeeld: str) -> str:
    """Return the import of what an example uses of the public face."""
    import toegang

    gebruikt = sorted(
        {naam for naam in toegang.__all__ if re.search(rf"\b{naam}\b", voorbeeld)} | {"Gemeenteplugin", "hookimpl"}
    )
    return f"from toegang import {', '.join(gebruikt)}"


def _inspringen(tekst: str) -> str:
    return "\n".join(f"    {regel}" if regel else "" for regel in tekst.splitlines())


_GIDS: dict[str, tuple[str, str, str, str, str]] = {
    "route_intake": (
        "A melding came in at a door, before anything of it is stored; and again when a person looks at it anew.",
        _VERDER,
        "The door, the destination and the acts exist and were asked for; the rules of moment INTAKE, e.g. L-36.",
        "0.1",
        '''
        @hookimpl
        def route_intake(self, melding, gemeente):
            """Let the first team plan a gesprek about a question that names no act."""
            if melding.wetten or bouwstenen.kan_meteen(melding):
                return None
            team = gemeente.organisatie.teams[0]
            return Intake(
                actor=melding.loket,
                registratie=Registratie.MELDING,
                afhandeling=Afhandeling.IN_BEHANDELING,
                bestemming=team.id,
                problematiek=melding.problematiek,
                reden=Reden.van("EERST_GESPREK", "Er is nog geen wet genoemd; het team plant een gesprek."),
            )
        ''',
    ),
    "compose_team": (
        "The first contact was made; and again when the team must change.",
        _VERDER,
        "Team and members exist and are at work, nobody twice; the rules of moment TEAM, e.g. W-2 and L-100.",
        "0.1",
        '''
        @hookimpl
        def compose_team(self, zaak, huishouden, kandidaten, gemeente):
            """Ask for intervisie when young people are involved."""
            if zaak.wet is not Wet.JEUGDWET:
                return None
            basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
            return basis.gewijzigd(intervisie_nodig=True)
        ''',
    ),
    "assign_regie": (
        "There is a team; and again when a zaak joins the household or the regisseur leaves.",
        _VERDER,
        "Everyone named exists, a regisseur is no resident; the rules of moment REGIE, e.g. W-13.",
        "0.1",
        '''
        @hookimpl
        def assign_regie(self, zaak, huishouden, team, gemeente):
            """Support a household with a youth question from the start."""
            if zaak.wet is not Wet.JEUGDWET or huishouden.regie is not None:
                return None
            wie = team.drager.medewerker
            return bouwstenen.standaardregie(zaak, huishouden, team, gemeente).gewijzigd(
                modus=Regiemodus.ONDERSTEUND,
                regisseur=wie,
                inwoner=None,
                coordinatie=wie,
                eerste_aanspreekpunt=wie,
                grond="JEUGD",
                reden=Reden.van("JEUGD", "Bij een jeugdvraag ondersteunt de consulent het gezin."),
            )
        ''',
    ),
    "draft_beschikking": (
        "A person took the decision, before a letter is made of it.",
        _VERDER,
        "One paper per provision; form and papers agree; the functie has a mandate; the rules of moment BESCHIKKING.",
        "0.1",
        '''
        @hookimpl
        def draft_beschikking(self, zaak, plan, besluit, gemeente):
            """Say why there is a beschikking, in words of our own."""
            if bouwstenen.alleen_algemeen(besluit):
                return None
            reden = Reden.van("EIGEN_BELEID", "Wij geven altijd een beschikking.")
            return bouwstenen.aparte_beschikking(zaak, plan, besluit, gemeente, reden)
        ''',
    ),
    "decide_archivering": (
        "A zaak was closed.",
        _VERDER,
        "The result is one of those offered and the archive actor is a functie (L-150); core computes the date.",
        "0.1",
        '''
        @hookimpl
        def decide_archivering(self, zaak, toegestaan, gemeente):
            """Take what the selectielijst offers first, and say so."""
            return Archiefbesluit(
                resultaat=toegestaan[0].nummer,
                archiefactor=gemeente.organisatie.archiefactor,
                reden=Reden.van("EERSTE", "Het eerste passende resultaat van de selectielijst."),
            )
        ''',
    ),
    "beschikking_alineas": (
        "A letter with a decision is composed; of all layers and extensions.",
        _NIETS,
        "Text in blocks that the letter has, within what the law asks of the document (moment DOCUMENT).",
        "0.1",
        '''
        @hookimpl
        def beschikking_alineas(self, zaak, besluit, gemeente):
            """Add a line to the block with contact details."""
            return {"contact": ("U kunt ook langskomen in het dorpshuis.",)}
        ''',
    ),
    "signalen": (
        "A zaak is shown or changes step; of all layers and extensions.",
        _NIETS,
        "A tuple of Signaal; it never blocks anything.",
        "0.1",
        '''
        @hookimpl
        def signalen(self, zaak, huishouden):
            """Point out a large household."""
            if len(huishouden.leden) < 6:
                return None
            return (Signaal(code="GROOT_GEZIN", tekst="Dit huishouden heeft zes leden of meer."),)
        ''',
    ),
    "template_dirs": (
        "The templates of a gemeente are loaded; her own folder `sjablonen` needs no hook.",
        _NIETS,
        "The folders exist, and every letter compiles and can be filled.",
        "0.1",
        '''
        @hookimpl
        def template_dirs(self):
            """Bring the own folder, as every Gemeenteplugin does already."""
            return super().template_dirs()
        ''',
    ),
    "on_gebeurtenis": (
        "After the commit of a step that others may want to hear of, e.g. `zaak.gesloten`; each observer by itself.",
        "An observer returns nothing.",
        "Nothing: an exception here stops nothing. What it keeps on people stands in `bewaart`.",
        "0.1",
        '''
        @hookimpl
        def on_gebeurtenis(self, gebeurtenis):
            """Count closed zaken; no data on people."""
            self.gesloten = getattr(self, "gesloten", 0) + (gebeurtenis.soort == "zaak.gesloten")
        ''',
    ),
}
