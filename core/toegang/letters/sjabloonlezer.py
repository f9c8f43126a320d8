"""Reads a template as it would be filled, with forms in the place of data: what does it ask that is not there?

One walk per letter of the matrix, from the outermost parent inwards. What the matrix says of the letter (it carries a
decision, it prints a plan, these acts) is known; a test in the template makes more known within its branch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from toegang.letters.sjabloonkennis import (
    Kennis,
    Pad,
    Scope,
    attribuut,
    constanten,
    in_macro,
    leesbaar,
    macro_in,
    onwaar_als,
    waar_als,
)
from toegang.letters.vormen import GETAL, ONBEKEND, TEKST, Vorm, rij_van

_NAAR_TEKST = frozenset({"datum", "bedrag", "hoofdletter", "lidwoord", "opsomming", "postadres", "weblink", "lower"})
_ZELFDE = frozenset({"list", "selectattr", "rejectattr", "sort", "unique", "reverse"})
_DIEP = 12
"""Calls and includes within each other; a template that goes deeper goes round in circles."""


@dataclass
class Bevinding:
    """Everything that walks over the same templates found together.

    Args:
        fouten: faults, each naming template and line.
        takken: branches met, by template, line and which branch.
        bereikt: branches that some letter can reach.
    """

    fouten: dict[str, None] = field(default_factory=dict)
    takken: set[tuple[str, int, str]] = field(default_factory=set)
    bereikt: set[tuple[str, int, str]] = field(default_factory=set)


class Lezer:
    """One walk over one letter.

    Args:
        laad: gives the tree of a template by file name.
        bevinding: where faults and branches are noted.
        blokken: definitions of each block by name, the most derived first, with their template.
    """

    def __init__(
        self,
        laad: Callable[[str], nodes.Template],
        bevinding: Bevinding,
        blokken: Mapping[str, list[tuple[str, nodes.Block]]],
    ) -> None:
        self._laad, self._uit, self._blokken = laad, bevinding, blokken
        self._macros: dict[str, tuple[str, nodes.Macro]] = {}
        self._diepte = 0

    # Statements.

    def lees(self, inhoud: Iterable[nodes.Node], waar: str, scope: Scope, kennis: Kennis) -> None:
        """Walk over a body.

        Args:
            inhoud: its nodes.
            waar: name of the template they stand in.
            scope: names that are known, with their form and the path from ``brief`` they stand for.
            kennis: what is known here.
        """
        for knoop in inhoud:
            self._knoop(knoop, waar, scope, kennis)

    def _knoop(self, knoop: nodes.Node, waar: str, scope: Scope, kennis: Kennis) -> None:
        match knoop:
            case nodes.Output():
                for deel in knoop.nodes:
                    self._druk_af(deel, waar, scope, kennis)
            case nodes.If():
                self._als(knoop, waar, scope, kennis)
            case nodes.For():
                self._voor(knoop, waar, scope, kennis)
            case nodes.Block():
                self._blok(knoop.name, 0, scope, kennis)
            case nodes.Assign(target=nodes.Name(name=naam)):
                scope[naam] = self._vorm(knoop.node, waar, scope, kennis)
            case nodes.FromImport(template=nodes.Const(value=bron)):
                self._haal_macros(str(bron), knoop)
            case nodes.Macro():
                self._macros[knoop.name] = (waar, knoop)
            case nodes.Include(template=nodes.Const(value=bron)):
                self._dieper(lambda: self.lees(self._laad(str(bron)).body, str(bron), scope, kennis), waar, knoop)
            case _:
                pass

    def _druk_af(self, deel: nodes.Expr, waar: str, scope: Scope, kennis: Kennis) -> None:
        if isinstance(deel, nodes.TemplateData):
            return
        vorm, pad = self._vorm(deel, waar, scope, kennis)
        if vorm.leeg and pad not in kennis.aanwezig:
            self._fout(waar, deel, f"'{leesbaar(pad)}' kan ontbreken en zou dan als 'None' op de brief staan")

    def _als(self, knoop: nodes.If, waar: str, scope: Scope, kennis: Kennis) -> None:
        uitslag = self._toets(knoop.test, waar, scope, kennis)
        wel, niet = waar_als(knoop.test, scope), onwaar_als(knoop.test, scope)
        if self._tak(waar, knoop, "de voorwaarde", uitslag is not False):
            self.lees(knoop.body, waar, dict(scope), kennis.met(wel))
        if (knoop.elif_ or knoop.else_) and self._tak(waar, knoop, "het deel na 'else'", uitslag is not True):
            verder = kennis.met(niet)
            self.lees([*knoop.elif_, *([] if knoop.elif_ else knoop.else_)], waar, dict(scope), verder)
            if knoop.elif_ and knoop.else_:
                self.lees(knoop.else_, waar, dict(scope), verder)

    def _tak(self, waar: str, knoop: nodes.Node, welke: str, bereikbaar: bool) -> bool:
        self._uit.takken.add((waar, knoop.lineno, welke))
        if bereikbaar:
            self._uit.bereikt.add((waar, knoop.lineno, welke))
        return bereikbaar

    def _voor(self, knoop: nodes.For, waar: str, scope: Scope, kennis: Kennis) -> None:
        rij, pad = self._vorm(knoop.iter, waar, scope, kennis)
        self._vereis(rij, pad, waar, knoop.iter, kennis)
        binnen = {**scope, "loop": (ONBEKEND, None)}
        if isinstance(knoop.target, nodes.Name):
            binnen[knoop.target.name] = (
                rij.deel or ONBEKEND,
                (*(pad or ("?",)), f"{knoop.target.name}@{knoop.lineno}"),
            )
        wel: frozenset[Pad] = frozenset()
        if knoop.test is not None:
            self._toets(knoop.test, waar, binnen, kennis)
            wel = frozenset(waar_als(knoop.test, binnen))
        self.lees(knoop.body, waar, binnen, kennis.met(wel))

    def _blok(self, naam: str, rang: int, scope: Scope, kennis: Kennis) -> None:
        definities = self._blokken.get(naam, [])
        if rang < len(definities):
            waar, blok = definities[rang]
            boven = {**scope, "super": (Vorm(), ("super", naam, str(rang)))}
            self.lees(blok.body, waar, boven, kennis)

    def _haal_macros(self, bron: str, knoop: nodes.FromImport) -> None:
        gekozen = {item[0] if isinstance(item, tuple) else item for item in knoop.names}
        for macro in self._laad(bron).find_all(nodes.Macro):
            if macro.name in gekozen:
                self._macros[macro.name] = (bron, macro)

    def _macro(self, naam: str, waar: str) -> tuple[str, nodes.Macro] | None:
        return self._macros.get(naam) or macro_in(self._laad, naam, waar)

    # Expressions.

    def _vorm(self, deel: nodes.Node, waar: str, scope: Scope, kennis: Kennis) -> tuple[Vorm, Pad | None]:
        match deel:
            case nodes.Name(name=naam):
                if naam not in scope and self._macro(naam, waar) is None:
                    self._fout(waar, deel, f"'{naam}' bestaat hier niet")
                return scope.get(naam, (ONBEKEND, None))
            case nodes.Getattr(node=van, attr=naam):
                return self._veld(van, naam, waar, scope, kennis)
            case nodes.Getitem(node=van):
                vorm, pad = self._vorm(van, waar, scope, kennis)
                return (vorm.deel or ONBEKEND), (*pad, "[]") if pad else None
            case _:
                return self._uitdrukking(deel, waar, scope, kennis), None

    def _uitdrukking(self, deel: nodes.Node, waar: str, scope: Scope, kennis: Kennis) -> Vorm:
        match deel:
            case nodes.Filter():
                return self._filter(deel, waar, scope, kennis)
            case nodes.Call():
                self._aanroep(deel, waar, scope, kennis)
                return ONBEKEND
            case nodes.CondExpr():
                return self._keuze(deel, waar, scope, kennis)
            case nodes.Compare() | nodes.And() | nodes.Or() | nodes.Not() | nodes.Test():
                self._toets(deel, waar, scope, kennis)
                return Vorm(bool)
            case nodes.Const(value=waarde):
                return Vorm(type(waarde))
            case _:
                for kind in deel.iter_child_nodes():
                    self._vorm(kind, waar, scope, kennis)
                return ONBEKEND

    def _veld(self, van: nodes.Expr, naam: str, waar: str, scope: Scope, kennis: Kennis) -> tuple[Vorm, Pad | None]:
        vorm, pad = self._vorm(van, waar, scope, kennis)
        self._vereis(vorm, pad, waar, van, kennis)
        veld = vorm.veld(naam)
        if veld is None:
            self._fout(waar, van, f"'{leesbaar(pad)}' heeft geen gegeven '{naam}'")
        return veld or ONBEKEND, (*pad, naam) if pad else None

    def _vereis(self, vorm: Vorm, pad: Pad | None, waar: str, deel: nodes.Node, kennis: Kennis) -> None:
        if vorm.leeg and pad is not None and pad not in kennis.aanwezig:
            self._fout(waar, deel, f"'{leesbaar(pad)}' kan ontbreken; vraag eerst met 'if' of het er is")

    def _filter(self, deel: nodes.Filter, waar: str, scope: Scope, kennis: Kennis) -> Vorm:
        vorm, pad = self._vorm(deel.node, waar, scope, kennis) if deel.node else (ONBEKEND, None)
        for argument in deel.args:
            self._vorm(argument, waar, scope, kennis)
        if deel.name in _NAAR_TEKST:
            self._vereis(vorm, pad, waar, deel, kennis)
            return TEKST
        if deel.name == "alineas":
            return rij_van(TEKST)
        if deel.name == "length":
            return GETAL
        gevraagd = attribuut(deel)
        if gevraagd is not None and vorm.deel is not None:
            veld = vorm.deel.veld(gevraagd)
            if veld is None:
                self._fout(waar, deel, f"'{leesbaar(pad)}' heeft geen gegeven '{gevraagd}'")
            return rij_van(veld or ONBEKEND) if deel.name == "map" else vorm
        return vorm if deel.name in _ZELFDE else ONBEKEND

    def _aanroep(self, deel: nodes.Call, waar: str, scope: Scope, kennis: Kennis) -> None:
        gegeven = [self._vorm(argument, waar, scope, kennis) for argument in deel.args]
        genoemd = {item.key: self._vorm(item.value, waar, scope, kennis) for item in deel.kwargs}
        naam = deel.node.name if isinstance(deel.node, nodes.Name) else ""
        if naam == "super":
            pad = scope.get("super", (ONBEKEND, None))[1]
            if pad is not None:
                self._blok(pad[1], int(pad[2]) + 1, scope, kennis)
        elif gevonden := self._macro(naam, waar):
            bron, macro = gevonden
            self._dieper(lambda: self.lees(macro.body, bron, in_macro(macro, gegeven, genoemd), kennis), waar, deel)
        else:
            self._vorm(deel.node, waar, scope, kennis)

    def _keuze(self, deel: nodes.CondExpr, waar: str, scope: Scope, kennis: Kennis) -> Vorm:
        self._toets(deel.test, waar, scope, kennis)
        vorm, pad = self._vorm(deel.expr1, waar, scope, kennis.met(waar_als(deel.test, scope)))
        if deel.expr2 is not None:
            self._vorm(deel.expr2, waar, scope, kennis.met(onwaar_als(deel.test, scope)))
        zeker = pad in waar_als(deel.test, scope) or pad in kennis.aanwezig
        return Vorm(vorm.soort, vorm.deel, vorm.leeg and not zeker)

    def _toets(self, deel: nodes.Node, waar: str, scope: Scope, kennis: Kennis) -> bool | None:
        """Walk over a test; return its outcome when that does not depend on the data."""
        match deel:
            case nodes.Const(value=waarde):
                return bool(waarde)
            case nodes.Not(node=binnen):
                uitslag = self._toets(binnen, waar, scope, kennis)
                return None if uitslag is None else not uitslag
            case nodes.And(left=links, right=rechts):
                eerste = self._toets(links, waar, scope, kennis)
                tweede = self._toets(rechts, waar, scope, kennis.met(waar_als(links, scope)))
                return False if False in (eerste, tweede) else True if eerste and tweede else None
            case nodes.Or(left=links, right=rechts):
                uitslagen = [self._toets(deel, waar, scope, kennis) for deel in (links, rechts)]
                return True if True in uitslagen else False if uitslagen == [False, False] else None
            case nodes.Compare(expr=links, ops=[operator]):
                return self._vergelijk(links, operator, waar, scope, kennis)
            case nodes.Compare():
                return None
            case nodes.Test(node=binnen):
                self._vorm(binnen, waar, scope, kennis)
                return None
            case _:
                _, pad = self._vorm(deel, waar, scope, kennis)
                return False if pad in kennis.afwezig else None

    def _vergelijk(
        self, links: nodes.Expr, operator: nodes.Operand, waar: str, scope: Scope, kennis: Kennis
    ) -> bool | None:
        vorm, pad = self._vorm(links, waar, scope, kennis)
        self._vorm(operator.expr, waar, scope, kennis)
        genoemd = constanten(operator.expr)
        if vorm.waarden is None or not genoemd:
            return None
        for vreemd in sorted(genoemd - vorm.waarden):
            self._fout(waar, links, f"'{leesbaar(pad)}' is nooit '{vreemd}'")
        kan = kennis.mogelijk.get(pad or (), vorm.waarden)
        if operator.op in ("eq", "in") and not genoemd & kan:
            return False
        return True if operator.op in ("eq", "in") and kan <= genoemd else None

    def _dieper(self, doe: Callable[[], None], waar: str, knoop: nodes.Node) -> None:
        if self._diepte >= _DIEP:
            self._fout(waar, knoop, "dit roept zichzelf aan")
            return
        self._diepte += 1
        try:
            doe()
        finally:
            self._diepte -= 1

    def _fout(self, waar: str, knoop: nodes.Node, wat: str) -> None:
        self._uit.fouten[f"{waar.removesuffix('.html')}, regel {knoop.lineno}: {wat}"] = None
