"""The words of the overview of the digital edition."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class Overview(Content):
    """What stands on the overview."""

    title: Plain
