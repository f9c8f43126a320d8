"""The tests of the whole kit share a helper that makes environments."""

import sys
from pathlib import Path

HIER = str(Path(__file__).parent)
if HIER not in sys.path:
    sys.path.append(HIER)
