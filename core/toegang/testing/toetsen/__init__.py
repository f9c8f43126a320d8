"""The checks themselves; importing this package registers them in order."""

from toegang.testing.toetsen import aangifte as aangifte  # noqa: I001  the order is that of the report
from toegang.testing.toetsen import vorm as vorm
from toegang.testing.toetsen import antwoorden as antwoorden
from toegang.testing.toetsen import brieven as brieven
from toegang.testing.toetsen import isolatie as isolatie
