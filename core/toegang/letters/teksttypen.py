"""Text as the parts of a letter hold it: composed characters (NFC), one kind of line end."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from toegang.letters.tekst import genormaliseerd

Tekst = Annotated[str, AfterValidator(genormaliseerd)]
"""Text as it is printed; may be empty."""

VolleTekst = Annotated[str, AfterValidator(genormaliseerd), Field(min_length=1)]
"""Text that must be there."""
