"""The hook signatures are an API: version 1 is written down, and changes only on purpose.

What may change within v1: a new hook, a new argument at the end (implementations take the ones they
need), a new optional field of an answer. Renaming or removing breaks plugins that are already installed:
that is v2, with groups of its own. After a change that may: write the list that the failure shows to
``hookspecs_v1.txt`` and say it in the changelog.
"""

import inspect
from pathlib import Path

from toegang.hookspecs import BESLISHAKEN, GROEP_GEMEENTEN, GROEP_UITBREIDINGEN, HAAK_API, PROJECT, Haken

VASTGELEGD = Path(__file__).with_name("hookspecs_v1.txt")
OPTIES = ("firstresult", "historic", "warn_on_impl", "warn_on_impl_args")


def handtekeningen() -> list[str]:
    """Return one line per hook, in life-cycle order: name, arguments with types, answer, options."""
    regels = []
    for naam, haak in vars(Haken).items():
        opties = getattr(haak, f"{PROJECT}_spec", None)
        if opties is not None:
            gezet = [optie for optie in OPTIES if opties.get(optie)]
            argumenten = list(inspect.signature(haak).parameters.values())[1:]
            vorm = inspect.signature(haak).replace(parameters=argumenten)
            regels.append(f"{naam}{vorm}{''.join(f' [{optie}]' for optie in gezet)}".replace("'", ""))
    return regels


def test_the_signatures_are_those_of_version_1() -> None:
    vastgelegd = VASTGELEGD.read_text(encoding="utf-8").splitlines()
    assert handtekeningen() == vastgelegd, "\n".join(["the hooks are now:", *handtekeningen()])


def test_the_version_is_in_the_group_name() -> None:
    assert HAAK_API == "v1"
    assert {GROEP_GEMEENTEN.rsplit(".", 1)[-1], GROEP_UITBREIDINGEN.rsplit(".", 1)[-1]} == {HAAK_API}


def test_the_five_decisions_give_one_answer_and_the_others_collect() -> None:
    eerste = [regel.split("(")[0] for regel in handtekeningen() if regel.endswith("[firstresult]")]
    assert tuple(eerste) == BESLISHAKEN
    assert not any("[historic]" in regel for regel in handtekeningen())


def test_every_hook_says_what_it_is_for() -> None:
    for naam in (regel.split("(")[0] for regel in handtekeningen()):
        assert inspect.getdoc(getattr(Haken, naam))
