"""Pages that are no sheet of `kit build`: of a workshop, on A4, with names. The invariants and goldens look at them.

Each has a name, which is also that of its golden file, and is drawn in an edition.
"""

from collections.abc import Callable, Mapping

from kit.draw.page import Page
from kit.draw.theme import Edition

VARIANTS: Mapping[str, Callable[[Edition], list[Page]]] = {}
