"""The names of the editions and papers: by themselves, so that whoever names one need not read the whole look."""

from typing import Final, Literal, get_args

Edition = Literal["colour", "grey", "low-ink"]
EDITIONS: Final[tuple[Edition, ...]] = get_args(Edition)

Largest = Literal["a3", "a4"]
"""The largest paper that the printer takes: with A4, every sheet is made in its A4 form."""

PAPERS: Final[tuple[Largest, ...]] = get_args(Largest)

PosterSize = Literal["a2", "a1", "a0"]
POSTERS: Final[tuple[PosterSize, ...]] = get_args(PosterSize)
