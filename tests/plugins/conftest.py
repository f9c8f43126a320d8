"""The four gemeenten on their real boards; test modules below may import the modules in the folders ``hulp``."""

import sys
from pathlib import Path

for map_ in (Path(__file__).parent / "hulp", Path(__file__).parents[1] / "core" / "hulp"):
    if str(map_) not in sys.path:
        sys.path.append(str(map_))
