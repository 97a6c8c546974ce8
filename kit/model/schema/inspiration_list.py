"""The inspiration list; its sectors stand in ``sectors.yaml``, its reference tile in ``kit.yaml``."""

from typing import Annotated, Literal

from kit.model.schema.base import Content, Sheet
from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.values import whole
from kit.model.text.spans import Text


class Signs(Content):
    """What the half-discs and the pin mean."""

    upper: Plain
    lower: Plain
    pin: Plain


class HalfLegend(Signs):
    """The same with a note beside it."""

    note: Rich


class Missing(Content):
    """The lines for whoever is not on the list."""

    mark: Plain
    head: Plain
    lines: Annotated[int, whole(1, 2)]


class Halves(Content):
    """The words of the list as two sheets of A4: the title of half ``n``, the legend, the footer of ``n`` of ``m``."""

    title: Annotated[Text, words("n")]
    footer: Annotated[Text, words("n", "m")]
    legend: Signs


class InspirationList(Sheet):
    """The inspiration list. ``{aantal}`` in its subtitle is the number of sectors.

    ``open_end`` stands behind the examples of a sector where it costs no line: others may be added.
    """

    shares = (
        "steps.steps.2.digit",
        "steps.steps.2.label",
        "sectors.clusters",
        "sectors.count",
        "kit.digital.report",
    )

    layout: Literal["inspiration_list"]
    subtitle: Annotated[Text, words("aantal", rich=True)]
    footer: Plain
    a4: Halves
    legend: HalfLegend
    missing: Missing
    open_end: Plain | None = None
