"""Cases for the rules on the archive result."""

import bouwers as b
from gevallen import goed, mis

from toegang.guards.contexten import ArchiefToets
from toegang.guards.register import Moment

ARCHIEF = Moment.ARCHIEF


@mis("L-150", ARCHIEF, "resultaat 8.1.9 past niet; mogelijk: 8.1.1, 8.1.2")
def resultaat_dat_niet_past():
    return archief("8.1.9")


@mis("L-150", ARCHIEF, "mogelijk: geen")
def niets_past():
    return ArchiefToets(b.zaak(), (), b.archiefbesluit(), b.beeld())


@goed("L-150", ARCHIEF)
def resultaat_dat_past():
    return archief("8.1.2")


def archief(resultaat):
    return ArchiefToets(
        b.zaak(), (b.archiefkeuze("8.1.1"), b.archiefkeuze("8.1.2")), b.archiefbesluit(resultaat), b.beeld()
    )
