"""The words of the bubble sheet on a screen: those that are not on paper."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class Bubbles(Content):
    """What stands on the bubble sheet beside the words of its sheet."""

    title: Plain
