"""The words of canvas 1 on a screen: those that are not on paper."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class CanvasOneWords(Content):
    """What stands on canvas 1 beside the words of its sheet."""

    title: Plain
