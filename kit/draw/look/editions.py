"""The names of the editions and papers: by themselves, so that whoever names one need not read the whole look."""

from typing import Final, Literal, get_args

Edition = Literal["colour", "grey", "low-ink", "large"]
LARGE: Final = "large"
"""The edition for who sees badly: in colour, but in large letters, and laid out anew on more pages."""

ALL_EDITIONS: Final[tuple[Edition, ...]] = get_args(Edition)
EDITIONS: Final[tuple[Edition, ...]] = ALL_EDITIONS[:3]
"""Those that look different and share one geometry: all but the large one, which has its own."""

Largest = Literal["a3", "a4"]
"""The largest paper that the printer takes: with A4, every sheet is made in its A4 form."""

PAPERS: Final[tuple[Largest, ...]] = get_args(Largest)

PosterSize = Literal["a2", "a1", "a0"]
POSTERS: Final[tuple[PosterSize, ...]] = get_args(PosterSize)
