"""The words of the page that keeps, shares and erases, and of its notices."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class Keep(Content):
    """What stands where somebody keeps and shares a network."""

    title: Plain
