"""``packs.yaml``: which sheets make a pack."""

from typing import Annotated

from pydantic import Field

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain
from kit.model.schema.values import Identifier


class Pack(Content):
    """One PDF with several sheets, named after its ``name``."""

    name: Identifier
    title: Plain
    sheets: Annotated[tuple[Identifier, ...], Field(min_length=1)]


class Packs(Content):
    """All packs."""

    packs: Annotated[tuple[Pack, ...], Field(min_length=1)]
