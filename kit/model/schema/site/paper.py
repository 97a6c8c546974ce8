"""The words of what is printed from the digital edition."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class Paper(Content):
    """What stands on the pages that are printed with what somebody typed."""

    title: Plain
