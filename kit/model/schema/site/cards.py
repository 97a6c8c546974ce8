"""The words of the partner cards on a screen: those that are not on paper."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class Cards(Content):
    """What stands on the list of cards and their form beside the words of the sheet."""

    title: Plain
