"""The kinds of fields that are not set as text: names, numbers, times, addresses and colours."""

import datetime
from typing import Annotated

from kit.model.organisation.colour import Rgb
from kit.model.schema.kind import Kind
from kit.model.text.spans import Text


def whole(low: int, high: int) -> Kind:
    """A whole number from ``low`` to ``high``."""
    return Kind("whole", (low, high))


Clock = Annotated[int, Kind("clock")]
"""A time of the clock such as ``9:30``, as minutes after midnight."""

Date = Annotated[datetime.date, Kind("date")]
"""A day, such as ``2026-12-03`` or ``3/12/2026``."""

TimeOfDay = Annotated[int, Kind("time")]
"""A time as somebody types it, such as ``9:30`` or ``9u30``, as minutes after midnight."""

Shift = Annotated[tuple[float, float], Kind("shift")]
"""How far the backs are moved, such as ``1,5; -0,5``: to the right and up, in mm; without anything, not at all."""

Accent = Annotated[Rgb, Kind("accent")]
"""A colour such as ``#00695F`` that stands out on paper as lines must."""

Bare = Annotated[str, Kind("bare")]
"""A word that steers, as it stands in the file."""

CountOrFile = Annotated[str, Kind("count-or-file")]
"""A number, or the name of a file: which of the two is told later."""

Identifier = Annotated[str, Kind("identifier")]
"""A name in small letters, digits and hyphens: of a sheet, a pack, a sector."""

LanguageTag = Annotated[str, Kind("language")]
"""A language as a PDF names it, such as ``nl-BE``."""

Url = Annotated[Text, Kind("url")]
"""A web address without a fragment."""

OptionalUrl = Annotated[Text | None, Kind("optional-url")]
"""A web address, or nothing."""
