"""The two modules here share a reader of pages."""

import sys
from pathlib import Path

HIER = str(Path(__file__).parent)

# importlib mode leaves sys.path alone, so test modules cannot see each other; this one they may.
if HIER not in sys.path:
    sys.path.append(HIER)
