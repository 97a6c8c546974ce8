"""What several views of the digital edition have: the note for who comes from a code."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class Note(Content):
    """A note: its first words, in bold, and the others."""

    head: Plain
    text: Plain
