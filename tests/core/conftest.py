"""Shared builders of test values: every test below may import the modules in the folder ``hulp``."""

import sys
from pathlib import Path

HULP = str(Path(__file__).parent / "hulp")

# importlib mode leaves sys.path alone, so test modules cannot see each other; these few they may.
if HULP not in sys.path:
    sys.path.append(HULP)
