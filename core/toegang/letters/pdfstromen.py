"""Writing the objects of a PDF once.

pydyf asks every object for its data twice when a file has an identifier, which PDF/A demands, and compresses a stream
at the slowest level each time: a tenth of all work on a letter (LETTERS.md §5). WeasyPrint hands us the finished
objects in its public ``finisher``; there each object becomes its bytes. A stream that holds compressed data says so,
and is not compressed again.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any

NIVEAU = 6
"""The usual level of zlib: a percent larger than level 9, and much faster."""
_BEGIN, _EINDE = b"\nstream\n", b"\nendstream"


def druk_samen(pdf: Any) -> None:
    """Compress every stream that is to be compressed, and leave the rest as it is.

    Args:
        pdf: a finished :class:`pydyf.PDF`.
    """
    import pydyf  # type: ignore[import-untyped]

    for stroom in pdf.objects:
        if isinstance(stroom, pydyf.Stream) and stroom.compress:
            stroom.compress = False
            inhoud = stroom.data.partition(_BEGIN)[2].removesuffix(_EINDE)
            stroom.stream = [zlib.compress(inhoud, NIVEAU)]
            stroom.extra = {**stroom.extra, "Filter": "/FlateDecode"}


def zet_vast(pdf: Any) -> None:
    """Make bytes of every object that does not change any more; pydyf reads each of them twice.

    Args:
        pdf: a finished :class:`pydyf.PDF`; only what describes the whole file is left as it is.
    """
    klasse = _klaarklasse()
    blijft = {id(pdf.catalog), id(pdf.pages), id(pdf.info)}
    pdf.objects = [
        object_ if object_.free == "f" or id(object_) in blijft else klasse(object_) for object_ in pdf.objects
    ]


@cache
def _klaarklasse() -> Any:
    import pydyf

    class Klaar(pydyf.Object):  # type: ignore[misc]
        """An object that was written out."""

        compressible = False
        data = b""

        def __init__(self, bron: Any) -> None:
            super().__init__()
            self.number = bron.number
            self.generation = bron.generation
            self.compressible = bron.compressible
            self.data = bron.data

    return Klaar
