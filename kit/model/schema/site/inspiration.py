"""The words of the inspiration list on a screen: those that are not on paper."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class Inspiration(Content):
    """What stands on the inspiration list beside the words of its sheet."""

    title: Plain
