"""The names of the editions: by themselves, so that whoever only names one need not read the whole look."""

from typing import Final, Literal, get_args

Edition = Literal["colour", "grey", "low-ink"]
EDITIONS: Final[tuple[Edition, ...]] = get_args(Edition)
