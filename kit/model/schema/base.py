"""What the models share: they are frozen, and a key that nobody knows is an error."""

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, PrivateAttr

from kit.model.schema.fields import Plain, Rich, words
from kit.model.schema.kind import Reading
from kit.model.schema.values import Bare, Identifier
from kit.model.text.spans import Text


class Content(BaseModel):
    """A part of the content."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    def printed(self) -> Iterable[tuple[str, object]]:
        """The fields with what may be printed of this part, by name."""
        return self


class Headed(Content):
    """A head with a hint in grey beside or under it."""

    head: Plain
    hint: Rich


class Counted(Content):
    """How a count is said: of one, and of any other number ``{n}``."""

    one: Annotated[Text, words("n", rich=True)]
    many: Annotated[Text, words("n", rich=True)]

    def of(self, n: int) -> Text:
        """The words for ``n``, such as ``1 blad`` or ``2 bladen``."""
        return (self.one if n == 1 else self.many).fill(n=n)


class Sheet(Content):
    """A printed sheet. Its name is the name of its file, so nobody types it.

    ``shares``: what it prints of what the files hold that are for several sheets, such as ``steps.name_fields.date``.
    """

    shares: ClassVar[tuple[str, ...]] = ()

    layout: Bare
    fragment: Identifier
    bookmark: Plain
    title: Plain

    _name: str = PrivateAttr("")

    def model_post_init(self, context: Any, /) -> None:
        """Take the name from the reading of the file."""
        if isinstance(context, Reading):
            self._name = context.name

    @property
    def name(self) -> str:
        """The stem of the file the sheet stands in, such as ``canvas-1``."""
        return self._name
