"""Pages that are no sheet of `kit build`: of a workshop, on A4, with names. The invariants and goldens look at them.

Each has a name, which is also that of its golden file, and is drawn in an edition.
"""

from collections.abc import Callable, Mapping
from functools import partial

from kit.draw.page import Page
from kit.draw.theme import Edition
from tests.stacks import COVER, COVER_OF_ONE, EIGHTEEN, FULL, FULL_COVER, ONE, TWO_HUNDRED, covered, listed

VARIANTS: Mapping[str, Callable[[Edition], list[Page]]] = {
    "omslag": partial(covered, COVER),
    "omslag-vol": partial(covered, FULL_COVER),
    "omslag-1": partial(covered, COVER_OF_ONE),
    "print-en-snijlijst": partial(listed, EIGHTEEN),
    "print-en-snijlijst-vol": partial(listed, FULL),
    "print-en-snijlijst-1": partial(listed, ONE),
    "print-en-snijlijst-200": partial(listed, TWO_HUNDRED),
}
