"""The kinds of fields: printed texts, with bold and italic or without, and with the placeholders they may hold."""

from typing import Annotated

from kit.model.schema.kind import Kind
from kit.model.text.spans import Text


def words(*names: str, rich: bool = False) -> Kind:
    """A printed text that may hold the placeholders ``{name}``, and bold and italic where it is rich."""
    return Kind("text", (names, rich))


Rich = Annotated[Text, words(rich=True)]
"""A printed text with ``**bold**`` and ``*italic*``."""

Plain = Annotated[Text, words()]
"""A printed text of one kind of letters."""
