"""What a test in a template makes known: within this branch a value is there, or has one of a few values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from toegang.letters.vormen import ONBEKEND, Vorm

Pad = tuple[str, ...]
"""Names from ``brief`` inwards, e.g. ``("brief", "besluit", "datum")``."""
Gebonden = tuple[Vorm, Pad | None]
"""What a name stands for: its form, and its path where it has one."""
Scope = dict[str, Gebonden]
"""Names that a place of a template knows, with their form and path."""


@dataclass(frozen=True)
class Kennis:
    """What is known at a place of a template: what is there, what is not, and which values are possible."""

    aanwezig: frozenset[Pad] = frozenset()
    afwezig: frozenset[Pad] = frozenset()
    mogelijk: Mapping[Pad, frozenset[str]] = field(default_factory=dict)

    def met(self, paden: Iterable[Pad]) -> Kennis:
        """Return the same with more that is there."""
        return Kennis(self.aanwezig | frozenset(paden), self.afwezig, self.mogelijk)


def pad_van(deel: nodes.Node, scope: Scope) -> Pad | None:
    """Return the path from ``brief`` that an expression stands for; ``None`` when it is no path."""
    if isinstance(deel, nodes.Name):
        return scope.get(deel.name, (ONBEKEND, None))[1]
    if isinstance(deel, nodes.Getattr):
        van = pad_van(deel.node, scope)
        return (*van, deel.attr) if van else None
    return None


def waar_als(test: nodes.Node, scope: Scope) -> frozenset[Pad]:
    """Return what is surely there when a test holds."""
    match test:
        case nodes.And(left=links, right=rechts):
            return waar_als(links, scope) | waar_als(rechts, scope)
        case nodes.Not(node=nodes.Test(node=binnen, name="none")) | nodes.Compare(expr=binnen, ops=[_]):
            return waar_als(binnen, scope)
        case nodes.Name() | nodes.Getattr():
            pad = pad_van(test, scope)
            return frozenset((pad,)) if pad else frozenset()
        case _:
            return frozenset()


def onwaar_als(test: nodes.Node, scope: Scope) -> frozenset[Pad]:
    """Return what is surely there when a test does not hold."""
    match test:
        case nodes.Not(node=binnen):
            return waar_als(binnen, scope)
        case nodes.Test(node=binnen, name="none"):
            return waar_als(binnen, scope)
        case _:
            return frozenset()


def attribuut(deel: nodes.Filter) -> str | None:
    """Return the field that a filter like ``map(attribute=...)`` asks of each element."""
    for sleutel in deel.kwargs:
        if sleutel.key == "attribute" and isinstance(sleutel.value, nodes.Const):
            return str(sleutel.value.value)
    if deel.name in ("selectattr", "rejectattr") and deel.args and isinstance(deel.args[0], nodes.Const):
        return str(deel.args[0].value)
    return None


def constanten(deel: nodes.Node) -> frozenset[str]:
    """Return the words that a comparison names; empty when it compares with something else."""
    delen = deel.items if isinstance(deel, nodes.Tuple | nodes.List) else [deel]
    if not all(isinstance(item, nodes.Const) and isinstance(item.value, str) for item in delen):
        return frozenset()
    return frozenset(str(item.value) for item in delen if isinstance(item, nodes.Const))


def leesbaar(pad: Pad | None) -> str:
    """Return a path as a maker of templates writes it."""
    return ".".join(deel.partition("@")[0] for deel in pad if deel not in ("?", "[]")) if pad else "dit gegeven"


def macro_in(laad: Callable[[str], nodes.Template], naam: str, waar: str) -> tuple[str, nodes.Macro] | None:
    """Return the macro that a name stands for in a file, with the file it is in: its own, or one it imports.

    Args:
        laad: gives the tree of a template by file name.
        naam: name of the macro.
        waar: file in which it is called.
    """
    boom = laad(waar)
    for invoer in boom.find_all(nodes.FromImport):
        if naam in invoer.names and isinstance(invoer.template, nodes.Const):
            return macro_in(laad, naam, str(invoer.template.value))
    return next(((waar, macro) for macro in boom.find_all(nodes.Macro) if macro.name == naam), None)


def in_macro(macro: nodes.Macro, los: Sequence[Gebonden], genoemd: Mapping[str, Gebonden]) -> Scope:
    """Return what a macro knows when it is called: its arguments, also those that are left out and have a default.

    Args:
        macro: the macro.
        los: what is given by place.
        genoemd: what is given by name.
    """
    namen = [arg.name for arg in macro.args]
    vanzelf = dict.fromkeys(namen[len(namen) - len(macro.defaults) :], (ONBEKEND, None))
    return {**vanzelf, **dict(zip(namen, los, strict=False)), **genoemd}
