"""Compressing the streams of a PDF once.

pydyf asks a stream for its data twice when a file has an identifier, which PDF/A demands, and compresses it at the
slowest level each time: a tenth of all work on a letter (LETTERS.md §5). WeasyPrint hands us the finished objects in
its public ``finisher``; there each stream gets its bytes, by the means that pydyf itself offers: a stream that holds
compressed data, says so, and is not compressed again.
"""

from __future__ import annotations

import zlib
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
