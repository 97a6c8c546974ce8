"""A workshop, as a facilitator writes it down: ``kit pack WORKSHOP.yaml``."""

from typing import Annotated

from kit.model.parsing import MOST_AT_A_TABLE, MOST_SPARE
from kit.model.schema.base import Content
from kit.model.schema.fields import Plain
from kit.model.schema.values import Bare, CountOrFile, Date, TimeOfDay, whole


class WorkshopFile(Content):
    """A workshop. ``participants`` is how many there are, or the name of the file that lists them."""

    participants: CountOrFile | None = None
    table_size: Annotated[int, whole(1, MOST_AT_A_TABLE)] | None = None
    spares: Annotated[int, whole(0, MOST_SPARE)] | None = None
    date: Date | None = None
    start: TimeOfDay | None = None
    place: Plain | None = None
    venue: Plain | None = None
    facilitator: Plain | None = None
    actors: Bare | None = None
