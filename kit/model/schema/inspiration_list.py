"""The inspiration list; its sectors stand in ``sectors.yaml``, its reference tile in ``kit.yaml``."""

from typing import Annotated, Literal

from kit.model.schema.base import Content, Halves, Sheet
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.values import Choice, whole
from kit.model.text import Text


class HalfLegend(Content):
    """What the half-discs and the pin mean."""

    upper: Plain
    lower: Plain
    pin: Plain
    note: Rich


class Missing(Content):
    """The lines for whoever is not on the list."""

    mark: Plain
    head: Plain
    lines: Annotated[int, whole(1, 2)]


class InspirationList(Sheet):
    """The inspiration list. ``{aantal}`` in its subtitle is the number of sectors."""

    shares = ("sectors.clusters", "sectors.count", "kit.digital.report")

    layout: Choice[Literal["inspiration_list"]]
    subtitle: Annotated[Text, words("aantal", rich=True)]
    footer: Plain
    a4: Halves
    legend: HalfLegend
    missing: Missing
