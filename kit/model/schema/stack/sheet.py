"""What the sheets of a workshop's stack share: they stand in ``workshop/``, each under a name of its own."""

from typing import ClassVar

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class StackSheet(Content):
    """A sheet that is only made for a workshop. Its code leads to the base URL alone.

    ``shares`` is as that of a `Sheet`.
    """

    shares: ClassVar[tuple[str, ...]] = ()

    bookmark: Plain


class TitledStackSheet(StackSheet):
    """One with a title at the top and a line at the bottom."""

    title: Plain
    footer: Plain
