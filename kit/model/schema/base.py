"""What the models share: they are frozen, and a key that nobody knows is an error."""

from typing import Any

from pydantic import BaseModel, ConfigDict, PrivateAttr

from kit.model.schema.fields import Plain, Rich
from kit.model.schema.kind import Reading
from kit.model.schema.values import Bare, Identifier


class Content(BaseModel):
    """A part of the content."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Headed(Content):
    """A head with a hint in grey beside or under it."""

    head: Plain
    hint: Rich


class Sheet(Content):
    """A printed sheet. Its name is the name of its file, so nobody types it."""

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
