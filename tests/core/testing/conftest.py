"""The tests of the kit itself; they may import the modules in the folder ``hulp``."""

import sys
from pathlib import Path

HULP = str(Path(__file__).parents[1] / "hulp")
if HULP not in sys.path:
    sys.path.append(HULP)
