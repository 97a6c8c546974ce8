"""``kit.yaml``: the kit as a whole."""

from collections.abc import Iterable
from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, words
from kit.model.schema.kind import Length
from kit.model.schema.values import Accent, Bare, Identifier, LanguageTag, OptionalUrl, Shift, Url
from kit.model.shift import Shift as Moved
from kit.model.text.spans import Text


class Report(Content):
    """The reference tile on the inspiration list. Without a ``url`` it says ``without_url``, if that is there."""

    title: Plain
    text: Plain
    without_url: Plain | None = None
    url: OptionalUrl = None

    def printed(self) -> Iterable[tuple[str, object]]:
        """What stands on the tile, with an address or without; nothing where there is no tile."""
        if self.url:
            return (("title", self.title), ("text", self.text), ("url", self.url))
        return (("title", self.title), ("without_url", self.without_url)) if self.without_url else ()


class Digital(Content):
    """The digital version: the one base URL of every code."""

    base_url: Url
    report: Report


class Organisation(Content):
    """Whose kit it is: the name in the footer, the logo beside it, and the colour in the place of the bridge."""

    name: Plain
    logo: Bare | None = None
    accent: Accent | None = None


class Printer(Content):
    """The printer at hand: how far its backs are off."""

    duplex_shift: Shift = (0, 0)


class Kit(Content):
    """The kit as a whole. In the version line ``{versie}`` is the version, ``{code}`` that of a sheet.

    ``poster_line``: what the footer says of the format of a poster, of which ``{maat}`` is the paper; without, what it
    says of the sheet.
    """

    title: Plain
    audience: Plain
    author: Plain
    version: Plain
    version_line: Annotated[Text, words("versie", "code")]
    poster_line: Annotated[Text, words("maat")] | None = None
    language: LanguageTag
    sheets: Annotated[tuple[Identifier, ...], Length(least=1)]
    digital: Digital
    organisation: Organisation | None = None
    printer: Printer | None = None
    fonts: Bare | None = None
    keep_together: tuple[Bare, ...] = ()
    units: tuple[Bare, ...] = ()
    breakpoints: tuple[Bare, ...] = ()

    @property
    def duplex_shift(self) -> Moved:
        """How far backs are moved so that they lie behind their fronts, in mm to the right and up."""
        return self.printer.duplex_shift if self.printer else (0, 0)
