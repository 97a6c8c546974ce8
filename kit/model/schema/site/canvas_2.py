"""The words of canvas 2 on a screen: those that are not on paper."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class CanvasTwoWords(Content):
    """What stands on canvas 2 beside the words of its sheet."""

    title: Plain
